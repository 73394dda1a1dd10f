"""How much of a workbook is read, and the two ways in which one is refused."""

from __future__ import annotations

import re
from dataclasses import dataclass
from sys import getsizeof
from typing import Final

MIB: Final = 1024 * 1024
ROWS: Final = 5_000
COLUMNS: Final = 64
SHEETS: Final = 500
SMALL_PART_MARKS: Final = 40_000
"""The same for a part that describes formats, sheets or notes; a form has three hundred."""
SMALL_MARKS: Final = 3 * SMALL_PART_MARKS
"""The same for all such parts together."""
MARK_SIZE: Final = 30
"""The bytes that a mark has on average at most, its text included; our own form's have twenty."""
GAP: Final = 400_000
"""The most bytes between two marks: the longest text of a cell with every character written as `&#x1F600;`."""
LONG_GAP: Final = 4 * 1024
"""Marks closer together than this cannot hold enough attributes to cost much time."""
ATTRIBUTES: Final = 200
"""The most attributes of one mark; a spreadsheet writes forty at most, and each costs a microsecond."""
NUMBER: Final = 400
"""A longer number is none that a spreadsheet wrote."""
FORMAT_CODE: Final = 255
"""The longest number format that Excel takes."""
FORMULA_COPIES: Final = 300_000
"""The most characters of formulas that are written anew for cells which share one."""
CELL_LOAD: Final = 100
ROW_LOAD: Final = 2_000
"""What a cell with content and a row of a table weigh beside their characters: about as long as they take."""
CONTENT_MARKS: Final = 3
"""What a cell with content counts beside its own marks: it is kept, an empty one is not."""
TEXTS: Final = 32 * MIB
"""The most memory of all texts of a workbook together, those of sheets included that nobody reads."""
SHEET_NAME: Final = 255
"""Excel takes 31; other programs write longer ones."""
LINKS: Final = 1_000
"""So many cells of a sheet that lead elsewhere are looked at."""
MERGES: Final = 2_000
"""A sheet with more merged cells is no form."""
_ATTRIBUTE: Final = re.compile(rb"""[^<>"']*+(?:"[^"]*+"|'[^']*+')""")
UTF_16: Final = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
UTF_16_PART: Final = 8 * MIB
"""The largest part in UTF-16, which the search for marks does not understand."""
CHUNK: Final = 64 * 1024
"""A sheet is handed to the parser in pieces of this size, so that the bound on marks is kept while it is read."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much may be asked for by a workbook of one kind.

    Attributes:
        marks: The most marks `<` of all sheets and the shared texts that are read; a form has three thousand.
        load: The most that is read, in characters; a form with five hundred indicators comes to three quarters.
    """

    marks: int
    load: int

    @property
    def size(self) -> int:
        """The most bytes of XML that are read."""
        return self.marks * MARK_SIZE


FORM: Final = Limits(450_000, 4_000_000)
INDUK: Final = Limits(900_000, 40_000_000)
"""A buku induk is the planner's own, and larger than what comes in."""


class TooLargeError(Exception):
    """A workbook asks for more time or memory than any form needs."""


class DamagedError(Exception):
    """A workbook is not what a spreadsheet writes; the argument says in Indonesian what is wrong with it."""


def check_gaps(data: bytes) -> None:
    """Refuse a part in which two marks stand too far apart.

    Raises:
        TooLargeError: When they do.
    """
    if len(data) > UTF_16_PART and data.startswith(UTF_16):
        raise TooLargeError
    position = 0
    while position + LONG_GAP < len(data):
        following = data.rfind(b"<", position, position + LONG_GAP + 1)
        if following <= position:
            following = data.find(b"<", position + 1, position + GAP + 1)
            if following < 0 and position + GAP < len(data):
                raise TooLargeError
            _check_attributes(data, position + 1, following if following > 0 else len(data))
        position = following if following > 0 else len(data)


def _check_attributes(data: bytes, start: int, end: int) -> None:
    """Refuse a mark with more attributes than any spreadsheet writes."""
    for _ in range(ATTRIBUTES + 1):
        found = _ATTRIBUTE.match(data, start, end)
        if found is None:
            return
        start = found.end()
    raise TooLargeError


class Budget:
    """Counts what one workbook asks for: the marks of its large parts, formulas written anew, what is read of it."""

    def __init__(self, limits: Limits = FORM) -> None:
        self._left = limits.marks
        self._small = SMALL_MARKS
        self._size = limits.size
        self._copies = FORMULA_COPIES
        self._load = limits.load
        self._held = TEXTS

    def demand(self, marks: int, size: int = 0) -> None:
        """Say that so many marks and bytes are still to be read.

        Raises:
            TooLargeError: When fewer are left.
        """
        if marks > self._left or size > self._size:
            raise TooLargeError

    def parse(self, data: bytes) -> None:
        """Take the marks and the bytes of some XML off the budget before it is read.

        Raises:
            TooLargeError: When it is used up.
        """
        self.spend(data.count(b"<"))
        self._weigh(data)

    def parse_small(self, data: bytes) -> None:
        """Do the same for a whole part that describes something: it has few marks.

        Raises:
            TooLargeError: When it has more than any office writes, or the budget is used up.
        """
        marks = data.count(b"<")
        if marks > min(SMALL_PART_MARKS, self._small):
            raise TooLargeError
        self._small -= marks
        self._weigh(data)
        check_gaps(data)

    def _weigh(self, data: bytes) -> None:
        self._size -= len(data)
        if self._size < 0:
            raise TooLargeError

    def spend(self, marks: int) -> None:
        """Take marks off the budget.

        Raises:
            TooLargeError: When it is used up.
        """
        self.demand(marks)
        self._left -= marks

    def copy(self, characters: int) -> None:
        """Take the characters of a formula that is written anew off the budget.

        Raises:
            TooLargeError: When it is used up.
        """
        self._copies -= characters
        if self._copies < 0:
            raise TooLargeError

    def read(self, load: int) -> None:
        """Take what is read off the budget: one shared text can stand in every cell.

        Raises:
            TooLargeError: When it is used up.
        """
        self._load -= load
        if self._load < 0:
            raise TooLargeError

    def hold(self, text: object) -> None:
        """Take the memory of a text that is kept off the budget.

        Raises:
            TooLargeError: When it is used up.
        """
        self._held -= getsizeof(text)
        if self._held < 0:
            raise TooLargeError
