"""Reading finds sheets by tab or header, columns by header, rows by key, and never loses a row."""

from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest

from bantu_ruang import baca_induk
from lakip_gen.contoh.instansi import isi_contoh
from lakip_gen.domain.formulir import siapkan_formulir
from lakip_gen.domain.isian import Kumpulan
from lakip_gen.domain.mentah import JenisCatatan, JenisSel
from lakip_gen.domain.periode import triwulan
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.domain.skema import induk as skema_induk
from lakip_gen.domain.temuan import Asal, temuan
from lakip_gen.excel.form import write_form
from lakip_gen.excel.induk import write_induk
from lakip_gen.excel.reader.outside import rentang
from lakip_gen.excel.reader.read import baca_buku
from lakip_gen.excel.return_copy import ReturnCopy
from lakip_gen.pesan.katalog import jelaskan_semua


@pytest.fixture(scope="module")
def formulir(contoh_asli):
    induk, _ = baca_induk(contoh_asli, 2025)
    return siapkan_formulir(induk, induk.unit("BIDANG-APTIKA"), triwulan(2025, 1), Kumpulan({}))


def ubah(isi, pengubah):
    """Return a workbook as somebody's program saves it after a change."""
    buku = openpyxl.load_workbook(BytesIO(isi))
    pengubah(buku)
    hasil = BytesIO()
    buku.save(hasil)
    return hasil.getvalue()


def baca(isi, daftar_lembar=skema.DAFTAR_LEMBAR):
    return baca_buku(isi, "uji.xlsx", daftar_lembar)


def kode(daftar_temuan):
    return [temuan.kode for temuan in daftar_temuan]


def huruf(ws, judul):
    return next(sel.column_letter for sel in ws[7] if str(sel.value).startswith(judul))


def test_every_row_of_every_table_is_read_whatever_its_number():
    isi = isi_contoh()
    mentah, daftar_temuan = baca(write_induk(isi), skema_induk.DAFTAR_LEMBAR)
    assert daftar_temuan == ()
    for lembar in skema_induk.DAFTAR_LEMBAR:
        if not lembar.daftar_butir:
            assert len(mentah.lembar[lembar.kunci].daftar_baris) == len(isi[lembar.kunci]), lembar.nama


def test_a_renamed_sheet_is_found_by_its_headers(formulir):
    def pengubah(buku):
        buku["Indikator"].title = "Isian kami"

    mentah, daftar_temuan = baca(ubah(write_form(formulir), pengubah))
    assert daftar_temuan == ()
    assert len(mentah.lembar["indikator"].daftar_baris) == len(formulir.daftar_baris["indikator"])


def test_moved_columns_are_found_by_their_headers(formulir):
    def pengubah(buku):
        ws = buku["Anggaran"]
        for baris in ws.iter_rows(min_row=7, max_row=12):
            baris[5].value, baris[8].value = baris[8].value, baris[5].value
        ws["I8"] = 500

    mentah, daftar_temuan = baca(ubah(write_form(formulir), pengubah))
    assert daftar_temuan == ()
    baris = mentah.lembar["anggaran"].daftar_baris[0]
    assert (baris.sel["realisasi"].isi, baris.sel["realisasi"].asal.sel) == (500, "I8")


def test_a_missing_input_column_is_told(formulir):
    def pengubah(buku):
        ws = buku["Indikator"]
        ws[f"{huruf(ws, 'Tindak lanjut')}7"] = "Rencana kami"

    _, daftar_temuan = baca(ubah(write_form(formulir), pengubah))
    assert "kolom-hilang" in kode(daftar_temuan)


DATA = skema.INDIKATOR.kolom("data_dukung")


