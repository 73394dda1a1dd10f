"""The agency's own words on sasaran and indicators, and the marks of places where some are due."""

from dataclasses import replace

import pytest

from bantu_induk import TAHUN, indikator, induk, jawaban, kumpulan, laporan
from lakip_gen.domain.narasi_kinerja import LAPORAN, NarasiKinerja, TempatNarasi
from lakip_gen.domain.periode import periode_setahun, setahun, triwulan
from lakip_gen.domain.rekap import susun_rekap
from lakip_gen.laporan.sajian import TANDA_KOSONG, TEMPAT_KOSONG
from lakip_gen.laporan.susun import susun_pandangan

SETAHUN = setahun(TAHUN)
KURANG = "[uraian belum ditulis: penyebab target indikator 1.1 tidak tercapai]"
SASARAN = "[uraian belum ditulis: capaian sasaran 1]"


def narasi(tempat=TempatNarasi.ANALISIS, **isi):
    return NarasiKinerja(**{"sasaran": "S1", "tempat": tempat, "isi": "Satu.\n\n Dua.", **isi})


def sasaran(*daftar, periode=SETAHUN, isi=100, **teks):
    kiriman = replace(laporan("U1", 4), daftar_indikator=(jawaban("I1", isi, **teks),))
    buku = replace(induk(indikator()), daftar_narasi=daftar)
    return susun_pandangan(susun_rekap(buku, periode, kumpulan(kiriman))).daftar_sasaran[0]


@pytest.mark.parametrize(
    ("tempat", "nama"),
    [
        (TempatNarasi.PENGANTAR, "pengantar"),
        (TempatNarasi.ANALISIS, "analisis"),
        (TempatNarasi.TINDAK_LANJUT, "tindak_lanjut"),
    ],
    ids=["before", "analysis", "follow-up"],
)
@pytest.mark.parametrize("kode", ["", "I1"], ids=["sasaran", "indicator"])
def test_a_text_stands_at_its_place_by_paragraphs(tempat, nama, kode):
    satu = sasaran(narasi(tempat, indikator=kode))
    milik, lain = (satu.daftar_indikator[0], satu) if kode else (satu, satu.daftar_indikator[0])
    assert getattr(milik.narasi, nama) == ("Satu.", "Dua.")
    assert "Satu." not in (*lain.narasi.pengantar, *lain.narasi.analisis, *lain.narasi.tindak_lanjut)


@pytest.mark.parametrize("nama", LAPORAN)
def test_a_text_is_for_one_report(nama):
    cocok = [satu for satu in periode_setahun(TAHUN) if narasi(laporan=nama).untuk(satu)]
    assert [satu.folder for satu in cocok] == [nama]


def test_the_years_report_shows_one_place_for_each_sasaran_until_something_is_written():
    assert sasaran().narasi.analisis == (SASARAN,)
    assert sasaran(narasi(TempatNarasi.PENGANTAR)).narasi.analisis == ()


def test_within_the_year_no_place_is_shown():
    satu = sasaran(periode=triwulan(TAHUN, 4), isi=1)
    assert (satu.narasi.analisis, satu.daftar_indikator[0].narasi.analisis) == ((), ())


@pytest.mark.parametrize(
    ("isi", "teks", "tanda"),
    [
        (1, {}, (KURANG,)),
        (1, {"faktor_penghambat": "Sebab."}, ()),
        (1, {"sintesis": "Setahun."}, ()),
        (1000, {}, ()),
        (None, {}, ()),
    ],
    ids=["short without a reason", "short with a hindrance", "short with a synthesis", "reached", "not measured"],
)
def test_an_indicator_shows_a_place_where_it_fell_short_without_a_reason(isi, teks, tanda):
    assert sasaran(isi=isi, **teks).daftar_indikator[0].narasi.analisis == tanda


@pytest.mark.parametrize("tanda", [SASARAN, KURANG])
def test_the_mark_is_highlighted_in_a_draft_and_known_in_a_finished_document(tanda):
    assert TANDA_KOSONG.fullmatch(tanda)
    assert TEMPAT_KOSONG.fullmatch(tanda)
