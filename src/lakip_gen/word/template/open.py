"""Open a template: find its tags, take them out of the document's tree, and keep what is between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lakip_gen.domain.temuan import Asal
from lakip_gen.ooxml.guard import open_container
from lakip_gen.ooxml.recognise import Kind
from lakip_gen.word.package import xml
from lakip_gen.word.package.styles import Gaya
from lakip_gen.word.tags.place import Tempat
from lakip_gen.word.template import integrity
from lakip_gen.word.template.hidden_tags import property_tags
from lakip_gen.word.template.include import Sisipan
from lakip_gen.word.template.library import Pustaka
from lakip_gen.word.template.old_comments import without_own_comments
from lakip_gen.word.template.part import open_part
from lakip_gen.word.template.tagged_parts import tagged_parts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lakip_gen.domain.temuan import Temuan
    from lakip_gen.word.template.part import BagianTemplat


@dataclass(frozen=True, slots=True, eq=False)
class Templat:
    """An opened template; it may still have faults, which `periksa_templat` tells.

    Attributes:
        nama: The file's name.
        bagian: All parts as they came, with the pictures and the like that were taken in.
        daftar_bagian: The parts with tags.
        cacat_bentuk: The faults of tags and blocks, each with its part's index and its tag's number.
    """

    nama: str
    bagian: Mapping[str, bytes]
    daftar_bagian: tuple[BagianTemplat, ...]
    cacat_bentuk: tuple[tuple[int, int, Temuan], ...]


def buka_templat(isi: bytes, nama: str, pustaka: Pustaka | None = None) -> tuple[Templat | None, tuple[Temuan, ...]]:
    """Return the opened template, or the reasons why the file is no usable Word document.

    Faults of the tags in it do not hinder opening.

    Args:
        isi: The whole file.
        nama: The file's name, as findings shall show it.
        pustaka: The sub-templates and pictures it may take in.
    """
    bagian, daftar_temuan = open_container(isi, Kind.DOCX, Asal(nama))
    if bagian is None:
        return None, daftar_temuan
    tempat = Tempat(nama)
    daftar_temuan += integrity.check_syntax(bagian, tempat) or integrity.check_links(bagian, tempat)
    if not daftar_temuan and xml.main_part(bagian) not in bagian:
        daftar_temuan += (tempat.temuan("templat-bagian-utama-hilang"),)
    if daftar_temuan:
        return None, daftar_temuan
    return _open(without_own_comments(bagian), tempat, pustaka or Pustaka()), ()


def _open(bagian: Mapping[str, bytes], tempat: Tempat, pustaka: Pustaka) -> Templat:
    opened: list[BagianTemplat] = []
    faults: list[tuple[int, int, Temuan]] = []
    styles = Gaya(bagian).heading_ids
    sisipan = Sisipan(dict(bagian), pustaka)
    for index, (nama, label) in enumerate(tagged_parts(bagian)):
        root = xml.parse(bagian[nama])
        part, cacat = open_part(nama, root, Tempat(tempat.berkas, label), styles, sisipan)
        faults += [(index, nomor, temuan) for nomor, temuan in cacat]
        opened += [part] if part else []
    faults += [(0, -1, temuan) for temuan in sisipan.daftar_temuan]
    faults += [(len(opened), 0, tempat.temuan(c.kode, c.teks, **dict(c.rincian))) for c in property_tags(bagian)]
    return Templat(tempat.berkas, sisipan.bagian, tuple(opened), tuple(faults))