@pytest.mark.parametrize("judul", [DATA.judul, "Judul baru"], ids=["before", "since"])
def test_a_column_that_was_renamed_is_found_by_either_header(formulir, judul):
    kolom = replace(DATA, judul="Judul baru", judul_dulu=(DATA.judul,))
    daftar = tuple(kolom if satu.kunci == kolom.kunci else satu for satu in skema.INDIKATOR.daftar_kolom)
    lain = (satu for satu in skema.DAFTAR_LEMBAR if satu is not skema.INDIKATOR)

    def pengubah(buku):
        ws = buku["Indikator"]
        ws[f"{huruf(ws, DATA.judul)}7"] = judul

    mentah, daftar_temuan = baca(
        ubah(write_form(formulir), pengubah), (replace(skema.INDIKATOR, daftar_kolom=daftar), *lain)
    )
    assert daftar_temuan == ()
    assert "data_dukung" in mentah.lembar["indikator"].kolom


@pytest.mark.parametrize(
    ("lembar", "judul", "sel"),
    [
        ("Indikator", "Realisasi triwulan ini", "Z7"),
        ("Indikator", " PENJELASAN *", "AB7"),
        ("Anggaran", "Fisik s.d. akhir triwulan ini (%)", "A7"),
    ],
    ids=["realisasi", "huruf-besar", "di-kiri"],
)
def test_two_columns_with_the_header_of_one_input_are_told_with_the_second_s_cell(formulir, lembar, judul, sel):
    def pengubah(buku):
        if sel == "A7":
            buku[lembar].insert_cols(1)
        buku[lembar][sel] = judul

    _, daftar_temuan = baca(ubah(write_form(formulir), pengubah))
    (ganda,) = [t for t in daftar_temuan if t.kode == "kolom-ganda"]
    assert ganda.asal.lembar == lembar
    assert ganda.asal.sel == ("H7" if sel == "A7" else sel)


def _judul_dipindah(ke, *, sembunyi=False, isi_baru=60):
    """Rename the header of the figure, and write the true one over another column."""

    def pengubah(buku):
        ws = buku["Indikator"]
        ws["O7"], ws[f"{ke}7"] = "Realisasi", "Realisasi triwulan ini"
        ws["O8"], ws[f"{ke}8"] = isi_baru, 5
        ws.column_dimensions[ke].hidden = sembunyi

    return pengubah


def _disisipkan(judul, *, tersembunyi=""):
    """Insert a column before the figure, and hide another one."""

    def pengubah(buku):
        ws = buku["Indikator"]
        ws.insert_cols(15)
        ws["O7"], ws["O8"], ws["P7"], ws["P8"] = judul, 60, "Realisasi triwulan ini", 5
        if tersembunyi:
            ws.column_dimensions[tersembunyi].hidden = True

    return pengubah


@pytest.mark.parametrize(
    ("pengubah", "diragukan"),
    [
        pytest.param(_judul_dipindah("Z", sembunyi=True), ["O8"], id="into a hidden column"),
        pytest.param(_judul_dipindah("AB"), ["O8"], id="far to the right"),
        pytest.param(_judul_dipindah("P"), ["O8"], id="over its neighbour"),
        pytest.param(_judul_dipindah("L"), ["O8"], id="over one that is locked and empty"),
        pytest.param(_disisipkan("Realisasi", tersembunyi="P"), ["O8"], id="the true one hidden beside it"),
        pytest.param(_judul_dipindah("Z", isi_baru=None), [], id="nothing stands in its place"),
        pytest.param(_disisipkan("Catatan"), [], id="a column of somebody's own"),
        pytest.param(lambda buku: buku["Indikator"].__setitem__("P7", "Capaian"), [], id="a locked header renamed"),
    ],
)
def test_a_filled_column_in_the_place_of_an_input_is_a_doubt(formulir, pengubah, diragukan):
    _, daftar_temuan = baca(ubah(write_form(formulir), pengubah))
    daftar = [t for t in daftar_temuan if t.kode == "kolom-diragukan"]
    assert [t.asal.sel for t in daftar] == diragukan
    assert all(dict(t.rincian)["kolom"] == "Realisasi triwulan ini" for t in daftar)


def test_a_locked_column_copied_to_the_side_takes_nothing_from_anybody(formulir):
    _, daftar_temuan = baca(ubah(write_form(formulir), lambda buku: buku["Anggaran"].__setitem__("M7", "Pagu (Rp)")))
    assert [(t.kode, t.asal.sel) for t in daftar_temuan] == [("isi-di-luar", "M7")]


