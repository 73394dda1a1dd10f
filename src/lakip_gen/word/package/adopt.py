"""Let blocks of one document live in another: with their styles, lists, pictures and links."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from lxml import etree

from lakip_gen.word.package import parts, xml
from lakip_gen.word.package.xml import W

if TYPE_CHECKING:
    from collections.abc import Iterator

_STYLE_NAMES: Final = (f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
_NUM_ID: Final = f"{W}numId"
_NUM: Final = f"{W}num"
_ABSTRACT: Final = f"{W}abstractNum"
_ABSTRACT_ID: Final = f"{W}abstractNumId"
_LIST_MARKS: Final = (f"{W}nsid", f"{W}tmpl", f"{W}styleLink", f"{W}numStyleLink")
_BASED_ON: Final = f"{W}basedOn"
_LOOSE: Final = (f"{W}next", f"{W}link")
_STYLE_ID: Final = f"{W}styleId"
_DEFAULT: Final = f"{W}default"
_BOOKMARKS: Final = 100_000
"""More bookmarks than one document has."""
_CARRIED: Final = ("/image", "/hyperlink")
_NUMBERING_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_IMAGES: Final = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
    "svg": "image/svg+xml",
    "tif": "image/tiff",
    "tiff": "image/tiff",
}
_REFUSED: Final = {
    **dict.fromkeys(xml.NOTE_REFERENCES, "catatan kaki atau catatan akhir"),
    xml.SECT_PR: "pemisah bagian (section break)",
}


class UnsupportedError(Exception):
    """Says in Indonesian what cannot be taken along."""


class Adopsi:
    """Takes the body of one document into a part of another.

    Args:
        sumber: The parts the blocks come from.
        bagian: The parts they go to, which get what the blocks need.
        nama: The part they go to.
        urutan: The how-many-eth document it is that the part takes in.
    """

    def __init__(self, sumber: Mapping[str, bytes], bagian: dict[str, bytes], nama: str, urutan: int) -> None:
        self.sumber = sumber
        self.bagian = bagian
        self.nama = nama
        self.urutan = urutan
        self.utama = xml.main_part(sumber)
        self.tuan = xml.main_part(bagian)

    def blocks(self, root: etree._Element) -> list[etree._Element]:
        """Return the blocks of a body, fit for the part they go to.

        Raises:
            UnsupportedError: When they hold what cannot be taken along.
        """
        body = root.find(xml.BODY)
        daftar = [] if body is None else [child for child in xml.children(body) if child.tag != xml.SECT_PR]
        for block in daftar:
            _refuse(block)
        self._relate(daftar)
        self._style(daftar)
        self._number(daftar)
        for block in daftar:
            _strip(block)
        _renumber_bookmarks(daftar, _BOOKMARKS * self.urutan)
        return daftar

    def _relate(self, daftar: list[etree._Element]) -> None:
        """Carry over the pictures and links, refuse all else that lies outside the body."""
        known = parts.relations(self.sumber, self.utama)
        for element, kunci, nomor in _references(daftar):
            relasi = known.get(nomor)
            if relasi is None or not relasi.jenis.endswith(_CARRIED):
                raise UnsupportedError("bagan atau objek sisipan")
            element.set(kunci, parts.relate(self.bagian, self.nama, self._carried(relasi)))

    def _carried(self, relasi: parts.Relasi) -> parts.Relasi:
        if relasi.is_external:
            return relasi
        akhiran = relasi.tujuan.rpartition(".")[2]
        jenis_isi = _IMAGES.get(akhiran.lower())
        if jenis_isi is None:
            raise UnsupportedError(f"gambar jenis .{akhiran}")
        return parts.Relasi(relasi.jenis, parts.add_media(self.bagian, self.sumber[relasi.tujuan], akhiran, jenis_isi))

    def _style(self, daftar: list[etree._Element]) -> None:
        """Let styles mean what they mean by name; those the other document lacks come along."""
        asal, nama = _tree(self.sumber, self.utama, "styles"), parts.target_of(self.bagian, self.tuan, "styles")
        if asal is None or not nama:
            return
        root = xml.parse(self.bagian[nama])
        gaya = _Gaya(asal, root)
        for mark in _marks(daftar, _STYLE_NAMES):
            mark.set(xml.VAL, gaya.adopt(mark.get(xml.VAL, "")))
        if gaya.daftar_baru:
            self._number(gaya.daftar_baru)
            self.bagian[nama] = xml.serialise(root)

    def _number(self, daftar: list[etree._Element]) -> None:
        """Take the lists along, each as a list of its own."""
        marks = [mark for mark in _marks(daftar, (_NUM_ID,)) if mark.get(xml.VAL) != "0"]
        asal = _tree(self.sumber, self.utama, "numbering") if marks else None
        if asal is None:
            return
        nama = parts.target_of(self.bagian, self.tuan, "numbering") or self._new_numbering()
        root = xml.parse(self.bagian[nama])
        baru: dict[str, str] = {}
        for mark in marks:
            lama = mark.get(xml.VAL, "")
            if lama not in baru:
                baru[lama] = _copy_list(asal, root, lama)
            mark.set(xml.VAL, baru[lama])
        self.bagian[nama] = xml.serialise(root)

    def _new_numbering(self) -> str:
        nama = "word/numbering.xml"
        parts.add_part(self.bagian, nama, xml.serialise(etree.Element(f"{W}numbering")), _NUMBERING_TYPE)
        parts.relate(self.bagian, self.tuan, parts.Relasi(f"{xml.LINK_TYPE}numbering", nama))
        return nama


class _Gaya:
    """Finds for each style of one document its like in another."""

    def __init__(self, asal: etree._Element, root: etree._Element) -> None:
        self.asal = {style.get(_STYLE_ID, ""): style for style in asal.iterchildren(xml.STYLE)}
        self.root = root
        self.ada = {_identity(style): style.get(_STYLE_ID, "") for style in root.iterchildren(xml.STYLE)}
        self.daftar_baru: list[etree._Element] = []

    def adopt(self, nomor: str) -> str:
        """Return the id under which the other document knows a style."""
        style = self.asal.get(nomor)
        if style is None:
            return nomor
        kunci = _identity(style)
        if kunci not in self.ada:
            self.ada[kunci] = self._free(nomor)
            self._copy(style, self.ada[kunci])
        return self.ada[kunci]

    def _free(self, nomor: str) -> str:
        while nomor in self.ada.values():
            nomor += "Sisipan"
        return nomor

    def _copy(self, style: etree._Element, nomor: str) -> None:
        baru = copy.deepcopy(style)
        baru.set(_STYLE_ID, nomor)
        baru.attrib.pop(_DEFAULT, "")
        for mark in list(baru.iterchildren(*_LOOSE)):
            xml.remove(mark)
        if (dasar := baru.find(_BASED_ON)) is not None:
            dasar.set(xml.VAL, self.adopt(dasar.get(xml.VAL, "")))
        self.root.append(baru)
        self.daftar_baru.append(baru)


def _identity(style: etree._Element) -> tuple[str, str]:
    name = style.find(xml.NAME)
    return style.get(xml.TYPE, ""), "" if name is None else name.get(xml.VAL, "").lower()


def _copy_list(asal: etree._Element, root: etree._Element, nomor: str) -> str:
    """Copy a list and its definition under numbers of their own; return the list's number."""
    num = next((num for num in asal.iterchildren(_NUM) if num.get(_NUM_ID) == nomor), None)
    acuan = None if num is None else num.find(_ABSTRACT_ID)
    rupa = None if acuan is None else acuan.get(xml.VAL)
    abstract = next((a for a in asal.iterchildren(_ABSTRACT) if a.get(_ABSTRACT_ID) == rupa), None)
    if num is None or abstract is None:
        return nomor
    num, abstract = copy.deepcopy(num), copy.deepcopy(abstract)
    for mark in list(abstract.iterchildren(*_LIST_MARKS)):
        xml.remove(mark)
    rupa, baru = _next(root, _ABSTRACT, _ABSTRACT_ID), _next(root, _NUM, _NUM_ID)
    abstract.set(_ABSTRACT_ID, rupa)
    num.set(_NUM_ID, baru)
    num.find(_ABSTRACT_ID).set(xml.VAL, rupa)  # type: ignore[union-attr]
    root.insert(len(list(root.iterchildren(_ABSTRACT))), abstract)
    root.append(num)
    return baru


