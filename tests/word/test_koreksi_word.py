"""Comments and tracked changes in a draft: each is found with its place, its words, its day and its state."""

import io
import re
import zipfile
from datetime import date

import docx
import pytest
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

from lakip_gen.word.inspect.corrections import PICTURE, Correction, Kind, Place, corrections
from lakip_gen.word.package.opc import open_docx
from lakip_gen.word.template.old_comments import PROGRAM_AUTHOR

SEKRETARIS = "Sekretaris"
SAAT = 'w:date="2025-04-11T09:00:00Z"'
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
RELASI = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"


def lacak(jenis, isi, oleh=SEKRETARIS, nomor=1):
    return f'<w:{jenis} {nsdecls("w")} w:id="{nomor}" w:author="{oleh}" {SAAT}>{isi}</w:{jenis}>'


def kata(teks, tag="t"):
    return f'<w:r><w:{tag} xml:space="preserve">{teks}</w:{tag}></w:r>'


def dokumen():
    """Return a report with a heading, a paragraph, and a table whose rows stand under one across it."""
    isi = docx.Document()
    isi.add_heading("3 Capaian", 1)
    isi.add_heading("Sasaran 1", 2)
    isi.add_paragraph("Capaian indeks ini 80,40.")
    tabel = isi.add_table(rows=3, cols=2)
    tabel.cell(0, 0).merge(tabel.cell(0, 1)).text = "1.1 Indeks kepuasan"
    for nomor, teks in enumerate(("TW I", "Belum tercapai")):
        tabel.cell(1, nomor).text = teks
    isi.add_paragraph("Penutup")
    return isi


def tambah(paragraf, xml):
    paragraf._p.append(parse_xml(xml))


def baca(isi, ubah=lambda bagian: bagian):
    simpanan = io.BytesIO()
    isi.save(simpanan)
    return corrections(ubah(dict(open_docx(simpanan.getvalue(), "draf.docx")[0])))


def berjawab(bagian, *, selesai=False, berputar=False):
    """Give the first comment an answer in the second one, as Word notes it beside them."""
    nama = "word/comments.xml"
    nomor = iter(("00000001", "00000002"))
    isi = bagian[nama].decode()
    isi = re.sub(r"<w:p(?=[ >])", lambda _: f'<w:p xmlns:w14="{W14}" w14:paraId="{next(nomor)}"', isi)
    pertama = 'w15:paraIdParent="00000002"' if berputar else ""
    tambahan = (
        f'<w15:commentsEx xmlns:w15="{W15}"><w15:commentEx w15:paraId="00000001" {pertama} w15:done="{int(selesai)}"/>'
        '<w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="0"/></w15:commentsEx>'
    )
    rels = "word/_rels/document.xml.rels"
    relasi = f'<Relationship Id="rIdX" Type="{RELASI}" Target="commentsExtended.xml"/></Relationships>'
    return bagian | {
        nama: isi.encode(),
        "word/commentsExtended.xml": tambahan.encode(),
        rels: bagian[rels].replace(b"</Relationships>", relasi.encode()),
    }


def test_a_document_that_nobody_corrected_has_none():
    assert baca(dokumen()) == ()


def test_a_comment_has_its_words_the_words_it_is_about_and_the_headings_above_it():
    isi = dokumen()
    isi.add_comment(isi.paragraphs[2].runs, text="Dari mana angka ini?", author=SEKRETARIS)
    (satu,) = baca(isi)
    assert (satu.kind, satu.author, satu.said) == (Kind.COMMENT, SEKRETARIS, "Dari mana angka ini?")
    assert satu.quote == "Capaian indeks ini 80,40."
    assert satu.place == Place("Capaian indeks ini 80,40.", ("Sasaran 1", "3 Capaian"))
    assert (satu.done, satu.answers) == (False, ())
    assert satu.day is not None


def test_a_comment_in_a_table_is_placed_at_its_row_and_the_row_across_above_it():
    isi = dokumen()
    sel = isi.tables[0].cell(1, 1).paragraphs[0]
    isi.add_comment(sel.runs, text="Sebabnya?", author=SEKRETARIS)
    (satu,) = baca(isi)
    assert satu.quote == "Belum tercapai"
    assert satu.place == Place("TW I Belum tercapai", ("1.1 Indeks kepuasan", "Sasaran 1", "3 Capaian"))


