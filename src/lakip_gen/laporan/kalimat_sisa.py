"""What is still needed to reach the year's target: the distance, never a forecast."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lakip_gen.domain.capaian import SERATUS, Arah, Capaian
from lakip_gen.domain.nilai import Rentang
from lakip_gen.domain.pengukuran import BULAN_TERAKHIR
from lakip_gen.laporan.kalimat_indikator import jarak
from lakip_gen.pesan import bahasa

if TYPE_CHECKING:
    from decimal import Decimal

    from lakip_gen.domain.kinerja import Indikator
    from lakip_gen.domain.rekap import RekapIndikator

TERCAPAI = "sudah tercapai"
SEJAUH_INI = "sejauh ini memenuhi target"
"""Stands for a figure that may still fall behind: a mean or a state before the year ends, and one that lacks data."""
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
        belum = "di bawah" if _berakhir(milik) else "menuju"
        return _dicapai(milik) if tercapai else f"{belum} {indikator.skala.predikat(target)}"
    sejauh = jarak(angka, target, indikator) or SEDIKIT
    bertambah = _bertambah(indikator)
    if indikator.arah is Arah.TURUN and bertambah:
        return _batas(angka, target, sejauh, "" if _berakhir(milik) else "masih ")
    if angka == target or (angka < target) is (indikator.arah is Arah.TURUN):
        return _dicapai(milik)
    if indikator.arah is Arah.TURUN:
        return f"lebih {sejauh}"
    return f"{sejauh} lagi" if bertambah and not _berakhir(milik) else f"kurang {sejauh}"


def _bertambah(indikator: Indikator) -> bool:
    """Return whether its figure only grows in the course of a year."""
    return indikator.cara_gabung.sifat.dijumlah or indikator.cara_gabung.sifat.berjalan


def _dicapai(milik: RekapIndikator) -> str:
    """Return that a figure is where it shall be at the end of the year; reached is only what nothing can undo."""
    akhir = _berakhir(milik) or milik.indikator.cara_gabung.sifat.sekali
    tetap = _bertambah(milik.indikator) or (akhir and not milik.setahun.sementara)
    return TERCAPAI if tetap else SEJAUH_INI


def _berakhir(milik: RekapIndikator) -> bool:
    """Return whether the year is over, after which nothing is still on its way."""
    return milik.daftar_triwulan[-1].periode.akhir.month == BULAN_TERAKHIR


def _batas(angka: Decimal, target: Decimal, sejauh: str, masih: str) -> str:
    """Return how far a figure that only grows is from the limit that it uses up; `masih` says that it goes on."""
    if angka > target:
        return f"{sejauh} di atas batas"
    return "batas habis terpakai" if angka == target else f"{masih}{sejauh} di bawah batas"


def _rentang(angka: Decimal, target: Rentang, indikator: Indikator) -> str:
    if target.bawah <= angka <= target.atas:
        return DI_DALAM
    batas, sebutan = (target.bawah, "bawah") if angka < target.bawah else (target.atas, "atas")
    return f"{jarak(angka, batas, indikator) or SEDIKIT} di {sebutan} rentang"
