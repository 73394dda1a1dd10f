"""Put right in a rendered part what loops and conditions leave against the rules of Word.

Word does not open a table without rows or a cell without a paragraph, and ids that loops repeat have to
differ.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from lakip_gen.word.package import xml
from lakip_gen.word.package.unique_ids import make_unique
from lakip_gen.word.tags.tables import fit_grids, part_tables
from lakip_gen.word.tags.tag import Level

if TYPE_CHECKING:
    from collections.abc import Collection

_HOLDERS: Final = (xml.TC, xml.TEXT_BOX, xml.FOOTNOTE, xml.ENDNOTE, xml.COMMENT)
_NEEDED: Final = {xml.SDT_CONTENT: ("*",), xml.TR: (xml.TC, xml.SDT), xml.TBL: (xml.TR, xml.SDT)}
"""What has to have a child, and of which kinds."""
_BLOCKS: Final = (xml.P, xml.SDT)


def tidy(root: etree._Element, levels: Collection[Level]) -> bool:
    """Mend a rendered part in place; return whether anything was changed.

    Args:
        root: The part.
        levels: What the part's tags take the place of; nothing else can be amiss.
    """
    changed = fit_grids(root) | part_tables(root)
    if set(levels) - {Level.TEXT}:
        while _drop_empty(root):
            changed = True
    if changed or set(levels) - {Level.TEXT, Level.ROW, Level.CELL}:
        changed |= _fill_holders(root)
    return changed | make_unique(root)


def _drop_empty(root: etree._Element) -> bool:
    """Take out content controls without content, rows without cells and tables without rows.

    What is taken out may leave empty what it stood in, so this is to be done again until nothing is found.
    """
    empty = [
        element for element in root.iter(*_NEEDED) if next(element.iterchildren(*_NEEDED[element.tag]), None) is None
    ]
    for element in empty:
        whole = element.getparent() if element.tag == xml.SDT_CONTENT else element
        if whole is not None:
            xml.remove(whole)
    return bool(empty)


def _fill_holders(root: etree._Element) -> bool:
    """Give each cell and text box the paragraph it has to end with."""
    holders = [element for element in (root, *root.iter(*_HOLDERS)) if _lacks_paragraph(element)]
    for element in holders:
        etree.SubElement(element, xml.P)
    return bool(holders)


def _lacks_paragraph(element: etree._Element) -> bool:
    if element.tag not in _HOLDERS and element.tag not in xml.MARGINS:
        return False
    last = next(element.iterchildren("*", reversed=True), None)
    return last is None or last.tag not in _BLOCKS
