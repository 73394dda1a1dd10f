"""The short list of changes beside a draft."""

import io

import docx
import pytest
from draf_uji import AWAL, KINI, draf, ganti, sunting
from gambar_uji import png

from bantu_hakim import cacat
from lakip_gen.word.carry.change_list import ChangeList, changed_claims, write_change_list
from lakip_gen.word.carry.texts import Reader
from lakip_gen.word.package.opc import open_docx

SEMUA = ChangeList(
    title="Perubahan pada draf-02",
    subtitle="Dibandingkan dengan draf-01.",
    figures=[("I1 realisasi", "45,20", "47,10", "formulir.xlsx")],
    sentences=[("Target tercapai.", "Target belum tercapai.")],
    left=["Tulisan <tangan> & lain."],
    added=["Indikator baru.", "x" * 300],
)


def test_it_tells_figures_sentences_and_what_was_left_behind():
    dokumen = docx.Document(io.BytesIO(write_change_list(SEMUA)))
    assert [sel.text for sel in dokumen.tables[0].rows[1].cells] == ["I1 realisasi", "45,20", "47,10", "formulir.xlsx"]
    teks = [p.text for p in dokumen.paragraphs]
    assert {"Dulu: Target tercapai.", "Sekarang: Target belum tercapai.", "Tulisan <tangan> & lain."} <= set(teks)
    assert teks[-2:] == ["Indikator baru.", "x" * 200 + "…"]


def test_it_says_so_where_nothing_changed():
    teks = [
        p.text for p in docx.Document(io.BytesIO(write_change_list(ChangeList(title="a", subtitle="b")))).paragraphs
    ]
    assert teks == ["a", "b", "Tidak ada angka atau kalimat yang berubah."]


def test_a_number_alone_changes_no_claim():
    assert list(changed_claims(Reader(draf(AWAL)), Reader(draf(KINI)))) == []


def test_another_word_does():
    kini = sunting(draf(KINI), ganti("Penjelasan I1", "Penjelasan I1 belum disampaikan oleh bidang I1."))
    assert list(changed_claims(Reader(draf(AWAL)), Reader(kini))) == [
        ("Penjelasan I1 disampaikan oleh bidang I1.", "Penjelasan I1 belum disampaikan oleh bidang I1.")
    ]


def test_another_picture_is_no_sentence(tmp_path):
    def berparaf(isi):
        dokumen = docx.Document()
        dokumen.add_paragraph("Diparaf oleh Kepala Dinas ").add_run().add_picture(io.BytesIO(isi))
        dokumen.save(tmp_path / "a.docx")
        return Reader(open_docx((tmp_path / "a.docx").read_bytes())[0])

    assert list(changed_claims(berparaf(png(9, 9)), berparaf(png(8, 9)))) == []


@pytest.mark.hakim
def test_the_validator_of_the_open_xml_sdk_finds_nothing_in_it(tmp_path):
    berkas = tmp_path / "perubahan.docx"
    berkas.write_bytes(write_change_list(SEMUA))
    assert cacat(berkas) == []
