"""Sentences built from figures: what was compared with what, and by how much. Never a cause."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from lakip_gen.domain.angka_tertulis import bulatkan
from lakip_gen.domain.aturan import Aturan
from lakip_gen.domain.capaian import SERATUS, Capaian, HasilCapaian
from lakip_gen.domain.ketelitian import desimal_beda, desimal_ukuran
from lakip_gen.domain.kinerja import Indikator
from lakip_gen.domain.nilai import Rentang, Target
from lakip_gen.domain.penerimaan import StatusUnit
from lakip_gen.domain.pengukuran import Pengukuran
from lakip_gen.domain.periode import Jenis, Periode
from lakip_gen.domain.rekap import Rekap, RekapIndikator, RekapSasaran
from lakip_gen.domain.rekap_anggaran import JumlahAnggaran
from lakip_gen.domain.rerata import Rerata, sebutan_instansi, sebutan_sasaran
from lakip_gen.domain.satuan import adalah_persen
from lakip_gen.laporan.sajian import (
    SEMENTARA,
    alasan_capaian,
    angka_sajian,
    capaian_persen,
    capaian_sajian,
    jumlah_predikat,
    persen_sajian,
    rupiah_sajian,
)
from lakip_gen.pesan import bahasa

SATUAN_POIN: Final = frozenset({"angka", "indeks", "nilai", "poin", "skor"})
"""What says no more than that there is a figure; a distance between two such is in points."""
TANPA_PREDIKAT: Final = f" ({SEMENTARA}, belum berpredikat)"


def kalimat_indikator(rekap: RekapIndikator, periode: Periode, aturan: Aturan) -> str:
    """Return one sentence on target, realisasi and capaian of an indicator in the period."""
    indikator, ini = rekap.indikator, rekap.periode_ini
    target = bersatuan(angka_sajian(ini.target, indikator, desimal_ukuran(ini, indikator.desimal)), indikator)
    if ini.realisasi.angka is None:
        return f"Realisasi {periode.nama} belum dapat disajikan: {ini.realisasi.keterangan}."
    sementara = f" ({_dasar_sementara(rekap)})" if ini.sementara else ""
    realisasi = f"{'sebesar' if indikator.skala is None else 'adalah'} {_realisasi(ini, indikator)}{sementara}"
    if ini.target is None:
        return f"Realisasi {periode.nama} {realisasi}; target periode ini tidak ditetapkan."
    awal = f"Dari target {target}, realisasi {periode.nama} {realisasi}"
    if not isinstance(ini.capaian, Capaian):
        return f"{awal}; capaiannya tidak dapat dinilai karena {alasan_capaian(ini)}."
    predikat = f" ({rekap.pita.predikat})" if rekap.pita else TANPA_PREDIKAT
    persen = f"{capaian_sajian(ini, aturan)}%{predikat}"
    akhir = _terhadap_target(ini.realisasi.angka, ini.target, ini.capaian, indikator)
    return f"{awal}, sehingga capaiannya {persen}. {akhir}"


def _dasar_sementara(rekap: RekapIndikator) -> str:
    """Return that a figure is provisional, and what it stands on."""
    dasar = [rekap.periode_ini.realisasi.catatan, *(triwulan.catatan_unit for triwulan in rekap.daftar_triwulan)]
    return f"{SEMENTARA}: {'; '.join(filter(None, dasar))}"


def _realisasi(ini: Pengukuran, indikator: Indikator) -> str:
    return bersatuan(angka_sajian(ini.realisasi, indikator, desimal_ukuran(ini, indikator.desimal)), indikator)


def bersatuan(teks: str, indikator: Indikator) -> str:
    """Return a figure with its satuan; a predicate, an index or a score needs none."""
    if indikator.skala is not None or _adalah_poin(indikator):
        return teks
    return f"{teks}%" if adalah_persen(indikator.satuan) else f"{teks} {indikator.satuan}"


def jarak(kini: Decimal, acuan: Decimal, indikator: Indikator) -> str:
    """Return how far a figure is from another, both as they are printed; empty where nothing is seen of it."""
    desimal = desimal_beda(kini, (acuan,), indikator.desimal)
    selisih = abs(bulatkan(kini, desimal) - bulatkan(acuan, desimal))
    if indikator.skala is not None or not selisih:
        return ""
    return f"{bahasa.angka(selisih, desimal)} {_satuan_selisih(indikator)}"


def _satuan_selisih(indikator: Indikator) -> str:
    """Return what the distance between two figures of an indicator is counted in."""
    if adalah_persen(indikator.satuan):
        return "poin persentase"
    return "poin" if _adalah_poin(indikator) else indikator.satuan


def _adalah_poin(indikator: Indikator) -> bool:
    return indikator.satuan.casefold() in SATUAN_POIN


def _terhadap_target(realisasi: Decimal, target: Target, capaian: Capaian, indikator: Indikator) -> str:
    """Return whether the target is reached, as the capaian has it, and how far above or below the realisasi stands."""
    if isinstance(target, Rentang):
        if target.bawah <= realisasi <= target.atas:
            return "Realisasi berada di dalam rentang target."
        di_bawah = realisasi < target.bawah
        batas, sebutan = (target.bawah, "batas bawah") if di_bawah else (target.atas, "batas atas")
        return f"Target belum tercapai: {_beda(realisasi, batas, indikator)} {sebutan} target."
    if realisasi == target:
        return "Target tercapai tepat."
    simpulan = "terlampaui" if capaian.mentah > SERATUS else "belum tercapai"
    return f"Target {simpulan}: {_beda(realisasi, target, indikator)} target."


def _beda(realisasi: Decimal, acuan: Decimal, indikator: Indikator) -> str:
    sedikit = "" if indikator.skala else "sedikit"
    sejauh = jarak(realisasi, acuan, indikator) or sedikit
    return " ".join(filter(None, ("realisasi", sejauh, "di atas" if realisasi > acuan else "di bawah")))


def kalimat_sasaran(rekap: RekapSasaran, periode: Periode, aturan: Aturan) -> str:
    """Return one sentence on the mean capaian of a sasaran."""
    if rekap.rerata.angka is None:
        return f"Capaian sasaran ini pada {periode.nama} belum dapat dihitung ({_banyak_dinilai(rekap.rerata)})."
    predikat = f" dengan predikat {rekap.pita.predikat}" if rekap.pita else ", sementara dan belum berpredikat"
    rata = capaian_persen(rekap.rerata.angka, aturan)
    dasar = sebutan_sasaran(aturan, f", {_banyak_dinilai(rekap.rerata)}")
    return f"Rata-rata capaian sasaran ini pada {periode.nama} adalah {rata}%{predikat} ({dasar})."


def _banyak_dinilai(rerata: Rerata) -> str:
    return f"{rerata.ada} dari {rerata.semua} indikator dinilai{rerata.kurang}"


def kalimat_anggaran(anggaran: JumlahAnggaran, periode: Periode, aturan: Aturan) -> str:
    """Return one sentence on the money spent up to the period's end."""
    pagu = f"Rp{rupiah_sajian(anggaran.pagu)}"
    if anggaran.realisasi.angka is None or anggaran.serapan is None:
        alasan = anggaran.realisasi.keterangan or "pagu 0"
        return f"Dari pagu {pagu}, realisasi sampai dengan akhir {periode.nama} belum dapat dijumlahkan: {alasan}."
    realisasi = f"Rp{rupiah_sajian(anggaran.realisasi)}"
    serap = persen_sajian(anggaran.serapan, aturan)
    tanpa = f" ({anggaran.realisasi.catatan} beserta pagunya)" if anggaran.realisasi.catatan else ""
    return f"Dari pagu {pagu}, terserap {realisasi} atau {serap}%{tanpa} sampai dengan akhir {periode.nama}."


