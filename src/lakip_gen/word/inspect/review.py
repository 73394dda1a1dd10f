"""What is still open in a document that somebody worked on: comments that nobody resolved, changes nobody accepted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lakip_gen.word.package import opc, xml
from lakip_gen.word.package.xml import W

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

_PARTS: Final = ("word/document", "word/header", "word/footer", "word/footnotes", "word/endnotes")
_CHANGES: Final = (f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo")
_QUOTED: Final = 60
"""So many characters of a comment are quoted."""


@dataclass(frozen=True, slots=True)
class Review:
    """What is still open in a document.

    Attributes:
        comments: What each open comment says, shortened.
        changes: How many tracked changes stand in it.
    """

    comments: tuple[str, ...] = ()
    changes: int = 0


def review(parts: Mapping[str, bytes]) -> Review:
    """Return what is still open in a document."""
    changes = sum(_changes(parts[name]) for name in parts if name.startswith(_PARTS) and name.endswith(".xml"))
    return Review(_open_comments(parts), changes)


def _changes(data: bytes) -> int:
    """Return how many stretches were put in, taken out or moved; a move is one."""
    if b"<w:ins" not in data and b"<w:del" not in data and b"<w:move" not in data:
        return 0
    return sum(1 for change in xml.parse(data).iter(*_CHANGES) if change.tag != f"{W}moveFrom")


def _open_comments(parts: Mapping[str, bytes]) -> tuple[str, ...]:
    main = xml.main_part(parts)
    name = opc.target_of(parts, main, "comments")
    if not name or name not in parts:
        return ()
    done = _done(parts.get(opc.target_of(parts, main, "commentsExtended"), b""))
    comments = xml.parse(parts[name]).iterchildren(xml.COMMENT)
    return tuple(_said(one) for one in comments if not _paragraphs(one) & done)


def _done(data: bytes) -> set[str]:
    """Return the ids of the paragraphs whose comments were resolved, answers to these among them."""
    if not data:
        return set()
    told = [
        {str(name).rpartition("}")[2]: str(said) for name, said in one.items()} for one in xml.parse(data).iter("*")
    ]
    done = {one.get("paraId", "") for one in told if one.get("done") in {"1", "true"}} - {""}
    return done | {one.get("paraId", "") for one in told if one.get("paraIdParent") in done}


def _paragraphs(comment: etree._Element) -> set[str]:
    return {one.get(xml.PARAGRAPH_IDS[0], "") for one in comment.iter(xml.P)} - {""}


def _said(comment: etree._Element) -> str:
    text = " ".join("".join(one.text or "" for one in comment.iter(f"{W}t")).split())
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED].rstrip()}…"
