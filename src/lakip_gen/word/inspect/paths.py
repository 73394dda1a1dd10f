"""The ways to a name: where in the views a planner finds what a tag asks for in the wrong place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeGuard

from lakip_gen.word.inspect.types import NOTHING, ListOf, Method, members, options
from lakip_gen.word.tags.expression import closest, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lakip_gen.word.inspect.types import ValueType

_LIST: Final = "daftar_"
_MEMBER: Final = "baris"
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
    found = [way for name, value_type in names.items() for way in _below(name, value_type, (), (), frozenset(names))]
    return sorted(found, key=lambda way: (len(way.loops), way.path.count(".")))


def _below(
    path: str, value_type: ValueType, loops: tuple[str, ...], passed: tuple[ValueType, ...], taken: frozenset[str]
) -> Iterator[Way]:
    if len(passed) == MOST_STEPS:
        return
    for one in options(value_type):
        if isinstance(one, ListOf):
            name = _member_name(path, taken)
            inner = (*loops, f"{name} in {path}")
            yield Way(name, inner)
            yield from _below(name, one.member, inner, (*passed, one), taken | {name})
        elif _is_view(one) and one not in passed:
            for name, member in members(one).items():
                if not isinstance(member, Method):
                    yield Way(f"{path}.{name}", loops)
                    yield from _below(f"{path}.{name}", member, loops, (*passed, one), taken)


def _is_view(value_type: ValueType) -> TypeGuard[type]:
    return isinstance(value_type, type) and value_type is not NOTHING and hasattr(value_type, "__dataclass_fields__")


def _member_name(path: str, taken: frozenset[str]) -> str:
    name = path.rpartition(".")[2]
    one = name.removeprefix(_LIST)
    return one if one != name and one not in taken else _MEMBER


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
