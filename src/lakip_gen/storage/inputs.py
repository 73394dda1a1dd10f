"""Taking the bytes of one file that came from outside: once, whole, bounded, and never from elsewhere."""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path
from typing import Final

from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.ooxml import container

PERCOBAAN: Final = 3
JEDA_DETIK: Final = 0.3
"""Between two tries at a file that changes while it is read."""
SESAAT: Final = frozenset({"berkas-tidak-terbaca", "berkas-sedang-berubah", "berkas-belum-terunduh", "berkas-gagal"})
"""Findings that the next try may be without, though the file stays the same."""
_DI_AWAN: Final = frozenset({358, 426, *range(362, 405)})
"""What Windows answers when the content of a file lies in OneDrive and cannot be fetched."""
_SEBAB: Final = {
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
_SEBAB_LAIN: Final = "diska atau jaringannya tidak menjawab"


def baca_berkas(berkas: Path, letak: str, akar: Path | None = None) -> tuple[bytes | None, tuple[Temuan, ...]]:
    """Return a file's bytes, or the finding that says why it cannot be read.

    Args:
        berkas: The file.
        letak: Its name in findings.
        akar: The folder that a link may not lead out of; None where somebody named the file himself.
    """
    asal = Asal(letak)
    try:
        if akar is not None and berkas.is_symlink() and not berkas.resolve().is_relative_to(akar.resolve()):
            return None, (temuan("berkas-tautan-luar", asal),)
        if (ukuran := berkas.stat().st_size) > container.MAKS_BERKAS:
            return None, (container.terlalu_besar(ukuran, _jenis(berkas), asal),)
        isi = _salin(berkas)
    except OSError as galat:
        return None, (_tidak_terbaca(galat, asal),)
    return isi, () if isi is not None else (temuan("berkas-sedang-berubah", asal),)


def _salin(berkas: Path) -> bytes | None:
    """Return a file's bytes when it stood still while it was read; None when it never did."""
    for percobaan in range(PERCOBAAN):
        if percobaan:
            time.sleep(JEDA_DETIK)
        sebelum = berkas.stat()
        with berkas.open("rb") as sumber:
            isi = sumber.read(container.MAKS_BERKAS + 1)
        if _ciri(sebelum) == _ciri(berkas.stat()) and len(isi) == sebelum.st_size:
            return isi
    return None


def _ciri(keadaan: os.stat_result) -> tuple[int, int]:
    return keadaan.st_size, keadaan.st_mtime_ns


def _jenis(berkas: Path) -> container.Jenis:
    return container.Jenis.DOCX if berkas.suffix.casefold() == ".docx" else container.Jenis.XLSX


def _tidak_terbaca(galat: OSError, asal: Asal) -> Temuan:
    if galat.errno == errno.EINVAL or getattr(galat, "winerror", None) in _DI_AWAN:
        return temuan("berkas-belum-terunduh", asal)
    return temuan("berkas-tidak-terbaca", asal, alasan=sebab(galat))


def sebab(galat: OSError) -> str:
    """Return in Indonesian why a file could not be read or written."""
    return _SEBAB.get(galat.errno or 0, _SEBAB_LAIN)
