"""Tables of the default templates: columns as data, rows that do not split, a head that repeats."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from docx.oxml.ns import qn

from lakip_gen.templat_bawaan.gaya import SAMAR, TABEL, TATA_LETAK
from lakip_gen.templat_bawaan.gaya_tertulis import margins
from lakip_gen.templat_bawaan.unsur import element, paragraph, twips

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docx.oxml.xmlchemy import BaseOxmlElement

KIRI: Final = "TabelIsi"
KANAN: Final = "TabelAngka"
TENGAH: Final = "TabelTengah"
KIRI_SEMPIT: Final = "TabelIsiSempit"
SEMPIT: Final = "TabelAngkaSempit"
KEPALA: Final = "TabelKepala"
KEPALA_SEMPIT: Final = "TabelKepalaSempit"
"""For figures in the many columns of a form that has to fit one page."""
_TEPI_SEMPIT: Final = 0.05
"""The room in cm beside what stands in the cells of such a form."""


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: its head, its width in cm, what stands in its cells (a line is a paragraph), and their style.

    One with a condition in `bila` is printed only where that holds; else its width goes to the one that is `melebar`.
    """

    judul: str
    lebar: float
    isi: str
    gaya: str = KIRI
    bila: str = ""
    melebar: bool = False


@dataclass(frozen=True, slots=True)
class Sel:
    """A cell of a row that is not made of the columns' own contents.

    Attributes:
        isi: What stands in it; a line is a paragraph.
        rentang: How many columns it takes.
        gaya: The style of its paragraphs.
        gabung: Whether it begins (`restart`) or continues (`continue`) a cell over several rows; empty for neither.
    """

    isi: str
    rentang: int = 1
    gaya: str = KIRI
    gabung: str = ""


class Tabel:
    """A table under construction; its head is there from the start.

    Widths are those of A4; `skala` makes them those of another paper.
    """

    def __init__(self, daftar_kolom: Sequence[Kolom], skala: float = 1, kepala: Sequence[Sequence[Sel]] = ()) -> None:
        """Begin a table.

        Args:
            daftar_kolom: Its columns.
            skala: What their widths are multiplied by.
            kepala: The rows of its head, where that is more than the columns' own.
        """
        self.daftar_kolom = [replace(kolom, lebar=round(kolom.lebar * skala, 2)) for kolom in daftar_kolom]
        self.look = element("tblLook", val="0620", firstRow=1, lastRow=0, noHBand=1, noVBand=1)
        tepi = any(kolom.gaya == SEMPIT for kolom in self.daftar_kolom)
        rapat = [margins(0, _TEPI_SEMPIT)] if tepi else []
        self.elemen = _frame(TABEL, [kolom.lebar for kolom in self.daftar_kolom], *rapat, self.look)
        for baris in kepala or [[Sel(kolom.judul) for kolom in self.daftar_kolom]]:
            self._append([_kepala(sel) for sel in baris], kepala=True)

    @contextmanager
    def loop(self, sumber: str, kosong: str = "") -> Iterator[None]:
        """Repeat the rows made within for each member of a list.

        Args:
            sumber: The variable and the list, e.g. `indikator in sasaran.daftar_indikator`.
            kosong: What a single row says when the list is empty.
        """
        self.tag(f"for {sumber}")
        yield
        if kosong:
            self.tag("else")
            self._append([Sel(kosong, len(self.daftar_kolom))])
        self.tag("endfor")

    def tag(self, perintah: str) -> None:
        """Append a row that holds nothing but a tag."""
        self._append([Sel(f"{{%tr {perintah} %}}", len(self.daftar_kolom), "Tag")])

    def row(self, *, dasar: str = "", tebal: bool = False) -> None:
        """Append a row of the columns' own contents.

        Args:
            dasar: The colour of its ground.
            tebal: Whether its text is strong.
        """
        teks = _tebal if tebal else str
        self._append([Sel(teks(kolom.isi), gaya=kolom.gaya) for kolom in self.daftar_kolom], dasar=dasar)

    def group(self, banyak: int) -> None:
        """Append the row of a loop whose first columns are one cell for all turns of the loop.

        Args:
            banyak: How many columns.
        """
        for tag, gabung in (("if loop.first", "restart"), ("else", "continue")):
            self.tag(tag)
            self._append(
                [
                    Sel("" if gabung == "continue" else kolom.isi, gaya=kolom.gaya, gabung=gabung)
                    for kolom in self.daftar_kolom[:banyak]
                ]
                + [Sel(kolom.isi, gaya=kolom.gaya) for kolom in self.daftar_kolom[banyak:]]
            )
        self.tag("endif")

    def band(self, teks: str, keterangan: str = "", *, bila: str = "") -> None:
        """Append a row over all columns that heads those below it.

        Args:
            teks: Its words.
            keterangan: A second line.
            bila: What has to be so for the second line to be printed; empty where it always is.
        """
        baris = f"{{%p if {bila} %}}\n{keterangan}\n{{%p endif %}}" if bila else keterangan
        isi = f"**{teks}**\n{baris}" if keterangan else f"**{teks}**"
        self._append([Sel(isi, len(self.daftar_kolom), "TabelGolongan")], dasar=SAMAR)

    def line(self, *daftar_sel: Sel, dasar: str = "") -> None:
        """Append a row of cells of its own, on a ground of some colour."""
        self._append(daftar_sel, dasar=dasar)

    def total(self, *daftar_sel: Sel) -> None:
        """Append the last row, which the table's style sets off."""
        self._append([Sel(f"**{sel.isi}**" if sel.isi else "", sel.rentang, sel.gaya) for sel in daftar_sel])
        self.look.set(qn("w:lastRow"), "1")
        self.look.set(qn("w:val"), "0660")

    def _append(self, daftar_sel: Sequence[Sel], *, kepala: bool = False, dasar: str = "") -> None:
        rules = [element("cantSplit"), *([element("tblHeader")] if kepala else [])]
        baris = element("tr", element("trPr", *rules))
        daftar_jadi: list[BaseOxmlElement] = []
        start = 0
        for sel in daftar_sel:
            daftar_jadi += self._cells(sel, self.daftar_kolom[start : start + sel.rentang], dasar)
            start += sel.rentang
        if start != len(self.daftar_kolom):
            raise ValueError(f"Baris {daftar_sel[0].isi!r} mengisi {start} dari {len(self.daftar_kolom)} kolom.")
        baris.extend(daftar_jadi)
        self.elemen.append(baris)
        self._widen(sum(map(_span, daftar_jadi)))

    def _widen(self, banyak: int) -> None:
        """Let the grid have so many columns: the cells of tags are columns of their own until a template is filled."""
        for kisi in self.elemen.iterchildren(qn("w:tblGrid")):
            kisi.extend(element("gridCol", w=0) for _ in range(banyak - len(kisi)))

    def _cells(self, sel: Sel, daftar_kolom: Sequence[Kolom], dasar: str) -> Iterator[BaseOxmlElement]:
        """Yield the cell over some columns, or the cell with and the cell without the one that has a condition."""
        penuh = sum(kolom.lebar for kolom in daftar_kolom)
        bersyarat = next((kolom for kolom in self.daftar_kolom if kolom.bila), None)
        hilang, melebar = bersyarat in daftar_kolom, any(kolom.melebar for kolom in daftar_kolom)
        if bersyarat is None or sel.gaya == "Tag" or not (hilang or melebar):
            yield _cell(sel, penuh, dasar)
            return
        yield _cell(Sel(f"{{%tc if {bersyarat.bila} %}}", gaya="Tag"), 0, "")
        yield _cell(sel, penuh, dasar)
        if (rentang := sel.rentang - hilang) > 0:
            yield _cell(Sel("{%tc else %}", gaya="Tag"), 0, "")
            yield _cell(replace(sel, rentang=rentang), penuh + (melebar - hilang) * bersyarat.lebar, dasar)
        yield _cell(Sel("{%tc endif %}", gaya="Tag"), 0, "")


