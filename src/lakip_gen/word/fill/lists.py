"""Give a numbered list that begins anew in a loop a number of its own, under which Word counts it from its start."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from lakip_gen.word.package import xml
from lakip_gen.word.package.numbering import Numbering
from lakip_gen.word.tags.limits import LimitError

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_LISTS: Final = 10_000
"""So many lists of one document may begin anew."""


class ListMaker:
    """Numbers the lists of one document.

    Args:
        parts: The template's parts, whose lists are taken.
    """

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self.parts = parts
        self.current: dict[str, str] = {}
        self.used: set[str] = set()
        """The lists that have an item since they began."""
        self.count = 0
        """How many lists were added."""

    @cached_property
    def numbering(self) -> Numbering:
        """The lists of the template, and those that were added."""
        return Numbering(self.parts)

    @cached_property
    def first(self) -> int:
        """The highest number that a list of the template has."""
        return self.numbering.last

    def begin(self, name: str) -> str:
        """Let a list begin anew with its next item; return what that prints, nothing."""
        if name in self.used and self.numbering.counts(name):
            self.used.remove(name)
            self.count += 1
            if self.count > MOST_LISTS:
                raise LimitError("templat-daftar-terlalu-banyak", MOST_LISTS)
            self.current[name] = str(self.first + self.count)
            self.numbering.add_like(self.current[name], name)
        return ""

    def number(self, name: str) -> str:
        """Return the number of a list as its next item has to say it."""
        self.used.add(name)
        return self.current.get(name, name)

    def with_lists(self, parts: dict[str, bytes]) -> dict[str, bytes]:
        """Return the parts with the lists that were added; without any as they are."""
        return {**parts, self.numbering.name: xml.serialise(self.numbering.root)} if self.current else parts
