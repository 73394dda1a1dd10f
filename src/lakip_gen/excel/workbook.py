"""A workbook being written: same bytes for same content, texts always inert, formats made once."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Any, Final

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from lakip_gen.domain.teks import AWAL_RUMUS, PANJANG_SEL, bersihkan

if TYPE_CHECKING:
    from xlsxwriter.format import Format

DIBUAT: Final = datetime(2020, 1, 1)  # noqa: DTZ001 - a fixed stamp without a zone keeps the bytes the same everywhere
FORMAT_TANGGAL: Final = "dd/mm/yyyy"
KERTAS_A4: Final = 9
TINGGI_GARIS: Final = 13.5
TINGGI_TERBESAR: Final = 400.0
HURUF_PER_LEBAR: Final = 1.02
"""Characters of running text that fit into one unit of column width."""

WARNA: Final[Mapping[str, str]] = {
    "judul": "#1F3864",
    "kepala": "#D9E2F3",
    "wajib": "#FFF2CC",
    "isian": "#FFFFFF",
    "terkunci": "#EDEDED",
    "galat": "#F4A6A0",
    "peringatan": "#F8CBAD",
    "info": "#DDEBF7",
    "lengkap": "#E2EFDA",
    "garis": "#A6A6A6",
}


class LembarTeks(Worksheet):  # type: ignore[misc,unused-ignore]  # XlsxWriter carries no types
    """A sheet whose texts stay texts: one that looks like a formula still does after F2 and Enter."""

    berkutip: Callable[[Format | None], Format]

    def write_string(self, row: int, col: int, string: str, cell_format: Format | None = None) -> int:
        """Write a text, with the mark of a leading apostrophe where it begins like a formula."""
        gaya = self.berkutip(cell_format) if string.startswith(AWAL_RUMUS) else cell_format
        return int(super().write_string(row, col, string, gaya))


class Buku:
    """A workbook that is built in memory and handed over as bytes."""

    def __init__(self, judul: str, instansi: str = "") -> None:
        self._isi = BytesIO()
        self.xlsx = xlsxwriter.Workbook(
            self._isi,
            {
                "in_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
                "default_date_format": FORMAT_TANGGAL,
            },
        )
        self.xlsx.set_properties({"title": judul, "author": instansi, "created": DIBUAT})
        # Excel pastes with the Normal style; were it locked, a pasted input could never be corrected again.
        self.xlsx.formats[0].set_locked(False)
        self._gaya: dict[tuple[tuple[str, object], ...], Format] = {}
        self._sifat: dict[Format | None, dict[str, object]] = {}

    def lembar(self, nama: str) -> Worksheet:
        """Add a sheet with the print set-up that all sheets share: A4 landscape, one page wide."""
        lembar: LembarTeks = self.xlsx.add_worksheet(nama, LembarTeks)
        lembar.berkutip = self._berkutip
        lembar.set_landscape()
        lembar.set_paper(KERTAS_A4)
        lembar.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        lembar.fit_to_pages(1, 0)
        lembar.set_footer("&L&8&A&C&8&F&R&8Halaman &P dari &N")
        lembar.hide_gridlines(2)
        return lembar

    def gaya(self, **sifat: object) -> Format:
        """Return the format with these properties, made once."""
        kunci = tuple(sorted(sifat.items()))
        if kunci not in self._gaya:
            dasar: dict[str, Any] = {"font_name": "Calibri", "font_size": 10, "valign": "top", "locked": True}
            self._gaya[kunci] = self.xlsx.add_format(dasar | sifat)
            self._sifat[self._gaya[kunci]] = sifat
        return self._gaya[kunci]

    def _berkutip(self, gaya: Format | None) -> Format:
        return self.gaya(**self._sifat.get(gaya, {}), quote_prefix=True)

    def daftar_pilihan(self, daftar: Mapping[str, Sequence[str]]) -> None:
        """Write the choices of all dropdowns to a hidden sheet, each list under a defined name."""
        lembar = self.xlsx.add_worksheet("_daftar")
        lembar.very_hidden()
        for kolom, (nama, pilihan) in enumerate(daftar.items()):
            lembar.write_column(0, kolom, [nama, *pilihan])
            huruf = xlsxwriter.utility.xl_col_to_name(kolom)
            akhir = max(len(pilihan), 1) + 1
            self.xlsx.define_name(f"daftar_{nama}", f"=_daftar!${huruf}$2:${huruf}${akhir}")

    def meta(self, isi: Mapping[str, str]) -> None:
        """Write what the workbook is to a sheet that people do not see."""
        lembar = self.xlsx.add_worksheet("_meta")
        lembar.very_hidden()
        for baris, (nama, teks) in enumerate(isi.items()):
            lembar.write_string(baris, 0, nama)
            lembar.write_string(baris, 1, teks)

    def bita(self) -> bytes:
        """Close the workbook and return its bytes; anything XlsxWriter warns of is a fault of the program."""
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            self.xlsx.close()
        return self._isi.getvalue()


def tinggi_baris(daftar: Iterable[tuple[object, float]], paling_rendah: float = TINGGI_GARIS) -> float:
    """Return the height in points that a row needs for wrapped texts; no program but Excel works it out itself.

    Args:
        daftar: Pairs of a cell's content and its column's width in characters.
        paling_rendah: The least height in points.
    """
    garis = [
        sum(max(1, ceil(len(alinea) / (lebar * HURUF_PER_LEBAR))) for alinea in str(isi).split("\n"))
        for isi, lebar in daftar
        if isi is not None and lebar
    ]
    return min(max([paling_rendah, *(banyak * TINGGI_GARIS + 3 for banyak in garis)]), TINGGI_TERBESAR)


def tulis_isi(lembar: Worksheet, baris: int, kolom: int, isi: object, gaya: Format | None = None) -> None:
    """Write one value as what it is; a text is never taken for a formula, a link or a number."""
    match isi:
        case None | "":
            lembar.write_blank(baris, kolom, None, gaya)
        case bool():
            lembar.write_boolean(baris, kolom, isi, gaya)
        case Decimal() | int():
            lembar.write_number(baris, kolom, isi, gaya)
        case date():
            lembar.write_datetime(baris, kolom, isi, gaya)
        case _:
            lembar.write_string(baris, kolom, bersihkan(str(isi))[:PANJANG_SEL], gaya)
