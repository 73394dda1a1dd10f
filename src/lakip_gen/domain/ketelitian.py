"""How many decimals a figure needs, so that rounding never hides on which side of a border it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lakip_gen.domain.angka_tertulis import bulatkan
from lakip_gen.domain.capaian import SERATUS
from lakip_gen.domain.nilai import batas_target

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from decimal import Decimal

    from lakip_gen.domain.aturan import Aturan
    from lakip_gen.domain.pengukuran import Pengukuran

TAMBAHAN: Final = 8
"""So many more decimals are printed at most; what differs less is told in words."""


def desimal_capaian(angka: Decimal, aturan: Aturan) -> int:
    """Return the decimals of a capaian: as many as keep it in its band, and on its side of 100 percent."""
    batas = (SERATUS, *(pita.batas for pita in aturan.skala))
    return _desimal_sesisi(angka, batas, aturan)


def desimal_mentah(angka: Decimal, aturan: Aturan) -> int:
    """Return the decimals of what a formula gave: as many as keep it on its side of the agency's bounds."""
    semua = (aturan.ambang_batas, aturan.batas_atas, aturan.batas_bawah)
    batas = [satu for satu in semua if satu is not None]
    return _desimal_sesisi(angka, batas, aturan)


def desimal_persen(angka: Decimal, aturan: Aturan) -> int:
    """Return the decimals of any other percentage: as many as tell it from 100."""
    return _desimal_sesisi(angka, (SERATUS,), aturan)


def desimal_ukuran(ukur: Pengukuran, desimal: int) -> int:
    """Return the decimals of a realisasi and its target: as many as tell the two apart."""
    if ukur.realisasi.angka is None:
        return desimal
    return desimal_beda(ukur.realisasi.angka, batas_target(ukur.target), desimal)


def desimal_beda(angka: Decimal, daftar_acuan: Iterable[Decimal], desimal: int) -> int:
    """Return the decimals that tell a figure from others that it differs from."""
    daftar = tuple(daftar_acuan)
    return _secukupnya(desimal, lambda banyak: _berbeda(angka, daftar, banyak))


def _secukupnya(desimal: int, cukup: Callable[[int], bool]) -> int:
    """Return the fewest decimals that are enough; the usual ones where none are."""
    return next((banyak for banyak in range(desimal, desimal + TAMBAHAN + 1) if cukup(banyak)), desimal)


def _desimal_sesisi(angka: Decimal, daftar_batas: Sequence[Decimal], aturan: Aturan) -> int:
    """Return the decimals that keep a percentage on its side of some bounds."""
    return _secukupnya(aturan.desimal_capaian, lambda desimal: _sesisi(angka, daftar_batas, desimal))


def _sesisi(angka: Decimal, daftar_batas: Iterable[Decimal], desimal: int) -> bool:
    tampil = bulatkan(angka, desimal)
    return all((angka > b) - (angka < b) == (tampil > b) - (tampil < b) for b in daftar_batas)


def _berbeda(angka: Decimal, daftar_acuan: Iterable[Decimal], desimal: int) -> bool:
    tampil = bulatkan(angka, desimal)
    return all(acuan == angka or tampil != bulatkan(acuan, desimal) for acuan in daftar_acuan)
