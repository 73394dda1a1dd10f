"""The one guarded way to read a file of the working folder: an ordinary file, of bounded size, never waited for."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

LARGEST_OUTPUT: Final = 256 * 1024 * 1024
"""The bytes that are read of a file to tell whose it is; no output of the program comes near."""
NOT_ORDINARY: Final = errno.ENXIO
"""How a pipe, a device or a socket is told from a folder."""
_CHUNK: Final = 1024 * 1024
_FLAGS: Final = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)


class UnfitFileError(OSError):
    """Something stands under a file's name that nobody should read: a folder, a pipe, a device, far too many bytes."""


def read_bounded(file: Path, limit: int) -> bytes:
    """Return a file's bytes.

    Raises:
        UnfitFileError: When it is no ordinary file, or has more bytes than `limit`.
        OSError: When it cannot be read.
    """
    with _opened(file, limit) as source:
        content = source.read(limit + 1)
    if len(content) > limit:
        raise _unfit(errno.EFBIG, file)
    return content


def digest_bounded(file: Path) -> str | None:
    """Return the SHA-256 of a file in hexadecimal digits; None where there is none, or nothing to be read as one.

    Raises:
        OSError: When it cannot be read now.
    """
    try:
        with _opened(file, LARGEST_OUTPUT) as source:
            found = hashlib.sha256()
            while chunk := source.read(_CHUNK):
                found.update(chunk)
            return found.hexdigest()
    except (FileNotFoundError, NotADirectoryError, UnfitFileError):
        return None
    except OSError as error:
        if error.errno == errno.ELOOP:  # links that lead round in a circle
            return None
        raise


@contextmanager
def _opened(file: Path, limit: int) -> Iterator[BinaryIO]:
    _demand_ordinary(file, file.stat(), limit)  # merely opening a device may set it to work
    descriptor = os.open(file, _FLAGS)
    with open(descriptor, "rb") as source:  # noqa: PTH123 - a descriptor has no path
        _demand_ordinary(file, os.fstat(descriptor), limit)
        yield source


def _demand_ordinary(file: Path, state: os.stat_result, limit: int) -> None:
    if not stat.S_ISREG(state.st_mode):
        raise _unfit(errno.EISDIR if stat.S_ISDIR(state.st_mode) else NOT_ORDINARY, file)
    if state.st_size > limit:
        raise _unfit(errno.EFBIG, file)


def _unfit(number: int, file: Path) -> UnfitFileError:
    return UnfitFileError(number, os.strerror(number), str(file))
