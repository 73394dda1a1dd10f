"""The Petunjuk sheet of a form, written from the same columns that the checks use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lakip_gen.domain.formulir import Formulir
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.domain.skema.kolom import Kolom, Lembar
from lakip_gen.excel.workbook import WARNA, Buku, tinggi_baris
from lakip_gen.pesan import bahasa

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

LANGKAH = (
    "Isi lembar Indikator, Rencana Aksi, Anggaran, dan Progres Bulanan, satu per satu. Lembar yang kosong dilewati.",
    "Ketik hanya pada sel kuning (wajib, bertanda *) dan putih (boleh). Sel abu-abu terkunci.",
    "Tulis angka tanpa satuan dan tanpa titik ribuan: 1250000, bukan 1.250.000. Koma untuk desimal: 87,5.",
    "Persen ditulis 85, bukan 0,85. Nol ditulis 0. Yang belum ada dikosongkan. Yang tidak berlaku ditulis n/a.",
    "Bila menyalin dari berkas lain, gunakan Tempel Khusus > Nilai (Paste Special > Values).",
    "Jangan mengurutkan, menambah, atau menghapus baris dan kolom.",
    "Perhatikan kolom Kelengkapan di ujung kanan: semua baris harus “Lengkap”.",
    "Kepala unit memvalidasi di lembar Pengesahan. Simpan, lalu kirim ke perencana. Nama berkas boleh apa saja.",
)
WARNA_SEL = (
    ("wajib", "wajib diisi (judul kolomnya bertanda *)"),
    ("isian", "boleh diisi"),
    ("terkunci", "terkunci: sudah terisi atau dihitung otomatis"),
    ("galat", "salah dan harus diperbaiki (hanya pada formulir yang dikembalikan)"),
    ("peringatan", "perlu penjelasan (hanya pada formulir yang dikembalikan)"),
)
NAMA_KEPALA = ("Unit", "Periode", "Paling lambat", "Bertanya kepada")
JUDUL_LANGKAH = "Cara mengisi"
JUDUL_WARNA = "Arti warna"


def _judul_lembar(lembar: Lembar) -> str:
    return f"Lembar {lembar.nama}: {lembar.keterangan}"


def _penjelasan(kolom: Kolom) -> tuple[str, str]:
    """Return what the page says of a column: its header, and what to type there."""
    contoh = f" Contoh: {kolom.contoh}" if kolom.contoh else ""
    return f"{kolom.judul} *" if kolom.wajib else kolom.judul, kolom.bantuan + contoh


TEKS_TETAP = frozenset(
    (
        *(skema.JUDUL_PETUNJUK, JUDUL_LANGKAH, JUDUL_WARNA, *NAMA_KEPALA),
        *(str(nomor) for nomor in range(1, len(LANGKAH) + 1)),
        *LANGKAH,
        *(arti for _, arti in WARNA_SEL),
        *map(_judul_lembar, skema.DAFTAR_LEMBAR),
        *(
            teks
            for lembar in skema.DAFTAR_LEMBAR
            for kolom in lembar.daftar_butir or lembar.kolom_isian
            for teks in _penjelasan(kolom)
        ),
    )
)
"""All that the page says in every form of this version."""


def tulis_petunjuk(buku: Buku, formulir: Formulir) -> None:
    """Write the page that tells the unit what to do, by when, and what each column wants."""
    ws = buku.lembar(skema.LEMBAR_PETUNJUK)
    ws.set_portrait()
    ws.set_column(0, 0, 5)
    ws.set_column(1, 1, 32)
    ws.set_column(2, 2, 78)
    baris = _kepala(buku, ws, formulir)
    baris = _langkah(buku, ws, baris)
    baris = _warna(buku, ws, baris)
    for lembar in skema.DAFTAR_LEMBAR:
        daftar = lembar.daftar_butir or lembar.kolom_isian
        baris = _judul(buku, ws, baris + 1, _judul_lembar(lembar))
        for kolom in daftar:
            judul, bantuan = _penjelasan(kolom)
            ws.write_string(baris, 1, judul, buku.gaya(text_wrap=True))
            ws.write_string(baris, 2, bantuan, buku.gaya(text_wrap=True))
            ws.set_row(baris, tinggi_baris(((kolom.judul, 32), (bantuan, 78))))
            baris += 1
    ws.protect()


def _kepala(buku: Buku, ws: Worksheet, formulir: Formulir) -> int:
    induk, periode = formulir.induk, formulir.periode
    ws.write_string(
        0,
        0,
        skema.JUDUL_PETUNJUK,
        buku.gaya(bold=True, font_size=16, font_color=WARNA["judul"]),
    )
    ws.set_row(0, 24)
    ws.write_string(1, 0, induk.instansi.nama, buku.gaya(bold=True, font_size=12))
    tenggat = induk.aturan.tenggat[periode.nomor - 1]
    daftar = (
        f"{formulir.unit.nama} ({formulir.unit.kode})",
        periode.nama,
        bahasa.tanggal(tenggat) if tenggat else "menunggu pemberitahuan perencana",
        induk.instansi.perencana.jabatan,
    )
    for baris, (nama, isi) in enumerate(zip(NAMA_KEPALA, daftar, strict=True), start=3):
        ws.write_string(baris, 1, nama, buku.gaya(bold=True))
        ws.write_string(baris, 2, isi, buku.gaya(text_wrap=True))
    return 3 + len(daftar)


def _judul(buku: Buku, ws: Worksheet, baris: int, teks: str) -> int:
    ws.write_string(baris, 0, teks, buku.gaya(bold=True, font_size=11, font_color=WARNA["judul"]))
    return baris + 1


def _langkah(buku: Buku, ws: Worksheet, baris: int) -> int:
    baris = _judul(buku, ws, baris + 1, JUDUL_LANGKAH)
    for nomor, teks in enumerate(LANGKAH, start=1):
        ws.write_number(baris, 0, nomor, buku.gaya(align="right"))
        ws.merge_range(baris, 1, baris, 2, teks, buku.gaya(text_wrap=True))
        baris += 1
    return baris


def _warna(buku: Buku, ws: Worksheet, baris: int) -> int:
    baris = _judul(buku, ws, baris + 1, JUDUL_WARNA)
    for nama, arti in WARNA_SEL:
        ws.write_blank(baris, 1, None, buku.gaya(bg_color=WARNA[nama], border=1))
        ws.write_string(baris, 2, arti, buku.gaya())
        baris += 1
    return baris