def test_a_missing_sheet_is_simply_not_there(formulir):
    def pengubah(buku):
        del buku["Anggaran"]

    mentah, _ = baca(ubah(write_form(formulir), pengubah))
    assert "anggaran" not in mentah.lembar


def test_a_row_without_key_that_holds_something_is_told_with_its_cell(formulir):
    def pengubah(buku):
        buku["Progres Bulanan"]["C20"] = "catatan tambahan"

    _, daftar_temuan = baca(ubah(write_form(formulir), pengubah))
    assert [(t.kode, t.asal.sel, t.nilai) for t in daftar_temuan] == [("baris-tanpa-kunci", "C20", "catatan tambahan")]


def test_a_number_in_a_row_without_key_is_quoted_with_a_decimal_comma(formulir):
    def pengubah(buku):
        ws = buku["Indikator"]
        ws[f"{huruf(ws, 'Realisasi triwulan ini *')}20"] = 83.1

    _, daftar_temuan = baca(ubah(write_form(formulir), pengubah))
    assert [(t.kode, t.nilai) for t in daftar_temuan] == [("baris-tanpa-kunci", "83,1")]


def test_notes_beside_the_table_are_told_not_read(formulir):
    def pengubah(buku):
        buku["Progres Bulanan"]["J9"] = "nanti ditanya"

    _, daftar_temuan = baca(ubah(write_form(formulir), pengubah))
    assert [(t.kode, t.asal.sel) for t in daftar_temuan] == [("isi-di-luar", "J9")]


def test_a_doubled_row_key_is_told(formulir):
    def pengubah(buku):
        ws = buku["Indikator"]
        ws["A9"] = ws["A8"].value

    _, daftar_temuan = baca(ubah(write_form(formulir), pengubah))
    assert "kunci-ganda" in kode(daftar_temuan)


def test_a_formula_in_an_input_is_no_data_and_brings_what_it_showed(formulir):
    def pengubah(buku):
        ws = buku["Anggaran"]
        ws["F8"] = "=100+200"

    mentah, _ = baca(ubah(write_form(formulir), pengubah))
    sel = mentah.lembar["anggaran"].daftar_baris[0].sel["realisasi"]
    assert (sel.jenis, sel.isi, sel.hasil) == (JenisSel.RUMUS, "=100+200", "")


@pytest.mark.parametrize(
    "isi", [b"", b"PK\x03\x04 rusak", b"\xd0\xcf\x11\xe0" + b"\x00" * 600, b"<html></html>", b"a;b\n1;2\n"]
)
def test_what_is_no_workbook_is_one_finding_and_never_an_exception(isi):
    mentah, daftar_temuan = baca(isi)
    assert mentah is None
    assert len(daftar_temuan) == 1


@pytest.mark.parametrize(
    ("daftar_sel", "daftar_rentang"),
    [
        (["Z8"], ["Z8"]),
        (["Z8", "AA8", "Z9", "AA9"], ["Z8:AA9"]),
        (["Z8", "AB8", "Z9"], ["Z8:Z9", "AB8"]),
        (["B30", "Z8", "Z10"], ["Z8", "Z10", "B30"]),
        (["Z8", "Z9", "AA9", "AA10"], ["Z8", "Z9:AA9", "AA10"]),
    ],
)
def test_cells_are_named_as_the_areas_they_make(daftar_sel, daftar_rentang):
    assert rentang(daftar_sel) == daftar_rentang


def test_a_block_beside_the_table_is_told_with_all_its_places_and_its_words(formulir):
    def pengubah(buku):
        ws = buku["Progres Bulanan"]
        for nomor in range(8, 20):
            ws[f"J{nomor}"] = nomor * 1000
        ws["L9"], ws["L30"] = "Rapat ditunda.", "x" * 983

    _, (satu,) = baca(ubah(write_form(formulir), pengubah))
    rincian = dict(satu.rincian)
    assert (satu.kode, satu.asal.sel, rincian["banyak"]) == ("isi-di-luar-banyak", "J8", "14")
    assert rincian["tempat"] == "J8:J19, L9, L30"
    assert satu.nilai.startswith("Rapat ditunda. | xxx")
    assert rincian["sisa"] == ", dan 12 sel lain yang tidak dikutip di sini"


