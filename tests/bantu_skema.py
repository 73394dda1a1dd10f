"""What Word asks of a .docx file, checked without any code of the program.

The order of the properties' elements is python-docx's own account of the schema.
"""

from __future__ import annotations

import inspect
import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator

from docx.oxml.section import CT_SectPr
from docx.oxml.table import CT_TblPr, CT_TcPr
from docx.oxml.text.font import CT_RPr
from docx.oxml.text.parfmt import CT_PPr
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
TYPES = "[Content_Types].xml"


def _urutan(daftar: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{W}{nama}" for nama in daftar)


def _menurut(kelas: type) -> tuple[str, ...]:
    """Return the order of children that python-docx declares for an element."""
    [daftar] = re.findall(r"_tag_seq = \((.*?)\)", inspect.getsource(kelas), re.DOTALL)
    return _urutan(tuple(re.findall(r'"w:(\w+)"', daftar)))


URUTAN = {
    f"{W}pPr": _menurut(CT_PPr),
    f"{W}rPr": _menurut(CT_RPr),
    f"{W}tblPr": _menurut(CT_TblPr),
    f"{W}tcPr": _menurut(CT_TcPr),
    f"{W}sectPr": _menurut(CT_SectPr),
    f"{W}sdt": _urutan(("sdtPr", "sdtEndPr", "sdtContent")),
    f"{W}tbl": _urutan(("bookmarkStart", "bookmarkEnd", "tblPr", "tblGrid", "tr")),
}
"""The order in which children come; where they mix, only those listed are looked at."""
PERTAMA = {f"{W}p": f"{W}pPr", f"{W}r": f"{W}rPr", f"{W}tc": f"{W}tcPr"}
BERTEKS = {f"{W}{nama}" for nama in ("t", "delText", "instrText", "delInstrText")}


def cacat_skema(isi: bytes) -> list[str]:
    """Return all that is against the rules in a finished document, in words."""
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        nama = arsip.namelist()
        bagian = {satu: arsip.read(satu) for satu in nama}
    awal = ["[Content_Types].xml is not the first"] if nama[0] != TYPES else []
    ganda = [f"{satu} is there twice" for satu, kali in Counter(nama).items() if kali > 1]
    pohon = {satu: etree.fromstring(data) for satu, data in bagian.items() if satu.endswith((".xml", ".rels"))}
    cacat = [*awal, *ganda, *_jenis(bagian, pohon), *_hubungan(bagian, pohon)]
    for satu, root in pohon.items():
        if satu.startswith("word/") and root.tag.startswith(W):
            cacat += [f"{satu}: {apa}" for apa in (*_bentuk(root), *_nomor(root))]
    return cacat + [f"word/document.xml: {apa}" for apa in _rujukan(pohon)]


def _jenis(bagian: dict[str, bytes], pohon: dict[str, etree._Element]) -> Iterator[str]:
    akhiran = {kind.get("Extension", "").lower() for kind in pohon[TYPES] if kind.get("Extension")}
    tersebut = [kind.get("PartName", "").lstrip("/") for kind in pohon[TYPES] if kind.get("PartName")]
    yield from (f"{nama} has two content types" for nama, kali in Counter(tersebut).items() if kali > 1)
    yield from (f"content type of {nama}, which is not there" for nama in tersebut if nama not in bagian)
    for nama in bagian:
        if nama != TYPES and nama not in tersebut and nama.rpartition(".")[2].lower() not in akhiran:
            yield f"{nama} has no content type"


def _hubungan(bagian: dict[str, bytes], pohon: dict[str, etree._Element]) -> Iterator[str]:
    """Yield lost targets, repeated and unknown ids of relationships, and parts that nothing refers to."""
    tertuju = {TYPES}
    for nama in (satu for satu in bagian if satu.endswith(".rels")):
        folder, berkas = posixpath.split(nama)
        pemilik = posixpath.join(posixpath.dirname(folder), berkas.removesuffix(".rels"))
        tertuju.add(nama)
        if nama != "_rels/.rels" and pemilik not in bagian:
            yield f"{nama} belongs to nothing"
        nomor = [relasi.get("Id", "") for relasi in pohon[nama]]
        yield from (f"{nama}: {satu} is there twice" for satu, kali in Counter(nomor).items() if kali > 1)
        for relasi in pohon[nama]:
            if relasi.get("TargetMode") != "External":
                tujuan = posixpath.normpath(posixpath.join("/", posixpath.dirname(folder), relasi.get("Target", "")))
                tertuju.add(tujuan.lstrip("/"))
                if tujuan.lstrip("/") not in bagian:
                    yield f"{nama}: {relasi.get('Target')} is not there"
        if pemilik in pohon:
            yield from (
                f"{pemilik}: {satu} is no relationship" for satu in _nomor_hubungan(pohon[pemilik]) - set(nomor)
            )
    for nama, root in pohon.items():
        rels = posixpath.join(posixpath.dirname(nama), "_rels", f"{posixpath.basename(nama)}.rels")
        if rels not in bagian:
            yield from (f"{nama}: {satu} is no relationship" for satu in _nomor_hubungan(root))
    yield from (f"nothing refers to {nama}" for nama in bagian if nama not in tertuju)


def _nomor_hubungan(root: etree._Element) -> set[str]:
    return {
        str(nilai)
        for element in root.iter("*")
        for kunci, nilai in element.attrib.items()
        if str(kunci).startswith(R) and nilai
    }


def _bentuk(root: etree._Element) -> Iterator[str]:
    """Yield what is against the order and the content of elements."""
    for element in root.iter("*"):
        anak = [str(satu.tag) for satu in element.iterchildren("*")]
        urutan = URUTAN.get(str(element.tag))
        if urutan:
            letak = [urutan.index(satu) for satu in anak if satu in urutan]
            if letak != sorted(letak):
                yield f"children of {_nama(element)} out of order: {[satu.rpartition('}')[2] for satu in anak]}"
        pertama = PERTAMA.get(str(element.tag))
        if pertama in anak[1:]:
            yield f"{pertama} is not the first in {_nama(element)}"
        yield from _isi(element, anak)


def _isi(element: etree._Element, anak: list[str]) -> Iterator[str]:
    yield from _teks(element)
    tag = str(element.tag)
    if tag in {f"{W}{nama}" for nama in ("tc", "txbxContent", "footnote", "endnote", "comment", "hdr", "ftr")}:
        blok = [satu for satu in anak if not satu.startswith((f"{W}bookmark", f"{W}comment"))]
        if blok[-1:] not in ([f"{W}p"], [f"{W}sdt"]):
            yield f"{_nama(element)} does not end with a paragraph"
    if tag == f"{W}tbl":
        yield from _tabel(element)
    if tag == f"{W}tr" and not {f"{W}tc", f"{W}sdt"} & set(anak):
        yield "a row without cells"
    if tag == f"{W}sdtContent" and not anak:
        yield "an empty content control"
    if tag == f"{W}body" and anak[-1:] != [f"{W}sectPr"]:
        yield "the body does not end with its section"
    if tag == f"{W}p" and element.getparent().tag in {f"{W}p", f"{W}r"}:
        yield "a paragraph in a paragraph"


def _teks(element: etree._Element) -> Iterator[str]:
    tag = str(element.tag)
    if tag.startswith(W) and tag not in BERTEKS and (element.text or "").strip():
        yield f"text in {_nama(element)}: {element.text!r}"
    if str(element.getparent() is not None and element.getparent().tag).startswith(W) and (element.tail or "").strip():
        yield f"text after {_nama(element)}: {element.tail!r}"
    if tag == f"{W}t" and (element.text or "") != (element.text or "").strip() and element.get(SPACE) != "preserve":
        yield f"blanks would be lost in {element.text!r}"


def _tabel(element: etree._Element) -> Iterator[str]:
    daftar_baris = list(element.iterchildren(f"{W}tr"))
    if not daftar_baris:
        yield "a table without rows"
    lebar = len(element.findall(f"{W}tblGrid/{W}gridCol"))
    for baris in daftar_baris:
        rentang = [sel.find(f"{W}tcPr/{W}gridSpan") for sel in baris.iterchildren(f"{W}tc")]
        if sum(1 if satu is None else int(satu.get(f"{W}val", "1")) for satu in rentang) > lebar:
            yield "a row wider than its table's grid"


def _nomor(root: etree._Element) -> Iterator[str]:
    """Yield what has to be unique and is not, and bookmarks that do not begin or do not end."""
    awal = list(root.iter(f"{W}bookmarkStart"))
    unik = {
        "docPr id": [satu.get("id") for satu in root.iter(f"{WP}docPr")],
        "bookmark id": [satu.get(f"{W}id") for satu in awal],
        "bookmark name": [satu.get(f"{W}name") for satu in awal],
        "control id": [satu.get(f"{W}val") for satu in root.iterfind(f".//{W}sdtPr/{W}id")],
        "comment start": [satu.get(f"{W}id") for satu in root.iter(f"{W}commentRangeStart")],
        "comment reference": [satu.get(f"{W}id") for satu in root.iter(f"{W}commentReference")],
        "paraId": [satu.get(f"{W14}paraId") for satu in root.iter(f"{W}p") if satu.get(f"{W14}paraId")],
    }
    for apa, daftar in unik.items():
        yield from (f"{apa} {nomor} is there {kali} times" for nomor, kali in Counter(daftar).items() if kali > 1)
    akhir = [satu.get(f"{W}id") for satu in root.iter(f"{W}bookmarkEnd")]
    if sorted(map(str, akhir)) != sorted(map(str, unik["bookmark id"])):
        yield f"bookmarks begin {unik['bookmark id']} and end {akhir}"


def _rujukan(pohon: dict[str, etree._Element]) -> Iterator[str]:
    """Yield the styles, lists, notes and comments that are named and not there."""
    ada_gaya = {satu.get(f"{W}styleId") for satu in _anak(pohon, "styles", "style")}
    ada_daftar = {satu.get(f"{W}numId") for satu in _anak(pohon, "numbering", "num")} | {"0"}
    for nama, root in pohon.items():
        if not root.tag.startswith(W):
            continue
        for tag in ("pStyle", "rStyle", "tblStyle", "basedOn"):
            dipakai = {satu.get(f"{W}val") for satu in root.iter(f"{W}{tag}")}
            yield from (f"style {satu} of {nama} is not there" for satu in sorted(map(str, dipakai - ada_gaya)))
        daftar = {satu.get(f"{W}val") for satu in root.iterfind(f".//{W}numPr/{W}numId")}
        yield from (f"list {satu} of {nama} is not there" for satu in sorted(map(str, daftar - ada_daftar)))
    utama = pohon["word/document.xml"]
    for bagian, satu in (("footnotes", "footnote"), ("endnotes", "endnote"), ("comments", "comment")):
        ada = {catatan.get(f"{W}id") for catatan in _anak(pohon, bagian, satu)}
        disebut = {acuan.get(f"{W}id") for acuan in utama.iter(f"{W}{satu}Reference")}
        acuan = [str(acuan.get(f"{W}id")) for acuan in utama.iter(f"{W}{satu}Reference")]
        yield from (f"{satu} {nomor} is referred to twice" for nomor in sorted(set(acuan)) if acuan.count(nomor) > 1)
        yield from (f"{satu} {nomor} is not there" for nomor in sorted(map(str, disebut - ada)))
        if satu == "comment":
            yield from (f"comment {nomor} is nowhere" for nomor in sorted(map(str, ada - disebut)))


def _anak(pohon: dict[str, etree._Element], bagian: str, tag: str) -> Iterator[etree._Element]:
    root = pohon.get(f"word/{bagian}.xml")
    return iter(()) if root is None else root.iterchildren(f"{W}{tag}")


def _nama(element: etree._Element) -> str:
    return etree.QName(element).localname
