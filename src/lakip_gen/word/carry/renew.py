"""Bring what still is as generated up to date where it stands, so that its formatting, comments and marks stay."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from lakip_gen.word.carry.texts import FALLBACK, GONE
from lakip_gen.word.package import xml
from lakip_gen.word.package.xml import W

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml import etree

    from lakip_gen.word.carry.graft import Graft

_PIECES: Final = re.compile(r"\s+|\S+")
_FIELD_MARK: Final = f"{W}fldChar"
_FIELD_KIND: Final = f"{W}fldCharType"
_WHOLE: Final = frozenset(
    {f"{W}fldSimple", xml.DRAWING, xml.PICT, xml.OBJECT, xml.TAB, xml.BR, xml.CR, *xml.NOTE_REFERENCES}
)
_STAYS: Final = frozenset(
    {xml.PPR, xml.BOOKMARK_START, xml.BOOKMARK_END, f"{W}commentRangeStart", f"{W}commentRangeEnd"}
)
_MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"


@dataclass(slots=True)
class _Stretch:
    """The texts between two things that are no text, and what the second of these is."""

    carriers: list[etree._Element] = field(default_factory=list)
    end: str = ""

    @property
    def text(self) -> str:
        return "".join(one.text or "" for one in self.carriers)


def renew_paragraph(old: etree._Element, new: etree._Element, graft: Graft) -> None:
    """Let a paragraph say what another one says.

    Its own runs stay and take the words that changed; where the two are built otherwise, the new runs come in.
    """
    stretches, fresh = _stretches(old), _stretches(new)
    fits = [one.end for one in stretches] == [one.end for one in fresh] and not _is_drawn(old, new)
    if fits and all(one.carriers or not other.text for one, other in zip(stretches, fresh, strict=True)):
        for one, other in zip(stretches, fresh, strict=True):
            _say(one.carriers, other.text)
    else:
        _refill(old, new, graft)


def _is_drawn(*paragraphs: etree._Element) -> bool:
    """Return whether paragraphs show something drawn, which is never mended but put in anew."""
    return any(next(one.iter(xml.DRAWING, xml.PICT, xml.OBJECT, _MATH), None) is not None for one in paragraphs)


def _stretches(paragraph: etree._Element) -> list[_Stretch]:
    found = [_Stretch()]
    depth = 0
    for element in _walk(paragraph):
        if element.tag == _FIELD_MARK:
            kind = element.get(_FIELD_KIND, "")
            if kind == "begin" and not depth:
                found[-1].end = f"{W}fldSimple"
                found.append(_Stretch())
            depth += {"begin": 1, "end": -1}.get(kind, 0)
        elif depth:
            continue
        elif element.tag == xml.T:
            found[-1].carriers.append(element)
        else:
            found[-1].end = str(element.tag)
            found.append(_Stretch())
    return found


def _walk(element: etree._Element) -> Iterator[etree._Element]:
    """Yield texts and what stands between them; what is in a field or was taken out is left aside."""
    for child in xml.children(element):
        if child.tag in GONE or child.tag == FALLBACK:
            continue
        if child.tag in _WHOLE or child.tag in {xml.T, _FIELD_MARK}:
            yield child
        else:
            yield from _walk(child)


def _say(carriers: Sequence[etree._Element], text: str) -> None:
    """Let texts that follow each other say another text: each keeps what did not change."""
    old = "".join(one.text or "" for one in carriers)
    if old == text:
        return
    pieces, fresh = _PIECES.findall(old), _PIECES.findall(text)
    starts = [0]
    for piece in pieces:
        starts.append(starts[-1] + len(piece))
    for tag, i, j, k, m in reversed(SequenceMatcher(None, pieces, fresh, autojunk=False).get_opcodes()):
        if tag != "equal":
            _replace(carriers, starts[i], starts[j], "".join(fresh[k:m]))


def _replace(carriers: Sequence[etree._Element], start: int, end: int, text: str) -> None:
    """Put a text in the place of some letters, into the element in which they begin."""
    at = 0
    waiting: str | None = text
    for number, carrier in enumerate(carriers):
        said = carrier.text or ""
        begin, stop = max(start - at, 0), min(end - at, len(said))
        at += len(said)
        is_last = number == len(carriers) - 1
        if waiting is not None and (begin < len(said) or (begin == len(said) and (is_last or start == end))):
            carrier.text = said[:begin] + waiting + said[max(stop, begin) :]
            waiting = None
        elif waiting is None and begin < stop:
            carrier.text = said[stop:]
        carrier.set(xml.SPACE, "preserve")


def _refill(old: etree._Element, new: etree._Element, graft: Graft) -> None:
    """Put the runs of another paragraph into one that keeps its own settings and its marks."""
    for child in [one for one in old if one.tag not in _STAYS]:
        if not _refers_to_comment(child):
            for mark in [*child.iter(*_STAYS)]:
                if mark.tag != xml.PPR:
                    child.addprevious(mark)
            old.remove(child)
    taken = graft.take(new)
    place = _place_of_content(old)
    for child in [one for one in taken if one.tag != xml.PPR]:
        old.insert(place, child)
        place += 1


def _place_of_content(paragraph: etree._Element) -> int:
    """Return where the content of an emptied paragraph goes: before the first mark that ends a comment."""
    for place, child in enumerate(paragraph):
        if child.tag == f"{W}commentRangeEnd" or _refers_to_comment(child):
            return place
    return len(paragraph)


def _refers_to_comment(element: etree._Element) -> bool:
    return element.tag == xml.R and element.find(f"{W}commentReference") is not None


def rescue_comments(gone: Iterable[etree._Element], place: etree._Element | None) -> None:
    """Move the marks of comments out of elements that go, to the end of a paragraph that stays."""
    if place is None:
        return
    for element in gone:
        for mark in [*element.iter(*xml.COMMENT_MARKS)]:
            run = mark.getparent()
            is_run = run is not None and run.tag == xml.R
            place.append(run if is_run and run is not None else mark)
