"""The agency's own words on a sasaran or an indicator, each for one place of one report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from lakip_gen.domain.periode import Jenis, Periode
from lakip_gen.domain.temuan import Asal

LAPORAN: Final = ("tahun", "TW1", "TW2", "S1", "TW3", "TW4", "S2")
"""What the reports of a year are called in the buku induk; the first one where none is named."""


class TempatNarasi(Enum):
    """Where in the part of a sasaran or an indicator a text stands."""

    PENGANTAR = "pengantar"
    ANALISIS = "analisis"
    TINDAK_LANJUT = "tindak lanjut"


@dataclass(frozen=True, slots=True, kw_only=True)
class NarasiKinerja:
    """A text of the agency's own.

    Attributes:
        sasaran: Kode of the sasaran.
        indikator: Kode of the indicator; empty where the text is on the sasaran.
        laporan: In which report; one of `LAPORAN`.
        isi: Paragraphs, a line each.
    """

    sasaran: str
    indikator: str = ""
    tempat: TempatNarasi
    laporan: str = LAPORAN[0]
    isi: str
    asal: Mapping[str, Asal] = field(default_factory=dict, compare=False)

    @property
    def kode(self) -> str:
        """What it is on."""
        return self.indikator or self.sasaran

    def untuk(self, periode: Periode) -> bool:
        """Return whether the report of a period prints it."""
        return self.laporan == (LAPORAN[0] if periode.jenis is Jenis.TAHUN else periode.folder)
