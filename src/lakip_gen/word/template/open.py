"""Open a template: find its tags, take them out of the document's tree, and keep what is between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lakip_gen.domain.temuan import Asal
from lakip_gen.ooxml.guard import open_container
from lakip_gen.ooxml.recognise import Kind
from lakip_gen.word.package import xml
from lakip_gen.word.package.header_names import side_labels
from lakip_gen.word.tags.place import Tempat, heading_styles
from lakip_gen.word.template import integrity
from lakip_gen.word.template.hidden_tags import linked_tags, property_tags
from lakip_gen.word.template.include import Sisipan
from lakip_gen.word.template.library import Pustaka
from lakip_gen.word.template.old_comments import without_own_comments
from lakip_gen.word.template.part import open_part

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lakip_gen.domain.temuan import Temuan
    from lakip_gen.word.template.part import BagianTemplat

_PARTS: Final = {
    "header": "kepala halaman",
    "footer": "kaki halaman",
    "footnotes": "catatan kaki",
    "endnotes": "catatan akhir",
    "comments": "komentar",
}
"""The parts besides the main one that may hold tags, by the end of their relationship's type."""

_BRACKET: Final = re.compile(rb"[{}]|&#")


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
    styles = heading_style_ids(bagian)
    sisipan = Sisipan(dict(bagian), pustaka)
    for index, (nama, label) in enumerate(tagged_parts(bagian)):
        root = xml.parse(bagian[nama])
        part, cacat = open_part(nama, root, Tempat(tempat.berkas, label), styles, sisipan)
        faults += [(index, nomor, temuan) for nomor, temuan in cacat]
        opened += [part] if part else []
    faults += [(0, -1, temuan) for temuan in sisipan.daftar_temuan]
    faults += [(len(opened), 0, tempat.temuan(c.kode, c.teks, **dict(c.rincian))) for c in property_tags(bagian)]
    return Templat(tempat.berkas, sisipan.bagian, tuple(opened), tuple(faults))


def tagged_parts(bagian: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Yield name and label of the parts that hold a bracket, the main part first."""
    main = xml.main_part(bagian)
    labels = {main: "isi dokumen"}
    counts = dict.fromkeys(_PARTS, 0)
    sides = side_labels(bagian)
    for jenis, nama in sorted(xml.relationships(bagian, xml.relationships_of(main))):
        kind = jenis.rpartition("/")[2]
        if kind in _PARTS and nama not in labels:
            counts[kind] += 1
            labels[nama] = sides.get(nama) or _PARTS[kind] + (f" {counts[kind]}" if counts[kind] > 1 else "")
    return ((n, label) for n, label in labels.items() if _BRACKET.search(bagian[n]) or linked_tags(bagian, n))


def heading_style_ids(bagian: Mapping[str, bytes]) -> frozenset[str]:
    """Return the ids of the styles that are headings."""
    return heading_styles(xml.styles(bagian))
