"""What a text typed in a number cell may turn out to be."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Terbaca:
    """A text that is exactly one number.

    Attributes:
        nilai: The number, without trailing zeros or exponent, never minus zero.
        catatan: What was normalised, as short Indonesian notes; empty for a plain text like `85,5`.
    """

    nilai: Decimal
    catatan: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kosong:
    """Nothing was typed, or nothing that can be seen; never zero."""


@dataclass(frozen=True, slots=True)
class Mendua:
    """A text that is two numbers at once.

    Attributes:
        daftar_kemungkinan: The readings: first with the separator as decimal comma, then as thousands.
    """

    daftar_kemungkinan: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class TandaHubung:
    """Only a hyphen or dash: neither zero nor blank until the unit says which."""


@dataclass(frozen=True, slots=True)
class TidakBerlakuTertulis:
    """A text of `KATA_TIDAK_BERLAKU`, as it was typed."""

    teks: str


@dataclass(frozen=True, slots=True)
class SatuanAsing:
    """A number with a word that is not the satuan of its row.

    Attributes:
        nilai: The number, in the satuan that was typed.
        satuan: The word as it was typed.
    """

    nilai: Decimal
    satuan: str


@dataclass(frozen=True, slots=True)
class BukanAngka:
    """A text that is no number.

    Attributes:
        alasan: Why, as an Indonesian clause without capital and full stop.
    """

    alasan: str


Bacaan: TypeAlias = Terbaca | Kosong | Mendua | TandaHubung | TidakBerlakuTertulis | SatuanAsing | BukanAngka
"""Whatever `baca` may find in a text."""
