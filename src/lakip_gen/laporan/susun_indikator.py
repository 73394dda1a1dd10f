"""The view of one indicator: its figures, its sentences, its earlier years, its units' words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby
from typing import Final

from lakip_gen.domain.angka_tertulis import koma
from lakip_gen.domain.aturan import Aturan, RumusTurun
from lakip_gen.domain.capaian import (
    RUMUS_DALAM,
    RUMUS_NAIK,
    RUMUS_RASIO,
    RUMUS_SELISIH,
    Arah,
    Capaian,
    hitung_capaian,
)
from lakip_gen.domain.induk import Induk
from lakip_gen.domain.ketelitian import desimal_ukuran
from lakip_gen.domain.kinerja import Indikator
from lakip_gen.domain.nilai import Nilai, Pecahan, Target
from lakip_gen.domain.pengukuran import Pengukuran
from lakip_gen.domain.periode import Jenis, Periode
from lakip_gen.domain.periode import setahun as tahun_penuh
from lakip_gen.domain.rekap import Rekap, RekapIndikator, RekapTriwulan, Sumber
from lakip_gen.domain.rekap_renstra import RekapRenstra
from lakip_gen.laporan import sajian
from lakip_gen.laporan.grafik import grafik_tahun, grafik_triwulan
from lakip_gen.laporan.kalimat import angka_capaian
from lakip_gen.laporan.kalimat_analisis import kalimat_tren, tren
from lakip_gen.laporan.kalimat_indikator import (
    hasil_indikator,
    kalimat_indikator,
    kalimat_setahun,
    ringkas_indikator,
)
from lakip_gen.laporan.kalimat_sisa import sisa_target
from lakip_gen.laporan.narasi_kinerja import narasi_indikator
from lakip_gen.laporan.pandangan_angka import Angka
from lakip_gen.laporan.pandangan_catatan import AsalPandangan, SumberPandangan
from lakip_gen.laporan.pandangan_indikator import (
    IndikatorPandangan,
    PembandingPandangan,
    TahunPandangan,
    TriwulanPandangan,
)
from lakip_gen.laporan.susun_analisis import daftar_analisis, daftar_catatan, daftar_sintesis, tanpa_analisis
from lakip_gen.laporan.susun_grafik import TANPA_WARNA
from lakip_gen.pesan import bahasa

STANDAR_NASIONAL: Final = "Standar nasional"


def susun_daftar_indikator(
    rekap: Rekap, sasaran: int, daftar: Sequence[RekapIndikator]
) -> tuple[IndikatorPandangan, ...]:
    """Return the views of a sasaran's indicators; those of one outcome are worded each another way."""
    banyak: Counter[str] = Counter()
    hasil = []
    for urut, milik in enumerate(daftar, start=1):
        golongan = hasil_indikator(milik)
        hasil.append(susun_indikator(rekap, f"{sasaran}.{urut}", milik, banyak[golongan]))
        banyak[golongan] += 1
    return tuple(hasil)


def susun_indikator(rekap: Rekap, nomor: str, milik: RekapIndikator, giliran: int = 0) -> IndikatorPandangan:
    """Return the view of an indicator in the period of a rekap.

    Args:
        rekap: The figures of the period.
        nomor: Its number in the report.
        milik: Its figures.
        giliran: How many indicators of its sasaran before it have the same outcome.
    """
    indikator, induk, riwayat = milik.indikator, rekap.induk, milik.indikator.riwayat
    daftar_tahun = _daftar_tahun(milik, induk)
    return IndikatorPandangan(
        nomor=nomor,
        narasi=narasi_indikator(rekap, milik, nomor),
        rumus_capaian=rumus_capaian(milik, induk.aturan),
        adalah_utama=indikator.utama,
        bobot=_bobot(indikator.bobot),
        target=_target_ukuran(milik.periode_ini, indikator),
        realisasi=_realisasi(milik.periode_ini, indikator),
        capaian=_capaian(milik.periode_ini, induk.aturan),
        target_tahun=_target_ukuran(milik.setahun, indikator),
        realisasi_kini=_realisasi(milik.setahun, indikator),
        capaian_tahun=_capaian(milik.setahun, induk.aturan),
        predikat=sajian.predikat_sajian(milik.pita, sementara=milik.sementara),
        warna=milik.pita.warna if milik.pita else TANPA_WARNA,
        sebelumnya=_sebelumnya(rekap, milik, daftar_tahun),
        sisa_target=sisa_target(milik),
        daftar_triwulan=_daftar_triwulan(rekap, milik),
        daftar_peta=_daftar_peta(rekap, milik),
        daftar_tahun=daftar_tahun,
        target_renstra=_target(riwayat.target_renstra, indikator),
        realisasi_renstra=_realisasi(milik.renstra.ukuran, indikator),
        jenis_renstra=_jenis_renstra(milik.renstra, rekap.periode.tahun),
        capaian_renstra=_capaian_renstra(milik.renstra.ukuran, induk.aturan),
        standar_nasional=_target(riwayat.standar_nasional, indikator),
        capaian_standar=_banding(milik, riwayat.standar_nasional, induk.aturan),
        sumber_standar=riwayat.sumber_standar or bahasa.KOSONG,
        ada_standar=riwayat.standar_nasional is not None,
        daftar_pembanding=_daftar_pembanding(rekap, milik),
        daftar_analisis=daftar_analisis(milik),
        daftar_catatan=daftar_catatan(milik, setahun=rekap.periode.jenis is Jenis.TAHUN),
        daftar_sintesis=daftar_sintesis(milik),
        tanpa_analisis=tanpa_analisis(milik),
        daftar_sumber=_daftar_sumber(milik),
        grafik_tahun=grafik_tahun(rekap, milik),
        grafik_triwulan=grafik_triwulan(rekap, milik),
        **_dari_buku_induk(indikator, induk),
        **_daftar_kalimat(rekap, milik, daftar_tahun, giliran),
    )


