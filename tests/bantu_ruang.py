"""What people do to files in the working folder, in one call each."""

from collections.abc import Callable
from pathlib import Path

import openpyxl

from lakip_gen.domain.periode import triwulan
from lakip_gen.storage.workspace import Workspace


def formulir(ruang: Workspace, unit: str, nomor: int = 1) -> Path:
    """Return where a unit's form of a quarter of 2025 lies."""
    periode = triwulan(2025, nomor)
    return ruang.inbox(periode) / ruang.form_name(unit, periode)


def ubah(berkas: Path, pengubah: Callable[[openpyxl.Workbook], None]) -> None:
    """Open a workbook, change it, and save it as another program would."""
    buku = openpyxl.load_workbook(berkas)
    pengubah(buku)
    buku.save(berkas)


def sel(berkas: Path, lembar: str, kunci: str, judul: str) -> str:
    """Return the address of a cell by its row key and the beginning of its header."""
    ws = openpyxl.load_workbook(berkas)[lembar]
    kolom = next(s.column_letter for s in ws[7] if str(s.value).startswith(judul))
    baris = next(s.row for s in ws["A"] if s.value == kunci)
    return f"{kolom}{baris}"


def isi(berkas: Path, lembar: str, kunci: str, judul: str, nilai: object) -> str:
    """Type something into a cell and return its address."""
    alamat = sel(berkas, lembar, kunci, judul)

    def pengubah(buku: openpyxl.Workbook) -> None:
        buku[lembar][alamat] = nilai

    ubah(berkas, pengubah)
    return alamat
