"""Input messages, dropdowns and limits of cells, from the same columns that the checks use."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from lakip_gen.domain.skema.kolom import JenisKolom, Kolom

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

PANJANG_JUDUL: Final = 32
PANJANG_PESAN: Final = 255
TANGGAL_TERAWAL: Final = date(2000, 1, 1)
TANGGAL_TERAKHIR: Final = date(2100, 12, 31)


def pasang_validasi(ws: Worksheet, baris: int, kolom: int, definisi: Kolom, pilihan: str = "", sampai: int = 0) -> None:
    """Put the input message of a column on a cell, and its dropdown or limits where it has them.

    Args:
        ws: The sheet.
        baris: Row, counted from 0.
        kolom: Column, counted from 0.
        definisi: The column or item that rules the cell.
        pilihan: The name of a list that wins over the column's own.
        sampai: The last row, when the rule is for a stretch of rows.
    """
    aturan = _batas(definisi, pilihan or definisi.pilihan)
    pesan = definisi.bantuan + (f" Contoh: {definisi.contoh}" if definisi.contoh else "")
    aturan |= {"input_title": definisi.judul[:PANJANG_JUDUL], "input_message": pesan[:PANJANG_PESAN]}
    if definisi.bantuan or "source" in aturan:
        ws.data_validation(baris, kolom, max(sampai, baris), kolom, aturan)


def _batas(definisi: Kolom, pilihan: str) -> dict[str, Any]:
    if pilihan:
        return {
            "validate": "list",
            "source": f"=daftar_{pilihan}",
            "error_title": "Pilih dari daftar",
            "error_message": "Klik panah di kanan sel, lalu pilih salah satu.",
        }
    match definisi.jenis:
        case JenisKolom.RUPIAH:
            return _angka(0, 10**15, "Isi rupiah penuh berupa angka, tanpa titik dan tanpa Rp.")
        case JenisKolom.PERSEN:
            return _angka(0, 100, "Isi angka 0 sampai 100: 25 berarti 25%.")
        case JenisKolom.TANGGAL:
            return {
                "validate": "date",
                "criteria": "between",
                "minimum": TANGGAL_TERAWAL,
                "maximum": TANGGAL_TERAKHIR,
                "error_title": "Bukan tanggal",
                "error_message": "Tulis hari/bulan/tahun, misalnya 30/06/2025.",
            }
        case _:
            return {"validate": "any"}


def _angka(terkecil: int, terbesar: int, pesan: str) -> dict[str, Any]:
    return {
        "validate": "decimal",
        "criteria": "between",
        "minimum": terkecil,
        "maximum": terbesar,
        "error_title": "Bukan angka yang dapat diterima",
        "error_message": pesan,
    }
