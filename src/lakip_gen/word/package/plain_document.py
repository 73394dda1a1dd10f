"""A Word file of plain paragraphs and tables, made without a template."""

from __future__ import annotations

import struct
import zlib
from enum import IntEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeAlias

from lxml import etree

from lakip_gen.ooxml.writer import write_container
from lakip_gen.word.package import opc, xml
from lakip_gen.word.package.comment_part import new_element

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

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

_PNG_SIZE: Final = slice(16, 24)
"""Where a PNG says how wide and high it is."""
_EMU_A_DOT: Final = 914_400 // 80
_PICTURE: Final = (
    f'<wp:inline xmlns:wp="{xml.WP_NS}" xmlns:a="{xml.A_NS}" xmlns:pic="{xml.PIC_NS}" '
    f'xmlns:r="{xml.R_NS}"><wp:extent cx="{{cx}}" cy="{{cy}}"/><wp:docPr id="{{number}}" name="{{name}}"/>'
    f'<a:graphic><a:graphicData uri="{xml.PIC_NS}"><pic:pic><pic:nvPicPr>'
    '<pic:cNvPr id="{number}" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{link}"/>'
    '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="{cx}" cy="{cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    "</a:graphicData></a:graphic></wp:inline>"
)


class Size(IntEnum):
    """How large letters are, in half-points."""

    TITLE = 30
    HEADING = 25
    TEXT = 22
    CELL = 18


def plain_document(content: Iterable[etree._Element], pictures: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    """Return paragraphs and tables as a Word file on pages of A4.

    Args:
        content: The paragraphs and tables.
        pictures: The pictures among them by name, as PNG.
    """
    body = new_element("body", *content, _page())
    parts = {
        "[Content_Types].xml": xml.with_head(_TYPES),
        "_rels/.rels": xml.with_head(_RELATIONS),
        "word/document.xml": xml.serialise(new_element("document", body)),
    }
    if pictures:
        opc.add_default(parts, "png", "image/png")
    for name, data in pictures.items():
        parts[f"word/media/{name}"] = data
        image = opc.Relation(f"{xml.LINK_TYPE}image", f"word/media/{name}")
        opc.relate(parts, "word/document.xml", image, _picture_id(name))
    return write_container(parts)


def _picture_id(name: str) -> str:
    return f"rId-{name.partition('.')[0]}"


def picture(name: str, data: bytes) -> etree._Element:
    """Return a paragraph with a picture that is passed to `plain_document` by its name."""
    width, height = struct.unpack(">II", data[_PNG_SIZE])
    size = {"cx": str(width * _EMU_A_DOT), "cy": str(height * _EMU_A_DOT)}
    number = str(zlib.crc32(name.encode()) % 10_000 + 1)
    drawing = etree.fromstring(
        _PICTURE.format(name=name, link=_picture_id(name), number=number, cx=size["cx"], cy=size["cy"])
    )
    return new_element("p", new_element("r", new_element("drawing", drawing)))


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
