"""The forms that templates for docxtpl have, as its documentation shows them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pandangan_uji import LAPORAN, gagal, hasil, kode, temuan, tercetak
from rakitan import NS, W, akar, baca, paragraf

from lakip_gen.pesan.katalog import jelaskan
from lakip_gen.word.package import xml


def sel(nomor: int, isi: bytes):
    """Return the properties of a cell of the first table, counted through all rows."""
    return akar(isi).findall(".//w:tc", NS)[nomor].find("w:tcPr", NS)


@pytest.mark.parametrize(
    ("naskah", "baris"),
    [
        pytest.param("{% if ada %}\nya\n{% else %}\ntidak\n{% endif %}", ["ya"], id="if"),
        pytest.param(
            "{% if not ada %}\nya\n{% elif tahun %}\ntahun\n{% endif %}\nakhir", ["tahun", "akhir"], id="elif"
        ),
        pytest.param("{% for n in daftar_nama %}\n{{ n }}\n{% endfor %}", ["Ani", "Budi", "Citra"], id="for"),
        pytest.param(
            "{% for n in daftar_nama %}\n{% if n == 'Budi' %}\n{{ n }}\n{% endif %}\n{% endfor %}",
            ["Budi"],
            id="nested",
        ),
        pytest.param("{% set x = 1 %}\n{% if ada %}\n{{ x }}\n{% endif %}", ["1"], id="beside a set"),
    ],
)
def test_a_block_whose_tags_stand_alone_takes_their_paragraphs(naskah, baris):
    isi = hasil(naskah)
    assert baca(isi) == baris
    sisa = 1 if naskah.startswith("{% set") else 0
    assert len(akar(isi).findall(".//w:body/w:p", NS)) == len(baris) + sisa


def test_blocks_within_the_text_stay_within_it():
    assert tercetak("{% if ada %}{% endif %}\n{% if ada %}a{% endif %}") == ["a"]
    assert set(kode("{% if ada %}\nx\n{% else %}y\n{% endif %}")) == {"templat-blok-lintas-paragraf"}


BARIS = (
    *("Rumah saya", "{%- if ada -%}", "\u00a0di kota", "{%- else -%}", "\u00a0di desa", "{%- endif -%}"),
    "\u00a0dan tenang.",
)
RUMAH = "\n".join(map(paragraf, BARIS))


def test_a_sentence_split_over_lines_is_one_sentence():
    assert tercetak(RUMAH) == ["Rumah saya\u00a0di kota\u00a0dan tenang."]
    assert baca(hasil(RUMAH, replace(LAPORAN, ada=False))) == ["Rumah saya\u00a0di desa\u00a0dan tenang."]


@pytest.mark.parametrize(
    ("naskah", "baris"),
    [
        pytest.param("a {{- judul -}} b", ["aLaporan Kinerjab"], id="print"),
        pytest.param("a¦ ¦{%- if ada %} ya¦ {%- endif %} b", ["a ya b"], id="before"),
        pytest.param("a {% if ada -%} ¦ ya {% endif -%}¦ b", ["a ya b"], id="behind"),
        pytest.param("a {%+ if ada +%} ya {% endif %}", ["a  ya "], id="plus"),
        pytest.param("{%- if ada -%}a{%- endif -%}", ["a"], id="first and last of all"),
        pytest.param("{%p if ada -%}\na\n{%p endif -%}", ["a"], id="with a letter"),
        pytest.param(
            "<w:p><w:r><w:t>a</w:t><w:br/><w:t>{%- if ada -%}</w:t><w:br/><w:t>b{% endif %}</w:t></w:r></w:p>",
            ["ab"],
            id="lines of one paragraph",
        ),
        pytest.param("| a {{- judul }} |", ["aLaporan Kinerja"], id="cell"),
        pytest.param("| a |\n{{- judul }}", ["a", "Laporan Kinerja"], id="behind a table"),
    ],
)
def test_a_sign_at_the_brackets_takes_blanks_and_line_ends_away(naskah, baris):
    assert tercetak(naskah) == baris


def test_a_section_that_ends_between_two_lines_keeps_them_apart():
    bagian = "<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"
    assert tercetak(f"{bagian}\n{{{{- judul }}}}") == ["a", "Laporan Kinerja"]


def test_the_colour_of_a_cell_is_what_the_tag_says():
    isi = hasil('| {% cellbg "FFC000" %}a | {% cellbg "#00b050" if ada else "auto" %}b | c |')
    assert baca(isi) == ["a | b | c"]
    fills = [None if (shade := sel(n, isi).find("w:shd", NS)) is None else shade.get(f"{{{W}}}fill") for n in range(3)]
    assert fills == ["FFC000", "00b050", None]


def test_a_cell_takes_as_many_columns_as_the_tag_says():
    isi = hasil("| {% colspan 3 %}a |\n| x | y | z |")
    assert sel(0, isi).find("w:gridSpan", NS).get(xml.VAL) == "3"


@pytest.mark.parametrize(
    ("naskah", "satu"),
    [
        pytest.param("| {% cellbg judul %}a |", "templat-gagal-dihitung", id="no colour"),
        pytest.param("| {% colspan 0 %}a |", "templat-gagal-dihitung", id="no column"),
        pytest.param("| {% colspan 64 %}a |", "templat-gagal-dihitung", id="too many columns"),
        pytest.param('{% cellbg "FFC000" %}', "templat-di-luar-tabel", id="outside a table"),
        pytest.param("| {% cellbg %}a |", "templat-ungkapan-salah", id="nothing said"),
        pytest.param("| {% cellbg catatan %}a |", "templat-mungkin-kosong", id="maybe nothing"),
        pytest.param("| {% vm %}a |", "templat-di-luar-pengulangan", id="no loop"),
    ],
)
def test_what_no_cell_can_have_is_told(naskah, satu):
    assert (kode(naskah) or gagal(naskah)) == [satu]


def test_cells_of_a_loop_merge_into_one_as_wide_as_all():
    isi = hasil("| {%tc for n in daftar_nama %} | {% hm %}bersama | {%tc endfor %} |\n| a | b | c |")
    assert baca(isi) == ["bersama", "a | b | c"]
    assert sel(0, isi).find("w:gridSpan", NS).get(xml.VAL) == "3"


def test_a_cell_that_is_wide_already_takes_as_many_columns_in_every_round():
    baris = "<w:tr><w:tc><w:p><w:r><w:t>{%tc for n in daftar_nama %}</w:t></w:r></w:p></w:tc>"
    lebar = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>{% hm %}bersama</w:t></w:r></w:p></w:tc>'
    akhir = "<w:tc><w:p><w:r><w:t>{%tc endfor %}</w:t></w:r></w:p></w:tc></w:tr>"
    isi = hasil(f"<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>{baris}{lebar}{akhir}</w:tbl>")
    assert sel(0, isi).find("w:gridSpan", NS).get(xml.VAL) == "6"


def test_cells_of_a_loop_over_rows_merge_downwards_and_say_their_text_once():
    isi = hasil("| {%tr for n in daftar_nama %} | |\n| {% vm %}bersama | {{ n }} |\n| {%tr endfor %} | |")
    assert baca(isi) == ["bersama | Ani", " | Budi", " | Citra"]
    merges = [sel(2 * n, isi).find("w:vMerge", NS).get(xml.VAL) for n in range(3)]
    assert merges == ["restart", "continue", "continue"]


@pytest.mark.parametrize(
    ("ungkapan", "hasil_cetak"),
    [
        ("(2 / 3)|round(1)", "0,7"),
        ("1234.5|round", "1.235"),
        ("87.5|round(3)", "87,500"),
        ("(2 / 3)|round(2, 'floor')", "0,66"),
        ("1.001|round(method='ceil')", "2"),
        ("(7|round(1)) * 2", "14"),
        ("[1, 2.25]|sum", "3,25"),
        ("daftar_sasaran[0].daftar_indikator|sum(attribute='nilai')", "175"),
        ("[]|sum", "0"),
        ("judul|replace('Kinerja', 'Akhir')", "Laporan Akhir"),
        ("'aaa'|replace('a', 'b', 2)", "bba"),
        ("tahun|replace('20', '')", "25"),
        ("'%s: %.2f dari %d, 50%%'|format(judul, 1234.567, 4)", "Laporan Kinerja: 1.234,57 dari 4, 50%"),
        ("'%s'|format(87.5)", "87,50"),
        ("'%d dan %d'|format(tahun, 5403.6)", "2025 dan 5.404"),
        ("judul|e", "Laporan Kinerja"),
        ("judul|escape|safe", "Laporan Kinerja"),
        ("'&<'|e", "&<"),
        ("catatan|default('–')", "–"),
        ("catatan|d('x')", "x"),
        ("judul|default('–')", "Laporan Kinerja"),
        ("''|default('–', true)", "–"),
    ],
)
def test_filters_of_numbers_and_texts_give_what_indonesian_writes(ungkapan, hasil_cetak):
    assert tercetak(f"{{{{ {ungkapan} }}}}") == [hasil_cetak]


@pytest.mark.parametrize(
    "ungkapan",
    [
        "2|round(11)",
        "2|round(-1)",
        "2|round(1, 'up')",
        "judul|round",
        "daftar_sasaran|sum(attribute='unggulan')",
        "'%s'|format",
        "'%s'|format(1, 2)",
        "'%5d'|format(1)",
        "'%d'|format(judul)",
        "'%(nama)s'|format(1)",
        "('a' * 9)|replace('a', 'b')",
        "'x'|replace('x', 'y', 1, 2)",
    ],
)
def test_a_filter_that_cannot_be_right_is_told(ungkapan):
    assert len(gagal(f"{{{{ {ungkapan} }}}}")) == 1


def test_a_text_does_not_grow_without_end_by_replacing():
    naskah = "{% set a = 'x' %}" + "{% set a = a|replace('x', 'xxxxxxxxxx') %}" * 6 + "{{ a }}"
    assert gagal(naskah) == ["templat-teks-terlalu-panjang"]


def test_what_is_not_needed_is_said_and_hinders_nothing():
    assert kode("{{ judul|e }}{{ judul|safe }}") == ["templat-filter-tak-perlu"] * 2


@pytest.mark.parametrize(
    ("naskah", "baris"),
    [
        pytest.param("Tulis {_{ nama }_} dan {_% if %_}", ["Tulis {{ nama }} dan {% if %}"], id="both kinds"),
        pytest.param("{_¦{r nama }¦_} {{ tahun }}", ["{{r nama }} 2025"], id="cut over runs"),
        pytest.param("| {_{ | }_} |\n{%p if ada %}\n{_%p if %_}\n{%p endif %}", ["{{ | }}", "{%p if %}"], id="cells"),
        pytest.param("{{ '{_{' }}", ["{_{"], id="within a tag"),
    ],
)
def test_brackets_that_are_to_be_read_are_printed(naskah, baris):
    assert tercetak(naskah) == baris


@pytest.mark.parametrize(
    ("naskah", "baris"),
    [
        pytest.param("{% for n in range(3) %}{{ n }} {% endfor %}", ["0 1 2 "], id="to"),
        pytest.param("{% for n in range(6, 0, -2) %}{{ n }} {% endfor %}", ["6 4 2 "], id="down"),
        pytest.param("| {%tr for n in range(2) %} |\n| {{ n + 1 }}. |\n| {%tr endfor %} |", ["1.", "2."], id="rows"),
        pytest.param("{% for n in range(tahun - 2023) %}{{ loop.last }}{% endfor %}", ["tidakya"], id="of a value"),
    ],
)
def test_a_loop_counts(naskah, baris):
    assert tercetak(naskah) == baris


@pytest.mark.parametrize(
    ("naskah", "satu"),
    [
        ("{% for n in range(1001) %}x{% endfor %}", "templat-putaran-terlalu-banyak"),
        ("{% for n in range(judul) %}x{% endfor %}", "templat-gagal-dihitung"),
        ("{% for n in range(1, 2, 0) %}x{% endfor %}", "templat-gagal-dihitung"),
        ("{% for n in range(10 ** 30) %}x{% endfor %}", "templat-angka-terlalu-besar"),
        ("{% for n in range(9, lain) %}x{% endfor %}", "templat-nama-tak-dikenal"),
        ("{{ range }}", "templat-nama-tak-dikenal"),
        ("{{ range(stop=3)|sum }}", "templat-nama-tak-dikenal"),
        ("{{ range(3) }}", "templat-daftar-dicetak"),
    ],
)
def test_a_count_that_cannot_be_is_told(naskah, satu):
    assert gagal(naskah) == [satu]


def test_a_letter_needs_no_blank_behind_it():
    assert tercetak("{%pif ada%}\nya\n{%pendif%}\n| {%trfor n in daftar_nama%} |\n| {{n}} |\n| {%trendfor%} |") == [
        *("ya", "Ani", "Budi", "Citra")
    ]


def test_a_text_with_a_condition_is_followed_by_nothing_where_it_does_not_hold():
    assert tercetak("{% for n in daftar_nama %}{{ n }}{{ ', ' if not loop.last }}{% endfor %}") == ["Ani, Budi, Citra"]


@pytest.mark.parametrize(
    ("naskah", "ganti"),
    [
        ("{% macro a() %}x{% endmacro %}", 'include "nama.docx"'),
        ("{% extends 'x' %}", 'include "nama.docx"'),
        ("{% with x = 1 %}{{ x }}{% endwith %}", "{% set nama = ... %}"),
        ("{% raw %}x{% endraw %}", "{_{ dan }_}"),
        ("{% filter upper %}x{% endfilter %}", "{{ nama|upper }}"),
        ("{% autoescape true %}x{% endautoescape %}", "selalu tercetak"),
        ("{% for n in daftar_nama %}{% break %}{% endfor %}", "{% for ... in ... if ... %}"),
    ],
)
def test_a_refused_command_comes_with_what_takes_its_place(naskah, ganti):
    (satu,) = map(jelaskan, temuan(naskah))
    assert satu.kode == "templat-perintah-ditolak"
    assert ganti in satu.perbaikan


def test_breaks_in_a_text_stay_breaks_and_no_word_is_glued_to_another():
    """A new page within a text is a new line here; tabs stay tabs."""
    assert tercetak("{{ judul }}", replace(LAPORAN, judul="a\nb\tc\fd")) == ["a\nb\tc\nd"]


def test_the_letter_of_a_run_glued_to_a_name_is_told_with_the_name_it_hides():
    (satu,) = map(jelaskan, temuan("{{rjudul}}"))
    assert (satu.kode, "judul" in satu.perbaikan) == ("templat-nama-tak-dikenal", True)


def test_tags_that_take_a_paragraph_cannot_share_it():
    assert kode("{%p if ada %}Isinya{%p endif %}") == ["templat-isi-hilang"]
