"""The sheet Capaian: every indicator with its quarters, the period and the year so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lakip_gen.domain.nilai import Hasil
from lakip_gen.excel.cells import Petak, pembatas, petak, petak_angka, petak_predikat
from lakip_gen.excel.table import KolomTabel, Tabel
from lakip_gen.laporan.sajian import isi_capaian, isi_sajian, keterangan_sajian, rerata_sajian

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lakip_gen.domain.aturan import Aturan
    from lakip_gen.domain.kinerja import Indikator
    from lakip_gen.domain.nilai import Target
    from lakip_gen.domain.rekap import Pengukuran, Rekap, RekapIndikator, RekapSasaran

KOLOM_TETAP: Final = 6
"""The columns before the first quarter."""
LEBAR_ANGKA: Final = 10
LEBAR_UTAMA: Final = 10.5


def tabel_capaian(rekap: Rekap, subjudul: str) -> Tabel:
    """Return the table of all indicators, sasaran by sasaran."""
    aturan = rekap.induk.aturan
    belah = KOLOM_TETAP + 2 * len(rekap.periode.sampai_dengan)
    return Tabel(
        "Capaian",
        "Capaian Indikator Kinerja",
        (
            subjudul,
            f"Predikat memakai skala {aturan.dasar_skala} dan menilai capaian {rekap.periode.nama}.",
            "Angka dalam sel tidak dibulatkan; yang terlihat adalah bentuk tampilannya.",
        ),
        tuple(_daftar_kolom(rekap)),
        [baris for sasaran in rekap.daftar_sasaran for baris in _sasaran(sasaran, aturan, belah)],
        beku=3,
        belah=belah,
        saring=True,
        kosong="Belum ada indikator.",
    )


def _daftar_kolom(rekap: Rekap) -> Iterator[KolomTabel]:
    tetap = (("Sasaran", 7.5), ("Kode", 7), ("Indikator", 28), ("Satuan", 9), ("Arah", 8), ("Cara gabung", 10))
    yield from (KolomTabel(("", judul), lebar) for judul, lebar in tetap)
    for triwulan in rekap.periode.sampai_dengan:
        yield from (KolomTabel((triwulan.nama_pendek, judul), LEBAR_ANGKA) for judul in ("Target", "Realisasi"))
    for judul in ("Target", "Realisasi", "Capaian (%)"):
        yield KolomTabel((rekap.periode.nama, judul), LEBAR_UTAMA)
    terhadap = f"s.d. {rekap.periode.nama_pendek} terhadap target tahun {rekap.periode.tahun}"
    for judul in ("Target tahun", "Realisasi s.d.", "Capaian (%)"):
        yield KolomTabel((terhadap, judul), LEBAR_UTAMA)
    yield KolomTabel(("", "Predikat"), 12)
    yield KolomTabel(("", "Keterangan"), 24)


def _sasaran(sasaran: RekapSasaran, aturan: Aturan, belah: int) -> Iterator[tuple[Petak, ...]]:
    rata = f"Rata-rata capaian {rerata_sajian(sasaran.rerata, aturan)}"
    yield pembatas(f"{sasaran.sasaran.kode} {sasaran.sasaran.nama}", belah, rata)
    for rekap in sasaran.daftar_indikator:
        yield tuple(_indikator(rekap, aturan))


def _indikator(rekap: RekapIndikator, aturan: Aturan) -> Iterator[Petak]:
    indikator = rekap.indikator
    yield petak(indikator.sasaran)
    yield petak(indikator.kode)
    yield petak(indikator.nama)
    yield petak(indikator.satuan)
    yield petak(indikator.arah.value)
    yield petak(indikator.cara_gabung.value)
    for triwulan in rekap.daftar_triwulan:
        yield from _pasangan(triwulan.pengukuran, indikator)
    for ukur in (rekap.periode_ini, rekap.setahun):
        yield from _pasangan(ukur, indikator)
        yield petak_angka(isi_capaian(ukur, aturan), aturan.desimal_capaian, bold=True)
    yield petak_predikat(rekap.pita)
    yield petak(keterangan_sajian(rekap, aturan))


def _pasangan(ukur: Pengukuran, indikator: Indikator) -> Iterable[Petak]:
    daftar: tuple[Hasil | Target | None, ...] = (ukur.target, ukur.realisasi)
    return (_petak_nilai(nilai, indikator) for nilai in daftar)


def _petak_nilai(nilai: Hasil | Target | None, indikator: Indikator) -> Petak:
    """Return the cell of a figure; a predicate or a range is a figure too, not a reason for none."""
    isi = isi_sajian(nilai, indikator)
    tanpa_angka = nilai is None or (isinstance(nilai, Hasil) and nilai.angka is None)
    if isinstance(isi, str) and not tanpa_angka:
        return petak(isi, align="center")
    return petak_angka(isi, indikator.desimal)
