from __future__ import annotations

import io
import tomllib
from dataclasses import dataclass
from importlib import resources

import docx
import pytest
from pandangan_uji import Laporan, kode, templat, temuan
from rakitan import bagian, dokumen, kotak

from lakip_gen.domain.temuan import Asal
from lakip_gen.ooxml.writer import write_container
from lakip_gen.word.inspect.check import WARNINGS, check_template
from lakip_gen.word.template.open import open_template

PESAN = tomllib.loads((resources.files("lakip_gen.pesan") / "temuan" / "templat.toml").read_text("utf-8"))

BAIK = [
    "{{ judul }} {{ tahun }} {{ catatan or 'belum' }} {{ daftar_nama|join(', ') }}",
    "{% if catatan %}{{ catatan }}{% endif %}{% if catatan is not none %}{{ catatan|upper }}{% endif %}",
    "{% if not catatan %}kosong{% else %}{{ catatan }}{% endif %}",
    "{% if ada and catatan %}{{ catatan }}{% endif %}{{ catatan if catatan else '-' }}{{ catatan|d('-') }}",
    "{% for s in daftar_sasaran if s.unggulan %}{{ s.unggulan.nama }}{{ loop.cycle('a', 'b') }}{% endfor %}",
    "{% for s in daftar_sasaran %}{% for i in s.daftar_indikator %}{{ i.kalimat() }}{% endfor %}{% endfor %}",
    "{{ daftar_sasaran[0].daftar_indikator[0].nama_pendek }}",
    "{% set s = daftar_sasaran|first %}{{ s.nama }}{{ s.nama.upper() }}{{ daftar_sasaran|length }}",
    "{{ daftar_sasaran|map(attribute='nama')|join('; ') }}{{ daftar_sasaran[0].daftar_indikator[0].capaian }}",
    "{% for nama, n in pasangan %}{{ nama }}{{ n + 1 }}{% else %}tidak ada{% endfor %}",
    "{% for k in daftar_sasaran|groupby('nama') %}{{ k.apa_saja }}{% endfor %}",
    "{% if tahun is divisibleby 5 and judul in ('a', 'b') %}x{% endif %}{{ judul ~ tahun }}{{ -tahun }}",
    "{% for s in daftar_sasaran|sort(attribute='nama') %}{{ s.nama }}{% endfor %}",
    "{% if tidak_ada is defined %}x{% endif %}",
    "kurung { satu } biasa",
    "{% set i = daftar_sasaran[0].daftar_indikator[0] %}{% if i.capaian.ada and i.capaian.nilai >= 90.5 %}x{% endif %}",
    (
        "{% for s in daftar_sasaran %}{% for i in s.daftar_indikator if i.capaian and 90 < i.capaian.nilai / 2 %}x"
        "{% endfor %}{% endfor %}"
    ),
    (
        "{% for s in daftar_sasaran %}{% for i in s.daftar_indikator %}{% if not i.capaian.ada %}-"
        "{% elif i.capaian.nilai < 50 %}x{% endif %}{% endfor %}{% endfor %}"
    ),
    "{% if tahun == 2025 and judul != 'x' and catatan == 'y' and daftar_nama == [] and judul < 'b' %}x{% endif %}",
    "{% for n in daftar_nama|sort %}{{ n }}{% endfor %}{% for p in pasangan|sort %}x{% endfor %}",
    "{{ judul + 'x' }}{{ tahun - 1 }}{% if daftar_nama + ['x'] and jumlah * 1.5 > 2 and tahun / 2 > 1 %}x{% endif %}",
]

