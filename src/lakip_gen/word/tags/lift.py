"""Let `{%p %}`, `{%tr %}` and `{%tc %}` take the place of their paragraph, table row or table cell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lakip_gen.word.package import xml
from lakip_gen.word.tags.runs import TOKEN, keep_section, section_of, token
from lakip_gen.word.tags.tag import Flaw, Level, excerpt

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml import etree

    from lakip_gen.word.tags.tag import Tag

_ELEMENTS: Final = {Level.PARAGRAPH: xml.P, Level.ROW: xml.TR, Level.CELL: xml.TC}
_OPENING: Final = re.compile(r"\s*(?:for|if)\b")
_BETWEEN: Final = re.compile(r"\s*(?:else|elif)\b")
_LOSSES: Final = {
    xml.DRAWING: "gambar, bagan, atau kotak teks",
    xml.PICT: "gambar atau kotak teks",
    xml.OBJECT: "objek sisipan",
    xml.SECT_PR: "pemisah bagian (section break)",
    **dict.fromkeys(xml.NOTE_REFERENCES, "nomor catatan kaki"),
}


def lift(
    carriers: Mapping[int, etree._Element], tags: Mapping[int, Tag]
) -> tuple[dict[int, etree._Element], dict[int, Flaw]]:
    """Replace what the tags stand for by their tokens; return the tokens' parents and the faults.

    Args:
        carriers: The paragraph of each tag to lift, by the tag's number.
        tags: All tags of the part by number.
    """
    parents: dict[int, etree._Element] = {}
    faults: dict[int, Flaw] = {}
    for element, numbers in _by_element(carriers, tags, faults).items():
        if flaw := _loss(element, numbers, tags):
            faults[numbers[0]] = flaw
            continue
        parent = element.getparent()
        if parent is not None:
            _replace(element, numbers, tags)
            parents.update(dict.fromkeys(numbers, parent))
    return parents, faults


def _replace(element: etree._Element, numbers: Sequence[int], tags: Mapping[int, Tag]) -> None:
    """Put tokens in an element's place; a section break stays, outside the block that begins or ends there."""
    tokens = "".join(map(token, numbers))
    if not keep_section(element):
        xml.put_before(element, tokens)
        xml.remove(element)
    elif any(_OPENING.match(tags[number].content) for number in numbers):
        element.tail = tokens + (element.tail or "")
    else:
        xml.put_before(element, tokens)


def _is_ambiguous(numbers: Sequence[int], tags: Mapping[int, Tag]) -> bool:
    """Return whether a section break in the tags' paragraph could belong to one block as well as to another."""
    contents = [tags[number].content for number in numbers]
    opens = [bool(_OPENING.match(content)) for content in contents]
    return any(map(_BETWEEN.match, contents)) or len(set(opens)) > 1


def _by_element(
    carriers: Mapping[int, etree._Element], tags: Mapping[int, Tag], faults: dict[int, Flaw]
) -> dict[etree._Element, list[int]]:
    grouped: dict[etree._Element, list[int]] = {}
    for number, paragraph in carriers.items():
        tag = tags[number]
        element = xml.closest(paragraph, _ELEMENTS[tag.level])
        if element is None:
            details = (("aras", tag.level.value), ("sebutan", tag.level.label))
            faults[number] = Flaw("templat-di-luar-tabel", tag.text, details)
        else:
            grouped.setdefault(element, []).append(number)
    return grouped


def _loss(element: etree._Element, numbers: Sequence[int], tags: Mapping[int, Tag]) -> Flaw | None:
    """Return the fault that content would go with the element, if there is any but the tags."""
    tag = tags[numbers[0]]
    rest = _other_text(element, frozenset(numbers), tags)
    if not rest:
        kept = None if _is_ambiguous(numbers, tags) else section_of(element)
        thing = next((_LOSSES[found.tag] for found in element.iter(*_LOSSES) if found is not kept), "")
        rest = thing and f"({thing})"
    if not rest:
        return None
    details = (("aras", tag.level.value), ("sebutan", tag.level.label), ("sisa", rest))
    return Flaw("templat-isi-hilang", tag.text, details)


def _other_text(element: etree._Element, own: frozenset[int], tags: Mapping[int, Tag]) -> str:
    def readable(found: re.Match[str]) -> str:
        number = int(found[1])
        return "" if number in own or number not in tags else tags[number].text

    return excerpt(TOKEN.sub(readable, "".join(map(str, element.itertext()))))
