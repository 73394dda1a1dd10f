"""What becomes of each block: three sequences are compared, and no text is ever merged with another one.

What was generated, what somebody made of it, and what is generated now: a block that still is as generated is renewed,
an edited one stays, a deleted one stays deleted, an added one stays, a new one goes after its predecessor.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from lakip_gen.word.carry.align import align, pair_edited
from lakip_gen.word.carry.texts import has_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lakip_gen.word.carry.align import Anchored, Pairs, Text
    from lakip_gen.word.carry.texts import Words

_PUNCTUATION: Final = ".,;:()“”\"'"


class Fate(Enum):
    """What becomes of a block."""

    KEPT = "stays, nothing beneath it changed"
    RENEWED = "was as generated, and is brought up to date"
    EDITED = "keeps somebody's words, though other ones are generated now"
    DROPPED = "was as generated, and is generated no more"
    ADDED = "is somebody's own"
    NEW = "is generated for the first time"


E = TypeVar("E", bound="Anchored")
B = TypeVar("B", bound="Text")
F = TypeVar("F", bound="Text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Generic[E, B, F]):
    """What becomes of one block.

    Attributes:
        fate: What becomes of it.
        edited: As it stands in the edited document; None for a new one.
        was: What of it was generated: several where somebody made one of them.
        fresh: What is generated now.
    """

    fate: Fate
    edited: E | None = None
    was: tuple[B, ...] = ()
    fresh: tuple[F, ...] = ()


def plan(
    base: Sequence[B],
    numbers: Sequence[int],
    edited: Sequence[E],
    fresh: Sequence[F],
    renewed: Pairs | None = None,
) -> list[Step[E, B, F]]:
    """Return what becomes of each block, in the order of the next document.

    Args:
        base: What was generated.
        numbers: The anchors of these.
        edited: What somebody made of it.
        fresh: What is generated now.
        renewed: Which of these is which of what was generated, where that is known.
    """
    renewed = align(base, fresh) if renewed is None else renewed
    paired = pair_edited(base, numbers, edited)
    steps: list[Step[E, B, F]] = []
    for place, block in enumerate(edited):
        was = tuple(base[at] for at in paired.get(place, ()))
        now = tuple(fresh[renewed[at]] for at in paired.get(place, ()) if at in renewed)
        steps.append(Step(fate=_fate(block, was, now), edited=block, was=was, fresh=now))
    return _with_new(steps, fresh, renewed)


def _fate(edited: Text, was: Sequence[Text], fresh: Sequence[Text]) -> Fate:
    if not was:
        return Fate.ADDED
    told, now = [one.words for one in was], [one.words for one in fresh]
    as_generated = told == [edited.words]
    if not now:
        return Fate.DROPPED if as_generated else Fate.EDITED
    if now in (told, [edited.words]):
        return Fate.KEPT
    return Fate.RENEWED if as_generated else Fate.EDITED


def _with_new(steps: list[Step[E, B, F]], fresh: Sequence[F], renewed: Pairs) -> list[Step[E, B, F]]:
    """Put each block that was not generated before after the one that stands before it among the generated ones."""
    known = set(renewed.values())
    places: Mapping[int, Step[E, B, F]] = {id(one): step for step in steps for one in step.fresh}
    following: dict[int, list[Step[E, B, F]]] = {}
    before: Step[E, B, F] | None = None
    for place, block in enumerate(fresh):
        if place not in known:
            following.setdefault(id(before), []).append(Step(fate=Fate.NEW, fresh=(block,)))
        else:
            before = places.get(id(block), before)
    return [*following.get(id(None), ()), *(one for step in steps for one in (step, *following.get(id(step), ())))]


def changed_numbers(was: Words, now: Words) -> Iterator[tuple[str, str]]:
    """Yield each number that changed: what it was, and what it is now; empty where there is none."""
    for tag, start, end, begin, stop in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if tag != "equal":
            old, new = (_numbers(words) for words in (was[start:end], now[begin:stop]))
            longest = max(len(old), len(new))
            filled = ([*numbers, *[""] * (longest - len(numbers))] for numbers in (old, new))
            yield from (pair for pair in zip(*filled, strict=True) if pair[0] != pair[1])


def _numbers(words: Words) -> list[str]:
    return [word.strip(_PUNCTUATION) for word in words if has_number(word)]
