"""A form of an earlier version asks for what that version had, and for nothing that came later."""

from dataclasses import replace

import pytest

from bantu_induk import formulir, indikator, induk
from bantu_versi import BARU, RISIKO, SAKSI, formulir_versi_berikut, lembar_baru
from lakip_gen.domain.formulir import BarisFormulir

BUKU = induk(indikator())


def daftar_kunci(form, lembar):
    return [baris.kunci for baris in form.daftar_baris[lembar]]


def test_an_earlier_version_asks_for_its_own_items_only(monkeypatch):
    formulir_versi_berikut(monkeypatch)
    form = formulir(BUKU)
    lama = form.pada(1)
    assert (form.versi, lama.versi) == (BARU, 1)
    assert daftar_kunci(form, "pengesahan") == [*daftar_kunci(lama, "pengesahan"), SAKSI.kunci]
    assert daftar_kunci(lama, "indikator") == daftar_kunci(form, "indikator") == ["I1"]


def test_a_sheet_that_came_later_has_no_rows_in_an_earlier_version(monkeypatch):
    lembar_baru(monkeypatch)
    form = formulir(BUKU)
    form = replace(form, daftar_baris={**form.daftar_baris, RISIKO.kunci: (BarisFormulir("R1", {}),)})
    assert daftar_kunci(form, RISIKO.kunci) == ["R1"]
    assert daftar_kunci(form.pada(1), RISIKO.kunci) == []


@pytest.mark.parametrize("versi", [None, BARU, BARU + 1], ids=["unknown", "the same", "later"])
def test_a_form_of_no_earlier_version_stays_as_it_is(monkeypatch, versi):
    formulir_versi_berikut(monkeypatch)
    form = formulir(BUKU)
    assert form.pada(versi) is form
