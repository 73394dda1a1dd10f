"""Taking the bytes of one file that came from outside: once, whole, bounded, and never from elsewhere."""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path
from typing import Final

from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.ooxml import guard
from lakip_gen.ooxml.recognise import Kind

TRIES: Final = 3
PAUSE: Final = 0.3
"""Between two tries at a file that changes while it is read."""
TRANSIENT: Final = frozenset({"berkas-tidak-terbaca", "berkas-sedang-berubah", "berkas-belum-terunduh", "berkas-gagal"})
"""Findings that the next try may be without, though the file stays the same."""
_IN_THE_CLOUD: Final = frozenset({358, 426, *range(362, 405)})
"""What Windows answers when the content of a file lies in OneDrive and cannot be fetched."""
_REASONS: Final = {
    errno.ENOENT: "berkasnya sudah tidak ada atau tautannya putus",
    errno.EISDIR: "ini folder, bukan berkas",
    errno.EACCES: "berkasnya dikunci program lain atau tidak boleh dibaca",
    errno.EPERM: "berkasnya dikunci program lain atau tidak boleh dibaca",
    errno.ENAMETOOLONG: "nama berkas dengan foldernya terlalu panjang",
    errno.ELOOP: "tautannya berputar-putar",
    errno.EEXIST: "sudah ada berkas atau folder dengan nama itu",
    errno.ENOTDIR: "yang seharusnya folder ternyata berkas",
    errno.ENOSPC: "diskanya penuh",
    errno.EROFS: "diskanya hanya dapat dibaca",
}
_OTHER_REASON: Final = "diska atau jaringannya tidak menjawab"


def read_file(file: Path, name: str, root: Path | None = None) -> tuple[bytes | None, tuple[Temuan, ...]]:
    """Return a file's bytes, or the finding that says why it cannot be read.

    Args:
        file: The file.
        name: Its name in findings.
        root: The folder that a link may not lead out of; None where somebody named the file himself.
    """
    place = Asal(name)
    try:
        if root is not None and file.is_symlink() and not file.resolve().is_relative_to(root.resolve()):
            return None, (temuan("berkas-tautan-luar", place),)
        if (size := file.stat().st_size) > guard.LARGEST_FILE:
            return None, (guard.too_large(size, _kind(file), place),)
        content = _copy(file)
    except OSError as error:
        return None, (_unreadable(error, place),)
    return content, () if content is not None else (temuan("berkas-sedang-berubah", place),)


def _copy(file: Path) -> bytes | None:
    """Return a file's bytes when it stood still while it was read; None when it never did."""
    for attempt in range(TRIES):
        if attempt:
            time.sleep(PAUSE)
        before = file.stat()
        with file.open("rb") as source:
            content = source.read(guard.LARGEST_FILE + 1)
        if _stamp(before) == _stamp(file.stat()) and len(content) == before.st_size:
            return content
    return None


def _stamp(state: os.stat_result) -> tuple[int, int]:
    return state.st_size, state.st_mtime_ns


def _kind(file: Path) -> Kind:
    return Kind.DOCX if file.suffix.casefold() == ".docx" else Kind.XLSX


def _unreadable(error: OSError, place: Asal) -> Temuan:
    if error.errno == errno.EINVAL or getattr(error, "winerror", None) in _IN_THE_CLOUD:
        return temuan("berkas-belum-terunduh", place)
    return temuan("berkas-tidak-terbaca", place, alasan=reason(error))


def reason(error: OSError) -> str:
    """Return in Indonesian why a file could not be read or written."""
    return _REASONS.get(error.errno or 0, _OTHER_REASON)
