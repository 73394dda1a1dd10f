"""What loops do to tables, drawings and lines: Word's layout stays as the template has it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pandangan_uji import LAPORAN, hasil, templat
from rakitan import NS, W, akar, bagian, buka, run

from lakip_gen.ooxml.writer import write_container
from lakip_gen.word.fill.render import render
from lakip_gen.word.package import opc, xml
from lakip_gen.word.template.open import open_template

TABEL = '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid><w:tr><w:tc><w:p>{}</w:p></w:tc></w:tr></w:tbl>'


def susunan(isi: bytes) -> list[str]:
    """Return what stands in the body of a document, one word a block."""
    return [satu.tag.removeprefix(f"{{{W}}}") for satu in xml.children(akar(isi).find("w:body", NS))][:-1]


def test_tables_that_a_loop_puts_together_stay_apart():
    assert susunan(hasil("{%p for n in daftar_nama %}\n" + TABEL.format(run("{{ n }}")) + "\n{%p endfor %}")) == [
        *("tbl", "p", "tbl", "p", "tbl")
    ]


def test_tables_that_touch_in_the_template_go_on_touching_and_only_rounds_are_parted():
    isi = "{%p for n in daftar_nama %}\n" + TABEL.format(run("{{ n }}")) + TABEL.format("") + "\n{%p endfor %}"
    jadi, _ = render(templat(isi), LAPORAN)
    assert jadi is not None
    assert susunan(jadi) == ["tbl", "tbl", "p", "tbl", "tbl", "p", "tbl", "tbl"]
    assert b"touches" not in buka(jadi)["word/document.xml"]


def sel(teks: str, lebar: int, kolom: int = 1) -> str:
    rentang = f'<w:gridSpan w:val="{kolom}"/>' if kolom > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{lebar}" w:type="dxa"/>{rentang}</w:tcPr><w:p>{run(teks)}</w:p></w:tc>'


def tabel(*daftar_baris: str, kolom: int = 4) -> str:
    grid = '<w:gridCol w:w="2000"/>' * kolom
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(f'<w:tr>{b}</w:tr>' for b in daftar_baris)}</w:tbl>"


ULANG = sel("{%tc for n in daftar_nama %}", 500) + sel("{{ n }}", 2000) + sel("{%tc endfor %}", 500)


def lebar(isi: bytes) -> tuple[list[int], list[list[tuple[int, int]]]]:
    """Return the widths of a table's columns, and of each row the columns and the width of its cells."""
    table = akar(isi).find(".//w:tbl", NS)
    kolom = [int(satu.get(f"{{{W}}}w")) for satu in table.findall("w:tblGrid/w:gridCol", NS)]
    baris = [
        [
            (xml.number(c.find("w:tcPr/w:gridSpan", NS), "val", 1), xml.number(c.find("w:tcPr/w:tcW", NS), "w", 0))
            for c in tr.findall("w:tc", NS)
        ]
        for tr in table.findall("w:tr", NS)
    ]
    return kolom, baris


def test_a_heading_over_repeated_columns_grows_with_them_and_all_widths_fit_the_grid():
    kolom, (kepala, isi) = lebar(hasil(tabel(sel("Uraian", 4000) + sel("Nama", 3000, 3), sel("a", 4000) + ULANG)))
    assert kolom == [3200, 1600, 1600, 1600]
    assert kepala == [(1, 3200), (3, 4800)]
    assert isi == [(1, 3200), (1, 1600), (1, 1600), (1, 1600)]


def test_a_title_over_the_whole_table_grows_too():
    banyak = replace(LAPORAN, daftar_nama=tuple("abcdefgh"))
    isi = hasil(tabel(sel("Judul", 8000, 4), sel("a", 2000) + ULANG), banyak)
    kolom, (kepala, _) = lebar(isi)
    assert (len(kolom), kepala) == (9, [(9, sum(kolom))])
    assert b"grows" not in buka(isi)["word/document.xml"]


def test_two_headings_over_two_loops_share_the_new_columns():
    banyak = replace(LAPORAN, daftar_nama=tuple("abcdef"))
    _, (kepala, _) = lebar(hasil(tabel(sel("A", 3000, 3) + sel("B", 3000, 3), ULANG + ULANG, kolom=6), banyak))
    assert [satu for satu, _ in kepala] == [6, 6]


@pytest.mark.parametrize("jumlah", [0, 1, 2], ids=["none", "one", "two"])
def test_fewer_rounds_than_the_template_has_columns_leave_a_table_that_fits(jumlah):
    sedikit = replace(LAPORAN, daftar_nama=tuple("abc"[:jumlah]))
    kolom, baris = lebar(hasil(tabel(sel("Uraian", 2000), sel("a", 2000) + ULANG), sedikit))
    assert len(kolom) == max(sum(satu for satu, _ in sel) for sel in baris) == 1 + jumlah


