"""Which of a sequence of texts is which of another one: equal ones first, then equal but for numbers, then alike."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

from lakip_gen.word.carry.texts import MARKS, NUMBER, masked
from lakip_gen.word.package import xml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lakip_gen.word.carry.texts import Words

Pairs: TypeAlias = dict[int, int]
_Counts: TypeAlias = "tuple[Counter[str], Counter[str]]"
"""How often a text says each word, with its numbers masked and as they are."""
ALIKE: Final = 0.5
"""So much of their words two texts share to be taken for one and the same."""
_FINER: Final = 100
"""So much less weighs what their numbers share."""
_MOST_PAIRS: Final = 40_000
"""More texts than these are not compared with each other one by one."""


class Text(Protocol):
    """A text with its kind."""

    @property
    def kind(self) -> str:
        """What holds it."""

    @property
    def words(self) -> Words:
        """The fingerprints of what it says."""


def align(one: Sequence[Text], other: Sequence[Text]) -> Pairs:
    """Return by place in one sequence the place of the same text in another; the order is kept."""
    return dict(_pairs(one, other, (_exact, _named, _shape)))


def _exact(text: Text) -> object:
    return text.kind, text.words


def _named(text: Text) -> object:
    """Return what a text says but for its numbers after the first one, which often is a kode: I1 is never I2."""
    first = next((place for place, word in enumerate(text.words, start=1) if NUMBER.search(word)), 0)
    return text.kind, text.words[:first], masked(text.words[first:])


def _shape(text: Text) -> object:
    return text.kind, masked(text.words)


def _pairs(
    one: Sequence[Text], other: Sequence[Text], keys: Sequence[Callable[[Text], object]]
) -> Iterator[tuple[int, int]]:
    """Yield the pairs by the first key, and by the others between them."""
    if not one or not other:
        return
    if not keys:
        yield from _alike(one, other)
        return
    key, *further = keys
    matcher = SequenceMatcher(None, [key(text) for text in one], [key(text) for text in other], autojunk=False)
    start, begin = 0, 0
    for place, there, size in matcher.get_matching_blocks():
        for i, j in _pairs(one[start:place], other[begin:there], further):
            yield start + i, begin + j
        yield from ((place + step, there + step) for step in range(size))
        start, begin = place + size, there + size


def _alike(one: Sequence[Text], other: Sequence[Text]) -> Iterator[tuple[int, int]]:
    """Yield the pairs, in order, that share most of their words."""
    if len(one) * len(other) > _MOST_PAIRS:
        return
    counts, others = ([_counted(text) for text in texts] for texts in (one, other))
    best = [[0.0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i in range(len(one) - 1, -1, -1):
        for j in range(len(other) - 1, -1, -1):
            score = _likeness(counts[i], others[j]) if one[i].kind == other[j].kind else 0.0
            paired = score + best[i + 1][j + 1] if score >= ALIKE else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < len(one) and j < len(other):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            yield i, j
            i, j = i + 1, j + 1


def _counted(text: Text) -> _Counts:
    return Counter(_said(text)), Counter(text.words)


def _said(text: Text) -> Words:
    return tuple(word for word in masked(text.words) if word not in MARKS)


def _likeness(one: _Counts, other: _Counts) -> float:
    """Return how much two texts share; of equals the one with the same numbers comes first."""
    shared = _shared(one[0], other[0])
    return shared + _shared(one[1], other[1]) / _FINER if shared >= ALIKE else 0.0


def _shared(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


def pair_edited(base: Sequence[Text], numbers: Sequence[int], edited: Sequence[Anchored]) -> dict[int, tuple[int, ...]]:
    """Return by place in an edited sequence the places of the generated texts that stand there.

    Anchors say so first, but a text that stands unchanged beside the anchor is believed before it.

    Args:
        base: What was generated.
        numbers: The anchors of these.
        edited: What stands there now.
    """
    found = _by_anchors(base, {number: place for place, number in enumerate(numbers)}, edited)
    taken = {place for places in found.values() for place in places}
    rest = [place for place in range(len(base)) if place not in taken]
    free = [place for place in range(len(edited)) if place not in found]
    texts, others = [base[place] for place in rest], [edited[place] for place in free]
    pairs = align(texts, others)
    pairs |= moved(texts, others, pairs, _exact)
    for i, j in (pairs | moved_tables(texts, others, pairs)).items():
        found[free[j]] = (rest[i],)
    return found


def moved(one: Sequence[Text], other: Sequence[Text], pairs: Pairs, key: Callable[[Text], object]) -> Pairs:
    """Return the pairs of texts that stand in another order: those that have the same key and say something."""
    taken = {*pairs.values()}
    free: dict[object, list[int]] = {}
    for place, text in enumerate(other):
        if place not in taken and not MARKS.issuperset(text.words):
            free.setdefault(key(text), []).append(place)
    places = ((place, free.get(key(text))) for place, text in enumerate(one) if place not in pairs)
    return {place: found.pop(0) for place, found in places if found}


def moved_tables(one: Sequence[Text], other: Sequence[Text], pairs: Pairs) -> Pairs:
    """Return the pairs of tables that stand in another order and were edited too: the most alike first."""
    taken = {*pairs.values()}
    left = [(place, _counted(text)) for place, text in enumerate(one) if text.kind == xml.TBL and place not in pairs]
    free = [(place, _counted(text)) for place, text in enumerate(other) if text.kind == xml.TBL and place not in taken]
    if len(left) * len(free) > _MOST_PAIRS:
        return {}
    scores = ((_likeness(old, new), i, j) for i, old in left for j, new in free)
    found: Pairs = {}
    for score, i, j in sorted(scores, key=lambda each: -each[0]):
        if score >= ALIKE and i not in found and j not in found.values():
            found[i] = j
    return found


class Anchored(Text, Protocol):
    """A text in which anchors may stand."""

    @property
    def anchors(self) -> tuple[int, ...]:
        """The numbers of the generated texts whose anchors stand in it."""


def _by_anchors(base: Sequence[Text], places: dict[int, int], edited: Sequence[Anchored]) -> dict[int, tuple[int, ...]]:
    found: dict[int, tuple[int, ...]] = {}
    claims = {at: [places[number] for number in text.anchors if number in places] for at, text in enumerate(edited)}
    same = {(at, place) for at, known in claims.items() for place in known if edited[at].words == base[place].words}
    settled = {place for _, place in same}
    for at, known in claims.items():
        equal = [place for place in known if (at, place) in same and place not in _taken(found)]
        if equal:
            found[at] = (equal[0],)
    for at, known in claims.items():
        others = [place for place in known if place not in settled and place not in _taken(found) and at not in found]
        for place in list(others):
            beside = next((n for n in (at + 1, at - 1) if _stands(edited, n, base[place]) and n not in found), None)
            if beside is not None:
                found[beside] = (place,)
                others.remove(place)
        said = [place for place in others if not MARKS.issuperset(base[place].words)] or others[:1]
        if said:
            found[at] = tuple(said)
    return found


def _taken(found: dict[int, tuple[int, ...]]) -> set[int]:
    return {place for places in found.values() for place in places}


def _stands(edited: Sequence[Anchored], at: int, text: Text) -> bool:
    return 0 <= at < len(edited) and not edited[at].anchors and edited[at].words == text.words
