"""A buku induk of an earlier version made into one of this version: the planner's own workbook, with what is new.

openpyxl changes the workbook in place, so that the planner's formats and own sheets survive; what it cannot carry is
told. Sheets and headers are found as the reader finds them, by their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, TypeAlias
from zipfile import ZipFile

import openpyxl
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.worksheet.datavalidation import DataValidation

from lakip_gen.domain.skema import induk as skema
from lakip_gen.domain.skema.kolom import Kolom, Lembar
from lakip_gen.domain.teks import samakan
from lakip_gen.excel.induk import FIRST_ROW, HEADER_ROW, write_induk
from lakip_gen.ooxml.writer import write_container

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

AnyCell: TypeAlias = Any
"""A cell of openpyxl, whose kinds share no type that can be written to."""
DEEPEST_HEADER: Final = 20
OWN_PAGES: Final = ("Petunjuk", "_daftar")
"""Pages that hold nothing of the planner's: they are written anew."""
LOST_PARTS: Final[Mapping[str, str]] = {
    "xl/charts/": "bagan",
    "xl/media/": "gambar",
    "xl/drawings/": "bentuk atau kotak teks",
    "xl/embeddings/": "objek tersemat",
    "xl/pivotTables/": "tabel pivot",
    "xl/slicers/": "pemilah (slicer)",
    "xl/threadedComments/": "percakapan komentar",
    "xl/ctrlProps/": "tombol atau kotak centang",
    "xl/activeX/": "kendali ActiveX",
    "xl/model/": "model data",
    "xl/connections": "sambungan data",
    "xl/vbaProject": "makro",
    "customXml/": "data XML kustom",
}
"""What a workbook may hold that need not survive, by the names of its parts."""
CORE: Final = "docProps/core.xml"
"""The part that says when a workbook was saved last."""
MODIFIED: Final = re.compile(rb"(<dcterms:modified[^<>]{0,1000}>)[^<]{0,100}")
STYLES: Final = "xl/styles.xml"
FONT: Final = re.compile(rb"<font>((?:<[^<>]*/>)*)</font>")
FONT_ORDER: Final = b"b i strike condense extend outline shadow u vertAlign sz color name family charset scheme".split()
"""What is told of a font, in the order of the standard; the library writes them in one of its own."""
EXTENSION: Final = b"<extLst"
EXTENSION_NAME: Final = "pewarnaan bersyarat atau daftar pilihan gaya Excel 2010"


@dataclass(frozen=True, slots=True)
class Renewal:
    """A renewed workbook: its bytes, what was added to it, and what could not be carried over."""

    content: bytes
    added: tuple[str, ...]
    lost: tuple[str, ...]


def renew_induk(content: bytes, version: int) -> Renewal:
    """Return a buku induk of an earlier version with all that came since.

    Args:
        content: The planner's workbook, which the reader took.
        version: Its version.
    """
    book = openpyxl.load_workbook(BytesIO(content), rich_text=True)
    fresh = openpyxl.load_workbook(BytesIO(write_induk({})))
    added = [line for sheet in skema.DAFTAR_LEMBAR for line in _renew_sheet(book, fresh, sheet, version)]
    for name in OWN_PAGES:
        _replace_sheet(book, fresh, name)
    for name, defined in fresh.defined_names.items():
        if name not in book.defined_names or f"{OWN_PAGES[1]}!" in defined.attr_text:
            book.defined_names[name] = copy(defined)
    _write_version(book)
    renewed = saved(book)
    return Renewal(renewed, tuple(added), tuple(lost_parts(content, renewed)))


def saved(book: Workbook) -> bytes:
    """Return the file of a workbook, the same bytes for the same content: the library would write the hour into it."""
    before = book.properties.modified
    out = BytesIO()
    book.save(out)
    with ZipFile(out) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[STYLES] = FONT.sub(_in_order, parts[STYLES])
    stamp = f"{before:%Y-%m-%dT%H:%M:%SZ}".encode()
    return write_container({**parts, CORE: MODIFIED.sub(rb"\g<1>" + stamp, parts[CORE])})


def _in_order(font: re.Match[bytes]) -> bytes:
    """Return a font with what is told of it in the order of the standard."""
    told = sorted(font[1].split(b"<")[1:], key=lambda one: FONT_ORDER.index(one.split()[0].rstrip(b"/>")))
    return b"<font>" + b"".join(b"<" + one for one in told) + b"</font>"


