"""The lists of a document: their numbers, how they count, and one like another that counts from its start."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Final, NamedTuple

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
_TEXT: Final = f"{W}lvlText"
_OVERRIDE: Final = f"{W}lvlOverride"
_START_AGAIN: Final = f"{W}startOverride"
_UNCOUNTED: Final = frozenset({"bullet", "none"})


class Level(NamedTuple):
    """How a list counts at one level: its first number, its form, and what is printed, `%1` the number of level 1."""

    start: int
    form: str
    text: str

    @property
    def counts(self) -> bool:
        """Whether there is a number, and no mark."""
        return self.form not in _UNCOUNTED


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
        return name in self._lists and (not levels or any(_read(level).counts for level in levels.values()))

    def definition(self, name: str) -> str:
        """Return which definition a list has: lists of one definition count on together."""
        return xml.value(self._lists[name].find(ABSTRACT_ID))

    def level(self, name: str, depth: int) -> Level:
        """Return how a list counts at one of its levels, 0 the highest."""
        return _read(self._levels(name).get(depth))

    def level_of_style(self, name: str, style_id: str) -> int:
        """Return the level of a list that belongs to a style of paragraphs, the highest where none does."""
        levels = self._levels(name).items()
        return next((depth for depth, level in levels if style_id == xml.value(level.find(f"{W}pStyle"))), 0)

    def starts_again(self, name: str) -> dict[int, int]:
        """Return the number with which each level of a list begins anew, where it does."""
        rules = ((rule, rule.find(_START_AGAIN)) for rule in self._lists[name].iterchildren(_OVERRIDE))
        return {xml.number(rule, "ilvl", 0): xml.number(start, "val", 1) for rule, start in rules if start is not None}

    def add_like(self, number: str, name: str) -> None:
        """Add a list that looks like another and counts from its start."""
        new = deepcopy(self._lists[name])
        new.set(NUM_ID, number)
        known = {xml.number(rule, "ilvl", 0): rule for rule in new.iterchildren(_OVERRIDE)}
        for depth, level in self._levels(name).items():
            rule = known.get(depth)
            if rule is None:
                rule = etree.SubElement(new, _OVERRIDE)
                rule.set(_LEVEL_NUMBER, str(depth))
            if rule.find(_START_AGAIN) is None:
                start = etree.Element(_START_AGAIN)
                start.set(xml.VAL, str(_read(level).start))
                rule.insert(0, start)
        self._end.addnext(new)
        self._end = self._lists[number] = new

    def _levels(self, name: str) -> dict[int, etree._Element]:
        """Return what a list says of its levels, by itself or else by its definition."""
        own = self._lists.get(name)
        definition = None if own is None else self._definitions.get(self.definition(name))
        if own is None or definition is None:
            return {}
        changed = (rule.find(_LEVEL) for rule in own.iterchildren(_OVERRIDE))
        levels = (*definition.iterchildren(_LEVEL), *(level for level in changed if level is not None))
        return {xml.number(level, "ilvl", 0): level for level in levels}


def _read(level: etree._Element | None) -> Level:
    if level is None:
        return Level(1, "decimal", "")
    start = xml.number(level.find(f"{W}start"), "val", 0)
    return Level(start, xml.value(level.find(_FORMAT)) or "decimal", xml.value(level.find(_TEXT)))
