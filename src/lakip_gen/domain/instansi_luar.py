"""Agencies outside the office that supply data: what they are asked, and in which quarters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from lakip_gen.domain.periode import Periode
from lakip_gen.domain.temuan import Asal

TIAP_TRIWULAN: Final = "tiap triwulan"
DIMINTA: Final[Mapping[str, tuple[int, ...]]] = {
    TIAP_TRIWULAN: (1, 2, 3, 4),
    "tiap semester": (2, 4),
    "akhir tahun": (4,),
    "TW I": (1,),
    "TW II": (2,),
    "TW III": (3,),
    "TW IV": (4,),
}
"""The quarters in which something is asked, by the words of the buku induk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataDiminta:
    """One thing that an agency is asked for.

    Attributes:
        uraian: What it is.
        satuan: In what it is counted.
        indikator: The indicator that needs it; empty where it is for none alone.
        daftar_triwulan: The quarters in which it is asked.
    """

    uraian: str
    satuan: str = ""
    indikator: str = ""
    daftar_triwulan: tuple[int, ...] = DIMINTA[TIAP_TRIWULAN]
    asal: Mapping[str, Asal] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class InstansiLuar:
    """An agency outside the office.

    Attributes:
        kode: By what its answer is recorded.
        penerima: To whom letters are addressed.
    """

    kode: str
    nama: str
    penerima: str = ""
    alamat: str = ""
    kontak: str = ""
    daftar_data: tuple[DataDiminta, ...] = ()

    def diminta(self, triwulan: Periode) -> tuple[DataDiminta, ...]:
        """Return what it is asked for in a quarter."""
        return tuple(satu for satu in self.daftar_data if triwulan.nomor in satu.daftar_triwulan)
