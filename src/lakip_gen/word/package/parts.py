"""Change the parts of a package: add parts, relationships and content types."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lxml import etree

from lakip_gen.word.package import xml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

CONTENT_TYPES: Final = "[Content_Types].xml"
_RELATIONS_NS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATIONS: Final = f"{{{_RELATIONS_NS}}}"
_NO_RELATIONS: Final = f'<Relationships xmlns="{_RELATIONS_NS}"/>'.encode()
_TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"


@dataclass(frozen=True, slots=True)
class Relasi:
    """One relationship: its type, and its target as a part's name or, outside the package, as it stands."""

    jenis: str
    tujuan: str
    is_external: bool = False


def relations(bagian: Mapping[str, bytes], nama: str) -> dict[str, Relasi]:
    """Return the relationships of a part by their ids."""
    rels = xml.relationships_of(nama)
    if rels not in bagian:
        return {}
    folder = posixpath.dirname(nama)
    return {relation.get("Id", ""): _read(relation, folder) for relation in xml.children(xml.parse(bagian[rels]))}


def _read(relation: etree._Element, folder: str) -> Relasi:
    jenis, tujuan = relation.get("Type", ""), relation.get("Target", "")
    if relation.get("TargetMode") == "External":
        return Relasi(jenis, tujuan, is_external=True)
    return Relasi(jenis, posixpath.normpath(posixpath.join("/", folder, tujuan.partition("#")[0])).lstrip("/"))


def target_of(bagian: Mapping[str, bytes], nama: str, jenis: str) -> str:
    """Return the part that a part is related to by a kind such as "styles"; empty when there is none."""
    found = (satu.tujuan for satu in relations(bagian, nama).values() if satu.jenis.endswith(f"/{jenis}"))
    return next((tujuan for tujuan in found if tujuan in bagian), "")


def relate(bagian: dict[str, bytes], nama: str, relasi: Relasi, diminta: str = "") -> str:
    """Relate a part to another one and return the id; the same relationship is made once.

    Args:
        bagian: All parts, which get the relationship.
        nama: The part that refers.
        relasi: What it refers to.
        diminta: The id to be given; without it, the next free one.
    """
    known = relations(bagian, nama)
    if lama := next((nomor for nomor, satu in known.items() if satu == relasi), ""):
        return lama
    rels = xml.relationships_of(nama)
    root = xml.parse(bagian.get(rels, _NO_RELATIONS))
    nomor = diminta or next(calon for calon in _names("rIdLakip") if calon not in known)
    element = etree.SubElement(root, f"{_RELATIONS}Relationship")
    element.set("Id", nomor)
    element.set("Type", relasi.jenis)
    folder = posixpath.dirname(nama)
    element.set("Target", relasi.tujuan if relasi.is_external else posixpath.relpath(relasi.tujuan, folder))
    if relasi.is_external:
        element.set("TargetMode", "External")
    bagian[rels] = xml.serialise(root)
    return nomor


def _names(awalan: str) -> Iterator[str]:
    nomor = 1
    while True:
        yield f"{awalan}{nomor}"
        nomor += 1


def add_media(bagian: dict[str, bytes], isi: bytes, akhiran: str, jenis_isi: str) -> str:
    """Add a picture and return its part's name; the same picture is added once."""
    for calon in _names("word/media/lakip"):
        nama = f"{calon}.{akhiran}"
        if bagian.setdefault(nama, isi) == isi:
            break
    add_default(bagian, akhiran, jenis_isi)
    return nama


def add_default(bagian: dict[str, bytes], akhiran: str, jenis_isi: str) -> None:
    """Give the parts of an ending their content type, unless the package has one for them."""
    root = xml.parse(bagian[CONTENT_TYPES])
    known = {kind.get("Extension", "").lower() for kind in xml.children(root)}
    if akhiran.lower() not in known:
        kind = etree.Element(f"{_TYPES}Default")
        kind.set("Extension", akhiran)
        kind.set("ContentType", jenis_isi)
        root.insert(0, kind)
        bagian[CONTENT_TYPES] = xml.serialise(root)


def add_part(bagian: dict[str, bytes], nama: str, isi: bytes, jenis_isi: str) -> None:
    """Add a part with a content type of its own."""
    bagian[nama] = isi
    root = xml.parse(bagian[CONTENT_TYPES])
    kind = etree.SubElement(root, f"{_TYPES}Override")
    kind.set("PartName", f"/{nama}")
    kind.set("ContentType", jenis_isi)
    bagian[CONTENT_TYPES] = xml.serialise(root)
