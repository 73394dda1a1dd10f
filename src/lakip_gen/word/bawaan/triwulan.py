"""The template of the quarter's report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lakip_gen.word.bawaan import berkala

if TYPE_CHECKING:
    from lakip_gen.word.bawaan.naskah import Naskah


def susun() -> Naskah:
    """Return the template."""
    return berkala.susun("Laporan Kinerja Triwulan")