def daftar_ikhtisar(rekap: Rekap) -> tuple[str, ...]:
    """Return the executive summary, sentence by sentence."""
    daftar = (_cakupan(rekap), _formulir(rekap), _rerata(rekap), _predikat(rekap), _anggaran(rekap))
    return tuple(filter(None, daftar))


def _cakupan(rekap: Rekap) -> str:
    sasaran, indikator = len(rekap.daftar_sasaran), len(rekap.daftar_indikator)
    return (
        f"Laporan {rekap.periode.nama} mencakup {bahasa.hitungan(sasaran)} sasaran strategis dengan "
        f"{bahasa.hitungan(indikator)} indikator kinerja; {_dinilai(rekap.rerata)}."
    )


def _dinilai(rerata: Rerata) -> str:
    tanpa = "".join(f", {bahasa.hitungan(banyak)} {sebab.value}" for sebab, banyak in rerata.tanpa)
    if not rerata.ada:
        return f"belum ada yang dapat dinilai{tanpa}"
    bagian = "semuanya" if rerata.ada == rerata.semua else f"{bahasa.hitungan(rerata.ada)} di antaranya"
    kurang = f", {bahasa.hitungan(rerata.sementara)} dari data yang belum lengkap" if rerata.sementara else ""
    return f"{bagian} sudah dapat dinilai{kurang}{tanpa}"


