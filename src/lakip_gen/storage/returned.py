"""Return copies that somebody filled in where they were written: nobody reads them there, so it is said."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from lakip_gen.domain.periode import Periode, setahun
from lakip_gen.storage.manifest import MANIFEST_NAME, read_manifest
from lakip_gen.storage.reading import digest_bounded
from lakip_gen.storage.workspace import Leftover, Unread, Workspace, entries, is_nobodys

RETURN_FOLDER: Final = "kembali"
"""Where in a period's outputs the return copies lie."""


def mended_copies(workspace: Workspace, quarter: Periode) -> tuple[Unread, ...]:
    """Return the return copies of a quarter that are no longer as they were written, by name."""
    return tuple(
        Unread(file, Leftover.MENDED_COPY)
        for period in _reporting(quarter)
        for file in _mended(workspace, period)
        if period == quarter or f"-{quarter}" in file.stem
    )


def _reporting(quarter: Periode) -> Iterator[Periode]:
    """Yield every period whose return copies may be of a quarter's forms."""
    year = setahun(quarter.tahun)
    yield quarter
    yield from (half for half in year.bagian if quarter in half.daftar_triwulan)
    yield year


def _mended(workspace: Workspace, period: Periode) -> Iterator[Path]:
    folder = workspace.output(period) / RETURN_FOLDER
    files = [file for file in entries(folder) if file.is_file() and not is_nobodys(file)]
    if not files:
        return
    written = read_manifest(workspace.output(period) / MANIFEST_NAME)
    for file in files if written.outputs else ():  # without the manifest nobody knows how they were written
        with suppress(OSError):  # held open: it is told once it is closed
            if digest_bounded(file) not in written.known(f"{RETURN_FOLDER}/{file.name}"):
                yield file
