"""Where a unit's form stands: taken, missing or refused."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, unique

from lakip_gen.domain.isian import LaporanUnit
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
    """

    unit: Unit
    triwulan: Periode
    status: StatusUnit
    berkas: str = ""
    galat: int = 0
    peringatan: int = 0
    laporan: LaporanUnit | None = None
    sel_ditolak: tuple[str, ...] = ()
