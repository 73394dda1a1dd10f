"""Keep together what only makes sense on one page: a total with what it sums, a merged cell, notes with their table.

Under a head that repeats no row stands alone, neither where its table begins nor where it ends on another page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from lakip_gen.word.package import xml
from lakip_gen.word.package.xml import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NEEDED: Final = re.compile(rb'w:lastRow="1"|<w:vMerge|w:val="Catatan|<w:tblHeader')
"""Stands in every document that has something to keep together."""
_KEEP_NEXT: Final = f"{W}keepNext"
_LOOK: Final = f"{W}tblPr/{W}tblLook"
_NOTE: Final = "Catatan"
"""What the styles of the notes under a table begin with."""
_HEAD_AND_TOTAL: Final = 2
_HEADS: Final = xml.finder("w:tr[w:trPr/w:tblHeader]")
_PAIR: Final = 2
"""So many rows stand together at least at the foot or at the head of a page."""
_SHORT: Final = 600
"""Letters; a row with more fills enough of a page to stand alone."""
_GROUP: Final = 5
"""A merged cell over more rows may go on over the page; it would push too much of its table before it."""
_BESIDE_TEXT: Final = 2
"""The rows of a tall merged cell that are kept with the next, so that its few lines of text stay whole."""
_CONTINUED: Final = xml.finder("w:tr[w:tc/w:tcPr/w:vMerge[not(@w:val) or @w:val='continue']]")
"""The rows that go on with a cell of the row above them."""


def hold(table: etree._Element) -> bool:
    """Keep the rows of a table with the next where they belong to it; return whether there are such."""
    rows = list(table.iterchildren(xml.TR))
    held = [
        *_above_total(table, rows),
        *_in_groups(table, rows),
        *_above_notes(table, rows),
        *_in_pairs(table, rows),
    ]
    for row in held:
        for paragraph in row.iter(xml.P):
            _keep_next(paragraph)
    return bool(held)


def _has_total(table: etree._Element) -> bool:
    look = table.find(_LOOK)
    return look is not None and look.get(f"{W}lastRow") == "1"


def _above_total(table: etree._Element, rows: Sequence[etree._Element]) -> Sequence[etree._Element]:
    return rows[-2:-1] if _has_total(table) and len(rows) > _HEAD_AND_TOTAL else ()


def _in_pairs(table: etree._Element, rows: Sequence[etree._Element]) -> Iterator[etree._Element]:
    """Yield the first row under a repeated head and the last but one, where it and the next are short."""
    heads = len(_HEADS(table))
    body = rows[heads : len(rows) - _has_total(table)]
    if not heads or len(body) < _PAIR:
        return
    for first, second in (body[:_PAIR], body[-_PAIR:]):
        if max(map(_length, (first, second))) <= _SHORT:
            yield first


def _length(row: etree._Element) -> int:
    return sum(len(carrier.text or "") for carrier in row.iter(xml.T))


def _in_groups(table: etree._Element, rows: Sequence[etree._Element]) -> Iterator[etree._Element]:
    """Yield all rows but the last of each merged cell; of one that is too tall, those that its text begins beside."""
    continued = set(_CONTINUED(table))
    group: list[etree._Element] = []
    for row in (*rows, None):
        if row not in continued:
            yield from group[:-1] if len(group) <= _GROUP else group[:_BESIDE_TEXT]
            group = []
        if row is not None:
            group.append(row)


def _above_notes(table: etree._Element, rows: Sequence[etree._Element]) -> Sequence[etree._Element]:
    after = table.getnext()
    style = None if after is None or after.tag != xml.P else after.find(xml.PARAGRAPH_STYLE)
    return rows[-1:] if style is not None and style.get(xml.VAL, "").startswith(_NOTE) else ()


def _keep_next(paragraph: etree._Element) -> None:
    rules = next(paragraph.iterchildren(xml.PPR), None)
    if rules is None:
        rules = etree.Element(xml.PPR)
        paragraph.insert(0, rules)
    for old in list(rules.iterchildren(_KEEP_NEXT)):
        rules.remove(old)
    style = next(rules.iterchildren(xml.STYLE_OF_PARAGRAPH), None)
    rules.insert(0 if style is None else 1, etree.Element(_KEEP_NEXT))
