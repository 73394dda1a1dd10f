from __future__ import annotations

import io
import re
from dataclasses import replace
from itertools import pairwise

import docx
import pytest
from docx.oxml.ns import qn
from gambar_uji import png

from bantu_halaman import teks_paragraf
from bantu_office import diubah, teks_pdf
from bantu_pandangan import JANGGAL, daftar_nilai, laporan, laporan_besar, laporan_kecil
from lakip_gen.laporan.pandangan import LaporanPandangan
from lakip_gen.laporan.pandangan_angka import Angka
from lakip_gen.templat_bawaan import gambar_bawaan, kertas_bawaan, templat_bawaan
from lakip_gen.templat_bawaan.akuntabilitas import DAFTAR_ANALISIS
from lakip_gen.templat_bawaan.kertas_bagikan import SELEBAR_TITIK
from lakip_gen.word.fill.render import render
from lakip_gen.word.inspect.check import check_template
from lakip_gen.word.template.library import Library
from lakip_gen.word.template.open import open_template

BERKAS = templat_bawaan()
PUSTAKA = Library(pictures=gambar_bawaan())
NAMA = tuple(BERKAS)
LAPORAN = tuple(nama for nama in NAMA if nama.startswith("laporan-"))
"""The reports on performance; the recap of a month tells of no figures."""
LAYAK = {"biasa": laporan, "kecil": laporan_kecil, "besar": laporan_besar}
KASUS = [(nama, layak) for layak in LAYAK for nama in (LAPORAN if layak == "kecil" else NAMA)]
"""Each template with each view; a month always has the quarter in which it lies, and the small view has none."""
TABEL = "TabelLaporan"
MUNGKIN_SEMENTARA = re.compile(r"\{\{ (?:(?:indikator|tahun|triwulan)\.(?:realisasi|capaian)\w*|sasaran\.rerata) \}\}")
"""What prints a figure that may have "(sementara)" below it."""
SELEBAR_TANDA = 1045
"""As wide as that mark in a table, in twentieths of a point, with the margins of its cell."""
PENDEK = 40
"""Characters in a cell; a row with more may be let break over pages."""

