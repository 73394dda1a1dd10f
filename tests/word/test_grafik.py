"""Native charts: a drawing, a chart part and a data workbook that all say the same."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, replace
from decimal import Decimal

import docx
import pytest
from lxml import etree
from openpyxl import load_workbook
from rakitan import NS, akar, baca, bagian, buka, dokumen, isi_badan, kotak

from bantu_office import diubah, teks_pdf
from lakip_gen.laporan.grafik import Deret, Grafik, JenisGrafik
from lakip_gen.ooxml.writer import write_container
from lakip_gen.pesan.katalog import jelaskan
from lakip_gen.word.fill import charts as modul
from lakip_gen.word.fill.chart_drawing import paint
from lakip_gen.word.fill.render import render
from lakip_gen.word.inspect.check import check_template
from lakip_gen.word.tags.tag import lex
from lakip_gen.word.template.open import open_template

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
C15 = "{http://schemas.microsoft.com/office/drawing/2012/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
CM = 360_000


def deret(nama, *daftar, label=True):
    nilai = tuple(None if satu is None else Decimal(satu) for satu in daftar)
    teks = tuple("" if satu is None else str(satu).replace(".", ",") for satu in daftar)
    return Deret(nama, nilai, teks if label else ())


CAPAIAN = Grafik(
    judul="Capaian <per> sasaran",
    jenis=JenisGrafik.BATANG_GARIS,
    daftar_kategori=("Sasaran 1", "Sasaran 2 (tanpa capaian)", "Sasaran 3"),
    daftar_deret=(
        deret("Rata-rata capaian", "99.66", None, "104.20"),
        deret("Target 100%", 100, 100, 100, label=False),
    ),
    satuan="persen",
    keterangan='Sasaran 1: "99,66" & seterusnya\x00',
)
TREN = Grafik(
    judul="Tren",
    jenis=JenisGrafik.GARIS,
    daftar_kategori=("2023", "2024", "2025"),
    daftar_deret=(deret("Realisasi", "85.5", None, "90"), deret("Target", "86", "88", "90")),
    satuan="%",
    keterangan="Tren",
)
TRIWULAN = Grafik(
    judul="Triwulan",
    jenis=JenisGrafik.BATANG,
    daftar_kategori=("TW I", "TW II"),
    daftar_deret=(deret("Realisasi", 1, 3), deret("Target", 2, 4)),
    satuan="dokumen",
    keterangan="Triwulan",
)
RUPIAH = Grafik(
    judul="Rupiah",
    jenis=JenisGrafik.BATANG,
    daftar_kategori=("TW I", "TW II", "TW III", "TW IV"),
    daftar_deret=(
        Deret("Realisasi", tuple(Decimal(n) for n in range(10**9, 5 * 10**9, 10**9)), ("1.000.000.000",) * 4),
        Deret("Target", (Decimal(10**9),) * 4, ("1.000.000.000",) * 4),
    ),
    satuan="rupiah",
    keterangan="Rupiah",
)
DAFTAR = (CAPAIAN, TREN, TRIWULAN, RUPIAH)
HAMPA = Grafik(
    judul="Hampa",
    jenis=JenisGrafik.BATANG,
    daftar_kategori=("a",),
    daftar_deret=(deret("x", None),),
    satuan="",
    keterangan="",
)


@dataclass(frozen=True, slots=True)
class Bab:
    nama: str
    grafik: Grafik | None = None


@dataclass(frozen=True, slots=True)
class Isi:
    grafik: Grafik = CAPAIAN
    mungkin: Grafik | None = None
    daftar: tuple[Grafik, ...] = DAFTAR
    daftar_bab: tuple[Bab, ...] = ()
    judul: str = "Judul"
    p: str = "huruf p"
    apa: object = "teks"


def templat(naskah, **lain):
    terbuka, daftar_temuan = open_template(dokumen(naskah, **lain), "templat.docx")
    assert terbuka is not None, daftar_temuan
    return terbuka


def kode(naskah, **lain):
    return [satu.kode for satu in check_template(templat(naskah, **lain), Isi)]


def jadi(naskah, isi=None, **lain):
    hasil, daftar_temuan = render(templat(naskah, **lain), isi or Isi())
    assert not daftar_temuan
    return hasil


def gambar(isi):
    """Return the drawings of a document in order."""
    return akar(isi).findall(".//w:drawing", NS)


def grafik_di(isi, nomor=1):
    return etree.fromstring(buka(isi)[f"word/charts/chart{nomor}.xml"])


def titik(element):
    """Return the cached points of a reference by their place."""
    return {int(pt.get("idx")): pt.findtext(f"{C}v") for pt in element.iter(f"{C}pt")}


def buku(isi, nomor=1, *, data_only=True):
    lembar = load_workbook(io.BytesIO(buka(isi)[f"word/embeddings/grafik{nomor}.xlsx"]), data_only=data_only).active
    return [list(baris) for baris in lembar.iter_rows(values_only=True)]


def semua(isi, pola):
    """Return what occurs in the document's XML, in order."""
    return re.findall(pola, buka(isi)["word/document.xml"].decode())


