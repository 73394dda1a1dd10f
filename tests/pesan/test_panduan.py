"""The guide for the Sekretaris says the same in the documentation and in the working folder."""

import io

import docx

from lakip_gen.alur.panduan import panduan
from lakip_gen.door.docs_guide import guide_page
from lakip_gen.door.markdown import plain
from lakip_gen.pesan.panduan import panduan_sekretaris
from lakip_gen.storage.workspace import Workspace


def test_every_part_says_something():
    assert all(satu.isi or satu.butir or satu.tabel for satu in panduan_sekretaris().daftar_bagian)


def test_the_word_file_and_the_page_hold_every_sentence(tmp_path):
    ((_, isi),) = panduan(Workspace(tmp_path)).items()
    dokumen = docx.Document(io.BytesIO(isi))
    sel = [satu.text for tabel in dokumen.tables for baris in tabel.rows for satu in baris.cells]
    tertulis = {*(p.text.removeprefix("•  ") for p in dokumen.paragraphs), *sel}
    satu = panduan_sekretaris()
    semua = {satu.pembuka, *(kata for bagian in satu.daftar_bagian for kata in (*bagian.isi, *bagian.butir))}
    semua |= {kata for bagian in satu.daftar_bagian for baris in bagian.tabel for kata in baris}
    assert semua <= tertulis
    assert all(plain(kata) in guide_page() for kata in semua)