TANPA_SEMUA = {
    # only on the page for the meeting
    "Ringkasan.tercapai Ringkasan.kalimat_data Terlemah.sebab_ringkas Terlemah.tindak_lanjut_ringkas",
    "Instansi.singkatan Instansi.sekretaris Instansi.perencana Instansi.kepala_daerah Anggaran.tingkat Anggaran.unit",
    "Indikator.kode Indikator.arah Indikator.warna Predikat.warna Predikat.banyak Sasaran.kode Sasaran.tujuan",
    "Indikator.daftar_analisis Periode.daftar_triwulan Asal.berkas",
    "BarisE81.daftar_nilai BarisE81.daftar_k BarisE81.daftar_rp BarisE81.program BarisE81.indikator BarisE81.unit",
    "BarisE81.keterangan Indikator.grafik_triwulan Indikator.bobot Laporan.kertas",
    "Laporan.rumus_turun Indikator.tanpa_analisis Asal.sel Kelengkapan.galat Kelengkapan.peringatan",
    "Kelengkapan.berkas Indikator.kalimat Indikator.kalimat_tren Indikator.tren Predikat.terbilang",
    "Indikator.standar_nasional Indikator.capaian_standar Indikator.sumber_standar",
    "Anggaran.daftar_keluaran Anggaran.sisa Sasaran.efisiensi Sasaran.capaian_efisiensi",
    "Indikator.daftar_peta Triwulan.nama Triwulan.predikat Triwulan.warna Sasaran.warna Terlemah.warna",
    # printed in the words of a shorter one
    "Indikator.keterangan Terlemah.hambatan Terlemah.tindak_lanjut",
}
TANPA_BERKALA = {
    "Sasaran.daftar_program Sasaran.daftar_grafik",
    "Laporan.sebutan_perjanjian",
    "Sasaran.daftar_anggaran Sasaran.anggaran",
    "Sasaran.simpulan_efisiensi Ringkasan.banyak_sasaran Indikator.rumus Indikator.rumus_capaian",
    "Indikator.cara_gabung Indikator.sumber_data Indikator.definisi Indikator.daftar_unit",
    "Indikator.daftar_tahun Indikator.target_renstra Indikator.capaian_renstra",
    "Indikator.daftar_sumber Indikator.grafik_tahun",
    "Laporan.penutup_e81 Instansi.penilai Indikator.jenis_renstra Indikator.realisasi_renstra",
    "Laporan.daftar_rencana_aksi Laporan.daftar_e81 Laporan.grafik_serapan Sasaran.kalimat_renstra",
    "Sasaran.kalimat_perkembangan Sasaran.kalimat_triwulan Sasaran.kalimat_biaya Sasaran.kalimat_sisa",
    "Sasaran.kalimat_tindak_lanjut Sasaran.daftar_tindak_lanjut",
    "Laporan.fakta Laporan.daftar_rekomendasi Indikator.daftar_pembanding Sasaran.kalimat_pembanding",
    "Indikator.kalimat_setahun",
    "Indikator.daftar_sintesis Narasi.gambaran_umum Narasi.aspek_strategis Narasi.isu_strategis Narasi.perencanaan",
    "Narasi.simpulan Narasi.perbaikan Narasi.sumber_daya_manusia Narasi.sarana Narasi.prestasi",
    "Sasaran.kalimat_standar Sasaran.kalimat_efisiensi Sasaran.kalimat_penunjang Asal.periode Asal.nilai",
}
TANPA = {
    "laporan-triwulan.docx": {
        *TANPA_SEMUA,
        *TANPA_BERKALA,
        "Indikator.daftar_triwulan Triwulan.target Triwulan.capaian",
    },
    "laporan-semester.docx": {
        *TANPA_SEMUA,
        *TANPA_BERKALA,
        "Indikator.sebelumnya Periode.sebelumnya",
    },
    "laporan-tahunan.docx": {
        *TANPA_SEMUA,
        "Indikator.target Indikator.realisasi Indikator.capaian Periode.nama_pendek Triwulan.realisasi",
        "Triwulan.capaian Laporan.daftar_aksi Laporan.daftar_tindak_lanjut Aksi.kode Aksi.unit Aksi.kegiatan",
        "Indikator.sebelumnya Indikator.sisa_target Laporan.daftar_janji Periode.sebelumnya",
        "Ringkasan.kalimat_banding Ringkasan.kalimat_target_tahun Ringkasan.daftar_keputusan",
        "Periode.sebutan Periode.daftar_bulan Ringkasan.banyak_unit Ringkasan.unit_diterima",
        "Anggaran.realisasi_periode Jumlah.realisasi_periode Laporan.daftar_progres Laporan.kalimat_progres",
        "ProgresBulan.bulan",
        "ProgresUnit.unit ProgresUnit.kegiatan ProgresUnit.hasil ProgresUnit.kendala ProgresUnit.rencana",
    },
}
"""The fields a template does not print."""
TERCETAK = "print it, or name it among the fields that this template does not print (TANPA)"


@pytest.fixture(scope="module")
def jadi():
    """Return a function that renders a template with one of the views, once."""
    siap = {}

    def susun(nama, layak="biasa"):
        if (nama, layak) not in siap:
            siap[nama, layak] = isi_jadi(nama, LAYAK[layak]())
        return siap[nama, layak]

    return susun


def isi_jadi(nama, pandangan):
    templat, daftar_temuan = open_template(BERKAS[nama], nama, PUSTAKA)
    assert not daftar_temuan
    isi, daftar_temuan = render(templat, pandangan)
    assert not daftar_temuan
    return isi


@pytest.mark.parametrize("nama", NAMA)
def test_the_report_begins_with_the_agencys_logo_in_its_own_shape(nama):
    templat, _ = open_template(BERKAS[nama], nama, Library(pictures={"logo.png": png(400, 100)}))
    gambar = buka(render(templat, laporan())[0]).inline_shapes[0]
    asli = buka(BERKAS[nama]).inline_shapes[0]
    assert gambar._inline.docPr.get("descr") == "Logo instansi"
    assert (gambar.width, gambar.height) == (asli.width, pytest.approx(asli.width / 4, abs=1))


def buka(isi):
    return docx.Document(io.BytesIO(isi))


