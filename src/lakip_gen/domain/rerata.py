"""Mean capaian: plain or weighted as the agency has it, what it stands on, and the words for the rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum, unique
from typing import Final, Self

from lakip_gen.domain.angka_tertulis import koma
from lakip_gen.domain.aturan import Aturan, CaraRata
from lakip_gen.domain.capaian import SERATUS, Capaian, HasilCapaian
from lakip_gen.domain.hitung import bagi, genapkan, jumlahkan, kalikan

SATU: Final = Decimal(1)
PENCILAN: Final = 4
"""So many times the median of its group makes a figure an outlier."""
TERSEDIKIT: Final = 3
"""Of fewer figures none can be told to be the odd one out."""
SEBUTAN_SASARAN: Final = {
    CaraRata.INDIKATOR: "rata-rata sederhana",
    CaraRata.SASARAN: "rata-rata sederhana",
    CaraRata.BOBOT: "rata-rata tertimbang menurut bobot indikator",
}
"""What the mean of a sasaran is called under each rule."""
SEBUTAN_INSTANSI: Final = {
    CaraRata.INDIKATOR: "rata-rata sederhana semua indikator",
    CaraRata.SASARAN: "rata-rata sederhana dari rata-rata sasaran",
    CaraRata.BOBOT: "rata-rata tertimbang semua indikator menurut bobot",
}
"""What the agency's mean is called under each rule."""


@unique
class TanpaCapaian(Enum):
    """Why an indicator has no capaian, in the words of the reader and in the order in which they are told."""

    BELUM_DILAPORKAN = "belum dilaporkan"
    BELUM_LENGKAP = "belum dilaporkan lengkap"
    TIDAK_JATUH_TEMPO = "tidak diukur pada periode ini"
    TIDAK_BERLAKU = "tidak berlaku"
    TIDAK_DINILAI = "tidak dapat dinilai"


MENUNGGU: Final = (TanpaCapaian.BELUM_DILAPORKAN, TanpaCapaian.BELUM_LENGKAP)
"""The reasons of figures that are due: nothing of them is there, or not yet all."""


@dataclass(frozen=True, slots=True)
class BobotDinilai:
    """The weights behind a mean: of the indicators that have a capaian, and of all."""

    ada: Decimal
    semua: Decimal

    def __str__(self) -> str:
        return f"bobot {koma(self.ada)} dari {koma(self.semua)}"


@dataclass(frozen=True, slots=True)
class Rerata:
    """A mean of capaian in percent, and how many of how many indicators have one.

    Attributes:
        sementara: How many of those that have one stand on incomplete data.
        bobot: Their weights; None where all of them count alike.
        tanpa: How many have none, by the reason.
    """

    angka: Decimal | None
    ada: int
    semua: int
    sementara: int = 0
    bobot: BobotDinilai | None = None
    tanpa: tuple[tuple[TanpaCapaian, int], ...] = ()

    @property
    def menunggu(self) -> int:
        """How many figures are due and not there."""
        return sum(banyak for sebab, banyak in self.tanpa if sebab in MENUNGGU)

    @property
    def belum_tetap(self) -> bool:
        """Whether it may still change: a figure in it is provisional, or one that is due is awaited."""
        return self.angka is not None and bool(self.sementara or self.menunggu)

    @property
    def keterangan(self) -> str:
        """What the mean stands on, e.g. ``5 dari 6 indikator, 1 tidak berlaku``."""
        return f"{self.ada} dari {self.semua} indikator{self.kurang}"

    @property
    def kurang(self) -> str:
        """What is missing in it: weight that is not judged, incomplete data, indicators without capaian and why."""
        bobot = f", {self.bobot}" if self.bobot and self.bobot.ada != self.bobot.semua else ""
        sebagian = f", termasuk {self.sementara} dengan data belum lengkap" if self.sementara else ""
        return bobot + sebagian + "".join(f", {banyak} {sebab.value}" for sebab, banyak in self.tanpa)


