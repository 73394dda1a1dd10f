"""Tags that say how their cell looks: its colour, how many columns it takes, and whether a loop merges it.

`{% cellbg ... %}`, `{% colspan ... %}`, `{% hm %}` and `{% vm %}` stand in the cell and print nothing there.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lxml import etree

from lakip_gen.word.package import xml
from lakip_gen.word.package.grid import cell_rule, span
from lakip_gen.word.package.xml import W
from lakip_gen.word.tags.runs import TOKEN, token
from lakip_gen.word.tags.tables import note_cells
from lakip_gen.word.tags.tag import CELL_COMMANDS, Flaw, Level, TagKind

if TYPE_CHECKING:
    import re
    from collections.abc import Collection, Iterable

    from lakip_gen.word.tags.place import Place
    from lakip_gen.word.tags.tag import Tag

_MERGE: Final = f"{W}vMerge"
_SHADE: Final = f"{W}shd"
_RULES: Final = {"cellbg": _SHADE, "colspan": xml.GRID_SPAN, "hm": xml.GRID_SPAN, "vm": _MERGE}


class CellTags:
    """Gives the tags of cells their place in the tree.

    Args:
        tags: All tags of the part by number, which get those that a merged cell needs around it.
        places: Where each tag stands.
        parents: What the token of each tag that steers hangs on.
    """

    def __init__(self, tags: dict[int, Tag], places: dict[int, Place], parents: dict[int, etree._Element]) -> None:
        self.tags = tags
        self.places = places
        self.parents = parents

    def settle(self, elements: dict[int, etree._Element]) -> Iterable[tuple[int, Flaw]]:
        """Put the tags where they work, and yield those that stand in no cell, with their numbers.

        Args:
            elements: The paragraph of each tag.
        """
        taken: dict[etree._Element, set[int]] = {}
        for number, paragraph in elements.items():
            tag = self.tags[number]
            if tag.kind is not TagKind.COMMAND or (word := tag.word) not in CELL_COMMANDS:
                continue
            cell = xml.closest(paragraph, xml.TC)
            if cell is None:
                details = (("aras", ""), ("sebutan", Level.CELL.label))
                yield number, Flaw("templat-di-luar-tabel", tag.text, details)
                continue
            taken.setdefault(paragraph, set()).add(number)
            self._settle(number, word, cell)
        for paragraph, numbers in taken.items():
            _take_out(paragraph, numbers)

    def _settle(self, number: int, word: str, cell: etree._Element) -> None:
        self.parents.pop(number, None)
        if word == "hm" and (columns := span(cell)) > 1 and self.tags[number].content.split() == [word]:
            self.tags[number] = replace(self.tags[number], content=f"colspan loop.length * {columns}")
        rule = cell_rule(cell, _RULES[word])
        if word == "cellbg":
            rule.attrib.clear()
            rule.set(xml.VAL, "clear")
            rule.set(f"{W}color", "auto")
            rule.set(f"{W}fill", token(number))
            return
        rule.set(xml.VAL, token(number))
        note_cells(cell)
        if word == "hm":
            cell.addprevious(marker := etree.Element("marker"))
            self._wrap(number, marker, cell, Level.CELL)
            xml.remove(marker)
        elif word == "vm":
            rules = cell.find(xml.TC_PR)
            self._wrap(number, rules, cell[-1], Level.PARAGRAPH)

    def _wrap(self, number: int, before: etree._Element | None, last: etree._Element, level: Level) -> None:
        """Keep what stands between two elements, the latter with it, for the first round of its loop."""
        if before is None:
            return
        first = self._add(number, "if loop.first", level, before)
        end = self._add(number, "endif", level, before)
        last.tail = token(end) + (last.tail or "")
        before.tail = token(first) + (before.tail or "")

    def _add(self, number: int, content: str, level: Level, neighbour: etree._Element) -> int:
        """Add a tag that its author did not have to write; return its number."""
        new = len(self.tags)
        self.tags[new] = replace(self.tags[number], content=content, level=level)
        self.places[new] = self.places[number]
        parent = neighbour.getparent()
        if parent is not None:
            self.parents[new] = parent
        return new


def _take_out(paragraph: etree._Element, numbers: Collection[int]) -> None:
    """Take the tokens of some tags out of a paragraph."""

    def kept(found: re.Match[str]) -> str:
        return "" if int(found[1]) in numbers else found[0]

    for element in paragraph.iter("*"):
        element.text = TOKEN.sub(kept, element.text) if element.text else element.text
        element.tail = TOKEN.sub(kept, element.tail) if element.tail else element.tail
