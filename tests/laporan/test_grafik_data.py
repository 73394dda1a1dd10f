"""Charts hold the figures of the tables, mark what is missing, and are not made where there is nothing to show."""

from dataclasses import replace
from decimal import Decimal

import pytest

from bantu_induk import TAHUN, indikator, induk, kumpulan
from bantu_induk import laporan as kiriman
from bantu_rekap import agensi, rekap, rekap_kosong, rekap_sunyi
from lakip_gen.domain.kinerja import Riwayat, TahunLalu
from lakip_gen.domain.nilai import Rentang
from lakip_gen.domain.periode import triwulan
from lakip_gen.domain.rekap import susun_rekap
from lakip_gen.domain.renstra import JenisRenstra
from lakip_gen.laporan.grafik import (
    Deret,
    Grafik,
    JenisGrafik,
    grafik_capaian,
    grafik_serapan,
    grafik_tahun,
    grafik_triwulan,
    grafik_triwulan_sasaran,
)
from lakip_gen.laporan.susun import susun_pandangan
from lakip_gen.laporan.susun_grafik import daftar_grafik


def milik(satu, kode):
    return next(i for i in satu.daftar_indikator if i.indikator.kode == kode)


def pandangan(laporan, kode):
    return next(i for s in laporan.daftar_sasaran for i in s.daftar_indikator if i.kode == kode)


def test_capaian_stands_sasaran_by_sasaran_beside_the_line_of_100():
    satu = rekap("2025-TW1")
    grafik = grafik_capaian(satu)
    laporan = susun_pandangan(satu)
    assert grafik.jenis is JenisGrafik.BATANG_GARIS
    assert grafik.daftar_kategori == ("Sasaran 1", "Sasaran 2")
    capaian, batas = grafik.daftar_deret
    assert capaian.daftar_nilai == tuple(s.rerata.nilai for s in laporan.daftar_sasaran)
    assert capaian.daftar_label == tuple(str(s.rerata) for s in laporan.daftar_sasaran)
    assert batas == Deret("Target 100%", (Decimal(100), Decimal(100)))
    assert grafik.satuan == "persen"
    assert laporan.grafik_capaian == grafik


def test_serapan_is_set_against_capaian_for_the_whole_year_only():
    assert grafik_serapan(rekap("2025-TW2")) is None
    assert grafik_serapan(rekap("2025-S1")) is None
    assert grafik_serapan(rekap("2025")) is None  # nobody reported the year's money


def test_serapan_and_capaian_stand_side_by_side():
    satu = rekap("2025")
    uang = replace(satu.daftar_sasaran[0].anggaran, serapan=Decimal("87.5"))
    sasaran = replace(satu.daftar_sasaran[0], anggaran=uang)
    grafik = grafik_serapan(replace(satu, daftar_sasaran=(sasaran, satu.daftar_sasaran[1])))
    assert grafik.jenis is JenisGrafik.BATANG
    assert [deret.nama for deret in grafik.daftar_deret] == ["Rata-rata capaian", "Serapan anggaran"]
    assert grafik.daftar_deret[1].daftar_nilai == (Decimal("87.5"), None)
    assert grafik.daftar_deret[1].daftar_label == ("87,50", "")


def test_years_are_those_of_the_table_and_an_open_year_says_so():
    satu = rekap("2025-TW2")
    grafik, tabel = grafik_tahun(satu, milik(satu, "I1")), pandangan(susun_pandangan(satu), "I1").daftar_tahun
    realisasi, target = grafik.daftar_deret
    assert grafik.daftar_kategori == ("2023", "2024", "2025 s.d. TW II")
    assert realisasi.daftar_nilai == tuple(tahun.realisasi.nilai for tahun in tabel)
    assert realisasi.daftar_label == tuple(str(tahun.realisasi) for tahun in tabel)
    assert target.daftar_label == tuple(str(tahun.target) for tahun in tabel)
    assert grafik.judul == "Realisasi dan target Jumlah layanan, 2023–2025"
    assert grafik.jenis is JenisGrafik.GARIS


