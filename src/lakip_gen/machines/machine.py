"""What a machine does with work: each item once, whatever becomes of the others."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import Final, Generic, Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
LOST: Final = "Hasilnya tidak sampai ke komputer ini. Jalankan lagi."
"""Said where work went wrong outside of what was asked to be done."""


class UnreachableError(Exception):
    """Why a machine can do no work at all, as an Indonesian sentence."""


@dataclass(frozen=True, slots=True)
class Failed:
    """Work that has no result: the process that did it is gone, or it could not be sent there and back.

    Attributes:
        reason: Why, as an Indonesian sentence.
    """

    reason: str


@dataclass(frozen=True, slots=True)
class Done(Generic[Item, Result]):
    """One item with what became of it."""

    item: Item
    result: Result | Failed


class Machine(Protocol):
    """Does the same work on many items."""

    def run(self, work: Callable[[Item], Result], items: Sequence[Item]) -> Generator[Done[Item, Result]]:
        """Yield each item with its result as soon as it is there, in whatever order they end.

        Args:
            work: A function that another process can import; what it raises is `Failed`.
            items: What it is done on.

        Raises:
            UnreachableError: When the machine can do no work at all.
        """
        ...
