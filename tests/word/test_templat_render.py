from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import docxtpl
import jinja2
import pytest
from pandangan_uji import LAPORAN, Laporan, Sasaran, gagal, hasil, templat, tercetak
from rakitan import NS, akar, baca, bagian, buka, dokumen, kotak

from lakip_gen.laporan.pandangan_angka import Angka
from lakip_gen.word.fill.render import render
from lakip_gen.word.package.properties import Properties


def test_a_value_takes_the_place_of_its_tag():
    assert tercetak("Judul: {{ judul }} {{ tahun }}.") == ["Judul: Laporan Kinerja 2025."]


def test_a_tag_cut_over_many_runs_is_joined_and_its_surroundings_keep_their_formatting():
    isi = hasil("Awal ¦{¦{ ju¦dul }¦} akhir")
    assert baca(isi) == ["Awal Laporan Kinerja akhir"]
    runs = akar(isi).findall(".//w:r", NS)
    assert [("".join(run.itertext()), run.find("w:rPr/w:b", NS) is not None) for run in runs] == [
        ("Awal ", False),
        ("Laporan Kinerja", True),
        (" akhir", False),
    ]


def test_a_row_loop_repeats_its_rows_and_its_tags_leave_no_row():
    naskah = """
    {%p for s in daftar_sasaran %}
    Sasaran {{ s.nama }}
    | No | Indikator |
    | {%tr for i in s.daftar_indikator %} | |
    | {{ loop.index }} | {{ i.nama }}: {{ i.capaian }} |
    | {%tr endfor %} | |
    {%p endfor %}
    """
    assert tercetak(naskah) == [
        "Sasaran Layanan prima",
        "No | Indikator",
        "1 | Persentase layanan tepat waktu: 87,50",
        "2 | Jumlah dokumen A & B < C: 12",
        "Sasaran Tata kelola",
        "No | Indikator",
    ]


BERGANTI = "<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>"
"""A paragraph with a section break, as Word and LibreOffice leave it where a break follows a tag at once."""


@pytest.mark.parametrize(
    ("pembuka", "penutup", "urutan"),
    [
        ("{%p for n in daftar_nama %}", BERGANTI.format("{%p endfor %}"), ["Ani", "Budi", "Citra", "--", "akhir"]),
        (BERGANTI.format("{%p for n in daftar_nama %}"), "{%p endfor %}", ["--", "Ani", "Budi", "Citra", "akhir"]),
        (BERGANTI.format("{#p catatan #}"), "", ["--", "", "akhir"]),
    ],
)
def test_a_section_break_in_the_paragraph_of_a_tag_stays_outside_the_block(pembuka, penutup, urutan):
    isi = "{{ n }}" if penutup else "{{ '' }}"
    badan = akar(hasil(f"{pembuka}\n{isi}\n{penutup}\nakhir")).find("w:body", NS)
    assert badan is not None
    assert [
        "--" if p.find("w:pPr/w:sectPr", NS) is not None else "".join(map(str, p.itertext()))
        for p in badan.iterfind("w:p", NS)
    ] == urutan


def test_a_cell_loop_repeats_cells_and_the_grid_follows():
    isi = hasil("| {%tc for n in daftar_nama %} | {{ n }} | {%tc endfor %} | ya |")
    assert baca(isi) == ["Ani | Budi | Citra | ya"]
    assert len(akar(isi).findall(".//w:gridCol", NS)) == 4


def test_inline_conditions_leave_the_formatting_of_each_side_alone():
    isi = hasil("¦{% if not ada %}¦tidak¦{% else %}¦ya¦{% endif %}¦ tamat")
    runs = akar(isi).findall(".//w:r", NS)
    assert [("".join(run.itertext()), run.find("w:rPr/w:b", NS) is not None) for run in runs] == [
        ("ya", False),
        (" tamat", False),
    ]


def test_elif_and_set_and_unpacking_work():
    naskah = "{% set x = tahun + 1 %}{% if x == 1 %}a{% elif x == 2026 %}b{% else %}c{% endif %}"
    assert tercetak(naskah + "{% for nama, n in pasangan %}[{{ nama }}={{ n }}]{% endfor %}") == ["b[satu=1][dua=2]"]


