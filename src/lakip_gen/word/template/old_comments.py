"""Take out of a template the comments that `templat periksa` once put into a copy of it.

Somebody may go on working in the copy. What the program has said there about an earlier state must neither be
checked as if the planner had written it nor come out in a draft.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lakip_gen.word.package import parts, xml
from lakip_gen.word.package.xml import W

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

PENULIS: Final = "lakip-gen"
"""The author of the program's comments."""
_AUTHOR: Final = f"{W}author"
_COMPANIONS: Final = ("commentsExtended", "commentsIds")
"""What Word writes beside the comments, one element for each by the id of its last paragraph."""


def without_own_comments(bagian: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return the parts of a template without the program's own comments."""
    utama = xml.main_part(bagian)
    nama = parts.target_of(bagian, utama, "comments")
    if not nama or f'"{PENULIS}"'.encode() not in bagian[nama]:
        return bagian
    root = xml.parse(bagian[nama])
    numbers, paragraphs = _drop_own(root)
    hasil = {**bagian, nama: xml.serialise(root), utama: _without_marks(bagian[utama], numbers)}
    for jenis in _COMPANIONS:
        if lain := parts.target_of(bagian, utama, jenis):
            hasil[lain] = _without_companions(bagian[lain], paragraphs)
    return hasil


def _drop_own(root: etree._Element) -> tuple[set[str], set[str]]:
    """Take the program's own comments out; return their ids and those of their paragraphs."""
    own = [satu for satu in root.iterchildren(xml.COMMENT) if satu.get(_AUTHOR) == PENULIS]
    numbers = {satu.get(xml.ID, "") for satu in own}
    paragraphs = {p.get(xml.PARAGRAPH_IDS[0], "") for satu in own for p in satu.iter(xml.P)} - {""}
    for satu in own:
        root.remove(satu)
    return numbers, paragraphs


def _without_marks(data: bytes, numbers: set[str]) -> bytes:
    root = xml.parse(data)
    for mark in [mark for mark in root.iter(*xml.COMMENT_MARKS) if mark.get(xml.ID) in numbers]:
        run = mark.getparent()
        xml.remove(mark)
        if run is not None and run.tag == xml.R and all(child.tag == xml.RPR for child in run):
            xml.remove(run)
    return xml.serialise(root)


def _without_companions(data: bytes, paragraphs: set[str]) -> bytes:
    root = xml.parse(data)
    for satu in [satu for satu in root.iterchildren("*") if _paragraph_of(satu) in paragraphs]:
        root.remove(satu)
    return xml.serialise(root)


def _paragraph_of(element: etree._Element) -> str:
    return next((str(nilai) for kunci, nilai in element.attrib.items() if str(kunci).endswith("}paraId")), "")
