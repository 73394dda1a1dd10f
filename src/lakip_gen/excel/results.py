"""The result of a check as a workbook: unit by unit in numbers, then every finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lakip_gen.excel.cells import Cell, group_row, number_cell, plain_cell
from lakip_gen.excel.findings import LEVELS_EXPLAINED, findings_table
from lakip_gen.excel.table import Table, TableColumn, write_table
from lakip_gen.excel.workbook import COLOURS, Workbook
from lakip_gen.pesan.kelompok import KelompokUnit, hitung, kelompokkan

if TYPE_CHECKING:
    from lakip_gen.domain.penerimaan import StatusLaporan
    from lakip_gen.domain.rekap import Rekap
    from lakip_gen.pesan.katalog import TemuanTerbaca

TITLE: Final = "Hasil Pemeriksaan"
COLUMNS: Final = (
    TableColumn(("Unit",), 46),
    TableColumn(("Status",), 30),
    TableColumn(("Galat",), 12),
    TableColumn(("Peringatan",), 12),
    TableColumn(("Info",), 12),
)


def write_results(rekap: Rekap, findings: tuple[TemuanTerbaca, ...]) -> bytes:
    """Return the workbook of a period as bytes, the same for the same content."""
    instansi, period = rekap.induk.instansi.nama, rekap.periode.nama
    return write_check_results(instansi, period, rekap.daftar_status, findings)


def write_check_results(
    instansi: str,
    period: str,
    statuses: tuple[StatusLaporan, ...],
    findings: tuple[TemuanTerbaca, ...],
) -> bytes:
    """Return the workbook of any check as bytes, the same for the same content.

    Args:
        instansi: The name of the agency; empty where it is not known.
        period: The name of the period, or of the file that was checked.
        statuses: Where the units' forms stand, in the order of the units.
        findings: The findings in words.
    """
    book = Workbook(f"{TITLE} {period}", instansi)
    subtitle = " · ".join(text for text in (instansi, period) if text)
    groups = kelompokkan(statuses, findings)
    write_table(book, _summary(subtitle, groups, findings))
    write_table(book, findings_table(subtitle, findings, {group.kode: group.nama for group in groups}))
    return book.to_bytes()


def _summary(subtitle: str, groups: tuple[KelompokUnit, ...], findings: tuple[TemuanTerbaca, ...]) -> Table:
    rows = [_group_row(group) for group in groups]
    if rows:
        counted = hitung(findings)
        counts = (counted.galat, counted.peringatan, counted.info)
        rows.append(group_row(0, (plain_cell("Jumlah"), plain_cell(), *(number_cell(n) for n in counts))))
    return Table(
        "Ringkasan",
        TITLE,
        (subtitle, LEVELS_EXPLAINED, "Rincian tiap temuan ada di lembar Temuan."),
        COLUMNS,
        rows,
        frozen=1,
        empty_text="Tidak ada unit dan tidak ada temuan.",
    )


def _group_row(group: KelompokUnit) -> tuple[Cell, ...]:
    counts = group.hitungan
    return (
        plain_cell(group.nama),
        plain_cell(group.status),
        _count_cell(counts.galat, "galat"),
        _count_cell(counts.peringatan, "peringatan"),
        _count_cell(counts.info, "info"),
    )


def _count_cell(count: int, level: str) -> Cell:
    return number_cell(count, bold=True, bg_color=COLOURS[level]) if count else number_cell(count)
