"""Take the tags out of one part of a template."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from jinja2 import nodes
from lxml import etree

from lakip_gen.word.package import xml
from lakip_gen.word.tags.assemble import PlacedTag, assemble
from lakip_gen.word.tags.expression import Statement, names_given, parse
from lakip_gen.word.tags.lift import lift
from lakip_gen.word.tags.place import paragraphs
from lakip_gen.word.tags.runs import MARK_START, TOKEN, join_runs
from lakip_gen.word.tags.sandbox import is_chart
from lakip_gen.word.tags.tables import note_repeated_columns, note_touching
from lakip_gen.word.tags.tag import Level, lex
from lakip_gen.word.tags.tidy import tidy
from lakip_gen.word.template.alone import widen
from lakip_gen.word.template.bounds import MOST_TAGS, MOST_TAGS_BESIDE, too_large
from lakip_gen.word.template.cell_tags import CellTags
from lakip_gen.word.template.hidden_tags import drop_stale, hidden_flaws
from lakip_gen.word.template.include import Inclusion, unwrap
from lakip_gen.word.template.joined_lines import join_lines
from lakip_gen.word.template.pictures import asked_picture, picture_in_text, replace_picture
from lakip_gen.word.template.styled_lists import number_directly
from lakip_gen.word.template.tracked import accept_moves
from lakip_gen.word.template.width import chart_fault, text_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lakip_gen.domain.temuan import Temuan
    from lakip_gen.word.tags.place import Paragraph, Place
    from lakip_gen.word.tags.tag import Flaw, Tag
    from lakip_gen.word.template.pictures import AskedPicture

_BINDINGS: Final = ("dataBinding", "showingPlcHdr")
"""What lets Word replace or clear the text of a content control."""


@dataclass(frozen=True, slots=True, eq=False)
class TaggedPart:
    """One part with tags.

    Attributes:
        name: The part's name in the container.
        tree: Jinja's syntax tree of the whole part.
        places: The place and the text of each tag, by its number.
        levels: What the part's tags take the place of.
    """

    name: str
    tree: nodes.Template
    places: tuple[tuple[Place, str], ...]
    levels: frozenset[Level]


@dataclass(slots=True)
class _CollectedTags:
    """What is known of a part's tags, by their numbers."""

    name: str
    inclusion: Inclusion
    tags: dict[int, Tag] = field(default_factory=dict)
    places: dict[int, Place] = field(default_factory=dict)
    parents: dict[int, etree._Element] = field(default_factory=dict)
    findings: list[tuple[int, Temuan]] = field(default_factory=list)
    has_pictures: bool = False
    is_full: bool = False
    """Whether there are more tags than are read."""
    elements: dict[int, etree._Element] = field(default_factory=dict)
    """The paragraph of each tag."""
    widths: dict[int, int] = field(default_factory=dict)
    """How wide the charts may be."""

    def take(self, paragraph: Paragraph) -> None:
        """Take the tags out of a paragraph."""
        found, flaws = lex(paragraph.text)
        if self.is_full:
            return
        if flaw := self._too_many(found):
            self.report(len(self.tags), paragraph.place, flaw)
            return
        for flaw in (*flaws, *paragraph.hidden):
            self.report(len(self.tags), paragraph.place, flaw)
        if flaw := self.inclusion.failed.get(paragraph.element):
            self.report(len(self.tags), paragraph.place, flaw)
            return
        self._put_pictures(paragraph)
        numbered = list(enumerate(found, start=len(self.tags)))
        self.tags.update(numbered)
        self.places.update((number, paragraph.place) for number, _ in numbered)
        self.elements.update((number, paragraph.element) for number, _ in numbered)
        self._place_charts(paragraph, numbered)
        self.parents.update(join_runs(paragraph, numbered))

    def _too_many(self, found: Sequence[Tag]) -> Flaw | None:
        """Return the fault of too many tags; those are left where they stand."""
        if len(found) > MOST_TAGS_BESIDE:
            return too_large("banyaknya tag di satu paragraf", str(MOST_TAGS_BESIDE))
        if len(self.tags) + len(found) > MOST_TAGS:
            self.is_full = True
            return too_large("banyaknya tag", str(MOST_TAGS))
        return None

    def _put_pictures(self, paragraph: Paragraph) -> None:
        """Put pictures in the place of those that ask for them."""
        for marker in paragraph.pictures:
            self.has_pictures = True
            if flaw := replace_picture(marker, self.name, self.inclusion.parts, self.inclusion.library):
                self.report(len(self.tags), paragraph.place, flaw)

    def _place_charts(self, paragraph: Paragraph, numbered: list[tuple[int, Tag]]) -> None:
        """Measure the place of each chart, and tell of those that cannot stand where they do."""
        for number, tag in numbered:
            if not tag.is_chart:
                continue
            self.widths[number] = text_width(paragraph.element)
            if flaw := chart_fault(paragraph, tag, [one for _, one in numbered]):
                self.report(number, paragraph.place, flaw)

    def lift(self) -> None:
        """Let the tags take the places they name."""
        join_lines(self.tags, self.elements, self.parents)
        widen(self.tags, self.elements)
        lifted = [number for number, tag in self.tags.items() if tag.level is not Level.TEXT and not tag.is_chart]
        carriers = {number: self.elements[number] for number in lifted}
        for number, flaw in CellTags(self.tags, self.places, self.parents).settle(self.elements):
            self.report(number, self.places[number], flaw)
        note_repeated_columns(carriers, self.tags)
        parents, faults = lift(carriers, self.tags)
        self.parents.update(parents)
        for number, flaw in faults.items():
            self.report(number, self.places[number], flaw)

    def read(self) -> list[PlacedTag]:
        """Return the tags with what they say."""
        statements = {number: parse(tag) for number, tag in self.tags.items()}
        given = (name.casefold() for one in statements.values() for name in names_given(one.node))
        data_names = self.inclusion.data_names.union(given)
        for number, tag in self.tags.items():
            if asked := asked_picture(tag, data_names, self.inclusion.library):
                statements[number] = self._draw(asked, number)
        placed_tags = [
            PlacedTag(number, tag, self.places[number], statements[number], self.parents.get(number))
            for number, tag in self.tags.items()
        ]
        for placed in placed_tags:
            if placed.statement.flaw:
                self.report(placed.number, placed.place, placed.statement.flaw)
            if is_chart(placed.statement.node):
                placed.statement.node.args = [nodes.Const(self.widths[placed.number])]
        return placed_tags

    def _draw(self, asked: AskedPicture, number: int) -> Statement:
        """Return a tag that asks for a picture as one that prints it."""
        library, parts = self.inclusion.library, self.inclusion.parts
        main = xml.main_part(parts)
        sections = () if self.name == main else tuple(xml.parse(parts[main], huge=True).iter(xml.SECT_PR))
        width = text_width(self.elements[number], sections)
        drawn, flaw = picture_in_text(asked, self.tags[number], width, self.name, parts, library)
        return Statement("", nodes.TemplateData(drawn), flaw)

    def report(self, number: int, place: Place, flaw: Flaw) -> None:
        """Keep a fault under the number of its tag."""
        self.findings.append((number, place.finding(flaw.code, flaw.text, **dict(flaw.details))))


