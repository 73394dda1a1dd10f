"""Fill the contents lists of a finished document, and let its sentences refer to its captions.

Word makes such lists only when somebody asks it to. Here they are made from the headings and captions of the
document itself, in the form Word gives them, so that Word neither asks nor changes anything on opening.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lxml import etree

from lakip_gen.word.package import xml
from lakip_gen.word.package.xml import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lakip_gen.word.package.styles import Styles

REFERENCE_STYLE: Final = "Rujukan"
"""The character style of what is to become a reference to a caption."""
NO_NUMBERS_YET: Final = (
    "Nomor halaman belum terisi. Setelah naskah selesai disunting, klik kanan daftar ini, lalu pilih Perbarui Bidang "
    "(Update Field)."
)
EMPTY_LIST: Final = "Tidak ada."
_SEQ: Final = re.compile(r"^\s*SEQ\s+(\S+)")
_LEVELS: Final = re.compile(r'\\o\s+"(\d)-(\d)"')
_LABEL: Final = re.compile(r'\\c\s+"([^"]+)"')
_CAPTION_STYLE: Final = "TableofFigures"
_STYLE_REFERENCE: Final = f"{W}pStyle"
_RUN_STYLE: Final = f"{W}rStyle"
_SIMPLE_FIELD: Final = f"{W}fldSimple"
_INSTRUCTION: Final = f"{W}instrText"
_LINK: Final = f"{W}hyperlink"
_ANCHOR: Final = f"{W}anchor"
_OPENING: Final = 3
"""The runs with which a field begins: its first mark, its instruction, and the mark before what it shows."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a contents list.

    Attributes:
        text: Its text.
        bookmark: The bookmark of what it points at.
        kind: `heading`, or the label of a caption.
        level: The level of a heading, 1 the highest.
    """

    text: str
    bookmark: str
    kind: str = "judul"
    level: int = 1


def has_contents(data: bytes) -> bool:
    """Return whether a main part has a contents list, without parsing it."""
    return b" TOC " in data


def fill_contents(root: etree._Element, styles: Styles) -> bool:
    """Fill the contents lists of a main part in place; return whether it has any.

    The lists have no page numbers yet and say how to get them.

    Args:
        root: The main part of the filled document.
        styles: The document's styles, which tell its headings.
    """
    fields = list(_contents(root))
    if not fields:
        return False
    printed: dict[tuple[str, str], list[str]] = {}
    entries = _mark(root, styles, printed)
    _refer(root, {old: new[0] for old, new in printed.items() if len(new) == 1})
    for field in fields:
        _fill(field, entries)
    return True


def number_contents(root: etree._Element, page_numbers: Mapping[str, str]) -> None:
    """Put page numbers into filled contents lists; a list that has some no longer says how to get them.

    Args:
        root: The main part.
        page_numbers: The printed page number by bookmark.
    """
    for field in list(_contents(root)):
        links = (link for one in field.paragraphs for link in one.iter(_LINK))
        known = [link for link in links if link.get(_ANCHOR) in page_numbers]
        for link in known:
            *_, number = link.iter(xml.T)
            number.text = page_numbers[link.get(_ANCHOR, "")]
        if known:
            _drop_note(*field.paragraphs[:2])


def _drop_note(note: etree._Element, line: etree._Element) -> None:
    """Take away how to get page numbers, and let the field begin in the first line of the list."""
    if _text(note) == NO_NUMBERS_YET:
        for run in reversed(note.findall(xml.R)[:_OPENING]):
            line.insert(1, run)
        xml.remove(note)


def _mark(root: etree._Element, styles: Styles, printed: dict[tuple[str, str], list[str]]) -> list[Entry]:
    """Bookmark every heading and caption, number the captions anew, and return them in reading order.

    Args:
        root: The main part.
        styles: The document's styles.
        printed: Takes in the new numbers by label and the number that the template had printed.
    """
    first = 1 + max((int(mark.get(xml.ID, "0")) for mark in root.iter(xml.BOOKMARK_START)), default=0)
    result: list[Entry] = []
    counts: dict[str, int] = {}
    for paragraph, (label, level) in _landmarks(root, styles).items():
        if label:
            counts[label] = counts.get(label, 0) + 1
            old = _renumber(paragraph, str(counts[label]))
            printed.setdefault((label, old), []).append(str(counts[label]))
        if not (text := _text(paragraph)):
            continue
        number = len(result)
        entry = Entry(text, f"_Toc9{number:08d}", label or "judul", level)
        _bookmark(paragraph, entry.bookmark, first + 2 * number)
        if label:
            _bookmark(paragraph, f"_Ref9{_code(label, counts[label])}", first + 2 * number + 1, up_to_number=True)
        result.append(entry)
    return result


def _landmarks(root: etree._Element, styles: Styles) -> dict[etree._Element, tuple[str, int]]:
    """Return the paragraphs that are captions or headings, in reading order, with their label and level."""
    found: dict[etree._Element, tuple[str, int]] = {}
    levels = styles.headings
    for element in root.iter(_STYLE_REFERENCE, _SIMPLE_FIELD, _INSTRUCTION):
        level, label = levels.get(element.get(xml.VAL, ""), 0), None
        if element.tag != _STYLE_REFERENCE:
            label = _SEQ.match(element.get(f"{W}instr") or element.text or "")
        if level or label:
            paragraph = next(element.iterancestors(xml.P))
            known_label, known_level = found.get(paragraph, ("", 0))
            found[paragraph] = (label[1] if label else known_label, level or known_level)
    return found


def _code(label: str, number: int) -> str:
    return f"{sum(map(ord, label)):04d}{number:05d}"


def _renumber(paragraph: etree._Element, number: str) -> str:
    """Number a caption; return the number it had."""
    fields = (f for f in paragraph.iterchildren(_SIMPLE_FIELD) if _SEQ.match(f.get(f"{W}instr", "")))
    texts = [carrier for field in fields for carrier in field.iter(xml.T)]
    old = "".join(carrier.text or "" for carrier in texts)
    _print(texts, number)
    return old


def _text(paragraph: etree._Element) -> str:
    """Return a paragraph's text on one line, without the codes of its fields."""
    pieces = (one.text or "" if one.tag == xml.T else " " for one in paragraph.iter(xml.T, xml.TAB, xml.BR))
    return " ".join("".join(pieces).split())


