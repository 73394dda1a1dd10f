"""The comments of a document as Word shows them: each with the answers under it, and whether it is settled."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lakip_gen.word.package import opc, xml
from lakip_gen.word.package.xml import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """A comment with what others answered.

    Attributes:
        number: Its id.
        date: When it was written, as the document says it.
        done: Whether it is settled.
        answers: What stands under it.
    """

    number: str
    author: str = ""
    date: str = ""
    said: str = ""
    done: bool = False
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _State:
    """What Word notes beside a comment by its paragraphs: whether it is settled, and what it answers."""

    done: bool = False
    parent: str = ""


def threads(parts: Mapping[str, bytes]) -> dict[str, Thread]:
    """Return the comments that answer no other one, by their ids."""
    main = xml.main_part(parts)
    name = opc.target_of(parts, main, "comments")
    if not name:
        return {}
    comments = list(xml.parse(parts[name], huge=True).iterchildren(xml.COMMENT))
    states = _states(parts.get(opc.target_of(parts, main, "commentsExtended"), b""))
    owner = {paragraph: one.get(xml.ID, "") for one in comments for paragraph in _paragraphs(one)}
    found: dict[str, Thread] = {}
    parents: dict[str, str] = {}
    for one in comments:
        number = one.get(xml.ID, "")
        said = [states[paragraph] for paragraph in _paragraphs(one) if paragraph in states]
        parents[number] = next((owner[s.parent] for s in said if s.parent in owner), "")
        found[number] = Thread(
            number=number,
            author=one.get(f"{W}author", ""),
            date=one.get(f"{W}date", ""),
            said=_words(one),
            done=any(s.done for s in said),
        )
    return _with_answers(found, parents)


def _with_answers(found: Mapping[str, Thread], parents: Mapping[str, str]) -> dict[str, Thread]:
    """Return the comments that begin a thread, with the answers in their order."""
    result = {number: thread for number, thread in found.items() if _first(number, parents) == number}
    for number, thread in found.items():
        first = _first(number, parents)
        if first != number:
            result[first] = replace(result[first], answers=(*result[first].answers, thread.said))
    return result


def _first(number: str, parents: Mapping[str, str]) -> str:
    """Return the comment that begins the thread of one; itself where the document leads round in a circle."""
    seen = {number}
    current = number
    while above := parents.get(current, ""):
        if above in seen:
            return number
        seen.add(above)
        current = above
    return current


def _states(data: bytes) -> dict[str, _State]:
    """Return what is noted of comments, by the ids of their paragraphs."""
    if not data:
        return {}
    told = (
        {str(name).rpartition("}")[2]: str(said) for name, said in one.items()} for one in xml.parse(data).iter("*")
    )
    return {
        one["paraId"]: _State(one.get("done") in {"1", "true"}, one.get("paraIdParent", ""))
        for one in told
        if "paraId" in one
    }


def _paragraphs(comment: etree._Element) -> Iterator[str]:
    return (one.get(xml.PARAGRAPH_IDS[0], "") for one in comment.iter(xml.P))


def _words(comment: etree._Element) -> str:
    paragraphs = ("".join(piece.text or "" for piece in one.iter(xml.T)) for one in comment.iter(xml.P))
    return " ".join(" ".join(paragraphs).split())
