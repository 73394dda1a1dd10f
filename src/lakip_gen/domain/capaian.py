"""Capaian: how far a realisasi reaches its target, in percent, exactly and with the formula that was used."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, unique
from typing import TypeAlias

from lakip_gen.domain.aturan import Aturan, RumusTurun
from lakip_gen.domain.hitung import bagi
from lakip_gen.domain.nilai import Rentang, Target

SERATUS = Decimal(100)


@unique
class Arah(Enum):
    """The polarity of an indicator: what counts as better."""

    NAIK = "naik"
    TURUN = "turun"
    RENTANG = "rentang"


@dataclass(frozen=True, slots=True)
class Capaian:
    """An achievement in percent.

    Attributes:
        angka: What counts, after cap and floor.
        mentah: What the formula gave.
        rumus: The formula in symbols, R realisasi and T target.
    """

    angka: Decimal
    mentah: Decimal
    rumus: str

    @property
    def dibatasi(self) -> bool:
        """Whether the cap or the floor of the agency bites."""
        return self.angka != self.mentah


@dataclass(frozen=True, slots=True)
class TidakDinilai:
    """An achievement that cannot be computed, with the reason as the reader will see it.

    Attributes:
        nanti: Whether it says nothing only until the year's end.
    """

    alasan: str
    nanti: bool = False


HasilCapaian: TypeAlias = Capaian | TidakDinilai

RUMUS_NAIK = "R / T × 100"
RUMUS_SELISIH = "(2T − R) / T × 100"
RUMUS_RASIO = "T / R × 100"
RUMUS_DALAM = "di dalam rentang = 100"
RUMUS_BAWAH = "R / batas bawah × 100"
RUMUS_ATAS = "(2 × batas atas − R) / batas atas × 100"
RUMUS_NAIK_MINUS = "(1 + (R − T) / |T|) × 100"
RUMUS_SELISIH_MINUS = "(1 − (R − T) / |T|) × 100"
RUMUS_BAWAH_MINUS = "(1 − (batas bawah − R) / |batas bawah|) × 100"
RUMUS_ATAS_MINUS = "(1 − (R − batas atas) / |batas atas|) × 100"
"""The same distances written for a target below zero, where the short forms would turn better into worse."""
RUMUS_NOL = "target 0: realisasi 0 = 100, di atas 0 = 0"


def hitung_capaian(
    realisasi: Decimal, target: Target, arah: Arah, aturan: Aturan, rumus_turun: RumusTurun | None = None
) -> HasilCapaian:
    """Return the capaian of a realisasi against its target.

    Args:
        realisasi: In the indicator's satuan.
        target: In the same satuan; a `Rentang` for the arah rentang.
        arah: The polarity.
        aturan: The agency's rules (formula, target 0, cap and floor).
        rumus_turun: The indicator's own formula for turun, which wins over the agency's.
    """
    hasil = _mentah(realisasi, target, arah, aturan, rumus_turun or aturan.rumus_turun)
    return hasil if isinstance(hasil, TidakDinilai) else _batasi(hasil, aturan)


def _mentah(realisasi: Decimal, target: Target, arah: Arah, aturan: Aturan, rumus: RumusTurun) -> HasilCapaian:
    if isinstance(target, Rentang):
        return _rentang(realisasi, target)
    if arah is Arah.RENTANG:
        return TidakDinilai("target rentang belum berbentuk “a s.d. b”")
    if target == 0:
        return _target_nol(realisasi, arah, aturan)
    if arah is Arah.NAIK:
        return _jarak(realisasi - target, target, RUMUS_NAIK if target > 0 else RUMUS_NAIK_MINUS)
    if rumus is RumusTurun.SELISIH:
        return _jarak(target - realisasi, target, RUMUS_SELISIH if target > 0 else RUMUS_SELISIH_MINUS)
    return _rasio(realisasi, target)


def _jarak(lebih: Decimal, patokan: Decimal, rumus: str) -> Capaian:
    """Return 100 and the distance from a bound in units of its size: better is more, whatever the bound's sign."""
    besar = abs(patokan)
    return _capaian(bagi((besar + lebih) * SERATUS, besar), rumus)


