"""Raw cells as they stand in a workbook, before anybody decides what they mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Context, Decimal
from enum import Enum, unique
from typing import Final, TypeAlias, assert_never

from lakip_gen.domain.angka_tertulis import koma, terbaca
from lakip_gen.domain.temuan import Asal

DIGIT_TERBANYAK: Final = 30
"""So many digits before or behind the comma are quoted one by one."""
_RINGKAS: Final = Context(prec=15)
IsiSel: TypeAlias = str | Decimal | date | bool | None


@unique
class JenisSel(Enum):
    """What a cell holds, whatever it should hold."""

    KOSONG = "kosong"
    TEKS = "teks"
    ANGKA = "angka"
    TANGGAL = "tanggal"
    LOGIKA = "logika"
    GALAT = "galat"
    RUMUS = "rumus"
    GAMBAR = "gambar"
    """A picture, or another thing that is no text or number, put into the cell itself."""


@unique
class Tampilan(Enum):
    """What somebody who looks at a cell sees that is not what the cell holds."""

    BIASA = "biasa"
    """What it holds, perhaps rounded."""
    BERSKALA = "berskala"
    """Another size: in thousands, with the word juta, with digits or without a minus of the format's own."""
    TAK_TAMPAK = "tak tampak"
    """Nothing, or a word in place of the number."""
    BERTANDA_PERSEN = "bertanda persen"
    """A percent sign that is mere text beside the number."""
    BERKATA = "berkata"
    """A word or a sign of the format's own beside the number, which may be another satuan or another number."""
    TERCORET = "tercoret"
    """Characters that are struck out."""
    BERPANGKAT = "berpangkat"
    """Digits raised or lowered beside a digit."""


@dataclass(frozen=True, slots=True)
class Sel:
    """One cell: its value, what kind that is, and where it stands.

    Attributes:
        persen: Whether a number is shown as percent (0.85 stands there as 85%).
        terkunci: Whether a formula stands in a locked cell, where the form itself put it.
        hasil: What a formula showed when the workbook was last saved; never data, only for findings.
        gabungan: The cells that were merged when this one vanished, as `O11:O12`.
        tampilan: What is seen of it that it does not hold.
        terlihat: What is seen, where that is worth quoting.
        panjang: How many characters a text had that no cell of a workbook can hold and that was cut; 0 for any other.
    """

    isi: IsiSel
    jenis: JenisSel
    asal: Asal
    persen: bool = False
    hasil: str = ""
    terkunci: bool = False
    gabungan: str = ""
    tampilan: Tampilan = Tampilan.BIASA
    terlihat: str = ""
    panjang: int = 0

    @property
    def kosong(self) -> bool:
        """Whether there is nothing in it; blanks alone are nothing."""
        return self.jenis is JenisSel.KOSONG or (isinstance(self.isi, str) and not self.isi.strip())

    @property
    def teks(self) -> str:
        """The content as text, the way a reader would copy it."""
        match self.isi:
            case None:
                return ""
            case bool():
                return "TRUE" if self.isi else "FALSE"
            case Decimal():
                return f"{self.isi:f}"
            case date():
                return f"{self.isi:%d/%m/%Y}"
            case str():
                return self.isi
        assert_never(self.isi)

    @property
    def tampil(self) -> str:
        """The content as a finding quotes it: a number as people write it."""
        return kutip_angka(self.isi) if isinstance(self.isi, Decimal) else self.teks


def kutip_angka(nilai: Decimal) -> str:
    """Return a number as a finding quotes it; one with tens of digits as a power of ten, as a spreadsheet shows it."""
    if nilai and abs(nilai.adjusted()) >= DIGIT_TERBANYAK:
        angka, _, pangkat = f"{nilai.normalize(_RINGKAS):E}".partition("E")
        return f"{koma(Decimal(angka))}E{pangkat}"
    return terbaca(nilai)


@dataclass(frozen=True, slots=True)
class Baris:
    """One row of a table or one item: its key, its number on the sheet, its cells by column name."""

    kunci: str
    nomor: int
    sel: Mapping[str, Sel]


@dataclass(frozen=True, slots=True)
class LembarMentah:
    """The rows that were found on one sheet.

    Attributes:
        kolom: The letter of each column that was found.
        daftar_tersembunyi: The numbers of the rows that are hidden or filtered away.
        kolom_tersembunyi: The columns that are hidden, by name.
        kepala: The number of the row of the headers; 0 where nobody noted it.
        tahun_kolom: The years that headers name, by the name of their column.
    """

    nama: str
    daftar_baris: tuple[Baris, ...] = ()
    kolom: Mapping[str, str] = field(default_factory=dict)
    daftar_tersembunyi: tuple[int, ...] = ()
    kolom_tersembunyi: tuple[str, ...] = ()
    kepala: int = 0
    tahun_kolom: Mapping[str, int] = field(default_factory=dict)
    _per_kunci: Mapping[str, Baris] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_per_kunci", {baris.kunci: baris for baris in reversed(self.daftar_baris)})

    def baris(self, kunci: str) -> Baris | None:
        """Return the first row with a key."""
        return self._per_kunci.get(kunci)


@unique
class JenisCatatan(Enum):
    """What somebody can add to a workbook outside the tables."""

    LEMBAR = "lembar"
    HALAMAN = "lembar bacaan"
    KEPALA = "kepala lembar bacaan"
    KOMENTAR = "komentar"
    KOTAK = "kotak teks"
    TEPI = "kepala atau kaki halaman"
    GAMBAR = "gambar"
    TAUTAN = "tautan"


@dataclass(frozen=True, slots=True)
class Catatan:
    """Something that somebody added outside the tables: what it is, where it begins, and what it says there."""

    jenis: JenisCatatan
    asal: Asal
    teks: str


@dataclass(frozen=True, slots=True)
class BukuMentah:
    """One workbook: what its meta sheet says of itself, and the sheets that were recognised."""

    berkas: str
    meta: Mapping[str, str] = field(default_factory=dict)
    lembar: Mapping[str, LembarMentah] = field(default_factory=dict)
    kepala: str = ""
    """What the first sheet with data shows above its table, for comparison with the meta sheet."""
    daftar_catatan: tuple[Catatan, ...] = ()
    """What somebody added where nobody reads: foreign sheets, cells on pages without inputs, comments, text boxes."""
