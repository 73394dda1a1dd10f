"""Three documents are compared block by block: what was generated, what somebody made of it, what is generated now."""

import struct
import zlib

import pytest
from draf_uji import (
    AWAL,
    KINI,
    LANJUT,
    balik_baris,
    belah,
    belah_tabel,
    beri_komentar,
    buka,
    cari,
    coret_terlacak,
    dalam_kontrol,
    dalam_medan,
    draf,
    gabung,
    ganti,
    ganti_sel,
    halaman_baru,
    hapus,
    hapus_baris,
    hapus_tabel,
    isi_teks,
    kepala,
    komentar,
    lanjut,
    pindah,
    pindah_tabel,
    rata,
    salin,
    sambung,
    sunting,
    tambah_baris,
    tambah_sesudah,
    tanpa_dasar,
    tanpa_jangkar,
    tebalkan,
    tempel_gambar,
    terlacak,
)
from suntingan_lain import SKENARIO_LAIN

from lakip_gen.ooxml.writer import write_container
from lakip_gen.word.carry.base import read_base
from lakip_gen.word.carry.plan import changed_numbers
from lakip_gen.word.carry.remarks import sentences
from lakip_gen.word.carry.texts import PICTURE, Reader, fingerprints
from lakip_gen.word.carry.typed import lost_words
from lakip_gen.word.package.opc import open_docx
from lakip_gen.word.tags.place import Place
from lakip_gen.word.template.integrity import check_links


def gambar_png():
    """Return a red dot."""

    def potong(nama, isi):
        return struct.pack(">I", len(isi)) + nama + isi + struct.pack(">I", zlib.crc32(nama + isi))

    kepala_png = struct.pack(">IIBBBBB", 2, 2, 8, 2, 0, 0, 0)
    baris = b"\0" + b"\xff\0\0" * 2
    return (
        b"\x89PNG\r\n\x1a\n"
        + potong(b"IHDR", kepala_png)
        + potong(b"IDAT", zlib.compress(baris * 2))
        + potong(b"IEND", b"")
    )


GAMBAR = gambar_png()
KINI_TEKS = "Realisasi I1 sebesar 47,10 persen dari target I1 sebesar 80,00 persen."
SKENARIO = {
    "a paragraph between two blocks": (
        [tambah_sesudah("Penjelasan I1", "Tulisan Sekretaris.")],
        ["Tulisan Sekretaris."],
    ),
    "a paragraph at the end": ([tambah_sesudah("Demikian", "Penutup kedua.")], ["Penutup kedua."]),
    "two paragraphs one after the other": (
        [tambah_sesudah("Penjelasan I1", "Kedua."), tambah_sesudah("Penjelasan I1", "Pertama.")],
        ["Pertama.", "Kedua."],
    ),
    "other words over a sentence": ([ganti("Realisasi I1", "Kinerja I1 sangat baik.")], ["Kinerja I1 sangat baik."]),
    "other words over a sentence beneath which nothing changed": (
        [ganti("Realisasi I2", "Kinerja I2 tetap.")],
        ["Kinerja I2 tetap."],
    ),
    "a word at the end of a sentence": (
        [sambung("Realisasi I1", " Luar biasa.")],
        ["Realisasi I1 sebesar 45,20 persen dari target I1 sebesar 80,00 persen. Luar biasa."],
    ),
    "a sentence that was deleted": ([hapus("Realisasi I1")], []),
    "a heading that was deleted": ([hapus("Bab III")], []),
    "a sentence that was moved": ([pindah("Realisasi I3", "Bab I")], []),
    "a table that was moved": ([pindah_tabel("Bab I")], []),
    "a table that was deleted": ([hapus_tabel], []),
    "a cell": ([ganti_sel(1, 2, "diperiksa")], ["diperiksa"]),
    "a cell with a figure": ([ganti_sel(1, 1, "46,00")], ["46,00"]),
    "a row more": ([tambah_baris("baris tangan")], ["baris tangan"] * 3),
    "rows in another order": ([balik_baris], []),
    "a table in two": ([belah_tabel], []),
    "a sentence that was copied": ([salin("Realisasi I1", "Bab III")], []),
    "a row less": ([hapus_baris(2)], []),
    "formatting of a whole sentence": ([tebalkan("Realisasi I1")], []),
    "a left margin": ([rata("Realisasi I1")], []),
    "a comment": ([beri_komentar("Realisasi I1")], []),
    "a comment at what is deleted": ([beri_komentar("Realisasi I1"), hapus("Penjelasan I1")], []),
    "a pasted picture": ([tempel_gambar("Penjelasan I2", GAMBAR)], []),
    "a tracked change that puts in": ([terlacak("Realisasi I1", " Disisipkan.")], []),
    "a tracked change that takes out": ([coret_terlacak("Realisasi I1")], []),
    "Enter within a sentence": ([belah("Realisasi I1", 20)], []),
    "two paragraphs made one": ([gabung("Realisasi I1", "Penjelasan I1")], []),
    "a header": ([kepala("Kop tangan")], ["Kop tangan"]),
    "a page break": ([halaman_baru("Bab II")], []),
    "a content control": ([dalam_kontrol("Realisasi I1")], []),
    "all of it": (
        [
            tambah_sesudah("Penjelasan I1", "Tulisan Sekretaris."),
            ganti("Realisasi I2", "Kinerja I2 tetap."),
            hapus("Penjelasan I3"),
            pindah_tabel("Bab I"),
            ganti_sel(2, 2, "diperiksa"),
            beri_komentar("Realisasi I1"),
            kepala("Kop tangan"),
        ],
        ["Tulisan Sekretaris.", "Kinerja I2 tetap.", "diperiksa", "Kop tangan"],
    ),
}


