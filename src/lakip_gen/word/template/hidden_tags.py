"""Find the tags that stand where no template is filled: in charts, SmartArt, equations, fields, links and properties.

They would come out as they are, so each of them is a finding. What Word keeps in a tracked deletion is left alone.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from lxml import etree

from lakip_gen.word.package import opc, xml
from lakip_gen.word.package.xml import W
from lakip_gen.word.tags.tag import Flaw, excerpt
from lakip_gen.word.template.bounds import wide_rows
from lakip_gen.word.template.outside import reaching_out
from lakip_gen.word.template.tracked import tracked_changes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_INSIDE: Final = r"(?:(?!\{[{%]).)*?"
"""Ends where another tag begins, so that no text is read twice."""
_TAG: Final = re.compile(rf"\{{\{{{_INSIDE}\}}\}}|\{{%{_INSIDE}%\}}|\{{\{{|\{{%", re.DOTALL)
_MARKUP: Final = re.compile(r"<[^<>]*>")
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
_IN_ATTRIBUTE: Final = xml.finder("//*[@*[contains(., '{{') or contains(., '{%')]][not(ancestor::mc:Fallback)]")
_IN_TEXT: Final = xml.finder("//*[text()[contains(., '{{') or contains(., '{%')]][not(ancestor::mc:Fallback)]")
_STALE: Final = xml.finder("//mc:Fallback[.//*[@*[contains(., '{{') or contains(., '{%')]]]")
_PARAGRAPH: Final = xml.finder("(ancestor-or-self::w:p[1] | following::w:p[1])[1]")


def linked_tags(parts: Mapping[str, bytes], name: str) -> dict[str, Flaw]:
    """Return the tags in what a part refers to, by the id of the relationship.

    Args:
        parts: All parts of the template.
        name: The part that refers.
    """
    return {
        link_id: flaw for link_id, relation in opc.relations(parts, name).items() if (flaw := _linked(parts, relation))
    }


def _linked(parts: Mapping[str, bytes], relation: opc.Relation) -> Flaw | None:
    link_type = relation.link_type.rpartition("/")[2]
    if relation.is_external:
        content, place = unquote(relation.target), _LINK
    elif link_type in _DRAWN:
        content, place = _text_of(parts.get(relation.target, b"")), _DRAWN[link_type]
    else:
        return None
    found = _TAG.search(content)
    return _fault(found[0], place) if found else None


def _text_of(data: bytes) -> str:
    """Return the text of a part whose tags may be cut over many runs."""
    return unescape(_MARKUP.sub("", data.decode(errors="replace")))


def _fault(text: str, place: str) -> Flaw:
    return Flaw("templat-tag-tersembunyi", excerpt(text), (("tempat", place),))


def hidden_flaws(parts: Mapping[str, bytes], name: str, root: etree._Element) -> dict[etree._Element, list[Flaw]]:
    """Return the hidden tags of a part and what it takes in from outside, by the paragraph or else the next one.

    Args:
        parts: All parts of the template.
        name: The part's name.
        root: Its tree.
    """
    found: dict[etree._Element, list[Flaw]] = {}
    tracked = tracked_changes(root)
    tags = (*_written(root), *_referred(root, linked_tags(parts, name)))
    for element, flaw in (*tags, *reaching_out(parts, name, root), *wide_rows(root), *tracked):
        paragraph = next(element.iter(xml.P), None) if element.tag == xml.TR else None
        paragraph = next(iter(_PARAGRAPH(element)), None) if paragraph is None else paragraph
        paragraph = next(root.iter(xml.P), None) if paragraph is None else paragraph
        if paragraph is not None and flaw not in found.setdefault(paragraph, []):
            found[paragraph].append(flaw)
    return found


def drop_stale(root: etree._Element) -> bool:
    """Take out the pictures of tags for programs older than Word 2010; return whether there were any.

    What newer programs show in their place is filled, or is a finding.
    """
    stale = _STALE(root)
    for element in stale:
        xml.remove(element)
    return bool(stale)


def _referred(root: etree._Element, linked: Mapping[str, Flaw]) -> Iterator[tuple[etree._Element, Flaw]]:
    if not linked:
        return
    prefix = f"{{{xml.R_NS}}}"
    for element in root.iter("*"):
        for key, value in element.attrib.items():
            if str(key).startswith(prefix) and value in linked:
                yield element, linked[str(value)]


def _written(root: etree._Element) -> Iterator[tuple[etree._Element, Flaw]]:
    """Yield the tags in attributes, equations, fields, and texts of other kinds than Word's own."""
    yield from _in_attributes(root)
    for element in _IN_TEXT(root):
        if element.tag not in _TEXTS:
            yield from _faults(element, element.text or "", _PLAIN_TEXT)
    for element in root.iter(_EQUATION):
        yield from _faults(element, "".join(map(str, element.itertext())), "persamaan (equation)")
    yield from _in_fields(root)


def _in_attributes(root: etree._Element) -> Iterator[tuple[etree._Element, Flaw]]:
    for element in _IN_ATTRIBUTE(root):
        place = _ATTRIBUTES.get(str(element.tag), _OTHER)
        if not _is_picture(element):
            yield from _faults(element, " ".join(map(str, element.attrib.values())), place)


def _in_fields(root: etree._Element) -> Iterator[tuple[etree._Element, Flaw]]:
    """Yield the tags in the instructions of fields, which Word may cut over many runs of a paragraph."""
    fields: dict[etree._Element, str] = {}
    for element in root.iter(_INSTRUCTION):
        paragraph = xml.closest(element, xml.P)
        if paragraph is not None:
            fields[paragraph] = fields.get(paragraph, "") + (element.text or "")
    for paragraph, text in fields.items():
        yield from _faults(paragraph, text, "bidang (field)")


def _is_picture(element: etree._Element) -> bool:
    """Return whether the tag is the alternative text of a picture, which has findings of its own."""
    return xml.closest(element, xml.DRAWING) is not None and "{" in element.get("descr", "")


def _faults(element: etree._Element, text: str, place: str) -> Iterator[tuple[etree._Element, Flaw]]:
    for tag in _TAG.findall(text):
        yield element, _fault(tag, place)


def property_tags(parts: dict[str, bytes]) -> Iterator[Flaw]:
    """Yield the tags in the document's properties, which are emptied: nobody shall read a tag there.

    Args:
        parts: All parts of the template; those of the properties are put anew.
    """
    for link_type, name in xml.relationships(parts, "_rels/.rels"):
        if link_type.rpartition("/")[2] in _PROPERTIES and b"{" in parts[name]:
            root = xml.parse(parts[name])
            for element in root.iter("*"):
                for tag in _TAG.findall(element.text or ""):
                    element.text = None
                    yield Flaw("templat-tag-di-sifat", excerpt(tag))
            parts[name] = xml.serialise(root)
