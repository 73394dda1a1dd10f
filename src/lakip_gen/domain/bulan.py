"""A month: what is told of it stands in the forms of its quarter; it has no figures of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from lakip_gen.domain.periode import NAMA_BULAN, TAHUN_TERAKHIR, TAHUN_TERAWAL, Periode, triwulan

_SELA: Final = r"[\s_/.–-]*"
_NAMA: Final = "|".join(NAMA_BULAN)
_BAGIAN: Final = rf"(?:(?:B|BULAN){_SELA}(?P<nomor>0?[1-9]|1[0-2])|(?P<nama>{_NAMA}))"
_POLA: Final = tuple(
    re.compile(pola, re.IGNORECASE)
    for pola in (
        rf"(?P<tahun>[0-9]{{4}}){_SELA}{_BAGIAN}",
        rf"{_BAGIAN}{_SELA}(?:TAHUN{_SELA})?(?P<tahun>[0-9]{{4}})",
    )
)


@dataclass(frozen=True, slots=True)
class Bulan:
    """A month of a year; `str()` writes it as `2025-B03`."""

    tahun: int
    nomor: int

    @classmethod
    def parse(cls, teks: str) -> Bulan | None:
        """Return the month written in a text, as `2025-B03` or `Maret 2025`; None where it is none."""
        cocok = next((hasil for pola in _POLA if (hasil := pola.fullmatch(teks.strip()))), None)
        if cocok is None or not TAHUN_TERAWAL <= int(cocok["tahun"]) <= TAHUN_TERAKHIR:
            return None
        nomor = int(cocok["nomor"]) if cocok["nomor"] else NAMA_BULAN.index(cocok["nama"].capitalize()) + 1
        return cls(int(cocok["tahun"]), nomor)

    @property
    def sebutan(self) -> str:
        """Its name alone: `Maret`."""
        return NAMA_BULAN[self.nomor - 1]

    @property
    def nama(self) -> str:
        """Its name with the year: `Maret 2025`."""
        return f"{self.sebutan} {self.tahun}"

    @property
    def folder(self) -> str:
        """The name of its folder inside its year's: `B03`."""
        return f"B{self.nomor:02d}"

    @property
    def triwulan(self) -> Periode:
        """The quarter in whose forms it is told of."""
        return triwulan(self.tahun, (self.nomor + 2) // 3)

    def __str__(self) -> str:
        return f"{self.tahun}-{self.folder}"
