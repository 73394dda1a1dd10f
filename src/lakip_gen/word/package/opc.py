"""The package of a document: open it, follow its relationships, add parts with their content types."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lxml import etree

from lakip_gen.domain.temuan import Asal
from lakip_gen.ooxml.guard import MOST_PARTS, open_container
from lakip_gen.ooxml.recognise import Kind
from lakip_gen.word.package import xml

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from lakip_gen.domain.temuan import Temuan

CONTENT_TYPES: Final = "[Content_Types].xml"
_RELATIONS_NS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATIONS: Final = f"{{{_RELATIONS_NS}}}"
_NO_RELATIONS: Final = f'<Relationships xmlns="{_RELATIONS_NS}"/>'.encode()
_TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"


def open_docx(
    data: bytes, name: str = "", *, most_parts: int = MOST_PARTS
) -> tuple[Mapping[str, bytes] | None, tuple[Temuan, ...]]:
    """Return the parts of a Word file by name, or the reason why it is refused.

    Args:
        data: The whole file.
        name: The file's name, as findings shall show it.
        most_parts: The most parts it may have; what this program wrote itself may have more than what came in.
    """
    return open_container(data, Kind.DOCX, Asal(name), most_parts=most_parts)


@dataclass(frozen=True, slots=True)
class Relation:
    """One relationship: its type, and its target as a part's name or, outside the package, as it stands."""

    link_type: str
    target: str
    is_external: bool = False


def relations(parts: Mapping[str, bytes], name: str) -> dict[str, Relation]:
    """Return the relationships of a part by their ids."""
    rels = xml.relationships_of(name)
    if rels not in parts:
        return {}
    folder = posixpath.dirname(name)
    return {relation.get("Id", ""): _read(relation, folder) for relation in xml.children(xml.parse(parts[rels]))}


def _read(relation: etree._Element, folder: str) -> Relation:
    link_type, target = relation.get("Type", ""), relation.get("Target", "")
    if relation.get("TargetMode") == "External":
        return Relation(link_type, target, is_external=True)
    return Relation(link_type, posixpath.normpath(posixpath.join("/", folder, target.partition("#")[0])).lstrip("/"))


def target_of(parts: Mapping[str, bytes], name: str, link_type: str) -> str:
    """Return the part that a part is related to by a kind such as "styles"; empty when there is none."""
    found = (one.target for one in relations(parts, name).values() if one.link_type.endswith(f"/{link_type}"))
    return next((target for target in found if target in parts), "")


def relate(parts: dict[str, bytes], name: str, relation: Relation, requested: str = "") -> str:
    """Relate a part to another one and return the id; the same relationship is made once.

    Args:
        parts: All parts, which get the relationship.
        name: The part that refers.
        relation: What it refers to.
        requested: The id to be given; without it, the next free one.
    """
    known = relations(parts, name)
    if old := next((number for number, one in known.items() if one == relation), ""):
        return old
    rels = xml.relationships_of(name)
    root = xml.parse(parts.get(rels, _NO_RELATIONS))
    number = requested or next(candidate for candidate in _names("rIdLakip") if candidate not in known)
    element = etree.SubElement(root, f"{_RELATIONS}Relationship")
    element.set("Id", number)
    element.set("Type", relation.link_type)
    folder = posixpath.dirname(name)
    element.set("Target", relation.target if relation.is_external else posixpath.relpath(relation.target, folder))
    if relation.is_external:
        element.set("TargetMode", "External")
    parts[rels] = xml.serialise(root)
    return number


def _names(prefix: str) -> Iterator[str]:
    number = 1
    while True:
        yield f"{prefix}{number}"
        number += 1


def add_media(parts: dict[str, bytes], data: bytes, suffix: str, content_type: str) -> str:
    """Add a picture and return its part's name; the same picture is added once."""
    for candidate in _names("word/media/lakip"):
        name = f"{candidate}.{suffix.lower()}"  # to a package names are the same in capitals
        if parts.setdefault(name, data) == data:
            break
    add_default(parts, suffix, content_type)
    return name


def add_default(parts: dict[str, bytes], suffix: str, content_type: str) -> None:
    """Give the parts of an ending their content type, unless the package has one for them."""
    root = xml.parse(parts[CONTENT_TYPES])
    known = {kind.get("Extension", "").lower() for kind in xml.children(root)}
    if suffix.lower() not in known:
        kind = etree.Element(f"{_TYPES}Default")
        kind.set("Extension", suffix)
        kind.set("ContentType", content_type)
        root.insert(0, kind)
        parts[CONTENT_TYPES] = xml.serialise(root)


def content_type(parts: Mapping[str, bytes], name: str) -> str:
    """Return the content type that a part has of its own, empty where its ending tells it."""
    kinds = xml.children(xml.parse(parts[CONTENT_TYPES]))
    return next((kind.get("ContentType", "") for kind in kinds if kind.get("PartName") == f"/{name}"), "")


def add_part(parts: dict[str, bytes], name: str, data: bytes, content_type: str) -> None:
    """Add a part with a content type of its own."""
    parts[name] = data
    root = xml.parse(parts[CONTENT_TYPES])
    kind = etree.SubElement(root, f"{_TYPES}Override")
    kind.set("PartName", f"/{name}")
    kind.set("ContentType", content_type)
    parts[CONTENT_TYPES] = xml.serialise(root)


def drop_relations(parts: dict[str, bytes], name: str, numbers: Collection[str]) -> None:
    """Take away relationships of a part by their ids."""
    rels = xml.relationships_of(name)
    root = xml.parse(parts.get(rels, _NO_RELATIONS))
    for relation in [one for one in xml.children(root) if one.get("Id", "") in numbers]:
        root.remove(relation)
    if numbers:
        parts[rels] = xml.serialise(root)


def drop_type(parts: dict[str, bytes], name: str) -> None:
    """Take away the content type that a part has of its own."""
    root = xml.parse(parts[CONTENT_TYPES])
    for kind in [one for one in xml.children(root) if one.get("PartName") == f"/{name}"]:
        root.remove(kind)
    parts[CONTENT_TYPES] = xml.serialise(root)
