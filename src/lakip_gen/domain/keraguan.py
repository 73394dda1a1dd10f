"""Doubts about a form, and what a planner accepted of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Hal:
    """One doubt about a form: the code of its finding, the cell, and what stands there."""

    kode: str
    lembar: str
    sel: str
    nilai: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Penerimaan:
    """What a planner accepted of a unit's form, and why.

    Attributes:
        nomor: Its number among the records of the quarter.
        daftar_hal: The doubts that it settles; none where a unit is closed that sent no form.
    """

    nomor: int
    unit: str
    alasan: str
    oleh: str = ""
    tanggal: date | None = None
    daftar_hal: frozenset[Hal] = frozenset()
