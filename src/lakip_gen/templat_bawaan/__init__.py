"""Builds the default Word templates: ordinary documents that a planner goes on editing in Word."""

from __future__ import annotations

from typing import Final

from lakip_gen.templat_bawaan import bulanan, semester, tahunan, triwulan
from lakip_gen.templat_bawaan.halaman import Ukuran
from lakip_gen.templat_bawaan.logo import gambar_logo

LOGO: Final = "logo.png"
"""The picture that the default templates show as the agency's; a planner puts his own in its place."""


def templat_bawaan(ukuran: Ukuran = Ukuran.A4) -> dict[str, bytes]:
    """Return the default templates by file name; the same bytes every time.

    Args:
        ukuran: The paper, A4 or F4.
    """
    return {
        "rekap-bulanan.docx": bulanan.susun(ukuran).save(),
        "laporan-triwulan.docx": triwulan.susun(ukuran).save(),
        "laporan-semester.docx": semester.susun(ukuran).save(),
        "laporan-tahunan.docx": tahunan.susun(ukuran).save(),
    }


def gambar_bawaan() -> dict[str, bytes]:
    """Return the pictures that the default templates take in, by file name."""
    return {LOGO: gambar_logo()}
