"""Cells of a table: what they hold, how they look, and how much room they need."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from textwrap import wrap
from typing import TYPE_CHECKING, Final

from lakip_gen.domain.teks import PANJANG_SEL
from lakip_gen.excel.workbook import COLOURS, DATE_FORMAT, Workbook
from lakip_gen.laporan.sajian import SEMENTARA
from lakip_gen.pesan import bahasa
from lakip_gen.pesan.bahasa import KOSONG

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from xlsxwriter.format import Format

    from lakip_gen.domain.aturan import Pita
    from lakip_gen.domain.temuan import Tingkat

GREY: Final = "#595959"
MAX_INDENT: Final = 15
DARK: Final = 120
"""Below this brightness a fill needs white letters."""
LEVEL_COLOURS: Final = ("#D9D9D9", "#F2F2F2")
"""The fill of rows that gather others: the topmost, the one below."""
DIGIT_WIDTH: Final = 0.95
"""Width of a digit at 10 points, in the units of a column's width."""
NUMBER_MARGIN: Final = 1.5
"""Room beside a number, in the same units."""
LETTERS_PER_UNIT: Final = 1.18
"""Letters of 10 points that fit into one such unit, on average and with care."""
FONT_SIZE: Final = 10
INDENT_WIDTH: Final = 1.4
"""Width of one step of indentation, in the same units."""
MEASURED_LETTERS: Final = 4_000
"""More letters than these need the highest row anyway."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: what it holds, and how it looks beyond a plain cell."""

    value: object = None
    look: Mapping[str, object] = field(default_factory=dict)
    width: float = 0
    """The width it needs; 0 where its text may wrap."""


def plain_cell(value: object = None, **look: object) -> Cell:
    """Return a cell of text or of anything else that is shown as it is."""
    if isinstance(value, str) and len(value) > PANJANG_SEL:
        value = f"{value[: PANJANG_SEL - 1]}…"
    return Cell(value, look)


def number_cell(value: Decimal | int | str | None, decimals: int = 0, **look: object) -> Cell:
    """Return a cell of a number with its decimals; a text stands for the reason why there is none."""
    if value is None or value in {"", KOSONG}:
        return Cell(KOSONG, {"align": "center"} | look)
    if isinstance(value, str):
        return Cell(value, {"align": "center", "italic": True, "font_color": GREY, "font_size": 9} | look)
    fraction = f".{'0' * decimals}" if decimals else ""
    width = len(bahasa.angka(Decimal(value), decimals)) * DIGIT_WIDTH + NUMBER_MARGIN
    return Cell(value, {"align": "right", "num_format": f"#,##0{fraction}"} | look, width)


def decimal_places(number: Decimal) -> int:
    """Return how many decimals a number was given with."""
    return max(0, -int(number.normalize().as_tuple().exponent))


def date_cell(day: date | None) -> Cell:
    """Return a cell of a date, or the dash where there is none."""
    return plain_cell(day, num_format=DATE_FORMAT, align="center") if day else number_cell(None)


def predikat_cell(band: Pita | None, *, provisional: bool = False) -> Cell:
    """Return the cell of a predicate: its word on its colour, or that there is no final one yet."""
    if band is None:
        return number_cell(SEMENTARA if provisional else None)
    return plain_cell(band.predikat, align="center", bg_color=f"#{band.warna}", font_color=_letter_colour(band.warna))


def level_cell(level: Tingkat) -> Cell:
    """Return the cell of a finding's level: its word on its colour."""
    return plain_cell(level.value, bold=True, bg_color=COLOURS[level.value])


def group_row(level: int, cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """Return the cells of a row that gathers others, bold and filled by its level (0 is the topmost)."""
    if level >= len(LEVEL_COLOURS):
        return tuple(cells)
    look = {"bold": True, "bg_color": LEVEL_COLOURS[level]}
    return tuple(Cell(cell.value, look | dict(cell.look), cell.width) for cell in cells)


def divider(text: str, position: int = 0, note: str = "") -> tuple[Cell, ...]:
    """Return a row of one text that runs over all columns, above the rows it gathers.

    Args:
        text: The text.
        position: The column of a note further to the right.
        note: The note; empty for none.
    """
    front, gap = plain_cell(text, text_wrap=False, right=0), plain_cell(left=0, right=0)
    tail = (plain_cell(note, text_wrap=False, right=0), gap) if note else ()
    return group_row(0, (front, *(gap for _ in range(max(position - 1, 1))), *tail))


def cell_style(book: Workbook, look: Mapping[str, object]) -> Format:
    """Return the format of a cell in a table: framed, its text wrapped."""
    base: dict[str, object] = dict.fromkeys(("left", "right", "top", "bottom"), 1)
    base |= {"border_color": COLOURS["line"], "text_wrap": True}
    if "indent" in look:
        base["align"] = "left"
    return book.style(**(base | dict(look)))


def line_count(row: Sequence[Cell], widths: Sequence[float]) -> int:
    """Return how many lines of text the fullest cell of a row takes."""
    pairs = zip(row, widths, strict=False)
    return max((_cell_lines(cell, width) for cell, width in pairs), default=1)


def text_lines(text: str, width: float) -> int:
    """Return how many lines a text takes in a cell of a width."""
    return _wrapped_lines(text[:MEASURED_LETTERS], max(int(width * LETTERS_PER_UNIT), 1))


def _cell_lines(cell: Cell, width: float) -> int:
    if not isinstance(cell.value, str) or cell.look.get("text_wrap") is False:
        return 1
    indent = cell.look.get("indent", 0)
    inset = indent * INDENT_WIDTH if isinstance(indent, int) else 0
    bold_extra = 1 if cell.look.get("bold") else 0
    size = cell.look.get("font_size", FONT_SIZE)
    points = size if isinstance(size, int) else FONT_SIZE
    return text_lines(cell.value, (width - inset - bold_extra) * FONT_SIZE / points)


@lru_cache(maxsize=4096)
def _wrapped_lines(text: str, letters: int) -> int:
    if len(text) <= letters and "\n" not in text:
        return 1
    return sum(max(len(wrap(paragraph, letters)), 1) for paragraph in text.split("\n"))


def _letter_colour(colour: str) -> str:
    """Return black or white, whichever can be read on a fill of six hexadecimal digits."""
    red, green, blue = (int(colour[n : n + 2], 16) for n in (0, 2, 4))
    brightness = (299 * red + 587 * green + 114 * blue) // 1000
    return "#FFFFFF" if brightness < DARK else "#000000"
