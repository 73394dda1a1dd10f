"""What ended a command before its end: the exit code, and the sentence that the user reads."""

from __future__ import annotations

import errno
from typing import Final

from lakip_gen.domain.disahkan import SudahDisahkan
from lakip_gen.door.exit_codes import ExitCode

WINDOWS_NAME_TOO_LONG: Final = 206
"""The number under which Windows says that a path is too long."""


def explain(error: Exception) -> tuple[ExitCode, str]:
    """Return how a command ends that this ended; what nobody foresaw is noted down for whoever mends the program."""
    from lakip_gen.domain.teks import untuk_layar

    match error:
        case SudahDisahkan():
            return ExitCode.SEALED, untuk_layar(str(error))
        case BlockingIOError():
            return ExitCode.BUSY, untuk_layar(str(error))
        case OSError():
            return ExitCode.FILE_FAULT, _file_sentence(error)
    from lakip_gen.storage.fault_log import record_fault

    return ExitCode.PROGRAM_FAULT, f"Program mengalami cacat. Rinciannya: {record_fault(error)}"


def _file_sentence(error: OSError) -> str:
    from pathlib import Path

    from lakip_gen.storage.inputs import reason

    file = f" {Path(str(error.filename)).name}" if error.filename else ""
    if error.errno == errno.ENAMETOOLONG or getattr(error, "winerror", 0) == WINDOWS_NAME_TOO_LONG:
        return (
            f"Letak berkas{file} terlalu panjang untuk komputer ini ({len(str(error.filename or ''))} huruf; Windows "
            "umumnya hanya menerima 259). Pindahkan ruang kerja ke folder yang lebih pendek, misalnya C:\\lakip."
        )
    if isinstance(error, PermissionError) and error.filename and Path(str(error.filename)).is_dir():
        return f"Folder{file} tidak boleh dibuka. Minta izin membacanya kepada pemiliknya, lalu jalankan lagi."
    if isinstance(error, PermissionError):
        return f"Berkas{file} tidak dapat ditulis. Tutup berkas itu di Word atau Excel, lalu jalankan lagi."
    return f"Berkas{file} tidak dapat dibaca atau ditulis: {reason(error)}. Betulkan, lalu jalankan lagi."
