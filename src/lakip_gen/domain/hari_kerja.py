"""The office's working days."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, islice
from typing import Final

HARI_SEMINGGU: Final = 5
"""Working days a week where the agency says nothing (Perpres 21/2023)."""


@dataclass(frozen=True, slots=True)
class Kalender:
    """Which days are worked.

    Attributes:
        hari_libur: The holidays, joint leave among them.
        hari_seminggu: 5, Monday to Friday, or 6, Monday to Saturday.
    """

    hari_libur: AbstractSet[date]
    hari_seminggu: int

    def bekerja(self, hari: date) -> bool:
        """Return whether a day is worked."""
        return hari.weekday() < self.hari_seminggu and hari not in self.hari_libur

    def sesudah(self, mulai: date, banyak: int) -> date:
        """Return the last of so many working days; the first is the one after the start.

        The day of the start itself is not counted, as in the office's letters.
        """
        hari_kerja = (hari for lewat in count(1) if self.bekerja(hari := mulai + timedelta(lewat)))
        return next(islice(hari_kerja, banyak - 1, None)) if banyak > 0 else mulai

    def lewat(self, mulai: date, banyak: int) -> date:
        """Return the day that comes so many days after the start."""
        return mulai + timedelta(banyak)
