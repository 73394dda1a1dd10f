"""The writer of the buku induk: an empty one to fill, or a filled one, from the same definition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from lakip_gen.domain.konsolidasi import CaraGabung
from lakip_gen.domain.skema import induk as skema
from lakip_gen.domain.skema.kolom import JenisKolom, Kolom, Lembar
from lakip_gen.excel.validation import add_validation
from lakip_gen.excel.workbook import COLOURS, DATE_FORMAT, Workbook, row_height, write_value
from lakip_gen.induk import JENIS_INDUK

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

HEADER_ROW: Final = 3
FIRST_ROW: Final = HEADER_ROW + 1
NUMBER_FORMATS: Final[Mapping[JenisKolom, str]] = {
    JenisKolom.RUPIAH: "#,##0",
    JenisKolom.TANGGAL: DATE_FORMAT,
}
LOOKUPS: Final = {
    "kode_unit": (skema.UNIT, "kode"),
    "kode_sasaran": (skema.SASARAN, "kode"),
    "kode_indikator": (skema.INDIKATOR, "kode"),
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


def write_induk(rows_by_sheet: RowsBySheet, instansi: str = "") -> bytes:
    """Return a buku induk as bytes, with the rows that are given and room for more."""
    book = Workbook("Buku Induk Kinerja", instansi)
    _instructions(book)
    for sheet in skema.DAFTAR_LEMBAR:
        _SheetWriter(book, sheet).write(rows_by_sheet.get(sheet.kunci, ()))
    for name, (sheet, key) in LOOKUPS.items():
        letter = chr(ord("A") + [k.kunci for k in sheet.daftar_kolom].index(key))
        end = FIRST_ROW + sheet.baris_kosong
        book.xlsx.define_name(f"daftar_{name}", f"='{sheet.nama}'!${letter}${FIRST_ROW + 1}:${letter}${end}")
    book.add_choices(skema.DAFTAR_PILIHAN.isi)
    book.add_meta({"jenis": JENIS_INDUK, "versi": str(skema.VERSI)})
    return book.to_bytes()


class _SheetWriter:
    """Writes one sheet of the buku induk."""

    def __init__(self, book: Workbook, sheet: Lembar) -> None:
        self.book = book
        self.sheet = sheet
        self.ws: Worksheet = book.add_sheet(sheet.nama)

    def write(self, rows: Sequence[Mapping[str, object]]) -> None:
        """Write heading, headers and rows."""
        style = self.book.style
        start = 1 if self.sheet.daftar_butir else 0
        self.ws.write_string(0, start, self.sheet.judul, style(bold=True, font_size=14, font_color=COLOURS["title"]))
        self.ws.write_string(1, start, self.sheet.keterangan, style(italic=True))
        for position, column in enumerate(self.sheet.daftar_kolom):
            self.ws.set_column(position, position, column.lebar, None, {"hidden": column.tersembunyi})
            colour = COLOURS["required"] if column.wajib else COLOURS["header"]
            header_style = style(bold=True, text_wrap=True, border=1, bg_color=colour, align="center", valign="vcenter")
            self.ws.write_string(
                HEADER_ROW, position, f"{column.judul} *" if column.wajib else column.judul, header_style
            )
        self.ws.set_row(HEADER_ROW, 32)
        self.ws.repeat_rows(HEADER_ROW)
        if self.sheet.daftar_butir:
            self._items(rows[0] if rows else {})
        else:
            self._table(rows)

    def _items(self, value: Mapping[str, object]) -> None:
        style = self.book.style
        for number, item in enumerate(self.sheet.daftar_butir, start=FIRST_ROW):
            name = f"{item.judul} *" if item.wajib else item.judul
            self.ws.write_string(number, 0, item.kunci, style())
            self.ws.write_string(number, 1, name, style(border=1, text_wrap=True, bg_color=COLOURS["locked"]))
            self._value(number, 2, item, value.get(item.kunci))
            example = f" Contoh: {item.contoh}" if item.contoh else ""
            hint_style = style(border=1, text_wrap=True, font_color="#595959", bg_color=COLOURS["locked"])
            self.ws.write_string(number, 3, item.bantuan + example, hint_style)
            self.ws.set_row(number, row_height(((name, 38), (value.get(item.kunci), 60), (item.bantuan + example, 60))))
        self.ws.freeze_panes(FIRST_ROW, 2)
        # Only the values are typed; names and keys of the items stay as they are.
        self.ws.protect("", {"format_columns": True, "format_rows": True})

    def _table(self, rows: Sequence[Mapping[str, object]]) -> None:
        end = FIRST_ROW + max(self.sheet.baris_kosong, len(rows)) - 1
        for number, row in enumerate(rows, start=FIRST_ROW):
            values = ((row.get(column.kunci), column.lebar) for column in self.sheet.daftar_kolom)
            self.ws.set_row(number, row_height(values))
        for position, column in enumerate(self.sheet.daftar_kolom):
            add_validation(self.ws, FIRST_ROW, position, column, last_row=end)
            for number in range(FIRST_ROW, end + 1):
                ordered = number - FIRST_ROW
                value = rows[ordered].get(column.kunci) if ordered < len(rows) else None
                self._cell(number, position, column, value)
        self.ws.freeze_panes(FIRST_ROW, self._frozen())
        self.ws.autofilter(HEADER_ROW, 0, end, len(self.sheet.daftar_kolom) - 1)

    def _frozen(self) -> int:
        return 3 if self.sheet is skema.INDIKATOR else 1

    def _value(self, row: int, position: int, column: Kolom, value: object) -> None:
        self._cell(row, position, column, value)
        add_validation(self.ws, row, position, column)

    def _cell(self, row: int, position: int, column: Kolom, value: object) -> None:
        colour = COLOURS["required"] if column.wajib else COLOURS["input"]
        look: dict[str, object] = {"border": 1, "border_color": COLOURS["line"], "text_wrap": True}
        look |= {"bg_color": colour, "locked": False}
        if column.jenis in NUMBER_FORMATS:
            look["num_format"] = NUMBER_FORMATS[column.jenis]
        elif column.jenis in {JenisKolom.TEKS, JenisKolom.PARAGRAF}:
            look["num_format"] = "@"
        write_value(self.ws, row, position, value, self.book.style(**look))


def _instructions(book: Workbook) -> None:
    """Write the one page that stands in for a manual."""
    ws = book.add_sheet("Petunjuk")
    ws.set_portrait()
    ws.set_column(0, 0, 5)
    ws.set_column(1, 1, 28)
    ws.set_column(2, 2, 84)
    title = book.style(bold=True, font_size=16, font_color=COLOURS["title"])
    ws.write_string(0, 0, "Buku Induk Kinerja", title)
    ws.set_row(0, 24)
    ws.write_string(1, 0, "Satu buku setahun: janji kinerja, anggaran, dan aturan pengukuran instansi.", book.style())
    row = 3
    for number, text in enumerate(STEPS, start=1):
        ws.write_number(row, 0, number, book.style(align="right"))
        ws.merge_range(row, 1, row, 2, text, book.style(text_wrap=True))
        row += 1
    row = _pairs_explained(book, ws, row + 1)
    for sheet in skema.DAFTAR_LEMBAR:
        bold_style = book.style(bold=True, font_color=COLOURS["title"])
        ws.write_string(row + 1, 0, f"Lembar {sheet.nama}: {sheet.keterangan}", bold_style)
        row += 2
        for column in sheet.daftar_butir or sheet.kolom_isian:
            required = " *" if column.wajib else ""
            example = f" Contoh: {column.contoh}" if column.contoh else ""
            ws.write_string(row, 1, column.judul + required, book.style(text_wrap=True))
            ws.write_string(row, 2, column.bantuan + example, book.style(text_wrap=True))
            ws.set_row(row, row_height(((column.judul, 28), (column.bantuan + example, 84))))
            row += 1
    ws.protect()


def _pairs_explained(book: Workbook, ws: Worksheet, row: int) -> int:
    bold_style = book.style(bold=True, font_color=COLOURS["title"])
    ws.write_string(row, 0, "Cara gabung dan jenis target yang boleh berpasangan", bold_style)
    for way in CaraGabung:
        row += 1
        ws.write_string(row, 1, way.value, book.style())
        ws.write_string(row, 2, ", ".join(sorted(kind.value for kind in way.sifat.daftar_jenis_target)), book.style())
    return row + 1
