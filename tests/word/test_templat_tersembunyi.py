"""Tags wherever Word lets one write: each is filled, or refused with a sentence; none is left as text in silence."""

from __future__ import annotations

import io
import re

import docx
import pytest
from lxml import etree
from pandangan_uji import LAPORAN, Laporan
from rakitan import NS, W, akar, bagian, buka, dokumen, kotak, paragraf

from lakip_gen.ooxml.writer import write_container
from lakip_gen.pesan.katalog import jelaskan
from lakip_gen.word.fill.render import render
from lakip_gen.word.inspect.check import check_template
from lakip_gen.word.inspect.comments import add_comments
from lakip_gen.word.template.open import open_template

LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
R = f'xmlns:r="{LINK}"'
M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
C = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
DGM = 'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
TAG = "{{ judul }}"


def terkendali(isi: str, sifat: str = "") -> str:
    """Return a content control around blocks."""
    return f'<w:sdt><w:sdtPr>{sifat}<w:id w:val="7"/></w:sdtPr><w:sdtContent>{isi}</w:sdtContent></w:sdt>'


def dengan_bagian(naskah: str, nama: str, isi: str, jenis: str, target: str = "") -> bytes:
    """Return a document with one more part, or one more link out of it, under the relationship `rIdLain`."""
    parts = bagian(naskah)
    mode = ' TargetMode="External"' if target else f' Target="{nama}"'
    target = f' Target="{target}"' if target else ""
    baru = f'<Relationship Id="rIdLain" Type="{LINK}/{jenis}"{target}{mode}/></Relationships>'
    rels = "word/_rels/document.xml.rels"
    parts[rels] = parts[rels].replace(b"</Relationships>", baru.encode())
    if isi:
        parts[f"word/{nama}"] = isi.encode()
        tipe = f'<Override PartName="/word/{nama}" ContentType="application/xml"/></Types>'
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", tipe.encode())
    return write_container(parts)


def berkomentar(teks: str, *, di_dalam_for: bool = False) -> bytes:
    """Return a document with a comment of somebody."""
    dok = docx.Document()
    if di_dalam_for:
        dok.add_paragraph("{%p for n in daftar_nama %}")
    dok.add_comment(dok.add_paragraph("isi").runs[0], teks, author="Ani")
    if di_dalam_for:
        dok.add_paragraph("{%p endfor %}")
    aliran = io.BytesIO()
    dok.save(aliran)
    return aliran.getvalue()


def berakhir(teks: str) -> bytes:
    """Return a document with an endnote."""
    isi = f'<w:endnotes xmlns:w="{W}"><w:endnote w:id="2">{paragraf(teks)}</w:endnote></w:endnotes>'
    return dengan_bagian("isi", "endnotes.xml", isi, "endnotes")


def temuan(isi: bytes):
    templat, daftar = open_template(isi, "templat.docx")
    assert templat is not None, daftar
    return check_template(templat, Laporan)


def jadi(isi: bytes) -> bytes:
    templat, daftar = open_template(isi, "templat.docx")
    assert templat is not None, daftar
    hasil, daftar = render(templat, LAPORAN)
    assert hasil is not None, daftar
    return hasil


def semua_teks(isi: bytes) -> str:
    """Return the text of all parts, whatever they are."""
    return "\n".join(re.sub(r"<[^>]*>", "", data.decode()) for nama, data in buka(isi).items() if nama.endswith("xml"))


DIISI = {
    "isi": dokumen(TAG),
    "sel tabel": dokumen(f"| a | {TAG} |"),
    "kepala halaman": dokumen("x", kepala=TAG),
    "kaki halaman": dokumen("x", kaki=TAG),
    "catatan kaki": dokumen("x", catatan=TAG),
    "catatan akhir": berakhir(TAG),
    "komentar": berkomentar(TAG),
    "kotak teks": dokumen(kotak(TAG)),
    "kotak teks di kepala halaman": dokumen("x", kepala=kotak(TAG)),
    "kontrol isi": dokumen(terkendali(paragraf(TAG))),
    "kontrol isi di dalam paragraf": dokumen(
        "<w:p>" + terkendali("<w:r><w:t>{{ jud</w:t></w:r><w:r><w:t>ul }}</w:t></w:r>") + "</w:p>"
    ),
    "tautan": dokumen(f"<w:p><w:hyperlink w:anchor='a'><w:r><w:t>{TAG}</w:t></w:r></w:hyperlink></w:p>"),
    "sisipan yang dilacak": dokumen(f'<w:p><w:ins w:id="1" w:author="A"><w:r><w:t>{TAG}</w:t></w:r></w:ins></w:p>'),
}


