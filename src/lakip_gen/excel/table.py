"""A table on a sheet of its own: heading, headers in levels, rows that keep their kind, ready to print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from lakip_gen.excel.cells import ABU, Petak, banyak_baris, baris_teks, gaya_petak
from lakip_gen.excel.workbook import WARNA, Buku, tulis_isi

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from xlsxwriter.worksheet import Worksheet

LEBAR_KERTAS: Final = 149
"""What fits beside each other on A4 landscape at full size, in the units of a column's width."""
SELA_KOLOM: Final = 0.72
"""What the frame of every column adds to its width."""
SKALA_TERKECIL: Final = 62
"""The least scale of print, in percent, before a table is split over two pages."""
SKALA_TERENDAH: Final = 10
"""Excel prints no smaller than this, in percent."""
LONGGAR: Final = 0.94
"""The part of a page that is planned for, since programs and printers differ a little."""
TINGGI_BARIS: Final = 13.2
"""Height of a line of text at 10 points."""
SELA_TINGGI: Final = 3
TINGGI_TERBESAR: Final = 409
KEPALA: Final[Mapping[str, object]] = {
    "bold": True,
    "bg_color": WARNA["kepala"],
    "align": "center",
    "valign": "vcenter",
}


@dataclass(frozen=True, slots=True)
class KolomTabel:
    """One column: its header from the topmost level down, and its least width in characters."""

    kepala: tuple[str, ...]
    lebar: float


@dataclass(frozen=True, slots=True)
class Tabel:
    """A whole sheet.

    Attributes:
        nama: Its tab.
        judul: Its heading.
        keterangan: The lines under the heading, the first in bold.
        daftar_kolom: The columns, all with headers of as many levels.
        daftar_baris: The rows; one shorter than the columns is filled up with its last cell's look.
        beku: How many columns stay in sight, and are repeated on a second page.
        saring: Whether the headers carry filters.
        kosong: What is said instead of rows where there are none.
        belah: The first column of the second page, should the table be too wide for one; 0 for never.
    """

    nama: str
    judul: str
    keterangan: tuple[str, ...]
    daftar_kolom: tuple[KolomTabel, ...]
    daftar_baris: Sequence[Sequence[Petak]]
    beku: int = 0
    saring: bool = False
    kosong: str = "Tidak ada yang perlu ditampilkan."
    belah: int = 0

    @property
    def daftar_lebar(self) -> tuple[float, ...]:
        """The width of every column, enough for its widest number."""
        hasil = [kolom.lebar for kolom in self.daftar_kolom]
        for baris in self.daftar_baris:
            for letak, satu in enumerate(baris):
                hasil[letak] = max(hasil[letak], satu.lebar)
        return tuple(hasil)


def tulis_tabel(buku: Buku, tabel: Tabel) -> Worksheet:
    """Write a table to a sheet of its own, with its headers repeated on every printed page."""
    ws = buku.lembar(tabel.nama)
    lebar = tabel.daftar_lebar
    for letak, satu in enumerate(lebar):
        ws.set_column(letak, letak, satu)
    dua_halaman = tabel.belah > 0 and _skala((lebar,)) < SKALA_TERKECIL
    kepala = tulis_judul(buku, ws, tabel.judul, tabel.keterangan, lebar[: tabel.beku] if dua_halaman else ())
    pertama = tulis_kepala(buku, ws, kepala, [kolom.kepala for kolom in tabel.daftar_kolom], lebar)
    for nomor, baris in enumerate(tabel.daftar_baris, start=pertama):
        tulis_baris(buku, ws, nomor, baris, lebar)
    if not tabel.daftar_baris:
        ws.write_string(pertama, 0, tabel.kosong, buku.gaya(italic=True))
    elif tabel.saring:
        ws.autofilter(pertama - 1, 0, pertama + len(tabel.daftar_baris) - 1, len(lebar) - 1)
    ws.freeze_panes(pertama, tabel.beku)
    ws.repeat_rows(kepala, pertama - 1)
    if dua_halaman:
        _belah(ws, tabel, lebar)
    return ws


def tulis_judul(buku: Buku, ws: Worksheet, judul: str, keterangan: Iterable[str], lebar: Sequence[float] = ()) -> int:
    """Write the heading and the lines under it, and return the row after an empty one.

    Args:
        buku: The workbook.
        ws: The sheet.
        judul: The heading.
        keterangan: The lines under it, the first in bold.
        lebar: The columns that the lines must stay within; empty to let them run on.
    """
    tulis_isi(ws, 0, 0, judul, buku.gaya(bold=True, font_size=14, font_color=WARNA["judul"]))
    daftar = [teks for teks in keterangan if teks]
    for nomor, teks in enumerate(daftar, start=1):
        sifat: dict[str, object] = {"bold": True, "font_size": 11} if nomor == 1 else {"font_color": ABU}
        gaya = buku.gaya(**sifat, text_wrap=bool(lebar))
        if len(lebar) > 1:
            ws.merge_range(nomor, 0, nomor, len(lebar) - 1, "", gaya)
            ws.set_row(nomor, _tinggi(baris_teks(teks, sum(lebar))))
        tulis_isi(ws, nomor, 0, teks, gaya)
    return len(daftar) + 2


