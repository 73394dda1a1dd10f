"""Join lines where a tag asks for it: `{%- ... %}` goes on with the line above it, `{% ... -%}` with the one below.

Each paragraph is looked at twice at most, however many such tags it holds.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from lakip_gen.word.package import xml
from lakip_gen.word.tags.runs import TOKEN
from lakip_gen.word.tags.tag import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml import etree

    from lakip_gen.word.tags.tag import Tag

_SIGNS: Final = ("-", "+")
_BLANK: Final = " \t\n"
"""What is taken away; a hard blank stays."""
_MARKS: Final = frozenset({xml.BR, xml.TAB, xml.CR})


class _Sides(NamedTuple):
    """On which sides a tag takes blanks and line ends away."""

    before: bool
    after: bool


class _Piece(NamedTuple):
    """A text of a paragraph, or a mark that counts as a blank, with its place in the paragraph's text."""

    element: etree._Element
    is_tail: bool
    text: str
    start: int


class _Blanks(NamedTuple):
    """What the tags of one paragraph take away: stretches of its text, and whether it begins and ends with one."""

    stretches: list[tuple[int, int]]
    at_start: bool
    at_end: bool


def join_lines(tags: dict[int, Tag], elements: dict[int, etree._Element], parents: dict[int, etree._Element]) -> None:
    """Take the signs off the tags, and for those within the text the blanks and line ends that they stand for.

    Args:
        tags: All tags of the part by number.
        elements: The paragraph of each tag.
        parents: What the token of each tag that steers hangs on.
    """
    sides = {number: found for number, tag in tags.items() if (found := _sides(tag)) is not None}
    for number in sides:
        content = tags[number].content
        tags[number] = replace(tags[number], content=content.removeprefix("-").removeprefix("+").rstrip("-+"))
    asked = {number: one for number, one in sides.items() if any(one) and tags[number].level is Level.TEXT}
    moved = _join_all(dict.fromkeys(elements[number] for number in asked), asked)
    for known in (elements, parents):
        known.update({number: moved[element] for number, element in known.items() if element in moved})
    for paragraph in dict.fromkeys(elements[number] for number in asked):
        pieces = list(_pieces(paragraph))
        _take_away(pieces, _blanks(pieces, asked).stretches)


def _sides(tag: Tag) -> _Sides | None:
    """Return the sides at which a tag has a minus; None where it has no sign or nothing else."""
    content = tag.content
    if not content.strip("-+ ") or not (content.startswith(_SIGNS) or content.endswith(_SIGNS)):
        return None
    return _Sides(content.startswith("-"), content.endswith("-"))


def _join_all(
    paragraphs: Iterable[etree._Element], asked: Mapping[int, _Sides]
) -> dict[etree._Element, etree._Element]:
    """Join paragraphs with those beside them; return which paragraph each one that went has gone into."""
    moved: dict[etree._Element, etree._Element] = {}
    for paragraph in paragraphs:
        blanks = _blanks(list(_pieces(paragraph)), asked) if paragraph not in moved else None
        if blanks is None:
            continue
        here = paragraph
        before = paragraph.getprevious() if blanks.at_start else None
        if before is not None and _may_join(before, paragraph):
            here = _append_all(before, paragraph, moved)
        after = here.getnext() if blanks.at_end else None
        while after is not None and _may_join(here, after):
            blanks = _blanks(list(_pieces(after)), asked)
            _append_all(here, after, moved)
            after = here.getnext() if blanks.at_end else None
    return moved


def _may_join(first: etree._Element, second: etree._Element) -> bool:
    """Return whether two blocks are lines of one text: paragraphs, and neither a tag nor a section's end between."""
    are_paragraphs = first.tag == second.tag == xml.P
    return are_paragraphs and first.find(xml.SECTION_BREAK) is None and not TOKEN.search(first.tail or "")


def _append_all(
    first: etree._Element, second: etree._Element, moved: dict[etree._Element, etree._Element]
) -> etree._Element:
    """Put what a paragraph holds behind what the one before holds, which is returned."""
    settings = second.find(xml.PPR)
    _append(first, second.text or "")
    if settings is not None:
        _append(first, settings.tail or "")
        settings.tail = None
    first.extend([one for one in second if one is not settings])
    second.text = None
    xml.remove(second)
    moved[second] = first
    return first


def _append(paragraph: etree._Element, text: str) -> None:
    """Put text behind all that a paragraph holds."""
    if len(paragraph):
        paragraph[-1].tail = (paragraph[-1].tail or "") + text
    else:
        paragraph.text = (paragraph.text or "") + text


def _blanks(pieces: Iterable[_Piece], asked: Mapping[int, _Sides]) -> _Blanks:
    """Return what the tags of a paragraph take away."""
    text = "".join(piece.text for piece in pieces)
    stretches: list[tuple[int, int]] = []
    at_start = at_end = False
    for found in TOKEN.finditer(text):
        sides = asked.get(int(found[1]), _Sides(before=False, after=False))
        if sides.before:
            start = found.start()
            while start and text[start - 1] in _BLANK:
                start -= 1
            at_start |= not start
            stretches.append((start, found.start()))
        if sides.after:
            end = found.end()
            while end < len(text) and text[end] in _BLANK:
                end += 1
            at_end |= end == len(text)
            stretches.append((found.end(), end))
    return _Blanks(stretches, at_start, at_end)


def _take_away(pieces: Iterable[_Piece], stretches: Iterable[tuple[int, int]]) -> None:
    """Take stretches, which follow one another, out of the pieces of a text."""
    rest = list(reversed(list(stretches)))
    for piece in pieces:
        kept, position, end = "", piece.start, piece.start + len(piece.text)
        while rest and rest[-1][0] < end:
            start, stop = rest[-1]
            kept += piece.text[position - piece.start : max(start, position) - piece.start]
            position = max(position, min(stop, end))
            if stop > end:
                break
            rest.pop()
        _write(piece, kept + piece.text[position - piece.start :])


def _pieces(paragraph: etree._Element) -> Iterator[_Piece]:
    """Yield the texts and marks of a paragraph in their order, with the tokens between runs."""
    position = 0
    for element, is_tail in _carriers(paragraph):
        text = "\n" if element.tag in _MARKS and not is_tail else (element.tail if is_tail else element.text) or ""
        yield _Piece(element, is_tail, text, position)
        position += len(text)


def _carriers(element: etree._Element) -> Iterator[tuple[etree._Element, bool]]:
    """Yield what may carry text or tokens, and whether behind it or in it."""
    if element.tag == xml.T or element.tag in _MARKS or TOKEN.search(element.text or ""):
        yield element, False
    for child in xml.children(element):
        yield from _carriers(child)
        if TOKEN.search(child.tail or ""):
            yield child, True


def _write(piece: _Piece, text: str) -> None:
    if text == piece.text:
        return
    if piece.is_tail:
        piece.element.tail = text
    elif piece.element.tag in _MARKS:
        xml.remove(piece.element)
    else:
        piece.element.text = text