def _dari_buku_induk(indikator: Indikator, induk: Induk) -> dict[str, str]:
    """Return what the buku induk says of an indicator in words, by the names of the view's fields."""
    return {
        "kode": indikator.kode,
        "nama": indikator.nama,
        "satuan": indikator.satuan,
        "arah": indikator.arah.value,
        "cara_gabung": indikator.cara_gabung.value,
        "definisi": indikator.definisi,
        "rumus": indikator.rumus or bahasa.KOSONG,
        "sumber_data": indikator.sumber_data or bahasa.KOSONG,
        "daftar_unit": bahasa.gabung([u.nama for k in indikator.daftar_unit if (u := induk.unit(k))]),
    }


def _daftar_kalimat(
    rekap: Rekap, milik: RekapIndikator, daftar_tahun: Sequence[TahunPandangan], giliran: int
) -> dict[str, str]:
    """Return what is said of an indicator, by the names of its fields; of years only in the report of a whole one."""
    aturan, setahun = rekap.induk.aturan, rekap.periode.jenis is Jenis.TAHUN
    return {
        "keterangan": _keterangan(milik, aturan),
        "kalimat": kalimat_indikator(milik, rekap.periode, aturan),
        "ringkas": ringkas_indikator(milik, aturan),
        "kalimat_setahun": kalimat_setahun(milik, rekap.periode, aturan, giliran),
        "kalimat_tren": kalimat_tren(milik.indikator, daftar_tahun) if setahun else "",
        "tren": tren(milik.indikator, daftar_tahun) if setahun else "",
    }


def _daftar_triwulan(rekap: Rekap, milik: RekapIndikator) -> tuple[TriwulanPandangan, ...]:
    """Return the quarters of the period, each with its figures."""
    return tuple(
        _triwulan(rekap, milik, satu) for satu in milik.daftar_triwulan if satu.periode in rekap.periode.daftar_triwulan
    )


def _daftar_peta(rekap: Rekap, milik: RekapIndikator) -> tuple[TriwulanPandangan, ...]:
    """Return all quarters of the year; those after the period have dashes."""
    sudah = {satu.periode: satu for satu in milik.daftar_triwulan}
    return tuple(
        _triwulan(rekap, milik, sudah[periode]) if periode in sudah else _tanpa_angka(periode.nama_pendek)
        for periode in tahun_penuh(rekap.periode.tahun).daftar_triwulan
    )


def _triwulan(rekap: Rekap, milik: RekapIndikator, satu: RekapTriwulan) -> TriwulanPandangan:
    ukur, aturan = satu.pengukuran, rekap.induk.aturan
    sementara = ukur.sementara and ukur.dinilai is not None
    pita = aturan.pita(ukur.dinilai.angka) if ukur.dinilai and not sementara else None
    return TriwulanPandangan(
        nama=satu.periode.nama_pendek,
        target=_target_ukuran(ukur, milik.indikator),
        realisasi=_realisasi(ukur, milik.indikator),
        capaian=_capaian(ukur, aturan),
        predikat=sajian.predikat_sajian(pita, sementara=sementara),
        warna=pita.warna if pita else TANPA_WARNA,
    )


