"""The workbook of everything a template can name, for the planner who writes one in Word."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from lakip_gen.excel.cells import Cell, divider, plain_cell
from lakip_gen.excel.table import Table, TableColumn, write_table
from lakip_gen.excel.workbook import Workbook
from lakip_gen.laporan.kamus import daftar_arti
from lakip_gen.laporan.pandangan import LaporanPandangan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lakip_gen.laporan.kamus import Saringan, Variabel

FILE_NAME: Final = "daftar-variabel.xlsx"
TITLE: Final = "Daftar Variabel Templat"
CODE_LOOK: Final[dict[str, object]] = {"font_name": "Consolas", "font_size": 9}
COLUMNS: Final = (
    TableColumn(("Tag yang diketik",), 56),
    TableColumn(("Di dalam pengulangan",), 56),
    TableColumn(("Arti",), 44),
    TableColumn(("Jenis",), 20),
    TableColumn(("Contoh isi",), 44),
)
FILTER_COLUMNS: Final = (
    TableColumn(("Filter",), 16),
    TableColumn(("Arti",), 48),
    TableColumn(("Contoh tag",), 96),
)
TAG_FORM_COLUMNS: Final = (TableColumn(("Bentuk",), 64), TableColumn(("Gunanya",), 90))
TAG_FORMS: Final = (
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


def write_variables(variables: Sequence[Variabel], filters: Sequence[Saringan]) -> bytes:
    """Return the workbook as bytes, the same for the same content."""
    book = Workbook(TITLE)
    write_table(book, _variable_table(variables))
    write_table(book, _tag_form_table())
    write_table(book, _filter_table(filters))
    return book.to_bytes()


def _variable_table(entries: Sequence[Variabel]) -> Table:
    return Table(
        "Variabel",
        TITLE,
        (
            "Salin tag dari kolom pertama ke templat Word.",
            "Tag yang punya isi di kolom “Di dalam pengulangan” hanya dikenal di antara for itu dan endfor-nya.",
            "Huruf tr mengulang baris tabel; ganti dengan p bila yang diulang paragraf.",
            "Contoh isi diambil dari instansi contoh, laporan tahunan.",
        ),
        COLUMNS,
        list(_variable_rows(entries)),
        frozen=1,
    )


def _variable_rows(entries: Sequence[Variabel]) -> Iterator[tuple[Cell, ...]]:
    meaning = daftar_arti()[LaporanPandangan.__name__]
    for group, members in groupby(entries, key=lambda variable: variable.kelompok):
        yield divider(f"{group}: {meaning[group]}")
        for entry in members:
            yield (
                plain_cell(entry.tag, **CODE_LOOK),
                plain_cell("\n".join(entry.daftar_putaran), **CODE_LOOK),
                plain_cell(entry.arti),
                plain_cell(entry.jenis),
                plain_cell(entry.contoh),
            )


def _tag_form_table() -> Table:
    return Table(
        "Bentuk tag",
        "Bentuk Tag",
        ("Huruf p, tr, dan tc menyebut apa yang diulang atau dipilih: paragraf, baris tabel, atau sel tabel.",),
        TAG_FORM_COLUMNS,
        [(plain_cell(form, **CODE_LOOK), plain_cell(purpose)) for form, purpose in TAG_FORMS],
    )


def _filter_table(entries: Sequence[Saringan]) -> Table:
    return Table(
        "Filter",
        "Filter",
        ("Ditulis sesudah tanda | untuk mengubah nilai sebelum dicetak atau diulang.",),
        FILTER_COLUMNS,
        [
            (plain_cell(entry.nama, **CODE_LOOK), plain_cell(entry.arti), plain_cell(entry.contoh, **CODE_LOOK))
            for entry in entries
        ],
    )
