"""What stands beside a tag that takes its paragraph or row away: carried over in its place, or refused by name."""

from __future__ import annotations

import pytest
from pandangan_uji import LAPORAN, hasil, kode, temuan, tercetak
from rakitan import W, akar, paragraf, teks_paragraf

HALAMAN = "<w:r><w:br w:type='page'/></w:r>"
KOLOM = "<w:r><w:br w:type='column'/></w:r>"
BANYAK = len(LAPORAN.daftar_nama)


def run(teks: str) -> str:
    return f"<w:r><w:t xml:space='preserve'>{teks}</w:t></w:r>"


def urutan(naskah: str) -> list[str]:
    """Return the texts and the breaks of a finished document in their order."""
    isi = akar(hasil(naskah))
    return [
        f"<{satu.get(f'{{{W}}}type')}>" if satu.tag.endswith("}br") else satu.text
        for satu in isi.iter(f"{{{W}}}br", f"{{{W}}}t")
    ]


@pytest.mark.parametrize(("pemisah", "nama"), [(HALAMAN, "page"), (KOLOM, "column")], ids=["halaman", "kolom"])
def test_a_break_before_the_end_of_a_loop_breaks_in_each_round(pemisah, nama):
    naskah = f"{{%p for n in daftar_nama %}}\nx\n<w:p>{pemisah}{run('{%p endfor %}')}</w:p>"
    assert urutan(naskah) == ["x", f"<{nama}>"] * BANYAK


@pytest.mark.parametrize(
    ("sebelum", "sesudah", "jadi"),
    [
        (HALAMAN, "", ["<page>", *["x"] * BANYAK]),
        ("", HALAMAN, ["<page>", "x"] * BANYAK),
        (HALAMAN, HALAMAN, ["<page>", *["<page>", "x"] * BANYAK]),
    ],
    ids=["di depan", "di belakang", "keduanya"],
)
def test_a_break_beside_the_beginning_of_a_loop_keeps_its_side(sebelum, sesudah, jadi):
    assert urutan(f"<w:p>{sebelum}{run('{%p for n in daftar_nama %}')}{sesudah}</w:p>\nx\n{{%p endfor %}}") == jadi


AWAL = "<w:pPr><w:pageBreakBefore{}/></w:pPr>"


def halaman(naskah: str) -> list[str]:
    """Return the texts of a finished document in their order, and before them where a paragraph begins a page."""
    isi = akar(hasil(naskah))
    urut = isi.iter(f"{{{W}}}pageBreakBefore", f"{{{W}}}br", f"{{{W}}}t")
    return [satu.text if satu.tag.endswith("}t") else f"<{satu.tag.rpartition('}')[2]}>" for satu in urut]


@pytest.mark.parametrize(
    ("naskah", "jadi"),
    [
        pytest.param(
            f"<w:p>{AWAL.format('')}{run('{%p for n in daftar_nama %}')}</w:p>\nx\n{{%p endfor %}}",
            ["<pageBreakBefore>", *["x"] * BANYAK],
            id="before a loop",
        ),
        pytest.param(
            f"{{%p for n in daftar_nama %}}\nx\n<w:p>{AWAL.format('')}{run('{%p endfor %}')}</w:p>",
            ["x", "<pageBreakBefore>"] * BANYAK,
            id="at its end",
        ),
        pytest.param(
            f"<w:p>{AWAL.format('')}{run('{%p if ada %}')}{HALAMAN}</w:p>\nx\n{{%p endif %}}",
            ["<pageBreakBefore>", "<br>", "x"],
            id="with another break behind the tag",
        ),
        pytest.param(
            f"<w:p>{AWAL.format(' w:val=@0@').replace('@', chr(39))}{run('{%p if ada %}')}</w:p>\nx\n{{%p endif %}}",
            ["x"],
            id="switched off",
        ),
    ],
)
def test_a_tags_paragraph_that_begins_a_page_leaves_the_new_page(naskah, jadi):
    assert halaman(naskah) == jadi


def test_a_break_in_a_condition_that_does_not_hold_is_left_out_with_it():
    naskah = f"{{%p if not ada %}}\n<w:p>{run('x')}{HALAMAN}</w:p>\n<w:p>{HALAMAN}{run('{%p endif %}')}</w:p>\ny"
    assert urutan(naskah) == ["y"]


def test_a_bookmark_that_begins_beside_a_tag_stays():
    naskah = (
        f"<w:p><w:bookmarkStart w:id='3' w:name='bab'/>{run('{%p if ada %}')}</w:p>\nx"
        f"\n<w:p>{run('{%p endif %}')}<w:bookmarkEnd w:id='3'/></w:p>"
    )
    isi = akar(hasil(naskah))
    assert [satu.tag.rpartition("}")[2] for satu in isi[0]][:3] == ["bookmarkStart", "p", "bookmarkEnd"]


