"""Let blocks of one document live in another: with their styles, lists, pictures and links."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from lxml import etree

from lakip_gen.word.package import opc, xml
from lakip_gen.word.package.numbering import ABSTRACT, ABSTRACT_ID, NUM, NUM_ID
from lakip_gen.word.package.xml import W

if TYPE_CHECKING:
    from collections.abc import Iterator

_STYLE_NAMES: Final = (f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
_LIST_MARKS: Final = (f"{W}nsid", f"{W}tmpl", f"{W}styleLink", f"{W}numStyleLink")
_BASED_ON: Final = f"{W}basedOn"
_LOOSE: Final = (f"{W}next", f"{W}link")
_STYLE_ID: Final = f"{W}styleId"
_DEFAULT: Final = f"{W}default"
_BOOKMARKS: Final = 100_000
"""More bookmarks than one document has."""
_CARRIED: Final = ("/image", "/hyperlink")
_NUMBERING_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_IMAGES: Final = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
    "svg": "image/svg+xml",
    "tif": "image/tiff",
    "tiff": "image/tiff",
}
_REFUSED: Final = {
    **dict.fromkeys(xml.NOTE_REFERENCES, "catatan kaki atau catatan akhir"),
    xml.SECT_PR: "pemisah bagian (section break)",
}


class UnsupportedError(Exception):
    """Says in Indonesian what cannot be taken along."""


class Adoption:
    """Takes the body of one document into a part of another.

    Args:
        source: The parts the blocks come from.
        parts: The parts they go to, which get what the blocks need.
        name: The part they go to.
        index: Which document it is that the part takes in, counted from 1.
    """

    def __init__(self, source: Mapping[str, bytes], parts: dict[str, bytes], name: str, index: int) -> None:
        self.source = source
        self.parts = parts
        self.name = name
        self.index = index
        self.main = xml.main_part(source)
        self.host = xml.main_part(parts)

    def blocks(self, root: etree._Element) -> list[etree._Element]:
        """Return the blocks of a body, fit for the part they go to.

        Raises:
            UnsupportedError: When they hold what cannot be taken along.
        """
        body = root.find(xml.BODY)
        blocks = [] if body is None else [child for child in xml.children(body) if child.tag != xml.SECT_PR]
        for block in blocks:
            _refuse(block)
        self._relate(blocks)
        self._style(blocks)
        self._number(blocks)
        for block in blocks:
            _strip(block)
        _renumber_bookmarks(blocks, _BOOKMARKS * self.index)
        return blocks

    def _relate(self, blocks: list[etree._Element]) -> None:
        """Carry over the pictures and links, refuse all else that lies outside the body."""
        known = opc.relations(self.source, self.main)
        for element, key, identifier in _references(blocks):
            relation = known.get(identifier)
            if relation is None or not relation.link_type.endswith(_CARRIED):
                raise UnsupportedError("bagan atau objek sisipan")
            element.set(key, opc.relate(self.parts, self.name, self._carried(relation)))

    def _carried(self, relation: opc.Relation) -> opc.Relation:
        if relation.is_external:
            return relation
        suffix = relation.target.rpartition(".")[2]
        content_type = _IMAGES.get(suffix.lower())
        if content_type is None:
            raise UnsupportedError(f"gambar jenis .{suffix}")
        return opc.Relation(
            relation.link_type, opc.add_media(self.parts, self.source[relation.target], suffix, content_type)
        )

    def _style(self, blocks: list[etree._Element]) -> None:
        """Let styles mean what they mean by name; those the other document lacks come along."""
        origin, name = _tree(self.source, self.main, "styles"), opc.target_of(self.parts, self.host, "styles")
        if origin is None or not name:
            return
        root = xml.parse(self.parts[name])
        style_map = StyleMap(origin, root)
        for mark in _marks(blocks, _STYLE_NAMES):
            mark.set(xml.VAL, style_map.adopt(mark.get(xml.VAL, "")))
        if style_map.added:
            self._number(style_map.added)
            self.parts[name] = xml.serialise(root)

    def _number(self, blocks: list[etree._Element]) -> None:
        """Take the lists along, each as a list of its own."""
        marks = [mark for mark in _marks(blocks, (NUM_ID,)) if mark.get(xml.VAL) != "0"]
        origin = _tree(self.source, self.main, "numbering") if marks else None
        if origin is None:
            return
        name = opc.target_of(self.parts, self.host, "numbering") or self._new_numbering()
        root = xml.parse(self.parts[name])
        new: dict[str, str] = {}
        for mark in marks:
            old = mark.get(xml.VAL, "")
            if old not in new:
                new[old] = copy_list(origin, root, old)
            mark.set(xml.VAL, new[old])
        self.parts[name] = xml.serialise(root)

    def _new_numbering(self) -> str:
        name = "word/numbering.xml"
        opc.add_part(self.parts, name, xml.serialise(etree.Element(f"{W}numbering")), _NUMBERING_TYPE)
        opc.relate(self.parts, self.host, opc.Relation(f"{xml.LINK_TYPE}numbering", name))
        return name


class StyleMap:
    """Finds for each style of one document its like in another."""

    def __init__(self, origin: etree._Element, root: etree._Element) -> None:
        self.origin = {style.get(_STYLE_ID, ""): style for style in origin.iterchildren(xml.STYLE)}
        self.root = root
        self.ada = {_identity(style): style.get(_STYLE_ID, "") for style in root.iterchildren(xml.STYLE)}
        self.added: list[etree._Element] = []

    def adopt(self, identifier: str) -> str:
        """Return the id under which the other document knows a style."""
        style = self.origin.get(identifier)
        if style is None:
            return identifier
        key = _identity(style)
        if key not in self.ada:
            self.ada[key] = self._free(identifier)
            self._copy(style, self.ada[key])
        return self.ada[key]

    def _free(self, identifier: str) -> str:
        while identifier in self.ada.values():
            identifier += "Sisipan"
        return identifier

    def _copy(self, style: etree._Element, identifier: str) -> None:
        new = copy.deepcopy(style)
        new.set(_STYLE_ID, identifier)
        new.attrib.pop(_DEFAULT, "")
        for mark in list(new.iterchildren(*_LOOSE)):
            xml.remove(mark)
        if (base := new.find(_BASED_ON)) is not None:
            base.set(xml.VAL, self.adopt(base.get(xml.VAL, "")))
        self.root.append(new)
        self.added.append(new)


def _identity(style: etree._Element) -> tuple[str, str]:
    return style.get(xml.TYPE, ""), xml.value(style.find(xml.NAME)).lower()


def copy_list(origin: etree._Element, root: etree._Element, identifier: str) -> str:
    """Copy a list and its definition under numbers of their own; return the list's number."""
    num = next((num for num in origin.iterchildren(NUM) if num.get(NUM_ID) == identifier), None)
    acuan = None if num is None else num.find(ABSTRACT_ID)
    look = None if acuan is None else acuan.get(xml.VAL)
    abstract = next((a for a in origin.iterchildren(ABSTRACT) if a.get(ABSTRACT_ID) == look), None)
    if num is None or abstract is None:
        return identifier
    num, abstract = copy.deepcopy(num), copy.deepcopy(abstract)
    for mark in list(abstract.iterchildren(*_LIST_MARKS)):
        xml.remove(mark)
    look, new = _next(root, ABSTRACT, ABSTRACT_ID), _next(root, NUM, NUM_ID)
    abstract.set(ABSTRACT_ID, look)
    num.set(NUM_ID, new)
    num.find(ABSTRACT_ID).set(xml.VAL, look)  # type: ignore[union-attr]
    root.insert(len(list(root.iterchildren(ABSTRACT))), abstract)
    root.append(num)
    return new


