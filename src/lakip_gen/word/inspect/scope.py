"""The names a template knows at each of its places."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lakip_gen.word.inspect.types import Tipe


@dataclass(slots=True)
class Cakupan:
    """The names known at one place of a template, and what conditions around it tell of them."""

    tingkat: list[dict[str, Tipe]]
    """The names, those of the innermost loop last."""
    sempit: list[Mapping[str, Tipe]] = field(default_factory=list)
    """Types by dotted name that hold inside a condition only."""

    def find(self, nama: str) -> Tipe | None:
        """Return the type of a name, None when there is no such name."""
        return next((names[nama] for names in reversed(self.tingkat) if nama in names), None)

    def narrowed(self, jalur: str) -> Tipe | None:
        """Return the type of a dotted name where a condition tells more than the annotation."""
        return next((known[jalur] for known in reversed(self.sempit) if jalur in known), None)

    def assign(self, nama: str, tipe: Tipe) -> None:
        """Give a name a new meaning; what conditions told of the old one is void."""
        self.tingkat[-1][nama] = tipe
        self.sempit = [
            {jalur: isi for jalur, isi in known.items() if _first_name(jalur) != nama} for known in self.sempit
        ]

    def names(self) -> set[str]:
        """Return all names."""
        return set().union(*self.tingkat)

    @contextmanager
    def inside(self, names: dict[str, Tipe] | None = None, known: Mapping[str, Tipe] | None = None) -> Iterator[None]:
        """Add the names of a loop, or what a condition tells, for the length of a block."""
        sempit = self.sempit
        self.sempit = [*sempit, known or {}]
        self.tingkat += [names] if names is not None else []
        yield
        del self.tingkat[len(self.tingkat) - (names is not None) :]
        self.sempit = sempit


def _first_name(jalur: str) -> str:
    return jalur.partition(".")[0].partition("[")[0]
