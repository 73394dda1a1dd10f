"""Fill the contents lists of a finished document.

Word makes such lists only when somebody asks it to. Here they are made from the headings and captions of the
document itself, in the form Word gives them, so that Word neither asks nor changes anything on opening.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from lxml import etree

from lakip_gen.word.package import xml
from lakip_gen.word.package.contents_list import entries_of, only_word_makes, switches
from lakip_gen.word.package.xml import W
from lakip_gen.word.pages.captions import INSTRUCTION, line_text, mark_landmarks, new_element

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lakip_gen.word.package.styles import Styles
    from lakip_gen.word.pages.captions import Entry

NO_NUMBERS_YET: Final = (
    "Nomor halaman belum terisi. Setelah naskah selesai disunting, klik kanan daftar ini, lalu pilih Perbarui Bidang "
    "(Update Field)."
)
EMPTY_LIST: Final = "Tidak ada."
_LEVELS: Final = re.compile(r'\\o\s+"(\d)-(\d)"')
_LABEL: Final = re.compile(r'\\c\s+"([^"]+)"')
_LIST: Final = re.compile(rb"<w:instrText[^<>]*>\s*T(?:OC?)?[ <]")
"""How a contents list begins; Word may cut its instruction after any letter."""
_STYLES: Final = re.compile(r'\\t\s+"([^"]+)"')
_BY_OUTLINE: Final = re.compile(r"\\u\b")
_USUAL: Final = (1, 3)
_NONE: Final = (1, 0)
_CAPTION_STYLE: Final = "TableofFigures"
_LINK: Final = f"{W}hyperlink"
_ANCHOR: Final = f"{W}anchor"
_OPENING: Final = 3
"""The runs with which a field begins: its first mark, its instruction, and the mark before what it shows."""


def has_contents(data: bytes) -> bool:
    """Return whether a main part has a contents list, without parsing it."""
    return _LIST.search(data) is not None


def fill_contents(root: etree._Element, styles: Styles, numbers: Mapping[etree._Element, str]) -> bool:
    """Fill the contents lists of a main part in place; return whether it has any.

    The lists have no page numbers yet and say how to get them.

    Args:
        root: The main part of the filled document.
        styles: The document's styles, which tell its headings.
        numbers: What Word prints before a paragraph, where it does.
    """
    fields = list(_contents(root))
    if not fields:
        return False
    chosen = [_Choice.read(field.instruction) for field in fields]
    asked = styles.ids({name for choice in chosen for name in choice.styles})
    entries = mark_landmarks(root, styles, numbers, asked, by_outline=any(choice.by_outline for choice in chosen))
    for field, choice in zip(fields, chosen, strict=True):
        _fill(field, [*choice.lines(entries, asked)])
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
    if line_text(note) == NO_NUMBERS_YET:
        for run in reversed(note.findall(xml.R)[:_OPENING]):
            line.insert(1, run)
        xml.remove(note)


@dataclass(frozen=True, slots=True)
class _Field:
    """A contents list: its instruction and the paragraphs it stands in."""

    instruction: str
    paragraphs: tuple[etree._Element, ...]


def _contents(root: etree._Element) -> Iterator[_Field]:
    """Yield the contents lists, made by this program or by Word."""
    has_entries = entries_of(root)
    for code in root.iter(INSTRUCTION):
        paragraph = next(code.iterancestors(xml.P), None)
        if paragraph is None or not "TOC ".startswith((code.text or "").strip()[:4] or "-"):
            continue
        instruction = _whole(code)
        if instruction.startswith("TOC ") and not only_word_makes(instruction, has_entries):
            yield _Field(instruction, tuple(_span(paragraph)))


def _whole(code: etree._Element) -> str:
    """Return a field's instruction from one of its pieces on, up to the mark that ends it."""
    pieces: list[str] = []
    run = code.getparent()
    for element in () if run is None else (run, *run.itersiblings()):
        if pieces and element.find(f"{W}fldChar") is not None:
            break
        pieces += [piece.text or "" for piece in element.iter(INSTRUCTION)]
    return "".join(pieces).strip()


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
    lines = [_line(entry) for entry in entries]
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Choice:
    """What a contents list asks for.

    Attributes:
        label: The label of the captions it lists; empty for one of headings.
        levels: The lowest and the highest level of headings.
        styles: The levels of further styles by their names in small letters.
        by_outline: Whether paragraphs with a level of their own are headings.
    """

    label: str
    levels: tuple[int, int]
    styles: Mapping[str, int]
    by_outline: bool

    @classmethod
    def read(cls, instruction: str) -> _Choice:
        """Return what an instruction asks for; without a word on it, headings of three levels."""
        label, levels, styles = (found.search(instruction) for found in (_LABEL, _LEVELS, _STYLES))
        names = re.split("[,;]", styles[1]) if styles else []
        by_outline = _BY_OUTLINE.search(switches(instruction)) is not None
        return cls(
            label=label[1] if label else "",
            levels=(int(levels[1]), int(levels[2])) if levels else _NONE if names or by_outline else _USUAL,
            styles={n.strip().lower(): xml.whole(m.strip(), 1) for n, m in zip(names[::2], names[1::2], strict=False)},
            by_outline=by_outline,
        )

    def lines(self, entries: Sequence[Entry], asked: Mapping[str, str]) -> Iterator[Entry]:
        """Yield the entries of the list, each with its level in it.

        Args:
            entries: All headings and captions.
            asked: The names of the styles that lists ask for, by their ids.
        """
        for entry in entries:
            if self.label or entry.kind != "judul":
                yield from (entry,) if entry.kind == self.label else ()
            elif level := self._level(entry, asked):
                yield replace(entry, level=level)

    def _level(self, entry: Entry, asked: Mapping[str, str]) -> int:
        if level := self.styles.get(asked.get(entry.style, ""), 0):
            return level
        lowest, highest = self.levels
        if lowest <= entry.level <= highest:
            return entry.level
        return entry.outline if self.by_outline else 0


def _line(entry: Entry) -> etree._Element:
    link = new_element("hyperlink", anchor=entry.bookmark, history="1")
    link.extend([_run(entry.text), _tab(), _mark_run("begin"), _instruction(f"PAGEREF {entry.bookmark} \\h")])
    link.extend([_mark_run("separate"), _run(""), _mark_run("end")])
    line = _plain("", f"TOC{entry.level}" if entry.kind == "judul" else _CAPTION_STYLE)
    line.append(link)
    return line


def _plain(text: str, style: str) -> etree._Element:
    line = new_element("p")
    etree.SubElement(line, f"{W}pPr").append(new_element("pStyle", val=style))
    if text:
        line.append(_run(text))
    return line


def _run(text: str) -> etree._Element:
    run = new_element("r")
    carrier = etree.SubElement(run, xml.T)
    carrier.text = text
    carrier.set(xml.SPACE, "preserve")
    return run


def _tab() -> etree._Element:
    run = new_element("r")
    run.append(new_element("tab"))
    return run


def _mark_run(kind: str) -> etree._Element:
    run = new_element("r")
    run.append(new_element("fldChar", fldCharType=kind))
    return run


def _instruction(text: str) -> etree._Element:
    run = new_element("r")
    code = etree.SubElement(run, INSTRUCTION)
    code.text = f" {text} "
    code.set(xml.SPACE, "preserve")
    return run
