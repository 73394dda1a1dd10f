"""One run at a time in a working folder: a lock of the operating system, with the holder's name beside it."""

from __future__ import annotations

import getpass
import json
import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

NAMA_KUNCI: Final = ".lakip-gen.lock"
NAMA_PEMEGANG: Final = ".lakip-gen.pemegang.json"


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
    try:
        kunci.acquire()
    except Timeout:
        raise BlockingIOError(_kalimat(folder / NAMA_PEMEGANG)) from None
    try:
        (folder / NAMA_PEMEGANG).write_text(json.dumps(_pemegang()), encoding="utf-8")
        yield
    finally:
        with suppress(OSError):
            (folder / NAMA_PEMEGANG).unlink()
        kunci.release()


def _pemegang() -> dict[str, str]:
    waktu = datetime.now().astimezone().strftime("%d/%m/%Y %H.%M")
    return {"komputer": platform.node(), "pemakai": _pemakai(), "proses": str(os.getpid()), "waktu": waktu}


def _pemakai() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a PC without a user name is still a PC
        return "pemakai tanpa nama"


def _kalimat(catatan: Path) -> str:
    """Return who holds the folder, as far as the note beside the lock can be read."""
    try:
        isi = json.loads(catatan.read_text(encoding="utf-8"))
        siapa = f"{isi['pemakai']} di {isi['komputer']} (proses {isi['proses']}, sejak {isi['waktu']})"
    except (OSError, ValueError, KeyError, TypeError):
        siapa = "proses lain"
    return f"Ruang kerja sedang dipakai oleh {siapa}. Tunggu sampai selesai, lalu jalankan lagi."