def _tebal(isi: str) -> str:
    """Return the contents of a cell in strong letters, paragraph by paragraph; a tag has none."""
    return "\n".join(baris if baris.startswith("{%p") else f"**{baris}**" for baris in isi.split("\n"))


def _frame(gaya: str, daftar_lebar: Sequence[float], *look: BaseOxmlElement) -> BaseOxmlElement:
    properties = element(
        "tblPr",
        element("tblStyle", val=gaya),
        element("tblW", w=sum(map(twips, daftar_lebar)), type="dxa"),
        element("tblLayout", type="fixed"),
        *look,
    )
    return element("tbl", properties, element("tblGrid", *(element("gridCol", w=twips(cm)) for cm in daftar_lebar)))


def _span(sel: BaseOxmlElement) -> int:
    rentang = sel.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    return 1 if rentang is None else int(rentang.get(qn("w:val"), "1"))


def _kepala(sel: Sel) -> Sel:
    return sel if sel.gaya == KEPALA_SEMPIT else replace(sel, gaya=KEPALA)


def _cell(sel: Sel, lebar: float, dasar: str) -> BaseOxmlElement:
    properties = element("tcPr", element("tcW", w=twips(lebar), type="dxa"))
    if sel.rentang > 1:
        properties.append(element("gridSpan", val=sel.rentang))
    if sel.gabung:
        properties.append(element("vMerge", val=sel.gabung))
    if dasar:
        properties.append(element("shd", val="clear", color="auto", fill=dasar))
    if sel.gaya in {KEPALA, KEPALA_SEMPIT}:
        properties.append(element("vAlign", val="center"))
    return element("tc", properties, *(_paragraph(baris, sel.gaya) for baris in sel.isi.split("\n")))


def _paragraph(teks: str, gaya: str) -> BaseOxmlElement:
    return paragraph(teks, "Tag" if teks.startswith("{%p") else gaya)


def layout(
    *daftar_baris: Sequence[Sequence[BaseOxmlElement]],
    lebar: Sequence[float],
    gaya: str = TATA_LETAK,
    rata: str = "center",
) -> BaseOxmlElement:
    """Return a table that only arranges.

    Args:
        daftar_baris: The paragraphs of each cell, row by row.
        lebar: The widths of the columns in cm.
        gaya: The style of the table.
        rata: Where a cell's paragraphs stand when its neighbour has more.
    """
    hasil = _frame(gaya, lebar)
    for daftar_sel in daftar_baris:
        baris = element("tr", element("trPr", element("cantSplit")))
        for cm, isi in zip(lebar, daftar_sel, strict=True):
            tempat = element("tcW", w=twips(cm), type="dxa"), element("vAlign", val=rata)
            baris.append(element("tc", element("tcPr", *tempat), *isi))
        hasil.append(baris)
    return hasil
