"""Reading the rows and items of the buku induk, and gathering what is found on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Final, TypeVar

from lakip_gen.domain.kinerja import SkalaPredikat
from lakip_gen.domain.mentah import Baris, BukuMentah, Sel
from lakip_gen.domain.nilai import Nilai, Target
from lakip_gen.domain.skema import induk as skema
from lakip_gen.domain.skema.kolom import JenisKolom, Kolom, Lembar
from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.domain.urai import (
    Daftar,
    urai_angka,
    urai_pilihan,
    urai_tanggal,
    urai_target,
    urai_teks,
)

E = TypeVar("E", bound=Enum)
T = TypeVar("T")
DESIMAL_TERBANYAK: Final = 4


class IsiBaris:
    """Reads the cells of one row of the buku induk and gathers what is found."""

    def __init__(self, baca: Pembaca, lembar: Lembar, baris: Baris) -> None:
        self.baca = baca
        self.lembar = lembar
        self.baris = baris

    def sel(self, kunci: str) -> Sel | None:
        """Return the cell of a column."""
        return self.baris.sel.get(kunci)

    def asal(self, kunci: str) -> Asal:
        """Return where a value stands, the sheet where its cell is missing."""
        sel = self.sel(kunci)
        return sel.asal if sel else Asal(self.baca.mentah.berkas, self.lembar.nama)

    def teks(self, kunci: str) -> str:
        """Return a text, empty for a blank cell."""
        kolom = self.lembar.kolom(kunci)
        return self.baca.wajib(self.baca.teks(self.sel(kunci), kolom), kolom, self.asal(kunci))

    def angka(self, kunci: str) -> Decimal | None:
        """Return a number, None for a blank cell."""
        kolom, sel = self.lembar.kolom(kunci), self.sel(kunci)
        return self.baca.wajib(self.baca.angka(sel, kolom), kolom, self.asal(kunci))

    def pilih(self, kunci: str, jenis: type[E], bawaan: E) -> E:
        """Return a choice of a list."""
        kolom = self.lembar.kolom(kunci)
        pilihan = tuple(str(butir.value) for butir in jenis)
        teks = self.baca.pilih(self.sel(kunci), kolom, pilihan)
        self.baca.wajib(teks, kolom, self.asal(kunci))
        return jenis(teks) if teks else bawaan

    def target(self, kunci: str, satuan: str, skala: SkalaPredikat | None) -> Target | None:
        """Return a target, None for a blank cell."""
        kolom = self.lembar.kolom(kunci)
        target = self.baca.catat(urai_target(self.sel(kunci), kolom.judul, satuan, skala))
        return self.baca.wajib(target, kolom, self.asal(kunci))


class Pembaca:
    """Reads the sheets of the buku induk and gathers what is found on the way."""

    def __init__(self, mentah: BukuMentah) -> None:
        self.mentah = mentah
        self.daftar_temuan: list[Temuan] = []

    def catat(self, hasil: tuple[T, Daftar]) -> T:
        """Keep the findings of a reading and return its value."""
        self.daftar_temuan += hasil[1]
        return hasil[0]

    def temukan(self, kode: str, asal: Asal, nilai: object = "", **rincian: object) -> None:
        """Add a finding."""
        self.daftar_temuan.append(temuan(kode, asal, nilai=nilai, **rincian))

    def wajib(self, isi: T, kolom: Kolom, asal: Asal) -> T:
        """Return a value; a blank one that must be filled is a finding."""
        sudah = bool(asal.sel) and any(t.asal == asal for t in self.daftar_temuan)
        if kolom.wajib and (isi is None or isi == "") and not sudah:
            self.temukan("induk-wajib-kosong", asal, kolom=kolom.judul)
        return isi

    def angka(self, sel: Sel | None, kolom: Kolom) -> Decimal | None:
        """Return a number, None for a blank cell."""
        if sel is None:
            return None
        isian = self.catat(urai_angka(sel, kolom.judul, "Rp" if kolom.jenis is JenisKolom.RUPIAH else ""))
        return isian.angka if isinstance(isian, Nilai) else None

    def pilih(self, sel: Sel | None, kolom: Kolom, pilihan: tuple[str, ...]) -> str:
        """Return a choice; here a wrong one is a galat, because the whole year would stand on a guess."""
        teks, daftar = urai_pilihan(sel, kolom, pilihan)
        for butir in daftar:
            if butir.kode == "pilihan-asing":
                self.temukan(
                    "induk-pilihan-asing", butir.asal, butir.nilai, kolom=kolom.judul, pilihan=", ".join(pilihan)
                )
            else:
                self.daftar_temuan.append(butir)
        return teks

    def teks(self, sel: Sel | None, kolom: Kolom) -> str:
        """Return a text; here a formula is a galat, because its text would be printed in the report."""
        teks, daftar = urai_teks(sel, kolom)
        for butir in daftar:
            kode = "induk-rumus" if butir.kode == "rumus-di-teks" else butir.kode
            self.daftar_temuan.append(replace(butir, kode=kode))
        return teks

    def daftar(self, lembar: Lembar) -> Iterator[IsiBaris]:
        """Yield the rows of a table."""
        isi = self.mentah.lembar.get(lembar.kunci)
        for baris in isi.daftar_baris if isi else ():
            yield IsiBaris(self, lembar, baris)

    def butir(self, lembar: Lembar) -> dict[str, Sel]:
        """Return the cells of a sheet of items by item."""
        isi = self.mentah.lembar.get(lembar.kunci)
        return {baris.kunci: baris.sel["isi"] for baris in (isi.daftar_baris if isi else ()) if "isi" in baris.sel}

    def isi_butir(self, lembar: Lembar) -> IsiButir:
        """Return the reader of a sheet of items."""
        return IsiButir(self, lembar, self.butir(lembar))


class IsiButir:
    """Reads a sheet of fixed items."""

    def __init__(self, baca: Pembaca, lembar: Lembar, sel: dict[str, Sel]) -> None:
        self.baca = baca
        self.lembar = lembar
        self.sel = sel

    def _wajib(self, isi: T, kunci: str) -> T:
        """Return a value; what a missing sheet lacks was told with the sheet."""
        ada = self.lembar.kunci in self.baca.mentah.lembar
        return self.baca.wajib(isi, self._kolom(kunci), self.asal(kunci)) if ada else isi

    def _kolom(self, kunci: str) -> Kolom:
        kolom = self.lembar.butir(kunci)
        if kolom is None:
            raise KeyError(kunci)
        return kolom

    def asal(self, kunci: str) -> Asal:
        """Return where a value stands, the sheet where its cell is missing."""
        return self.sel[kunci].asal if kunci in self.sel else Asal(self.baca.mentah.berkas, self.lembar.nama)

    def teks(self, kunci: str) -> str:
        """Return a text, empty for a blank cell."""
        self._kolom(kunci)
        return self._wajib(self.baca.teks(self.sel.get(kunci), self._kolom(kunci)), kunci)

    def angka(self, kunci: str) -> Decimal | None:
        """Return a number, None for a blank cell."""
        self._kolom(kunci)
        return self._wajib(self.baca.angka(self.sel.get(kunci), self._kolom(kunci)), kunci)

    def tanggal(self, kunci: str) -> date | None:
        """Return a date, None for a blank cell."""
        return self.baca.catat(urai_tanggal(self.sel.get(kunci), self._kolom(kunci)))

    def pilih(self, kunci: str) -> str:
        """Return a choice of a list."""
        kolom = self._kolom(kunci)
        return self.baca.pilih(self.sel.get(kunci), kolom, skema.DAFTAR_PILIHAN.pilihan(kolom.pilihan))


def baca_desimal(baca: Pembaca, angka: Decimal | None, asal: Asal, bawaan: int) -> int:
    """Return a number of decimals, the default where none or a wrong one is written."""
    if angka is None:
        return bawaan
    if angka != int(angka) or not 0 <= angka <= DESIMAL_TERBANYAK:
        baca.temukan("desimal-salah", asal, angka)
        return bawaan
    return int(angka)
