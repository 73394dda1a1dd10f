"""What is asked is yellow, what is yellow is asked; a form opens where it is to be filled, and its rows grow."""

from io import BytesIO

import openpyxl
import pytest

from bantu_induk import formulir, formulir_mentah, indikator, induk
from lakip_gen.domain.kewajiban import KEWAJIBAN, TETAP
from lakip_gen.domain.konsolidasi import CaraGabung
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.excel.form import FIRST_ROW, SCREEN_PIXELS, write_form
from lakip_gen.excel.return_copy import ReturnCopy

YELLOW, GREY = "FFFFF2CC", "FFEDEDED"
BUKU = induk(indikator("I1"), indikator("I2", cara=CaraGabung.RASIO))
FORM = formulir(BUKU)


def buka(form, salinan=None):
    return openpyxl.load_workbook(BytesIO(write_form(form, salinan)))


def warna(ws, kunci, judul):
    kolom = next(sel.column for sel in ws[FIRST_ROW] if str(sel.value).strip(" *") == judul)
    baris = next(sel.row for sel in ws["A"] if sel.value == kunci)
    return ws.cell(baris, kolom).fill.fgColor.rgb


@pytest.mark.parametrize("lembar", skema.DAFTAR_LEMBAR, ids=lambda satu: satu.kunci)
def test_the_star_of_a_column_or_item_says_what_the_table_of_duties_says(lembar):
    berbintang = {satu.kunci for satu in lembar.daftar_butir or lembar.daftar_kolom if satu.wajib}
    assert berbintang == {satu.kolom for satu in KEWAJIBAN[lembar.kunci] if satu.syarat in TETAP}


def test_what_must_be_filled_in_the_sign_off_is_yellow_and_starred_without_another_word_in_the_cell():
    ws = buka(FORM)["Pengesahan"]
    kuning = {ws.cell(baris, 1).value for baris in range(8, 16) if ws.cell(baris, 3).fill.fgColor.rgb == YELLOW}
    assert kuning == {"penyusun", "tanggal", "disetujui"}
    assert [(ws.cell(baris, 2).value, ws.cell(baris, 2).number_format) for baris in (8, 9)] == [
        ("Nama penyusun", '@" *"'),
        ("Jabatan penyusun", "General"),
    ]
    assert ws["B6"].value.endswith('&" dari 3 isian wajib terisi"')


def test_a_ratio_is_yellow_where_it_is_typed_and_named_so():
    ws = buka(FORM)["Indikator"]
    judul = ("Pembilang", "Penyebut", "Realisasi triwulan ini")
    assert [warna(ws, "I2", satu) for satu in judul] == [YELLOW, YELLOW, GREY]
    assert [warna(ws, "I1", satu) for satu in judul] == [GREY, GREY, YELLOW]
    kelengkapan = {ws.cell(baris, 1).value: ws.cell(baris, ws.max_column).value for baris in (8, 9)}
    assert '"pembilang dan penyebut, "' in kelengkapan["I2"]
    assert '"realisasi, "' in kelengkapan["I1"]


def test_what_is_owed_at_times_turns_yellow_while_the_completeness_names_it():
    ws = buka(FORM)["Indikator"]
    aturan = [str(aturan.formula[0]) for area in ws.conditional_formatting for aturan in area.rules]
    sebutan = {satu.sebutan for satu in KEWAJIBAN["indikator"] if satu.syarat not in TETAP}
    assert {satu.split('"')[1] for satu in aturan} == sebutan
    rumus = ws.cell(8, ws.max_column).value
    assert all(f'"{satu}, "' in rumus for satu in sebutan)


def test_a_return_copy_with_findings_keeps_its_own_colours():
    from bantu_rekap import terbaca

    mentah = formulir_mentah(FORM, {("indikator", "I1", "realisasi"): 5})
    ws = buka(FORM, ReturnCopy.from_findings(mentah, (terbaca(),)))["Indikator"]
    assert not ws.conditional_formatting


@pytest.mark.parametrize("nomor", [1, 2, 3, 4])
def test_a_form_opens_with_its_first_cell_to_fill_in_view_of_a_small_screen(nomor):
    ws = buka(formulir(BUKU, nomor))["Indikator"]
    sel = ws.sheet_view.selection[-1].activeCell
    assert ws[sel].fill.fgColor.rgb == YELLOW
    beku = {"A", "B", "C"}
    mulai, _ = openpyxl.utils.cell.coordinate_from_string(ws.sheet_view.pane.topLeftCell)
    kolom, _ = openpyxl.utils.cell.coordinate_from_string(sel)
    nomor_kolom = openpyxl.utils.column_index_from_string
    tampak = [
        ukuran.width * 7 + 5
        for huruf, ukuran in ws.column_dimensions.items()
        for satu in range(ukuran.min, ukuran.max + 1)
        if not ukuran.hidden
        if huruf in beku or nomor_kolom(mulai) <= satu <= nomor_kolom(kolom)
    ]
    assert sum(tampak) <= SCREEN_PIXELS + 60


def test_the_rows_of_a_form_grow_with_what_is_typed():
    import zipfile

    with zipfile.ZipFile(BytesIO(write_form(FORM))) as isi:
        xml = isi.read("xl/worksheets/sheet2.xml").decode()
    baris = {potong.split('"')[1]: potong for potong in xml.split("<row r=")[1:]}
    assert 'ht="30"' in baris["8"]
    assert "customHeight" not in baris["8"].partition(">")[0]
    assert 'customHeight="1"' in baris["7"].partition(">")[0]


def test_a_form_without_anything_to_fill_still_opens():
    kosong = formulir(induk(unit=("U1",)))
    assert buka(kosong)["Indikator"]["B8"].value == "Tidak ada yang perlu diisi."