# --- the parts ---


def test_a_chart_brings_its_parts_its_links_and_its_content_types():
    asal, isi = bagian("{{p grafik }}"), buka(jadi("{{p grafik }}"))
    baru = {"word/charts/chart1.xml", "word/charts/_rels/chart1.xml.rels", "word/embeddings/grafik1.xlsx"}
    assert set(isi) - set(asal) == baru
    types = isi["[Content_Types].xml"].decode()
    assert 'Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"' in types
    assert types.count('PartName="/word/charts/chart1.xml"') == 1
    assert 'Target="charts/chart1.xml"' in isi["word/_rels/document.xml.rels"].decode()
    assert 'Id="rId1"' in isi["word/charts/_rels/chart1.xml.rels"].decode()
    assert 'Target="../embeddings/grafik1.xlsx"' in isi["word/charts/_rels/chart1.xml.rels"].decode()


def test_python_docx_follows_the_links_from_the_drawing_to_the_workbook():
    dokumen_jadi = docx.Document(io.BytesIO(jadi("{{p grafik }}")))
    rujukan = dokumen_jadi.element.body.find(f".//{C}chart").get(f"{R}id")
    chart = dokumen_jadi.part.related_parts[rujukan]
    assert chart.content_type.endswith("drawingml.chart+xml")
    assert chart.related_parts["rId1"].blob.startswith(b"PK")
    assert etree.fromstring(chart.blob).find(f"{C}externalData").get(f"{R}id") == "rId1"


def test_a_document_without_charts_stays_as_it_was():
    naskah = "{%p for g in daftar %}\n{{p g }}\n{%p endfor %}\nx"
    asal, isi = bagian(naskah), buka(jadi(naskah, Isi(daftar=())))
    berubah = {nama for nama in asal.keys() | isi.keys() if asal.get(nama) != isi.get(nama)}
    assert berubah == {"word/document.xml"}
    assert isi["word/document.xml"] == buka(jadi("x{# catatan #}"))["word/document.xml"]


def test_the_writer_of_charts_is_loaded_when_one_is_drawn():
    perintah = "import sys, lakip_gen.word.fill.render; sys.exit('xlsxwriter' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", perintah], check=False).returncode == 0


def test_a_loop_gives_every_chart_a_number_and_an_id_of_its_own():
    isi = jadi("{%p for g in daftar %}\n{{p g }}\n{%p endfor %}\n{{p grafik }}")
    assert semua(isi, r'r:id="(rIdGrafik\d)"') == [f"rIdGrafik{n}" for n in range(1, 6)]
    nomor = semua(isi, r'docPr id="(\d+)"')
    assert len(set(nomor)) == 5
    assert [grafik_di(isi, n).findtext(f".//{C}title//{A}t") for n in range(1, 5)] == [satu.satuan for satu in DAFTAR]


def test_a_template_that_has_charts_already_keeps_them():
    pertama = jadi("{{p grafik }}")
    lama = buka(pertama)
    lama["word/document.xml"] = lama["word/document.xml"].replace(
        b"<w:sectPr>", isi_badan("{{p grafik }}").encode() + b"<w:sectPr>"
    )
    terbuka, _ = open_template(write_container(lama), "a.docx")
    isi, daftar_temuan = render(terbuka, Isi())
    assert not daftar_temuan
    assert semua(isi, r'r:id="(rIdGrafik\d)"') == ["rIdGrafik1", "rIdGrafik2"]
    assert semua(isi, r'docPr id="(\d+)"') == ["1", "2"]
    assert {f"word/charts/chart{n}.xml" for n in (1, 2)} <= set(buka(isi))


def test_a_chart_that_a_period_has_not_is_said_to_be_missing():
    assert "[tidak ada grafik pada periode ini]" in baca(jadi("{{p mungkin }}"))


