"""Make elements of WordprocessingML in one expression."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.oxml.xmlchemy import BaseOxmlElement

_TWIPS_PER_CM: Final = 1440 / 2.54
_TWIPS_PER_POINT: Final = 20
_MARKED: Final = re.compile(r"(\*\*[^*]+\*\*|\[\[[^\[\]]+\]\])")
_STYLES: Final = {"**": "Strong", "[[": "Rujukan"}
"""The marks around words and the character styles they stand for."""
_BREAKING: Final = re.compile(r"(\t|\n)")
_BREAKS: Final = {"\t": "tab", "\n": "br"}
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def element(nama: str, *children: BaseOxmlElement, **attributes: str | int) -> BaseOxmlElement:
    """Return `w:nama` with its children and its attributes, which are all of the namespace w."""
    hasil = cast("BaseOxmlElement", OxmlElement(f"w:{nama}"))
    for kunci, nilai in attributes.items():
        hasil.set(qn(f"w:{kunci}"), str(nilai))
    hasil.extend(children)
    return hasil


def twips(cm: float) -> int:
    """Return a length in the twentieths of a point that Word counts in."""
    return round(cm * _TWIPS_PER_CM)


def twentieths(titik: float) -> int:
    """Return points in twentieths."""
    return round(titik * _TWIPS_PER_POINT)


def paragraph(teks: str, gaya: str, *more: BaseOxmlElement) -> BaseOxmlElement:
    """Return a paragraph in a style; `**` around words makes them strong, `[[` and `]]` a reference to a caption.

    A line break within the text stays one.
    """
    style = element("pPr", element("pStyle", val=gaya))
    return element("p", style, *runs(teks), *more)


def runs(teks: str) -> Iterator[BaseOxmlElement]:
    """Yield the runs of a text, those between marks in a character style."""
    for bagian in _MARKED.split(teks):
        gaya = next((gaya for tanda, gaya in _STYLES.items() if bagian.startswith(tanda)), "")
        if bagian:
            style = element("rPr", element("rStyle", val=gaya))
            yield element("r", *([style] if gaya else []), *_pieces(bagian[2:-2] if gaya else bagian))


def _pieces(teks: str) -> Iterator[BaseOxmlElement]:
    for bagian in _BREAKING.split(teks):
        if bagian in _BREAKS:
            yield element(_BREAKS[bagian])
        elif bagian:
            text = element("t")
            text.text = bagian
            text.set(_SPACE, "preserve")
            yield text


def field(instruksi: str, hasil: str) -> BaseOxmlElement:
    """Return a field with the result it shows until it is updated."""
    return element("fldSimple", *runs(hasil), instr=f" {instruksi} ")


def open_field(instruksi: str, hasil: str, gaya: str) -> BaseOxmlElement:
    """Return a paragraph that is a field of many lines, such as a table of contents, not yet made."""
    marks = {nama: element("r", element("fldChar", fldCharType=nama)) for nama in ("begin", "separate", "end")}
    kode = element("instrText")
    kode.text = f" {instruksi} "
    kode.set(_SPACE, "preserve")
    isi = (marks["begin"], element("r", kode), marks["separate"], *runs(hasil), marks["end"])
    return element("p", element("pPr", element("pStyle", val=gaya)), *isi)
