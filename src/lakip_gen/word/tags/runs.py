"""Join the runs over which Word has cut a tag, and put a token in the tag's place.

Everything happens on the tree. A token is a number between two characters of a private-use plane, so it
can be told from whatever else a document says.
"""

from __future__ import annotations

import copy
import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from lxml import etree

from lakip_gen.word.package import xml
from lakip_gen.word.tags.tag import Level, TagKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lakip_gen.word.tags.place import Paragraph, TextPiece
    from lakip_gen.word.tags.tag import Tag

MARK_START: Final = "\U0010fff0"
_MARK_END: Final = "\U0010fff1"
TOKEN: Final = re.compile(f"{MARK_START}([0-9]+){_MARK_END}")
"""A token, with the number of its tag."""


def token(number: int) -> str:
    """Return the token of the tag with this number."""
    return f"{MARK_START}{number}{_MARK_END}"


def section_of(paragraph: etree._Element) -> etree._Element | None:
    """Return the section break that a paragraph carries."""
    return paragraph.find(xml.SECTION_BREAK) if paragraph.tag == xml.P else None


def keep_section(paragraph: etree._Element) -> bool:
    """Leave a paragraph that carries a section break nothing else; return whether it does."""
    if section_of(paragraph) is None:
        return False
    for child in list(paragraph.iterchildren()):
        if child.tag != xml.PPR:
            paragraph.remove(child)
    return True


def join_runs(paragraph: Paragraph, tags: Sequence[tuple[int, Tag]]) -> dict[int, etree._Element]:
    """Replace each tag of a paragraph by its token; return the parents of those that stand between runs.

    Tags that steer come to stand between runs, so that each side keeps its own formatting whatever is left
    out, and so do charts, which are runs themselves; tags that print stay in the text and take the formatting
    of their first character.
    """
    parents: dict[int, etree._Element] = {}
    for number, tag in reversed(tags):  # from the right: offsets to the left stay true
        carrier = _gather(paragraph.pieces, tag, token(number))
        if tag.is_chart or (tag.kind is not TagKind.PRINT and tag.level is Level.TEXT):
            parents[number] = _lift_to_run_level(carrier, token(number))
    for mark in list(paragraph.element.iter(xml.PROOF_ERR)):
        xml.remove(mark)
    return parents


def _gather(pieces: list[TextPiece], tag: Tag, replacement: str) -> etree._Element:
    """Put the replacement where a tag begins, take the tag's characters out, and return the carrier."""
    index = bisect_right(pieces, tag.start, key=lambda piece: piece.start) - 1
    carrier = pieces[index].element
    for piece in pieces[index:]:
        if piece.start >= tag.end:
            break
        _cut(piece, tag, replacement if piece.element is carrier else "")
    carrier.set(xml.SPACE, "preserve")
    return carrier


def _cut(piece: TextPiece, tag: Tag, replacement: str) -> None:
    element = piece.element
    before = max(tag.start, piece.start) - piece.start
    after = min(tag.end, piece.end) - piece.start
    rest = (element.text or "")[:before] + replacement + (element.text or "")[after:]
    if element.tag == xml.T and rest:
        element.text = rest
        element.set(xml.SPACE, "preserve")
    else:
        _drop_with_empty_run(element)


def _drop_with_empty_run(element: etree._Element) -> None:
    run = element.getparent()
    xml.remove(element)
    if run is not None and run.tag == xml.R and _is_bare(run):
        xml.remove(run)


def _is_bare(run: etree._Element) -> bool:
    return all(child.tag == xml.RPR for child in run)


def _lift_to_run_level(carrier: etree._Element, replacement: str) -> etree._Element:
    """Split a run at a token, so that the token stands between the halves; return its parent."""
    run = xml.closest(carrier, xml.R)
    parent = run.getparent() if run is not None else None
    if run is None or parent is None:
        return carrier
    before, _, after = (carrier.text or "").partition(replacement)
    right = _right_half(run, carrier, after)
    run.addnext(right)
    right.tail, run.tail = run.tail, replacement
    carrier.text = before
    if not before:
        _drop_with_empty_run(carrier)
    if _is_bare(right):
        xml.remove(right)
    return parent


def _right_half(run: etree._Element, carrier: etree._Element, after: str) -> etree._Element:
    """Return a run of the same formatting with the text right of the token and all that followed it."""
    right = etree.Element(xml.R)
    formatting = run.find(xml.RPR)
    if formatting is not None:
        right.append(copy.deepcopy(formatting))
    if after:
        text = etree.SubElement(right, xml.T)
        text.text = after
        text.set(xml.SPACE, "preserve")
    right.extend(list(carrier.itersiblings()))
    return right
