"""A buku induk of which a part is not read is refused: half a master makes half a report."""

import pytest

from bantu_ruang import baca_induk, ubah
from lakip_gen.alur.susun import susun
from lakip_gen.domain.periode import Periode
from lakip_gen.pesan.katalog import jelaskan


@pytest.mark.one_in(6)
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


def test_lost_headers_of_the_buku_induk_are_told_once(contoh):
    ubah(contoh.induk(2025), lambda buku: buku["Unit"].delete_rows(4))
    induk, daftar = baca_induk(contoh, 2025)
    assert (induk, [(t.kode, t.asal.lembar) for t in daftar]) == (None, [("lembar-tanpa-kepala", "Unit")])
