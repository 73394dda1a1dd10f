"""Take sub-templates into a template: `{%p include "nama.docx" %}` stands for the content of another document.

So does `{{p nama }}`, as docxtpl has it, where neither data nor loops give that name and there is such a document.

It is done on the tree before any tag is read, so that the tags of a sub-template are checked and filled like
all others, with the names that are known at the place where it is taken in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from lxml import etree

from lakip_gen.word.package import xml
from lakip_gen.word.package.adopt import Adoption, UnsupportedError
from lakip_gen.word.tags.expression import included_name, lone_name, names_given, parse
from lakip_gen.word.tags.lift import carried, lost_with, would_lose
from lakip_gen.word.tags.runs import keep_section, section_of, token
from lakip_gen.word.tags.tag import Flaw, Level, excerpt, lex
from lakip_gen.word.template.bounds import (
    DEEPEST_INCLUSION,
    LARGEST_INCLUSION,
    MIB,
    MOST_INCLUSIONS,
    too_large,
)
from lakip_gen.word.template.integrity import open_document
from lakip_gen.word.template.library import find, names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lakip_gen.domain.temuan import Temuan
    from lakip_gen.word.tags.tag import Tag
    from lakip_gen.word.template.library import Library

_MAY_ASK: Final = re.compile(r"include|\{\{\s*p\s")


@dataclass(slots=True)
class Inclusion:
    """Takes sub-templates into the parts of one template.

    Attributes:
        parts: The template's parts, which get what the sub-templates bring along.
        library: The sub-templates there are.
        failed: Why a paragraph's sub-template could not be taken in.
        findings: What is wrong with the sub-templates as files.
    """

    parts: dict[str, bytes]
    library: Library
    failed: dict[etree._Element, Flaw] = field(default_factory=dict)
    findings: list[Temuan] = field(default_factory=list)
    count: int = 0
    """How many were taken in."""
    size: int = 0
    """How many bytes of XML they brought along."""
    opened: dict[str, Mapping[str, bytes] | None] = field(default_factory=dict)
    """The sub-templates by their path, each opened once."""
    is_full: bool = False
    """Whether no more are taken in; that is told once."""
    data_names: frozenset[str] = frozenset()
    """The names that data, loops and `set` give in the part under way, in small letters; they mean no file."""

    def expand(self, root: etree._Element, name: str) -> bool:
        """Take in what a part asks for; return whether anything was.

        Args:
            root: The part's tree.
            name: The part's name.
        """
        self.data_names = frozenset(map(str.casefold, self.library.data_names))
        return self._expand(root, name, ())

    def _expand(self, root: etree._Element, name: str, chain: tuple[str, ...]) -> bool:
        asked = self._asked(root)
        if any(tag.is_chart for _, tag in asked):
            self.data_names |= _given(root.getroottree().getroot())
        for paragraph, tag in asked:
            if self.is_full:
                break
            if not self._is_document(tag):
                continue  # a loop or a `set` gives the name, maybe one that was taken in since
            flaw = self._insert(paragraph, tag, name, chain)
            if flaw is not None:
                self.failed[paragraph] = flaw
        self._tell_crowded(root)
        return bool(asked)

    def _tell_crowded(self, root: etree._Element) -> None:
        """Keep what is wrong with a tag that looks like that of a chart and means a document, among other text."""
        for paragraph in root.iter(xml.P):
            text = _text(paragraph)
            tags = lex(text)[0] if _MAY_ASK.search(text) and paragraph not in self.failed else ()
            for tag in tags:
                if tag.is_chart and text.strip() != tag.text and self._is_document(tag):
                    self.failed[paragraph] = would_lose(tag, excerpt(text.replace(tag.text, "", 1)))
                    break

    def _asked(self, root: etree._Element) -> list[tuple[etree._Element, Tag]]:
        """Return the paragraphs that ask for a sub-template, with their tags."""
        found = ((paragraph, tag) for paragraph in root.iter(xml.P) if (tag := _lone_tag(paragraph)))
        return [(paragraph, tag) for paragraph, tag in found if self._is_document(tag)]

    def _is_document(self, tag: Tag) -> bool:
        """Return whether a tag means a sub-template, also one that looks like that of a chart."""
        if included_name(tag.content):
            return True
        name, library = lone_name(tag.content), self.library
        is_free = tag.is_chart and bool(name) and name.casefold() not in self.data_names
        return is_free and library.has(library.subtemplates, library.subtemplates_folder, name)

    def _insert(self, paragraph: etree._Element, tag: Tag, name: str, chain: tuple[str, ...]) -> Flaw | None:
        requested = included_name(tag.content) or lone_name(tag.content)
        file = find(self.library.subtemplates, requested)
        path = f"{self.library.subtemplates_folder}/{file}"
        if not file:
            if refusal := self.library.refusal(self.library.subtemplates_folder, requested):
                return Flaw("templat-berkas-tertutup", tag.text, refusal)
            details = (("nama", requested), ("letak", self.library.subtemplates_folder))
            suggestion = ("saran", names(self.library.subtemplates))
            return Flaw("templat-sisipan-hilang", tag.text, (*details, suggestion))
        if thing := lost_with(paragraph, section_of(paragraph)):
            return would_lose(tag, f"({thing})")
        if path in chain:
            return Flaw("templat-sisipan-berputar", tag.text, (("jalur", " → ".join((*chain, path))),))
        source = self._open(file, path)
        if source is None:
            return Flaw("templat-sisipan-rusak", tag.text, (("berkas", path),))
        if flaw := self._too_much(source[xml.main_part(source)], tag, chain):
            return flaw
        root = xml.parse(source[xml.main_part(source)])
        try:
            blocks = Adoption(source, self.parts, name, self.count).blocks(root)
        except UnsupportedError as fault:
            return Flaw("templat-sisipan-ditolak", tag.text, (("berkas", path), ("isi", str(fault))))
        wrapper = _put(paragraph, blocks, path)
        self.data_names |= _given(wrapper)
        self._expand(wrapper, name, (*chain, path))
        return None

    def _too_much(self, data: bytes, tag: Tag, chain: tuple[str, ...]) -> Flaw | None:
        """Count one more sub-template; return why it is not taken in, if it is beyond a limit."""
        self.count += 1
        self.size += len(data)
        if self.count > MOST_INCLUSIONS or self.size > LARGEST_INCLUSION:
            self.is_full = True
            limit = f"{MOST_INCLUSIONS} dokumen atau {LARGEST_INCLUSION // MIB} MB"
            return too_large("isi semua templat bagian", limit, tag.text)
        if len(chain) >= DEEPEST_INCLUSION:
            return too_large("templat bagian di dalam templat bagian", f"{DEEPEST_INCLUSION} lapis", tag.text)
        return None

    def _open(self, file: str, path: str) -> Mapping[str, bytes] | None:
        """Return the parts of a sub-template; what is wrong with the file is kept."""
        if path not in self.opened:
            self.opened[path], findings = open_document(self.library.subtemplates[file], path)
            self.findings += findings
        return self.opened[path]


def _lone_tag(paragraph: etree._Element) -> Tag | None:
    """Return the tag that may ask for a sub-template where a paragraph says nothing else."""
    text = _text(paragraph)
    tags, _ = lex(text) if _MAY_ASK.search(text) else ((), ())
    is_alone = len(tags) == 1 and tags[0].level is Level.PARAGRAPH and text.strip() == tags[0].text
    is_bare = next(paragraph.iter(xml.DRAWING, xml.PICT, xml.OBJECT), None) is None
    return tags[0] if is_alone and is_bare else None


def _text(paragraph: etree._Element) -> str:
    return "".join(carrier.text or "" for carrier in paragraph.iter(xml.T))


def _given(root: etree._Element) -> frozenset[str]:
    """Return the names that the loops and the `set` of a part give."""
    texts = map(_text, root.iter(xml.P))
    tags = (tag for text in texts if "{%" in text for tag in lex(text)[0] if tag.word in ("for", "set"))
    return frozenset(name.casefold() for tag in tags for name in names_given(parse(tag).node))


def _put(paragraph: etree._Element, blocks: Sequence[etree._Element], path: str) -> etree._Element:
    """Put blocks in a paragraph's place, held together until the tags are taken out."""
    wrapper = etree.Element(xml.INSERT)
    wrapper.set("berkas", path)
    wrapper.extend(blocks)
    next(carrier for carrier in paragraph.iter(xml.T) if (carrier.text or "").strip()).text = token(0)
    before, after = carried(paragraph)
    for one in (*before, wrapper, *after):
        paragraph.addprevious(one)
    if not keep_section(paragraph):
        xml.remove(paragraph)
    parent = wrapper.getparent()
    if parent is not None and parent.tag != xml.BODY and (not blocks or blocks[-1].tag != xml.P):
        etree.SubElement(wrapper, xml.P)  # a cell has to end with a paragraph
    return wrapper


def unwrap(root: etree._Element) -> bool:
    """Take away what held the blocks of sub-templates together; return whether there was anything."""
    wrappers = list(root.iter(xml.INSERT))
    for wrapper in wrappers:
        xml.put_before(wrapper, wrapper.text or "")
        for child in list(wrapper):
            wrapper.addprevious(child)
        xml.remove(wrapper)
    return bool(wrappers)
