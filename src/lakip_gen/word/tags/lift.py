"""Let `{%p %}`, `{%tr %}` and `{%tc %}` take the place of their paragraph, table row or table cell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lakip_gen.word.package import xml
from lakip_gen.word.tags.runs import TOKEN, keep_section, section_of, token
from lakip_gen.word.tags.tag import Aras, Cacat, excerpt

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml import etree

    from lakip_gen.word.tags.tag import Tag

_ELEMENTS: Final = {Aras.PARAGRAF: xml.P, Aras.BARIS: xml.TR, Aras.SEL: xml.TC}
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
    carriers: Mapping[int, etree._Element], daftar_tag: Mapping[int, Tag]
) -> tuple[dict[int, etree._Element], dict[int, Cacat]]:
    """Replace what the tags stand for by their tokens; return the tokens' parents and the faults.

    Args:
        carriers: The paragraph of each tag to lift, by the tag's number.
        daftar_tag: All tags of the part by number.
    """
    parents: dict[int, etree._Element] = {}
    faults: dict[int, Cacat] = {}
    for element, numbers in _by_element(carriers, daftar_tag, faults).items():
        if cacat := _loss(element, numbers, daftar_tag):
            faults[numbers[0]] = cacat
            continue
        parent = element.getparent()
        if parent is not None:
            _replace(element, numbers, daftar_tag)
            parents.update(dict.fromkeys(numbers, parent))
    return parents, faults


def _replace(element: etree._Element, numbers: Sequence[int], daftar_tag: Mapping[int, Tag]) -> None:
    """Put tokens in an element's place; a section break stays, outside the block that begins or ends there."""
    tokens = "".join(map(token, numbers))
    if not keep_section(element):
        xml.put_before(element, tokens)
        xml.remove(element)
    elif any(_OPENING.match(daftar_tag[nomor].isi) for nomor in numbers):
        element.tail = tokens + (element.tail or "")
    else:
        xml.put_before(element, tokens)


def _is_ambiguous(numbers: Sequence[int], daftar_tag: Mapping[int, Tag]) -> bool:
    """Tell whether a section break in the tags' paragraph could belong to one block as well as to another."""
    daftar_isi = [daftar_tag[nomor].isi for nomor in numbers]
    opens = [bool(_OPENING.match(isi)) for isi in daftar_isi]
    return any(map(_BETWEEN.match, daftar_isi)) or len(set(opens)) > 1


def _by_element(
    carriers: Mapping[int, etree._Element], daftar_tag: Mapping[int, Tag], faults: dict[int, Cacat]
) -> dict[etree._Element, list[int]]:
    grouped: dict[etree._Element, list[int]] = {}
    for nomor, paragraf in carriers.items():
        tag = daftar_tag[nomor]
        element = xml.closest(paragraf, _ELEMENTS[tag.aras])
        if element is None:
            rincian = (("aras", tag.aras.value), ("sebutan", tag.aras.sebutan))
            faults[nomor] = Cacat("templat-di-luar-tabel", tag.teks, rincian)
        else:
            grouped.setdefault(element, []).append(nomor)
    return grouped


def _loss(element: etree._Element, numbers: Sequence[int], daftar_tag: Mapping[int, Tag]) -> Cacat | None:
    """Return the fault that content would go with the element, if there is any but the tags."""
    tag = daftar_tag[numbers[0]]
    sisa = _other_text(element, frozenset(numbers), daftar_tag)
    if not sisa:
        kept = None if _is_ambiguous(numbers, daftar_tag) else section_of(element)
        benda = next((_LOSSES[found.tag] for found in element.iter(*_LOSSES) if found is not kept), "")
        sisa = benda and f"({benda})"
    if not sisa:
        return None
    rincian = (("aras", tag.aras.value), ("sebutan", tag.aras.sebutan), ("sisa", sisa))
    return Cacat("templat-isi-hilang", tag.teks, rincian)


def _other_text(element: etree._Element, own: frozenset[int], daftar_tag: Mapping[int, Tag]) -> str:
    def readable(found: re.Match[str]) -> str:
        nomor = int(found[1])
        return "" if nomor in own or nomor not in daftar_tag else daftar_tag[nomor].teks

    return excerpt(TOKEN.sub(readable, "".join(map(str, element.itertext()))))
