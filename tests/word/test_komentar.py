"""The annotated copy of a template: a comment at each fault, and nothing else changed."""

from __future__ import annotations

import io

import docx
import pytest
from pandangan_uji import Laporan
from rakitan import NS, akar, baca, buka, dokumen, kotak
from test_templat_rusak import KASUS, rusakkan

from lakip_gen.laporan.pandangan import LaporanPandangan
from lakip_gen.pesan.katalog import jelaskan
from lakip_gen.word.inspect.check import check_template
from lakip_gen.word.inspect.comments import add_comments
from lakip_gen.word.template.open import open_template

W = f"{{{NS['w']}}}"
NAMA = "templat.docx"


def diperiksa(isi: bytes, konteks: type = Laporan) -> bytes:
    templat, _ = open_template(isi, NAMA)
    assert templat is not None
    salinan = add_comments(isi, NAMA, [jelaskan(satu) for satu in check_template(templat, konteks)])
    assert salinan is not None
    return salinan


def komentar(isi: bytes) -> dict[str, str]:
    """Return the comments by id, as Word would show them."""
    if "word/comments.xml" not in buka(isi):
        return {}
    return {
        satu.get(f"{W}id", ""): "\n".join("".join(p.itertext()) for p in satu.iter(f"{W}p"))
        for satu in akar(isi, "word/comments.xml")
    }


def tertunjuk(isi: bytes) -> dict[str, str]:
    """Return the text that each comment is about, by its id."""
    hasil: dict[str, str] = {}
    terbuka: set[str] = set()
    for element in akar(isi).iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}t"):
        nomor = element.get(f"{W}id", "")
        if element.tag == f"{W}commentRangeStart":
            terbuka.add(nomor)
            hasil[nomor] = ""
        elif element.tag == f"{W}commentRangeEnd":
            terbuka.remove(nomor)
        else:
            hasil |= {satu: hasil[satu] + (element.text or "") for satu in terbuka}
    assert not terbuka
    return hasil


def test_a_comment_stands_at_the_runs_of_its_tag_and_says_what_is_wrong_and_how_to_mend_it():
    isi = diperiksa(dokumen("awal ¦{{ jd¦ul }}¦ akhir\n| a | {{ thun }} |"))
    assert tertunjuk(isi) == {"0": "{{ jdul }}", "1": "{{ thun }}"}
    assert komentar(isi)["0"].splitlines() == [
        "Galat: Nama tidak dikenal",
        "Nama “jdul” tidak dikenal.",
        (
            "Perbaikan: Ganti “jdul” dengan nama yang ada, misalnya: judul. Semua nama ditulis oleh "
            "lakip-gen templat variabel."
        ),
    ]


def test_every_comment_is_referred_to_once_and_is_within_word_rules():
    isi = diperiksa(dokumen("{{ jdul }} {{ x1 }}\n{{ tahun\n| {%tr if ada %} |"))
    nomor = [satu.get(f"{W}id") for satu in akar(isi).iter(f"{W}commentReference")]
    assert sorted(nomor) == sorted(komentar(isi)) == sorted(tertunjuk(isi))
    assert len(docx.Document(io.BytesIO(isi)).comments) == len(nomor) == 4


@pytest.mark.parametrize("bagian", ["kepala", "kaki", "catatan"])
def test_a_fault_where_word_allows_no_comment_is_told_at_the_beginning_with_its_place(bagian):
    isi = diperiksa(dokumen("pertama\nkedua", **{bagian: "x {{ jdul }}"}))
    assert tertunjuk(isi) == {"0": "pertama"}
    letak = {"kepala": "kepala halaman", "kaki": "kaki halaman", "catatan": "catatan kaki, nomor 2"}[bagian]
    assert f"Letak: {letak}, paragraf 1." in komentar(isi)["0"]


def test_a_fault_in_a_text_box_is_told_at_the_paragraph_that_holds_it():
    isi = diperiksa(dokumen("pertama\n" + kotak("{{ jdul }}") + "\nakhir"))
    kotak_teks = akar(isi).findall(".//w:txbxContent", NS)
    assert not [satu for satu in kotak_teks if satu.findall(".//w:commentRangeStart", NS)]
    assert "kotak teks" in komentar(isi)["0"]


def test_everything_else_stays_byte_for_byte_and_the_text_stays_the_same():
    asal = dokumen("# Judul\n{{ jdul }} x\n| a | {{ thun }} |", kepala="{{ x1 }}")
    isi = diperiksa(asal)
    lama, baru = buka(asal), buka(isi)
    berubah = {nama for nama in lama if lama[nama] != baru[nama]}
    assert berubah == {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    assert set(baru) - set(lama) == {"word/comments.xml"}
    assert baca(isi) == baca(asal)


def test_comments_that_are_there_already_stay():
    dok = docx.Document()
    paragraf = dok.add_paragraph("{{ jdul }}")
    dok.add_comment(paragraf.runs[0], "catatan lama", author="Ani")
    aliran = io.BytesIO()
    dok.save(aliran)
    isi = diperiksa(aliran.getvalue())
    daftar = list(docx.Document(io.BytesIO(isi)).comments)
    assert [satu.author for satu in daftar] == ["Ani", "lakip-gen"]
    assert len({satu.comment_id for satu in daftar}) == 2


def test_what_is_no_word_document_gets_no_copy():
    assert add_comments(b"%PDF-1.7", NAMA, []) is None


def test_the_copy_is_the_same_bytes_every_time():
    assert diperiksa(dokumen("{{ jdul }}")) == diperiksa(dokumen("{{ jdul }}"))


@pytest.mark.one_in(5)
@pytest.mark.parametrize(("jenis", "nomor"), KASUS)
def test_each_fault_of_the_broken_templates_has_its_comment_near_its_text(jenis, nomor):
    teks, bagian, _, _ = rusakkan(jenis, nomor)
    asal = dokumen(teks, **bagian)
    templat, _ = open_template(asal, NAMA)
    assert templat is not None
    daftar_temuan = check_template(templat, LaporanPandangan)
    isi = diperiksa(asal, LaporanPandangan)
    assert len(komentar(isi)) == len(daftar_temuan)
    for nomor_komentar, satu in enumerate(daftar_temuan):
        if satu.asal.lembar.startswith("isi dokumen") and "kotak teks" not in satu.asal.lembar:
            assert satu.nilai.removesuffix("…") in tertunjuk(isi)[str(nomor_komentar)]
