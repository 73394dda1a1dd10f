"""Find the tags that stand where no template is filled: in charts, SmartArt, equations, fields, links and properties.

They would come out as they are, so each of them is a finding. What Word keeps in a tracked deletion is left alone.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

from lxml import etree

from lakip_gen.word.package import parts, xml
from lakip_gen.word.package.xml import W
from lakip_gen.word.tags.tag import Cacat, excerpt

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{\{|\{%", re.DOTALL)
_MARKUP: Final = re.compile(r"<[^>]*>")
_DRAWN: Final = {"chart": "bagan (chart)", "chartEx": "bagan (chart)", "diagramData": "SmartArt"}
"""The parts that show text of their own, by the end of their relationship's type."""
_PROPERTIES: Final = ("core-properties", "extended-properties", "custom-properties")
_LINK: Final = "alamat sebuah tautan"
_M: Final = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_V: Final = "urn:schemas-microsoft-com:vml"
_EQUATION: Final = f"{{{_M}}}oMath"
_INSTRUCTION: Final = f"{W}instrText"
_TEXTS: Final = frozenset({xml.T, f"{W}delText", f"{W}delInstrText", _INSTRUCTION, f"{{{_M}}}t"})
"""Texts that are filled, are deleted, or are read together with their neighbours."""
_ATTRIBUTES: Final = {
    f"{{{_V}}}textpath": "tulisan hias (WordArt) atau tanda air",
    f"{W}fldSimple": "bidang (field)",
    f"{W}hyperlink": "sebuah tautan",
    f"{W}tblCaption": "teks alternatif sebuah tabel",
    f"{W}tblDescription": "teks alternatif sebuah tabel",
    xml.DOC_PR: "teks alternatif sebuah gambar",
}
_OTHER: Final = "pengaturan sebuah objek, misalnya pilihan kontrol isi"
_PLAIN_TEXT: Final = "sebuah objek yang bukan teks biasa"
_NAMESPACES: Final = {"w": xml.W_NS, "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006"}
_IN_ATTRIBUTE: Final = etree.XPath(
    "//*[@*[contains(., '{{') or contains(., '{%')]][not(ancestor::mc:Fallback)]", namespaces=_NAMESPACES
)
_IN_TEXT: Final = etree.XPath(
    "//*[text()[contains(., '{{') or contains(., '{%')]][not(ancestor::mc:Fallback)]", namespaces=_NAMESPACES
)
_STALE: Final = etree.XPath("//mc:Fallback[.//*[@*[contains(., '{{') or contains(., '{%')]]]", namespaces=_NAMESPACES)
_PARAGRAPH: Final = etree.XPath("(ancestor-or-self::w:p[1] | following::w:p[1])[1]", namespaces=_NAMESPACES)


def linked_tags(bagian: Mapping[str, bytes], nama: str) -> dict[str, Cacat]:
    """Return the tags in what a part refers to, by the id of the relationship.

    Args:
        bagian: All parts of the template.
        nama: The part that refers.
    """
    return {
        nomor: cacat for nomor, relasi in parts.relations(bagian, nama).items() if (cacat := _linked(bagian, relasi))
    }


def _linked(bagian: Mapping[str, bytes], relasi: parts.Relasi) -> Cacat | None:
    jenis = relasi.jenis.rpartition("/")[2]
    if relasi.is_external:
        isi, tempat = unquote(relasi.tujuan), _LINK
    elif jenis in _DRAWN:
        isi, tempat = _text_of(bagian.get(relasi.tujuan, b"")), _DRAWN[jenis]
    else:
        return None
    found = _TAG.search(isi)
    return _fault(found[0], tempat) if found else None


def _text_of(data: bytes) -> str:
    """Return the text of a part whose tags may be cut over many runs."""
    return unescape(_MARKUP.sub("", data.decode(errors="replace")))


def _fault(teks: str, tempat: str) -> Cacat:
    return Cacat("templat-tag-tersembunyi", excerpt(teks), (("tempat", tempat),))


