import re
from html.parser import HTMLParser

import pytest

from bantu_rekap import DAFTAR_TEMUAN, SERANGAN, daftar_status, kiriman, rekap, rekap_kosong, rekap_serangan, terbaca
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.temuan import Asal
from lakip_gen.html.results import render_check_results, render_results

TANPA_PENUTUP = {"meta", "br", "hr"}


class Pembaca(HTMLParser):
    """Reads a page: its visible text, its tags, and whether every tag is closed in turn."""

    def __init__(self, halaman):
        super().__init__()
        self.teks, self.tag, self.tumpukan, self.atribut = "", [], [], []
        self.feed(halaman.decode())
        self.close()
        assert not self.tumpukan

    def handle_starttag(self, tag, attrs):
        self.tag.append(tag)
        self.atribut.append(dict(attrs))
        if tag not in TANPA_PENUTUP:
            self.tumpukan.append(tag)

    def handle_endtag(self, tag):
        assert self.tumpukan.pop() == tag

    def handle_data(self, data):
        if "style" not in self.tumpukan:
            self.teks += data


@pytest.fixture(scope="module")
def halaman():
    return render_results(rekap(), DAFTAR_TEMUAN)


def test_the_page_stands_alone_and_has_no_script(halaman):
    isi = halaman.decode()
    tag = Pembaca(halaman).tag
    assert '<html lang="id">' in isi
    assert "content=\"default-src 'none'; style-src 'unsafe-inline'\"" in isi
    assert not {"script", "link", "img", "iframe", "form"} & set(tag)
    assert not re.search(r"https?:|url\(|@import", isi)


def test_every_link_leads_to_a_place_on_the_page(halaman):
    atribut = Pembaca(halaman).atribut
    tujuan = {satu["href"] for satu in atribut if "href" in satu}
    assert tujuan
    assert tujuan == {f"#{satu['id']}" for satu in atribut if "id" in satu}


def test_every_unit_has_its_counts_and_its_block(halaman):
    pembaca = Pembaca(halaman)
    assert "Ada 3 galat, 1 peringatan, 1 info." in pembaca.teks
    assert pembaca.tag.count("section") == 3
    assert "✓ diterima: TW I; ○ belum masuk: TW II" in pembaca.teks


def test_the_same_finding_is_one_block_with_all_its_cells(halaman):
    pembaca = Pembaca(halaman)
    assert pembaca.tag.count("li") == 4
    assert "lembar Indikator, sel F9, F12" in pembaca.teks
    assert "(2 tempat)" in pembaca.teks
    assert pembaca.teks.count("Pesan angka-mendua.") == pembaca.teks.count("Perbaikan angka-mendua.") == 1


def test_a_level_is_told_by_a_word_and_a_mark(halaman):
    teks = Pembaca(halaman).teks
    assert all(kata in teks for kata in ("✗ galat", "! peringatan", "i info"))


def test_a_unit_without_findings_is_named_all_the_same():
    status = daftar_status(kiriman(), Periode.parse("2025-TW1"))
    teks = Pembaca(render_check_results("Dinas Contoh", "Triwulan I Tahun 2025", status, ())).teks
    assert teks.count("Tidak ada temuan.") == 3
    assert "Bidang U2" in teks


def test_that_there_are_no_units_and_no_findings_is_said():
    teks = Pembaca(render_results(rekap_kosong(), ())).teks
    assert "Tidak ada temuan." in teks
    assert "Tidak ada unit yang diperiksa." in teks


def test_the_same_content_gives_the_same_bytes(halaman):
    assert render_results(rekap(), DAFTAR_TEMUAN) == halaman


@pytest.mark.parametrize("serangan", [*SERANGAN, '"><img src=x onerror=alert(1)>', "{% raw %}", "&amp;"])
def test_a_dangerous_text_is_shown_as_it_was_typed(serangan):
    temuan = terbaca(
        pesan=serangan, perbaikan=serangan, judul=serangan, unit=serangan, asal=Asal(serangan, serangan, "A1")
    )
    halaman = render_results(rekap_serangan(), (temuan,))
    pembaca = Pembaca(halaman)
    assert pembaca.teks.count(serangan) >= 5
    assert not {"script", "img"} & set(pembaca.tag)
    assert "49" not in pembaca.teks


def test_characters_that_cannot_be_written_are_left_out():
    halaman = render_check_results("", "formulir.xlsx", (), (terbaca(pesan="a\ud800b\x00c"),))
    assert "abc" in Pembaca(halaman).teks


def test_no_pejabat_is_named(halaman):
    teks = Pembaca(halaman).teks
    assert "Seseorang" not in teks
    assert "NIP" not in teks