def test_comments_vanish_with_what_they_stand_for():
    naskah = "{#p paragraf ini hilang #}\nisi{# ini juga #}\n| {#tr baris ini pun #} |\n| tetap |"
    assert tercetak(naskah) == ["isi", "tetap"]


def test_several_paragraph_tags_may_share_a_paragraph():
    assert tercetak("{%p if ada %}{%p for n in daftar_nama %}\n{{ n }}\n{%p endfor %} {%p endif %}") == [
        "Ani",
        "Budi",
        "Citra",
    ]


def test_smart_quotes_and_hard_blanks_are_straightened_inside_tags_only():
    assert tercetak("“{{ catatan\u00a0or “belum” }}” kata\u00a0ini") == ["“belum” kata\u00a0ini"]


def test_a_line_break_inside_a_tag_is_a_blank():
    assert tercetak("<w:p><w:r><w:t>{{ judul</w:t><w:br/><w:t>}} x</w:t></w:r></w:p>") == ["Laporan Kinerja x"]


def test_bookmarks_and_spelling_marks_inside_a_tag_do_no_harm():
    naskah = (
        '<w:p><w:r><w:t>{{ ju</w:t></w:r><w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="0" w:name="x"/>'
        '<w:r><w:t>dul }}</w:t></w:r><w:proofErr w:type="spellEnd"/><w:bookmarkEnd w:id="0"/></w:p>'
    )
    isi = hasil(naskah)
    assert baca(isi) == ["Laporan Kinerja"]
    assert len(akar(isi).findall(".//w:bookmarkStart", NS)) == 1
    assert not akar(isi).findall(".//w:proofErr", NS)


def test_breaks_and_tabs_in_a_value_become_those_of_word():
    isi = hasil("{{ judul }}", replace(LAPORAN, judul="satu\r\ndua\ttiga\x0bempat\x00\x07\ufffe\ud800"))
    assert baca(isi) == ["satu\ndua\ttiga\nempat\ufffd"]
    assert len(akar(isi).findall(".//w:br", NS)) == 2


@pytest.mark.parametrize(
    "teks", ["A & B", "<w:p>", "]]>", "{{ 7*7 }}", "{% if %}", "{#", "&amp;", "\U0010fff00\U0010fff1"]
)
def test_text_of_a_value_is_never_markup_nor_a_tag(teks):
    assert tercetak("[{{ judul }}]", replace(LAPORAN, judul=teks)) == [f"[{teks}]"]


def test_jinja_in_the_documents_own_text_outside_tags_stays_text():
    assert tercetak("# judul\n## bukan perintah { % } { satu }\n{{ tahun }}")[1:] == [
        "## bukan perintah { % } { satu }",
        "2025",
    ]


def test_headers_footers_and_footnotes_are_filled():
    isi = hasil("isi", kepala="{{ judul }}", kaki="{{ tahun }}", catatan="Sumber: {{ judul }}")
    assert [baca(isi, f"word/{nama}.xml") for nama in ("header", "footer", "footnotes")] == [
        ["Laporan Kinerja"],
        ["2025"],
        ["Sumber: Laporan Kinerja"],
    ]


def beracuan(nomor=2):
    return f'<w:p><w:r><w:t>x</w:t></w:r><w:r><w:footnoteReference w:id="{nomor}"/></w:r></w:p>'


@pytest.mark.parametrize(
    ("naskah", "banyak"),
    [
        (beracuan(), 1),
        (f"{{%p for n in daftar_nama %}}\n{beracuan()}\n{{%p endfor %}}\n{beracuan()}", 4),
        (f"{{%p for n in daftar_nama %}}\n{beracuan(7)}\n{{%p endfor %}}", None),
    ],
    ids=["sekali", "berulang", "tanpa catatan"],
)
def test_every_reference_to_a_footnote_has_a_footnote_of_its_own(naskah, banyak):
    isi = buka(hasil(naskah, catatan="Sumber: {{ judul }}"))
    acuan = re.findall(rb'footnoteReference w:id="(\d+)"', isi["word/document.xml"])
    catatan = re.findall(rb'<w:footnote w:id="(\d+)"', isi["word/footnotes.xml"])
    if banyak is None:
        assert (acuan, catatan) == ([b"7"] * 3, [b"2"])
        return
    assert len(set(acuan)) == banyak
    assert set(catatan) == set(acuan)
    assert isi["word/footnotes.xml"].count(b"Sumber: Laporan Kinerja") == banyak