def akar(dokumen):
    """Return all roots that hold text: body, headers and footers."""
    kaki = (section.footer._element for section in dokumen.sections)
    return [dokumen.element, dokumen.sections[0].header._element, *kaki]


def teks(isi):
    def baca(satu):
        return "\n" if satu.tag == qn("w:br") else satu.text or ""

    potongan = (
        "".join(baca(satu) for satu in paragraf.iter(qn("w:t"), qn("w:br")))
        for pohon in akar(buka(isi))
        for paragraf in pohon.iter(qn("w:p"))
    )
    return "\n".join(potongan)


def daftar_tabel(isi):
    """Return the elements of the tables that report, and of those that only arrange."""
    semua = list(buka(isi).element.iter(qn("w:tbl")))
    laporan = [tabel for tabel in semua if tabel.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}").get(qn("w:val")) == TABEL]
    return laporan, [tabel for tabel in semua if tabel not in laporan]


def nilai(element, jalur):
    found = element.find("/".join(qn(f"w:{nama}") for nama in jalur.split("/")))
    return None if found is None else found.get(qn("w:val"), "")


def gaya(paragraf):
    return nilai(paragraf, "pPr/pStyle")


@pytest.mark.parametrize("nama", NAMA)
def test_inspection_finds_nothing(nama):
    templat, daftar_temuan = open_template(BERKAS[nama], nama, PUSTAKA)
    assert not daftar_temuan
    assert check_template(templat, LaporanPandangan) == ()


def test_templates_are_the_same_bytes_every_time():
    assert templat_bawaan.__wrapped__() == BERKAS


@pytest.mark.parametrize("nama", NAMA)
def test_properties_name_no_person_no_machine_and_no_date_of_today(nama):
    sifat = buka(BERKAS[nama]).core_properties
    assert (sifat.author, sifat.last_modified_by, sifat.language) == ("lakip-gen", "lakip-gen", "id-ID")
    assert (sifat.created.isoformat()[:10], sifat.modified.isoformat()[:10]) == ("2025-01-01", "2025-01-01")


@pytest.mark.one_in(9)
@pytest.mark.parametrize(("nama", "layak"), KASUS)
def test_no_tag_is_left(nama, layak, jadi):
    isi = teks(jadi(nama, layak)).replace(JANGGAL, "").replace(" ".join(JANGGAL.split()), "")  # and as a contents line
    assert not re.search(r"\{[{%#]|[}%#]\}", isi)


@pytest.mark.parametrize("nama", LAPORAN)
def test_every_value_is_printed(nama, jadi):
    tercetak = teks(jadi(nama))
    tanpa = {satu for baris in TANPA[nama] for satu in baris.split()}
    hilang = {jalur for jalur, isi in daftar_nilai(laporan(), tanpa) if isi not in tercetak}
    assert sorted(hilang) == [], TERCETAK


@pytest.mark.parametrize("nama", LAPORAN)
def test_the_map_of_capaian_says_its_colours_in_words(nama, jadi):
    [peta] = [t for t in buka(jadi(nama)).tables if any("Capaian TW IV" in sel.text for sel in t.rows[0].cells)]
    satu = laporan().daftar_sasaran[0].daftar_indikator[0].daftar_peta[1]
    [sel] = [sel for baris in peta.rows for sel in baris.cells if sel.text == f"{satu.capaian}\n{satu.predikat}"]
    assert sel._tc.find(f".//{qn('w:shd')}").get(qn("w:fill")) == satu.warna


@pytest.mark.parametrize("nama", ["tanda-terima.docx", "catatan-pembagian-tugas.docx"])
def test_a_day_that_is_filled_by_hand_has_room_for_its_dots_on_one_line(nama):
    sempit = []
    for tabel in buka(kertas_bawaan()[nama]).tables:
        for sel in (sel for baris in tabel.rows for sel in baris.cells):
            if re.fullmatch(r"\{\{ (?:unit\.(?:dibagikan|terlihat)|langkah\.(?:mulai|tenggat)) \}\}", sel.text):
                sempit += [sel.text] if sel.width.cm < SELEBAR_TITIK - 0.01 else []
    assert not sempit


