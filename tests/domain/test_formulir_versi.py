"""A form of an earlier version asks for what that version had, and for nothing that came later."""

from dataclasses import replace
from datetime import date

import pytest

from bantu_induk import formulir, indikator, induk, kumpulan, laporan
from bantu_versi import BARU, RISIKO, SAKSI, formulir_versi_berikut, lembar_baru
from lakip_gen.domain.formulir import BarisFormulir
from lakip_gen.domain.isian import Pengesahan
from lakip_gen.domain.silsilah import META_ISIAN
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.domain.skema import induk as skema_induk
from lakip_gen.domain.teks import samakan

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


@pytest.mark.parametrize("modul", [skema, skema_induk], ids=["formulir", "buku induk"])
def test_nothing_in_a_schema_is_later_than_its_version(modul):
    kelak = [
        f"{lembar.kunci}.{satu.kunci}"
        for lembar in modul.DAFTAR_LEMBAR
        for satu in (lembar, *lembar.daftar_kolom, *lembar.daftar_butir)
        if satu.sejak > modul.VERSI
    ]
    assert kelak == [], "raise VERSI, at most once a release"


@pytest.mark.parametrize("modul", [skema, skema_induk], ids=["formulir", "buku induk"])
def test_no_two_columns_of_a_sheet_have_or_had_the_same_header(modul):
    for lembar in modul.DAFTAR_LEMBAR:
        daftar = [samakan(judul) for kolom in lembar.daftar_kolom for judul in kolom.semua_judul]
        assert sorted({judul for judul in daftar if daftar.count(judul) > 1}) == [], lembar.nama


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


def orang(form):
    return {baris.kunci: baris.isi["isi"] for baris in form.daftar_baris["pengesahan"] if baris.isi["isi"]}


def test_the_people_of_the_last_accepted_form_come_back_and_the_buku_induk_s_come_first():
    buku = induk(indikator("I1"))
    dulu = Pengesahan("Ani", "Staf", date(2025, 4, 8), "disetujui", "Budi", "Kabid Lama", date(2025, 4, 9), "Baik.")
    lalu = kumpulan(replace(laporan("U1", 1), pengesahan=dulu))
    assert orang(formulir(buku, 3, lalu=lalu)) == {
        "penyusun": "Ani",
        "jabatan_penyusun": "Staf",
        "pengesah": "Budi",
        "jabatan_pengesah": "Kepala Bidang",
    }
    (unit,) = buku.daftar_unit
    baru = replace(buku, daftar_unit=(replace(unit, nama_kepala="Citra"),))
    assert orang(formulir(baru, 3, lalu=lalu))["pengesah"] == "Citra"
    assert orang(formulir(baru, 1)) == {"pengesah": "Citra", "jabatan_pengesah": "Kepala Bidang"}


def test_what_a_form_is_handed_out_with_stands_in_its_hidden_sheet():
    buku = induk(indikator("I1"))
    tanpa = replace(buku, daftar_unit=(replace(buku.daftar_unit[0], kepala=""),))
    assert META_ISIAN in formulir(buku).meta
    assert META_ISIAN not in formulir(tanpa).meta