GAMBAR = (
    "<w:r><w:drawing><wp:anchor><wp:align>righttop</wp:align><wp:docPr id='1' name='a'/></wp:anchor></w:drawing></w:r>"
)
DITOLAK = {
    "gambar": (f"<w:p>{run('{%p if ada %}')}{GAMBAR}</w:p>\nx\n{{%p endif %}}", "gambar, bagan, atau kotak teks"),
    "awal bidang": (
        f"<w:p>{run('{%p if ada %}')}<w:r><w:fldChar w:fldCharType='begin'/></w:r></w:p>\nx\n{{%p endif %}}",
        "bidang (field), atau awal atau akhirnya",
    ),
    "akhir bidang": (
        f"<w:p><w:r><w:fldChar w:fldCharType='end'/></w:r>{run('{%p if ada %}')}</w:p>\nx\n{{%p endif %}}",
        "bidang (field), atau awal atau akhirnya",
    ),
}


@pytest.mark.parametrize("nama", DITOLAK)
def test_what_would_be_lost_is_called_by_its_name(nama):
    naskah, sisa = DITOLAK[nama]
    (satu,) = [isi for isi in temuan(naskah) if isi.kode == "templat-isi-hilang"]
    assert dict(satu.rincian)["sisa"] == f"({sisa})"


@pytest.mark.parametrize(
    "isi",
    [f"{run('{%tr if ada %}')}{HALAMAN}", f"{AWAL.format('')}{run('{%tr if ada %}')}"],
    ids=["a break", "a paragraph that begins a page"],
)
def test_a_break_in_the_row_of_a_tag_is_refused(isi):
    baris = "".join(
        f"<w:tr><w:tc><w:tcPr/><w:p>{satu}</w:p></w:tc></w:tr>" for satu in (isi, run("a"), run("{%tr endif %}"))
    )
    naskah = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='2000'/></w:tblGrid>{baris}</w:tbl>"
    (satu,) = temuan(naskah)
    assert (satu.kode, dict(satu.rincian)["sisa"]) == ("templat-isi-hilang", "(pemisah halaman atau kolom)")


def sel(isi: str, gabung: str = "") -> str:
    return f"<w:tc><w:tcPr>{gabung}</w:tcPr>{paragraf(isi)}</w:tc>"


@pytest.mark.parametrize("lanjut", [True, False], ids=["berlanjut", "tidak berlanjut"])
def test_a_merged_cell_that_begins_in_the_row_of_a_tag_is_refused(lanjut):
    mulai, terus = "<w:vMerge w:val='restart'/>", "<w:vMerge/>" if lanjut else ""
    baris = (
        sel("{%tr for n in daftar_nama %}", mulai),
        sel("{{ n }}", terus),
        sel("{%tr endfor %}"),
    )
    tabel = "".join(f"<w:tr>{satu}</w:tr>" for satu in baris)
    daftar = kode(f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='9'/></w:tblGrid>{tabel}</w:tbl>")
    assert daftar[:1] == (["templat-isi-hilang"] if lanjut else [])


def pindah(sisi: str, teks: str) -> str:
    return f"<w:p><w:move{sisi} w:id='1' w:author='A'>{run(teks)}</w:move{sisi}></w:p>"


def test_moved_text_stands_once_where_it_was_moved_to():
    naskah = f"{pindah('From', '{{ judul }}')}\nantara\n{pindah('To', '{{ judul }}')}"
    assert [satu for satu in tercetak(naskah) if satu] == ["antara", LAPORAN.judul]
    assert not [satu for satu in akar(hasil(naskah)).iter() if "move" in str(satu.tag)]


def test_a_moved_tag_of_a_loop_counts_where_it_was_moved_to():
    naskah = f"{pindah('From', '{%p for n in daftar_nama %}')}\natas\n{pindah('To', '{%p for n in daftar_nama %}')}"
    assert tercetak(f"{naskah}\n{{{{ n }}}}\n{{%p endfor %}}") == ["atas", *LAPORAN.daftar_nama]


def test_a_moved_paragraph_leaves_no_empty_one():
    mark = "<w:pPr><w:rPr><w:moveFrom w:id='2' w:author='A'/></w:rPr></w:pPr>"
    naskah = pindah("From", "x").replace("<w:p>", f"<w:p>{mark}", 1)
    isi = akar(hasil(f"a\n{naskah}\nb"))
    assert [teks_paragraf(satu) for satu in isi.iter(f"{{{W}}}p")] == ["a", "b"]


@pytest.mark.parametrize("jenis", ["ins", "del", "moveFrom", "moveTo"])
def test_open_tracked_changes_are_a_warning_once(jenis):
    perubahan = f"<w:p><w:{jenis} w:id='1' w:author='A'>{run('x')}</w:{jenis}></w:p>"
    assert kode(f"a\n{perubahan}\n{perubahan}") == ["templat-perubahan-terlacak"]
    assert kode("a") == []
