"""The parts of a template that hold tags or reach outside, named as Word itself names them: by page and section."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lakip_gen.word.package import xml
from lakip_gen.word.package.xml import W
from lakip_gen.word.template.bounds import may_be_wide
from lakip_gen.word.template.hidden_tags import linked_tags
from lakip_gen.word.template.outside import may_reach_out
from lakip_gen.word.template.tracked import may_be_tracked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

_SIDES: Final = {f"{W}headerReference": "kepala halaman", f"{W}footerReference": "kaki halaman"}
_PAGES: Final = {"first": " pertama", "even": " genap"}
_OLD: Final = f"{W}sectPrChange"
_TYPE: Final = f"{W}type"
_LINK: Final = f"{{{xml.R_NS}}}id"

_PARTS: Final = {
    "header": "kepala halaman",
    "footer": "kaki halaman",
    "footnotes": "catatan kaki",
    "endnotes": "catatan akhir",
    "comments": "komentar",
}
"""The parts besides the main one that may hold tags, by the end of their relationship's type."""

_BRACKET: Final = re.compile("[{}]|&#|«".encode())


def tagged_parts(parts: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Yield name and label of the parts that hold a bracket or reach outside, the main part first."""
    main = xml.main_part(parts)
    labels = {main: "isi dokumen"}
    counts = dict.fromkeys(_PARTS, 0)
    sides = _side_labels(parts)
    for link_type, name in sorted(xml.relationships(parts, xml.relationships_of(main))):
        kind = link_type.rpartition("/")[2]
        if kind in _PARTS and name not in labels:
            counts[kind] += 1
            labels[name] = sides.get(name) or _PARTS[kind] + (f" {counts[kind]}" if counts[kind] > 1 else "")
    return ((name, label) for name, label in labels.items() if _has_to_be_read(parts, name))


def _has_to_be_read(parts: Mapping[str, bytes], name: str) -> bool:
    data = parts[name]
    has_mark = _BRACKET.search(data) or may_be_wide(data) or may_be_tracked(data)
    return bool(has_mark or linked_tags(parts, name) or may_reach_out(parts, name))


def _side_labels(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return what to call each header and footer part, the first place counting where it stands in several."""
    main = xml.main_part(parts)
    targets = {link_id: name for link_id, _, name in xml.linked_parts(parts, xml.relationships_of(main))}
    labels: dict[str, str] = {}
    for section, reference in _references(xml.parse(parts[main])):
        label = _SIDES[reference.tag] + _PAGES.get(reference.get(_TYPE, ""), "")
        label += f" di bagian (section) {section}" if section > 1 else ""
        labels.setdefault(targets.get(reference.get(_LINK, ""), ""), label)
    return labels


def _references(root: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    sections = [one for one in root.iter(xml.SECT_PR) if (parent := one.getparent()) is None or parent.tag != _OLD]
    for link_id, section in enumerate(sections, start=1):
        yield from ((link_id, one) for one in section.iterchildren(*_SIDES))
