"""The planner's own buku induk made into that of another year, with all that was theirs: formats, rules, own sheets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import openpyxl
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle

from lakip_gen.excel.renewal import lost_parts, saved
from lakip_gen.excel.workbook import COLOURS, DATE_FORMAT

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

AnyCell: TypeAlias = Any
"""A cell of openpyxl, whose kinds share no type that can be written to."""
CellValue: TypeAlias = str | Decimal | date | None
Place: TypeAlias = tuple[str, str]
"""A tab and an address on it."""
AUTHOR: Final = "lakip-gen"
"""Whose comments are renewed when the next year is made."""
WAITING: Final = DifferentialStyle(fill=PatternFill(bgColor="FFE3C2", fill_type="solid"))
"""The colour of a cell that waits to be filled; it goes when something is typed."""
LIST_HEADER: Final = 4
HEADERS: Final = ("Lembar", "Sel", "Butir", "Yang harus dilihat", "Keterangan")
WIDTHS: Final = (16, 8, 52, 44, 60)
OWN_LIST: Final = re.compile(r"Dari [0-9]{4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A cell that the planner must look at, in words; `waits` says that it is empty and to be filled."""

    place: Place
    name: str
    matter: str
    detail: str
    waits: bool


@dataclass(frozen=True, slots=True)
class NewYear:
    """The workbook of another year, and what could not be carried over."""

    content: bytes
    lost: tuple[str, ...]


def roll_over(content: bytes, values: Mapping[Place, CellValue], marks: Sequence[Mark], year: int) -> NewYear:
    """Return a buku induk with other values in some cells, and with what is to be looked at marked and listed.

    Args:
        content: The planner's workbook of the newest version.
        values: What stands in cells from now on; None empties one.
        marks: What is to be looked at.
        year: The year that the workbook was of.
    """
    book = _filled(content, values)
    _remove_old_marks(book)
    for mark in marks:
        _mark(book[mark.place[0]], mark)
    _write_list(book, f"Dari {year}", marks)
    return _saved(content, book)


def fill_in(content: bytes, values: Mapping[Place, CellValue]) -> NewYear:
    """Return a buku induk with values in some cells and nothing else changed."""
    return _saved(content, _filled(content, values))


def _filled(content: bytes, values: Mapping[Place, CellValue]) -> Workbook:
    book = openpyxl.load_workbook(BytesIO(content), rich_text=True)
    for (tab, address), value in values.items():
        _put(book[tab], address, value)
        if value is not None:
            book[tab].sheet_state = "visible"
    return book


def _saved(before: bytes, book: Workbook) -> NewYear:
    content = saved(book)
    return NewYear(content, tuple(lost_parts(before, content)))


def _put(ws: Worksheet, address: str, value: CellValue) -> None:
    """Write a value; a new row below a table looks like the row above it, and no text becomes a formula."""
    cell: AnyCell = ws[address]
    above: AnyCell = ws.cell(cell.row - 1, cell.column) if cell.row > 1 else cell
    if not cell.has_style and above.has_style:
        cell._style = above._style  # noqa: SLF001 - openpyxl has no other way to share a style
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
    elif isinstance(value, date):
        cell.number_format = cell.number_format if cell.is_date else DATE_FORMAT
    elif value is not None and "%" in cell.number_format:
        cell.number_format = "General"  # 85 shown as percent would be 8500%


def _remove_old_marks(book: Workbook) -> None:
    """Remove the list and the comments that an earlier change of year left."""
    for name in [name for name in book.sheetnames if OWN_LIST.fullmatch(name)]:
        del book[name]
    for ws in book.worksheets:
        for row in ws.iter_rows():
            for cell in row:
                if cell.comment and cell.comment.author == AUTHOR:
                    cell.comment = None


def _mark(ws: Worksheet, mark: Mark) -> None:
    address = mark.place[1]
    if mark.waits:
        areas = {str(area.sqref) for area in ws.conditional_formatting}
        if address not in areas:
            ws.conditional_formatting.add(address, Rule("expression", formula=[f"ISBLANK({address})"], dxf=WAITING))
        return
    cell: AnyCell = ws[address]
    if cell.comment is None:
        text = ". ".join(part[0].upper() + part[1:] for part in (mark.matter, mark.detail) if part)
        cell.comment = Comment(text, AUTHOR, height=80, width=320)


def _write_list(book: Workbook, name: str, marks: Iterable[Mark]) -> None:
    """Write the sheet of what is to be looked at, each with a link to its cell."""
    ws = book.create_sheet(name, 1)
    _write_row(ws, 1, (f"Yang harus dilihat: buku induk ini dibuat {name[0].lower()}{name[1:]}",))
    _write_row(ws, 2, ("Hapus lembar ini bila semuanya sudah dilihat. Sel berwarna jingga menunggu isian.",))
    ws["A1"].font, ws["A2"].font = Font(bold=True, size=14), Font(italic=True)
    _write_row(ws, LIST_HEADER, HEADERS)
    for cell in ws[LIST_HEADER]:
        cell.font, cell.fill = Font(bold=True), PatternFill(fgColor=COLOURS["header"][1:], fill_type="solid")
    for number, mark in enumerate(marks, start=LIST_HEADER + 1):
        tab, address = mark.place
        _write_row(ws, number, (tab, address, mark.name, mark.matter, mark.detail))
        ws.cell(number, 2).hyperlink = f"#'{tab}'!{address}"
        ws.cell(number, 2).font = Font(underline="single", color="0563C1")
    for position, width in enumerate(WIDTHS):
        ws.column_dimensions["ABCDE"[position]].width = width
    ws.freeze_panes, ws.print_title_rows = "A5", "4:4"
    ws.page_setup.orientation, ws.page_setup.paperSize = "landscape", ws.PAPERSIZE_A4
    ws.page_setup.fitToHeight, ws.sheet_properties.pageSetUpPr.fitToPage = 0, True


def _write_row(ws: Worksheet, number: int, texts: Iterable[str]) -> None:
    for position, text in enumerate(texts, start=1):
        cell: AnyCell = ws.cell(number, position)
        cell.value, cell.alignment = text, Alignment(wrap_text=number >= LIST_HEADER, vertical="top")
        cell.data_type, cell.quotePrefix = "s", True
