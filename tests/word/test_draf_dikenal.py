"""A draft is known by what it holds: its blocks by hidden bookmarks, what they were made as by a part of its own."""

import io

import docx
import pytest
from rakitan import bagian, paragraf, tabel

from lakip_gen.domain.periode import Periode
from lakip_gen.word.carry.base import Base, is_as_written, read_base, sealed, with_base, without_base
from lakip_gen.word.carry.blocks import blocks_of
from lakip_gen.word.carry.texts import Reader, masked
from lakip_gen.word.package.opc import open_docx

TW1 = Periode.parse("2025-TW1")
LABEL = Base(stem="laporan", number=3, program="1", template="t")


def berdasar(naskah, **lain):
    return sealed(with_base(bagian(naskah, **lain), LABEL))


def test_every_block_has_one_anchor_and_one_line_in_the_base():
    parts = berdasar(paragraf("Pendahuluan") + tabel([paragraf("a"), paragraf("b")]) + paragraf("Penutup"))
    dasar = read_base(parts)
    assert [one.number for one in dasar.blocks] == [1, 2, 3, 4]
    assert [one.anchors for one in blocks_of(Reader(parts))] == [(1,), (2,), (3,), (4,)]
    assert (dasar.stem, dasar.number, dasar.program, dasar.template) == ("laporan", 3, "1", "t")


def test_the_base_holds_numbers_and_no_sentence():
    parts = berdasar(paragraf("Realisasi 45,20 persen"))
    assert b"45,20" in parts["customXml/item1.xml"]
    assert b"Realisasi" not in parts["customXml/item1.xml"]


def test_the_same_words_have_the_same_fingerprint_however_they_are_cut():
    satu, dua = (
        Reader(bagian(naskah))
        for naskah in (
            paragraf("Realisasi 45,20"),
            '<w:p><w:r><w:t>Reali</w:t></w:r><w:r><w:t xml:space="preserve">sasi  45,20</w:t></w:r></w:p>',
        )
    )
    assert satu.prints(satu.body) == dua.prints(dua.body)


def test_what_a_tracked_change_took_out_is_gone_and_what_it_put_in_is_there():
    reader = Reader(
        bagian(
            "<w:p><w:r><w:t>Tetap</w:t></w:r><w:del><w:r><w:delText> lama</w:delText></w:r></w:del>"
            "<w:ins><w:r><w:t> baru</w:t></w:r></w:ins></w:p>"
        )
    )
    assert reader.words(reader.body)[:2] == ("Tetap", "baru")


def test_what_a_field_shows_is_nobodys_words():
    def isi(nomor):
        reader = Reader(
            bagian(f'<w:p><w:fldSimple w:instr=" SEQ Tabel "><w:r><w:t>{nomor}</w:t></w:r></w:fldSimple></w:p>')
        )
        return reader.prints(reader.body)

    assert isi("1") == isi("7")


def test_for_people_dots_stand_for_what_a_field_shows():
    field = '<w:fldSimple w:instr=" REF t "><w:r><w:t>Tabel 7</w:t></w:r></w:fldSimple>'
    reader = Reader(bagian(f"<w:p><w:r><w:t>pada</w:t></w:r>{field}<w:r><w:t>.</w:t></w:r></w:p>"))
    assert reader.text(reader.body) == "pada … ."


def test_numbers_are_masked_and_words_are_not():
    reader = Reader(bagian(paragraf("Naik 45,20")))
    prints = reader.prints(reader.body)
    assert masked(prints)[1] == "#"
    assert masked(prints)[0] == prints[0]


def test_a_saved_change_of_one_letter_breaks_the_seal():
    parts = berdasar(paragraf("Pendahuluan"))
    dasar = read_base(parts)
    assert is_as_written(parts, dasar)
    lain = {**parts, "word/document.xml": parts["word/document.xml"].replace(b"Pendahuluan", b"Pendahuluam")}
    assert not is_as_written(lain, read_base(lain))


def test_the_finished_document_keeps_neither_base_nor_anchors():
    semula = bagian(paragraf("Pendahuluan") + paragraf("Penutup"))
    jadi = without_base(sealed(with_base(semula, LABEL)))
    assert read_base(jadi) is None
    assert set(jadi) == set(semula)
    assert b"_Lakip" not in jadi["word/document.xml"]


def test_a_note_for_whoever_edits_it_stands_in_a_draft_and_not_in_the_finished_document():
    parts = berdasar(paragraf("Pendahuluan"))
    assert b"hilang ketika laporan disahkan" in parts["word/document.xml"]
    assert b"hilang ketika laporan disahkan" not in without_base(parts)["word/document.xml"]
    assert b"Pendahuluan" in without_base(parts)["word/document.xml"]


def test_a_document_without_a_base_stays_as_it_is():
    parts = bagian(paragraf("Pendahuluan"))
    assert without_base(parts) is parts
    assert sealed(parts) is parts


@pytest.mark.parametrize("isi", [b"", b"<rusak urn:lakip-gen:draf", b'<draf xmlns="urn:lakip-gen:draf" versi="9"/>'])
def test_a_broken_base_is_no_base(isi):
    assert read_base({**bagian(paragraf("a")), "customXml/item1.xml": isi}) is None


def test_the_parts_of_the_customer_stay_where_they_are():
    milik = {**bagian(paragraf("a")), "customXml/item1.xml": b"<milik/>"}
    parts = with_base(milik, LABEL)
    assert parts["customXml/item1.xml"] == b"<milik/>"
    assert read_base(parts).number == LABEL.number


def test_a_contents_list_is_one_block_whatever_it_shows():
    def daftar(*judul):
        baris = "".join(f"<w:p><w:r><w:t>{satu}</w:t></w:r></w:p>" for satu in judul)
        return (
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r></w:p>'
            f'{baris}<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        )

    satu, dua = (blocks_of(Reader(bagian(daftar(*judul) + paragraf("Bab")))) for judul in (("A",), ("B", "C")))
    assert [one.words for one in satu] == [one.words for one in dua]


def test_every_draft_of_the_sample_is_known_by_its_base(tersusun_asli):
    for periode, nomor in (("2025-TW1", 1), ("2025", 1)):
        berkas = next(tersusun_asli.output(Periode.parse(periode)).glob("*-draf-01.docx"))
        parts, _ = open_docx(berkas.read_bytes())
        dasar = read_base(parts)
        assert (dasar.stem, dasar.number) == (f"laporan-kinerja-{periode}", nomor)
        assert is_as_written(parts, dasar)
        reader = Reader(parts)
        assert [one.words for one in blocks_of(reader)] == [one.words for one in dasar.blocks]
        assert [one.anchors for one in blocks_of(reader)] == [(one.number,) for one in dasar.blocks]


def test_what_a_block_says_stays_the_same_when_another_program_saves_it(tersusun_asli):
    berkas = next(tersusun_asli.output(TW1).glob("*-draf-01.docx"))
    dokumen, aliran = docx.Document(str(berkas)), io.BytesIO()
    dokumen.save(aliran)
    parts, _ = open_docx(aliran.getvalue())
    dasar = read_base(parts)
    assert [one.words for one in blocks_of(Reader(parts))] == [one.words for one in dasar.blocks]
    assert not is_as_written(parts, dasar)
