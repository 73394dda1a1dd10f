"""The names under which forms travel: safe on every PC, and the same wherever a form is spoken of."""

from __future__ import annotations

import re
from typing import Final

from lakip_gen.domain.periode import Periode

_TERLARANG: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))}
)
_TERPANJANG: Final = 60


def nama_aman(teks: str) -> str:
    """Return a file name part for a kode: small letters, digits and hyphens, never a name that Windows reserves."""
    bersih = re.sub(r"[^a-z0-9]+", "-", teks.casefold()).strip("-")[:_TERPANJANG] or "tanpa-nama"
    return f"{bersih}-unit" if bersih in _TERLARANG else bersih


def nama_formulir(unit: str, triwulan: Periode) -> str:
    """Return the name under which a unit's form is handed out."""
    return f"formulir-{nama_aman(unit)}-{triwulan}.xlsx"


def nama_kembalian(unit: str, triwulan: Periode) -> str:
    """Return the name under which a unit gets its form back: with findings in the cells, or a fresh one."""
    return f"perbaikan-{nama_aman(unit)}-{triwulan}.xlsx"
