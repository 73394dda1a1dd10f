"""The Renstra that the year belongs to: which years it covers, and what its last target stands for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, unique


@unique
class JenisRenstra(Enum):
    """What the target of the Renstra's last year is compared with."""

    TAHUNAN = "tahunan"
    """The figure of one year."""
    KUMULATIF = "kumulatif"
    """The figures of all years of the Renstra together."""


@dataclass(frozen=True, slots=True)
class PeriodeRenstra:
    """The years of a Renstra, both included."""

    awal: int
    akhir: int

    def __str__(self) -> str:
        return f"{self.awal}–{self.akhir}"
