"""Names and tree helpers for WordprocessingML, on lxml."""

from __future__ import annotations

import functools
import posixpath
from typing import TYPE_CHECKING, Any, Final, cast
from xml.parsers import expat

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

W_NS: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W: Final = f"{{{W_NS}}}"
A_NS: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
C_NS: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"
PIC_NS: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"
WP_NS: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
P: Final = f"{W}p"
R: Final = f"{W}r"
PPR: Final = f"{W}pPr"
RPR: Final = f"{W}rPr"
T: Final = f"{W}t"
TAB: Final = f"{W}tab"
BR: Final = f"{W}br"
CR: Final = f"{W}cr"
NO_BREAK_HYPHEN: Final = f"{W}noBreakHyphen"
PROOF_ERR: Final = f"{W}proofErr"
TBL: Final = f"{W}tbl"
TBL_GRID: Final = f"{W}tblGrid"
GRID_COL: Final = f"{W}gridCol"
GRID_SPAN: Final = f"{W}gridSpan"
TR: Final = f"{W}tr"
TR_PR: Final = f"{W}trPr"
TC: Final = f"{W}tc"
TC_PR: Final = f"{W}tcPr"
BODY: Final = f"{W}body"
TEXT_BOX: Final = f"{W}txbxContent"
MARGINS: Final = (f"{W}hdr", f"{W}ftr")
SDT: Final = f"{W}sdt"
SDT_PR: Final = f"{W}sdtPr"
SDT_CONTENT: Final = f"{W}sdtContent"
FOOTNOTE: Final = f"{W}footnote"
ENDNOTE: Final = f"{W}endnote"
COMMENT: Final = f"{W}comment"
COMMENT_MARKS: Final = (f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")
DRAWING: Final = f"{W}drawing"
PICT: Final = f"{W}pict"
OBJECT: Final = f"{W}object"
SECT_PR: Final = f"{W}sectPr"
SECTION_BREAK: Final = f"{PPR}/{SECT_PR}"
NOTE_REFERENCES: Final = (f"{W}footnoteReference", f"{W}endnoteReference")
BOOKMARK_START: Final = f"{W}bookmarkStart"
BOOKMARK_END: Final = f"{W}bookmarkEnd"
STYLE: Final = f"{W}style"
ID: Final = f"{W}id"
NAME: Final = f"{W}name"
TYPE: Final = f"{W}type"
VAL: Final = f"{W}val"
WIDTH: Final = f"{W}w"
STYLE_OF_PARAGRAPH: Final = f"{W}pStyle"
PARAGRAPH_STYLE: Final = f"{PPR}/{STYLE_OF_PARAGRAPH}"
OUTLINE_LEVEL: Final = f"{PPR}/{W}outlineLvl"
DOC_PR: Final = f"{{{WP_NS}}}docPr"
_W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
PARAGRAPH_IDS: Final = (f"{_W14}paraId", f"{_W14}textId")
SIZE: Final = f"{W}sz"
SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
INSERT: Final = "{urn:lakip-gen}sisipan"
"""Holds the content of a sub-template while tags are taken out; no finished document has it."""
R_NS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LINK_TYPE: Final = f"{R_NS}/"
_USUAL: Final = {"w": W_NS, "r": R_NS}
EMBED: Final = f"{{{R_NS}}}embed"

_STYLE_ID: Final = etree.XPath("string(w:pPr/w:pStyle/@w:val)", namespaces={"w": W_NS}, smart_strings=False)
_SEARCHED: Final = {"w": W_NS, "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006"}
_WHOLE: Final = True
_MOST_DIGITS: Final = 9
"""Of the numbers that Word writes."""
_HEAD: Final = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def parse(data: bytes, *, huge: bool = False) -> etree._Element:
    """Return the root of a part; raise `etree.XMLSyntaxError` for what is not well-formed.

    `huge` lifts the limits of libxml2 for what this program has written itself.
    """
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=huge))


def check(data: bytes) -> None:
    """Raise `ExpatError` for what is not well-formed, in less than half the time of `parse`."""
    expat.ParserCreate().Parse(data, _WHOLE)