def hidden_tags(root: etree._Element, linked: Mapping[str, Cacat]) -> dict[etree._Element, list[Cacat]]:
    """Return the hidden tags of a part, by the paragraph they stand in or else the next one.

    Args:
        root: The part.
        linked: The tags in what it refers to, by the id of the relationship.
    """
    found: dict[etree._Element, list[Cacat]] = {}
    for element, cacat in (*_written(root), *_referred(root, linked)):
        paragraf = next(iter(_found(_PARAGRAPH, element)), None)
        paragraf = next(root.iter(xml.P), None) if paragraf is None else paragraf
        if paragraf is not None and cacat not in found.setdefault(paragraf, []):
            found[paragraf].append(cacat)
    return found


def drop_stale(root: etree._Element) -> bool:
    """Take out the pictures of tags for programs older than Word 2010; return whether there were any.

    What newer programs show in their place is filled, or is a finding.
    """
    stale = _found(_STALE, root)
    for element in stale:
        xml.remove(element)
    return bool(stale)


def _referred(root: etree._Element, linked: Mapping[str, Cacat]) -> Iterator[tuple[etree._Element, Cacat]]:
    if not linked:
        return
    prefix = f"{{{xml.R_NS}}}"
    for element in root.iter("*"):
        for kunci, nilai in element.attrib.items():
            if str(kunci).startswith(prefix) and nilai in linked:
                yield element, linked[str(nilai)]


def _written(root: etree._Element) -> Iterator[tuple[etree._Element, Cacat]]:
    """Yield the tags in attributes, equations, fields, and texts of other kinds than Word's own."""
    yield from _in_attributes(root)
    for element in _found(_IN_TEXT, root):
        if element.tag not in _TEXTS:
            yield from _faults(element, element.text or "", _PLAIN_TEXT)
    for element in root.iter(_EQUATION):
        yield from _faults(element, "".join(map(str, element.itertext())), "persamaan (equation)")
    yield from _in_fields(root)


def _in_attributes(root: etree._Element) -> Iterator[tuple[etree._Element, Cacat]]:
    for element in _found(_IN_ATTRIBUTE, root):
        tempat = _ATTRIBUTES.get(str(element.tag), _OTHER)
        if not _is_picture(element):
            yield from _faults(element, " ".join(map(str, element.attrib.values())), tempat)


def _in_fields(root: etree._Element) -> Iterator[tuple[etree._Element, Cacat]]:
    """Yield the tags in the instructions of fields, which Word may cut over many runs of a paragraph."""
    fields: dict[etree._Element, str] = {}
    for element in root.iter(_INSTRUCTION):
        paragraf = xml.closest(element, xml.P)
        if paragraf is not None:
            fields[paragraf] = fields.get(paragraf, "") + (element.text or "")
    for paragraf, teks in fields.items():
        yield from _faults(paragraf, teks, "bidang (field)")


def _is_picture(element: etree._Element) -> bool:
    """Tell whether the tag is the alternative text of a picture, which has findings of its own."""
    return xml.closest(element, xml.DRAWING) is not None and "{" in element.get("descr", "")


def _found(jalur: etree.XPath, element: etree._Element) -> list[etree._Element]:
    elements: Any = jalur(element)  # lxml cannot say what an expression yields
    return list(elements)


def _faults(element: etree._Element, teks: str, tempat: str) -> Iterator[tuple[etree._Element, Cacat]]:
    for tag in _TAG.findall(teks):
        yield element, _fault(tag, tempat)


def property_tags(bagian: Mapping[str, bytes]) -> Iterator[Cacat]:
    """Yield the tags in the document's properties."""
    for jenis, nama in xml.relationships(bagian, "_rels/.rels"):
        if jenis.rpartition("/")[2] in _PROPERTIES and b"{" in bagian[nama]:
            for element in xml.parse(bagian[nama]).iter("*"):
                for tag in _TAG.findall(element.text or ""):
                    yield Cacat("templat-tag-di-sifat", excerpt(tag))