@pytest.mark.parametrize("nama", LAPORAN)
def test_the_map_of_capaian_has_one_dash_where_there_is_no_figure(nama):
    pandangan = laporan()
    sasaran = pandangan.daftar_sasaran[0]
    satu = sasaran.daftar_indikator[0]
    kosong = tuple(replace(triwulan, capaian=Angka("–"), predikat="–") for triwulan in satu.daftar_peta)
    satu = replace(satu, daftar_peta=kosong, capaian=Angka("–"), predikat="–")
    pandangan = replace(pandangan, daftar_sasaran=(replace(sasaran, daftar_indikator=(satu,)),))
    tabel = buka(isi_jadi(nama, pandangan)).tables
    [peta] = [t for t in tabel if any("Capaian TW IV" in sel.text for sel in t.rows[0].cells)]
    assert not [sel.text for baris in peta.rows for sel in baris.cells if sel.text.count("–") > 1]


def test_the_introduction_of_causes_begins_with_its_first_word_where_no_quarter_is_told():
    pandangan = laporan()
    daftar = tuple(replace(sasaran, kalimat_triwulan="") for sasaran in pandangan.daftar_sasaran)
    dokumen = buka(isi_jadi("laporan-tahunan.docx", replace(pandangan, daftar_sasaran=daftar)))
    assert [p.text for p in dokumen.paragraphs if p.text.startswith("Uraian tiap indikator")]


def test_every_view_field_but_the_internal_ones_is_printed_by_some_template():
    tak_tercetak = set.intersection(*({satu for baris in TANPA[nama] for satu in baris.split()} for nama in LAPORAN))
    semua = {satu for baris in TANPA_SEMUA for satu in baris.split()}
    assert sorted(tak_tercetak ^ semua) == [], "TANPA_SEMUA names what no template prints"


@pytest.mark.lengkap
@pytest.mark.parametrize("nama", LAPORAN)
def test_odd_and_long_texts_arrive_whole(nama, jadi):
    tercetak = teks(jadi(nama, "besar"))
    tanpa = {satu for baris in TANPA[nama] for satu in baris.split()}
    # the semester's table sets two quarters side by side; the view of this test has four
    tanpa |= {"Indikator.daftar_triwulan"}
    hilang = {jalur for jalur, isi in daftar_nilai(laporan_besar(), tanpa) if isi not in tercetak}
    assert sorted(hilang) == [], TERCETAK


@pytest.mark.parametrize("nama", NAMA)
def test_rendering_twice_gives_the_same_bytes(nama, jadi):
    assert isi_jadi(nama, laporan()) == jadi(nama)


@pytest.mark.parametrize("nama", LAPORAN)
def test_empty_lists_are_said_to_be_empty(nama, jadi):
    tercetak = teks(jadi(nama, "kecil"))
    for kalimat in (
        "Belum ada sasaran.",
        "Belum ada anggaran yang dicatat.",
        "Tidak ada rencana aksi pada periode ini.",
    ):
        assert kalimat in tercetak


def test_a_unit_that_wrote_nothing_gets_one_visible_line():
    laporan_sepi = laporan(banyak={"daftar_catatan": 0})
    tercetak = teks(isi_jadi("laporan-triwulan.docx", laporan_sepi))
    daftar = [satu.tanpa_analisis for sasaran in laporan_sepi.daftar_sasaran for satu in sasaran.daftar_indikator]
    assert len(daftar) == 4
    assert all(kalimat in tercetak for kalimat in daftar)


def test_the_semester_sets_its_two_quarters_side_by_side(jadi):
    _, *laporan_tabel = buka(jadi("laporan-semester.docx")).tables
    kepala = [[sel.text.replace("\n", " ") for sel in tabel.rows[0].cells] for tabel in laporan_tabel]
    daftar = [sasaran.daftar_indikator[0].daftar_triwulan for sasaran in laporan().daftar_sasaran]
    for pasangan in daftar:
        sebaris = [f"{judul} {satu.nama}" for satu in pasangan for judul in ("Target", "Realisasi", "Capaian")]
        sebaris[2::3] = [f"{judul} (%)" for judul in sebaris[2::3]]
        assert ["No", "Indikator", *sebaris] in kepala


