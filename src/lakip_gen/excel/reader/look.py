"""What staff did to the look of a sheet: cells merged, rows hidden. The reading library is asked for neither."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from openpyxl.utils import coordinate_to_tuple, range_boundaries

from lakip_gen.domain.mentah import Baris, LembarMentah, Sel
from lakip_gen.excel.reader.archive import TerlaluBesarError, baris_bernomor, utf8

GABUNGAN_TERBANYAK: Final = 2_000
"""A sheet with more merged cells is no form."""
_GABUNGAN: Final = re.compile(
    rb"<(?:[\w.-]+:)?mergeCell\b[^<>]*?\sref\s*=\s*[\"']([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})[\"']"
)
_TERSEMBUNYI: Final = re.compile(rb"\shidden\s*=\s*[\"'](?:1|true)[\"']")

Gabungan: TypeAlias = tuple[str, tuple[int, int, int, int]]
"""A merged cell: what it was merged from, and its first column, first row, last column and last row."""


def dengan_rupa(lembar: LembarMentah, siap: bytes, asli: bytes) -> LembarMentah:
    """Return a sheet that tells its hidden rows and the cells that nobody can see since they were merged.

    Args:
        lembar: The rows of the sheet.
        siap: The sheet's part as the library got it.
        asli: The same part as it came.

    Raises:
        TerlaluBesarError: When there are more merged cells than any form has.
    """
    tersembunyi = {nomor for nomor, baris in baris_bernomor(siap) if _TERSEMBUNYI.search(baris[1])}
    gabungan = _daftar_gabungan(utf8(asli))
    return replace(
        lembar,
        daftar_baris=tuple(_baris(baris, gabungan) for baris in lembar.daftar_baris),
        daftar_tersembunyi=tuple(baris.nomor for baris in lembar.daftar_baris if baris.nomor in tersembunyi),
    )


def _daftar_gabungan(isi: bytes) -> list[Gabungan]:
    if isi.count(b"mergeCell") > 2 * GABUNGAN_TERBANYAK:
        raise TerlaluBesarError
    return [(nama, _batas(nama)) for nama in map(bytes.decode, _GABUNGAN.findall(isi))]


def _batas(gabungan: str) -> tuple[int, int, int, int]:
    kolom, baris, kolom_akhir, baris_akhir = range_boundaries(gabungan)
    return int(kolom or 1), int(baris or 1), int(kolom_akhir or 1), int(baris_akhir or 1)


def _baris(baris: Baris, gabungan: Sequence[Gabungan]) -> Baris:
    sebaris = [(nama, batas) for nama, batas in gabungan if batas[1] <= baris.nomor <= batas[3]]
    return replace(baris, sel={kunci: _sel(sel, sebaris) for kunci, sel in baris.sel.items()}) if sebaris else baris


def _sel(sel: Sel, gabungan: Sequence[Gabungan]) -> Sel:
    """Return a cell that tells what it was merged into; the first of the merged cells is left as it is."""
    nomor, posisi = coordinate_to_tuple(sel.asal.sel)
    for nama, (kolom, baris, kolom_akhir, baris_akhir) in gabungan:
        di_dalam = kolom <= posisi <= kolom_akhir and baris <= nomor <= baris_akhir
        if di_dalam and (posisi, nomor) != (kolom, baris):
            return replace(sel, gabungan=nama)
    return sel
