"""How large a template may be: what lies beyond costs minutes or gigabytes and is no report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lakip_gen.word.package import xml
from lakip_gen.word.package.grid import row_width
from lakip_gen.word.tags.tables import MOST_COLUMNS
from lakip_gen.word.tags.tag import Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

MIB: Final = 1024 * 1024
LARGEST_XML: Final = 40 * MIB
"""The most XML of all parts together."""
MOST_TAGS: Final = 5_000
"""The most tags of one part; the annual report has some hundred."""
MOST_TAGS_BESIDE: Final = 300
"""The most tags of one paragraph."""
MOST_INCLUSIONS: Final = 200
"""The most sub-templates that one template takes in, those of its sub-templates counted too."""
LARGEST_INCLUSION: Final = 20 * MIB
"""The most XML that sub-templates bring along together."""
DEEPEST_INCLUSION: Final = 10
"""How many sub-templates may lie in one another."""

_XML: Final = (".xml", ".rels")
_WIDE: Final = re.compile(rb"<w:grid(?:Span|Before|After)\b[^<>]*\d{3}")


def too_large(what: str, limit: str, text: str = "") -> Flaw:
    """Return the fault of a template that has too much of something."""
    return Flaw("templat-terlalu-besar", text, (("apa", what), ("batas", limit)))


def size_flaw(parts: Mapping[str, bytes]) -> Flaw | None:
    """Return the fault of a document with more XML than can be read."""
    size = sum(len(data) for name, data in parts.items() if name.lower().endswith(_XML))
    return too_large("isi dokumen", f"{LARGEST_XML // MIB} MB") if size > LARGEST_XML else None


def may_be_wide(data: bytes) -> bool:
    """Return whether a part may hold a table that is too wide, without parsing it."""
    return _WIDE.search(data) is not None or data.count(b"<w:tc>") + data.count(b"<w:tc ") > MOST_COLUMNS


def wide_rows(root: etree._Element) -> Iterator[tuple[etree._Element, Flaw]]:
    """Yield the table rows with more columns than a page can hold."""
    for row in root.iter(xml.TR):
        if row_width(row) > MOST_COLUMNS:
            yield row, Flaw("templat-tabel-terlalu-lebar", "", (("batas", str(MOST_COLUMNS)),))
