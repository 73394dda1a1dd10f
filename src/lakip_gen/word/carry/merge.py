"""The next draft out of an edited one: the edited file itself, in which what still is as generated is renewed."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from lakip_gen.word.carry.align import align
from lakip_gen.word.carry.base import Base, Generated, others_of, put_base
from lakip_gen.word.carry.blocks import blocks_of, remove_anchors, set_anchors
from lakip_gen.word.carry.copies import Copies
from lakip_gen.word.carry.graft import Graft, without_unused
from lakip_gen.word.carry.lists import caption_names, list_numbers, refresh_lists
from lakip_gen.word.carry.plan import Fate, plan
from lakip_gen.word.carry.remarks import Remarks
from lakip_gen.word.carry.renew import renew_paragraph, rescue_comments
from lakip_gen.word.carry.tables import TableMerge
from lakip_gen.word.carry.texts import CONTENTS, Block, Reader, spoken
from lakip_gen.word.package import xml
from lakip_gen.word.package.unique_ids import make_unique

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml import etree

    from lakip_gen.word.carry.plan import Step

_LINK: Final = re.compile(rb'\br:[A-Za-z]+="([^"]*)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """The next draft.

    Attributes:
        parts: Its parts.
        edited: How many blocks keep somebody's words; those that somebody added among them.
        renewed: How many were brought up to date.
        new: How many are generated for the first time.
        added: What these say, and the rows that came into tables.
    """

    parts: Mapping[str, bytes]
    edited: int = 0
    renewed: int = 0
    new: int = 0
    added: tuple[str, ...] = ()


@dataclass(slots=True)
class _Numbers:
    """Which anchor each generated block has: those of before keep theirs."""

    next: int
    by_block: dict[int, int] = field(default_factory=dict)

    def of(self, block: Block) -> int:
        if id(block) not in self.by_block:
            self.by_block[id(block)] = self.next
            self.next += 1
        return self.by_block[id(block)]


def carry(edited: Reader, base: Base, fresh: Mapping[str, bytes], label: Base) -> Carried:
    """Return the next draft out of an edited one.

    Args:
        edited: The edited draft, whose tree is used up.
        base: What it was made as.
        fresh: The parts of what the template and the data come to now, with its base.
        label: What the next draft shall be known by.
    """
    return _Merge(edited, base, fresh).run(label)


class _Merge:
    """One carrying-over."""

    def __init__(self, edited: Reader, base: Base, fresh: Mapping[str, bytes]) -> None:
        self.base = base
        self.parts = dict(edited.parts)
        self.reader, self.fresh = edited, Reader(fresh)
        self.root = self.reader.root
        remove_anchors(self.fresh.root)
        self.now = blocks_of(self.fresh)
        self.renewed = align(base.blocks, self.now)
        numbers = [one.number for one in base.blocks]
        self.steps = plan(base.blocks, numbers, blocks_of(self.reader), self.now, self.renewed)
        matched = [(step.edited, one) for step in self.steps if step.edited for one in step.fresh[:1]]
        self.graft = Graft(fresh, self.parts, caption_names(matched), list_numbers(matched))
        self.remarks = Remarks(self.parts, self.reader.main)
        self.tables = TableMerge(self.fresh, self.graft, self.remarks)
        self.copies = Copies(base.blocks, self.now, self.renewed, self.tables)
        self.placed: list[tuple[Block, Block]] = []
        self.last: etree._Element | None = None

    def run(self, label: Base) -> Carried:
        """Return the next draft."""
        for step in self.steps:
            self._take(step)
        refresh_lists(self.root, self.parts, self.graft)
        numbers = self._numbers()
        set_anchors(self.root, [(block, numbers.of(now)) for block, now in self.placed])
        make_unique(self.root)
        self._write()
        made = tuple(Generated(numbers.of(one), one.kind, one.words) for one in self.now)
        base = replace(label, blocks=made, others=others_of(self.fresh), carried=True)
        fates = Counter(step.fate for step in self.steps if not is_blank(step))
        return Carried(
            parts=put_base(self.parts, base),
            edited=fates[Fate.ADDED] + sum(_is_edited(step) for step in self.steps),
            renewed=fates[Fate.RENEWED] + fates[Fate.DROPPED],
            new=fates[Fate.NEW],
            added=(*new_texts(self.steps), *self.tables.added),
        )

    def _numbers(self) -> _Numbers:
        """Return the anchors of what is generated now; a block that was deleted keeps its own too."""
        numbers = _Numbers(1 + max((one.number for one in self.base.blocks), default=0))
        for old, new in self.renewed.items():
            numbers.by_block[id(self.now[new])] = self.base.blocks[old].number
        return numbers

    def _write(self) -> None:
        self.graft.close()
        self.remarks.close()
        data = xml.serialise(self.root)
        self.parts[self.reader.main] = data
        self.parts = without_unused(self.parts, links_of(data))

    def _take(self, step: Step[Block, Generated, Block]) -> None:
        block = step.edited
        if block is None:
            block = self._put(step.fresh[0])
        elif step.fate is Fate.DROPPED:
            self._drop(block)
            return
        elif step.fate is Fate.RENEWED:
            block = self._renew(block, step)
        elif step.fate is Fate.EDITED:
            self._keep(block, step)
        elif step.fate is Fate.ADDED:
            self.copies.renew(block)
        self.placed += [(block, now) for now in step.fresh]
        self.last = block.elements[-1]

    def _put(self, fresh: Block) -> Block:
        """Put a new block after the last one."""
        taken = tuple(self.graft.take(element) for element in fresh.elements)
        for element in taken:
            if self.last is None:
                self.reader.body.insert(0, element)
            else:
                self.last.addnext(element)
            self.last = element
        return Block(taken, fresh.words)

    def _drop(self, block: Block) -> None:
        place = None if self.last is None else next(self.last.iter(xml.P), None)
        if place is None:
            following = block.elements[-1].getnext()
            place = None if following is None else next(following.iter(xml.P), None)
        rescue_comments(block.elements, place)
        _take_away(block)

    def _renew(self, block: Block, step: Step[Block, Generated, Block]) -> Block:
        now, old = step.fresh[0], block.first
        if CONTENTS in now.words and CONTENTS in block.words:
            return block
        if len(block.elements) == len(now.elements) == 1 and old.tag == now.first.tag:
            if old.tag == xml.P:
                renew_paragraph(old, now.first, self.graft)
                return block
            if old.tag == xml.TBL and self.tables.merge(block, step.was[0].words, now):
                return block
        before, self.last = self.last, block.elements[-1]
        placed = self._put(now)
        rescue_comments(block.elements, next(placed.first.iter(xml.P), None))
        _take_away(block)
        self.last = before
        return placed

    def _keep(self, block: Block, step: Step[Block, Generated, Block]) -> None:
        """Keep somebody's words; of a table those of the cells that somebody edited."""
        was = tuple(word for one in step.was for word in one.words)
        now = tuple(word for one in step.fresh for word in one.words)
        tables = len(step.was) == len(step.fresh) == 1 and block.first.tag == step.fresh[0].first.tag == xml.TBL
        if tables and self.tables.merge(block, was, step.fresh[0]):
            return
        said = self.fresh.text(*(element for one in step.fresh for element in one.elements))
        self.remarks.say(block.first, was, now, said)


