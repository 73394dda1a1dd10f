"""No template costs more than its size: the work grows with the text, and what is beyond the limits is told."""

from __future__ import annotations

import time

import pytest
from pandangan_uji import LAPORAN, Laporan
from rakitan import W, baca, bagian, dokumen, paragraf, tabel

from lakip_gen.ooxml.writer import write_container
from lakip_gen.pesan.katalog import jelaskan
from lakip_gen.word.fill.render import render
from lakip_gen.word.inspect.check import check_template
from lakip_gen.word.inspect.comments import add_comments
from lakip_gen.word.tags.tag import lex
from lakip_gen.word.template import bounds
from lakip_gen.word.template.library import Library
from lakip_gen.word.template.open import open_template

BESAR = "templat-terlalu-besar"
LEBAR = "templat-tabel-terlalu-lebar"
SEL = "<w:tc><w:tcPr/><w:p><w:r><w:t>1.000.000.000,00</w:t></w:r></w:p></w:tc>"


def temuan(isi: bytes | str, pustaka: Library | None = None):
    templat, daftar = open_template(dokumen(isi) if isinstance(isi, str) else isi, "templat.docx", pustaka)
    return daftar if templat is None else check_template(templat, Laporan)


def kode(isi: bytes | str, pustaka: Library | None = None):
    return [satu.kode for satu in temuan(isi, pustaka)]


def detik(kerja) -> float:
    mulai = time.process_time()
    kerja()
    return time.process_time() - mulai


