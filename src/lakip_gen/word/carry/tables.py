"""A table is carried row by row and cell by cell: no cell's text is merged with another one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lakip_gen.word.carry.align import align
from lakip_gen.word.carry.base import Generated
from lakip_gen.word.carry.plan import Fate, Step, plan
from lakip_gen.word.carry.renew import renew_paragraph, rescue_comments
from lakip_gen.word.carry.texts import END_OF_CELL, END_OF_ROW, Block, split
from lakip_gen.word.package import xml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

    from lakip_gen.word.carry.graft import Graft
    from lakip_gen.word.carry.remarks import Remarks
    from lakip_gen.word.carry.texts import Reader, Words

_COLUMNS: Final = f"{xml.TBL_GRID}/{xml.GRID_COL}"


class TableMerge:
    """Carries tables of an edited document into the next one.

    Args:
        fresh: What is generated now.
        graft: Takes new rows and cells over.
        remarks: Takes what is to be said of edited cells.

    Attributes:
        added: What the rows say that came into a table.
    """

    def __init__(self, fresh: Reader, graft: Graft, remarks: Remarks) -> None:
        self.fresh, self.graft, self.remarks = fresh, graft, remarks
        self.added: list[str] = []

    def merge(self, edited: Block, was: Words, now: Block) -> bool:
        """Bring a table up to date where nobody edited it; False, and nothing is done, where the two do not fit.

        Args:
            edited: The edited table.
            was: What it said when it was generated.
            now: What is generated now.
        """
        old, new = edited.first, now.first
        rows, fresh = rows_of(edited), rows_of(now)
        base = _generated_rows(was)
        if len(old.findall(_COLUMNS)) != len(new.findall(_COLUMNS)) or not rows or not fresh:
            return False
        steps = plan(base, (), rows, fresh)
        if all(step.fate is Fate.DROPPED for step in steps if step.edited):
            return False
        self._apply(old, steps)
        return True

    def _apply(self, table: etree._Element, steps: Sequence[Step[Block, Generated, Block]]) -> None:
        last: etree._Element | None = None
        for step in steps:
            if step.edited is None:
                last = self._put(table, last, self.graft.take(step.fresh[0].first))
                self.added.append(self.fresh.text(step.fresh[0].first))
                continue
            row = step.edited.first
            if step.fate is Fate.DROPPED:
                rescue_comments([row], _paragraph_beside(row))
                xml.remove(row)
                continue
            if step.fate in {Fate.RENEWED, Fate.EDITED} and step.was:
                row = self._row(row, step)
            last = row

    def renew_row(self, row: Block, now: Block) -> None:
        """Bring a row that says what was generated up to date, in whatever table it stands."""
        was = Generated(0, xml.TR, row.words)
        self._row(row.first, Step(fate=Fate.RENEWED, edited=row, was=(was,), fresh=(now,)))

    def _put(self, table: etree._Element, last: etree._Element | None, row: etree._Element) -> etree._Element:
        if last is None:
            first = table.find(xml.TR)
            first.addprevious(row) if first is not None else table.append(row)
        else:
            last.addnext(row)
        return row

    def _row(self, row: etree._Element, step: Step[Block, Generated, Block]) -> etree._Element:
        """Bring the cells of a row up to date, and return the row that stands there now."""
        was = step.was[0].words
        now = step.fresh[0] if step.fresh else None
        old, new = row.findall(xml.TC), now.first.findall(xml.TC) if now else []
        base = split(was, END_OF_CELL)
        if now and len(old) == len(new) == len(base):
            said, fresh = (split(words, END_OF_CELL) for words in (step.edited.words if step.edited else (), now.words))
            for cell, words, other in zip(zip(old, said, strict=True), base, zip(new, fresh, strict=True), strict=True):
                self._cell(*cell, words, *other)
            return row
        if now and step.fate is Fate.RENEWED:
            taken = self.graft.take(now.first)
            row.addnext(taken)
            rescue_comments([row], next(taken.iter(xml.P), None))
            xml.remove(row)
            return taken
        self.remarks.say(row, was, now.words if now else (), self.fresh.text(now.first) if now else "")
        return row

    def _cell(self, cell: etree._Element, said: Words, was: Words, new: etree._Element, now: Words) -> None:
        if now in (said, was):
            return
        if said == was:
            self._renew(cell, new)
        else:
            self.remarks.say(cell, was, now, self.fresh.text(new))

    def _renew(self, cell: etree._Element, new: etree._Element) -> None:
        old, fresh = ([one for one in each if one.tag != xml.TC_PR] for each in (cell, new))
        if all(one.tag == xml.P for one in (*old, *fresh)) and len(old) == len(fresh):
            for paragraph, other in zip(old, fresh, strict=True):
                renew_paragraph(paragraph, other, self.graft)
            return
        taken = [self.graft.take(one) for one in fresh]
        cell.extend(taken)
        rescue_comments(old, next((one for one in taken if one.tag == xml.P), None))
        for one in old:
            cell.remove(one)


def _generated_rows(words: Words) -> list[Generated]:
    return [Generated(0, xml.TR, row) for row in split(words, END_OF_ROW)]


def table_rows(was: Words, now: Block) -> Iterator[tuple[Words, Block]]:
    """Yield what the rows of a table said when it was generated, each with the row that is generated now."""
    old, new = _generated_rows(was), rows_of(now)
    yield from ((old[i].words, new[j]) for i, j in align(old, new).items())


def rows_of(table: Block) -> list[Block]:
    """Return the rows of a table with what they say; none where they cannot be told apart."""
    rows, words = list(table.first.iterchildren(xml.TR)), split(table.words, END_OF_ROW)
    return [Block((row,), said) for row, said in zip(rows, words, strict=True)] if len(rows) == len(words) else []


def _paragraph_beside(row: etree._Element) -> etree._Element | None:
    """Return a paragraph of a row beside another one."""
    beside = row.getprevious()
    beside = beside if beside is not None and beside.tag == xml.TR else row.getnext()
    return None if beside is None else next(beside.iter(xml.P), None)
