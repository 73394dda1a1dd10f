"""Where things stand in a document, said so that somebody in Word finds them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from lxml import etree

from lakip_gen.domain.temuan import Asal, Temuan
from lakip_gen.word.package import xml
from lakip_gen.word.tags.tag import Cacat, excerpt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Tempat:
    """A place in a template.

    Attributes:
        berkas: The template's name.
        bagian: The part, e.g. "isi dokumen".
        judul: The text of the nearest heading above, empty when there is none.
        letak: The paragraph or the table cell, e.g. "tabel 2, baris 3, kolom 4".
    """

    berkas: str
    bagian: str = ""
    judul: str = ""
    letak: str = ""

    def __str__(self) -> str:
        judul = f"di bawah judul “{self.judul}”" if self.judul else ""
        return ", ".join(potongan for potongan in (self.bagian, judul, self.letak) if potongan)

    def temuan(self, kode: str, teks: str = "", **rincian: str) -> Temuan:
        """Return a finding that points here."""
        return Temuan(kode, Asal(self.berkas, str(self)), nilai=teks, rincian=tuple(rincian.items()))


@dataclass(frozen=True, slots=True)
class Potongan:
    """One carrier of a paragraph's text: a `w:t`, or a tab or break that counts as one character."""

    elemen: etree._Element
    awal: int
    teks: str

    @property
    def akhir(self) -> int:
        """The offset after its last character."""
        return self.awal + len(self.teks)


@dataclass(slots=True)
class Paragraf:
    """A paragraph under collection: its element, its text carriers and its place."""

    elemen: etree._Element
    tempat: Tempat
    daftar_potongan: list[Potongan] = field(default_factory=list)
    daftar_gambar: list[etree._Element] = field(default_factory=list)
    """The names of pictures whose alternative text holds a bracket."""
    daftar_tersembunyi: tuple[Cacat, ...] = ()
    """The tags that stand where nothing is filled."""
    panjang: int = 0

    @property
    def teks(self) -> str:
        """The text as read, tabs and breaks included."""
        return "".join(potongan.teks for potongan in self.daftar_potongan)

    def append(self, elemen: etree._Element, teks: str) -> None:
        """Take up one more text carrier."""
        self.daftar_potongan.append(Potongan(elemen, self.panjang, teks))
        self.panjang += len(teks)


_MARKS: Final = {xml.TAB: "\t", xml.BR: "\n", xml.CR: "\n", xml.NO_BREAK_HYPHEN: "-"}
_NOTES: Final = (xml.FOOTNOTE, xml.ENDNOTE, xml.COMMENT)


def paragraphs(
    root: etree._Element,
    dasar: Tempat,
    heading_styles: frozenset[str],
    hidden: Mapping[etree._Element, Sequence[Cacat]],
) -> list[Paragraf]:
    """Return the paragraphs that hold a bracket, in their text or elsewhere, in the order in which they end.

    Args:
        root: The part.
        dasar: The place of the part as a whole.
        heading_styles: The ids of the styles that are headings.
        hidden: The tags that stand where nothing is filled, by their paragraph.
    """
    return list(_Scanner(dasar, heading_styles, hidden).scan(root))


class _Scanner:
    """Walks a part once and keeps count of headings, paragraphs, tables, rows and cells."""

    def __init__(
        self, dasar: Tempat, heading_styles: frozenset[str], hidden: Mapping[etree._Element, Sequence[Cacat]]
    ) -> None:
        self.dasar = dasar
        self.hidden = hidden
        self.heading_styles = heading_styles
        self.judul = ""
        self.nomor = 1  # of the paragraph under way; empty ones are not counted, nobody sees them
        self.tabel = self.baris = self.kolom = self.depth = self.boxes = 0
        self.catatan = ""
        self.open: list[Paragraf] = []
        self.outside: list[tuple[Tempat, str, int, int, int, int, int]] = []
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

    def scan(self, root: etree._Element) -> Iterator[Paragraf]:
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
        self.open.append(Paragraf(element, self._place()))

    def _end_paragraph(self, paragraf: Paragraf) -> Iterator[Paragraf]:
        teks = paragraf.teks
        if teks.strip() and not self.depth and not self.boxes:
            self.nomor += 1
            if self._is_heading(paragraf.elemen):
                self.judul = excerpt(teks)
        paragraf.daftar_tersembunyi = tuple(self.hidden.get(paragraf.elemen, ()))
        if "{" in teks or "}" in teks or paragraf.daftar_gambar or paragraf.daftar_tersembunyi:
            yield paragraf

    def _is_heading(self, element: etree._Element) -> bool:
        style = element.find(xml.PARAGRAPH_STYLE)
        return (style is not None and style.get(xml.VAL) in self.heading_styles) or (
            element.find(xml.OUTLINE_LEVEL) is not None
        )

    def _place(self) -> Tempat:
        letak = (
            f"tabel {self.tabel}, baris {self.baris}, kolom {self.kolom}" if self.depth else f"paragraf {self.nomor}"
        )
        if self.boxes:
            letak += ", kotak teks"
        if self.catatan:
            letak = f"{self.catatan}, {letak}"
        return Tempat(self.dasar.berkas, self.dasar.bagian, self.judul, letak)

    def _text(self, element: etree._Element) -> None:
        if self.open and element.text:
            self.open[-1].append(element, element.text)

    def _mark(self, element: etree._Element) -> None:
        parent = element.getparent()
        if self.open and parent is not None and parent.tag == xml.R:  # a w:tab in w:tabs is a tab stop
            self.open[-1].append(element, _MARKS[element.tag])

    def _picture(self, element: etree._Element) -> None:
        if self.open and "{" in element.get("descr", ""):
            self.open[-1].daftar_gambar.append(element)

    def _start_insert(self, element: etree._Element) -> None:
        """Count anew within a sub-template: its places are those of its own file."""
        counts = (self.nomor, self.tabel, self.baris, self.kolom, self.depth)
        self.outside.append((self.dasar, self.judul, *counts))
        self.dasar, self.judul = Tempat(element.get("berkas", ""), self.dasar.bagian), ""
        self.nomor, self.tabel, self.baris, self.kolom, self.depth = 1, 0, 0, 0, 0

    def _end_insert(self) -> None:
        self.dasar, self.judul, *counts = self.outside.pop()
        self.nomor, self.tabel, self.baris, self.kolom, self.depth = counts
        if not self.depth:
            self.nomor += 1  # the paragraph that asked for the sub-template

    def _start_table(self, _element: etree._Element) -> None:
        self.depth += 1
        if self.depth == 1:
            self.tabel += 1
            self.baris = 0

    def _start_row(self, _element: etree._Element) -> None:
        if self.depth == 1:
            self.baris += 1
            self.kolom = 0

    def _start_cell(self, _element: etree._Element) -> None:
        self.kolom += self.depth == 1

    def _start_box(self, _element: etree._Element) -> None:
        self.boxes += 1

    def _start_note(self, element: etree._Element) -> None:
        self.catatan = f"nomor {element.get(xml.ID, '')}"
        self.nomor = 1