def test_what_was_typed_under_the_findings_of_a_return_copy_is_told(contoh_asli):
    induk, _ = baca_induk(contoh_asli, 2025)
    kosong = siapkan_formulir(induk, induk.unit("BIDANG-APTIKA"), triwulan(2025, 1), Kumpulan({}))
    mentah, _ = baca(write_form(kosong))
    temuan_uji = jelaskan_semua((temuan("realisasi-kosong", Asal("a", "Indikator", "O8"), indikator="x"),) * 2)
    kembalian = ReturnCopy.from_findings(mentah, temuan_uji)

    def pengubah(buku):
        ws = buku["Hasil Pemeriksaan"]
        ws["A4"], ws["B3"], ws["D8"], ws["G6"] = "hm", "cek", "sudah kami perbaiki", "benar"

    ulang, _ = baca(ubah(write_form(kosong, kembalian), pengubah))
    assert [(t.asal.sel, t.teks) for t in ulang.daftar_catatan if t.jenis is not JenisCatatan.KEPALA] == [
        ("B3", "cek"),
        ("A4", "hm"),
        ("G6", "benar"),
        ("D8", "sudah kami perbaiki"),
    ]


@pytest.mark.parametrize(("lembar", "isian"), [("Progres Bulanan", "C8"), ("Anggaran", "F8"), ("Indikator", "O8")])
def test_a_filled_copy_of_a_sheet_whose_keys_are_gone_is_told_and_not_passed_over(formulir, lembar, isian):
    def pengubah(buku):
        salinan = buku.copy_worksheet(buku[lembar])
        for nomor in range(8, salinan.max_row + 1):
            salinan[f"A{nomor}"] = None
        salinan[isian] = 77

    _, daftar_temuan = baca(ubah(write_form(formulir), pengubah))
    galat = [satu for satu in daftar_temuan if satu.kode == "baris-tanpa-kunci"]
    assert [(satu.asal.lembar, satu.asal.sel) for satu in galat] == [(f"{lembar} Copy", isian)]


@pytest.mark.parametrize("sel", ["B1", "B4"], ids=["over the title", "over the sentence"])
def test_what_was_typed_over_the_heading_is_told(formulir, sel):
    _, daftar_temuan = baca(
        ubah(write_form(formulir), lambda buku: buku["Anggaran"].__setitem__(sel, "Dua rekening belum dibayar"))
    )
    assert [(t.kode, t.asal.sel, t.nilai) for t in daftar_temuan] == [
        ("isi-di-luar", sel, "Dua rekening belum dibayar")
    ]


def test_a_heading_that_was_cleared_is_no_finding(formulir):
    def pengubah(buku):
        buku["Anggaran"]["B1"] = buku["Indikator"]["B4"] = None

    assert baca(ubah(write_form(formulir), pengubah))[1] == ()


def test_what_was_typed_into_the_header_of_the_pages_is_told_and_what_the_form_brings_is_not(formulir):
    def pengubah(buku):
        buku["Anggaran"].oddHeader.center.text = "Dua rekening & satu lagi\nbelum dibayar"
        buku["Progres Bulanan"].firstFooter.left.text = "&P dari &N"
        buku["Petunjuk"].evenFooter.right.text = "lihat surat"

    mentah, daftar_temuan = baca(ubah(write_form(formulir), pengubah))
    assert daftar_temuan == ()
    lain = [satu for satu in mentah.daftar_catatan if satu.jenis is not JenisCatatan.KEPALA]
    assert [(satu.jenis, satu.asal.lembar, satu.teks) for satu in lain] == [
        (JenisCatatan.TEPI, "Petunjuk", "lihat surat"),
        (JenisCatatan.TEPI, "Anggaran", "Dua rekening & satu lagi\nbelum dibayar"),
    ]