def with_loose_sheets(content: bytes) -> bytes:
    """Return a buku induk with every sheet that a workbook may lack; the very same where it lacks none."""
    book = openpyxl.load_workbook(BytesIO(content), rich_text=True)
    tabs = {samakan(tab) for tab in book.sheetnames}
    missing = [sheet.nama for sheet in skema.DAFTAR_LEMBAR if sheet.longgar and samakan(sheet.nama) not in tabs]
    if not missing:
        return content
    fresh = openpyxl.load_workbook(BytesIO(write_induk({})))
    for name in missing:
        _copy_sheet(fresh[name], book.create_sheet(name, _place(book, fresh, name)))
    return saved(book)


def _renew_sheet(book: Workbook, fresh: Workbook, sheet: Lembar, version: int) -> Iterator[str]:
    """Add to the workbook what a sheet has had since, and say what."""
    name = next((tab for tab in book.sheetnames if samakan(tab) == samakan(sheet.nama)), None)
    if name is None:
        if sheet.sejak > version:
            _copy_sheet(fresh[sheet.nama], book.create_sheet(sheet.nama, _place(book, fresh, sheet.nama)))
            yield f"lembar {sheet.nama}"
        return
    ws, source = book[name], fresh[sheet.nama]
    header = _header_row(ws, sheet)
    new_items = [item for item in sheet.daftar_butir if item.sejak > version]
    new_columns = [column for column in sheet.daftar_kolom if column.sejak > version]
    for column in new_columns:
        added = _add_column(ws, source, header, [k.kunci for k in sheet.daftar_kolom].index(column.kunci) + 1)
        if column.dulu:
            _fill_column(ws, sheet, header, added, column.dulu)
        yield _added("kolom", column, sheet)
    for item in new_items:
        row = FIRST_ROW + sheet.daftar_butir.index(item) + 1
        _add_row(ws, source, row)
        yield _added("butir", item, sheet)


def _added(kind: str, what: Kolom, sheet: Lembar) -> str:
    return f"{kind} “{what.judul}” di lembar {sheet.nama}"


def _header_row(ws: Worksheet, sheet: Lembar) -> int:
    """Return the row that holds most of a sheet's headers."""
    titles = {samakan(title) for column in sheet.daftar_kolom for title in column.semua_judul}
    rows = ws.iter_rows(max_row=DEEPEST_HEADER, values_only=True)
    counts = [len([value for value in row if isinstance(value, str) and samakan(value) in titles]) for row in rows]
    most = max(counts, default=0)
    return counts.index(most) + 1 if most else HEADER_ROW + 1


def _fill_column(ws: Worksheet, sheet: Lembar, header: int, column: int, text: str) -> None:
    """Write what every row with a key meant before its table had a column."""
    own = {samakan(title) for title in sheet.kolom(sheet.kolom_kunci).semua_judul}
    titles = [samakan(str(cell.value)) for cell in ws[header][: column - 1]]
    key = next((place for place, title in enumerate(titles, 1) if title in own), 1)
    for row in range(header + 1, ws.max_row + 1):
        if ws.cell(row, key).value is not None:
            ws.cell(row, column).value = text


def _add_column(ws: Worksheet, source: Worksheet, header: int, column: int) -> int:
    """Add a column right of everything, with its header, looks, messages and dropdown, and return its number."""
    target, shift = ws.max_column + 1, header - (HEADER_ROW + 1)
    for row in range(HEADER_ROW + 1, source.max_row + 1):
        _copy_cell(source.cell(row, column), ws.cell(row + shift, target))
    letter = get_column_letter(target)
    ws.column_dimensions[letter].width = source.column_dimensions[get_column_letter(column)].width
    for rule in _rules(source, column, None):
        last = max(source.max_row, ws.max_row) + shift
        _add_rule(ws, rule, f"{letter}{HEADER_ROW + 2 + shift}:{letter}{last}")
    if ws.auto_filter.ref:
        left, top, _, bottom = range_boundaries(ws.auto_filter.ref)
        ws.auto_filter.ref = f"{get_column_letter(left or 1)}{top}:{letter}{bottom}"
    return target


