"""What a template takes in from beside it: sub-templates with all they need, and pictures."""

from __future__ import annotations

import io
import re

import docx
import pytest
from docx.shared import Cm
from gambar_uji import jpeg, kepala_png, png
from pandangan_uji import LAPORAN, Laporan
from rakitan import NS, akar, baca, bagian, buka, dokumen, kotak

from lakip_gen.ooxml.writer import write_container
from lakip_gen.word.fill.render import render
from lakip_gen.word.inspect.check import check_template
from lakip_gen.word.tags.tag import Level
from lakip_gen.word.tags.tidy import tidy
from lakip_gen.word.template.library import Library
from lakip_gen.word.template.open import open_template

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SISIPAN = '{%p include "kop.docx" %}'


def pustaka(**daftar: bytes | str) -> Library:
    """Return sub-templates by name; a text is one in the small language."""
    return Library({f"{n}.docx": isi if isinstance(isi, bytes) else dokumen(isi) for n, isi in daftar.items()})


def terbuka(isi: bytes | str, beside: Library):
    templat, daftar_temuan = open_template(dokumen(isi) if isinstance(isi, str) else isi, "templat.docx", beside)
    assert templat is not None, daftar_temuan
    return templat


def temuan(isi: bytes | str, beside: Library):
    return [(satu.kode, satu.asal.berkas, satu.asal.lembar) for satu in check_template(terbuka(isi, beside), Laporan)]


def hasil(isi: bytes | str, beside: Library) -> bytes:
    jadi, daftar_temuan = render(terbuka(isi, beside), LAPORAN)
    assert jadi is not None, daftar_temuan
    for nama, data in buka(jadi).items():
        assert b"urn:lakip-gen" not in data, nama
        assert nama != "word/document.xml" or not tidy(akar(jadi), frozenset(Level))
    return jadi


def simpan(dokumen_docx) -> bytes:
    aliran = io.BytesIO()
    dokumen_docx.save(aliran)
    return aliran.getvalue()


def test_the_content_of_a_sub_template_takes_the_place_of_its_tag():
    beside = pustaka(kop="# {{ judul }}\nTahun {{ tahun }}\n| a | {{ daftar_nama[0] }} |")
    assert baca(hasil(f"awal\n{SISIPAN}\nakhir", beside)) == [
        "awal",
        "Laporan Kinerja",
        "Tahun 2025",
        "a | Ani",
        "akhir",
    ]


@pytest.mark.parametrize("tag", ["{%p include “KOP.docx” %}", "{%p include 'kop' %}", '{%p inc¦lude "ko¦p" %}'])
def test_the_name_may_be_typed_in_several_ways(tag):
    assert baca(hasil(tag, pustaka(kop="isi"))) == ["isi"]


def test_a_sub_template_knows_the_names_of_the_place_it_is_taken_in():
    naskah = "{%p for s in daftar_sasaran %}\n" + SISIPAN + "\n{%p endfor %}"
    assert baca(hasil(naskah, pustaka(kop="Sasaran {{ s.nama }}"))) == ["Sasaran Layanan prima", "Sasaran Tata kelola"]
    assert [satu[:2] for satu in temuan(SISIPAN, pustaka(kop="{{ s.nama }}"))] == [
        ("templat-nama-tak-dikenal", "templates/bagian/kop.docx")
    ]


def test_a_sub_template_may_take_in_another_one():
    assert baca(hasil(SISIPAN, pustaka(kop='x\n{%p include "dalam" %}', dalam="{{ tahun }}"))) == ["x", "2025"]


def test_a_sub_template_fits_into_a_cell_and_into_a_header():
    isi = hasil(f"| {SISIPAN} | b |", pustaka(kop="| dalam |"))
    sel = akar(isi).find(".//w:tc", NS)
    assert sel is not None
    assert [anak.tag.rpartition("}")[2] for anak in sel] == ["tcPr", "tbl", "p"]
    templat, _ = open_template(dokumen("x", kepala=SISIPAN), "a.docx", pustaka(kop="{{ judul }}"))
    assert templat is not None
    jadi, _ = render(templat, LAPORAN)
    assert jadi is not None
    assert baca(jadi, "word/header.xml") == ["Laporan Kinerja"]


