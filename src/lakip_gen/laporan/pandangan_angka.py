"""A figure as the views hold it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Angka:
    """A figure that prints itself: the number in Indonesian form, or why there is none."""

    teks: str
    nilai: Decimal | None = None
    tanda: str = ""
    """What stands behind it in brackets: that it is provisional; empty for a final one"""

    def __str__(self) -> str:
        return f"{self.teks} ({self.tanda})" if self.tanda else self.teks

    @property
    def persen(self) -> str:
        """The figure as a percentage within a sentence."""
        return f"{self.teks}% ({self.tanda})" if self.tanda else f"{self.teks}%"

    @property
    def dalam_kurung(self) -> str:
        """The figure as a percentage within brackets, where its mark stands behind a comma."""
        return f"{self.teks}%, {self.tanda}" if self.tanda else f"{self.teks}%"

    def __bool__(self) -> bool:
        return self.ada

    @property
    def ada(self) -> bool:
        """Whether there is a number."""
        return self.nilai is not None