def _formulir(rekap: Rekap) -> str:
    """Return how many of the forms of a longer period are there; of a quarter its report tells the units."""
    semua = len(rekap.daftar_status)
    if not semua or rekap.periode.jenis is Jenis.TRIWULAN:
        return ""
    ada = sum(status.status is StatusUnit.DITERIMA for status in rekap.daftar_status)
    if ada == semua:
        return f"Laporan ini disusun dari seluruh {bahasa.hitungan(semua)} laporan triwulan unit kerja."
    return (
        f"Laporan ini disusun dari {bahasa.hitungan(ada)} dari {bahasa.hitungan(semua)} laporan triwulan unit kerja; "
        "angka yang menunggu laporan lain belum lengkap."
    )


def _rerata(rekap: Rekap) -> str:
    if rekap.rerata.angka is None:
        return ""
    predikat = f" dengan predikat {rekap.pita.predikat}" if rekap.pita else TANPA_PREDIKAT
    rata = capaian_persen(rekap.rerata.angka, rekap.induk.aturan)
    cara = sebutan_instansi(rekap.induk.aturan)
    return f"Rata-rata capaian kinerja adalah {rata}%{predikat}, dihitung sebagai {cara}."


def _predikat(rekap: Rekap) -> str:
    berpredikat = rekap.rerata.ada - rekap.rerata.sementara
    if not berpredikat:
        return ""
    bagian = [
        f"{bahasa.hitungan(banyak)} indikator atau {bahasa.persen(bagian_persen(banyak, berpredikat))}% berpredikat "
        f"{pita.predikat}"
        for pita, banyak in jumlah_predikat(rekap)
        if pita is not None and banyak
    ]
    belum = f"; {bahasa.hitungan(rekap.rerata.sementara)} indikator {SEMENTARA}, belum berpredikat"
    return f"Menurut predikat: {bahasa.gabung(bagian)}{belum if rekap.rerata.sementara else ''}."


def bagian_persen(banyak: int, semua: int) -> Decimal:
    """Return a share in percent; 0 of nothing is 0."""
    return Decimal(banyak) / semua * SERATUS if semua else Decimal(0)


def _anggaran(rekap: Rekap) -> str:
    return kalimat_anggaran(rekap.anggaran, rekap.periode, rekap.induk.aturan) if rekap.daftar_anggaran else ""


def angka_capaian(capaian: HasilCapaian) -> Decimal | None:
    """Return the number of a capaian, None where there is none."""
    return capaian.angka if isinstance(capaian, Capaian) else None
