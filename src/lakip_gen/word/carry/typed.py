"""What somebody typed into a draft, and what of it a next draft does not hold."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from lakip_gen.word.carry.blocks import blocks_of
from lakip_gen.word.carry.texts import (
    CONTENTS,
    END_OF_CELL,
    END_OF_PARAGRAPH,
    END_OF_ROW,
    fingerprints,
    other_paragraphs,
    paragraphs_of,
    shape,
    split,
    spoken,
    with_numbers,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lakip_gen.word.carry.base import Base
    from lakip_gen.word.carry.texts import Reader, Words


def lost_words(edited: Reader, base: Base | None, result: Reader) -> tuple[str, ...]:
    """Return the paragraphs that somebody typed and that another document does not hold, in their order.

    Args:
        edited: The edited draft.
        base: What it was made as; without it, all counts as typed that differs by more than numbers.
        result: The other document.
    """
    there = Counter(fingerprints(words) for words in _paragraphs(result))
    shapes = frozenset() if base else {_shape(words) for words in _paragraphs(result)}
    generated = _generated(base) if base else frozenset()
    lost: list[str] = []
    for words in _paragraphs(edited):
        prints = fingerprints(words)
        if prints in generated or _shape(words) in shapes:
            continue
        if there[prints]:
            there[prints] -= 1
        else:
            lost.append(spoken(words))
    return tuple(filter(None, lost))


def _shape(words: Words) -> Words:
    return shape(with_numbers(fingerprints(words), words))


def _generated(base: Base) -> frozenset[Words]:
    return base.others | {one for block in base.blocks for one in paragraphs_of(block.words)}


def _paragraphs(reader: Reader) -> Iterator[Words]:
    """Yield the paragraphs of a document that say something; contents lists are made anew and say nothing."""
    for block in blocks_of(reader):
        if CONTENTS not in block.words:
            plain = tuple(word for word in block.said if word not in {END_OF_CELL, END_OF_ROW})
            yield from (one for one in split(plain, END_OF_PARAGRAPH) if one)
    yield from (words for _, words in other_paragraphs(reader))