def rapat(gaya):
    """Return whether a style, or the one it is based on, keeps its paragraphs with the next."""
    sendiri = gaya.paragraph_format.keep_with_next
    return rapat(gaya.base_style) if sendiri is None and gaya.base_style else bool(sendiri)


@pytest.mark.parametrize("nama", ["laporan-triwulan.docx", "laporan-semester.docx"])
def test_a_signature_stands_on_the_page_of_the_conclusions_it_is_put_to(nama, jadi):
    daftar = buka(jadi(nama)).paragraphs
    awal = next(n for n, satu in enumerate(daftar) if satu.text == "7. Penutup")
    akhir = next(n for n, satu in enumerate(daftar) if n > awal and satu.style.style_id == "NIP")
    assert akhir - awal > 6
    assert [satu.text for satu in daftar[awal:akhir] if not rapat(satu.style)] == []


@pytest.mark.parametrize("nama", LAPORAN)
def test_a_sasaran_without_indicators_is_no_fault(nama):
    assert "Belum ada indikator." in teks(isi_jadi(nama, laporan(banyak={"daftar_indikator": 0})))


def test_the_annual_report_names_the_other_party_of_the_contract(jadi):
    assert laporan().instansi.kepala_daerah.jabatan in teks(jadi("laporan-tahunan.docx"))


@pytest.mark.parametrize("tempat", [pytest.param(-3, id="the statement"), pytest.param(-2, id="its annex")])
def test_both_parties_of_the_contract_sign_on_one_line(jadi, tempat):
    _, daftar_tata_letak = daftar_tabel(jadi("laporan-tahunan.docx"))
    instansi, tanda_tangan = laporan().instansi, daftar_tata_letak[tempat]
    *_, nama = [["".join(sel.itertext()) for sel in baris.iter(qn("w:tc"))] for baris in tanda_tangan.iter(qn("w:tr"))]
    assert instansi.kepala_daerah.nama in nama[0]
    assert instansi.kepala.nama in nama[1]


@pytest.mark.one_in(3)
@pytest.mark.parametrize(
    ("tanpa", "kalimat", "judul"),
    [
        ({"tetap": {"ada_pembanding": False}}, "kalimat_standar", "Realisasi dan standar nasional sasaran"),
        ({"banyak": {"daftar_anggaran": 0}}, "kalimat_efisiensi", "Sisa anggaran sasaran"),
        ({"banyak": {"daftar_anggaran": 0}}, "kalimat_penunjang", "Program dan kegiatan penunjang sasaran"),
    ],
)
def test_where_there_is_nothing_to_list_a_sentence_stands_without_a_table(tanpa, kalimat, judul):
    tercetak = teks(isi_jadi("laporan-tahunan.docx", laporan(**tanpa)))
    assert all(getattr(sasaran, kalimat) in tercetak for sasaran in laporan(**tanpa).daftar_sasaran)
    assert judul not in tercetak
    assert judul in teks(isi_jadi("laporan-tahunan.docx", laporan()))


def test_a_head_of_government_without_nip_is_not_asked_for_one():
    isi = laporan()
    bupati = replace(isi.instansi.kepala_daerah, pangkat="………", nip="………")
    tercetak = teks(
        isi_jadi("laporan-tahunan.docx", replace(isi, instansi=replace(isi.instansi, kepala_daerah=bupati)))
    )
    perjanjian = tercetak[tercetak.index("Pihak Kedua,") : tercetak.index(f"Lampiran {isi.sebutan_perjanjian}")]
    assert perjanjian.count("NIP") == 1
    assert "NIP ………" not in perjanjian


@pytest.mark.parametrize("nama", NAMA)
def test_the_watermark_stands_on_every_page(nama, jadi):
    dokumen = buka(jadi(nama))
    tanda = [satu.get("string") for satu in dokumen.sections[0].header._element.iter("{*}textpath")]
    assert "DRAF" in tanda
    assert all(section.header.is_linked_to_previous for section in list(dokumen.sections)[1:])
    assert not any(section.different_first_page_header_footer for section in dokumen.sections)