def _bookmark(paragraph: etree._Element, name: str, number: int, *, up_to_number: bool = False) -> None:
    """Put a bookmark around a paragraph's content, or around the label and number of a caption."""
    start = _new("bookmarkStart", id=str(number), name=name)
    end = _new("bookmarkEnd", id=str(number))
    paragraph.insert(1 if len(paragraph) and paragraph[0].tag == f"{W}pPr" else 0, start)
    field = paragraph.find(_SIMPLE_FIELD) if up_to_number else None
    if field is not None:
        field.addnext(end)
    else:
        paragraph.append(end)


def _refer(root: etree._Element, renumbered: Mapping[tuple[str, str], str]) -> None:
    """Turn the words that name a caption into fields that follow it, also where it got another number.

    Args:
        root: The main part, its captions numbered and bookmarked.
        renumbered: The number of each caption by label and the number that the template had printed.
    """
    known = {mark.get(xml.NAME, "") for mark in root.iter(xml.BOOKMARK_START)}
    for runs in _references(root):
        texts = [carrier for run in runs for carrier in run.iter(xml.T)]
        words = "".join(carrier.text or "" for carrier in texts).split()
        if [word.isdigit() for word in words] != [False, True]:
            continue
        label, old = words
        number = renumbered.get((label, old), old)
        name = f"_Ref9{_code(label, int(number))}"
        if name in known:
            _print(texts, f"{label}\N{NO-BREAK SPACE}{number}")
            field = _new("fldSimple", instr=f" REF {name} \\h ")
            runs[0].addprevious(field)
            field.extend(runs)


def _print(texts: Sequence[etree._Element], text: str) -> None:
    """Put a text into the first of the elements that held another one together."""
    for index, carrier in enumerate(texts):
        carrier.text = "" if index else text


