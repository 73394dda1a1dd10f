"""A copy of a template with a Word comment at each fault; the template itself stays as it is.

Word allows no comments in headers, footers, notes and text boxes. What is wrong there is said at the
paragraph around it, or at the beginning of the document, with its place in the comment's text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from lakip_gen.domain.temuan import Asal
from lakip_gen.ooxml.guard import open_container
from lakip_gen.ooxml.recognise import Kind
from lakip_gen.ooxml.writer import write_container
from lakip_gen.word.package import parts, xml
from lakip_gen.word.package.styles import Gaya
from lakip_gen.word.package.xml import W
from lakip_gen.word.tags.place import Tempat, paragraphs
from lakip_gen.word.template.hidden_tags import hidden_tags, linked_tags
from lakip_gen.word.template.old_comments import PENULIS, without_own_comments
from lakip_gen.word.template.tagged_parts import tagged_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lakip_gen.pesan.katalog import TemuanTerbaca
    from lakip_gen.word.tags.place import Paragraf

_NAMESPACES: Final = {"w": xml.W_NS}
_PART: Final = "word/comments.xml"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_BOLD: Final = True


def beri_komentar(isi: bytes, nama: str, daftar_temuan: Sequence[TemuanTerbaca]) -> bytes | None:
    """Return the annotated copy of a template; None for what is no usable Word document.

    Args:
        isi: The template's file.
        nama: Its name, as the findings show it.
        daftar_temuan: What was found in it, in words.
    """
    terbaca, _ = open_container(isi, Kind.DOCX, Asal(nama))
    utama = "" if terbaca is None else xml.main_part(terbaca)
    if terbaca is None or utama not in terbaca:
        return None
    try:
        terbaca = without_own_comments(terbaca)
        root = xml.parse(terbaca[utama])
        daftar_paragraf = list(_paragraphs(terbaca, utama, root, nama))
    except etree.XMLSyntaxError:
        return None
    bagian = dict(terbaca)
    catatan = _Catatan(bagian, utama)
    for temuan in daftar_temuan:
        _annotate(root, daftar_paragraf, temuan, catatan)
    bagian[utama] = xml.serialise(root)
    catatan.close()
    return write_container(bagian)


def _paragraphs(bagian: Mapping[str, bytes], utama: str, root: etree._Element, berkas: str) -> Iterator[Paragraf]:
    """Yield the paragraphs with brackets of all parts, those of the main part from its own tree."""
    styles = Gaya(bagian).heading_ids
    for nama, label in tagged_parts(bagian):
        tree = root if nama == utama else xml.parse(bagian[nama])
        yield from paragraphs(tree, Tempat(berkas, label), styles, hidden_tags(tree, linked_tags(bagian, nama)))


def _annotate(
    root: etree._Element, daftar_paragraf: Iterable[Paragraf], temuan: TemuanTerbaca, catatan: _Catatan
) -> None:
    found = _find(daftar_paragraf, temuan)
    first, last = _anchor(root, found, temuan.nilai)
    if first is None or last is None:
        return
    is_near = found is not None and xml.closest(first, xml.P) is found.elemen
    nomor = catatan.add(temuan, "" if is_near else temuan.asal.lembar)
    _mark(first, last, nomor)


def _find(daftar_paragraf: Iterable[Paragraf], temuan: TemuanTerbaca) -> Paragraf | None:
    """Return the paragraph of a finding's place, the one with its text if several have that place."""
    here = [paragraf for paragraf in daftar_paragraf if str(paragraf.tempat) == temuan.asal.lembar]
    dicari = _plain(temuan.nilai)
    return next((paragraf for paragraf in here if dicari in _plain(paragraf.teks)), next(iter(here), None))


def _plain(teks: str) -> str:
    return " ".join(teks.removesuffix("…").split())