def with_usual_prefixes(data: bytes) -> bytes:
    """Return a part whose elements of Word have the prefix `w`; the very same where they have it.

    Other programs choose prefixes of their own, while all that is put into a part has the usual ones.
    """
    if W_NS.encode() not in data or f'xmlns:w="{W_NS}"'.encode() in data:
        return data
    root = parse(data)
    others = {prefix: name for prefix, name in root.nsmap.items() if prefix and name not in _USUAL.values()}
    new = etree.Element(root.tag, {str(name): str(value) for name, value in root.attrib.items()}, nsmap=others | _USUAL)
    new.text = root.text
    new.extend(list(root))
    return serialise(new)


def serialise(root: etree._Element) -> bytes:
    """Return the bytes of a part, its head in the form Word writes."""
    return _HEAD + etree.tostring(root, encoding="utf-8", xml_declaration=False, with_tail=False)


def with_head(text: str) -> bytes:
    """Return the text of a root element as the bytes of a part."""
    return _HEAD + text.encode()


def children(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the child elements without comments and instructions."""
    return element.iterchildren("*")


def closest(element: etree._Element, tag: str) -> etree._Element | None:
    """Return the nearest element of a tag, the element itself included."""
    return element if element.tag == tag else next(element.iterancestors(tag), None)


def paragraph_of(rule: etree._Element) -> etree._Element | None:
    """Return the paragraph that one of its rules stands in; None for a rule of an earlier state of it."""
    rules = rule.getparent()
    paragraph = None if rules is None else rules.getparent()
    return paragraph if paragraph is not None and paragraph.tag == P else None


def finder(path: str) -> Callable[[etree._Element], list[etree._Element]]:
    """Return a search for the elements on an XPath: Word's names with the prefix `w`, alternatives with `mc`."""
    search = etree.XPath(path, namespaces=_SEARCHED)

    def found(element: etree._Element) -> list[etree._Element]:
        return cast("list[Any]", search(element))

    return found


def remove(element: etree._Element) -> None:
    """Take an element out and leave the text that follows it: there the tokens of tags live."""
    put_before(element, element.tail or "")
    element.tail = None
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def put_before(element: etree._Element, text: str) -> None:
    """Put text between an element and what stands before it."""
    before = element.getprevious()
    parent = element.getparent()
    if before is not None:
        before.tail = (before.tail or "") + text
    elif parent is not None:
        parent.text = (parent.text or "") + text


def number(element: etree._Element | None, name: str, default: int) -> int:
    """Return a whole number of an attribute, or another one where there is none."""
    return default if element is None else whole(element.get(f"{W}{name}", ""), default)


def value(element: etree._Element | None) -> str:
    """Return what an element says in its `w:val`, empty where it is missing."""
    return "" if element is None else element.get(VAL, "")


def style_id(paragraph: etree._Element) -> str:
    """Return the id of the style that a paragraph names, empty where it names none."""
    return cast("str", _STYLE_ID(paragraph))


@functools.lru_cache(maxsize=4_096)
def whole(text: str, default: int = 0) -> int:
    """Return the whole number that a text is, or another one for what is none or could not stand in a document.

    A part says the same few numbers thousands of times.
    """
    digits = text.removeprefix("-")
    return int(text) if digits.isdecimal() and len(digits) <= _MOST_DIGITS else default


def main_part(parts: Mapping[str, bytes]) -> str:
    """Return the name of the main document part, empty when there is none."""
    for link_type, target in relationships(parts, "_rels/.rels"):
        if link_type.endswith("/officeDocument"):
            return target
    return ""


def relationships(parts: Mapping[str, bytes], name: str) -> Iterator[tuple[str, str]]:
    """Yield type and target part of each internal relationship in a .rels part."""
    return ((link_type, target) for _, link_type, target in linked_parts(parts, name))


def linked_parts(parts: Mapping[str, bytes], name: str) -> Iterator[tuple[str, str, str]]:
    """Yield id, type and target part of each internal relationship in a .rels part."""
    if name not in parts:
        return
    folder = posixpath.dirname(posixpath.dirname(name))
    for relation in children(parse(parts[name])):
        if relation.get("TargetMode") != "External":
            target = relation.get("Target", "").partition("#")[0]
            yield (
                relation.get("Id", ""),
                relation.get("Type", ""),
                posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"),
            )


def relationships_of(name: str) -> str:
    """Return the name of the .rels part that belongs to a part."""
    folder, file = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{file}.rels")