def test_quarters_are_those_up_to_the_period_and_a_missing_one_is_marked():
    satu = rekap("2025-TW3")
    grafik = grafik_triwulan(satu, milik(satu, "I1"))
    realisasi, target = grafik.daftar_deret
    assert grafik.daftar_kategori == ("TW I", "TW II", "TW III (tanpa realisasi)")
    assert realisasi.daftar_nilai == (Decimal(2), Decimal(1), None)
    assert realisasi.daftar_label == ("2", "1", "")
    assert target.daftar_nilai == (Decimal(1), Decimal(2), Decimal(3))
    assert "TW III: realisasi tanpa angka, target 3" in grafik.keterangan


def test_a_semester_shows_the_quarters_of_its_table():
    satu = rekap("2025-S1")
    grafik, indikator = grafik_triwulan(satu, milik(satu, "I2")), pandangan(susun_pandangan(satu), "I2")
    assert grafik.daftar_deret[0].daftar_label == tuple(str(t.realisasi) for t in indikator.daftar_triwulan)
    assert grafik.daftar_deret[1].daftar_label == tuple(str(t.target) for t in indikator.daftar_triwulan)
    assert indikator.grafik_triwulan == grafik


def test_a_target_with_bounds_is_two_lines_across_the_bars():
    satu = rekap("2025-TW2")
    grafik = grafik_triwulan(satu, milik(satu, "I4"))
    assert grafik.jenis is JenisGrafik.BATANG_GARIS
    assert [deret.nama for deret in grafik.daftar_deret] == ["Realisasi", "Batas bawah target", "Batas atas target"]
    assert [deret.daftar_nilai for deret in grafik.daftar_deret[1:]] == [
        (Decimal(60), Decimal(60)),
        (Decimal(80), Decimal(80)),
    ]


def test_a_number_among_bounds_is_both_bounds():
    satu = rekap("2025-TW2")
    dasar = milik(satu, "I1")
    daftar = (TahunLalu(2023, Rentang(Decimal(5), Decimal(7)), Decimal(6)), TahunLalu(2024, None, None))
    grafik = grafik_tahun(satu, replace(dasar, indikator=replace(dasar.indikator, riwayat=Riwayat(daftar))))
    assert grafik.daftar_deret[1].daftar_nilai == (Decimal(5), None, Decimal(10))
    assert grafik.daftar_deret[2].daftar_nilai == (Decimal(7), None, Decimal(10))
    assert grafik.daftar_kategori[1] == "2024 (tanpa realisasi)"


def test_predicates_are_labelled_as_predicates():
    satu = rekap("2025-TW2")
    deret = grafik_triwulan(satu, milik(satu, "I3")).daftar_deret[0]
    assert deret.daftar_nilai == (Decimal(3), Decimal(3))
    assert deret.daftar_label == ("B", "B")


def test_without_any_target_there_is_one_series():
    satu = rekap("2025-TW2")
    dasar = milik(satu, "I1")
    daftar = tuple(replace(t, pengukuran=replace(t.pengukuran, target=None)) for t in dasar.daftar_triwulan)
    grafik = grafik_triwulan(satu, replace(dasar, daftar_triwulan=daftar))
    assert [deret.nama for deret in grafik.daftar_deret] == ["Realisasi"]


@pytest.mark.parametrize("satu", [rekap_kosong(), rekap_sunyi(), rekap_sunyi("2025")], ids=["kosong", "sunyi", "tahun"])
def test_a_chart_without_figures_is_not_made(satu):
    laporan = susun_pandangan(satu)
    assert laporan.grafik_capaian is None
    assert laporan.grafik_serapan is None
    assert all(i.grafik_triwulan is None for s in laporan.daftar_sasaran for i in s.daftar_indikator)


def test_one_quarter_or_one_year_alone_is_no_chart():
    satu = rekap("2025-TW1")
    assert grafik_triwulan(satu, milik(satu, "I1")) is None
    assert grafik_tahun(satu, milik(satu, "I4")) is None  # no earlier years known