SKENARIO |= SKENARIO_LAIN


@pytest.mark.one_in(7)
@pytest.mark.parametrize("disimpan", [dict, tanpa_jangkar], ids=["anchors there", "anchors lost"])
@pytest.mark.parametrize("nama", SKENARIO)
def test_each_word_somebody_typed_is_in_the_next_draft_once(nama, disimpan):
    langkah, kata = SKENARIO[nama]
    disunting = disimpan(sunting(draf(AWAL), *langkah))
    jadi, hilang = lanjut(disunting)
    teks = isi_teks(jadi.parts)
    assert hilang == ()
    for satu in dict.fromkeys(kata):
        assert teks.count(satu) == kata.count(satu), satu
    assert_sound(jadi.parts)


def assert_sound(parts):
    """Assert that a document is whole: its links lead somewhere, its ids are its own, and it opens."""
    terbuka, temuan = open_docx(write_container(parts))
    assert terbuka is not None, temuan
    assert check_links(terbuka, Place("draf.docx")) == ()
    buka(parts)


def test_what_nobody_touched_says_what_it_would_say_without_any_edit():
    jadi, hilang = lanjut(sunting(draf(AWAL), tambah_sesudah("Penjelasan I1", "Tulisan Sekretaris.")))
    teks = isi_teks(jadi.parts)
    teks.remove("Tulisan Sekretaris.")
    assert (teks, hilang) == (isi_teks(draf(KINI)), ())
    assert (jadi.edited, jadi.renewed, jadi.new) == (1, 3, 0)


def test_an_edited_sentence_keeps_its_words_and_a_comment_names_the_numbers_beneath_it():
    jadi, _ = lanjut(sunting(draf(AWAL), ganti("Realisasi I1", "Kinerja I1 sangat baik.")))
    assert KINI_TEKS not in isi_teks(jadi.parts)
    assert komentar(jadi.parts) == [
        f"Angka di balik suntingan ini berubah: 45,20 menjadi 47,10.\nMenurut data sekarang: “{KINI_TEKS}”"
    ]


def test_an_edited_sentence_beneath_which_nothing_changed_gets_no_comment():
    jadi, _ = lanjut(sunting(draf(AWAL), ganti("Realisasi I2", "Kinerja I2 tetap.")))
    assert komentar(jadi.parts) == []


def test_a_comment_is_not_said_again_when_nothing_more_changes():
    jadi, _ = lanjut(sunting(draf(AWAL), ganti("Realisasi I1", "Kinerja I1 sangat baik.")))
    lagi, _ = lanjut(dict(jadi.parts), KINI | {"I3": "99,00"})
    assert len(komentar(lagi.parts)) == 1
    assert "Kinerja I1 sangat baik." in isi_teks(lagi.parts)


def test_an_edited_cell_stays_and_its_neighbours_are_renewed():
    jadi, _ = lanjut(sunting(draf(AWAL), ganti_sel(1, 2, "diperiksa")))
    baris = [[sel.text for sel in satu.cells] for satu in buka(jadi.parts).tables[0].rows]
    assert baris[1] == ["I1", "47,10", "diperiksa"]
    assert baris[3][1] == "72,90"
    assert komentar(jadi.parts) == []


def test_a_content_control_that_libreoffice_made_a_field_of_is_renewed():
    jadi, _ = lanjut(sunting(draf(AWAL), dalam_medan("Realisasi I1")))
    assert (isi_teks(jadi.parts), komentar(jadi.parts)) == (isi_teks(draf(KINI)), [])