def test_both_branches_of_a_text_box_are_filled():
    assert baca(hasil(kotak("{{ tahun }}"))).count("2025") == 2


def test_tags_in_hyperlinks_and_content_controls_are_filled():
    naskah = (
        "<w:p><w:hyperlink><w:r><w:t>{{ tahun }}</w:t></w:r></w:hyperlink></w:p>"
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>{{ judul }}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    assert tercetak(naskah) == ["2025", "Laporan Kinerja"]


def test_a_table_that_loses_all_rows_goes_and_a_cell_that_loses_all_paragraphs_gets_one():
    isi = hasil("| {%tr for s in daftar_sasaran %} |\n| {{ s.nama }} |\n| {%tr endfor %} |", Laporan())
    assert not akar(isi).findall(".//w:tbl", NS)
    isi = hasil("| {%p if not ada %}//tidak//{%p endif %} | ya |")
    assert [len(sel.findall("w:p", NS)) for sel in akar(isi).iter(f"{{{NS['w']}}}tc")] == [1, 1]


def test_an_emptied_content_control_goes():
    sdt = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    lines = "".join(f"<w:p><w:r><w:t>{teks}</w:t></w:r></w:p>" for teks in ("{%p if not ada %}", "x", "{%p endif %}"))
    isi = hasil(sdt.format(lines) + "<w:p/>")
    assert not akar(isi).findall(".//w:sdt", NS)


def test_drawings_and_bookmarks_in_a_loop_keep_unique_ids():
    drawing = '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x"/></wp:inline></w:drawing></w:r></w:p>'
    mark = '<w:p><w:bookmarkStart w:id="5" w:name="m"/><w:r><w:t>x</w:t></w:r><w:bookmarkEnd w:id="5"/></w:p>'
    root = akar(hasil(f"{{%p for n in daftar_nama %}}\n{drawing}{mark}\n{{%p endfor %}}"))
    ids = [element.get("id") for element in root.findall(".//wp:docPr", NS)]
    assert len(ids) == len(set(ids)) == 3
    assert len(root.findall(".//w:bookmarkStart", NS)) == len(root.findall(".//w:bookmarkEnd", NS)) == 1


def test_paragraph_ids_that_a_loop_would_repeat_are_dropped():
    root = akar(hasil('<w:p w14:paraId="1"><w:r><w:t>{{ tahun }}</w:t></w:r></w:p>'))
    assert not root.xpath("//@w14:paraId", namespaces={"w14": "http://schemas.microsoft.com/office/word/2010/wordml"})


def test_parts_without_tags_pass_byte_for_byte():
    sumber = bagian("{{ tahun }}", kepala="tanpa tag { saja }")
    keluar = buka(hasil("{{ tahun }}", kepala="tanpa tag { saja }"))
    assert {nama for nama in sumber if sumber[nama] != keluar[nama]} == {"word/document.xml"}


def test_the_same_template_and_data_give_the_same_bytes():
    naskah = "{% for n in daftar_nama %}{{ n }}{% endfor %}"
    assert hasil(naskah) == hasil(naskah)


def test_document_properties_can_be_replaced():
    sifat = Properties(title="LKjIP & lain", author="Dinas", subject="Kinerja", time=datetime(2025, 4, 1, tzinfo=UTC))
    isi, _ = render(templat("x {{ tahun }}"), LAPORAN, properties=sifat)
    assert isi is not None
    core = buka(isi)["docProps/core.xml"].decode()
    assert "LKjIP &amp; lain" in core
    assert "<dc:subject>Kinerja</dc:subject>" in core
    assert core.count("2025-04-01T00:00:00Z") == 2
    assert core.count(">Dinas<") == 2


def test_a_template_with_faults_is_never_rendered():
    assert gagal("{{ jdul }}") == ["templat-nama-tak-dikenal"]


def test_a_document_without_any_tag_passes():
    assert tercetak("hanya teks") == ["hanya teks"]


@pytest.mark.parametrize(
    ("naskah", "kode"),
    [
        ("{{ daftar_sasaran[9].nama }}", "templat-nilai-tak-ada"),
        (
            "{% for i in daftar_sasaran[0].daftar_indikator %}{{ loop.nextitem.catatan }}{% endfor %}",
            "templat-nilai-kosong",
        ),
        ("{{ tahun / 0 }}", "templat-gagal-dihitung"),
        ("{{ judul.upper() + tahun }}", "templat-gagal-dihitung"),
        ("{{ judul + tahun }}", "templat-jenis-beda"),
        ("{{ 'a'.upper() * 50000000 }}", "templat-operasi-ditolak"),
        ("{{ '%900000000s'.lower() % tahun }}", "templat-operasi-ditolak"),
        ("{{ 9 ** 9999 }}", "templat-angka-terlalu-besar"),
        ("{% set a = [1, 2] %}{% set b = [a, a] %}", "templat-operasi-ditolak"),
        ("{{ pasangan|first|first|list }}", "templat-daftar-dicetak"),
    ],
)
def test_what_fails_while_rendering_is_told_with_its_tag(naskah, kode):
    assert gagal(f"awal {{{{ judul }}}}\n{naskah}") == [kode]
    _, daftar_temuan = render(templat(f"awal {{{{ judul }}}}\n{naskah}"), LAPORAN)
    assert daftar_temuan[-1].asal.lembar == "isi dokumen, paragraf 2"
    assert daftar_temuan[-1].nilai in naskah


def test_text_that_doubles_without_end_is_stopped():
    naskah = "{% set a = 'xxxxxxxxxxxxxxxx' %}" + "{% set a = a ~ a %}" * 40 + "{{ a }}"
    assert gagal(naskah) == ["templat-teks-terlalu-panjang"]
    assert gagal(naskah.replace("~", "+")) == ["templat-teks-terlalu-panjang"]


def test_many_values_that_print_nothing_end_no_document():
    assert tercetak("{{ '' if tahun else 'x' }}" * 200 + "{% for n in daftar_nama %}{{ '' }}{% endfor %}akhir") == [
        "akhir"
    ]


def test_endless_loops_and_output_are_stopped(monkeypatch):
    monkeypatch.setattr("lakip_gen.word.tags.limits.MOST_TURNS", 1000)
    naskah = "".join(f"{{% for {nama} in daftar_nama %}}" for nama in "abcdefgh") + "{% endfor %}" * 8
    assert gagal(naskah) == ["templat-putaran-terlalu-banyak"]
    monkeypatch.setattr("lakip_gen.word.tags.limits.MOST_SECONDS", -1)
    assert gagal("{{ judul }}") == ["templat-waktu-habis"]
    monkeypatch.undo()
    monkeypatch.setattr("lakip_gen.word.fill.render.LARGEST_OUTPUT", 1000)
    assert gagal("{% for n in daftar_nama %}" + "x" * 900 + "{% endfor %}") == ["templat-hasil-terlalu-besar"]


def test_a_document_that_cannot_be_read_back_is_not_handed_out(monkeypatch):
    monkeypatch.setattr("lakip_gen.word.tags.printed._MARKUP", {})
    assert gagal("{{ judul }}", replace(LAPORAN, judul="<")) == ["templat-hasil-rusak"]


def test_a_part_too_complex_for_python_is_told(monkeypatch):
    def _raise(_pohon: object) -> None:
        raise RecursionError

    monkeypatch.setattr("lakip_gen.word.fill.render.SANDBOX.from_string", _raise)
    assert gagal("{{ judul }}") == ["templat-terlalu-rumit"]


_ORACLE = """
# {{ judul }}
{{ tahun }} “{{ judul }}” {% if ada %}ya{% else %}tidak{% endif %} & <tetap>
{%p for s in daftar_sasaran %}
Sasaran ¦{{ s¦.nama }}¦ {{ loop.index }}
| No | Nama |
| {%tr for i in s.daftar_indikator %} | |
| {{ loop.index }} | {{ i.na¦ma }} {{ i.capaian }} |
| {%tr endfor %} | |
{%p endfor %}
{% for n in daftar_nama %}{{ n }}{% if not loop.last %}, {% endif %}{% endfor %}
"""


def test_docxtpl_makes_the_same_text_of_the_same_template_and_data():
    lain = docxtpl.DocxTemplate(io.BytesIO(dokumen(_ORACLE, kepala="{{ judul }}")))
    data = {nama: getattr(LAPORAN, nama) for nama in ("judul", "tahun", "ada", "daftar_sasaran", "daftar_nama")}
    lain.render(data, jinja_env=jinja2.Environment(autoescape=True), autoescape=True)
    keluar = io.BytesIO()
    lain.save(keluar)
    kita = hasil(_ORACLE, kepala="{{ judul }}")
    assert baca(kita) == baca(keluar.getvalue())
    assert baca(kita, "word/header.xml") == baca(keluar.getvalue(), "word/header.xml")


@pytest.mark.lengkap
def test_five_thousand_rows_cost_no_more_than_linearly():
    naskah = "| x |\n| {%tr for s in daftar_sasaran %} |\n| {{ s.nama }} |\n| {%tr endfor %} |"
    banyak = Laporan(daftar_sasaran=tuple(Sasaran(f"S{nomor}") for nomor in range(5000)))
    assert len(tercetak(naskah, banyak)) == 5001


def test_numbers_written_in_a_template_are_as_exact_as_the_figures():
    naskah = "{% if 0.1 + 0.2 == 0.3 and 1 / 8 == 0.125 and jumlah * 0.1 == 0.3 %}tepat{% endif %}"
    assert tercetak(naskah) == ["tepat"]


def test_sorting_by_a_value_puts_those_without_one_last():
    naskah = "{% for s in daftar_sasaran[0].daftar_indikator|sort(attribute='catatan') %}{{ s.kode }} {% endfor %}"
    terbalik = naskah.replace("sort(", "sort(reverse=true, ")
    assert tercetak(f"{naskah}\n{terbalik}") == ["IKU-1 IKD-2 ", "IKU-1 IKD-2 "]


def test_a_figure_without_a_number_counts_as_no():
    assert [bool(angka) for angka in (Angka("belum dilaporkan"), Angka("0,00", Decimal(0)))] == [False, True]


@pytest.mark.parametrize(
    ("ungkapan", "hasil_cetak"),
    [
        ("jumlah * 0.9090", "2,73"),
        ("100 / 7", "14,29"),
        ("10000000 / 7", "1.428.571,43"),
        ("-0.001", "0,00"),
        ("87.5", "87,50"),
        ("8 / 4", "2"),
        ("tahun", "2025"),
        ("(100 / 7) ~ ' persen'", "14,29 persen"),
        ("[1 / 7, 2.5, 3]|join('; ')", "0,14; 2,50; 3"),
        ("[1 / 7, 2 / 7]|map('abs')|join(' dan ')", "0,14 dan 0,29"),
        ("[22 / 7]|first", "3,14"),
        ("(22 / 7)|upper", "3,14"),
        ("2 ** -1", "0,50"),
        ("ada", "ya"),
        ("not ada", "tidak"),
    ],
)
def test_what_a_template_computes_is_printed_as_indonesian_writes_it(ungkapan, hasil_cetak):
    assert tercetak(f"{{{{ {ungkapan} }}}}") == [hasil_cetak]


@pytest.mark.parametrize(
    ("naskah", "baris"),
    [
        ("{{r judul }}", LAPORAN.judul),
        ("{{r judul|upper }}", LAPORAN.judul.upper()),
        ("{%r if ada %}ya{%r else %}tidak{%r endif %}", "ya"),
        ("{% set r = 'isi' %}{{ r }}", "isi"),
        ("{% set r = 'isi' %}{{ r if ada else 'x' }}", "isi"),
        ("{% set r = 'isi' %}{{ r|upper }}", "ISI"),
        ("a{#r catatan #}b", "ab"),
    ],
)
def test_the_letter_for_a_run_of_other_templates_is_taken_as_plain(naskah, baris):
    assert tercetak(naskah) == [baris]
