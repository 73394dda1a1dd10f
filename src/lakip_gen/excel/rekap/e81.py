"""The sheet E.81: the evaluation form of the Renja as Permendagri 86/2017 lays it out, in sixteen columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lakip_gen.excel.cells import Cell, divider, group_row, number_cell, plain_cell
from lakip_gen.excel.table import Table, TableColumn
from lakip_gen.laporan.e81 import DAFTAR_KOLOM, BarisE81, JenisBaris, susun_e81

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from lakip_gen.domain.rekap import Rekap

SPLIT_COLUMN: Final = 14
"""Where the second page begins: with column 10 of the form, its K being the fifteenth of the sheet."""
K_WIDTH: Final = 8.5
NOTES: Final = (
    "K: kinerja, Rp: anggaran. Tanda – berarti tidak diketahui atau tidak dapat dihitung.",
    ("Kolom 6 K: bila target Renstra kumulatif, jumlah sejak tahun pertama Renstra; bila tahunan, keadaan tahun lalu."),
    (
        "Kolom 13 K: kolom 6 + kolom 12 bila kumulatif, kolom 12 bila tahunan. Kolom 14 K: kolom 13 terhadap kolom 5 "
        "menurut rumus capaian indikatornya."
    ),
)
"""What the columns hold where the form leaves it open."""


def e81_table(rekap: Rekap, subtitle: str) -> Table:
    """Return the form's table: budget lines carry Rp, indicators carry K, under their sasaran."""
    return Table(
        "E.81",
        "Evaluasi Hasil Renja (Formulir E.81)",
        (
            f"{subtitle} · {rekap.induk.instansi.pemerintah}",
            *NOTES,
        ),
        tuple(_columns(rekap.periode.tahun)),
        [row for line in susun_e81(rekap) for row in _rows(line, rekap.induk.aturan.desimal_capaian)],
        frozen=4,
        split_at=SPLIT_COLUMN,
        empty_text="Belum ada sasaran dan anggaran.",
    )


def _columns(year: int) -> Iterator[TableColumn]:
    front_columns = (("No", 5), ("Sasaran", 7), ("Program / Kegiatan", 28), ("Indikator Kinerja", 28))
    for number, (title, width) in enumerate(front_columns, start=1):
        yield TableColumn((title, str(number), ""), width)
    for column in DAFTAR_KOLOM:
        title = column.judul.format(tahun=year, lalu=year - 1)
        yield TableColumn((title, str(column.nomor), "K"), K_WIDTH)
        yield TableColumn((title, str(column.nomor), "Rp"), column.lebar_rp)
    yield TableColumn(("Unit penanggung jawab", "15", ""), 20)
    yield TableColumn(("Keterangan", "16", ""), 24)


def _rows(line: BarisE81, percent_decimals: int) -> Iterator[tuple[Cell, ...]]:
    """Give the form's row; a sasaran is one text over the whole width, so that it needs no tall cell."""
    if line.jenis is JenisBaris.SASARAN:
        number, wording = divider(line.nomor)[0], divider(line.uraian)
        yield (Cell(number.value, dict(number.look) | {"right": 1, "align": "center"}), *wording)
        return
    position = {JenisBaris.INDIKATOR: 3}.get(line.jenis, 2)
    front = [plain_cell(line.nomor or None), *(plain_cell() for _ in range(3))]
    front[position] = plain_cell(line.uraian, indent=int(line.jenis is JenisBaris.KEGIATAN))
    cells = (*front, *_values(line, percent_decimals), plain_cell(line.unit, indent=1), plain_cell(line.keterangan))
    yield group_row({JenisBaris.JUMLAH: 0, JenisBaris.PROGRAM: 1}.get(line.jenis, 2), cells)


def _values(line: BarisE81, percent_decimals: int) -> Iterator[Cell]:
    indikator = line.jenis is JenisBaris.INDIKATOR
    for column, value in zip(DAFTAR_KOLOM, line.nilai, strict=False):
        decimals = percent_decimals if column.adalah_persen else line.desimal
        cells = _value_cell(value, decimals)
        yield from (cells, plain_cell()) if indikator else (plain_cell(), cells)


def _value_cell(value: Decimal | str, decimals: int) -> Cell:
    return plain_cell(value, align="center") if isinstance(value, str) else number_cell(value, decimals)
