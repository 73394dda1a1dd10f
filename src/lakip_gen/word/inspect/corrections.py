"""What somebody wrote into a document to have it corrected: comments and tracked changes, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum, unique
from typing import TYPE_CHECKING, Final

from lakip_gen.word.inspect.threads import Thread, threads
from lakip_gen.word.package import xml
from lakip_gen.word.package.styles import Styles
from lakip_gen.word.package.xml import W
from lakip_gen.word.template.old_comments import PROGRAM_AUTHOR

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

_OTHER_PARTS: Final = re.compile(r"word/(?:header|footer|footnotes|endnotes)\d*\.xml")
_START, _END, _REFERENCE = xml.COMMENT_MARKS
_SPACES: Final = frozenset({xml.TAB, xml.BR, xml.CR})
_PICTURES: Final = frozenset({xml.DRAWING, xml.PICT, xml.OBJECT})
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED: Final = frozenset({_FALLBACK, xml.PPR, xml.RPR, xml.TR_PR, xml.TC_PR, xml.SDT_PR, f"{W}tblPr"})
_DELETED_TEXT: Final = f"{W}delText"
_TEXTS: Final = frozenset({xml.T, _DELETED_TEXT})
PICTURE: Final = "(gambar)"
"""Stands for a picture where only words can be told."""


@unique
class Kind(Enum):
    """What was done; the value of a tracked change is its element."""

    COMMENT = "comment"
    INSERTED = f"{W}ins"
    DELETED = f"{W}del"
    MOVED_AWAY = f"{W}moveFrom"
    MOVED_HERE = f"{W}moveTo"
    REPLACED = "replaced"


_CHANGES: Final = {kind.value: kind for kind in Kind if kind.value.startswith(W)}
_GONE: Final = frozenset({Kind.DELETED, Kind.MOVED_AWAY})
_REPLACES: Final = frozenset({Kind.INSERTED, Kind.DELETED})


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands.

    Attributes:
        block: The paragraph or the row of a table, as it was before it was changed.
        above: What names the place, from the nearest on: a row across the table, then the headings.
    """

    block: str = ""
    above: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One thing that somebody wrote to have a document corrected.

    Attributes:
        kind: What was done.
        place: Where; None where the document has no place for it any more.
        quote: The words that it is about.
        said: The words that somebody wrote.
        author: Who, as the document says it.
        moment: When, as the document says it.
        done: Whether it is marked as settled.
        answers: What others wrote under it, the first one first.
    """

    kind: Kind
    author: str
    moment: str = ""
    place: Place | None = None
    quote: str = ""
    said: str = ""
    done: bool = False
    answers: tuple[str, ...] = ()

    @property
    def day(self) -> date | None:
        """The day of its moment; None where that is none."""
        try:
            return date.fromisoformat(self.moment[:10])
        except ValueError:
            return None


def corrections(parts: Mapping[str, bytes]) -> tuple[Correction, ...]:
    """Return what somebody wrote into a document, in reading order; what has no place in it comes last.

    The program's own comments are none.
    """
    known = threads(parts)
    walk = _Walk(Styles(parts))
    for name in (xml.main_part(parts), *sorted(filter(_OTHER_PARTS.fullmatch, parts))):
        if any(mark in parts[name] for mark in (b"<w:ins", b"<w:del", b"<w:move", b"<w:comment")):
            walk.part(xml.parse(parts[name], huge=True))
    placed = [one for found in walk.found if (one := _named(found, known))]
    seen = {found.number for found in walk.found}
    lost = [_comment(thread, None, "") for number, thread in known.items() if number not in seen]
    return tuple(one for one in (*_without_both_ends(placed), *lost) if one.author != PROGRAM_AUTHOR)


def _named(found: _Found, known: Mapping[str, Thread]) -> Correction | None:
    """Return a stretch of the document as a correction; None for the place of an answer, or one without words."""
    quote, said = " ".join("".join(found.taken).split()), " ".join("".join(found.put).split())
    if found.kind is Kind.COMMENT:
        thread = known.get(found.number)
        return _comment(thread, found.place or Place(), quote) if thread else None
    if not quote and not said:
        return None
    return Correction(
        kind=found.kind, author=found.author, moment=found.date, place=found.place, quote=quote, said=said
    )


def _comment(thread: Thread, place: Place | None, quote: str) -> Correction:
    return Correction(
        kind=Kind.COMMENT,
        author=thread.author,
        moment=thread.date,
        place=place,
        quote=quote or (place.block if place else ""),
        said=thread.said,
        done=thread.done,
        answers=thread.answers,
    )


def _without_both_ends(found: list[Correction]) -> Iterator[Correction]:
    """Yield corrections; of a move that is whole only where it went to."""
    moved = {one.said for one in found if one.kind is Kind.MOVED_HERE}
    yield from (one for one in found if one.kind is not Kind.MOVED_AWAY or one.quote not in moved)


class _Found:
    """A stretch of the document while it is walked through."""

    __slots__ = ("author", "date", "kind", "number", "place", "put", "taken")

    def __init__(self, kind: Kind, element: etree._Element) -> None:
        self.kind = kind
        self.number = element.get(xml.ID, "") if kind is Kind.COMMENT else ""
        self.author = element.get(f"{W}author", "")
        self.date = element.get(f"{W}date", "")
        self.place: Place | None = None
        self.taken: list[str] = []
        self.put: list[str] = []

    def joins(self, other: _Found) -> bool:
        """Return whether another change that follows at once is one with this: the same, or its other half."""
        same = other.kind is self.kind and other.kind is not Kind.COMMENT
        halves = {self.kind, other.kind} == _REPLACES or (self.kind is Kind.REPLACED and other.kind in _REPLACES)
        return (same or halves) and (self.author, self.place) == (other.author, other.place)


class _Walk:
    """Goes through the parts of a document once, in reading order."""

    def __init__(self, styles: Styles) -> None:
        self.levels = styles.headings
        self.found: list[_Found] = []
        self.open: dict[str, _Found] = {}
        self.changes: list[_Found] = []
        self.last: _Found | None = None
        self.headings: dict[int, str] = {}
        self.band: tuple[str, ...] = ()
        self.block = ""

    def part(self, root: etree._Element) -> None:
        """Go through a part; headings hold within it."""
        self.headings, self.open = {}, {}
        self._children(root)

    @property
    def place(self) -> Place:
        """Where the walk stands."""
        return Place(self.block, (*self.band, *(self.headings[level] for level in sorted(self.headings, reverse=True))))

    def _children(self, element: etree._Element) -> None:
        for child in xml.children(element):
            self._take(child)

    def _take(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in _SKIPPED:
            return
        if tag in {xml.P, xml.TR}:
            self._block(element)
        elif tag == xml.TBL:
            band, self.band = self.band, ()
            self._children(element)
            self.band = band
        elif tag in _CHANGES:
            self._change(_CHANGES[tag], element)
        elif tag in {_START, _REFERENCE}:
            self._comment(element)
        elif tag == _END:
            self.open.pop(element.get(xml.ID, ""), None)
        else:
            self._words(element)

    def _words(self, element: etree._Element) -> None:
        if element.tag in _TEXTS:
            self._text(element.text or "")
        elif element.tag in _SPACES:
            self._text(" ")
        elif element.tag == xml.NO_BREAK_HYPHEN:
            self._text("-")
        else:
            if element.tag in _PICTURES and self.changes:
                self._text(PICTURE)
            self._children(element)

    def _block(self, element: etree._Element) -> None:
        """Go through a paragraph, or a row of a table, whose paragraphs are told as the whole row."""
        before, in_row = self.block, element.tag == xml.P and self._in_row(element)
        self.last = None
        if not in_row:
            self.block = _before_changes(element)
        level = self._level(element) if element.tag == xml.P else 0
        if level:
            self.headings = {one: text for one, text in self.headings.items() if one < level} | {level: self.block}
        self._children(element)
        for one in self.open.values():
            one.taken.append(" ")
        if element.tag == xml.TR and len(element.findall(f"{W}tc")) == 1:
            self.band = (self.block,)
        self.block = before

    def _in_row(self, paragraph: etree._Element) -> bool:
        return bool(self.block) and next(paragraph.iterancestors(xml.TR, xml.TEXT_BOX), paragraph).tag == xml.TR

    def _level(self, paragraph: etree._Element) -> int:
        own = xml.number(paragraph.find(xml.OUTLINE_LEVEL), "val", -1) + 1
        return own or self.levels.get(xml.value(paragraph.find(xml.PARAGRAPH_STYLE)), 0)

    def _change(self, kind: Kind, element: etree._Element) -> None:
        found = _Found(kind, element)
        found.place = self.place
        if self.last is not None and self.last.joins(found):
            if self.last.kind is not kind:
                self.last.kind = Kind.REPLACED
            found.taken, found.put = self.last.taken, self.last.put
        else:
            self.found.append(found)
            self.last = found
        keep = self.last
        self.changes.append(found)
        self._children(element)
        self.changes.pop()
        self.last = keep

    def _comment(self, mark: etree._Element) -> None:
        """Open a comment at its start; one that has none stands at its reference."""
        number = mark.get(xml.ID, "")
        if not any(one.number == number for one in self.found):
            found = _Found(Kind.COMMENT, mark)
            self.found.append(found)
            if mark.tag == _START:
                self.open[number] = found
        if mark.tag == _REFERENCE:
            found = next(one for one in self.found if one.number == number)
            found.place = found.place or self.place

    def _text(self, text: str) -> None:
        for one in self.open.values():
            one.place = one.place or self.place
            one.taken.append(text)
        if self.changes:
            change = self.changes[-1]
            (change.taken if change.kind in _GONE else change.put).append(text)
        elif text:
            self.last = None


def _before_changes(block: etree._Element) -> str:
    """Return what a paragraph or a row says, without what was put in since, and with what was taken out."""
    pieces: list[str] = []
    _gather(block, pieces)
    return " ".join("".join(pieces).split())


def _gather(element: etree._Element, pieces: list[str]) -> None:
    for child in xml.children(element):
        if child.tag in _SKIPPED or child.tag in {Kind.INSERTED.value, Kind.MOVED_HERE.value}:
            continue
        if child.tag in _TEXTS:
            pieces.append(child.text or "")
        elif child.tag in _SPACES:
            pieces.append(" ")
        elif child.tag == xml.NO_BREAK_HYPHEN:
            pieces.append("-")
        else:
            _gather(child, pieces)
            if child.tag in {xml.P, f"{W}tc"}:
                pieces.append(" ")
