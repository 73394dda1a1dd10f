"""The working folder: where things lie, and names that are safe on every PC."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from enum import Enum, unique
from pathlib import Path
from typing import Final

from lakip_gen.domain.periode import Periode, triwulan

NAMA_INDUK: Final = "induk.xlsx"
_DILEWATI: Final = ("~$", ".", "_")
_TERLARANG: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))}
)
_AKHIRAN_WORKBOOK: Final = frozenset(
    {
        ".xlsx",
        ".xls",
        ".xlsm",
        ".xlsb",
        ".ods",
        ".csv",
        ".htm",
        ".html",
        ".docx",
        ".doc",
        ".pdf",
        ".zip",
        ".rar",
        "",
    }
)
"""What may be somebody's form, right or wrong; anything else in the folder is nobody's business."""


_AKHIRAN_FORMULIR: Final = frozenset({".xlsx", ".xls", ".xlsm", ".xlsb", ".ods", ".csv"})
"""What counts as a form where none is expected."""
_AKHIRAN_PINTASAN: Final = frozenset({".lnk", ".url", ".gsheet", ".webloc"})
"""Small files that only say where the real one is."""
_KOTAK: Final = frozenset({"TW1", "TW2", "TW3", "TW4"})
_KUNCI_PROGRAM: Final = (("~$", ""), (".~lock.", "#"))
"""What Excel and LibreOffice put around a file's name for the file that says who has it open."""


@unique
class Sisa(Enum):
    """What lies in the folders of the forms and is no form; the value is the code of the finding."""

    TAUTAN_PUTUS = "berkas-tautan-putus"
    BUKAN_BERKAS = "bukan-berkas"
    FOLDER = "folder-tidak-dibaca"
    SALAH_TEMPAT = "berkas-salah-folder"
    PINTASAN = "berkas-pintasan"
    SEDANG_DIBUKA = "berkas-sedang-dibuka"


def nama_aman(teks: str) -> str:
    """Return a file name part for a kode: small letters, digits and hyphens, never a name that Windows reserves."""
    bersih = re.sub(r"[^a-z0-9]+", "-", teks.casefold()).strip("-")[:60] or "tanpa-nama"
    return f"{bersih}-unit" if bersih in _TERLARANG else bersih


@dataclass(frozen=True, slots=True)
class Ruang:
    """A working folder; every path that the program reads or writes is asked for here."""

    akar: Path

    @property
    def ada(self) -> bool:
        """Whether there is anything of a working folder in it."""
        return self.templates.is_dir() or (self.akar / "workbooks").is_dir()

    @property
    def templates(self) -> Path:
        """Where the planner's Word templates lie."""
        return self.akar / "templates"

    def workbooks(self, tahun: int) -> Path:
        """Where the year's workbooks lie."""
        return self.akar / "workbooks" / str(tahun)

    def induk(self, tahun: int) -> Path:
        """The year's buku induk."""
        return self.workbooks(tahun) / NAMA_INDUK

    def kotak_masuk(self, triwulan: Periode) -> Path:
        """Where the units' forms of a quarter lie."""
        return self.workbooks(triwulan.tahun) / triwulan.folder

    def output(self, periode: Periode) -> Path:
        """Where a period's outputs go."""
        return self.akar / "output" / str(periode.tahun) / periode.folder

    def daftar_tahun(self) -> tuple[int, ...]:
        """The years that have a buku induk."""
        folder = self.akar / "workbooks"
        daftar_nama = (butir.name for butir in _isi_folder(folder))
        return tuple(sorted(int(n) for n in daftar_nama if n.isdigit() and (folder / n / NAMA_INDUK).is_file()))

    def daftar_formulir(self, triwulan: Periode) -> tuple[Path, ...]:
        """The files of a quarter's inbox that may be forms, by name; owner files and the like are passed over."""
        return tuple(
            berkas
            for berkas in _isi_folder(self.kotak_masuk(triwulan))
            if berkas.is_file()
            and not berkas.name.startswith(_DILEWATI)
            and berkas.suffix.casefold() in _AKHIRAN_WORKBOOK
        )

    def daftar_sisa(self, triwulan: Periode) -> tuple[tuple[Path, Sisa], ...]:
        """What lies in a quarter's inbox or beside it where nobody reads it, though it may hold forms, by name."""
        kotak = self.kotak_masuk(triwulan)
        dalam = [(butir, sisa) for butir in _isi_folder(kotak) if (sisa := _sisa_kotak(butir))]
        luar = [(butir, sisa) for butir in _isi_folder(kotak.parent) if (sisa := _sisa_tahun(butir))]
        return tuple(dalam + luar)

    @staticmethod
    def nama_formulir(unit: str, triwulan: Periode) -> str:
        """The name under which a unit's form is handed out."""
        return f"formulir-{nama_aman(unit)}-{triwulan}.xlsx"

    @staticmethod
    def nama_kembalian(unit: str, triwulan: Periode) -> str:
        """The name under which a unit gets its form back: with findings in the cells, or a fresh one."""
        return f"perbaikan-{nama_aman(unit)}-{triwulan}.xlsx"

    def triwulan_kotak(self, berkas: Path) -> Periode | None:
        """The quarter in whose inbox a file lies; None when it lies elsewhere."""
        semua = (triwulan(tahun, nomor) for tahun in self.daftar_tahun() for nomor in range(1, 5))
        return next((satu for satu in semua if self.kotak_masuk(satu).resolve() == berkas.resolve().parent), None)

    def relatif(self, berkas: Path) -> str:
        """Return a path as the user sees it: from the working folder, with forward slashes."""
        return berkas.relative_to(self.akar).as_posix()


