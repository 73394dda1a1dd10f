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

NAMA_KUNCI: Final = ".lakip-gen.lock"
NAMA_PEMEGANG: Final = ".lakip-gen.pemegang.json"
SABAR_KALI: Final = 10
SABAR_DETIK: Final = 0.1
"""So often, and with such pauses, the holder's name is looked for."""


@contextmanager
def kunci_ruang(akar: Path) -> Iterator[None]:
    """Hold a working folder for the length of a run.

    The lock belongs to the process: the operating system frees it when the process ends, however it ends, so a
    file that a killed run left behind locks nobody out.

    Raises:
        BlockingIOError: When another run holds the folder, with one Indonesian sentence that names it.
    """
    folder = akar / "output"
    folder.mkdir(parents=True, exist_ok=True)
    kunci = FileLock(folder / NAMA_KUNCI, timeout=0)
    _ambil(kunci, folder / NAMA_PEMEGANG)
    try:
        (folder / NAMA_PEMEGANG).unlink(missing_ok=True)  # it may be a link, and what it leads to is somebody's file
        (folder / NAMA_PEMEGANG).write_text(json.dumps(_pemegang()), encoding="utf-8")
        yield
    finally:
        with suppress(OSError):
            (folder / NAMA_PEMEGANG).unlink()
        kunci.release()


def _ambil(kunci: FileLock, catatan: Path) -> None:
    """Take the lock, or say who has it; wait a moment while the holder has not written its name yet."""
    for _ in range(SABAR_KALI):
        try:
            kunci.acquire()
        except Timeout:
            if siapa := _siapa(catatan):
                raise BlockingIOError(_kalimat(siapa)) from None
            time.sleep(SABAR_DETIK)
        else:
            return
    raise BlockingIOError(_kalimat("proses lain"))


def _pemegang() -> dict[str, str]:
    waktu = datetime.now().astimezone().strftime("%d/%m/%Y %H.%M")
    return {"komputer": platform.node(), "pemakai": _pemakai(), "proses": str(os.getpid()), "waktu": waktu}


def _pemakai() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a PC without a user name is still a PC
        return "pemakai tanpa nama"


def _siapa(catatan: Path) -> str:
    """Return who holds the folder, empty while the note beside the lock cannot be read."""
    try:
        isi = json.loads(catatan.read_text(encoding="utf-8"))
        return f"{isi['pemakai']} di {isi['komputer']} (proses {isi['proses']}, sejak {isi['waktu']})"
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return ""


def _kalimat(siapa: str) -> str:
    return f"Ruang kerja sedang dipakai oleh {siapa}. Tunggu sampai selesai, lalu jalankan lagi."