def _add_row(ws: Worksheet, source: Worksheet, row: int) -> None:
    """Add an item below the last one, with its help, message and dropdown."""
    target = ws.max_row + 1
    for column in range(1, source.max_column + 1):
        _copy_cell(source.cell(row, column), ws.cell(target, column))
        for rule in _rules(source, column, row):
            _add_rule(ws, rule, f"{get_column_letter(column)}{target}")
    ws.row_dimensions[target].height = source.row_dimensions[row].height


def _rules(ws: Worksheet, column: int, row: int | None) -> Iterator[DataValidation]:
    """Yield the validations of a column, or of one of its cells."""
    for rule in ws.data_validations.dataValidation:
        for area in rule.sqref.ranges:
            if area.min_col <= column <= area.max_col and (row is None or area.min_row <= row <= area.max_row):
                yield rule


def _add_rule(ws: Worksheet, rule: DataValidation, area: str) -> None:
    new = copy(rule)
    new.sqref = type(rule.sqref)(area)
    ws.add_data_validation(new)


def _copy_cell(source: AnyCell, target: AnyCell) -> None:
    target.value = source.value
    if source.has_style:
        target.font, target.fill, target.border = copy(source.font), copy(source.fill), copy(source.border)
        target.alignment, target.protection = copy(source.alignment), copy(source.protection)
        target.number_format = source.number_format


def _place(book: Workbook, fresh: Workbook, name: str) -> int:
    """Return where a new tab goes: behind the one that it follows in a fresh workbook."""
    before = fresh.sheetnames[: fresh.sheetnames.index(name)]
    return max((book.sheetnames.index(tab) + 1 for tab in before if tab in book.sheetnames), default=0)


def _replace_sheet(book: Workbook, fresh: Workbook, name: str) -> None:
    place = book.sheetnames.index(name) if name in book.sheetnames else len(book.sheetnames)
    if name in book.sheetnames:
        del book[name]
    _copy_sheet(fresh[name], book.create_sheet(name, place))


def _copy_sheet(source: Worksheet, target: Worksheet) -> None:
    """Copy one of our own sheets whole: cells, sizes, rules, protection and print set-up."""
    for number, row in enumerate(source.iter_rows(), start=1):
        for position, cell in enumerate(row, start=1):
            _copy_cell(cell, target.cell(number, position))
    for letter, size in source.column_dimensions.items():
        target.column_dimensions[letter].width, target.column_dimensions[letter].hidden = size.width, size.hidden
    for number, height in source.row_dimensions.items():
        target.row_dimensions[number].height = height.height
    for area in source.merged_cells.ranges:
        target.merge_cells(str(area))
    for rule in source.data_validations.dataValidation:
        _add_rule(target, rule, str(rule.sqref))
    target.sheet_state, target.freeze_panes = source.sheet_state, source.freeze_panes
    target.auto_filter.ref, target.protection = source.auto_filter.ref, copy(source.protection)
    target.page_setup, target.page_margins = copy(source.page_setup), copy(source.page_margins)
    target.sheet_properties, target.print_title_rows = copy(source.sheet_properties), source.print_title_rows
    target.sheet_view.showGridLines = source.sheet_view.showGridLines


def _write_version(book: Workbook) -> None:
    for row in book["_meta"].iter_rows(max_col=2):
        if row[0].value == "versi":
            row[1].value = str(skema.VERSI)


def lost_parts(before: bytes, after: bytes) -> Iterator[str]:
    """Yield what the old workbook held more of than the new one, and how many."""
    old, new = _parts(before), _parts(after)
    for kind in (*LOST_PARTS.values(), EXTENSION_NAME):
        if (missing := old.get(kind, 0) - new.get(kind, 0)) > 0:
            yield f"{missing} {kind}"


def _parts(content: bytes) -> dict[str, int]:
    """Return how many of each kind that may be lost a workbook holds."""
    count: dict[str, int] = {}
    with ZipFile(BytesIO(content)) as archive:
        for name in archive.namelist():
            kind = next((kind for start, kind in LOST_PARTS.items() if name.startswith(start)), "")
            weight = archive.read(name).count(b"<xdr:sp ") if name.startswith("xl/drawings/drawing") else 1
            if kind and not name.endswith(".rels") and not name.endswith(".vml"):
                count[kind] = count.get(kind, 0) + weight
            if name.startswith("xl/worksheets/sheet") and EXTENSION in archive.read(name):
                count[EXTENSION_NAME] = count.get(EXTENSION_NAME, 0) + 1
    return count
