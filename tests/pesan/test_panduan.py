"""The guides of the roles say the same in the documentation and in the working folder, printed and on a screen."""

import io
import re
from html import unescape

import docx
import pytest

from lakip_gen.alur.panduan import panduan
from lakip_gen.door.docs_guide import guide_page
from lakip_gen.door.markdown import plain
from lakip_gen.pesan.panduan import PERAN, gambar_panduan, panduan_untuk
from lakip_gen.storage.workspace import Workspace


@pytest.mark.parametrize("peran", PERAN)
def test_every_part_says_something(peran):
    assert all(satu.isi or satu.butir or satu.tabel or satu.gambar for satu in panduan_untuk(peran).daftar_bagian)


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


def test_the_guide_of_the_sekretaris_shows_small_pictures_in_each_file(tmp_path):
    daftar = [butir for bagian in panduan_untuk("sekretaris").daftar_bagian for butir in bagian.gambar]
    assert len(daftar) == 4
    assert sum(len(gambar_panduan(nama)) for nama, _ in daftar) < 150_000
    berkas = {letak.name: isi for letak, isi in panduan(Workspace(tmp_path)).items() if letak.stem == "sekretaris"}
    dokumen = docx.Document(io.BytesIO(berkas["sekretaris.docx"]))
    assert [gambar._inline.docPr.get("name") for gambar in dokumen.inline_shapes] == [nama for nama, _ in daftar]
    assert berkas["sekretaris.html"].count(b'src="data:image/png;base64,') == len(daftar)
    halaman = guide_page("sekretaris")
    assert all(nama in halaman and perihal in halaman for nama, perihal in daftar)
