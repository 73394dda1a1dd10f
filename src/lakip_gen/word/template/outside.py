"""Find what a document takes in from outside itself: linked pictures and objects, fields that read files, data sources.

Word and LibreOffice fetch such things on opening, so a draft would tell an address who reads it, and print what stands
there that day. A link that a reader has to click is none of them.
"""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING, Any, Final

from lxml import etree

from lakip_gen.word.package import opc, xml
from lakip_gen.word.package.contents_list import entries_of, only_word_makes
from lakip_gen.word.package.xml import W
from lakip_gen.word.tags.other_programs import written_here
from lakip_gen.word.tags.tag import Flaw, excerpt, foreign_flaw

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

OUTSIDE: Final = "templat-isi-dari-luar"
_DELETE: Final = "Hapus {0} dari templat."
_PICTURE: Final = (
    "gambar yang hanya ditautkan",
    "Hapus gambarnya, lalu pilih Sisipkan > Gambar (Insert > Pictures) tanpa Tautkan ke Berkas (Link to File).",
)
_OBJECT: Final = (
    "objek yang tertaut ke berkas lain",
    "Klik File > Info > Edit Tautan ke Berkas (Edit Links to Files), lalu putuskan tautannya (Break Link).",
)
_MERGE: Final = (
    "sumber data surat massal (mail merge)",
    "Klik Surat (Mailings) > Mulai Gabung Surat (Start Mail Merge) > Dokumen Word Normal (Normal Word Document).",
)
_CHUNK: Final = (
    "potongan dokumen lain (altChunk)",
    "Buka templat di Word, lalu simpan dengan nama baru: potongan itu menjadi tulisan biasa.",
)
_SUB: Final = (
    "subdokumen",
    "Klik Tampilan > Kerangka > Tampilkan Dokumen (View > Outline > Show Document), lalu Putuskan Tautan (Unlink).",
)
_MEDIA: Final = ("video atau suara dari luar", _DELETE.format("video atau suara itu"))
_TEMPLATE: Final = (
    "templat Word lain yang dilampirkan",
    "Klik File > Opsi > Add-in, pilih Kelola: Templat (Manage: Templates) > Buka, lalu kosongkan Templat Dokumen.",
)
_FRAME: Final = ("bingkai halaman web", "Salin tulisannya ke dokumen Word baru.")
_ADD_IN: Final = ("add-in atau kontrol yang dimuat dari luar", _DELETE.format("add-in atau kontrol itu"))
_OTHER: Final = ("isi yang diambil dari luar dokumen", "Salin tulisannya ke dokumen Word baru, tanpa bagian itu.")
_FIELD: Final = (
    "bidang (field) yang mengambil isi berkas lain",
    "Klik bidang itu, tekan Ctrl+Shift+F9 agar isinya menjadi tulisan biasa, lalu simpan.",
)

_LINK_TYPES: Final = {
    "image": _PICTURE,
    **dict.fromkeys(("oleObject", "package", "externalLinkPath", "hyperlink"), _OBJECT),
    **dict.fromkeys(("mailMergeSource", "mailMergeHeaderSource", "recipientData"), _MERGE),
    "aFChunk": _CHUNK,
    "subDocument": _SUB,
    **dict.fromkeys(("video", "audio", "media"), _MEDIA),
    "attachedTemplate": _TEMPLATE,
    "frame": _FRAME,
}
"""What a relationship out of the package means, by the end of its type; one to a hyperlink only where it is none."""
_NEVER: Final = {
    "aFChunk": _CHUNK,
    "subDocument": _SUB,
    **dict.fromkeys(("control", "webextension", "webextensiontaskpanes"), _ADD_IN),
}
"""What cannot stand in a template even when it lies within the package: nobody looks into it."""
_HYPERLINK: Final = "hyperlink"
_TEXTS: Final = ("header", "footer")
"""The parts that have paragraphs of their own to say it at."""
_A: Final = f"{{{xml.A_NS}}}"
_CLICKED: Final = frozenset({f"{W}hyperlink", *(f"{_A}hlink{kind}" for kind in ("Click", "Hover", "MouseOver"))})
"""The elements that only lead somewhere when somebody clicks them."""
_R: Final = f"{{{xml.R_NS}}}"
_V: Final = "{urn:schemas-microsoft-com:vml}"
_O: Final = "{urn:schemas-microsoft-com:office:office}"
_VML_PICTURES: Final = (f"{_V}imagedata", f"{_V}fill", f"{_V}stroke", f"{_V}image")
_VML_ADDRESSES: Final = ("src", f"{_O}href", f"{_O}althref", f"{_O}src")
_WEB_VIDEO: Final = "{http://schemas.microsoft.com/office/word/2012/wordprocessingDrawing}webVideoPr"
_MAIL_MERGE: Final = f"{W}mailMerge"
_SOURCES: Final = tuple(f"{W}{name}" for name in ("connectString", "dataSource", "headerSource", "odso"))

