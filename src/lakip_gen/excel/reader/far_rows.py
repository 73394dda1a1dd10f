"""Rows out of reach, looked at without a parser: a million rows that are coloured and empty are common."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from lakip_gen.excel.reader.bounds import ROWS, TooLargeError

ROWS_NAME: Final = b"sheetData"
_END_OF_ROWS: Final = ROWS_NAME + b">"
_FAR_NUMBER: Final = re.compile(rb'r="(?:[5-9][0-9]{3}|[1-9][0-9]{4})')
"""How a row out of reach says which it is."""
_ODD_NUMBERS: Final = (b"r='", b"r =", b"r\t", b"r\r", b"r\n", b'r=" ', b'r="+', b'r="0')
"""How else it may say so, as no spreadsheet does."""
_ROW_MARK: Final = (re.compile(rb"<row[\s/>]"), re.compile(rb":row[\s/>]"))
"""How a row begins, bare and behind a prefix; two searches for fixed starts are five times as fast as one for both."""
_CONTENT_MARK: Final = (re.compile(rb"<[vtf][\s/>]"), re.compile(rb":[vtf][\s/>]"))
_PREFIX: Final = re.compile(rb"[^\s<>/:!?]+")
_LONGEST_PREFIX: Final = 100
_MOST_DECOYS: Final = 1_000
"""So often a colon may stand before what looks like the name of a mark and is none, as in an attribute."""


class Mark(NamedTuple):
    """Where a mark begins, and the mark up to the end of its name, as `<x:row`."""

    start: int
    name: bytes


def may_have_far_rows(data: bytes, first: int, last: int) -> bool:
    """Return whether a sheet says of some row that it stands out of reach."""
    return (
        data.count(b"row", first, last) > ROWS
        or any(data.find(odd, first, last) >= 0 for odd in _ODD_NUMBERS)
        or _FAR_NUMBER.search(data, first, last) is not None
    )


def end_of_rows(data: bytes, position: int) -> int:
    """Return where the rows behind a position end; -1 where they do not."""
    return data.rfind(b"</", position, data.rfind(_END_OF_ROWS))


def first_row(data: bytes, start: int, end: int) -> Mark | None:
    """Return where the first row in a stretch begins."""
    return _find_mark(_ROW_MARK, data, start, end)


def row_with_content(data: bytes, first: Mark, end: int) -> bytes:
    """Return the first row that holds something, from the first row on; empty where none does."""
    content = _find_mark(_CONTENT_MARK, data, first.start, end)
    if content is None:
        return b""
    begin = data.rfind(first.name, first.start, content.start)
    stop = data.find(first.name, content.start, end)
    return data[begin : end if stop < 0 else stop]


def _find_mark(mark: tuple[re.Pattern[bytes], re.Pattern[bytes]], data: bytes, start: int, end: int) -> Mark | None:
    """Return the first mark of a name, whatever its prefix.

    Raises:
        TooLargeError: When far too much looks like one behind a prefix.
    """
    bare, prefixed = mark
    found = bare.search(data, start, end)
    for number, match in enumerate(prefixed.finditer(data, start, found.start() if found else end)):
        if number >= _MOST_DECOYS:
            raise TooLargeError
        begin = data.rfind(b"<", max(start, match.start() - _LONGEST_PREFIX), match.start())
        if begin >= 0 and _PREFIX.fullmatch(data, begin + 1, match.start()):
            return Mark(begin, data[begin : match.end() - 1])
    return Mark(found.start(), found[0][:-1]) if found else None
