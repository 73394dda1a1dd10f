"""What has to hold for the parts of a .docx as a whole, of a template as of a finished document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.parsers.expat import ExpatError

from lxml import etree

from lakip_gen.word.package import opc, xml
from lakip_gen.word.tags.place import Place
from lakip_gen.word.template.bounds import size_flaw

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lakip_gen.domain.temuan import Temuan

_XML: Final = (".xml", ".rels")
_OF_MACOS: Final = "__MACOSX/"
"""Where macOS leaves what it knows of each file it packs, under the same name."""


def open_document(data: bytes, name: str) -> tuple[Mapping[str, bytes] | None, tuple[Temuan, ...]]:
    """Return the parts of a file that is a whole Word document, or what it lacks.

    Args:
        data: The whole file.
        name: The file's name, as findings shall show it.
    """
    parts, findings = opc.open_docx(data, name)
    if parts is None:
        return None, findings
    place = Place(name)
    if flaw := size_flaw(parts):
        return None, (*findings, place.finding(flaw.code, flaw.text, **dict(flaw.details)))
    findings += _check_syntax(parts, place)
    if not findings:
        parts = _with_usual_prefixes(_without_litter(parts))
        findings = check_links(parts, place)
    if not findings and xml.main_part(parts) not in parts:
        findings += (place.finding("templat-bagian-utama-hilang"),)
    return (None if findings else parts), findings


def _without_litter(parts: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return the parts without those that have no type and that nothing leads to: other systems leave such behind."""
    rels = [name for name in parts if name.endswith(".rels") and not name.startswith(_OF_MACOS)]
    linked = {target for name in rels for _, target in xml.relationships(parts, name)}
    litter = {*_untyped(parts), *(name for name in parts if name.startswith(_OF_MACOS))} - linked
    return {name: data for name, data in parts.items() if name not in litter} if litter else parts


def _with_usual_prefixes(parts: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return the parts with the prefixes that Word writes; the very same where all have them."""
    renamed: dict[str, bytes] = {}
    for name in (name for name in parts if name.lower().endswith(".xml")):
        data = parts[name]
        if (usual := xml.with_usual_prefixes(data)) is not data:
            renamed[name] = usual
    return {**parts, **renamed} if renamed else parts


def _check_syntax(parts: Mapping[str, bytes], place: Place) -> tuple[Temuan, ...]:
    """Return a finding for each XML part that is not well-formed."""
    names = (name for name in sorted(parts) if name.lower().endswith(_XML) and not name.startswith(_OF_MACOS))
    return tuple(place.finding("templat-xml-rusak", bagian=name) for name in names if not _is_xml(parts[name]))


def _is_xml(data: bytes) -> bool:
    """Return whether both parsers take a part; each of them lets pass what the other one refuses."""
    try:
        xml.check(data)
        xml.parse(data)
    except (ExpatError, etree.XMLSyntaxError):
        return False
    return True


def check_links(parts: Mapping[str, bytes], place: Place) -> tuple[Temuan, ...]:
    """Return a finding for each relationship without target and each part without content type."""
    return (*_lost_targets(parts, place), *_untyped_parts(parts, place))


def _lost_targets(parts: Mapping[str, bytes], place: Place) -> Iterator[Temuan]:
    for name in sorted(parts):
        if name.endswith(".rels"):
            for _, target in xml.relationships(parts, name):
                if target not in parts:
                    yield place.finding("templat-hubungan-hilang", bagian=name, tujuan=target)


def _untyped_parts(parts: Mapping[str, bytes], place: Place) -> Iterator[Temuan]:
    for name in _untyped(parts):
        yield place.finding("templat-jenis-isi-hilang", bagian=name)


def _untyped(parts: Mapping[str, bytes]) -> Iterator[str]:
    """Yield the parts whose content type the package does not tell."""
    endings: set[str] = set()
    names: set[str] = {opc.CONTENT_TYPES.lower()}
    for kind in xml.children(xml.parse(parts[opc.CONTENT_TYPES])):
        endings.add(kind.get("Extension", "").lower())
        names.add(kind.get("PartName", "").lower().lstrip("/"))
    for name in sorted(parts):
        if name.lower() not in names and name.lower().rpartition(".")[2] not in endings:
            yield name
