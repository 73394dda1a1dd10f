"""What people add to a form where nobody reads: comments, text boxes, pictures, links, page headers. They are told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import Final
from urllib.parse import unquote

from lakip_gen.domain.mentah import Catatan, JenisCatatan
from lakip_gen.domain.teks import PANJANG_SEL, urai_escape
from lakip_gen.domain.temuan import Asal
from lakip_gen.excel.reader.addresses import LAST_COLUMN, LAST_ROW, Area, parse_area, parse_cell
from lakip_gen.excel.reader.book import Sheet
from lakip_gen.excel.reader.bounds import DamagedError, TooLargeError
from lakip_gen.excel.reader.package import Package
from lakip_gen.excel.reader.pages import TERBANYAK, teks_tepi
from lakip_gen.excel.reader.xml_parts import Handler, local, parse

UNREADABLE: Final = "(tidak terbaca)"
_OUR_COMMENT: Final = re.compile(r"(?:[^\n]{1,60}:\n)?(?:GALAT|PERINGATAN|INFO): .*\nPerbaikan: ", re.DOTALL)
"""How the comments of a return copy begin, with or without the author's name that some programs put before."""
_THREADED: Final = re.compile(r"\A\[Threaded comment\].*?(?:Comment|Komentar):\s*", re.DOTALL)
"""What Excel writes before a threaded comment, for older versions."""
_SCHEME: Final = re.compile(r"\A(?:https?://|mailto:|file:/{2,3})")
_LONGEST_NUMBER: Final = 8
_ROOM: Final = 2_000_000
"""So many characters of all notes of one part are kept."""
_LITTLE: Final = 100
"""So many of each note behind that: enough to count it."""


def notes(sheets: Iterable[Sheet], package: Package) -> Iterator[Catatan]:
    """Yield the comments, text boxes, pictures, links and page headers of a workbook."""
    taken: set[str] = set()
    for sheet in sheets:
        of_sheet = chain(_in_margins(sheet), _linked(sheet, package), _of_sheet(sheet, package, taken))
        yield from islice(of_sheet, TERBANYAK)
        if rest := sum(1 for _ in of_sheet):
            yield Catatan(JenisCatatan.KOMENTAR, sheet.place, f"… dan {rest} catatan lain")


def _in_margins(sheet: Sheet) -> Iterator[Catatan]:
    """Yield what one tab prints above and below its pages."""
    for text in teks_tepi(sheet.raw.margins):
        yield Catatan(JenisCatatan.TEPI, sheet.place, urai_escape(text[:PANJANG_SEL]))


def _linked(sheet: Sheet, package: Package) -> Iterator[Catatan]:
    """Yield the addresses to which cells of one tab lead and which nobody wrote into them, all in one note."""
    if not sheet.raw.links:
        return
    try:
        targets = package.external(sheet.part)
    except (DamagedError, TooLargeError):
        return
    told = {ref: targets[arrow] for ref, arrow in sheet.raw.links if arrow in targets}
    hidden = {ref: target for ref, target in told.items() if _bare(target) not in _bare(_shown(sheet, ref))}
    if hidden:
        first = next(iter(hidden))
        place = Asal(sheet.place.berkas, sheet.name, first if parse_cell(first) else "")
        yield Catatan(JenisCatatan.TAUTAN, place, "; ".join(f"{ref}: {urai_escape(hidden[ref])}" for ref in hidden))


def _shown(sheet: Sheet, ref: str) -> str:
    """Return the text of the first cell of a link."""
    area = parse_area(ref)
    cell = sheet.row(area.top).get(area.left) if area else None
    return cell.teks if cell else ""


def _bare(address: str) -> str:
    """Return an address as it is compared: Excel makes links of what is typed and adds what it takes for missing."""
    return _SCHEME.sub("", unquote(address).casefold().strip()).rstrip("/")


def _of_sheet(sheet: Sheet, package: Package, taken: set[str]) -> Iterator[Catatan]:
    """Yield what one tab has, and mark its parts as taken: whoever points at them again gets nothing."""
    try:
        arrows = package.relationships(sheet.part)
    except (DamagedError, TooLargeError):
        return
    parts: dict[str, list[tuple[str, bytes]]] = {"comments": [], "threadedComment": [], "drawing": []}
    for arrow in arrows:
        found = package.find(arrow.target) if arrow.kind in parts else None
        if found and found[0] not in taken:
            taken.add(found[0])
            parts[arrow.kind].append(found)
    commented: set[str] = set()
    for part, data in parts["comments"]:
        handler = _Comments("comment", "t")
        if not _read(package, part, data, handler):
            yield Catatan(JenisCatatan.KOMENTAR, sheet.place, UNREADABLE)
            continue
        commented |= set(handler.texts)
        yield from _told(handler, sheet.place)
    for part, data in parts["threadedComment"]:
        handler = _Comments("threadedComment", "text")
        if _read(package, part, data, handler):
            handler.texts = {ref: texts for ref, texts in handler.texts.items() if ref not in commented}
            yield from _told(handler, sheet.place)
    for part, data in parts["drawing"]:
        drawing = _Drawing()
        if not _read(package, part, data, drawing):
            yield Catatan(JenisCatatan.KOTAK, sheet.place, UNREADABLE)
            continue
        yield from _drawn(drawing, sheet.place)


