"""The rekap of a period as a workbook: figures to work on, and where each of them comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lakip_gen.domain.jejak import Jejak, jejak_anggaran, jejak_indikator
from lakip_gen.domain.rekap import Rekap, StatusLaporan, StatusUnit
from lakip_gen.excel.cells import INDEN_TERBESAR, Petak, jenjang, pembatas, petak, petak_angka, petak_tanggal
from lakip_gen.excel.findings import tabel_temuan
from lakip_gen.excel.rekap.anggaran import tabel_anggaran
from lakip_gen.excel.rekap.capaian import tabel_capaian
from lakip_gen.excel.rekap.e81 import tabel_e81
from lakip_gen.excel.rekap.ringkasan import tulis_ringkasan
from lakip_gen.excel.table import KolomTabel, Tabel, tulis_tabel
from lakip_gen.excel.workbook import WARNA, Buku
from lakip_gen.laporan.kelengkapan import kelengkapan
from lakip_gen.pesan.kelompok import status_sajian

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lakip_gen.pesan.katalog import TemuanTerbaca

WARNA_STATUS: Final = {
    StatusUnit.DITERIMA: WARNA["lengkap"],
    StatusUnit.BELUM: WARNA["wajib"],
    StatusUnit.DITOLAK: WARNA["galat"],
}
KOLOM_KELENGKAPAN: Final = (
    KolomTabel(("Unit",), 38),
    KolomTabel(("Triwulan",), 9),
    KolomTabel(("Status",), 15),
    KolomTabel(("Berkas",), 36),
    KolomTabel(("Galat",), 8),
    KolomTabel(("Peringatan",), 11),
    KolomTabel(("Tanggal penyusunan",), 13),
    KolomTabel(("Validasi kepala unit",), 16),
    KolomTabel(("Baris lengkap",), 10),
    KolomTabel(("Seluruh baris",), 10),
)
KOLOM_ASAL: Final = (
    KolomTabel(("Angka",), 64),
    KolomTabel(("Nilai",), 28),
    KolomTabel(("Rumus atau cara",), 32),
    KolomTabel(("Berkas",), 34),
    KolomTabel(("Lembar",), 14),
    KolomTabel(("Sel",), 8),
)


def tulis_rekap(rekap: Rekap, daftar_temuan: tuple[TemuanTerbaca, ...]) -> bytes:
    """Return the workbook as bytes, the same for the same content."""
    subjudul = f"{rekap.induk.instansi.nama} · {rekap.periode.nama}"
    nama_unit = {unit.kode: unit.nama for unit in rekap.induk.daftar_unit}
    buku = Buku(f"Rekapitulasi Kinerja {rekap.periode.nama}", rekap.induk.instansi.nama)
    tulis_ringkasan(buku, rekap, subjudul, daftar_temuan)
    daftar_tabel = (
        tabel_capaian(rekap, subjudul),
        tabel_anggaran(rekap, subjudul),
        tabel_e81(rekap, subjudul),
        _kelengkapan(rekap, subjudul),
        tabel_temuan(subjudul, daftar_temuan, nama_unit),
        _asal(rekap, subjudul),
    )
    for tabel in daftar_tabel:
        tulis_tabel(buku, tabel)
    return buku.bita()


def _kelengkapan(rekap: Rekap, subjudul: str) -> Tabel:
    return Tabel(
        "Kelengkapan",
        "Kelengkapan Formulir Unit",
        (
            subjudul,
            "Baris lengkap: baris indikator, anggaran, dan rencana aksi yang semua isian wajibnya sudah ada.",
        ),
        KOLOM_KELENGKAPAN,
        [_baris_kelengkapan(rekap, status) for status in rekap.daftar_status],
        beku=1,
        saring=True,
        kosong="Belum ada formulir yang dicatat.",
    )


def _baris_kelengkapan(rekap: Rekap, status: StatusLaporan) -> tuple[Petak, ...]:
    isi = kelengkapan(rekap.induk, status.unit.kode, status.triwulan, status.laporan)
    sah = status.laporan.pengesahan if status.laporan else None
    return (
        petak(status.unit.nama),
        petak(status.triwulan.nama_pendek),
        petak(status_sajian(status.status), bg_color=WARNA_STATUS[status.status]),
        petak(status.berkas) if status.berkas else petak_angka(None),
        petak_angka(status.galat),
        petak_angka(status.peringatan),
        petak_tanggal(sah.tanggal if sah else None),
        petak(sah.disetujui) if sah and sah.disetujui else petak_angka(None),
        petak_angka(isi.lengkap),
        petak_angka(isi.semua),
    )


def _asal(rekap: Rekap, subjudul: str) -> Tabel:
    indikator = (jejak_indikator(rekap, baris) for baris in rekap.daftar_indikator)
    anggaran = (jejak_anggaran(rekap, baris) for baris in rekap.daftar_anggaran)
    return Tabel(
        "Asal",
        "Asal Setiap Angka",
        (
            subjudul,
            "Tiap angka diurai sampai sel tempat ia diketik; baris yang menjorok adalah bagian dari baris di atasnya.",
        ),
        KOLOM_ASAL,
        [*_bagian_asal("Indikator", indikator), *_bagian_asal("Anggaran (rupiah)", anggaran)],
        beku=1,
        kosong="Belum ada angka.",
    )


def _bagian_asal(judul: str, daftar: Iterable[Jejak]) -> list[tuple[Petak, ...]]:
    baris = [satu for jejak in daftar for satu in _baris_asal(jejak, 0)]
    return [pembatas(judul), *baris] if baris else []


def _baris_asal(jejak: Jejak, dalam: int) -> Iterator[tuple[Petak, ...]]:
    """Give a figure's row, then those of its parts, each one step further in."""
    asal = jejak.asal
    baris = (
        petak(jejak.nama, indent=min(dalam, INDEN_TERBESAR)),
        petak(jejak.nilai),
        petak(jejak.rumus),
        petak(asal.berkas if asal else ""),
        petak(asal.lembar if asal else ""),
        petak(asal.sel if asal else ""),
    )
    yield jenjang(dalam + 1, baris)
    for bagian in jejak.daftar_bagian:
        yield from _baris_asal(bagian, dalam + 1)
