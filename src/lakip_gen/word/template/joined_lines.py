"""Join lines where a tag asks for it: `{%- ... %}` goes on with the line above it, `{% ... -%}` with the one below."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from lakip_gen.word.package import xml
from lakip_gen.word.tags.runs import TOKEN, token
from lakip_gen.word.tags.tag import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from lakip_gen.word.tags.tag import Tag

_SIGNS: Final = "-+"
_BLANK: Final = " \t\n"
"""What is taken away; a hard blank stays."""
_MARKS: Final = frozenset({xml.BR, xml.TAB, xml.CR})


class _Piece(NamedTuple):
    """A text of a paragraph, or a mark that counts as a blank."""

    element: etree._Element
    is_tail: bool
    text: str


def join_lines(tags: dict[int, Tag], elements: dict[int, etree._Element], parents: dict[int, etree._Element]) -> None:
    """Take the signs off the tags, and for those within the text the blanks and line ends that they stand for.

    Args:
        tags: All tags of the part by number.
        elements: The paragraph of each tag.
        parents: What the token of each tag that steers hangs on.
    """
    for number, tag in list(tags.items()):
        content = tag.content
        is_left, is_right = content.startswith(tuple(_SIGNS)), content.endswith(tuple(_SIGNS))
        if not (is_left or is_right) or not content.strip(_SIGNS + _BLANK):
            continue
        tags[number] = replace(tag, content=content[is_left : len(content) - is_right])
        if tag.level is not Level.TEXT:
            continue
        if content.startswith("-") and not _trim_before(elements[number], number):
            _join(elements[number].getprevious(), elements[number], elements, parents)
            _trim_before(elements[number], number)
        if content.endswith("-") and not _trim_after(elements[number], number):
            _join(elements[number], elements[number].getnext(), elements, parents)
            _trim_after(elements[number], number)


def _join(
    first: etree._Element | None,
    second: etree._Element | None,
    elements: dict[int, etree._Element],
    parents: dict[int, etree._Element],
) -> None:
    """Put what a paragraph holds behind what the one before holds, unless a section ends between them."""
    if first is None or second is None or not (first.tag == second.tag == xml.P):
        return
    if first.find(xml.SECTION_BREAK) is not None or TOKEN.search(first.tail or ""):
        return
    settings = second.find(xml.PPR)
    _append(first, second.text or "")
    if settings is not None:
        _append(first, settings.tail or "")
        settings.tail = None
    first.extend([one for one in second if one is not settings])
    second.text = None
    xml.remove(second)
    for known in (elements, parents):
        known.update({number: first for number, element in known.items() if element is second})


def _append(paragraph: etree._Element, text: str) -> None:
    """Put text behind all that a paragraph holds."""
    if len(paragraph):
        paragraph[-1].tail = (paragraph[-1].tail or "") + text
    else:
        paragraph.text = (paragraph.text or "") + text


def _trim_before(paragraph: etree._Element, number: int) -> bool:
    """Take away the blanks before a tag; return whether anything else stands before it."""
    pieces = list(_pieces(paragraph))
    place = next((index for index, piece in enumerate(pieces) if token(number) in piece.text), 0)
    before, found, after = pieces[place].text.partition(token(number))
    kept = before.rstrip(_BLANK)
    _write(pieces[place], kept + found + after)
    for piece in reversed(pieces[:place]):
        if kept:
            return True
        kept = piece.text.rstrip(_BLANK)
        _write(piece, kept)
    return bool(kept)


def _trim_after(paragraph: etree._Element, number: int) -> bool:
    """Take away the blanks behind a tag; return whether anything else stands behind it."""
    pieces = list(_pieces(paragraph))
    place = next((index for index, piece in enumerate(pieces) if token(number) in piece.text), 0)
    before, found, after = pieces[place].text.partition(token(number))
    kept = after.lstrip(_BLANK)
    _write(pieces[place], before + found + kept)
    for piece in pieces[place + 1 :]:
        if kept:
            return True
        kept = piece.text.lstrip(_BLANK)
        _write(piece, kept)
    return bool(kept)


def _pieces(paragraph: etree._Element) -> Iterator[_Piece]:
    """Yield the texts and marks of a paragraph in their order, with the tokens between runs."""
    for element in paragraph.iter("*"):
        if element.tag == xml.T or TOKEN.search(element.text or ""):
            yield _Piece(element, is_tail=False, text=element.text or "")
        elif element.tag in _MARKS:
            yield _Piece(element, is_tail=False, text="\n")
        yield from _tails(element, paragraph)


def _tails(element: etree._Element, paragraph: etree._Element) -> Iterator[_Piece]:
    """Yield the tokens behind an element, and behind those that end with it."""
    while element is not paragraph and next(element.iterchildren("*"), None) is None:
        while element is not paragraph:
            if TOKEN.search(element.tail or ""):
                yield _Piece(element, is_tail=True, text=element.tail or "")
            parent = element.getparent()
            if parent is None or element.getnext() is not None:
                return
            element = parent
        return


def _write(piece: _Piece, text: str) -> None:
    if text == piece.text:
        return
    if piece.is_tail:
        piece.element.tail = text
    elif piece.element.tag in _MARKS:
        xml.remove(piece.element)
    else:
        piece.element.text = text
