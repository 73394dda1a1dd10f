"""What a block of a document says, as words that stay the same whichever program saved it.

A block is a paragraph, a table or a contents list of the body. Its words are followed by marks for the end of a
paragraph, a cell or a row. What a field shows is one mark, since Word counts it anew; a picture and a chart are marks
too. Words that a tracked change has taken out are gone, those it has put in are there.
"""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

from lakip_gen.pesan.bahasa import KATA_BILANGAN
from lakip_gen.word.package import opc, xml
from lakip_gen.word.package.xml import W

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lxml import etree

Words: TypeAlias = tuple[str, ...]

END_OF_PARAGRAPH: Final = "\N{SYMBOL FOR NEWLINE}"
END_OF_CELL: Final = "\N{SYMBOL FOR UNIT SEPARATOR}"
END_OF_ROW: Final = "\N{SYMBOL FOR RECORD SEPARATOR}"
FIELD: Final = "\N{SYMBOL FOR SUBSTITUTE FORM TWO}"
PICTURE: Final = "\N{SYMBOL FOR FILE SEPARATOR}"
NOTE: Final = "\N{SYMBOL FOR DATA LINK ESCAPE}"
CONTENTS: Final = "\N{SYMBOL FOR GROUP SEPARATOR}"
MARKS: Final = frozenset({END_OF_PARAGRAPH, END_OF_CELL, END_OF_ROW, FIELD, PICTURE, NOTE, CONTENTS})
UNKNOWN: Final = "~"
"""Ends what a document may have said once, where nobody knows whether it did."""
NUMBER: Final = re.compile(r"\d")