def test_answers_stand_under_their_comment_and_are_no_corrections():
    isi = dokumen()
    for teks in ("Dari mana?", "Dari formulir"):
        isi.add_comment(isi.paragraphs[2].runs, text=teks, author=SEKRETARIS)
    (satu,) = baca(isi, berjawab)
    assert (satu.said, satu.answers, satu.done) == ("Dari mana?", ("Dari formulir",), False)
    (selesai,) = baca(isi, lambda bagian: berjawab(bagian, selesai=True))
    assert selesai.done


def test_answers_that_lead_round_in_a_circle_lose_nothing():
    isi = dokumen()
    for teks in ("Satu", "Dua"):
        isi.add_comment(isi.paragraphs[2].runs, text=teks, author=SEKRETARIS)
    semua = baca(isi, lambda bagian: berjawab(bagian, berputar=True))
    assert {kata for satu in semua for kata in (satu.said, *satu.answers)} == {"Satu", "Dua"}


def test_a_comment_whose_mark_is_gone_is_told_without_a_place():
    isi = dokumen()
    isi.add_comment(isi.paragraphs[2].runs, text="Hilang tempatnya", author=SEKRETARIS)

    def tanpa_tanda(bagian):
        utama = bagian["word/document.xml"].decode()
        return bagian | {"word/document.xml": re.sub(r"<w:comment\w+ [^>]*/>", "", utama).encode()}

    (satu,) = baca(isi, tanpa_tanda)
    assert (satu.said, satu.place) == ("Hilang tempatnya", None)


def test_the_program_s_own_comments_are_no_corrections():
    isi = dokumen()
    isi.add_comment(isi.paragraphs[2].runs, text="Angka berubah", author=PROGRAM_AUTHOR)
    assert baca(isi) == ()


@pytest.mark.parametrize(
    ("xml", "jenis", "kutipan", "saran"),
    [
        (lacak("ins", kata("sudah diperiksa")), Kind.INSERTED, "", "sudah diperiksa"),
        (lacak("del", kata("ini", "delText")), Kind.DELETED, "ini", ""),
        (lacak("moveTo", kata("Pindahan")), Kind.MOVED_HERE, "", "Pindahan"),
        (lacak("moveFrom", kata("Pindahan")), Kind.MOVED_AWAY, "Pindahan", ""),
        (
            lacak("ins", f"<w:sdt><w:sdtContent>{kata('di kotak')}</w:sdtContent></w:sdt>"),
            Kind.INSERTED,
            "",
            "di kotak",
        ),
        (lacak("ins", "<w:r><w:t>dua</w:t><w:tab/><w:t>kata</w:t></w:r>"), Kind.INSERTED, "", "dua kata"),
        (
            lacak("ins", "<w:r><w:t>titik</w:t><w:noBreakHyphen/><w:t>titik</w:t></w:r>"),
            Kind.INSERTED,
            "",
            "titik-titik",
        ),
        (lacak("ins", "<w:r><w:drawing/></w:r>"), Kind.INSERTED, "", PICTURE),
    ],
    ids=["inserted", "deleted", "moved here", "moved away", "in a control", "tab", "hyphen", "picture"],
)
def test_a_tracked_change_is_a_correction(xml, jenis, kutipan, saran):
    isi = dokumen()
    tambah(isi.paragraphs[2], xml)
    (satu,) = baca(isi)
    assert (satu.kind, satu.quote, satu.said, satu.day) == (jenis, kutipan, saran, date(2025, 4, 11))
    assert satu.place.above == ("Sasaran 1", "3 Capaian")


def test_the_block_of_a_change_is_as_it_was_before():
    isi = dokumen()
    for satu in (lacak("ins", kata(" baru")), lacak("del", kata(" lama", "delText"), nomor=2)):
        tambah(isi.paragraphs[2], satu)
    assert {satu.place.block for satu in baca(isi)} == {"Capaian indeks ini 80,40. lama"}