@pytest.mark.one_in(9)
@pytest.mark.parametrize(("nama", "layak"), KASUS)
def test_tables_repeat_their_head_and_no_short_row_splits(nama, layak, jadi):
    laporan, lain = daftar_tabel(jadi(nama, layak))
    assert laporan
    # the kop, or those who sign contract and E.81, and the trees of performance
    assert len(lain) >= 2 if nama == "laporan-tahunan.docx" else len(lain) == 1
    for tabel in laporan:
        semua = tabel.findall(qn("w:tr"))
        kepala = semua[: 3 if "Renja" in "".join(semua[0].itertext()) else 1]
        isi = semua[len(kepala) :]
        assert all(nilai(baris, "trPr/tblHeader") is not None for baris in kepala)
        assert isi
        assert all(nilai(baris, "trPr/tblHeader") is None for baris in isi)
        pendek = [b for b in isi if max(len("".join(sel.itertext())) for sel in b.iter(qn("w:tc"))) < PENDEK]
        assert all(nilai(baris, "trPr/cantSplit") is not None for baris in (*kepala, *pendek))


@pytest.mark.parametrize("nama", NAMA)
def test_rows_fill_their_grid_and_tables_fit_the_page(nama, jadi):
    dokumen = buka(jadi(nama))
    lebar_isi = [section.page_width - section.left_margin - section.right_margin for section in dokumen.sections]
    bagian = 0
    for element in dokumen.element.body:
        if element.tag == qn("w:p") and element.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
            bagian += 1
        if element.tag != qn("w:tbl"):
            continue
        grid = [int(kolom.get(qn("w:w"))) for kolom in element.iter(qn("w:gridCol"))]
        assert abs(sum(grid) - lebar_isi[bagian] / 635) <= 20
        for baris in element.iter(qn("w:tr")):
            assert sum(int(nilai(sel, "tcPr/gridSpan") or 1) for sel in baris.iter(qn("w:tc"))) == len(grid)
            assert abs(sum(int(lebar.get(qn("w:w"))) for lebar in baris.iter(qn("w:tcW"))) - sum(grid)) <= len(grid)


@pytest.mark.parametrize("nama", NAMA)
def test_captions_are_numbered_in_order_and_followed_by_their_table(nama, jadi):
    daftar_nomor = []
    for judul, sesudah in pairwise(buka(jadi(nama)).element.body):
        if gaya(judul) == "Caption":
            assert sesudah.tag == qn("w:tbl")
            [bidang] = judul.findall(qn("w:fldSimple"))
            assert "SEQ Tabel" in bidang.get(qn("w:instr"))
            daftar_nomor.append(int("".join(satu.text for satu in bidang.iter(qn("w:t")))))
    assert daftar_nomor == list(range(1, len(daftar_tabel(jadi(nama))[0]) + 1))


