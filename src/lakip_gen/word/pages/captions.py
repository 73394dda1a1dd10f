"""The headings and captions of a finished document: bookmarked, and what refers to them.

Word numbers captions by fields and knows them by bookmarks. Both are made here in the form Word gives them, so that
its lists, and the sentences that name a table or a figure, follow when somebody moves one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lxml import etree

from lakip_gen.word.package import xml
from lakip_gen.word.package.xml import W

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from lakip_gen.word.package.styles import Styles

REFERENCE_STYLE: Final = "Rujukan"
"""The character style of what is to become a reference to a caption."""
INSTRUCTION: Final = f"{W}instrText"
_SEQ: Final = re.compile(r"^\s*SEQ\s+(\S+)")
_RUN_STYLE: Final = f"{W}rStyle"
_SIMPLE_FIELD: Final = f"{W}fldSimple"
_OUTLINE: Final = f"{W}outlineLvl"
_BODY_LEVEL: Final = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a contents list.

    Attributes:
        text: Its text.
        bookmark: The bookmark of what it points at.
        kind: `heading`, or the label of a caption.
        level: The level of a heading by its style, 1 the highest; 0 for none.
        style: The id of its style.
        outline: The level that its paragraph has by itself; 0 for none.
    """

    text: str
    bookmark: str
    kind: str = "judul"
    level: int = 1
    style: str = ""
    outline: int = 0


def mark_landmarks(
    root: etree._Element,
    styles: Styles,
    numbers: Mapping[etree._Element, str],
    asked: Collection[str] = (),
    *,
    by_outline: bool = False,
) -> list[Entry]:
    """Bookmark the headings and captions, let sentences refer to them, and return them in reading order.

    Args:
        root: The main part of the filled document.
        styles: The document's styles, which tell its headings.
        numbers: What Word prints before a paragraph, where it does.
        asked: The ids of further styles that a contents list asks for.
        by_outline: Whether one asks for paragraphs with a level of their own.
    """
    entries = _mark(root, _landmarks(root, styles.headings, asked, by_outline=by_outline), numbers)
    _refer(root)
    return entries


def _mark(
    root: etree._Element, landmarks: Mapping[etree._Element, tuple[str, int]], numbers: Mapping[etree._Element, str]
) -> list[Entry]:
    """Bookmark every heading and caption, and return them in reading order."""
    first = 1 + max((xml.whole(mark.get(xml.ID, "")) for mark in root.iter(xml.BOOKMARK_START)), default=0)
    result: list[Entry] = []
    counts: dict[str, int] = {}
    for paragraph, (label, level) in landmarks.items():
        if label:
            counts[label] = counts.get(label, 0) + 1
        if not (text := line_text(paragraph)):
            continue
        number = len(result)
        entry = Entry(
            text=f"{numbers.get(paragraph, '')} {text}".strip(),
            bookmark=f"_Toc9{number:08d}",
            kind=label or "judul",
            level=level,
            style=xml.style_id(paragraph),
            outline=_outline_of(paragraph),
        )
        _bookmark(paragraph, entry.bookmark, first + 2 * number)
        if label:
            _bookmark(paragraph, f"_Ref9{_code(label, counts[label])}", first + 2 * number + 1, up_to_number=True)
        result.append(entry)
    return result


def _outline_of(paragraph: etree._Element) -> int:
    level = xml.number(paragraph.find(xml.OUTLINE_LEVEL), "val", _BODY_LEVEL)
    return level + 1 if 0 <= level < _BODY_LEVEL else 0


def _landmarks(
    root: etree._Element, levels: Mapping[str, int], asked: Collection[str], *, by_outline: bool
) -> dict[etree._Element, tuple[str, int]]:
    """Return the paragraphs that are captions or headings, in reading order, with their label and level."""
    found: dict[etree._Element, tuple[str, int]] = {}
    for element in root.iter(xml.STYLE_OF_PARAGRAPH, _OUTLINE, _SIMPLE_FIELD):
        caption = _SEQ.match(element.get(f"{W}instr", "")) if element.tag == _SIMPLE_FIELD else None
        style = element.get(xml.VAL, "") if element.tag == xml.STYLE_OF_PARAGRAPH else ""
        level = levels.get(style, 0)
        if not (caption or level or style in asked or (by_outline and element.tag == _OUTLINE)):
            continue
        paragraph = xml.closest(element, xml.P) if caption else xml.paragraph_of(element)
        if paragraph is not None:
            label, known_level = found.get(paragraph, ("", 0))
            found[paragraph] = (caption[1] if caption else label, level or known_level)
    return found


