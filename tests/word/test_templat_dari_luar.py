"""What a template would fetch from outside is told with its place before anything is filled; a plain link stays."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest
from pandangan_uji import Laporan
from rakitan import W, baca, bagian, buka, dokumen

from lakip_gen.ooxml.writer import write_container
from lakip_gen.pesan.katalog import jelaskan
from lakip_gen.templat_bawaan import templat_bawaan
from lakip_gen.word.inspect.check import check_template
from lakip_gen.word.inspect.comments import add_comments
from lakip_gen.word.template.library import Library
from lakip_gen.word.template.open import open_template

LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KODE = "templat-isi-dari-luar"
ALAMAT = "http://10.0.0.7/a"
O = "xmlns:o='urn:schemas-microsoft-com:office:office'"
A = "xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'"
UTAMA = "word/document.xml"


LUAR = ' TargetMode="External"'


def berhubungan(
    naskah: str = "isi", *hubungan: tuple[str, str], dari: str = UTAMA, tambahan: dict[str, str] | None = None, **lain
) -> bytes:
    """Return a document whose part has relationships of a kind to an address or to a part, `rIdL0` and so on."""
    parts = bagian(naskah, **lain)
    for nama, isi in (tambahan or {}).items():
        parts[nama] = isi.encode()
        tipe = f'<Override PartName="/{nama}" ContentType="application/xml"/></Types>'
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", tipe.encode())
    folder, _, berkas = dari.rpartition("/")
    rels = f"{folder}/_rels/{berkas}.rels".lstrip("/")
    kosong = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    baru = "".join(
        f'<Relationship Id="rIdL{nomor}" Type="{LINK}/{jenis}" Target="{tujuan}"'
        f"{'' if f'word/{tujuan}' in parts else LUAR}/>"
        for nomor, (jenis, tujuan) in enumerate(hubungan)
    )
    parts[rels] = parts.get(rels, kosong).replace(b"</Relationships>", f"{baru}</Relationships>".encode())
    return write_container(parts)


def temuan(isi: bytes, pustaka: Library | None = None):
    templat, daftar = open_template(isi, "templat.docx", pustaka)
    assert templat is not None, daftar
    return [satu for satu in check_template(templat, Laporan) if satu.kode == KODE]


def lekat(nama: str) -> str:
    """Return a paragraph whose picture is asked for by an attribute."""
    return f"<w:p><w:r><w:drawing><a:blip {A} {nama}='rIdL0'/></w:drawing></w:r></w:p>"


def bidang(*potongan: str) -> str:
    """Return a paragraph with a complex field whose instruction is cut in runs."""
    tanda = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>".format
    isi = "".join(f"<w:r><w:instrText>{satu}</w:instrText></w:r>" for satu in potongan)
    return f"<w:p>{tanda('begin')}{isi}{tanda('separate')}<w:r><w:t>lama</w:t></w:r>{tanda('end')}</w:p>"


BERSARANG = (
    "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r>{dalam}<w:r><w:instrText> \"x\"</w:instrText></w:r>"
    "<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
)
DALAM = bidang(" QUOTE INCLUDETEXT ").removeprefix("<w:p>").removesuffix("</w:p>")
BAGAN = '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>'
GABUNG = f"<w:settings xmlns:w='{W}'><w:mailMerge><w:dataSource/></w:mailMerge></w:settings>"
KOSONG = f"<w:{{0}} xmlns:w='{W}'/>"
TERTAUT = "<w:p><w:hyperlink r:id='rIdL0'><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>"
SVG = '<svg xmlns="http://www.w3.org/2000/svg"><{}/></svg>'.format
V = "<w:p><w:r><w:pict><v:shape><v:imagedata {}/></v:shape></w:pict></w:r></w:p>".format

DITOLAK = {
    "gambar tertaut": berhubungan("atas\n" + lekat("r:link"), ("image", ALAMAT)),
    "gambar tertaut di UNC": berhubungan("atas\n" + lekat("r:embed"), ("image", "file:///\\\\server\\berbagi\\a.png")),
    "gambar di kepala halaman": berhubungan(
        "x", ("image", ALAMAT), dari="word/header.xml", kepala="a\n" + lekat("r:link")
    ),
    "gambar lewat hubungan tautan": berhubungan("atas\n" + lekat("r:link"), ("hyperlink", ALAMAT)),
    "gambar VML": berhubungan("atas\n" + V("r:id='rIdL0'"), ("image", ALAMAT)),
    "gambar VML r:href": berhubungan("atas\n" + V("r:href='rIdL0'"), ("hyperlink", ALAMAT)),
    "gambar VML o:href": dokumen("atas\n" + V(f"{O} o:href='{ALAMAT}'")),
    "gambar VML src": dokumen("atas\n" + V(f"src='{ALAMAT}'")),
    "objek tertaut": berhubungan(
        f"atas\n<w:p><w:r><w:object><o:OLEObject {O} Type='Link' r:id='rIdL0'/></w:object></w:r></w:p>",
        ("oleObject", ALAMAT),
    ),
    "INCLUDEPICTURE": dokumen("atas\n" + bidang(f' INCLUDEPICTURE "{ALAMAT}" ')),
    "INCLUDETEXT terpotong": dokumen("atas\n" + bidang(" INC", "LUDE", "TEXT \\\\\\\\server\\\\a.docx")),
    "DDEAUTO": dokumen("atas\n" + bidang(" DDEAUTO excel a.xlsx ")),
    "DDE": dokumen("atas\n" + bidang(" dde excel a.xlsx ")),
    "LINK": dokumen("atas\n" + bidang(" LINK Excel.Sheet.12 a.xlsx ")),
    "INCLUDETEXT sederhana": dokumen(f"atas\n<w:p><w:fldSimple w:instr=' INCLUDETEXT {ALAMAT} '/></w:p>"),
    "bidang yang jenisnya dihitung": dokumen("atas\n" + BERSARANG.format(dalam=DALAM)),
    "bidang di kaki halaman": dokumen("x", kaki="a\n" + bidang(" INCLUDETEXT a.docx ")),
    "altChunk dari luar": berhubungan("atas\n<w:altChunk r:id='rIdL0'/>\nbawah", ("aFChunk", ALAMAT)),
    "altChunk di dalam": berhubungan(
        "atas\n<w:altChunk r:id='rIdL0'/>\nbawah", ("aFChunk", "potong.html"), tambahan={"word/potong.html": "<p>x</p>"}
    ),
    "subdokumen": berhubungan("atas\n<w:p><w:subDoc r:id='rIdL0'/></w:p>", ("subDocument", "bab.docx")),
    "video": berhubungan("atas\n" + lekat("r:link"), ("video", ALAMAT)),
    "video web": dokumen(
        "atas\n<w:p><w:r><wp15:webVideoPr xmlns:wp15='http://schemas.microsoft.com/office/word/2012/"
        "wordprocessingDrawing' embeddedHtml='x'/></w:r></w:p>"
    ),
    "bagan dengan data dari luar": berhubungan(
        "x", ("oleObject", ALAMAT), dari="word/chart9.xml", tambahan={"word/chart9.xml": BAGAN}
    ),
    "templat yang dilampirkan": berhubungan(
        "x",
        ("attachedTemplate", ALAMAT),
        dari="word/settings.xml",
        tambahan={"word/settings.xml": KOSONG.format("settings")},
    ),
    "gabung surat": berhubungan(
        "x",
        tambahan={"word/settings.xml": GABUNG},
    ),
    "bingkai": berhubungan(
        "x",
        ("frame", ALAMAT),
        dari="word/webSettings.xml",
        tambahan={"word/webSettings.xml": KOSONG.format("webSettings")},
    ),
    "gaya dari luar": berhubungan("x", ("styles", ALAMAT)),
    "huruf dari luar": berhubungan(
        "x", ("font", ALAMAT), dari="word/fontTable.xml", tambahan={"word/fontTable.xml": KOSONG.format("fonts")}
    ),
    "gambar kecil berkas": berhubungan("x", ("thumbnail", ALAMAT), dari=""),
    "add-in": berhubungan("x", ("webextension", "ext.xml"), tambahan={"word/ext.xml": "<a/>"}),
    "SVG": berhubungan(
        "x",
        ("image", "media/a.svg"),
        tambahan={"word/media/a.svg": SVG(f"image href='{ALAMAT}'")},
    ),
}
AWALAN = f"xmlns:x='{W}'"
MULAI, SELESAI = (f"<w:p><w:r><w:fldChar w:fldCharType='{tanda}'/></w:r></w:p>" for tanda in ("begin", "end"))
LEPAS = f"<w:p><w:r><w:instrText>INCLUDEPICTURE {ALAMAT}</w:instrText></w:r></w:p>"
DITOLAK |= {
    "bidang sederhana berawalan lain": dokumen(
        f"atas\n<w:p><x:fldSimple {AWALAN} x:instr='INCLUDETEXT {ALAMAT}'/></w:p>"
    ),
    "bidang berawalan lain": dokumen(
        "atas\n"
        + bidang("INCLUDETEXT a")
        .replace("w:instrText", "x:instrText")
        .replace("<x:instrText", f"<x:instrText {AWALAN}")
    ),
    "gambar VML berawalan lain": dokumen(
        "atas\n<w:p><w:r><w:pict><q:imagedata xmlns:q='urn:schemas-microsoft-com:vml' "
        f"src='{ALAMAT}'/></w:pict></w:r></w:p>"
    ),
    "perintah bidang tanpa tanda": dokumen(f"atas\n{LEPAS}"),
}


def bergambar(isi: bytes) -> bytes:
    """Return a document with a vector picture of these bytes."""
    with zipfile.ZipFile(io.BytesIO(DITOLAK["SVG"])) as arsip:
        parts = {nama: arsip.read(nama) for nama in arsip.namelist()}
    return write_container(parts | {"word/media/a.svg": isi})


SVG_LUAR = SVG(f"image href='{ALAMAT}'")
DITOLAK |= {
    "SVG berawalan lain": bergambar(
        SVG_LUAR.replace("<", "<s:").replace("xmlns=", "xmlns:s=").replace("<s:/", "</s:").encode()
    ),
    "SVG dua bita": bergambar(SVG_LUAR.encode("utf-16")),
    "SVG padat": bergambar(gzip.compress(SVG_LUAR.encode())),
    "SVG bergaya dari luar": bergambar(SVG(f"style>@import '{ALAMAT}';</style><g").encode()),
    "SVG memakai yang di luar": bergambar(SVG(f"use href='{ALAMAT}#b'").encode()),
}


def test_a_field_whose_instruction_stands_in_a_subtemplate_is_told():
    naskah = f'{MULAI}\n{{%p include "kop.docx" %}}\n{SELESAI}'
    assert temuan(dokumen(naskah), Library({"kop.docx": dokumen(LEPAS)}))


@pytest.mark.parametrize(
    "isi", [b"\x89PNG svg", b"\x1f\x8b rusak", b"<svg"], ids=["a bitmap", "badly packed", "broken"]
)
def test_what_is_no_vector_picture_asks_for_nothing(isi):
    assert temuan(bergambar(isi)) == []


@pytest.mark.parametrize("nama", DITOLAK)
def test_what_is_fetched_from_outside_is_a_finding(nama):
    daftar = temuan(DITOLAK[nama])
    assert len(daftar) == 1, daftar
    assert dict(daftar[0].rincian).keys() == {"isi", "cara"}


BERLETAK = [nama for nama in DITOLAK if not nama.startswith(("bagan", "templat", "gabung", "bingkai", "gaya", "huruf"))]
BERLETAK = [nama for nama in BERLETAK if nama not in ("gambar kecil berkas", "add-in") and "SVG" not in nama]


@pytest.mark.parametrize("nama", BERLETAK)
def test_what_a_text_asks_for_is_told_with_its_paragraph(nama):
    assert "paragraf 2" in temuan(DITOLAK[nama])[0].asal.lembar


def test_a_linked_picture_of_a_subtemplate_is_told_with_the_subtemplate():
    isi = berhubungan("atas\n" + lekat("r:link"), ("image", ALAMAT))
    daftar = temuan(dokumen('{%p include "kop.docx" %}'), Library({"kop.docx": isi}))
    assert [(satu.asal.berkas, satu.asal.lembar) for satu in daftar] == [
        ("templates/bagian/kop.docx", "isi dokumen, paragraf 2")
    ]


BOLEH = {
    "tautan biasa": berhubungan(
        "<w:p><w:hyperlink r:id='rIdL0'><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>", ("hyperlink", ALAMAT)
    ),
    "tautan pada gambar": berhubungan(
        f"<w:p><w:r><w:drawing><a:hlinkClick {A} r:id='rIdL0'/></w:drawing></w:r></w:p>", ("hyperlink", ALAMAT)
    ),
    "alamat yang diketik": dokumen(ALAMAT),
    "bidang tautan": dokumen(bidang(f' HYPERLINK "{ALAMAT}" ')),
    "bidang halaman": dokumen(bidang(" PAGE ")),
    "kata INCLUDETEXT di tulisan": dokumen("INCLUDETEXT"),
    "kata LINK sesudah jenis bidang": dokumen(bidang(" QUOTE LINK ")),
    "SVG dengan tautan": berhubungan(
        "x", ("image", "media/a.svg"), tambahan={"word/media/a.svg": SVG(f"a href='{ALAMAT}'")}
    ),
    "SVG dengan warna sendiri": berhubungan(
        "x", ("image", "media/a.svg"), tambahan={"word/media/a.svg": SVG("rect fill='url(#g)'")}
    ),
}


@pytest.mark.parametrize("nama", BOLEH)
def test_a_plain_link_and_what_lies_within_stay(nama):
    assert temuan(BOLEH[nama]) == []


@pytest.mark.lengkap
@pytest.mark.parametrize("nama", sorted(templat_bawaan()))
def test_no_default_template_takes_anything_from_outside(nama):
    templat, daftar = open_template(templat_bawaan()[nama], nama)
    assert templat is not None, daftar
    assert [isi for *_, isi in templat.form_findings if isi.kode == KODE] == []


def test_the_copy_says_it_at_the_paragraph():
    isi = DITOLAK["INCLUDEPICTURE"]
    salinan = add_comments(isi, "templat.docx", [jelaskan(satu) for satu in temuan(isi)])
    assert salinan is not None
    assert "INCLUDEPICTURE" in "".join(baca(salinan, "word/comments.xml"))
    assert b"commentRangeStart" in buka(salinan)[UTAMA].partition(b"INCLUDEPICTURE")[2].partition(b"</w:p>")[0]


def test_a_merge_field_is_told_as_another_programs_tag():
    templat, _ = open_template(dokumen(bidang(" MERGEFIELD Nama \\\\* MERGEFORMAT ")), "templat.docx")
    assert templat is not None
    (satu,) = check_template(templat, Laporan)
    assert (satu.kode, satu.nilai, dict(satu.rincian)) == ("templat-program-lain", "«Nama»", {"tulis": "{{ Nama }}"})
