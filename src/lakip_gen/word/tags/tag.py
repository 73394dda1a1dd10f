"""Find the tags in the text of a paragraph, and put right what Word does to the characters inside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, unique
from typing import Final


@unique
class Ragam(Enum):
    """What a tag does, by its opening brackets."""

    CETAK = "{{"
    """Prints a value."""
    PERINTAH = "{%"
    """Steers: for, if, set."""
    KOMENTAR = "{#"
    """Says something to the reader of the template only."""

    @property
    def penutup(self) -> str:
        """The closing brackets."""
        return {"{{": "}}", "{%": "%}", "{#": "#}"}[self.value]


@unique
class Aras(Enum):
    """What a tag takes the place of; the members' values are the letters in the tag."""

    TEKS = ""
    """Only its own characters."""
    PARAGRAF = "p"
    """The paragraph it stands in."""
    BARIS = "tr"
    """The table row it stands in."""
    SEL = "tc"
    """The table cell it stands in."""

    @property
    def sebutan(self) -> str:
        """The word for the thing that is replaced."""
        return {"": "teks", "p": "paragraf", "tr": "baris tabel", "tc": "sel tabel"}[self.value]


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag of a paragraph.

    Attributes:
        awal: The offset of its first character in the paragraph's text.
        akhir: The offset after its last character.
        ragam: What it does.
        aras: What it takes the place of.
        isi: What stands between the brackets, straightened, without the letters of its `aras`.
        teks: The tag as it stands in the document.
    """

    awal: int
    akhir: int
    ragam: Ragam
    aras: Aras
    isi: str
    teks: str

    @property
    def is_chart(self) -> bool:
        """Whether it asks for a chart: `{{p ... }}`."""
        return self.ragam is Ragam.CETAK and self.aras is Aras.PARAGRAF


@dataclass(frozen=True, slots=True)
class Cacat:
    """A fault of writing: its code, the text it concerns and the parameters of its wording."""

    kode: str
    teks: str
    rincian: tuple[tuple[str, str], ...] = ()


_OPENING: Final = re.compile(r"\{[{%#]")
_STRAY: Final = re.compile(r"[}%#]\}")
_APART: Final = re.compile(r"\{\s+(?:\{[^{}]*\}\s*\}|%[^{}]*%\s*\})")
"""A tag with a blank between its brackets, which would be printed as it stands."""
_LEVELS: Final = {
    Ragam.PERINTAH: re.compile(r"\s*(p|tr|tc)\s+"),
    Ragam.KOMENTAR: re.compile(r"(p|tr|tc)\s+"),
    Ragam.CETAK: re.compile(r"\s*(p)\s+(?=[^\W\d])(?!(?:and|else|if|in|is|not|or)\b)"),  # `p` may be a variable's name
}
_EXCERPT: Final = 40


def lex(teks: str) -> tuple[tuple[Tag, ...], tuple[Cacat, ...]]:
    """Return the tags of a paragraph's text, and the brackets that make no tag."""
    daftar_tag: list[Tag] = []
    daftar_cacat: list[Cacat] = []
    start, is_open = 0, False
    while opening := _OPENING.search(teks, start):
        daftar_cacat += [] if is_open else _stray(teks[start : opening.start()])
        tag = _tag_at(teks, opening.start())
        is_open = tag is None
        if tag is None:
            daftar_cacat.append(_unclosed(teks, opening.start()))
        else:
            daftar_tag.append(tag)
        start = opening.end() if tag is None else tag.akhir
    daftar_cacat += [] if is_open else _stray(teks[start:])
    return tuple(daftar_tag), tuple(daftar_cacat)


def _stray(teks: str) -> list[Cacat]:
    """Return the brackets between tags that look like a tag, or like the end of one."""
    apart = [Cacat("templat-kurung-terpisah", excerpt(found[0])) for found in _APART.finditer(teks)]
    rest = _APART.sub(lambda found: " " * len(found[0]), teks)
    return apart + [
        Cacat(
            "templat-penutup-liar",
            excerpt(teks[max(0, found.start() - 20) :]),
            (("penutup", found[0]),),
        )
        for found in _STRAY.finditer(rest)
    ]


def _unclosed(teks: str, start: int) -> Cacat:
    penutup = Ragam(teks[start : start + 2]).penutup
    return Cacat("templat-tag-tak-ditutup", excerpt(teks[start:]), (("penutup", penutup),))


def excerpt(teks: str) -> str:
    """Return text short enough for a message, on one line."""
    teks = " ".join(teks.split())
    return teks if len(teks) <= _EXCERPT else f"{teks[:_EXCERPT].rstrip()}…"


def _tag_at(teks: str, start: int) -> Tag | None:
    ragam = Ragam(teks[start : start + 2])
    end = _end_of(teks, start + 2, ragam)
    if end is None:
        return None
    dalam = teks[start + 2 : end]
    level = _LEVELS[ragam].match(dalam)
    if level is None:
        aras = Aras.TEKS
    else:
        aras, dalam = Aras(level[1]), dalam[level.end() :]
    return Tag(start, end + 2, ragam, aras, straighten(dalam)[0], teks[start : end + 2])


def _end_of(teks: str, start: int, ragam: Ragam) -> int | None:
    """Return where the closing brackets stand: the first ones outside quotes, else the first ones."""
    if ragam is Ragam.KOMENTAR:
        return _position(teks.find("#}", start))
    following = _OPENING.search(teks, start)
    limit = following.start() if following else len(teks)
    first = position = teks.find(ragam.penutup, start, limit)
    while position >= 0:
        if straighten(teks[start:position])[1]:
            return position
        position = teks.find(ragam.penutup, position + 1, limit)
    return _position(first)


def _position(found: int) -> int | None:
    return None if found < 0 else found


_QUOTES: Final = {'"': '"“”„‟″＂', "'": "'‘’‚‛′"}
_STRAIGHT: Final = {huruf: lurus for lurus, semua in _QUOTES.items() for huruf in semua}
_QUOTE: Final = re.compile(f"[{''.join(_STRAIGHT)}]")
_INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"


def straighten(dalam: str) -> tuple[str, bool]:
    """Return a tag's inside with straight quotes and plain blanks, and whether its quotes pair up.

    Characters between quotes are content and stay as they are. Quotes that were opened curly are closed by
    any quote of their kind; quotes opened straight are closed by a straight one if there is one.
    """
    if dalam.isascii() and not _QUOTE.search(dalam):
        return dalam, True
    pieces: list[str] = []
    position = 0
    while quote := _QUOTE.search(dalam, position):
        lurus = _STRAIGHT[quote[0]]
        closing = lurus if quote[0] == lurus and lurus in dalam[quote.end() :] else _QUOTES[lurus]
        end = next((place for place in range(quote.end(), len(dalam)) if dalam[place] in closing), None)
        pieces += [_plain(dalam[position : quote.start()]), lurus, dalam[quote.end() : end]]
        if end is None:
            return "".join(pieces), False
        pieces.append(lurus)
        position = end + 1
    return "".join((*pieces, _plain(dalam[position:]))), True


def _plain(teks: str) -> str:
    """Return text between quotes without invisible characters, and with one kind of blank."""
    return "".join(" " if huruf.isspace() else huruf for huruf in teks if huruf not in _INVISIBLE)