def _tanpa_angka(nama: str) -> TriwulanPandangan:
    kosong = Angka(bahasa.KOSONG)
    return TriwulanPandangan(
        nama=nama, target=kosong, realisasi=kosong, capaian=kosong, predikat=bahasa.KOSONG, warna=TANPA_WARNA
    )


def nama_sebelumnya(periode: Periode) -> str:
    """Return what the last quarter of a period is compared with: the quarter before, in TW I last year."""
    *daftar_lalu, _ = periode.sampai_dengan
    return daftar_lalu[-1].nama_pendek if daftar_lalu else f"Tahun {periode.tahun - 1}"


def _sebelumnya(rekap: Rekap, milik: RekapIndikator, daftar_tahun: tuple[TahunPandangan, ...]) -> TriwulanPandangan:
    """Return the quarter before the last one; in TW I last year, with dashes where that is not known."""
    if len(milik.daftar_triwulan) > 1:
        return _triwulan(rekap, milik, milik.daftar_triwulan[-2])
    tanpa = _tanpa_angka(nama_sebelumnya(rekap.periode))
    lalu = next((satu for satu in daftar_tahun if satu.tahun == rekap.induk.tahun - 1), None)
    if lalu is None:
        return tanpa
    return replace(tanpa, target=lalu.target, realisasi=lalu.realisasi, capaian=lalu.capaian)


def _bobot(bobot: Decimal | None) -> Angka:
    return Angka(bahasa.KOSONG if bobot is None else koma(bobot), bobot)


def _keterangan(milik: RekapIndikator, aturan: Aturan) -> str:
    """Return every note beside the figures, and first the weight where the mean is made of them."""
    bobot = milik.indikator.bobot if aturan.berbobot else None
    awal = "" if bobot is None else f"bobot {koma(bobot)}"
    return "; ".join(filter(None, (awal, sajian.keterangan_sajian(milik, aturan))))


def _target(target: Target | None, indikator: Indikator, desimal: int | None = None) -> Angka:
    teks = sajian.angka_sajian(target, indikator, desimal)
    return Angka(teks, target if isinstance(target, Decimal) else None)


def _target_ukuran(ukur: Pengukuran, indikator: Indikator) -> Angka:
    """Return a target with as many decimals as tell it from the realisasi beside it."""
    return _target(ukur.target, indikator, desimal_ukuran(ukur, indikator.desimal))


def _realisasi(ukur: Pengukuran, indikator: Indikator) -> Angka:
    hasil = ukur.realisasi
    teks = sajian.angka_sajian(hasil, indikator, desimal_ukuran(ukur, indikator.desimal))
    return Angka(teks, hasil.angka, sajian.tanda_sajian(sementara=hasil.sebagian))


def _capaian(ukur: Pengukuran, aturan: Aturan) -> Angka:
    sementara = ukur.sementara and ukur.dinilai is not None
    teks, tanda = sajian.capaian_sajian(ukur, aturan), sajian.tanda_sajian(sementara=sementara)
    return Angka(teks, angka_capaian(ukur.capaian), tanda)


def _jenis_renstra(renstra: RekapRenstra, tahun: int) -> str:
    """Return the kind of the target, with the years that were added up where they were."""
    tahun_lalu = renstra.daftar_tahun
    return f"{renstra.jenis.value}, {tahun_lalu[0]}–{tahun}" if tahun_lalu else renstra.jenis.value


def _capaian_renstra(ukur: Pengukuran, aturan: Aturan) -> Angka:
    return Angka(bahasa.KOSONG) if ukur.target is None else _capaian(ukur, aturan)


def _banding(milik: RekapIndikator, target: Target | None, aturan: Aturan) -> Angka:
    """Return the realisasi so far as capaian of another target, such as a national standard."""
    angka = milik.setahun.realisasi.angka
    if angka is None or target is None:
        return Angka(bahasa.KOSONG)
    capaian = hitung_capaian(angka, target, milik.indikator.arah, aturan, milik.indikator.rumus_turun)
    return _capaian(Pengukuran(target, milik.setahun.realisasi, capaian), aturan)


