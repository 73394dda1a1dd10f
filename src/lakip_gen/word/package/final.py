"""A finished document out of a draft: the same file, without the word DRAF behind its pages and unused places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lakip_gen.laporan.sajian import TEMPAT_KOSONG
from lakip_gen.ooxml.writer import write_container
from lakip_gen.word.package import xml
from lakip_gen.word.package.xml import W

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

_TEXT_PATH: Final = "{urn:schemas-microsoft-com:vml}textpath"
_SHAPE: Final = "{urn:schemas-microsoft-com:vml}shape"
_MARKS: Final = frozenset({"draf", "draft"})


def without_draft_mark(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return a document without that word; every other part, and a document without the word, stays as it is.

    Args:
        data: The whole file.
        parts: Its parts.
    """
    headers = {name: cleaned for name in parts if name.startswith("word/header") and (cleaned := _cleaned(parts[name]))}
    return write_container({**{name: parts[name] for name in parts}, **headers}) if headers else data


def without_unused_places(parts: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return the parts of a document without the paragraphs that only show where a text might stand."""
    main = xml.main_part(parts)
    root = xml.parse(parts[main], huge=True)
    unused = [paragraph for paragraph in root.iter(xml.P) if _is_unused(paragraph)]
    for paragraph in unused:
        xml.remove(paragraph)
    return {**parts, main: xml.serialise(root)} if unused else parts


def _is_unused(paragraph: etree._Element) -> bool:
    """Return whether a paragraph holds nothing but the mark of a place, and its cell or page does without it."""
    said = "".join(carrier.text or "" for carrier in paragraph.iter(xml.T))
    shown = next(paragraph.iter(xml.DRAWING, xml.PICT, xml.OBJECT), None)
    if shown is not None or not TEMPAT_KOSONG.fullmatch(said.strip()):
        return False
    parent = paragraph.getparent()
    is_only = parent is not None and parent.tag == xml.TC and len(parent.findall(xml.P)) == 1
    return not is_only and paragraph.find(xml.SECTION_BREAK) is None


def _cleaned(data: bytes) -> bytes | None:
    """Return a header without that word; None where it has none."""
    if b"textpath" not in data:
        return None
    root = xml.parse(data)
    marks = [shape for shape in root.iter(_SHAPE) if _is_mark(shape)]
    for shape in marks:
        drawing = shape.getparent()
        xml.remove(shape if drawing is None or drawing.tag != f"{W}pict" else drawing)
    return xml.serialise(root) if marks else None


def _is_mark(shape: etree._Element) -> bool:
    return any(path.get("string", "").strip().casefold() in _MARKS for path in shape.iter(_TEXT_PATH))
