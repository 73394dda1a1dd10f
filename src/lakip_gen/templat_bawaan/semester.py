"""The template of the semester's report: the quarter's, and its two quarters side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lakip_gen.templat_bawaan import berkala, blok
from lakip_gen.templat_bawaan.halaman import Ukuran
from lakip_gen.templat_bawaan.tabel import KANAN, TENGAH, Kolom

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lakip_gen.templat_bawaan.naskah import Naskah

_PERTAMA: Final = "daftar_triwulan[0]"
_KEDUA: Final = "daftar_triwulan[-1]"


def susun(ukuran: Ukuran = Ukuran.A4) -> Naskah:
    """Return the template."""
    return berkala.susun("Laporan Kinerja Semester", (), _triwulan, ukuran=ukuran)


def _triwulan(naskah: Naskah) -> None:
    """Append both quarters of a sasaran's indicators side by side."""
    daftar_kolom = (
        Kolom("No", 1.0, "{{ indikator.nomor }}", TENGAH),
        Kolom("Indikator", 4.1, berkala.NAMA_BERSATUAN),
        *_kolom(_PERTAMA),
        *_kolom(_KEDUA),
    )
    with naskah.when("sasaran.daftar_indikator"):
        naskah.paragraph(f"Angka kedua triwulan disandingkan pada {naskah.rujukan}.", "PengantarLanjut")
        naskah.listing("Perbandingan antartriwulan sasaran {{ sasaran.nomor }}", daftar_kolom, *blok.INDIKATOR)


def _kolom(triwulan: str) -> Iterator[Kolom]:
    """Yield target, realisasi and capaian of one quarter; the heads take its name from the first indicator."""
    nama = f"{{{{ sasaran.daftar_indikator[0].{triwulan}.nama }}}}"
    for isi, akhir in (("target", ""), ("realisasi", ""), ("capaian", " (%)")):
        yield Kolom(f"{isi.title()}\n{nama}{akhir}", 1.9, f"{{{{ indikator.{triwulan}.{isi} }}}}", KANAN)
