"""The grid of a table: which columns a cell takes, and how many a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lakip_gen.word.package import xml

if TYPE_CHECKING:
    from lxml import etree

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
