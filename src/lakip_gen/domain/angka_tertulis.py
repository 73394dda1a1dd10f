"""Numbers as text: plain digits, with a decimal comma, with dots between thousands; and the one way to round."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

from lakip_gen.domain.nilai import Rentang, Target


def polos(nilai: Decimal) -> str:
    """Return a finite number as plain digits with a dot: no exponent, no trailing zeros, never `-0`."""
    teks = format(nilai, "f")
    if "." in teks:
        teks = teks.rstrip("0").rstrip(".")
    return teks if nilai else "0"


BANYAK_TITIK = 1_000_000
"""From here on a number has two dots, so that typed again it means one thing; 64.200 would mean two."""


def koma(nilai: Decimal) -> str:
    """Return a finite number as people type it: plain digits with a decimal comma, no thousands separators."""
    return polos(nilai).replace(".", ",")


def bertitik(nilai: Decimal, desimal: int | None = None) -> str:
    """Return a finite number with dots between thousands and a decimal comma, e.g. `1.234,56`.

    Args:
        nilai: The number.
        desimal: The decimals to show, rounded half up; None shows those the number has.
    """
    teks = polos(nilai) if desimal is None else format(bulatkan(nilai, desimal), "f")
    tanda = "-" if teks.startswith("-") else ""
    bulat, pemisah, pecahan = teks.removeprefix("-").replace(".", ",").partition(",")
    berkelompok = f"{int(bulat):,}".replace(",", ".")
    return f"{tanda}{berkelompok}{pemisah}{pecahan}"


def terbaca(nilai: Decimal) -> str:
    """Return a finite number as a finding shows it: with dots where nobody can take one for a decimal sign."""
    return bertitik(nilai) if abs(nilai) >= BANYAK_TITIK else koma(nilai)


def bulatkan(nilai: Decimal, desimal: int) -> Decimal:
    """Return a finite `nilai` rounded half up (away from zero) to `desimal` decimals, never minus zero.

    The one rounding function of the program; it is called only where a number is shown.
    """
    hasil = nilai.quantize(Decimal(1).scaleb(-desimal), context=_PEMBULATAN)
    return hasil or hasil.copy_abs()


_PEMBULATAN = Context(prec=10_000, rounding=ROUND_HALF_UP)
"""Room for every number a cell can hold, so that rounding never fails."""


DESIMAL_TERSIMPAN = 10
"""Figures that do not end are kept, and told to scripts, with so many decimals."""


def angka_tersimpan(angka: Decimal | None) -> str | None:
    """Return a figure as a file or a script gets it: plain digits; None where there is none."""
    return None if angka is None else polos(bulatkan(angka, DESIMAL_TERSIMPAN))


def target_tersimpan(target: Target | None) -> str | None:
    """Return a target as a file or a script gets it; None where there is none."""
    if isinstance(target, Rentang):
        return f"{angka_tersimpan(target.bawah)} s.d. {angka_tersimpan(target.atas)}"
    return angka_tersimpan(target)
