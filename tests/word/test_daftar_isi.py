"""Contents lists hold what their instruction asks for, however it is written; one that only Word can make stays."""

from __future__ import annotations

import pytest
from pandangan_uji import LAPORAN, kode
from rakitan import W, akar, bagian, run, teks_paragraf

from lakip_gen.ooxml.writer import write_container
from lakip_gen.word.fill.render import render
from lakip_gen.word.template.open import open_template

TANDA = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>".format
NAMA_GAYA = {"JudulBab": "Judul Bab", "Anak": "anak bab", "Judul2": "heading 2"}
TINGKAT_DUA = "<w:pPr><w:outlineLvl w:val='1'/></w:pPr>"
DULU = "<w:pPr><w:pPrChange w:id='9' w:author='P'><w:pPr><w:pStyle w:val='Judul2'/></w:pPr></w:pPrChange></w:pPr>"
NASKAH = """
# Satu
<w:p>DULU<w:r><w:t>Dulu judul</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val='JudulBab'/></w:pPr><w:r><w:t>BAB I</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val='Anak'/></w:pPr><w:r><w:t>Anak {{ judul }}</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val='Judul2'/></w:pPr><w:r><w:t>Dua</w:t></w:r></w:p>
<w:p><w:pPr><w:outlineLvl w:val='1'/></w:pPr><w:r><w:t>Sendiri</w:t></w:r></w:p>
<w:p><w:pPr><w:outlineLvl w:val='9'/></w:pPr><w:r><w:t>Isi biasa</w:t></w:r></w:p>
""".replace("DULU", DULU)


def daftar_isi(*potongan: str) -> list[str]:
    """Return the lines of a list as `level text`, or its old text where it was left alone."""
    kode = "".join(f"<w:r><w:instrText xml:space='preserve'>{satu}</w:instrText></w:r>" for satu in potongan)
    lama = f"<w:p>{TANDA('begin')}{kode}{TANDA('separate')}{run('isi lama')}{TANDA('end')}</w:p>"
    parts = bagian(lama + "\n" + NASKAH.strip())
    gaya = "".join(
        f'<w:style w:type="paragraph" w:styleId="{kunci}"><w:name w:val="{nama}"/>'
        f"{TINGKAT_DUA if kunci == 'Judul2' else ''}</w:style>"
        for kunci, nama in NAMA_GAYA.items()
    )
    satu = '<w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
    isi_gaya = parts["word/styles.xml"].decode().replace('<w:name w:val="heading 1"/>', satu)
    parts["word/styles.xml"] = isi_gaya.replace("</w:styles>", f"{gaya}</w:styles>").encode()
    templat, daftar = open_template(write_container(parts), "templat.docx")
    assert templat is not None, daftar
    isi, daftar = render(templat, LAPORAN)
    assert isi is not None, daftar
    return [
        f"{_gaya(satu).removeprefix('TOC')} {teks_paragraf(satu).partition(chr(9))[0]}".strip()
        for satu in akar(isi).iter(f"{{{W}}}p")
        if _gaya(satu).startswith("TOC") or teks_paragraf(satu) in ("isi lama", "Tidak ada.")
    ]


def _gaya(paragraf) -> str:
    satu = paragraf.find(f"{{{W}}}pPr/{{{W}}}pStyle")
    return "" if satu is None else satu.get(f"{{{W}}}val")


ANAK = f"Anak {LAPORAN.judul}"


@pytest.mark.parametrize(
    ("potongan", "baris"),
    [
        ([' TOC \\o "1-3" \\h '], ["1 Satu", "2 Dua"]),
        ([" TO", "C \\o ", '"1-', '1" '], ["1 Satu"]),
        ([" ", "TOC \\h "], ["1 Satu", "2 Dua"]),
        ([' TOC \\t "Judul Bab,1" '], ["1 BAB I"]),
        ([' TOC \\h \\t "Judul Bab;1;Anak Bab;2" '], ["1 BAB I", f"2 {ANAK}"]),
        ([' TOC \\o "1-1" \\t "Judul Bab,2" '], ["1 Satu", "2 BAB I"]),
        ([" TOC \\u "], ["2 Sendiri"]),
        ([' TOC \\o "1-1" \\u \\z '], ["1 Satu", "2 Sendiri"]),
        ([' TOC \\t "Tidak Ada,1" '], ["TableofFigures Tidak ada."]),
        ([' TOC \\b Bagian \\o "1-3" '], ["isi lama"]),
        ([" TOC \\f "], ["isi lama"]),
        ([' TOC \\f \\o "1-1" \\h'], ["1 Satu"]),
        ([' TOC \\f \\o "1-1" ', " TC a "], ["isi lama"]),
        ([" PAGE "], ["isi lama"]),
    ],
    ids=lambda satu: "".join(satu).strip() if satu and satu[0].startswith(" ") else "",
)
def test_a_contents_list_holds_what_it_asks_for(potongan, baris):
    assert [satu.removesuffix(" isi lama") or satu for satu in daftar_isi(*potongan)] == baris


def test_a_paragraph_that_was_a_heading_before_is_in_no_list():
    assert not [satu for satu in daftar_isi(' TOC \\o "1-3" \\u ') if "Dulu judul" in satu]


def test_a_list_that_only_word_can_make_is_told():
    assert kode(r"<w:p><w:fldSimple w:instr=' TOC \o \"1-3\" \b Bagian '/></w:p>") == ["templat-daftar-isi-dibiarkan"]
    assert kode(r"<w:p><w:fldSimple w:instr=' TOC \t \"\a b,1\" '/></w:p>") == []
