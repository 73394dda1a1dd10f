"""Text as people paste it: what is kept, what is cleaned, and how to know that something was."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_ESCAPE_EXCEL: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TERLARANG: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PERINTAH_LAYAR: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_BARIS_LAYAR: Final = re.compile("\\s{2,}|[\t\n\u2028\u2029]")
"""What begins another line on a terminal, or may push what follows it there."""
_PASANGAN: Final = re.compile("[\ud800-\udbff][\udc00-\udfff]")
"""One character above U+FFFF that was escaped as two."""
_SETENGAH: Final = re.compile("[\ud800-\udfff]")
"""Half of such a character, which no program can write."""
_TAK_TAMPAK: Final = frozenset({"Cc", "Cf", "Cs"})
"""Categories of characters that have no shape."""
_TAHUN: Final = re.compile(r"\(([0-9]{4})\)[\s*]*$")
_SPASI: Final = re.compile(r"[\s\u00a0\u200b\ufeff]+")
AWAL_RUMUS: Final = ("=", "+", "-", "@", "\t", "\n")
"""What a text begins with that Excel would take for a formula, were its cell typed anew."""
PANJANG_SEL: Final = 32_767
"""The most characters that a cell of a workbook can hold."""
PERPINDAHAN: Final = "\n\t\x85\u2028\u2029"
"""What moves to the next line or tab stop; in a document each is an element of its own."""
_BOBOT_PERPINDAHAN: Final = 44


def urai_escape(teks: str) -> str:
    """Return a cell's text with Excel's own escapes (`_x000D_`) turned back into characters.

    Half a character is no character: in its place stands U+001A, which `bersihkan` takes away like any control.
    """
    if "_x" not in teks:
        return teks
    terurai = _ESCAPE_EXCEL.sub(lambda cocok: chr(int(cocok[1], 16)), teks)
    utuh = _PASANGAN.sub(lambda cocok: cocok[0].encode("utf-16", "surrogatepass").decode("utf-16"), terurai)
    return _SETENGAH.sub("\x1a", utuh)


def bersihkan(teks: str) -> str:
    """Return a text without the characters that no document can hold, line ends made one kind.

    Cleaning twice changes nothing more. What it takes away: control characters other than tab and line
    feed, lone surrogates, U+FFFE and U+FFFF.
    """
    return _TERLARANG.sub("", teks.replace("\r\n", "\n").replace("\r", "\n"))


def untuk_layar(teks: str) -> str:
    """Return a text on one line that gives a terminal no commands: what would colour or turn around is a mark."""
    return _PERINTAH_LAYAR.sub("\ufffd", _BARIS_LAYAR.sub(" ", teks))


def nama_tampil(nama: str) -> str:
    """Return a name on one line without what nobody sees: marks of direction, of no width, and other controls."""
    return " ".join("".join(h for h in " ".join(nama.split()) if unicodedata.category(h) not in _TAK_TAMPAK).split())


def samakan(teks: str) -> str:
    """Return a text for comparing headers and names: blanks folded, letter case and outer marks ignored."""
    return _SPASI.sub(" ", teks).strip(" *:.").casefold()


def pisah_tahun(teks: str) -> tuple[str, int | None]:
    """Return a header without the year in brackets that it ends with, and that year."""
    if cocok := _TAHUN.search(teks):
        return teks[: cocok.start()].rstrip(), int(cocok[1])
    return teks, None


def perpindahan(teks: str) -> int:
    """Return how often a text moves to the next line or tab stop."""
    return sum(map(teks.count, PERPINDAHAN))


def bobot(teks: str) -> int:
    """Return how many letters a text takes up in a document, about."""
    return len(teks) + _BOBOT_PERPINDAHAN * perpindahan(teks)
