"""Agencies outside the office as they stand in the buku induk."""

from dataclasses import replace

import pytest

from bantu_induk import TAHUN, induk_mentah, letak
from lakip_gen.domain.instansi_luar import DIMINTA
from lakip_gen.domain.periode import semester, triwulan
from lakip_gen.induk import susun_induk

BPS = {"kode": "BPS", "nama": "Badan Pusat Statistik", "alamat": "Jalan Contoh 2", "data": "Jumlah penduduk"}


def susun(*daftar, **lain):
    return susun_induk(induk_mentah(instansi_luar=list(daftar), **lain), TAHUN)


def temuan(*daftar):
    return letak(susun(*daftar)[1])


def test_a_workbook_may_lack_the_sheet():
    induk, daftar = susun_induk(induk_mentah(tanpa=("instansi_luar",)), TAHUN)
    assert (induk.daftar_instansi_luar, daftar) == ((), ())


def test_the_rows_of_an_agency_are_one_agency_with_several_things_asked():
    kedua = {"kode": "bps", "data": "Laju pertumbuhan", "satuan": "persen", "indikator": "I1", "diminta": "akhir tahun"}
    induk, daftar_temuan = susun(BPS, kedua, BPS | {"kode": "KEMENAG", "nama": "Kantor Kementerian Agama"})
    satu, lain = induk.daftar_instansi_luar
    assert not daftar_temuan
    assert (satu.kode, satu.nama, satu.alamat, lain.kode) == (
        "BPS",
        "Badan Pusat Statistik",
        "Jalan Contoh 2",
        "KEMENAG",
    )
    assert [data.uraian for data in satu.diminta(triwulan(TAHUN, 1))] == ["Jumlah penduduk"]
    assert [data.uraian for data in satu.diminta(triwulan(TAHUN, 4))] == ["Jumlah penduduk", "Laju pertumbuhan"]
    assert (satu.daftar_data[1].satuan, satu.daftar_data[1].indikator) == ("persen", "I1")


@pytest.mark.parametrize(("kata", "daftar"), DIMINTA.items(), ids=str)
def test_a_word_says_in_which_quarters_something_is_asked(kata, daftar):
    induk, _ = susun(BPS | {"diminta": kata})
    assert [n for n in range(1, 5) if induk.diminta_luar(triwulan(TAHUN, n))] == list(daftar)


def test_a_longer_period_asks_with_its_last_quarter():
    induk, _ = susun(BPS | {"diminta": "TW II"})
    assert [bool(induk.diminta_luar(semester(TAHUN, n))) for n in (1, 2)] == [True, False]


def test_an_agency_is_found_by_its_kode_whatever_the_capitals():
    induk, _ = susun(BPS)
    assert induk.instansi_luar("bps") is induk.daftar_instansi_luar[0]
    assert induk.instansi_luar("lain") is None


@pytest.mark.parametrize(
    ("baris", "kode"),
    [
        ({"kode": "U1"}, "luar-kode-unit"),
        ({"nama": None}, "luar-tanpa-nama"),
        ({"data": None}, "induk-wajib-kosong"),
        ({"kode": None}, "induk-wajib-kosong"),
        ({"indikator": "I99"}, "indikator-asing"),
        ({"diminta": "tiap Jumat"}, "induk-pilihan-asing"),
    ],
    ids=str,
)
def test_what_is_wrong_with_a_row_is_told_at_its_cell(baris, kode):
    assert [satu[0] for satu in temuan(BPS | baris)] == [kode]


def test_rows_of_one_agency_that_contradict_each_other_are_told_and_the_first_counts():
    induk, daftar = susun(BPS, BPS | {"alamat": "Jalan Lain 9"})
    assert [satu[0] for satu in letak(daftar)] == ["luar-berbeda"]
    assert induk.daftar_instansi_luar[0].alamat == "Jalan Contoh 2"


def test_an_agency_without_a_name_is_called_by_its_kode():
    assert susun(BPS | {"nama": None})[0].daftar_instansi_luar[0].nama == "BPS"


def test_an_agency_asks_nothing_that_is_not_of_the_quarter():
    satu = susun(BPS)[0].daftar_instansi_luar[0]
    assert replace(satu, daftar_data=()).diminta(triwulan(TAHUN, 1)) == ()