def test_words_put_in_the_place_of_others_are_one_correction():
    isi = dokumen()
    for satu in (lacak("del", kata("80,40", "delText")), lacak("ins", kata("81"), nomor=2), lacak("ins", kata(",5"))):
        tambah(isi.paragraphs[2], satu)
    (satu,) = baca(isi)
    assert (satu.kind, satu.quote, satu.said) == (Kind.REPLACED, "80,40", "81,5")


@pytest.mark.parametrize("di_antara", [kata(" dan "), ""], ids=["words between", "another person"])
def test_changes_apart_are_corrections_apart(di_antara):
    isi = dokumen()
    tambah(isi.paragraphs[2], lacak("del", kata("a", "delText")))
    if di_antara:
        tambah(isi.paragraphs[2], di_antara.replace("<w:r>", f"<w:r {nsdecls('w')}>"))
    tambah(isi.paragraphs[2], lacak("ins", kata("b"), oleh=SEKRETARIS if di_antara else "Kepala"))
    assert [satu.kind for satu in baca(isi)] == [Kind.DELETED, Kind.INSERTED]


def test_a_move_that_is_whole_is_told_once():
    isi = dokumen()
    tambah(isi.paragraphs[2], lacak("moveFrom", kata("Kalimat ini")))
    tambah(isi.paragraphs[-1], lacak("moveTo", kata("Kalimat ini")))
    assert [(satu.kind, satu.place.block) for satu in baca(isi)] == [(Kind.MOVED_HERE, "Penutup")]


def test_what_one_person_took_out_of_another_s_words_is_both():
    isi = dokumen()
    tambah(isi.paragraphs[2], lacak("ins", kata("tetap ") + lacak("del", kata("buang", "delText"), oleh="Kepala")))
    assert [(satu.kind, satu.author) for satu in baca(isi)] == [
        (Kind.INSERTED, SEKRETARIS),
        (Kind.DELETED, "Kepala"),
    ]


def test_a_change_in_a_cell_in_a_control_around_the_table_is_found():
    isi = dokumen()
    tambah(isi.tables[0].cell(1, 1).paragraphs[0], lacak("ins", kata("tetapi membaik")))
    badan, tabel = isi.element.body, isi.tables[0]._tbl
    letak = badan.index(tabel)
    bungkus = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent/></w:sdt>")
    bungkus[1].append(tabel)
    badan.insert(letak, bungkus)
    (satu,) = baca(isi)
    assert (satu.said, satu.place.above[0]) == ("tetapi membaik", "1.1 Indeks kepuasan")


def test_a_copy_that_other_programs_show_instead_is_not_told_twice():
    isi = dokumen()
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    satu = lacak("ins", kata("sekali"))
    dua = f"<mc:Choice>{satu}</mc:Choice><mc:Fallback>{satu}</mc:Fallback>"
    tambah(isi.paragraphs[2], f"<mc:AlternateContent {mc}>{dua}</mc:AlternateContent>")
    assert [satu.said for satu in baca(isi)] == ["sekali"]


def test_a_change_in_the_foot_of_the_page_is_found_without_headings():
    isi = dokumen()
    tambah(isi.sections[0].footer.paragraphs[0], lacak("ins", kata("kaki")))
    (satu,) = baca(isi)
    assert (satu.said, satu.place) == ("kaki", Place("", ()))


def test_a_mark_without_words_is_no_correction():
    isi = dokumen()
    tambah(isi.paragraphs[2], lacak("ins", "<w:r/>"))
    assert baca(isi) == ()


@pytest.mark.parametrize("teks", ["", "kemarin", "2025-13-01"])
def test_what_is_no_moment_is_no_day(teks):
    assert Correction(kind=Kind.COMMENT, author=SEKRETARIS, moment=teks).day is None


def test_the_sample_s_parts_stay_as_they_are():
    isi = dokumen()
    simpanan = io.BytesIO()
    isi.save(simpanan)
    bagian = open_docx(simpanan.getvalue(), "draf.docx")[0]
    corrections(bagian)
    assert dict(bagian) == {nama: zipfile.ZipFile(simpanan).read(nama) for nama in bagian}
