"""Put pictures of the office in the place of a template's placeholders.

A placeholder is any picture whose alternative text is `{{ gambar.nama }}`. Its width, its place and its
frame stay; its height follows the picture that takes its place.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Final

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.image.image import Image

from lakip_gen.word import ooxml, rakit
from lakip_gen.word.pustaka import find, names
from lakip_gen.word.tag import Cacat, excerpt, straighten

if TYPE_CHECKING:
    from lxml import etree

    from lakip_gen.word.pustaka import Pustaka

_PATTERN: Final = re.compile(r"\{\{\s*gambar\.([\w-]+(?:\.\w+)?)\s*\}\}")
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_BLIP: Final = f"{_A}blip"
_IN_BLIP: Final = (f"{_A}extLst",)
_CROP: Final = f"{_A}srcRect"
_EXTENT: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_SHAPE: Final = f"{_A}xfrm/{_A}ext"
_LINK: Final = f"{{{ooxml.R_NS}}}link"
_KINDS: Final = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/bmp": "bmp"}
_FAULTS: Final = (
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
    ArithmeticError,
    LookupError,
    TypeError,
    ValueError,
)


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
    drawing = ooxml.closest(penanda, ooxml.DRAWING)
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
    tujuan = rakit.add_media(bagian, isi, _KINDS[gambar.content_type], gambar.content_type)
    _embed(blip, rakit.relate(bagian, nama_bagian, rakit.Relasi(f"{ooxml.LINK_TYPE}image", tujuan)))
    _fit(drawing, gambar.px_height / gambar.px_width)
    penanda.set("descr", _PATTERN.sub("", straighten(teks)[0]).strip() or f"Gambar {berkas.rpartition('.')[0]}")
    return None


def _image(isi: bytes) -> Image | None:
    """Return a picture of a kind that every Word shows."""
    try:
        gambar = Image.from_file(io.BytesIO(isi))
        is_good = gambar.content_type in _KINDS and gambar.px_width > 0 and gambar.px_height > 0
    except _FAULTS:
        return None
    return gambar if is_good else None


def _embed(blip: etree._Element, nomor: str) -> None:
    blip.set(ooxml.EMBED, nomor)
    blip.attrib.pop(_LINK, "")
    for child in list(blip.iterchildren(*_IN_BLIP)):  # another form of the old picture, which Word would prefer
        blip.remove(child)


def _fit(drawing: etree._Element, rasio: float) -> None:
    """Keep the width, let the height follow, and show the picture whole."""
    for crop in list(drawing.iter(_CROP)):
        ooxml.remove(crop)
    for ukuran in (*drawing.iter(_EXTENT), *drawing.iterfind(f".//{_SHAPE}")):
        ukuran.set("cy", str(max(round(int(ukuran.get("cx", "0")) * rasio), 1)))
