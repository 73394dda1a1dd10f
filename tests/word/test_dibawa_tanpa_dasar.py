"""A draft that a program stripped of its base is carried as far as its own text tells what was generated."""

import pytest
from draf_uji import (
    AWAL,
    KINI,
    LANJUT,
    buka,
    draf,
    ganti,
    ganti_sel,
    hapus,
    hapus_baris,
    isi_teks,
    komentar,
    pindah_tabel,
    sunting,
    tambah_baris,
    tambah_sesudah,
    tanpa_dasar,
    tanpa_jangkar,
)
from test_dibawa_blok import SKENARIO, assert_sound

from lakip_gen.word.carry.guess import guessed
from lakip_gen.word.carry.merge import Carried, carry
from lakip_gen.word.carry.remarks import STRANGE, UNSURE
from lakip_gen.word.carry.texts import Reader
from lakip_gen.word.carry.typed import lost_words


def dibawa(disunting, angka=None):
    """Return the next draft out of one without a base; the plain one where it is another document."""
    baru = draf(angka or KINI, LANJUT)
    bagian = Reader(disunting)
    dasar = guessed(bagian, Reader(baru), LANJUT)
    return carry(bagian, dasar, baru, LANJUT) if dasar else Carried(parts=baru)


def lanjut(disunting, angka=None):
    """Return the next draft out of one without a base, and what was not carried."""
    parts = dibawa(disunting, angka).parts
    return parts, lost_words(Reader(disunting), None, Reader(parts))


def tanpa(*langkah, disimpan=dict):
    return tanpa_dasar(disimpan(sunting(draf(AWAL), *langkah)))


ANGKA_LAMA = (
    "Realisasi I1 sebesar 45,20 persen dari target I1 sebesar 80,00 persen.",
    "Realisasi I3 sebesar 70,15 persen dari target I3 sebesar 80,00 persen.",
    "I1 45,20 cukup I1",
    "I3 70,15 cukup I3",
)
"""What said other figures: nobody can tell those that somebody typed from old ones, so all of them are listed."""


@pytest.mark.one_in(3)
@pytest.mark.parametrize("disimpan", [dict, tanpa_jangkar], ids=["anchors there", "anchors lost"])
@pytest.mark.parametrize("nama", SKENARIO)
def test_each_word_somebody_typed_is_in_the_next_draft_once_or_in_the_list(nama, disimpan):
    langkah, kata = SKENARIO[nama]
    parts, hilang = lanjut(tanpa(*langkah, disimpan=disimpan))
    teks = isi_teks(parts)
    for satu in dict.fromkeys(kata):
        ada = teks.count(satu)
        assert ada == kata.count(satu) or (ada == 0 and any(satu in lain for lain in hilang)), satu
    assert_sound(parts)


def test_without_any_edit_it_says_what_the_template_says():
    parts, hilang = lanjut(tanpa())
    assert (isi_teks(parts), hilang, komentar(parts)) == (isi_teks(draf(KINI)), ANGKA_LAMA, [])


def test_where_no_figure_changed_and_nobody_edited_it_nothing_is_listed():
    assert lanjut(tanpa(), AWAL)[1] == ()


def test_a_figure_somebody_typed_over_another_one_is_listed_with_its_row():
    parts, hilang = lanjut(tanpa(ganti_sel(2, 1, "61,50")), AWAL)
    assert (buka(parts).tables[0].cell(2, 1).text, hilang) == ("61,00", ("I2 61,50 cukup I2",))


def test_what_was_deleted_comes_back_and_is_told_of():
    jadi = dibawa(tanpa(hapus("Penjelasan I2"), hapus_baris(3)), AWAL)
    assert jadi.added == ("Penjelasan I2 disampaikan oleh bidang I2.", "I3 70,15 cukup I3")


def test_what_differs_by_numbers_alone_is_brought_up_to_date():
    teks = isi_teks(lanjut(tanpa(tambah_sesudah("Penjelasan I1", "Tulisan Sekretaris.")))[0])
    teks.remove("Tulisan Sekretaris.")
    assert teks == isi_teks(draf(KINI))


def test_a_number_in_words_is_brought_up_to_date_too():
    edited, fresh = (
        Reader(tanpa_dasar(sunting(draf(AWAL), ganti("Demikian", f"Ada {angka} indikator yang tercapai."))))
        for angka in ("18 (delapan belas)", "20 (dua puluh)")
    )
    dasar = guessed(edited, fresh, LANJUT)
    assert dasar.blocks[-1].words == edited.blocks[-1].words


def test_a_sentence_with_a_number_that_is_nowhere_by_now_gets_a_comment():
    parts, _ = lanjut(tanpa(tambah_sesudah("Bab I", "Menurut survei, 9 dari 10 pegawai puas."), disimpan=dict))
    assert komentar(parts) == [STRANGE]


def test_a_sentence_with_other_words_stays_with_a_comment_that_quotes_what_the_data_say():
    parts, _ = lanjut(tanpa(ganti("Penjelasan I1", "Penjelasan I1 disampaikan oleh Sekretaris dan bidang I1.")))
    assert "Penjelasan I1 disampaikan oleh Sekretaris dan bidang I1." in isi_teks(parts)
    assert komentar(parts) == [f"{UNSURE}\nMenurut data sekarang: “Penjelasan I1 disampaikan oleh bidang I1.”"]


def test_a_cell_with_other_words_stays_and_its_neighbours_are_renewed():
    parts, hilang = lanjut(tanpa(ganti_sel(1, 2, "diperiksa"), tambah_baris("tangan")))
    baris = [[sel.text for sel in satu.cells] for satu in buka(parts).tables[0].rows]
    assert baris[1] == ["I1", "47,10", "diperiksa"]
    assert (baris[4], hilang) == (["tangan"] * 3, (*ANGKA_LAMA[:2], "I1 45,20 diperiksa", ANGKA_LAMA[3]))


@pytest.mark.parametrize("sesudahnya", [(), (ganti_sel(1, 2, "diperiksa"),)], ids=["as it was", "edited"])
def test_a_moved_table_is_not_doubled(sesudahnya):
    parts, _ = lanjut(tanpa(pindah_tabel("Bab I"), *sesudahnya, disimpan=tanpa_jangkar))
    badan = [satu.tag.rpartition("}")[2] for satu in buka(parts).element.body]
    assert (badan.count("tbl"), badan[2]) == (1, "tbl")


def test_a_field_that_became_plain_text_is_one_again():
    def datar(dokumen):
        dokumen.add_paragraph("Tabel 1 Capaian")

    def medan(dokumen):
        paragraf = dokumen.add_paragraph("Tabel ")
        paragraf._p.append(paragraf._p.makeelement(f"{paragraf._p.tag[:-1]}fldSimple", {}))
        paragraf.add_run(" Capaian")

    edited, fresh = Reader(tanpa(datar)), Reader(sunting(draf(KINI, LANJUT), medan))
    dasar = guessed(edited, fresh, LANJUT)
    assert dasar.blocks[-1].words == edited.blocks[-1].words


def test_another_document_under_the_name_of_a_draft_is_not_carried():
    lain = sunting(
        draf(AWAL), *(ganti(p.text, f"Lain {n} sama sekali.") for n, p in enumerate(buka(draf(AWAL)).paragraphs))
    )
    assert guessed(Reader(tanpa_dasar(lain)), Reader(draf(KINI)), LANJUT) is None