@pytest.mark.parametrize("tempat", DIISI)
def test_a_tag_is_filled_wherever_there_is_text(tempat):
    teks = semua_teks(jadi(DIISI[tempat]))
    assert "Laporan Kinerja" in teks
    assert "{{" not in teks


DITOLAK = {
    "persamaan (equation)": dokumen(
        f"a\n<w:p><m:oMath {M}><m:r><m:t>{{{{ jud</m:t></m:r><m:r><m:t>ul }}}}</m:t></m:r></m:oMath></w:p>"
    ),
    "bidang (field)": dokumen(
        'a\n<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>QUOTE "{{ ju</w:instrText></w:r>'
        '<w:r><w:instrText>dul }}"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    ),
    "tulisan hias (WordArt) atau tanda air": dokumen(
        f'a\n<w:p><w:r><w:pict><v:shape><v:textpath string="{TAG}"/></v:shape></w:pict></w:r></w:p>'
    ),
    "bagan (chart)": dengan_bagian(
        f'a\n<w:p><w:r><w:drawing><c:chart {C} {R} r:id="rIdLain"/></w:drawing></w:r></w:p>',
        "charts.xml",
        f"<c:chartSpace {C} {A}><a:p><a:r><a:t>{{{{ jud</a:t></a:r><a:r><a:t>ul }}}}</a:t></a:r></a:p></c:chartSpace>",
        "chart",
    ),
    "SmartArt": dengan_bagian(
        f'a\n<w:p><w:r><w:drawing><dgm:relIds {DGM} {R} r:dm="rIdLain"/></w:drawing></w:r></w:p>',
        "data.xml",
        f"<dgm:dataModel {DGM} {A}><dgm:t><a:p><a:r><a:t>{TAG}</a:t></a:r></a:p></dgm:t></dgm:dataModel>",
        "diagramData",
    ),
    "alamat sebuah tautan": dengan_bagian(
        f'a\n<w:p><w:hyperlink {R} r:id="rIdLain"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>',
        "",
        "",
        "hyperlink",
        "https://contoh.example/%7B%7B%20judul%20%7D%7D",
    ),
    "sebuah tautan": dokumen(f'a\n<w:p><w:hyperlink w:tooltip="{TAG}"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>'),
    "pengaturan sebuah objek, misalnya pilihan kontrol isi": dokumen(
        "a\n" + terkendali(paragraf("x"), f'<w:dropDownList><w:listItem w:displayText="{TAG}"/></w:dropDownList>')
    ),
    "teks alternatif sebuah tabel": dokumen(
        f'a\n<w:tbl><w:tblPr><w:tblCaption w:val="{TAG}"/></w:tblPr><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>'
    ),
    "sebuah objek yang bukan teks biasa": dokumen(
        f"a\n<w:p><w:r><w:drawing><a:t {A}>{TAG}</a:t></w:drawing></w:r></w:p>"
    ),
}


@pytest.mark.parametrize("tempat", DITOLAK)
def test_a_tag_that_cannot_be_filled_is_refused_with_its_place_and_a_comment_there(tempat):
    [satu] = temuan(DITOLAK[tempat])
    assert (satu.kode, satu.nilai, dict(satu.rincian)) == ("templat-tag-tersembunyi", TAG, {"tempat": tempat})
    assert satu.asal.lembar.startswith("isi dokumen")
    assert tempat in jelaskan(satu).pesan
    templat, _ = open_template(DITOLAK[tempat], "templat.docx")
    assert templat is not None
    assert render(templat, LAPORAN)[0] is None
    salinan = add_comments(DITOLAK[tempat], "templat.docx", [jelaskan(satu)])
    assert salinan is not None
    badan = akar(salinan).find("w:body", NS)
    assert badan is not None
    assert [nomor for nomor, blok in enumerate(badan) if blok.findall(".//w:commentReference", NS)] != [0]


def hias(cabang: str) -> str:
    """Return WordArt as Word writes it: its text for today's programs, and a picture of it for older ones."""
    return (
        f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">{cabang}</mc:Choice><mc:Fallback><w:pict><v:shape>'
        f'<v:textpath string="{TAG}"/></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>'
    )


@pytest.mark.parametrize("isi", [TAG, "tanpa tag"])
def test_wordart_keeps_no_older_picture_of_a_tag(isi):
    choice = (
        '<w:drawing><wp:inline><wp:docPr id="1" name="k"/><wps:txbx><w:txbxContent>'
        f"{paragraf(isi)}</w:txbxContent></wps:txbx></wp:inline></w:drawing>"
    )
    assert temuan(dokumen(hias(choice))) == ()
    badan = buka(jadi(dokumen(hias(choice))))["word/document.xml"].decode()
    assert ("Laporan Kinerja" if isi == TAG else isi) in badan
    assert "{{" not in badan
    assert "mc:Choice" in badan


def test_an_older_picture_without_tags_stays():
    biasa = dokumen(hias("<w:drawing/>").replace(TAG, "Draf") + "\n" + TAG)
    assert b'string="Draf"' in buka(jadi(biasa))["word/document.xml"]


def test_charts_and_equations_without_tags_are_no_fault():
    biasa = {
        nama: isi.replace(b"{{", b"((").replace(b"}}", b"))") for nama, isi in buka(DITOLAK["bagan (chart)"]).items()
    }
    assert temuan(write_container(biasa)) == ()
    assert temuan(dokumen(f"<w:p><m:oMath {M}><m:r><m:t>{{a}}</m:t></m:r></m:oMath></w:p>")) == ()


def test_a_deleted_tag_of_tracked_changes_is_left_alone():
    hapus = f'<w:p><w:del w:id="1" w:author="A"><w:r><w:delText>{TAG}</w:delText></w:r></w:del></w:p>'
    assert [satu.kode for satu in temuan(dokumen(hapus))] == ["templat-perubahan-terlacak"]


@pytest.mark.parametrize("jenis", ["core-properties", "header"])
def test_a_relationship_that_leads_to_the_root_of_the_package_leads_nowhere(jenis):
    bagian = buka(dokumen(paragraf("x")))
    tautan = f'<Relationship Id="r99" Type="http://x/{jenis}" Target="/"/></Relationships>'.encode()
    for nama in ("_rels/.rels", "word/_rels/document.xml.rels"):
        rusak = {**bagian, nama: bagian[nama].replace(b"</Relationships>", tautan)}
        _, daftar_temuan = open_template(write_container(rusak), "x.docx")
        assert [temuan.kode for temuan in daftar_temuan] == ["templat-hubungan-hilang"]


def test_a_tag_among_the_properties_is_told_and_leaves_no_trace():
    parts = bagian("x")
    inti = parts["docProps/core.xml"].replace(b"Contoh", b"Laporan {{ judul }}")
    [satu] = temuan(isi := write_container({**parts, "docProps/core.xml": inti}))
    assert (satu.kode, satu.nilai) == ("templat-tag-di-sifat", TAG)
    assert b"{" not in buka(jadi(isi))["docProps/core.xml"]


# --- comments ---


def test_a_wrong_name_in_a_comment_is_found_with_its_place():
    [satu] = temuan(berkomentar("lihat {{ jdul }}"))
    assert satu.kode == "templat-nama-tak-dikenal"
    assert satu.asal.lembar == "komentar, nomor 0, paragraf 1"


def test_a_comment_in_a_loop_is_referred_to_once():
    root = akar(jadi(berkomentar("catatan", di_dalam_for=True)))
    assert root.xpath("count(//w:p[w:r/w:t='isi'])", namespaces=NS) == 3
    for nama in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert len(root.findall(f".//w:{nama}", NS)) == 1


def test_the_programs_own_comments_are_neither_checked_nor_printed_nor_doubled():
    asal = dokumen("{{ jdul }}\n{{ tahun")
    satu_kali = add_comments(asal, "templat.docx", [jelaskan(t) for t in temuan(asal)])
    assert satu_kali is not None
    assert temuan(satu_kali) == temuan(asal)
    dua_kali = add_comments(satu_kali, "templat.docx", [jelaskan(t) for t in temuan(satu_kali)])
    assert dua_kali is not None
    assert len(docx.Document(io.BytesIO(dua_kali)).comments) == 2
    isi = buka(satu_kali)
    isi["word/document.xml"] = isi["word/document.xml"].replace(b"jdul", b"judul").replace(b"{{ tahun", b"{{ tahun }}")
    hasil = jadi(write_container(isi))
    assert len(docx.Document(io.BytesIO(hasil)).comments) == 0
    assert not akar(hasil).findall(".//w:commentReference", NS)


def test_what_word_writes_beside_the_programs_own_comments_goes_with_them():
    asal = add_comments(dokumen("{{ jdul }}"), "templat.docx", [jelaskan(t) for t in temuan(dokumen("{{ jdul }}"))])
    assert asal is not None
    isi = buka(asal)
    w14 = "http://schemas.microsoft.com/office/word/2010/wordml"
    w15 = "http://schemas.microsoft.com/office/word/2012/wordml"
    root = etree.fromstring(isi["word/comments.xml"])
    for nomor, p in enumerate(root.iter(f"{{{W}}}p")):
        p.set(f"{{{w14}}}paraId", f"0000000{nomor}")
    isi["word/comments.xml"] = etree.tostring(root)
    lain = (
        f'<w15:commentsEx xmlns:w15="{w15}"><w15:commentEx w15:paraId="00000001"/>'
        '<w15:commentEx w15:paraId="0000000A"/></w15:commentsEx>'
    )
    isi["word/commentsExtended.xml"] = lain.encode()
    rels = "word/_rels/document.xml.rels"
    jenis = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
    baru = f'<Relationship Id="rIdEx" Type="{jenis}" Target="commentsExtended.xml"/></Relationships>'
    isi[rels] = isi[rels].replace(b"</Relationships>", baru.encode())
    tipe = b'<Override PartName="/word/commentsExtended.xml" ContentType="application/xml"/></Types>'
    isi["[Content_Types].xml"] = isi["[Content_Types].xml"].replace(b"</Types>", tipe)
    isi["word/document.xml"] = isi["word/document.xml"].replace(b"jdul", b"judul")
    hasil = buka(jadi(write_container(isi)))
    assert re.findall(rb'paraId="(\w+)"', hasil["word/commentsExtended.xml"]) == [b"0000000A"]


# --- content controls ---


def test_controls_that_a_loop_repeats_have_ids_of_their_own():
    dua = terkendali(paragraf("{{ n }}")), terkendali(paragraf("x"))
    isi = "{{%p for n in daftar_nama %}}\n{}\n{{%p endfor %}}\n{}".format(*dua)
    daftar = [satu.get(f"{{{W}}}val") for satu in akar(jadi(dokumen(isi))).iterfind(".//w:sdtPr/w:id", NS)]
    assert len(daftar) == len(set(daftar)) == 4


def test_a_control_with_a_tag_is_no_longer_bound_to_what_would_replace_its_text():
    terikat = '<w:dataBinding w:xpath="/x" w:storeItemID="{0}"/><w:showingPlcHdr/>'
    root = akar(jadi(dokumen(terkendali(paragraf(TAG), terikat) + "\n" + terkendali(paragraf("x"), terikat))))
    berisi, lain = root.findall(".//w:sdtPr", NS)
    assert [etree.QName(satu).localname for satu in berisi] == ["id"]
    assert [etree.QName(satu).localname for satu in lain] == ["dataBinding", "showingPlcHdr", "id"]
