"""Where a chart may stand and how wide it may be: as wide as its cell, or as the text area of its section."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lakip_gen.word.package import xml
from lakip_gen.word.package.styles import CELL_MARGINS, margins_of
from lakip_gen.word.package.xml import W, number
from lakip_gen.word.tags.tag import Cacat, Ragam, excerpt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

    from lakip_gen.word.tags.place import Paragraf
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


def chart_fault(paragraf: Paragraf, tag: Tag, daftar_tag: Sequence[Tag]) -> Cacat | None:
    """Return why a chart cannot stand in a paragraph, if it cannot.

    Args:
        paragraf: The paragraph with its text as it was.
        tag: The tag of the chart.
        daftar_tag: All tags of the paragraph; those that print nothing may stand beside the chart.
    """
    element = paragraf.elemen
    if xml.closest(element, xml.BODY) is None or xml.closest(element, xml.TEXT_BOX) is not None:
        return Cacat("templat-grafik-salah-tempat", tag.teks)
    sisa = list(paragraf.teks)
    for satu in daftar_tag:
        if satu.is_chart or satu.ragam is not Ragam.CETAK:
            sisa[satu.awal : satu.akhir] = [""] * (satu.akhir - satu.awal)
    teks = excerpt("".join(sisa))
    return Cacat("templat-grafik-tidak-sendiri", tag.teks, (("sisa", teks),)) if teks else None


def text_width(paragraf: etree._Element) -> int:
    """Return the width for the content of a paragraph, in EMU."""
    cell = xml.closest(paragraf, xml.TC)
    width = (_cell_width(cell) if cell is not None else 0) or _section_width(paragraf)
    return max(width, _LEAST) * EMU_PER_TWIP


def outer_width(cell: etree._Element) -> int:
    """Return a cell's width with its margins in twips, 0 where the table does not tell."""
    tabel = next(cell.iterancestors(xml.TBL), None)
    given = cell.find(_CELL_WIDTH)
    width = number(given, "w", 0) if given is not None and given.get(xml.TYPE, "dxa") == "dxa" else 0
    return 0 if tabel is None else width or sum(_grid(tabel, cell))


def _cell_width(cell: etree._Element) -> int:
    """Return a cell's width without its margins, 0 where the table does not tell."""
    width, tabel = outer_width(cell), next(cell.iterancestors(xml.TBL), None)
    if not width or tabel is None:
        return 0
    return width - margins_of(tabel.find(CELL_MARGINS), _CELL_MARGIN)


def _grid(tabel: etree._Element, cell: etree._Element) -> list[int]:
    """Return the widths of the columns that a cell spans."""
    columns = [number(column, "w", 0) for column in tabel.iterfind(f"{xml.TBL_GRID}/{xml.GRID_COL}")]
    start = sum(map(_span, cell.itersiblings(xml.TC, preceding=True)))
    return columns[start : start + _span(cell)]


def _span(cell: etree._Element) -> int:
    return number(cell.find(f"{xml.TC_PR}/{xml.GRID_SPAN}"), "val", 1)


def _section_width(paragraf: etree._Element) -> int:
    """Return the width of the text area, or of one of its columns."""
    section = next(_sections(paragraf), None)
    if section is None:
        return _PAGE_WIDTH - 2 * _PAGE_MARGIN
    margins, columns = section.find(_MARGINS), section.find(_COLUMNS)
    sides = sum(number(margins, nama, _PAGE_MARGIN) for nama in ("left", "right"))
    width = number(section.find(_PAGE), "w", _PAGE_WIDTH) - sides - number(margins, "gutter", 0)
    banyak = max(number(columns, "num", 1), 1)
    return (width - (banyak - 1) * number(columns, "space", _COLUMN_GAP)) // banyak


def _sections(paragraf: etree._Element) -> Iterator[etree._Element]:
    """Yield the ends of the sections from a paragraph on; the first is that of its own."""
    block = next((satu for satu in (paragraf, *paragraf.iterancestors()) if _is_top(satu)), paragraf)
    for following in (block, *block.itersiblings()):
        yield from following.iter(xml.SECT_PR)


def _is_top(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == xml.BODY
