"""A finished document as paper: its pages from LibreOffice, the words and the ink on them, where each title stands."""

from __future__ import annotations

import io
import re
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from pathlib import Path

import docx
from docx.oxml.ns import qn

from bantu_office import TERLAMA, teks_pdf

TITIK_PER_INCI = 72
DPI = 36
TINTA = 190
"""Greys darker than this are print; the watermark and the grounds of table rows are paler."""
RENGGANG = 3
"""Points by which a glyph's box or a rule may stand over its line."""
SEBARIS = 3
"""Points by which words of one line may differ in height."""
_HALAMAN = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_KATA = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
_TUJUAN = re.compile(rb"(Toc\d{9})\)?\s*\[(\d+) 0 R\s*/XYZ ([\d.]+) ([\d.]+)")
_ANAK = re.compile(rb"/Kids\s*\[([^\]]*)\]")
_RUJUKAN = re.compile(rb"(\d+) 0 R")


@dataclass(frozen=True, slots=True)
class Kata:
    """A word on a page; lengths are points from the upper left corner."""

    teks: str
    kiri: float
    atas: float
    kanan: float
    bawah: float


@dataclass(frozen=True, slots=True)
class Kertas:
    """A section's paper and margins in points."""

    lebar: float
    tinggi: float
    kiri: float
    kanan: float
    atas: float
    bawah: float


@dataclass(frozen=True)
class Halaman:
    """A page: its words, and its greys line by line."""

    lembar: int
    lebar: float
    tinggi: float
    daftar_kata: tuple[Kata, ...]
    daftar_garis: tuple[bytes, ...]

    @cached_property
    def kaki(self) -> tuple[Kata, ...]:
        """The words of the footer in reading order."""
        batas = self.tinggi - 2 * TITIK_PER_INCI / 2.54
        return _urut(k for k in self.daftar_kata if k.atas > batas)

    @cached_property
    def isi(self) -> tuple[Kata, ...]:
        """The words between the margins in reading order, line by line over the whole width."""
        return _urut(k for k in self.daftar_kata if k not in self.kaki)

    @property
    def nomor(self) -> str:
        """The number printed in the footer; empty where there is none."""
        kata = [k.teks for k in self.kaki]
        return kata[kata.index("Halaman") + 1] if "Halaman" in kata else ""

    def bertinta(self, kiri: float, atas: float, kanan: float, bawah: float) -> bool:
        """Return whether there is print within a box."""
        x0, y0, x1, y1 = (round(satu * DPI / TITIK_PER_INCI) for satu in (kiri, atas, kanan, bawah))
        return any(min(garis[x0:x1], default=255) < TINTA for garis in self.daftar_garis[y0:y1])

    def kertas(self, daftar: Sequence[Kertas]) -> Kertas:
        """Return the section this page belongs to: that of its size and of the edges of its footer."""
        calon = [k for k in daftar if abs(k.lebar - self.lebar) < 1 and abs(k.tinggi - self.tinggi) < 1]
        if not self.kaki:
            return calon[0]
        tepi = min(k.kiri for k in self.kaki), max(k.kanan for k in self.kaki)
        return min(calon, key=lambda k: abs(k.kiri - tepi[0]) + abs(k.lebar - k.kanan - tepi[1]))


@dataclass(frozen=True, slots=True)
class Judul:
    """A heading or caption: its words, its style, the page it stands on and how far down."""

    teks: str
    gaya: str
    lembar: int
    atas: float


