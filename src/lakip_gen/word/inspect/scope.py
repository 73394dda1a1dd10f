"""The names a template knows at each of its places."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lakip_gen.word.inspect.types import ValueType


@dataclass(slots=True)
class Scope:
    """The names known at one place of a template, and what conditions around it tell of them."""

    frames: list[dict[str, ValueType]]
    """The names, those of the innermost loop last."""
    narrow: list[Mapping[str, ValueType]] = field(default_factory=list)
    """Types by dotted name that hold inside a condition only."""

    def find(self, name: str) -> ValueType | None:
        """Return the type of a name, None when there is no such name."""
        return next((names[name] for names in reversed(self.frames) if name in names), None)

    def is_outer(self, name: str) -> bool:
        """Return whether a name is known outside the innermost loop too, where it keeps the meaning it has there."""
        return any(name in names for names in self.frames[:-1])

    def narrowed(self, path: str) -> ValueType | None:
        """Return the type of a dotted name where a condition tells more than the annotation."""
        return next((known[path] for known in reversed(self.narrow) if path in known), None)

    def assign(self, name: str, value_type: ValueType) -> None:
        """Give a name a new meaning; what conditions told of the old one is void."""
        self.frames[-1][name] = value_type
        self.narrow = [
            {path: found for path, found in known.items() if _first_name(path) != name} for known in self.narrow
        ]

    def names(self) -> set[str]:
        """Return all names."""
        return set().union(*self.frames)

    @contextmanager
    def inside(
        self, names: dict[str, ValueType] | None = None, known: Mapping[str, ValueType] | None = None
    ) -> Iterator[None]:
        """Add the names of a loop, or what a condition tells, for the length of a block."""
        narrow = self.narrow
        self.narrow = [*narrow, known or {}]
        self.frames += [names] if names is not None else []
        yield
        del self.frames[len(self.frames) - (names is not None) :]
        self.narrow = narrow


def _first_name(path: str) -> str:
    return path.partition(".")[0].partition("[")[0]
