"""Take the tags out of one part of a template."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from jinja2 import nodes
from lxml import etree

from lakip_gen.word.package import xml
from lakip_gen.word.tags.assemble import Butir, assemble
from lakip_gen.word.tags.expression import parse
from lakip_gen.word.tags.lift import lift
from lakip_gen.word.tags.place import paragraphs
from lakip_gen.word.tags.runs import MARK_START, TOKEN, join_runs
from lakip_gen.word.tags.sandbox import is_chart
from lakip_gen.word.tags.tag import Aras, lex
from lakip_gen.word.tags.tidy import tidy
from lakip_gen.word.template.hidden_tags import drop_stale, hidden_tags, linked_tags
from lakip_gen.word.template.include import Sisipan, unwrap
from lakip_gen.word.template.pictures import replace_picture
from lakip_gen.word.template.width import chart_fault, text_width

if TYPE_CHECKING:
    from lakip_gen.domain.temuan import Temuan
    from lakip_gen.word.tags.place import Paragraf, Tempat
    from lakip_gen.word.tags.tag import Cacat, Tag

_BINDINGS: Final = ("dataBinding", "showingPlcHdr")
"""What lets Word replace or clear the text of a content control."""


@dataclass(frozen=True, slots=True, eq=False)
class BagianTemplat:
    """One part with tags.

    Attributes:
        nama: The part's name in the container.
        pohon: Jinja's syntax tree of the whole part.
        daftar_tempat: The place and the text of each tag, by its number.
        daftar_aras: What the part's tags take the place of.
    """

    nama: str
    pohon: nodes.Template
    daftar_tempat: tuple[tuple[Tempat, str], ...]
    daftar_aras: frozenset[Aras]


@dataclass(slots=True)
class _Kumpulan:
    """What is known of a part's tags, by their numbers."""

    nama: str
    sisipan: Sisipan
    daftar_tag: dict[int, Tag] = field(default_factory=dict)
    tempat: dict[int, Tempat] = field(default_factory=dict)
    pembawa: dict[int, etree._Element] = field(default_factory=dict)
    """The paragraphs of the tags that take the place of something."""
    induk: dict[int, etree._Element] = field(default_factory=dict)
    daftar_temuan: list[tuple[int, Temuan]] = field(default_factory=list)
    has_pictures: bool = False
    lebar: dict[int, int] = field(default_factory=dict)
    """How wide the charts may be."""

    def take(self, paragraf: Paragraf) -> None:
        """Take the tags out of a paragraph."""
        found, daftar_cacat = lex(paragraf.teks)
        for cacat in (*daftar_cacat, *paragraf.daftar_tersembunyi):
            self.report(len(self.daftar_tag), paragraf.tempat, cacat)
        self._take_in(paragraf)
        numbered = list(enumerate(found, start=len(self.daftar_tag)))
        self.daftar_tag.update(numbered)
        self.tempat.update((nomor, paragraf.tempat) for nomor, _ in numbered)
        self._place_charts(paragraf, numbered)
        self.induk.update(join_runs(paragraf, numbered))
        lifted = (nomor for nomor, tag in numbered if tag.aras is not Aras.TEKS and not tag.is_chart)
        self.pembawa.update(dict.fromkeys(lifted, paragraf.elemen))

    def _take_in(self, paragraf: Paragraf) -> None:
        """Put pictures in place, and tell of a sub-template that could not be taken in."""
        if cacat := self.sisipan.gagal.get(paragraf.elemen):
            self.report(len(self.daftar_tag), paragraf.tempat, cacat)
        for penanda in paragraf.daftar_gambar:
            self.has_pictures = True
            if cacat := replace_picture(penanda, self.nama, self.sisipan.bagian, self.sisipan.pustaka):
                self.report(len(self.daftar_tag), paragraf.tempat, cacat)

    def _place_charts(self, paragraf: Paragraf, numbered: list[tuple[int, Tag]]) -> None:
        """Measure the place of each chart, and tell of those that cannot stand where they do."""
        for nomor, tag in numbered:
            if not tag.is_chart:
                continue
            self.lebar[nomor] = text_width(paragraf.elemen)
            if cacat := chart_fault(paragraf, tag, [satu for _, satu in numbered]):
                self.report(nomor, paragraf.tempat, cacat)

    def lift(self) -> None:
        """Let the tags take the places they name."""
        parents, faults = lift(self.pembawa, self.daftar_tag)
        self.induk.update(parents)
        for nomor, cacat in faults.items():
            self.report(nomor, self.tempat[nomor], cacat)

    def read(self) -> list[Butir]:
        """Return the tags with what they say."""
        daftar_butir = [
            Butir(nomor, tag, self.tempat[nomor], parse(tag), self.induk.get(nomor))
            for nomor, tag in self.daftar_tag.items()
        ]
        for butir in daftar_butir:
            if butir.pernyataan.cacat:
                self.report(butir.nomor, butir.tempat, butir.pernyataan.cacat)
            if is_chart(butir.pernyataan.simpul):
                butir.pernyataan.simpul.args = [nodes.Const(self.lebar[butir.nomor])]
        return daftar_butir

    def report(self, nomor: int, tempat: Tempat, cacat: Cacat) -> None:
        """Keep a fault under the number of its tag."""
        self.daftar_temuan.append((nomor, tempat.temuan(cacat.kode, cacat.teks, **dict(cacat.rincian))))


