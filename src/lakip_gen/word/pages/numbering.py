"""Number the captions of a filled document, and let all that names one name it by its new number.

A template can only say how its captions would be numbered if nothing in it were repeated or left out. So whatever
stands in it, the numbers are given here, after filling.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lakip_gen.pesan.bahasa import romawi
from lakip_gen.word.package import xml
from lakip_gen.word.pages.captions import print_texts, references
from lakip_gen.word.pages.fields import INSTRUCTION_OF, SIMPLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml import etree

    from lakip_gen.word.package.styles import Styles

_SEQ: Final = re.compile(r"\s*SEQ\s+(\S+)(.*)", re.DOTALL)
_REF: Final = re.compile(r"(\s*REF\s+)(\S+)")
_UNSEEN: Final = re.compile(r"\\h\b")
"""Numbers that are not shown are left to Word."""
_BY_HEADING: Final = re.compile(r"\\s\s*([1-9])\b")
"""Numbers that begin anew under each heading of a level."""
_HEADING: Final = re.compile(r"\s*STYLEREF\s+\"?(?:heading\s+|Heading\s+)?([1-9])\"?\s.*\\s\b")
"""The number of the last heading of a level, as it stands before such a number."""
_RESET: Final = re.compile(r"\\r\s*(\d{1,6})")
_REPEAT: Final = re.compile(r"\\c\b")
_ROMAN: Final = re.compile(r"\\\*\s*(roman|ROMAN)\b")
_DEEPEST: Final = 9
"""The level of the smallest headings."""
_LONGEST_NAME: Final = 34
"""Of a bookmark that gets a number behind it; Word allows 40 characters."""


@dataclass(frozen=True, slots=True)
class _Caption:
    """The number of a caption: its field, its label, the number it had and the one it gets."""

    element: etree._Element
    label: str
    old: str
    new: str


def part_rounds(root: etree._Element) -> bool:
    """Give the bookmarks that a loop has repeated names of their own, in the fields that name them too.

    A field means the bookmark of its own round: the next one where a first such field stands before the first bookmark,
    else the last one.
    """
    counts = Counter(mark.get(xml.NAME, "") for mark in root.iter(xml.BOOKMARK_START))
    repeated = {name for name, count in counts.items() if count > 1}
    seen: Counter[str] = Counter()
    is_ahead: dict[str, bool] = {}
    changed = False
    for element in root.iter(xml.BOOKMARK_START, SIMPLE) if repeated else ():
        field = _REF.match(element.get(INSTRUCTION_OF, "")) if element.tag == SIMPLE else None
        name = element.get(xml.NAME, "") if element.tag == xml.BOOKMARK_START else field[2] if field else ""
        if name not in repeated:
            continue
        seen[name] += element.tag == xml.BOOKMARK_START
        number = seen[name]
        if field:
            number = min(number + is_ahead.setdefault(name, not number), counts[name])
            code = element.get(INSTRUCTION_OF, "")
            element.set(INSTRUCTION_OF, f"{field[1]}{_named(name, number)}{code[field.end() :]}")
        elif name in is_ahead or _is_named(root, name):
            is_ahead.setdefault(name, False)
            element.set(xml.NAME, _named(name, number))
        changed = True
    return changed


def _is_named(root: etree._Element, name: str) -> bool:
    fields = (_REF.match(field.get(INSTRUCTION_OF, "")) for field in root.iter(SIMPLE))
    return any(field is not None and field[2] == name for field in fields)


def _named(name: str, number: int) -> str:
    return name if number <= 1 else f"{name[:_LONGEST_NAME]}_{number}"


def number_captions(root: etree._Element, styles: Styles, numbers: Mapping[etree._Element, str]) -> bool:
    """Number the captions of a main part and what names them; return whether any number was another.

    Args:
        root: The main part of the filled document.
        styles: The document's styles, which tell its headings.
        numbers: What Word prints before a paragraph, where it does.
    """
    captions = list(_captions(root, styles.headings, numbers))
    changed = False
    for caption in captions:
        changed |= caption.old != caption.new
        print_texts(list(caption.element.iter(xml.T)), caption.new)
    if captions:
        changed |= _name_in_sentences(root, captions)
        changed |= _name_in_fields(root)
    return changed


def _captions(
    root: etree._Element, levels: Mapping[str, int], numbers: Mapping[etree._Element, str]
) -> Iterator[_Caption]:
    counts: Counter[str] = Counter()
    since: dict[int, Counter[str]] = {}
    """The counts at the last heading of each level or of one above it."""
    headings: dict[int, str] = {}
    for element in root.iter(xml.STYLE_OF_PARAGRAPH, SIMPLE):
        if element.tag == xml.STYLE_OF_PARAGRAPH:
            level = levels.get(element.get(xml.VAL, ""), 0)
            paragraph = xml.paragraph_of(element)
            if level and paragraph is not None:
                headings[level] = numbers.get(paragraph, "")
                since |= {deeper: Counter(counts) for deeper in range(level, _DEEPEST + 1)}
            continue
        instruction = element.get(INSTRUCTION_OF, "")
        if (heading := _HEADING.match(instruction)) and (shown := _digits(headings.get(int(heading[1]), ""))):
            yield _Caption(element, "", _text(element), shown)
        found = _SEQ.match(instruction)
        if found is None or _UNSEEN.search(found[2]):
            continue
        label, switches = found[1], found[2]
        reset, by_heading = _RESET.search(switches), _BY_HEADING.search(switches)
        counts[label] = int(reset[1]) if reset else counts[label] + (_REPEAT.search(switches) is None)
        before = since.get(int(by_heading[1]), Counter())[label] if by_heading else 0
        yield _Caption(element, label, _text(element), _written(counts[label] - before, switches))


def _digits(number: str) -> str:
    """Return the number of a heading as it stands before that of a caption: `BAB III` is `III`."""
    return number.rsplit(maxsplit=1)[-1].rstrip(".") if number.split() else ""


def _written(number: int, switches: str) -> str:
    roman = _ROMAN.search(switches)
    if roman is None or number < 1:
        return str(number)
    return romawi(number).lower() if roman[1].islower() else romawi(number)


def _text(element: etree._Element) -> str:
    return "".join(carrier.text or "" for carrier in element.iter(xml.T))


def _name_in_sentences(root: etree._Element, captions: Sequence[_Caption]) -> bool:
    """Print the new number wherever a sentence names a caption; return whether it was another."""
    changed = False
    renumbered = {(one.label, one.old): one.new for one in captions}
    doubtful = {
        label
        for label in {one.label for one in captions} - {""}
        if max(Counter(one.old for one in captions if one.label == label).values()) > 1
    }
    following = _Following(root, captions) if doubtful else None
    for reference in references(root):
        label, old = reference.label, reference.number
        number = renumbered.get((label, old), old)
        if following is not None and label in doubtful:
            number = following.number(label, reference.runs[0]) or old
        if number != old:
            reference.show(number)
            changed = True
    return changed


class _Following:
    """Tells which caption comes next: what a sentence names where the template's own numbers say nothing.

    That is so where a loop has repeated a number: somebody let Word or LibreOffice update the fields of the template.
    """

    def __init__(self, root: etree._Element, captions: Sequence[_Caption]) -> None:
        self.order = {element: index for index, element in enumerate(root.iter("*"))}
        self.captions = captions

    def number(self, label: str, element: etree._Element) -> str:
        """Return the number of the next caption of a label; empty when there is none."""
        place = self.order[element]
        later = (one.new for one in self.captions if one.label == label and self.order[one.element] > place)
        return next(later, "")


def _name_in_fields(root: etree._Element) -> bool:
    """Let the fields that name the bookmark of a caption show what it holds now."""
    shown = {name: text for paragraph in _numbered_paragraphs(root) for name, text in _bookmarked(paragraph)}
    changed = False
    for element in root.iter(SIMPLE):
        field = _REF.match(element.get(INSTRUCTION_OF, ""))
        text = shown.get(field[2]) if field else None
        if text and text != _text(element):
            print_texts(list(element.iter(xml.T)), text)
            changed = True
    return changed


def _numbered_paragraphs(root: etree._Element) -> Iterator[etree._Element]:
    for element in root.iter(SIMPLE):
        paragraph = xml.closest(element, xml.P)
        if paragraph is not None and _SEQ.match(element.get(INSTRUCTION_OF, "")):
            yield paragraph


def _bookmarked(paragraph: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield the names of the bookmarks that begin and end in a paragraph, with the text between."""
    open_marks: dict[str, tuple[str, list[str]]] = {}
    for element in paragraph.iter(xml.BOOKMARK_START, xml.BOOKMARK_END, xml.T):
        number = element.get(xml.ID, "")
        if element.tag == xml.T:
            for _, pieces in open_marks.values():
                pieces.append(element.text or "")
        elif element.tag == xml.BOOKMARK_START:
            open_marks[number] = (element.get(xml.NAME, ""), [])
        elif number in open_marks:
            name, pieces = open_marks.pop(number)
            yield name, "".join(pieces)
