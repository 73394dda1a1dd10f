"""The working folder: where things lie, and names that are safe on every PC."""

from __future__ import annotations

import re
from dataclasses import dataclass
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


def nama_aman(teks: str) -> str:
    """Return a file name part for a kode: small letters, digits and hyphens, never a name that Windows reserves."""
    bersih = re.sub(r"[^a-z0-9]+", "-", teks.casefold()).strip("-")[:60] or "tanpa-nama"
    return f"{bersih}-unit" if bersih in _TERLARANG else bersih


@dataclass(frozen=True, slots=True)
class Ruang:
    """A working folder; every path that the program reads or writes is asked for here."""

    akar: Path

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
        nama = (butir.name for butir in folder.iterdir()) if folder.is_dir() else iter(())
        return tuple(sorted(int(n) for n in nama if n.isdigit() and (folder / n / NAMA_INDUK).is_file()))

    def daftar_formulir(self, triwulan: Periode) -> tuple[Path, ...]:
        """The files of a quarter's inbox that may be forms, by name; owner files and the like are passed over."""
        folder = self.kotak_masuk(triwulan)
        if not folder.is_dir():
            return ()
        return tuple(
            sorted(
                (
                    berkas
                    for berkas in folder.iterdir()
                    if berkas.is_file()
                    and not berkas.name.startswith(_DILEWATI)
                    and berkas.suffix.casefold() in _AKHIRAN_WORKBOOK
                ),
                key=lambda berkas: berkas.name,
            )
        )

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