def open_part(
    nama: str, root: etree._Element, dasar: Tempat, heading_styles: frozenset[str], sisipan: Sisipan
) -> tuple[BagianTemplat | None, list[tuple[int, Temuan]]]:
    """Return a part without its tags, and its faults with the numbers of their tags.

    A part in which no tag is found comes back as None; what it takes in from beside the template is put among
    the parts.

    Args:
        nama: The part's name in the container.
        root: Its tree, which is used up.
        dasar: The place of the part as a whole.
        heading_styles: The ids of the styles that are headings.
        sisipan: Takes in sub-templates and pictures.
    """
    is_changed = drop_stale(root) | sisipan.expand(root, nama)
    kumpulan = _Kumpulan(nama, sisipan)
    for paragraf in paragraphs(root, dasar, heading_styles, hidden_tags(root, linked_tags(sisipan.bagian, nama))):
        kumpulan.take(paragraf)
    if kumpulan.daftar_tag:
        return _take_apart(root, dasar, kumpulan)
    if is_changed or kumpulan.has_pictures:
        unwrap(root)
        tidy(root, frozenset({Aras.PARAGRAF}))
        sisipan.bagian[nama] = xml.serialise(root)
    return None, kumpulan.daftar_temuan


def _take_apart(
    root: etree._Element, dasar: Tempat, kumpulan: _Kumpulan
) -> tuple[BagianTemplat | None, list[tuple[int, Temuan]]]:
    _free_controls(root)
    kumpulan.lift()
    daftar_butir = kumpulan.read()
    unwrap(root)
    potongan, order = _split(root)
    if sorted(order) != list(kumpulan.daftar_tag) or any(MARK_START in teks for teks in potongan):
        return None, [*kumpulan.daftar_temuan, (0, dasar.temuan("templat-karakter-terlarang", bagian=kumpulan.nama))]
    pohon, faults = assemble(potongan, [daftar_butir[nomor] for nomor in order])
    places = tuple((butir.tempat, butir.tag.teks) for butir in daftar_butir)
    daftar_aras = frozenset(tag.aras for tag in kumpulan.daftar_tag.values())
    return BagianTemplat(kumpulan.nama, pohon, places, daftar_aras), kumpulan.daftar_temuan + faults


def _free_controls(root: etree._Element) -> None:
    """Let content controls with tags show their own text: Word would put back what a bound one is bound to."""
    for control in root.iter(xml.SDT):
        sifat = control.find(xml.SDT_PR)
        if sifat is not None and any(MARK_START in teks for teks in control.itertext()):
            for mark in [mark for mark in xml.children(sifat) if etree.QName(mark).localname in _BINDINGS]:
                xml.remove(mark)


def _split(root: etree._Element) -> tuple[list[str], list[int]]:
    """Return the serialised text between the tokens, and the tags' numbers in the order of the text."""
    _strip_paragraph_ids(root)
    pieces = TOKEN.split(etree.tostring(root, encoding="unicode", with_tail=False))
    return pieces[::2], [int(nomor) for nomor in pieces[1::2]]


def _strip_paragraph_ids(root: etree._Element) -> None:
    """Take out the ids that have to be unique, which loops would repeat; Word gives new ones."""
    for paragraf in root.iter(xml.P):
        for nama in xml.PARAGRAPH_IDS:
            paragraf.attrib.pop(nama, "")