def open_part(
    name: str, root: etree._Element, base: Place, heading_styles: frozenset[str], inclusion: Inclusion
) -> tuple[TaggedPart | None, list[tuple[int, Temuan]]]:
    """Return a part without its tags, and its faults with the numbers of their tags.

    A part in which no tag is found comes back as None; what it takes in from beside the template is put among
    the parts.

    Args:
        name: The part's name in the container.
        root: Its tree, which is used up.
        base: The place of the part as a whole.
        heading_styles: The ids of the styles that are headings.
        inclusion: Takes in sub-templates and pictures.
    """
    is_changed = drop_stale(root) | inclusion.expand(root, name)
    hidden = hidden_flaws(inclusion.parts, name, root)
    is_changed |= accept_moves(root)
    collected = _CollectedTags(name, inclusion)
    for paragraph in paragraphs(root, base, heading_styles, hidden):
        collected.take(paragraph)
    if collected.tags:
        return _take_apart(root, base, collected)
    if is_changed or collected.has_pictures:
        unwrap(root)
        tidy(root, frozenset({Level.PARAGRAPH}))
        inclusion.parts[name] = xml.serialise(root)
    return None, collected.findings


def _take_apart(
    root: etree._Element, base: Place, collected: _CollectedTags
) -> tuple[TaggedPart | None, list[tuple[int, Temuan]]]:
    _free_controls(root)
    number_directly(root, collected.inclusion.parts)
    collected.lift()
    placed_tags = collected.read()
    note_touching(root)
    unwrap(root)
    pieces, order = _split(root)
    if sorted(order) != list(collected.tags) or any(MARK_START in text for text in pieces):
        return None, [*collected.findings, (0, base.finding("templat-karakter-terlarang", bagian=collected.name))]
    tree, faults = assemble(pieces, [placed_tags[number] for number in order])
    places = tuple((placed.place, placed.tag.text) for placed in placed_tags)
    levels = frozenset(tag.level for tag in collected.tags.values())
    return TaggedPart(collected.name, tree, places, levels), collected.findings + faults


def _free_controls(root: etree._Element) -> None:
    """Let content controls with tags show their own text: Word would put back what a bound one is bound to."""
    for control in root.iter(xml.SDT):
        settings = control.find(xml.SDT_PR)
        if settings is not None and any(MARK_START in text for text in control.itertext()):
            for mark in [mark for mark in xml.children(settings) if etree.QName(mark).localname in _BINDINGS]:
                xml.remove(mark)


def _split(root: etree._Element) -> tuple[list[str], list[int]]:
    """Return the serialised text between the tokens, and the tags' numbers in the order of the text."""
    _strip_paragraph_ids(root)
    pieces = TOKEN.split(etree.tostring(root, encoding="unicode", with_tail=False))
    return pieces[::2], [int(number) for number in pieces[1::2]]


def _strip_paragraph_ids(root: etree._Element) -> None:
    """Take out the ids that have to be unique, which loops would repeat; Word gives new ones."""
    for paragraph in root.iter(xml.P):
        for name in xml.PARAGRAPH_IDS:
            paragraph.attrib.pop(name, "")