def _rasio(realisasi: Decimal, target: Decimal) -> HasilCapaian:
    if realisasi == 0:
        return TidakDinilai("realisasi 0 tidak dapat dibagi (rumus T / R)")
    if realisasi < 0 or target < 0:
        return TidakDinilai("angka negatif tidak dapat dibandingkan dengan rumus T / R")
    return _capaian(bagi(target * SERATUS, realisasi), RUMUS_RASIO)


def _rentang(realisasi: Decimal, target: Rentang) -> HasilCapaian:
    if target.bawah <= realisasi <= target.atas:
        return _capaian(SERATUS, RUMUS_DALAM)
    if realisasi < target.bawah:
        if target.bawah == 0:
            return TidakDinilai("batas bawah target 0")
        rumus = RUMUS_BAWAH if target.bawah > 0 else RUMUS_BAWAH_MINUS
        return _jarak(realisasi - target.bawah, target.bawah, rumus)
    if target.atas == 0:
        return TidakDinilai("batas atas target 0")
    return _jarak(target.atas - realisasi, target.atas, RUMUS_ATAS if target.atas > 0 else RUMUS_ATAS_MINUS)


def _target_nol(realisasi: Decimal, arah: Arah, aturan: Aturan) -> HasilCapaian:
    """Return what a target of 0 says: nothing, but where the agency counts zero incidents as reached.

    A growing indicator with a target of 0 has nothing planned yet, which is no achievement.
    """
    if not aturan.nol_tercapai or arah is not Arah.TURUN or realisasi < 0:
        return TidakDinilai("target 0")
    return _capaian(Decimal(0) if realisasi else SERATUS, RUMUS_NOL)


def _capaian(angka: Decimal, rumus: str) -> Capaian:
    return Capaian(angka, angka, rumus)


def _batasi(capaian: Capaian, aturan: Aturan) -> Capaian:
    angka = capaian.mentah
    if aturan.batas_bawah is not None:
        angka = max(angka, aturan.batas_bawah)
    if aturan.batas_atas is not None and (aturan.ambang_batas is None or angka > aturan.ambang_batas):
        angka = aturan.batas_atas if aturan.ambang_batas is not None else min(angka, aturan.batas_atas)
    return Capaian(angka, capaian.mentah, capaian.rumus)


def serapan(realisasi: Decimal | None, pagu: Decimal | None) -> Decimal | None:
    """Return the share of the pagu that was spent, in percent; None where it has no meaning."""
    if realisasi is None or not pagu:
        return None
    return bagi(realisasi * SERATUS, pagu)


@dataclass(frozen=True, slots=True)
class Efisiensi:
    """Capaian minus serapan in percentage points with its verdict, or the reason why there is none.

    Attributes:
        kinerja: The mean capaian that was compared, in percent: none of them counts for more than 100.
    """

    angka: Decimal | None
    simpulan: str
    kinerja: Decimal | None = None


BERIMBANG = "berimbang"
"""All the work for all the money: neither saved nor wasted, as PMK 214/2017 has it with an E of 0."""


def efisiensi(kinerja: Decimal | None, terserap: Decimal | None) -> Efisiensi:
    """Return the efisiensi of a sasaran: efficient only when every target is met with less than all the money.

    Args:
        kinerja: Mean capaian in percent, each counted up to 100.
        terserap: Serapan in percent.
    """
    if kinerja is None:
        return Efisiensi(None, "tidak dapat dihitung: capaian belum ada")
    if terserap is None:
        return Efisiensi(None, "tidak dapat dihitung: pagu 0 atau realisasi anggaran belum dilaporkan", kinerja)
    if kinerja == 0 and terserap == 0:
        return Efisiensi(None, "belum dilaksanakan", kinerja)
    selisih = kinerja - terserap
    if kinerja < SERATUS:
        return Efisiensi(selisih, "target belum tercapai, efisiensi tidak dinilai", kinerja)
    if selisih == 0:
        return Efisiensi(selisih, BERIMBANG, kinerja)
    return Efisiensi(selisih, "efisien" if selisih > 0 else "tidak efisien", kinerja)