def test_the_same_chart_gives_the_same_bytes():
    naskah = "{%p for g in daftar %}\n{{p g }}\n{%p endfor %}"
    assert jadi(naskah) == jadi(naskah)


@pytest.mark.lengkap
def test_more_charts_than_a_file_from_outside_may_have_parts_can_be_read_back():
    isi, daftar_temuan = render(templat("{%p for g in daftar %}\n{{p g }}\n{%p endfor %}"), Isi(daftar=(TREN,) * 170))
    assert not daftar_temuan
    assert len(re.findall(rb"charts/_rels/chart\d+\.xml\.rels", isi)) >= 170


def test_charts_without_end_are_refused(monkeypatch):
    monkeypatch.setattr(modul, "MOST_CHARTS", 3)
    isi, daftar_temuan = render(templat("{%p for g in daftar %}\n{{p g }}\n{%p endfor %}"), Isi())
    assert isi is None
    assert [satu.kode for satu in daftar_temuan] == ["templat-grafik-terlalu-banyak"]
    assert "3 grafik" in jelaskan(daftar_temuan[0]).pesan


# --- the figures ---


@pytest.mark.parametrize("grafik", DAFTAR, ids=lambda g: g.judul)
def test_chart_and_workbook_hold_the_figures_of_the_view(grafik):
    isi = jadi("{{p grafik }}", Isi(grafik=grafik))
    baris = buku(isi)
    assert [satu[0] for satu in baris[1:]] == list(grafik.daftar_kategori)
    daftar_ser = list(grafik_di(isi).iter(f"{C}ser"))
    assert len(daftar_ser) == len(grafik.daftar_deret)
    for nomor, (ser, satu) in enumerate(zip(daftar_ser, grafik.daftar_deret, strict=True), start=1):
        ada = {urut: nilai for urut, nilai in enumerate(satu.daftar_nilai) if nilai is not None}
        assert ser.findtext(f"{C}tx//{C}v") == satu.nama == baris[0][nomor]
        assert list(titik(ser.find(f"{C}cat")).values()) == list(grafik.daftar_kategori)
        assert {urut: Decimal(teks) for urut, teks in titik(ser.find(f"{C}val")).items()} == ada
        assert [None if isi is None else Decimal(str(isi)) for isi in (b[nomor] for b in baris[1:])] == list(
            satu.daftar_nilai
        )


def test_a_gap_is_a_gap_in_chart_and_workbook():
    isi = jadi("{{p grafik }}")
    ser = next(grafik_di(isi).iter(f"{C}ser"))
    assert titik(ser.find(f"{C}val")) == {0: "99.66", 2: "104.2"}
    assert buku(isi)[2][1] is None
    assert grafik_di(isi).find(f".//{C}dispBlanksAs").get("val") == "gap"


def test_labels_are_the_texts_of_the_view_and_cells_that_follow_the_numbers():
    isi = jadi("{{p grafik }}")
    root = grafik_di(isi)
    ser, batas = root.iter(f"{C}ser")
    assert [label.findtext(f".//{A}t") for label in ser.iter(f"{C}dLbl")] == ["99,66", "104,20"]
    assert titik(ser.find(f".//{C15}dlblRangeCache")) == {0: "99,66", 2: "104,20"}
    assert ser.findtext(f".//{C15}f") == "Data!$D$2:$D$4"
    assert [baris[3] for baris in buku(isi)] == ["Label Rata-rata capaian", "99,66", None, "104,20"]
    assert "FIXED(B2,2)" in buku(isi, data_only=False)[1][3]
    assert batas.find(f"{C}dLbls") is None


def test_a_label_in_words_stays_as_it_is():
    satu = Grafik(
        judul="x",
        jenis=JenisGrafik.GARIS,
        daftar_kategori=("2024",),
        daftar_deret=(Deret("Nilai", (Decimal(70),), ("BB",)),),
        satuan="",
        keterangan="x",
    )
    assert buku(jadi("{{p grafik }}", Isi(grafik=satu)), data_only=False)[1][2] == "BB"


def test_labels_of_lines_keep_out_of_each_other():
    satu, dua = grafik_di(jadi("{{p grafik }}", Isi(grafik=TREN))).iter(f"{C}ser")
    assert [letak.get("val") for letak in satu.iter(f"{C}dLblPos")] == ["b", "t"]
    assert [letak.get("val") for letak in dua.iter(f"{C}dLblPos")] == ["t", "t", "b"]


