"""Put pictures of the office in the place of a template's placeholders.

A placeholder is any picture whose alternative text is `{{ gambar.nama }}`. Its width, its place and its
frame stay; its height follows the picture that takes its place.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lakip_gen.word.package import parts, xml
from lakip_gen.word.tags.tag import Cacat, excerpt, straighten
from lakip_gen.word.template.library import find, names

if TYPE_CHECKING:
    from lxml import etree

    from lakip_gen.word.template.library import Pustaka

_PATTERN: Final = re.compile(r"\{\{\s*gambar\.([\w-]+(?:\.\w+)?)\s*\}\}")
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

    akhiran: str
    jenis_isi: str
    lebar: int
    tinggi: int


def replace_picture(
    penanda: etree._Element, nama_bagian: str, bagian: dict[str, bytes], pustaka: Pustaka
) -> Cacat | None:
    """Put a picture in a placeholder's place, or return why that cannot be.

    Args:
        penanda: The placeholder's `wp:docPr`.
        nama_bagian: The part it stands in.
        bagian: All parts, which get the picture.
        pustaka: The pictures there are.
    """
    teks = penanda.get("descr", "")
    found = _PATTERN.search(straighten(teks)[0])
    drawing = xml.closest(penanda, xml.DRAWING)
    blip = None if drawing is None else next(drawing.iter(_BLIP), None)
    if found is None or drawing is None or blip is None:
        return Cacat("templat-gambar-salah", excerpt(teks))
    berkas = find(pustaka.daftar_gambar, found[1])
    if not berkas:
        rincian = (("nama", found[1]), ("letak", pustaka.letak_gambar), ("saran", names(pustaka.daftar_gambar)))
        return Cacat("templat-gambar-hilang", excerpt(teks), rincian)
    isi = pustaka.daftar_gambar[berkas]
    if (gambar := _image(isi)) is None:
        return Cacat("templat-gambar-rusak", excerpt(teks), (("berkas", f"{pustaka.letak_gambar}/{berkas}"),))
    tujuan = parts.add_media(bagian, isi, gambar.akhiran, gambar.jenis_isi)
    _embed(blip, parts.relate(bagian, nama_bagian, parts.Relasi(f"{xml.LINK_TYPE}image", tujuan)))
    _fit(drawing, gambar.tinggi / gambar.lebar)
    sebutan = _PATTERN.sub("", straighten(teks)[0]).strip() or f"Gambar {berkas.rpartition('.')[0]}"
    for nama in (penanda, *drawing.iter(_PICTURE_NAME)):  # Word writes the text into both
        nama.set("descr", sebutan)
    return None


def _image(isi: bytes) -> _Image | None:
    """Return a picture of a kind that every Word shows; None for any other."""
    try:
        if isi.startswith(b"\x89PNG\r\n\x1a\n"):
            gambar = _Image("png", "image/png", *struct.unpack(">II", isi[16:24]))
        elif isi.startswith(b"GIF8"):
            gambar = _Image("gif", "image/gif", *struct.unpack("<HH", isi[6:10]))
        elif isi.startswith(b"\xff\xd8\xff"):
            gambar = _Image("jpg", "image/jpeg", *_jpeg_size(isi))
        else:
            return None
    except struct.error:
        return None
    return gambar if min(gambar.lebar, gambar.tinggi) and max(gambar.lebar, gambar.tinggi) <= _LARGEST else None


def _jpeg_size(isi: bytes) -> tuple[int, int]:
    """Return width and height from the frame header of a JPEG; raise `struct.error` where there is none."""
    letak = 2
    while True:
        awal, tanda, panjang = struct.unpack(">BBH", isi[letak : letak + 4])
        if awal != _MARKER:
            raise struct.error
        if _FRAME.match(bytes((tanda,))):
            tinggi, lebar = struct.unpack(">HH", isi[letak + 5 : letak + 9])
            return lebar, tinggi
        letak += 2 + panjang


def _embed(blip: etree._Element, nomor: str) -> None:
    blip.set(xml.EMBED, nomor)
    blip.attrib.pop(_LINK, "")
    for child in list(blip.iterchildren(*_IN_BLIP)):  # another form of the old picture, which Word would prefer
        blip.remove(child)


def _fit(drawing: etree._Element, rasio: float) -> None:
    """Keep the width, let the height follow, and show the picture whole."""
    for crop in list(drawing.iter(_CROP)):
        xml.remove(crop)
    for ukuran in (*drawing.iter(_EXTENT), *drawing.iterfind(f".//{_SHAPE}")):
        ukuran.set("cy", str(max(round(int(ukuran.get("cx", "0")) * rasio), 1)))