@dataclass(frozen=True, slots=True)
class Anggota:
    """One indicator's part in a mean: its capaian, its weight, whether it stands on incomplete data."""

    capaian: HasilCapaian
    bobot: Decimal = SATU
    sementara: bool = False
    tanpa: TanpaCapaian | None = None
    """Why it has no capaian; None where it has one"""

    @property
    def terbatas(self) -> Self:
        """The same with a capaian of 100 at most: what goes beyond one target makes up for no other."""
        if not isinstance(self.capaian, Capaian):
            return self
        return replace(self, capaian=replace(self.capaian, angka=min(self.capaian.angka, SERATUS)))


def rerata(daftar: Sequence[Anggota], *, berbobot: bool = False) -> Rerata:
    """Return the mean of the capaian that exist; what has none is left out together with its weight."""
    ada = [(satu.capaian.angka, satu.bobot) for satu in daftar if isinstance(satu.capaian, Capaian)]
    banyak = Counter(satu.tanpa for satu in daftar)
    rata = Rerata(
        angka=rata_angka([angka for angka, _ in ada]),
        ada=len(ada),
        semua=len(daftar),
        sementara=sum(satu.sementara for satu in daftar),
        tanpa=tuple((sebab, banyak[sebab]) for sebab in TanpaCapaian if banyak[sebab]),
    )
    if not berbobot:
        return rata
    bobot = BobotDinilai(jumlahkan(berat for _, berat in ada), jumlahkan(satu.bobot for satu in daftar))
    return replace(rata, angka=rata_tertimbang(ada), bobot=bobot)


def rata_angka(daftar: Iterable[Decimal]) -> Decimal | None:
    """Return the plain mean of numbers; None where there are none."""
    return rata_tertimbang([(angka, SATU) for angka in daftar])


def nilai_tengah(daftar: Sequence[Decimal]) -> Decimal | None:
    """Return the median of numbers; None where there are none."""
    if not daftar:
        return None
    urut, letak = sorted(daftar), (len(daftar) - 1) // 2
    return rata_angka(urut[letak : len(daftar) // 2 + 1])


def pencilan(daftar: Sequence[Decimal]) -> tuple[int, ...]:
    """Return where the outliers stand that make the mean alone: with them it is beyond each of the others."""
    tengah, rata = nilai_tengah(daftar), rata_angka(daftar)
    if tengah is None or rata is None or tengah <= 0 or len(daftar) < TERSEDIKIT:
        return ()
    luar = tuple(letak for letak, angka in enumerate(daftar) if angka > PENCILAN * tengah)
    return luar if rata > max(angka for letak, angka in enumerate(daftar) if letak not in luar) else ()


def rata_tertimbang(daftar: Sequence[tuple[Decimal, Decimal]]) -> Decimal | None:
    """Return the mean of numbers by their weights; None where there are none."""
    if not daftar:
        return None
    jumlah = jumlahkan(kalikan(angka, berat) for angka, berat in daftar)
    return genapkan(bagi(jumlah, jumlahkan(berat for _, berat in daftar)))


def sebutan_sasaran(aturan: Aturan, dasar: str = "") -> str:
    """Return what the mean of a sasaran is called, and what is done with a high capaian before it enters.

    Args:
        aturan: The agency's rules.
        dasar: What the mean stands on, which is named between the two.
    """
    return _dengan_batas(f"{SEBUTAN_SASARAN[aturan.cara_rata]}{dasar}", aturan)


def sebutan_instansi(aturan: Aturan) -> str:
    """Return what the agency's mean is called, and what is done with a high capaian before it enters."""
    return _dengan_batas(SEBUTAN_INSTANSI[aturan.cara_rata], aturan)


def _dengan_batas(sebutan: str, aturan: Aturan) -> str:
    return "; ".join(filter(None, (sebutan, sebutan_batas(aturan))))


def sebutan_batas(aturan: Aturan) -> str:
    """Return how a high capaian enters a mean; empty where nothing bounds it."""
    if aturan.batas_atas is None:
        return ""
    if aturan.ambang_batas is None:
        return f"capaian tiap indikator dihitung paling tinggi {koma(aturan.batas_atas)}%"
    return f"capaian lebih dari {koma(aturan.ambang_batas)}% dihitung {koma(aturan.batas_atas)}%"
