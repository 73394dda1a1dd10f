"""Where things stand in a document, said so that somebody in Word finds them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from lxml import etree

from lakip_gen.domain.temuan import Asal, Temuan
from lakip_gen.word.package import xml
from lakip_gen.word.tags.tag import Flaw, excerpt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a template.

    Attributes:
        file: The template's name.
        part: The part, e.g. "isi dokumen".
        heading: The text of the nearest heading above, empty when there is none.
        spot: The paragraph or the table cell, e.g. "tabel 2, baris 3, kolom 4".
    """

    file: str
    part: str = ""
    heading: str = ""
    spot: str = ""

    def __str__(self) -> str:
        heading = f"di bawah judul “{self.heading}”" if self.heading else ""
        return ", ".join(piece for piece in (self.part, heading, self.spot) if piece)

    def finding(self, code: str, text: str = "", **details: str) -> Temuan:
        """Return a finding that points here."""
        return Temuan(code, Asal(self.file, str(self)), nilai=text, rincian=tuple(details.items()))


@dataclass(frozen=True, slots=True)
class TextPiece:
    """One carrier of a paragraph's text: a `w:t`, or a tab or break that counts as one character."""

    element: etree._Element
    start: int
    text: str

    @property
    def end(self) -> int:
        """The offset after its last character."""
        return self.start + len(self.text)


@dataclass(slots=True)
class Paragraph:
    """A paragraph under collection: its element, its text carriers and its place."""

    element: etree._Element
    place: Place
    pieces: list[TextPiece] = field(default_factory=list)
    pictures: list[etree._Element] = field(default_factory=list)
    """The names of pictures whose alternative text holds a bracket."""
    hidden: tuple[Flaw, ...] = ()
    """The tags that stand where nothing is filled."""
    length: int = 0

    @property
    def text(self) -> str:
        """The text as read, tabs and breaks included."""
        return "".join(piece.text for piece in self.pieces)

    def append(self, element: etree._Element, text: str) -> None:
        """Take up one more text carrier."""
        self.pieces.append(TextPiece(element, self.length, text))
        self.length += len(text)


_MARKS: Final = {xml.TAB: "\t", xml.BR: "\n", xml.CR: "\n", xml.NO_BREAK_HYPHEN: "-"}
_BRACKETS: Final = frozenset("{}«")
"""What every tag holds, of this program or another."""
_NOTES: Final = (xml.FOOTNOTE, xml.ENDNOTE, xml.COMMENT)


def paragraphs(
    root: etree._Element,
    base: Place,
    heading_styles: frozenset[str],
    hidden: Mapping[etree._Element, Sequence[Flaw]],
) -> list[Paragraph]:
    """Return the paragraphs that hold a bracket, in their text or elsewhere, in the order in which they end.

    Args:
        root: The part.
        base: The place of the part as a whole.
        heading_styles: The ids of the styles that are headings.
        hidden: The tags that stand where nothing is filled, by their paragraph.
    """
    return list(_Scanner(base, heading_styles, hidden).scan(root))


class _Scanner:
    """Walks a part once and keeps count of headings, paragraphs, tables, rows and cells."""

    def __init__(
        self, base: Place, heading_styles: frozenset[str], hidden: Mapping[etree._Element, Sequence[Flaw]]
    ) -> None:
        self.base = base
        self.hidden = hidden
        self.heading_styles = heading_styles
        self.heading = ""
        self.number = 1  # of the paragraph under way; empty ones are not counted, nobody sees them
        self.table = self.row = self.column = self.depth = self.boxes = 0
        self.note = ""
        self.open: list[Paragraph] = []
        self.outside: list[tuple[Place, str, int, int, int, int, int]] = []
        self.starts: dict[str, Callable[[etree._Element], None]] = {
            xml.P: self._start_paragraph,
            xml.T: self._text,
            xml.TBL: self._start_table,
            xml.TR: self._start_row,
            xml.TC: self._start_cell,
            xml.TEXT_BOX: self._start_box,
            xml.DOC_PR: self._picture,
            xml.INSERT: self._start_insert,
            **dict.fromkeys(_MARKS, self._mark),
            **dict.fromkeys(_NOTES, self._start_note),
        }

    def scan(self, root: etree._Element) -> Iterator[Paragraph]:
        for event, element in etree.iterwalk(root, events=("start", "end"), tag=tuple(self.starts)):
            if event == "start":
                self.starts[element.tag](element)
            elif element.tag == xml.P:
                yield from self._end_paragraph(self.open.pop())
            elif element.tag == xml.TBL:
                self.depth -= 1
            elif element.tag == xml.TEXT_BOX:
                self.boxes -= 1
            elif element.tag == xml.INSERT:
                self._end_insert()

    def _start_paragraph(self, element: etree._Element) -> None:
        self.open.append(Paragraph(element, self._place()))

    def _end_paragraph(self, paragraph: Paragraph) -> Iterator[Paragraph]:
        text = paragraph.text
        if text.strip() and not self.depth and not self.boxes:
            self.number += 1
            if self._is_heading(paragraph.element):
                self.heading = excerpt(text)
        paragraph.hidden = tuple(self.hidden.get(paragraph.element, ()))
        if not _BRACKETS.isdisjoint(text) or paragraph.pictures or paragraph.hidden:
            yield paragraph

    def _is_heading(self, element: etree._Element) -> bool:
        style = element.find(xml.PARAGRAPH_STYLE)
        return (style is not None and style.get(xml.VAL) in self.heading_styles) or (
            element.find(xml.OUTLINE_LEVEL) is not None
        )

    def _place(self) -> Place:
        spot = f"tabel {self.table}, baris {self.row}, kolom {self.column}" if self.depth else f"paragraf {self.number}"
        if self.boxes:
            spot += ", kotak teks"
        if self.note:
            spot = f"{self.note}, {spot}"
        return Place(self.base.file, self.base.part, self.heading, spot)

    def _text(self, element: etree._Element) -> None:
        if self.open and element.text:
            self.open[-1].append(element, element.text)

    def _mark(self, element: etree._Element) -> None:
        parent = element.getparent()
        if self.open and parent is not None and parent.tag == xml.R:  # a w:tab in w:tabs is a tab stop
            self.open[-1].append(element, _MARKS[element.tag])

    def _picture(self, element: etree._Element) -> None:
        if self.open and "{" in element.get("descr", ""):
            self.open[-1].pictures.append(element)

    def _start_insert(self, element: etree._Element) -> None:
        """Count anew within a sub-template: its places are those of its own file."""
        counts = (self.number, self.table, self.row, self.column, self.depth)
        self.outside.append((self.base, self.heading, *counts))
        self.base, self.heading = Place(element.get("berkas", ""), self.base.part), ""
        self.number, self.table, self.row, self.column, self.depth = 1, 0, 0, 0, 0

    def _end_insert(self) -> None:
        self.base, self.heading, *counts = self.outside.pop()
        self.number, self.table, self.row, self.column, self.depth = counts
        if not self.depth:
            self.number += 1  # the paragraph that asked for the sub-template

    def _start_table(self, _element: etree._Element) -> None:
        self.depth += 1
        if self.depth == 1:
            self.table += 1
            self.row = 0

    def _start_row(self, _element: etree._Element) -> None:
        if self.depth == 1:
            self.row += 1
            self.column = 0

    def _start_cell(self, _element: etree._Element) -> None:
        self.column += self.depth == 1

    def _start_box(self, _element: etree._Element) -> None:
        self.boxes += 1

    def _start_note(self, element: etree._Element) -> None:
        self.note = f"nomor {element.get(xml.ID, '')}"
        self.number = 1
