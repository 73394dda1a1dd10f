"""One run at a time in a working folder: a lock of the operating system, with the holder's name beside it."""

from __future__ import annotations

import getpass
import json
import os
import platform
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from lakip_gen.storage.reading import read_bounded

LOCK_NAME: Final = ".lakip-gen.lock"
HOLDER_NAME: Final = ".lakip-gen.pemegang.json"
TRIES: Final = 10
PAUSE: Final = 0.1
"""So often, and with such pauses, the holder's name is looked for."""
LARGEST_NOTE: Final = 4096
"""The bytes that are read of the holder's note."""


@contextmanager
def lock_workspace(root: Path) -> Iterator[None]:
    """Hold a working folder for the length of a run.

    The lock belongs to the process: the operating system frees it when the process ends, however it ends, so a
    file that a killed run left behind locks nobody out.

    Raises:
        BlockingIOError: When another run holds the folder, with one Indonesian sentence that names it.
    """
    folder = root / "output"
    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / LOCK_NAME, timeout=0)
    _acquire(lock, folder / HOLDER_NAME)
    try:
        (folder / HOLDER_NAME).unlink(missing_ok=True)  # it may be a link, and what it leads to is somebody's file
        (folder / HOLDER_NAME).write_text(json.dumps(_own_note()), encoding="utf-8")
        yield
    finally:
        with suppress(OSError):
            (folder / HOLDER_NAME).unlink()
        lock.release()


def _acquire(lock: FileLock, note: Path) -> None:
    """Take the lock, or say who has it; wait a moment while the holder has not written its name yet."""
    for _ in range(TRIES):
        try:
            lock.acquire()
        except Timeout:
            if holder := _holder(note):
                raise BlockingIOError(_sentence(holder)) from None
            time.sleep(PAUSE)
        else:
            return
    raise BlockingIOError(_sentence("proses lain"))


def _own_note() -> dict[str, str]:
    since = datetime.now().astimezone().strftime("%d/%m/%Y %H.%M")
    return {"komputer": platform.node(), "pemakai": _user(), "proses": str(os.getpid()), "waktu": since}


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a PC without a user name is still a PC
        return "pemakai tanpa nama"


def _holder(note: Path) -> str:
    """Return who holds the folder, empty while the note beside the lock cannot be read."""
    try:
        content = json.loads(read_bounded(note, LARGEST_NOTE))
        return f"{content['pemakai']} di {content['komputer']} (proses {content['proses']}, sejak {content['waktu']})"
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return ""


def _sentence(holder: str) -> str:
    return f"Ruang kerja sedang dipakai oleh {holder}. Tunggu sampai selesai, lalu jalankan lagi."