def tulis_kepala(
    buku: Buku, ws: Worksheet, baris: int, daftar_kepala: Sequence[tuple[str, ...]], lebar: Sequence[float]
) -> int:
    """Write the headers level by level, equal neighbours of the upper levels joined; return the row below."""
    terbawah = len(daftar_kepala[0]) - 1
    for tingkat in range(terbawah):
        _kepala_atas(buku, ws, baris, daftar_kepala, lebar, tingkat)
    for letak, kepala in enumerate(daftar_kepala):
        menyatu = terbawah > 0 and not kepala[-2]
        gaya = gaya_petak(buku, {**KEPALA, "top": 0} if menyatu else KEPALA)
        tulis_isi(ws, baris + terbawah, letak, kepala[-1], gaya)
    pasangan = zip(daftar_kepala, lebar, strict=True)
    ws.set_row(baris + terbawah, _tinggi(max(_baris_kepala(kepala[-1], satu) for kepala, satu in pasangan)))
    return baris + terbawah + 1


def tulis_baris(buku: Buku, ws: Worksheet, nomor: int, baris: Sequence[Petak], lebar: Sequence[float]) -> None:
    """Write one row as high as its text, filled up to its full length with the look of its last cell."""
    for letak in range(len(lebar)):
        satu = baris[letak] if letak < len(baris) else Petak(None, baris[-1].sifat)
        sifat = dict(satu.sifat)
        if letak == len(lebar) - 1:
            sifat["right"] = 1
        tulis_isi(ws, nomor, letak, satu.isi, gaya_petak(buku, sifat))
    ws.set_row(nomor, _tinggi(banyak_baris(baris, lebar)))


def _kepala_atas(
    buku: Buku,
    ws: Worksheet,
    baris: int,
    daftar_kepala: Sequence[tuple[str, ...]],
    lebar: Sequence[float],
    tingkat: int,
) -> None:
    """Write one upper level of the headers, and make it as high as its fullest cell."""
    tinggi = [1]
    letak = 0
    for awal, sama in groupby(daftar_kepala, key=lambda kepala: kepala[: tingkat + 1]):
        akhir = letak + len(list(sama)) - 1
        _gabungan(buku, ws, baris + tingkat, (letak, akhir), awal[-1])
        tinggi.append(_baris_kepala(awal[-1], sum(lebar[letak : akhir + 1])))
        letak = akhir + 1
    ws.set_row(baris + tingkat, _tinggi(max(tinggi)))


def _gabungan(buku: Buku, ws: Worksheet, baris: int, rentang: tuple[int, int], teks: str) -> None:
    """Write a header over the columns of a stretch; an empty one leaves the place to the level below."""
    awal, akhir = rentang
    gaya = gaya_petak(buku, KEPALA if teks else {**KEPALA, "bottom": 0})
    if teks and akhir > awal:
        ws.merge_range(baris, awal, baris, akhir, "", gaya)
    for letak in range(awal, akhir + 1):
        tulis_isi(ws, baris, letak, teks if letak == awal else None, gaya)


def _belah(ws: Worksheet, tabel: Tabel, lebar: Sequence[float]) -> None:
    """Print a table that would be too small on two pages side by side, its first columns on both."""
    kedua = (*lebar[: tabel.beku], *lebar[tabel.belah :])
    ws.set_print_scale(_skala((lebar[: tabel.belah], kedua)))
    ws.set_v_pagebreaks([tabel.belah])
    ws.repeat_columns(0, tabel.beku - 1)


def _skala(daftar_halaman: Iterable[Sequence[float]]) -> int:
    """Return the scale in percent, 100 at most, at which pages of these columns fit the paper."""
    terlebar = max(sum(lebar) + SELA_KOLOM * len(lebar) for lebar in daftar_halaman)
    return max(min(int(LEBAR_KERTAS * LONGGAR * 100 / terlebar), 100), SKALA_TERENDAH)


def _baris_kepala(teks: str, lebar: float) -> int:
    return baris_teks(teks, lebar - 1.5)


def _tinggi(banyak: int) -> float:
    return min(TINGGI_BARIS * banyak + SELA_TINGGI, TINGGI_TERBESAR)
