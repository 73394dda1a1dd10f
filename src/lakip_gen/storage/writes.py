"""Files written whole or not at all, and patience with what another program holds open."""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, TypeVar

T = TypeVar("T")
PAUSES: Final = (0.1, 0.4, 1.0, 1.0)
"""Pauses between tries; a scan by an antivirus is over by then, a Word window is not."""
LONGEST_PATH: Final = 259
"""The most characters that Windows takes for the place of a file, unless long paths were switched on."""
DEEPEST: Final = 2
"""So far down a folder the program itself writes."""
_TEMPORARY: Final = ".lakip-"
_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_MODE: Final = 0o666
"""Who may read and write a new file, before the user's umask takes away."""


def digest(content: bytes) -> str:
    """Return the SHA-256 of some bytes in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def write_whole(file: Path, content: bytes) -> None:
    """Write a file of the program's own whole or not at all, over whatever stands there.

    Raises:
        OSError: When the folder cannot be written or the file is held open by another program.
    """
    with prepared(file, content) as ready:
        ready.replace(file)


@contextmanager
def prepared(file: Path, content: bytes) -> Iterator[Path]:
    """Write what is to become a file beside it, flushed to the disk; it is gone afterwards unless it was moved.

    Raises:
        OSError: When the folder cannot be written, with the name of the file.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        ready = _write_beside(file, content)
        try:
            yield ready
        finally:
            _discard(ready)
    except OSError as error:
        # Windows only says that it finds no such file; the temporary one's name tells nobody which.
        long = len(str(file.absolute())) > LONGEST_PATH and not isinstance(error, PermissionError)
        if long:
            raise OSError(errno.ENAMETOOLONG, os.strerror(errno.ENAMETOOLONG), str(file.absolute())) from error
        if Path(str(error.filename)).name.startswith(_TEMPORARY):
            raise OSError(error.errno, error.strerror, str(file), getattr(error, "winerror", None)) from error
        raise


def _write_beside(file: Path, content: bytes) -> Path:
    ready = file.with_name(f"{_TEMPORARY}{secrets.token_hex(4)}.tmp")
    number = create_new(ready)
    try:
        with os.fdopen(number, "wb") as target:
            target.write(content)
            target.flush()
            os.fsync(target.fileno())
    except BaseException:
        _discard(ready)
        raise
    return ready


def create_new(file: Path) -> int:
    """Make a file that is not there yet, open for writing, with the rights that the user's umask leaves."""
    return os.open(file, _NEW, _MODE)


def _discard(ready: Path) -> None:
    with suppress(OSError):  # what cannot be removed now is swept by the next run
        if os.path.lexists(ready):
            ready.unlink()


def write_patiently(file: Path, content: bytes) -> None:
    """Write a file whole, trying again for a moment while another program holds it open.

    Raises:
        PermissionError: When it is still held after `PAUSES`.
    """
    patiently(lambda: write_whole(file, content))


def patiently(work: Callable[[], T]) -> T:
    """Do some work, trying again for a moment while another program holds the file open."""
    for pause in PAUSES:
        try:
            return work()
        except PermissionError:
            time.sleep(pause)
    return work()


def remove_temporaries(folder: Path) -> None:
    """Remove temporary files that an interrupted run of this program left in a folder and below, links not followed."""
    for place, folders, names in os.walk(folder):
        if len(Path(place).relative_to(folder).parts) >= DEEPEST:
            folders.clear()
        for name in names:
            if name.startswith(_TEMPORARY) and name.endswith(".tmp"):
                with suppress(OSError):  # it is in nobody's way; the next run tries again
                    Path(place, name).unlink(missing_ok=True)
