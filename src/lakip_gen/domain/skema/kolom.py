"""What a column, an item and a sheet are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
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


BERLAKU_SEJAK = "berlaku_sejak"
"""The column that says from which day on a row holds."""
BERLAKU_SAMPAI = "berlaku_sampai"
"""The column that says which day is the last on which there is what a row is about."""
TANPA_BARIS = "Tidak ada yang perlu diisi."
"""What stands in a table that has no rows."""
LEGENDA = "Kuning bertanda * wajib diisi, putih boleh diisi, abu-abu terkunci."
"""What stands above every table of a form."""
PANJANG_TEKS = 255
PANJANG_PARAGRAF = 4000
DIGIT_VERSI = 6
"""A longer version is none."""


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
        sejak: The version that first had it; what is older is never asked for it.
        dulu: What a workbook meant by it that is older than the column, where empty would mean something else.
        dijaga: Whether it is locked and must still hold what was handed out.
        bernama: Whether it is what people know the row by, beside its kode.
        triwulan: The quarter it is about; None where it is about none.
        analisis: Whether it analyses a figure: nobody asks for that of a program, kegiatan or subkegiatan.
        bila: The known column that must hold something for this one to be asked; empty where it always is.
        tahun_lalu: How many years before the workbook's own its values are of; 0 for none before.
        longgar: Whether a workbook may lack it, and then holds nothing there.
        judul_dulu: The headers that it had before; by these a workbook of that time is still read.
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
    sejak: int = 1
    dulu: str = ""
    dijaga: bool = False
    bernama: bool = False
    triwulan: int | None = None
    analisis: bool = False
    bila: str = ""
    tahun_lalu: int = 0
    longgar: bool = False
    judul_dulu: tuple[str, ...] = ()

    @property
    def panjang(self) -> int:
        """The most characters its text may have."""
        return PANJANG_PARAGRAF if self.jenis is JenisKolom.PARAGRAF else PANJANG_TEKS

    @property
    def semua_judul(self) -> tuple[str, ...]:
        """Every header by which it is found, the present one first."""
        return (self.judul, *self.judul_dulu)

    def judul_pada(self, tahun: int | None) -> str:
        """Return its header in the workbook of a year, which names the year that its values are of."""
        return f"{self.judul} ({tahun - self.tahun_lalu})" if tahun and self.tahun_lalu else self.judul


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
        sejak: The version that first had it.
        longgar: Whether a workbook may lack it, and then holds nothing there.
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
    sejak: int = 1
    longgar: bool = False

    def pada(self, versi: int) -> Lembar:
        """Return the sheet as a version had it; the very same where nothing came later."""
        daftar_kolom = tuple(kolom for kolom in self.daftar_kolom if kolom.sejak <= versi)
        daftar_butir = tuple(butir for butir in self.daftar_butir if butir.sejak <= versi)
        if (daftar_kolom, daftar_butir) == (self.daftar_kolom, self.daftar_butir):
            return self
        return replace(self, daftar_kolom=daftar_kolom, daftar_butir=daftar_butir)

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

    @property
    def bermasa(self) -> bool:
        """Whether its rows hold from a day on, so that a later one changes an earlier one of the same key."""
        return bool(self.kolom_kunci) and any(kolom.kunci == BERLAKU_SEJAK for kolom in self.daftar_kolom)

    @property
    def kolom_dijaga(self) -> tuple[Kolom, ...]:
        """The locked columns that must still hold what was handed out."""
        return tuple(kolom for kolom in self.daftar_kolom if kolom.dijaga)

    @property
    def kolom_analisis(self) -> frozenset[str]:
        """The columns that analyse a figure."""
        return frozenset(kolom.kunci for kolom in self.daftar_kolom if kolom.analisis)

    @property
    def kolom_bernama(self) -> Kolom | None:
        """The column that people know a row by."""
        return next((kolom for kolom in self.daftar_kolom if kolom.bernama), None)


def baca_versi(tertulis: str | None) -> int | None:
    """Return the version that a workbook says it has; None where it says none that there can be."""
    if tertulis is None or not tertulis.isascii() or not tertulis.isdigit() or len(tertulis) > DIGIT_VERSI:
        return None
    return int(tertulis) or None


def pada_versi(daftar_lembar: Iterable[Lembar], versi: int | None) -> tuple[Lembar, ...]:
    """Return the sheets as a version had them; as they are now where nobody knows the version."""
    if versi is None:
        return tuple(daftar_lembar)
    return tuple(lembar.pada(versi) for lembar in daftar_lembar if lembar.sejak <= versi)


def isian(
    kunci: str,
    judul: str,
    jenis: JenisKolom = JenisKolom.TEKS,
    *,
    lebar: int = 16,
    wajib: bool = False,
    pilihan: str = "",
    bantuan: str = "",
    contoh: str = "",
    sejak: int = 1,
    dulu: str = "",
    triwulan: int | None = None,
    tahun_lalu: int = 0,
    longgar: bool = False,
) -> Kolom:
    """Return a column of the buku induk; there the planner may type everywhere."""
    return Kolom(
        kunci,
        judul,
        jenis,
        lebar=lebar,
        isian=True,
        wajib=wajib,
        pilihan=pilihan,
        bantuan=bantuan,
        contoh=contoh,
        sejak=sejak,
        dulu=dulu,
        triwulan=triwulan,
        tahun_lalu=tahun_lalu,
        longgar=longgar,
    )


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
