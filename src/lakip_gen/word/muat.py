"""Let tables fit their pages: figures wider than their cell, rows that leave half a page white, totals left alone.

A figure that breaks over two lines is read as two figures. A row that may not break is pushed to the next page whole,
and one taller than a page runs off its foot. A total at the head of a page has lost what it sums. All three depend on
the data, so no template can know of them.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, cast

from lxml import etree

from lakip_gen.word import ooxml
from lakip_gen.word.lebar import outer_width
from lakip_gen.word.ooxml import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SIZE: Final = f"{W}sz"
_CANT_SPLIT: Final = f"{ooxml.TR_PR}/{W}cantSplit"
_KEEP_NEXT: Final = f"{W}keepNext"
_HEAD_AND_TOTAL: Final = 2
_HEAD: Final = f"{ooxml.TR_PR}/{W}tblHeader"
_FIGURE: Final = re.compile(r"-?[\d.,]{10,}%?")
_WIDE: Final = re.compile(rb">-?[\d.,]{10,}%?<")
_ROW_END: Final = b"</w:tr>"
_LAST_ROW: Final = b'w:lastRow="1"'
"""Says that the last row of a table is a total."""
_LOOK: Final = f"{W}tblPr/{W}tblLook"
_LONG_ROW: Final = 3_000
"""Bytes; a row of fewer holds no text worth breaking."""
_LONG_ROWS: Final = etree.XPath(
    "//w:tr[w:trPr/w:cantSplit][string-length(.) > 250 or count(.//w:br) > 8]", namespaces={"w": ooxml.W_NS}
)
"""The rows that may be long and are not allowed to break."""
_LINES: Final = 18
"""A row of more lines may go on over the page; it is about a third of one."""
_DIGIT: Final = {"calibri": 0.507, "carlito": 0.507, "times new roman": 0.5}
"""The width of a digit in ems; in most other faces it is that of Arial."""
_DIGIT_ELSE: Final = 0.556
_POINT: Final = 0.253
"""The width of a point or comma in ems, narrowest of all faces."""
_LETTER: Final = 0.49
_SLACK: Final = 1.02
"""How much wider than reckoned a figure may turn out."""
_LEAST: Final = 10
"""Half-points; below that nobody can read a figure, and it breaks."""
_DEFAULT_SIZE: Final = 20
_TWIPS_PER_HALF_POINT: Final = 10
_BEFORE_SIZE: Final = frozenset(
    f"{W}{nama}"
    for nama in (
        *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow"),
        *("emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern"),
        "position",
    )
)
"""The run properties that stand before the size."""


def with_fit(bagian: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return the parts of a filled document, with its wide figures smaller and its long rows free to break."""
    nama = ooxml.main_part(bagian)
    isi = bagian.get(nama, b"")
    if _LAST_ROW not in isi and not _WIDE.search(isi) and all(len(baris) < _LONG_ROW for baris in isi.split(_ROW_END)):
        return bagian
    root = ooxml.parse(isi, huge=True)
    styles = _Styles(next((bagian[satu] for satu in bagian if satu.endswith("word/styles.xml")), b""))
    changed = [_shrink(paragraf, styles) for paragraf in list(_figures(root))]
    changed += [_hold(tabel) for tabel in root.iter(ooxml.TBL)]
    changed += [_free(baris, styles) for baris in cast("list[Any]", _LONG_ROWS(root))]
    return {**bagian, nama: ooxml.serialise(root)} if any(changed) else bagian