BURUK = {
    "templat-tag-tak-ditutup": ["{{ judul", "{{ judul } x", "{% if ada }} {{ judul }}", "{{ judul %}"],
    "templat-penutup-liar": ["judul }}", "{ judul }}"],
    "templat-program-lain": [
        "${nama}",
        "Nomor ${surat.nomor} tanggal",
        "${blok_sasaran}",
        "${/blok_sasaran}",
        "{nama}",
        "{#daftar_sasaran}",
        "{/daftar_sasaran}",
        "{d.nama:upper}",
        "Yth. «Nama»",
        "«Nama Kepala»",
        "${na¦ma}",
        "{{ judul }} dan ${nama}",
        "| a | {nama} |",
    ],
    "templat-set-di-dalam-for": [
        "{% set n = 0 %}{% for s in daftar_sasaran %}{% set n = n + 1 %}{% endfor %}{{ n }}",
        "{% set x = 'a' %}{% for s in daftar_sasaran %}{% if ada %}{% set x = 'b' %}{% endif %}{% endfor %}{{ x }}",
        "{% for s in daftar_sasaran %}{% set judul = s.nama %}{% endfor %}{{ judul }}",
        "{% for s in daftar_sasaran %}{% for i in s.daftar_indikator %}{% set s = i.nama %}{% endfor %}{% endfor %}",
        "{% set a, b = 1, 2 %}{% for s in daftar_sasaran %}{% set b, c = 1, 2 %}{% endfor %}",
    ],
    "templat-kurung-terpisah": [
        "{ { judul }}",
        "{ { judul } }",
        "{{ judul }} { %p if ada % }",
        "{ {judul} } {{ judul }}",
    ],
    "templat-tag-kosong": ["{{ }}", "{%p %}"],
    "templat-ungkapan-salah": [
        "{{ daftar sasaran }}",
        "{{ judul & tahun }}",
        "{{ (judul }}",
        "{% if ada = ada %}x{% endif %}",
        "{% if tahun > 90,5 %}x{% endif %}",
        "{% for s daftar_sasaran %}{{ s.nama }}{% endfor %}",
        "{% for loop in daftar_sasaran %}x{% endfor %}",
        "{% set a %}",
        "{% if ada %}x{% endif ada %}",
        "{{ 'judul }}",
    ],
    "templat-terlalu-rumit": ["{{ " + "1 + " * 400 + "1 }}", "{{ " + "(" * 450 + "1" + ")" * 450 + " }}"],
    "templat-perintah-tak-dikenal": [
        "{% foreach s in daftar_sasaran %}",
        "{% judul %}",
        "{% untuk s in daftar_sasaran %}{{ s.nama }}{% endfor %}",
        "{% if ada %}a{% else if judul %}b{% end if %}",
    ],
    "templat-perintah-ditolak": [
        "{% extends 'x' %}",
        "{% macro a() %}x{% endmacro %}",
        "{% for s in daftar_sasaran recursive %}x{% endfor %}",
    ],
    "templat-gambar-di-teks": ["{{ gambar.logo|upper }}", "{{ gambar }}", "{% if gambar.logo %}x{% endif %}"],
    "templat-gambar-hilang": ["{{ gambar.logo }}"],
    "templat-sisipan-salah": ["{% include 'x' %}", "{%p include x %}", "{%p include judul %}"],
    "templat-blok-tak-ditutup": ["{% if ada %}x", "{% for s in daftar_sasaran %}{% if ada %}x{% endfor %}"],
    "templat-blok-bersilang": ["{% for s in daftar_sasaran %}{% if ada %}x{% endfor %}{% endif %}"],
    "templat-penutup-tanpa-pembuka": ["{% endfor %}", "x{% endif %}"],
    "templat-else-di-luar-blok": ["{% else %}", "{% if ada %}a{% else %}b{% elif ada %}c{% endif %}"],
    "templat-blok-terlalu-dalam": ["{% if ada %}" * 11 + "{% endif %}" * 11],
    "templat-blok-lintas-paragraf": [
        "{% if ada %}\nx{% endif %}",
        "{% if ada %}x\n{% endif %}",
        "{% if ada %}\nx\n{% else %} y\n{% endif %}",
    ],
    "templat-blok-lintas-sel": [
        "| {% for n in daftar_nama %} | x{% endfor %} |",
        "| {%p if ada %} | x |\n| y | {%p endif %} |",
    ],
    "templat-blok-lintas-baris": ["| {%tc if ada %} | x |\n| y | {%tc endif %} |"],
    "templat-blok-lintas-tabel": ["| {%tr if ada %} |\n| x |\nantara\n| {%tr endif %} |"],
    "templat-blok-lintas-wadah": [
        "<w:p><w:r><w:t>{% if ada %}</w:t></w:r><w:hyperlink><w:r><w:t>x{% endif %}</w:t></w:r></w:hyperlink></w:p>"
    ],
    "templat-aras-beda": ["| {%tr if ada %} |\n| x |\n{%p endif %}"],
    "templat-isi-hilang": [
        "Catatan: {%p if ada %}\n{%p endif %}",
        "| {%tr if ada %} | penting |\n| x | |\n| {%tr endif %} | |",
        "<w:p><w:r><w:t>{%p if ada %}</w:t><w:drawing/></w:r></w:p>\n{%p endif %}",
        "{%p if ada %}\n<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>{%p else %}</w:t></w:r></w:p>\n{%p endif %}",
    ],
    "templat-di-luar-tabel": ["{%tr if ada %}\n{%p endif %}"],
    "templat-nama-tak-dikenal": [
        "{{ jdul }}",
        "{{ dict(a=1) }}",
        "{% for s in daftar_sasaran %}{{ s.nma }}{% endfor %}",
        "{% set s = daftar_sasaran[0] %}{{ s.nma }}",
        "{{ daftar_sasaran|map(attribute='nma')|join }}",
        "{% for s in daftar_sasaran|selectattr('nma') %}x{% endfor %}",
        "{{ judul.nama }}",
        "{{ self }}",
        "{% for s in daftar_sasaran %}{% if s.unggulan %}{{ s.unggulan.nma }}{% endif %}{% endfor %}",
    ],
    "templat-di-luar-pengulangan": [
        "{{ indikator.nama }}",
        "{% for s in daftar_sasaran %}{{ indikator.nama }}{% endfor %}",
        "{% for i in sasaran.daftar_indikator %}{{ i.apa }}{% endfor %}",
        "{% for s in daftar_sasaran %}x{% endfor %}{{ s.nama }}",
        "{{ loop.index }}",
    ],
    "templat-nama-terlarang": ["{{ judul.__class__ }}", "{{ judul['__class__'] }}"],
    "templat-filter-tak-dikenal": ["{{ judul|uper }}", "{{ judul|indent }}", "{{ daftar_nama|map('uper')|join }}"],
    "templat-uji-tak-dikenal": ["{% if judul is kosong %}x{% endif %}", "{{ daftar_nama|select('genap')|join }}"],
    "templat-panggilan-ditolak": ["{{ judul.ljust(9) }}", "{{ judul() }}", "{{ daftar_nama[0].center(9) }}"],
    "templat-bukan-daftar": ["{% for s in judul %}x{% endfor %}", "{% for s in tahun %}x{% endfor %}"],
    "templat-mungkin-kosong": [
        "{{ catatan }}",
        "{{ catatan ~ judul }}",
        "{% for s in daftar_sasaran %}{{ s.unggulan.nama }}{% endfor %}",
        "{% if catatan or ada %}{{ catatan }}{% endif %}",
        "{{ judul if ada }}",
    ],
    "templat-angka-mungkin-kosong": [
        "{% if daftar_sasaran[0].daftar_indikator[0].capaian.nilai >= 100 %}x{% endif %}",
        (
            "{% for s in daftar_sasaran %}{% for i in s.daftar_indikator %}"
            "{% if i.capaian.ada or i.capaian.nilai < 5 %}x{% endif %}{% endfor %}{% endfor %}"
        ),
        "{% if 5 + daftar_sasaran[0].daftar_indikator[0].capaian.nilai == 7 %}x{% endif %}",
    ],
    "templat-jenis-beda": [
        "{% if daftar_sasaran[0].daftar_indikator[0].capaian >= 100 %}x{% endif %}",
        "{% if daftar_sasaran[0].daftar_indikator[0].capaian == 100 %}x{% endif %}",
        "{% if judul > 90 %}x{% endif %}",
        "{% for s in daftar_sasaran|sort %}x{% endfor %}",
        "{% for i in daftar_sasaran[0].daftar_indikator|sort(attribute='capaian') %}x{% endfor %}",
        "{% if tahun == '2025' %}x{% endif %}",
        "{% if ada == 'ya' %}x{% endif %}",
        "{% if daftar_sasaran > 3 %}x{% endif %}",
        "{{ judul + 1 }}",
        "{{ judul * 2 }}",
        "{{ daftar_sasaran[0].daftar_indikator[0].capaian - 5 }}",
    ],
    "templat-objek-dicetak": ["{% for s in daftar_sasaran %}{{ s }}{% endfor %}", "{{ daftar_sasaran[0] }}"],
    "templat-daftar-dicetak": ["{{ daftar_sasaran }}", "{{ [1, 2] }}"],
    "templat-daftar-bukan-satu": ["{{ daftar_sasaran.nama }}"],
    "templat-metode-tanpa-kurung": ["{{ daftar_sasaran[0].daftar_indikator[0].kalimat }}"],
    "templat-nilai-mentah": ["{{ jumlah }}", "{{ ada }}", "{{ tahun / 7 }}", "{{ jumlah * 0.5 }}"],
}


