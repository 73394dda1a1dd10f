"""A short Word list of what changed between two drafts: figures, sentences with other words, texts left behind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lxml import etree

from lakip_gen.ooxml.writer import write_container
from lakip_gen.word.carry.align import align
from lakip_gen.word.carry.blocks import blocks_of
from lakip_gen.word.carry.texts import masked
from lakip_gen.word.package import xml
from lakip_gen.word.package.comment_part import new_element

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lakip_gen.word.carry.texts import Reader

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
_WIDTHS: Final = (3400, 1700, 1700, 2838)
"""Of a table's columns on a page of A4, in twips."""
_TITLE, _HEADING, _TEXT, _CELL = 30, 25, 22, 18
"""Sizes of letters in half-points."""
_BOLD: Final = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeList:
    """What changed from one draft to the next.

    Attributes:
        title: What it is the list of.
        subtitle: Which draft it is compared with.
        figures: A row for each figure: what it is, then, now, because of what.
        sentences: Sentences that claim something else: then and now.
        left: What somebody typed that is not in the next draft.
    """

    title: str
    subtitle: str
    figures: Sequence[tuple[str, str, str, str]] = ()
    sentences: Sequence[tuple[str, str]] = ()
    left: Sequence[str] = ()


def changed_claims(old: Reader, new: Reader) -> Iterator[tuple[str, str]]:
    """Yield the sentences that say something else by more than numbers: what they said and what they say."""
    before, after = ([one for one in blocks_of(reader) if one.kind == xml.P] for reader in (old, new))
    for i, j in align(before, after).items():
        if masked(before[i].words) != masked(after[j].words):
            yield old.text(*before[i].elements), new.text(*after[j].elements)


def write_change_list(told: ChangeList) -> bytes:
    """Return the list as a Word file."""
    body = new_element("body", *_content(told), _page())
    parts = {
        "[Content_Types].xml": xml.with_head(_TYPES),
        "_rels/.rels": xml.with_head(_RELATIONS),
        "word/document.xml": xml.serialise(new_element("document", body)),
    }
    return write_container(parts)


def _content(told: ChangeList) -> Iterator[etree._Element]:
    yield _paragraph(told.title, _TITLE, bold=_BOLD)
    yield _paragraph(told.subtitle, _TEXT)
    if not (told.figures or told.sentences or told.left):
        yield _paragraph("Tidak ada angka atau kalimat yang berubah.", _TEXT)
    if told.figures:
        yield _paragraph("Angka dan isian yang berubah", _HEADING, bold=_BOLD)
        yield _table((("Yang berubah", "Dulu", "Sekarang", "Sebab"), *told.figures))
    if told.sentences:
        yield _paragraph("Kalimat yang bunyinya berubah", _HEADING, bold=_BOLD)
        for old, new in told.sentences:
            yield _paragraph(f"Dulu: {old}", _TEXT)
            yield _paragraph(f"Sekarang: {new}", _TEXT, bold=_BOLD)
    if told.left:
        yield _paragraph("Tulisan yang tidak terbawa", _HEADING, bold=_BOLD)
        yield _paragraph("Tulisan ini ada di draf sebelumnya; salin ke draf baru bila masih perlu.", _TEXT)
        yield from (_paragraph(text, _TEXT) for text in told.left)


def _table(rows: Sequence[Sequence[str]]) -> etree._Element:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = new_element("tblBorders", *(new_element(side, val="single", sz="4", color="808080") for side in sides))
    width, layout = new_element("tblW", w=str(sum(_WIDTHS)), type="dxa"), new_element("tblLayout", type="fixed")
    grid = new_element("tblGrid", *(new_element("gridCol", w=str(one)) for one in _WIDTHS))
    lines = (_row(row, is_head=not number) for number, row in enumerate(rows))
    return new_element("tbl", new_element("tblPr", width, borders, layout), grid, *lines)


def _row(texts: Sequence[str], *, is_head: bool) -> etree._Element:
    cells = (
        new_element(
            "tc",
            new_element("tcPr", new_element("tcW", w=str(width), type="dxa")),
            _paragraph(text, _CELL, bold=is_head),
        )
        for width, text in zip(_WIDTHS, texts, strict=True)
    )
    settings = [new_element("cantSplit"), *([new_element("tblHeader")] if is_head else [])]
    return new_element("tr", new_element("trPr", *settings), *cells)


def _paragraph(text: str, size: int, *, bold: bool = False) -> etree._Element:
    fonts = new_element("rFonts", ascii="Calibri", hAnsi="Calibri", cs="Calibri")
    formatting = new_element("rPr", fonts, *([new_element("b")] if bold else []), new_element("sz", val=str(size)))
    carrier = new_element("t")
    carrier.text = text
    carrier.set(xml.SPACE, "preserve")
    spacing = new_element("pPr", new_element("spacing", before="40", after="60"))
    return new_element("p", spacing, new_element("r", formatting, carrier))


def _page() -> etree._Element:
    margins = dict.fromkeys(("top", "right", "bottom", "left"), "1134") | dict.fromkeys(("header", "footer"), "567")
    return new_element("sectPr", new_element("pgSz", w="11906", h="16838"), new_element("pgMar", **margins, gutter="0"))