def test_a_sub_template_without_any_tag_is_taken_in_too():
    assert baca(hasil(SISIPAN, pustaka(kop="hanya teks"))) == ["hanya teks"]


def test_faults_are_told_at_their_place_in_their_own_file():
    beside = pustaka(kop="# Judul\nx\n| a | {{ jdul }} |\n{{ tahun")
    naskah = f"a\n{SISIPAN}\nb {{{{ thun }}}}\n| {{{{ x1 }}}} |"
    assert temuan(naskah, beside) == [
        (
            "templat-nama-tak-dikenal",
            "templates/bagian/kop.docx",
            "isi dokumen, di bawah judul “Judul”, tabel 1, baris 1, kolom 2",
        ),
        ("templat-tag-tak-ditutup", "templates/bagian/kop.docx", "isi dokumen, di bawah judul “Judul”, paragraf 3"),
        ("templat-nama-tak-dikenal", "templat.docx", "isi dokumen, paragraf 3"),
        ("templat-nama-tak-dikenal", "templat.docx", "isi dokumen, tabel 1, baris 1, kolom 1"),
    ]


def test_a_block_may_not_begin_in_one_document_and_end_in_the_other():
    naskah = f"{{%p if ada %}}\n{SISIPAN}"
    assert "templat-blok-lintas-wadah" in {satu[0] for satu in temuan(naskah, pustaka(kop="x\n{%p endif %}"))}


@pytest.mark.parametrize(
    ("kode", "tag", "beside"),
    [
        ("templat-sisipan-hilang", SISIPAN, {}),
        ("templat-sisipan-berputar", SISIPAN, {"kop": SISIPAN}),
        ("templat-sisipan-berputar", SISIPAN, {"kop": '{%p include "b" %}', "b": SISIPAN}),
        ("templat-sisipan-rusak", SISIPAN, {"kop": b"%PDF-1.7"}),
        ("templat-sisipan-salah", '{% include "kop.docx" %}', {"kop": "x"}),
        ("templat-isi-hilang", f"x {SISIPAN}", {"kop": "x"}),
        (
            "templat-sisipan-ditolak",
            SISIPAN,
            {"kop": '<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'},
        ),
        ("templat-sisipan-ditolak", SISIPAN, {"kop": "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"}),
        ("templat-sisipan-ditolak", SISIPAN, {"kop": '<w:p><w:r><w:object r:id="rId99"/></w:r></w:p>'}),
    ],
)
def test_what_cannot_be_taken_in_is_told_at_the_tag(kode, tag, beside):
    daftar = temuan(f"a\n{tag}", pustaka(**beside))
    assert kode in {satu[0] for satu in daftar}
    assert render(terbuka(f"a\n{tag}", pustaka(**beside)), LAPORAN)[0] is None


def test_a_broken_sub_template_also_says_why():
    daftar = temuan(SISIPAN, pustaka(kop=b"%PDF-1.7"))
    assert ("berkas-pdf", "templates/bagian/kop.docx", "") in daftar


def dengan_gaya() -> bytes:
    """Return a document as Word writes it: styles, a list, a picture, a link, a comment."""
    dok = docx.Document()
    dok.styles.add_style("Gaya Sendiri", 1).font.bold = True
    dok.add_paragraph("{{ judul }}", style="Gaya Sendiri")
    dok.add_paragraph("satu", style="List Number")
    dok.add_picture(io.BytesIO(png(20, 10)), width=Cm(2))
    run = dok.add_paragraph("dengan komentar").runs[0]
    dok.add_comment(run, "catatan", author="A")
    return simpan(dok)


def tuan() -> bytes:
    dok = docx.Document()
    dok.add_paragraph("awal")
    dok.add_paragraph(SISIPAN)
    dok.add_paragraph("satu", style="List Number")
    return simpan(dok)