@pytest.mark.parametrize("naskah", BAIK)
def test_a_right_template_has_no_findings(naskah):
    assert kode(naskah) == []


def test_blocks_far_too_deep_are_told_with_their_place_and_nobody_walks_down_to_them():
    naskah = "\n".join(["{% if ada %}" * 300] * 2 + ["x"] + ["{% endif %}" * 300] * 2)
    assert set(kode(naskah)) == {"templat-blok-terlalu-dalam", "templat-blok-lintas-paragraf"}


@pytest.mark.parametrize(("satu", "naskah"), [(satu, naskah) for satu, semua in BURUK.items() for naskah in semua])
def test_a_fault_is_found_by_its_code_alone(satu, naskah):
    assert set(kode(naskah)) == {satu}


def test_all_faults_are_told_at_once_in_the_order_of_the_document():
    assert kode("{{ jdul }}\n{{ tahun\n{% if x %}\n{{ judul|uper }}\n| {%tr for %} |", kaki="{{ thun }}") == [
        "templat-nama-tak-dikenal",
        "templat-tag-tak-ditutup",
        "templat-blok-tak-ditutup",
        "templat-nama-tak-dikenal",
        "templat-filter-tak-dikenal",
        "templat-ungkapan-salah",
        "templat-blok-tak-ditutup",
        "templat-nama-tak-dikenal",
    ]


