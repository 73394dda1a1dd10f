"""What loops do to tables: columns that are repeated want room and a heading, and tables in a row want a gap.

What the template says of it is noted in its tree before it is filled, by attributes that no finished document has.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from lakip_gen.word.package import xml
from lakip_gen.word.package.grid import cell_rule, column_starts, row_width, span
from lakip_gen.word.package.xml import W
from lakip_gen.word.tags.limits import LimitError
from lakip_gen.word.tags.runs import TOKEN
from lakip_gen.word.tags.tag import Level

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lakip_gen.word.tags.tag import Tag

MOST_COLUMNS: Final = 500
"""The most columns of a table; Word itself stops at 63."""
_GROWS: Final = "grows"
"""Marks a table whose cells are repeated or left out, and in it a cell over all columns of a loop."""
_TOUCHES: Final = "touches"
"""Marks a table that follows another one in the template itself."""
_FOR: Final = re.compile(r"\s*for\b")
_END: Final = re.compile(r"\s*endfor\b")
_CELL_WIDTH: Final = f"{xml.TC_PR}/{W}tcW"
_GAP: Final = 120
"""The height of what is put between two tables, in twips."""


def note_repeated_columns(carriers: Mapping[int, etree._Element], tags: Mapping[int, Tag]) -> None:
    """Mark the tables whose cells are repeated or left out, and the cells above or below all columns of a loop.

    Args:
        carriers: The paragraph of each tag that takes the place of something, by the tag's number.
        tags: All tags of the part by number.
    """
    begun: dict[etree._Element, list[int]] = {}
    starts: dict[etree._Element, int] = {}
    loops: dict[etree._Element, list[tuple[int, int]]] = {}
    for number, paragraph in sorted(carriers.items()):
        cell, row = xml.closest(paragraph, xml.TC), xml.closest(paragraph, xml.TR)
        if tags[number].level is not Level.CELL or cell is None or row is None:
            continue
        note_cells(cell)
        if row not in begun:
            starts |= column_starts(row)
        open_loops = begun.setdefault(row, [])
        if _FOR.match(tags[number].content):
            open_loops.append(starts.get(cell, 0))
        elif _END.match(tags[number].content) and open_loops:
            table = next(row.iterancestors(xml.TBL))
            loops.setdefault(table, []).append((open_loops.pop(), starts.get(cell, 0) + span(cell)))
    for table, columns in loops.items():
        for cell in _spanning(table, columns):
            cell.set(_GROWS, "1")


def _spanning(table: etree._Element, loops: Sequence[tuple[int, int]]) -> Iterator[etree._Element]:
    """Yield the cells over more than one column that take all columns of one of the loops."""
    first_end = [MOST_COLUMNS + 1] * (MOST_COLUMNS + 1)
    """Where the shortest loop that begins at a column or behind it ends."""
    for first, end in loops:
        first_end[min(first, MOST_COLUMNS)] = min(end, first_end[min(first, MOST_COLUMNS)])
    for column in reversed(range(MOST_COLUMNS)):
        first_end[column] = min(first_end[column], first_end[column + 1])
    for row in table.iterchildren(xml.TR):
        for cell, start in column_starts(row).items():
            if span(cell) > 1 and first_end[min(start, MOST_COLUMNS)] <= start + span(cell):
                yield cell


def note_cells(cell: etree._Element) -> None:
    """Mark the table of a cell: how many columns its rows take is known only when it is filled."""
    table = xml.closest(cell, xml.TBL)
    if table is not None:
        table.set(_GROWS, "1")


def note_touching(root: etree._Element) -> None:
    """Mark the tables that the template itself puts right behind another one."""
    for table in root.iter(xml.TBL):
        before = table.getprevious()
        if before is not None and before.tag == xml.TBL and not TOKEN.search(before.tail or ""):
            table.set(_TOUCHES, "1")


def part_tables(root: etree._Element) -> bool:
    """Put a gap between tables that only a loop has put together: Word takes them for one; return whether there are."""
    changed = False
    for table in list(root.iter(xml.TBL)):
        is_meant = bool(table.attrib.pop(_TOUCHES, ""))
        before = table.getprevious()
        if not is_meant and before is not None and before.tag == xml.TBL:
            before.addnext(_gap())
            changed = True
        changed |= is_meant
    return changed


def _gap() -> etree._Element:
    paragraph = etree.Element(xml.P)
    spacing = etree.SubElement(etree.SubElement(paragraph, xml.PPR), f"{W}spacing")
    for key, value in (("before", 0), ("after", 0), ("line", _GAP)):
        spacing.set(f"{W}{key}", str(value))
    spacing.set(f"{W}lineRule", "exact")
    return paragraph


def fit_grids(root: etree._Element) -> bool:
    """Let a grid fit its widest row where cells are repeated or left out; return whether there is such a table."""
    growing = [table for table in root.iter(xml.TBL) if table.attrib.pop(_GROWS, "")]
    for table in growing:
        _fit_grid(table)
    return bool(growing)


def _fit_grid(table: etree._Element) -> None:
    rows = list(table.iterchildren(xml.TR))
    widest = max(rows, key=lambda row: (row_width(row), len(row)), default=None)
    width = 0 if widest is None else row_width(widest)
    if width > MOST_COLUMNS:
        raise LimitError("templat-tabel-terlalu-lebar", MOST_COLUMNS)
    for row in rows:
        _grow(row, width - row_width(row))
    grid = table.find(xml.TBL_GRID)
    columns = [] if grid is None else list(grid.iterchildren(xml.GRID_COL))
    if grid is None or widest is None or not width:
        return
    widths = _widths(widest, sum(xml.number(column, "w", 0) for column in columns))
    for column in columns:
        grid.remove(column)
    for one in widths:
        etree.SubElement(grid, xml.GRID_COL).set(xml.WIDTH, str(one))
    for row in rows:
        _set_widths(row, widths)


def _grow(row: etree._Element, missing: int) -> None:
    """Let the cells over repeated columns take those that a row lacks."""
    growing = [cell for cell in row.iterchildren(xml.TC) if cell.attrib.pop(_GROWS, "")]
    for place, cell in enumerate(growing):
        share = missing // len(growing) + (place < missing % len(growing))
        if share > 0:
            cell_rule(cell, xml.GRID_SPAN).set(xml.VAL, str(span(cell) + share))


def _widths(row: etree._Element, total: int) -> list[int]:
    """Return widths of columns that sum up to a total and are to one another as a row says; equal where it does not."""
    wanted: list[float] = []
    for cell in row.iterchildren(xml.TC):
        one = cell.find(_CELL_WIDTH)
        width = xml.number(one, "w", 0) if one is not None and one.get(xml.TYPE, "dxa") == "dxa" else 0
        wanted += [width / span(cell)] * span(cell)
    if not all(wanted):
        wanted = [1] * len(wanted)
    return [int(total * one / sum(wanted)) for one in wanted]


def _set_widths(row: etree._Element, widths: Sequence[int]) -> None:
    """Let the cells of a row say the width that their columns have."""
    for cell, start in column_starts(row).items():
        mark = cell.find(_CELL_WIDTH)
        if mark is not None and mark.get(xml.TYPE, "dxa") == "dxa":
            mark.set(xml.WIDTH, str(sum(widths[start : start + span(cell)])))
