"""The finished reports as paper, at 6 indicators and at 120: LibreOffice lays them out, the pages are looked at."""

import re
from collections import Counter
from itertools import pairwise

import pytest
from docx.oxml.ns import qn

from bantu_halaman import RENGGANG, SEBARIS, cetak, gaya_paragraf, kata_pendek, teks_paragraf
from lakip_gen.pesan.bahasa import romawi
from lakip_gen.storage.pdf import convert_to_pdf, count_pages

pytestmark = pytest.mark.libreoffice

HALAMAN = {
    ("kecamatan", "2025-TW2"): (5, 9),
    ("kecamatan", "2025-S1"): (6, 12),
    ("kecamatan", "2025"): (15, 30),
    ("contoh", "2025-TW2"): (10, 26),
    ("contoh", "2025-S1"): (14, 40),
    ("contoh", "2025"): (60, 95),
    ("dinas", "2025-TW2"): (50, 100),
    ("dinas", "2025-S1"): (80, 160),
    ("dinas", "2025"): (250, 450),
}
"""How many pages each report may have."""
SEGERA = {("kecamatan", "2025-TW2")}
"""What is quick enough to be looked at in every run."""
PEMBUKA = 4
"""So many words tell a paragraph from others."""
JUDUL_TABEL, JUDUL_GAMBAR = "Caption", "CaptionGambar"


def daftar_kasus(*, setahun=False):
    for kunci in HALAMAN:
        if not setahun or kunci[1] == "2025":
            tanda = () if kunci in SEGERA else pytest.mark.lengkap
            yield pytest.param(kunci, id="-".join(kunci), marks=tanda)


@pytest.fixture(scope="module")
def cetakan(instansi_uji, tmp_path_factory):
    """Return a function that gives an agency's report as paper; each is laid out once."""
    siap = {}

    def ambil(kunci):
        if kunci not in siap:
            isi = instansi_uji.susun(*kunci).isi
            pdf, daftar_temuan = convert_to_pdf(isi, "draf.docx")
            assert daftar_temuan == ()
            siap[kunci] = cetak(isi, pdf, tmp_path_factory.mktemp("cetak"))
        return siap[kunci]

    return ambil


setiap_laporan = pytest.mark.parametrize("kunci", list(daftar_kasus()))
setiap_tahunan = pytest.mark.parametrize("kunci", list(daftar_kasus(setahun=True)))


@pytest.mark.lengkap
@setiap_laporan
def test_the_report_has_as_many_pages_as_its_agency_needs(kunci, cetakan):
    jumlah = len(cetakan(kunci).daftar_halaman)
    sedikit, banyak = HALAMAN[kunci]
    assert sedikit <= jumlah <= banyak
    assert jumlah == count_pages(cetakan(kunci).pdf)


@pytest.mark.lengkap
@setiap_laporan
def test_no_page_is_blank(kunci, cetakan):
    satu = cetakan(kunci)
    for halaman in satu.daftar_halaman:
        k = halaman.kertas(satu.daftar_kertas)
        assert halaman.isi, halaman.lembar + 1
        assert halaman.bertinta(k.kiri, k.atas, k.lebar - k.kanan, k.tinggi - k.bawah), halaman.lembar + 1


@pytest.mark.lengkap
@setiap_laporan
def test_every_page_but_the_cover_of_the_year_is_numbered(kunci, cetakan):
    nomor = [halaman.nomor for halaman in cetakan(kunci).daftar_halaman]
    if kunci[1] == "2025":
        sampul, *nomor = nomor
        assert sampul == ""
        depan = [satu for satu in nomor if not satu.isdigit()]
        assert depan == [romawi(n).lower() for n in range(1, len(depan) + 1)]
        nomor = nomor[len(depan) :]
    assert nomor == [str(n) for n in range(1, len(nomor) + 1)]


@setiap_laporan
def test_every_footer_is_one_line(kunci, cetakan):
    daftar = [halaman for halaman in cetakan(kunci).daftar_halaman if halaman.kaki]
    tinggi = {h.lembar + 1: max(k.bawah for k in h.kaki) - min(k.bawah for k in h.kaki) for h in daftar}
    assert {lembar: beda for lembar, beda in tinggi.items() if beda > SEBARIS} == {}


