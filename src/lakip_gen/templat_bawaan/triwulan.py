"""The template of the quarter's report, with the quarter before beside each figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lakip_gen.templat_bawaan import berkala
from lakip_gen.templat_bawaan.halaman import Ukuran
from lakip_gen.templat_bawaan.tabel import KANAN, Kolom

if TYPE_CHECKING:
    from lakip_gen.templat_bawaan.naskah import Naskah


def susun(ukuran: Ukuran = Ukuran.A4) -> Naskah:
    """Return the template."""
    sebelumnya = (
        Kolom("Realisasi\n{{ periode.sebelumnya }}", 1.9, "{{ indikator.sebelumnya.realisasi }}", KANAN),
        # a whole year's capaian beside that of its first quarter would compare what cannot be compared
        Kolom(
            "Capaian\n{{ periode.sebelumnya }} (%)",
            1.9,
            "{{ indikator.sebelumnya.capaian }}",
            KANAN,
            bila="not periode.sejak_awal_tahun",
        ),
    )
    return berkala.susun("Laporan Kinerja Triwulan", sebelumnya, ukuran=ukuran)