GONE: Final = frozenset({f"{W}del", f"{W}moveFrom", xml.PPR, xml.RPR, xml.TR_PR, xml.TC_PR, f"{W}tblPr"})
FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_FIELD_MARK: Final = f"{W}fldChar"
_FIELD_KIND: Final = f"{W}fldCharType"
_INSTRUCTION: Final = f"{W}instrText"
_SIMPLE: Final = f"{W}fldSimple"
_TYPED: Final = "FILLIN"
"""The field that LibreOffice makes of a content control: what it shows is what somebody typed."""
_CHART: Final = f"{{{xml.C_NS}}}chart"
_CHART_VALUE: Final = f"{{{xml.C_NS}}}v"
_LABELS: Final = f"{{{xml.C_NS}}}dLbls"
_DRAWN_TEXT: Final = f"{{{xml.A_NS}}}t"
_IMAGES: Final = (
    f"{{{xml.A_NS}}}blip",
    "{urn:schemas-microsoft-com:vml}imagedata",
)
_R_ID: Final = f"{{{xml.R_NS}}}id"
_SPACES: Final = {xml.TAB: " ", xml.BR: " ", xml.CR: " ", xml.NO_BREAK_HYPHEN: "-"}
_NOTES: Final = dict(zip(xml.NOTE_REFERENCES, (("footnotes", xml.FOOTNOTE), ("endnotes", xml.ENDNOTE)), strict=True))
_DECIMALS: Final = re.compile(r"(?<!\d)(\d+\.\d{6})\d+")
_OTHER_PARTS: Final = re.compile(r"word/(?:header|footer|footnotes|endnotes)\d*\.xml")


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A block of the body.

    Attributes:
        elements: Its elements: one, or all those of a contents list.
        words: The fingerprints of what it says.
        said: The words themselves.
        anchors: The numbers of the generated blocks whose anchors stand in it.
    """

    elements: tuple[etree._Element, ...]
    words: Words
    said: Words = ()
    anchors: tuple[int, ...] = ()

    @property
    def first(self) -> etree._Element:
        """Its first element."""
        return self.elements[0]

    @property
    def kind(self) -> str:
        """What it is: the name of its element; a blank line that only ends a section is the end of a section."""
        ends = self.words == (END_OF_PARAGRAPH,) and self.first.find(xml.SECTION_BREAK) is not None
        return xml.SECT_PR if ends else str(self.first.tag)


class Reader:
    """Reads what the blocks of one document say.

    Args:
        parts: The document's parts.
        root: The tree of its main part; without it, it is parsed.

    Attributes:
        blocks: The blocks of its body, as they were when they were first asked for.
    """

    def __init__(self, parts: Mapping[str, bytes], root: etree._Element | None = None) -> None:
        self.parts = parts
        self.main = xml.main_part(parts)
        self.root = xml.parse(parts[self.main], huge=True) if root is None else root
        self.relations = opc.relations(parts, self.main)
        self.notes = {tag: self._notes(*kind) for tag, kind in _NOTES.items()}
        self.blocks: list[Block] = []

    def _notes(self, link_type: str, tag: str) -> dict[str, etree._Element]:
        name = opc.target_of(self.parts, self.main, link_type)
        root = xml.parse(self.parts[name], huge=True) if name else ()
        return {one.get(xml.ID, ""): one for one in root if one.tag == tag}

    @property
    def body(self) -> etree._Element:
        """The body of the document."""
        found = self.root.find(xml.BODY)
        return self.root if found is None else found

    def words(self, *elements: etree._Element) -> Words:
        """Return the words of elements that stand one after the other."""
        walk = _Walk(self)
        for element in elements:
            walk.take(element)
        walk.close()
        return tuple("".join(walk.pieces).split())

    def prints(self, *elements: etree._Element) -> Words:
        """Return the fingerprints of the words of elements."""
        return fingerprints(self.words(*elements))

    def text(self, *elements: etree._Element) -> str:
        """Return what elements say, for people."""
        return spoken(self.words(*elements))

    def picture(self, drawing: etree._Element) -> str:
        """Return the mark of a picture or chart: another one where it shows something else."""
        chart = next(drawing.iter(_CHART), None)
        if chart is not None:
            return f"{PICTURE}{_print(self._chart(chart.get(_R_ID, '')))}"
        names = [str(value) for image in drawing.iter(*_IMAGES) for key, value in image.attrib.items() if _is_link(key)]
        shown = [self.parts.get(self.relations[name].target, b"") for name in names if name in self.relations]
        return f"{PICTURE}{_print(hashlib.sha256(b''.join(shown)).hexdigest()) if shown else ''}"

    def _chart(self, number: str) -> str:
        relation = self.relations.get(number)
        data = self.parts.get(relation.target, b"") if relation else b""
        shown = xml.parse(data, huge=True).iter(_CHART_VALUE, _DRAWN_TEXT) if data else ()
        return " ".join(_DECIMALS.sub(r"\1", one.text or "") for one in shown if not _is_label(one))


def _is_label(text: etree._Element) -> bool:
    """Return whether a text stands beside a point of a chart, where programs write it as they like."""
    return next(text.iterancestors(_LABELS), None) is not None


def _is_link(key: object) -> bool:
    return str(key).startswith(f"{{{xml.R_NS}}}")


@dataclass(slots=True)
class _Field:
    """A field in which a walk is: its code, and whether what follows is text that somebody typed."""

    code: str = ""
    is_typed: bool = False


class _Walk:
    """One walk through elements: the pieces of their text, and the fields in which it is."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.pieces: list[str] = []
        self.fields: list[_Field] = []

    def take(self, element: etree._Element) -> None:
        """Take an element and all that is in it."""
        tag = element.tag
        if tag in GONE or tag == FALLBACK or not isinstance(tag, str):
            return
        if tag == _FIELD_MARK:
            self._field(element.get(_FIELD_KIND, ""))
        elif tag == _INSTRUCTION and self.fields:
            self.fields[-1].code += element.text or ""
        elif tag == _SIMPLE:
            self._say(f" {FIELD} ")
        elif tag in {xml.T, _MATH}:
            self._say(element.text or "")
        elif tag in _SPACES:
            self._say(_SPACES[tag])
        elif tag in _NOTES:
            self._note(tag, element)
        else:
            self._whole(tag, element)

    def _whole(self, tag: str, element: etree._Element) -> None:
        if tag in {xml.DRAWING, xml.PICT, xml.OBJECT}:
            self._say(f" {self.reader.picture(element)} ")
        for child in element:
            self.take(child)
        if tag == xml.P:
            self._say(f" {END_OF_PARAGRAPH} ")
        elif tag == xml.TC and not _is_nested(element):
            self._say(f" {END_OF_CELL} ")
        elif tag == xml.TR and not _is_nested(element):
            self._say(f" {END_OF_ROW} ")

    def _say(self, text: str) -> None:
        if all(field.is_typed for field in self.fields):
            self.pieces.append(text)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append(_Field())
        elif self.fields and kind == "separate":
            self.fields[-1].is_typed = self.fields[-1].code.lstrip().upper().startswith(_TYPED)
        elif self.fields and kind == "end" and not self.fields.pop().is_typed:
            self._say(f" {FIELD} ")

    def close(self) -> None:
        """End the fields that were left open."""
        while self.fields:
            self._field("end")

    def _note(self, tag: str, element: etree._Element) -> None:
        note = self.reader.notes[tag].get(element.get(xml.ID, ""))
        said = () if note is None else self.reader.words(*note)
        self._say(f" {NOTE}{_print(' '.join(said))} ")


