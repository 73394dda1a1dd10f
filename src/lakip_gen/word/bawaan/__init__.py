"""Builds the default Word templates: ordinary documents that a planner goes on editing in Word."""

from __future__ import annotations

from lakip_gen.word.bawaan import semester, tahunan, triwulan


def templat_bawaan() -> dict[str, bytes]:
    """Return the default templates by file name; the same bytes every time."""
    return {
        "laporan-triwulan.docx": triwulan.susun().save(),
        "laporan-semester.docx": semester.susun().save(),
        "laporan-tahunan.docx": tahunan.susun().save(),
    }
