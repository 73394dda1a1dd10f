"""The properties of a document that Word shows under File > Info."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lxml import etree

from lakip_gen.word.package import xml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

_CP: Final = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_DC: Final = "{http://purl.org/dc/elements/1.1/}"
_DCTERMS: Final = "{http://purl.org/dc/terms/}"
_XSI_TYPE: Final = "{http://www.w3.org/2001/XMLSchema-instance}type"


@dataclass(frozen=True, slots=True)
class Properties:
    """Properties that replace those of the template; empty ones are left as they are.

    Attributes:
        title: The document's title.
        subject: What it is about.
        author: The author, and whoever changed it last.
        time: When it was made and last changed.
    """

    title: str = ""
    subject: str = ""
    author: str = ""
    time: datetime | None = None

    def items(self) -> Iterator[tuple[str, str]]:
        """Yield the element and the text of each property that is set."""
        time = f"{self.time:%Y-%m-%dT%H:%M:%SZ}" if self.time else ""
        yield f"{_DC}title", self.title
        yield f"{_DC}subject", self.subject
        yield f"{_DC}creator", self.author
        yield f"{_CP}lastModifiedBy", self.author
        yield f"{_DCTERMS}created", time
        yield f"{_DCTERMS}modified", time


def with_properties(parts: Mapping[str, bytes], properties: Properties) -> dict[str, bytes]:
    """Return the parts with the properties put into the core properties, where a document has them."""
    name = next((name for link_type, name in xml.relationships(parts, "_rels/.rels") if _is_core(link_type)), "")
    if name not in parts:
        return dict(parts)
    root = xml.parse(parts[name])
    for tag, text in properties.items():
        if text:
            _set(root, tag, text)
    return {**parts, name: xml.serialise(root)}


def _is_core(link_type: str) -> bool:
    return link_type.endswith("/metadata/core-properties")


def _set(root: etree._Element, tag: str, text: str) -> None:
    element = root.find(tag)
    if element is None:
        element = etree.SubElement(root, tag)
    element.text = text
    if tag.startswith(_DCTERMS):
        element.set(_XSI_TYPE, "dcterms:W3CDTF")