def _code(label: str, number: int) -> str:
    return f"{sum(map(ord, label)):04d}{number:05d}"


def line_text(paragraph: etree._Element) -> str:
    """Return a paragraph's text on one line, without the codes of its fields."""
    pieces = (one.text or "" if one.tag == xml.T else " " for one in paragraph.iter(xml.T, xml.TAB, xml.BR))
    return " ".join("".join(pieces).split())


def _bookmark(paragraph: etree._Element, name: str, number: int, *, up_to_number: bool = False) -> None:
    """Put a bookmark around a paragraph's content, or around the label and number of a caption."""
    start = new_element("bookmarkStart", id=str(number), name=name)
    end = new_element("bookmarkEnd", id=str(number))
    paragraph.insert(1 if len(paragraph) and paragraph[0].tag == f"{W}pPr" else 0, start)
    field = paragraph.find(_SIMPLE_FIELD) if up_to_number else None
    if field is not None:
        field.addnext(end)
    else:
        paragraph.append(end)


def _refer(root: etree._Element) -> None:
    """Turn the words that name a caption into fields that follow it; its captions are numbered and bookmarked."""
    known = {mark.get(xml.NAME, "") for mark in root.iter(xml.BOOKMARK_START)}
    for reference in references(root):
        name = f"_Ref9{_code(reference.label, xml.whole(reference.number))}"
        if name in known:
            reference.show(reference.number)
            field = new_element("fldSimple", instr=f" REF {name} \\h ")
            reference.runs[0].addprevious(field)
            field.extend(reference.runs)


def print_texts(texts: Sequence[etree._Element], text: str) -> None:
    """Put a text into the first of the elements that held another one together."""
    for index, carrier in enumerate(texts):
        carrier.text = "" if index else text


@dataclass(frozen=True, slots=True)
class Reference:
    """The words of a sentence that name a caption: its runs, the elements that hold the words, and what they say."""

    runs: list[etree._Element]
    texts: list[etree._Element]
    label: str
    number: str

    def show(self, number: str) -> None:
        """Name the caption by a number, which stays on one line with its label."""
        print_texts(self.texts, f"{self.label}\N{NO-BREAK SPACE}{number}")


def references(root: etree._Element) -> list[Reference]:
    """Return the references that are a label and a number."""
    found = []
    for runs in _runs_of_references(root):
        texts = [carrier for run in runs for carrier in run.iter(xml.T)]
        words = "".join(carrier.text or "" for carrier in texts).split()
        if [word.isdigit() for word in words] == [False, True]:
            found.append(Reference(runs, texts, *words))
    return found


def _runs_of_references(root: etree._Element) -> list[list[etree._Element]]:
    """Return the runs of each reference to a caption; where somebody edited it, Word has cut it in several."""
    found: list[list[etree._Element]] = []
    for style in root.iter(_RUN_STYLE):
        if style.get(xml.VAL) != REFERENCE_STYLE:
            continue
        run = next(style.iterancestors(xml.R), None)
        if run is None or next(run.iterancestors(_SIMPLE_FIELD), None) is not None:
            continue
        before = run.getprevious()
        while before is not None and before.tag == xml.PROOF_ERR:
            before = before.getprevious()
        if found and before is found[-1][-1]:
            found[-1].append(run)
        else:
            found.append([run])
    return found


def new_element(tag: str, /, **attributes: str) -> etree._Element:
    """Return an element of Word's own with attributes of Word's own."""
    element = etree.Element(f"{W}{tag}", nsmap={"w": xml.W_NS})
    for key, value in attributes.items():
        element.set(f"{W}{key}", value)
    return element