def test_styles_lists_and_pictures_come_along_and_comments_stay_behind():
    isi = hasil(tuan(), Library({"kop.docx": dengan_gaya()}))
    dok = docx.Document(io.BytesIO(isi))
    assert dok.paragraphs[1].style.name == "Gaya Sendiri"
    assert dok.paragraphs[1].style.font.bold
    gambar = dok.element.body.findall(".//{*}blip")
    assert len(gambar) == 1
    assert dok.part.related_parts[gambar[0].get(f"{{{R}}}embed")].blob == png(20, 10)
    assert not dok.element.body.findall(".//w:commentReference", NS)
    assert "komentar" in dok.paragraphs[4].text


def test_styles_mean_what_they_mean_by_name_whatever_their_id():
    lain = {
        nama: re.sub(rb"\bJudul1\b", b"Heading1", isi) if nama.startswith("word/") else isi
        for nama, isi in bagian("# {{ judul }}").items()
    }
    root = akar(hasil(SISIPAN, Library({"kop.docx": write_container(lain)})))
    assert [gaya.get(f"{{{NS['w']}}}val") for gaya in root.iter(f"{{{NS['w']}}}pStyle")] == ["Judul1"]


def test_every_list_taken_in_counts_for_itself():
    berdaftar = docx.Document()
    paragraf = berdaftar.add_paragraph("butir")
    paragraf._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 1
    dok = docx.Document()
    for _ in range(2):
        dok.add_paragraph(SISIPAN)
    root = akar(hasil(simpan(dok), Library({"kop.docx": simpan(berdaftar)})))
    nomor = [satu.get(f"{{{NS['w']}}}val") for satu in root.iter(f"{{{NS['w']}}}numId")]
    assert len(set(nomor)) == 2
    assert "1" not in nomor


def test_taking_in_gives_the_same_bytes_every_time():
    beside = Library({"kop.docx": dengan_gaya()})
    assert hasil(tuan(), beside) == hasil(tuan(), beside)


def test_bookmarks_of_sub_templates_keep_ids_of_their_own():
    tanda = '<w:p><w:bookmarkStart w:id="0" w:name="{}"/><w:r><w:t>x</w:t></w:r><w:bookmarkEnd w:id="0"/></w:p>'
    root = akar(hasil(f"{tanda.format('a')}\n{SISIPAN}\n{SISIPAN}", pustaka(kop=tanda.format("b"))))
    mulai = [satu.get(f"{{{NS['w']}}}id") for satu in root.iter(f"{{{NS['w']}}}bookmarkStart")]
    assert len(set(mulai)) == len(mulai) == 2  # the second `b` is left out: references can only mean one


def bergambar(alt: str, *, lebar: float = 4) -> bytes:
    dok = docx.Document()
    dok.add_paragraph("{{ judul }}")
    dok.add_picture(io.BytesIO(png(10, 10)), width=Cm(lebar))
    penanda = dok.element.body.find(".//{*}docPr")
    penanda.set("descr", alt)
    return simpan(dok)


@pytest.mark.parametrize(("gambar", "rasio"), [(png(30, 10), 1 / 3), (jpeg(20, 40), 2)])
def test_a_picture_takes_the_place_of_its_placeholder_with_the_placeholders_width(gambar, rasio):
    beside = Library(pictures={"logo.png": gambar})
    isi = hasil(bergambar("{{ gambar.logo }} Lambang daerah"), beside)
    dok = docx.Document(io.BytesIO(isi))
    blip = dok.element.body.find(".//{*}blip")
    assert dok.part.related_parts[blip.get(f"{{{R}}}embed")].blob == gambar
    ukuran = dok.inline_shapes[0]
    assert ukuran.width == Cm(4)
    assert ukuran.height == pytest.approx(Cm(4) * rasio, abs=1)
    assert dok.element.body.find(".//{*}docPr").get("descr") == "Lambang daerah"


def test_a_picture_without_words_of_its_own_is_named_after_its_file():
    isi = hasil(bergambar("{{ gambar.logo }}"), Library(pictures={"Logo.PNG": png(1, 1)}))
    assert akar(isi).find(".//{*}docPr").get("descr") == "Gambar Logo"


PILIHAN = "{{ gambar.bagan bila ada }} Bagan"


