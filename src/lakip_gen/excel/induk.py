"""The writer of the buku induk: an empty one to fill, or a filled one, from the same definition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from lakip_gen.domain.konsolidasi import CaraGabung
from lakip_gen.domain.skema import induk as skema
from lakip_gen.domain.skema import induk_butir as skema_butir
from lakip_gen.domain.skema import induk_indikator as skema_indikator
from lakip_gen.domain.skema.kolom import JenisKolom, Kolom
from lakip_gen.excel.instruction_page import InstructionPage
from lakip_gen.excel.sheet import FRAME, SheetWriter, explained, starred
from lakip_gen.excel.validation import add_validation
from lakip_gen.excel.workbook import COLOURS, Workbook, row_height

HEADER_ROW: Final = 3
FIRST_ROW: Final = HEADER_ROW + 1
LOOKUPS: Final = {
    "kode_unit": (skema.UNIT, "kode"),
    "kode_sasaran": (skema.SASARAN, "kode"),
    "kode_indikator": (skema_indikator.INDIKATOR, "kode"),
}
"""Dropdowns that offer what the planner typed on another sheet."""
STEPS: Final = (
    "Isi lembar Instansi dan Aturan lebih dulu. Kolom kuning bertanda * wajib.",
    "Isi lembar Unit dan Sasaran, satu baris tiap unit dan tiap sasaran.",
    "Isi lembar Indikator: pilih arah, cara gabung, dan jenis target dari daftar, lalu target tahun dan triwulan.",
    "Isi lembar Anggaran: program, kegiatan, lalu subkegiatan. Pagu hanya pada subkegiatan.",
    "Isi lembar Rencana Aksi, Riwayat, dan Narasi. Yang belum ada boleh dikosongkan dulu.",
    "Lembar Skala dan Predikat sudah terisi bawaan; ubah bila instansi memakai skala lain.",
    "Simpan dan tutup Excel, lalu jalankan: lakip-gen periksa TAHUN. Semua kesalahan disebut sekaligus.",
    "Setelah benar, jalankan: lakip-gen bagikan TAHUN-TW1 untuk membuat formulir tiap unit.",
)

RowsBySheet = Mapping[str, Sequence[Mapping[str, object]]]
"""Rows by sheet; a sheet of items has one row with the items as columns."""
PAGE_WIDTH: Final = 150
"""So many characters of columns are readable side by side on a page; a wider sheet is printed over several."""


def write_induk(rows_by_sheet: RowsBySheet, instansi: str = "") -> bytes:
    """Return a buku induk as bytes, with the rows that are given and room for more."""
    book = Workbook("Buku Induk Kinerja", instansi)
    _write_instructions(book)
    year = _year(rows_by_sheet)
    for sheet in skema.DAFTAR_LEMBAR:
        _write_sheet(SheetWriter(book, sheet, HEADER_ROW), rows_by_sheet.get(sheet.kunci, ()), year)
    for name, (sheet, key) in LOOKUPS.items():
        letter = chr(ord("A") + [k.kunci for k in sheet.daftar_kolom].index(key))
        end = FIRST_ROW + sheet.baris_kosong
        book.xlsx.define_name(f"daftar_{name}", f"='{sheet.nama}'!${letter}${FIRST_ROW + 1}:${letter}${end}")
    book.add_choices(skema.DAFTAR_PILIHAN.isi)
    book.add_meta({"jenis": skema.JENIS, "versi": str(skema.VERSI)})
    return book.to_bytes()


def _year(rows_by_sheet: RowsBySheet) -> int | None:
    """Return the year of the workbook; None where nobody gave one."""
    values = next(iter(rows_by_sheet.get(skema_butir.INSTANSI.kunci, ())), {})
    year = values.get("tahun")
    return year if isinstance(year, int) else None


def _write_sheet(writer: SheetWriter, rows: Sequence[Mapping[str, object]], year: int | None) -> None:
    items = bool(writer.sheet.daftar_butir)
    writer.heading(1 if items else 0)
    writer.columns(32, year=year)
    if items:
        _write_items(writer, rows[0] if rows else {})
    else:
        _write_rows(writer, rows)
    if writer.sheet.longgar and not rows:
        writer.ws.hide()


def _write_items(writer: SheetWriter, values: Mapping[str, object]) -> None:
    locked = {**FRAME, "bg_color": COLOURS["locked"]}
    for number, item in enumerate(writer.sheet.daftar_butir, start=FIRST_ROW):
        texts = (starred(item), values.get(item.kunci), explained(item))
        writer.write(number, 0, item.kunci, {})
        writer.write(number, 1, texts[0], locked)
        _write_input(writer, number, 2, item, texts[1])
        add_validation(writer.ws, number, 2, item)
        writer.write(number, 3, texts[2], {**locked, "font_color": "#595959"})
        writer.ws.set_row(number, row_height(zip(texts, (38, 60, 60), strict=True)))
    writer.ws.freeze_panes(FIRST_ROW, 2)
    # Only the values are typed; names and keys of the items stay as they are.
    writer.ws.protect("", {"format_columns": True, "format_rows": True})


def _write_rows(writer: SheetWriter, rows: Sequence[Mapping[str, object]]) -> None:
    """Write the rows that are given, and below them empty ones to type into."""
    columns = writer.sheet.daftar_kolom
    end = FIRST_ROW + max(writer.sheet.baris_kosong, len(rows)) - 1
    for number, row in enumerate(rows, start=FIRST_ROW):
        writer.ws.set_row(number, row_height((row.get(column.kunci), column.lebar) for column in columns))
    for position, column in enumerate(columns):
        add_validation(writer.ws, FIRST_ROW, position, column, last_row=end)
        for number in range(FIRST_ROW, end + 1):
            given = rows[number - FIRST_ROW] if number - FIRST_ROW < len(rows) else {}
            _write_input(writer, number, position, column, given.get(column.kunci))
    frozen = 3 if writer.sheet is skema_indikator.INDIKATOR else 1
    writer.ws.freeze_panes(FIRST_ROW, frozen)
    pages = round(sum(column.lebar for column in columns) / PAGE_WIDTH)
    if pages > 1:
        writer.ws.fit_to_pages(pages, 0)
        writer.ws.repeat_columns(0, frozen - 1)
    writer.ws.autofilter(HEADER_ROW, 0, end, len(columns) - 1)


def _write_input(writer: SheetWriter, row: int, position: int, column: Kolom, value: object) -> None:
    look = writer.look(column.jenis, fillable=True, required=column.wajib)
    # As text a kode such as 1.10 stays what was typed.
    text = {"num_format": "@"} if column.jenis in {JenisKolom.TEKS, JenisKolom.PARAGRAF} else {}
    writer.write(row, position, value, {**look, **text})


def _write_instructions(book: Workbook) -> None:
    """Write the one page that stands in for a manual."""
    page = InstructionPage(book, "Petunjuk", "Buku Induk Kinerja", (28, 84))
    page.line("Satu buku setahun: janji kinerja, anggaran, dan aturan pengukuran instansi.")
    page.steps(STEPS)
    page.heading("Cara gabung dan jenis target yang boleh berpasangan")
    for way in CaraGabung:
        page.pair(way.value, ", ".join(sorted(kind.value for kind in way.sifat.daftar_jenis_target)), {}, {})
    page.columns(skema.DAFTAR_LEMBAR)
