"""The one reader of a row: a table's row or a list of items, each cell as its column says, every doubt a finding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any, ClassVar, Final, Protocol, TypeVar

from lakip_gen.domain.capaian import SERATUS
from lakip_gen.domain.mentah import BukuMentah, Sel
from lakip_gen.domain.nilai import BelumDilaporkan, Isian
from lakip_gen.domain.skema.kolom import JenisKolom, Kolom, Lembar
from lakip_gen.domain.temuan import Asal, Temuan
from lakip_gen.domain.urai import Daftar, urai_angka, urai_pilihan, urai_tanggal, urai_teks


class Rekaman(Protocol):
    """Any dataclass."""

    __dataclass_fields__: ClassVar[dict[str, Any]]


T = TypeVar("T")
D = TypeVar("D", bound=Rekaman)
SATUAN: Final[Mapping[JenisKolom, str]] = {JenisKolom.RUPIAH: "Rp", JenisKolom.PERSEN: "%"}
"""What the numbers of a kind of column count."""


class PembacaBaris:
    """Reads the cells of one row, or the items of one list, and gathers what is found on the way."""

    def __init__(
        self,
        lembar: Lembar,
        sel: Mapping[str, Sel],
        berkas: str,
        pilihan: Mapping[str, tuple[str, ...]],
        daftar_temuan: list[Temuan],
    ) -> None:
        """Take one row.

        Args:
            lembar: The sheet, which says what each cell is.
            sel: The cells by column; those of a list by item.
            berkas: The file, for what has no cell.
            pilihan: The choices of the dropdowns, by name.
            daftar_temuan: Takes what is found.
        """
        self.lembar = lembar
        self.daftar_sel = sel
        self.berkas = berkas
        self.pilihan = pilihan
        self.daftar_temuan = daftar_temuan

    def kolom(self, kunci: str) -> Kolom:
        """Return the column or item of a name; a KeyError tells of a mistake in the program."""
        if not self.lembar.daftar_butir:
            return self.lembar.kolom(kunci)
        butir = self.lembar.butir(kunci)
        if butir is None:
            raise KeyError(kunci)
        return butir

    def sel(self, kunci: str) -> Sel | None:
        """Return the cell of a column; None where the sheet has none."""
        return self.daftar_sel.get(kunci)

    def asal(self, kunci: str) -> Asal:
        """Return where a value stands, the sheet where its cell is missing."""
        sel = self.sel(kunci)
        return sel.asal if sel else Asal(self.berkas, self.lembar.nama)

    @property
    def daftar_asal(self) -> dict[str, Asal]:
        """Where every value stands, by column."""
        return {kolom.kunci: self.asal(kolom.kunci) for kolom in self.lembar.daftar_butir or self.lembar.daftar_kolom}

    def terima(self, kunci: str, hasil: tuple[T, Daftar]) -> T:
        """Return what a cell was read as, and keep what was found in it."""
        self.kolom(kunci)
        self.daftar_temuan += hasil[1]
        return hasil[0]

    def teks(self, kunci: str) -> str:
        """Return a text, empty for a blank cell."""
        return self.terima(kunci, urai_teks(self.sel(kunci), self.kolom(kunci)))

    def tanggal(self, kunci: str) -> date | None:
        """Return a date, None for a blank cell."""
        return self.terima(kunci, urai_tanggal(self.sel(kunci), self.kolom(kunci)))

    def pilih(self, kunci: str) -> str:
        """Return a choice of the column's list, empty for a blank cell."""
        kolom = self.kolom(kunci)
        return self.terima(kunci, urai_pilihan(self.sel(kunci), kolom, self.pilihan.get(kolom.pilihan, ())))

    def angka(self, kunci: str) -> Isian:
        """Return a number in what its column counts, `BelumDilaporkan` for a blank cell."""
        sel, kolom = self.sel(kunci), self.kolom(kunci)
        if sel is None:
            return BelumDilaporkan()
        acuan = SERATUS if kolom.jenis is JenisKolom.PERSEN else None
        return self.terima(kunci, urai_angka(sel, kolom.judul, SATUAN.get(kolom.jenis, ""), acuan))

    def baca(self, kunci: str) -> Isian | str | date | None:
        """Return the value of a cell as the kind of its column asks."""
        match self.kolom(kunci).jenis:
            case JenisKolom.TANGGAL:
                return self.tanggal(kunci)
            case JenisKolom.PILIHAN:
                return self.pilih(kunci)
            case JenisKolom.ANGKA | JenisKolom.RUPIAH | JenisKolom.PERSEN:
                return self.angka(kunci)
        return self.teks(kunci)

    def rekam(self, kelas: type[D], **lain: object) -> D:
        """Return a record whose fields are the inputs of the same name; `lain` gives those that are read otherwise."""
        isian = {kolom.kunci for kolom in self.lembar.daftar_butir or self.lembar.kolom_isian}
        isi: dict[str, Any] = {
            satu.name: self.baca(satu.name) for satu in fields(kelas) if satu.name in isian and satu.name not in lain
        }
        return kelas(**lain, **isi)


def sel_butir(mentah: BukuMentah, lembar: Lembar) -> dict[str, Sel]:
    """Return the cells of a list of items, by item."""
    isi = mentah.lembar.get(lembar.kunci)
    return {baris.kunci: baris.sel["isi"] for baris in (isi.daftar_baris if isi else ()) if "isi" in baris.sel}