@pytest.mark.parametrize(
    ("daftar", "tersisa"), [({"bagan.png": png(5, 5)}, ["Bagan"]), ({}, [])], ids=["there", "not there"]
)
def test_a_picture_that_is_asked_for_where_there_is_one_vanishes_where_there_is_none(daftar, tersisa):
    sumber = bergambar(PILIHAN)
    isi = akar(hasil(sumber, Library(pictures=daftar)))
    banyak = len(docx.Document(io.BytesIO(sumber)).paragraphs)
    assert [nama.get("descr") for nama in isi.iterfind(".//{*}docPr")] == tersisa
    assert len(isi.findall(".//{*}body/{*}p")) == banyak - (not tersisa)


def test_what_stands_beside_a_picture_that_vanishes_stays():
    dok = docx.Document()
    dok.add_paragraph("Bagan: ").add_run().add_picture(io.BytesIO(png(9, 9)), width=Cm(2))
    sel = dok.add_table(1, 1).cell(0, 0).paragraphs[0]
    sel.add_run().add_picture(io.BytesIO(png(9, 9)), width=Cm(2))
    for nama in dok.element.iterfind(".//{*}docPr"):
        nama.set("descr", PILIHAN)
    isi = hasil(simpan(dok), Library())
    assert baca(isi)[0].strip() == "Bagan:"
    assert len(akar(isi).findall(".//{*}tc/{*}p")) == 1
    assert akar(isi).find(".//{*}drawing") is None


def test_pictures_without_a_tag_stay_as_they_are():
    isi = hasil(bergambar("Lambang"), Library())
    assert akar(isi).find(".//{*}docPr").get("descr") == "Lambang"


@pytest.mark.parametrize(
    ("kode", "alt", "daftar"),
    [
        ("templat-gambar-hilang", "{{ gambar.logo }}", {}),
        ("templat-gambar-salah", "{{ logo }}", {}),
        ("templat-gambar-salah", "{{ gambar }}", {}),
        ("templat-gambar-rusak", "{{ gambar.logo }}", {"logo.png": b"RIFF....WEBP"}),
        ("templat-gambar-rusak", "{{ gambar.logo }}", {"logo.png": png(9, 9)[:18]}),
        ("templat-gambar-rusak", "{{ gambar.logo }}", {"logo.jpg": b"\xff\xd8\xff\xe0\x00\x10"}),
        ("templat-gambar-rusak", "{{ gambar.logo }}", {"logo.png": png(0, 9)}),
        ("templat-gambar-rusak", "{{ gambar.logo }}", {"logo.png": kepala_png(1, 2**31) + b"IEND"}),
        ("templat-gambar-rusak", "{{ gambar.logo }}", {"logo.jpg": b"\xff\xd8\xff" + bytes(99) + jpeg(9, 9)[2:]}),
    ],
)
def test_what_is_wrong_with_a_picture_is_told_at_its_paragraph(kode, alt, daftar):
    assert temuan(bergambar(alt), Library(pictures=daftar)) == [
        (kode, "templat.docx", "isi dokumen, paragraf 2"),
    ]


def test_a_picture_in_a_header_is_replaced_there():
    dok = docx.Document()
    dok.sections[0].header.paragraphs[0].add_run().add_picture(io.BytesIO(png(10, 10)), width=Cm(2))
    kepala = dok.sections[0].header._element
    kepala.find(".//{*}docPr").set("descr", "{{ gambar.logo }}")
    isi = hasil(simpan(dok), Library(pictures={"logo.png": png(5, 5)}))
    assert png(5, 5) in {
        rel.target_part.blob for rel in docx.Document(io.BytesIO(isi)).sections[0].header.part.rels.values()
    }


SENTIMETER = 360_000


def ukuran(isi: bytes) -> list[tuple[int, int]]:
    """Return width and height of the pictures of a document, in EMU."""
    return [(int(satu.get("cx")), int(satu.get("cy"))) for satu in akar(isi).iterfind(".//{*}inline/{*}extent")]


