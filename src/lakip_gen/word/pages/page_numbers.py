"""Read from a PDF on which page every bookmark of the document stands, as the page number printed there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lakip_gen.domain.temuan import Asal
from lakip_gen.ooxml.guard import open_container
from lakip_gen.ooxml.recognise import Kind
from lakip_gen.pesan.bahasa import romawi
from lakip_gen.word.package import xml
from lakip_gen.word.package.xml import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

_PAGES: Final = re.compile(rb"/Kids\s*\[([^\]]*)\]")
_REFERENCE: Final = re.compile(rb"(\d+) 0 R")
_DEST: Final = re.compile(rb"(Toc\d{9})\)?\s*\[(\d+) 0 R")
"""A destination's name and page; LibreOffice writes the underline before the name in another way."""


def printed_pages(isi: bytes, pdf: bytes) -> dict[str, str]:
    """Return the printed page number by bookmark; empty when the PDF does not tell.

    Args:
        isi: The document with the bookmarks of its headings and captions.
        pdf: The same document as PDF, its bookmarks kept as destinations.
    """
    sheets = _sheets(pdf)
    hasil: dict[str, str] = {}
    bentuk, selisih = "decimal", 0
    for nama, rule in _bookmarks(isi):
        if nama not in sheets:
            continue
        if rule is not None:
            bentuk = rule.get(f"{W}fmt", "decimal")
            if mulai := rule.get(f"{W}start"):
                selisih = int(mulai) - sheets[nama]
        nomor = sheets[nama] + selisih
        hasil[nama] = romawi(nomor).lower() if bentuk == "lowerRoman" else str(nomor)
    return hasil


def _sheets(pdf: bytes) -> Mapping[str, int]:
    """Return the sheet, counted from 1, of each named destination."""
    kids = max(_PAGES.findall(pdf), key=len, default=b"")
    order = {nomor: urutan for urutan, nomor in enumerate(_REFERENCE.findall(kids), start=1)}
    return {f"_{nama.decode()}": order[page] for nama, page in _DEST.findall(pdf) if page in order}


def _bookmarks(isi: bytes) -> Iterator[tuple[str, etree._Element | None]]:
    """Yield the bookmarks in order, with the numbering of a section at the first bookmark in it."""
    bagian, _ = open_container(isi, Kind.DOCX, Asal())
    if bagian is None:
        return
    root = xml.parse(bagian[xml.main_part(bagian)], huge=True)
    waiting: list[str] = []
    for element in root.iter(xml.BOOKMARK_START, xml.SECT_PR):
        if element.tag == xml.BOOKMARK_START:
            waiting.append(element.get(xml.NAME, ""))
            continue
        rule = element.find(f"{W}pgNumType")
        for urutan, nama in enumerate(nama for nama in waiting if nama.startswith("_Toc")):
            yield nama, rule if not urutan else None
        waiting = []