_FETCHING: Final = frozenset(
    ("INCLUDEPICTURE", "INCLUDETEXT", "INCLUDE", "IMPORT", "DDE", "DDEAUTO", "LINK", "RD", "DATABASE", "DATA")
)
"""The fields that read another file, program or address."""
_MERGE_FIELD: Final = "MERGEFIELD"
_MARK: Final = f"{W}fldChar"
_MARK_TYPE: Final = f"{W}fldCharType"
_SIMPLE: Final = f"{W}fldSimple"
_INSTRUCTION: Final = f"{W}instr"
_CODES: Final = (f"{W}instrText", f"{W}delInstrText")
_WORD: Final = re.compile(r"[A-Z]+", re.IGNORECASE)

_DRAWING: Final = (b"svg", "svg".encode("utf-16-le"), "svg".encode("utf-16-be"))
"""What a vector picture holds in whichever spelling; any other part may hold it too, and is none."""
_ZIPPED: Final = b"\x1f\x8b"
_LARGEST_DRAWING: Final = 20 * 1024 * 1024
"""The bytes that are looked at of a picture that is packed."""
_SVG_ADDRESS: Final = re.compile(r"url\(\s*['\"]?(?!\s*#|\s*data:)([^)'\"]+)|@import\s+([^;]+)")
_HREF: Final = ("href", "{http://www.w3.org/1999/xlink}href", "src")

_MAY_REACH: Final = re.compile(
    rb"[<:](?:instrText|delInstrText|fldSimple|altChunk|subDoc|mailMerge|webVideoPr|imagedata|fill|stroke|image)\b"
)
"""A name space may have any prefix."""


def may_reach_out(parts: Mapping[str, bytes], name: str) -> bool:
    """Return whether a part may hold anything from outside, without parsing it."""
    return _MAY_REACH.search(parts[name]) is not None or any(
        relation.is_external or _kind(relation) in _NEVER for relation in opc.relations(parts, name).values()
    )


def reaching_out(parts: Mapping[str, bytes], name: str, root: etree._Element) -> Iterator[tuple[etree._Element, Flaw]]:
    """Yield all that a part takes in from outside, with the element that asks for it.

    Args:
        parts: All parts.
        name: The part's name.
        root: Its tree.
    """
    links = dict(_links(parts, name))
    for element in root.iter("*"):
        for key, value in element.attrib.items():
            flaw = links.get(str(value)) if str(key).startswith(_R) else None
            if flaw is not None and element.tag not in _CLICKED:
                yield element, flaw
    yield from _addresses(root)
    yield from _fields(root)


def package_flaws(parts: Mapping[str, bytes]) -> Iterator[Flaw]:
    """Yield all that any part takes in from outside, wherever it is said; what stands in a text is found there too."""
    for rels in sorted(name for name in parts if name.endswith(".rels")):
        for relation in opc.relations(parts, _owner(rels)).values():
            if _kind(relation) != _HYPERLINK and (flaw := _flaw_of(relation)):
                yield flaw
    for name in sorted(parts):
        if name.endswith(".xml") and may_reach_out(parts, name):
            yield from (flaw for _, flaw in reaching_out(parts, name, xml.parse(parts[name])))
        elif not name.endswith((".xml", ".rels")):
            yield from _in_drawing(parts[name])


def _owner(rels: str) -> str:
    """Return the part that a .rels part belongs to; empty for that of the package."""
    folder, _, file = rels.rpartition("_rels/")
    return folder + file.removesuffix(".rels")


def _kind(relation: opc.Relation) -> str:
    return relation.link_type.rpartition("/")[2]


def _links(parts: Mapping[str, bytes], name: str) -> Iterator[tuple[str, Flaw]]:
    """Yield the id of each relationship that leads outside, itself or through the part it leads to."""
    for link_id, relation in opc.relations(parts, name).items():
        if flaw := _flaw_of(relation) or _behind(parts, relation):
            yield link_id, flaw


def _flaw_of(relation: opc.Relation) -> Flaw | None:
    kinds = _LINK_TYPES if relation.is_external else _NEVER
    known = kinds.get(_kind(relation), _OTHER if relation.is_external else None)
    return _flaw(known, relation.target) if known else None


def _behind(parts: Mapping[str, bytes], relation: opc.Relation) -> Flaw | None:
    """Return what a part such as a chart takes in from outside."""
    if relation.is_external or _kind(relation) in _TEXTS:
        return None
    further = opc.relations(parts, relation.target).values()
    return next((flaw for one in further if _kind(one) != _HYPERLINK and (flaw := _flaw_of(one))), None)