@pytest.mark.parametrize(
    ("gambar", "lebar", "tinggi"),
    [
        pytest.param(png(96, 48), 2.54, 1.27, id="as large as it is"),
        pytest.param(jpeg(3000, 1000), 15.92, 15.92 / 3, id="as wide as the text"),
        pytest.param(jpeg(1000, 4000), 3.75, 15, id="as tall as a page lying on its side"),
    ],
)
def test_a_picture_in_the_text_is_as_large_as_it_is_and_never_larger_than_the_page(gambar, lebar, tinggi):
    isi = hasil("Logo {{ gambar.logo }} kami", Library(pictures={"logo.jpg": gambar}))
    ((mendatar, tegak),) = ukuran(isi)
    assert mendatar / SENTIMETER == pytest.approx(lebar, abs=0.01)
    assert tegak / SENTIMETER == pytest.approx(tinggi, abs=0.01)
    assert baca(isi) == ["Logo  kami"]
    dok = docx.Document(io.BytesIO(isi))
    blip = dok.element.body.find(".//{*}blip")
    assert dok.part.related_parts[blip.get(f"{{{R}}}embed")].blob == gambar
    assert dok.element.body.find(".//{*}docPr").get("descr") == "Gambar logo"


def test_a_picture_in_a_cell_is_as_wide_as_the_cell():
    beside = Library(pictures={"logo.png": jpeg(4000, 10)})
    ((di_sel, _), (di_luar, _)) = ukuran(hasil("| {{ gambar.logo }} | x |\n{{ gambar.logo }}", beside))
    assert di_sel < di_luar / 4


@pytest.mark.parametrize("letak", ["header", "footer"])
def test_a_picture_in_a_margin_is_as_wide_as_the_text_of_the_narrowest_pages(letak):
    dok = docx.Document()
    dok.sections[0].left_margin, dok.sections[0].right_margin, dok.sections[0].page_width = Cm(4), Cm(3), Cm(21)
    dok.add_section().page_width = Cm(14.8)
    getattr(dok.sections[0], letak).paragraphs[0].text = "{{ gambar.logo }}"
    isi = hasil(simpan(dok), Library(pictures={"logo.png": png(3000, 10)}))
    tepi = getattr(docx.Document(io.BytesIO(isi)).sections[0], letak)._element
    assert int(tepi.find(".//{*}inline/{*}extent").get("cx")) / SENTIMETER == pytest.approx(7.8, abs=0.01)


def test_a_picture_in_an_indented_paragraph_or_a_text_box_is_as_wide_as_the_text_there():
    dok = docx.Document()
    dok.sections[0].left_margin, dok.sections[0].right_margin, dok.sections[0].page_width = Cm(3), Cm(3), Cm(21)
    dok.add_paragraph("{{ gambar.logo }}").paragraph_format.left_indent = Cm(5)
    ((lebar, _),) = ukuran(hasil(simpan(dok), Library(pictures={"logo.png": png(3000, 10)})))
    assert lebar / SENTIMETER == pytest.approx(10, abs=0.01)
    kotak_lima = kotak("{{ gambar.logo }}").replace("<wp:docPr", f'<wp:extent cx="{5 * SENTIMETER}" cy="9"/><wp:docPr')
    jadi = akar(hasil(kotak_lima, Library(pictures={"logo.png": png(3000, 10)})))
    dalam = [int(satu.get("cx")) for satu in jadi.iterfind(".//{*}Choice//{*}txbxContent//{*}extent")]
    assert [satu / SENTIMETER for satu in dalam] == pytest.approx([5 - 2 * 0.254], abs=0.01)


@pytest.mark.parametrize(
    "tag",
    [
        "{{ gambar.logo }}",
        "{{gambar.Logo.PNG}}",
        "{{ gambar.logo bila ada }}",
        "{{r logo }}",
        "{{ lo¦go }}",
        "{{ LOGO }}",
    ],
)
def test_a_picture_in_the_text_may_be_asked_for_in_several_ways(tag):
    assert len(ukuran(hasil(f"a {tag} b", Library(pictures={"logo.png": png(9, 9)})))) == 1


def test_a_picture_in_the_text_that_need_not_be_there_leaves_nothing():
    isi = hasil("a{{ gambar.logo bila ada }}b", Library())
    assert (baca(isi), ukuran(isi)) == (["ab"], [])


