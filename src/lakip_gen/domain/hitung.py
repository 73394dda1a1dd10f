"""Exact arithmetic: quotients keep more digits than are shown, so that three thirds are one."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal, DivisionByZero, InvalidOperation
from functools import reduce
from typing import Final

_PENGGENAPAN: Final = Context(prec=28, rounding=ROUND_HALF_UP)
_PENJUMLAHAN: Final = Context(prec=80, rounding=ROUND_HALF_UP)
_PEMBAGIAN: Final = Context(prec=40, rounding=ROUND_HALF_UP, traps=[DivisionByZero, InvalidOperation])


def bagi(atas: Decimal, bawah: Decimal) -> Decimal:
    """Return a quotient of 40 significant digits, 12 more than are compared and shown.

    Raises:
        ZeroDivisionError: When `bawah` is 0; whoever divides looks first.
    """
    return _PEMBAGIAN.divide(atas, bawah)


def jumlahkan(daftar: Iterable[Decimal]) -> Decimal:
    """Return a sum in which no digit of a quotient is lost."""
    return reduce(_PENJUMLAHAN.add, daftar, Decimal(0))


def kalikan(satu: Decimal, dua: Decimal) -> Decimal:
    """Return a product in which no digit of a quotient is lost."""
    return _PENJUMLAHAN.multiply(satu, dua)


def genapkan(nilai: Decimal) -> Decimal:
    """Return a number with the 28 digits that are compared and shown, so that three thirds are one."""
    return _PENGGENAPAN.plus(nilai)
