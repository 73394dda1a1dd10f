"""Where a unit's form stands: taken, missing or refused."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, unique

from lakip_gen.domain.isian import LaporanUnit
from lakip_gen.domain.keraguan import Penerimaan
from lakip_gen.domain.kinerja import Unit
from lakip_gen.domain.periode import Periode


@unique
class StatusUnit(Enum):
    """Where a unit's form stands."""

    DITERIMA = "diterima"
    BELUM = "belum"
    DITOLAK = "ditolak"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusLaporan:
    """Where one unit's form of one quarter stands, with the counts of its findings.

    Attributes:
        laporan: What was taken of it; None where nothing was.
        sel_ditolak: The addresses of the cells that were not taken, though the rest was.
        daftar_penerimaan: What a planner accepted of what was found in it.
    """

    unit: Unit
    triwulan: Periode
    status: StatusUnit
    berkas: str = ""
    galat: int = 0
    peringatan: int = 0
    laporan: LaporanUnit | None = None
    sel_ditolak: tuple[str, ...] = ()
    daftar_penerimaan: tuple[Penerimaan, ...] = ()

    @property
    def diterima_dengan(self) -> str:
        """The reasons with which it was accepted; empty where there was nothing to accept."""
        return "; ".join(dict.fromkeys(satu.alasan for satu in self.daftar_penerimaan))