def _read(package: Package, part: str, data: bytes, handler: Handler) -> bool:
    """Hand a part to a handler; False when it is damaged or larger than any office needs."""
    try:
        package.budget.parse_small(data)
        parse(part, data, handler)
    except (DamagedError, TooLargeError):
        return False
    return True


def _told(handler: _Comments, place: Asal) -> Iterator[Catatan]:
    for ref, texts in handler.texts.items():
        text = "\n".join(filter(None, (part.strip() for part in texts)))
        if text and not _OUR_COMMENT.match(text):
            cell = ref.upper() if parse_cell(ref) else ""
            where = Asal(place.berkas, place.lembar, cell)
            yield Catatan(JenisCatatan.KOMENTAR, where, urai_escape(_THREADED.sub("", text)[:PANJANG_SEL]))


class _Room:
    """Bounds what is kept of the notes of one part: no more than is told, whatever was written."""

    def __init__(self) -> None:
        self._left = _ROOM

    def keep(self, text: str, length: int) -> str:
        """Return as much of a text as is kept of it, behind so many characters of the same note."""
        kept = text[: max(0, (2 * PANJANG_SEL if self._left > 0 else _LITTLE) - length)]
        self._left -= len(kept)
        return kept


class _Comments:
    """Gathers comments by the cell they are tied to; the answers in a thread follow the first one."""

    def __init__(self, comment: str, text: str) -> None:
        self.texts: dict[str, list[str]] = {}
        self._ref = ""
        self._comment = comment
        self._text = text
        self._pieces: list[str] = []
        self._length = 0
        self._room = _Room()
        self._open = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match local(name):
            case self._comment:
                self._ref, self._pieces, self._length = attributes.get("ref", ""), [], 0
                self.texts.setdefault(self._ref, [])
            case self._text:
                self._open = bool(self.texts)

    def end(self, name: str) -> None:
        match local(name):
            case self._text:
                self._open = False
            case self._comment if self._pieces:
                self.texts[self._ref].append("".join(self._pieces))
                self._pieces = []

    def text(self, text: str) -> None:
        if self._open and (kept := self._room.keep(text, self._length)):
            self._pieces.append(kept)
            self._length += len(kept)


@dataclass(slots=True)
class _Anchor:
    """One thing that lies over the cells: which ones, what it says, and whether it is a picture."""

    corners: dict[str, int] = field(default_factory=dict)
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    is_picture: bool = False

    @property
    def area(self) -> Area | None:
        """The cells that it covers, as far as it says which; the file counts from 0."""
        left, top = self.corners.get("from col", -1) + 1, self.corners.get("from row", -1) + 1
        right, bottom = self.corners.get("to col", left - 1) + 1, self.corners.get("to row", top - 1) + 1
        if not (0 < left <= LAST_COLUMN and 0 < top <= LAST_ROW):
            return None
        return Area(left, top, min(max(left, right), LAST_COLUMN), min(max(top, bottom), LAST_ROW))


def _drawn(drawing: _Drawing, place: Asal) -> Iterator[Catatan]:
    for anchor in drawing.anchors:
        area = anchor.area
        if text := "".join(anchor.pieces).strip()[:PANJANG_SEL]:
            corner = Asal(place.berkas, place.lembar, area.corner if area else "")
            yield Catatan(JenisCatatan.KOTAK, corner, text)
        elif anchor.is_picture:
            yield Catatan(JenisCatatan.GAMBAR, Asal(place.berkas, place.lembar, area.name if area else ""), "")


class _Drawing:
    """Gathers what is anchored over the cells; what is kept for older programs is the same once more."""

    def __init__(self) -> None:
        self.anchors: list[_Anchor] = []
        self._room = _Room()
        self._corner = self._side = ""
        self._fallback = 0
        self._open = False

    def start(self, name: str, _attributes: dict[str, str]) -> None:
        word = local(name)
        if word == "Fallback" or self._fallback:
            self._fallback += 1
        elif word.endswith("Anchor"):
            self.anchors.append(_Anchor())
        elif self.anchors:
            self._start_in_anchor(word, self.anchors[-1])

    def _start_in_anchor(self, word: str, anchor: _Anchor) -> None:
        match word:
            case "from" | "to":
                self._corner = word
            case "col" | "row":
                self._side = word
            case "t":
                self._open = True
            case "pic":
                anchor.is_picture = True

    def end(self, name: str) -> None:
        if self._fallback:
            self._fallback -= 1
            return
        match local(name):
            case "from" | "to":
                self._corner = ""
            case "col" | "row":
                self._side = ""
            case "t":
                self._open = False

    def text(self, text: str) -> None:
        if self._open:
            anchor = self.anchors[-1]
            kept = self._room.keep(text, anchor.length)
            anchor.pieces.append(kept)
            anchor.length += len(kept)
        elif self._corner and self._side:
            number = text.strip()
            if number.isdecimal() and len(number) < _LONGEST_NUMBER:
                self.anchors[-1].corners.setdefault(f"{self._corner} {self._side}", int(number))
