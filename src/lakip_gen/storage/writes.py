"""Files written whole or not at all, and patience with what another program holds open."""

from __future__ import annotations

import errno
import hashlib
import os
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final, TypeVar

T = TypeVar("T")
PAUSES: Final = (0.1, 0.4, 1.0, 1.0)
"""Pauses between tries; a scan by an antivirus is over by then, a Word window is not."""
LONGEST_PATH: Final = 259
"""The most characters that Windows takes for the place of a file, unless long paths were switched on."""
_TEMPORARY: Final = ".lakip-"


def digest(content: bytes) -> str:
    """Return the SHA-256 of some bytes in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def write_whole(file: Path, content: bytes) -> None:
    """Write a file whole or not at all: to a temporary file beside it, flushed, then put in its place.

    Raises:
        OSError: When the folder cannot be written or the file is held open by another program.
    """
    try:
        _write_beside(file, content)
    except PermissionError:
        raise
    except OSError as error:
        # Windows only says that it finds no such file; the temporary one's name tells nobody which.
        if len(str(file.absolute())) > LONGEST_PATH:
            raise OSError(errno.ENAMETOOLONG, os.strerror(errno.ENAMETOOLONG), str(file.absolute())) from error
        raise


def _write_beside(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    number, temporary = tempfile.mkstemp(prefix=_TEMPORARY, suffix=".tmp", dir=file.parent)
    try:
        with os.fdopen(number, "wb") as target:
            target.write(content)
            target.flush()
            os.fsync(target.fileno())
        Path(temporary).chmod(0o644)
        Path(temporary).replace(file)
    except BaseException:
        with suppress(OSError):  # what cannot be removed now is swept by the next run
            Path(temporary).unlink(missing_ok=True)
        raise


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


def digest_of(file: Path) -> str:
    """Return the SHA-256 of a file, waiting a moment while another program holds it."""
    return digest(patiently(file.read_bytes))


def remove_temporaries(folder: Path) -> None:
    """Remove temporary files that an interrupted run of this program left in a folder and below."""
    for leftover in folder.rglob(f"{_TEMPORARY}*.tmp") if folder.is_dir() else ():
        with suppress(OSError):  # it is in nobody's way; the next run tries again
            leftover.unlink(missing_ok=True)
