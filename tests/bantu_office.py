"""LibreOffice as an outside judge: it opens what the program makes and saves it anew, without a window."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

WORD_2007 = "docx:MS Word 2007 XML"
TERLAMA = 1800
"""Seconds after which it hangs; the files of a year take minutes where other tests run beside it."""


def diubah(daftar_berkas: Iterable[Path], folder: Path, ke: str = "pdf") -> list[Path]:
    """Return files as LibreOffice saves them anew, in the order of the files: one call for all of them.

    Args:
        daftar_berkas: The files.
        folder: Where the new ones go, and a profile of its own, so that several may run at a time.
        ke: The kind of the new files, with the filter that writes them where that is not the usual one.
    """
    daftar, profil = list(daftar_berkas), (folder / "profil").as_uri()
    kata = ["soffice", "--headless", "--norestore", f"-env:UserInstallation={profil}", "--convert-to", ke]
    subprocess.run([*kata, "--outdir", folder, *daftar], check=True, capture_output=True, timeout=TERLAMA)
    return [folder / f"{berkas.stem}.{ke.partition(':')[0]}" for berkas in daftar]


def teks_pdf(berkas: Path, *pilihan: str) -> str:
    """Return the text of a PDF, its pages ended by form feeds."""
    return subprocess.run(
        ["pdftotext", *pilihan, berkas, "-"], check=True, capture_output=True, encoding="utf-8", timeout=TERLAMA
    ).stdout