def test_an_open_row_above_does_not_hide_that_blocks_below_cross():
    naskah = "| {%tr if ada %} |\n| x |\n{%p for n in daftar_nama %}\n{%p if ada %}\ny\n{%p endfor %}\n{%p endif %}"
    assert kode(naskah) == ["templat-blok-tak-ditutup", "templat-blok-bersilang"]


def test_a_finding_tells_heading_table_row_column_and_tag():
    satu = temuan("# BAB III\nx\n| a | b |\n| c | {{ jdul }} |")[0]
    assert satu.asal == Asal("templat.docx", "isi dokumen, di bawah judul “BAB III”, tabel 1, baris 2, kolom 2")
    assert satu.nilai == "{{ jdul }}"
    assert dict(satu.rincian) == {"nama": "jdul", "saran": "judul"}


def test_a_finding_tells_paragraph_and_part():
    daftar = temuan("a\nb {{ x1 }}\n" + kotak("{{ x2 }}"), kepala="{{ x3 }}", kaki="{{ x4 }}", catatan="{{ x5 }}")
    assert [satu.asal.lembar for satu in daftar] == [
        "isi dokumen, paragraf 2",
        "isi dokumen, paragraf 3, kotak teks",
        "kaki halaman, paragraf 1",
        "catatan kaki, nomor 2, paragraf 1",
        "kepala halaman, paragraf 1",
    ]


