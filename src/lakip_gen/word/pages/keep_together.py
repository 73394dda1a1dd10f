"""Keep together what only makes sense on one page: a total with what it sums, a merged cell, notes with their table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, cast

from lxml import etree

from lakip_gen.word.package import xml
from lakip_gen.word.package.xml import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NEEDED: Final = re.compile(rb'w:lastRow="1"|<w:vMerge|w:val="Catatan')
"""Stands in every document that has something to keep together."""
_KEEP_NEXT: Final = f"{W}keepNext"
_LOOK: Final = f"{W}tblPr/{W}tblLook"
_NOTE: Final = "Catatan"
"""What the styles of the notes under a table begin with."""
_HEAD_AND_TOTAL: Final = 2
_GROUP: Final = 5
"""A merged cell over more rows may go on over the page; it would push too much of its table before it."""
_BESIDE_TEXT: Final = 2
"""The rows of a tall merged cell that are kept with the next, so that its few lines of text stay whole."""
_CONTINUED: Final = etree.XPath(
    "w:tr[w:tc/w:tcPr/w:vMerge[not(@w:val) or @w:val='continue']]", namespaces={"w": xml.W_NS}
)
"""The rows that go on with a cell of the row above them."""


def hold(table: etree._Element) -> bool:
    """Keep the rows of a table with the next where they belong to it; return whether there are such."""
    rows = list(table.iterchildren(xml.TR))
    held = [*_above_total(table, rows), *_in_groups(table, rows), *_above_notes(table, rows)]
    for row in held:
        for paragraph in row.iter(xml.P):
            _keep_next(paragraph)
    return bool(held)


def _above_total(table: etree._Element, rows: Sequence[etree._Element]) -> Sequence[etree._Element]:
    look = table.find(_LOOK)
    if look is None or look.get(f"{W}lastRow") != "1" or len(rows) <= _HEAD_AND_TOTAL:
        return ()
    return rows[-2:-1]


def _in_groups(table: etree._Element, rows: Sequence[etree._Element]) -> Iterator[etree._Element]:
    """Yield all rows but the last of each merged cell; of one that is too tall, those that its text begins beside."""
    continued = set(cast("list[Any]", _CONTINUED(table)))
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
    rules = paragraph.find(xml.PPR)
    if rules is None:
        rules = etree.Element(xml.PPR)
        paragraph.insert(0, rules)
    for old in rules.findall(_KEEP_NEXT):
        rules.remove(old)
    rules.insert(1 if rules.find(f"{W}pStyle") is not None else 0, etree.Element(_KEEP_NEXT))
