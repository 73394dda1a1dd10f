"""What loops do to numbered lists: a list begins anew where a reader expects it to."""

from __future__ import annotations

import pytest
from pandangan_uji import LAPORAN
from rakitan import DAFTAR, NS, W, buka, butir, dokumen_berdaftar

from lakip_gen.word.fill.render import render
from lakip_gen.word.package import xml
from lakip_gen.word.template.open import WordTemplate, open_template


def dibuka(naskah: str) -> WordTemplate:
    """Return a template that has lists."""
    templat, temuan = open_template(dokumen_berdaftar(naskah), "uji.docx")
    assert templat is not None, temuan
    return templat


def terisi(naskah: str) -> dict[str, bytes]:
    """Return the parts of a filled document that has lists."""
    isi, temuan = render(dibuka(naskah), LAPORAN)
    assert isi is not None, temuan
    return buka(isi)


def test_a_list_of_a_style_is_a_list_all_the_same():
    rules = '<w:pPr><w:pStyle w:val="Nomor"/><w:jc w:val="left"/></w:pPr>'
    bernomor_gaya = f"<w:p>{rules}<w:r><w:t>{{{{ n }}}}</w:t></w:r></w:p>"
    parts = terisi(naskah(LUAR, DALAM, bernomor_gaya, AKHIR, AKHIR))
    paragraf = xml.parse(parts["word/document.xml"]).findall(".//w:p/w:pPr", NS)
    assert [satu.find("w:numPr/w:numId", NS).get(xml.VAL) for satu in paragraf] == ["5"] * 3 + ["7"] * 3
    assert [f"{xml.W}{nama}" for nama in ("pStyle", "numPr", "jc")] == [satu.tag for satu in paragraf[0]]


def bernomor(naskah: str) -> list[str]:
    """Return the items of a filled document behind the numbers that Word shows."""
    parts = terisi(naskah)
    nomor = xml.parse(parts["word/numbering.xml"])
    awal: dict[str, dict[str, int]] = {}
    sama: dict[str, str] = {}
    for satu in nomor.findall("w:num", NS):
        nama = satu.get(f"{{{W}}}numId", "")
        sama[nama] = satu.find("w:abstractNumId", NS).get(xml.VAL)
        awal[nama] = {
            ubah.get(f"{{{W}}}ilvl"): int(ubah.find("w:startOverride", NS).get(xml.VAL))
            for ubah in satu.findall("w:lvlOverride", NS)
        }
    hitung: dict[tuple[str, int], int] = {}
    mulai: set[str] = set()
    baris = []
    for paragraf in xml.parse(parts["word/document.xml"]).iter(xml.P):
        teks = "".join(paragraf.itertext())
        rules = paragraf.find("w:pPr/w:numPr", NS)
        if rules is None:
            baris.append(teks)
            continue
        nama, dalam = rules.find("w:numId", NS).get(xml.VAL), int(rules.find("w:ilvl", NS).get(xml.VAL))
        if nama not in mulai:
            mulai.add(nama)
            hitung |= {(sama[nama], int(satu)): nilai - 1 for satu, nilai in awal[nama].items()}
        hitung[sama[nama], dalam] = hitung.get((sama[nama], dalam), 0) + 1
        hitung = {kunci: nilai for kunci, nilai in hitung.items() if kunci[0] != sama[nama] or kunci[1] <= dalam}
        baris.append(f"{hitung[sama[nama], dalam]}. {teks}")
    return baris


LUAR = "{%p for s in daftar_sasaran %}"
DALAM = "{%p for n in daftar_nama %}"
AKHIR = "{%p endfor %}"

CABANG = ('{%p if n == "Budi" %}', butir("{{ n }}"), "{%p else %}", butir("- {{ n }}"), "{%p endif %}")


def naskah(*baris: str) -> str:
    return "\n".join(baris)


def test_a_list_made_by_an_inner_loop_begins_anew_in_each_round_of_the_outer_one():
    assert bernomor(naskah(LUAR, "-", DALAM, butir("{{ n }}"), AKHIR, AKHIR)) == [
        *("-", "1. Ani", "2. Budi", "3. Citra"),
        *("-", "1. Ani", "2. Budi", "3. Citra"),
    ]


@pytest.mark.parametrize(
    ("isi", "banyak"),
    [
        pytest.param(naskah(DALAM, butir("{{ n }}"), AKHIR), "123", id="one item of each round"),
        pytest.param(naskah(DALAM, butir("{{ n }}"), "penjelasan", AKHIR), "1-2-3-", id="with its explanation"),
        pytest.param(naskah(DALAM, *CABANG, AKHIR), "123", id="one of two branches"),
        pytest.param(naskah(butir("awal"), LUAR, DALAM, butir("{{ n }}"), AKHIR, AKHIR), "1234567", id="begun before"),
        pytest.param(naskah(LUAR, butir("a"), butir("b"), AKHIR), "1212", id="several items of each round"),
        pytest.param(
            naskah(LUAR, butir("a"), DALAM, butir("{{ n }}", tingkat=1), AKHIR, AKHIR), "11232123", id="levels"
        ),
        pytest.param(
            naskah(LUAR, butir("a"), DALAM, butir("{{ n }}"), AKHIR, AKHIR), "12341234", id="one item and a loop"
        ),
    ],
)
def test_a_list_goes_on_as_long_as_a_reader_takes_it_for_one(isi, banyak):
    assert "".join(satu.partition(".")[0] if ". " in satu else "-" for satu in bernomor(isi)) == banyak


def test_a_list_that_stands_in_two_loops_goes_through_the_document():
    putaran = naskah(LUAR, "-", DALAM, butir("{{ n }}"), AKHIR, AKHIR)
    nomor = [satu.partition(".")[0] for satu in bernomor(naskah(putaran, putaran)) if ". " in satu]
    assert nomor == [str(satu) for satu in range(1, 13)]


def test_a_numbered_column_begins_anew_in_each_table_of_a_loop():
    nomor = butir("")
    tabel = (
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"
        "<w:tr><w:tc><w:p><w:r><w:t>{%tr for n in daftar_nama %}</w:t></w:r></w:p></w:tc></w:tr>"
        f"<w:tr><w:tc>{nomor}</w:tc><w:tc><w:p><w:r><w:t>{{{{ n }}}}</w:t></w:r></w:p></w:tc></w:tr>"
        "<w:tr><w:tc><w:p><w:r><w:t>{%tr endfor %}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    assert [satu for satu in bernomor(naskah(LUAR, tabel, "-", AKHIR)) if satu.endswith(". ")] == [
        *("1. ", "2. ", "3. "),
        *("1. ", "2. ", "3. "),
    ]


def test_far_too_many_lists_are_told_with_their_loop(monkeypatch):
    monkeypatch.setattr("lakip_gen.word.fill.lists.MOST_LISTS", 0)
    isi, temuan = render(dibuka(naskah(LUAR, "-", DALAM, butir("{{ n }}"), AKHIR, AKHIR)), LAPORAN)
    assert isi is None
    assert [(satu.kode, satu.nilai) for satu in temuan] == [("templat-daftar-terlalu-banyak", LUAR)]


def test_bullets_and_lists_that_are_not_there_stay_as_they_are():
    for daftar in (6, 7):
        parts = terisi(naskah(LUAR, DALAM, butir("{{ n }}", daftar=daftar), AKHIR, AKHIR))
        assert parts["word/numbering.xml"] == DAFTAR.encode()
        assert parts["word/document.xml"].count(f'<w:numId w:val="{daftar}"/>'.encode()) == 6
