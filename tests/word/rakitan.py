"""Builds small Word documents from short text, and reads finished ones back as text.

One line is one paragraph, but: `# Judul` is a heading; lines in `| a | b |` are rows of a table, `//` in a cell
starts a new paragraph; a line that begins with `<` is XML of the body as it stands. `¦` cuts a run, and every
second run is bold.
"""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from lxml import etree

from lakip_gen.domain.temuan import Asal
from lakip_gen.ooxml.guard import open_container
from lakip_gen.ooxml.recognise import Kind
from lakip_gen.ooxml.writer import write_container
from lakip_gen.word.package import opc

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NS = {"w": W, "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"}
_XMLNS = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STYLES = (
    f'<w:styles {_XMLNS}><w:style w:type="paragraph" w:styleId="Judul1"><w:name w:val="heading 1"/></w:style>'
    "</w:styles>"
)
_SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'


def run(teks: str, *, bold: bool = False) -> str:
    """Return a run; what begins with `<` is XML already."""
    isi = teks if teks.startswith("<") else f'<w:t xml:space="preserve">{escape(teks)}</w:t>'
    return f"<w:r>{'<w:rPr><w:b/></w:rPr>' if bold else ''}{isi}</w:r>"


def paragraf(teks: str, gaya: str = "") -> str:
    """Return a paragraph; `¦` cuts its runs."""
    sifat = f'<w:pPr><w:pStyle w:val="{gaya}"/></w:pPr>' if gaya else ""
    runs = "".join(run(satu, bold=bool(nomor % 2)) for nomor, satu in enumerate(teks.split("¦")) if satu)
    return f"<w:p>{sifat}{runs}</w:p>"


def tabel(daftar_baris: list[str]) -> str:
    """Return a table of rows `| a | b |`."""
    rows = [[sel.strip() for sel in baris.strip().strip("|").split("|")] for baris in daftar_baris]
    cells = [["".join(map(paragraf, sel.split("//"))) for sel in baris] for baris in rows]
    grid = '<w:gridCol w:w="2000"/>' * max(map(len, rows))
    isi = "".join("<w:tr>" + "".join(f"<w:tc><w:tcPr/>{sel}</w:tc>" for sel in baris) + "</w:tr>" for baris in cells)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{isi}</w:tbl>"