def test_earlier_years_are_shown_even_before_the_first_report_of_this_one():
    satu = rekap_sunyi("2025-TW1")
    grafik = grafik_tahun(satu, milik(satu, "I1"))
    assert grafik.daftar_kategori[-1] == "2025 s.d. TW I (tanpa realisasi)"
    assert grafik.daftar_deret[0].daftar_nilai == (Decimal(7), Decimal(10), None)


def test_the_words_of_a_chart_tell_every_labelled_figure():
    satu = rekap("2025-TW1")
    keterangan = grafik_capaian(satu).keterangan
    assert keterangan.startswith(
        "Grafik batang dan garis. Capaian kinerja per sasaran, Triwulan I Tahun 2025, dalam persen."
    )
    for sasaran in susun_pandangan(satu).daftar_sasaran:
        assert f"Sasaran {sasaran.nomor}: rata-rata capaian {sasaran.rerata}" in keterangan
    assert "Target 100%" not in keterangan


def test_a_chart_knows_whether_it_has_a_number():
    assert not Grafik(
        judul="a",
        jenis=JenisGrafik.GARIS,
        daftar_kategori=("x",),
        daftar_deret=(Deret("b", (None,)),),
        satuan="",
        keterangan="",
    ).ada
    assert Grafik(
        judul="a",
        jenis=JenisGrafik.GARIS,
        daftar_kategori=("x",),
        daftar_deret=(Deret("b", (Decimal(0),)),),
        satuan="",
        keterangan="",
    ).ada


def test_the_sample_agency_has_a_chart_for_every_series_of_years():
    satu = rekap("2025-TW2")
    berriwayat = [i.kode for i in agensi().daftar_indikator if i.riwayat.daftar_tahun]
    laporan = susun_pandangan(satu)
    assert [i.kode for s in laporan.daftar_sasaran for i in s.daftar_indikator if i.grafik_tahun] == berriwayat


def berpencilan(*daftar):
    """Return a chart of the mean capaian of sasaran with these figures."""
    sasaran = rekap("2025-TW2").daftar_sasaran[0]
    semua = tuple(
        replace(sasaran, rerata=replace(sasaran.rerata, angka=None if n is None else Decimal(n))) for n in daftar
    )
    return grafik_capaian(replace(rekap("2025-TW2"), daftar_sasaran=semua))


def test_an_outlier_is_cut_and_marked_instead_of_flattening_all_others():
    grafik = berpencilan(98, 104, 9708852, 90)
    assert grafik.batas == Decimal(104) * Decimal("1.25")
    assert grafik.daftar_kategori[2] == "Sasaran 3 (melewati gambar)"
    assert grafik.daftar_deret[0].daftar_nilai[2] == 9708852
    assert grafik.daftar_deret[0].daftar_label[2] == "9,7 juta"


@pytest.mark.parametrize("daftar", [(98, 104, 166, 90), (0, 0, None), (300, 310)], ids=["usual", "zero", "all high"])
def test_figures_of_one_size_are_not_cut(daftar):
    grafik = berpencilan(*daftar)
    assert grafik.batas is None
    assert not any("melewati" in kategori for kategori in grafik.daftar_kategori)


def test_the_target_at_the_end_of_the_renstra_is_a_line_labelled_once():
    satu = rekap("2025")
    kumulatif = milik(satu, "I1")
    tahunan = replace(kumulatif, renstra=replace(kumulatif.renstra, jenis=JenisRenstra.TAHUNAN))
    assert len(grafik_tahun(satu, kumulatif).daftar_deret) == 2
    renstra = grafik_tahun(satu, tahunan).daftar_deret[-1]
    assert (renstra.nama, set(renstra.daftar_nilai)) == ("Target akhir Renstra", {Decimal(12)})
    assert [bool(label) for label in renstra.daftar_label] == [False] * (len(renstra.daftar_nilai) - 1) + [True]


