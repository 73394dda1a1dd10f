"""What the money of a sasaran brought: what is left of it and where, what one result cost, what each line produced."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from lakip_gen.domain.capaian import Arah
from lakip_gen.domain.hitung import bagi
from lakip_gen.domain.satuan import adalah_persen
from lakip_gen.laporan import sajian
from lakip_gen.laporan.kalimat_indikator import SATUAN_POIN, bersatuan
from lakip_gen.laporan.pandangan_angka import Angka
from lakip_gen.pesan import bahasa

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lakip_gen.domain.aturan import Aturan
    from lakip_gen.domain.rekap import Rekap, RekapIndikator, RekapSasaran
    from lakip_gen.domain.rekap_anggaran import RekapAnggaran


def sisa(milik: RekapAnggaran) -> Angka:
    """Return what is left of a budget line's pagu."""
    if milik.realisasi.angka is None:
        return Angka(bahasa.KOSONG)
    angka = milik.pagu - milik.realisasi.angka
    return Angka(sajian.rupiah_sajian(angka), angka)


def daftar_keluaran(rekap: Rekap, kode: str) -> tuple[str, ...]:
    """Return what a budget line is measured by, each with target, realisasi and capaian."""
    return tuple(_keluaran(milik, rekap.induk.aturan) for milik in rekap.indikator_rekening(kode))


def _keluaran(milik: RekapIndikator, aturan: Aturan) -> str:
    indikator, ini = milik.indikator, milik.periode_ini
    target = bersatuan(sajian.angka_sajian(ini.target, indikator), indikator)
    if ini.realisasi.angka is None:
        return f"{indikator.nama}: {ini.realisasi.keterangan}, target {target}"
    realisasi = bersatuan(sajian.angka_sajian(ini.realisasi, indikator), indikator)
    capaian = sajian.capaian_sajian(ini, aturan)
    return f"{indikator.nama}: {realisasi} dari target {target} (capaian {capaian}{'%' if ini.dinilai else ''})"


def kalimat_sisa(milik: RekapSasaran, aturan: Aturan) -> str:
    """Return where most of a sasaran's money is left; empty where nothing is left or it is not known."""
    semua_sisa = [(sisa(satu).nilai, satu.anggaran.uraian) for satu in milik.daftar_anggaran]
    ada = [(nilai, uraian) for nilai, uraian in semua_sisa if nilai is not None]
    semua = sum((satu for satu, _ in ada), Decimal(0))
    if len(ada) < len(milik.daftar_anggaran) or semua <= 0:
        return ""
    terbesar, uraian = max(ada, key=lambda satu: satu[0])
    awal = f"Sisa anggaran Rp{sajian.rupiah_sajian(semua)}"
    if len(ada) == 1:
        return f"{awal} berada pada {uraian}."
    bagian = sajian.persen_sajian(bagi(terbesar * 100, semua), aturan)
    return f"{awal}, terbesar pada {uraian} (Rp{sajian.rupiah_sajian(terbesar)} atau {bagian}% dari sisa)."


def kalimat_biaya(milik: RekapSasaran) -> str:
    """Return what one result of a sasaran cost, where it has one indicator that counts results; else nothing."""
    hasil = next(_hasil(milik), None)
    uang = milik.anggaran.realisasi.angka
    if hasil is None or uang is None:
        return ""
    banyak, satuan = hasil
    return f"Biaya rata-rata untuk menghasilkan satu {satuan} adalah Rp{sajian.rupiah_sajian(bagi(uang, banyak))}."


def _hasil(milik: RekapSasaran) -> Iterator[tuple[Decimal, str]]:
    """Yield how many results the only indicator of a sasaran counts, and what they are."""
    if len(milik.daftar_indikator) != 1 or not milik.daftar_anggaran:
        return
    [satu] = milik.daftar_indikator
    indikator, angka = satu.indikator, satu.setahun.realisasi.angka
    dihitung = indikator.cara_gabung.sifat.dijumlah and (indikator.arah, indikator.skala) == (Arah.NAIK, None)
    poin = indikator.satuan.casefold() in SATUAN_POIN or adalah_persen(indikator.satuan)
    if dihitung and not poin and angka and not satu.sementara:
        yield angka, indikator.satuan
