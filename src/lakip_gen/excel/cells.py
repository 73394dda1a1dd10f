"""Cells of a table: what they hold, how they look, and how much room they need."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from textwrap import wrap
from typing import TYPE_CHECKING, Final

from lakip_gen.domain.teks import PANJANG_SEL
from lakip_gen.excel.workbook import FORMAT_TANGGAL, WARNA, Buku
from lakip_gen.pesan import bahasa
from lakip_gen.pesan.bahasa import KOSONG

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from xlsxwriter.format import Format

    from lakip_gen.domain.aturan import Pita
    from lakip_gen.domain.temuan import Tingkat

ABU: Final = "#595959"
INDEN_TERBESAR: Final = 15
GELAP: Final = 120
"""Below this brightness a fill needs white letters."""
WARNA_JENJANG: Final = ("#D9D9D9", "#F2F2F2")
"""The fill of rows that gather others: the topmost, the one below."""
LEBAR_DIGIT: Final = 0.95
"""Width of a digit at 10 points, in the units of a column's width."""
SELA: Final = 1.5
"""Room beside a number, in the same units."""
HURUF_SELEBAR: Final = 1.18
"""Letters of 10 points that fit into one such unit, on average and with care."""
UKURAN_HURUF: Final = 10
LEBAR_INDEN: Final = 1.4
"""Width of one step of indentation, in the same units."""
TEKS_TERUKUR: Final = 4_000
"""More letters than these need the highest row anyway."""


@dataclass(frozen=True, slots=True)
class Petak:
    """One cell: what it holds, and how it looks beyond a plain cell."""

    isi: object = None
    sifat: Mapping[str, object] = field(default_factory=dict)
    lebar: float = 0
    """The width it needs; 0 where its text may wrap."""


def petak(isi: object = None, **sifat: object) -> Petak:
    """Return a cell of text or of anything else that is shown as it is."""
    if isinstance(isi, str) and len(isi) > PANJANG_SEL:
        isi = f"{isi[: PANJANG_SEL - 1]}…"
    return Petak(isi, sifat)


def petak_angka(isi: Decimal | int | str | None, desimal: int = 0, **sifat: object) -> Petak:
    """Return a cell of a number with its decimals; a text stands for the reason why there is none."""
    if isi is None or isi in {"", KOSONG}:
        return Petak(KOSONG, {"align": "center"} | sifat)
    if isinstance(isi, str):
        return Petak(isi, {"align": "center", "italic": True, "font_color": ABU, "font_size": 9} | sifat)
    pecahan = f".{'0' * desimal}" if desimal else ""
    lebar = len(bahasa.angka(Decimal(isi), desimal)) * LEBAR_DIGIT + SELA
    return Petak(isi, {"align": "right", "num_format": f"#,##0{pecahan}"} | sifat, lebar)


def petak_tanggal(hari: date | None) -> Petak:
    """Return a cell of a date, or the dash where there is none."""
    return petak(hari, num_format=FORMAT_TANGGAL, align="center") if hari else petak_angka(None)


def petak_predikat(pita: Pita | None) -> Petak:
    """Return the cell of a predicate: its word on its colour."""
    if pita is None:
        return petak_angka(None)
    return petak(pita.predikat, align="center", bg_color=f"#{pita.warna}", font_color=_warna_huruf(pita.warna))


def petak_tingkat(tingkat: Tingkat) -> Petak:
    """Return the cell of a finding's level: its word on its colour."""
    return petak(tingkat.value, bold=True, bg_color=WARNA[tingkat.value])


def jenjang(tingkat: int, daftar: Iterable[Petak]) -> tuple[Petak, ...]:
    """Return the cells of a row that gathers others, bold and filled by its level (0 is the topmost)."""
    if tingkat >= len(WARNA_JENJANG):
        return tuple(daftar)
    gaya = {"bold": True, "bg_color": WARNA_JENJANG[tingkat]}
    return tuple(Petak(p.isi, gaya | dict(p.sifat), p.lebar) for p in daftar)


def pembatas(teks: str, letak: int = 0, catatan: str = "") -> tuple[Petak, ...]:
    """Return a row of one text that runs over all columns, above the rows it gathers.

    Args:
        teks: The text.
        letak: The column of a note further to the right.
        catatan: The note; empty for none.
    """
    depan, sela = petak(teks, text_wrap=False, right=0), petak(left=0, right=0)
    ekor = (petak(catatan, text_wrap=False, right=0), sela) if catatan else ()
    return jenjang(0, (depan, *(sela for _ in range(max(letak - 1, 1))), *ekor))


def gaya_petak(buku: Buku, sifat: Mapping[str, object]) -> Format:
    """Return the format of a cell in a table: framed, its text wrapped."""
    dasar: dict[str, object] = dict.fromkeys(("left", "right", "top", "bottom"), 1)
    dasar |= {"border_color": WARNA["garis"], "text_wrap": True}
    if "indent" in sifat:
        dasar["align"] = "left"
    return buku.gaya(**(dasar | dict(sifat)))


def banyak_baris(daftar: Sequence[Petak], daftar_lebar: Sequence[float]) -> int:
    """Return how many lines of text the fullest cell of a row takes."""
    pasangan = zip(daftar, daftar_lebar, strict=False)
    return max((_banyak_baris(satu, lebar) for satu, lebar in pasangan), default=1)


def baris_teks(teks: str, lebar: float) -> int:
    """Return how many lines a text takes in a cell of a width."""
    return _baris_teks(teks[:TEKS_TERUKUR], max(int(lebar * HURUF_SELEBAR), 1))


def _banyak_baris(satu: Petak, lebar: float) -> int:
    if not isinstance(satu.isi, str) or satu.sifat.get("text_wrap") is False:
        return 1
    indent = satu.sifat.get("indent", 0)
    dalam = indent * LEBAR_INDEN if isinstance(indent, int) else 0
    tebal = 1 if satu.sifat.get("bold") else 0
    ukuran = satu.sifat.get("font_size", UKURAN_HURUF)
    besar = ukuran if isinstance(ukuran, int) else UKURAN_HURUF
    return baris_teks(satu.isi, (lebar - dalam - tebal) * UKURAN_HURUF / besar)


@lru_cache(maxsize=4096)
def _baris_teks(teks: str, huruf: int) -> int:
    if len(teks) <= huruf and "\n" not in teks:
        return 1
    return sum(max(len(wrap(paragraf, huruf)), 1) for paragraf in teks.split("\n"))


def _warna_huruf(warna: str) -> str:
    """Return black or white, whichever can be read on a fill of six hexadecimal digits."""
    merah, hijau, biru = (int(warna[n : n + 2], 16) for n in (0, 2, 4))
    terang = (299 * merah + 587 * hijau + 114 * biru) // 1000
    return "#FFFFFF" if terang < GELAP else "#000000"
