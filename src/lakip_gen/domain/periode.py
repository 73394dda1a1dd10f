"""Reporting periods: a quarter, a semester made of two quarters, a year made of two semesters."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import Enum, unique
from functools import cache, total_ordering

TAHUN_TERAWAL = 2000
TAHUN_TERAKHIR = 2100

NAMA_BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
"""The months of the year in order, January first."""

_ROMAWI = ("I", "II", "III", "IV")
_BULAN_PER_TRIWULAN = 3
_CONTOH = "2025-TW1, 2025-S1, atau 2025"
_PANJANG_KUTIPAN = 40


@unique
class Jenis(Enum):
    """The kinds of period, shortest first."""

    TRIWULAN = "triwulan"
    SEMESTER = "semester"
    TAHUN = "tahun"


_NOMOR = {Jenis.TRIWULAN: (1, 2, 3, 4), Jenis.SEMESTER: (1, 2), Jenis.TAHUN: (0,)}
_LAMA = {Jenis.TRIWULAN: 1, Jenis.SEMESTER: 2, Jenis.TAHUN: 4}
_KATA = {
    "TW": Jenis.TRIWULAN,
    "TRIWULAN": Jenis.TRIWULAN,
    "S": Jenis.SEMESTER,
    "SMT": Jenis.SEMESTER,
    "SEMESTER": Jenis.SEMESTER,
}

_SELA = r"[\s_/.–-]*"
_TAHUN = r"(?P<tahun>[0-9]{4})"
_BAGIAN = rf"(?P<kata>{'|'.join(_KATA)}){_SELA}(?P<nomor>0?[0-9]|IV|I{{1,3}})"
_POLA = tuple(
    re.compile(pola)
    for pola in (
        rf"{_TAHUN}{_SELA}{_BAGIAN}",
        rf"{_BAGIAN}{_SELA}(?:TAHUN{_SELA})?{_TAHUN}",
        rf"(?:TAHUN{_SELA})?{_TAHUN}",
        rf"{_TAHUN}{_SELA}TAHUN",
    )
)


@total_ordering
@dataclass(frozen=True, slots=True)
class Periode:
    """One reporting period; `str()` writes it as `2025-TW1`, `2025-S1` or `2025`.

    Periods sort by their last day, and the shorter before the longer that ends with it:
    TW1, TW2, S1, TW3, TW4, S2, year. That is the order in which their reports can be made.

    Attributes:
        tahun: The calendar year, 2000 to 2100.
        jenis: Quarter, semester or year.
        nomor: 1-4 for a quarter, 1-2 for a semester, 0 for a year.

    Raises:
        ValueError: With one Indonesian sentence, when the year or the number is out of range.
    """

    tahun: int
    jenis: Jenis
    nomor: int

    def __post_init__(self) -> None:
        if not TAHUN_TERAWAL <= self.tahun <= TAHUN_TERAKHIR:
            raise ValueError(
                f"Tahun {self.tahun} di luar jangkauan; tulislah tahun antara {TAHUN_TERAWAL} dan "
                f"{TAHUN_TERAKHIR}, misalnya 2025."
            )
        if self.nomor not in _NOMOR[self.jenis]:
            raise ValueError(f"Tidak ada {self.jenis.value} nomor {self.nomor}; tulislah periode seperti {_CONTOH}.")

    @classmethod
    def parse(cls, teks: str) -> Periode:
        """Return the period written in `teks`.

        Capitals and small letters are alike, and between the parts may stand nothing, spaces, or any of
        ``- – _ / .``. Accepted are:

        - ``2025-TW1``, ``2025 tw 1``, ``2025tw01``, ``2025-TW I``, ``2025 Triwulan 1`` (numbers 1-4 or I-IV);
        - ``2025-S1``, ``2025 s 1``, ``2025-SMT2``, ``2025 Semester II`` (numbers 1-2 or I-II);
        - the same with the year last: ``TW1 2025``, ``Triwulan I Tahun 2025``, ``Semester II 2025``;
        - ``2025``, ``Tahun 2025``, ``2025-tahun``.

        Raises:
            ValueError: With one Indonesian sentence and an example, for anything else.
        """
        bersih = teks.strip()
        cocok = next((hasil for pola in _POLA if (hasil := pola.fullmatch(bersih.upper()))), None)
        if cocok is None:
            kutipan = bersih if len(bersih) <= _PANJANG_KUTIPAN else f"{bersih[:_PANJANG_KUTIPAN]}…"
            raise ValueError(f'Periode "{kutipan}" tidak dikenali; tulislah seperti {_CONTOH}.')
        isi = cocok.groupdict()
        tahun = int(isi["tahun"])
        if "kata" not in isi:
            return setahun(tahun)
        nomor = isi["nomor"]
        return cls(
            tahun=tahun,
            jenis=_KATA[isi["kata"]],
            nomor=_ROMAWI.index(nomor) + 1 if nomor in _ROMAWI else int(nomor),
        )

    @property
    def nama(self) -> str:
        """The full name, e.g. `Triwulan I Tahun 2025`."""
        if self.jenis is Jenis.TAHUN:
            return f"Tahun {self.tahun}"
        return f"{self.jenis.value.capitalize()} {_ROMAWI[self.nomor - 1]} Tahun {self.tahun}"

    @property
    def nama_pendek(self) -> str:
        """The name for a table's header: `TW I`, `Semester II`, `2025`."""
        if self.jenis is Jenis.TAHUN:
            return str(self.tahun)
        kata = "TW" if self.jenis is Jenis.TRIWULAN else "Semester"
        return f"{kata} {_ROMAWI[self.nomor - 1]}"

    @property
    def folder(self) -> str:
        """The name of the period's folder inside its year's: `TW1`, `S1`, `tahun`."""
        if self.jenis is Jenis.TAHUN:
            return "tahun"
        return f"{'TW' if self.jenis is Jenis.TRIWULAN else 'S'}{self.nomor}"

    @property
    def bagian(self) -> tuple[Periode, ...]:
        """What it is put together from: a year's semesters, a semester's quarters; a quarter, of nothing."""
        if self.jenis is Jenis.TAHUN:
            return (semester(self.tahun, 1), semester(self.tahun, 2))
        if self.jenis is Jenis.SEMESTER:
            return self.daftar_triwulan
        return ()

    @property
    def daftar_triwulan(self) -> tuple[Periode, ...]:
        """The quarters it consists of, in order; a quarter consists of itself."""
        return tuple(triwulan(self.tahun, nomor) for nomor in range(self._pertama, self._terakhir + 1))

    @property
    def sampai_dengan(self) -> tuple[Periode, ...]:
        """Every quarter from the first of its year to its own last."""
        return tuple(triwulan(self.tahun, nomor) for nomor in range(1, self._terakhir + 1))

    @property
    def awal(self) -> date:
        """Its first day."""
        return date(self.tahun, self._bulan_awal, 1)

    @property
    def akhir(self) -> date:
        """Its last day."""
        return date(self.tahun, self._bulan_akhir, monthrange(self.tahun, self._bulan_akhir)[1])

    @property
    def daftar_bulan(self) -> tuple[str, ...]:
        """The Indonesian names of its months, in order."""
        return NAMA_BULAN[self._bulan_awal - 1 : self._bulan_akhir]

    @property
    def sebelumnya(self) -> Periode:
        """The period of the same kind just before it; for a year's first, that of the year before.

        Raises:
            ValueError: When that would be earlier than the year 2000.
        """
        daftar_nomor = _NOMOR[self.jenis]
        if self.nomor == daftar_nomor[0]:
            return Periode(self.tahun - 1, self.jenis, daftar_nomor[-1])
        return Periode(self.tahun, self.jenis, self.nomor - 1)

    def __str__(self) -> str:
        return str(self.tahun) if self.jenis is Jenis.TAHUN else f"{self.tahun}-{self.folder}"

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Periode):
            return NotImplemented
        return self._urutan < other._urutan

    @property
    def _urutan(self) -> tuple[int, int, int]:
        return (self.tahun, self._terakhir, _LAMA[self.jenis])

    @property
    def _terakhir(self) -> int:
        """The number of its last quarter."""
        return max(self.nomor, 1) * _LAMA[self.jenis]

    @property
    def _pertama(self) -> int:
        """The number of its first quarter."""
        return self._terakhir - _LAMA[self.jenis] + 1

    @property
    def _bulan_awal(self) -> int:
        return (self._pertama - 1) * _BULAN_PER_TRIWULAN + 1

    @property
    def _bulan_akhir(self) -> int:
        return self._terakhir * _BULAN_PER_TRIWULAN


def nama_triwulan(nomor: int) -> str:
    """Return the short name of a quarter, e.g. `TW II` for 2."""
    return f"TW {_ROMAWI[nomor - 1]}"


@cache  # few there are, and each of thousands of figures asks for its own
def triwulan(tahun: int, nomor: int) -> Periode:
    """Return the quarter `nomor` (1-4) of `tahun`; ValueError when there is none."""
    return Periode(tahun, Jenis.TRIWULAN, nomor)


def semester(tahun: int, nomor: int) -> Periode:
    """Return the semester `nomor` (1-2) of `tahun`; ValueError when there is none."""
    return Periode(tahun, Jenis.SEMESTER, nomor)


def setahun(tahun: int) -> Periode:
    """Return the whole year `tahun`; ValueError outside 2000-2100."""
    return Periode(tahun, Jenis.TAHUN, 0)


def periode_setahun(tahun: int) -> tuple[Periode, ...]:
    """Return all periods of a year, in the order in which their reports can be made."""
    semua = setahun(tahun)
    return tuple(sorted((*semua.daftar_triwulan, *semua.bagian, semua)))
