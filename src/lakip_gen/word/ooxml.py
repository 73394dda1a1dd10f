"""Names and tree helpers for WordprocessingML, on lxml."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
P: Final = f"{_W}p"
R: Final = f"{_W}r"
PPR: Final = f"{_W}pPr"
RPR: Final = f"{_W}rPr"
T: Final = f"{_W}t"
TAB: Final = f"{_W}tab"
BR: Final = f"{_W}br"
CR: Final = f"{_W}cr"
NO_BREAK_HYPHEN: Final = f"{_W}noBreakHyphen"
PROOF_ERR: Final = f"{_W}proofErr"
TBL: Final = f"{_W}tbl"
TBL_GRID: Final = f"{_W}tblGrid"
GRID_COL: Final = f"{_W}gridCol"
GRID_SPAN: Final = f"{_W}gridSpan"
TR: Final = f"{_W}tr"
TR_PR: Final = f"{_W}trPr"
TC: Final = f"{_W}tc"
TC_PR: Final = f"{_W}tcPr"
BODY: Final = f"{_W}body"
TEXT_BOX: Final = f"{_W}txbxContent"
MARGINS: Final = (f"{_W}hdr", f"{_W}ftr")
SDT: Final = f"{_W}sdt"
SDT_PR: Final = f"{_W}sdtPr"
SDT_CONTENT: Final = f"{_W}sdtContent"
FOOTNOTE: Final = f"{_W}footnote"
ENDNOTE: Final = f"{_W}endnote"
COMMENT: Final = f"{_W}comment"
COMMENT_MARKS: Final = (f"{_W}commentRangeStart", f"{_W}commentRangeEnd", f"{_W}commentReference")
DRAWING: Final = f"{_W}drawing"
PICT: Final = f"{_W}pict"
OBJECT: Final = f"{_W}object"
SECT_PR: Final = f"{_W}sectPr"
SECTION_BREAK: Final = f"{PPR}/{SECT_PR}"
NOTE_REFERENCES: Final = (f"{_W}footnoteReference", f"{_W}endnoteReference")
BOOKMARK_START: Final = f"{_W}bookmarkStart"
BOOKMARK_END: Final = f"{_W}bookmarkEnd"
STYLE: Final = f"{_W}style"
ID: Final = f"{_W}id"
NAME: Final = f"{_W}name"
TYPE: Final = f"{_W}type"
VAL: Final = f"{_W}val"
WIDTH: Final = f"{_W}w"
PARAGRAPH_STYLE: Final = f"{PPR}/{_W}pStyle"
OUTLINE_LEVEL: Final = f"{PPR}/{_W}outlineLvl"
STYLE_NAME: Final = f"{_W}name"
DOC_PR: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
PARAGRAPH_IDS: Final = (f"{_W14}paraId", f"{_W14}textId")
SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
INSERT: Final = "{urn:lakip-gen}sisipan"
"""Holds the content of a sub-template while tags are taken out; no finished document has it."""
R_NS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LINK_TYPE: Final = f"{R_NS}/"
EMBED: Final = f"{{{R_NS}}}embed"

_WHOLE: Final = True
_HEAD: Final = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def parse(data: bytes, *, huge: bool = False) -> etree._Element:
    """Return the root of a part; raise `etree.XMLSyntaxError` for what is not well-formed.

    `huge` lifts the limits of libxml2 for what this program has written itself.
    """
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=huge))


def check(data: bytes) -> None:
    """Raise `ExpatError` for what is not well-formed, in less than half the time of `parse`."""
    expat.ParserCreate().Parse(data, _WHOLE)


def serialise(root: etree._Element) -> bytes:
    """Return the bytes of a part, its head in the form Word writes."""
    return with_head(etree.tostring(root, encoding="unicode", with_tail=False))


def with_head(teks: str) -> bytes:
    """Return the text of a root element as the bytes of a part."""
    return _HEAD + teks.encode()


def children(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the child elements without comments and instructions."""
    return element.iterchildren("*")


def closest(element: etree._Element, tag: str) -> etree._Element | None:
    """Return the nearest element of a tag, the element itself included."""
    return element if element.tag == tag else next(element.iterancestors(tag), None)


def remove(element: etree._Element) -> None:
    """Take an element out and leave the text that follows it: there the tokens of tags live."""
    put_before(element, element.tail or "")
    element.tail = None
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def put_before(element: etree._Element, teks: str) -> None:
    """Put text between an element and what stands before it."""
    before = element.getprevious()
    parent = element.getparent()
    if before is not None:
        before.tail = (before.tail or "") + teks
    elif parent is not None:
        parent.text = (parent.text or "") + teks


def main_part(bagian: Mapping[str, bytes]) -> str:
    """Return the name of the main document part, empty when there is none."""
    for jenis, target in relationships(bagian, "_rels/.rels"):
        if jenis.endswith("/officeDocument"):
            return target
    return ""


def relationships(bagian: Mapping[str, bytes], nama: str) -> Iterator[tuple[str, str]]:
    """Yield type and target part of each internal relationship in a .rels part."""
    if nama not in bagian:
        return
    folder = posixpath.dirname(posixpath.dirname(nama))
    for relation in children(parse(bagian[nama])):
        if relation.get("TargetMode") != "External":
            target = relation.get("Target", "").partition("#")[0]
            yield (
                relation.get("Type", ""),
                posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"),
            )


def relationships_of(nama: str) -> str:
    """Return the name of the .rels part that belongs to a part."""
    folder, berkas = posixpath.split(nama)
    return posixpath.join(folder, "_rels", f"{berkas}.rels")