def _figures(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the paragraphs of cells that are nothing but a long figure."""
    for text in root.iter(ooxml.T):
        if text.text and _FIGURE.fullmatch(text.text):
            paragraf = ooxml.closest(text, ooxml.P)
            if paragraf is not None and ooxml.closest(paragraf, ooxml.TC) is not None and _text(paragraf) == text.text:
                yield paragraf


def _text(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(ooxml.T))


def _shrink(paragraf: etree._Element, styles: _Styles) -> bool:
    """Give a figure the largest size that fits its cell; return whether it was too large."""
    cell = next(paragraf.iterancestors(ooxml.TC))
    room = _room(cell, styles)
    size, digit = styles.size(_style(paragraf)), styles.digit(_style(paragraf))
    ems = sum(_POINT if huruf in ".,-" else digit for huruf in _text(paragraf))
    fitting = int(room / (ems * _SLACK * _TWIPS_PER_HALF_POINT))
    if not room or fitting >= size or fitting < _LEAST:
        return False
    for run in paragraf.iter(ooxml.R):
        _set_size(run, fitting)
    return True


def _set_size(run: etree._Element, size: int) -> None:
    rules = run.find(ooxml.RPR)
    if rules is None:
        rules = etree.Element(ooxml.RPR)
        run.insert(0, rules)
    for old in rules.findall(_SIZE) + rules.findall(f"{_SIZE}Cs"):
        rules.remove(old)
    place = sum(satu.tag in _BEFORE_SIZE for satu in rules)
    for urutan, nama in enumerate((_SIZE, f"{_SIZE}Cs")):
        element = etree.Element(nama)
        element.set(ooxml.VAL, str(size))
        rules.insert(place + urutan, element)


def _hold(tabel: etree._Element) -> bool:
    """Keep a total on the page of the row above it; return whether the table has one."""
    look = tabel.find(_LOOK)
    daftar_baris = list(tabel.iterchildren(ooxml.TR))
    if look is None or look.get(f"{W}lastRow") != "1" or len(daftar_baris) <= _HEAD_AND_TOTAL:
        return False
    for paragraf in daftar_baris[-2].iter(ooxml.P):
        _keep_next(paragraf)
    return True


def _keep_next(paragraf: etree._Element) -> None:
    rules = paragraf.find(f"{W}pPr")
    if rules is None:
        rules = etree.Element(f"{W}pPr")
        paragraf.insert(0, rules)
    for old in rules.findall(_KEEP_NEXT):
        rules.remove(old)
    rules.insert(1 if rules.find(f"{W}pStyle") is not None else 0, etree.Element(_KEEP_NEXT))


def _free(baris: etree._Element, styles: _Styles) -> bool:
    """Let a row break over pages when it is long and no head; return whether it was not allowed to."""
    rule = baris.find(_CANT_SPLIT)
    if (
        rule is None
        or baris.find(_HEAD) is not None
        or max((_lines(cell, styles) for cell in baris.iterchildren(ooxml.TC)), default=0) <= _LINES
    ):
        return False
    ooxml.remove(rule)
    return True


def _lines(cell: etree._Element, styles: _Styles) -> int:
    """Return about how many lines a cell's text takes."""
    room = _room(cell, styles)
    hasil = 0
    for paragraf in cell.iterchildren(ooxml.P):
        per_line = max(1, int(room / (styles.size(_style(paragraf)) * _TWIPS_PER_HALF_POINT * _LETTER)))
        hasil += -(-len(_text(paragraf)) // per_line) + sum(1 for _ in paragraf.iter(ooxml.BR))
    return hasil


def _room(cell: etree._Element, styles: _Styles) -> int:
    """Return the width for a cell's text in twips, 0 where the table does not tell."""
    tabel = next(cell.iterancestors(ooxml.TBL))
    style = tabel.find(f"{W}tblPr/{W}tblStyle")
    return max(0, outer_width(cell) - styles.margins("" if style is None else style.get(ooxml.VAL, "")))


def _style(paragraf: etree._Element) -> str:
    style = paragraf.find(ooxml.PARAGRAPH_STYLE)
    return "" if style is None else style.get(ooxml.VAL, "")


class _Styles:
    """What the styles of a document say of letters and of the room in cells."""

    def __init__(self, isi: bytes) -> None:
        self.root = ooxml.parse(isi) if isi else etree.Element(f"{W}styles")
        self.known: dict[tuple[str, str], etree._Element | None] = {}

    @cached_property
    def _by_id(self) -> dict[str, etree._Element]:
        return {style.get(f"{W}styleId", ""): style for style in self.root.iter(ooxml.STYLE)}

    @cached_property
    def _default(self) -> str:
        """The id of the style of paragraphs without one."""
        found = (kode for kode, style in self._by_id.items() if style.get(f"{W}default") == "1")
        return next((kode for kode in found if self._by_id[kode].get(ooxml.TYPE) == "paragraph"), "")

    def size(self, kode: str) -> int:
        """Return the size of a style's letters in half-points."""
        found = self._find(kode or self._default, f"{ooxml.RPR}/{_SIZE}")
        value = "" if found is None else found.get(ooxml.VAL, "")
        return int(value) if value.isdecimal() else _DEFAULT_SIZE

    def digit(self, kode: str) -> float:
        """Return the width of a digit in ems."""
        found = self._find(kode or self._default, f"{ooxml.RPR}/{W}rFonts")
        return _DIGIT.get("" if found is None else found.get(f"{W}ascii", "").casefold(), _DIGIT_ELSE)

    def margins(self, kode: str) -> int:
        """Return the left and right margin of a table style's cells in twips."""
        found = self._find(kode, f"{W}tblPr/{W}tblCellMar")
        sides = () if found is None else (found.find(f"{W}left"), found.find(f"{W}right"))
        return sum(int(side.get(f"{W}w", "0")) for side in sides if side is not None)

    def _find(self, kode: str, jalur: str) -> etree._Element | None:
        """Return an element of a style, of those it is based on, or of the document's defaults."""
        if (kode, jalur) not in self.known:
            self.known[kode, jalur] = next(
                (found for style in self._chain(kode) if (found := style.find(jalur)) is not None),
                self.root.find(f"{W}docDefaults/{W}rPrDefault/{jalur}"),
            )
        return self.known[kode, jalur]

    def _chain(self, kode: str) -> Iterator[etree._Element]:
        seen: set[str] = set()
        while kode in self._by_id and kode not in seen:
            seen.add(kode)
            yield self._by_id[kode]
            base = self._by_id[kode].find(f"{W}basedOn")
            kode = "" if base is None else base.get(ooxml.VAL, "")
