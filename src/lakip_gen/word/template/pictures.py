"""Put pictures of the office in the place of a template's placeholders, or of tags in its text.

A placeholder is any picture whose alternative text is `{{ gambar.nama }}`. Its width, its place and its
frame stay; its height follows the picture that takes its place. A tag in the text becomes a picture of its own
size. One that says `{{ gambar.nama bila ada }}` vanishes where there is no such picture.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import quoteattr

from lakip_gen.word.package import opc, xml
from lakip_gen.word.tags.expression import lone_name
from lakip_gen.word.tags.tag import PICTURES, Flaw, Level, TagKind, excerpt, straighten
from lakip_gen.word.template.library import find, names

if TYPE_CHECKING:
    from collections.abc import Container

    from lxml import etree

    from lakip_gen.word.tags.tag import Tag
    from lakip_gen.word.template.library import Library

_ASKED: Final = rf"\s*{PICTURES}\.([\w-]+(?:\.\w+)?)\s*(bila ada\s*)?"
_IN_TEXT: Final = re.compile(_ASKED)
_PATTERN: Final = re.compile(rf"\{{\{{{_ASKED}\}}\}}")
_A: Final = f"{{{xml.A_NS}}}"
_BLIP: Final = f"{_A}blip"
_IN_BLIP: Final = (f"{_A}extLst",)
_CROP: Final = f"{_A}srcRect"
_PICTURE_NAME: Final = f"{{{xml.PIC_NS}}}cNvPr"
_EXTENT: Final = f"{{{xml.WP_NS}}}extent"
_SHAPE: Final = f"{_A}xfrm/{_A}ext"
_LARGEST: Final = 65_535
"""The most pixels of a side that a JPEG can have; with more, Word's own limits are near."""
_MARKER: Final = 0xFF
_END: Final = b"\xff\xd9"
_FRAME: Final = re.compile(rb"[\xc0-\xc3\xc5-\xc7\xc9-\xcb\xcd-\xcf]")
"""The markers of a JPEG that carry its size."""
_LINK: Final = f"{{{xml.R_NS}}}link"
_EMU_PER_DOT: Final = 9_525
"""At 96 dots per inch."""
_TALLEST: Final = 15 * 360_000
"""EMU: what fits on a page lying on its side too."""
_INLINE: Final = (
    '</w:t><w:drawing><wp:inline xmlns:wp="{wp}" distT="0" distB="0" distL="0" distR="0">'
    '<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="1" name={label} descr={label}/>'
    '<a:graphic xmlns:a="{a}"><a:graphicData uri="{pic}"><pic:pic xmlns:pic="{pic}">'
    '<pic:nvPicPr><pic:cNvPr id="0" name={label} descr={label}/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip xmlns:r="{r}" r:embed="{link}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>'
    '</w:drawing><w:t xml:space="preserve">'
)
"""A picture within a run, between the texts before and after it."""


@dataclass(frozen=True, slots=True)
class _Image:
    """What has to be known of a picture."""

    suffix: str
    content_type: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class AskedPicture:
    """The name of a picture that is asked for, and whether it need not be there."""

    name: str
    is_optional: bool = False


@dataclass(frozen=True, slots=True)
class _Picture:
    """A picture among the parts: its size, the id of its relationship, and its alternative text."""

    image: _Image
    link_id: str
    label: str


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
    picture, flaw = _take_in(_asked(found), excerpt(text), part_name, parts, library)
    if flaw:
        return flaw
    if picture is None:
        _vanish(drawing)
        return None
    _embed(blip, picture.link_id)
    _fit(drawing, picture.image.height / picture.image.width)
    label = _PATTERN.sub("", straighten(text)[0]).strip() or picture.label
    for name in (placeholder, *drawing.iter(_PICTURE_NAME)):  # Word writes the text into both
        name.set("descr", label)
    return None


def asked_picture(tag: Tag, data_names: Container[str], library: Library) -> AskedPicture | None:
    """Return which picture a tag in the text asks for, None for a tag that prints a value.

    Args:
        tag: The tag.
        data_names: The names that data, loops and `set` give, in small letters; they mean no picture.
        library: The pictures there are: the name of one of them is enough, as in templates for docxtpl.
    """
    if tag.kind is not TagKind.PRINT or tag.level is not Level.TEXT:
        return None
    if PICTURES not in data_names and (found := _IN_TEXT.fullmatch(tag.content)):
        return _asked(found)
    name = lone_name(tag.content)
    is_free = bool(name) and name.casefold() not in data_names
    return AskedPicture(name) if is_free and library.has(library.pictures, library.pictures_folder, name) else None


def _asked(found: re.Match[str]) -> AskedPicture:
    return AskedPicture(found[1], is_optional=bool(found[2]))


def picture_in_text(
    asked: AskedPicture, tag: Tag, width: int, part_name: str, parts: dict[str, bytes], library: Library
) -> tuple[str, Flaw | None]:
    """Return the XML of a picture that stands in the text, empty for one that need not be there, and what is wrong.

    Args:
        asked: What the tag asks for.
        tag: The tag, which stands in a `w:t`.
        width: How wide the text is, in EMU.
        part_name: The part it stands in.
        parts: All parts, which get the picture.
        library: The pictures there are.
    """
    picture, flaw = _take_in(asked, tag.text, part_name, parts, library)
    if picture is None:
        return "", flaw
    across, down = picture.image.width * _EMU_PER_DOT, picture.image.height * _EMU_PER_DOT
    scale = min(1, width / across, _TALLEST / down)
    drawn = _INLINE.format(
        a=xml.A_NS,
        pic=xml.PIC_NS,
        wp=xml.WP_NS,
        r=xml.R_NS,
        link=picture.link_id,
        width=max(round(across * scale), 1),
        height=max(round(down * scale), 1),
        label=quoteattr(picture.label),
    )
    return drawn, None


def _take_in(
    asked: AskedPicture, text: str, part_name: str, parts: dict[str, bytes], library: Library
) -> tuple[_Picture | None, Flaw | None]:
    """Put the picture that was asked for among the parts; neither it nor a fault where it need not be there."""
    file = find(library.pictures, asked.name)
    if not file:
        if refusal := library.refusal(library.pictures_folder, asked.name):
            return None, Flaw("templat-berkas-tertutup", text, refusal)
        details = (("nama", asked.name), ("letak", library.pictures_folder), ("saran", names(library.pictures)))
        return None, None if asked.is_optional else Flaw("templat-gambar-hilang", text, details)
    data = library.pictures[file]
    if (image := _image(data)) is None:
        return None, Flaw("templat-gambar-rusak", text, (("berkas", f"{library.pictures_folder}/{file}"),))
    target = opc.add_media(parts, data, image.suffix, image.content_type)
    link_id = opc.relate(parts, part_name, opc.Relation(f"{xml.LINK_TYPE}image", target))
    return _Picture(image, link_id, f"Gambar {file.rpartition('.')[0]}"), None


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
        if data.startswith(b"\x89PNG\r\n\x1a\n") and b"IEND" in data:
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
            if _END not in data[offset:]:  # it was not copied whole
                raise struct.error
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
