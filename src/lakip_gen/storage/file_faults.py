"""What a planner is told of a file or folder that the system refuses."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Final

from lakip_gen.storage.inputs import reason

WINDOWS_NAME_TOO_LONG: Final = 206
"""The number under which Windows says that a path is too long."""


def file_sentence(error: OSError) -> str:
    """Return what became of a file that could not be read or written, and what to do about it."""
    file = f" {Path(str(error.filename)).name}" if error.filename else ""
    if error.errno == errno.ENAMETOOLONG or getattr(error, "winerror", 0) == WINDOWS_NAME_TOO_LONG:
        return (
            f"Letak berkas{file} terlalu panjang untuk komputer ini ({len(str(error.filename or ''))} huruf; Windows "
            "umumnya hanya menerima 259). Pindahkan ruang kerja ke folder yang lebih pendek, misalnya C:\\lakip."
        )
    if isinstance(error, PermissionError) and error.filename and Path(str(error.filename)).is_dir():
        return f"Folder{file} tidak boleh dibuka. Minta izin membacanya kepada pemiliknya, lalu jalankan lagi."
    if isinstance(error, PermissionError):
        return f"Berkas{file} tidak dapat dibaca atau ditulis. Tutup berkas itu di Word atau Excel, lalu jalankan lagi."
    return f"Berkas{file} tidak dapat dibaca atau ditulis: {reason(error)}. Betulkan, lalu jalankan lagi."
