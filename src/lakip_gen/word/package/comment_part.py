"""The comments of a document: what is in them already stays."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Final

from lxml import etree

from lakip_gen.word.package import opc, xml
from lakip_gen.word.package.xml import W

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAMESPACES: Final = {"w": xml.W_NS}
_PART: Final = "word/comments.xml"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


class CommentPart:
    """The part of comments.

    Args:
        parts: The document's parts, which get the comments.
        main: The name of the main part.
    """

    def __init__(self, parts: dict[str, bytes], main: str) -> None:
        self.parts = parts
        self.main = main
        self.name = opc.target_of(parts, main, "comments")
        self.root = xml.parse(parts[self.name]) if self.name else etree.Element(f"{W}comments", nsmap=_NAMESPACES)
        self.number = max((xml.whole(c.get(xml.ID, "")) for c in self.root.iterchildren(xml.COMMENT)), default=-1)

    def add(self, lines: Sequence[etree._Element], author: str, initials: str) -> str:
        """Add a comment of some paragraphs and return its number."""
        self.number += 1
        number = str(self.number)
        lines[0].insert(0, new_element("r", new_element("annotationRef")))
        self.root.append(new_element("comment", *lines, id=number, author=author, initials=initials))
        return number

    def adopt(self, comment: etree._Element) -> str:
        """Take in a comment of another document and return its number here."""
        self.number += 1
        taken = copy.deepcopy(comment)
        taken.set(xml.ID, str(self.number))
        self.root.append(taken)
        return str(self.number)

    def close(self) -> None:
        """Put the comments among the parts."""
        if self.name:
            self.parts[self.name] = xml.serialise(self.root)
        else:
            opc.add_part(self.parts, _PART, xml.serialise(self.root), _TYPE)
            opc.relate(self.parts, self.main, opc.Relation(f"{xml.LINK_TYPE}comments", _PART))


def line(text: str, *, bold: bool = False) -> etree._Element:
    """Return a paragraph of a comment."""
    carrier = etree.Element(xml.T)
    carrier.set(xml.SPACE, "preserve")
    carrier.text = text
    formatting = [new_element("rPr", new_element("b"))] if bold else []
    return new_element("p", new_element("r", *formatting, carrier))


def mark(first: etree._Element, last: etree._Element, number: str) -> None:
    """Put the marks of a comment around runs, or into a paragraph around all it holds."""
    start, end = (new_element(f"commentRange{name}", id=number) for name in ("Start", "End"))
    reference = new_element("r", new_element("commentReference", id=number))
    if first.tag == xml.P:
        formatting = first.find(f"{W}pPr")
        first.insert(0 if formatting is None else first.index(formatting) + 1, start)
        last.extend((end, reference))
        return
    first.addprevious(start)
    last.addnext(end)
    end.addnext(reference)


def new_element(tag: str, *children: etree._Element, **attributes: str) -> etree._Element:
    """Return an element of Word's own with attributes of Word's own."""
    result = etree.Element(f"{W}{tag}", nsmap=_NAMESPACES)
    for key, value in attributes.items():
        result.set(f"{W}{key}", value)
    result.extend(children)
    return result
