"""How much a template may cost, and what is raised where it would cost more or has nothing to print."""

from __future__ import annotations

import time
from typing import Final

from jinja2.exceptions import SecurityError, TemplateRuntimeError

LONGEST_TEXT: Final = 100_000
"""The longest text an operation may make, in characters."""
LARGEST_EXPONENT: Final = 64
"""The largest exponent."""
MOST_DIGITS: Final = 28
"""The most digits before the comma of what a template computes: with more the last ones would be made up."""
MOST_TURNS: Final = 1_000_000
"""The most turns all loops of one document may take."""
LONGEST_RANGE: Final = 1_000
"""The most numbers that `range` may count."""
MOST_SECONDS: Final = 5.0
"""The most processor time one document may take."""
LARGEST_OUTPUT: Final = 40_000_000
"""The most characters one part of the finished document may have."""


class EmptyValueError(TemplateRuntimeError):
    """A tag printed a value that is not there."""


class LimitError(SecurityError):
    """A template asked for more than a limit allows; the code says which."""

    def __init__(self, code: str, limit: float) -> None:
        super().__init__(code)
        self.code = code
        self.limit = f"{limit:,.0f}".replace(",", ".")


class LoopGuard:
    """Counts the turns and the time of one document's loops."""

    def __init__(self) -> None:
        self.turns = 0
        self.start = time.process_time()  # a laptop that sleeps uses none

    def turn(self) -> None:
        """Count one turn of any loop."""
        self.turns += 1
        if self.turns > MOST_TURNS:
            raise LimitError("templat-putaran-terlalu-banyak", MOST_TURNS)
        if not self.turns % 64:
            self.check_time()

    def check_time(self) -> None:
        """Raise when the time is used up."""
        if time.process_time() - self.start > MOST_SECONDS:
            raise LimitError("templat-waktu-habis", MOST_SECONDS)


class CellValueError(TemplateRuntimeError):
    """A tag about its cell was given what no cell can have."""
