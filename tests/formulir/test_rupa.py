"""Inputs that vanished in merged cells are asked for one by one; hidden rows are told once a sheet."""

from dataclasses import replace

from bantu_induk import formulir, formulir_mentah, indikator, induk
from lakip_gen.domain.konsolidasi import CaraGabung
from lakip_gen.formulir.rupa import periksa_rupa

FORM = formulir(induk(indikator("I1"), indikator("I2"), indikator("I3", cara=CaraGabung.RASIO)))


def tergabung(*daftar):
    """Return the form with cells of the indicator sheet that were merged into the one above them."""
    mentah = formulir_mentah(FORM)
    lembar = mentah.lembar["indikator"]
    daftar_baris = tuple(
        replace(
            baris,
            sel={
                k: replace(sel, gabungan="di atas") if (baris.kunci, k) in daftar else sel
                for k, sel in baris.sel.items()
            },
        )
        for baris in lembar.daftar_baris
    )
    return replace(mentah, lembar={**mentah.lembar, "indikator": replace(lembar, daftar_baris=daftar_baris)})


def test_a_form_as_it_went_out_has_nothing_to_tell():
    assert periksa_rupa(formulir_mentah(FORM), FORM) == ()


def test_every_input_that_vanished_is_asked_for_at_its_own_cell():
    mentah = tergabung(("I2", "realisasi"), ("I2", "penjelasan"))
    baris = mentah.lembar["indikator"].baris("I2")
    assert [(t.kode, t.asal) for t in periksa_rupa(mentah, FORM)] == [
        ("sel-tergabung", baris.sel["realisasi"].asal),
        ("sel-tergabung", baris.sel["penjelasan"].asal),
    ]


def test_merged_cells_that_nobody_fills_are_nobody_s_fault():
    assert periksa_rupa(tergabung(("I2", "satuan"), ("I3", "realisasi")), FORM) == ()


def test_hidden_rows_are_told_once_a_sheet():
    mentah = formulir_mentah(FORM)
    lembar = replace(mentah.lembar["indikator"], daftar_tersembunyi=(8, 10))
    (satu,) = periksa_rupa(replace(mentah, lembar={**mentah.lembar, "indikator": lembar}), FORM)
    assert (satu.kode, satu.asal.lembar, satu.nilai) == ("baris-tersembunyi", lembar.nama, "8, 10")


def test_a_sheet_that_is_gone_has_no_look_and_hides_nothing_of_the_others():
    mentah = tergabung(("I2", "realisasi"))
    tanpa = {kunci: isi for kunci, isi in mentah.lembar.items() if kunci != "anggaran"}
    assert [t.kode for t in periksa_rupa(replace(mentah, lembar=tanpa), FORM)] == ["sel-tergabung"]
    assert periksa_rupa(replace(mentah, lembar={}), FORM) == ()
