"""The sheet of all findings, one row each, with filters: in the rekap and in the result of a check."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lakip_gen.excel.cells import petak, petak_tingkat
from lakip_gen.excel.table import KolomTabel, Tabel
from lakip_gen.pesan.kelompok import hitung

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lakip_gen.pesan.katalog import TemuanTerbaca

NAMA_LEMBAR: Final = "Temuan"
KOLOM: Final = (
    KolomTabel(("Tingkat",), 11),
    KolomTabel(("Unit",), 20),
    KolomTabel(("Berkas",), 24),
    KolomTabel(("Lembar",), 13),
    KolomTabel(("Sel",), 8),
    KolomTabel(("Isi",), 18),
    KolomTabel(("Temuan",), 48),
    KolomTabel(("Cara memperbaiki",), 48),
    KolomTabel(("Kode",), 22),
)
ARTI_TINGKAT: Final = (
    "Galat harus diperbaiki dulu. Peringatan minta diperiksa atau dijelaskan. Info memberi tahu bagaimana isian dibaca."
)


def tabel_temuan(subjudul: str, daftar_temuan: tuple[TemuanTerbaca, ...], nama_unit: Mapping[str, str]) -> Tabel:
    """Return the table of findings, heaviest first.

    Args:
        subjudul: The agency and the period.
        daftar_temuan: The findings in words.
        nama_unit: The names of the units by kode.
    """
    urut = sorted(daftar_temuan, key=lambda terbaca: terbaca.urutan)
    return Tabel(
        NAMA_LEMBAR,
        "Temuan Pemeriksaan",
        (subjudul, str(hitung(daftar_temuan)), ARTI_TINGKAT),
        KOLOM,
        [
            (
                petak_tingkat(terbaca.tingkat),
                petak(nama_unit.get(terbaca.unit, terbaca.unit)),
                petak(terbaca.asal.berkas),
                petak(terbaca.asal.lembar),
                petak(terbaca.asal.sel),
                petak(terbaca.nilai),
                petak(terbaca.pesan),
                petak(terbaca.perbaikan),
                petak(terbaca.kode),
            )
            for terbaca in urut
        ],
        beku=1,
        saring=True,
        kosong="Tidak ada temuan.",
    )
