"""The note on a draft's first page for whoever edits it: it stands in the margin, moves nothing, and goes with DRAF."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lakip_gen.word.package import xml
from lakip_gen.word.package.comment_part import new_element

if TYPE_CHECKING:
    from lxml import etree

TEXT: Final = (
    "Catatan ini dan tulisan DRAF hilang ketika laporan disahkan, atau lewat Desain (Design) > Tanda Air (Watermark). "
    "Suntingan ikut ke draf berikutnya."
)
_NAME: Final = "_LakipCatatan"
_FRAME: Final = {
    "w": "11200",
    "wrap": "around",
    "vAnchor": "page",
    "hAnchor": "page",
    "xAlign": "center",
    "y": "260",
}
"""Where it stands: in the upper margin, whatever the text below does; in twips."""


def put_notice(root: etree._Element) -> None:
    """Put the note on the first page of a draft: before its first paragraph, since before a table some lose it."""
    body = root.find(xml.BODY)
    first = None if body is None else body.find(xml.P)
    if first is None:
        return
    number = str(1 + max((xml.whole(mark.get(xml.ID, "")) for mark in root.iter(xml.BOOKMARK_START)), default=0))
    fonts = new_element("rFonts", ascii="Calibri", hAnsi="Calibri", cs="Calibri")
    formatting = new_element(
        "rPr", fonts, new_element("i"), new_element("color", val="7F7F7F"), new_element("sz", val="15")
    )
    carrier = new_element("t")
    carrier.text = TEXT
    settings = new_element(
        "pPr",
        new_element("framePr", **_FRAME),
        new_element("spacing", before="0", after="0", line="240", lineRule="auto"),
        new_element("ind", left="0", right="0", firstLine="0"),
        new_element("jc", val="center"),
    )
    marks = new_element("bookmarkStart", id=number, name=_NAME), new_element("bookmarkEnd", id=number)
    first.addprevious(new_element("p", settings, *marks, new_element("r", formatting, carrier)))


def remove_notice(root: etree._Element) -> bool:
    """Take the note away; return whether it was there."""
    marks = [mark for mark in root.iter(xml.BOOKMARK_START) if mark.get(xml.NAME) == _NAME]
    for mark in marks:
        if (paragraph := xml.closest(mark, xml.P)) is not None:
            xml.remove(paragraph)
    return bool(marks)
