"""The sheet Perubahan: what is no longer as it was reported, and which file and cell say so."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from lakip_gen.excel.cells import Cell, decimal_places, number_cell, plain_cell
from lakip_gen.excel.table import Table, TableColumn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lakip_gen.laporan.terlapor import Perbedaan

CHANGE_COLUMNS: Final = (
    TableColumn(("Indikator",), 22),
    TableColumn(("Apa",), 28),
    TableColumn(("Dulu",), 26),
    TableColumn(("Sekarang",), 26),
    TableColumn(("Sebab",), 60),
)
NOTHING: Final = "belum ada"


def changes_table(changes: Iterable[Perbedaan], subtitle: str) -> Table:
    """Return the table of all that changed since it was reported."""
    return Table(
        "Perubahan",
        "Perubahan dari yang Sudah Dilaporkan",
        (subtitle, "Yang kini lain dari yang terakhir dilaporkan, dengan berkas dan sel yang menyebabkannya."),
        CHANGE_COLUMNS,
        [
            (
                plain_cell(one.indikator),
                plain_cell(one.apa),
                _value_cell(one.dulu),
                _value_cell(one.sekarang),
                plain_cell(one.sebab),
            )
            for one in changes
        ],
        frozen=1,
        filters=True,
        empty_text="Tidak ada yang berubah.",
    )


def _value_cell(value: str | None) -> Cell:
    """Return the cell of a figure, or of a text that is no figure."""
    if value is None:
        return number_cell(NOTHING)
    try:
        number = Decimal(value)
    except InvalidOperation:
        return plain_cell(value)
    return number_cell(number, decimal_places(number))
