"""Name headers and footers as Word's own window names them: by kind of page and by section."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lakip_gen.word.package import xml
from lakip_gen.word.package.xml import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

_SIDES: Final = {f"{W}headerReference": "kepala halaman", f"{W}footerReference": "kaki halaman"}
_PAGES: Final = {"first": " pertama", "even": " genap"}
_OLD: Final = f"{W}sectPrChange"
_TYPE: Final = f"{W}type"
_LINK: Final = f"{{{xml.R_NS}}}id"


def side_labels(bagian: Mapping[str, bytes]) -> dict[str, str]:
    """Return what to call each header and footer part, the first place counting where it stands in several."""
    main = xml.main_part(bagian)
    targets = {nomor: nama for nomor, _, nama in xml.linked_parts(bagian, xml.relationships_of(main))}
    labels: dict[str, str] = {}
    for section, reference in _references(xml.parse(bagian[main])):
        label = _SIDES[reference.tag] + _PAGES.get(reference.get(_TYPE, ""), "")
        label += f" di bagian (section) {section}" if section > 1 else ""
        labels.setdefault(targets.get(reference.get(_LINK, ""), ""), label)
    return labels


def _references(root: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    sections = [satu for satu in root.iter(xml.SECT_PR) if (induk := satu.getparent()) is None or induk.tag != _OLD]
    for nomor, section in enumerate(sections, start=1):
        yield from ((nomor, satu) for satu in section.iterchildren(*_SIDES))
