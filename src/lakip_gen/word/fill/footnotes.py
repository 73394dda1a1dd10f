"""Give every reference to a note a note of its own: a loop repeats the reference, but Word wants one for each id."""

from __future__ import annotations

import re
from copy import deepcopy
from itertools import count
from typing import TYPE_CHECKING, Final

from lakip_gen.word.package import parts, xml
from lakip_gen.word.package.unique_ids import make_unique

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

_REFERENCE: Final = re.compile(rb"<w:(foot|end)noteReference\b")
_NOTES: Final = tuple(zip(xml.NOTE_REFERENCES, ("footnotes", "endnotes"), (xml.FOOTNOTE, xml.ENDNOTE), strict=True))
"""The references, the part their notes stand in, and the notes."""


def with_own_notes(bagian: dict[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a filled document with a copy of each note for every further reference to it."""
    utama = xml.main_part(bagian)
    if len(_REFERENCE.findall(bagian.get(utama, b""))) <= 1:
        return bagian
    root = xml.parse(bagian[utama], huge=True)
    changed: dict[str, bytes] = {}
    for reference, jenis, note in _NOTES:
        nama = parts.target_of(bagian, utama, jenis)
        repeated = _repeated(list(root.iter(reference)))
        if nama and repeated:
            changed[nama] = _copied(bagian[nama], repeated, note)
    return {**bagian, **changed, utama: xml.serialise(root)} if changed else bagian


def _repeated(references: Sequence[etree._Element]) -> list[etree._Element]:
    first: dict[str, etree._Element] = {}
    return [satu for satu in references if first.setdefault(satu.get(xml.ID, ""), satu) is not satu]


def _copied(data: bytes, repeated: Sequence[etree._Element], note: str) -> bytes:
    """Return the part of the notes with one more for each reference, which is given its id."""
    root = xml.parse(data, huge=True)
    notes = {satu.get(xml.ID, ""): satu for satu in root.iterchildren(note)}
    fresh = (str(nomor) for nomor in count(1) if str(nomor) not in notes)
    for reference in repeated:
        if (source := notes.get(reference.get(xml.ID, ""))) is not None:
            nomor = next(fresh)
            copy = deepcopy(source)
            for element in (copy, reference):
                element.set(xml.ID, nomor)
            for paragraf in copy.iter(xml.P):
                for nama in xml.PARAGRAPH_IDS:
                    paragraf.attrib.pop(nama, "")
            root.append(copy)
    make_unique(root)
    return xml.serialise(root)
