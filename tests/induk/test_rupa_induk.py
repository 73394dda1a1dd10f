"""What the buku induk shows and does not hold, or holds and does not show, is told before the year stands on it."""

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from bantu_ruang import baca_induk, ubah
from lakip_gen.domain.mentah import BukuMentah, LembarMentah
from lakip_gen.domain.temuan import Tingkat
from lakip_gen.induk.rupa import periksa_rupa
from lakip_gen.pesan.katalog import katalog


def sel(buku: openpyxl.Workbook, kode: str, judul: str) -> openpyxl.cell.Cell:
    """Return the cell of an indicator under a header."""
    ws = buku["Indikator"]
    kepala = next(c for baris in ws.iter_rows(max_row=8) for c in baris if str(c.value).strip(" *") == judul)
    baris = next(b[0].row for b in ws.iter_rows(min_row=kepala.row) if kode in {c.value for c in b})
    return ws.cell(baris, kepala.column)


def tercoret(satu: openpyxl.cell.Cell) -> None:
    satu.value = CellRichText(TextBlock(InlineFont(strike=True), "26"), TextBlock(InlineFont(), "31"))


def berpangkat(satu: openpyxl.cell.Cell) -> None:
    satu.value = CellRichText("80", TextBlock(InlineFont(vertAlign="superscript"), "1"))


def berformat(bentuk: str):
    def pengubah(satu: openpyxl.cell.Cell) -> None:
        satu.number_format = bentuk

    return pengubah


def kolom_tersembunyi(satu: openpyxl.cell.Cell) -> None:
    satu.parent.column_dimensions[satu.column_letter].hidden = True


def baris_tersembunyi(satu: openpyxl.cell.Cell) -> None:
    satu.parent.row_dimensions[satu.row].hidden = True


@pytest.mark.one_in(7)
@pytest.mark.parametrize(
    ("pengubah", "kode"),
    [
        (tercoret, "sel-tercoret"),
        (berpangkat, "angka-berpangkat"),
        (berformat("#,##0,"), "angka-berskala"),
        (berformat('0.0" juta"'), "angka-berskala"),
        (berformat('"Target "0'), "angka-berskala"),  # typed like that it would be no number either
        (berformat(";;;"), "angka-tak-tampak"),
        (kolom_tersembunyi, "kolom-tersembunyi"),
        (baris_tersembunyi, "induk-baris-tersembunyi"),
    ],
    ids=lambda satu: satu if isinstance(satu, str) else "",
)
def test_a_target_that_is_not_what_it_looks_like_is_told(contoh, pengubah, kode):
    ubah(contoh.induk(2025), lambda buku: pengubah(sel(buku, "I2.2", "Target TW I")))
    induk, daftar_temuan = baca_induk(contoh, 2025)
    assert [satu.kode for satu in daftar_temuan] == [kode]
    assert (induk is None) == (katalog()[kode].tingkat is Tingkat.GALAT)


@pytest.mark.lengkap
@pytest.mark.parametrize("bentuk", ['0.00" %"', "0\\%"], ids=str)
def test_a_target_whose_format_writes_a_sign_beside_the_number_is_the_number(contoh, bentuk):
    sebelum, _ = baca_induk(contoh, 2025)
    ubah(contoh.induk(2025), lambda buku: berformat(bentuk)(sel(buku, "I2.2", "Target TW I")))
    sesudah, daftar_temuan = baca_induk(contoh, 2025)
    assert daftar_temuan == ()
    assert sesudah == sebelum


def test_hidden_rows_and_columns_of_the_sheets_that_are_there_are_told():
    unit = LembarMentah("Unit", kolom={"nama": "B"}, daftar_tersembunyi=(6, 7), kolom_tersembunyi=("nama",))
    daftar = periksa_rupa(BukuMentah("induk.xlsx", lembar={"unit": unit}))
    assert [(satu.kode, satu.asal.lembar, satu.nilai) for satu in daftar] == [
        ("induk-baris-tersembunyi", "Unit", "6, 7"),
        ("kolom-tersembunyi", "Unit", "Nama unit"),
    ]
