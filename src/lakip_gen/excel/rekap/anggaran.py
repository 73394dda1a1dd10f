"""The sheet Anggaran: program, kegiatan and subkegiatan with their money, quarter by quarter and together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lakip_gen.domain.anggaran import TingkatAnggaran, cari_induk
from lakip_gen.excel.cells import Petak, jenjang, petak, petak_angka
from lakip_gen.excel.table import KolomTabel, Tabel
from lakip_gen.laporan.e81 import jumlah_rupiah
from lakip_gen.laporan.sajian import isi_hasil

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lakip_gen.domain.anggaran import Anggaran
    from lakip_gen.domain.rekap import Rekap, RekapAnggaran

DESIMAL_FISIK: Final = 2
URUTAN_TINGKAT: Final = tuple(TingkatAnggaran)


def tabel_anggaran(rekap: Rekap, subjudul: str) -> Tabel:
    """Return the table of the budget, with the sum of all subkegiatan under it."""
    baris = [tuple(_baris(rekap, satu)) for satu in rekap.daftar_anggaran]
    if baris:
        baris.append(jenjang(0, _jumlah(rekap)))
    return Tabel(
        "Anggaran",
        "Realisasi Anggaran",
        (
            subjudul,
            f"Dalam rupiah. Pagu yang berlaku pada {rekap.periode.nama}; fisik program dan kegiatan ditimbang pagu.",
        ),
        tuple(_daftar_kolom(rekap)),
        baris,
        beku=2,
        kosong="Belum ada anggaran.",
    )


def _daftar_kolom(rekap: Rekap) -> Iterator[KolomTabel]:
    tetap = (
        ("Kode rekening", 17),
        ("Program / Kegiatan / Subkegiatan", 40),
        ("Unit", 18),
        ("Sasaran", 8),
        ("Pagu", 13),
    )
    yield from (KolomTabel(("", judul), lebar) for judul, lebar in tetap)
    for triwulan in rekap.periode.sampai_dengan:
        yield KolomTabel(("Realisasi", triwulan.nama_pendek), 13)
    yield KolomTabel(("Realisasi", f"s.d. {rekap.periode.nama_pendek}"), 13)
    yield KolomTabel(("", "Serapan (%)"), 9)
    yield KolomTabel(("", "Fisik (%)"), 10)
    yield KolomTabel(("", "Keterangan"), 24)


def _baris(rekap: Rekap, satu: RekapAnggaran) -> tuple[Petak, ...]:
    anggaran = satu.anggaran
    desimal = rekap.induk.aturan.desimal_capaian
    unit = rekap.induk.unit(anggaran.unit)
    isi = (
        petak(anggaran.kode),
        petak(anggaran.uraian, indent=_dalam(rekap, anggaran)),
        petak(unit.nama if unit else anggaran.unit),
        petak(anggaran.sasaran),
        petak_angka(satu.pagu),
        *(petak_angka(isi_hasil(satu.per_triwulan[p.nomor - 1])) for p in rekap.periode.sampai_dengan),
        petak_angka(isi_hasil(satu.realisasi)),
        petak_angka(satu.serapan, desimal),
        petak_angka(isi_hasil(satu.fisik), DESIMAL_FISIK),
        petak(satu.jawaban.keterangan if satu.jawaban else "", indent=1),
    )
    return jenjang(URUTAN_TINGKAT.index(anggaran.tingkat), isi)


def _dalam(rekap: Rekap, anggaran: Anggaran) -> int:
    """Return how many lines of the budget stand above one."""
    induk = cari_induk(anggaran, rekap.induk.daftar_anggaran)
    return 1 + _dalam(rekap, induk) if induk else 0


def _jumlah(rekap: Rekap) -> Iterator[Petak]:
    anggaran = rekap.anggaran
    daftar = [a for a in rekap.daftar_anggaran if a.anggaran.tingkat is TingkatAnggaran.SUBKEGIATAN]
    yield from (petak(), petak("Jumlah"), petak(), petak(), petak_angka(anggaran.pagu))
    for triwulan in rekap.periode.sampai_dengan:
        yield petak_angka(jumlah_rupiah(a.per_triwulan[triwulan.nomor - 1].angka for a in daftar))
    yield petak_angka(isi_hasil(anggaran.realisasi))
    yield petak_angka(anggaran.serapan, rekap.induk.aturan.desimal_capaian)
    yield from (petak_angka(None), petak())
