"""The evidence of a period: what each file shows, what is missing, and what is shown twice."""

from datetime import UTC, datetime

import pytest

from bantu_induk import indikator
from lakip_gen.domain.periode import triwulan
from lakip_gen.sop.bukti import BerkasBukti, daftar_temuan_bukti
from lakip_gen.sop.peristiwa import BukuPeristiwa, Jenis, Peristiwa

TW1, TW2 = triwulan(2025, 1), triwulan(2025, 2)
SATU, SEPULUH = indikator("I1.1"), indikator("I1.10")
LAIN = indikator("I2.1", unit=("U2",))
INDIKATOR = (SATU, SEPULUH, LAIN)


def berkas(nama, periode=TW1, sidik=""):
    return BerkasBukti(f"workbooks/2025/bukti/{periode.folder}/{nama}", periode, sidik)


def kode(*daftar, catatan=(), daftar_indikator=INDIKATOR):
    buku = BukuPeristiwa(dict(enumerate(catatan, start=1)))
    return [(t.kode, t.nilai) for t in daftar_temuan_bukti(TW1, daftar, buku, daftar_indikator)]


@pytest.mark.parametrize(
    ("nama", "langkah", "ditunjuk"),
    [
        ("I1.1 laporan survei.pdf", "", "I1.1"),
        ("i1-10_foto.JPG", "", "I1.10"),
        ("langkah-B5 notula I1.1.pdf", "B5", None),
        ("scan0001.pdf", "", None),
    ],
)
def test_a_file_says_by_its_name_what_it_shows(nama, langkah, ditunjuk):
    satu = berkas(nama)
    milik = satu.indikator(INDIKATOR)
    assert (satu.langkah, milik.kode if milik else None) == (langkah, ditunjuk)


def test_where_no_evidence_is_kept_none_is_missing():
    assert kode() == []
    assert kode(berkas("langkah-1.pdf")) == []


def test_the_indicators_without_evidence_are_told_where_others_have_some():
    assert kode(berkas("I1.1.pdf")) == [("bukti-belum-ada", "I1.10 dan I2.1")]
    assert kode(berkas("I1.1.pdf"), daftar_indikator=(SATU,)) == []


def test_a_file_that_names_nothing_is_told():
    assert kode(berkas("scan0001.pdf")) == [("bukti-tanpa-nama", "")]


def test_the_answer_of_an_agency_outside_shows_itself_and_is_told_when_it_is_gone():
    saat = datetime(2025, 4, 1, tzinfo=UTC)
    letak = berkas("instansi-bps-jawaban.pdf").letak
    dijawab = Peristiwa(jenis=Jenis.DIJAWAB, dicatat=saat, unit="BPS", berkas=letak)
    assert kode(berkas("instansi-bps-jawaban.pdf"), catatan=(dijawab,)) == []
    (hilang,) = daftar_temuan_bukti(TW1, (), BukuPeristiwa({1: dijawab}), INDIKATOR)
    assert (hilang.kode, dict(hilang.rincian)["tentang"]) == ("bukti-hilang", "jawaban BPS")


def test_a_recorded_scan_that_is_gone_is_told_until_the_record_is_taken_back():
    saat = datetime(2025, 4, 1, tzinfo=UTC)
    catatan = Peristiwa(jenis=Jenis.CATATAN, dicatat=saat, langkah="5", berkas=berkas("langkah-5-a.pdf").letak)
    assert kode(catatan=(catatan,)) == [("bukti-hilang", "1")]
    assert kode(berkas("langkah-5-a.pdf"), catatan=(catatan,)) == []
    assert kode(catatan=(catatan, Peristiwa(jenis=Jenis.DIBATALKAN, dicatat=saat, batal=1))) == []


@pytest.mark.parametrize(
    ("pertama", "kedua", "kembar"),
    [
        (berkas("langkah-1.pdf", sidik="a"), berkas("langkah-1.pdf", TW2, "a"), 1),
        (berkas("langkah-1.pdf", sidik="a"), berkas("langkah-2.pdf", sidik="a"), 0),
        (berkas("I1.1.pdf", sidik="a"), berkas("I2.1.pdf", sidik="a"), 2),
        (berkas("I1.1.pdf", sidik="a"), berkas("I1.10.pdf", sidik="a"), 0),
        (berkas("I1.1.pdf", sidik="a"), berkas("I2.1.pdf", sidik="b"), 0),
        (berkas("I1.1.pdf"), berkas("I2.1.pdf"), 0),
    ],
    ids=["two quarters", "two steps", "two units", "one unit", "other bytes", "not as long"],
)
def test_the_same_bytes_for_two_quarters_or_units_are_told(pertama, kedua, kembar):
    assert [satu for satu, _ in kode(pertama, kedua)].count("bukti-kembar") == kembar