TUMBUH = {
    "kurung penutup di dalam petik": lambda n: '{{ "' + " }}" * n,
    "petik yang tak bertutup": lambda n: ('{{ "' + " }}" * 100) * (n // 100),
    "kurung pembuka": lambda n: "{{ " * n,
    "komentar pembuka": lambda n: "{# " * n,
    "kurung penutup": lambda n: "}} " * n,
    "petik berpasangan": lambda n: "{{ " + '"a” ' * n + "}}",
    "petik lengkung": lambda n: "{{ " + "“a” " * n + "}}",
    "kurung terpisah": lambda n: "{ " * n + "{ %" + "% " * n,
}


@pytest.mark.one_in(8)
@pytest.mark.parametrize("serangan", TUMBUH)
def test_finding_tags_takes_time_in_proportion_to_the_text(serangan):
    pendek, panjang = (TUMBUH[serangan](n) for n in (4_000, 40_000))
    lex(pendek)
    assert detik(lambda: lex(panjang)) < 30 * detik(lambda: [lex(pendek) for _ in range(2)]) / 2 + 0.1


@pytest.mark.lengkap
@pytest.mark.parametrize(("banyak", "ditolak"), [(100, []), (101, [BESAR]), (4_000, [BESAR])])
def test_an_if_has_no_more_branches_than_anybody_reads(banyak, ditolak):
    cabang = "".join(f"{{%p elif judul == '{nomor}' %}}\nb\n" for nomor in range(banyak))
    assert kode(f"{{%p if judul %}}\na\n{cabang}{{%p endif %}}") == ditolak


KURUNG = "{{" * 100_000
BERAT = {
    "satu paragraf penuh kurung": '{{ "' + " }}" * 40_000,
    "banyak tag di satu paragraf": "{{ judul }}" * 20_000,
    "banyak nama salah": "\n".join(f"{{{{ jdul{nomor} }}}}" for nomor in range(4_000)),
    "atribut penuh kurung": f'<w:p><w:r><w:drawing><wp:docPr id="1" name="{KURUNG}"/></w:drawing></w:r></w:p>',
    "bidang tak bertutup": "<w:p>" + "<w:r><w:fldChar w:fldCharType='begin'/></w:r>" * 20_000 + "</w:p>",
    "ribuan sel": f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{SEL * 20_000}</w:tr></w:tbl>",
}


@pytest.mark.lengkap
@pytest.mark.one_in(6)
@pytest.mark.parametrize("nama", BERAT)
def test_no_small_template_takes_seconds(nama):
    isi = dokumen(BERAT[nama])
    assert len(isi) < 200_000

    def kerja():
        daftar = temuan(isi)
        add_comments(isi, "templat.docx", [jelaskan(satu) for satu in daftar])

    assert detik(kerja) < 8


def test_a_row_of_figures_is_fitted_in_time():
    baris = f"<w:tr>{SEL * 400}</w:tr>" * 20
    templat, _ = open_template(dokumen(f"{{{{ judul }}}}\n<w:tbl><w:tblPr/><w:tblGrid/>{baris}</w:tbl>"), "a.docx")
    assert detik(lambda: render(templat, LAPORAN)) < 5


def saling(banyak: int, kali: int) -> Library:
    """Return sub-templates each of which takes in the next one several times."""
    return Library(
        {
            f"b{nomor}.docx": dokumen("\n".join([f'{{%p include "b{nomor + 1}" %}}'] * kali) if nomor < banyak else "x")
            for nomor in range(1, banyak + 1)
        }
    )


def test_sub_templates_that_multiply_are_told_once_with_the_place():
    assert detik(lambda: temuan('{%p include "b1" %}', saling(8, 10))) < 5
    (satu,) = temuan('{%p include "b1" %}', saling(8, 10))
    assert (satu.kode, satu.asal.berkas) == (BESAR, "templates/bagian/b7.docx")


def test_a_long_chain_of_sub_templates_is_told():
    assert kode('{%p include "b1" %}', saling(11, 1)) == [BESAR]
    assert kode('{%p include "b1" %}', saling(10, 1)) == []


def test_a_large_sub_template_taken_in_again_and_again_is_told(monkeypatch):
    monkeypatch.setattr("lakip_gen.word.template.include.LARGEST_INCLUSION", 10_000)
    pustaka = Library({"a.docx": dokumen("x" * 4_000)})
    assert kode('{%p include "a" %}\n' * 2, pustaka) == []
    assert kode('{%p include "a" %}\n' * 9, pustaka) == [BESAR]


@pytest.mark.parametrize("rentang", ["50000000", "501", "9" * 5000])
def test_a_cell_that_spans_millions_of_columns_is_told_or_counts_as_one(rentang):
    sel = f'<w:tc><w:tcPr><w:gridSpan w:val="{rentang}"/></w:tcPr>{paragraf("{%tc for n in daftar_nama %}")}</w:tc>'
    sisa = "".join(f"<w:tc><w:tcPr/>{paragraf(satu)}</w:tc>" for satu in ("{{ n }}", "{%tc endfor %}"))
    isi = dokumen(f"a\n<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{sel}{sisa}</w:tr></w:tbl>")
    daftar = temuan(isi)
    assert [satu.kode for satu in daftar] == ([LEBAR] if len(rentang) < 10 else [])
    assert all("tabel 1, baris 1" in satu.asal.lembar for satu in daftar)


def test_a_span_where_no_tag_is_counts_too():
    sel = f'<w:tc><w:tcPr><w:gridSpan w:val="50000000"/></w:tcPr>{paragraf("x")}</w:tc>'
    assert kode(dokumen("a", kepala=f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{sel}</w:tr></w:tbl>")) == [LEBAR]


def test_columns_that_a_loop_makes_are_told_when_they_are_too_many(monkeypatch):
    monkeypatch.setattr("lakip_gen.word.tags.tables.MOST_COLUMNS", 2)
    templat, _ = open_template(
        dokumen(tabel(["| {%tc for n in daftar_nama %} | {{ n }} | {%tc endfor %} |"])), "a.docx"
    )
    hasil, daftar = render(templat, LAPORAN)
    assert hasil is None
    assert [satu.kode for satu in daftar] == [LEBAR]


@pytest.mark.parametrize(
    "nomor", ["x", "", "-3", "9" * 5000, "٣", "1.5"], ids=["huruf", "kosong", "negatif", "panjang", "arab", "desimal"]
)
@pytest.mark.parametrize("di_bagian", [False, True], ids=["di templat", "di templat bagian"])
def test_an_id_that_is_no_number_is_no_fault(nomor, di_bagian):
    naskah = (
        f'<w:p><w:bookmarkStart w:id="{nomor}" w:name="a"/><w:r><w:t>Isi</w:t></w:r>'
        f'<w:bookmarkEnd w:id="{nomor}"/></w:p>'
        "\n<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> TOC \\o \"1-3\" </w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>\n# Judul"
    )
    pustaka = Library({"a.docx": dokumen(naskah)})
    templat, daftar = open_template(
        dokumen('{%p include "a" %}' if di_bagian else naskah + "\n{{ judul }}"), "t.docx", pustaka
    )
    assert templat is not None, daftar
    hasil, daftar = render(templat, LAPORAN)
    assert hasil is not None, daftar
    assert "Isi" in baca(hasil)


def test_a_comment_id_that_is_no_number_does_not_hinder_the_copy():
    parts = bagian("{{ salah }}")
    parts["word/komentar.xml"] = f'<w:comments xmlns:w="{W}"><w:comment w:id="x"/></w:comments>'.encode()
    tipe = b'<Override PartName="/word/komentar.xml" ContentType="application/xml"/></Types>'
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", tipe)
    rels = "word/_rels/document.xml.rels"
    parts[rels] = parts[rels].replace(
        b"</Relationships>",
        b'<Relationship Id="rIdK" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"'
        b' Target="komentar.xml"/></Relationships>',
    )
    isi = write_container(parts)
    assert add_comments(isi, "templat.docx", [jelaskan(satu) for satu in temuan(isi)]) is not None


def test_more_xml_than_can_be_read_is_told(monkeypatch):
    monkeypatch.setattr(bounds, "LARGEST_XML", 5_000)
    assert kode("x" * 6_000) == [BESAR]


def test_more_tags_than_can_be_read_are_told_once(monkeypatch):
    monkeypatch.setattr("lakip_gen.word.template.part.MOST_TAGS", 5)
    assert kode("{{ judul }}\n" * 20) == [BESAR]
    assert kode("{{ judul }}\n" * 5) == []