def test_pictures_in_a_loop_and_in_a_sub_template_have_ids_of_their_own():
    naskah = "{%p for n in daftar_nama %}\n{{ n }} {{ logo }}{{ logo }}\n{%p endfor %}\n" + SISIPAN
    isi = hasil(naskah, Library({"kop.docx": dokumen("{{ gambar.logo }}")}, {"logo.png": png(9, 9)}))
    nomor = [satu.get("id") for satu in akar(isi).iterfind(".//{*}docPr")]
    assert len(nomor) == len(set(nomor)) == 2 * len(LAPORAN.daftar_nama) + 1


NAMA_DATA = frozenset({"judul", "tahun", "daftar_nama", "daftar_sasaran"})


@pytest.mark.parametrize(
    ("naskah", "teks"),
    [
        pytest.param("{{ judul }}", ["Laporan Kinerja"], id="data"),
        pytest.param("{% for logo in daftar_nama %}{{ logo }} {% endfor %}", ["Ani Budi Citra "], id="a loop"),
        pytest.param(
            "{% for gambar in daftar_sasaran %}{{ gambar.nama }};{% endfor %}",
            ["Layanan prima;Tata kelola;"],
            id="a loop of that name",
        ),
        pytest.param("{% set logo = tahun %}{{ logo }}", ["2025"], id="set"),
    ],
)
def test_a_name_of_data_is_never_a_picture(naskah, teks):
    daftar = {f"{nama}.png": png(9, 9) for nama in ("judul", "logo", "nama")}
    isi = hasil(naskah, Library(pictures=daftar, data_names=NAMA_DATA))
    assert ukuran(isi) == []
    assert baca(isi) == teks


@pytest.mark.parametrize(
    ("kode", "tag", "daftar"),
    [
        ("templat-gambar-hilang", "{{ gambar.logo }}", {}),
        ("templat-gambar-rusak", "{{ gambar.logo }}", {"logo.png": b"RIFF....WEBP"}),
        ("templat-gambar-rusak", "{{ logo }}", {"logo.png": b"RIFF....WEBP"}),
        ("templat-nama-tak-dikenal", "{{ logo }}", {}),
        ("templat-gambar-di-teks", "{{ gambar.logo|upper }}", {"logo.png": png(9, 9)}),
        ("templat-nama-tak-dikenal", "{{ logo|upper }}", {"logo.png": png(9, 9)}),
    ],
)
def test_what_is_wrong_with_a_picture_in_the_text_is_told_at_its_paragraph(kode, tag, daftar):
    assert temuan(f"a\n{tag}", Library(pictures=daftar)) == [(kode, "templat.docx", "isi dokumen, paragraf 2")]


def test_a_tag_of_docxtpl_takes_in_the_document_of_that_name():
    beside = pustaka(kop="{{ judul }}\n{{p dalam }}", dalam="| {{ tahun }} |")
    assert baca(hasil("awal\n{{p kop }}\n| {{p kop }} |", beside)) == [
        *("awal", "Laporan Kinerja", "2025"),
        *("Laporan Kinerja//", "2025"),  # in a cell, which ends with a paragraph
    ]


@pytest.mark.parametrize(
    ("kode", "beside"),
    [
        ("templat-sisipan-berputar", pustaka(kop="{{p kop }}")),
        ("templat-sisipan-rusak", pustaka(kop=b"bukan dokumen")),
        ("templat-berkas-tertutup", Library(unreadable={"templates/bagian/kop.docx": "terkunci"})),
    ],
)
def test_what_is_wrong_with_the_document_of_a_tag_of_docxtpl_is_told_once_at_the_tag(kode, beside):
    assert [satu for satu, _, letak in temuan("{{p kop }}", beside) if letak].count(kode) == 1
    assert "templat-bukan-grafik" not in [satu for satu, *_ in temuan("{{p kop }}", beside)]


