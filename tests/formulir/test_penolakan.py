"""What a galat keeps from being taken: one cell, one row, or the form; the rest of a form counts."""

from dataclasses import replace

import pytest

from bantu_induk import aksi, dengan_baris, des, formulir, formulir_mentah, indikator, induk, sel, subkegiatan
from lakip_gen.domain.isian import Kumpulan
from lakip_gen.domain.kelengkapan import kelengkapan
from lakip_gen.domain.konsolidasi import CaraGabung
from lakip_gen.domain.nilai import Nilai
from lakip_gen.domain.penerimaan import StatusUnit
from lakip_gen.domain.periode import triwulan
from lakip_gen.domain.rekap import susun_rekap
from lakip_gen.domain.temuan import Asal, Cakupan, temuan
from lakip_gen.domain.urai import DITOLAK
from lakip_gen.formulir.penolakan import Penolakan
from lakip_gen.formulir.putusan import HasilUnit, nilai
from lakip_gen.pesan.katalog import katalog

TW1 = triwulan(2025, 1)
BUKU = induk(
    indikator("I1"),
    indikator("I2", cara=CaraGabung.RASIO, pengali=des(100)),
    anggaran=(subkegiatan("1.1"), subkegiatan("1.2")),
    daftar_aksi=(aksi(),),
)
UTUH = {
    ("indikator", "I1", "realisasi"): 80,
    ("indikator", "I1", "penjelasan"): "Cuaca.",
    ("indikator", "I2", "pembilang"): 9,
    ("indikator", "I2", "penyebut"): 10,
    ("anggaran", "1.1", "realisasi"): 400,
    ("anggaran", "1.1", "fisik"): 40,
    ("anggaran", "1.2", "realisasi"): 500,
    ("anggaran", "1.2", "fisik"): 50,
    ("rencana_aksi", "A1", "status"): "selesai",
    ("pengesahan", "catatan", "isi"): "Baik.",
}


def mentah(isi, buku=BUKU):
    return formulir_mentah(formulir(buku), UTUH | isi)


def putusan(buku, induknya=BUKU):
    hasil = nilai(buku, induknya, Kumpulan({}), TW1)
    assert isinstance(hasil, HasilUnit), hasil
    return hasil


@pytest.mark.parametrize(
    ("isi", "alamat"),
    [
        pytest.param({("anggaran", "1.1", "realisasi"): "1.100"}, "Anggaran!realisasi5", id="an ambiguous amount"),
        pytest.param({("anggaran", "1.1", "realisasi"): 1001}, "Anggaran!realisasi5", id="more than the pagu"),
        pytest.param({("anggaran", "1.1", "realisasi"): -1}, "Anggaran!realisasi5", id="an amount below zero"),
        pytest.param({("anggaran", "1.1", "fisik"): 101}, "Anggaran!fisik5", id="progress over 100 percent"),
        pytest.param({("anggaran", "1.1", "fisik"): 4000}, "Anggaran!fisik5", id="an amount where percent is asked"),
        pytest.param({("indikator", "I1", "realisasi"): "?"}, "Indikator!realisasi5", id="no number"),
        pytest.param({("indikator", "I2", "penyebut"): 0}, "Indikator!penyebut6", id="nothing to divide by"),
        pytest.param({("indikator", "I2", "penyebut"): None}, "Indikator!penyebut6", id="half a ratio"),
        pytest.param({("indikator", "I1", "penjelasan"): "x" * 40_000}, "Indikator!penjelasan5", id="a long text"),
    ],
)
def test_a_doubtful_cell_is_refused_and_the_rest_of_the_form_counts(isi, alamat):
    hasil = putusan(mentah(isi))
    assert (hasil.status.status, hasil.status.sel_ditolak, hasil.status.galat) == (StatusUnit.DITERIMA, (alamat,), 1)
    assert hasil.status.laporan is not None
    assert hasil.status.laporan.anggaran("1.2").realisasi == Nilai(des(500))


def test_a_refused_figure_is_awaited_and_never_zero_and_its_sum_says_how_much_is_there():
    hasil = putusan(mentah({("anggaran", "1.1", "realisasi"): 1001}))
    milik = hasil.status.laporan
    assert (milik.anggaran("1.1").realisasi, milik.anggaran("1.1").fisik) == (DITOLAK, Nilai(des(40)))
    rekap = susun_rekap(BUKU, TW1, Kumpulan({("U1", TW1): milik}))
    assert rekap.anggaran.realisasi.keterangan == "belum lengkap (1 dari 2 subkegiatan)"
    assert rekap.daftar_anggaran[0].realisasi.keterangan == DITOLAK.alasan
    assert kelengkapan(BUKU, "U1", TW1, milik).lengkap == kelengkapan(BUKU, "U1", TW1, hasil.terbaca).lengkap - 1


