"""The workbook of everything a template can name, for the planner who writes one in Word."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from lakip_gen.excel.cells import Petak, pembatas, petak
from lakip_gen.excel.table import KolomTabel, Tabel, tulis_tabel
from lakip_gen.excel.workbook import Buku
from lakip_gen.laporan.kamus import daftar_arti
from lakip_gen.laporan.pandangan import LaporanPandangan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lakip_gen.laporan.kamus import Saringan, Variabel

NAMA_BERKAS: Final = "daftar-variabel.xlsx"
JUDUL: Final = "Daftar Variabel Templat"
KODE: Final[dict[str, object]] = {"font_name": "Consolas", "font_size": 9}
KOLOM: Final = (
    KolomTabel(("Tag yang diketik",), 56),
    KolomTabel(("Di dalam pengulangan",), 56),
    KolomTabel(("Arti",), 44),
    KolomTabel(("Jenis",), 20),
    KolomTabel(("Contoh isi",), 44),
)
KOLOM_SARINGAN: Final = (
    KolomTabel(("Filter",), 16),
    KolomTabel(("Arti",), 48),
    KolomTabel(("Contoh tag",), 96),
)
KOLOM_BENTUK: Final = (KolomTabel(("Bentuk",), 64), KolomTabel(("Gunanya",), 90))
BENTUK: Final = (
    ("{{ instansi.nama }}", "Mencetak isi. Huruf tebal, ukuran, dan warna mengikuti huruf pertama tag."),
    ("{% if indikator.ada_standar %} … {% else %} … {% endif %}", "Memilih tulisan di dalam satu paragraf."),
    ("{% for satu in daftar_sasaran %} … {% endfor %}", "Mengulang tulisan di dalam satu paragraf."),
    ("{%p if … %} … {%p endif %}", "Memilih paragraf. Tiap tag sendirian di paragrafnya; paragraf tag itu hilang."),
    ("{%p for … %} … {%p endfor %}", "Mengulang paragraf dan tabel di antara kedua tag."),
    ("{%tr for … %} … {%tr endfor %}", "Mengulang baris tabel. Tiap tag sendirian di barisnya; baris tag itu hilang."),
    ("{%tc for … %} … {%tc endfor %}", "Mengulang sel di satu baris tabel."),
    ("{% set nama = … %}", "Menyimpan sebuah nilai untuk dipakai di bawahnya."),
    ("{{ loop.index }}", "Nomor urut di dalam for, mulai dari 1. Juga loop.first, loop.last, dan loop.length."),
    ('{%p include "kop.docx" %}', "Menyisipkan isi templates/bagian/kop.docx. Sendirian di satu paragraf."),
    (
        "{{ gambar.logo }} (di teks alternatif sebuah gambar)",
        "Mengganti gambar itu dengan templates/gambar/logo.png; lebarnya tetap.",
    ),
    ("{{p grafik_capaian }}", "Menempatkan grafik. Sendirian di satu paragraf."),
    ("{# catatan #}", "Catatan untuk pembaca templat; tidak ikut tercetak."),
    (
        "{% if indikator.capaian.ada %}",
        "Tiap angka juga punya .ada (ada angkanya atau tidak) dan .nilai (angka mentah untuk dibandingkan di if).",
    ),
)


def tulis_variabel(daftar_variabel: Sequence[Variabel], daftar_saringan: Sequence[Saringan]) -> bytes:
    """Return the workbook as bytes, the same for the same content."""
    buku = Buku(JUDUL)
    tulis_tabel(buku, _tabel_variabel(daftar_variabel))
    tulis_tabel(buku, _tabel_bentuk())
    tulis_tabel(buku, _tabel_saringan(daftar_saringan))
    return buku.bita()


def _tabel_variabel(daftar: Sequence[Variabel]) -> Tabel:
    return Tabel(
        "Variabel",
        JUDUL,
        (
            "Salin tag dari kolom pertama ke templat Word.",
            "Tag yang punya isi di kolom “Di dalam pengulangan” hanya dikenal di antara for itu dan endfor-nya.",
            "Huruf tr mengulang baris tabel; ganti dengan p bila yang diulang paragraf.",
            "Contoh isi diambil dari instansi contoh, laporan tahunan.",
        ),
        KOLOM,
        list(_baris(daftar)),
        beku=1,
    )


def _baris(daftar: Sequence[Variabel]) -> Iterator[tuple[Petak, ...]]:
    arti = daftar_arti()[LaporanPandangan.__name__]
    for kelompok, anggota in groupby(daftar, key=lambda variabel: variabel.kelompok):
        yield pembatas(f"{kelompok}: {arti[kelompok]}")
        for satu in anggota:
            yield (
                petak(satu.tag, **KODE),
                petak("\n".join(satu.daftar_putaran), **KODE),
                petak(satu.arti),
                petak(satu.jenis),
                petak(satu.contoh),
            )


def _tabel_bentuk() -> Tabel:
    return Tabel(
        "Bentuk tag",
        "Bentuk Tag",
        ("Huruf p, tr, dan tc menyebut apa yang diulang atau dipilih: paragraf, baris tabel, atau sel tabel.",),
        KOLOM_BENTUK,
        [(petak(bentuk, **KODE), petak(guna)) for bentuk, guna in BENTUK],
    )


def _tabel_saringan(daftar: Sequence[Saringan]) -> Tabel:
    return Tabel(
        "Filter",
        "Filter",
        ("Ditulis sesudah tanda | untuk mengubah nilai sebelum dicetak atau diulang.",),
        KOLOM_SARINGAN,
        [(petak(satu.nama, **KODE), petak(satu.arti), petak(satu.contoh, **KODE)) for satu in daftar],
    )
