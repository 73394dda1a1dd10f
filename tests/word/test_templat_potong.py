"""The default templates, cut up as Word cuts them, and through docxtpl: the same text every time."""

from __future__ import annotations

import copy
import io
import random
from dataclasses import fields
from itertools import pairwise

import docxtpl
import jinja2
import pytest
from lxml import etree
from rakitan import NS, akar, buka, teks_paragraf

from lakip_gen.alur.templat_contoh import laporan_contoh
from lakip_gen.domain.periode import semester, setahun, triwulan
from lakip_gen.laporan.pandangan import LaporanPandangan
from lakip_gen.ooxml.writer import write_container
from lakip_gen.templat_bawaan import gambar_bawaan, templat_bawaan
from lakip_gen.word.fill.render import fill, laid_out
from lakip_gen.word.template.library import Library
from lakip_gen.word.template.open import open_template

W = f"{{{NS['w']}}}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
PUSTAKA = Library(pictures=gambar_bawaan())
PERIODE = {
    "laporan-triwulan.docx": triwulan(2025, 2),
    "laporan-semester.docx": semester(2025, 1),
    "laporan-tahunan.docx": setahun(2025),
}
BERKAS = {nama: isi for nama, isi in templat_bawaan().items() if nama in PERIODE}
TERPOTONG = ("word/document.xml", "word/header", "word/footer")


def pandangan(nama: str) -> LaporanPandangan:
    return laporan_contoh(PERIODE[nama])


def jadi(isi: bytes, nama: str) -> bytes:
    templat, daftar_temuan = open_template(isi, nama, PUSTAKA)
    assert templat is not None, daftar_temuan
    bagian, daftar_temuan = fill(templat, pandangan(nama))
    assert bagian is not None, daftar_temuan
    return write_container(bagian)


def potong_run(run: etree._Element, acak: random.Random) -> None:
    """Cut a run of plain text in up to four, each with the same formatting, as Word does when somebody edits."""
    text = run.find(f"{W}t")
    isi = "" if text is None else text.text or ""
    if [child.tag for child in run if child.tag != f"{W}rPr"] != [f"{W}t"] or len(isi) < 2:
        return
    batas = sorted({0, len(isi), *(acak.randrange(1, len(isi)) for _ in range(acak.randrange(4)))})
    for awal, akhir in pairwise(batas):
        bagian = copy.deepcopy(run)
        baru = bagian.find(f"{W}t")
        assert baru is not None
        baru.text = isi[awal:akhir]
        baru.set(SPACE, "preserve")
        run.addprevious(bagian)
        if not acak.randrange(6):
            run.addprevious(etree.Element(f"{W}proofErr", {f"{W}type": "spellStart"}))
    run.getparent().remove(run)


def potong(isi: bytes, acak: random.Random) -> bytes:
    """Return a template whose runs are cut at random."""
    bagian = buka(isi)
    for nama in [nama for nama in bagian if nama.startswith(TERPOTONG)]:
        root = etree.fromstring(bagian[nama])
        for run in list(root.iter(f"{W}r")):
            potong_run(run, acak)
        bagian[nama] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return write_container(bagian)


def teks(isi: bytes) -> list[tuple[str, list[str]]]:
    """Return the text of all parts that hold tags, paragraph by paragraph."""
    return [
        (nama, [teks_paragraf(satu) for satu in akar(isi, nama).iter(f"{W}p")])
        for nama in sorted(buka(isi))
        if nama.startswith(TERPOTONG) and nama.endswith(".xml")
    ]


def rupa(isi: bytes) -> list[tuple[str, str]]:
    """Return every letter of the body with its formatting, whatever the runs."""
    hasil: list[tuple[str, str]] = []
    for run in akar(isi).iter(f"{W}r"):
        gaya = run.find(f"{W}rPr")
        rpr = "" if gaya is None else etree.tostring(gaya).decode()
        hasil += [(huruf, rpr) for text in run.iter(f"{W}t") for huruf in text.text or ""]
    return hasil


@pytest.fixture(scope="module")
def utuh():
    return {nama: jadi(isi, nama) for nama, isi in BERKAS.items()}


def sama(banyak: int, utuh: dict[str, bytes], benih: int) -> None:
    acak = random.Random(benih)  # noqa: S311 - a seed makes a failure repeatable
    nama_semua = sorted(BERKAS, key=len)
    harapan = {nama: (teks(isi), rupa(isi)) for nama, isi in utuh.items()}
    for nomor in range(banyak):
        nama = nama_semua[nomor % len(nama_semua)]
        hasil = jadi(potong(BERKAS[nama], acak), nama)
        assert (teks(hasil), rupa(hasil)) == harapan[nama], (nama, nomor)


@pytest.mark.lengkap
def test_six_random_cuts_of_the_default_templates_give_the_same_document(utuh):
    sama(6, utuh, 20_251)


@pytest.mark.lengkap
@pytest.mark.parametrize("benih", range(8))
def test_a_thousand_random_cuts_of_the_default_templates_give_the_same_document(benih, utuh):
    """In eight pieces, so that one processor does not sit over them while the other has nothing left to do."""
    sama(125, utuh, 53_2014 + benih)


def tanpa_grafik(isi: bytes) -> bytes:
    """Return a template without the tags of charts and pictures, which docxtpl does not know."""
    bagian = buka(isi)
    root = etree.fromstring(bagian["word/document.xml"])
    for paragraf in [p for p in root.iter(f"{W}p") if teks_paragraf(p).lstrip().startswith("{{p ")]:
        for run in list(paragraf.iter(f"{W}r")):
            run.getparent().remove(run)
    for gambar in root.iter(f"{{{NS['wp']}}}docPr"):
        gambar.set("descr", "")
    bagian["word/document.xml"] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return write_container(bagian)


@pytest.mark.lengkap
@pytest.mark.parametrize("nama", PERIODE)
def test_docxtpl_makes_the_same_text_of_the_default_templates(nama):
    sumber = tanpa_grafik(BERKAS[nama])
    lain = docxtpl.DocxTemplate(io.BytesIO(sumber))
    isi = pandangan(nama)
    data = {"gambar": {"logo": ""}} | {satu.name: getattr(isi, satu.name) for satu in fields(isi)}
    lain.render(data, jinja_env=jinja2.Environment(autoescape=True), autoescape=True)
    aliran = io.BytesIO()
    lain.save(aliran)
    kita = dict(teks(jadi(sumber, nama)))
    bagian = buka(aliran.getvalue())
    utama = "word/document.xml"
    mereka = dict(teks(write_container(bagian | {utama: laid_out(utama, bagian[utama], bagian)})))
    assert sum(map(len, kita.values())) > 100
    assert [t for t in kita["word/document.xml"] if t.strip()] == [t for t in mereka["word/document.xml"] if t.strip()]
    assert {n: t for n, t in kita.items() if n != "word/document.xml"} == {
        n: t for n, t in mereka.items() if n != "word/document.xml"
    }
