"""The grid of a table: which columns a cell takes, how many a row, and what a cell says of itself."""

from __future__ import annotations

from typing import Final

from lxml import etree

from lakip_gen.word.package import xml
from lakip_gen.word.package.xml import W

_ORDER: Final = tuple(f"{W}{name}" for name in ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd"))
"""The properties of a cell up to its colour, as the schema has them."""
_SPAN: Final = f"{xml.TC_PR}/{xml.GRID_SPAN}"


def span(cell: etree._Element) -> int:
    """Return how many columns a cell takes."""
    return xml.number(cell.find(_SPAN), "val", 1)


def column_starts(row: etree._Element) -> dict[etree._Element, int]:
    """Return for each cell of a row the column of the grid it begins in."""
    starts: dict[etree._Element, int] = {}
    column = 0
    for cell in row.iterchildren(xml.TC):
        starts[cell] = column
        column += span(cell)
    return starts


def row_width(row: etree._Element) -> int:
    """Return how many columns of the grid a row's cells take."""
    return sum(map(span, row.iterchildren(xml.TC)))


def cell_rule(cell: etree._Element, name: str) -> etree._Element:
    """Return a property of a cell, which is made where it is missing."""
    rules = cell.find(xml.TC_PR)
    if rules is None:
        rules = etree.Element(xml.TC_PR)
        cell.insert(0, rules)
    found = rules.find(name)
    if found is None:
        found = etree.Element(name)
        before = _ORDER[: _ORDER.index(name)]
        rules.insert(sum(one.tag in before for one in rules), found)
    return found
