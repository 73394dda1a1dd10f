"""A workbook being written: same bytes for same content, texts always inert, formats made once."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Any, Final

import xlsxwriter

from lakip_gen.domain.teks import PANJANG_SEL, bersihkan
from lakip_gen.ooxml.text_sheet import TextSheet

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

CREATED: Final = datetime(2020, 1, 1)  # noqa: DTZ001 - a fixed stamp without a zone keeps the bytes the same everywhere
DATE_FORMAT: Final = "dd/mm/yyyy"
LARGEST_NUMBER: Final = Decimal("1e300")
"""From here on a number is written as text: a spreadsheet holds nothing beyond 1e308."""
A4_PAPER: Final = 9
A3_PAPER: Final = 8
LINE_HEIGHT: Final = 13.5
MAX_HEIGHT: Final = 400.0
LETTERS_PER_WIDTH: Final = 1.02
"""Characters of running text that fit into one unit of column width."""

COLOURS: Final[Mapping[str, str]] = {
    "title": "#1F3864",
    "header": "#D9E2F3",
    "required": "#FFF2CC",
    "input": "#FFFFFF",
    "locked": "#EDEDED",
    "galat": "#F4A6A0",
    "peringatan": "#F8CBAD",
    "info": "#DDEBF7",
    "complete": "#E2EFDA",
    "line": "#A6A6A6",
}


class Workbook:
    """A workbook that is built in memory and handed over as bytes."""

    def __init__(self, title: str, instansi: str = "") -> None:
        self._buffer = BytesIO()
        self.xlsx = xlsxwriter.Workbook(
            self._buffer,
            {
                "in_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
                "default_date_format": DATE_FORMAT,
            },
        )
        self.xlsx.set_properties({"title": title, "author": instansi, "created": CREATED})
        # Excel pastes with the Normal style; were it locked, a pasted input could never be corrected again.
        self.xlsx.formats[0].set_locked(False)
        self._styles: dict[tuple[tuple[str, object], ...], Format] = {}
        self._looks: dict[Format | None, dict[str, object]] = {}

    def add_sheet(self, name: str) -> TextSheet:
        """Add a sheet with the print set-up that all sheets share: A4 landscape, one page wide."""
        sheet: TextSheet = self.xlsx.add_worksheet(name, TextSheet)
        sheet.quoted = self._quoted
        sheet.set_landscape()
        sheet.set_paper(A4_PAPER)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L&8&A&C&8&F&R&8Halaman &P dari &N")
        sheet.hide_gridlines(2)
        return sheet

    def style(self, **look: object) -> Format:
        """Return the format with these properties, made once."""
        key = tuple(sorted(look.items()))
        if key not in self._styles:
            base: dict[str, Any] = {"font_name": "Calibri", "font_size": 10, "valign": "top", "locked": True}
            self._styles[key] = self.xlsx.add_format(base | look)
            self._looks[self._styles[key]] = look
        return self._styles[key]

    def _quoted(self, style: Format | None) -> Format:
        return self.style(**self._looks.get(style, {}), quote_prefix=True)

    def add_choices(self, lists: Mapping[str, Sequence[str]]) -> None:
        """Write the choices of all dropdowns to a hidden sheet, each list under a defined name."""
        sheet = self.xlsx.add_worksheet("_daftar")
        sheet.very_hidden()
        for column, (name, choices) in enumerate(lists.items()):
            sheet.write_column(0, column, [name, *choices])
            letter = xlsxwriter.utility.xl_col_to_name(column)
            end = max(len(choices), 1) + 1
            self.xlsx.define_name(f"daftar_{name}", f"=_daftar!${letter}$2:${letter}${end}")

    def add_meta(self, facts: Mapping[str, str]) -> None:
        """Write what the workbook is to a sheet that people do not see."""
        sheet = self.xlsx.add_worksheet("_meta")
        sheet.very_hidden()
        for row, (name, text) in enumerate(facts.items()):
            sheet.write_string(row, 0, name)
            sheet.write_string(row, 1, text)

    def to_bytes(self) -> bytes:
        """Close the workbook and return its bytes; anything XlsxWriter warns of is a fault of the program."""
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            self.xlsx.close()
        return self._buffer.getvalue()


def row_height(texts: Iterable[tuple[object, float]], at_least: float = LINE_HEIGHT) -> float:
    """Return the height in points that a row needs for wrapped texts; no program but Excel works it out itself.

    Args:
        texts: Pairs of a cell's content and its column's width in characters.
        at_least: The least height in points.
    """
    line_counts = [
        sum(max(1, ceil(len(paragraph) / (width * LETTERS_PER_WIDTH))) for paragraph in str(value).split("\n"))
        for value, width in texts
        if value is not None and width
    ]
    return min(max([at_least, *(count * LINE_HEIGHT + 3 for count in line_counts)]), MAX_HEIGHT)


def write_value(sheet: Worksheet, row: int, column: int, value: object, style: Format | None = None) -> None:
    """Write one value as what it is; a text is never taken for a formula, a link or a number."""
    match value:
        case None | "":
            sheet.write_blank(row, column, None, style)
        case bool():
            sheet.write_boolean(row, column, value, style)
        case Decimal() | int() if -LARGEST_NUMBER < value < LARGEST_NUMBER:
            sheet.write_number(row, column, value, style)
        case date():
            sheet.write_datetime(row, column, value, style)
        case _:
            sheet.write_string(row, column, bersihkan(str(value))[:PANJANG_SEL], style)
