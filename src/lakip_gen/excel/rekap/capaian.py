"""The sheet Capaian: every indicator with its quarters, the period and the year so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lakip_gen.domain.ketelitian import desimal_capaian, desimal_ukuran
from lakip_gen.domain.nilai import Hasil
from lakip_gen.excel.cells import Cell, decimal_places, divider, number_cell, plain_cell, predikat_cell
from lakip_gen.excel.table import Table, TableColumn
from lakip_gen.laporan.sajian import isi_capaian, isi_sajian, keterangan_sajian, rerata_sajian

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lakip_gen.domain.aturan import Aturan
    from lakip_gen.domain.kinerja import Indikator
    from lakip_gen.domain.nilai import Target
    from lakip_gen.domain.pengukuran import Pengukuran
    from lakip_gen.domain.rekap import Rekap, RekapIndikator, RekapSasaran

FIXED_COLUMNS: Final = 6
"""The columns before the first quarter."""
FIGURE_WIDTH: Final = 10
MAIN_WIDTH: Final = 10.5


def capaian_table(rekap: Rekap, subtitle: str) -> Table:
    """Return the table of all indicators, sasaran by sasaran."""
    rules = rekap.induk.aturan
    split_at = FIXED_COLUMNS + 2 * len(rekap.periode.sampai_dengan)
    return Table(
        "Capaian",
        "Capaian Indikator Kinerja",
        (
            subtitle,
            f"Predikat memakai skala {rules.dasar_skala} dan menilai capaian {rekap.periode.nama}.",
            "Angka dalam sel tidak dibulatkan; yang terlihat adalah bentuk tampilannya.",
        ),
        tuple(_columns(rekap)),
        [row for sasaran in rekap.daftar_sasaran for row in _sasaran_rows(sasaran, rules, split_at)],
        frozen=3,
        split_at=split_at,
        filters=True,
        empty_text="Belum ada indikator.",
    )


def _columns(rekap: Rekap) -> Iterator[TableColumn]:
    fixed = (("Sasaran", 7.5), ("Kode", 7), ("Indikator", 28), ("Satuan", 9), ("Arah", 8), ("Cara gabung", 10))
    yield from (TableColumn(("", title), width) for title, width in fixed)
    for quarter in rekap.periode.sampai_dengan:
        yield from (TableColumn((quarter.nama_pendek, title), FIGURE_WIDTH) for title in ("Target", "Realisasi"))
    for title in ("Target", "Realisasi", "Capaian (%)"):
        yield TableColumn((rekap.periode.nama, title), MAIN_WIDTH)
    against = f"s.d. {rekap.periode.nama_pendek} terhadap target tahun {rekap.periode.tahun}"
    for title in ("Target tahun", "Realisasi s.d.", "Capaian (%)"):
        yield TableColumn((against, title), MAIN_WIDTH)
    yield TableColumn(("", "Predikat"), 12)
    if rekap.induk.aturan.berbobot:
        yield TableColumn(("", "Bobot"), 8)
    yield TableColumn(("", "Keterangan"), 24)


def _sasaran_rows(sasaran: RekapSasaran, rules: Aturan, split_at: int) -> Iterator[tuple[Cell, ...]]:
    average = f"Rata-rata capaian {rerata_sajian(sasaran.rerata, rules)}"
    yield divider(f"{sasaran.sasaran.kode} {sasaran.sasaran.nama}", split_at, average)
    for rekap in sasaran.daftar_indikator:
        yield tuple(_indikator_row(rekap, rules))


def _indikator_row(rekap: RekapIndikator, rules: Aturan) -> Iterator[Cell]:
    indikator = rekap.indikator
    yield plain_cell(indikator.sasaran)
    yield plain_cell(indikator.kode)
    yield plain_cell(indikator.nama)
    yield plain_cell(indikator.satuan)
    yield plain_cell(indikator.arah.value)
    yield plain_cell(indikator.cara_gabung.value)
    for quarter in rekap.daftar_triwulan:
        yield from _target_and_realisasi(quarter.pengukuran, indikator)
    for measurement in (rekap.periode_ini, rekap.setahun):
        yield from _target_and_realisasi(measurement, indikator)
        decimals = desimal_capaian(measurement.dinilai.angka, rules) if measurement.dinilai else 0
        yield number_cell(isi_capaian(measurement, rules), decimals, bold=True)
    yield predikat_cell(rekap.pita, provisional=rekap.sementara)
    if rules.berbobot:
        yield number_cell(indikator.bobot, decimal_places(indikator.bobot) if indikator.bobot else 0)
    yield plain_cell(keterangan_sajian(rekap, rules))


def _target_and_realisasi(measurement: Pengukuran, indikator: Indikator) -> Iterable[Cell]:
    figures: tuple[Hasil | Target | None, ...] = (measurement.target, measurement.realisasi)
    decimals = desimal_ukuran(measurement, indikator.desimal)
    return (_value_cell(value, indikator, decimals) for value in figures)


def _value_cell(value: Hasil | Target | None, indikator: Indikator, decimals: int) -> Cell:
    """Return the cell of a figure; a predicate or a range is a figure too, not a reason for none."""
    shown = isi_sajian(value, indikator)
    no_number = value is None or (isinstance(value, Hasil) and value.angka is None)
    if isinstance(shown, str) and not no_number:
        return plain_cell(shown, align="center")
    return number_cell(shown, decimals)
