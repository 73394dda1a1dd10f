"""The names under which forms travel: safe on every PC, and the same wherever a form is spoken of."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from lakip_gen.domain.periode import Periode

_TERLARANG: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))}
)
_TERPANJANG: Final = 60
_BENTROK: Final = re.compile(r"conflict|konflik|-DESKTOP-|-LAPTOP-|-PC$", re.IGNORECASE)
_SALINAN: Final = re.compile(r" - (copy|salin|salinan)( \(\d+\))?$|^(copy of|salinan dari) ", re.IGNORECASE)
_BERNOMOR: Final = re.compile(r" ?\(\d+\)$")
_TANDA_SALINAN: Final = (
    (_BENTROK.search, "dibuat folder bersama karena dua komputer menyimpannya bersamaan"),
    (_SALINAN.search, "dibuat Windows atau Google Drive saat disalin"),
    (_BERNOMOR.search, "diunduh atau disimpan lebih dari sekali"),
)
"""What programs put into the name of a second copy, and how the copy came about; the first that fits is told."""


def asal_salinan(nama: str) -> str:
    """Return how a file came about whose name a program gave to a second copy; empty for any other."""
    pokok = nama.rpartition("/")[2].rpartition(".")[0]
    return next((sebab for cari, sebab in _TANDA_SALINAN if cari(pokok)), "")


def nama_aman(teks: str) -> str:
    """Return a file name part for a kode: small bare letters, digits, hyphens, never a name that Windows reserves."""
    huruf = "".join(satu for satu in unicodedata.normalize("NFKD", teks.casefold()) if not unicodedata.combining(satu))
    bersih = re.sub(r"[^a-z0-9]+", "-", huruf).strip("-")[:_TERPANJANG] or "tanpa-nama"
    return f"{bersih}-unit" if bersih in _TERLARANG else bersih


def nama_formulir(unit: str, triwulan: Periode) -> str:
    """Return the name under which a unit's form is handed out."""
    return f"formulir-{nama_aman(unit)}-{triwulan}.xlsx"


def nama_kembalian(unit: str, triwulan: Periode) -> str:
    """Return the name under which a unit gets its form back: with findings in the cells, or a fresh one."""
    return f"perbaikan-{nama_aman(unit)}-{triwulan}.xlsx"


def kode_tersebut(nama: str, daftar_kode: Iterable[str]) -> str:
    """Return the kode of a unit that a file's name holds as whole words, the longest; empty where none or two do."""
    tertulis = f"-{nama_aman(nama.rpartition('.')[0] or nama)}-"
    cocok = [kode for kode in daftar_kode if f"-{nama_aman(kode)}-" in tertulis]
    terpanjang = [kode for kode in cocok if len(kode) == max(map(len, cocok))]
    return terpanjang[0] if len(terpanjang) == 1 else ""
