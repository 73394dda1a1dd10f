"""Pages of the default templates: paper, margins, page numbers and the watermark."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, unique
from typing import TYPE_CHECKING, Final

from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Cm

from lakip_gen.templat_bawaan.unsur import element, field, paragraph, runs, twips

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import Section, _Footer, _Header


@dataclass(frozen=True, slots=True)
class Kertas:
    """A page format in cm.

    Attributes:
        lebar: Width of the paper.
        tinggi: Height of the paper.
        kiri: Left margin, the side where pages are bound.
        sisi: The margins above and opposite.
        bawah: The bottom margin, also of narrow margins: a full page must not touch its footer.
    """

    lebar: float
    tinggi: float
    kiri: float
    sisi: float = 2.0
    bawah: float = 2.0

    @property
    def isi(self) -> float:
        """The width there is for text."""
        return round(self.lebar - self.kiri - self.sisi, 2)


@unique
class Letak(Enum):
    """How a section's pages lie."""

    TEGAK = "tegak"
    MENDATAR = "mendatar"
    LEBAR = "lebar"
    """Across on A3, whatever the other pages are, for the widest forms"""
    SETENGAH = "setengah"
    """Upright on half a sheet, so that two are printed on one"""


@unique
class Ukuran(Enum):
    """The paper of a template."""

    A4 = "A4"
    F4 = "F4"


A3_MENDATAR: Final = Kertas(42.0, 29.7, 1.0, 1.0)
_SISI: Final = {
    Ukuran.A4: (21.0, 29.7),
    Ukuran.F4: (21.5, 33.0),
}
"""The short and the long side in cm."""


def kertas(letak: Letak, ukuran: Ukuran = Ukuran.A4) -> Kertas:
    """Return the page format of a section."""
    pendek, panjang = _SISI[ukuran]
    match letak:
        case Letak.TEGAK:
            return Kertas(pendek, panjang, 2.5)
        case Letak.MENDATAR:
            return Kertas(panjang, pendek, 2.0)
        case Letak.SETENGAH:
            return Kertas(round(panjang / 2, 1), pendek, 1.2, 1.2, 1.0)
    return A3_MENDATAR


def setup(section: Section, kertas: Kertas) -> None:
    """Give a section its paper and margins."""
    section.orientation = WD_ORIENT.LANDSCAPE if kertas.lebar > kertas.tinggi else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Cm(kertas.lebar), Cm(kertas.tinggi)
    section.left_margin = Cm(kertas.kiri)
    section.right_margin = section.top_margin = Cm(kertas.sisi)
    section.bottom_margin = Cm(kertas.bawah)
    section.header_distance = section.footer_distance = Cm(1.0)


def number_pages(document: Document, bentuk: str, mulai: int | None = None) -> None:
    """Set form and start of the page numbers of the last section."""
    section = document.element.body.find(qn("w:sectPr"))
    for lama in section.findall(qn("w:pgNumType")):  # a new section begins as a copy of the one before
        section.remove(lama)
    awal: dict[str, str | int] = {} if mulai is None else {"start": mulai}
    section.find(qn("w:cols")).addprevious(element("pgNumType", fmt=bentuk, **awal))


def foot(section: Section, kertas: Kertas, teks: str, *, total: bool) -> None:
    """Write the footer: a text on the left, the page's number on the right."""
    tab = element("tabs", element("tab", val="right", pos=twips(kertas.isi)))
    style = element("pPr", element("pStyle", val="Footer"), tab)
    pages = [*runs(f"{teks}\tHalaman "), field("PAGE", "1")]
    if total:
        pages += [*runs(" dari "), field("NUMPAGES", "1")]
    _fill(section.footer, element("p", style, *pages))


def watermark(section: Section, teks: str) -> None:
    """Put large pale letters behind the text of each page, the way Word's own command does."""
    _fill(section.header, paragraph("", "Header", parse_xml(_WORD_ART.format(teks=teks))))


def _fill(tempat: _Header | _Footer, isi: BaseOxmlElement) -> None:
    """Give a section a header or footer of its own with one paragraph."""
    tempat.is_linked_to_previous = False
    lama = tempat.paragraphs[0]._p  # noqa: SLF001 - python-docx has no public name for it
    lama.getparent().replace(lama, isi)


_WORD_ART: Final = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:w10="urn:schemas-microsoft-com:office:word"><w:rPr><w:noProof/></w:rPr><w:pict>'
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"'
    ' path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>'
    '<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
    '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
    '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/>'
    '<v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="custom"'
    ' o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
    '<v:textpath on="t" fitshape="t"/><v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/>'
    '</v:handles><o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>'
    '<v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136" alt="{teks}"'
    ' style="position:absolute;margin-left:0;margin-top:0;width:380pt;height:152pt;rotation:315;'
    "z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    'mso-position-vertical:center;mso-position-vertical-relative:margin" o:allowincell="f"'
    ' fillcolor="#d9d9d9" stroked="f"><v:fill opacity=".5"/>'
    '<v:textpath style="font-family:&quot;Calibri&quot;;font-size:1pt" string="{teks}"/>'
    '<w10:wrap anchorx="margin" anchory="margin"/></v:shape></w:pict></w:r>'
)
