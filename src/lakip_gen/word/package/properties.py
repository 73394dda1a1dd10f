"""The properties of a document that Word shows under File > Info."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lxml import etree

from lakip_gen.word.package import xml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

_CP: Final = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_DC: Final = "{http://purl.org/dc/elements/1.1/}"
_DCTERMS: Final = "{http://purl.org/dc/terms/}"
_XSI_TYPE: Final = "{http://www.w3.org/2001/XMLSchema-instance}type"


@dataclass(frozen=True, slots=True)
class Sifat:
    """Properties that replace those of the template; empty ones are left as they are.

    Attributes:
        judul: The document's title.
        subjek: What it is about.
        pembuat: The author, and whoever changed it last.
        waktu: When it was made and last changed.
    """

    judul: str = ""
    subjek: str = ""
    pembuat: str = ""
    waktu: datetime | None = None

    def items(self) -> Iterator[tuple[str, str]]:
        """Yield the element and the text of each property that is set."""
        waktu = f"{self.waktu:%Y-%m-%dT%H:%M:%SZ}" if self.waktu else ""
        yield f"{_DC}title", self.judul
        yield f"{_DC}subject", self.subjek
        yield f"{_DC}creator", self.pembuat
        yield f"{_CP}lastModifiedBy", self.pembuat
        yield f"{_DCTERMS}created", waktu
        yield f"{_DCTERMS}modified", waktu


def with_properties(bagian: Mapping[str, bytes], sifat: Sifat) -> dict[str, bytes]:
    """Return the parts with the properties put into the core properties, where a document has them."""
    nama = next((nama for jenis, nama in xml.relationships(bagian, "_rels/.rels") if _is_core(jenis)), "")
    if nama not in bagian:
        return dict(bagian)
    root = xml.parse(bagian[nama])
    for tag, teks in sifat.items():
        if teks:
            _set(root, tag, teks)
    return {**bagian, nama: xml.serialise(root)}


def _is_core(jenis: str) -> bool:
    return jenis.endswith("/metadata/core-properties")


def _set(root: etree._Element, tag: str, teks: str) -> None:
    element = root.find(tag)
    if element is None:
        element = etree.SubElement(root, tag)
    element.text = teks
    if tag.startswith(_DCTERMS):
        element.set(_XSI_TYPE, "dcterms:W3CDTF")