def _next(root: etree._Element, tag: str, kunci: str) -> str:
    return str(1 + max((int(element.get(kunci, "0")) for element in root.iterchildren(tag)), default=0))


def _tree(bagian: Mapping[str, bytes], nama: str, jenis: str) -> etree._Element | None:
    tujuan = parts.target_of(bagian, nama, jenis)
    return xml.parse(bagian[tujuan]) if tujuan else None


def _marks(daftar: list[etree._Element], tags: tuple[str, ...]) -> Iterator[etree._Element]:
    return (mark for block in daftar for mark in block.iter(*tags))


def _references(daftar: list[etree._Element]) -> list[tuple[etree._Element, str, str]]:
    """Return all that refers to a relationship: the element, the attribute, the id."""
    prefix = f"{{{xml.R_NS}}}"
    return [
        (element, str(kunci), str(nilai))
        for block in daftar
        for element in block.iter("*")
        for kunci, nilai in element.attrib.items()
        if str(kunci).startswith(prefix) and nilai
    ]


def _refuse(block: etree._Element) -> None:
    found = next(block.iter(*_REFUSED), None)
    if found is not None:
        raise UnsupportedError(_REFUSED[str(found.tag)])


def _strip(block: etree._Element) -> None:
    """Take out comments and ids that the other document may have already."""
    for mark in list(block.iter(*xml.COMMENT_MARKS)):
        xml.remove(mark)
    for paragraf in block.iter(xml.P):
        for nama in xml.PARAGRAPH_IDS:
            paragraf.attrib.pop(nama, "")


def _renumber_bookmarks(daftar: list[etree._Element], dasar: int) -> None:
    for mark in _marks(daftar, (xml.BOOKMARK_START, xml.BOOKMARK_END)):
        mark.set(xml.ID, str(dasar + int(mark.get(xml.ID, "0"))))
