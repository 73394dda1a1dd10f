"""One template for each of docxtpl's own test scripts, written anew, filled by docxtpl and by this program.

Three kinds: those that give the same as they are, the documents and pictures that Python code would give being files
beside the template; those that do with this program's own form of what only Python code can do; and those that are
refused or told of, with the place and the mend.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
from dataclasses import dataclass, replace

import jinja2
import pytest
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage, Listing, RichText, RichTextParagraph
from docxtpl_uji import Isi, Templat, bergambar, data, isi_docxtpl, isi_sendiri, rupa
from rakitan import baca, bagian, buka, dokumen, kotak, paragraf
from test_templat_sisipan import png

from lakip_gen.ooxml.writer import write_container
from lakip_gen.pesan.katalog import jelaskan
from lakip_gen.word.inspect.check import WARNINGS, check_template
from lakip_gen.word.package import opc
from lakip_gen.word.template.library import Library
from lakip_gen.word.template.open import open_template

ISI = Isi()
RUMAH = "\n".join(
    map(
        paragraf,
        (
            *("Kantor kami", "{%- if di_kota -%}", "\u00a0di kota", "{%- else -%}", "\u00a0di desa", "{%- endif -%}"),
            "\u00a0dan terbuka.",
        ),
    )
)

SAMA = {
    "order": Templat(
        "Yth. {{ instansi }},\n| Uraian | Banyak | Harga |\n| {%tr for b in daftar_barang %} | | |\n"
        "| {{ b.uraian }} | {{ b.banyak }} | {{ b.harga }} |\n| {%tr endfor %} | | |\n| Jumlah | | {{ harga }} |\n"
        "{%p if lunas %}\nSudah dibayar.\n{%p else %}\nBayarlah {{ harga }} {% if di_kota %}rupiah{% else %}emas"
        "{% endif %}.\n{%p endif %}\nHormat kami"
    ),
    "nested_for": Templat(
        "{%p for u in daftar_unit %}\n{{ u.nama }}: {% for k in u.daftar_kegiatan %}{{ k }}, {% endfor %}\n"
        "{%p endfor %}\n{%p for u in daftar_unit %}\n{% for k in u.daftar_kegiatan %}{{ u.nama }}: {{ k }} {% endfor %}"
        "\n{%p endfor %}"
    ),
    "dynamic_table": Templat(
        "{% set n = daftar_kolom|count %}Capaian\n| Unit | {% colspan n %}Capaian |\n"
        "| | {%tc for k in daftar_kolom %} | {{ k }} | {%tc endfor %} |\n| {%tr for u in daftar_unit %} | | | |\n"
        "| {{ u.nama }} | {%tc for k in daftar_kolom %} | {{ u.nama }} {{ k }} | {%tc endfor %} |\n"
        "| {%tr endfor %} | | | |"
    ),
    "cellbg": Templat(
        "| Uraian | Harga |\n| {%tr for b in daftar_barang %} | |\n"
        "| {% cellbg b.warna %}{{ b.uraian }} | {{ b.harga }} |\n| {%tr endfor %} | |"
    ),
    "vertical_merge": Templat(
        "| Jenis | Uraian |\n| {%tr for b in daftar_barang %} | |\n| {% vm %}{{ judul }} | {{ b.uraian }} |\n"
        "| {%tr endfor %} | |\nDengan {_% vm %_} sel digabung ke bawah."
    ),
    "vertical_merge_nested": Templat(
        "| Unit | Kegiatan | No |\n| {%tr for i in range(3) %} | | |\n| {%tr for j in range(2) %} | | |\n"
        "| {% vm %}baris {{ i }} | {{ i }}.{{ j }} | {{ loop.index }} |\n| {%tr endfor %} | | |\n| {%tr endfor %} | | |"
    ),
    "horizontal_merge": Templat(
        "| {%tc for k in range(4) %} | {% hm %}Capaian | {%tc endfor %} |\n"
        "| {%tc for k in daftar_kolom %} | {{ k }} | {%tc endfor %} |"
    ),
    "less_cells_after_loop": Templat(
        "| {%tc for k in satu %} | {{ k }} | {%tc endfor %} |\n| {%tc for k in range(1) %} | b | {%tc endfor %} |"
    ),
    "richtext": Templat(
        "Inilah {{r baris }}. Ditulis {_{r isian }_}.", objek={"baris": lambda _: RichText(ISI.baris, bold=True)}
    ),
    "richtext_and_if": Templat(
        "{%r if judul %} {{r judul }}ada{%r endif %}",
        objek={"judul": lambda _: RichText(ISI.judul, color="FF0000")},
    ),
    "richtext_eastAsia": Templat("{{r han }}", objek={"han": lambda _: RichText(ISI.han, font="eastAsia:Batang")}),
    "header_footer_utf8 without a subdoc": Templat("{{ judul }}", kepala="日付 {{ han }}", kaki="회사 {{ instansi }}"),
    "header_footer_entities of a known name": Templat(
        "{{ judul }}", kepala='{{ catatan|default("Cap é", true) }}', kaki='{{ catatan or "a dan b" }}'
    ),
    "escape": Templat(
        "{{ judul }}\n{{r han }}\n{{ instansi|e }}\n{{ baris }}",
        objek={"han": lambda _: RichText(ISI.han), "baris": lambda _: Listing(ISI.baris)},
    ),
    "escape_auto": Templat("{{ instansi }} {{ instansi|escape }} {{ '<' }}\n| {{ baris }} |"),
    "merge_paragraph": Templat(RUMAH),
    "preserve_spaces": Templat("Kami {{ judul }} untuk ¦ yang ¦{{ judul }} ¦{{ tahun }}¦ pedas"),
    "word2016": Templat("{{ spasi }} Spasi\n{{r tab }}Tab", objek={"tab": lambda _: RichText(ISI.tab)}),
    "comments": Templat(
        "awal {# tidak tercetak #}akhir\n{#p satu paragraf #}\n| a | b |\n| {#tr satu baris #} | |\n| c | {#tc sel #} |"
    ),
    "footnotes": Templat("{{ judul }}", catatan="{{ instansi }}: {% if lunas %}ya{% else %}tidak{% endif %}"),
    "unescape_jinja2_tags": Templat(
        "{% if tahun > 2000 and tahun < 3000 and judul != “x” and judul != ‘y’ %}benar & <tepat>{% endif %}"
    ),
    "header_footer without a subdoc": Templat("{{ judul }}", kepala="{{ tanggal }}", kaki="{{ instansi }}"),
    "patch_xml_modulo_brace": Templat(
        "| {%tr for b in daftar_barang if b.banyak is odd %} |\n| {{ b.uraian }} {{ b.banyak % 2 }} |\n"
        "| {%tr endfor %} |"
    ),
    "text_box": Templat(f"x\n{kotak('{{ judul }} {% if lunas %}ya{% endif %}')}"),
    "loop": Templat(
        "{% for k in daftar_kolom %}{{ loop.index }}/{{ loop.length }} {{ k }}{{ ', ' if not loop.last }}"
        "{% else %}kosong{% endfor %} {% for k in daftar_kolom if k == 'x' %}{{ k }}{% else %}kosong{% endfor %}"
    ),
    "filters": Templat(
        "{{ judul|upper }} {{ daftar_kolom|join('; ') }} {{ daftar_kolom|first }} {{ daftar_kolom|length }} "
        "{{ daftar_kolom[1:3]|join(' ') }} {{ judul|replace('Kinerja', 'Akhir') }} {{ '%s %d'|format(judul, tahun) }}"
    ),
    "set": Templat("{% set n = 2 %}{% set jumlah = n * harga + 1 %}{{ jumlah }} {{ judul ~ '!' }} {{ 7 // 2 }}"),
}


GAMBAR_TETAP = ("replace_picture", "header_footer_image", "header_footer_image_file_obj")
GAMBAR_BARU = ("inline_image", "header_footer_inline_image")
SUBDOKUMEN = ("subdoc", "merge_docx", "header_footer", "header_footer_utf8")
TERSENDIRI = ("embedded", "get_undeclared_variables", "module_execute", "multi_rendering")
"""Those with a test of their own below, which give the same as they are."""
DISEBUT = ("doc_properties",)
SALAH = ("template_error",)
LEBIH_BARU = ("custom_delimiters", "hyperlink", "illegal_xml_chars", "escaping_delimiters", "patch_xml_modulo_brace")
"""What docxtpl has learnt since version 0.20, or is no script of its own."""


def test_each_script_of_docxtpl_is_in_one_class():
    """The 36 scripts of version 0.20; `docs/keandalan.md` tells the counts."""
    tambahan = {nama for nama in SAMA if " " in nama} | {"unescape_jinja2_tags", "text_box", "loop", "filters", "set"}
    sama = (set(SAMA) | {*GAMBAR_TETAP, *GAMBAR_BARU, *SUBDOKUMEN, *TERSENDIRI}) - tambahan - {*LEBIH_BARU}
    bentuk = set(BENTUK) - {*LEBIH_BARU}
    assert (len(sama), len(bentuk), len(DISEBUT), len(SALAH)) == (31, 3, 1, 1)
    assert len(sama | bentuk | {*DISEBUT, *SALAH}) == 36


@pytest.mark.parametrize("nama", SAMA)
def test_the_template_of_a_script_of_docxtpl_gives_the_same_as_it_is(nama):
    templat = SAMA[nama]
    sendiri, daftar_temuan = isi_sendiri(templat.berkas(), ISI)
    assert sendiri is not None, daftar_temuan
    assert rupa(sendiri) == rupa(isi_docxtpl(templat.berkas(), ISI, templat.objek))


@dataclass(frozen=True, slots=True)
class Bentuk:
    """What only Python code can do, and this program's own form of it.

    Attributes:
        templat: The template as docxtpl takes it.
        kode: The findings about it.
        sendiri: The body in this program's own form.
        lingkungan: The environment of Jinja that docxtpl is given.
    """

    templat: Templat
    kode: tuple[str, ...]
    sendiri: str
    lingkungan: jinja2.Environment | None = None


def _berfilter() -> jinja2.Environment:
    lingkungan = jinja2.Environment(autoescape=True)
    lingkungan.filters["kali"] = lambda nilai, pengali: nilai * pengali
    return lingkungan


BENTUK = {
    "custom_jinja_filters": Bentuk(
        Templat("{{ judul }}: {{ harga|kali(12) }}"),
        ("templat-filter-tak-dikenal",),
        "{{ judul }}: {{ harga * 12 }}",
        _berfilter(),
    ),
    "custom_delimiters": Bentuk(
        Templat("Yth. {judul} tahun {tahun}"),
        ("templat-program-lain",) * 2,
        "Yth. {{ judul }} tahun {{ tahun }}",
        jinja2.Environment(autoescape=True, variable_start_string="{", variable_end_string="}"),
    ),
    "header_footer_entities": Bentuk(
        Templat('{{ tak_dikenal|default("belum ada") }}'),
        ("templat-nama-tak-dikenal",),
        '{{ catatan|default("belum ada") }}',
    ),
    "richtextparagraph": Bentuk(
        Templat("{{p paragraf_kaya }}", objek={"paragraf_kaya": lambda _: _paragraf_kaya()}),
        ("templat-bukan-grafik",),
        "{%p for k in daftar_kolom %}\n{{ k }}\n{%p endfor %}",
    ),
}


def _paragraf_kaya() -> RichTextParagraph:
    paragraf_kaya = RichTextParagraph()
    for kolom in ISI.daftar_kolom:
        paragraf_kaya.add(kolom, parastyle="Judul1")
    return paragraf_kaya


def jelas(berkas: bytes) -> list[str]:
    """Return the codes of what hinders a template, each of which has a place and a mend."""
    sendiri, daftar_temuan = isi_sendiri(berkas, ISI)
    assert sendiri is None
    terbaca = list(map(jelaskan, daftar_temuan))
    assert all(satu.asal.lembar and satu.nilai and satu.perbaikan for satu in terbaca)
    return [satu.kode for satu in daftar_temuan]


@pytest.mark.parametrize("nama", BENTUK)
def test_what_only_code_can_do_is_refused_and_gives_the_same_in_our_own_form(nama):
    bentuk = BENTUK[nama]
    assert jelas(bentuk.templat.berkas()) == list(bentuk.kode)
    sendiri, daftar_temuan = isi_sendiri(Templat(bentuk.sendiri).berkas(), ISI)
    assert sendiri is not None, daftar_temuan
    assert rupa(sendiri) == rupa(isi_docxtpl(bentuk.templat.berkas(), ISI, bentuk.templat.objek, bentuk.lingkungan))


@pytest.mark.parametrize("nama", SUBDOKUMEN)
def test_a_document_within_a_document_is_the_file_of_that_name(nama):
    """`Subdoc`: Python code opens a file or makes one; here the file stands beside the template.

    What docxtpl gives is written out: its `Subdoc` needs docxcompose, whose import alone changes what python-docx
    writes in the whole process.
    """
    tambahan = {"kepala": "{{ tanggal }}", "kaki": "{{ instansi }}"} if "header" in nama else {}
    templat = dokumen("awal\n{{p subdokumen }}\nakhir", **tambahan)
    pustaka = Library({"subdokumen.docx": dokumen("# Bab\nIsi\n| a | b |")})
    sendiri, daftar_temuan = isi_sendiri(templat, ISI, pustaka)
    assert sendiri is not None, daftar_temuan
    assert baca(sendiri) == ["awal", "Bab", "Isi", "a | b", "akhir"]
    assert not tambahan or baca(sendiri, "word/header.xml") == [ISI.tanggal]
    assert jelas(templat) == ["templat-bukan-grafik"]  # without the file


@pytest.mark.parametrize("nama", GAMBAR_TETAP)
def test_pictures_of_the_template_stay_where_they_are(nama):
    sendiri, daftar_temuan = isi_sendiri(bergambar(nama), ISI)
    assert sendiri is not None, daftar_temuan
    assert rupa(sendiri) == rupa(isi_docxtpl(bergambar(nama), ISI))
    assert _gambar(sendiri) == _gambar(bergambar(nama))


def _gambar(berkas: bytes) -> list[bytes]:
    return sorted(isi for nama, isi in buka(berkas).items() if nama.startswith("word/media/"))


@pytest.mark.parametrize("nama", GAMBAR_BARU)
def test_a_picture_in_the_text_is_the_file_of_that_name(nama):
    """`InlineImage`: Python code opens a file; here the file stands beside the template."""
    gambar = png(9, 18)
    objek = {"logo": lambda templat: InlineImage(templat, io.BytesIO(gambar), width=Mm(20))}
    templat = {
        "inline_image": Templat(
            f"{{{{ judul }}}} {{{{ logo }}}} ya\n| {{{{ logo }}}} |\n{kotak('{{ logo }}')}", objek=objek
        ),
        "header_footer_inline_image": Templat("{{ judul }}", kepala="{{ logo }} {{ instansi }}", objek=objek),
    }[nama]
    sendiri, daftar_temuan = isi_sendiri(templat.berkas(), ISI, Library(pictures={"logo.png": gambar}))
    assert sendiri is not None, daftar_temuan
    assert rupa(sendiri) == rupa(isi_docxtpl(templat.berkas(), ISI, templat.objek))
    assert _gambar(sendiri) == [gambar]
    assert jelas(templat.berkas())[0] == "templat-nama-tak-dikenal"  # without the file


def test_an_embedded_document_stays_as_it_is():
    """`embedded`: what is embedded is a file of its own, whose tags nobody fills."""
    parts = bagian("{{ judul }}")
    dalam = dokumen("{{ judul }}")
    opc.add_part(parts, "word/embeddings/satu.docx", dalam, "application/vnd.openxmlformats-officedocument.package")
    sendiri, daftar_temuan = isi_sendiri(write_container(parts), ISI)
    assert sendiri is not None, daftar_temuan
    assert baca(sendiri) == [ISI.judul]
    assert buka(sendiri)["word/embeddings/satu.docx"] == dalam


def test_tags_in_the_properties_are_told_of_and_not_printed():
    """`doc_properties`: docxtpl fills them; here the program writes title, subject and author itself."""
    parts = bagian("{{ judul }}")
    parts["docProps/core.xml"] = parts["docProps/core.xml"].replace(b"Contoh", b"Laporan {{ judul }}")
    sendiri, (satu,) = isi_sendiri(write_container(parts), ISI)
    assert sendiri is not None
    assert (satu.kode, satu.nilai) == ("templat-tag-di-sifat", "{{ judul }}")
    assert satu.kode in WARNINGS
    assert b"{{" not in buka(sendiri)["docProps/core.xml"]
    assert baca(sendiri) == baca(isi_docxtpl(write_container(parts), ISI))


def test_a_tag_in_the_target_of_a_link_is_refused_with_its_place():
    """`hyperlink`: a link whose target a template makes up could lead anywhere."""
    parts = bagian("{{ judul }}")
    tautan = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    nomor = opc.relate(parts, "word/document.xml", opc.Relation(tautan, "{{ judul }}", is_external=True))
    isi = parts["word/document.xml"].decode()
    taut = f'<w:p><w:hyperlink r:id="{nomor}"><w:r><w:t>sini</w:t></w:r></w:hyperlink></w:p><w:sectPr>'
    parts["word/document.xml"] = isi.replace("<w:sectPr>", taut).encode()
    assert jelas(write_container(parts)) == ["templat-tag-tersembunyi"]


def test_a_template_is_filled_again_and_again():
    """`multi_rendering`: one template, several documents."""
    naskah = Templat("{{ judul }} {{ instansi }}", kepala="{{ judul }}")
    templat = DocxTemplate(io.BytesIO(naskah.berkas()))
    for judul in ("Satu", "Dua", "Tiga"):
        isi = replace(ISI, judul=judul)
        templat.render(data(isi), autoescape=True)
        aliran = io.BytesIO()
        templat.save(aliran)
        sendiri, _ = isi_sendiri(naskah.berkas(), isi)
        assert sendiri is not None
        assert rupa(sendiri) == rupa(aliran.getvalue())


def test_the_names_a_template_asks_for_are_those_that_docxtpl_finds():
    """`get_undeclared_variables`: all of them are told at once, without any data."""
    naskah = Templat(
        "{{ satu }} {% if dua %}{{ tiga }}{% elif empat %}x{% endif %}\n{%p for n in lima if n.a %}\n{{ n.b }}"
        " {{ enam }}\n{%p endfor %}\n{{ delapan|upper }}\n| {% cellbg tujuh %}x |",
        kepala="{{ sembilan }}",
        kaki="{{ sepuluh.nama }}",
    )
    templat, _ = open_template(naskah.berkas(), "templat.docx")
    assert templat is not None
    daftar_temuan = check_template(templat, _Kosong)
    assert {satu.kode for satu in daftar_temuan} == {"templat-nama-tak-dikenal"}
    lain = DocxTemplate(io.BytesIO(naskah.berkas())).get_undeclared_template_variables()
    assert {dict(satu.rincian)["nama"] for satu in daftar_temuan} == lain


@dataclass(frozen=True, slots=True)
class _Kosong:
    """Data without any name."""


def test_the_command_of_docxtpl_makes_the_same(tmp_path):
    """`module_execute`: a template and a file of data."""
    naskah = Templat("{{ judul }} {{ tahun }}{% for k in daftar_kolom %} {{ k }}{% endfor %}")
    masuk, nilai, keluar = (tmp_path / nama for nama in ("t.docx", "d.json", "h.docx"))
    masuk.write_bytes(naskah.berkas())
    nilai.write_text(json.dumps({nama: getattr(ISI, nama) for nama in ("judul", "tahun", "daftar_kolom")}))
    perintah = [sys.executable, "-m", "docxtpl", str(masuk), str(nilai), str(keluar), "-o", "-q"]
    subprocess.run(perintah, check=True, capture_output=True)
    sendiri, _ = isi_sendiri(naskah.berkas(), ISI)
    assert sendiri is not None
    assert rupa(sendiri) == rupa(keluar.read_bytes())


def test_a_template_with_an_error_is_refused_by_both():
    """`template_error`: docxtpl raises; here all errors come at once, each with its place."""
    naskah = Templat("{{ judul }}\n{% foreach k in daftar_kolom %}\n{{ judul")
    with pytest.raises(jinja2.TemplateSyntaxError):
        isi_docxtpl(naskah.berkas(), ISI)
    assert jelas(naskah.berkas()) == ["templat-perintah-tak-dikenal", "templat-tag-tak-ditutup"]


@pytest.mark.parametrize(
    ("nama", "naskah", "baris"),
    [
        pytest.param("illegal_xml_chars", "{{ baris }}", ["ab\ncd"], id="illegal_xml_chars"),
        pytest.param(
            "escaping_delimiters", "{_¦{ judul ¦}¦_} {a_{x {f_{", ["{{ judul }} {a_{x {f_{"], id="escaping_delimiters"
        ),
    ],
)
def test_what_only_a_later_docxtpl_can_do_is_done_here(nama, naskah, baris):
    sendiri, daftar_temuan = isi_sendiri(dokumen(naskah), replace(ISI, baris="a\x01b\nc\x02d"))
    assert sendiri is not None, (nama, daftar_temuan)
    assert baca(sendiri) == baris
