"""Numbers, dates and small words as Indonesian writes them.

Nothing here asks the locale of the computer. Numbers are rounded half up, and only here, where they are
shown. What is printed is written in the grammar of `domain.angka`: typed into a form it is read as the same
number, or refused as ambiguous (`1,234`), never read as another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lakip_gen.domain.angka_tertulis import bertitik, bulatkan
from lakip_gen.domain.periode import NAMA_BULAN

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from decimal import Decimal

NAMA_HARI: Final = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
KOSONG: Final = "–"
"""Stands where there is nothing to show, so that nobody takes an empty place for a zero."""
MINUS: Final = "\N{MINUS SIGN}"
"""The sign before a number below zero; it is as wide as a digit, and no line breaks behind it."""
TERBILANG_TERBESAR = 10**15
"""The largest number, either side of zero, that `terbilang` puts into words."""

_SATUAN = (
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
)
_TINGKAT = (
    (10**12, "triliun"),
    (10**9, "miliar"),
    (10**6, "juta"),
    (10**3, "ribu"),
    (100, "ratus"),
    (10, "puluh"),
)
_BELASAN = range(12, 20)
_SE = {100: "seratus", 1000: "seribu"}
"""The numbers whose one is written as a prefix."""

KATA_BILANGAN: Final = frozenset({*_SATUAN, *(nama for _, nama in _TINGKAT), *_SE.values(), "belas"})
"""The words of which `terbilang` makes numbers."""

_ROMAWI = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_ROMAWI_TERBESAR = 3999
_SEPASANG = 2


def angka(nilai: Decimal, desimal: int | None = None) -> str:
    """Return a number with dots between thousands and a decimal comma, e.g. `1.234,56`.

    Args:
        nilai: A finite number.
        desimal: The decimals to show, rounded half up; None shows those the number has.
    """
    return bertitik(nilai, desimal)


def minus(teks: str) -> str:
    """Return a figure with the sign that a document has below zero; a form may be typed with any."""
    return teks.replace("-", MINUS)


def rupiah(nilai: Decimal) -> str:
    """Return an amount in whole rupiah, rounded half up, without the Rp: `1.004.422.800`."""
    return angka(nilai, 0)


def persen(nilai: Decimal, desimal: int = 2) -> str:
    """Return a percentage with `desimal` decimals, rounded half up, without the sign: `99,66`."""
    return angka(nilai, desimal)


def terbilang(nilai: int) -> str:
    """Return a whole number in words, e.g. `tiga ratus dua puluh satu`.

    Raises:
        ValueError: When `nilai` is further from zero than `TERBILANG_TERBESAR`.
    """
    if abs(nilai) > TERBILANG_TERBESAR:
        raise ValueError(f"Angka {nilai} terlalu besar untuk ditulis dengan huruf.")
    return f"minus {_terbilang_positif(-nilai)}" if nilai < 0 else _terbilang_positif(nilai)


def romawi(nilai: int) -> str:
    """Return a whole number in Roman numerals, e.g. `IV`.

    Raises:
        ValueError: When `nilai` is not between 1 and 3999.
    """
    if not 1 <= nilai <= _ROMAWI_TERBESAR:
        raise ValueError(f"Angka {nilai} tidak dapat ditulis dengan angka Romawi.")
    hasil = ""
    for besar, lambang in _ROMAWI:
        kali, nilai = divmod(nilai, besar)
        hasil += lambang * kali
    return hasil


def hitungan(banyak: int) -> str:
    """Return a count as reports print it, e.g. `3 (tiga)`."""
    return f"{banyak} ({terbilang(banyak)})"


def seluruh(banyak: int) -> str:
    """Return the words for all of so many: `satu-satunya`, `kedua`, `seluruh 3 (tiga)`."""
    return {1: "satu-satunya", 2: "kedua"}.get(banyak, f"seluruh {hitungan(banyak)}")


def kalimat(teks: str) -> str:
    """Return a text as a sentence: with a capital, and its full stop."""
    return f"{teks[:1].upper()}{teks[1:]}."


def bulan(nomor: int) -> str:
    """Return the name of the month `nomor`, e.g. `Agustus` for 8.

    Raises:
        ValueError: When `nomor` is not between 1 and 12.
    """
    if not 1 <= nomor <= len(NAMA_BULAN):
        raise ValueError(f"Tidak ada bulan nomor {nomor}.")
    return NAMA_BULAN[nomor - 1]


def tanggal(hari: date) -> str:
    """Return a date in full, e.g. `17 Agustus 2025`."""
    return f"{hari.day} {bulan(hari.month)} {hari.year}"


def hari_tanggal(hari: date) -> str:
    """Return a date with its day of the week, e.g. `Minggu, 17 Agustus 2025`."""
    return f"{NAMA_HARI[hari.weekday()]}, {tanggal(hari)}"


def oleh_pada(oleh: str, hari: date | None) -> str:
    """Return by whom and when, as a sentence goes on: ` oleh Sekretaris pada 11 April 2025`; what is unknown, not."""
    return (f" oleh {oleh}" if oleh else "") + (f" pada {tanggal(hari)}" if hari else "")


def gabung(daftar: Sequence[str]) -> str:
    """Return the texts as one list in a sentence: `a`, `a dan b`, `a, b, dan c`; empty for none."""
    if len(daftar) <= _SEPASANG:
        return " dan ".join(daftar)
    return f"{', '.join(daftar[:-1])}, dan {daftar[-1]}"


def banding(baru: Decimal, lama: Decimal, desimal: int = 2) -> str:
    """Return `naik`, `turun` or `tetap`, as the difference looks when shown with `desimal` decimals."""
    selisih = bulatkan(baru - lama, desimal)
    if not selisih:
        return "tetap"
    return "naik" if selisih > 0 else "turun"


def _terbilang_positif(nilai: int) -> str:
    if nilai < len(_SATUAN):
        return _SATUAN[nilai]
    if nilai in _BELASAN:
        return f"{_SATUAN[nilai - 10]} belas"
    besar, nama = next(tingkat for tingkat in _TINGKAT if nilai >= tingkat[0])
    kali, sisa = divmod(nilai, besar)
    depan = _SE[besar] if kali == 1 and besar in _SE else f"{_terbilang_positif(kali)} {nama}"
    return f"{depan} {_terbilang_positif(sisa)}" if sisa else depan
