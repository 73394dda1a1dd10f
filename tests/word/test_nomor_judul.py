"""Headings that Word numbers by itself keep their numbers in contents lists and in the numbers of captions."""

from __future__ import annotations

import pytest
from pandangan_uji import LAPORAN
from rakitan import W, akar, bagian, run, teks_paragraf

from lakip_gen.ooxml.writer import write_container
from lakip_gen.word.fill.render import render
from lakip_gen.word.package import opc, xml
from lakip_gen.word.template.open import open_template

NUMBERING = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
TANDA = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format


def tingkat(nomor: int, bentuk: str, teks: str, gaya: str = "", mulai: int = 1) -> str:
    milik = f'<w:pStyle w:val="{gaya}"/>' if gaya else ""
    isi = f'<w:start w:val="{mulai}"/><w:numFmt w:val="{bentuk}"/>{milik}<w:lvlText w:val="{teks}"/>'
    return f'<w:lvl w:ilvl="{nomor}">{isi}</w:lvl>'


def daftar(*daftar_tingkat: str, mulai_lagi: str = "") -> bytes:
    definisi = f'<w:abstractNum w:abstractNumId="0">{"".join(daftar_tingkat)}</w:abstractNum>'
    satu = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    dua = f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{mulai_lagi}</w:num>'
    return f'<w:numbering xmlns:w="{W}">{definisi}{satu}{dua}</w:numbering>'.encode()


BAB = (tingkat(0, "upperRoman", "BAB %1", "Judul1"), tingkat(1, "decimal", "%1.%2", "Judul2"))
GAYA = "".join(
    f'<w:style w:type="paragraph" w:styleId="Judul{nomor}"><w:name w:val="heading {nomor}"/><w:pPr>'
    f'<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="{nomor - 1}"/></w:pPr></w:style>'
    for nomor in (1, 2)
)
DAFTAR_ISI = (
    f"<w:p>{TANDA('begin')}<w:r><w:instrText> TOC \\o &quot;1-2&quot; </w:instrText></w:r>{TANDA('separate')}"
    f"{run('isi lama')}{TANDA('end')}</w:p>"
)


def judul(nomor: int, teks: str, aturan: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="Judul{nomor}"/>{aturan}</w:pPr>{run(teks)}</w:p>'


def jadi(naskah: str, isi_daftar: bytes) -> list[str]:
    """Return the lines of a filled document whose headings are numbered by their styles."""
    parts = bagian(naskah)
    opc.add_part(parts, "word/numbering.xml", isi_daftar, NUMBERING)
    opc.relate(parts, "word/document.xml", opc.Relation(f"{xml.LINK_TYPE}numbering", "word/numbering.xml"))
    kepala, _, _ = parts["word/styles.xml"].decode().partition("<w:style ")
    parts["word/styles.xml"] = f"{kepala}{GAYA}</w:styles>".encode()
    templat, temuan = open_template(write_container(parts), "uji.docx")
    assert templat is not None, temuan
    isi, temuan = render(templat, LAPORAN)
    assert isi is not None, temuan
    return [teks_paragraf(satu).partition("\t")[0] for satu in akar(isi).iter(f"{{{W}}}p")]


def baris_daftar(naskah: str, isi_daftar: bytes) -> list[str]:
    return [satu.strip() for satu in jadi(f"{DAFTAR_ISI}\n{naskah}", isi_daftar)[1 : 1 + naskah.count("<w:p>")]]


@pytest.mark.parametrize(
    ("daftar_judul", "isi_daftar", "baris"),
    [
        pytest.param(
            (judul(1, "Pendahuluan"), judul(2, "Dasar"), judul(1, "Kinerja"), judul(2, "Target"), judul(2, "Hasil")),
            daftar(*BAB),
            ["BAB I Pendahuluan", "I.1 Dasar", "BAB II Kinerja", "II.1 Target", "II.2 Hasil"],
            id="levels",
        ),
        pytest.param(
            (judul(1, "A"), judul(1, "B", '<w:numPr><w:numId w:val="2"/></w:numPr>'), judul(1, "C")),
            daftar(
                tingkat(0, "upperLetter", "%1.", "Judul1", 3),
                mulai_lagi='<w:lvlOverride w:ilvl="0"><w:startOverride w:val="26"/></w:lvlOverride>',
            ),
            ["C. A", "Z. B", "AA. C"],
            id="a list that begins again",
        ),
        pytest.param(
            (judul(1, "A", '<w:numPr><w:numId w:val="0"/></w:numPr>'), judul(1, "B")),
            daftar(tingkat(0, "decimalZero", "%1", "Judul1")),
            ["A", "01 B"],
            id="one heading without",
        ),
        pytest.param(
            (judul(2, "A"), judul(1, "B")), daftar(*BAB), ["I.1 A", "BAB I B"], id="a lower level before the first"
        ),
        pytest.param(
            (judul(1, "A"), judul(2, "B", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')),
            daftar(tingkat(0, "lowerRoman", "(%1)"), tingkat(1, "bullet", "•", "Judul2")),
            ["(i) A", "(ii) B"],
            id="a level of its own",
        ),
        pytest.param((judul(1, "A"),), daftar(tingkat(0, "bullet", "•")), ["A"], id="bullets"),
    ],
)
def test_a_contents_list_says_the_numbers_that_word_prints(daftar_judul, isi_daftar, baris):
    assert baris_daftar("\n".join(daftar_judul), isi_daftar) == baris


def kolom(instruksi: str, isi: str = "0") -> str:
    return f'<w:fldSimple w:instr=" {instruksi} ">{run(isi)}</w:fldSimple>'


def test_captions_are_numbered_within_their_chapter():
    keterangan = f"<w:p>{run('Tabel ')}{kolom('STYLEREF 1 &#92;s')}{run('.')}{kolom('SEQ Tabel &#92;s 1')}</w:p>"
    naskah = [judul(1, "Satu"), keterangan, keterangan, judul(2, "Anak"), keterangan, judul(1, "Dua"), keterangan]
    baris = jadi("\n".join(naskah), daftar(*BAB))
    assert [satu for satu in baris if satu.startswith("Tabel")] == [
        *("Tabel I.1", "Tabel I.2", "Tabel I.3"),
        "Tabel II.1",
    ]
