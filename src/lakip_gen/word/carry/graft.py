"""Let elements of one document grow in another one: with their styles, lists, notes, charts, pictures and links."""

from __future__ import annotations

import copy
import posixpath
from itertools import count
from typing import TYPE_CHECKING, Final

from lxml import etree

from lakip_gen.word.package import opc, xml
from lakip_gen.word.package.adopt import StyleMap, copy_list
from lakip_gen.word.package.xml import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lakip_gen.word.package.comment_part import CommentPart

_STYLE_NAMES: Final = (f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
_NUM_ID: Final = f"{W}numId"
_SIMPLE: Final = f"{W}fldSimple"
_INSTRUCTION: Final = f"{W}instr"
_PAGE_PARTS: Final = (f"{W}headerReference", f"{W}footerReference")
_REFERENCE: Final = "_Ref9"
_FOREIGN: Final = "L"
"""Ends the name of a bookmark that came with an element, so that it means no caption that stood there before."""
_NOTES: Final = (
    (xml.NOTE_REFERENCES[0], "footnotes", xml.FOOTNOTE),
    (xml.NOTE_REFERENCES[1], "endnotes", xml.ENDNOTE),
)
_NOTES_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_OPEN: Final = frozenset({"chart", "image"})
"""What a document is related to only for the sake of what is shown in it."""


class Graft:
    """Takes elements of one document into another.

    Args:
        source: The parts they come from.
        parts: The parts they go to, which get what the elements need.
        bookmarks: What the captions of the source are called where they go, by their bookmarks.
        lists: Under which number a list of the source is known where it goes.
    """

    def __init__(
        self,
        source: Mapping[str, bytes],
        parts: dict[str, bytes],
        bookmarks: Mapping[str, str] | None = None,
        lists: Mapping[str, str] | None = None,
        comments: CommentPart | None = None,
    ) -> None:
        self.source, self.parts = source, parts
        self.main, self.host = xml.main_part(source), xml.main_part(parts)
        self.links = opc.relations(source, self.main)
        self.bookmarks, self.lists = dict(bookmarks or {}), dict(lists or {})
        self.trees: dict[str, tuple[str, etree._Element]] = {}
        self.style_map = self._style_map()
        self.copied: dict[str, str] = {}
        self.comments, self.brought = comments, dict[str, str]()
        self.said = self._said() if comments else {}

    def take(self, element: etree._Element) -> etree._Element:
        """Return a copy of an element that is fit for where it goes."""
        taken = copy.deepcopy(element)
        taken.tail = None
        for mark in [*taken.iter(*_PAGE_PARTS, *(() if self.comments else xml.COMMENT_MARKS))]:
            xml.remove(mark)
        for mark in taken.iter(*xml.COMMENT_MARKS):
            mark.set(xml.ID, self.comment(mark.get(xml.ID, "")))
        for paragraph in taken.iter(xml.P, xml.TR):
            for name in xml.PARAGRAPH_IDS:
                paragraph.attrib.pop(name, "")
        self._link(taken)
        self.restyle(taken)
        for mark in taken.iter(_NUM_ID):
            mark.set(xml.VAL, self._list(mark.get(xml.VAL, "0")))
        self._note(taken)
        self._rename(taken)
        return taken

    def comment(self, number: str) -> str:
        """Return the number of a comment where it goes; it comes along."""
        if self.comments is None or number not in self.said:
            return number
        if number not in self.brought:
            self.brought[number] = self.comments.adopt(self.said[number])
        return self.brought[number]

    def _said(self) -> dict[str, etree._Element]:
        name = opc.target_of(self.source, self.main, "comments")
        root = xml.parse(self.source[name], huge=True) if name else ()
        return {one.get(xml.ID, ""): one for one in root}

    def restyle(self, element: etree._Element) -> None:
        """Let the styles of an element be those of the same names where it goes."""
        for mark in element.iter(*_STYLE_NAMES) if self.style_map else ():
            mark.set(xml.VAL, self.style_map.adopt(mark.get(xml.VAL, "")))  # type: ignore[union-attr]

    def close(self) -> None:
        """Put what the elements brought along among the parts."""
        if self.style_map and self.style_map.added:
            self.parts[opc.target_of(self.parts, self.host, "styles")] = xml.serialise(self.style_map.root)
        for name, root in self.trees.values():
            self.parts[name] = xml.serialise(root)

    def _style_map(self) -> StyleMap | None:
        origin, name = (opc.target_of(parts, main, "styles") for parts, main in self._both())
        if not origin or not name or self.source[origin] == self.parts[name]:
            return None
        return StyleMap(xml.parse(self.source[origin]), xml.parse(self.parts[name]))

    def _both(self) -> tuple[tuple[Mapping[str, bytes], str], tuple[Mapping[str, bytes], str]]:
        return (self.source, self.main), (self.parts, self.host)

    def _tree(self, link_type: str) -> etree._Element | None:
        """Return the tree of a part of the document that elements go to; it is written at the end."""
        if link_type not in self.trees:
            name = opc.target_of(self.parts, self.host, link_type)
            if not name:
                return None
            self.trees[link_type] = name, xml.parse(self.parts[name], huge=True)
        return self.trees[link_type][1]

    def _list(self, number: str) -> str:
        """Return the number of a list where it goes; one that is unknown there comes along."""
        origin, name = (opc.target_of(parts, main, "numbering") for parts, main in self._both())
        if number == "0" or not origin or (name and self.source[origin] == self.parts[name]):
            return number
        if number not in self.lists and (root := self._tree("numbering")) is not None:
            self.lists[number] = copy_list(xml.parse(self.source[origin]), root, number)
        return self.lists.get(number, "0")

    def _link(self, taken: etree._Element) -> None:
        prefix = f"{{{xml.R_NS}}}"
        for element in taken.iter("*"):
            for key, value in list(element.attrib.items()):
                if str(key).startswith(prefix) and (relation := self.links.get(str(value))):
                    element.set(key, opc.relate(self.parts, self.host, self._copied(relation)))

    def _copied(self, relation: opc.Relation) -> opc.Relation:
        if relation.is_external or relation.target not in self.source:
            return relation
        return opc.Relation(relation.link_type, self._part(relation.target))

    def _part(self, name: str) -> str:
        """Return the name under which a part of the source, with all it is related to, lies among the parts."""
        if name not in self.copied:
            self.copied[name] = new = _free(self.parts, name, self.source[name])
            if new not in self.parts:
                self.parts[new] = self.source[name]
                self._type(name, new)
                for number, relation in opc.relations(self.source, name).items():
                    opc.relate(self.parts, new, self._copied(relation), number)
        return self.copied[name]

    def _type(self, name: str, new: str) -> None:
        kinds = list(xml.children(xml.parse(self.source[opc.CONTENT_TYPES])))
        own = next((one.get("ContentType", "") for one in kinds if one.get("PartName") == f"/{name}"), "")
        suffix = name.rpartition(".")[2].lower()
        shared = next((one.get("ContentType", "") for one in kinds if one.get("Extension", "").lower() == suffix), "")
        if own:
            opc.add_part(self.parts, new, self.parts[new], own)
        elif shared:
            opc.add_default(self.parts, suffix, shared)

    def _note(self, taken: etree._Element) -> None:
        for tag, link_type, kind in _NOTES:
            for reference in taken.iter(tag):
                reference.set(xml.ID, self._new_note(link_type, kind, reference.get(xml.ID, "")))

    def _new_note(self, link_type: str, kind: str, number: str) -> str:
        origin = opc.target_of(self.source, self.main, link_type)
        notes = {
            one.get(xml.ID, ""): one for one in (xml.parse(self.source[origin]) if origin else ()) if one.tag == kind
        }
        root = self._tree(link_type)
        if root is None:
            root = self._notes_part(link_type, notes)
        known = {one.get(xml.ID, "") for one in root.iterchildren(kind)}
        fresh = next(str(free) for free in count(1) if str(free) not in known)
        if number in notes:
            note = copy.deepcopy(notes[number])
            note.set(xml.ID, fresh)
            self.restyle(note)
            root.append(note)
        return fresh

    def _notes_part(self, link_type: str, notes: Mapping[str, etree._Element]) -> etree._Element:
        """Give the document a part for notes, with the lines that separate them from the text."""
        name = f"word/{link_type}.xml"
        root = etree.Element(f"{W}{link_type}", nsmap={"w": xml.W_NS})
        root.extend(copy.deepcopy(one) for one in notes.values() if one.get(xml.TYPE))
        opc.add_part(self.parts, name, xml.serialise(root), _NOTES_TYPE.format(link_type))
        opc.relate(self.parts, self.host, opc.Relation(f"{xml.LINK_TYPE}{link_type}", name))
        self.trees[link_type] = name, root
        return root

    def _rename(self, taken: etree._Element) -> None:
        """Let bookmarks of captions, and what refers to them, mean what they meant where they come from."""
        for mark in taken.iter(xml.BOOKMARK_START):
            name = mark.get(xml.NAME, "")
            if name.startswith(_REFERENCE):
                mark.set(xml.NAME, f"{name}{_FOREIGN}")
        for field in taken.iter(_SIMPLE):
            words = field.get(_INSTRUCTION, "").split()
            if len(words) > 1 and words[0] == "REF" and words[1].startswith(_REFERENCE):
                words[1] = self.bookmarks.get(words[1], f"{words[1]}{_FOREIGN}")
                field.set(_INSTRUCTION, f" {' '.join(words)} ")


def _free(parts: Mapping[str, bytes], name: str, data: bytes) -> str:
    """Return a name under which a part lies already, or may lie."""
    folder, file = posixpath.split(name)
    stem, dot, suffix = file.rpartition(".")
    names: Iterator[str] = (
        posixpath.join(folder, f"{stem}{f'-{number}' if number else ''}{dot}{suffix}") for number in count()
    )
    return next(one for one in names if one not in parts or (parts[one] == data and "/media/" in one))


def without_unused(parts: dict[str, bytes], used: frozenset[str]) -> dict[str, bytes]:
    """Return the parts without charts and pictures that the main part shows no more.

    Args:
        parts: The parts.
        used: The ids of relationships that the main part names.
    """
    main = xml.main_part(parts)
    unused = {
        number
        for number, one in opc.relations(parts, main).items()
        if number not in used and one.link_type.rpartition("/")[2] in _OPEN
    }
    result = dict(parts)
    opc.drop_relations(result, main, unused)
    reached = _reached(result)
    for name in [name for name in result if name not in reached]:
        del result[name]
        opc.drop_type(result, name)
    return result


def _reached(parts: Mapping[str, bytes]) -> set[str]:
    """Return the parts that a document is made of, its relationships among them."""
    reached = {opc.CONTENT_TYPES, "_rels/.rels"}
    waiting = [name for _, name in xml.relationships(parts, "_rels/.rels")]
    while waiting:
        name = waiting.pop()
        if name in parts and name not in reached:
            reached |= {name, xml.relationships_of(name)}
            waiting += [one.target for one in opc.relations(parts, name).values() if not one.is_external]
    return reached
