"""From a Word document to a PDF, through LibreOffice where there is one; no failure ever costs the document."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from lakip_gen.domain.temuan import Asal, Temuan, temuan

PETUNJUK: Final = "LAKIP_GEN_LIBREOFFICE"
"""The environment variable that names the program where it is in no usual place; `tidak` says not to use any."""
BATAS_DETIK: Final = 120
"""How long LibreOffice may take for one document."""
_TUNGGU_AKHIR: Final = 10
_SARINGAN: Final = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
"""Bookmarks become destinations, so that the page of every heading can be read from the PDF."""
_NAMA: Final = ("soffice", "libreoffice")
_FOLDER_WINDOWS: Final = ("ProgramFiles", "ProgramFiles(x86)", "ProgramW6432", "LOCALAPPDATA")
_DI_WINDOWS: Final = (("LibreOffice", "program", "soffice.exe"), ("Programs", "LibreOffice", "program", "soffice.exe"))
_DI_MAC: Final = "/Applications/LibreOffice.app/Contents/MacOS/soffice"
_TERTUTUP: Final = (
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Writer/Content/Update", "Link", "0"),
    ("Common/Misc", "CrashReport", "false"),
    ("Common/Misc", "CollectUsageInformation", "false"),
    ("Jobs/Jobs/org.openoffice.Office.Jobs:Job['UpdateCheck']/Arguments", "AutoCheckEnabled", "false"),
)
"""What LibreOffice may not do: its place among the settings, its name, and the value that forbids it."""
_HALAMAN: Final = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
_ALIRAN: Final = re.compile(rb"/Type\s*/ObjStm.*?stream\r?\n(.*?)endstream", re.DOTALL)
_KEPALA: Final = b"%PDF-"
_EKOR: Final = b"%%EOF"


def cari_libreoffice() -> Path | None:
    """Return the program of LibreOffice: where `PETUNJUK` says, else from PATH, else from where it usually is."""
    if petunjuk := os.environ.get(PETUNJUK):
        return Path(petunjuk) if Path(petunjuk).is_file() else None
    for nama in _NAMA:
        if found := shutil.which(nama):
            return Path(found)
    return next((calon for calon in _tempat_biasa() if calon.is_file()), None)


def _tempat_biasa() -> Iterator[Path]:
    for nama in _FOLDER_WINDOWS:
        if folder := os.environ.get(nama):
            yield from (Path(folder).joinpath(*bagian) for bagian in _DI_WINDOWS)
    yield Path(_DI_MAC)


def ubah_ke_pdf(docx: bytes, letak: str) -> tuple[bytes | None, tuple[Temuan, ...]]:
    """Return a document as PDF, or the finding that says why there is none.

    Args:
        docx: The whole document.
        letak: Its name in findings.
    """
    asal = Asal(letak)
    program = cari_libreoffice()
    if program is None:
        return None, (temuan("pdf-tanpa-libreoffice", asal),)
    try:
        with tempfile.TemporaryDirectory(prefix="lakip-gen-pdf-", ignore_cleanup_errors=True) as folder:
            return _ubah(program, docx, Path(folder).resolve(), asal)
    except OSError as galat:
        return None, (temuan("pdf-gagal", asal, alasan=galat.strerror or type(galat).__name__),)


def _ubah(program: Path, docx: bytes, folder: Path, asal: Asal) -> tuple[bytes | None, tuple[Temuan, ...]]:
    sumber, hasil = folder / "draf.docx", folder / "draf.pdf"
    sumber.write_bytes(docx)
    kode = _jalankan(program, sumber, folder)
    if kode is None:
        return None, (temuan("pdf-terlalu-lama", asal, batas=BATAS_DETIK),)
    if not hasil.is_file():  # LibreOffice also ends well when it has written nothing
        return None, (temuan("pdf-gagal", asal, alasan=f"tidak ada PDF yang ditulis (kode {kode})"),)
    isi = hasil.read_bytes()
    if not banyak_halaman(isi):
        return None, (temuan("pdf-gagal", asal, alasan="PDF-nya tidak utuh"),)
    return isi, ()


def _jalankan(program: Path, sumber: Path, folder: Path) -> int | None:
    """Run LibreOffice with a profile of its own and return its exit code; None when it took too long.

    A profile that another LibreOffice uses would make this one end at once with nothing done. In this one nothing
    that a document points to is fetched, and nobody's proxy is known.
    """
    _tulis_profil(folder / "profil" / "user")
    kata = (
        str(program),
        f"-env:UserInstallation={(folder / 'profil').as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"),
        *("--convert-to", _SARINGAN, "--outdir", str(folder), str(sumber)),
    )
    diam = subprocess.DEVNULL  # a pipe would be held open by the children of a program that hangs
    lingkungan = {nama: isi for nama, isi in os.environ.items() if not nama.lower().endswith("_proxy")}
    proses = subprocess.Popen(kata, stdin=diam, stdout=diam, stderr=diam, env=lingkungan, start_new_session=True)  # noqa: S603 - no shell, and no word of it comes from a file
    try:
        return proses.wait(BATAS_DETIK)
    except subprocess.TimeoutExpired:
        return None
    finally:
        _hentikan(proses)


def _tulis_profil(folder: Path) -> None:
    """Write a profile in which links, active content, macros, updates and reports are off."""
    baris = "".join(
        f'<item oor:path="/org.openoffice.Office.{tempat}"><prop oor:name="{nama}" oor:op="fuse">'
        f"<value>{nilai}</value></prop></item>"
        for tempat, nama, nilai in _TERTUTUP
    )
    folder.mkdir(parents=True)
    isi = f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{baris}</oor:items>'
    (folder / "registrymodifications.xcu").write_text(isi, encoding="utf-8")


def _hentikan(proses: subprocess.Popen[bytes]) -> None:
    """End a program that still runs, with the programs it has started."""
    if proses.poll() is not None:
        return
    with suppress(OSError, subprocess.SubprocessError):
        if sys.platform == "win32":
            kata = ("taskkill", "/F", "/T", "/PID", str(proses.pid))
            subprocess.run(kata, check=False, capture_output=True, timeout=_TUNGGU_AKHIR)  # noqa: S603 - fixed words
        else:
            import signal  # noqa: PLC0415 - its names for groups are not there on Windows

            os.killpg(proses.pid, signal.SIGKILL)
    with suppress(OSError, subprocess.SubprocessError):
        proses.kill()
        proses.wait(_TUNGGU_AKHIR)


def banyak_halaman(pdf: bytes) -> int:
    """Return how many pages a PDF has; 0 for what is no whole PDF."""
    if not pdf.startswith(_KEPALA) or _EKOR not in pdf[-1024:]:
        return 0
    return len(_HALAMAN.findall(pdf)) or sum(len(_HALAMAN.findall(isi)) for isi in _terbuka(pdf))


def _terbuka(pdf: bytes) -> Iterator[bytes]:
    """Yield the packed objects of a PDF, unpacked."""
    for found in _ALIRAN.finditer(pdf):
        with suppress(zlib.error):
            yield zlib.decompressobj().decompress(found[1])
