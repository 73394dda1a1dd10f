"""A Word file of plain paragraphs and tables, made without a template."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Final, TypeAlias

from lakip_gen.ooxml.writer import write_container
from lakip_gen.word.package import xml
from lakip_gen.word.package.comment_part import new_element

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml import etree

Piece: TypeAlias = "etree._Element"  # noqa: SLF001 - lxml has no other name for it
"""A paragraph or a table."""

_TYPES: Final = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS: Final = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    f'Type="{xml.LINK_TYPE}officeDocument" Target="word/document.xml"/></Relationships>'
)


class Size(IntEnum):
    """How large letters are, in half-points."""

    TITLE = 30
    HEADING = 25
    TEXT = 22
    CELL = 18


def plain_document(content: Iterable[etree._Element]) -> bytes:
    """Return paragraphs and tables as a Word file on pages of A4."""
    body = new_element("body", *content, _page())
    parts = {
        "[Content_Types].xml": xml.with_head(_TYPES),
        "_rels/.rels": xml.with_head(_RELATIONS),
        "word/document.xml": xml.serialise(new_element("document", body)),
    }
    return write_container(parts)


def plain_table(rows: Sequence[Sequence[str]], widths: Sequence[int]) -> etree._Element:
    """Return a table whose first row is its head, repeated on each page.

    Args:
        rows: The texts of its cells.
        widths: The widths of its columns in twips.
    """
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = new_element("tblBorders", *(new_element(side, val="single", sz="4", color="808080") for side in sides))
    width, layout = new_element("tblW", w=str(sum(widths)), type="dxa"), new_element("tblLayout", type="fixed")
    grid = new_element("tblGrid", *(new_element("gridCol", w=str(one)) for one in widths))
    lines = (_row(row, widths, is_head=not number) for number, row in enumerate(rows))
    return new_element("tbl", new_element("tblPr", width, borders, layout), grid, *lines)


def _row(texts: Sequence[str], widths: Sequence[int], *, is_head: bool) -> etree._Element:
    cells = []
    for width, text in zip(widths, texts, strict=True):
        settings = new_element("tcPr", new_element("tcW", w=str(width), type="dxa"))
        cells.append(new_element("tc", settings, paragraph(text, Size.CELL, is_bold=is_head)))
    settings = new_element("trPr", new_element("cantSplit"), *([new_element("tblHeader")] if is_head else []))
    return new_element("tr", settings, *cells)


def paragraph(text: str, size: Size = Size.TEXT, *, is_bold: bool = False) -> etree._Element:
    """Return a paragraph; titles and headings are bold."""
    fonts = new_element("rFonts", ascii="Calibri", hAnsi="Calibri", cs="Calibri")
    bold = [new_element("b")] if is_bold or size in {Size.TITLE, Size.HEADING} else []
    formatting = new_element("rPr", fonts, *bold, new_element("sz", val=str(size.value)))
    carrier = new_element("t")
    carrier.text = text
    carrier.set(xml.SPACE, "preserve")
    spacing = new_element("pPr", new_element("spacing", before="40", after="60"))
    return new_element("p", spacing, new_element("r", formatting, carrier))


def _page() -> etree._Element:
    margins = dict.fromkeys(("top", "right", "bottom", "left"), "1134") | dict.fromkeys(("header", "footer"), "567")
    return new_element("sectPr", new_element("pgSz", w="11906", h="16838"), new_element("pgMar", **margins, gutter="0"))