@setiap_laporan
def test_no_word_stands_outside_the_margins(kunci, cetakan):
    satu = cetakan(kunci)
    luar = []
    for halaman in satu.daftar_halaman:
        k = halaman.kertas(satu.daftar_kertas)
        batas = k.kiri - RENGGANG, k.atas - RENGGANG, k.lebar - k.kanan + RENGGANG, k.tinggi - k.bawah + RENGGANG
        luar += [
            (halaman.lembar + 1, kata)
            for kata in halaman.isi
            # above the first page a note for who edits it stands in the margin
            if (halaman.lembar or kata.bawah > batas[1])
            and (kata.kiri < batas[0] or kata.atas < batas[1] or kata.kanan > batas[2] or kata.bawah > batas[3])
        ]
    assert luar == []


@setiap_laporan
def test_no_ink_stands_outside_the_margins(kunci, cetakan):
    satu = cetakan(kunci)
    luar = []
    for halaman in satu.daftar_halaman:
        k = halaman.kertas(satu.daftar_kertas)
        lebar, tinggi = halaman.lebar, halaman.tinggi
        tepi = {
            "kiri": (0, 0, k.kiri - 4, tinggi),
            "kanan": (lebar - k.kanan + 4, 0, lebar, tinggi),
            "atas": (0, 0, lebar, k.atas - 4 if halaman.lembar else 0),
            "bawah": (0, max((kata.bawah for kata in halaman.kaki), default=tinggi - k.bawah) + 4, lebar, tinggi),
        }
        luar += [(halaman.lembar + 1, sisi) for sisi, kotak in tepi.items() if halaman.bertinta(*kotak)]
    assert luar == []


@setiap_laporan
def test_no_word_and_no_figure_is_broken_in_two_and_none_is_lost(kunci, cetakan):
    satu = cetakan(kunci)
    tertulis = [
        kata
        for paragraf in satu.dokumen.element.body.iter(qn("w:p"))
        if not gaya_paragraf(paragraf).startswith(("TOC", "TableofFigures"))
        for kata in teks_paragraf(paragraf).split()
    ]
    tercetak = [kata.teks for halaman in satu.daftar_halaman for kata in halaman.isi]
    assert kata_pendek(tertulis) - kata_pendek(tercetak) == Counter()


@setiap_laporan
def test_no_row_that_heads_others_is_the_last_of_its_page(kunci, cetakan):
    satu = cetakan(kunci)
    daftar = [(gaya_paragraf(p), teks_paragraf(p)) for p in satu.dokumen.element.body.iter(qn("w:p"))]
    golongan = {teks for gaya, teks in daftar if gaya == "TabelGolongan"}
    golongan -= {teks for gaya, teks in daftar if gaya != "TabelGolongan"}  # as the tree of performance says it too
    tunggal = {
        halaman.lembar + 1: kepala
        for halaman in satu.daftar_halaman
        for kepala in golongan
        if halaman.isi and barisan(halaman, len(kepala.split())) == kepala
    }
    assert tunggal == {}


def barisan(halaman, banyak):
    """Return the last words of a page, and all that stands in the lines in which they begin."""
    awal = halaman.isi[-banyak:][0]
    return " ".join(kata.teks for kata in halaman.isi if kata.bawah >= awal.bawah - SEBARIS)


@setiap_laporan
def test_no_page_holds_nothing_of_its_table_but_the_total(kunci, cetakan):
    satu = cetakan(kunci)
    for tabel in satu.dokumen.element.body.iter(qn("w:tbl")):
        daftar = [[k for p in baris.iter(qn("w:p")) for k in teks_paragraf(p).split()] for baris in tabel]
        daftar = [kata for kata in daftar if kata]
        if tabel.find(f"{qn('w:tblPr')}/{qn('w:tblLook')}[@{qn('w:lastRow')}='1']") is not None and len(daftar) > 2:
            awal = Counter(daftar[0]) + Counter(daftar[-1])
            for halaman in satu.daftar_halaman:
                kata = [k.teks for k in halaman.isi[: awal.total()]]
                assert Counter(kata) != awal, (halaman.lembar + 1, daftar[-1])


@setiap_laporan
def test_no_title_is_the_last_line_of_its_page(kunci, cetakan):
    satu = cetakan(kunci)
    assert len(satu.daftar_judul) > 20
    tunggal = [judul for judul in satu.daftar_judul if judul.gaya != JUDUL_GAMBAR and not satu.sesudah(judul)]
    assert tunggal == []


@setiap_laporan
def test_a_table_begins_on_the_page_of_its_caption_with_a_row(kunci, cetakan):
    satu = cetakan(kunci)
    for judul, kepala, _ in daftar_tabel(satu):
        kata = [k.teks for k in satu.sesudah(judul)]
        assert Counter(kata[: len(kepala)]) == Counter(kepala), judul
        assert len(kata) > len(kepala), judul


