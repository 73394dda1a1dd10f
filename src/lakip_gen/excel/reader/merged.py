"""Cells that vanished because they were merged with others."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from lakip_gen.domain.mentah import Baris, Sel
from lakip_gen.excel.reader.addresses import Area, parse_cell
from lakip_gen.excel.reader.bounds import COLUMNS, ROWS, TooLargeError

STEPS: Final = ROWS * COLUMNS
"""Areas that do not overlap, and no spreadsheet lets them, cannot touch more cells than there are."""


def merged_away(rows: Sequence[Baris], areas: Sequence[Area]) -> list[Baris]:
    """Return the rows with each cell that vanished saying what it was merged into.

    Raises:
        TooLargeError: When the areas overlap so often that no spreadsheet can have made them.
    """
    order = sorted(range(len(rows)), key=lambda place: rows[place].nomor)
    numbers = [rows[place].nomor for place in order]
    touching: dict[int, list[Area]] = {}
    steps = 0
    for area in areas:
        touched = range(bisect_left(numbers, area.top), bisect_right(numbers, area.bottom))
        steps += len(touched)
        if steps > STEPS:
            raise TooLargeError
        for place in touched:
            touching.setdefault(order[place], []).append(area)
    return [_row(row, touching[place]) if place in touching else row for place, row in enumerate(rows)]


def _row(row: Baris, areas: Sequence[Area]) -> Baris:
    return replace(row, sel={key: _cell(cell, areas) for key, cell in row.sel.items()})


def _cell(cell: Sel, areas: Sequence[Area]) -> Sel:
    """Return a cell that says what it was merged into; the first of the merged cells is left as it is."""
    row, column = parse_cell(cell.asal.sel) or (0, 0)
    for area in areas:
        is_inside = area.left <= column <= area.right and area.top <= row <= area.bottom
        if is_inside and (column, row) != area[:2]:
            return replace(cell, gabungan=area.name)
    return cell
