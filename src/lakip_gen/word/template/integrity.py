"""What has to hold for the parts of a .docx as a whole, of a template as of a finished document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.parsers.expat import ExpatError

from lxml import etree

from lakip_gen.word.package import xml
from lakip_gen.word.package.parts import CONTENT_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lakip_gen.domain.temuan import Temuan
    from lakip_gen.word.tags.place import Tempat

_XML: Final = (".xml", ".rels")


def check_syntax(bagian: Mapping[str, bytes], tempat: Tempat) -> tuple[Temuan, ...]:
    """Return a finding for each XML part that is not well-formed."""
    daftar_nama = (nama for nama in sorted(bagian) if nama.lower().endswith(_XML))
    return tuple(tempat.temuan("templat-xml-rusak", bagian=nama) for nama in daftar_nama if not _is_xml(bagian[nama]))


def _is_xml(data: bytes) -> bool:
    """Tell whether both parsers take a part; each of them lets pass what the other one refuses."""
    try:
        xml.check(data)
        xml.parse(data)
    except (ExpatError, etree.XMLSyntaxError):
        return False
    return True


def check_links(bagian: Mapping[str, bytes], tempat: Tempat) -> tuple[Temuan, ...]:
    """Return a finding for each relationship without target and each part without content type."""
    return (*_lost_targets(bagian, tempat), *_untyped_parts(bagian, tempat))


def _lost_targets(bagian: Mapping[str, bytes], tempat: Tempat) -> Iterator[Temuan]:
    for nama in sorted(bagian):
        if nama.endswith(".rels"):
            for _, tujuan in xml.relationships(bagian, nama):
                if tujuan not in bagian:
                    yield tempat.temuan("templat-hubungan-hilang", bagian=nama, tujuan=tujuan)


def _untyped_parts(bagian: Mapping[str, bytes], tempat: Tempat) -> Iterator[Temuan]:
    endings: set[str] = set()
    names: set[str] = {CONTENT_TYPES.lower()}
    for kind in xml.children(xml.parse(bagian[CONTENT_TYPES])):
        endings.add(kind.get("Extension", "").lower())
        names.add(kind.get("PartName", "").lower().lstrip("/"))
    for nama in sorted(bagian):
        if nama.lower() not in names and nama.lower().rpartition(".")[2] not in endings:
            yield tempat.temuan("templat-jenis-isi-hilang", bagian=nama)