@setiap_laporan
def test_a_chart_stands_above_its_caption_on_the_same_page(kunci, cetakan):
    satu = cetakan(kunci)
    daftar = [judul for judul in satu.daftar_judul if judul.gaya == JUDUL_GAMBAR]
    assert daftar
    for judul in daftar:
        halaman = satu.daftar_halaman[judul.lembar]
        k = halaman.kertas(satu.daftar_kertas)
        assert halaman.bertinta(k.kiri, judul.atas - 60, k.lebar - k.kanan, judul.atas - 2), judul


@setiap_laporan
def test_every_page_in_the_midst_of_a_table_begins_with_its_head(kunci, cetakan):
    satu = cetakan(kunci)
    lanjutan = 0
    for judul, kepala, sesudah in daftar_tabel(satu):
        urutan = satu.daftar_judul.index(judul)
        akhir = satu.daftar_judul[urutan + 1].lembar if urutan + 1 < len(satu.daftar_judul) else judul.lembar
        for lembar in range(judul.lembar + 1, akhir):
            kata = [k.teks for k in satu.daftar_halaman[lembar].isi]
            lalu = satu.sesudah(judul) if lembar == judul.lembar + 1 else satu.daftar_halaman[lembar - 1].isi
            if kata[: len(sesudah)] == sesudah or memuat([k.teks for k in lalu], sesudah):
                break  # the table is at its end, and what follows it begins this page or stands on the one before
            assert Counter(kata[: len(kepala)]) == Counter(kepala), (judul, lembar + 1)
            lanjutan += 1
    assert lanjutan or kunci[0] == "kecamatan"  # whose tables fit on two pages


def memuat(kata, dicari):
    """Return whether some words stand among others, one after the other."""
    return any(kata[mulai : mulai + len(dicari)] == dicari for mulai in range(len(kata) - len(dicari) + 1))


@setiap_laporan
def test_captions_are_numbered_without_a_gap(kunci, cetakan):
    satu = cetakan(kunci)
    for label, gaya in (("Tabel", JUDUL_TABEL), ("Gambar", JUDUL_GAMBAR)):
        daftar = [judul.teks for judul in satu.daftar_judul if judul.gaya == gaya]
        assert [teks.partition(".")[0] for teks in daftar] == [f"{label} {n}" for n in range(1, len(daftar) + 1)]


@setiap_tahunan
def test_every_entry_of_the_contents_names_the_page_of_its_title(kunci, cetakan):
    satu = cetakan(kunci)
    tercetak = {
        halaman.nomor: "".join(kata.teks for kata in halaman.isi).casefold() for halaman in satu.daftar_halaman[1:]
    }
    daftar = list(satu.dokumen.element.iter(qn("w:hyperlink")))
    assert len(daftar) > 30
    salah = []
    for butir in daftar:
        teks, _, nomor = teks_paragraf(butir).rpartition(" ")
        if "".join(teks.split()).casefold() not in tercetak.get(nomor, ""):
            salah.append((teks, nomor))
    assert salah == []


@setiap_tahunan
def test_the_contents_are_in_the_order_of_the_pages(kunci, cetakan):
    satu = cetakan(kunci)
    daftar = [teks_paragraf(p) for p in satu.dokumen.element.body.iter(qn("w:p")) if gaya_paragraf(p).startswith("TOC")]
    nomor = [int(cocok[1]) for teks in daftar if (cocok := re.search(r" (\d+)$", teks))]
    assert all(dulu <= kini for dulu, kini in pairwise(nomor))


def daftar_tabel(cetakan):
    """Yield the caption of each table, the words of its head, and the first words of what follows it."""
    daftar_judul = iter([satu for satu in cetakan.daftar_judul if satu.gaya == JUDUL_TABEL])
    for dulu, kini in pairwise(cetakan.dokumen.element.body):
        if gaya_paragraf(dulu) == JUDUL_TABEL:
            assert kini.tag == qn("w:tbl")
            kepala = kini.find(qn("w:tr"))
            kata = [kata for paragraf in kepala.iter(qn("w:p")) for kata in teks_paragraf(paragraf).split()]
            sesudah = next((teks for p in kini.itersiblings(qn("w:p")) if (teks := teks_paragraf(p))), "")
            yield next(daftar_judul), kata, sesudah.split()[:PEMBUKA]
