"""The sheets Kelengkapan and Progres Bulanan: the units' forms, and what the units did month by month."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lakip_gen.domain.isian import Pengesahan
from lakip_gen.domain.kelengkapan import kelengkapan
from lakip_gen.excel.cells import Cell, date_cell, divider, number_cell, plain_cell
from lakip_gen.excel.table import Table, TableColumn
from lakip_gen.pesan.status import RUPA_STATUS, rupa

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lakip_gen.domain.penerimaan import StatusLaporan
    from lakip_gen.domain.rekap import Rekap
    from lakip_gen.laporan.pandangan_catatan import ProgresBulanPandangan

COMPLETENESS_COLUMNS: Final = (
    TableColumn(("Unit",), 38),
    TableColumn(("Triwulan",), 9),
    TableColumn(("Status",), 15),
    TableColumn(("Berkas",), 36),
    TableColumn(("Galat",), 8),
    TableColumn(("Peringatan",), 11),
    TableColumn(("Tanggal penyusunan",), 13),
    TableColumn(("Validasi kepala unit",), 16),
    TableColumn(("Baris lengkap",), 10),
    TableColumn(("Seluruh baris",), 10),
    TableColumn(("Penyusun",), 22),
    TableColumn(("Jabatan penyusun",), 22),
    TableColumn(("Kepala unit",), 22),
    TableColumn(("Jabatan kepala unit",), 22),
    TableColumn(("Tanggal validasi",), 13),
    TableColumn(("Catatan kepala unit",), 36),
)
PROGRESS_COLUMNS: Final = (
    TableColumn(("Unit",), 32),
    TableColumn(("Kegiatan yang dilaksanakan",), 46),
    TableColumn(("Hasil",), 40),
    TableColumn(("Kendala",), 36),
    TableColumn(("Rencana bulan berikutnya",), 36),
)


def completeness_table(rekap: Rekap, subtitle: str) -> Table:
    """Return the table of the units' forms: where each stands, and who answers for it."""
    return Table(
        "Kelengkapan",
        "Kelengkapan Formulir Unit",
        (
            subtitle,
            "Baris lengkap: baris indikator, anggaran, dan rencana aksi yang semua isian wajibnya sudah ada.",
        ),
        COMPLETENESS_COLUMNS,
        [_completeness_row(rekap, status) for status in rekap.daftar_status],
        frozen=1,
        filters=True,
        empty_text="Belum ada formulir yang dicatat.",
    )


def _completeness_row(rekap: Rekap, status: StatusLaporan) -> tuple[Cell, ...]:
    count = kelengkapan(rekap.induk, status.unit.kode, status.triwulan, status.laporan)
    look = RUPA_STATUS[status.status]
    approval = status.laporan.pengesahan if status.laporan else Pengesahan()
    return (
        plain_cell(status.unit.nama),
        plain_cell(status.triwulan.nama_pendek),
        plain_cell(rupa(status), bg_color=look.warna),
        _text_cell(status.berkas),
        number_cell(status.galat),
        number_cell(status.peringatan),
        date_cell(approval.tanggal),
        _text_cell(approval.disetujui),
        number_cell(count.lengkap),
        number_cell(count.semua),
        _text_cell(approval.penyusun),
        _text_cell(approval.jabatan_penyusun),
        _text_cell(approval.pengesah),
        _text_cell(approval.jabatan_pengesah),
        date_cell(approval.tanggal_pengesahan),
        _text_cell(approval.catatan),
    )


def _text_cell(text: str | None) -> Cell:
    """Return a cell with a text, or with the mark of nothing."""
    return plain_cell(text) if text else number_cell(None)


def progress_table(months: Iterable[ProgresBulanPandangan], subtitle: str) -> Table:
    """Return the table of what the units did, a band for each month."""
    rows: list[tuple[Cell, ...]] = []
    for month in months:
        rows.append(divider(month.bulan))
        rows += [
            tuple(map(plain_cell, (line.unit, line.kegiatan, line.hasil, line.kendala, line.rencana)))
            for line in month.daftar_laporan
        ]
    return Table(
        "Progres Bulanan",
        "Laporan Progres Bulanan",
        (subtitle, "Sebagaimana disampaikan unit dalam formulirnya."),
        PROGRESS_COLUMNS,
        rows,
        frozen=1,
        empty_text="Belum ada laporan progres bulanan.",
    )