def test_what_somebody_typed_into_such_a_field_stays():
    jadi, hilang = lanjut(sunting(draf(AWAL), ganti("Realisasi I1", "Kinerja baik."), dalam_medan("Kinerja baik")))
    assert (isi_teks(jadi.parts).count("Kinerja baik."), hilang) == (1, ())
    assert "45,20 menjadi 47,10" in komentar(jadi.parts)[0]


def test_a_table_that_was_moved_and_edited_is_renewed_though_its_anchors_are_lost():
    jadi, _ = lanjut(tanpa_jangkar(sunting(draf(AWAL), pindah_tabel("Bab I"), ganti_sel(1, 2, "diperiksa"))))
    [tabel] = buka(jadi.parts).tables
    assert [sel.text for sel in tabel.rows[1].cells] == ["I1", "47,10", "diperiksa"]
    assert [sel.text for sel in tabel.rows[3].cells] == ["I3", "72,90", "cukup I3"]


def test_a_figure_somebody_typed_into_a_cell_stays_and_is_told_of():
    jadi, _ = lanjut(sunting(draf(AWAL), ganti_sel(1, 1, "46,00")))
    assert buka(jadi.parts).tables[0].cell(1, 1).text == "46,00"
    assert "45,20 menjadi 47,10" in komentar(jadi.parts)[0]


def test_a_deleted_row_stays_deleted_and_an_added_one_stays():
    jadi, _ = lanjut(sunting(draf(AWAL), hapus_baris(2), tambah_baris("tangan")))
    assert [satu.cells[0].text for satu in buka(jadi.parts).tables[0].rows] == ["Kode", "I1", "I3", "tangan"]


@pytest.mark.parametrize(
    ("langkah", "baris"),
    [
        ((ganti_sel(1, 2, "diperiksa"), hapus_baris(2)), [["I1", "47,10", "diperiksa"], ["I3", "72,90", "cukup I3"]]),
        ((ganti_sel(3, 2, "diperiksa"), hapus_baris(2)), [["I1", "47,10", "cukup I1"], ["I3", "72,90", "diperiksa"]]),
        (
            (ganti_sel(1, 2, "diperiksa"), ganti_sel(3, 1, "70,20"), hapus_baris(2), tambah_baris("tangan")),
            [["I1", "47,10", "diperiksa"], ["I3", "70,20", "cukup I3"], ["tangan"] * 3],
        ),
        ((ganti_sel(2, 2, "diperiksa"), hapus_baris(1)), [["I2", "61,00", "diperiksa"], ["I3", "72,90", "cukup I3"]]),
    ],
    ids=["the row before", "the row after", "a figure and a row of one's own", "the first row gone"],
)
def test_an_edited_row_beside_a_deleted_one_is_known_by_its_kode(langkah, baris):
    jadi, _ = lanjut(sunting(draf(AWAL), *langkah))
    assert [[sel.text for sel in satu.cells] for satu in buka(jadi.parts).tables[0].rows][1:] == baris
    assert len(komentar(jadi.parts)) == ("70,20" in str(baris))


def test_an_edited_row_is_known_by_its_kode_where_another_one_comes_in_and_every_figure_changes():
    angka = {"I1": "1,00", "I1B": "2,00", "I2": "3,00", "I3": "4,00"}
    jadi, _ = lanjut(sunting(draf(AWAL), ganti_sel(2, 2, "diperiksa")), angka)
    baris = [[sel.text for sel in satu.cells] for satu in buka(jadi.parts).tables[0].rows][1:]
    assert baris[1:3] == [["I1B", "2,00", "cukup I1B"], ["I2", "3,00", "diperiksa"]]


@pytest.mark.parametrize("disimpan", [dict, tanpa_jangkar], ids=["anchors there", "anchors lost"])
def test_an_edited_sentence_beside_a_deleted_one_is_known_by_its_kode(disimpan):
    disunting = disimpan(
        sunting(draf(AWAL), ganti("Penjelasan I1", "Penjelasan I1 ditulis oleh Sekretaris."), hapus("Penjelasan I2"))
    )
    teks = isi_teks(lanjut(disunting)[0].parts)
    assert teks.count("Penjelasan I1 ditulis oleh Sekretaris.") == 1
    assert [satu[:14] for satu in teks if satu.startswith("Penjelasan")] == ["Penjelasan I1 ", "Penjelasan I3 "]


