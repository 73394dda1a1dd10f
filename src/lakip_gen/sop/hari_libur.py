"""The public holidays and joint leave of a year, as rows of the buku induk.

They are written down once, when the buku induk is made: a newer list of the library never moves a day that an office
has already reckoned with.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date


def isi_hari_libur(tahun: int) -> list[Mapping[str, str | date]]:
    """Return the holidays of a year by day; those that a moon decides and nobody announced yet say so."""
    # Loading the library takes half a second, and only a new buku induk needs it.
    from holidays import country_holidays  # noqa: PLC0415

    daftar = country_holidays("ID", years=tahun, categories=("public", "government"), language="id")
    return [{"tanggal": hari, "nama": nama} for hari, nama in sorted(daftar.items())]
