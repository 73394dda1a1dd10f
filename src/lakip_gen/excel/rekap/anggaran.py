"""The sheet Anggaran: program, kegiatan and subkegiatan with their money, quarter by quarter and together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lakip_gen.domain.anggaran import TingkatAnggaran, cari_induk
from lakip_gen.excel.cells import Cell, group_row, number_cell, plain_cell
from lakip_gen.excel.table import Table, TableColumn
from lakip_gen.laporan.e81 import jumlah_berlaku
from lakip_gen.laporan.sajian import isi_hasil

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lakip_gen.domain.anggaran import Anggaran
    from lakip_gen.domain.rekap import Rekap
    from lakip_gen.domain.rekap_anggaran import RekapAnggaran

FISIK_DECIMALS: Final = 2
LEVEL_ORDER: Final = tuple(TingkatAnggaran)


def anggaran_table(rekap: Rekap, subtitle: str) -> Table:
    """Return the table of the budget, with the sum of all subkegiatan under it."""
    rows = [tuple(_line_row(rekap, line)) for line in rekap.daftar_anggaran]
    if rows:
        rows.append(group_row(0, _total(rekap)))
    return Table(
        "Anggaran",
        "Realisasi Anggaran",
        (
            subtitle,
            f"Dalam rupiah. Pagu yang berlaku pada {rekap.periode.nama}; fisik program dan kegiatan ditimbang pagu.",
        ),
        tuple(_columns(rekap)),
        rows,
        frozen=2,
        empty_text="Belum ada anggaran.",
    )


def _columns(rekap: Rekap) -> Iterator[TableColumn]:
    fixed = (
        ("Kode rekening", 17),
        ("Program / Kegiatan / Subkegiatan", 40),
        ("Unit", 18),
        ("Sasaran", 8),
        ("Pagu", 13),
    )
    yield from (TableColumn(("", title), width) for title, width in fixed)
    for quarter in rekap.periode.sampai_dengan:
        yield TableColumn(("Realisasi", quarter.nama_pendek), 13)
    yield TableColumn(("Realisasi", f"s.d. {rekap.periode.nama_pendek}"), 13)
    yield TableColumn(("", "Serapan (%)"), 9)
    yield TableColumn(("", "Fisik (%)"), 10)
    yield TableColumn(("", "Keterangan"), 24)


def _line_row(rekap: Rekap, line: RekapAnggaran) -> tuple[Cell, ...]:
    anggaran = line.anggaran
    decimals = rekap.induk.aturan.desimal_capaian
    unit = rekap.induk.unit(anggaran.unit)
    cells = (
        plain_cell(anggaran.kode),
        plain_cell(anggaran.uraian, indent=_depth(rekap, anggaran)),
        plain_cell(unit.nama if unit else anggaran.unit),
        plain_cell(anggaran.sasaran),
        number_cell(line.pagu),
        *(number_cell(isi_hasil(line.per_triwulan[p.nomor - 1])) for p in rekap.periode.sampai_dengan),
        number_cell(isi_hasil(line.realisasi)),
        number_cell(line.serapan, decimals),
        number_cell(isi_hasil(line.fisik), FISIK_DECIMALS),
        plain_cell(line.jawaban.keterangan if line.jawaban else line.realisasi.catatan, indent=1),
    )
    return group_row(LEVEL_ORDER.index(anggaran.tingkat), cells)


def _depth(rekap: Rekap, anggaran: Anggaran) -> int:
    """Return how many lines of the budget stand above one."""
    induk = cari_induk(anggaran, rekap.induk.daftar_anggaran)
    return 1 + _depth(rekap, induk) if induk else 0


def _total(rekap: Rekap) -> Iterator[Cell]:
    anggaran = rekap.anggaran
    subkegiatan = [a for a in rekap.daftar_anggaran if a.anggaran.tingkat is TingkatAnggaran.SUBKEGIATAN]
    yield from (plain_cell(), plain_cell("Jumlah"), plain_cell(), plain_cell(), number_cell(anggaran.pagu))
    for quarter in rekap.periode.sampai_dengan:
        yield number_cell(jumlah_berlaku(a.per_triwulan[quarter.nomor - 1] for a in subkegiatan))
    yield number_cell(isi_hasil(anggaran.realisasi))
    yield number_cell(anggaran.serapan, rekap.induk.aturan.desimal_capaian)
    yield from (number_cell(None), plain_cell(anggaran.realisasi.catatan, indent=1))