def test_a_refused_figure_of_an_indicator_takes_its_capaian_with_it():
    milik = putusan(mentah({("indikator", "I1", "realisasi"): -80})).status.laporan
    assert (milik.indikator("I1").isian, milik.indikator("I1").capaian) == (DITOLAK, None)
    assert milik.indikator("I1").penjelasan == "Cuaca."
    assert milik.indikator("I2").capaian is not None


def test_an_answer_of_which_a_word_is_refused_keeps_its_capaian():
    milik = putusan(mentah({("indikator", "I1", "penjelasan"): "x" * 40_000})).status.laporan
    assert milik.indikator("I1").penjelasan == ""
    assert milik.indikator("I1").capaian == putusan(mentah({})).status.laporan.indikator("I1").capaian


def test_a_refused_text_and_a_refused_date_are_not_there():
    milik = putusan(mentah({("pengesahan", "catatan", "isi"): "x" * 40_000})).status.laporan
    assert milik.pengesahan.catatan == ""


def test_a_key_that_stands_twice_takes_both_rows_and_no_other():
    buku = dengan_baris(mentah({}), "anggaran", "1.1", 20, {"kode": "1.1", "realisasi": 450, "fisik": 45})
    ganda = temuan("kunci-ganda", Asal("formulir.xlsx", "Anggaran", "kode20"), nilai="1.1", lain="kode5")
    hasil = nilai(buku, BUKU, Kumpulan({}), TW1, terbaca=(ganda,))
    assert hasil.status.sel_ditolak == ("Anggaran!kode20", "Anggaran!kode5")
    milik = hasil.status.laporan
    assert (milik.anggaran("1.1").realisasi, milik.anggaran("1.1").fisik) == (DITOLAK, DITOLAK)
    assert milik.anggaran("1.2").realisasi == Nilai(des(500))


def test_a_figure_that_was_read_and_then_refused_takes_its_capaian_with_it():
    buku = dengan_baris(mentah({}), "indikator", "I1", 20, {"kode": "I1", "realisasi": 80})
    ganda = temuan("kunci-ganda", Asal("formulir.xlsx", "Indikator", "kode20"), nilai="I1", lain="kode5")
    milik = nilai(buku, BUKU, Kumpulan({}), TW1, terbaca=(ganda,)).status.laporan
    assert (milik.indikator("I1").isian, milik.indikator("I1").capaian) == (DITOLAK, None)


def test_a_row_that_nobody_asked_for_leaves_the_others_alone():
    hasil = putusan(dengan_baris(mentah({}), "anggaran", "9.9", 20, {"kode": "9.9", "realisasi": 450}))
    assert (hasil.status.status, hasil.status.sel_ditolak) == (StatusUnit.DITERIMA, ("Anggaran!kode20",))
    assert hasil.status.laporan == hasil.terbaca


def test_of_merged_cells_none_is_taken_also_not_the_one_that_shows_the_value():
    buku = mentah({("anggaran", "1.2", "realisasi"): replace(sel(None), gabungan="realisasi5:realisasi6")})
    hasil = putusan(buku)
    assert hasil.status.sel_ditolak == ("Anggaran!realisasi6", "Anggaran!realisasi5")
    milik = hasil.status.laporan
    assert (milik.anggaran("1.1").realisasi, milik.anggaran("1.2").realisasi) == (DITOLAK, DITOLAK)


@pytest.mark.parametrize(
    "isi",
    [
        pytest.param({("anggaran", "1.1", "pagu"): 9}, id="a locked cell"),
        pytest.param({("pengesahan", "disetujui", "isi"): "perlu diperbaiki"}, id="the word of the unit's head"),
    ],
)
def test_what_concerns_the_whole_form_refuses_it_whole(isi):
    hasil = putusan(mentah(isi | {("anggaran", "1.1", "realisasi"): 1001}))
    assert (hasil.status.status, hasil.status.laporan, hasil.status.sel_ditolak) == (StatusUnit.DITOLAK, None, ())


def test_a_galat_that_names_no_cell_refuses_the_form_whatever_its_code():
    assert Penolakan.menurut([temuan("lewat-pagu", Asal("a.xlsx", "Anggaran"))]) == Penolakan(formulir=True)


def test_a_warning_refuses_nothing():
    assert Penolakan.menurut([temuan("capaian-rendah", Asal("a.xlsx", "Indikator", "L9"))]) == Penolakan(formulir=False)


def test_only_a_galat_says_what_it_refuses_and_only_a_readable_value_may_be_accepted():
    daftar = katalog().values()
    assert {p.tingkat.value for p in daftar if p.menolak is not Cakupan.FORMULIR} == {"galat"}
    boleh = {p.kode for p in daftar if p.boleh_diterima}
    assert boleh == {"angka-negatif", "fisik-di-luar", "lewat-pagu", "persen-mustahil"}
    assert {katalog()[kode].menolak for kode in boleh} == {Cakupan.SEL}
