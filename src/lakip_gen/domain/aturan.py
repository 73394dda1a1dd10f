"""The agency's rules of measuring, as data: formula, cap, floor, scale, thresholds, deadlines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum, unique

from lakip_gen.domain.temuan import Asal


@unique
class RumusTurun(Enum):
    """The formula for an indicator whose fall is an achievement; both live in published reports."""

    SELISIH = "selisih"
    """(2T - R) / T x 100."""
    RASIO = "rasio"
    """T / R x 100."""


@unique
class CaraRata(Enum):
    """What the agency's mean capaian is the mean of, and whether indicators weigh alike."""

    INDIKATOR = "rata-rata semua indikator"
    SASARAN = "rata-rata dari rata-rata sasaran"
    BOBOT = "rata-rata tertimbang menurut bobot"


@unique
class TargetRasio(Enum):
    """Which target a ratio of several quarters is compared with, where each quarter has its own."""

    TERAKHIR = "triwulan terakhir"
    RATA_RATA = "rata-rata triwulan"


@dataclass(frozen=True, slots=True)
class Pita:
    """One band of the scale: everything from its lower bound up to the next band's.

    Attributes:
        batas: The lower bound in percent, included.
        predikat: The label that is printed.
        warna: Six hexadecimal digits (RRGGBB) for the cell behind the label.
    """

    batas: Decimal
    predikat: str
    warna: str


SKALA_PERMENDAGRI_86 = (
    Pita(Decimal(91), "Sangat Tinggi", "A9D18E"),
    Pita(Decimal(76), "Tinggi", "C6E0B4"),
    Pita(Decimal(66), "Sedang", "FFE699"),
    Pita(Decimal(51), "Rendah", "F8CBAD"),
    Pita(Decimal(0), "Sangat Rendah", "F4A6A0"),
)
"""Permendagri 86/2017. Its gaps (90-91 and so on) are closed by lower bounds: 90,5 is Tinggi."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aturan:
    """How this agency measures; the defaults are those of the field.

    Attributes:
        batas_atas: The highest capaian that counts, in percent; None for no cap. The raw one stays visible.
        ambang_batas: Above this a capaian counts as `batas_atas`, in percent; None where only `batas_atas` bounds it.
        batas_bawah: The lowest capaian that counts, in percent; None for no floor.
        nol_tercapai: Whether a target of 0 with a realisasi of 0 counts as reached (100).
        cara_rata: What the agency's mean capaian is the mean of, and whether indicators weigh alike.
        target_rasio: Which target a ratio of several quarters is compared with.
        ambang_bawah: Below this capaian a unit must explain, in percent.
        ambang_atas: Above this capaian a unit must explain, in percent.
        desimal_capaian: Decimals printed for capaian and serapan.
        skala: The bands, highest first.
        dasar_skala: The legal basis of the scale, printed under the table.
        tenggat: The last day for the forms, by number of the triwulan.
        asal: The cells of the buku induk by item.
    """

    rumus_turun: RumusTurun = RumusTurun.SELISIH
    batas_atas: Decimal | None = None
    ambang_batas: Decimal | None = None
    batas_bawah: Decimal | None = Decimal(0)
    nol_tercapai: bool = False
    cara_rata: CaraRata = CaraRata.INDIKATOR
    target_rasio: TargetRasio = TargetRasio.TERAKHIR
    ambang_bawah: Decimal = Decimal(60)
    ambang_atas: Decimal = Decimal(150)
    desimal_capaian: int = 2
    skala: tuple[Pita, ...] = SKALA_PERMENDAGRI_86
    dasar_skala: str = "Permendagri Nomor 86 Tahun 2017"
    tenggat: tuple[date | None, ...] = (None, None, None, None)
    asal: Mapping[str, Asal] = field(default_factory=dict, compare=False)

    @property
    def berbobot(self) -> bool:
        """Whether each indicator counts in a mean by its own weight."""
        return self.cara_rata is CaraRata.BOBOT

    def pita(self, capaian: Decimal) -> Pita:
        """Return the band of a capaian in percent; what lies under the lowest bound is in the lowest band."""
        return next((pita for pita in self.skala if capaian >= pita.batas), self.skala[-1])
