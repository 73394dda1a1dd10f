"""Whatever somebody does to a draft, each run he typed is in the next one or in the list, and stands there once."""

import copy
from collections import Counter

from docx.oxml.ns import qn
from draf_uji import AWAL, KINI, bagian, buka, draf, isi_teks, lanjut, tanpa_jangkar
from hypothesis import given
from hypothesis import strategies as st

from lakip_gen.ooxml.writer import write_container
from lakip_gen.word.package.opc import open_docx
from lakip_gen.word.tags.place import Place
from lakip_gen.word.template.integrity import check_links

KODE = [f"KATA{nomor:02d}" for nomor in range(40)]
LANGKAH = st.tuples(
    st.sampled_from(
        ["tambah", "ganti", "sambung", "hapus", "pindah", "salin", "sel", "baris", "buang baris", "kontrol"]
    ),
    st.integers(0, 30),
    st.integers(0, 30),
)
ANGKA = st.dictionaries(
    st.sampled_from(["I0", "I1", "I1B", "I2", "I3", "I9"]),
    st.sampled_from(["45,20", "61,00", "70,15", "99,99", "0,00"]),
    min_size=1,
)


def jalankan(dokumen, langkah, kata):
    """Do one thing to a document."""
    nama, satu, dua = langkah
    paragraf = dokumen.paragraphs
    if nama in PADA_PARAGRAF:
        PADA_PARAGRAF[nama](paragraf[satu % len(paragraf)], paragraf[dua % len(paragraf)], kata)
    elif dokumen.tables and dokumen.tables[0].rows:
        pada_tabel(dokumen.tables[0], langkah, kata)


def tambah(ini, _itu, kata):
    baru = copy.deepcopy(ini._p)
    for anak in [satu for satu in baru if satu.tag != qn("w:pPr")]:
        baru.remove(anak)
    ini._p.addnext(baru)
    type(ini)(baru, ini._parent).add_run(kata)


def ganti(ini, _itu, kata):
    for run in ini.runs:
        run._r.getparent().remove(run._r)
    ini.add_run(f" {kata}")


def hapus(ini, itu, _kata):
    if ini._p is not itu._p:
        ini._p.getparent().remove(ini._p)


def pindah(ini, itu, _kata):
    if ini._p is not itu._p:
        itu._p.addnext(ini._p)


def kontrol(ini, _itu, _kata):
    luar, isi = (ini._p.makeelement(qn(tag), {}) for tag in ("w:sdt", "w:sdtContent"))
    ini._p.addprevious(luar)
    luar.append(isi)
    isi.append(ini._p)


PADA_PARAGRAF = {
    "tambah": tambah,
    "ganti": ganti,
    "sambung": lambda ini, _itu, kata: ini.add_run(f" {kata}"),
    "hapus": hapus,
    "pindah": pindah,
    "salin": lambda ini, itu, _kata: itu._p.addnext(copy.deepcopy(ini._p)),
    "kontrol": kontrol,
}


def pada_tabel(tabel, langkah, kata):
    nama, satu, dua = langkah
    ini, itu = (tabel.rows[nomor % len(tabel.rows)]._tr for nomor in (satu, dua))
    if nama == "sel":
        tabel.cell(satu % len(tabel.rows), dua % 3).paragraphs[0].add_run(f" {kata}")
    elif nama == "baris":
        baris = copy.deepcopy(ini)
        itu.addnext(baris)
        for teks in list(baris.iter(qn("w:t"))):
            teks.text = kata
    elif ini is not itu:
        ini.getparent().remove(ini)


@given(st.lists(LANGKAH, max_size=10), ANGKA, st.booleans())
def test_no_word_is_lost_and_none_is_doubled(daftar_langkah, angka, tanpa):
    dokumen = buka(draf(AWAL))
    for nomor, langkah in enumerate(daftar_langkah):
        jalankan(dokumen, langkah, KODE[nomor])
    disunting = tanpa_jangkar(bagian(dokumen)) if tanpa else bagian(dokumen)
    jadi, hilang = lanjut(disunting, angka)
    sebelum, sesudah = (" ".join(isi_teks(parts)) for parts in (disunting, jadi.parts))
    for kode in KODE:
        ada = sesudah.count(kode)
        assert ada == sebelum.count(kode) or (ada == 0 and kode in " ".join(hilang)), kode
    terbuka, temuan = open_docx(write_container(jadi.parts))
    assert terbuka is not None, temuan
    assert check_links(terbuka, Place("draf.docx")) == ()
    assert_no_id_is_twice(jadi.parts)


def assert_no_id_is_twice(parts):
    badan = buka(parts).element.body
    for tag, kunci in (("w:bookmarkStart", "w:id"), ("w:bookmarkStart", "w:name"), ("w:commentRangeStart", "w:id")):
        nilai = Counter(tanda.get(qn(kunci)) for tanda in badan.iter(qn(tag)))
        assert [satu for satu, banyak in nilai.items() if banyak > 1] == [], tag


@given(ANGKA)
def test_an_untouched_document_comes_out_saying_what_the_template_says(angka):
    jadi, hilang = lanjut(draf(AWAL), angka)
    assert (isi_teks(jadi.parts), hilang) == (isi_teks(draf(angka)), ())


def test_the_same_edits_give_the_same_bytes():
    dokumen = buka(draf(AWAL))
    jalankan(dokumen, ("tambah", 3, 0), KODE[0])
    disunting = bagian(dokumen)
    satu, dua = (write_container(lanjut(disunting, KINI)[0].parts) for _ in range(2))
    assert satu == dua
