"""The guides of the roles say the same in the documentation and in the working folder, printed and on a screen."""

import io
import re
from html import unescape

import docx
import pytest

from lakip_gen.alur.panduan import panduan
from lakip_gen.door.docs_guide import guide_page
from lakip_gen.door.markdown import plain
from lakip_gen.pesan.panduan import PERAN, panduan_untuk
from lakip_gen.storage.workspace import Workspace


@pytest.mark.parametrize("peran", PERAN)
def test_every_part_says_something(peran):
    assert all(satu.isi or satu.butir or satu.tabel for satu in panduan_untuk(peran).daftar_bagian)


@pytest.mark.parametrize("peran", PERAN)
def test_the_files_and_the_page_hold_every_sentence(tmp_path, peran):
    ruang = Workspace(tmp_path)
    berkas = panduan(ruang)
    dokumen = docx.Document(io.BytesIO(berkas[ruang.guides / f"{peran}.docx"]))
    sel = [satu.text for tabel in dokumen.tables for baris in tabel.rows for satu in baris.cells]
    tertulis = {*(p.text.removeprefix("•  ") for p in dokumen.paragraphs), *sel}
    satu = panduan_untuk(peran)
    semua = {satu.pembuka, *(kata for bagian in satu.daftar_bagian for kata in (*bagian.isi, *bagian.butir))}
    semua |= {kata for bagian in satu.daftar_bagian for baris in bagian.tabel for kata in baris}
    assert semua <= tertulis
    assert all(plain(kata) in guide_page(peran) for kata in semua)
    halaman = unescape(re.sub(r"<[^>]+>", "", berkas[ruang.guides / f"{peran}.html"].decode()))
    assert [kata for kata in semua if kata not in halaman] == []


def test_the_guide_of_a_unit_is_one_page():
    satu = panduan_untuk("unit")
    kata = [satu.pembuka, *(kata for bagian in satu.daftar_bagian for kata in (*bagian.isi, *bagian.butir))]
    assert sum(map(len, kata)) < 2_200
