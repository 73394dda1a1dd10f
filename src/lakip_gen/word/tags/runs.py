"""Join the runs over which Word has cut a tag, and put a token in the tag's place.

Everything happens on the tree. A token is a number between two characters of a private-use plane, so it
can be told from whatever else a document says.
"""

from __future__ import annotations

import copy
import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from lxml import etree

from lakip_gen.word.package import xml
from lakip_gen.word.tags.tag import Aras, Ragam

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lakip_gen.word.tags.place import Paragraf, Potongan
    from lakip_gen.word.tags.tag import Tag

MARK_START: Final = "\U0010fff0"
_MARK_END: Final = "\U0010fff1"
TOKEN: Final = re.compile(f"{MARK_START}([0-9]+){_MARK_END}")
"""A token, with the number of its tag."""


def token(nomor: int) -> str:
    """Return the token of the tag with this number."""
    return f"{MARK_START}{nomor}{_MARK_END}"


def section_of(paragraf: etree._Element) -> etree._Element | None:
    """Return the section break that a paragraph carries."""
    return paragraf.find(xml.SECTION_BREAK) if paragraf.tag == xml.P else None


def keep_section(paragraf: etree._Element) -> bool:
    """Leave a paragraph that carries a section break nothing else; return whether it does."""
    if section_of(paragraf) is None:
        return False
    for child in list(paragraf.iterchildren()):
        if child.tag != xml.PPR:
            paragraf.remove(child)
    return True


def join_runs(paragraf: Paragraf, daftar_tag: Sequence[tuple[int, Tag]]) -> dict[int, etree._Element]:
    """Replace each tag of a paragraph by its token; return the parents of those that stand between runs.

    Tags that steer come to stand between runs, so that each side keeps its own formatting whatever is left
    out, and so do charts, which are runs themselves; tags that print stay in the text and take the formatting
    of their first character.
    """
    parents: dict[int, etree._Element] = {}
    for nomor, tag in reversed(daftar_tag):  # from the right: offsets to the left stay true
        carrier = _gather(paragraf.daftar_potongan, tag, token(nomor))
        if tag.is_chart or (tag.ragam is not Ragam.CETAK and tag.aras is Aras.TEKS):
            parents[nomor] = _lift_to_run_level(carrier, token(nomor))
    for mark in list(paragraf.elemen.iter(xml.PROOF_ERR)):
        xml.remove(mark)
    return parents


def _gather(daftar_potongan: list[Potongan], tag: Tag, pengganti: str) -> etree._Element:
    """Put the replacement where a tag begins, take the tag's characters out, and return the carrier."""
    index = bisect_right(daftar_potongan, tag.awal, key=lambda potongan: potongan.awal) - 1
    carrier = daftar_potongan[index].elemen
    for potongan in daftar_potongan[index:]:
        if potongan.awal >= tag.akhir:
            break
        _cut(potongan, tag, pengganti if potongan.elemen is carrier else "")
    carrier.set(xml.SPACE, "preserve")
    return carrier


def _cut(potongan: Potongan, tag: Tag, pengganti: str) -> None:
    element = potongan.elemen
    kiri = max(tag.awal, potongan.awal) - potongan.awal
    kanan = min(tag.akhir, potongan.akhir) - potongan.awal
    sisa = (element.text or "")[:kiri] + pengganti + (element.text or "")[kanan:]
    if element.tag == xml.T and sisa:
        element.text = sisa
        element.set(xml.SPACE, "preserve")
    else:
        _drop_with_empty_run(element)


def _drop_with_empty_run(element: etree._Element) -> None:
    run = element.getparent()
    xml.remove(element)
    if run is not None and run.tag == xml.R and _is_bare(run):
        xml.remove(run)


def _is_bare(run: etree._Element) -> bool:
    return all(child.tag == xml.RPR for child in run)


def _lift_to_run_level(carrier: etree._Element, pengganti: str) -> etree._Element:
    """Split a run at a token, so that the token stands between the halves; return its parent."""
    run = xml.closest(carrier, xml.R)
    parent = run.getparent() if run is not None else None
    if run is None or parent is None:
        return carrier
    kiri, _, kanan = (carrier.text or "").partition(pengganti)
    right = _right_half(run, carrier, kanan)
    run.addnext(right)
    right.tail, run.tail = run.tail, pengganti
    carrier.text = kiri
    if not kiri:
        _drop_with_empty_run(carrier)
    if _is_bare(right):
        xml.remove(right)
    return parent


def _right_half(run: etree._Element, carrier: etree._Element, kanan: str) -> etree._Element:
    """Return a run of the same formatting with the text right of the token and all that followed it."""
    right = etree.Element(xml.R)
    formatting = run.find(xml.RPR)
    if formatting is not None:
        right.append(copy.deepcopy(formatting))
    if kanan:
        text = etree.SubElement(right, xml.T)
        text.text = kanan
        text.set(xml.SPACE, "preserve")
    right.extend(list(carrier.itersiblings()))
    return right
