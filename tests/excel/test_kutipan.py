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
def test_teks_yang_mirip_rumus_ditandai(awal):
    for satu in sel(f"{awal}1+1", bold=True):
        assert satu.quotePrefix
        assert (satu.data_type, satu.value) == ("s", f"{awal}1+1")


@pytest.mark.parametrize("isi", ["teks", " =1", "1-2", "'=1", ""])
def test_teks_lain_tidak_ditandai(isi):
    assert not any(satu.quotePrefix for satu in sel(isi))


def test_tanda_tidak_mengubah_rupa_sel():
    berkutip, _ = sel("=1", bold=True, bg_color="#FFF2CC", locked=False, num_format="@")
    biasa, _ = sel("x", bold=True, bg_color="#FFF2CC", locked=False, num_format="@")
    for sifat in ("font", "fill", "border", "alignment", "protection", "number_format"):
        assert repr(getattr(berkutip, sifat)) == repr(getattr(biasa, sifat))


@pytest.mark.parametrize("angka", [-1, 2])
def test_angka_negatif_tetap_angka(angka):
    satu, _ = sel(angka)
    assert (satu.data_type, satu.value, satu.quotePrefix) == ("n", angka, False)
