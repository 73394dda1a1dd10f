"""Let tables fit their pages: figures and words wider than their cell, rows that leave half a page white or are torn.

A figure that breaks over two lines is read as two figures, and a word that breaks within itself as a fault of the
office. A row that may not break is pushed to the next page whole, and one taller than a page runs off its foot. A total
at the head of a page has lost what it sums. All of it depends on the data, so no template can know of it.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from lakip_gen.word.package import xml
from lakip_gen.word.package.grid import column_starts
from lakip_gen.word.package.styles import CELL_MARGINS, margins_of
from lakip_gen.word.package.xml import W
from lakip_gen.word.pages.keep_together import NEEDED, hold
from lakip_gen.word.template.width import grid_width, own_width

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lakip_gen.word.package.styles import Styles

_CANT_SPLIT: Final = f"{xml.TR_PR}/{W}cantSplit"
_HEAD: Final = f"{xml.TR_PR}/{W}tblHeader"
_FIGURE: Final = re.compile(r"[-−]?[\d.,]{10,}%?(?: \D{1,30})?")
"""A figure wide enough to break, alone or with a word or two behind it."""
_SHORTEST_FIGURE: Final = 10
_WIDE: Final = re.compile(rb">(?:-|\xe2\x88\x92)?[\d.,]{10,}%?[< ]")
_ROW_END: Final = b"</w:tr>"
_TABLE_STYLE: Final = f"{W}tblPr/{W}tblStyle"
_CELL_WIDTH: Final = f"{W}tcW"
_LONG_ROW: Final = 3_000
"""Bytes; a row of fewer holds no text worth breaking."""
_LONG_CELLS: Final = xml.finder("//w:tr[w:trPr/w:cantSplit]/w:tc[string-length(.) > 150 or count(.//w:br) > 8]")
"""The cells that may be long, of rows that are not allowed to break."""
_LINES: Final = 18
"""A row of more lines may go on over the page; it is about a third of one."""
_WORD: Final = re.compile(r"[^\W\d_]{6,}")
"""A word without a place where it may break, long enough to be wider than a narrow cell."""
_WIDE_CELL: Final = 1100
"""Twips; a wider cell holds every word of ordinary length and size."""
_NARROW_CELL: Final = re.compile(rb'<w:tcW [^<>]*w:w="(?:\d{1,3}|10\d\d)"')
_MARGINS: Final = 240
"""Twips; no table leaves more free beside what stands in its cells, so that what is far from it need not be asked."""
_NARROW_LETTERS: Final = frozenset("fijlrtI")
_BROAD_LETTERS: Final = frozenset("mwMW")
_NARROW, _BROAD, _OTHER = 0.3, 0.82, 0.5
"""The widths of letters in ems where a digit is as wide as that of Calibri."""
_CALIBRI_DIGIT: Final = 0.507
_POINT: Final = 0.253
"""The width of a point or comma in ems, narrowest of all faces."""
_LETTER: Final = 0.49
_SLACK: Final = 1.02
"""How much wider than reckoned a figure may turn out."""
_LEAST: Final = 10
"""Half-points; nobody can read smaller letters, so they get narrower instead."""
_NARROWEST: Final = 60
"""Percent of a letter's width; a figure that needs less than that breaks."""
_TWIPS_PER_HALF_POINT: Final = 10
_SCALE: Final = f"{W}w"
_BEFORE_SCALE: Final = frozenset(
    f"{W}{name}"
    for name in (
        *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow"),
        *("emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing"),
    )
)
"""The run properties that stand before the breadth of letters."""
_BEFORE_SIZE: Final = _BEFORE_SCALE | {_SCALE, f"{W}kern", f"{W}position"}
"""Those that stand before their size."""


def may_need_fit(data: bytes) -> bool:
    """Return whether a main part has anything that `fit` may change, without parsing it."""
    return (
        NEEDED.search(data) is not None
        or _WIDE.search(data) is not None
        or _NARROW_CELL.search(data) is not None
        or any(len(row) >= _LONG_ROW for row in data.split(_ROW_END))
    )


def fit(root: etree._Element, styles: Styles) -> bool:
    """Make wide figures smaller, hold rows together and free long rows to break; return whether any was."""
    rooms = _CellRooms(styles)
    changed = [_shrink_figure(paragraph, rooms) for paragraph in list(_figures(root))]
    changed += [_shrink_word(paragraph, word, rooms) for paragraph, word in list(_words(root, rooms))]
    changed += [hold(table) for table in root.iter(xml.TBL)]
    changed += [_free(cell, rooms) for cell in _LONG_CELLS(root)]
    return any(changed)


class _CellRooms:
    """The room that cells leave to their texts, told by their tables and by the styles of the document."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.margins: dict[etree._Element, int] = {}
        self.starts: dict[etree._Element, dict[etree._Element, int]] = {}

    def width(self, cell: etree._Element) -> int:
        """Return the width for a cell's text in twips, 0 where the table does not tell."""
        table = next(cell.iterancestors(xml.TBL))
        if table not in self.margins:
            self.margins[table] = self._margins(table)
        width = own_width(cell) or grid_width(cell, self._start(cell))
        return max(0, width - self.margins[table])

    def _start(self, cell: etree._Element) -> int | None:
        """Return the column a cell begins in, reckoned once for a row; None within a content control."""
        row = next(cell.iterancestors(xml.TR))
        if row not in self.starts:
            self.starts[row] = column_starts(row)
        return self.starts[row].get(cell)

    def _margins(self, table: etree._Element) -> int:
        own, style = table.find(CELL_MARGINS), table.find(_TABLE_STYLE)
        if own is not None:
            return margins_of(own, 0)
        return self.styles.margins(xml.value(style))


