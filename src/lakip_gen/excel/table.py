"""A table on a sheet of its own: heading, headers in levels, rows that keep their kind, ready to print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from math import inf
from typing import TYPE_CHECKING, Final

from lakip_gen.excel.cells import GREY, Cell, cell_style, line_count, text_lines
from lakip_gen.excel.workbook import A4_PAPER, COLOURS, Workbook, write_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from xlsxwriter.worksheet import Worksheet

PAPER_WIDTH: Final = 149
"""What fits beside each other on A4 landscape at full size, in the units of a column's width."""
COLUMN_MARGIN: Final = 0.72
"""What the frame of every column adds to its width."""
SMALLEST_SCALE: Final = 62
"""The least scale of print, in percent, before a table is split over two pages."""
LOWEST_SCALE: Final = 10
"""Excel prints no smaller than this, in percent."""
SLACK: Final = 0.94
"""The part of a page that is planned for, since programs and printers differ a little."""
LINE_HEIGHT: Final = 13.2
"""Height of a line of text at 10 points."""
ROW_MARGIN: Final = 3
MAX_HEIGHT: Final = 409
HEADER: Final[Mapping[str, object]] = {
    "bold": True,
    "bg_color": COLOURS["header"],
    "align": "center",
    "valign": "vcenter",
}


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column: its header from the topmost level down, and its least and its greatest width in characters.

    Numbers that are wider than the greatest width are printed smaller.
    """

    header: tuple[str, ...]
    width: float
    most: float = inf


@dataclass(frozen=True, slots=True)
class Table:
    """A whole sheet.

    Attributes:
        name: Its tab.
        title: Its heading.
        intro: The lines under the heading, the first in bold.
        columns: The columns, all with headers of as many levels.
        rows: The rows; one shorter than the columns is filled up with its last cell's look.
        frozen: How many columns stay in sight, and are repeated on a second page.
        filters: Whether the headers carry filters.
        empty_text: What is said instead of rows where there are none.
        split_at: The first column of the second page, should the table be too wide for one; 0 for never.
        paper: Excel's number of the paper that it is printed on.
    """

    name: str
    title: str
    intro: tuple[str, ...]
    columns: tuple[TableColumn, ...]
    rows: Sequence[Sequence[Cell]]
    frozen: int = 0
    filters: bool = False
    empty_text: str = "Tidak ada yang perlu ditampilkan."
    split_at: int = 0
    paper: int = A4_PAPER

    @property
    def widths(self) -> tuple[float, ...]:
        """The width of every column, enough for its widest number where it may be that wide."""
        result = [column.width for column in self.columns]
        for row in self.rows:
            for position, cell in enumerate(row):
                result[position] = max(result[position], cell.width)
        return tuple(min(width, column.most) for width, column in zip(result, self.columns, strict=True))


def write_table(book: Workbook, table: Table) -> Worksheet:
    """Write a table to a sheet of its own, with its headers repeated on every printed page."""
    ws = book.add_sheet(table.name)
    ws.set_paper(table.paper)
    widths = table.widths
    for position, width in enumerate(widths):
        ws.set_column(position, position, width)
    two_pages = table.split_at > 0 and _scale((widths,)) < SMALLEST_SCALE
    header = write_title(book, ws, table.title, table.intro, widths[: table.frozen] if two_pages else ())
    first_row = write_headers(book, ws, header, [column.header for column in table.columns], widths)
    for number, row in enumerate(table.rows, start=first_row):
        write_row(book, ws, number, row, widths)
    if not table.rows:
        ws.write_string(first_row, 0, table.empty_text, book.style(italic=True))
    elif table.filters:
        ws.autofilter(first_row - 1, 0, first_row + len(table.rows) - 1, len(widths) - 1)
    ws.freeze_panes(first_row, table.frozen)
    ws.repeat_rows(header, first_row - 1)
    if two_pages:
        _split(ws, table, widths)
    return ws


def write_title(book: Workbook, ws: Worksheet, title: str, intro: Iterable[str], widths: Sequence[float] = ()) -> int:
    """Write the heading and the lines under it, and return the row after an empty one.

    Args:
        book: The workbook.
        ws: The sheet.
        title: The heading.
        intro: The lines under it, the first in bold.
        widths: The columns that the lines must stay within; empty to let them run on.
    """
    write_value(ws, 0, 0, title, book.style(bold=True, font_size=14, font_color=COLOURS["title"]))
    entries = [text for text in intro if text]
    for number, text in enumerate(entries, start=1):
        look: dict[str, object] = {"bold": True, "font_size": 11} if number == 1 else {"font_color": GREY}
        style = book.style(**look, text_wrap=bool(widths))
        if len(widths) > 1:
            ws.merge_range(number, 0, number, len(widths) - 1, "", style)
            ws.set_row(number, row_points(text_lines(text, sum(widths))))
        write_value(ws, number, 0, text, style)
    return len(entries) + 2


def write_headers(
    book: Workbook, ws: Worksheet, row: int, headers: Sequence[tuple[str, ...]], widths: Sequence[float]
) -> int:
    """Write the headers level by level, equal neighbours of the upper levels joined; return the row below."""
    lowest = len(headers[0]) - 1
    for level in range(lowest):
        _upper_header(book, ws, row, headers, widths, level)
    for position, header in enumerate(headers):
        joined = lowest > 0 and not header[-2]
        style = cell_style(book, {**HEADER, "top": 0} if joined else HEADER)
        write_value(ws, row + lowest, position, header[-1], style)
    pairs = zip(headers, widths, strict=True)
    ws.set_row(row + lowest, row_points(max(_header_lines(header[-1], width) for header, width in pairs)))
    return row + lowest + 1


def write_row(book: Workbook, ws: Worksheet, number: int, row: Sequence[Cell], widths: Sequence[float]) -> None:
    """Write one row as high as its text, filled up to its full length with the look of its last cell."""
    for position in range(len(widths)):
        cell = row[position] if position < len(row) else Cell(None, row[-1].look)
        look = dict(cell.look)
        if position == len(widths) - 1:
            look["right"] = 1
        if cell.width > widths[position]:
            look |= {"shrink": True, "text_wrap": False}
        write_value(ws, number, position, cell.value, cell_style(book, look))
    ws.set_row(number, row_points(line_count(row, widths)))


def _upper_header(
    book: Workbook,
    ws: Worksheet,
    row: int,
    headers: Sequence[tuple[str, ...]],
    widths: Sequence[float],
    level: int,
) -> None:
    """Write one upper level of the headers, and make it as high as its fullest cell."""
    height = [1]
    position = 0
    for start, same in groupby(headers, key=lambda header: header[: level + 1]):
        end = position + len(list(same)) - 1
        _joined(book, ws, row + level, (position, end), start[-1])
        height.append(_header_lines(start[-1], sum(widths[position : end + 1])))
        position = end + 1
    ws.set_row(row + level, row_points(max(height)))


def _joined(book: Workbook, ws: Worksheet, row: int, span: tuple[int, int], text: str) -> None:
    """Write a header over the columns of a stretch; an empty one leaves the place to the level below."""
    start, end = span
    style = cell_style(book, HEADER if text else {**HEADER, "bottom": 0})
    if text and end > start:
        ws.merge_range(row, start, row, end, "", style)
    for position in range(start, end + 1):
        write_value(ws, row, position, text if position == start else None, style)


def _split(ws: Worksheet, table: Table, widths: Sequence[float]) -> None:
    """Print a table that would be too small on two pages side by side, its first columns on both."""
    second = (*widths[: table.frozen], *widths[table.split_at :])
    ws.set_print_scale(_scale((widths[: table.split_at], second)))
    ws.set_v_pagebreaks([table.split_at])
    ws.repeat_columns(0, table.frozen - 1)


def _scale(pages: Iterable[Sequence[float]]) -> int:
    """Return the scale in percent, 100 at most, at which pages of these columns fit the paper."""
    widest = max(sum(widths) + COLUMN_MARGIN * len(widths) for widths in pages)
    return max(min(int(PAPER_WIDTH * SLACK * 100 / widest), 100), LOWEST_SCALE)


def _header_lines(text: str, width: float) -> int:
    return text_lines(text, width - 1.5)


def row_points(count: int) -> float:
    """Return the height of a row of some lines of text, in points."""
    return min(LINE_HEIGHT * count + ROW_MARGIN, MAX_HEIGHT)