def test_shapes_of_the_old_kind_get_names_of_their_own_and_their_types_stay_shared():
    gambar = (
        '<w:p><w:r><w:pict><v:shapetype id="_x0000_t75"/><v:shape id="_x0000_s1026" type="#_x0000_t75"/></w:pict></w:r>'
        f"{run('{{ n }}')}</w:p>"
    )
    root = akar(hasil("{%p for n in daftar_nama %}\n" + gambar + "\n{%p endfor %}"))
    shapes = [satu.get("id") for satu in root.iter("{urn:schemas-microsoft-com:vml}shape")]
    assert shapes == ["_x0000_s1026", "_x0000_s1026_2", "_x0000_s1026_3"]
    assert {satu.get("id") for satu in root.iter("{urn:schemas-microsoft-com:vml}shapetype")} == {"_x0000_t75"}


def test_a_chart_of_the_templates_own_that_a_loop_repeats_gets_parts_of_its_own():
    chart = f'<c:chart xmlns:c="{CHART}" r:id="rId9"/>'
    bingkai = (
        f'<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="g"/>{chart}</wp:inline></w:drawing></w:r>'
        f"{run('{{ n }}')}</w:p>"
    )
    parts = bagian("{%p for n in daftar_nama %}\n" + bingkai + "\n{%p endfor %}")
    jenis = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    opc.add_part(parts, "word/charts/chart1.xml", f'<c:chartSpace xmlns:c="{CHART}"/>'.encode(), jenis)
    opc.relate(parts, "word/document.xml", opc.Relation(f"{xml.LINK_TYPE}chart", "word/charts/chart1.xml"), "rId9")
    opc.add_default(parts, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    parts["word/embeddings/data.xlsx"] = b"data"
    paket = opc.Relation(f"{xml.LINK_TYPE}package", "word/embeddings/data.xlsx")
    opc.relate(parts, "word/charts/chart1.xml", paket, "rId1")
    dibuka, temuan = open_template(write_container(parts), "uji.docx")
    assert dibuka is not None, temuan
    isi, temuan = render(dibuka, LAPORAN)
    assert isi is not None, temuan
    jadi = buka(isi)
    nama = ["word/charts/chart1.xml", "word/charts/chart1-2.xml", "word/charts/chart1-3.xml"]
    tautan = opc.relations(jadi, "word/document.xml")
    links = [satu.get(f"{{{xml.R_NS}}}id") for satu in akar(isi).iter(f"{{{CHART}}}chart")]
    assert [tautan[satu].target for satu in links] == nama
    data = [opc.relations(jadi, satu)["rId1"].target for satu in nama]
    assert len(set(data)) == 3
    assert {jadi[satu] for satu in data} == {b"data"}
    assert {opc.content_type(jadi, satu) for satu in nama} == {jenis}


CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


@pytest.mark.parametrize(
    ("settings", "urutan"),
    [
        pytest.param("<w:zoom/><w:decimalSymbol/>", ["zoom", "compat", "decimalSymbol"], id="no compatibility"),
        pytest.param("<w:zoom/>", ["zoom", "compat"], id="nothing behind"),
        pytest.param("<w:compat><w:noLeading/><w:useFELayout/></w:compat>", ["compat"], id="other rules"),
    ],
)
def test_a_line_break_in_a_value_stretches_no_line_of_justified_text(settings, urutan):
    parts = bagian("{{ judul }}")
    jenis = "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"
    opc.add_part(parts, "word/settings.xml", f'<w:settings xmlns:w="{W}">{settings}</w:settings>'.encode(), jenis)
    opc.relate(parts, "word/document.xml", opc.Relation(f"{xml.LINK_TYPE}settings", "word/settings.xml"))
    dibuka, _ = open_template(write_container(parts), "uji.docx")
    assert dibuka is not None
    for judul, ada in (("satu\ndua", True), ("satu dua", False)):
        isi, _ = render(dibuka, replace(LAPORAN, judul=judul))
        assert isi is not None
        root = akar(isi, "word/settings.xml")
        assert (root.find("w:compat/w:doNotExpandShiftReturn", NS) is not None) is ada
        assert not ada or [xml.etree.QName(satu).localname for satu in root] == urutan
        rules = [xml.etree.QName(satu).localname for satu in root.findall("w:compat/*", NS)]
        assert not ada or rules in (["doNotExpandShiftReturn"], ["noLeading", "doNotExpandShiftReturn", "useFELayout"])