def _isi_folder(folder: Path) -> list[Path]:
    return sorted(folder.iterdir(), key=lambda butir: butir.name) if folder.is_dir() else []


def _sisa_kotak(butir: Path) -> Sisa | None:
    """Return why something in an inbox is not read; None where it is, or is nobody's form."""
    if pemilik_kunci(butir) is not None:
        return Sisa.SEDANG_DIBUKA
    if butir.name.startswith(_DILEWATI):
        return None
    if butir.is_file():
        return Sisa.PINTASAN if butir.suffix.casefold() in _AKHIRAN_PINTASAN else None
    if butir.suffix.casefold() in _AKHIRAN_WORKBOOK - {""}:
        return Sisa.TAUTAN_PUTUS if butir.is_symlink() and not butir.exists() else Sisa.BUKAN_BERKAS
    return Sisa.FOLDER if butir.is_dir() and berkas_di_dalam(butir) else None


def _sisa_tahun(butir: Path) -> Sisa | None:
    """Return why something beside the inboxes is not read; None where it is no folder or file of forms."""
    if butir.name.startswith(_DILEWATI) or butir.name in _KOTAK:
        return None
    if butir.is_file():
        asing = butir.suffix.casefold() in _AKHIRAN_FORMULIR and "induk" not in butir.name.casefold()
        return Sisa.SALAH_TEMPAT if asing else None
    return Sisa.FOLDER if butir.is_dir() and berkas_di_dalam(butir) else None


def pemilik_kunci(berkas: Path) -> Path | None:
    """The file that somebody has open according to this one; None when this is no such file, or the other is gone."""
    for awal, akhir in _KUNCI_PROGRAM:
        if berkas.name.startswith(awal) and berkas.name.endswith(akhir):
            milik = berkas.with_name(berkas.name.removeprefix(awal).removesuffix(akhir))
            return milik if milik.is_file() else None
    return None


def berkas_di_dalam(folder: Path) -> tuple[str, ...]:
    """The names of the workbooks in a folder and below, links not followed."""
    return tuple(
        sorted(
            nama
            for _, _, daftar_nama in os.walk(folder)
            for nama in daftar_nama
            if Path(nama).suffix.casefold() in _AKHIRAN_FORMULIR and not nama.startswith(_DILEWATI)
        )
    )
