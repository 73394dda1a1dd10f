"""The lists of a document: their numbers, how they count, and one like another that counts from its start."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Final

from lxml import etree

from lakip_gen.word.package import opc, xml
from lakip_gen.word.package.xml import W

if TYPE_CHECKING:
    from collections.abc import Mapping

NUM: Final = f"{W}num"
NUM_ID: Final = f"{W}numId"
ABSTRACT: Final = f"{W}abstractNum"
ABSTRACT_ID: Final = f"{W}abstractNumId"
LIST_RULES: Final = f"{W}numPr"
_LEVEL: Final = f"{W}lvl"
_LEVEL_NUMBER: Final = f"{W}ilvl"
_FORMAT: Final = f"{W}numFmt"
_OVERRIDE: Final = f"{W}lvlOverride"
_START_AGAIN: Final = f"{W}startOverride"
_UNCOUNTED: Final = frozenset({"bullet", "none"})


class Numbering:
    """The part with the lists of a document; empty where it has none.

    Args:
        parts: The document's parts.
    """

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self.name = opc.target_of(parts, xml.main_part(parts), "numbering")
        self.root = xml.parse(parts[self.name]) if self.name else etree.Element(f"{W}numbering")
        self._lists = {one.get(NUM_ID, ""): one for one in self.root.iterchildren(NUM)}
        self._end = list(self._lists.values())[-1] if self._lists else self.root
        self._definitions = {one.get(ABSTRACT_ID, ""): one for one in self.root.iterchildren(ABSTRACT)}

    @property
    def names(self) -> tuple[str, ...]:
        """The numbers of all lists."""
        return tuple(self._lists)

    @property
    def last(self) -> int:
        """The highest number of a list, 0 without any."""
        return max(map(xml.whole, self._lists), default=0)

    def counts(self, name: str) -> bool:
        """Return whether the items of a list are counted, and not only marked."""
        levels = self._levels(name)
        formats = {xml.value(level.find(_FORMAT)) for level in levels}
        return name in self._lists and (not levels or bool(formats - _UNCOUNTED))

    def add_like(self, number: str, name: str) -> None:
        """Add a list that looks like another and counts from its start."""
        new = deepcopy(self._lists[name])
        new.set(NUM_ID, number)
        for level in self._levels(name):
            depth = level.get(_LEVEL_NUMBER, "")
            rule = next((one for one in new.iterchildren(_OVERRIDE) if one.get(_LEVEL_NUMBER) == depth), None)
            if rule is None:
                rule = etree.SubElement(new, _OVERRIDE)
                rule.set(_LEVEL_NUMBER, depth)
            if rule.find(_START_AGAIN) is None:
                start = etree.Element(_START_AGAIN)
                start.set(xml.VAL, xml.value(level.find(f"{W}start")) or "0")
                rule.insert(0, start)
        self._end.addnext(new)
        self._end = self._lists[number] = new

    def _levels(self, name: str) -> list[etree._Element]:
        """Return what a list says of its levels, by its definition."""
        reference = None if name not in self._lists else self._lists[name].find(ABSTRACT_ID)
        definition = self._definitions.get(xml.value(reference))
        return [] if definition is None else list(definition.iterchildren(_LEVEL))
