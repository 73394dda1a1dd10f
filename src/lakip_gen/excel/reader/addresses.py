"""Addresses of cells: parsed, never trusted."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

LAST_COLUMN: Final = 16_384
LAST_ROW: Final = 1_048_576
_LONGEST: Final = 24
"""An area is written in 21 characters at most."""
_CELL: Final = re.compile(r"([A-Za-z]{1,3})([1-9][0-9]{0,6})")


class Area(NamedTuple):
    """A rectangle of cells, counted from 1, its borders included."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def corner(self) -> str:
        """The address of its first cell."""
        return address(self.top, self.left)

    @property
    def name(self) -> str:
        """The area as people write it."""
        return self.corner if self[:2] == self[2:] else f"{self.corner}:{address(self.bottom, self.right)}"


@lru_cache(maxsize=1024)
def letters(column: int) -> str:
    """Return the letters of a column counted from 1."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


@lru_cache(maxsize=1024)
def column_number(text: str) -> int:
    """Return the number of a column written in letters; 0 for what is no column."""
    if not (text.isascii() and text.isalpha() and len(text) <= 3):  # noqa: PLR2004 - XFD is the last one
        return 0
    number = 0
    for letter in text.upper():
        number = number * 26 + ord(letter) - 64
    return number if number <= LAST_COLUMN else 0


def address(row: int, column: int) -> str:
    """Return a cell's address."""
    return f"{letters(column)}{row}"


def parse_cell(text: str) -> tuple[int, int] | None:
    """Return the row and column of an address; None for what is none."""
    match = _CELL.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None:
        return None
    row, column = int(match[2]), column_number(match[1])
    return (row, column) if column and row <= LAST_ROW else None


def parse_area(text: str) -> Area | None:
    """Return the rectangle that `A1:B2` names, or the one cell of `A1`; None for what is none."""
    if len(text) > _LONGEST:
        return None
    first, _, last = text.partition(":")
    start, stop = parse_cell(first), parse_cell(last or first)
    if start is None or stop is None or start[0] > stop[0] or start[1] > stop[1]:
        return None
    return Area(start[1], start[0], stop[1], stop[0])
