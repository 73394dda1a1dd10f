"""Corrections of a draft: placed at what is named nearest, and what became of them."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bantu_induk import indikator, induk, subkegiatan
from lakip_gen.domain.kinerja import Unit
from lakip_gen.sop.koreksi import (
    KeadaanKoreksi,
    Koreksi,
    nilai_koreksi,
    peristiwa_koreksi,
    sidik_koreksi,
    tempatkan,
    temuan_koreksi,
)
from lakip_gen.sop.peristiwa import BukuPeristiwa, Jenis, Peristiwa

SAAT = datetime(2025, 4, 12, tzinfo=UTC)
HARI = date(2025, 4, 11)
BUKU = replace(
    induk(
        indikator("I1", nama="Indeks kepuasan", unit=("U1",)),
        indikator("I2", nama="Indeks kepuasan masyarakat", unit=("U2",)),
        indikator("I3", nama="Jumlah rancangan", unit=("U1",)),
        indikator("I4", nama="Jumlah rancangan", unit=("U2",)),
        anggaran=(subkegiatan("1.01.1.1", unit="U1"),),
    ),
    daftar_unit=(Unit("U1", "Bidang Satu", ""), Unit("U2", "Bidang Dua", "")),
)
NOMOR = {"I1": "1.1", "I2": "1.2", "I3": "3.1", "I4": "4.1"}
SATU = Koreksi(saran="Dari mana?", oleh="Sekretaris", tanggal=HARI, kunci="k1", dasar="d1", berkas="draf-01.docx")
DICATAT = Peristiwa(
    jenis=Jenis.KOREKSI,
    dicatat=SAAT,
    tanggal=HARI,
    unit="U1 U2",
    indikator="I1",
    berkas="draf-01.docx",
    isi="Dari mana?",
    sidik="k1",
    terkunci="d1",
)


def catatan(*daftar):
    return BukuPeristiwa(dict(enumerate(daftar, start=1)))


def letak(kutipan="", *tempat):
    satu = tempatkan(Koreksi(saran="?", kutipan=kutipan, tempat=tempat), BUKU, NOMOR)
    return satu.indikator, satu.daftar_unit


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        (("indeks kepuasan naik",), ("I1", ("U1",))),
        (("Indeks Kepuasan  masyarakat 80,40",), ("I2", ("U2",))),
        (("", "Indeks kepuasan dan Indeks kepuasan masyarakat"), ("", ())),
        (("naik", "Capaian TW I", "1.2 Indeks kepuasan masyarakat", "Sasaran 1"), ("I2", ("U2",))),
        (("", "4.1 Jumlah rancangan 80"), ("I4", ("U2",))),
        (("", "Indikator 3.1: tidak ada target"), ("I3", ("U1",))),
        (("", "Jumlah rancangan"), ("", ())),
        (("", "", "3.1 Pengukuran capaian"), ("", ())),
        (("", "Disusun Bidang Dua"), ("", ("U2",))),
        (("", "Bidang Satu dan Bidang Dua"), ("", ())),
        (("", "Laporan", "Bidang Dua"), ("", ())),
        (("", "1.01.1.1 Subkegiatan Rp500.000"), ("", ("U1",))),
        (("",), ("", ())),
    ],
    ids=[
        "in the quotation",
        "the longer name",
        "one name and another that holds it",
        "in the row across above",
        "twins, told by number at the head",
        "by number behind the word",
        "twins, not told",
        "a chapter's number is none",
        "a unit",
        "two units",
        "a unit in a heading is nobody",
        "a budget line",
        "nothing",
    ],
)
def test_the_nearest_words_that_name_somebody_decide(teks, hasil):
    assert letak(*teks) == hasil


def test_what_has_no_place_is_asked_of_nobody_unless_its_words_name_somebody():
    assert tempatkan(replace(SATU, tempat=None), BUKU, NOMOR).daftar_unit == ()
    assert tempatkan(replace(SATU, tempat=None, kutipan="Indeks kepuasan"), BUKU, NOMOR).daftar_unit == ("U1",)


def test_the_figures_of_a_quotation_are_those_that_are_printed():
    assert replace(SATU, kutipan="Dari Rp1.500.000 naik 80,40% dan 80,40%, 3, 4.").angka == "1.500.000; 80,40; 3"


def test_a_correction_that_was_never_seen_is_new_and_keeps_its_number_from_then_on():
    (baru,) = nilai_koreksi(catatan(), [SATU])
    assert (baru.keadaan, baru.nomor) == (KeadaanKoreksi.BARU, 1)
    kedua = replace(SATU, kunci="k0")
    assert [satu.kunci for satu in nilai_koreksi(catatan(DICATAT), [kedua, SATU])] == ["k1", "k0"]


@pytest.mark.parametrize(
    ("satu", "dicatat", "jawaban"),
    [
        (replace(SATU, keadaan=KeadaanKoreksi.SELESAI), DICATAT, ""),
        (replace(SATU, dasar="d2"), DICATAT, "Isian atau kalimatnya sudah diperbarui"),
        (replace(SATU, dasar="d2", jawaban="Sudah"), DICATAT, "Sudah"),
        (None, DICATAT, "Tidak ada lagi di draf"),
    ],
    ids=["settled in Word", "cell or block changed", "changed and answered", "gone from every draft"],
)
def test_a_correction_is_settled_by_word_by_a_change_or_by_going(satu, dicatat, jawaban):
    (hasil,) = nilai_koreksi(catatan(dicatat), [satu] if satu else [])
    assert (hasil.keadaan, hasil.jawaban, hasil.saran) == (KeadaanKoreksi.SELESAI, jawaban, "Dari mana?")


def test_what_is_gone_is_told_with_all_that_was_noted():
    (hasil,) = nilai_koreksi(catatan(DICATAT), [])
    assert (hasil.indikator, hasil.daftar_unit, hasil.tanggal, hasil.oleh) == ("I1", ("U1", "U2"), HARI, "")
    assert (hasil.tempat, hasil.berkas) == (None, "draf-01.docx")


def test_an_answer_settles_a_correction_until_it_is_taken_back():
    jawab = Peristiwa(jenis=Jenis.DIJAWAB, dicatat=SAAT, sidik="k1", isi="Sesuai formulir")
    (hasil,) = nilai_koreksi(catatan(DICATAT, jawab), [SATU])
    assert (hasil.keadaan, hasil.jawaban) == (KeadaanKoreksi.SELESAI, "Sesuai formulir")
    batal = Peristiwa(jenis=Jenis.DIBATALKAN, dicatat=SAAT, batal=2)
    (kini,) = nilai_koreksi(catatan(DICATAT, jawab, batal), [SATU])
    assert kini.keadaan is KeadaanKoreksi.BARU


def test_the_answer_of_an_agency_outside_answers_no_correction():
    luar = Peristiwa(jenis=Jenis.DIJAWAB, dicatat=SAAT, unit="BPS", isi="Surat")
    assert nilai_koreksi(catatan(DICATAT, luar), [SATU])[0].keadaan is KeadaanKoreksi.BARU


def test_a_correction_is_noted_once_and_never_with_who_wrote_it():
    dasar = Peristiwa(jenis=Jenis.KOREKSI, dicatat=SAAT)
    satu = replace(SATU, indikator="I1", daftar_unit=("U1", "U2"))
    assert list(peristiwa_koreksi(catatan(), [satu], dasar)) == [DICATAT]
    assert list(peristiwa_koreksi(catatan(DICATAT), [satu, replace(satu, dasar="", kunci="lama")], dasar)) == []


def test_a_unit_is_told_what_is_asked_where_and_by_whom():
    satu = replace(SATU, indikator="I1", kutipan="80,40", nomor=3)
    hasil = temuan_koreksi(satu, BUKU, "TW1/u1.xlsx", "U1")
    rincian = dict(hasil.rincian)
    assert (hasil.kode, hasil.unit, hasil.nilai, rincian["nomor"]) == ("koreksi-sekretaris", "U1", "Dari mana?", "3")
    assert rincian["tentang"] == "indikator Indeks kepuasan pada “80,40”"
    assert rincian["oleh"] == " oleh Sekretaris pada 11 April 2025"


@pytest.mark.parametrize(
    ("judul", "tentang"), [("Sasaran 1", "Sasaran 1"), ("", "bagian yang tidak dapat ditentukan")], ids=str
)
def test_what_is_about_no_indicator_is_told_by_its_heading(judul, tentang):
    assert dict(temuan_koreksi(replace(SATU, judul=judul), BUKU, "draf").rincian)["tentang"] == tentang


def test_a_long_quotation_is_told_in_short():
    tentang = dict(temuan_koreksi(replace(SATU, kutipan="a" * 200), BUKU, "draf").rincian)["tentang"]
    assert tentang.endswith("a…”")
    assert len(tentang) < 220


def test_words_have_a_fingerprint_of_their_own():
    assert sidik_koreksi("a", "b") != sidik_koreksi("a b")
