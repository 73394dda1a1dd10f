"""A copy of a template with a Word comment at each fault; the template itself stays as it is.

Word allows no comments in headers, footers, notes and text boxes. What is wrong there is said at the
paragraph around it, or at the beginning of the document, with its place in the comment's text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from lakip_gen.ooxml.writer import write_container
from lakip_gen.word.package import opc, xml
from lakip_gen.word.package.comment_part import CommentPart, line, mark
from lakip_gen.word.package.styles import Styles
from lakip_gen.word.tags.place import Place, paragraphs
from lakip_gen.word.template.hidden_tags import hidden_flaws
from lakip_gen.word.template.old_comments import PROGRAM_AUTHOR, without_own_comments
from lakip_gen.word.template.tagged_parts import tagged_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lakip_gen.pesan.katalog import TemuanTerbaca
    from lakip_gen.word.tags.place import Paragraph

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
    comments = CommentPart(parts, main)
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


def _annotate(root: etree._Element, here: Sequence[Paragraph], finding: TemuanTerbaca, comments: CommentPart) -> None:
    found = _find(here, finding)
    first, last = _anchor(root, found, finding.nilai)
    if first is None or last is None:
        return
    is_near = found is not None and xml.closest(first, xml.P) is found.element
    number = comments.add(_lines(finding, "" if is_near else finding.asal.lembar), PROGRAM_AUTHOR, "LG")
    mark(first, last, number)


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


def _lines(finding: TemuanTerbaca, spot: str) -> list[etree._Element]:
    """Return what a comment says of a finding, with its place where the comment stands elsewhere."""
    lines = [line(f"{finding.tingkat.value.capitalize()}: {finding.judul}", bold=_BOLD)]
    lines += [line(f"Letak: {spot}.")] if spot else []
    return [*lines, line(finding.pesan), line(f"Perbaikan: {finding.perbaikan}")]
