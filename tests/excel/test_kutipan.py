"""A text that looks like a formula keeps the mark that holds it a text after F2 and Enter."""

from io import BytesIO

import openpyxl
import pytest

from lakip_gen.domain.teks import AWAL_RUMUS
from lakip_gen.excel.workbook import Workbook, write_value


def sel(isi, **sifat):
    buku = Workbook("uji")
    ws = buku.add_sheet("Uji")
    write_value(ws, 0, 0, isi, buku.style(**sifat) if sifat else None)
    ws.write_string(1, 0, str(isi))
    hasil = openpyxl.load_workbook(BytesIO(buku.to_bytes()))["Uji"]
    return hasil["A1"], hasil["A2"]


@pytest.mark.parametrize("awal", AWAL_RUMUS, ids=ascii)
def test_a_text_that_looks_like_a_formula_is_marked_as_text(awal):
    for satu in sel(f"{awal}1+1", bold=True):
        assert satu.quotePrefix
        assert (satu.data_type, satu.value) == ("s", f"{awal}1+1")


@pytest.mark.parametrize("isi", ["teks", " =1", "1-2", "'=1", ""])
def test_other_texts_are_not_marked(isi):
    assert not any(satu.quotePrefix for satu in sel(isi))


def test_the_mark_does_not_change_how_a_cell_looks():
    berkutip, _ = sel("=1", bold=True, bg_color="#FFF2CC", locked=False, num_format="@")
    biasa, _ = sel("x", bold=True, bg_color="#FFF2CC", locked=False, num_format="@")
    for sifat in ("font", "fill", "border", "alignment", "protection", "number_format"):
        assert repr(getattr(berkutip, sifat)) == repr(getattr(biasa, sifat))


@pytest.mark.parametrize("angka", [-1, 2])
def test_a_negative_number_stays_a_number(angka):
    satu, _ = sel(angka)
    assert (satu.data_type, satu.value, satu.quotePrefix) == ("n", angka, False)
