"""The blocks of a body in their order, and the hidden bookmarks by which a generated one is known again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from lakip_gen.word.carry.texts import CONTENTS, Block, Reader, fingerprints
from lakip_gen.word.package import xml
from lakip_gen.word.package.xml import W

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_ANCHOR: Final = re.compile(r"_Lakip(\d{1,6})")
_NAME: Final = "_Lakip{}"
"""Word hides bookmarks that begin so, and every program tried keeps them."""
_BLOCKS: Final = frozenset({xml.P, xml.TBL})
_FIELD_MARK: Final = f"{W}fldChar"
_FIELD_KIND: Final = f"{W}fldCharType"
_INSTRUCTION: Final = f"{W}instrText"
_STEPS: Final = {"begin": 1, "end": -1}


def blocks_of(reader: Reader) -> list[Block]:
    """Return the blocks of a body in reading order; whatever becomes of them later, they say what they said first."""
    reader.blocks = reader.blocks or _read(reader)
    return reader.blocks


def _read(reader: Reader) -> list[Block]:
    elements = list(_flat(reader.body))
    loose = _loose_anchors(reader.body)
    found: list[Block] = []
    start = 0
    while start < len(elements):
        end = _end_of_field(elements, start)
        group = tuple(elements[start:end])
        said = (CONTENTS,) if _is_contents(group) else reader.words(*group)
        found.append(Block(group, fingerprints(said), said, (*loose.get(group[0], ()), *_anchors(group))))
        start = end
    return found


def _flat(parent: etree._Element) -> Iterator[etree._Element]:
    """Yield paragraphs and tables, those in content controls too."""
    for child in xml.children(parent):
        if child.tag in _BLOCKS:
            yield child
        elif child.tag == xml.SDT and (content := child.find(xml.SDT_CONTENT)) is not None:
            yield from _flat(content)
        elif child.tag in {f"{W}ins", f"{W}moveTo", f"{W}customXml", f"{W}smartTag"}:
            yield from _flat(child)


def _end_of_field(elements: Sequence[etree._Element], start: int) -> int:
    """Return where the field that begins in a block ends; the next block where none is left open."""
    depth = 0
    for index in range(start, len(elements)):
        depth += sum(_STEPS.get(mark.get(_FIELD_KIND, ""), 0) for mark in elements[index].iter(_FIELD_MARK))
        if depth <= 0:
            return index + 1
    return start + 1


def _is_contents(group: Sequence[etree._Element]) -> bool:
    codes = (code.text or "" for element in group for code in element.iter(_INSTRUCTION))
    return "".join(codes).lstrip().startswith("TOC ")


def _anchors(group: Iterable[etree._Element]) -> tuple[int, ...]:
    marks = (mark for element in group for mark in element.iter(xml.BOOKMARK_START))
    return tuple(int(found[1]) for mark in marks if (found := _ANCHOR.fullmatch(mark.get(xml.NAME, ""))))


def _loose_anchors(body: etree._Element) -> dict[etree._Element, tuple[int, ...]]:
    """Return the anchors that a program has put before a block and not into it."""
    found: dict[etree._Element, tuple[int, ...]] = {}
    for mark in body.iterchildren(xml.BOOKMARK_START):
        name = _ANCHOR.fullmatch(mark.get(xml.NAME, ""))
        block = next(mark.itersiblings(*_BLOCKS), None)
        if name and block is not None:
            found[block] = (*found.get(block, ()), int(name[1]))
    return found


def set_anchors(root: etree._Element, anchors: Iterable[tuple[Block, int]]) -> None:
    """Give blocks their anchors; every other anchor of the document goes.

    Args:
        root: The main part.
        anchors: Each block with its number.
    """
    remove_anchors(root)
    number = 1 + max((xml.whole(mark.get(xml.ID, "")) for mark in root.iter(xml.BOOKMARK_START)), default=0)
    for block, identity in anchors:
        paragraph = next(block.first.iter(xml.P), None)
        if paragraph is None:
            continue
        place = 1 if len(paragraph) and paragraph[0].tag == xml.PPR else 0
        for tag, name in ((xml.BOOKMARK_END, ""), (xml.BOOKMARK_START, _NAME.format(identity))):
            mark = etree.Element(tag, nsmap={"w": xml.W_NS})
            mark.set(xml.ID, str(number))
            if name:
                mark.set(xml.NAME, name)
            paragraph.insert(place, mark)
        number += 1


def remove_anchors(root: etree._Element) -> bool:
    """Take the anchors out of a main part; return whether there were any."""
    starts = [mark for mark in root.iter(xml.BOOKMARK_START) if _ANCHOR.fullmatch(mark.get(xml.NAME, ""))]
    numbers = {mark.get(xml.ID, "") for mark in starts}
    for mark in (*starts, *(one for one in root.iter(xml.BOOKMARK_END) if one.get(xml.ID, "") in numbers)):
        xml.remove(mark)
    return bool(starts)
