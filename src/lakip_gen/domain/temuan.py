"""Findings: what a check has to say, as a value that knows its place and its code.

A finding carries a stable code and parameters; its Indonesian wording lives in one catalogue
(`pesan/temuan/*.toml`) and is put together only when somebody reads it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, unique
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lakip_gen.domain.periode import Periode

KUTIPAN: Final = 1_000
"""So many characters of a value are quoted; whoever wants the rest opens the cell."""


@unique
class Tingkat(Enum):
    """How much a finding weighs, heaviest first."""

    GALAT = "galat"
    """Keeps a cell, a row or a whole form from being taken."""
    PERINGATAN = "peringatan"
    """Asks the unit for an explanation."""
    INFO = "info"
    """Tells how something was understood."""


@unique
class Cakupan(Enum):
    """How much of a form a galat keeps from being taken."""

    SEL = "sel"
    BARIS = "baris"
    FORMULIR = "formulir"


@dataclass(frozen=True, slots=True, order=True)
class Asal:
    """A place in a file: where a value came from, or where a finding points."""

    berkas: str = ""
    lembar: str = ""
    sel: str = ""

    def __str__(self) -> str:
        return " · ".join(bagian for bagian in (self.berkas, self.lembar, self.sel) if bagian)

    @property
    def alamat(self) -> str:
        """The sheet and the cell as a spreadsheet writes them."""
        return f"{self.lembar}!{self.sel}"

    @property
    def baris(self) -> int:
        """The number of the row; 0 where no cell is known."""
        return int("".join(filter(str.isdecimal, self.sel)) or 0)


@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding of one check.

    Attributes:
        kode: The code in the catalogue, e.g. ``angka-mendua``.
        asal: The file, sheet and cell it points at; empty parts where it has none.
        unit: The unit's kode, empty when the finding belongs to no unit.
        nilai: The value found, as the reader would see it.
        rincian: The parameters of the wording, by name.
        periode: The quarter of the form that it is about; None when it is about no unit's form.
    """

    kode: str
    asal: Asal = field(default_factory=Asal)
    unit: str = ""
    nilai: str = ""
    rincian: tuple[tuple[str, str], ...] = ()
    periode: Periode | None = None

    def __post_init__(self) -> None:
        # One text can be the key of thousands of rows: quoted whole, their findings would outgrow every memory.
        if len(self.nilai) > KUTIPAN:
            object.__setattr__(self, "nilai", _kutip(self.nilai))
        if any(len(isi) > KUTIPAN for _, isi in self.rincian):
            object.__setattr__(self, "rincian", tuple((nama, _kutip(isi)) for nama, isi in self.rincian))


def _kutip(teks: str) -> str:
    """Return as much of a text as is quoted, and how long it is."""
    if len(teks) <= KUTIPAN:
        return teks
    ekor = f"… (seluruhnya {len(teks)} karakter)"
    return teks[: KUTIPAN - len(ekor)] + ekor


def temuan(kode: str, asal: Asal | None = None, *, nilai: object = "", **rincian: object) -> Temuan:
    """Return a finding with its parameters turned into text."""
    return Temuan(
        kode=kode,
        asal=asal or Asal(),
        nilai=str(nilai),
        rincian=tuple((nama, str(isi)) for nama, isi in rincian.items()),
    )
