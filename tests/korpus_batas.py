"""Attacks on the bounds of reading, as generators: each takes a clean form and makes one thing of it far too large.

The corpus of hostile forms and the damaged forms of the mutants' test both draw from here.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from io import BytesIO

import openpyxl
from openpyxl.comments import Comment

import bantu_serangan as s
from bantu_serangan import Bergaya, Mentah, ketik

Serangan = Callable[[bytes], bytes]
SST = "xl/sharedStrings.xml"
LEMBAR = {
    "Indikator": "xl/worksheets/sheet2.xml",
    "Rencana Aksi": "xl/worksheets/sheet3.xml",
    "Anggaran": "xl/worksheets/sheet4.xml",
    "Progres Bulanan": "xl/worksheets/sheet5.xml",
    "Pengesahan": "xl/worksheets/sheet6.xml",
}
"""The sheets with inputs and the parts that hold them."""
FORMAT = ("0.00%", '0.0" juta"', "dd/mm/yyyy", "[h]:mm", ";;;", '0" lusin"', "-0.00", "0\\,00", '"<"0;(0)', "# ?/?")
"""Formats that show something else than the number, or that only look as if they did."""


def _ubah(lembar: str, pengubah: Callable[[bytes], bytes]) -> Serangan:
    return lambda isi: s.ubah_bagian(isi, LEMBAR[lembar], pengubah)


def _sebelum_akhir(lembar: str, sisipan: bytes) -> Serangan:
    return _ubah(lembar, lambda data: data.replace(b"</sheetData>", sisipan + b"</sheetData>"))


def ampersan(lembar: str, banyak: int) -> Serangan:
    """Write a run of `&` between two marks, where none may stand."""
    return _ubah(lembar, lambda data: re.sub(rb'<row r="9"', b"<row " + b"&" * banyak + b' r="9"', data, count=1))


def gabungan(lembar: str, banyak: int) -> Serangan:
    """Merge far more cells than any form has."""
    daftar = b"".join(b'<mergeCell ref="A%d:B%d"/>' % (n, n + 1) for n in range(10, 10 + banyak))
    return _ubah(
        lembar, lambda data: data.replace(b"</sheetData>", b"</sheetData><mergeCells>" + daftar + b"</mergeCells>")
    )


def baris_asing(lembar: str, banyak: int) -> Serangan:
    """Add rows that nobody registered, each with a key of its own."""
    isi = b'<row r="%d"><c r="A%d" t="str"><v>K%d</v></c><c r="C%d"><v>1</v></c></row>'
    return _sebelum_akhir(lembar, b"".join(isi % (n, n, n, n) for n in range(40, 40 + banyak)))


def kunci_panjang(lembar: str, banyak: int, panjang: int) -> Serangan:
    """Let one shared text be the key of many rows."""

    def buat(isi: bytes) -> bytes:
        teks = s.bagian(isi)[SST]
        nomor = teks.count(b"<si>")
        baru = teks.replace(b"</sst>", b"<si><t>" + b"k" * panjang + b"</t></si></sst>")
        sel = b'<row r="%d"><c r="A%d" t="s"><v>%d</v></c><c r="C%d"><v>1</v></c></row>'
        baris = b"".join(sel % (n, n, nomor, n) for n in range(40, 40 + banyak))
        return _sebelum_akhir(lembar, baris)(s.ubah_bagian(isi, SST, lambda _: baru))

    return buat


def sel_penuh(lembar: str, baris: int, kolom: int, teks: str = "teks ") -> Serangan:
    """Fill a block beside and under a table with one shared text."""

    def buat(isi: bytes) -> bytes:
        lama = s.bagian(isi)[SST]
        baru = lama.replace(b"</sst>", f"<si><t>{teks}</t></si></sst>".encode())
        satu = b'<c t="s"><v>%d</v></c>' % lama.count(b"<si>")
        blok = b"".join(b'<row r="%d">%s</row>' % (n, satu * kolom) for n in range(40, 40 + baris))
        return _sebelum_akhir(lembar, blok)(s.ubah_bagian(isi, SST, lambda _: baru))

    return buat


def di_sel(lembar: str, alamat: str, nilai: object) -> Serangan:
    """Type something into a cell."""
    return lambda isi: ketik(isi, lembar, **{alamat: nilai})


def berformat(lembar: str, alamat: str, tertulis: str, format_angka: str) -> Serangan:
    """Write a number as it may stand in a file into a cell of some format."""

    def buat(isi: bytes) -> bytes:
        bergaya, nomor = s.gaya(isi, format_angka)
        return ketik(bergaya, lembar, **{alamat: Bergaya(Mentah(f"<v>{tertulis}</v>"), nomor)})

    return buat


def komentar(acuan: str, teks: str, banyak: int = 1) -> Serangan:
    """Write comments with any address and any length."""

    def buat(isi: bytes) -> bytes:
        buku = openpyxl.load_workbook(BytesIO(isi))
        buku["Indikator"]["Q8"].comment = Comment("KOMENTAR", "a")
        keluar = BytesIO()
        buku.save(keluar)
        daftar = s.bagian(keluar.getvalue())
        (nama,) = (satu for satu, data in daftar.items() if b"KOMENTAR" in data and satu.endswith(".xml"))
        (awal,) = re.findall(rb'<comment ref="Q8".*?</comment>', daftar[nama], re.DOTALL)
        ganti = awal.replace(b"KOMENTAR", teks.encode())
        semua = b"".join(ganti.replace(b'"Q8"', f'"{acuan.format(n)}"'.encode()) for n in range(8, 8 + banyak))
        return s.rakit(daftar | {nama: daftar[nama].replace(awal, semua)})

    return buat


def bagian_besar(banyak: int, ukuran: int) -> Serangan:
    """Add large parts that nobody asks for."""
    return lambda isi: s.rakit(s.bagian(isi) | {f"x/{n}.bin": bytes(ukuran) for n in range(banyak)})


def teks_bersama(teks: str, banyak: int) -> Serangan:
    """Add shared texts that no cell shows."""
    tambahan = f"<si><t>{teks}</t></si>".encode() * banyak
    return lambda isi: s.ubah_bagian(isi, SST, lambda data: data.replace(b"</sst>", tambahan + b"</sst>"))


def serangan_acak(acak: random.Random, isi: bytes) -> bytes:
    """Attack a form at random, with sizes around the bounds."""
    ada = [nama for nama in LEMBAR if f'name="{nama}"'.encode() in s.bagian(isi)["xl/workbook.xml"]]
    lembar, kolom, baris = acak.choice(ada), acak.choice("ACDEFGHIJMNOPQRSTUVW"), acak.randint(8, 12)
    alamat, acuan = f"{kolom}{baris}", acak.choice(("{}", "Q{}", "XFE{}", "A0{}", "A1:Q{}", "A" + "1" * 999 + "{}"))
    teks = acak.choice(("x", "\n", "\t", " ", "1.", "_xD83D_", "😀", "&"))
    angka = acak.choice(("1e308", "-1e308", "1e400", "1e-320", "9" * 400, "1" * 300, "NaN", "Infinity", "0x10"))
    pilihan: tuple[Callable[[], Serangan], ...] = (
        lambda: ampersan(lembar, acak.choice((1, 900, 40_000))),
        lambda: gabungan(lembar, acak.choice((5, 1_900, 2_100))),
        lambda: baris_asing(lembar, acak.choice((1, 40, 400))),
        lambda: kunci_panjang(lembar, acak.choice((2, 90)), acak.choice((999, 1_001, 33_000))),
        lambda: sel_penuh(lembar, acak.choice((3, 90)), acak.choice((3, 70)), acak.choice(("a", "a " * 900))),
        lambda: di_sel(lembar, alamat, "1" + teks * acak.choice((1, 41, 999, 1_001, 16_000)) + "x"),
        lambda: di_sel(lembar, alamat, teks),
        lambda: berformat(lembar, alamat, angka, acak.choice(FORMAT)),
        lambda: teks_bersama(acak.choice(("x", "😀x")) * 900, acak.choice((1, 900))),
        lambda: bagian_besar(acak.choice((1, 9)), acak.choice((0, 1_100_000))),
        lambda: komentar(acuan, acak.choice(("cek", "y" * 32_000, "😀" * 900)), acak.choice((1, 1, 60))),
    )
    # Other programs' saving takes far longer than the reading: comments come up seldom.
    return acak.choices(pilihan, [*[8] * (len(pilihan) - 1), 1])[0]()(isi)