@dataclass(frozen=True)
class Cetakan:
    """A document and the paper it makes."""

    isi: bytes
    pdf: bytes
    daftar_halaman: tuple[Halaman, ...]

    @cached_property
    def dokumen(self) -> docx.document.Document:
        """The document."""
        return docx.Document(io.BytesIO(self.isi))

    @cached_property
    def daftar_kertas(self) -> tuple[Kertas, ...]:
        """The papers of the sections."""
        daftar = [
            (s.page_width, s.page_height, s.left_margin, s.right_margin, s.top_margin, s.bottom_margin)
            for s in self.dokumen.sections
        ]
        return tuple(Kertas(*(panjang.pt for panjang in satu)) for satu in daftar)

    @cached_property
    def daftar_judul(self) -> tuple[Judul, ...]:
        """The headings and captions in the order of the document: where they are bookmarked, else where they read."""
        return tuple(self._bertanda() if b"_Toc9" in self.isi_utama else self._terbaca())

    @cached_property
    def isi_utama(self) -> bytes:
        """The main part of the document."""
        return self.dokumen.part.blob

    def _bertanda(self) -> Iterator[Judul]:
        """Yield the titles at the places that the PDF names for their bookmarks."""
        [*_, urutan] = sorted(_ANAK.findall(self.pdf), key=len)
        lembar = {nomor: n for n, nomor in enumerate(_RUJUKAN.findall(urutan))}
        tujuan = {f"_{nama.decode()}": (lembar[hal], float(y)) for nama, hal, _, y in _TUJUAN.findall(self.pdf)}
        for p in self.dokumen.element.body.iter(qn("w:p")):
            for penanda in p.findall(qn("w:bookmarkStart")):
                if (nama := penanda.get(qn("w:name"))).startswith("_Toc"):
                    n, y = tujuan[nama]
                    yield Judul(teks_paragraf(p), gaya_paragraf(p), n, self.daftar_halaman[n].tinggi - y)

    def _terbaca(self) -> Iterator[Judul]:
        """Yield the titles at the places where their words begin a line, each below the one before; fails for none."""
        kata = [(halaman.lembar, k) for halaman in self.daftar_halaman for k in halaman.isi]
        teks = [k.teks.casefold() for _, k in kata]
        awal_baris = [not n or abs(kata[n - 1][1].bawah - k.bawah) > SEBARIS for n, (_, k) in enumerate(kata)]
        mulai = 0
        for p in self.dokumen.element.body.iter(qn("w:p")):
            if not gaya_paragraf(p).startswith(("Heading", "Caption")):
                continue
            dicari = teks_paragraf(p).casefold().split()
            panjang = len(dicari)
            mulai = next(n for n in range(mulai, len(teks)) if awal_baris[n] and teks[n : n + panjang] == dicari)
            lembar, pertama = kata[mulai]
            yield Judul(teks_paragraf(p), gaya_paragraf(p), lembar, pertama.atas)
            mulai += panjang

    def sesudah(self, judul: Judul) -> tuple[Kata, ...]:
        """Return the words below a title on its page; fails where the title's own words are not there."""
        halaman = self.daftar_halaman[judul.lembar]
        daftar = tuple(k for k in halaman.isi if k.bawah > judul.atas + 2)
        panjang = len(judul.teks.split())
        tercetak = " ".join(k.teks for k in daftar[:panjang])
        assert tercetak.casefold() == judul.teks.casefold(), (halaman.lembar + 1, judul)
        return daftar[panjang:]


def cetak(isi: bytes, pdf: bytes, folder: Path) -> Cetakan:
    """Return the paper of a document.

    Args:
        isi: The document.
        pdf: The same as PDF.
        folder: Where the pictures of its pages are drawn.
    """
    berkas = folder / "cetak.pdf"
    berkas.write_bytes(pdf)
    subprocess.run(["pdftoppm", "-gray", "-r", str(DPI), berkas, folder / "hal"], check=True, timeout=TERLAMA)
    teks = teks_pdf(berkas, "-bbox")
    gambar = sorted(folder.glob("hal-*.pgm"))
    daftar_isi = _HALAMAN.findall(teks)
    assert len(gambar) == len(daftar_isi)
    return Cetakan(
        isi,
        pdf,
        tuple(
            Halaman(n, float(lebar), float(tinggi), tuple(_daftar_kata(kata)), tuple(_garis(satu.read_bytes())))
            for n, ((lebar, tinggi, kata), satu) in enumerate(zip(daftar_isi, gambar, strict=True))
        ),
    )


def _urut(daftar_kata: Iterable[Kata]) -> tuple[Kata, ...]:
    """Return words line by line, each line from left to right."""
    tinggal = sorted(daftar_kata, key=lambda k: k.bawah)
    hasil: list[Kata] = []
    while tinggal:
        sebaris = [k for k in tinggal if k.bawah <= tinggal[0].bawah + SEBARIS]
        hasil += sorted(sebaris, key=lambda k: k.kiri)
        tinggal = tinggal[len(sebaris) :]
    return tuple(hasil)


def _daftar_kata(isi: str) -> Iterator[Kata]:
    for kiri, atas, kanan, bawah, teks in _KATA.findall(isi):
        yield Kata(unescape(teks), float(kiri), float(atas), float(kanan), float(bawah))


def _garis(pgm: bytes) -> Iterator[bytes]:
    """Yield the lines of a grey picture in the format PGM: P5, width and height, 255, then a byte a point."""
    kepala, ukuran, terang, titik = pgm.split(b"\n", 3)
    assert (kepala, terang) == (b"P5", b"255")
    lebar, tinggi = map(int, ukuran.split())
    for y in range(tinggi):
        yield titik[y * lebar : (y + 1) * lebar]


def teks_paragraf(paragraf) -> str:
    """Return a paragraph's text on one line, fields as they read and without their codes."""
    daftar = paragraf.iter(*map(qn, ("w:t", "w:tab", "w:br")))
    return " ".join("".join(satu.text or "" if satu.tag == qn("w:t") else " " for satu in daftar).split())


def gaya_paragraf(paragraf) -> str:
    """Return the id of a paragraph's style."""
    gaya = paragraf.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return "" if gaya is None else gaya.get(qn("w:val"))


def kata_pendek(daftar: Sequence[str]) -> Counter[str]:
    """Count the words that have no place where they may be broken, figures among them."""
    return Counter(kata.casefold() for kata in daftar if len(kata) <= 24 and not set(kata) & set("-–/…_"))