def test_headers_and_footers_are_named_by_their_pages_and_their_section():
    berkas = docx.Document()
    berkas.settings.odd_and_even_pages_header_footer = True
    pertama, kedua = berkas.sections[0], berkas.add_section()
    pertama.different_first_page_header_footer = True
    kedua.footer.is_linked_to_previous = False
    sisi = (pertama.header, pertama.first_page_header, pertama.even_page_header, kedua.footer)
    for nomor, satu in enumerate(sisi):
        satu.paragraphs[0].text = f"{{{{ x{nomor} }}}}"
    berkas.save(aliran := io.BytesIO())
    terbuka, _ = open_template(aliran.getvalue(), "a.docx")
    assert terbuka is not None
    assert {satu.asal.lembar for satu in check_template(terbuka, Laporan)} == {
        "kepala halaman, paragraf 1",
        "kepala halaman pertama, paragraf 1",
        "kepala halaman genap, paragraf 1",
        "kaki halaman di bagian (section) 2, paragraf 1",
    }


@pytest.mark.parametrize(
    ("naskah", "saran"),
    [
        ("{{ tahn }}", "tahun"),
        ("{% for s in daftar_sasaran %}{{ s.daftar_indikatr }}{% endfor %}", "s.daftar_indikator"),
        ("{% for s in daftar_sasaran %}{{ unggulan }}{% endfor %}", "s.unggulan"),
        ("{{ daftar_indikator }}", "sasaran.daftar_indikator di dalam {% for sasaran in daftar_sasaran %}"),
        (
            "{% for s in daftar_sasaran %}{{ s.arah }}{% endfor %}",
            "s.unggulan.arah; indikator.arah di dalam {% for indikator in s.daftar_indikator %}",
        ),
        ("{{ daftar_indikatr }}", "sasaran.daftar_indikator di dalam {% for sasaran in daftar_sasaran %}"),
        ("{{ judul|jion }}", "join"),
        ("{% esle %}", "else"),
        ("{% if judul is nonee %}x{% endif %}", "none"),
        ("{% if judul is empty %}x{% endif %}", "none"),
        ("{% jika ada %}x{% endif %}", "if"),
        ("{% if ada %}x{% else if judul %}y{% endif %}", "elif"),
        ("{% for s in daftar_sasaran %}x{% end for %}", "endfor"),
        ("{{ judul|xmlattr }}", "abs, capitalize, count, d, default, e"),
    ],
)
def test_the_nearest_right_name_is_suggested(naskah, saran):
    assert dict(temuan(naskah)[0].rincian)["saran"] == saran


def test_a_name_used_after_its_loop_is_told_with_the_tag_of_the_loop():
    satu = temuan("{%p for s in daftar_sasaran %}\nx\n{%p endfor %}\n{{ s.nama }}")[0]
    assert dict(satu.rincian) == {"nama": "s", "putaran": "{%p for s in daftar_sasaran %}"}


def test_of_a_value_with_several_parts_those_are_named_that_can_be_printed():
    assert dict(temuan("{{ daftar_sasaran|first }}")[0].rincian) == {"nama": "(…)", "pilihan": "(…).nama"}


def test_a_faulty_loop_head_brings_forth_no_other_findings():
    assert kode("{% for s in daftar_sasarn %}{{ s.apa }}{{ loop.index }}{% endfor %}") == ["templat-nama-tak-dikenal"]


def test_unknown_types_are_passed_over_in_silence():
    @dataclass(frozen=True)
    class Terbuka:
        apa: object
        kamus: dict[str, int]
        lain: EntahApa  # noqa: F821 - a name for type checkers only

    isi = templat("{{ apa.saja.boleh() }}{{ kamus.x }}{{ lain.y }}{% for a in apa %}{{ a.b }}{% endfor %}")
    assert check_template(isi, Terbuka) == ()


def test_every_code_has_words_and_the_levels_agree():
    triggered = set(BURUK) | _elsewhere()
    assert set(PESAN) == triggered
    assert {satu for satu, isi in PESAN.items() if isi["tingkat"] != "galat"} == set(WARNINGS)


