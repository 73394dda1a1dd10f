"""What a draft that lost its base was made as, as far as its own text tells: all that differs by numbers alone.

Some programs throw away what others keep in a file. What such a draft says just as it is generated now, but for
numbers, was generated; what is like that stands where it was, and nobody knows whose words it holds; all else is
somebody's. So nothing of his is lost, and the worst that happens is a sentence of before with a comment at it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeAlias

from lakip_gen.word.carry.align import align, moved, moved_tables
from lakip_gen.word.carry.base import Base, Generated
from lakip_gen.word.carry.blocks import blocks_of
from lakip_gen.word.carry.texts import END_OF_CELL, END_OF_ROW, UNKNOWN, has_number, shape, split, with_numbers
from lakip_gen.word.package import xml

if TYPE_CHECKING:
    from lakip_gen.word.carry.texts import Block, Reader, Words

_ENOUGH: Final = 0.5
"""Where less of what is generated now stands in a document than this, it is another one."""


def guessed(edited: Reader, fresh: Reader, label: Base) -> Base | None:
    """Return what a draft without a base may have been made as; its blocks get anchors. None where it is another one.

    Args:
        edited: The draft.
        fresh: What is generated now.
        label: What the next draft shall be known by.
    """
    blocks, now = blocks_of(edited), blocks_of(fresh)
    texts, others = ([Generated(0, one.kind, _plain(one)) for one in each] for each in (blocks, now))
    pairs = align(texts, others)
    pairs |= moved(texts, others, pairs, lambda text: (text.kind, shape(text.words)))
    pairs |= moved_tables(texts, others, pairs)
    if sum(shape(texts[i].words) == shape(others[j].words) for i, j in pairs.items()) < _ENOUGH * len(now):
        return None
    made: list[tuple[int, int, Generated]] = []
    last = -1
    for place, block in enumerate(blocks):
        there = pairs.get(place)
        if there is not None:
            last = there
            made.append((there, -1, Generated(place + 1, block.kind, _made(block, now[there]))))
        elif any(map(has_number, block.words)):
            made.append((last, place, Generated(place + 1, block.kind, (*block.words, UNKNOWN))))
    known = {one.number for *_, one in made}
    edited.blocks = [
        replace(block, anchors=(number,) if number in known else ()) for number, block in enumerate(blocks, start=1)
    ]
    return replace(label, blocks=tuple(one for *_, one in sorted(made, key=lambda each: each[:2])))


def _plain(block: Block) -> Words:
    return with_numbers(block.words, block.said)


def _made(block: Block, now: Block) -> Words:
    if block.kind == now.kind == xml.TBL:
        return _made_table(block, now)
    return _either((block.words, _plain(block)), (now.words, _plain(now)))


_Two: TypeAlias = "tuple[Words, Words]"
"""Fingerprints as they are, and with the numbers in words among them."""


def _either(old: _Two, now: _Two) -> Words:
    """Return what was generated: the same but for numbers, or nobody knows."""
    return old[0] if shape(old[1]) == shape(now[1]) else (*now[0], UNKNOWN)


def _split(both: _Two, mark: str) -> list[_Two]:
    return list(zip(*(split(words, mark) for words in both), strict=True))


def _made_table(block: Block, now: Block) -> Words:
    """Return what a table was made as, cell by cell; rows that are not generated now are somebody's."""
    old, new = (_split((one.words, _plain(one)), END_OF_ROW) for one in (block, now))
    texts, others = ([Generated(0, xml.TR, plain) for _, plain in rows] for rows in (old, new))
    rows = (_made_row(old[i], new[j]) for i, j in sorted(align(texts, others).items()))
    return tuple(word for row in rows for word in (*row, END_OF_ROW))


def _made_row(old: _Two, now: _Two) -> Words:
    cells, others = _split(old, END_OF_CELL), _split(now, END_OF_CELL)
    if len(cells) != len(others):
        return _either(old, now)
    made = (_either(*pair) for pair in zip(cells, others, strict=True))
    return tuple(word for cell in made for word in (*cell, END_OF_CELL))
