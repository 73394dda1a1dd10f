"""Where a chart may stand and how wide it may be: as wide as its cell, or as the text area of its section."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from lakip_gen.word.package import xml
from lakip_gen.word.package.grid import span
from lakip_gen.word.package.styles import CELL_MARGINS, margins_of
from lakip_gen.word.package.xml import W, number
from lakip_gen.word.tags.tag import Flaw, TagKind, excerpt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

    from lakip_gen.word.tags.place import Paragraph
    from lakip_gen.word.tags.tag import Tag

EMU_PER_TWIP: Final = 635
_PAGE: Final = f"{W}pgSz"
_MARGINS: Final = f"{W}pgMar"
_COLUMNS: Final = f"{W}cols"
_CELL_WIDTH: Final = f"{xml.TC_PR}/{W}tcW"
_PAGE_WIDTH: Final = 11906
"""A4, in twentieths of a point like all that follows."""
_PAGE_MARGIN: Final = 1440
_COLUMN_GAP: Final = 720
_CELL_MARGIN: Final = 108
_LEAST: Final = 1440
_EXTENT: Final = f"{{{xml.WP_NS}}}extent"
_BOX_MARGIN: Final = 144
"""Between the side of a text box and its text, as Word makes it."""
_SIDES: Final = (("left", "start"), ("right", "end"))
"""How an indent is called; either name may be used."""


def chart_fault(paragraph: Paragraph, tag: Tag, tags: Sequence[Tag]) -> Flaw | None:
    """Return why a chart cannot stand in a paragraph, if it cannot.

    Args:
        paragraph: The paragraph with its text as it was.
        tag: The tag of the chart.
        tags: All tags of the paragraph; those that print nothing may stand beside the chart.
    """
    element = paragraph.element
    if xml.closest(element, xml.BODY) is None or xml.closest(element, xml.TEXT_BOX) is not None:
        return Flaw("templat-grafik-salah-tempat", tag.text)
    rest = list(paragraph.text)
    for one in tags:
        if one.is_chart or one.kind is not TagKind.PRINT:
            rest[one.start : one.end] = [""] * (one.end - one.start)
    text = excerpt("".join(rest))
    return Flaw("templat-grafik-tidak-sendiri", tag.text, (("sisa", text),)) if text else None


def text_width(paragraph: etree._Element, sections: Sequence[etree._Element] = ()) -> int:
    """Return the width for the content of a paragraph, in EMU.

    Args:
        paragraph: The paragraph.
        sections: The ends of the sections whose pages show it, for a paragraph of a header, footer or note.
    """
    cell = xml.closest(paragraph, xml.TC)
    width = (_cell_width(cell) if cell is not None else 0) or _box_width(paragraph)
    width = width or min(map(_area_width, sections), default=0) or _section_width(paragraph)
    return max(width - _indents(paragraph), _LEAST) * EMU_PER_TWIP


def _box_width(paragraph: etree._Element) -> int:
    """Return the width within the text box that a paragraph stands in, 0 where there is none that tells."""
    box = xml.closest(paragraph, xml.TEXT_BOX)
    drawing = None if box is None else xml.closest(box, xml.DRAWING)
    extent = None if drawing is None else next(drawing.iter(_EXTENT), None)
    return 0 if extent is None else max(xml.whole(extent.get("cx", "")) // EMU_PER_TWIP - 2 * _BOX_MARGIN, 0)


def _indents(paragraph: etree._Element) -> int:
    """Return how much narrower a paragraph says that it is than the text around it."""
    given = paragraph.find(f"{xml.PPR}/{W}ind")
    sides = (max(number(given, one, 0), number(given, other, 0)) for one, other in _SIDES)
    return max(sum(sides), 0)


def own_width(cell: etree._Element) -> int:
    """Return the width that a cell says it has, with its margins in twips; 0 where it says nothing."""
    given = cell.find(_CELL_WIDTH)
    return number(given, "w", 0) if given is not None and given.get(xml.TYPE, "dxa") == "dxa" else 0


def grid_width(cell: etree._Element, start: int | None = None) -> int:
    """Return the width that a cell has by its table's grid, with its margins in twips; 0 where the table does not tell.

    Args:
        cell: The cell.
        start: The column of the grid it begins in, where that is known.
    """
    table = next(cell.iterancestors(xml.TBL), None)
    return 0 if table is None else sum(_grid(table, cell, start))


def _cell_width(cell: etree._Element) -> int:
    """Return a cell's width without its margins, 0 where the table does not tell."""
    width, table = own_width(cell) or grid_width(cell), next(cell.iterancestors(xml.TBL), None)
    if not width or table is None:
        return 0
    return width - margins_of(table.find(CELL_MARGINS), _CELL_MARGIN)


def _grid(table: etree._Element, cell: etree._Element, start: int | None) -> list[int]:
    """Return the widths of the columns that a cell spans."""
    if start is None:
        start = sum(map(span, cell.itersiblings(xml.TC, preceding=True)))
    columns = islice(table.iterfind(f"{xml.TBL_GRID}/{xml.GRID_COL}"), start, start + max(span(cell), 0))
    return [number(column, "w", 0) for column in columns]


def _section_width(paragraph: etree._Element) -> int:
    """Return the width of the text area, or of one of its columns."""
    section = next(_sections(paragraph), None)
    if section is None:
        return _PAGE_WIDTH - 2 * _PAGE_MARGIN
    columns = section.find(_COLUMNS)
    count = max(number(columns, "num", 1), 1)
    return (_area_width(section) - (count - 1) * number(columns, "space", _COLUMN_GAP)) // count


def _area_width(section: etree._Element) -> int:
    """Return the width of the text area of a section, whatever its columns."""
    margins = section.find(_MARGINS)
    sides = sum(number(margins, name, _PAGE_MARGIN) for name in ("left", "right"))
    return number(section.find(_PAGE), "w", _PAGE_WIDTH) - sides - number(margins, "gutter", 0)


def _sections(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Yield the ends of the sections from a paragraph on; the first is that of its own."""
    block = next((one for one in (paragraph, *paragraph.iterancestors()) if _is_top(one)), paragraph)
    for following in (block, *block.itersiblings()):
        yield from following.iter(xml.SECT_PR)


def _is_top(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == xml.BODY
