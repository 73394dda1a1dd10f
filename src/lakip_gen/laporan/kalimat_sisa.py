"""What is still needed to reach the year's target: the distance, never a forecast."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lakip_gen.domain.capaian import SERATUS, Arah, Capaian
from lakip_gen.domain.nilai import Rentang
from lakip_gen.laporan.kalimat_indikator import jarak
from lakip_gen.pesan import bahasa

if TYPE_CHECKING:
    from decimal import Decimal

    from lakip_gen.domain.kinerja import Indikator
    from lakip_gen.domain.rekap import RekapIndikator

TERCAPAI = "sudah tercapai"
DI_DALAM = "di dalam rentang target"
SEDIKIT = "sedikit"
"""Stands for a distance that is seen in no decimal that is printed."""


def sisa_target(milik: RekapIndikator) -> str:
    """Return how far the year's target is from what was reached so far, for a cell of a table."""
    ukur, indikator = milik.setahun, milik.indikator
    angka, target = ukur.realisasi.angka, ukur.target
    if angka is None or target is None:
        return bahasa.KOSONG
    if isinstance(target, Rentang):
        return _rentang(angka, target, indikator)
    if indikator.skala is not None:
        tercapai = isinstance(ukur.capaian, Capaian) and ukur.capaian.angka >= SERATUS
        return TERCAPAI if tercapai else f"menuju {indikator.skala.predikat(target)}"
    sejauh = jarak(angka, target, indikator) or SEDIKIT
    bertambah = indikator.cara_gabung.sifat.dijumlah or indikator.cara_gabung.sifat.berjalan
    if indikator.arah is Arah.TURUN:
        return _turun(angka, target, sejauh, bertambah=bertambah)
    if angka >= target:
        return TERCAPAI
    return f"{sejauh} lagi" if bertambah else f"kurang {sejauh}"


def _turun(angka: Decimal, target: Decimal, sejauh: str, *, bertambah: bool) -> str:
    """Return how far a figure that shall be small is from its target; one that only grows uses up a limit."""
    if angka > target:
        return f"melampaui batas {sejauh}" if bertambah else f"lebih {sejauh}"
    if not bertambah:
        return TERCAPAI
    return "batas habis terpakai" if angka == target else f"masih {sejauh} di bawah batas"


def _rentang(angka: Decimal, target: Rentang, indikator: Indikator) -> str:
    if target.bawah <= angka <= target.atas:
        return DI_DALAM
    batas, sebutan = (target.bawah, "bawah") if angka < target.bawah else (target.atas, "atas")
    return f"{jarak(angka, batas, indikator) or SEDIKIT} di {sebutan} rentang"