def test_quarters_of_all_indicators_of_a_sasaran_stand_in_one_chart():
    grafik = susun_pandangan(rekap("2025-TW2")).daftar_sasaran[0].grafik_triwulan
    assert [deret.nama for deret in grafik.daftar_deret] == ["TW I", "TW II", "Target 100%"]
    assert grafik.jenis is JenisGrafik.BATANG_BATAS
    assert [bool(deret.daftar_label) for deret in grafik.daftar_deret] == [False, True, False]
    assert susun_pandangan(rekap("2025-TW1")).daftar_sasaran[0].grafik_triwulan is None


def test_small_charts_stand_two_a_row_under_their_titles():
    sasaran = susun_pandangan(rekap("2025")).daftar_sasaran[0]
    digambar = [i for i in sasaran.daftar_indikator if i.grafik_tahun]
    daftar = daftar_grafik(digambar * 3)
    assert daftar[0].judul_kiri == f"{digambar[0].nomor} {digambar[0].nama} ({digambar[0].satuan})"
    angka = [i for i in digambar if not any(h.isalpha() for h in i.grafik_tahun.daftar_deret[0].daftar_label[-1])]
    assert len(daftar) == -(-len(angka) * 3 // 2)
    assert (daftar[-1].kanan is None) == (len(angka) * 3 % 2 == 1)


def test_the_map_has_all_four_quarters_and_dashes_where_none_is_known():
    peta = pandangan(susun_pandangan(rekap("2025-TW2")), "I1").daftar_peta
    assert [satu.nama for satu in peta] == ["TW I", "TW II", "TW III", "TW IV"]
    assert [(str(satu.capaian), satu.predikat, satu.warna) for satu in peta[2:]] == [("–", "–", "FFFFFF")] * 2
    assert peta[0].warna != "FFFFFF"


def rekap_banyak(banyak, *isi):
    """Return the second quarter of a sasaran with many indicators, of which the first have these figures, others 90."""
    kode = [f"I{n}" for n in range(1, banyak + 1)]
    angka = dict(zip(kode, (*isi, *[90] * (banyak - len(isi))), strict=True))
    terisi = {satu: nilai for satu, nilai in angka.items() if nilai is not None}
    daftar = [kiriman("U1", n, terisi) for n in (1, 2)]
    return susun_rekap(induk(*map(indikator, kode)), triwulan(TAHUN, 2), kumpulan(*daftar))


def test_beneath_many_places_signs_stand_and_the_legend_says_what_they_mean():
    rekap = rekap_banyak(9, None, 9_000)
    jadi = grafik_triwulan_sasaran(rekap, 1, rekap.daftar_sasaran[0])
    assert jadi.daftar_kategori[:3] == ("1.1 –", "1.2↑", "1.3")
    assert [satu.nama for satu in jadi.daftar_deret] == [
        "TW I",
        "TW II (– tanpa capaian, ↑ melewati gambar)",
        "Target 100%",
    ]
    assert "1.2: tw ii 9.000,00" in jadi.keterangan


def test_a_legend_explains_no_sign_where_none_stands():
    rekap = rekap_banyak(9)
    jadi = grafik_triwulan_sasaran(rekap, 1, rekap.daftar_sasaran[0])
    assert jadi.daftar_kategori[:2] == ("1.1", "1.2")
    assert [satu.nama for satu in jadi.daftar_deret] == ["TW I", "TW II", "Target 100%"]


def test_a_chart_of_few_places_has_words_beneath_them():
    rekap = rekap_banyak(8, None)
    jadi = grafik_triwulan_sasaran(rekap, 1, rekap.daftar_sasaran[0])
    assert jadi.daftar_kategori[0] == "1.1 (tanpa capaian)"
    assert jadi.daftar_deret[1].nama == "TW II"


def test_a_label_of_millions_is_short_enough_for_its_bar():
    rekap = rekap_banyak(4, 142_857_217)
    jadi = grafik_triwulan_sasaran(rekap, 1, rekap.daftar_sasaran[0])
    assert jadi.daftar_deret[1].daftar_label == ("142,9 juta", "90,00", "90,00", "90,00")