@pytest.mark.parametrize("disimpan", [dict, tanpa_jangkar], ids=["anchors there", "anchors lost"])
def test_rows_and_sentences_in_another_order_stay_so_and_are_renewed(disimpan):
    disunting = disimpan(sunting(draf(AWAL), balik_baris, pindah("Realisasi I3", "Bab I")))
    jadi, _ = lanjut(disunting)
    baris = [[sel.text for sel in satu.cells[:2]] for satu in buka(jadi.parts).tables[0].rows]
    assert baris == [["Kode", "Realisasi"], ["I3", "72,90"], ["I2", "61,00"], ["I1", "47,10"]]
    teks = isi_teks(jadi.parts)
    [di] = [n for n, satu in enumerate(teks) if satu.startswith("Realisasi I3 sebesar 72,90")]
    assert teks[di - 1].startswith("Bab I ")


def test_both_halves_of_a_split_table_are_renewed():
    jadi, _ = lanjut(sunting(draf(AWAL), belah_tabel))
    atas, bawah = ([[sel.text for sel in satu.cells[:2]] for satu in tabel.rows] for tabel in buka(jadi.parts).tables)
    assert (atas, bawah) == ([["Kode", "Realisasi"], ["I1", "47,10"]], [["I2", "61,00"], ["I3", "72,90"]])


def test_a_copied_sentence_is_renewed_in_both_places():
    jadi, _ = lanjut(sunting(draf(AWAL), salin("Realisasi I1", "Bab III")))
    assert isi_teks(jadi.parts).count(KINI_TEKS) == 2


def test_a_new_indicator_comes_after_its_predecessor_in_text_and_table():
    angka = {"I1": "45,20", "I2": "61,00", "I2B": "10,00", "I3": "70,15"}
    jadi, _ = lanjut(sunting(draf(AWAL), tambah_sesudah("Penjelasan I1", "Tulisan.")), angka)
    teks = isi_teks(jadi.parts)
    di = next(n for n, satu in enumerate(teks) if satu.startswith("Realisasi I2B"))
    assert teks[di - 1].startswith("Penjelasan I2 ")
    assert [satu.cells[0].text for satu in buka(jadi.parts).tables[0].rows] == ["Kode", "I1", "I2", "I2B", "I3"]
    assert jadi.new == 2
    assert jadi.added == (
        "Realisasi I2B sebesar 10,00 persen dari target I2B sebesar 80,00 persen.",
        "Penjelasan I2B disampaikan oleh bidang I2B.",
        "I2B 10,00 cukup I2B",
    )


def test_an_indicator_that_is_gone_goes_but_for_what_somebody_wrote_of_it():
    angka = {"I1": "45,20", "I3": "70,15"}
    jadi, hilang = lanjut(sunting(draf(AWAL), ganti("Penjelasan I2", "Menurut Kepala Dinas, ini penting.")), angka)
    teks = isi_teks(jadi.parts)
    assert not any(satu.startswith("Realisasi I2") for satu in teks)
    assert "Menurut Kepala Dinas, ini penting." in teks
    assert hilang == ()


def test_formatting_stays_when_the_figure_is_renewed():
    jadi, _ = lanjut(sunting(draf(AWAL), tebalkan("Realisasi I1"), rata("Realisasi I1")))
    paragraf = cari(buka(jadi.parts), "Realisasi I1")
    assert paragraf.text == KINI_TEKS
    assert all(run.italic for run in paragraf.runs)
    assert [run.text for run in paragraf.runs if run.bold] == ["47,10"]
    assert paragraf.paragraph_format.left_indent


def test_a_comment_of_somebody_stays_at_the_renewed_sentence():
    jadi, _ = lanjut(sunting(draf(AWAL), beri_komentar("Realisasi I1", "Benarkah?")))
    assert komentar(jadi.parts) == ["Benarkah?"]
    assert cari(buka(jadi.parts), "Realisasi I1").text == KINI_TEKS
    assert b"commentReference" in jadi.parts["word/document.xml"]


def test_a_comment_stays_when_what_it_stood_at_is_generated_no_more():
    jadi, _ = lanjut(sunting(draf(AWAL), beri_komentar("Realisasi I2", "Benarkah?")), {"I1": "45,20", "I3": "70,15"})
    assert komentar(jadi.parts) == ["Benarkah?"]
    assert b"commentReference" in jadi.parts["word/document.xml"]


def test_a_moved_table_is_renewed_where_it_stands_now():
    jadi, _ = lanjut(sunting(draf(AWAL), pindah_tabel("Bab I")))
    badan = [satu.tag.rpartition("}")[2] for satu in buka(jadi.parts).element.body]
    assert badan[2] == "tbl"
    assert buka(jadi.parts).tables[0].cell(1, 1).text == "47,10"


