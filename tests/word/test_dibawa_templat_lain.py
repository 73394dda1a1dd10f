"""When the template is another one by now, what somebody made of the old draft is put into the new document."""

import pytest
from draf_uji import (
    AWAL,
    KINI,
    LANJUT,
    bagian,
    beri_komentar,
    buka,
    cari,
    draf,
    ganti,
    ganti_sel,
    hapus,
    hapus_baris,
    isi_teks,
    kepala,
    komentar,
    polos,
    sunting,
    tambah_baris,
    tambah_sesudah,
    tempel_gambar,
    terlacak,
)
from test_dibawa_blok import GAMBAR

from lakip_gen.ooxml.writer import write_container
from lakip_gen.word.carry.base import read_base, sealed, with_base
from lakip_gen.word.carry.texts import Reader
from lakip_gen.word.carry.transplant import transplant
from lakip_gen.word.carry.typed import lost_words
from lakip_gen.word.package.opc import open_docx
from lakip_gen.word.tags.place import Place
from lakip_gen.word.template.integrity import check_links


def templat_lain(angka):
    """Return the draft of another template: another order of words at the beginning, another margin, another font."""
    dokumen = buka(polos(angka))
    cari(dokumen, "Laporan ini disusun").text = "Laporan kinerja ini disusun menurut peraturan yang berlaku."
    cari(dokumen, "Bab I ").insert_paragraph_before("Kata Pengantar templat baru.")
    dokumen.styles["Normal"].font.name = "Arial"
    return dict(sealed(with_base(bagian(dokumen), LANJUT)))


def pindahkan(*langkah, angka=KINI):
    disunting = sunting(draf(AWAL), *langkah)
    dasar, baru = read_base(disunting), templat_lain(angka)
    jadi = transplant(Reader(disunting), dasar, baru, read_base(baru))
    terbuka, temuan = open_docx(write_container(jadi.parts))
    assert terbuka is not None, temuan
    assert check_links(terbuka, Place("draf.docx")) == ()
    return jadi, lost_words(Reader(disunting), dasar, Reader(jadi.parts))


def test_without_an_edit_it_is_the_new_document():
    jadi, hilang = pindahkan()
    assert (isi_teks(jadi.parts), hilang) == (isi_teks(templat_lain(KINI)), ())


@pytest.mark.parametrize(
    ("langkah", "kata"),
    [
        (tambah_sesudah("Penjelasan I1", "Tulisan Sekretaris."), "Tulisan Sekretaris."),
        (ganti("Realisasi I1", "Kinerja I1 sangat baik."), "Kinerja I1 sangat baik."),
        (ganti_sel(1, 2, "diperiksa"), "diperiksa"),
    ],
    ids=["added", "edited", "cell"],
)
def test_what_somebody_typed_stands_in_it_once(langkah, kata):
    jadi, hilang = pindahkan(langkah)
    assert isi_teks(jadi.parts).count(kata) == 1
    assert hilang == ()


def test_it_has_the_look_of_the_new_template():
    jadi, _ = pindahkan(tambah_sesudah("Penjelasan I1", "Tulisan Sekretaris."))
    assert buka(jadi.parts).styles["Normal"].font.name == "Arial"
    assert "Kata Pengantar templat baru." in isi_teks(jadi.parts)


def test_what_was_added_stands_after_what_it_stood_after():
    teks = isi_teks(pindahkan(tambah_sesudah("Penjelasan I1", "Tulisan Sekretaris."))[0].parts)
    assert teks[teks.index("Tulisan Sekretaris.") - 1].startswith("Penjelasan I1")


def test_what_was_deleted_stays_deleted():
    assert not any(satu.startswith("Penjelasan I2") for satu in isi_teks(pindahkan(hapus("Penjelasan I2"))[0].parts))


def test_an_edited_sentence_tells_the_numbers_beneath_it():
    jadi, _ = pindahkan(ganti("Realisasi I1", "Kinerja I1 sangat baik."))
    assert "45,20 menjadi 47,10" in komentar(jadi.parts)[0]


def test_comments_come_along_from_edited_and_untouched_blocks():
    jadi, _ = pindahkan(
        ganti("Realisasi I2", "Kinerja I2 tetap."),
        beri_komentar("Kinerja I2", "Satu?"),
        beri_komentar("Penjelasan I3", "Dua?"),
    )
    assert {"Satu?", "Dua?"} <= set(komentar(jadi.parts))


def test_a_picture_and_a_tracked_change_come_along():
    jadi, hilang = pindahkan(tempel_gambar("Penjelasan I2", GAMBAR), terlacak("Realisasi I1", " Disisipkan."))
    assert GAMBAR in jadi.parts.values()
    assert b"<w:ins " in jadi.parts["word/document.xml"]
    assert hilang == ()


def test_the_cells_beside_an_edited_one_are_renewed_and_its_figure_is_told_of():
    jadi, hilang = pindahkan(
        ganti_sel(1, 2, "diperiksa"), ganti_sel(3, 1, "70,20"), hapus_baris(2), tambah_baris("tangan")
    )
    baris = [[sel.text for sel in satu.cells] for satu in buka(jadi.parts).tables[0].rows]
    assert baris[1:] == [["I1", "47,10", "diperiksa"], ["I3", "70,20", "cukup I3"], ["tangan"] * 3]
    assert (komentar(jadi.parts), hilang) == (
        ["Angka di balik suntingan ini berubah: 70,15 menjadi 72,90.\nMenurut data sekarang: “72,90”"],
        (),
    )


def test_words_in_a_header_are_listed():
    _, hilang = pindahkan(kepala("Kop tangan"))
    assert hilang == ("Kop tangan",)


def test_the_next_draft_goes_on_from_it():
    jadi, _ = pindahkan(ganti("Realisasi I1", "Kinerja I1 sangat baik."))
    dasar = read_base(jadi.parts)
    assert dasar.carried
    lagi = transplant(Reader(jadi.parts), dasar, templat_lain(KINI), read_base(templat_lain(KINI)))
    assert isi_teks(lagi.parts).count("Kinerja I1 sangat baik.") == 1
