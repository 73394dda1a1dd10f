"""What of the working folder the page opens: a list of names, so that no path ever comes from a browser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lakip_gen.alur.status_tahun import HALAMAN, keadaan_draf
from lakip_gen.domain.periode import Jenis, Periode
from lakip_gen.storage.returned import RETURN_FOLDER
from lakip_gen.storage.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Place:
    """A file or folder that can be opened: the name that the page asks by, what people call it, and where it lies."""

    name: str
    label: str
    path: Path


def places(workspace: Workspace, period: Periode) -> tuple[Place, ...]:
    """Return what is there to be opened for a period."""
    return tuple(place for place in _places(workspace, period) if place.path.exists())


def _places(workspace: Workspace, period: Periode) -> Iterator[Place]:
    output = workspace.output(period)
    if draft := keadaan_draf(workspace, period).nama:
        yield Place("draf", f"Draf {period.nama_pendek} di Word", output / draft)
    yield Place("induk", f"Buku induk {period.tahun} di Excel", workspace.induk(period.tahun))
    yield Place("rekap", "Rekap di Excel", output / "rekap.xlsx")
    yield Place("hasil", "Hasil pemeriksaan", output / "hasil-periksa.html")
    yield Place("kembali", "Formulir untuk dikembalikan", output / RETURN_FOLDER)
    if period.jenis is Jenis.TRIWULAN:
        yield Place("masuk", f"Folder formulir {period.folder}", workspace.inbox(period))
    yield Place("keluaran", "Folder hasil", output)
    yield Place("status", f"Halaman status {period.tahun}", workspace.output(period).parent / HALAMAN)
    yield Place("templat", "Folder templat Word", workspace.templates)
    yield Place("panduan", "Panduan tiap peran", workspace.guides)
    yield Place("ruang", "Ruang kerja", workspace.root)
