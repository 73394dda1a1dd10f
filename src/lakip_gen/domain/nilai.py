"""What a figure can be: a number, a fraction, not reported, or not applicable. Blank is never zero."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Nilai:
    """A figure in the indicator's own satuan."""

    angka: Decimal


@dataclass(frozen=True, slots=True)
class Pecahan:
    """A figure that is kept as pembilang and penyebut, so that sums of quarters and units stay true."""

    pembilang: Decimal
    penyebut: Decimal


@dataclass(frozen=True, slots=True)
class BelumDilaporkan:
    """A figure that is due but not there, with the reason as the reader will see it."""

    alasan: str = "belum dilaporkan"


@dataclass(frozen=True, slots=True)
class TidakBerlaku:
    """A figure that has no meaning here, with the reason as the reader will see it."""

    alasan: str = "tidak berlaku"


@dataclass(frozen=True, slots=True)
class TidakDitunggu:
    """A figure that nobody asked for in this quarter, with the reason as the reader will see it."""

    alasan: str = "tidak ada target pada periode ini"


Isian: TypeAlias = Nilai | Pecahan | BelumDilaporkan | TidakBerlaku | TidakDitunggu
"""What a unit reported for one figure."""


@dataclass(frozen=True, slots=True)
class Hasil:
    """A figure of a period: a number or the reason why there is none, and a note on what it covers.

    Attributes:
        sebagian: Whether something that is due is missing in it, so that it may still change.
    """

    isi: Nilai | BelumDilaporkan | TidakBerlaku | TidakDitunggu
    catatan: str = ""
    sebagian: bool = False

    @property
    def angka(self) -> Decimal | None:
        """The number, or None where there is none."""
        return self.isi.angka if isinstance(self.isi, Nilai) else None

    @property
    def keterangan(self) -> str:
        """The note, or the reason why there is no number."""
        return self.catatan if isinstance(self.isi, Nilai) else self.isi.alasan


@dataclass(frozen=True, slots=True)
class Rentang:
    """A target that is met inside two bounds, both included."""

    bawah: Decimal
    atas: Decimal


Target: TypeAlias = Decimal | Rentang


def batas_target(target: Target | None) -> tuple[Decimal, ...]:
    """Return the numbers that a target consists of."""
    match target:
        case None:
            return ()
        case Rentang(bawah, atas):
            return (bawah, atas)
    return (target,)
