"""Read from a PDF on which page every bookmark of the document stands, as the page number printed there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lakip_gen.pesan.bahasa import romawi
from lakip_gen.word.package import opc, xml
from lakip_gen.word.package.xml import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

_PAGES: Final = re.compile(rb"/Kids\s*\[([^\[\]]*)\]")
_REFERENCE: Final = re.compile(rb"(?<!\d)(\d{1,10}) 0 R")
_DEST: Final = re.compile(rb"(Toc\d{9})\)?\s*\[(\d+) 0 R")
"""A destination's name and page; LibreOffice writes the underline before the name in another way."""


def printed_pages(data: bytes, pdf: bytes) -> dict[str, str]:
    """Return the printed page number by bookmark; empty when the PDF does not tell.

    Args:
        data: The document with the bookmarks of its headings and captions.
        pdf: The same document as PDF, its bookmarks kept as destinations.
    """
    sheets = _sheets(pdf)
    result: dict[str, str] = {}
    form, shift = "decimal", 0
    for name, rule in _bookmarks(data):
        if name not in sheets:
            continue
        if rule is not None:
            form = rule.get(f"{W}fmt", "decimal")
            if start := rule.get(f"{W}start"):
                shift = xml.whole(start, 1) - sheets[name]
        number = sheets[name] + shift
        result[name] = romawi(number).lower() if form == "lowerRoman" else str(number)
    return result


def _sheets(pdf: bytes) -> Mapping[str, int]:
    """Return the sheet, counted from 1, of each named destination."""
    kids = max(_PAGES.findall(pdf), key=len, default=b"")
    order = {number: index for index, number in enumerate(_REFERENCE.findall(kids), start=1)}
    return {f"_{name.decode()}": order[page] for name, page in _DEST.findall(pdf) if page in order}


def _bookmarks(data: bytes) -> Iterator[tuple[str, etree._Element | None]]:
    """Yield the bookmarks in order, with the numbering of a section at the first bookmark in it."""
    parts, _ = opc.open_docx(data)
    if parts is None:
        return
    root = xml.parse(parts[xml.main_part(parts)], huge=True)
    waiting: list[str] = []
    for element in root.iter(xml.BOOKMARK_START, xml.SECT_PR):
        if element.tag == xml.BOOKMARK_START:
            waiting.append(element.get(xml.NAME, ""))
            continue
        rule = element.find(f"{W}pgNumType")
        for index, name in enumerate(name for name in waiting if name.startswith("_Toc")):
            yield name, rule if not index else None
        waiting = []