def _anchor(
    root: etree._Element, paragraf: Paragraf | None, nilai: str
) -> tuple[etree._Element | None, etree._Element | None]:
    """Return the first and the last run to be marked; both the paragraph itself where there is no run."""
    if paragraf is None or paragraf.elemen.getroottree().getroot() is not root:
        awal = next(root.iter(xml.P), None)
        return awal, awal
    outer = list(paragraf.elemen.iterancestors(xml.P))
    if outer:  # in a text box
        return outer[-1], outer[-1]
    daftar_run = [run for potongan in _covering(paragraf, nilai) if (run := xml.closest(potongan, xml.R)) is not None]
    return (daftar_run[0], daftar_run[-1]) if daftar_run else (paragraf.elemen, paragraf.elemen)


def _covering(paragraf: Paragraf, nilai: str) -> list[etree._Element]:
    """Return the carriers of a text in a paragraph; all of them when it stands there in another form."""
    teks = nilai.removesuffix("…")
    awal = paragraf.teks.find(teks) if teks else -1
    akhir = awal + len(teks)
    semua = paragraf.daftar_potongan
    kena = [satu for satu in semua if awal >= 0 and satu.awal < akhir and satu.akhir > awal]
    return [satu.elemen for satu in kena or semua]


def _mark(first: etree._Element, last: etree._Element, nomor: str) -> None:
    """Put the marks of a comment around runs, or into a paragraph around all it holds."""
    start, end = (_element(f"commentRange{nama}", id=nomor) for nama in ("Start", "End"))
    reference = _element("r", _element("commentReference", id=nomor))
    if first.tag == xml.P:
        sifat = first.find(f"{W}pPr")
        first.insert(0 if sifat is None else first.index(sifat) + 1, start)
        last.extend((end, reference))
        return
    first.addprevious(start)
    last.addnext(end)
    end.addnext(reference)


class _Catatan:
    """The part of comments: what is in it already stays."""

    def __init__(self, bagian: dict[str, bytes], utama: str) -> None:
        self.bagian = bagian
        self.utama = utama
        self.nama = parts.target_of(bagian, utama, "comments")
        self.root = xml.parse(bagian[self.nama]) if self.nama else etree.Element(f"{W}comments", nsmap=_NAMESPACES)
        self.nomor = max((int(c.get(xml.ID, "0")) for c in self.root.iterchildren(xml.COMMENT)), default=-1)

    def add(self, temuan: TemuanTerbaca, letak: str) -> str:
        """Add a comment and return its number."""
        self.nomor += 1
        nomor = str(self.nomor)
        lines = [_line(f"{temuan.tingkat.value.capitalize()}: {temuan.judul}", bold=_BOLD)]
        lines += [_line(f"Letak: {letak}.")] if letak else []
        lines += [_line(temuan.pesan), _line(f"Perbaikan: {temuan.perbaikan}")]
        lines[0].insert(0, _element("r", _element("annotationRef")))
        self.root.append(_element("comment", *lines, id=nomor, author=PENULIS, initials="LG"))
        return nomor

    def close(self) -> None:
        """Put the comments among the parts."""
        if self.nama:
            self.bagian[self.nama] = xml.serialise(self.root)
        else:
            parts.add_part(self.bagian, _PART, xml.serialise(self.root), _TYPE)
            parts.relate(self.bagian, self.utama, parts.Relasi(f"{xml.LINK_TYPE}comments", _PART))


def _line(teks: str, *, bold: bool = False) -> etree._Element:
    text = etree.Element(xml.T)
    text.set(xml.SPACE, "preserve")
    text.text = teks
    sifat = [_element("rPr", _element("b"))] if bold else []
    return _element("p", _element("r", *sifat, text))


def _element(nama: str, *children: etree._Element, **attributes: str) -> etree._Element:
    hasil = etree.Element(f"{W}{nama}", nsmap=_NAMESPACES)
    for kunci, nilai in attributes.items():
        hasil.set(f"{W}{kunci}", nilai)
    hasil.extend(children)
    return hasil