def kotak(teks: str) -> str:
    """Return a paragraph with a text box, in both branches as Word writes it."""
    isi = f"<w:txbxContent>{paragraf(teks)}</w:txbxContent>"
    return (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:docPr id="1" name="k"/>'
        f"<wps:txbx>{isi}</wps:txbx></wp:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{isi}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )


def isi_badan(naskah: str) -> str:
    """Return the body's XML of a text in the small language."""
    blocks: list[str] = []
    rows: list[str] = []
    for baris in [*naskah.strip("\n").split("\n"), ""]:
        line = baris.strip()
        if line.startswith("|"):
            rows.append(line)
            continue
        if rows:
            blocks.append(tabel(rows))
            rows = []
        if line.startswith("<"):
            blocks.append(line)
        elif line:
            blocks.append(paragraf(line[2:], "Judul1") if line.startswith("# ") else paragraf(line))
    return "".join(blocks)


def bagian(naskah: str, *, kepala: str = "", kaki: str = "", catatan: str = "") -> dict[str, bytes]:
    """Return the parts of a document: the body, and a header, footer and footnote where there is text."""
    parts = {
        "word/document.xml": f"<w:document {_XMLNS}><w:body>{isi_badan(naskah)}{_SECTION}</w:body></w:document>",
        "word/styles.xml": _STYLES,
    }
    kinds = {"word/document.xml": "document.main", "word/styles.xml": "styles"}
    for jenis, akar, teks in (("header", "hdr", kepala), ("footer", "ftr", kaki), ("footnotes", "footnotes", catatan)):
        if teks:
            isi = isi_badan(teks)
            isi = f'<w:footnote w:id="2">{isi}</w:footnote>' if jenis == "footnotes" else isi
            parts[f"word/{jenis}.xml"] = f"<w:{akar} {_XMLNS}>{isi}</w:{akar}>"
            kinds[f"word/{jenis}.xml"] = jenis
    return {nama: (_HEAD + isi).encode() for nama, isi in (parts | _package(kinds)).items()}


def _package(kinds: dict[str, str]) -> dict[str, str]:
    types = "".join(f'<Override PartName="/{nama}" ContentType="{_TYPE}.{kind}+xml"/>' for nama, kind in kinds.items())
    links = "".join(
        f'<Relationship Id="rId{nomor}" Type="{_LINK}/{kind}" Target="{nama.removeprefix("word/")}"/>'
        for nomor, (nama, kind) in enumerate(kinds.items())
        if kind != "document.main"
    )
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    return {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/docProps/core.xml" '
        f'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>{types}</Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_LINK}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{core}" Target="docProps/core.xml"/></Relationships>',
        "word/_rels/document.xml.rels": "<Relationships "
        f'xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>',
        "docProps/core.xml": "<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>Contoh</dc:title></cp:coreProperties>',
    }


def dokumen(naskah: str, **lain: str) -> bytes:
    """Return a .docx of a text in the small language."""
    return write_container(bagian(naskah, **lain))


_NUMBERING = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"


def _tingkat(nomor: int, bentuk: str) -> str:
    return f'<w:lvl w:ilvl="{nomor}"><w:start w:val="1"/><w:numFmt w:val="{bentuk}"/></w:lvl>'


DAFTAR = (
    f'<w:numbering xmlns:w="{W}">'
    f'<w:abstractNum w:abstractNumId="0">{_tingkat(0, "decimal")}{_tingkat(1, "lowerLetter")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="1">{_tingkat(0, "bullet")}</w:abstractNum>'
    '<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="6"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
)


def butir(teks: str, daftar: int = 5, tingkat: int = 0) -> str:
    """Return an item of a list, of the numbered one where no other is named."""
    return (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{tingkat}"/><w:numId w:val="{daftar}"/></w:numPr></w:pPr>'
        f"<w:r><w:t>{teks}</w:t></w:r></w:p>"
    )


def dokumen_berdaftar(naskah: str) -> bytes:
    """Return a .docx with a numbered list, 5, a bulleted one, 6, and a style that numbers, `Nomor`."""
    parts = bagian(naskah)
    opc.add_part(parts, "word/numbering.xml", DAFTAR.encode(), _NUMBERING)
    opc.relate(parts, "word/document.xml", opc.Relation(f"{_LINK}/numbering", "word/numbering.xml"))
    rules = '<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr>'
    gaya = f'<w:style w:type="paragraph" w:styleId="Nomor">{rules}</w:style>'
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b"</w:styles>", f"{gaya}</w:styles>".encode())
    return write_container(parts)


def buka(isi: bytes) -> dict[str, bytes]:
    """Return the parts of a finished document."""
    terbaca, daftar_temuan = open_container(isi, Kind.DOCX, Asal("hasil.docx"))
    assert terbaca is not None, daftar_temuan
    return dict(terbaca)


def akar(isi: bytes, nama: str = "word/document.xml") -> etree._Element:
    """Return the tree of a part of a finished document."""
    return etree.fromstring(buka(isi)[nama])


def teks_paragraf(element: etree._Element) -> str:
    """Return a paragraph's text as Word shows it."""
    shown = {"br": "\n", "tab": "\t"}
    carriers = element.iter(*(f"{{{W}}}{nama}" for nama in ("t", "br", "tab")))
    return "".join(shown.get(etree.QName(satu).localname, satu.text or "") for satu in carriers)


def baca(isi: bytes, nama: str = "word/document.xml") -> list[str]:
    """Return a finished part as lines: its paragraphs, and its tables' rows as `a | b`."""
    root = akar(isi, nama)
    lines: list[str] = []
    for element in root.iter(f"{{{W}}}p", f"{{{W}}}tr"):
        if etree.QName(element).localname == "tr":
            cells = element.findall("w:tc", NS)
            lines.append(" | ".join("//".join(map(teks_paragraf, sel.findall("w:p", NS))) for sel in cells))
        elif not element.xpath("ancestor::w:tr", namespaces=NS):
            lines.append(teks_paragraf(element))
    return [line for line in lines if not re.fullmatch(r"\s*", line)]
