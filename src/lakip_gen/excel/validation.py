"""Input messages, dropdowns and limits of cells, from the same columns that the checks use."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from lakip_gen.domain.skema.kolom import JenisKolom, Kolom

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

TITLE_LENGTH: Final = 32
MESSAGE_LENGTH: Final = 255
EARLIEST_DATE: Final = date(2000, 1, 1)
LATEST_DATE: Final = date(2100, 12, 31)


def add_validation(
    ws: Worksheet, row: int, column: int, definition: Kolom, choices: str = "", last_row: int = 0
) -> None:
    """Put the input message of a column on a cell, and its dropdown or limits where it has them.

    Args:
        ws: The sheet.
        row: Row, counted from 0.
        column: Column, counted from 0.
        definition: The column or item that rules the cell.
        choices: The name of a list that wins over the column's own.
        last_row: The last row, when the rule is for a stretch of rows.
    """
    rule = _limits(definition, choices or definition.pilihan)
    message = definition.bantuan + (f" Contoh: {definition.contoh}" if definition.contoh else "")
    rule |= {"input_title": definition.judul[:TITLE_LENGTH], "input_message": message[:MESSAGE_LENGTH]}
    if definition.bantuan or "source" in rule:
        ws.data_validation(row, column, max(last_row, row), column, rule)


def _limits(definition: Kolom, choices: str) -> dict[str, Any]:
    if choices:
        return {
            "validate": "list",
            "source": f"=daftar_{choices}",
            "error_title": "Pilih dari daftar",
            "error_message": "Klik panah di kanan sel, lalu pilih salah satu.",
        }
    match definition.jenis:
        case JenisKolom.RUPIAH:
            return _number_limits(0, 10**15, "Isi rupiah penuh berupa angka, tanpa titik dan tanpa Rp.")
        case JenisKolom.PERSEN:
            return _number_limits(0, 100, "Isi angka 0 sampai 100: 25 berarti 25%.")
        case JenisKolom.TANGGAL:
            return {
                "validate": "date",
                "criteria": "between",
                "minimum": EARLIEST_DATE,
                "maximum": LATEST_DATE,
                "error_title": "Bukan tanggal",
                "error_message": "Tulis hari/bulan/tahun, misalnya 30/06/2025.",
            }
        case _:
            return {"validate": "any"}


def _number_limits(smallest: int, largest: int, message: str) -> dict[str, Any]:
    return {
        "validate": "decimal",
        "criteria": "between",
        "minimum": smallest,
        "maximum": largest,
        "error_title": "Bukan angka yang dapat diterima",
        "error_message": message,
    }
