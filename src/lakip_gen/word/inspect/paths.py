"""The ways to a name: where in the views a planner finds what a tag asks for in the wrong place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lakip_gen.laporan.telusur import Daftar, adalah_pandangan, telusuri
from lakip_gen.word.inspect.types import ListOf, Method, members, options
from lakip_gen.word.tags.expression import closest, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lakip_gen.laporan.telusur import Tempat, Terbuka
    from lakip_gen.word.inspect.types import ValueType

MOST_STEPS: Final = 4
"""How many steps a way has at most, loops included."""
_FEW: Final = 3


@dataclass(frozen=True, slots=True)
class Way:
    """A way to a name: the dotted name, and the loops it has to stand in, the outermost first."""

    path: str
    loops: tuple[str, ...]

    @property
    def name(self) -> str:
        """The last name of the way."""
        return self.path.rpartition(".")[2]

    def __str__(self) -> str:
        return f"{self.path} di dalam {self.loop_tags}" if self.loops else self.path

    @property
    def loop_tags(self) -> str:
        """The tags that open its loops."""
        return " ".join(f"{{% for {one} %}}" for one in self.loops)


def ways(names: Mapping[str, ValueType]) -> list[Way]:
    """Return the ways to all there is below some names, those with the fewest loops first.

    A member of a list is called by the list's own word, as in the list of variables.
    """
    found = [Way(place.jalur, place.daftar_putaran) for place in telusuri(names, _open) if place.jejak]
    return sorted(found, key=lambda way: (len(way.loops), way.path.count(".")))


def _open(place: Tempat[ValueType]) -> Iterator[Terbuka[ValueType]]:
    """Yield what lies below a place as far as a way may lead; a view does not lead to itself again."""
    if len(place.jejak) == MOST_STEPS:
        return
    passed = {one for above in place.jejak for one in options(above.isi)}
    for one in options(place.isi):
        if isinstance(one, ListOf):
            yield Daftar(one.member)
        elif adalah_pandangan(one) and one not in passed:
            yield {name: member for name, member in members(one).items() if not isinstance(member, Method)}


def loops_of(name: str, names: Mapping[str, ValueType]) -> str:
    """Return the tags of the loops in which a name is known; empty when there are none."""
    return next((way.loop_tags for way in ways(names) if way.path == name), "")


def advice(name: str, names: Mapping[str, ValueType], known: Mapping[str, str]) -> str:
    """Return what the planner may have meant by a name.

    Args:
        name: The wrong name.
        names: The names below which a way may lead.
        known: The names that could stand in the same place, each with how it is to be written.
    """
    found = ways(names)
    if exact := _few(name, found):
        return exact
    similar = closest(name, {*known, *(way.name for way in found)})
    if similar and similar not in known:
        return _few(similar, found)
    return ", ".join(known[one] for one in nearest(name, known).split(", ") if one in known) or "(tidak ada)"


def _few(name: str, found: list[Way]) -> str:
    """Return the first ways to a name, for a message."""
    return "; ".join([str(way) for way in found if way.name == name][:_FEW])