def test_a_pasted_picture_stays_with_its_file():
    jadi, _ = lanjut(sunting(draf(AWAL), tempel_gambar("Penjelasan I2", GAMBAR)))
    assert GAMBAR in jadi.parts.values()
    assert len(buka(jadi.parts).inline_shapes) == 1


def test_a_tracked_change_stays_a_tracked_change():
    jadi, _ = lanjut(sunting(draf(AWAL), terlacak("Realisasi I2", " Disisipkan."), coret_terlacak("Realisasi I3")))
    naskah = jadi.parts["word/document.xml"]
    assert b"<w:ins " in naskah
    assert b"<w:delText" in naskah


def test_the_third_draft_still_knows_what_was_edited_in_the_first():
    langkah = (
        ganti("Realisasi I1", "Kinerja I1 sangat baik."),
        hapus("Penjelasan I2"),
        tambah_sesudah("Bab I", "Pengantar."),
    )
    kedua, _ = lanjut(sunting(draf(AWAL), *langkah))
    ketiga, hilang = lanjut(dict(kedua.parts), KINI | {"I1": "50,00"})
    teks = isi_teks(ketiga.parts)
    assert {"Kinerja I1 sangat baik.", "Pengantar."} <= set(teks)
    assert not any(satu.startswith("Penjelasan I2") for satu in teks)
    assert hilang == ()
    assert len(komentar(ketiga.parts)) == 2


def test_without_a_base_everything_that_another_document_does_not_say_is_listed():
    disunting = tanpa_dasar(
        sunting(draf(AWAL), tambah_sesudah("Bab I", "Pengantar tangan."), ganti_sel(1, 2, "diperiksa"))
    )
    assert read_base(disunting) is None
    lama, baru = Reader(disunting), Reader(draf({"I1": "46,00", "I2": "61,00", "I3": "70,15"}))
    assert lost_words(lama, None, baru) == (
        "Pengantar tangan.",
        "Realisasi I1 sebesar 45,20 persen dari target I1 sebesar 80,00 persen.",
        "I1 45,20 diperiksa",
        "diperiksa",
    )


def test_the_base_of_the_next_draft_tells_what_is_generated_now():
    jadi, _ = lanjut(sunting(draf(AWAL), ganti("Realisasi I1", "Kinerja I1 sangat baik.")))
    dasar = read_base(jadi.parts)
    assert (dasar.number, dasar.carried) == (LANJUT.number, True)
    assert any("47,10" in blok.words for blok in dasar.blocks)
    assert not any("45,20" in blok.words for blok in dasar.blocks)


@pytest.mark.parametrize(
    ("dulu", "kini", "pasangan"),
    [
        ("a 1 b", "a 2 b", [("1", "2")]),
        ("a 1 b 3", "a 2 b 3", [("1", "2")]),
        ("a 1", "a 1", []),
        ("a", "a 5", [("", "5")]),
        ("a 5.", "a", [("5", "")]),
        ("Rp1.000,", "Rp2.000,", [("Rp1.000", "Rp2.000")]),
    ],
    ids=["one", "one of two", "none", "more", "less", "with signs"],
)
def test_the_numbers_that_changed(dulu, kini, pasangan):
    assert list(changed_numbers(fingerprints(dulu.split()), fingerprints(kini.split()))) == pasangan


def test_a_comment_says_in_words_what_changed():
    def kalimat(dulu, kini):
        return sentences(fingerprints(dulu.split()), fingerprints(kini.split()), kini)[0]

    assert kalimat("a 1", "a 2") == "Angka di balik suntingan ini berubah: 1 menjadi 2."
    assert kalimat("a", "a 2") == "Angka di balik suntingan ini berubah: 2 baru ada."
    assert kalimat("a 1", "a") == "Angka di balik suntingan ini berubah: 1 tidak ada lagi."
    assert "angkanya tetap" in kalimat("tercapai", "belum tercapai")
    gambar = f"paraf {PICTURE}~a1b2", f"paraf {PICTURE}~c3d4"
    assert kalimat(*gambar) == "Gambar di balik suntingan ini berubah; tulisannya tetap."
    assert kalimat(f"{gambar[0]} 8", f"{gambar[1]} 9") == "Angka di balik suntingan ini berubah: 8 menjadi 9."
    assert "tidak lagi disusun" in kalimat("tercapai", "")
    assert kalimat(" ".join(map(str, range(20))), " ".join(map(str, range(100, 120)))).endswith("dan 8 lainnya.")
