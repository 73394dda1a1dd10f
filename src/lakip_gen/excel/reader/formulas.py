"""Formulas that cells share: written once, and said anew for every other cell as if they stood there."""

from __future__ import annotations

import re
from typing import Final

from lakip_gen.excel.reader.addresses import LAST_COLUMN, LAST_ROW, column_number, letters
from lakip_gen.excel.reader.bounds import Budget

_PIECE: Final = re.compile(r"""(?P<quoted>"[^"]*"?|'[^']*'?)|(?P<word>[\w.\\$]+)(?P<behind>[!(]?)""")
_ADDRESS: Final = re.compile(r"(?P<dollar>\$?)(?P<letters>[A-Za-z]{1,3})(?P<fixed>\$?)(?P<number>[0-9]{1,7})")


class SharedFormulas:
    """The formulas of one sheet that cells share."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._first: dict[str, tuple[str, int, int]] = {}

    def text(self, attributes: dict[str, str], written: str, cell: tuple[int, int]) -> str:
        """Return the formula of a cell with its equals sign, as it would be written there.

        Raises:
            TooLargeError: When the formulas that are written anew are longer together than any form needs.
        """
        shared = attributes.get("si") if attributes.get("t") == "shared" else None
        if shared is None:
            return f"={written}"
        if written and shared not in self._first:
            self._first[shared] = (written, *cell)
        if shared not in self._first or written:
            return f"={written}"
        first, row, column = self._first[shared]
        self._budget.copy(len(first))
        return f"={_moved(first, cell[0] - row, cell[1] - column)}"


def _moved(formula: str, down: int, right: int) -> str:
    """Return a formula with its addresses moved, those with a dollar sign kept."""

    def move(match: re.Match[str]) -> str:
        address = _ADDRESS.fullmatch(match["word"] or "")
        if address is None or match["behind"]:
            return match[0]  # a text, a function, a sheet, a name, a number
        column, row = column_number(address["letters"]), int(address["number"])
        column = column if address["dollar"] else column + right
        row = row if address["fixed"] else row + down
        if not (0 < column <= LAST_COLUMN and 0 < row <= LAST_ROW):
            return "#REF!"
        return f"{address['dollar']}{letters(column)}{address['fixed']}{row}"

    return _PIECE.sub(move, formula)
