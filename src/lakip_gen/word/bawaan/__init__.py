"""Builds the default Word templates: ordinary documents that a planner goes on editing in Word."""

from __future__ import annotations

from lakip_gen.word.bawaan import semester, tahunan, triwulan
from lakip_gen.word.bawaan.halaman import Ukuran


def templat_bawaan(ukuran: Ukuran = Ukuran.A4) -> dict[str, bytes]:
    """Return the default templates by file name; the same bytes every time.

    Args:
        ukuran: The paper, A4 or F4.
    """
    return {
        "laporan-triwulan.docx": triwulan.susun(ukuran).save(),
        "laporan-semester.docx": semester.susun(ukuran).save(),
        "laporan-tahunan.docx": tahunan.susun(ukuran).save(),
    }
