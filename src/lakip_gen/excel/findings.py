"""The sheet of all findings, one row each, with filters: in the rekap and in the result of a check."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lakip_gen.excel.cells import level_cell, plain_cell
from lakip_gen.excel.table import Table, TableColumn
from lakip_gen.pesan.kelompok import hitung

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lakip_gen.pesan.katalog import TemuanTerbaca

SHEET_NAME: Final = "Temuan"
COLUMNS: Final = (
    TableColumn(("Tingkat",), 11),
    TableColumn(("Unit",), 20),
    TableColumn(("Berkas",), 24),
    TableColumn(("Lembar",), 13),
    TableColumn(("Sel",), 8),
    TableColumn(("Isi",), 18),
    TableColumn(("Temuan",), 48),
    TableColumn(("Cara memperbaiki",), 48),
    TableColumn(("Kode",), 22),
)
LEVELS_EXPLAINED: Final = (
    "Galat harus diperbaiki dulu. Peringatan minta diperiksa atau dijelaskan. Info memberi tahu bagaimana isian dibaca."
)


def findings_table(subtitle: str, findings: tuple[TemuanTerbaca, ...], unit_names: Mapping[str, str]) -> Table:
    """Return the table of findings, heaviest first.

    Args:
        subtitle: The agency and the period.
        findings: The findings in words.
        unit_names: The names of the units by kode.
    """
    ordered = sorted(findings, key=lambda finding: finding.urutan)
    return Table(
        SHEET_NAME,
        "Temuan Pemeriksaan",
        (subtitle, str(hitung(findings)), LEVELS_EXPLAINED),
        COLUMNS,
        [
            (
                level_cell(finding.tingkat),
                plain_cell(unit_names.get(finding.unit, finding.unit)),
                plain_cell(finding.asal.berkas),
                plain_cell(finding.asal.lembar),
                plain_cell(finding.asal.sel),
                plain_cell(finding.nilai),
                plain_cell(finding.pesan),
                plain_cell(finding.perbaikan),
                plain_cell(finding.kode),
            )
            for finding in ordered
        ],
        frozen=1,
        filters=True,
        empty_text="Tidak ada temuan.",
    )