@pytest.mark.parametrize(
    "naskah",
    [
        pytest.param("{{p judul }}", id="data"),
        pytest.param("{%p for kop in daftar_nama %}\n{{p kop }}\n{%p endfor %}", id="a loop"),
        pytest.param(
            "{%p for kop in daftar_nama %}\n" + '{%p include "lain" %}' + "\n{%p endfor %}", id="a loop outside"
        ),
        pytest.param("{%p set kop = judul %}\n{{p kop }}", id="set"),
        pytest.param('{%p include "atur" %}\n{{p kop }}', id="set in what was taken in before"),
    ],
)
def test_a_name_of_data_is_never_a_document(naskah):
    bagian_lain = {f"{nama}.docx": dokumen("isi") for nama in ("judul", "kop")} | {"lain.docx": dokumen("{{p kop }}")}
    bagian_lain["atur.docx"] = dokumen("{%p set kop = judul %}")
    ditemukan = temuan(naskah, Library(bagian_lain, data_names=NAMA_DATA))
    assert [kode for kode, *_ in ditemukan] == ["templat-bukan-grafik"]


KONTROL = "<w:p><w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>{{ logo }}</w:t></w:r></w:sdtContent></w:sdt></w:p>"
TAUTAN = '<w:p><w:hyperlink w:anchor="x"><w:r><w:t>{{ logo }}</w:t></w:r></w:hyperlink></w:p>'


@pytest.mark.parametrize("tempat", ["badan", "kepala", "kaki", "catatan"])
@pytest.mark.parametrize(
    ("naskah", "banyak"),
    [
        pytest.param("# {{ logo }} judul", 1, id="a heading"),
        pytest.param("| a | {{ logo }} |", 1, id="a cell"),
        pytest.param(
            "| {%tr for n in daftar_nama %} |\n| {{ logo }} |\n| {%tr endfor %} |", 3, id="a row that is repeated"
        ),
        pytest.param("| {%tc for n in daftar_nama %} | {{ logo }} | {%tc endfor %} |", 3, id="a cell that is repeated"),
        pytest.param('| {% cellbg "FF0000" %}{{ logo }} |', 1, id="a coloured cell"),
        pytest.param("a {% if tahun %}{{ logo }}{% else %}x{% endif %} b", 1, id="a condition"),
        pytest.param(kotak("{{ logo }}"), 2, id="both forms of a text box"),
        pytest.param(KONTROL, 1, id="a content control"),
        pytest.param(TAUTAN, 1, id="a link"),
    ],
)
def test_a_picture_stands_wherever_text_may(naskah, banyak, tempat):
    beside = Library(pictures={"logo.png": png(9, 9)})
    lain = {} if tempat == "badan" else {tempat: naskah}
    isi = hasil(dokumen(naskah if tempat == "badan" else "{{ judul }}", **lain), beside)
    bagian_isi = {"badan": "document", "kepala": "header", "kaki": "footer", "catatan": "footnotes"}[tempat]
    root = akar(isi, f"word/{bagian_isi}.xml")
    tautan = {satu.get(f"{{{R}}}embed") for satu in root.iterfind(".//{*}blip")}
    assert len(root.findall(".//{*}blip")) == banyak
    assert all(nomor in buka(isi)[f"word/_rels/{bagian_isi}.xml.rels"].decode() for nomor in tautan)


@pytest.mark.parametrize("tag", ["{{ Judul }}", "{{p Judul }}", "{% for n in daftar_nama %}{{ loop }}{% endfor %}"])
def test_a_name_of_data_typed_in_other_letters_is_no_file(tag):
    berkas = {"judul.docx": dokumen("isi"), "loop.docx": dokumen("isi")}
    beside = Library(berkas, {"judul.png": png(9, 9), "loop.png": png(9, 9)}, data_names=NAMA_DATA)
    assert temuan(tag, beside) != []


# --- what stands beside the tag of a sub-template ---

BIDANG = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
DIMAKAN = {
    "the end of a field": BIDANG.format("end"),
    "a field": '<w:fldSimple w:instr="PAGE"/>',
    "the number of a footnote": "<w:r><w:footnoteRef/></w:r>",
    "a symbol": '<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>',
    "an equation": '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"/>',
}


