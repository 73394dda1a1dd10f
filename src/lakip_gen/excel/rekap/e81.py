"""The sheet E.81: the evaluation form of the Renja as Permendagri 86/2017 lays it out, in sixteen columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lakip_gen.excel.cells import Petak, jenjang, pembatas, petak, petak_angka
from lakip_gen.excel.table import KolomTabel, Tabel
from lakip_gen.laporan.e81 import BarisE81, JenisBaris, susun_e81

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from lakip_gen.domain.rekap import Rekap

KOLOM_PERSEN: Final = 14
KOLOM_BELAH: Final = 14
"""Where the second page begins: with column 10 of the form, its K being the fifteenth of the sheet."""
LEBAR_K: Final = 8.5
LEBAR_RP: Final = 9
CATATAN: Final = (
    "K: kinerja, Rp: anggaran. Tanda – berarti tidak diketahui atau tidak dapat dihitung.",
    (
        "Kolom 5 K: target tahun terakhir Renstra. Kolom 6 K: keadaan tahun lalu; bila cara gabungnya jumlah, jumlah "
        "tahun yang disebut di kolom 16."
    ),
    (
        "Kolom 13 K: hanya bila angka antartahun boleh dijumlah. Kolom 14 K: tidak dihitung, karena target Renstra "
        "tercatat untuk satu tahun saja."
    ),
)
"""What the columns hold where the form leaves it open."""


def tabel_e81(rekap: Rekap, subjudul: str) -> Tabel:
    """Return the form's table: budget lines carry Rp, indicators carry K, under their sasaran."""
    return Tabel(
        "E.81",
        "Evaluasi Hasil Renja (Formulir E.81)",
        (
            f"{subjudul} · {rekap.induk.instansi.pemerintah}",
            *CATATAN,
        ),
        tuple(_daftar_kolom(rekap.periode.tahun)),
        [baris for satu in susun_e81(rekap) for baris in _baris(satu, rekap.induk.aturan.desimal_capaian)],
        beku=4,
        belah=KOLOM_BELAH,
        kosong="Belum ada sasaran dan anggaran.",
    )


def _daftar_kolom(tahun: int) -> Iterator[KolomTabel]:
    awal = (("No", 5), ("Sasaran", 7), ("Program / Kegiatan", 28), ("Indikator Kinerja", 28))
    for nomor, (judul, lebar) in enumerate(awal, start=1):
        yield KolomTabel((judul, str(nomor), ""), lebar)
    judul_nilai = (
        "Target Renstra",
        f"Realisasi Renstra s.d. tahun {tahun - 1}",
        f"Target Renja tahun {tahun}",
        *(f"Realisasi triwulan {romawi}" for romawi in ("I", "II", "III", "IV")),
        f"Realisasi Renja tahun {tahun}",
        f"Realisasi Renstra s.d. tahun {tahun} (6 + 12)",
        "Tingkat capaian Renstra (%) (13 : 5)",
    )
    for nomor, judul in enumerate(judul_nilai, start=5):
        yield KolomTabel((judul, str(nomor), "K"), LEBAR_K)
        yield KolomTabel((judul, str(nomor), "Rp"), LEBAR_K if nomor == KOLOM_PERSEN else LEBAR_RP)
    yield KolomTabel(("Unit penanggung jawab", "15", ""), 20)
    yield KolomTabel(("Keterangan", "16", ""), 24)


def _baris(satu: BarisE81, desimal_persen: int) -> Iterator[tuple[Petak, ...]]:
    """Give the form's row; a sasaran is one text over the whole width, so that it needs no tall cell."""
    if satu.jenis is JenisBaris.SASARAN:
        nomor, uraian = pembatas(satu.nomor)[0], pembatas(satu.uraian)
        yield (Petak(nomor.isi, dict(nomor.sifat) | {"right": 1, "align": "center"}), *uraian)
        return
    letak = {JenisBaris.INDIKATOR: 3}.get(satu.jenis, 2)
    depan = [petak(satu.nomor or None), *(petak() for _ in range(3))]
    depan[letak] = petak(satu.uraian, indent=int(satu.jenis is JenisBaris.KEGIATAN))
    isi = (*depan, *_nilai(satu, desimal_persen), petak(satu.unit, indent=1), petak(satu.keterangan))
    yield jenjang({JenisBaris.JUMLAH: 0, JenisBaris.PROGRAM: 1}.get(satu.jenis, 2), isi)


def _nilai(satu: BarisE81, desimal_persen: int) -> Iterator[Petak]:
    indikator = satu.jenis is JenisBaris.INDIKATOR
    for nomor, nilai in enumerate(satu.nilai, start=5):
        desimal = desimal_persen if nomor == KOLOM_PERSEN else satu.desimal
        isi = _petak_nilai(nilai, desimal)
        yield from (isi, petak()) if indikator else (petak(), isi)


def _petak_nilai(nilai: Decimal | str, desimal: int) -> Petak:
    return petak(nilai, align="center") if isinstance(nilai, str) else petak_angka(nilai, desimal)
