"""Put right in a rendered part what loops and conditions leave against the rules of Word.

Word does not open a table without rows or a cell without a paragraph, and ids that loops repeat have to
differ.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from lakip_gen.word.package import xml
from lakip_gen.word.package.unique_ids import make_unique
from lakip_gen.word.tags.sandbox import LimitError
from lakip_gen.word.tags.tag import Level

if TYPE_CHECKING:
    from collections.abc import Collection

_HOLDERS: Final = (xml.TC, xml.TEXT_BOX, xml.FOOTNOTE, xml.ENDNOTE, xml.COMMENT)
_NEEDED: Final = {xml.SDT_CONTENT: ("*",), xml.TR: (xml.TC, xml.SDT), xml.TBL: (xml.TR, xml.SDT)}
"""What has to have a child, and of which kinds."""
_BLOCKS: Final = (xml.P, xml.SDT)
MOST_COLUMNS: Final = 500
"""The most columns of a table; Word itself stops at 63."""


def tidy(root: etree._Element, levels: Collection[Level]) -> bool:
    """Mend a rendered part in place; return whether anything was changed.

    Args:
        root: The part.
        levels: What the part's tags take the place of; nothing else can be amiss.
    """
    changed = Level.CELL in levels and _fit_grids(root)
    if set(levels) - {Level.TEXT}:
        while _drop_empty(root):
            changed = True
    if changed or set(levels) - {Level.TEXT, Level.ROW, Level.CELL}:
        changed |= _fill_holders(root)
    return changed | make_unique(root)


def _drop_empty(root: etree._Element) -> bool:
    """Take out content controls without content, rows without cells and tables without rows.

    What is taken out may leave empty what it stood in, so this is to be done again until nothing is found.
    """
    empty = [
        element for element in root.iter(*_NEEDED) if next(element.iterchildren(*_NEEDED[element.tag]), None) is None
    ]
    for element in empty:
        whole = element.getparent() if element.tag == xml.SDT_CONTENT else element
        if whole is not None:
            xml.remove(whole)
    return bool(empty)


def _fill_holders(root: etree._Element) -> bool:
    """Give each cell and text box the paragraph it has to end with."""
    holders = [element for element in (root, *root.iter(*_HOLDERS)) if _lacks_paragraph(element)]
    for element in holders:
        etree.SubElement(element, xml.P)
    return bool(holders)


def _lacks_paragraph(element: etree._Element) -> bool:
    if element.tag not in _HOLDERS and element.tag not in xml.MARGINS:
        return False
    last = next(element.iterchildren("*", reversed=True), None)
    return last is None or last.tag not in _BLOCKS


def _fit_grids(root: etree._Element) -> bool:
    """Let each table's grid have as many columns as its widest row; loops over cells change their number."""
    return bool(sum(_fit_grid(table) for table in root.iter(xml.TBL)))


def _fit_grid(table: etree._Element) -> bool:
    grid = table.find(xml.TBL_GRID)
    columns = [] if grid is None else list(grid.iterchildren(xml.GRID_COL))
    width = max((row_width(row) for row in table.iterchildren(xml.TR)), default=0)
    if width > MOST_COLUMNS:
        raise LimitError("templat-tabel-terlalu-lebar", MOST_COLUMNS)
    if grid is None or not width or width == len(columns):
        return False
    total = sum(xml.number(column, "w", 0) for column in columns)
    for column in columns:
        grid.remove(column)
    for _ in range(width):
        etree.SubElement(grid, xml.GRID_COL).set(xml.WIDTH, str(total // width))
    return True


def row_width(row: etree._Element) -> int:
    """Return how many columns of the grid a row's cells take."""
    spans = (cell.find(f"{xml.TC_PR}/{xml.GRID_SPAN}") for cell in row.iterchildren(xml.TC))
    return sum(xml.number(span, "val", 1) for span in spans)
