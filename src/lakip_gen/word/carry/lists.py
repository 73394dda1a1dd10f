"""Captions, what refers to them, and contents lists, after blocks came, went and moved."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lakip_gen.word.package import xml
from lakip_gen.word.package.numbering import Numbering
from lakip_gen.word.package.styles import Styles
from lakip_gen.word.package.xml import W
from lakip_gen.word.pages.contents import fill_contents
from lakip_gen.word.pages.fields import INSTRUCTION_OF, SIMPLE, simplify
from lakip_gen.word.pages.list_numbers import printed_numbers
from lakip_gen.word.pages.numbering import number_captions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml import etree

    from lakip_gen.word.carry.graft import Graft
    from lakip_gen.word.carry.texts import Block

_CAPTION: Final = "_Ref9"
_OURS: Final = re.compile(r"_(?:Toc|Ref)9\w+")
_REF: Final = re.compile(r"(\s*REF\s+)(\S+)(.*)", re.DOTALL)
_NUM_ID: Final = f"{W}numId"
_STYLES: Final = frozenset({*(f"TOC{level}" for level in range(1, 10)), "TableofFigures", "Catatan"})


def caption_names(matched: Iterable[tuple[Block, Block]]) -> dict[str, str]:
    """Return the bookmarks of captions as an edited document calls them, by what a generated one calls them."""
    pairs = (zip(_names(now), _names(block), strict=False) for block, now in matched)
    return {new: old for each in pairs for new, old in each}


def _names(block: Block) -> list[str]:
    return [
        name
        for element in block.elements
        if element.tag == xml.P
        for mark in element.iter(xml.BOOKMARK_START)
        if (name := mark.get(xml.NAME, "")).startswith(_CAPTION)
    ]


def list_numbers(matched: Iterable[tuple[Block, Block]]) -> dict[str, str]:
    """Return the numbers of lists as an edited document knows them, by those of a generated one."""
    found: dict[str, str] = {}
    for block, now in matched:
        numbers = [next((mark.get(xml.VAL, "") for mark in one.first.iter(_NUM_ID)), "") for one in (now, block)]
        if all(numbers):
            found.setdefault(*numbers)
    return found


def refresh_lists(root: etree._Element, parts: Mapping[str, bytes], graft: Graft) -> None:
    """Number captions and what names them, and fill the contents lists anew.

    Args:
        root: The main part.
        parts: The document's parts, which tell its styles.
        graft: Knows what the styles of the template are called in this document.
    """
    simplify(root)
    styles = Styles(parts)
    numbers = printed_numbers(root, styles, Numbering(parts))
    number_captions(root, styles, numbers)
    before = {paragraph: names for paragraph in root.iter(xml.P) if (names := [*_caption_marks(paragraph)])}
    if not _has_contents(root):
        return
    _drop_marks(root)
    if not fill_contents(root, styles, numbers):
        return
    renamed: dict[str, str] = {}
    for paragraph, names in before.items():
        if new := next(_caption_marks(paragraph), ""):
            renamed |= dict.fromkeys(names, new)
    _point(root, renamed)
    for mark in root.iter(f"{W}pStyle"):
        if mark.get(xml.VAL) in _STYLES:
            _restyle(mark, graft)


def _restyle(mark: etree._Element, graft: Graft) -> None:
    """Let a line of a contents list have the style of its name, whatever its id is in this document."""
    if graft.style_map and mark.get(xml.VAL) not in graft.style_map.ada.values():
        mark.set(xml.VAL, graft.style_map.adopt(mark.get(xml.VAL, "")))


def _has_contents(root: etree._Element) -> bool:
    return any((code.text or "").lstrip().startswith("T") for code in root.iter(f"{W}instrText"))


def _caption_marks(paragraph: etree._Element) -> Iterator[str]:
    for mark in paragraph.iter(xml.BOOKMARK_START):
        name = mark.get(xml.NAME, "")
        if name.startswith(_CAPTION):
            yield name


def _drop_marks(root: etree._Element) -> None:
    """Take away the bookmarks of headings and captions; filling the lists sets them anew."""
    starts = [mark for mark in root.iter(xml.BOOKMARK_START) if _OURS.fullmatch(mark.get(xml.NAME, ""))]
    numbers = {mark.get(xml.ID, "") for mark in starts}
    for mark in (*starts, *[one for one in root.iter(xml.BOOKMARK_END) if one.get(xml.ID, "") in numbers]):
        xml.remove(mark)


def _point(root: etree._Element, renamed: Mapping[str, str]) -> None:
    for element in root.iter(SIMPLE):
        found = _REF.fullmatch(element.get(INSTRUCTION_OF, ""))
        if found and found[2] in renamed:
            element.set(INSTRUCTION_OF, f"{found[1]}{renamed[found[2]]}{found[3]}")
