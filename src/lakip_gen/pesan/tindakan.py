"""What a sentence asks somebody to do with the program, in the words of the door through which it is read.

A sentence names an action as a command between `⟦` and `⟧`; whoever shows the sentence says at which door: at the
terminal it is the command to type, on the page the button to press.
"""

from __future__ import annotations

import re
from enum import Enum, unique
from typing import Final

AWAL, AKHIR = "⟦", "⟧"
PROGRAM: Final = "lakip-gen"


@unique
class Pintu(Enum):
    """Where somebody reads a sentence of the program."""

    TERMINAL = "terminal"
    HALAMAN = "halaman"


TOMBOL: Final = {
    "catat terima": "Terima dengan alasan",
    "catat koreksi": "Jawab",
    "catat disalin": "Catat salinan kertas",
    "catat --batal": "Batalkan",
    "catat": "Catat",
    "mulai --perbarui-induk": "Lengkapi ruang kerja",
    "mulai --dari": "Siapkan tahun",
    "mulai": "Lengkapi ruang kerja",
    "templat variabel": "Tulis daftar nama templat",
    "templat periksa": "Periksa templat",
    "templat contoh": "Periksa templat",
    "bagikan": "Bagikan formulir",
    "susun --templat": "Susun dengan pilihan",
    "susun": "Susun laporan",
    "sahkan": "Sahkan",
    "buka": "Buka lagi",
    "status": "Tulis halaman status",
    "periksa arsip": "Periksa arsip",
    "periksa": "Periksa lagi",
}
"""What is pressed on the page for a command, by its first word and what else it holds; the first that fits."""
ISIAN: Final = {
    "--alasan": "Alasan",
    "--bukti": "Bukti",
    "--dari-templat": "Draf polos",
    "--oleh": "Oleh siapa",
    "--pdf": "Tulis juga PDF",
    "--tanggal": "Tanggal",
    "--templat": "Templat",
    "--unit": "Unit",
}
"""What is filled or ticked on the page for an option."""
_SEBUTAN: Final = re.compile(
    r"(?P<kerja>\b(?:menjalankan|jalankan|tulis)\b)?(?P<antara> (?:lagi )?)?⟦(?P<isi>[^⟦⟧]+)⟧", re.IGNORECASE
)
_KERJA: Final = {"menjalankan": "menekan", "jalankan": "tekan", "tulis": "isi"}
"""What one does on the page with what is run or written at a terminal."""


def tindakan(perintah: str) -> str:
    """Return a command, or an option of one, as sentences name it."""
    return f"{AWAL}{perintah}{AKHIR}"


def tombol(perintah: str) -> str:
    """Return what is pressed on the page for a command; empty where it is none."""
    utama = perintah.split()[:1]
    return next(
        (
            nama
            for inti, nama in TOMBOL.items()
            if inti.split()[:1] == utama and all(kata in perintah for kata in inti.split()[1:])
        ),
        "",
    )


def ucapkan(kalimat: str, pintu: Pintu = Pintu.TERMINAL) -> str:
    """Return a sentence with its actions in the words of a door; brackets of somebody's own stay as they are."""
    if AWAL not in kalimat:
        return kalimat
    return _SEBUTAN.sub(_di_halaman if pintu is Pintu.HALAMAN else _di_terminal, kalimat)


def _di_terminal(cocok: re.Match[str]) -> str:
    isi = cocok["isi"]
    if isi not in ISIAN and not tombol(isi):
        return cocok[0]
    sebutan = isi if isi in ISIAN else f"{PROGRAM} {isi}"
    return f"{cocok['kerja'] or ''}{cocok['antara'] or ''}{sebutan}"


def _di_halaman(cocok: re.Match[str]) -> str:
    isi, kerja = cocok["isi"], cocok["kerja"] or ""
    nama = ISIAN.get(isi) or tombol(isi)
    if not nama:
        return cocok[0]
    benda = "tombol " if isi not in ISIAN else "" if kerja else "isian "
    baru = _KERJA.get(kerja.lower(), "")
    baru = baru.capitalize() if kerja[:1].isupper() else baru
    return f"{baru}{cocok['antara'] or ''}{benda}“{nama}”"
