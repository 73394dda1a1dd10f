"""The result of a check as a workbook: unit by unit in numbers, then every finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lakip_gen.excel.cells import Petak, jenjang, petak, petak_angka
from lakip_gen.excel.findings import ARTI_TINGKAT, tabel_temuan
from lakip_gen.excel.table import KolomTabel, Tabel, tulis_tabel
from lakip_gen.excel.workbook import WARNA, Buku
from lakip_gen.pesan.kelompok import KelompokUnit, hitung, kelompokkan

if TYPE_CHECKING:
    from lakip_gen.domain.rekap import Rekap, StatusLaporan
    from lakip_gen.pesan.katalog import TemuanTerbaca

JUDUL: Final = "Hasil Pemeriksaan"
KOLOM: Final = (
    KolomTabel(("Unit",), 46),
    KolomTabel(("Status",), 30),
    KolomTabel(("Galat",), 12),
    KolomTabel(("Peringatan",), 12),
    KolomTabel(("Info",), 12),
)


def tulis_hasil(rekap: Rekap, daftar_temuan: tuple[TemuanTerbaca, ...]) -> bytes:
    """Return the workbook of a period as bytes, the same for the same content."""
    instansi, periode = rekap.induk.instansi.nama, rekap.periode.nama
    return tulis_hasil_periksa(instansi, periode, rekap.daftar_status, daftar_temuan)


def tulis_hasil_periksa(
    instansi: str,
    periode: str,
    daftar_status: tuple[StatusLaporan, ...],
    daftar_temuan: tuple[TemuanTerbaca, ...],
) -> bytes:
    """Return the workbook of any check as bytes, the same for the same content.

    Args:
        instansi: The name of the agency; empty where it is not known.
        periode: The name of the period, or of the file that was checked.
        daftar_status: Where the units' forms stand, in the order of the units.
        daftar_temuan: The findings in words.
    """
    buku = Buku(f"{JUDUL} {periode}", instansi)
    subjudul = " · ".join(teks for teks in (instansi, periode) if teks)
    daftar = kelompokkan(daftar_status, daftar_temuan)
    tulis_tabel(buku, _ringkasan(subjudul, daftar, daftar_temuan))
    tulis_tabel(buku, tabel_temuan(subjudul, daftar_temuan, {kelompok.kode: kelompok.nama for kelompok in daftar}))
    return buku.bita()


def _ringkasan(subjudul: str, daftar: tuple[KelompokUnit, ...], daftar_temuan: tuple[TemuanTerbaca, ...]) -> Tabel:
    baris = [_baris(kelompok) for kelompok in daftar]
    if baris:
        semua = hitung(daftar_temuan)
        angka = (semua.galat, semua.peringatan, semua.info)
        baris.append(jenjang(0, (petak("Jumlah"), petak(), *(petak_angka(n) for n in angka))))
    return Tabel(
        "Ringkasan",
        JUDUL,
        (subjudul, ARTI_TINGKAT, "Rincian tiap temuan ada di lembar Temuan."),
        KOLOM,
        baris,
        beku=1,
        kosong="Tidak ada unit dan tidak ada temuan.",
    )


def _baris(kelompok: KelompokUnit) -> tuple[Petak, ...]:
    angka = kelompok.hitungan
    return (
        petak(kelompok.nama),
        petak(kelompok.status),
        _petak_hitung(angka.galat, "galat"),
        _petak_hitung(angka.peringatan, "peringatan"),
        _petak_hitung(angka.info, "info"),
    )


def _petak_hitung(banyak: int, tingkat: str) -> Petak:
    return petak_angka(banyak, bold=True, bg_color=WARNA[tingkat]) if banyak else petak_angka(banyak)
