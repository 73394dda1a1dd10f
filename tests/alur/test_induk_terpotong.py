"""A buku induk of which a part is not read is refused: half a master makes half a report."""

from dataclasses import replace

import pytest

from bantu_ruang import baca_induk, ubah
from lakip_gen.alur.susun import susun
from lakip_gen.domain.periode import Periode
from lakip_gen.pesan.katalog import jelaskan

pytestmark = pytest.mark.laporan_pendek


@pytest.mark.one_in(12)
@pytest.mark.parametrize("lembar", ["Indikator", "Anggaran", "Unit", "Narasi"])
@pytest.mark.parametrize("sel", ["A5001", "C6000", "XFD1048576"])
def test_content_below_the_last_row_that_is_read_refuses_the_buku_induk(contoh, lembar, sel):
    ubah(contoh.induk(2025), lambda buku: buku[lembar].__setitem__(sel, "I99"))
    induk, daftar = baca_induk(contoh, 2025)
    assert induk is None
    (satu,) = daftar
    assert (satu.kode, satu.asal.lembar, satu.asal.sel) == ("induk-terpotong", lembar, sel)
    assert "sesudah baris 5000" in jelaskan(satu).pesan
    assert not susun(contoh, Periode.parse("2025-TW1")).sah


@pytest.mark.lengkap
def test_the_last_row_that_is_read_is_read(contoh):
    ubah(contoh.induk(2025), lambda buku: buku["Narasi"].__setitem__("B5000", ""))
    induk, daftar = baca_induk(contoh, 2025)
    assert (induk is not None, daftar) == (True, ())


def test_content_far_to_the_right_is_told_and_cuts_nothing(contoh):
    ubah(contoh.induk(2025), lambda buku: buku["Indikator"].__setitem__("BN9", "x"))
    induk, daftar = baca_induk(contoh, 2025)
    assert (induk is not None, [t.kode for t in daftar]) == (True, ["isi-di-luar-batas"])


@pytest.mark.one_in(4)
@pytest.mark.parametrize(
    ("lembar", "kolom", "judul"),
    [("Predikat", 1, "Nama skala"), ("Unit", 1, "Kode unit"), ("Instansi", 3, "Isi"), ("Indikator", 4, "Satuan")],
)
def test_a_lost_column_of_the_buku_induk_is_told_once_and_to_the_planner(contoh, lembar, kolom, judul):
    ubah(contoh.induk(2025), lambda buku: buku[lembar].delete_cols(kolom))
    induk, daftar = baca_induk(contoh, 2025)
    assert induk is None
    (satu,) = daftar
    assert (satu.kode, satu.asal.lembar) == ("induk-kolom-hilang", lembar)
    terbaca = jelaskan(satu)
    assert f"lembar “{lembar}” kolom “{judul}”" in terbaca.pesan
    assert "formulir" not in terbaca.perbaikan


def _tempelan(urutan):
    """Return what pastes a table of the office's own over a sheet: its columns in some order, with two that are its."""

    def tempel(buku, lembar):
        ws = buku[lembar]
        kolom = urutan([[(sel.value, sel.number_format) for sel in satu] for satu in ws.iter_cols(min_row=4)])
        for judul in ("Catatan", "PIC"):
            kolom.insert(len(kolom) // 2, [(judul, "General"), ("cek lagi", "General")])
        for nomor, satu in enumerate(kolom, start=1):
            for baris in range(ws.max_row - 3):
                sel = ws.cell(4 + baris, nomor)
                sel.value, sel.number_format = satu[baris] if baris < len(satu) else (None, "General")

    return tempel


@pytest.mark.one_in(6)
@pytest.mark.parametrize("lembar", ["Indikator", "Anggaran"])
@pytest.mark.parametrize(
    "urutan",
    [
        pytest.param(lambda kolom: kolom[::-1], id="from right to left"),
        pytest.param(lambda kolom: sorted(kolom, key=lambda satu: str(satu[0][0])), id="by the alphabet"),
        pytest.param(lambda kolom: kolom[1::2] + kolom[::2], id="every other first"),
    ],
)
def test_a_table_is_pasted_with_its_columns_in_any_order_and_with_more_of_the_offices_own(contoh, lembar, urutan):
    asli, _ = baca_induk(contoh, 2025)
    ubah(contoh.induk(2025), lambda buku: _tempelan(urutan)(buku, lembar))
    induk, daftar = baca_induk(contoh, 2025)
    assert {(t.kode, t.asal.lembar) for t in daftar} == {("induk-isi-di-luar", lembar)}
    satu, dua = (
        [replace(baris, asal={}) for baris in (*buku.daftar_indikator, *buku.daftar_anggaran)] for buku in (asli, induk)
    )
    assert satu == dua


def test_lost_headers_of_the_buku_induk_are_told_once(contoh):
    ubah(contoh.induk(2025), lambda buku: buku["Unit"].delete_rows(4))
    induk, daftar = baca_induk(contoh, 2025)
    assert (induk, [(t.kode, t.asal.lembar) for t in daftar]) == (None, [("lembar-tanpa-kepala", "Unit")])
