"""A copy of a template with a Word comment at each fault; the template itself stays as it is.

Word allows no comments in headers, footers, notes and text boxes. What is wrong there is said at the
paragraph around it, or at the beginning of the document, with its place in the comment's text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from lakip_gen.ooxml.writer import write_container
from lakip_gen.word.package import opc, xml
from lakip_gen.word.package.styles import Styles
from lakip_gen.word.package.xml import W
from lakip_gen.word.tags.place import Place, paragraphs
from lakip_gen.word.template.hidden_tags import hidden_flaws
from lakip_gen.word.template.old_comments import PROGRAM_AUTHOR, without_own_comments
from lakip_gen.word.template.tagged_parts import tagged_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lakip_gen.pesan.katalog import TemuanTerbaca
    from lakip_gen.word.tags.place import Paragraph

_NAMESPACES: Final = {"w": xml.W_NS}
_PART: Final = "word/comments.xml"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_BOLD: Final = True


def add_comments(data: bytes, name: str, findings: Sequence[TemuanTerbaca]) -> bytes | None:
    """Return the annotated copy of a template; None for what is no usable Word document.

    Args:
        data: The template's file.
        name: Its name, as the findings show it.
        findings: What was found in it, in words.
    """
    opened, _ = opc.open_docx(data, name)
    main = "" if opened is None else xml.main_part(opened)
    if opened is None or main not in opened:
        return None
    try:
        opened = without_own_comments(opened)
        root = xml.parse(opened[main])
        by_place = _by_place(_paragraphs(opened, main, root, name))
    except etree.XMLSyntaxError:
        return None
    parts = dict(opened)
    comments = _Comments(parts, main)
    for finding in findings:
        _annotate(root, by_place.get(finding.asal.lembar, ()), finding, comments)
    parts[main] = xml.serialise(root)
    comments.close()
    return write_container(parts)


def _paragraphs(parts: Mapping[str, bytes], main: str, root: etree._Element, file: str) -> Iterator[Paragraph]:
    """Yield the paragraphs with brackets of all parts, those of the main part from its own tree."""
    styles = Styles(parts).heading_ids
    for name, label in tagged_parts(parts):
        tree = root if name == main else xml.parse(parts[name])
        yield from paragraphs(tree, Place(file, label), styles, hidden_flaws(parts, name, tree))


def _by_place(paragraphs: Iterable[Paragraph]) -> dict[str, list[Paragraph]]:
    found: dict[str, list[Paragraph]] = {}
    for paragraph in paragraphs:
        found.setdefault(str(paragraph.place), []).append(paragraph)
    return found


def _annotate(root: etree._Element, here: Sequence[Paragraph], finding: TemuanTerbaca, comments: _Comments) -> None:
    found = _find(here, finding)
    first, last = _anchor(root, found, finding.nilai)
    if first is None or last is None:
        return
    is_near = found is not None and xml.closest(first, xml.P) is found.element
    number = comments.add(finding, "" if is_near else finding.asal.lembar)
    _mark(first, last, number)


def _find(here: Sequence[Paragraph], finding: TemuanTerbaca) -> Paragraph | None:
    """Return the paragraph of a finding, the one with its text if several have its place."""
    if len(here) == 1:
        return here[0]
    wanted = _plain(finding.nilai)
    return next((paragraph for paragraph in here if wanted in _plain(paragraph.text)), next(iter(here), None))


def _plain(text: str) -> str:
    return " ".join(text.removesuffix("…").split())


def _anchor(
    root: etree._Element, paragraph: Paragraph | None, value: str
) -> tuple[etree._Element | None, etree._Element | None]:
    """Return the first and the last run to be marked; both the paragraph itself where there is no run."""
    if paragraph is None or paragraph.element.getroottree().getroot() is not root:
        start = next(root.iter(xml.P), None)
        return start, start
    outer = list(paragraph.element.iterancestors(xml.P))
    if outer:  # in a text box
        return outer[-1], outer[-1]
    runs = [run for piece in _covering(paragraph, value) if (run := xml.closest(piece, xml.R)) is not None]
    return (runs[0], runs[-1]) if runs else (paragraph.element, paragraph.element)


def _covering(paragraph: Paragraph, value: str) -> list[etree._Element]:
    """Return the carriers of a text in a paragraph; all of them when it stands there in another form."""
    text = value.removesuffix("…")
    start = paragraph.text.find(text) if text else -1
    end = start + len(text)
    every = paragraph.pieces
    hit = [one for one in every if start >= 0 and one.start < end and one.end > start]
    return [one.element for one in hit or every]


def _mark(first: etree._Element, last: etree._Element, number: str) -> None:
    """Put the marks of a comment around runs, or into a paragraph around all it holds."""
    start, end = (_element(f"commentRange{name}", id=number) for name in ("Start", "End"))
    reference = _element("r", _element("commentReference", id=number))
    if first.tag == xml.P:
        formatting = first.find(f"{W}pPr")
        first.insert(0 if formatting is None else first.index(formatting) + 1, start)
        last.extend((end, reference))
        return
    first.addprevious(start)
    last.addnext(end)
    end.addnext(reference)


class _Comments:
    """The part of comments: what is in it already stays."""

    def __init__(self, parts: dict[str, bytes], main: str) -> None:
        self.parts = parts
        self.main = main
        self.name = opc.target_of(parts, main, "comments")
        self.root = xml.parse(parts[self.name]) if self.name else etree.Element(f"{W}comments", nsmap=_NAMESPACES)
        self.number = max((xml.whole(c.get(xml.ID, "")) for c in self.root.iterchildren(xml.COMMENT)), default=-1)

    def add(self, finding: TemuanTerbaca, spot: str) -> str:
        """Add a comment and return its number."""
        self.number += 1
        number = str(self.number)
        lines = [_line(f"{finding.tingkat.value.capitalize()}: {finding.judul}", bold=_BOLD)]
        lines += [_line(f"Letak: {spot}.")] if spot else []
        lines += [_line(finding.pesan), _line(f"Perbaikan: {finding.perbaikan}")]
        lines[0].insert(0, _element("r", _element("annotationRef")))
        self.root.append(_element("comment", *lines, id=number, author=PROGRAM_AUTHOR, initials="LG"))
        return number

    def close(self) -> None:
        """Put the comments among the parts."""
        if self.name:
            self.parts[self.name] = xml.serialise(self.root)
        else:
            opc.add_part(self.parts, _PART, xml.serialise(self.root), _TYPE)
            opc.relate(self.parts, self.main, opc.Relation(f"{xml.LINK_TYPE}comments", _PART))


def _line(text: str, *, bold: bool = False) -> etree._Element:
    carrier = etree.Element(xml.T)
    carrier.set(xml.SPACE, "preserve")
    carrier.text = text
    formatting = [_element("rPr", _element("b"))] if bold else []
    return _element("p", _element("r", *formatting, carrier))


def _element(tag: str, *children: etree._Element, **attributes: str) -> etree._Element:
    result = etree.Element(f"{W}{tag}", nsmap=_NAMESPACES)
    for key, value in attributes.items():
        result.set(f"{W}{key}", value)
    result.extend(children)
    return result
