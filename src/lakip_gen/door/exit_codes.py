"""The exit codes of every command, each with its meaning as the user reads it."""

from __future__ import annotations

from enum import IntEnum, unique
from typing import Self


@unique
class ExitCode(IntEnum):
    """How a command ended, for the scripts that call it."""

    arti: str

    def __new__(cls, kode: int, arti: str) -> Self:
        """Return the code with its meaning in Indonesian beside it."""
        satu = int.__new__(cls, kode)
        satu._value_ = kode
        satu.arti = arti
        return satu

    DONE = 0, "selesai"
    FINDINGS = 1, "ada temuan bertingkat galat"
    WRONG_COMMAND = 2, "perintah salah ditulis"
    UNFIT_BASIS = 3, "buku induk atau templat bermasalah"
    FILE_FAULT = (
        4,
        "berkas atau folder tidak dapat dibaca atau ditulis, misalnya sedang dibuka di Word atau Excel",
    )
    BUSY = 5, "perintah lain sedang berjalan di folder yang sama"
    SEALED = 6, "ditolak karena periodenya sudah disahkan"
    PROGRAM_FAULT = 70, "kesalahan program"
    STOPPED = 130, "dihentikan pemakai"