def _next(root: etree._Element, tag: str, key: str) -> str:
    return str(1 + max((xml.whole(element.get(key, "")) for element in root.iterchildren(tag)), default=0))


def _tree(parts: Mapping[str, bytes], name: str, link_type: str) -> etree._Element | None:
    target = opc.target_of(parts, name, link_type)
    return xml.parse(parts[target]) if target else None


def _marks(blocks: list[etree._Element], tags: tuple[str, ...]) -> Iterator[etree._Element]:
    return (mark for block in blocks for mark in block.iter(*tags))


def _references(blocks: list[etree._Element]) -> list[tuple[etree._Element, str, str]]:
    """Return all that refers to a relationship: the element, the attribute, the id."""
    prefix = f"{{{xml.R_NS}}}"
    return [
        (element, str(key), str(value))
        for block in blocks
        for element in block.iter("*")
        for key, value in element.attrib.items()
        if str(key).startswith(prefix) and value
    ]


def _refuse(block: etree._Element) -> None:
    found = next(block.iter(*_REFUSED), None)
    if found is not None:
        raise UnsupportedError(_REFUSED[str(found.tag)])


def _strip(block: etree._Element) -> None:
    """Take out comments and ids that the other document may have already."""
    for mark in list(block.iter(*xml.COMMENT_MARKS)):
        xml.remove(mark)
    for paragraph in block.iter(xml.P):
        for name in xml.PARAGRAPH_IDS:
            paragraph.attrib.pop(name, "")


def _renumber_bookmarks(blocks: list[etree._Element], base: int) -> None:
    numbers: dict[str, int] = {}
    for mark in _marks(blocks, (xml.BOOKMARK_START, xml.BOOKMARK_END)):
        number = numbers.setdefault(mark.get(xml.ID, ""), base + len(numbers))
        mark.set(xml.ID, str(number))
