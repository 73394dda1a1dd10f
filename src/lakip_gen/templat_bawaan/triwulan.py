"""The template of the quarter's report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lakip_gen.templat_bawaan import berkala
from lakip_gen.templat_bawaan.halaman import Ukuran

if TYPE_CHECKING:
    from lakip_gen.templat_bawaan.naskah import Naskah


def susun(ukuran: Ukuran = Ukuran.A4) -> Naskah:
    """Return the template."""
    return berkala.susun("Laporan Kinerja Triwulan", ukuran=ukuran)
