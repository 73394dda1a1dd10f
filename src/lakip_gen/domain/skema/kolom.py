"""What a column, an item and a sheet are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, unique


@unique
class JenisKolom(Enum):
    """What a cell holds; the value is how the reference page names it."""

    TEKS = "teks"
    PARAGRAF = "teks panjang"
    ANGKA = "angka"
    RUPIAH = "rupiah"
    PERSEN = "persen (85 berarti 85%)"
    TARGET = "angka, rentang “a s.d. b”, atau predikat"
    PILIHAN = "pilihan dari daftar"
    TANGGAL = "tanggal"
    RUMUS = "dihitung otomatis"


TANPA_BARIS = "Tidak ada yang perlu diisi."
"""What stands in a table that has no rows."""
LEGENDA = "Kuning bertanda * wajib diisi, putih boleh diisi, abu-abu terkunci."
"""What stands above every table of a form."""
PANJANG_TEKS = 255
PANJANG_PARAGRAF = 4000


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column of a table, or the value of one item.

    Attributes:
        kunci: Its name in the code and the templates.
        judul: Its header, which is also how the reader finds it.
        jenis: What its cells hold.
        lebar: Width in characters.
        isian: Whether the person at the form may type into it.
        wajib: Whether it must be filled.
        pilihan: The name of its list of choices.
        bantuan: What to type, as the input message and the Petunjuk sheet say it.
        contoh: An example.
        tersembunyi: Whether the column is hidden (row keys).
    """

    kunci: str
    judul: str
    jenis: JenisKolom = JenisKolom.TEKS
    lebar: int = 16
    isian: bool = False
    wajib: bool = False
    pilihan: str = ""
    bantuan: str = ""
    contoh: str = ""
    tersembunyi: bool = False

    @property
    def panjang(self) -> int:
        """The most characters its text may have."""
        return PANJANG_PARAGRAF if self.jenis is JenisKolom.PARAGRAF else PANJANG_TEKS


@dataclass(frozen=True, slots=True)
class Lembar:
    """One sheet: a table, or a list of fixed items.

    Attributes:
        kunci: Its name in the code.
        nama: Its tab in the workbook.
        judul: The heading on the sheet.
        keterangan: One sentence on what the sheet is for.
        daftar_kolom: The columns, left to right.
        kolom_kunci: The column that tells rows apart; empty where rows have no key of their own.
        daftar_butir: For a list of items: each item as the column that its value is.
        baris_kosong: Empty rows offered for typing in a table that starts empty.
        kolom_nama: A visible column that tells rows apart as well, for when the key column is lost.
        nama_kunci: The keys by what that column shows; empty where it shows the key itself.
    """

    kunci: str
    nama: str
    judul: str
    keterangan: str
    daftar_kolom: tuple[Kolom, ...]
    kolom_kunci: str = "kunci"
    daftar_butir: tuple[Kolom, ...] = ()
    baris_kosong: int = 0
    kolom_nama: str = ""
    nama_kunci: Mapping[str, str] = field(default_factory=dict)

    def kolom(self, kunci: str) -> Kolom:
        """Return the column of a name; a KeyError tells of a mistake in the program."""
        for kolom in self.daftar_kolom:
            if kolom.kunci == kunci:
                return kolom
        raise KeyError(kunci)

    def butir(self, kunci: str) -> Kolom | None:
        """Return the item of a name."""
        return next((butir for butir in self.daftar_butir if butir.kunci == kunci), None)

    def kunci_bernama(self, nama: str) -> str:
        """Return the key of the row that is called so; the name itself where that is the key."""
        return self.nama_kunci.get(nama, nama)

    @property
    def kolom_isian(self) -> tuple[Kolom, ...]:
        """The columns a person types into."""
        return tuple(kolom for kolom in self.daftar_kolom if kolom.isian)


def isian(
    kunci: str,
    judul: str,
    jenis: JenisKolom = JenisKolom.TEKS,
    lebar: int = 16,
    *,
    wajib: bool = False,
    pilihan: str = "",
    bantuan: str = "",
    contoh: str = "",
) -> Kolom:
    """Return a column of the buku induk; there the planner may type everywhere."""
    return Kolom(kunci, judul, jenis, lebar, isian=True, wajib=wajib, pilihan=pilihan, bantuan=bantuan, contoh=contoh)


KUNCI = Kolom("kunci", "Kunci", lebar=4, tersembunyi=True, bantuan="Penanda baris; jangan diubah.")


def lembar_butir(kunci: str, nama: str, judul: str, keterangan: str, daftar_butir: tuple[Kolom, ...]) -> Lembar:
    """Return a sheet of fixed items: one row each with its name, its value and what to type."""
    kolom = (
        KUNCI,
        Kolom("butir", "Butir", lebar=38),
        Kolom("isi", "Isi", JenisKolom.PARAGRAF, lebar=60, isian=True),
        Kolom("petunjuk", "Petunjuk", JenisKolom.PARAGRAF, lebar=60),
    )
    return Lembar(
        kunci,
        nama,
        judul,
        keterangan,
        kolom,
        daftar_butir=daftar_butir,
        kolom_nama="butir",
        nama_kunci={butir.judul: butir.kunci for butir in daftar_butir},
    )


@dataclass(frozen=True, slots=True)
class Daftar:
    """The choices that dropdowns offer, by the name that columns refer to."""

    isi: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def pilihan(self, nama: str) -> tuple[str, ...]:
        """Return the choices of a list, empty for an unknown name."""
        return self.isi.get(nama, ())
