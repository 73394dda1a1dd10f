"""A template written from scratch in LibreOffice Writer is right at its first fill, as the guide says it is."""

from __future__ import annotations

import re

import pytest
from rakitan import W, akar, baca, buka

from bantu_office import WORD_2007, diubah
from lakip_gen.alur.templat_contoh import laporan_contoh
from lakip_gen.domain.periode import triwulan
from lakip_gen.laporan.pandangan import LaporanPandangan
from lakip_gen.word.fill.render import render
from lakip_gen.word.inspect.check import check_template
from lakip_gen.word.template.open import open_template

pytestmark = [pytest.mark.lengkap, pytest.mark.libreoffice]

RUANG = " ".join(
    f'xmlns:{nama}="urn:oasis:names:tc:opendocument:xmlns:{nama}:1.0"' for nama in ("office", "text", "table", "style")
)


def p(isi: str) -> str:
    return f"<text:p>{isi}</text:p>"


def baris(*daftar_sel: str) -> str:
    sel = "".join(f"<table:table-cell>{p(satu)}</table:table-cell>" for satu in daftar_sel)
    return f"<table:table-row>{sel}</table:table-row>"


TABEL = (
    '<table:table table:name="T1"><table:table-column table:number-columns-repeated="2"/>'
    + baris("Indikator", "Capaian")
    + baris("{%tr for indikator in sasaran.daftar_indikator %}", "")
    + baris("{{ indikator.nama }}", "{{ indikator.capaian }}")
    + baris("{%tr endfor %}", "")
    + "</table:table>"
)
NASKAH = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {RUANG} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:body><office:text>
<text:sequence-decls><text:sequence-decl text:display-outline-level="0" text:name="Tabel"/></text:sequence-decls>
<text:table-of-content text:name="Isi1"><text:table-of-content-source text:outline-level="2"/>
<text:index-body>{p("belum diperbarui")}</text:index-body></text:table-of-content>
<text:h text:outline-level="1">Capaian {{{{ periode.nama }}}}</text:h>
{p("{% for sasaran in daftar_sasaran %}")}
<text:h text:outline-level="2">{{{{ sasaran.nama }}}}</text:h>
<text:p>Rincian pada <text:sequence-ref text:reference-format="category-and-value"
 text:ref-name="refTabel0">Tabel 1</text:sequence-ref>.</text:p>
<text:list>{"<text:list-item>" + p("{% for indikator in sasaran.daftar_indikator %}") + "</text:list-item>"}</text:list>
<text:list text:style-name="Numbering_20_123"><text:list-item>{p("{{ indikator.kode }}")}</text:list-item></text:list>
{p("{% endfor %}")}
<text:p>Tabel <text:sequence text:ref-name="refTabel0" text:name="Tabel" text:formula="ooow:Tabel+1"
 style:num-format="1">1</text:sequence>. Capaian</text:p>
{TABEL}
{p("{% endfor %}")}
{p("{{p grafik_capaian }}")}
</office:text></office:body></office:document>"""


@pytest.fixture(scope="module")
def laporan() -> LaporanPandangan:
    return laporan_contoh(triwulan(2025, 1))


@pytest.fixture(scope="module")
def jadi(tmp_path_factory, laporan) -> bytes:
    """The first fill of the template, as Writer saves it for Word."""
    folder = tmp_path_factory.mktemp("writer")
    (folder / "ringkas.fodt").write_text(NASKAH, encoding="utf-8")
    [tersimpan] = diubah([folder / "ringkas.fodt"], folder, WORD_2007)
    templat, temuan = open_template(tersimpan.read_bytes(), "ringkas.docx")
    assert templat is not None, temuan
    assert check_template(templat, LaporanPandangan) == ()
    isi, temuan = render(templat, laporan)
    assert isi is not None, temuan
    return isi


def test_every_sasaran_names_the_table_under_it(jadi, laporan):
    rujukan = [satu for satu in baca(jadi) if satu.startswith("Rincian pada")]
    judul = [satu for satu in baca(jadi) if re.match(r"Tabel\s", satu)]
    banyak = len(laporan.daftar_sasaran)
    assert [re.sub(r"\s", " ", satu) for satu in rujukan] == [f"Rincian pada Tabel {n}." for n in range(1, banyak + 1)]
    assert [re.sub(r"\s", " ", satu) for satu in judul] == [f"Tabel {n}. Capaian" for n in range(1, banyak + 1)]


def test_every_indicator_stands_in_its_table_with_its_capaian(jadi, laporan):
    tercetak = [satu for satu in baca(jadi) if " | " in satu and not satu.startswith("Indikator")]
    assert tercetak == [
        f"{indikator.nama} | {indikator.capaian}"
        for sasaran in laporan.daftar_sasaran
        for indikator in sasaran.daftar_indikator
    ]


def test_the_contents_list_names_the_report_and_each_sasaran(jadi, laporan):
    daftar = [satu.partition("\t")[0] for satu in baca(jadi) if "\t" in satu]
    assert daftar == [f"Capaian {laporan.periode.nama}", *(sasaran.nama for sasaran in laporan.daftar_sasaran)]


def test_the_numbered_list_begins_anew_under_each_sasaran(jadi, laporan):
    nomor = [satu.get(f"{{{W}}}val") for satu in akar(jadi).iter(f"{{{W}}}numId")]
    assert len(set(nomor)) >= len([s for s in laporan.daftar_sasaran if s.daftar_indikator])


def test_the_chart_is_there_with_its_data(jadi):
    assert any(nama.startswith("word/charts/chart") for nama in buka(jadi))
    assert any(nama.startswith("word/embeddings/") for nama in buka(jadi))