def _figures(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the paragraphs of cells that are a long figure, or begin with one and say little else."""
    seen: set[etree._Element] = set()
    for carrier in root.iter(xml.T):
        if (text := carrier.text) and len(text) >= _SHORTEST_FIGURE and _FIGURE.fullmatch(text):
            paragraph = xml.closest(carrier, xml.P)
            if paragraph is None or paragraph in seen:
                continue
            seen.add(paragraph)
            if xml.closest(paragraph, xml.TC) is not None and _text(paragraph) == text:
                yield paragraph


def _text(element: etree._Element) -> str:
    return "".join(carrier.text or "" for carrier in element.iter(xml.T))


def _words(root: etree._Element, rooms: _CellRooms) -> Iterator[tuple[etree._Element, str]]:
    """Yield the paragraphs of narrow cells that have a word about as wide as they are, with the widest."""
    for width in root.iter(_CELL_WIDTH):
        given = xml.number(width, "w", _WIDE_CELL)
        if given >= _WIDE_CELL:
            continue
        cell = next(width.iterancestors(xml.TC), None)
        for paragraph in () if cell is None else cell.iterchildren(xml.P):
            if words := _WORD.findall(_text(paragraph)):
                word = max(words, key=lambda word: _letters(word, _CALIBRI_DIGIT))
                if _breadth(paragraph, word, rooms) > given - _MARGINS:
                    yield paragraph, word


def _breadth(paragraph: etree._Element, word: str, rooms: _CellRooms) -> float:
    """Return about how wide a word is in its paragraph, in twips."""
    style_id = xml.style_id(paragraph)
    return _letters(word, rooms.styles.digit(style_id)) * rooms.styles.size(style_id) * _TWIPS_PER_HALF_POINT


@functools.lru_cache(maxsize=4_096)
def _letters(word: str, digit: float) -> float:
    """Return about how wide a word is, in ems; the cells of a report say the same words again and again."""
    broad, narrow = sum(letter in _BROAD_LETTERS for letter in word), sum(letter in _NARROW_LETTERS for letter in word)
    ems = _BROAD * broad + _NARROW * narrow + _OTHER * (len(word) - broad - narrow)
    return ems * digit / _CALIBRI_DIGIT


def _shrink_word(paragraph: etree._Element, word: str, rooms: _CellRooms) -> bool:
    return _shrink(paragraph, _letters(word, rooms.styles.digit(xml.style_id(paragraph))), rooms)


def _shrink_figure(paragraph: etree._Element, rooms: _CellRooms) -> bool:
    digit = rooms.styles.digit(xml.style_id(paragraph))
    figure = _text(paragraph).split(" ")[0]
    return _shrink(paragraph, sum(_POINT if letter in ".,-" else digit for letter in figure), rooms)


def _shrink(paragraph: etree._Element, ems: float, rooms: _CellRooms) -> bool:
    """Give what is so wide the largest size that fits its cell, and narrower letters if need be.

    Return whether it did not fit.
    """
    room = rooms.width(next(paragraph.iterancestors(xml.TC)))
    size = rooms.styles.size(xml.style_id(paragraph))
    fitting = room / (ems * _SLACK * _TWIPS_PER_HALF_POINT)
    breadth = min(100, int(100 * fitting / _LEAST))
    if not room or fitting >= size or breadth < _NARROWEST:
        return False
    for run in paragraph.iter(xml.R):
        _set_size(run, max(int(fitting), _LEAST), breadth)
    return True


def _set_size(run: etree._Element, size: int, breadth: int) -> None:
    """Give a run letters of a size in half-points, narrower where their breadth is less than 100 percent."""
    rules = run.find(xml.RPR)
    if rules is None:
        rules = etree.Element(xml.RPR)
        run.insert(0, rules)
    for name in (_SCALE, xml.SIZE, f"{xml.SIZE}Cs"):
        for old in rules.findall(name):
            rules.remove(old)
    _insert(rules, _BEFORE_SIZE, {xml.SIZE: size, f"{xml.SIZE}Cs": size})
    if breadth < 100:  # noqa: PLR2004 - as wide as they are
        _insert(rules, _BEFORE_SCALE, {_SCALE: breadth})


def _insert(rules: etree._Element, before: frozenset[str], values: Mapping[str, int]) -> None:
    """Insert run properties behind those that the schema wants before them."""
    place = sum(one.tag in before for one in rules)
    for index, (name, value) in enumerate(values.items()):
        element = etree.Element(name)
        element.set(xml.VAL, str(value))
        rules.insert(place + index, element)


def _free(cell: etree._Element, rooms: _CellRooms) -> bool:
    """Let a row break over pages when a cell of it is long and it is no head; return whether it was not allowed to."""
    row = next(cell.iterancestors(xml.TR))
    rule = row.find(_CANT_SPLIT)
    if rule is None or _lines(cell, rooms) <= _LINES or row.find(_HEAD) is not None:
        return False
    xml.remove(rule)
    return True


def _lines(cell: etree._Element, rooms: _CellRooms) -> int:
    """Return about how many lines a cell's text takes."""
    room = rooms.width(cell)
    result = 0
    for paragraph in cell.iterchildren(xml.P):
        per_line = max(1, int(room / (rooms.styles.size(xml.style_id(paragraph)) * _TWIPS_PER_HALF_POINT * _LETTER)))
        result += -(-len(_text(paragraph)) // per_line) + sum(1 for _ in paragraph.iter(xml.BR))
    return result
