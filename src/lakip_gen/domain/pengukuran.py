"""One figure against one target, measured once and kept on its row: a unit's, a quarter's, the year's."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from lakip_gen.domain.aturan import Aturan
from lakip_gen.domain.capaian import Arah, Capaian, HasilCapaian, TidakDinilai, hitung_capaian
from lakip_gen.domain.kinerja import Indikator
from lakip_gen.domain.konsolidasi import Akumulasi, baca_akumulasi, dari_triwulan
from lakip_gen.domain.nilai import Hasil, Isian, Nilai, Pecahan, Target, TidakDitunggu
from lakip_gen.domain.periode import Periode

TARGET_BELUM_ADA = TidakDinilai("target belum ditetapkan")
TANPA_TARGET = TidakDinilai(TidakDitunggu().alasan)
BAGIAN_UNIT = TidakDinilai("bagian satu unit dari angka gabungan")
ANGKA_NEGATIF = TidakDinilai("angka negatif")
AKHIR_TAHUN = TidakDinilai("dinilai pada akhir tahun", nanti=True)
BULAN_TERAKHIR: Final = 12


@dataclass(frozen=True, slots=True)
class Pengukuran:
    """One figure against one target, with the capaian that follows."""

    target: Target | None
    realisasi: Hasil
    capaian: HasilCapaian

    @property
    def sementara(self) -> bool:
        """Whether its figure stands on incomplete data, so that it gets no final predikat."""
        return self.realisasi.sebagian

    @property
    def dinilai(self) -> Capaian | None:
        """The capaian where there is one."""
        return self.capaian if isinstance(self.capaian, Capaian) else None


def ukur(indikator: Indikator, target: Target | None, akumulasi: Akumulasi, aturan: Aturan) -> Pengukuran:
    """Return the figure of a period against a target."""
    realisasi = baca_akumulasi(akumulasi, indikator.cara_gabung, indikator.pengali)
    if realisasi.angka is None:
        return Pengukuran(target, realisasi, TidakDinilai(realisasi.keterangan))
    if target is None:
        # where the year has a target, somebody did plan: only this period has none
        alasan = TARGET_BELUM_ADA if indikator.target_berlaku.tahun is None else TANPA_TARGET
        return Pengukuran(target, realisasi, alasan)
    capaian = hitung_capaian(realisasi.angka, target, indikator.arah, aturan, indikator.rumus_turun)
    return Pengukuran(target, realisasi, capaian)


def ukur_setahun(
    indikator: Indikator, periode: Periode, akumulasi: Akumulasi, aturan: Aturan, tanpa: frozenset[int]
) -> Pengukuran:
    """Return the figure so far against the year's target.

    What may at most add up to the target says nothing before the year's end: 3 of at most 12 cases after the first
    quarter are no achievement of 175 percent.
    """
    target = indikator.target_tahun(tanpa)
    ukuran = ukur(indikator, target, akumulasi, aturan)
    if hanya_akhir_tahun(indikator) and periode.akhir.month < BULAN_TERAKHIR and ukuran.dinilai:
        return replace(ukuran, capaian=AKHIR_TAHUN)
    return ukuran


def hanya_akhir_tahun(indikator: Indikator) -> bool:
    """Return whether a figure may at most add up to its target, so that it says nothing before the year's end."""
    sifat = indikator.cara_gabung.sifat
    return indikator.arah is Arah.TURUN and (sifat.dijumlah or sifat.berjalan)


def ukur_unit(indikator: Indikator, isian: Isian, triwulan: Periode, aturan: Aturan) -> Pengukuran:
    """Return one unit's own figure of a quarter against the target; a share of a sum has no capaian of its own."""
    target = indikator.target(triwulan, aturan)
    akumulasi = dari_triwulan(triwulan.nomor, isian)
    tanpa_capaian = BAGIAN_UNIT if indikator.bersama else ANGKA_NEGATIF if negatif(isian, indikator) else None
    if tanpa_capaian is None:
        return ukur(indikator, target, akumulasi, aturan)
    realisasi = baca_akumulasi(akumulasi, indikator.cara_gabung, indikator.pengali)
    return Pengukuran(target, realisasi, tanpa_capaian)


def negatif(isian: Isian, indikator: Indikator) -> tuple[str, Decimal] | None:
    """Return the column and the figure that lies below zero where it cannot; what a ratio is divided by never can."""
    match isian:
        case Pecahan(_, penyebut) if penyebut < 0:
            return "penyebut", penyebut
        case Pecahan(pembilang, _) if pembilang < 0 and not indikator.dapat_negatif:
            return "pembilang", pembilang
        case Nilai(angka) if angka < 0 and not indikator.dapat_negatif:
            return "realisasi", angka
    return None
