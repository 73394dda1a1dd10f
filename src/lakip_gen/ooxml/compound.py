"""Compound files, the container of Office before 2007: which streams lie in one, and what that makes it."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRY: Final = 128
_LARGEST_DIRECTORY: Final = 4_096
"""So many sectors of a directory are looked at; an office's file has a handful."""
_TABLES_IN_HEADER: Final = 109
_LONGEST_NAME: Final = 64
_SECTOR_SHIFTS: Final = (9, 12)


def has_stream(data: bytes, name: str) -> bool:
    """Return whether a stream or folder of that name lies at the top of a compound file.

    Of a file whose directory cannot be read, as one that was cut off, the name itself is looked for.
    """
    try:
        names = _top_names(data)
    except (struct.error, IndexError):
        names = frozenset()
    return name in names if names else name.encode("utf-16-le") in data


def _top_names(data: bytes) -> frozenset[str]:
    """Return the names at the top: what is put into a file lies in folders below and is not its kind."""
    (shift,) = struct.unpack_from("<H", data, 30)
    if shift not in _SECTOR_SHIFTS:
        return frozenset()
    directory = b"".join(_directory(data, 1 << shift))
    entries = [directory[place : place + _ENTRY] for place in range(0, len(directory) - _ENTRY + 1, _ENTRY)]
    if not entries:
        return frozenset()
    names, seen = set(), {0}
    waiting = [_links(entries[0])[2]]
    while waiting:
        number = waiting.pop()
        if number in seen or number >= len(entries):
            continue
        seen.add(number)
        names.add(_name(entries[number]))
        waiting += _links(entries[number])[:2]
    return frozenset(names)


def _directory(data: bytes, size: int) -> Iterator[bytes]:
    """Yield the sectors of the directory in their order."""
    (sector,) = struct.unpack_from("<I", data, 48)
    tables = struct.unpack_from(f"<{_TABLES_IN_HEADER}I", data, 76)
    per_table = size // 4
    for _ in range(_LARGEST_DIRECTORY):
        begin = (sector + 1) * size
        if begin >= len(data):
            return
        yield data[begin : begin + size]
        table = tables[sector // per_table]
        (sector,) = struct.unpack_from("<I", data, (table + 1) * size + sector % per_table * 4)


def _links(entry: bytes) -> tuple[int, int, int]:
    """Return the numbers of the neighbours of an entry, and of what lies in it."""
    left, right, child = struct.unpack_from("<III", entry, 68)
    return left, right, child


def _name(entry: bytes) -> str:
    (length,) = struct.unpack_from("<H", entry, 64)
    return entry[: max(min(length, _LONGEST_NAME) - 2, 0)].decode("utf-16-le", "replace")
