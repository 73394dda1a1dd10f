"""Give every reference to a note a note of its own: a loop repeats the reference, but Word wants one for each id."""

from __future__ import annotations

import re
from copy import deepcopy
from itertools import count
from typing import TYPE_CHECKING, Final

from lakip_gen.word.package import opc, xml
from lakip_gen.word.package.unique_ids import make_unique

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

_REFERENCE: Final = re.compile(rb"<w:(foot|end)noteReference\b")
_NOTES: Final = tuple(zip(xml.NOTE_REFERENCES, ("footnotes", "endnotes"), (xml.FOOTNOTE, xml.ENDNOTE), strict=True))
"""The references, the part their notes stand in, and the notes."""


def with_own_notes(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a filled document with a copy of each note for every further reference to it."""
    main = xml.main_part(parts)
    if len(_REFERENCE.findall(parts.get(main, b""))) <= 1:
        return parts
    root = xml.parse(parts[main], huge=True)
    changed: dict[str, bytes] = {}
    for reference, link_type, note in _NOTES:
        name = opc.target_of(parts, main, link_type)
        repeated = _repeated(list(root.iter(reference)))
        if name and repeated:
            changed[name] = _copied(parts[name], repeated, note)
    return {**parts, **changed, main: xml.serialise(root)} if changed else parts


def _repeated(references: Sequence[etree._Element]) -> list[etree._Element]:
    first: dict[str, etree._Element] = {}
    return [one for one in references if first.setdefault(one.get(xml.ID, ""), one) is not one]


def _copied(data: bytes, repeated: Sequence[etree._Element], note: str) -> bytes:
    """Return the part of the notes with one more for each reference, which is given its id."""
    root = xml.parse(data, huge=True)
    notes = {one.get(xml.ID, ""): one for one in root.iterchildren(note)}
    fresh = (str(number) for number in count(1) if str(number) not in notes)
    for reference in repeated:
        if (source := notes.get(reference.get(xml.ID, ""))) is not None:
            number = next(fresh)
            copy = deepcopy(source)
            for element in (copy, reference):
                element.set(xml.ID, number)
            for paragraph in copy.iter(xml.P):
                for name in xml.PARAGRAPH_IDS:
                    paragraph.attrib.pop(name, "")
            root.append(copy)
    make_unique(root)
    return xml.serialise(root)