def _daftar_pembanding(rekap: Rekap, milik: RekapIndikator) -> tuple[PembandingPandangan, ...]:
    """Return what an indicator is compared with: its national standard first, then the figures of others."""
    indikator, riwayat = milik.indikator, milik.indikator.riwayat
    lain = [
        (satu.nama, satu.nilai, satu.sumber)
        for satu in rekap.induk.daftar_pembanding
        if satu.indikator == indikator.kode
    ]
    semua = [(STANDAR_NASIONAL, riwayat.standar_nasional, riwayat.sumber_standar), *lain]
    return tuple(
        PembandingPandangan(
            nama=nama,
            nilai=_target(nilai, indikator),
            capaian=_banding(milik, nilai, rekap.induk.aturan),
            sumber=sumber or bahasa.KOSONG,
        )
        for nama, nilai, sumber in semua
        if nilai is not None
    )


def _daftar_tahun(milik: RekapIndikator, induk: Induk) -> tuple[TahunPandangan, ...]:
    indikator, aturan = milik.indikator, induk.aturan
    hasil = []
    for lalu in indikator.riwayat.daftar_tahun:
        capaian = Angka(bahasa.KOSONG)
        if lalu.realisasi is not None and lalu.target is not None:
            dinilai = hitung_capaian(lalu.realisasi, lalu.target, indikator.arah, aturan, indikator.rumus_turun)
            if isinstance(dinilai, Capaian):
                capaian = capaian_rata(dinilai.angka, aturan)
        realisasi = Angka(sajian.angka_sajian(lalu.realisasi, indikator), lalu.realisasi)
        hasil.append(TahunPandangan(lalu.tahun, _target(lalu.target, indikator), realisasi, capaian))
    kini = milik.setahun
    hasil.append(
        TahunPandangan(
            induk.tahun,
            _target_ukuran(kini, indikator),
            _realisasi(kini, indikator),
            _capaian(kini, aturan),
        )
    )
    return tuple(hasil)


def _daftar_sumber(milik: RekapIndikator) -> tuple[SumberPandangan, ...]:
    """Return what the units reported from the year's start, unit by unit."""
    per_unit: dict[str, list[Sumber]] = {}
    for triwulan in milik.daftar_triwulan:
        for sumber in triwulan.daftar_sumber:
            per_unit.setdefault(sumber.unit.nama, []).append(sumber)
    return tuple(
        SumberPandangan(unit, tuple(_asal(list(satu), milik.indikator) for _, satu in groupby(daftar, key=_sejenis)))
        for unit, daftar in per_unit.items()
    )


def _sejenis(sumber: Sumber) -> object:
    """Return what quarters have in common that are told together: why there is no figure; a figure stands alone."""
    return sumber.triwulan if isinstance(sumber.isian, Nilai | Pecahan) else sumber.isian


def _asal(kelompok: Sequence[Sumber], indikator: Indikator) -> AsalPandangan:
    """Return where the figure of a quarter comes from, or why some quarters have none."""
    sumber = kelompok[0]
    asal = sumber.jawaban.asal if sumber.jawaban else {}
    match sumber.isian:
        case Pecahan():
            dicari: tuple[str, ...] = ("pembilang", "penyebut")
        case Nilai():
            dicari = ("realisasi",)
        case _:
            dicari = ()
    daftar_sel = [asal[nama].sel for nama in dicari if nama in asal]
    return AsalPandangan(
        sajian.triwulan_sajian(satu.triwulan for satu in kelompok),
        sajian.isian_sajian(sumber.isian, indikator),
        (sumber.berkas if len(kelompok) == 1 else "") or bahasa.KOSONG,
        ", ".join(daftar_sel) or bahasa.KOSONG,
    )


def rumus_capaian(milik: RekapIndikator, aturan: Aturan) -> str:
    """Return the formula of an indicator's capaian: the one that was used, or that would be."""
    if isinstance(milik.periode_ini.capaian, Capaian):
        return milik.periode_ini.capaian.rumus
    match milik.indikator.arah:
        case Arah.NAIK:
            return RUMUS_NAIK
        case Arah.RENTANG:
            return RUMUS_DALAM
    rumus = milik.indikator.rumus_turun or aturan.rumus_turun
    return RUMUS_SELISIH if rumus is RumusTurun.SELISIH else RUMUS_RASIO


def persen(angka: Decimal | None, aturan: Aturan) -> Angka:
    """Return a percentage that prints itself."""
    return Angka(sajian.persen_sajian(angka, aturan), angka)


def capaian_rata(angka: Decimal | None, aturan: Aturan, *, sementara: bool = False) -> Angka:
    """Return a capaian, or a mean of some, that prints itself."""
    return Angka(sajian.capaian_persen(angka, aturan), angka, sajian.tanda_sajian(sementara=sementara))
