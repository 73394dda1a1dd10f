"""What somebody copied out of a draft, or split off a table, says what was generated: it is brought up to date too."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from lakip_gen.word.carry.renew import renew_paragraph
from lakip_gen.word.carry.tables import rows_of, table_rows
from lakip_gen.word.carry.texts import CONTENTS, has_number
from lakip_gen.word.package import xml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lakip_gen.word.carry.align import Pairs
    from lakip_gen.word.carry.base import Generated
    from lakip_gen.word.carry.tables import TableMerge
    from lakip_gen.word.carry.texts import Block, Words

_FEWEST: Final = 4
"""A text of fewer words may be anybody's."""


class Copies:
    """Knows what was generated word for word, wherever it stands.

    Args:
        base: What was generated.
        now: What is generated now.
        renewed: Which of these is which.
        tables: Brings rows up to date.
    """

    def __init__(self, base: Sequence[Generated], now: Sequence[Block], renewed: Pairs, tables: TableMerge) -> None:
        self.pairs = [(base[place], now[there]) for place, there in renewed.items()]
        self.tables = tables

    def renew(self, block: Block) -> None:
        """Bring a block that somebody added up to date where it says what was generated."""
        if block.kind == xml.P and block.words in self._paragraphs:
            renew_paragraph(block.first, self._paragraphs[block.words].first, self.tables.graft)
        elif block.kind == xml.TBL and any(map(has_number, block.words)):
            for row in rows_of(block):
                if row.words in self._rows:
                    self.tables.renew_row(row, self._rows[row.words])

    @cached_property
    def _paragraphs(self) -> dict[Words, Block]:
        return {
            made.words: now
            for made, now in self.pairs
            if made.kind == now.kind == xml.P and CONTENTS not in now.words and _changed(made.words, now.words)
        }

    @cached_property
    def _rows(self) -> dict[Words, Block]:
        tables = ((made, now) for made, now in self.pairs if made.kind == now.kind == xml.TBL)
        return {words: row for made, now in tables for words, row in _changed_rows(made, now)}


def _changed_rows(made: Generated, now: Block) -> Iterator[tuple[Words, Block]]:
    for old, row in table_rows(made.words, now):
        if _changed(old, row.words):
            yield old, row


def _changed(was: Words, now: Words) -> bool:
    return was != now and len(was) > _FEWEST and any(map(has_number, was))
