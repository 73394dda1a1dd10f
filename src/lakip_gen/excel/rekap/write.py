"""The rekap of a period as a workbook: figures to work on, and where each of them comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lakip_gen.domain.jejak import Jejak, jejak_anggaran, jejak_indikator
from lakip_gen.domain.perubahan import PerubahanTahun, perubahan_tahun
from lakip_gen.domain.rekap import Rekap
from lakip_gen.excel.cells import MAX_INDENT, Cell, divider, group_row, plain_cell
from lakip_gen.excel.findings import findings_table
from lakip_gen.excel.rekap.anggaran import anggaran_table
from lakip_gen.excel.rekap.capaian import capaian_table
from lakip_gen.excel.rekap.e81 import write_e81
from lakip_gen.excel.rekap.formulir import completeness_table, progress_table
from lakip_gen.excel.rekap.murni import revisions_table
from lakip_gen.excel.rekap.perubahan import changes_table
from lakip_gen.excel.rekap.ringkasan import write_summary
from lakip_gen.excel.table import Table, TableColumn, write_table
from lakip_gen.excel.workbook import Workbook
from lakip_gen.laporan.susun_formulir import daftar_progres

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lakip_gen.laporan.pandangan_catatan import ProgresBulanPandangan
    from lakip_gen.laporan.terlapor import Perbedaan
    from lakip_gen.pesan.katalog import TemuanTerbaca

SOURCE_COLUMNS: Final = (
    TableColumn(("Angka",), 64),
    TableColumn(("Nilai",), 28),
    TableColumn(("Rumus atau cara",), 32),
    TableColumn(("Berkas",), 34),
    TableColumn(("Lembar",), 14),
    TableColumn(("Sel",), 8),
)


def write_rekap(rekap: Rekap, findings: tuple[TemuanTerbaca, ...], changes: tuple[Perbedaan, ...] = ()) -> bytes:
    """Return the workbook as bytes, the same for the same content."""
    subtitle = f"{rekap.induk.instansi.nama} · {rekap.periode.nama}"
    unit_names = {unit.kode: unit.nama for unit in rekap.induk.daftar_unit}
    book = Workbook(f"Rekapitulasi Kinerja {rekap.periode.nama}", rekap.induk.instansi.nama)
    write_summary(book, rekap, subtitle, findings)
    for table in (capaian_table(rekap, subtitle), anggaran_table(rekap, subtitle)):
        write_table(book, table)
    write_e81(book, rekap, subtitle)
    revised = perubahan_tahun(rekap.induk, rekap.periode)
    for table in (
        *((revisions_table(revised, rekap, subtitle),) if revised != PerubahanTahun() else ()),
        *((changes_table(changes, subtitle),) if changes else ()),
        completeness_table(rekap, subtitle),
        progress_table(daftar_progres(rekap), subtitle),
        findings_table(subtitle, findings, unit_names),
        _sources_table(rekap, subtitle),
    ):
        write_table(book, table)
    return book.to_bytes()


def write_month(rekap: Rekap, month: ProgresBulanPandangan) -> bytes:
    """Return the workbook of one month as bytes: what the units did, and where their forms stand."""
    subtitle = f"{rekap.induk.instansi.nama} · {month.bulan}"
    book = Workbook(f"Rekapitulasi Progres {month.bulan}", rekap.induk.instansi.nama)
    for table in (progress_table((month,), subtitle), completeness_table(rekap, subtitle)):
        write_table(book, table)
    return book.to_bytes()


def _sources_table(rekap: Rekap, subtitle: str) -> Table:
    indikator = (jejak_indikator(rekap, row) for row in rekap.daftar_indikator)
    anggaran = (jejak_anggaran(rekap, row) for row in rekap.daftar_anggaran)
    return Table(
        "Asal",
        "Asal Setiap Angka",
        (
            subtitle,
            "Tiap angka diurai sampai sel tempat ia diketik; baris yang menjorok adalah bagian dari baris di atasnya.",
        ),
        SOURCE_COLUMNS,
        [*_source_rows("Indikator", indikator), *_source_rows("Anggaran (rupiah)", anggaran)],
        frozen=1,
        empty_text="Belum ada angka.",
    )


def _source_rows(title: str, traces: Iterable[Jejak]) -> list[tuple[Cell, ...]]:
    rows = [row for trace in traces for row in _trace_rows(trace, 0)]
    return [divider(title), *rows] if rows else []


def _trace_rows(trace: Jejak, depth: int) -> Iterator[tuple[Cell, ...]]:
    """Give a figure's row, then those of its parts, each one step further in."""
    source = trace.asal
    row = (
        plain_cell(trace.nama, indent=min(depth, MAX_INDENT)),
        plain_cell(trace.nilai),
        plain_cell(trace.rumus),
        plain_cell(source.berkas if source else ""),
        plain_cell(source.lembar if source else ""),
        plain_cell(source.sel if source else ""),
    )
    yield group_row(depth + 1, row)
    for part in trace.daftar_bagian:
        yield from _trace_rows(part, depth + 1)
