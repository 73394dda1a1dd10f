"""The finished drafts of the sample year as lines of text: headings, captions, shapes of tables and their cells.

`LAKIP_PERBARUI_EMAS=1 pytest tests/word/test_emas.py` writes them anew; the difference is then to be read.
"""

import io
import os
import re
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from lakip_gen.alur.draf import isi_draf
from lakip_gen.alur.periksa import periksa_periode, rekap_hasil
from lakip_gen.domain.periode import Periode
from lakip_gen.laporan.susun import susun_pandangan
from lakip_gen.templat_bawaan import gambar_bawaan, templat_bawaan
from lakip_gen.word.pages.page_numbers import printed_pages
from lakip_gen.word.template.library import Library
from lakip_gen.word.template.open import open_template

EMAS = Path(__file__).resolve().parents[1] / "emas"
TEMPLAT = {"2025-TW1": "laporan-triwulan.docx", "2025-S1": "laporan-semester.docx", "2025": "laporan-tahunan.docx"}


@pytest.fixture(scope="module")
def draf(contoh_asli):
    siap = {}

    def susun(nama):
        if nama not in siap:
            pandangan = susun_pandangan(rekap_hasil(periksa_periode(contoh_asli, Periode.parse(nama))))
            templat, _ = open_template(
                templat_bawaan()[TEMPLAT[nama]], TEMPLAT[nama], Library(pictures=gambar_bawaan())
            )
            hasil = isi_draf(templat, pandangan)
            assert not hasil.daftar_temuan
            siap[nama] = hasil.isi, pandangan
        return siap[nama]

    return susun


def isi_paragraf(element):
    teks = "".join(
        {qn("w:tab"): "\t", qn("w:br"): " "}.get(satu.tag, satu.text or "")
        for satu in element.iter(qn("w:t"), qn("w:tab"), qn("w:br"))
        if satu.getparent().tag == qn("w:r")
    )
    return re.sub(r"\s+", " ", teks).strip()


def baris_emas(isi):
    dokumen = docx.Document(io.BytesIO(isi))
    for element in dokumen.element.body:
        if element.tag == qn("w:p"):
            gambar = " <grafik>" if element.find(f".//{qn('w:drawing')}") is not None else ""
            yield f"{Paragraph(element, dokumen).style.style_id}: {isi_paragraf(element)}{gambar}"
        elif element.tag == qn("w:tbl"):
            baris = list(Table(element, dokumen)._tbl.tr_lst)
            kolom = element.findall(f".//{qn('w:gridCol')}")
            yield f"<tabel {len(baris)} baris, {len(kolom)} kolom>"
            for satu in baris:
                yield "  " + " | ".join(isi_paragraf(sel) for sel in satu.tc_lst)


@pytest.mark.parametrize("nama", TEMPLAT)
def test_the_draft_is_as_it_was(nama, draf):
    berkas = EMAS / f"{nama}.txt"
    kini = "\n".join(baris_emas(draf(nama)[0])) + "\n"
    if os.environ.get("LAKIP_PERBARUI_EMAS"):
        berkas.write_text(kini, encoding="utf-8", newline="\n")
    assert kini.splitlines() == berkas.read_text(encoding="utf-8").splitlines(), "CONTRIBUTING.md: The golden documents"


def test_every_entry_of_the_contents_points_at_its_heading(draf):
    root = docx.Document(io.BytesIO(draf("2025")[0])).element
    penanda = {satu.get(qn("w:name")): satu.getparent() for satu in root.iter(qn("w:bookmarkStart"))}
    daftar = list(root.iter(qn("w:hyperlink")))
    assert len(daftar) > 100
    for satu in daftar:
        assert isi_paragraf(satu) == isi_paragraf(penanda[satu.get(qn("w:anchor"))])


def test_every_reference_says_what_its_bookmark_holds(draf):
    root = docx.Document(io.BytesIO(draf("2025")[0])).element
    nomor = {
        satu.get(qn("w:name")): isi_paragraf(satu.getparent()).partition(".")[0]
        for satu in root.iter(qn("w:bookmarkStart"))
    }
    rujukan = [satu for satu in root.iter(qn("w:fldSimple")) if " REF " in satu.get(qn("w:instr"))]
    assert len(rujukan) > 35
    for satu in rujukan:
        assert isi_paragraf(satu) == nomor[satu.get(qn("w:instr")).split()[1]]


def test_a_sentence_before_a_table_refers_to_that_table_and_its_chart(draf):
    dokumen = docx.Document(io.BytesIO(draf("2025")[0]))
    judul = {"Caption": "Tabel", "CaptionGambar": "Gambar"}
    ditunggu, diperiksa = {}, 0
    for paragraf in dokumen.paragraphs:
        gaya, teks = paragraf.style.style_id, isi_paragraf(paragraf._p).replace("\xa0", " ")
        if gaya.startswith("Pengantar"):
            ditunggu = dict(re.findall(r"(Tabel|Gambar) (\d+)", teks))
        elif nomor := ditunggu.pop(judul.get(gaya, ""), ""):
            assert teks.startswith(f"{judul[gaya]} {nomor}."), teks
            diperiksa += 1
    assert diperiksa > 60


def test_numbers_of_the_sentences_stand_in_the_tables(draf):
    _, pandangan = draf("2025")
    for sasaran in pandangan.daftar_sasaran:
        for kalimat, nama in ((sasaran.kalimat_target, "capaian"), (sasaran.kalimat_renstra, "capaian_renstra")):
            for nomor, angka in re.findall(r"(\d+\.\d+): ([\d.,-]+)%", kalimat):
                indikator = next(i for i in sasaran.daftar_indikator if i.nomor == nomor)
                assert getattr(indikator, nama).teks == angka
        for indikator in sasaran.daftar_indikator:
            cetak = {str(angka) for t in indikator.daftar_tahun for angka in (t.realisasi, t.capaian)}
            for angka in re.findall(r"([\d.,]*\d)%", indikator.kalimat_tren):
                assert angka in cetak


def test_pages_are_read_from_destinations_and_printed_as_their_section_counts():
    assert printed_pages(b"", b"") == {}
