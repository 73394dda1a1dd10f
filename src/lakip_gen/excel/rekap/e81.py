"""The sheet E.81: the evaluation form of the Renja as Permendagri 86/2017 lays it out, in sixteen columns."""

from __future__ import annotations

from itertools import chain, zip_longest
from typing import TYPE_CHECKING, Final

from lakip_gen.excel.cells import Cell, divider, group_row, number_cell, plain_cell, predikat_cell, text_lines
from lakip_gen.excel.table import Table, TableColumn, row_points, write_row, write_table
from lakip_gen.excel.workbook import A3_PAPER, Workbook, write_value
from lakip_gen.laporan.e81 import DAFTAR_KOLOM, KOLOM_ANGKA, BarisE81, JenisBaris, KolomE81, susun_e81
from lakip_gen.laporan.penutup_e81 import RataKolom, susun_penutup
from lakip_gen.laporan.sajian import TITIK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from decimal import Decimal

    from xlsxwriter.worksheet import Worksheet

    from lakip_gen.domain.kinerja import Pejabat
    from lakip_gen.domain.rekap import Rekap

GROUPS: Final = {JenisBaris.JUMLAH: 0, JenisBaris.PROGRAM: 1}
INDENTS: Final = {JenisBaris.KEGIATAN: 1, JenisBaris.SUBKEGIATAN: 2}
SIGNATURE_ROOM: Final = 3
"""Empty rows between an office and the name of who holds it."""
NOTES: Final = (
    (
        "K: kinerja, Rp: anggaran. Tanda – berarti tidak diketahui atau tidak dapat dihitung; sebabnya ada di "
        "kolom 16. Sel triwulan yang kosong berarti belum waktunya dilaporkan."
    ),
    "Kolom 6 K: bila target Renstra kumulatif, jumlah sejak tahun pertama Renstra; bila tahunan, keadaan tahun lalu.",
    (
        "Kolom 13 K: kolom 6 + kolom 12 bila kumulatif, kolom 12 bila tahunan. Kolom 14 K: kolom 13 terhadap kolom 5 "
        "menurut rumus capaian indikatornya."
    ),
)
"""What the columns hold where the form leaves it open."""


def write_e81(book: Workbook, rekap: Rekap, subtitle: str) -> None:
    """Write the form to a sheet of its own: its rows, what stands under them, and who signs."""
    table = e81_table(rekap, subtitle)
    ws = write_table(book, table)
    if not table.rows:
        return
    row = ws.dim_rowmax + 1
    for cells in _means(rekap):
        write_row(book, ws, row, cells, table.widths)
        row += 1
    row = _texts(book, ws, rekap, row, table.widths)
    _signatures(book, ws, rekap, row + 1)


def e81_table(rekap: Rekap, subtitle: str) -> Table:
    """Return the form's table: budget lines carry Rp and K, indicators of the sasaran carry K, under their sasaran."""
    renstra = rekap.induk.instansi.renstra
    return Table(
        "E.81",
        "Evaluasi Hasil Renja (Formulir E.81)",
        (
            f"{subtitle} · {rekap.induk.instansi.pemerintah}",
            f"Renja Tahun {rekap.periode.tahun} · Periode Renstra {renstra or TITIK}",
            *NOTES,
        ),
        tuple(_columns(rekap.periode.tahun)),
        [_row(line, rekap.induk.aturan.desimal_capaian) for line in susun_e81(rekap)],
        frozen=4,
        paper=A3_PAPER,
        empty_text="Belum ada sasaran dan anggaran.",
    )


def _columns(year: int) -> Iterator[TableColumn]:
    for column in DAFTAR_KOLOM:
        title = column.judul.format(tahun=year, lalu=year - 1)
        if not column.nilai:
            yield TableColumn((title, str(column.nomor), ""), *column.lebar)
            continue
        for name, width, most in zip(("K", "Rp"), column.lebar, column.terlebar, strict=True):
            yield TableColumn((title, str(column.nomor), name), width, most)


