"""The sheet Murni dan Perubahan: what the year began with beside what came in its place, and by which document."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from lakip_gen.domain.perubahan import jumlah_pagu
from lakip_gen.excel.cells import Cell, decimal_places, divider, number_cell, plain_cell
from lakip_gen.excel.table import Table, TableColumn
from lakip_gen.laporan.susun_perubahan import SELURUH_ANGGARAN, baris_pagu, baris_target

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lakip_gen.domain.perubahan import PerubahanTahun
    from lakip_gen.domain.rekap import Rekap
    from lakip_gen.laporan.susun_perubahan import BarisPerubahan

REVISION_COLUMNS: Final = (
    TableColumn(("Uraian",), 56),
    TableColumn(("Satuan",), 12),
    TableColumn(("Murni",), 22),
    TableColumn(("Perubahan",), 22),
    TableColumn(("Dokumen dan harinya",), 60),
)


def revisions_table(changes: PerubahanTahun, rekap: Rekap, subtitle: str) -> Table:
    """Return the table of targets and pagu that changed during the year."""
    targets, money = _rows(baris_target(changes)), _rows(baris_pagu(changes))
    if money:
        before, now = (jumlah_pagu(one) for one in (rekap.induk.murni, rekap.induk.pada(rekap.periode.akhir)))
        whole = (plain_cell("Rp"), number_cell(before), number_cell(now), plain_cell())
        money.append((plain_cell(SELURUH_ANGGARAN, bold=True), *whole))
    return Table(
        "Murni dan Perubahan",
        "Target dan Pagu Murni dan Perubahannya",
        (subtitle, f"Yang berubah sejak awal tahun sampai akhir {rekap.periode.nama}, dengan dokumennya."),
        REVISION_COLUMNS,
        [
            row
            for title, rows in (("Target kinerja", targets), ("Pagu (rupiah)", money))
            for row in (divider(title), *rows)[: None if rows else 0]
        ],
        frozen=1,
        empty_text="Tidak ada target atau pagu yang berubah.",
    )


def _rows(changes: Iterable[BarisPerubahan[Any]]) -> list[tuple[Cell, ...]]:
    return [
        (
            plain_cell(one.uraian),
            plain_cell(one.satuan),
            _value_cell(one, one.berubah.murni),
            _value_cell(one, one.berubah.kini),
            plain_cell(one.keterangan),
        )
        for one in changes
    ]


def _value_cell(one: BarisPerubahan[Any], value: object) -> Cell:
    """Return the cell of a number to reckon with, or of what is none as it is printed."""
    return number_cell(value, decimal_places(value)) if isinstance(value, Decimal) else plain_cell(one.tercetak(value))
