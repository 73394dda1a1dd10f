"""The template of the monthly recap: what every unit did, ready for the Kasubag's signature."""

from __future__ import annotations

from typing import Final

from lakip_gen.templat_bawaan import blok
from lakip_gen.templat_bawaan.halaman import Ukuran
from lakip_gen.templat_bawaan.naskah import Naskah

KAKI: Final = f"Rekapitulasi Progres {{{{ periode.nama }}}} | {blok.NAMA_KAKI}"
LEBAR: Final = (2.7, 4.3, 3.5, 2.9, 3.1)
"""The widths of the table's columns on an upright page, in cm."""


def susun(ukuran: Ukuran = Ukuran.A4) -> Naskah:
    """Return the template."""
    naskah = Naskah("Rekapitulasi Progres Bulanan", KAKI, ukuran=ukuran)
    blok.kop(naskah)
    naskah.paragraph("Rekapitulasi Progres Bulanan", "Title")
    naskah.paragraph("{{ periode.nama }}", "Subtitle")
    naskah.paragraph(
        "Kegiatan unit kerja {{ instansi.nama }} pada bulan {{ periode.nama }}, sebagaimana disampaikan dalam formulir "
        f"capaian kinerja {{{{ periode.daftar_triwulan[0] }}}}, disajikan pada {naskah.rujukan}.",
        "Pengantar",
    )
    blok.progres(naskah, LEBAR)
    blok.tanda_tangan(naskah, "instansi.perencana")
    return naskah