def _is_nested(element: etree._Element) -> bool:
    return next(element.iterancestors(xml.TC), None) is not None


def spoken(words: Iterable[str]) -> str:
    """Return words for people, without the marks between them; dots stand for what a field shows."""
    return " ".join("…" if word == FIELD else word for word in words if word == FIELD or word[0] not in MARKS)


def fingerprints(words: Iterable[str]) -> Words:
    """Return words as they are kept in a document: numbers and marks as they are, of all else what tells it apart."""
    return tuple(map(_kept, words))


@lru_cache(maxsize=65536)
def _kept(word: str) -> str:
    return word if word[0] in MARKS or NUMBER.search(word) else _print(word)


@lru_cache(maxsize=65536)
def _print(word: str) -> str:
    found = hashlib.blake2b(word.encode(errors="backslashreplace"), digest_size=3).digest()
    return "~" + base64.urlsafe_b64encode(found).decode()


def has_number(word: str) -> bool:
    """Return whether a word holds a number; the digits in the fingerprint of a word, picture or note are none."""
    return word[0] != "~" and word[0] not in MARKS and NUMBER.search(word) is not None


def masked(prints: Sequence[str]) -> Words:
    """Return fingerprints without what their numbers are."""
    return tuple("#" if word[0] != "~" and word[0] not in MARKS else word for word in prints)


def with_numbers(prints: Words, said: Words) -> Words:
    """Return fingerprints, of numbers in words and of what fields show those of numbers."""
    numbers = (word == FIELD or word.strip("(),.;:").casefold() in KATA_BILANGAN for word in said)
    return tuple("0" if is_number else word for word, is_number in zip(prints, numbers, strict=True))


def shape(prints: Words) -> Words:
    """Return fingerprints without numbers, several in a row as one."""
    plain = masked(prints)
    return tuple(word for word, before in zip(plain, ("", *plain), strict=False) if word != "#" or before != "#")


def split(prints: Sequence[str], mark: str) -> list[Words]:
    """Return what stands before each mark of a kind."""
    found: list[Words] = []
    start = 0
    for end, word in enumerate(prints):
        if word == mark:
            found.append(tuple(prints[start:end]))
            start = end + 1
    return found


def paragraphs_of(prints: Sequence[str]) -> list[Words]:
    """Return the paragraphs of a block that say something."""
    plain = tuple(word for word in prints if word not in {END_OF_CELL, END_OF_ROW})
    return [one for one in split(plain, END_OF_PARAGRAPH) if one]


def other_paragraphs(reader: Reader) -> Iterator[tuple[etree._Element, Words]]:
    """Yield the paragraphs of headers, footers and notes that say something, with their words."""
    for name in sorted(filter(_OTHER_PARTS.fullmatch, reader.parts)):
        for paragraph in xml.parse(reader.parts[name], huge=True).iter(xml.P):
            words = reader.words(paragraph)
            if words != (END_OF_PARAGRAPH,):
                yield paragraph, words[:-1]