def test_long_labels_of_bars_are_turned_and_get_room():
    root = grafik_di(jadi("{{p grafik }}", Isi(grafik=RUPIAH)))
    assert {satu.get("rot") for satu in root.findall(f".//{C}dLbls//{A}bodyPr")} == {"-5400000"}
    assert root.find(f".//{C}plotArea/{C}layout/{C}manualLayout") is not None
    tegak = grafik_di(jadi("{{p grafik }}", Isi(grafik=TRIWULAN)))
    assert {satu.get("rot") for satu in tegak.findall(f".//{C}dLbls//{A}bodyPr")} == {None}


@pytest.mark.parametrize(("deret", "kaki"), [(4, "0.24"), (5, "0.32")], ids=["one line", "two lines"])
def test_under_upright_labels_the_legend_has_room_for_its_lines(deret, kaki):
    banyak = replace(RUPIAH, daftar_deret=RUPIAH.daftar_deret[:1] * deret)
    letak = grafik_di(jadi("{{p grafik }}", Isi(grafik=banyak))).find(f".//{C}manualLayout")
    y, tinggi = (Decimal(letak.find(f"{C}{nama}").get("val")) for nama in "yh")
    assert round(1 - y - tinggi, 2) == Decimal(kaki)


@pytest.mark.parametrize("grafik", DAFTAR, ids=lambda g: g.judul)
def test_nothing_is_left_to_what_a_program_takes_for_granted(grafik):
    root = grafik_di(jadi("{{p grafik }}", Isi(grafik=grafik)))
    for induk, anak in (
        ("barChart", "varyColors"),
        ("lineChart", "varyColors"),
        ("catAx", "delete"),
        ("valAx", "delete"),
    ):
        assert all(satu.find(f"{C}{anak}").get("val") == "0" for satu in root.iter(f"{C}{induk}"))
    assert all(satu.find(f"{C}smooth") is not None for satu in root.iterfind(f".//{C}lineChart/{C}ser"))
    assert all(satu.get("val") == "0" for satu in root.iter(f"{C}showSerName", f"{C}showCatName", f"{C}showLegendKey"))
    assert {satu.get("lang") for satu in root.iter(f"{A}rPr", f"{A}endParaRPr")} <= {"id-ID"}
    assert root.find(f"{C}lang").get("val") == "id-ID"
    assert root.find(f"{C}txPr//{A}defRPr").get("sz") == "900"
    assert root.find(f"{C}txPr//{A}latin").get("typeface") == "Calibri"
    assert root.find(f"{C}printSettings") is None


URUTAN = {
    "chartSpace": "date1904 lang roundedCorners style chart spPr txPr externalData",
    "ser": "idx order tx spPr invertIfNegative marker dLbls cat val smooth extLst",
    "catAx": "axId scaling delete axPos title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses"
    " auto lblAlgn lblOffset noMultiLvlLbl",
    "valAx": "axId scaling delete axPos title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses"
    " crossBetween",
    "barChart": "barDir grouping varyColors ser gapWidth overlap axId",
    "lineChart": "grouping varyColors ser marker axId",
    "dLbl": "idx layout tx dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize extLst",
    "dLbls": "dLbl spPr txPr showLegendKey showVal showCatName showSerName showPercent showBubbleSize extLst",
    "chart": "autoTitleDeleted plotArea legend plotVisOnly dispBlanksAs",
    "legend": "legendPos layout overlay",
    "title": "tx layout overlay",
}
"""The children of elements in the order of the schema of DrawingML charts, as far as they are used."""


@pytest.mark.parametrize("grafik", DAFTAR, ids=lambda g: g.judul)
def test_elements_stand_in_the_order_of_the_schema(grafik):
    root = grafik_di(jadi("{{p grafik }}", Isi(grafik=grafik)))
    for nama, urutan in URUTAN.items():
        for element in (satu for satu in (root, *root.iter(f"{C}{nama}")) if satu.tag == f"{C}{nama}"):
            daftar = [etree.QName(anak).localname for anak in element]
            assert daftar == sorted(daftar, key=urutan.split().index), nama


def test_bars_are_told_apart_without_colours():
    root = grafik_di(jadi("{{p grafik }}", Isi(grafik=TRIWULAN)))
    gelap, pucat = (satu.find(f"{C}spPr/{A}solidFill/{A}srgbClr").get("val") for satu in root.iter(f"{C}ser"))
    terang = [sum(bytes.fromhex(warna)) / 3 for warna in (gelap, pucat)]
    assert terang[1] - terang[0] > 100


