"""The next draft out of another template: the new document, into which what somebody made of the old one is put."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lakip_gen.word.carry.base import Base, others_of, put_base
from lakip_gen.word.carry.blocks import blocks_of, remove_anchors, set_anchors
from lakip_gen.word.carry.graft import Graft, without_unused
from lakip_gen.word.carry.lists import refresh_lists
from lakip_gen.word.carry.merge import Carried, is_blank, links_of, new_texts
from lakip_gen.word.carry.plan import Fate, plan
from lakip_gen.word.carry.remarks import Remarks
from lakip_gen.word.carry.tables import TableMerge
from lakip_gen.word.carry.texts import CONTENTS, Block, Reader
from lakip_gen.word.package import xml
from lakip_gen.word.package.comment_part import mark
from lakip_gen.word.package.unique_ids import make_unique

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

    from lakip_gen.word.carry.base import Generated
    from lakip_gen.word.carry.plan import Step


def transplant(edited: Reader, base: Base, fresh: Mapping[str, bytes], label: Base) -> Carried:
    """Return the next draft out of a new template, with the blocks that somebody edited, added or deleted.

    Args:
        edited: The edited draft.
        base: What it was made as.
        fresh: The parts of what the template and the data come to now, with its base.
        label: What the next draft shall be known by.
    """
    return _Transplant(edited, base, fresh).run(label)


class _Transplant:
    """One carrying-over into a new document."""

    def __init__(self, edited: Reader, base: Base, fresh: Mapping[str, bytes]) -> None:
        self.base = base
        self.parts = dict(fresh)
        self.old, self.new = edited, Reader(fresh)
        remove_anchors(self.new.root)
        self.now = blocks_of(self.new)
        self.others = others_of(self.new)
        self.steps = plan(base.blocks, [one.number for one in base.blocks], blocks_of(self.old), self.now)
        self.remarks = Remarks(self.parts, self.new.main)
        self.graft = Graft(edited.parts, self.parts, comments=self.remarks.comments)
        self.tables = TableMerge(self.new, Graft(fresh, self.parts), self.remarks)
        self.last: etree._Element | None = None

    def run(self, label: Base) -> Carried:
        """Return the next draft."""
        there = {id(block): block.first for block in self.now}
        edited = 0
        for step in self.steps:
            if step.edited is None:
                self.last = step.fresh[0].elements[-1]
            elif _is_somebodys(step):
                edited += not is_blank(step)
                self._put(step, there)
            elif step.fresh:
                self._comment(step.edited, step.fresh[0])
                self.last = step.fresh[-1].elements[-1]
        self._delete(there)
        return self._finished(label, there, edited)

    def _finished(self, label: Base, there: Mapping[int, etree._Element], edited: int) -> Carried:
        refresh_lists(self.new.root, self.parts, self.graft)
        numbers = {one.number: block for one, block in zip(label.blocks, self.now, strict=True)}
        placed = [(Block((there[id(block)],), ()), number) for number, block in numbers.items() if id(block) in there]
        set_anchors(self.new.root, placed)
        make_unique(self.new.root)
        self.graft.close()
        self.remarks.is_used |= bool(self.graft.brought)
        self.remarks.close()
        data = xml.serialise(self.new.root)
        parts = without_unused({**self.parts, self.new.main: data}, links_of(data))
        base = replace(label, others=self.others, carried=True)
        added = (*new_texts(self.steps), *self.tables.added)
        return Carried(parts=put_base(parts, base), edited=edited, renewed=len(self.now), added=added)

    def _put(self, step: Step[Block, Generated, Block], there: dict[int, etree._Element]) -> None:
        """Put somebody's block in the place of a generated one, or after what it stood after."""
        block = step.edited
        if block is None or CONTENTS in block.words or block.kind == xml.SECT_PR:
            return
        taken = [self.graft.take(element) for element in block.elements]
        place = step.fresh[0].elements[0] if step.fresh else None
        for element in taken:
            if place is not None:
                place.addprevious(element)
            elif self.last is None:
                self.new.body.insert(0, element)
            else:
                self.last.addnext(element)
            self.last = element
        if step.fate is Fate.EDITED:
            self._renew(step, replace(block, elements=tuple(taken)))
        for one in step.fresh:
            there[id(one)] = taken[0]
            for element in one.elements:
                xml.remove(element)

    def _renew(self, step: Step[Block, Generated, Block], taken: Block) -> None:
        """Bring the cells of a table up to date that nobody edited; of all else say what changed beneath it."""
        was, now = (tuple(word for one in each for word in one.words) for each in (step.was, step.fresh))
        tables = len(step.was) == len(step.fresh) == 1 and taken.kind == step.fresh[0].kind == xml.TBL
        if not (tables and self.tables.merge(taken, was, step.fresh[0])):
            said = self.new.text(*(element for one in step.fresh for element in one.elements))
            self.remarks.say(taken.first, was, now, said)

    def _comment(self, block: Block, now: Block) -> None:
        """Let comments at a block that nobody edited stand at the same block of the new document."""
        paragraph = next(now.first.iter(xml.P), None)
        marks = (one for element in block.elements for one in element.iter(xml.COMMENT_MARKS[-1]))
        for number in [one.get(xml.ID, "") for one in marks]:
            if paragraph is not None and number in self.graft.said:
                mark(paragraph, paragraph, self.graft.comment(number))

    def _delete(self, there: dict[int, etree._Element]) -> None:
        """Take out what somebody deleted: what was generated before and stands in the edited draft no more."""
        kept = {id(one) for step in self.steps for one in step.fresh}
        for block in self.now:
            if id(block) not in kept and block.kind != xml.SECT_PR and CONTENTS not in block.words:
                del there[id(block)]
                for element in block.elements:
                    xml.remove(element)


def _is_somebodys(step: Step[Block, Generated, Block]) -> bool:
    """Return whether a block is somebody's own, or keeps his words."""
    if step.edited is None or step.fate is Fate.ADDED:
        return step.edited is not None and not is_blank(step)
    return [one.words for one in step.was] != [step.edited.words]
