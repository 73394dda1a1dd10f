"""Open a template: find its tags, take them out of the document's tree, and keep what is between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lakip_gen.word.package import xml
from lakip_gen.word.package.styles import Styles
from lakip_gen.word.tags.place import Place
from lakip_gen.word.template.hidden_tags import property_tags
from lakip_gen.word.template.include import Inclusion
from lakip_gen.word.template.integrity import open_document
from lakip_gen.word.template.library import Library
from lakip_gen.word.template.old_comments import without_own_comments
from lakip_gen.word.template.outside import package_flaws
from lakip_gen.word.template.part import open_part
from lakip_gen.word.template.tagged_parts import tagged_parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lakip_gen.domain.temuan import Temuan
    from lakip_gen.word.tags.tag import Flaw
    from lakip_gen.word.template.part import TaggedPart


@dataclass(frozen=True, slots=True, eq=False)
class WordTemplate:
    """An opened template; it may still have faults, which `check_template` tells.

    Attributes:
        name: The file's name.
        parts: All parts as they came, with the pictures and the like that were taken in.
        tagged_parts: The parts with tags.
        form_findings: The faults of tags and blocks, each with its part's index and its tag's number.
    """

    name: str
    parts: Mapping[str, bytes]
    tagged_parts: tuple[TaggedPart, ...]
    form_findings: tuple[tuple[int, int, Temuan], ...]


def open_template(
    data: bytes, name: str, library: Library | None = None
) -> tuple[WordTemplate | None, tuple[Temuan, ...]]:
    """Return the opened template, or the reasons why the file is no usable Word document.

    Faults of the tags in it do not hinder opening.

    Args:
        data: The whole file.
        name: The file's name, as findings shall show it.
        library: The sub-templates and pictures it may take in.
    """
    parts, findings = open_document(data, name)
    if parts is None:
        return None, findings
    return _open(without_own_comments(parts), Place(name), library or Library()), ()


def _open(parts: Mapping[str, bytes], place: Place, library: Library) -> WordTemplate:
    opened: list[TaggedPart] = []
    faults: list[tuple[int, int, Temuan]] = []
    styles = Styles(parts).heading_ids
    inclusion = Inclusion(dict(parts), library)
    for name, label in tagged_parts(parts):
        root = xml.parse(parts[name])
        part, flaw = open_part(name, root, Place(place.file, label), styles, inclusion)
        faults += [(len(opened), number, finding) for number, finding in flaw]
        opened += [part] if part else []
    faults += [(0, -1, finding) for finding in inclusion.findings]
    of_file = (*property_tags(inclusion.parts), *_without_place(inclusion.parts, faults))
    faults += [(len(opened), 0, place.finding(one.code, one.text, **dict(one.details))) for one in of_file]
    return WordTemplate(place.file, inclusion.parts, tuple(opened), tuple(faults))


def _without_place(parts: Mapping[str, bytes], faults: Sequence[tuple[int, int, Temuan]]) -> Iterator[Flaw]:
    """Yield what is taken in from outside by no text, and so was not told yet."""
    told = {(finding.kode, finding.nilai) for _, _, finding in faults}
    for flaw in package_flaws(parts):
        if (flaw.code, flaw.text) not in told:
            yield flaw
