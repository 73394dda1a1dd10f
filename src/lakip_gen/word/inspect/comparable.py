"""Which values go together in a comparison or a computation, told from their types."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from lakip_gen.word.inspect.types import KOSONG, Daftar, members, options, without_none

if TYPE_CHECKING:
    from collections.abc import Collection

    from lakip_gen.word.inspect.types import Tipe

ANGKA: Final = "angka"
TEKS: Final = "teks"
DAFTAR: Final = "daftar"
_TERCETAK: Final = "angka siap cetak"
_KUMPULAN: Final = "kumpulan isi"


def figure_number(tipe: Tipe) -> Tipe | None:
    """Return the type of the number in a figure that prints itself; None for what is no such figure."""
    known = members(tipe) if isinstance(tipe, type) and hasattr(tipe, "__dataclass_fields__") else {}
    return without_none(known["nilai"]) if {"nilai", "ada"} <= known.keys() else None


def are_alike(kiri: Tipe, kanan: Tipe, jenis: Collection[str] = ()) -> bool:
    """Tell whether two values can go together, as far as is known.

    Args:
        kiri: The type of the one.
        kanan: The type of the other.
        jenis: The kinds that can go together at all; none for every kind.
    """
    pairs = [(_kind(a), _kind(b)) for a in _present(kiri) for b in _present(kanan)]
    return not pairs or any("" in pair or (pair[0] == pair[1] and (not jenis or pair[0] in jenis)) for pair in pairs)


def kinds(tipe: Tipe) -> str:
    """Return the words for what a value may be."""
    return " atau ".join(sorted(set(map(_kind, _present(tipe)))))


def _present(tipe: Tipe) -> frozenset[Tipe]:
    return options(tipe) - {KOSONG}


def _kind(tipe: Tipe) -> str:
    """Return the word for what a value is; empty where nothing is known."""
    if isinstance(tipe, Daftar):
        return DAFTAR
    if not isinstance(tipe, type):
        return ""
    if issubclass(tipe, str):
        return TEKS
    if issubclass(tipe, (int, float, Decimal)):
        return ANGKA
    if figure_number(tipe):
        return _TERCETAK
    return _KUMPULAN if hasattr(tipe, "__dataclass_fields__") else ""
