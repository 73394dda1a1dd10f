"""A return copy that comes back beside the form it was made of takes its place; where two differ nobody chooses."""

import openpyxl
import pytest

from bantu_ruang import baca_induk, baca_triwulan, formulir, isi
from lakip_gen.domain.isian import Kumpulan
from lakip_gen.domain.penerimaan import StatusUnit
from lakip_gen.domain.periode import Periode
from lakip_gen.excel.form import write_form
from lakip_gen.excel.return_copy import ReturnCopy
from lakip_gen.pesan.katalog import jelaskan_semua

pytestmark = pytest.mark.laporan_pendek

TW1 = Periode.parse("2025-TW1")
UNIT = "BIDANG-APTIKA"
GANDA = {"unit-ganda", "unit-ganda-sama", "formulir-digantikan"}


def ketik(berkas, angka):
    isi(berkas, "Indikator", "I2.4", "Realisasi triwulan", angka)


def nilai(ruang):
    induk, _ = baca_induk(ruang, 2025)
    hasil = baca_triwulan(ruang, induk, TW1, Kumpulan({}))
    return next(satu for satu in hasil.daftar_unit if satu.unit.kode == UNIT)


def kembali(ruang, nama):
    """Put the return copy of what lies in the inbox into it under another name, as a planner does."""
    hasil = nilai(ruang)
    berkas = ruang.inbox(TW1) / nama
    berkas.write_bytes(
        write_form(hasil.formulir, ReturnCopy.from_findings(hasil.mentah, jelaskan_semua(hasil.daftar_temuan)))
    )
    return berkas


def angka(hasil):
    return str(hasil.status.laporan.indikator("I2.4").isian.angka)


def tentang_berkas(hasil):
    return [(satu.kode, satu.asal.berkas) for satu in hasil.daftar_temuan if satu.kode in GANDA]


@pytest.fixture
def ditolak(contoh):
    """A unit's form with a number that can be read in two ways."""
    ketik(formulir(contoh, UNIT), "1.100")
    return contoh


def test_a_mended_return_copy_takes_the_place_of_the_form_it_was_made_of(ditolak):
    ketik(kembali(ditolak, "perbaikan.xlsx"), 21)
    hasil = nilai(ditolak)
    assert (hasil.status.status, hasil.status.berkas, angka(hasil)) == (StatusUnit.DITERIMA, "TW1/perbaikan.xlsx", "21")
    assert tentang_berkas(hasil) == [("formulir-digantikan", "TW1/perbaikan.xlsx")]


@pytest.mark.lengkap
def test_of_a_chain_of_return_copies_the_last_one_counts_whatever_it_is_called(ditolak):
    ketik(kembali(ditolak, "c.xlsx"), "2.200")
    ketik(kembali(ditolak, "b.xlsx"), "3.300")
    ketik(kembali(ditolak, "a.xlsx"), 22)
    hasil = nilai(ditolak)
    assert (hasil.status.status, hasil.status.berkas, angka(hasil)) == (StatusUnit.DITERIMA, "TW1/a.xlsx", "22")
    (ditolak.inbox(TW1) / "b.xlsx").unlink()
    assert nilai(ditolak).status.berkas == "TW1/a.xlsx"


def test_a_mended_copy_takes_the_place_of_the_untouched_one(ditolak):
    salinan = kembali(ditolak, "perbaikan.xlsx")
    isi_salinan = salinan.read_bytes()
    ketik(salinan, 21)
    salinan.rename(salinan.with_name("perbaikan (1).xlsx"))
    salinan.write_bytes(isi_salinan)
    hasil = nilai(ditolak)
    assert (hasil.status.status, hasil.status.berkas) == (StatusUnit.DITERIMA, "TW1/perbaikan (1).xlsx")


def test_an_answer_that_was_put_back_in_a_later_copy_stands(contoh):
    lama = nilai(contoh)
    ketik(kembali(contoh, "b.xlsx"), 21)
    ketik(kembali(contoh, "c.xlsx"), int(angka(lama)))
    hasil = nilai(contoh)
    assert (hasil.status.status, hasil.status.berkas, angka(hasil)) == (
        StatusUnit.DITERIMA, "TW1/c.xlsx", angka(lama),
    )  # fmt: skip


@pytest.mark.lengkap
def test_two_mended_copies_of_one_form_that_differ_stay_a_doubt(ditolak):
    satu = kembali(ditolak, "perbaikan.xlsx")
    dua = satu.with_name("perbaikan (1).xlsx")
    dua.write_bytes(satu.read_bytes())
    ketik(satu, 21)
    ketik(dua, 23)
    hasil = nilai(ditolak)
    assert hasil.status.status is StatusUnit.DITOLAK
    assert [kode for kode, _ in tentang_berkas(hasil)] == ["unit-ganda", "formulir-digantikan"]


def test_a_form_that_the_planner_saved_again_is_still_known(ditolak):
    salinan = kembali(ditolak, "perbaikan.xlsx")
    lama = formulir(ditolak, UNIT)
    openpyxl.load_workbook(lama).save(lama)
    ketik(salinan, 21)
    assert nilai(ditolak).status.berkas == "TW1/perbaikan.xlsx"


def test_a_form_with_later_answers_than_its_copy_stays_a_doubt(ditolak):
    ketik(kembali(ditolak, "perbaikan.xlsx"), 21)
    ketik(formulir(ditolak, UNIT), 24)
    assert nilai(ditolak).status.status is StatusUnit.DITOLAK
