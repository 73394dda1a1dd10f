"""The Petunjuk sheet of a form, written from the same columns that the checks use."""

from __future__ import annotations

from dataclasses import replace

from lakip_gen.domain.formulir import Formulir
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.excel.instruction_page import InstructionPage, sheet_heading
from lakip_gen.excel.sheet import explained, starred
from lakip_gen.excel.workbook import COLOURS, Workbook
from lakip_gen.pesan.petunjuk import NAMA_KEPALA, isi_kepala

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
STEPS_HEADING = "Cara mengisi"
COLOURS_HEADING = "Arti warna"

EARLIER_TEXTS: tuple[str, ...] = ()
"""Sentences that the page of an earlier version said and this one no longer does: there they are nobody's note."""
FIXED_TEXTS = frozenset(
    (
        *EARLIER_TEXTS,
        *(skema.JUDUL_PETUNJUK, STEPS_HEADING, COLOURS_HEADING, *NAMA_KEPALA),
        *(str(number) for number in range(1, len(STEPS) + 1)),
        *STEPS,
        *(meaning for _, meaning in CELL_COLOURS),
        *map(sheet_heading, skema.DAFTAR_LEMBAR),
        *(
            text
            for sheet in skema.DAFTAR_LEMBAR
            for column in sheet.daftar_butir or sheet.kolom_isian
            for text in (*(starred(replace(column, judul=title)) for title in column.semua_judul), explained(column))
        ),
    )
)
"""All that the page says in every form, whatever its version."""


def write_instructions(book: Workbook, formulir: Formulir) -> None:
    """Write the page that tells the unit what to do, by when, and what each column wants."""
    page = InstructionPage(book, skema.LEMBAR_PETUNJUK, skema.JUDUL_PETUNJUK, (32, 78))
    page.line(formulir.induk.instansi.nama, bold=True, font_size=12)
    for label, value in zip(NAMA_KEPALA, isi_kepala(formulir), strict=True):
        page.pair(label, value, {"bold": True}, {"text_wrap": True})
    page.heading(STEPS_HEADING, font_size=11)
    page.steps(STEPS)
    page.heading(COLOURS_HEADING, font_size=11)
    for name, meaning in CELL_COLOURS:
        page.pair("", meaning, {"bg_color": COLOURS[name], "border": 1}, {})
    page.columns(formulir.daftar_lembar, font_size=11)
