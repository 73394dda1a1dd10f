"""Merged cells and hidden rows are seen in the sheet itself, whatever program wrote it."""

import pytest

from lakip_gen.domain.mentah import Baris, JenisSel, LembarMentah, Sel
from lakip_gen.domain.temuan import Asal
from lakip_gen.excel.reader.archive import TerlaluBesarError
from lakip_gen.excel.reader.look import GABUNGAN_TERBANYAK, dengan_rupa


def lembar(*nomor):
    """Return a sheet with two columns, B and C, in the rows of these numbers."""

    def sel(huruf, n):
        return Sel(None, JenisSel.KOSONG, Asal("a.xlsx", "Progres", f"{huruf}{n}"))

    return LembarMentah("Progres", tuple(Baris(str(n), n, {"kiri": sel("B", n), "kanan": sel("C", n)}) for n in nomor))


def gabungan(isi, *nomor):
    """Return where each cell of the sheet was merged, by its address."""
    hasil = dengan_rupa(lembar(*nomor), b"<sheetData/>", isi)
    return {sel.asal.sel: sel.gabungan for baris in hasil.daftar_baris for sel in baris.sel.values() if sel.gabungan}


@pytest.mark.parametrize("tag", ['<mergeCell ref="B8:C9"/>', "<x:mergeCell other='1' ref = 'B8:C9'/>"])
@pytest.mark.parametrize("sandi", ["utf-8", "utf-16"])
def test_all_merged_cells_but_the_first_tell_what_they_were_merged_into(tag, sandi):
    isi = f"<worksheet><sheetData/>{tag}</worksheet>".encode(sandi)
    assert gabungan(isi, 8, 9, 10) == {"C8": "B8:C9", "B9": "B8:C9", "C9": "B8:C9"}


def test_a_sheet_without_merged_cells_is_as_it_was():
    assert gabungan(b"<worksheet><sheetData/></worksheet>", 8, 9) == {}


def test_more_merged_cells_than_any_form_has_are_refused():
    with pytest.raises(TerlaluBesarError):
        gabungan(b'<mergeCell ref="B8:C9"/>' * (2 * GABUNGAN_TERBANYAK + 1), 8)


@pytest.mark.parametrize(
    "isi",
    [
        b'<row r="8"/><row r="9" hidden="1" ht="12"/><row r="10" hidden="0"/>',
        b'<row r="8"/><x:row hidden = \'true\' r="9"><x:c/></x:row><row r="10"/>',
        b"<row/>" * 8 + b'<row hidden="1"/><row/>',
    ],
)
def test_hidden_rows_are_known_by_their_numbers(isi):
    assert dengan_rupa(lembar(8, 9, 10), isi, b"").daftar_tersembunyi == (9,)
