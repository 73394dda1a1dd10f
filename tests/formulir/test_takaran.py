"""A form with more text than any report can hold is refused at its longest cell."""

from dataclasses import replace

import pytest

from bantu_induk import formulir, formulir_mentah, indikator, induk
from lakip_gen.formulir.takaran import BATAS, periksa_takaran

FORM = formulir(induk(indikator("I1"), indikator("I2")))


def dengan(**daftar_teks):
    """Return the form with texts in the column for explanations, by key of the row."""
    mentah = formulir_mentah(FORM)
    lembar = mentah.lembar["indikator"]
    daftar_baris = tuple(
        replace(baris, sel={**baris.sel, "penjelasan": replace(baris.sel["penjelasan"], isi=daftar_teks[baris.kunci])})
        if baris.kunci in daftar_teks
        else baris
        for baris in lembar.daftar_baris
    )
    return replace(mentah, lembar={**mentah.lembar, "indikator": replace(lembar, daftar_baris=daftar_baris)})


def test_a_form_as_people_fill_it_is_far_from_the_bound():
    assert periksa_takaran(dengan(I1="Tercapai.\n" * 400, I2="x" * 4000), FORM) == ()


@pytest.mark.parametrize("panjang", ["x" * BATAS, "\n" * 32_000 + "x" * (BATAS // 3), "\t\n" * (BATAS // 80)])
def test_more_than_a_report_holds_is_told_at_the_longest_cell(panjang):
    mentah = dengan(I1="singkat", I2=f"{panjang}{panjang}")
    (satu,) = periksa_takaran(mentah, FORM)
    assert satu.kode == "teks-formulir-terlalu-banyak"
    assert satu.asal == mentah.lembar["indikator"].baris("I2").sel["penjelasan"].asal


def test_the_letters_are_counted_as_they_are_with_those_handed_out_and_grouped():
    jabatan = len(FORM.unit.kepala)
    (satu,) = periksa_takaran(dengan(I1="\n" * 60_000, I2="x" * (1000 - jabatan)), FORM)
    rincian = dict(satu.rincian)
    assert (rincian["huruf"], rincian["ganti"], rincian["batas"]) == ("61.000", "60.000", "2.000.000")
    assert rincian["banyak"] == "2.701.000"


def test_columns_and_sheets_that_are_gone_weigh_nothing():
    mentah = dengan(I2="x" * (BATAS + 1))
    lembar = mentah.lembar["indikator"]
    tanpa = tuple(replace(b, sel={k: s for k, s in b.sel.items() if k != "penjelasan"}) for b in lembar.daftar_baris)
    assert periksa_takaran(replace(mentah, lembar={"indikator": replace(lembar, daftar_baris=tanpa)}), FORM) == ()
