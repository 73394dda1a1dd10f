"""What is too large for its place: figures get smaller until they fit, long rows may break over pages."""

import io

import docx
import docx.enum.style
import pytest
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from lakip_gen.domain.temuan import Asal
from lakip_gen.ooxml.guard import open_container
from lakip_gen.ooxml.recognise import Kind
from lakip_gen.ooxml.writer import write_container
from lakip_gen.word.fill.render import laid_out
from lakip_gen.word.package.xml import main_part


def muat(dokumen):
    """Return a document after the step, opened again, and whether the step changed it."""
    aliran = io.BytesIO()
    dokumen.save(aliran)
    bagian, _ = open_container(aliran.getvalue(), Kind.DOCX, Asal())
    utama = main_part(bagian)
    hasil = laid_out(utama, bagian[utama], bagian)
    return docx.Document(io.BytesIO(write_container({**bagian, utama: hasil}))), hasil is not bagian[utama]


def tabel(teks, *, lebar=2.0, ukuran=9, huruf="Calibri", terkunci=True):
    """Return a document with one cell that may not break."""
    dokumen = docx.Document()
    dokumen.styles["Normal"].font.size, dokumen.styles["Normal"].font.name = Pt(ukuran), huruf
    sel = dokumen.add_table(1, 1).cell(0, 0)
    sel.width, sel.text = Cm(lebar), teks
    if terkunci:
        aturan = sel._tc.getparent().get_or_add_trPr()
        aturan.append(aturan.makeelement(qn("w:cantSplit")))
    return dokumen


def ukuran(dokumen):
    return [run.font.size for run in dokumen.tables[0].cell(0, 0).paragraphs[0].runs]


def boleh_terbelah(dokumen):
    return dokumen.tables[0].rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is None


def test_a_figure_wider_than_its_cell_gets_smaller():
    [titik] = ukuran(muat(tabel("1.234.567.890.123"))[0])
    assert Pt(5) <= titik < Pt(9)


def test_a_wider_face_gets_smaller_still():
    calibri, arial = (ukuran(muat(tabel("1.234.567.890.123", huruf=huruf))[0]) for huruf in ("Calibri", "Arial"))
    assert arial < calibri


@pytest.mark.parametrize("teks", ["1.234.567", "Rp1.234.567.890.123 dan lain-lain", "belum dilaporkan", "2025"])
def test_what_fits_or_is_no_figure_stays_as_it_is(teks):
    hasil, berubah = muat(tabel(teks))
    assert ukuran(hasil) == [None]
    assert not berubah


def test_a_figure_in_a_wide_cell_stays_as_it_is():
    assert ukuran(muat(tabel("1.234.567.890.123", lebar=4))[0]) == [None]


@pytest.mark.parametrize("mark", ["(sementara)", "tidak tetap"])
def test_a_figure_with_a_word_behind_it_gets_smaller_with_it(mark):
    [sendiri], [bersama] = (ukuran(muat(tabel(f"1.234.567.890.123{teks}"))[0]) for teks in ("", f" {mark}"))
    assert sendiri == bersama < Pt(9)


@pytest.mark.parametrize("teks", ["Informatif", "Menuju Informatif", "Target: Memuaskan."])
def test_a_word_wider_than_its_cell_gets_smaller_instead_of_breaking_within_itself(teks):
    [titik] = ukuran(muat(tabel(teks, lebar=1.2))[0])
    assert Pt(5) <= titik < Pt(9)


@pytest.mark.parametrize("teks", ["Tinggi", "berbasis-elektronik", "Informatif"])
def test_a_word_that_fits_or_may_break_at_a_sign_stays_as_it_is(teks):
    assert ukuran(muat(tabel(teks, lebar=2.0))[0]) == [None]


def sempit(dokumen):
    """Return the breadth of the letters of the first run of the cell, in percent."""
    aturan = dokumen.tables[0].cell(0, 0).paragraphs[0].runs[0]._r.rPr
    return None if aturan is None or (satu := aturan.find(qn("w:w"))) is None else int(satu.get(qn("w:val")))


def test_a_figure_that_would_be_too_small_to_read_gets_narrower_letters():
    lapang, sesak = (muat(tabel("98.765.432.109,8765", lebar=lebar))[0] for lebar in (2.0, 1.5))
    assert (ukuran(lapang)[0] > Pt(5), sempit(lapang)) == (True, None)
    assert ukuran(sesak) == [Pt(5)]
    assert 60 <= sempit(sesak) < 100


def test_narrower_letters_stand_where_the_schema_puts_them():
    dokumen = tabel("98.765.432.109,8765", lebar=1.5)
    run = dokumen.tables[0].cell(0, 0).paragraphs[0].runs[0]
    run.bold, run.font.underline, run.font.size = True, True, Pt(30)
    run._r.rPr.insert(1, run._r.rPr.makeelement(qn("w:w"), {qn("w:val"): "150"}))
    hasil = muat(dokumen)[0].tables[0].cell(0, 0).paragraphs[0].runs[0]
    assert [satu.tag.rpartition("}")[2] for satu in hasil._r.rPr] == ["b", "w", "sz", "szCs", "u"]


def test_a_figure_that_could_not_be_read_any_more_is_left_to_break():
    assert ukuran(muat(tabel("1.234.567.890.123", lebar=0.8))[0]) == [None]


