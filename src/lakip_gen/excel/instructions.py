"""The Petunjuk sheet of a form, written from the same columns that the checks use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lakip_gen.domain.formulir import Formulir
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.domain.skema.kolom import Kolom, Lembar
from lakip_gen.excel.workbook import COLOURS, Workbook, row_height
from lakip_gen.pesan import bahasa

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

STEPS = (
    "Isi lembar Indikator, Rencana Aksi, Anggaran, dan Progres Bulanan, satu per satu. Lembar yang kosong dilewati.",
    "Ketik hanya pada sel kuning (wajib, bertanda *) dan putih (boleh). Sel abu-abu terkunci.",
    "Tulis angka tanpa satuan dan tanpa titik ribuan: 1250000, bukan 1.250.000. Koma untuk desimal: 87,5.",
    "Persen ditulis 85, bukan 0,85. Nol ditulis 0. Yang belum ada dikosongkan. Yang tidak berlaku ditulis n/a.",
    "Bila menyalin dari berkas lain, gunakan Tempel Khusus > Nilai (Paste Special > Values).",
    "Jangan mengurutkan, menambah, atau menghapus baris dan kolom.",
    "Perhatikan kolom Kelengkapan di ujung kanan: semua baris harus “Lengkap”.",
    "Kepala unit memvalidasi di lembar Pengesahan. Simpan, lalu kirim ke perencana. Nama berkas boleh apa saja.",
)
CELL_COLOURS = (
    ("required", "wajib diisi (judul kolomnya bertanda *)"),
    ("input", "boleh diisi"),
    ("locked", "terkunci: sudah terisi atau dihitung otomatis"),
    ("galat", "salah dan harus diperbaiki (hanya pada formulir yang dikembalikan)"),
    ("peringatan", "perlu penjelasan (hanya pada formulir yang dikembalikan)"),
)
HEADING_LABELS = ("Unit", "Periode", "Paling lambat", "Bertanya kepada")
STEPS_HEADING = "Cara mengisi"
COLOURS_HEADING = "Arti warna"


def _sheet_heading(sheet: Lembar) -> str:
    return f"Lembar {sheet.nama}: {sheet.keterangan}"


def _explanation(column: Kolom) -> tuple[str, str]:
    """Return what the page says of a column: its header, and what to type there."""
    example = f" Contoh: {column.contoh}" if column.contoh else ""
    return f"{column.judul} *" if column.wajib else column.judul, column.bantuan + example


FIXED_TEXTS = frozenset(
    (
        *(skema.JUDUL_PETUNJUK, STEPS_HEADING, COLOURS_HEADING, *HEADING_LABELS),
        *(str(number) for number in range(1, len(STEPS) + 1)),
        *STEPS,
        *(meaning for _, meaning in CELL_COLOURS),
        *map(_sheet_heading, skema.DAFTAR_LEMBAR),
        *(
            text
            for sheet in skema.DAFTAR_LEMBAR
            for column in sheet.daftar_butir or sheet.kolom_isian
            for text in _explanation(column)
        ),
    )
)
"""All that the page says in every form of this version."""


def write_instructions(book: Workbook, formulir: Formulir) -> None:
    """Write the page that tells the unit what to do, by when, and what each column wants."""
    ws = book.add_sheet(skema.LEMBAR_PETUNJUK)
    ws.set_portrait()
    ws.set_column(0, 0, 5)
    ws.set_column(1, 1, 32)
    ws.set_column(2, 2, 78)
    row = _header(book, ws, formulir)
    row = _steps(book, ws, row)
    row = _colours(book, ws, row)
    for sheet in skema.DAFTAR_LEMBAR:
        values = sheet.daftar_butir or sheet.kolom_isian
        row = _heading(book, ws, row + 1, _sheet_heading(sheet))
        for column in values:
            title, help_text = _explanation(column)
            ws.write_string(row, 1, title, book.style(text_wrap=True))
            ws.write_string(row, 2, help_text, book.style(text_wrap=True))
            ws.set_row(row, row_height(((column.judul, 32), (help_text, 78))))
            row += 1
    ws.protect()


def _header(book: Workbook, ws: Worksheet, formulir: Formulir) -> int:
    induk, period = formulir.induk, formulir.periode
    ws.write_string(
        0,
        0,
        skema.JUDUL_PETUNJUK,
        book.style(bold=True, font_size=16, font_color=COLOURS["title"]),
    )
    ws.set_row(0, 24)
    ws.write_string(1, 0, induk.instansi.nama, book.style(bold=True, font_size=12))
    deadline = induk.aturan.tenggat[period.nomor - 1]
    values = (
        f"{formulir.unit.nama} ({formulir.unit.kode})",
        period.nama,
        bahasa.tanggal(deadline) if deadline else "menunggu pemberitahuan perencana",
        induk.instansi.perencana.jabatan,
    )
    for row, (name, value) in enumerate(zip(HEADING_LABELS, values, strict=True), start=3):
        ws.write_string(row, 1, name, book.style(bold=True))
        ws.write_string(row, 2, value, book.style(text_wrap=True))
    return 3 + len(values)


def _heading(book: Workbook, ws: Worksheet, row: int, text: str) -> int:
    ws.write_string(row, 0, text, book.style(bold=True, font_size=11, font_color=COLOURS["title"]))
    return row + 1


def _steps(book: Workbook, ws: Worksheet, row: int) -> int:
    row = _heading(book, ws, row + 1, STEPS_HEADING)
    for number, text in enumerate(STEPS, start=1):
        ws.write_number(row, 0, number, book.style(align="right"))
        ws.merge_range(row, 1, row, 2, text, book.style(text_wrap=True))
        row += 1
    return row


def _colours(book: Workbook, ws: Worksheet, row: int) -> int:
    row = _heading(book, ws, row + 1, COLOURS_HEADING)
    for name, meaning in CELL_COLOURS:
        ws.write_blank(row, 1, None, book.style(bg_color=COLOURS[name], border=1))
        ws.write_string(row, 2, meaning, book.style())
        row += 1
    return row