def paragraf(*isi):
    return f"<w:p>{''.join(isi)}</w:p>"


def tulisan(teks):
    return f'<w:r><w:t xml:space="preserve">{teks}</w:t></w:r>'


@pytest.mark.parametrize("tag", ["{{p kop }}", SISIPAN])
@pytest.mark.parametrize("dimakan", DIMAKAN.values(), ids=DIMAKAN)
def test_what_would_go_with_the_tag_of_a_sub_template_is_told(dimakan, tag):
    isi = ("pembuka\n" + paragraf(dimakan, tulisan(tag)) + "\npenutup").replace(
        paragraf(BIDANG.format("end"), tulisan(tag)),
        paragraf(BIDANG.format("begin"), BIDANG.format("separate")) + paragraf(BIDANG.format("end"), tulisan(tag)),
    )
    assert [satu[0] for satu in temuan(isi, pustaka(kop="kop"))] == ["templat-isi-hilang"]


def test_breaks_and_bookmarks_beside_the_tag_of_a_sub_template_stay_before_and_after_it():
    isi = paragraf(
        '<w:bookmarkStart w:id="5" w:name="tanda"/><w:r><w:br w:type="page"/></w:r>',
        tulisan("{{p kop "),
        tulisan("}}"),
        '<w:bookmarkEnd w:id="5"/>',
    )
    tanda = {f"{{{NS['w']}}}{nama}" for nama in ("bookmarkStart", "br", "t", "bookmarkEnd")}
    urutan = [satu.tag.rpartition("}")[2] for satu in akar(hasil(isi, pustaka(kop="ISI KOP"))).iter(tanda)]
    assert urutan == ["bookmarkStart", "br", "t", "bookmarkEnd"]


@pytest.mark.parametrize("bawah", ["| b |", "{{p kop }}"], ids=["a table of its own", "another one taken in"])
def test_a_table_that_is_taken_in_stays_apart_from_another_one(bawah):
    isi = hasil(f"{{{{ judul }}}}\n| a |\n{{{{p kop }}}}\n{bawah}", pustaka(kop="| k |"))
    assert b"</w:tbl><w:tbl" not in buka(isi)["word/document.xml"]


def test_pictures_whose_names_differ_in_capitals_only_become_two_parts():
    dalam = buka(bergambar("hiasan"))
    nama = next(satu for satu in dalam if satu.startswith("word/media/"))
    besar = nama.replace(".png", ".PNG")
    dalam[besar] = dalam.pop(nama)
    dalam = {n: isi.replace(nama[5:].encode(), besar[5:].encode()) for n, isi in dalam.items()}
    library = Library({"kop.docx": write_container(dalam)}, {"logo.png": png(9, 9)})
    jadi = buka(hasil("{{ logo }}\n{{p kop }}", library))
    gambar = [satu.casefold() for satu in jadi if satu.startswith("word/media/")]
    assert len(gambar) == len({*gambar}) == 2


@pytest.mark.parametrize("isi", [png(30, 30), jpeg(30, 30)], ids=["PNG", "JPEG"])
def test_a_picture_that_was_not_copied_whole_is_told(isi):
    library = Library(pictures={"logo.png": isi[:-8]})
    assert [satu[0] for satu in temuan("{{ gambar.logo }}", library)] == ["templat-gambar-rusak"]


@pytest.mark.parametrize("nama", ["Logo.png", "logo.png"])
def test_of_files_that_differ_in_capitals_only_the_very_name_is_meant(nama):
    kecil, besar = png(9, 9), png(8, 9)
    jadi = buka(hasil(f"{{{{ gambar.{nama} }}}}", Library(pictures={"Logo.png": besar, "logo.png": kecil})))
    assert (kecil if nama == "logo.png" else besar) in jadi.values()


@pytest.mark.parametrize("isi", ["Kop: {{p kop }}", "{{p kop }}{{p kop }}", "{{p kop }} {{ judul }}"])
def test_a_document_asked_for_among_other_text_is_told_as_such(isi):
    assert [satu[0] for satu in temuan(isi, pustaka(kop="ISI KOP"))] == ["templat-isi-hilang"]
