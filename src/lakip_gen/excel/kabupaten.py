"""The recap of all offices of one government: figures side by side, and every finding of their own runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lakip_gen.domain.teks import untuk_layar
from lakip_gen.domain.temuan import Tingkat
from lakip_gen.excel.cells import Cell, group_row, level_cell, number_cell, plain_cell
from lakip_gen.excel.table import Table, TableColumn, write_table
from lakip_gen.excel.workbook import Workbook
from lakip_gen.laporan.sajian import SEMENTARA
from lakip_gen.laporan.susun_kabupaten import CATATAN, keadaan_instansi
from lakip_gen.pesan.bahasa import KOSONG
from lakip_gen.pesan.katalog import jelaskan_semua

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lakip_gen.domain.kabupaten import KinerjaInstansi, RekapKabupaten, TemuanInstansi
    from lakip_gen.domain.temuan import Temuan

COLUMNS: Final = (
    TableColumn(("Perangkat daerah",), 34),
    TableColumn(("Keadaan",), 18),
    TableColumn(("Formulir diterima",), 10),
    TableColumn(("Formulir seluruhnya",), 10),
    TableColumn(("Terlambat",), 10),
    TableColumn(("Capaian (%)",), 10),
    TableColumn(("Predikat",), 14),
    TableColumn(("Indikator dinilai",), 10),
    TableColumn(("Pagu (Rp)",), 16),
    TableColumn(("Realisasi (Rp)",), 16),
    TableColumn(("Serapan (%)",), 10),
    TableColumn(("Galat",), 8),
    TableColumn(("Peringatan",), 11),
    TableColumn(("Folder",), 22),
    TableColumn(("Yang menghalangi",), 44),
)
MONEY: Final = 8
"""The column that a second page begins with, should one be too narrow."""
FINDINGS: Final = (
    TableColumn(("Perangkat daerah",), 30),
    TableColumn(("Tingkat",), 12),
    TableColumn(("Unit",), 12),
    TableColumn(("Letak",), 34),
    TableColumn(("Temuan",), 60),
    TableColumn(("Perbaikan",), 60),
)
FROZEN: Final = 2
"""The columns that stay in sight, also on a second page: which office, and whether its figures are whole."""


def write_offices(rekap: RekapKabupaten, findings: tuple[Temuan, ...]) -> bytes:
    """Return the workbook as bytes, the same for the same content.

    Args:
        rekap: What the offices reached.
        findings: What is odd about them beside each other.
    """
    title, period = "Rekapitulasi Kinerja Perangkat Daerah", rekap.periode.nama
    book = Workbook(f"{title} {period}", rekap.pemerintah)
    intro = (rekap.pemerintah, period, CATATAN)
    rows = [*map(_row, rekap.daftar), _total(rekap)]
    write_table(book, Table("Rekap", title, intro, COLUMNS, rows, frozen=FROZEN, split_at=MONEY))
    told = [*_beside_each_other(findings), *(_finding(satu, one) for satu in rekap.daftar for one in _worth(satu))]
    about = (rekap.pemerintah, period, "Galat dan peringatan dari pemeriksaan tiap perangkat daerah.")
    empty = "Tidak ada galat dan tidak ada peringatan."
    write_table(
        book,
        Table("Temuan", "Temuan Perangkat Daerah", about, FINDINGS, told, frozen=1, filters=True, empty_text=empty),
    )
    return book.to_bytes()


def _row(satu: KinerjaInstansi) -> tuple[Cell, ...]:
    return (
        plain_cell(satu.nama),
        plain_cell(keadaan_instansi(satu)),
        *(
            number_cell(banyak if satu.seluruhnya else None)
            for banyak in (satu.diterima, satu.seluruhnya, satu.terlambat)
        ),
        number_cell(satu.capaian, 2),
        plain_cell(satu.predikat or (SEMENTARA if satu.sementara else ""), align="center"),
        plain_cell(f"{satu.dinilai} dari {satu.banyak_indikator}" if satu.banyak_indikator else KOSONG, align="center"),
        number_cell(satu.pagu),
        number_cell(satu.realisasi),
        number_cell(satu.serapan, 2),
        number_cell(satu.banyak(Tingkat.GALAT)),
        number_cell(satu.banyak(Tingkat.PERINGATAN)),
        plain_cell(untuk_layar(satu.folder)),
        plain_cell(satu.halangan),
    )


def _total(rekap: RekapKabupaten) -> tuple[Cell, ...]:
    """Return the last row: what can be added up, and the mean of the capaian."""
    return group_row(
        0,
        (
            plain_cell("Jumlah dan rata-rata"),
            plain_cell(),
            number_cell(rekap.diterima),
            number_cell(rekap.seluruhnya),
            number_cell(rekap.terlambat),
            number_cell(rekap.rerata, 2),
            plain_cell(),
            plain_cell(),
            number_cell(rekap.pagu),
            number_cell(rekap.realisasi),
            number_cell(rekap.serapan, 2),
            number_cell(sum(satu.banyak(Tingkat.GALAT) for satu in rekap.daftar)),
            number_cell(sum(satu.banyak(Tingkat.PERINGATAN) for satu in rekap.daftar)),
            plain_cell(),
            plain_cell(),
        ),
    )


def _worth(satu: KinerjaInstansi) -> Iterator[TemuanInstansi]:
    """Yield the findings of an office that somebody has to see to."""
    return (one for one in satu.daftar_temuan if one.tingkat is not Tingkat.INFO)


def _finding(satu: KinerjaInstansi, one: TemuanInstansi) -> tuple[Cell, ...]:
    words = (one.unit, one.letak, one.pesan, one.perbaikan)
    return (plain_cell(satu.nama), level_cell(one.tingkat), *map(plain_cell, words))


def _beside_each_other(findings: tuple[Temuan, ...]) -> Iterator[tuple[Cell, ...]]:
    for told in jelaskan_semua(findings):
        words = ("", "", told.pesan, told.perbaikan)
        yield (plain_cell(told.asal.berkas), level_cell(told.tingkat), *map(plain_cell, words))
