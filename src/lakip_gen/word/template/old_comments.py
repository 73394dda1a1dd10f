"""Take out of a template the comments that `templat periksa` once put into a copy of it.

Somebody may go on working in the copy. What the program has said there about an earlier state must neither be
checked as if the planner had written it nor come out in a draft.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lakip_gen.word.package import opc, xml
from lakip_gen.word.package.xml import W

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

PROGRAM_AUTHOR: Final = "lakip-gen"
"""The author of the program's comments."""
_AUTHOR: Final = f"{W}author"
_COMPANIONS: Final = ("commentsExtended", "commentsIds")
"""What Word writes beside the comments, one element for each by the id of its last paragraph."""


def without_own_comments(parts: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return the parts of a template without the program's own comments."""
    main = xml.main_part(parts)
    name = opc.target_of(parts, main, "comments")
    if not name or f'"{PROGRAM_AUTHOR}"'.encode() not in parts[name]:
        return parts
    root = xml.parse(parts[name])
    numbers, paragraphs = _drop_own(root)
    result = {**parts, name: xml.serialise(root), main: _without_marks(parts[main], numbers)}
    for link_type in _COMPANIONS:
        if other := opc.target_of(parts, main, link_type):
            result[other] = _without_companions(parts[other], paragraphs)
    return result


def _drop_own(root: etree._Element) -> tuple[set[str], set[str]]:
    """Take the program's own comments out; return their ids and those of their paragraphs."""
    own = [one for one in root.iterchildren(xml.COMMENT) if one.get(_AUTHOR) == PROGRAM_AUTHOR]
    numbers = {one.get(xml.ID, "") for one in own}
    paragraphs = {p.get(xml.PARAGRAPH_IDS[0], "") for one in own for p in one.iter(xml.P)} - {""}
    for one in own:
        root.remove(one)
    return numbers, paragraphs


def _without_marks(data: bytes, numbers: set[str]) -> bytes:
    root = xml.parse(data)
    for mark in [mark for mark in root.iter(*xml.COMMENT_MARKS) if mark.get(xml.ID) in numbers]:
        run = mark.getparent()
        xml.remove(mark)
        if run is not None and run.tag == xml.R and all(child.tag == xml.RPR for child in run):
            xml.remove(run)
    return xml.serialise(root)


def _without_companions(data: bytes, paragraphs: set[str]) -> bytes:
    root = xml.parse(data)
    for one in [one for one in root.iterchildren("*") if _paragraph_of(one) in paragraphs]:
        root.remove(one)
    return xml.serialise(root)


def _paragraph_of(element: etree._Element) -> str:
    return next((str(value) for key, value in element.attrib.items() if str(key).endswith("}paraId")), "")