@pytest.mark.parametrize("nama", NAMA)
def test_every_style_that_is_used_exists(nama):
    dokumen = buka(BERKAS[nama])
    ada = {style.get(qn("w:styleId")) for style in dokumen.styles.element.iter(qn("w:style"))}
    dipakai = {
        satu.get(qn("w:val"))
        for pohon in (*akar(dokumen), dokumen.styles.element)
        for satu in pohon.iter(qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"), qn("w:basedOn"), qn("w:next"))
    }
    assert dipakai <= ada


@pytest.mark.parametrize("nama", NAMA)
def test_numbers_stand_on_the_right(nama):
    for tabel in daftar_tabel(BERKAS[nama])[0]:
        for paragraf in tabel.iter(qn("w:p")):
            isi = "".join(satu.text for satu in paragraf.iter(qn("w:t")))
            if re.fullmatch(
                r"\*{0,2}\{\{ [\w.]*\.(pagu|capaian|realisasi|serapan|target_tahun|rerata) \}\}\*{0,2}", isi
            ):
                assert gaya(paragraf) == "TabelAngka"


@pytest.mark.parametrize("nama", LAPORAN)
def test_a_figure_that_may_be_provisional_has_room_for_the_mark_on_one_line(nama):
    daftar_sel = [sel for tabel in daftar_tabel(BERKAS[nama])[0] for sel in tabel.iter(qn("w:tc"))]
    lebar = {
        isi: int(sel.find(f"{qn('w:tcPr')}/{qn('w:tcW')}").get(qn("w:w")))
        for sel in daftar_sel
        if MUNGKIN_SEMENTARA.search(isi := "".join(t.text for t in sel.iter(qn("w:t"))))
    }
    assert lebar
    assert {isi: satu for isi, satu in lebar.items() if satu < SELEBAR_TANDA} == {}


@pytest.mark.parametrize("nama", LAPORAN)
def test_paper_is_a4_wide_tables_lie_across_and_the_widest_form_is_on_a3(nama):
    ukuran = {(round(s.page_width.cm, 1), round(s.page_height.cm, 1)) for s in buka(BERKAS[nama]).sections}
    lebar = {(42.0, 29.7)} if nama == "laporan-tahunan.docx" else set()  # formulir E.81 has sixteen columns
    assert ukuran == {(21.0, 29.7), (29.7, 21.0)} | lebar


def test_front_matter_counts_in_roman_and_the_body_starts_at_one():
    bagian = [satu._sectPr.findall(qn("w:pgNumType")) for satu in buka(BERKAS["laporan-tahunan.docx"]).sections]
    bentuk = [[(satu.get(qn("w:fmt")), satu.get(qn("w:start"))) for satu in daftar] for daftar in bagian]
    assert bentuk == [
        [],
        [("lowerRoman", "1")],
        [("decimal", "1")],
        *([[("decimal", None)]] * 5),
    ]


def test_the_review_form_of_the_apip_is_empty(jadi):
    baris = teks(jadi("laporan-tahunan.docx")).split("\n")
    for isian in ("Simpulan", "Catatan", "Nama", "NIP", "Tanda tangan"):
        assert isian in baris  # the label stands alone


def test_the_annual_outline_is_complete(jadi):
    dokumen = buka(jadi("laporan-tahunan.docx"))
    judul = [p.text for p in dokumen.paragraphs if gaya(p._p) in ("Heading1", "Heading2", "JudulDepan", "TOCHeading")]
    bab = ["Bab I\nPendahuluan", "Bab II\nPerencanaan Kinerja", "Bab III\nAkuntabilitas Kinerja", "Bab IV\nPenutup"]
    depan = ["Kata Pengantar", "Pernyataan Telah Direviu", "Ikhtisar Eksekutif", "Daftar Isi", "Daftar Tabel"]
    assert [satu for satu in judul if satu in (*depan, *bab)] == [*depan, *bab]
    analisis = [p.text for p in dokumen.paragraphs if gaya(p._p) == "Heading4"]
    assert [satu.partition(". ")[0] for satu in analisis] == [str(n) for n, _ in enumerate(DAFTAR_ANALISIS, 1)] * 2


@pytest.mark.parametrize("nama", ["laporan-triwulan.docx", "laporan-semester.docx"])
def test_paper_is_turned_once_for_the_long_lists_behind_the_signature(nama, jadi):
    dokumen = buka(jadi(nama))
    assert [bagian.page_width > bagian.page_height for bagian in dokumen.sections] == [False, True]
    judul = [p.text for p in dokumen.paragraphs if gaya(p._p) == "Heading1"]
    assert [satu.split(" ")[0] for satu in judul] == ["1.", "2.", "3.", "4.", "5.", "6.", "7.", *["Lampiran"] * 3]


def test_the_contents_name_all_three_lists(jadi):
    dokumen = buka(jadi("laporan-tahunan.docx"))
    daftar = [teks_paragraf(p._p) for p in dokumen.paragraphs if gaya(p._p) == "TOC1"]
    assert [satu for satu in daftar if satu.startswith("Daftar")] == ["Daftar Isi", "Daftar Tabel", "Daftar Gambar"]


@pytest.mark.lengkap
@pytest.mark.one_in(3)
@pytest.mark.libreoffice
@pytest.mark.parametrize("nama", NAMA)
def test_libreoffice_opens_it_and_no_page_is_empty(nama, jadi, tmp_path):
    (tmp_path / nama).write_bytes(jadi(nama))
    [pdf] = diubah([tmp_path / nama], tmp_path)
    assert [satu for satu in teks_pdf(pdf).split("\f")[:-1] if len(satu.split()) <= 12] == []