def test_the_workbook_holds_no_second_chart():
    isi = buka(jadi("{{p grafik }}"))["word/embeddings/grafik1.xlsx"]
    assert b"xl/charts" not in isi
    assert b"xl/drawings" not in isi


def test_a_chart_without_numbers_leaves_an_empty_paragraph():
    isi = jadi("a\n{{p grafik }}\nb", Isi(grafik=HAMPA))
    assert gambar(isi) == []
    assert baca(isi) == ["a", "b"]
    assert "word/charts/chart1.xml" not in buka(isi)


# --- the drawing ---


def test_the_drawing_has_the_words_of_the_view():
    penanda = gambar(jadi("{{p grafik }}"))[0].find(f".//{WP}docPr")
    assert penanda.get("descr") == 'Sasaran 1: "99,66" & seterusnya '
    assert penanda.get("title") == "Capaian <per> sasaran"


def test_the_paragraph_keeps_its_style():
    isi = jadi('<w:p><w:pPr><w:pStyle w:val="Gambar"/><w:keepNext/></w:pPr><w:r><w:t>{{p grafik }}</w:t></w:r></w:p>')
    paragraf = gambar(isi)[0].getparent().getparent()
    assert paragraf.find("w:pPr/w:keepNext", NS) is not None


UKURAN = (
    '<w:p><w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906"/><w:pgMar w:left="1134" w:right="1134"/></w:sectPr></w:pPr>'
    "</w:p>"
)
SEL = (
    '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="5000"/></w:tblGrid><w:tr><w:tc><w:p/></w:tc>'
    "<w:tc><w:p><w:r><w:t>{{p grafik }}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)


@pytest.mark.parametrize(
    ("naskah", "lebar"),
    [
        ("{{p grafik }}", 11906 - 2 * 1440),
        (f"{{{{p grafik }}}}\n{UKURAN}", 16838 - 2 * 1134),
        (f"{UKURAN}\n{{{{p grafik }}}}", 11906 - 2 * 1440),
        (SEL, 5000 - 2 * 108),
        ("| {{p grafik }} | b |", 2000 - 2 * 108),
    ],
    ids=["halaman", "mendatar", "sesudah-mendatar", "sel", "sel-rakitan"],
)
def test_a_chart_is_as_wide_as_its_place(naskah, lebar):
    ukuran = gambar(jadi(naskah))[0].find(f".//{WP}extent")
    assert int(ukuran.get("cx")) == lebar * 635
    terendah = 4 if lebar * 635 < 10 * CM else 5
    assert terendah * CM <= int(ukuran.get("cy")) <= 7 * CM


def test_charts_stand_in_blocks_and_cells_of_loops():
    isi = Isi(daftar_bab=(Bab("Satu", TREN), Bab("Dua"), Bab("Tiga", TRIWULAN)))
    naskah = """
    {%p for b in daftar_bab %}
    {{ b.nama }}
    {%p if b.grafik %}
    {{p b.grafik }}
    {%p endif %}
    {%p endfor %}
    | Bab | Grafik |
    | {%tr for b in daftar_bab %} | |
    | {{ b.nama }} | {% if b.grafik %}{{p b.grafik }}{% endif %} |
    | {%tr endfor %} | |
    """
    hasil = jadi(naskah, isi)
    assert len(gambar(hasil)) == 4
    assert len(set(semua(hasil, r'docPr id="(\d+)"'))) == 4


def test_a_tag_cut_over_runs_is_a_chart_too():
    assert len(gambar(jadi("¦{¦{p gra¦fik }¦}"))) == 1


# --- what is no chart, and where none can stand ---


@pytest.mark.parametrize(
    ("naskah", "daftar"),
    [
        ("{{p grafik }}", []),
        ("{{ p grafik }}", []),
        ("{{p daftar[0] }}", []),
        ("{%p if mungkin %}\n{{p mungkin }}\n{%p endif %}", []),
        ("{%p if daftar_bab[0].grafik %}\n{{p daftar_bab[0].grafik }}\n{%p endif %}", []),
        ("{{p mungkin or grafik }}", []),
        ("{{ p }} {{ p or judul }} {{ p if judul else judul }} {{ grafik.judul }}", []),
        ("{{ grafik }}", ["templat-grafik-dicetak"]),
        ("Grafik: {{ daftar[0] }}", ["templat-grafik-dicetak"]),
        ("{{p mungkin }}", []),
        ("{{p judul }}", ["templat-bukan-grafik"]),
        ("{{p daftar }}", ["templat-bukan-grafik"]),
        ("{{p graf }}", ["templat-nama-tak-dikenal"]),
        ("Gambar 1 {{p grafik }}", ["templat-grafik-tidak-sendiri"]),
        ("{{p grafik }} {{ judul }}", ["templat-grafik-tidak-sendiri"]),
        ("{{p grafik + }}", ["templat-ungkapan-salah"]),
    ],
)
def test_a_template_is_told_what_is_a_chart(naskah, daftar):
    assert kode(naskah) == daftar


@pytest.mark.parametrize("tempat", ["kepala", "kaki", "catatan"])
def test_a_chart_stands_in_the_body_alone(tempat):
    assert kode("isi", **{tempat: "{{p grafik }}"}) == ["templat-grafik-salah-tempat"]


def test_a_chart_cannot_stand_in_a_text_box():
    assert kode(kotak("{{p grafik }}")) == ["templat-grafik-salah-tempat"]


def test_a_value_of_unknown_type_that_is_no_chart_is_found_when_it_is_drawn():
    isi, daftar_temuan = render(templat("{{p apa }}"), Isi())
    assert isi is None
    assert [satu.kode for satu in daftar_temuan] == ["templat-bukan-grafik"]
    assert daftar_temuan[0].nilai == "{{p apa }}"


@pytest.mark.parametrize("naskah", ["{{ grafik }}", "{{p judul }}", "a {{p grafik }}"])
def test_findings_have_words(naskah):
    for satu in check_template(templat(naskah), Isi):
        terbaca = jelaskan(satu)
        assert "{{p" in terbaca.pesan + terbaca.perbaikan + terbaca.nilai


@pytest.mark.parametrize(
    ("teks", "is_chart"),
    [
        ("{{p x }}", True),
        ("{{p\u00a0x}}", True),
        ("{{ p }}", False),
        ("{{p}}", False),
        ("{{p or x}}", False),
        ("{{px }}", False),
    ],
)
def test_the_letter_p_asks_for_a_chart_only_before_a_name(teks, is_chart):
    assert [tag.is_chart for tag in lex(teks)[0]] == [is_chart]


# --- an outside judge ---


@pytest.mark.lengkap
@pytest.mark.libreoffice
def test_libreoffice_draws_every_chart_with_its_labels(tmp_path):
    berkas = tmp_path / "grafik.docx"
    berkas.write_bytes(jadi("{%p for g in daftar %}\n{{p g }}\n{%p endfor %}"))
    teks = teks_pdf(*diubah([berkas], tmp_path), "-layout")
    for satu in ("99,66", "104,20", "85,5", "Target 100%", "Sasaran 3", "TW II", "persen"):
        assert satu in teks
    assert teks.count("\f") == 1
    subprocess.run(["pdftoppm", "-r", "30", "-gray", str(tmp_path / "grafik.pdf"), str(tmp_path / "h")], check=True)
    for halaman in tmp_path.glob("h-*.pgm"):
        gelap = sum(titik < 128 for titik in halaman.read_bytes()[15:])
        assert gelap > 200
    shutil.rmtree(tmp_path / "profil", ignore_errors=True)


# --- texts that look like formulas ---

BERUPA_RUMUS = ("=cmd|' /C calc'!A0", "=Data!$A$1", "='C:\\x\\[b.xlsx]Data'!A1", "+1+1", "-2+x", "@SUM(1)")


@pytest.mark.parametrize("teks", BERUPA_RUMUS)
def test_a_text_that_looks_like_a_formula_is_no_formula_in_the_chart(teks):
    """XlsxWriter takes a name that begins with an equals sign for a reference, here to a program."""
    satu = Grafik(
        judul=teks,
        jenis=JenisGrafik.BATANG,
        daftar_kategori=(teks, "b"),
        daftar_deret=(Deret(teks, (Decimal(1), Decimal(2)), (teks, "2")),),
        satuan=teks,
        keterangan=teks,
    )
    chart, workbook = paint(satu, 12)
    root = etree.fromstring(chart)
    assert root.findtext(f".//{C}valAx/{C}title//{A}t") == teks
    assert {rujukan.text.partition("!")[0] for rujukan in root.iter(f"{C}f")} == {"Data"}
    assert len(list(root.iter(f"{C}f"))) == 3
    for baris in load_workbook(io.BytesIO(workbook)).active.iter_rows():
        for sel in baris:
            if sel.value == teks:
                assert (sel.data_type, sel.quotePrefix) == ("s", True), sel.coordinate