def _references(root: etree._Element) -> list[list[etree._Element]]:
    """Return the runs of each reference to a caption; where somebody edited it, Word has cut it in several."""
    found: list[list[etree._Element]] = []
    for style in root.iter(_RUN_STYLE):
        run = next(style.iterancestors(xml.R), None)
        if (
            run is None
            or style.get(xml.VAL) != REFERENCE_STYLE
            or next(run.iterancestors(_SIMPLE_FIELD), None) is not None
        ):
            continue
        before = run.getprevious()
        while before is not None and before.tag == xml.PROOF_ERR:
            before = before.getprevious()
        if found and before is found[-1][-1]:
            found[-1].append(run)
        else:
            found.append([run])
    return found


@dataclass(frozen=True, slots=True)
class _Field:
    """A contents list: its instruction and the paragraphs it stands in."""

    instruction: str
    paragraphs: tuple[etree._Element, ...]


def _contents(root: etree._Element) -> Iterator[_Field]:
    """Yield the contents lists, made by this program or by Word."""
    for code in root.iter(_INSTRUCTION):
        if (code.text or "").strip().startswith("TOC "):
            paragraph = next(code.iterancestors(xml.P))
            yield _Field((code.text or "").strip(), tuple(_span(paragraph)))


def _span(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Yield a field's paragraphs, from the one it begins in to the one it ends in."""
    depth = 0
    one: etree._Element | None = paragraph
    while one is not None:
        yield one
        for mark in one.iter(f"{W}fldChar"):
            depth += {"begin": 1, "end": -1}.get(mark.get(f"{W}fldCharType", ""), 0)
        if depth <= 0:
            return
        one = one.getnext()


def _fill(field: _Field, entries: Sequence[Entry]) -> None:
    lines = [_line(entry) for entry in _chosen(field.instruction, entries)]
    lines.insert(0, _plain(NO_NUMBERS_YET, "Catatan") if lines else _plain(EMPTY_LIST, _CAPTION_STYLE))
    opening = (_mark_run("begin"), _instruction(field.instruction), _mark_run("separate"))
    for element in reversed(opening):
        lines[0].insert(1, element)
    lines[-1].append(_mark_run("end"))
    first = field.paragraphs[0]
    for line in lines:
        first.addprevious(line)
    for paragraph in field.paragraphs:
        xml.remove(paragraph)


def _chosen(instruction: str, entries: Sequence[Entry]) -> Iterator[Entry]:
    if label := _LABEL.search(instruction):
        yield from (entry for entry in entries if entry.kind == label[1])
        return
    levels = _LEVELS.search(instruction)
    lowest, highest = (int(levels[1]), int(levels[2])) if levels else (1, 3)
    yield from (entry for entry in entries if entry.kind == "judul" and lowest <= entry.level <= highest)


def _line(entry: Entry) -> etree._Element:
    link = _new("hyperlink", anchor=entry.bookmark, history="1")
    link.extend([_run(entry.text), _tab(), _mark_run("begin"), _instruction(f"PAGEREF {entry.bookmark} \\h")])
    link.extend([_mark_run("separate"), _run(""), _mark_run("end")])
    line = _plain("", f"TOC{entry.level}" if entry.kind == "judul" else _CAPTION_STYLE)
    line.append(link)
    return line


def _plain(text: str, styles: str) -> etree._Element:
    line = _new("p")
    etree.SubElement(line, f"{W}pPr").append(_new("pStyle", val=styles))
    if text:
        line.append(_run(text))
    return line


def _run(text: str) -> etree._Element:
    run = _new("r")
    carrier = etree.SubElement(run, xml.T)
    carrier.text = text
    carrier.set(xml.SPACE, "preserve")
    return run


def _tab() -> etree._Element:
    run = _new("r")
    run.append(_new("tab"))
    return run


def _mark_run(kind: str) -> etree._Element:
    run = _new("r")
    run.append(_new("fldChar", fldCharType=kind))
    return run


def _instruction(text: str) -> etree._Element:
    run = _new("r")
    code = etree.SubElement(run, _INSTRUCTION)
    code.text = f" {text} "
    code.set(xml.SPACE, "preserve")
    return run


def _new(tag: str, /, **attributes: str) -> etree._Element:
    element = etree.Element(f"{W}{tag}", nsmap={"w": xml.W_NS})
    for key, value in attributes.items():
        element.set(f"{W}{key}", value)
    return element