def links_of(data: bytes) -> frozenset[str]:
    """Return the ids of relationships that a part names."""
    return frozenset(found.decode() for found in _LINK.findall(data))


def new_texts(steps: Sequence[Step[Block, Generated, Block]]) -> Iterator[str]:
    """Yield what the blocks say that were not generated before."""
    texts = (spoken(one.said) for step in steps if step.fate is Fate.NEW for one in step.fresh)
    yield from filter(None, texts)


def _take_away(block: Block) -> None:
    """Remove a block; a section that a program lets end in its text still ends there."""
    for element in block.elements:
        if block.kind != xml.SECT_PR and element.find(xml.SECTION_BREAK) is not None:
            for child in [child for child in element if child.tag != xml.PPR]:
                element.remove(child)
        else:
            xml.remove(element)


def _is_edited(step: Step[Block, Generated, Block]) -> bool:
    """Return whether somebody's words stand in a block that was generated."""
    return bool(step.was and step.edited and [one.words for one in step.was] != [step.edited.words])


def is_blank(step: Step[Block, Generated, Block]) -> bool:
    """Return whether a block says nothing, as the blank lines that programs put in by themselves."""
    blocks = [step.edited] if step.edited else [*step.fresh]
    return all(len(block.words) == 1 and CONTENTS not in block.words for block in blocks)
