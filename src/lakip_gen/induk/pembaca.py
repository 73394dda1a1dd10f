"""Reading the rows and items of the buku induk, and gathering what is found on the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from enum import Enum
from types import MappingProxyType
from typing import Final, TypeVar

from lakip_gen.domain.kinerja import SkalaPredikat
from lakip_gen.domain.mentah import BukuMentah, Sel
from lakip_gen.domain.nilai import Nilai, Target
from lakip_gen.domain.pembaca import PembacaBaris, sel_butir
from lakip_gen.domain.skema import induk as skema
from lakip_gen.domain.skema.kolom import Lembar, baca_versi
from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.domain.urai import Daftar, urai_target

E = TypeVar("E", bound=Enum)
T = TypeVar("T")
DESIMAL_TERBANYAK: Final = 4
KODE_INDUK: Final = {"pilihan-asing": "induk-pilihan-asing", "rumus-di-teks": "induk-rumus"}
"""What is told of these here is a galat: the whole year would stand on a guess, or print a formula."""


class PembacaBuku:
    """Reads the sheets of the buku induk and gathers what is found on the way."""

    def __init__(self, mentah: BukuMentah, di_luar_masa: Mapping[tuple[str, str], str] = MappingProxyType({})) -> None:
        """Take a buku induk.

        Args:
            mentah: Its cells, those in force on a day.
            di_luar_masa: The kode by sheet that are not in force on that day, with why not.
        """
        self.mentah = mentah
        self.di_luar_masa = di_luar_masa
        self.versi = baca_versi(mentah.meta.get("versi"))
        self.daftar_temuan: list[Temuan] = []

    def temukan(self, kode: str, asal: Asal, nilai: object = "", **rincian: object) -> None:
        """Add a finding."""
        self.daftar_temuan.append(temuan(kode, asal, nilai=nilai, **rincian))

    def sudah_ditemukan(self, asal: Asal) -> bool:
        """Return whether something was found at a cell, so that nothing lighter need be said of it."""
        return bool(asal.sel) and any(satu.asal == asal for satu in self.daftar_temuan)

    def daftar(self, lembar: Lembar) -> Iterator[IsiInduk]:
        """Yield the rows of a table."""
        isi = self.mentah.lembar.get(lembar.kunci)
        for baris in isi.daftar_baris if isi else ():
            yield IsiInduk(self, lembar, baris.sel)

    def butir(self, lembar: Lembar) -> IsiInduk:
        """Return the reader of a list of items."""
        return IsiInduk(self, lembar, sel_butir(self.mentah, lembar))


class IsiInduk(PembacaBaris):
    """Reads one row of the buku induk, or one of its lists of items; here a blank cell may be a fault."""

    def __init__(self, buku: PembacaBuku, lembar: Lembar, sel: Mapping[str, Sel]) -> None:
        super().__init__(lembar, sel, buku.mentah.berkas, skema.DAFTAR_PILIHAN.isi, buku.daftar_temuan)
        self.buku = buku

    def temukan(self, kode: str, kunci: str, nilai: object = "", **rincian: object) -> None:
        """Add a finding at the cell of a column."""
        self.buku.temukan(kode, self.asal(kunci), nilai, **rincian)

    def terima(self, kunci: str, hasil: tuple[T, Daftar]) -> T:
        """Return what a cell was read as, and keep what was found in it, heavier than in a unit's form."""
        isi, daftar = hasil
        for satu in daftar:
            self.daftar_temuan.append(replace(satu, kode=KODE_INDUK.get(satu.kode, satu.kode)))
        self._wajib(kunci, isi)
        return isi

    def _wajib(self, kunci: str, isi: object) -> None:
        """Find a blank cell that must be filled; what a missing sheet lacks was told with the sheet."""
        kolom, asal, versi = self.kolom(kunci), self.asal(kunci), self.buku.versi
        if not kolom.wajib or not (isi is None or isi == "") or self.lembar.kunci not in self.buku.mentah.lembar:
            return
        if not self.buku.sudah_ditemukan(asal) and (versi is None or kolom.sejak <= versi):
            self.temukan("induk-wajib-kosong", kunci, kolom=kolom.judul)

    def bilangan(self, kunci: str) -> Decimal | None:
        """Return a number, None for a blank cell or one that holds none."""
        isian = self.angka(kunci)
        bilangan = isian.angka if isinstance(isian, Nilai) else None
        self._wajib(kunci, bilangan)
        return bilangan

    def jenis(self, kunci: str, jenis: type[E], bawaan: E) -> E:
        """Return a choice as the member of its enumeration."""
        teks = self.pilih(kunci)
        return jenis(teks) if teks else bawaan

    def target(self, kunci: str, satuan: str, skala: SkalaPredikat | None) -> Target | None:
        """Return a target, None for a blank cell."""
        return self.terima(kunci, urai_target(self.sel(kunci), self.kolom(kunci).judul, satuan, skala))

    def desimal(self, kunci: str, bawaan: int) -> int:
        """Return a number of decimals, the default where none or a wrong one is written."""
        angka = self.bilangan(kunci)
        if angka is None:
            return bawaan
        if angka != int(angka) or not 0 <= angka <= DESIMAL_TERBANYAK:
            self.temukan("desimal-salah", kunci, angka)
            return bawaan
        return int(angka)