def _elsewhere() -> set[str]:
    """Return the codes that the tests of opening and rendering trigger."""
    return {
        "templat-angka-terlalu-besar",
        "templat-bagian-utama-hilang",
        "templat-bukan-grafik",
        "templat-gagal-dihitung",
        "templat-daftar-isi-dibiarkan",
        "templat-daftar-terlalu-banyak",
        "templat-filter-tak-perlu",
        "templat-gagal",
        "templat-berkas-tertutup",
        "templat-gambar-hilang",
        "templat-gambar-rusak",
        "templat-gambar-salah",
        "templat-grafik-dicetak",
        "templat-grafik-salah-tempat",
        "templat-grafik-terlalu-banyak",
        "templat-grafik-tidak-sendiri",
        "templat-hasil-rusak",
        "templat-hasil-terlalu-besar",
        "templat-hubungan-hilang",
        "templat-isi-dari-luar",
        "templat-jenis-isi-hilang",
        "templat-karakter-terlarang",
        "templat-nama-mirip",
        "templat-nilai-kosong",
        "templat-nilai-tak-ada",
        "templat-operasi-ditolak",
        "templat-putaran-terlalu-banyak",
        "templat-perubahan-terlacak",
        "templat-sisipan-berputar",
        "templat-sisipan-ditolak",
        "templat-sisipan-hilang",
        "templat-sisipan-rusak",
        "templat-tabel-terlalu-lebar",
        "templat-tag-di-sifat",
        "templat-tag-tersembunyi",
        "templat-teks-terlalu-panjang",
        "templat-terlalu-besar",
        "templat-tidak-ada",
        "templat-waktu-habis",
        "templat-xml-rusak",
    }


@pytest.mark.parametrize(("satu", "naskah"), [(satu, semua[0]) for satu, semua in BURUK.items()])
def test_every_wording_takes_the_parameters_of_its_finding(satu, naskah):
    for found in temuan(naskah):
        rincian = dict(found.rincian) | {"nilai": found.nilai}
        teks = PESAN[found.kode]["pesan"].format_map(rincian) + PESAN[found.kode]["perbaikan"].format_map(rincian)
        assert satu == found.kode
        assert "{nilai}" not in teks


def test_a_file_that_is_no_word_document_is_told_by_the_guard():
    assert open_template(b"%PDF-1.7", "a.docx")[1][0].kode == "berkas-pdf"


def _opening_code(parts: dict[str, bytes]) -> list[str]:
    terbuka, daftar_temuan = open_template(write_container(parts), "a.docx")
    assert terbuka is None
    return [satu.kode for satu in daftar_temuan]


BERGAMBAR = {
    "word/logo.webp": b"x",
    "word/_rels/styles.xml.rels": b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="a" Type="x/image" Target="logo.webp"/></Relationships>',
}
"""A picture of a kind that the package does not tell."""


@pytest.mark.parametrize("nama", [".DS_Store", "Thumbs.db", "__MACOSX/word/._document.xml", "word/media/logo.webp"])
def test_what_a_system_left_in_the_package_is_left_out_of_it(nama):
    terbuka, daftar_temuan = open_template(write_container({**bagian("x"), nama: b"x"}), "a.docx")
    assert daftar_temuan == ()
    assert terbuka is not None
    assert nama not in terbuka.parts


def test_a_broken_package_is_told_part_by_part():
    parts = bagian("x")
    assert _opening_code(parts | {"word/styles.xml": b"<a>"}) == ["templat-xml-rusak"]
    assert _opening_code({**parts, **BERGAMBAR}) == ["templat-jenis-isi-hilang"]
    assert _opening_code({nama: isi for nama, isi in parts.items() if nama != "word/styles.xml"}) == [
        "templat-hubungan-hilang"
    ]
    assert _opening_code({nama: isi for nama, isi in parts.items() if nama != "_rels/.rels"}) == [
        "templat-bagian-utama-hilang"
    ]


def test_the_programs_own_marks_in_a_document_are_refused():
    assert kode("{{ judul }} \U0010fff00\U0010fff1") == ["templat-karakter-terlarang"]


def test_opening_tells_nothing_of_faults_in_tags():
    terbuka, daftar_temuan = open_template(dokumen("{{ jdul"), "a.docx")
    assert terbuka is not None
    assert daftar_temuan == ()
    assert len(check_template(terbuka, Laporan)) == 1