def _row(line: BarisE81, percent_decimals: int) -> tuple[Cell, ...]:
    """Return the form's row; a sasaran is one text over the whole width, so that it needs no tall cell."""
    if line.jenis is JenisBaris.SASARAN:
        number, wording = divider(line.nomor)[0], divider(line.sasaran)
        return (Cell(number.value, dict(number.look) | {"right": 1, "align": "center"}), *wording)
    values = zip_longest(_values(line.k, line.desimal, percent_decimals), _values(line.rp, 0, percent_decimals))
    figures = chain.from_iterable((k or plain_cell(), rp or plain_cell()) for k, rp in values)
    return group_row(GROUPS.get(line.jenis, 2), _laid_out(lambda column: _text(line, column), figures))


def _laid_out(text: Callable[[KolomE81], Cell], figures: Iterator[Cell]) -> Iterator[Cell]:
    """Give the cells of a row: each text in its column, the figures where K and Rp stand."""
    for column in DAFTAR_KOLOM:
        if column.nilai:
            yield next(figures, plain_cell())
            yield next(figures, plain_cell())
        else:
            yield text(column)


def _text(line: BarisE81, column: KolomE81) -> Cell:
    indents = {"program": INDENTS.get(line.jenis, 0), "unit": 1}
    text: str = getattr(line, column.teks)
    indent = indents.get(column.teks, 0)
    return plain_cell(text or None, indent=indent) if indent else plain_cell(text or None)


def _values(values: Sequence[Decimal | str], decimals: int, percent_decimals: int) -> Iterator[Cell]:
    for column, value in zip(KOLOM_ANGKA, values, strict=False):
        yield _value_cell(value, percent_decimals if column.adalah_persen else decimals)


def _value_cell(value: Decimal | str, decimals: int) -> Cell:
    return plain_cell(value, align="center") if isinstance(value, str) else number_cell(value, decimals)


def _means(rekap: Rekap) -> Iterator[tuple[Cell, ...]]:
    """Give the rows of the means of the columns and of their predikat."""
    closing, decimals = susun_penutup(rekap), rekap.induk.aturan.desimal_capaian
    means = [closing.daftar_rata.get(column.nomor, (None, None)) for column in KOLOM_ANGKA]
    both = [mean for pair in means for mean in pair]
    numbers = [number_cell(mean.angka, decimals) if mean else plain_cell() for mean in both]
    yield _closing_row("Rata-rata capaian kinerja (%)", numbers, closing.keterangan)
    yield _closing_row("Predikat kinerja", [_predikat(mean) if mean else plain_cell() for mean in both])


def _closing_row(title: str, cells: Sequence[Cell], note: str = "") -> tuple[Cell, ...]:
    texts = {"program": plain_cell(title), "keterangan": plain_cell(note or None)}
    return group_row(0, _laid_out(lambda column: texts.get(column.teks, plain_cell()), iter(cells)))


def _predikat(mean: RataKolom) -> Cell:
    return predikat_cell(mean.pita, provisional=mean.sementara)


def _texts(book: Workbook, ws: Worksheet, rekap: Rekap, row: int, widths: Sequence[float]) -> int:
    """Write the texts under their headings over all columns, and return the row below."""
    for title, lines in susun_penutup(rekap).daftar_uraian:
        for number, text in enumerate((f"{title}:", *lines)):
            style = book.style(text_wrap=True, valign="top", bold=number == 0)
            ws.merge_range(row, 0, row, len(widths) - 1, "", style)
            write_value(ws, row, 0, text, style)
            ws.set_row(row, row_points(text_lines(text, sum(widths))))
            row += 1
    return row


def _signatures(book: Workbook, ws: Worksheet, rekap: Rekap, row: int) -> None:
    """Write who made the form and who evaluates the Renja, side by side."""
    agency = rekap.induk.instansi
    for column, title, official in ((3, "Disusun,", agency.kepala), (19, "Dievaluasi,", agency.penilai)):
        for number, text in enumerate(_signature(title, official, agency.tempat), start=row):
            write_value(ws, number, column, text or None, book.style(text_wrap=False))


def _signature(title: str, official: Pejabat, place: str) -> Iterator[str]:
    yield f"{place}, {TITIK}"
    yield title
    yield official.jabatan or TITIK
    yield from ("" for _ in range(SIGNATURE_ROOM))
    yield official.nama or TITIK
    yield official.pangkat
    yield f"NIP {official.nip or TITIK}"
