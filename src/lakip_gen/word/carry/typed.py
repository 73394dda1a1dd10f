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
    FIELD,
    NUMBER,
    fingerprints,
    other_paragraphs,
    paragraphs_of,
    shape,
    split,
    spoken,
    with_numbers,
)
from lakip_gen.word.package import xml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lakip_gen.word.carry.base import Base
    from lakip_gen.word.carry.texts import Reader, Words


def lost_words(edited: Reader, base: Base | None, result: Reader) -> tuple[str, ...]:
    """Return the paragraphs that somebody typed and that another document does not hold, in their order.

    Args:
        edited: The edited draft.
        base: What it was made as; without it, all counts as typed: nobody knows whose the figures are.
        result: The other document.
    """
    there = Counter(fingerprints(words) for words, _ in _paragraphs(result))
    counted = frozenset() if base else {_shape(words) for words, _ in _paragraphs(result) if FIELD in words}
    generated = _generated(base) if base else frozenset()
    lost: list[str] = []
    for words, context in _paragraphs(edited):
        prints = fingerprints(words)
        if prints in generated or _shape(words) in counted:
            continue
        if there[prints]:
            there[prints] -= 1
        else:
            lost.append(spoken(context))
    return tuple(filter(None, lost))


def _shape(words: Words) -> Words:
    return shape(with_numbers(fingerprints(words), words))


def _generated(base: Base) -> frozenset[Words]:
    return base.others | {one for block in base.blocks for one in paragraphs_of(block.words)}


def _paragraphs(reader: Reader) -> Iterator[tuple[Words, Words]]:
    """Yield the paragraphs of a document that say something, each with the words by which people know it.

    Contents lists are made anew and say nothing. Figures alone, as cells hold them, are known by their row.
    """
    for block in blocks_of(reader):
        if CONTENTS not in block.words:
            for row in split(block.said, END_OF_ROW) if block.kind == xml.TBL else (block.said,):
                plain = tuple(word for word in row if word not in {END_OF_CELL, END_OF_ROW})
                for one in filter(None, split(plain, END_OF_PARAGRAPH)):
                    yield one, plain if all(map(NUMBER.search, one)) else one
    yield from ((words, words) for _, words in other_paragraphs(reader))
