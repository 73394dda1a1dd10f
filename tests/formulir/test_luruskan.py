"""Rows that were sorted without their hidden key are known by what people see in them, or not at all."""

from dataclasses import replace

from bantu_induk import formulir, formulir_mentah, indikator, induk
from lakip_gen.domain.mentah import JenisSel
from lakip_gen.formulir.luruskan import luruskan

FORM = formulir(induk(indikator("I1"), indikator("I2"), indikator("I3")))


def terurut(*urutan, mentah=None, lupa=("kunci",)):
    """Return the form whose rows hold what the rows of these numbers held, but for the columns that stayed."""
    mentah = mentah or formulir_mentah(FORM, {("indikator", f"I{n}", "realisasi"): n * 10 for n in (1, 2, 3)})
    lembar = mentah.lembar["indikator"]
    lama = lembar.daftar_baris
    baru = tuple(
        replace(baris, sel={k: (baris if k in lupa else lama[dari]).sel[k] for k in baris.sel})
        for baris, dari in zip(lama, urutan, strict=True)
    )
    return replace(mentah, lembar={**mentah.lembar, "indikator": replace(lembar, daftar_baris=baru)})


def isian(mentah):
    return {baris.kunci: baris.sel["realisasi"].teks for baris in mentah.lembar["indikator"].daftar_baris}


def test_a_row_whose_key_stayed_behind_is_known_by_its_kode_and_its_name():
    mentah, (satu,) = luruskan(terurut(2, 0, 1), FORM)
    assert isian(mentah) == {"I1": "10", "I2": "20", "I3": "30"}
    assert (satu.kode, satu.asal.lembar, satu.asal.sel) == ("baris-berpindah", "Indikator", "")


def test_a_form_in_its_order_stays_as_it_is():
    asli = terurut(0, 1, 2)
    assert luruskan(asli, FORM) == (asli, ())


def test_figures_sorted_without_the_names_are_nobody_s_to_move():
    asli = terurut(2, 0, 1, lupa=("kunci", "kode", "nama"))
    assert luruskan(asli, FORM) == (asli, ())


def test_one_name_that_is_not_of_the_form_leaves_every_key_as_it_came():
    asli = terurut(2, 0, 1)
    lembar = asli.lembar["indikator"]
    satu = lembar.daftar_baris[0]
    asing = replace(satu, sel={**satu.sel, "nama": replace(satu.sel["nama"], isi="lain", jenis=JenisSel.TEKS)})
    diubah = replace(
        asli,
        lembar={**asli.lembar, "indikator": replace(lembar, daftar_baris=(asing, *lembar.daftar_baris[1:]))},
    )
    assert luruskan(diubah, FORM) == (diubah, ())
