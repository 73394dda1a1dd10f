from decimal import Decimal

import pytest

from bantu_induk import sel
from bantu_rekap import (
    DAFTAR_TEMUAN,
    SERANGAN,
    baris_lembar,
    buka,
    rekap,
    rekap_kosong,
    rekap_serangan,
    semua_sel,
    terbaca,
)
from lakip_gen.domain.mentah import Baris, BukuMentah, LembarMentah, Tampilan
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.domain.skema.kolom import JenisKolom
from lakip_gen.domain.temuan import temuan
from lakip_gen.excel.results import write_check_results, write_results
from lakip_gen.excel.return_copy import ReturnCopy, returned_value
from lakip_gen.pesan.katalog import jelaskan


def test_the_summary_of_a_unit_counts_each_level():
    baris = baris_lembar(write_results(rekap(), DAFTAR_TEMUAN), "Ringkasan")
    awal = next(n for n, isi in enumerate(baris) if isi[0] == "Unit")
    assert baris[awal + 1 :] == [
        ["Buku induk dan berkas tanpa unit", None, 1, 0, 0],
        ["Bidang U1", "✓ diterima: TW I, TW II", 2, 1, 0],
        ["Bidang U2", "✓ diterima: TW I; ○ belum masuk: TW II", 0, 0, 1],
        ["Jumlah", None, 3, 1, 1],
    ]


def test_every_finding_is_on_its_sheet():
    bita = write_results(rekap(), DAFTAR_TEMUAN)
    baris = [isi for isi in baris_lembar(bita, "Temuan") if isi[0] in {"galat", "peringatan", "info"}]
    assert len(baris) == len(DAFTAR_TEMUAN)
    assert buka(bita).sheetnames == ["Ringkasan", "Temuan"]


def test_the_same_content_gives_the_same_bytes():
    assert write_results(rekap(), DAFTAR_TEMUAN) == write_results(rekap(), DAFTAR_TEMUAN)


def test_that_there_are_no_units_and_no_findings_is_said():
    bita = write_results(rekap_kosong(), ())
    assert "Tidak ada unit dan tidak ada temuan." in [baris[0] for baris in baris_lembar(bita, "Ringkasan")]


def test_a_single_file_may_be_checked_without_a_rekap():
    bita = write_check_results("", "formulir.xlsx", (), (terbaca(unit=""),))
    assert baris_lembar(bita, "Ringkasan")[1][0] == "formulir.xlsx"


@pytest.mark.parametrize("serangan", SERANGAN)
def test_a_dangerous_text_stays_a_text(serangan):
    bita = write_results(rekap_serangan(), (terbaca(nilai=serangan, pesan=serangan, unit=serangan),))
    sel = [satu for satu in semua_sel(bita) if satu.value == serangan]
    assert sel
    assert all(satu.data_type == "s" and satu.hyperlink is None for satu in sel)


@pytest.mark.parametrize(
    ("isi", "lain", "jenis", "kembali"),
    [
        ("0.85", {"persen": True}, JenisKolom.PERSEN, Decimal(85)),
        ("0.005", {"persen": True}, JenisKolom.PERSEN, "0,5%"),
        ("0.5", {"tampilan": Tampilan.BERTANDA_PERSEN}, JenisKolom.PERSEN, "0,5%"),
        ("76.74", {"tampilan": Tampilan.BERTANDA_PERSEN}, JenisKolom.TARGET, Decimal("76.74")),
        ("0.85", {"persen": True}, JenisKolom.PARAGRAF, "85%"),
        ("1.125", {}, JenisKolom.PARAGRAF, Decimal("1.125")),
        ("0.15", {}, JenisKolom.PERSEN, Decimal("0.15")),
    ],
    ids=["persen", "kecil", "kecil-bertanda", "bertanda", "dalam-teks", "pecahan-dalam-teks", "tanpa-tanda"],
)
def test_a_return_copy_keeps_the_sign_that_says_what_a_number_means(isi, lain, jenis, kembali):
    assert returned_value(sel(Decimal(isi), **lain), jenis) == kembali


def test_a_figure_that_answers_another_question_is_not_given_back_as_an_answer():
    isi = {"satuan": sel("desa", "F8"), "realisasi": sel(Decimal(31), "O8"), "penjelasan": sel("Terlambat.", "Q8")}
    lain = {"satuan": sel("kali", "F9"), "realisasi": sel(Decimal(4), "O9")}
    lembar = LembarMentah("Indikator", (Baris("I1", 8, isi), Baris("I2", 9, lain)))
    tempat = isi["satuan"].asal
    salah = temuan("arti-berubah", tempat, hal="satuan", nilai="desa", seharusnya="%")
    copy = ReturnCopy.from_findings(BukuMentah("uji.xlsx", lembar={"indikator": lembar}), (jelaskan(salah),))
    kolom = {satu.kunci: satu for satu in skema.INDIKATOR.daftar_kolom}
    assert copy.cell(skema.INDIKATOR, "I1", kolom["realisasi"]) is None
    assert copy.cell(skema.INDIKATOR, "I1", kolom["penjelasan"]) == isi["penjelasan"]
    assert copy.cell(skema.INDIKATOR, "I2", kolom["realisasi"]) == lain["realisasi"]