def _flaw(kind: tuple[str, str], text: str) -> Flaw:
    content, mend = kind
    return Flaw(OUTSIDE, excerpt(text), (("isi", content), ("cara", mend)))


def _addresses(root: etree._Element) -> Iterator[tuple[etree._Element, Flaw]]:
    """Yield the addresses that stand in the text of a part itself."""
    for element in root.iter(*_VML_PICTURES):
        for name in _VML_ADDRESSES:
            if address := element.get(name, "").partition("#")[0].strip():
                yield element, _flaw(_PICTURE, address)
    for element in root.iter(_WEB_VIDEO):
        yield element, _flaw(_MEDIA, element.get("embeddedHtml", ""))
    for element in root.iter(_MAIL_MERGE):
        if (source := next(element.iterchildren(*_SOURCES), None)) is not None:
            yield element, _flaw(_MERGE, source.get(xml.VAL, ""))


class _Field:
    """A field under way: what its instruction says so far, and what fields within say before it."""

    def __init__(self, has_entries: Callable[[], bool]) -> None:
        self.has_entries = has_entries
        self.text = ""
        self.before = ""
        self.is_open = True

    def take(self, inner: str) -> None:
        """Take note of a field within; one that comes first may compute what kind of field this is."""
        if not self.text.strip():
            self.before += f" {inner}"

    def flaw(self) -> Flaw | None:
        """Return what the field takes in from outside, or that another program would fill it.

        Of a field whose kind is computed that is told which it may be.
        """
        asked = {word.upper() for word in (*_WORD.findall(self.before), *_WORD.findall(self.text)[:1])}
        if _MERGE_FIELD in asked:
            name = f"«{' '.join(self.text.split()[1:2])}»"
            return foreign_flaw(name, written_here(name))
        if "TOC" in asked and only_word_makes(self.text, self.has_entries):
            return Flaw("templat-daftar-isi-dibiarkan", excerpt(self.text))
        return _flaw(_FIELD, f"{self.before} {self.text}") if _FETCHING & asked else None


def _fields(root: etree._Element) -> Iterator[tuple[etree._Element, Flaw]]:
    """Yield the fields that read something from outside, in whichever form and however cut in pieces."""
    has_entries = entries_of(root)
    for element in root.iter(_SIMPLE):
        field = _Field(has_entries)
        field.text = element.get(_INSTRUCTION, "")
        if flaw := field.flaw():
            yield element, flaw
    open_fields: list[_Field] = []
    loose, place = _Field(has_entries), root
    for element in root.iter(_MARK, xml.T, *_CODES):
        if element.tag == _MARK:
            yield from _told(element, open_fields, has_entries)
        elif asking := next((one for one in reversed(open_fields) if one.is_open), None):
            asking.text += element.text or ""
        elif element.tag in _CODES:
            place = place if loose.text else element
            loose.text += element.text or ""
    # An instruction without its marks may find them in the template that takes this one in.
    yield from ((root, flaw) for one in open_fields if one.is_open and (flaw := one.flaw()))
    if flaw := loose.flaw():
        yield place, flaw


def _told(
    mark: etree._Element, open_fields: list[_Field], has_entries: Callable[[], bool]
) -> Iterator[tuple[etree._Element, Flaw]]:
    """Follow a mark of a field; yield what is wrong with one whose instruction ends there."""
    kind = mark.get(_MARK_TYPE)
    if kind == "begin":
        open_fields.append(_Field(has_entries))
        return
    if not open_fields:
        return
    field = open_fields[-1]
    if field.is_open and (flaw := field.flaw()):
        yield mark, flaw
    if field.is_open and (outer := next((one for one in reversed(open_fields[:-1]) if one.is_open), None)):
        outer.take(field.text)
    field.is_open = False
    if kind == "end":
        open_fields.pop()


def _in_drawing(data: bytes) -> Iterator[Flaw]:
    """Yield the addresses from which a vector picture takes in others; its links are left alone."""
    try:
        plain = (
            zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data, _LARGEST_DRAWING) if _ZIPPED in data[:2] else data
        )
        if not any(word in plain for word in _DRAWING):
            return
        root = xml.parse(plain)
    except (etree.XMLSyntaxError, zlib.error):
        return
    for element in root.iter("*"):
        texts = [*_texts(element)]
        if not str(element.tag).endswith("}a"):
            texts += [f"url({element.get(name)})" for name in _HREF if element.get(name)]
        for found in (match for text in texts for match in _SVG_ADDRESS.finditer(text)):
            yield _flaw(_PICTURE, found[1] or found[2])


def _texts(element: etree._Element) -> Iterable[Any]:
    return (*(element.attrib.values()), element.text or "")
