"""What people do to files in the working folder, in one call each."""

from collections.abc import Callable
from pathlib import Path

import openpyxl

from lakip_gen.alur import baca
from lakip_gen.domain.induk import Induk
from lakip_gen.domain.isian import Kumpulan
from lakip_gen.domain.periode import Periode, triwulan
from lakip_gen.domain.temuan import Temuan
from lakip_gen.formulir.putusan import HasilUnit
from lakip_gen.storage.inputs import read_input, take_inputs
from lakip_gen.storage.workspace import Workspace


def baca_induk(ruang: Workspace, tahun: int) -> tuple[Induk | None, tuple[Temuan, ...]]:
    """Read the buku induk of a working folder as it stands."""
    return baca.baca_induk(take_inputs(ruang, tahun), tahun)


def baca_triwulan(ruang: Workspace, induk: Induk, satu: Periode, lalu: Kumpulan) -> baca.HasilTriwulan:
    """Read the inbox of a quarter as it stands."""
    return baca.baca_triwulan(take_inputs(ruang, satu.tahun, (satu,)), induk, satu, lalu)


def baca_triwulan_semua(ruang: Workspace, induk: Induk, periode: Periode) -> baca.HasilBaca:
    """Read every inbox up to a period's end as it stands."""
    return baca.baca_triwulan_semua(take_inputs(ruang, periode.tahun, periode.sampai_dengan), induk)


def baca_satu(berkas: Path, induk: Induk, satu: Periode, lalu: Kumpulan) -> HasilUnit:
    """Judge one file that is a unit's form of a quarter."""
    hasil = baca.nilai_berkas(read_input(berkas, berkas.name), induk, satu, lalu)
    assert isinstance(hasil, HasilUnit), hasil
    return hasil


def formulir(ruang: Workspace, unit: str, nomor: int = 1) -> Path:
    """Return where a unit's form of a quarter of 2025 lies."""
    periode = triwulan(2025, nomor)
    return ruang.form_file(unit, periode)


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