def test_size_stands_before_what_the_schema_puts_behind_it():
    dokumen = tabel("1.234.567.890.123")
    run = dokumen.tables[0].cell(0, 0).paragraphs[0].runs[0]
    run.bold, run.font.underline, run.font.size = True, True, Pt(30)
    hasil = muat(dokumen)[0].tables[0].cell(0, 0).paragraphs[0].runs[0]
    assert [satu.tag.rpartition("}")[2] for satu in hasil._r.rPr] == ["b", "sz", "szCs", "u"]
    assert hasil.font.size < Pt(9)


def test_a_row_of_many_lines_may_break_over_pages():
    assert boleh_terbelah(muat(tabel("kata " * 400, lebar=6))[0])


@pytest.mark.parametrize(("teks", "lebar"), [("kata " * 40, 6), ("kata " * 400, 20)])
def test_a_row_of_few_lines_stays_whole(teks, lebar):
    assert not boleh_terbelah(muat(tabel(teks, lebar=lebar))[0])


def test_a_head_never_breaks():
    dokumen = tabel("kata " * 400, lebar=6)
    aturan = dokumen.tables[0].rows[0]._tr.trPr
    aturan.append(aturan.makeelement(qn("w:tblHeader")))
    assert not boleh_terbelah(muat(dokumen)[0])


def test_lines_that_somebody_broke_count():
    assert boleh_terbelah(muat(tabel("\n".join(["butir"] * 100), lebar=6))[0])


def bertotal(banyak, *, total=True):
    dokumen = docx.Document()
    tabel = dokumen.add_table(banyak, 1)
    tabel._tbl.tblPr.find(qn("w:tblLook")).set(qn("w:lastRow"), "1" if total else "0")
    return dokumen


def terikat(dokumen):
    return [bool(baris.cells[-1].paragraphs[0].paragraph_format.keep_with_next) for baris in dokumen.tables[0].rows]


def test_a_total_stays_with_the_row_above_it():
    assert terikat(muat(bertotal(4))[0]) == [False, False, True, False]


@pytest.mark.parametrize("dokumen", [bertotal(4, total=False), bertotal(2)], ids=["tanpa total", "hanya kepala"])
def test_where_there_is_no_total_or_nothing_above_it_rows_are_free(dokumen):
    assert not any(terikat(muat(dokumen)[0]))


def berkepala(*daftar_teks, total=False):
    """Return a table under a head that repeats, a row for each text."""
    dokumen = docx.Document()
    tabel = dokumen.add_table(1 + len(daftar_teks), 1)
    tabel._tbl.tblPr.find(qn("w:tblLook")).set(qn("w:lastRow"), "1" if total else "0")
    aturan = tabel.rows[0]._tr.get_or_add_trPr()
    aturan.append(aturan.makeelement(qn("w:tblHeader")))
    for nomor, teks in enumerate(daftar_teks, start=1):
        tabel.cell(nomor, 0).text = teks
    return dokumen


@pytest.mark.parametrize(
    ("dokumen", "seharusnya"),
    [
        pytest.param(berkepala("a", "b", "c", "d"), [False, True, False, True, False], id="the first two and the last"),
        pytest.param(
            berkepala("a", "b", "c", "d", "e", total=True), [False, True, False, True, True, False], id="a total"
        ),
        pytest.param(berkepala("a"), [False, False], id="one row has no other"),
        pytest.param(
            berkepala("a" * 580, "b" * 540, "c", "d"), [False, True, False, True, False], id="rows of a few sentences"
        ),
        pytest.param(berkepala("a" * 700, "b", "c", "d" * 700), [False] * 5, id="a tall row may stand alone"),
    ],
)
def test_no_row_stands_alone_under_a_head_that_repeats(dokumen, seharusnya):
    assert terikat(muat(dokumen)[0]) == seharusnya


def bergabung(*daftar_banyak):
    """Return a document with a head and with cells over as many rows as said."""
    dokumen = docx.Document()
    tabel = dokumen.add_table(1 + sum(daftar_banyak), 2)
    awal = 1
    for banyak in daftar_banyak:
        tabel.cell(awal, 0).merge(tabel.cell(awal + banyak - 1, 0))
        awal += banyak
    return dokumen


def test_the_rows_of_a_merged_cell_stay_together_but_not_with_the_next_cell():
    assert terikat(muat(bergabung(3, 1, 2))[0]) == [False, True, True, False, False, True, False]


def test_a_cell_over_many_rows_may_go_on_over_the_page_but_not_within_its_text():
    assert terikat(muat(bergabung(6))[0]) == [False, True, True, False, False, False, False]


@pytest.mark.parametrize(("gaya", "seharusnya"), [("Catatan", [False, True]), ("Normal", [False, False])])
def test_notes_stay_with_the_last_row_of_their_table(gaya, seharusnya):
    dokumen = docx.Document()
    dokumen.add_table(2, 1)
    dokumen.styles.add_style("Catatan", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    dokumen.add_paragraph("Sumber: formulir", gaya)
    assert terikat(muat(dokumen)[0]) == seharusnya


def test_a_document_without_tables_is_not_touched():
    dokumen = docx.Document()
    dokumen.add_paragraph("1.234.567.890.123 " + "kata " * 2000)
    assert not muat(dokumen)[1]


def test_the_main_part_is_found():
    aliran = io.BytesIO()
    docx.Document().save(aliran)
    bagian, _ = open_container(aliran.getvalue(), Kind.DOCX, Asal())
    assert main_part(bagian) in bagian
