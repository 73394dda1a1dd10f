"""Put pictures of the office in the place of a template's placeholders.

A placeholder is any picture whose alternative text is `{{ gambar.nama }}`. Its width, its place and its
frame stay; its height follows the picture that takes its place. One that says `{{ gambar.nama bila ada }}`
vanishes where there is no such picture.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lakip_gen.word.package import opc, xml
from lakip_gen.word.tags.tag import Flaw, excerpt, straighten
from lakip_gen.word.template.library import find, names

if TYPE_CHECKING:
    from lxml import etree

    from lakip_gen.word.template.library import Library

_PATTERN: Final = re.compile(r"\{\{\s*gambar\.([\w-]+(?:\.\w+)?)\s*(bila ada\s*)?\}\}")
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_BLIP: Final = f"{_A}blip"
_IN_BLIP: Final = (f"{_A}extLst",)
_CROP: Final = f"{_A}srcRect"
_PICTURE_NAME: Final = "{http://schemas.openxmlformats.org/drawingml/2006/picture}cNvPr"
_EXTENT: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_SHAPE: Final = f"{_A}xfrm/{_A}ext"
_LARGEST: Final = 65_535
"""The most pixels of a side that a JPEG can have; with more, Word's own limits are near."""
_MARKER: Final = 0xFF
_FRAME: Final = re.compile(rb"[\xc0-\xc3\xc5-\xc7\xc9-\xcb\xcd-\xcf]")
"""The markers of a JPEG that carry its size."""
_LINK: Final = f"{{{xml.R_NS}}}link"


@dataclass(frozen=True, slots=True)
class _Image:
    """What has to be known of a picture."""

    suffix: str
    content_type: str
    width: int
    height: int


def replace_picture(
    placeholder: etree._Element, part_name: str, parts: dict[str, bytes], library: Library
) -> Flaw | None:
    """Put a picture in a placeholder's place, or return why that cannot be.

    Args:
        placeholder: The placeholder's `wp:docPr`.
        part_name: The part it stands in.
        parts: All parts, which get the picture.
        library: The pictures there are.
    """
    text = placeholder.get("descr", "")
    found = _PATTERN.search(straighten(text)[0])
    drawing = xml.closest(placeholder, xml.DRAWING)
    blip = None if drawing is None else next(drawing.iter(_BLIP), None)
    if found is None or drawing is None or blip is None:
        return Flaw("templat-gambar-salah", excerpt(text))
    file = find(library.pictures, found[1])
    if not file:
        if refusal := library.refusal(library.pictures_folder, found[1]):
            return Flaw("templat-berkas-tertutup", excerpt(text), refusal)
        if found[2]:
            _vanish(drawing)
            return None
        details = (("nama", found[1]), ("letak", library.pictures_folder), ("saran", names(library.pictures)))
        return Flaw("templat-gambar-hilang", excerpt(text), details)
    data = library.pictures[file]
    if (picture := _image(data)) is None:
        return Flaw("templat-gambar-rusak", excerpt(text), (("berkas", f"{library.pictures_folder}/{file}"),))
    target = opc.add_media(parts, data, picture.suffix, picture.content_type)
    _embed(blip, opc.relate(parts, part_name, opc.Relation(f"{xml.LINK_TYPE}image", target)))
    _fit(drawing, picture.height / picture.width)
    label = _PATTERN.sub("", straighten(text)[0]).strip() or f"Gambar {file.rpartition('.')[0]}"
    for name in (placeholder, *drawing.iter(_PICTURE_NAME)):  # Word writes the text into both
        name.set("descr", label)
    return None


def _vanish(drawing: etree._Element) -> None:
    """Take a placeholder away, and its paragraph where that holds nothing else and nobody misses it."""
    paragraph, run = xml.closest(drawing, xml.P), xml.closest(drawing, xml.R)
    xml.remove(drawing if run is None else run)
    if paragraph is None or next(paragraph.iter(xml.R, xml.SECT_PR), None) is not None:
        return
    parent = paragraph.getparent()
    if parent is not None and not (parent.tag == xml.TC and len(parent.findall(xml.P)) == 1):
        xml.remove(paragraph)


def picture_suffix(data: bytes) -> str:
    """Return how the name of a picture ends that every Word shows; empty for any other file."""
    picture = _image(data)
    return picture.suffix if picture else ""


def _image(data: bytes) -> _Image | None:
    """Return a picture of a kind that every Word shows; None for any other."""
    try:
        if data.startswith(b"\x89PNG\r\n\x1a\n"):
            picture = _Image("png", "image/png", *struct.unpack(">II", data[16:24]))
        elif data.startswith(b"GIF8"):
            picture = _Image("gif", "image/gif", *struct.unpack("<HH", data[6:10]))
        elif data.startswith(b"\xff\xd8\xff"):
            picture = _Image("jpg", "image/jpeg", *_jpeg_size(data))
        else:
            return None
    except struct.error:
        return None
    return picture if min(picture.width, picture.height) and max(picture.width, picture.height) <= _LARGEST else None


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """Return width and height from the frame header of a JPEG; raise `struct.error` where there is none."""
    offset = 2
    while True:
        start, mark, length = struct.unpack(">BBH", data[offset : offset + 4])
        if start != _MARKER:
            raise struct.error
        if _FRAME.match(bytes((mark,))):
            height, width = struct.unpack(">HH", data[offset + 5 : offset + 9])
            return width, height
        offset += 2 + length


def _embed(blip: etree._Element, link_id: str) -> None:
    blip.set(xml.EMBED, link_id)
    blip.attrib.pop(_LINK, "")
    for child in list(blip.iterchildren(*_IN_BLIP)):  # another form of the old picture, which Word would prefer
        blip.remove(child)


def _fit(drawing: etree._Element, ratio: float) -> None:
    """Keep the width, let the height follow, and show the picture whole."""
    for crop in list(drawing.iter(_CROP)):
        xml.remove(crop)
    for size in (*drawing.iter(_EXTENT), *drawing.iterfind(f".//{_SHAPE}")):
        size.set("cy", str(max(round(xml.whole(size.get("cx", "")) * ratio), 1)))
