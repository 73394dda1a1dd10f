"""Take sub-templates into a template: `{%p include "nama.docx" %}` stands for the content of another document.

It is done on the tree before any tag is read, so that the tags of a sub-template are checked and filled like
all others, with the names that are known at the place where it is taken in.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from lakip_gen.domain.temuan import Asal
from lakip_gen.ooxml.guard import open_container
from lakip_gen.ooxml.recognise import Kind
from lakip_gen.word.package import xml
from lakip_gen.word.package.adopt import Adopsi, UnsupportedError
from lakip_gen.word.tags.expression import included_name
from lakip_gen.word.tags.place import Tempat
from lakip_gen.word.tags.runs import keep_section
from lakip_gen.word.tags.tag import Aras, Cacat, lex
from lakip_gen.word.template import integrity
from lakip_gen.word.template.library import find, names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lakip_gen.domain.temuan import Temuan
    from lakip_gen.word.tags.tag import Tag
    from lakip_gen.word.template.library import Pustaka


@dataclass(slots=True)
class Sisipan:
    """Takes sub-templates into the parts of one template.

    Attributes:
        bagian: The template's parts, which get what the sub-templates bring along.
        pustaka: The sub-templates there are.
        gagal: Why a paragraph's sub-template could not be taken in.
        daftar_temuan: What is wrong with the sub-templates as files.
    """

    bagian: dict[str, bytes]
    pustaka: Pustaka
    gagal: dict[etree._Element, Cacat] = field(default_factory=dict)
    daftar_temuan: list[Temuan] = field(default_factory=list)
    banyak: int = 0
    """How many were taken in."""

    def expand(self, root: etree._Element, nama: str) -> bool:
        """Take in what a part asks for; return whether anything was.

        Args:
            root: The part's tree.
            nama: The part's name.
        """
        return self._expand(root, nama, ())

    def _expand(self, root: etree._Element, nama: str, rantai: tuple[str, ...]) -> bool:
        asked = [(paragraf, tag) for paragraf in root.iter(xml.P) if (tag := _asked(paragraf))]
        for paragraf, tag in asked:
            cacat = self._insert(paragraf, tag, nama, rantai)
            if cacat is not None:
                self.gagal[paragraf] = cacat
        return bool(asked)

    def _insert(self, paragraf: etree._Element, tag: Tag, nama: str, rantai: tuple[str, ...]) -> Cacat | None:
        diminta = included_name(tag.isi)
        berkas = find(self.pustaka.daftar_bagian, diminta)
        letak = f"{self.pustaka.letak_bagian}/{berkas}"
        if not berkas:
            rincian = (("nama", diminta), ("letak", self.pustaka.letak_bagian))
            saran = ("saran", names(self.pustaka.daftar_bagian))
            return Cacat("templat-sisipan-hilang", tag.teks, (*rincian, saran))
        if letak in rantai:
            return Cacat("templat-sisipan-berputar", tag.teks, (("jalur", " → ".join((*rantai, letak))),))
        sumber = self._open(berkas, letak)
        if sumber is None:
            return Cacat("templat-sisipan-rusak", tag.teks, (("berkas", letak),))
        root = xml.parse(sumber[xml.main_part(sumber)])
        try:
            self.banyak += 1
            blocks = Adopsi(sumber, self.bagian, nama, self.banyak).blocks(root)
        except UnsupportedError as fault:
            return Cacat("templat-sisipan-ditolak", tag.teks, (("berkas", letak), ("isi", str(fault))))
        wrapper = _put(paragraf, blocks, letak)
        self._expand(wrapper, nama, (*rantai, letak))
        return None

    def _open(self, berkas: str, letak: str) -> Mapping[str, bytes] | None:
        """Return the parts of a sub-template; what is wrong with the file is kept."""
        bagian, daftar_temuan = open_container(self.pustaka.daftar_bagian[berkas], Kind.DOCX, Asal(letak))
        if bagian is not None:
            tempat = Tempat(letak)
            daftar_temuan += integrity.check_syntax(bagian, tempat) or integrity.check_links(bagian, tempat)
            if not daftar_temuan and xml.main_part(bagian) not in bagian:
                daftar_temuan += (tempat.temuan("templat-bagian-utama-hilang"),)
        self.daftar_temuan += daftar_temuan
        return None if daftar_temuan else bagian


def _asked(paragraf: etree._Element) -> Tag | None:
    """Return the tag of a paragraph that asks for a sub-template and says nothing else."""
    teks = "".join(text.text or "" for text in paragraf.iter(xml.T))
    daftar_tag, _ = lex(teks) if "include" in teks else ((), ())
    is_alone = len(daftar_tag) == 1 and daftar_tag[0].aras is Aras.PARAGRAF and teks.strip() == daftar_tag[0].teks
    is_bare = next(paragraf.iter(xml.DRAWING, xml.PICT, xml.OBJECT), None) is None
    return daftar_tag[0] if is_alone and is_bare and included_name(daftar_tag[0].isi) else None


def _put(paragraf: etree._Element, blocks: Sequence[etree._Element], letak: str) -> etree._Element:
    """Put blocks in a paragraph's place, held together until the tags are taken out."""
    wrapper = etree.Element(xml.INSERT)
    wrapper.set("berkas", letak)
    wrapper.extend(blocks)
    paragraf.addprevious(wrapper)
    if not keep_section(paragraf):
        xml.remove(paragraf)
    induk = wrapper.getparent()
    if induk is not None and induk.tag != xml.BODY and (not blocks or blocks[-1].tag != xml.P):
        etree.SubElement(wrapper, xml.P)  # a cell has to end with a paragraph
    return wrapper


def unwrap(root: etree._Element) -> bool:
    """Take away what held the blocks of sub-templates together; return whether there was anything."""
    wrappers = list(root.iter(xml.INSERT))
    for wrapper in wrappers:
        xml.put_before(wrapper, wrapper.text or "")
        for child in list(wrapper):
            wrapper.addprevious(child)
        xml.remove(wrapper)
    return bool(wrappers)
