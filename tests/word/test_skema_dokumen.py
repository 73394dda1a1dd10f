"""Every .docx that the program writes is within Word's rules, and LibreOffice finds its text."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from rakitan import bagian, dokumen, kotak, paragraf
from test_templat_rusak import KASUS, rusakkan

from bantu_office import diubah, teks_pdf
from bantu_skema import cacat_skema
from lakip_gen.alur.susun import susun
from lakip_gen.alur.templat_contoh import contohkan, laporan_contoh
from lakip_gen.alur.templat_periksa import periksa_semua
from lakip_gen.domain.periode import Periode, setahun
from lakip_gen.laporan.layak import kosongkan
from lakip_gen.laporan.pandangan import LaporanPandangan
from lakip_gen.ooxml.writer import write_container
from lakip_gen.pesan.katalog import jelaskan
from lakip_gen.templat_bawaan import kertas_bawaan, templat_bawaan
from lakip_gen.word.fill.render import render
from lakip_gen.word.inspect.check import check_template
from lakip_gen.word.inspect.comments import add_comments
from lakip_gen.word.template.library import Library
from lakip_gen.word.template.open import open_template

SDT = '<w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
PENANDA = '<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>'
ANEKA = f"""
{{%p for sasaran in daftar_sasaran %}}
{SDT.format(paragraf("{{ sasaran.nama }}"))}
<w:p>{PENANDA}<w:r><w:t>b</w:t></w:r></w:p>
{kotak("{{ sasaran.nomor }}")}
| {{%tr for indikator in sasaran.daftar_indikator %}} | |
| {{{{ indikator.nama }}}} | {{%p if indikator.ada_standar %}}//{{{{ indikator.kode }}}}//{{%p endif %}} |
| {{%tr endfor %}} | |
| {{%tc for indikator in sasaran.daftar_indikator %}} | {{{{ indikator.nomor }}}} | {{%tc endfor %}} |
{{%p endfor %}}
{{%p if not daftar_sasaran %}}
{SDT.format(paragraf("{%p if daftar_sasaran %}") + paragraf("x") + paragraf("{%p endif %}"))}
{{%p endif %}}
akhir
"""
"""A template with all that loops repeat and conditions leave empty."""


def tahunan() -> LaporanPandangan:
    return laporan_contoh(setahun(2025))


def isi_templat(isi: bytes, konteks: LaporanPandangan | None = None, beside: Library | None = None) -> bytes:
    templat, daftar = open_template(isi, "templat.docx", beside)
    assert templat is not None, daftar
    jadi, daftar = render(templat, konteks or tahunan())
    assert jadi is not None, daftar
    return jadi


@pytest.mark.one_in(4)
@pytest.mark.parametrize("nama", templat_bawaan())
def test_the_default_templates_are_within_the_rules(nama):
    assert cacat_skema(templat_bawaan()[nama]) == []


@pytest.mark.lengkap
def test_samples_with_empty_and_long_lists_are_within_the_rules(contoh):
    hasil = contohkan(contoh)
    assert len(hasil.daftar_keluaran) == 3 * len([*templat_bawaan(), *kertas_bawaan()])
    assert {b.name: cacat_skema(b.read_bytes()) for b in hasil.daftar_keluaran} == {
        b.name: [] for b in hasil.daftar_keluaran
    }


@pytest.mark.one_in(3)
@pytest.mark.parametrize("periode", ["2025-TW1", "2025-S1", "2025"])
def test_drafts_with_charts_and_contents_lists_are_within_the_rules(contoh, periode):
    daftar = [b for b in susun(contoh, Periode.parse(periode)).daftar_keluaran if b.suffix == ".docx"]
    assert daftar[0].name.startswith("laporan-kinerja-")
    assert {b.name: cacat_skema(b.read_bytes()) for b in daftar} == {b.name: [] for b in daftar}


@pytest.mark.parametrize("ubah", [lambda isi: isi, kosongkan], ids=["contoh", "kosong"])
def test_whatever_loops_repeat_or_leave_empty_is_within_the_rules(ubah):
    assert cacat_skema(isi_templat(dokumen(ANEKA), ubah(tahunan()))) == []


def test_a_document_with_sub_templates_and_comments_of_others_is_within_the_rules():
    anak = docx.Document()
    anak.add_paragraph("butir {{ instansi.nama }}", style="List Number")
    anak.add_table(1, 1, style="Table Grid").cell(0, 0).text = "{{ periode.nama }}"
    utama = docx.Document()
    for teks in ('{%p include "anak" %}', "{%p for s in daftar_sasaran %}", '{%p include "anak" %}'):
        utama.add_paragraph(teks)
    utama.add_comment(utama.add_paragraph("isi").runs[0], "lihat {{ periode.nama }}", author="Ani")
    utama.add_paragraph("{%p endfor %}")
    beside = Library({"anak.docx": _simpan(anak)})
    daftar = cacat_skema(isi_templat(_simpan(utama), beside=beside))
    assert [satu for satu in daftar if "style Comment" not in satu] == []  # python-docx itself leaves those out


@pytest.mark.parametrize(("jenis", "nomor"), KASUS[::7])
def test_annotated_copies_are_within_the_rules(jenis, nomor):
    teks, lain, _, _ = rusakkan(jenis, nomor)
    asal = dokumen(teks, **lain)
    sebelum = cacat_skema(asal)
    templat, _ = open_template(asal, "templat.docx")
    assert templat is not None
    daftar = [jelaskan(satu) for satu in check_template(templat, LaporanPandangan)]
    assert daftar
    salinan = add_comments(asal, "templat.docx", daftar)
    assert salinan is not None
    assert cacat_skema(salinan) == sebelum  # the tests' small documents name a style they lack, nothing else


def _simpan(dok) -> bytes:
    aliran = io.BytesIO()
    dok.save(aliran)
    return aliran.getvalue()


# --- the judge itself ---

T = "<w:p><w:r><w:t>x</w:t></w:r></w:p>"
SALAH = {
    "rPr after text": "<w:p><w:r><w:t>x</w:t><w:rPr/></w:r></w:p>",
    "order of a paragraph's properties": '<w:p><w:pPr><w:jc w:val="left"/><w:keepNext/></w:pPr></w:p>',
    "order of a run's properties": "<w:p><w:r><w:rPr><w:i/><w:b/></w:rPr><w:t>x</w:t></w:r></w:p>",
    "order of a cell's properties": "<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr><w:shd/>"
    '<w:tcW w:w="1"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>',
    "table without rows": "<w:tbl><w:tblPr/><w:tblGrid/></w:tbl>",
    "row without cells": "<w:tbl><w:tblPr/><w:tblGrid/><w:tr/></w:tbl>",
    "cell without paragraph": "<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr/></w:tc></w:tr></w:tbl>",
    "row wider than the grid": "<w:tbl><w:tblGrid/><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
    "text between runs": "<w:p>x<w:r/></w:p>",
    "text after a run": "<w:p><w:r/>x</w:p>",
    "blanks without preserve": "<w:p><w:r><w:t>x </w:t></w:r></w:p>",
    "paragraph in a paragraph": f"<w:p>{T}</w:p>",
    "drawing id twice": '<w:p><w:r><w:drawing><wp:docPr id="1"/></w:drawing><w:drawing><wp:docPr id="1"/>'
    "</w:drawing></w:r></w:p>",
    "bookmark twice": f"<w:p>{PENANDA}{PENANDA.replace('1', '2')}</w:p>",
    "two bookmarks of one id": "<w:p>" + PENANDA + PENANDA.replace('"a"', '"b"') + "</w:p>",
    "bookmark without end": '<w:p><w:bookmarkStart w:id="1" w:name="a"/></w:p>',
    "control id twice": SDT.format(T) + SDT.format(T),
    "empty control": SDT.format(""),
    "style that is not there": '<w:p><w:pPr><w:pStyle w:val="Tidak"/></w:pPr></w:p>',
    "note that is not there": '<w:p><w:r><w:footnoteReference w:id="9"/></w:r></w:p>',
    "two references to one note": "<w:p><w:r>" + '<w:footnoteReference w:id="2"/>' * 2 + "</w:r></w:p>",
    "comment that is not there": '<w:p><w:r><w:commentReference w:id="9"/></w:r></w:p>',
    "relationship that is not there": '<w:p><w:hyperlink r:id="rId99"/></w:p>',
}


def test_a_sound_document_passes_the_judge():
    assert cacat_skema(dokumen(f"# Judul\nisi\n| a | b |\n{SDT.format(T)}\n{kotak('k')}")) == []


@pytest.mark.parametrize("isi", SALAH.values(), ids=SALAH)
def test_the_judge_sees_what_is_against_the_rules(isi):
    assert len(cacat_skema(dokumen(f"{isi}\nakhir", catatan="catatan"))) == 1


def test_the_judge_sees_a_broken_package():
    parts = bagian("x")
    tipe = parts["[Content_Types].xml"]
    assert cacat_skema(write_container({**parts, "word/a.png": b"x"})) == [
        "word/a.png has no content type",
        "nothing refers to word/a.png",
    ]
    hilang = {nama: isi for nama, isi in parts.items() if nama != "word/styles.xml"}
    assert cacat_skema(write_container(hilang)) == [
        "content type of word/styles.xml, which is not there",
        "word/_rels/document.xml.rels: styles.xml is not there",
    ]
    terakhir = io.BytesIO()
    with zipfile.ZipFile(terakhir, "w") as arsip:
        for nama, isi in ({k: v for k, v in parts.items() if v is not tipe} | {"[Content_Types].xml": tipe}).items():
            arsip.writestr(nama, isi)
    assert cacat_skema(terakhir.getvalue()) == ["[Content_Types].xml is not the first"]


# --- the outside judge ---


@pytest.mark.lengkap
@pytest.mark.libreoffice
def test_libreoffice_finds_the_text_of_what_the_program_writes(contoh, tmp_path):
    (contoh.templates / "aneka.docx").write_bytes(dokumen(ANEKA))
    (contoh.templates / "salah.docx").write_bytes(dokumen("awal {{ jdul }} akhir"))
    dicari = {
        "aneka-contoh": tahunan().daftar_sasaran[0].nama,
        "aneka-kosong": "akhir",
        "aneka-besar": "{{ bukan tag }}",
        "salah-diperiksa": "awal {{ jdul }} akhir",
    }
    ditulis = [
        *contohkan(contoh, contoh.templates / "aneka.docx").daftar_keluaran,
        *periksa_semua(contoh, contoh.templates / "salah.docx").daftar_keluaran,
    ]
    assert sorted(b.stem for b in ditulis) == sorted(dicari)
    for pdf in diubah(ditulis, tmp_path):
        assert " ".join(dicari[pdf.stem].split()) in " ".join(teks_pdf(pdf).split()), pdf.stem
