"""From a Word document to a PDF, through LibreOffice where there is one; no failure ever costs the document."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, TypeAlias

from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.storage.inputs import reason

_Made: TypeAlias = tuple[bytes | None, tuple[Temuan, ...]]
LIBREOFFICE: Final = "LAKIP_GEN_LIBREOFFICE"
"""The environment variable that names the program where it is in no usual place; `tidak` says not to use any."""
TIME_LIMIT: Final = 120
"""How long LibreOffice may take for one document."""
_LAST_WAIT: Final = 10
_FILTER: Final = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
"""Bookmarks become destinations, so that the page of every heading can be read from the PDF."""
_FOR_KEEPING: Final = 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}'
"""PDF/A-2b, which holds all that it needs to look the same years later."""
_NAMES: Final = ("soffice", "libreoffice")
_WINDOWS_FOLDERS: Final = ("ProgramFiles", "ProgramFiles(x86)", "ProgramW6432", "LOCALAPPDATA")
_ON_WINDOWS: Final = (("LibreOffice", "program", "soffice.exe"), ("Programs", "LibreOffice", "program", "soffice.exe"))
_ON_MAC: Final = "/Applications/LibreOffice.app/Contents/MacOS/soffice"
_CLOSED: Final = (
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Writer/Content/Update", "Link", "0"),
    ("Common/Misc", "CrashReport", "false"),
    ("Common/Misc", "CollectUsageInformation", "false"),
    ("Jobs/Jobs/org.openoffice.Office.Jobs:Job['UpdateCheck']/Arguments", "AutoCheckEnabled", "false"),
)
"""What LibreOffice may not do: its place among the settings, its name, and the value that forbids it."""
_CHARTS: Final = tuple((f"Common/Cache/{room}", "OLE_Objects", "1000") for room in ("Writer", "DrawingEngine"))
"""It lays twenty charts aside unless told otherwise, and sets those it takes up again in letters too small to read."""
_PAGE: Final = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
_STREAM: Final = re.compile(rb"/Type\s*/ObjStm.*?stream\r?\n(.*?)endstream", re.DOTALL)
_HEAD: Final = b"%PDF-"
_TAIL: Final = b"%%EOF"


def find_libreoffice() -> Path | None:
    """Return the program of LibreOffice: where `LIBREOFFICE` says, else from PATH, else from where it usually is."""
    if hint := os.environ.get(LIBREOFFICE):
        return Path(hint) if Path(hint).is_file() else None
    for name in _NAMES:
        if found := shutil.which(name):
            return Path(found)
    return next((candidate for candidate in _usual_places() if candidate.is_file()), None)


def _usual_places() -> Iterator[Path]:
    for name in _WINDOWS_FOLDERS:
        if folder := os.environ.get(name):
            yield from (Path(folder).joinpath(*parts) for parts in _ON_WINDOWS)
    yield Path(_ON_MAC)


def convert_to_pdf(docx: bytes, name: str, *, for_keeping: bool = False) -> tuple[bytes | None, tuple[Temuan, ...]]:
    """Return a document as PDF, or the finding that says why there is none.

    Args:
        docx: The whole document.
        name: Its name in findings.
        for_keeping: Whether it is to be PDF/A.
    """
    (pdf,), findings = convert_all([(name, docx)], for_keeping=for_keeping)
    return pdf, findings


def convert_all(
    documents: Sequence[tuple[str, bytes]], *, for_keeping: bool = False
) -> tuple[tuple[bytes | None, ...], tuple[Temuan, ...]]:
    """Return documents as PDF with one start of LibreOffice, None for each that became none, and why.

    One that keeps the others from being converted costs only itself: these are tried once more, one by one.

    Args:
        documents: The name of each in findings, and the whole document.
        for_keeping: Whether they are to be PDF/A.
    """
    program = find_libreoffice()
    if program is None or not documents:
        missing = (temuan("pdf-tanpa-libreoffice", Asal(name)) for name, _ in documents[:1])
        return tuple(None for _ in documents), tuple(missing)
    made = _together(program, documents, _FOR_KEEPING if for_keeping else _FILTER)
    if len(documents) > 1:
        made = [
            done if done[0] is not None else _together(program, [one], _FOR_KEEPING if for_keeping else _FILTER)[0]
            for done, one in zip(made, documents, strict=True)
        ]
    return tuple(pdf for pdf, _ in made), tuple(finding for _, findings in made for finding in findings)


def _together(program: Path, documents: Sequence[tuple[str, bytes]], pdf_filter: str) -> list[_Made]:
    """Return of each document the PDF, or why there is none."""
    try:
        with tempfile.TemporaryDirectory(prefix="lakip-gen-pdf-", ignore_cleanup_errors=True) as folder:
            return _convert(program, documents, Path(folder).resolve(), pdf_filter)
    except OSError as error:
        return [(None, (temuan("pdf-gagal", Asal(name), alasan=reason(error)),)) for name, _ in documents]


def _convert(program: Path, documents: Sequence[tuple[str, bytes]], folder: Path, pdf_filter: str) -> list[_Made]:
    sources = [folder / f"draf{number or ''}.docx" for number in range(len(documents))]
    for source, (_, docx) in zip(sources, documents, strict=True):
        source.write_bytes(docx)
    code = _run(program, sources, folder, pdf_filter)
    return [
        _made(source.with_suffix(".pdf"), Asal(name), code)
        for source, (name, _) in zip(sources, documents, strict=True)
    ]


def _made(result: Path, place: Asal, code: int | None) -> _Made:
    """Return a PDF that LibreOffice wrote; it also ends well when it has written nothing."""
    content = result.read_bytes() if result.is_file() else b""
    if count_pages(content):
        return content, ()
    if code is None:
        return None, (temuan("pdf-terlalu-lama", place, batas=TIME_LIMIT),)
    why = "PDF-nya tidak utuh" if result.is_file() else f"tidak ada PDF yang ditulis (kode {code})"
    return None, (temuan("pdf-gagal", place, alasan=why),)


def _run(program: Path, sources: Sequence[Path], folder: Path, pdf_filter: str) -> int | None:
    """Run LibreOffice with a profile of its own and return its exit code; None when it took too long.

    A profile that another LibreOffice uses would make this one end at once with nothing done. In this one nothing
    that a document points to is fetched, and nobody's proxy is known.
    """
    _write_profile(folder / "profil" / "user")
    words = (
        str(program),
        f"-env:UserInstallation={(folder / 'profil').as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"),
        *("--convert-to", pdf_filter, "--outdir", str(folder), *map(str, sources)),
    )
    silent = subprocess.DEVNULL  # a pipe would be held open by the children of a program that hangs
    environment = {name: content for name, content in os.environ.items() if not name.lower().endswith("_proxy")}
    process = subprocess.Popen(  # noqa: S603 - no shell, and no word of it comes from a file
        words, stdin=silent, stdout=silent, stderr=silent, env=environment, start_new_session=True
    )
    try:
        return process.wait(TIME_LIMIT * len(sources))
    except subprocess.TimeoutExpired:
        return None
    finally:
        _stop(process)


def _write_profile(folder: Path) -> None:
    """Write a profile in which links, active content, macros, updates and reports are off."""
    items = "".join(
        f'<item oor:path="/org.openoffice.Office.{setting}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for setting, name, value in (*_CLOSED, *_CHARTS)
    )
    folder.mkdir(parents=True)
    content = f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'
    (folder / "registrymodifications.xcu").write_text(content, encoding="utf-8")


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End a program that still runs, with the programs it has started."""
    if process.poll() is not None:
        return
    with suppress(OSError, subprocess.SubprocessError):
        if sys.platform == "win32":
            words = ("taskkill", "/F", "/T", "/PID", str(process.pid))
            subprocess.run(words, check=False, capture_output=True, timeout=_LAST_WAIT)  # noqa: S603 - fixed words
        else:
            import signal  # noqa: PLC0415 - its names for groups are not there on Windows

            os.killpg(process.pid, signal.SIGKILL)
    with suppress(OSError, subprocess.SubprocessError):
        process.kill()
        process.wait(_LAST_WAIT)


def count_pages(pdf: bytes) -> int:
    """Return how many pages a PDF has; 0 for what is no whole PDF."""
    if not pdf.startswith(_HEAD) or _TAIL not in pdf[-1024:]:
        return 0
    return len(_PAGE.findall(pdf)) or sum(len(_PAGE.findall(content)) for content in _unpacked(pdf))


def _unpacked(pdf: bytes) -> Iterator[bytes]:
    """Yield the packed objects of a PDF, unpacked."""
    for found in _STREAM.finditer(pdf):
        with suppress(zlib.error):
            yield zlib.decompressobj().decompress(found[1])
