from dataclasses import replace
from datetime import date

import pytest

from bantu_induk import TAHUN, aksi, belanja, indikator, induk, jawaban, laporan, subkegiatan
from lakip_gen.domain.capaian import Arah
from lakip_gen.domain.isian import IsianAksi
from lakip_gen.domain.kelengkapan import Kelengkapan, kelengkapan
from lakip_gen.domain.konsolidasi import CaraGabung
from lakip_gen.domain.periode import triwulan

TW1 = triwulan(TAHUN, 1)
PENUH = {
    "penjelasan": "e",
    "faktor_pendorong": "a",
    "faktor_penghambat": "b",
    "tindak_lanjut": "c",
    "pic": "f",
    "batas_waktu": date(TAHUN, 6, 30),
    "data_dukung": "d",
}


def lengkap(milik, isi, **lain):
    buku = induk(milik)
    satu = replace(laporan("U1", 1), daftar_indikator=(jawaban("I1", isi, **lain).dinilai(milik, TW1, buku.aturan),))
    return kelengkapan(buku, "U1", TW1, satu).lengkap == 1


def test_without_a_form_no_row_is_complete():
    buku = induk(
        indikator(), anggaran=(subkegiatan("1.1"),), daftar_aksi=(aksi(), aksi("A2", rencana=("", "x", "", "")))
    )
    assert kelengkapan(buku, "U1", TW1, None) == Kelengkapan(0, 3)
    assert str(kelengkapan(buku, "U1", TW1, None)) == "0 dari 3 baris"


def test_a_row_missing_from_the_form_is_not_complete():
    buku = induk(indikator(), anggaran=(subkegiatan("1.1"),), daftar_aksi=(aksi(),))
    assert kelengkapan(buku, "U1", TW1, laporan("U1", 1)) == Kelengkapan(0, 3)


@pytest.mark.parametrize("kurang", ["faktor_penghambat", "tindak_lanjut", "data_dukung"])
def test_below_the_target_penghambat_tindak_lanjut_and_data_dukung_are_asked_for(kurang):
    assert lengkap(indikator(), 50, **PENUH)
    assert not lengkap(indikator(), 50, **(PENUH | {kurang: ""}))


@pytest.mark.parametrize("kurang", ["faktor_pendorong", "data_dukung"])
def test_a_target_that_was_met_asks_for_pendorong_and_data_dukung(kurang):
    assert lengkap(indikator(), 100, faktor_pendorong="a", data_dukung="d")
    assert not lengkap(indikator(), 100, **(PENUH | {kurang: ""}))


def test_a_blank_realisasi_is_not_complete_but_one_that_does_not_apply_for_a_reason_is():
    assert not lengkap(indikator(), None, data_dukung="d")
    assert not lengkap(indikator(), "n/a", data_dukung="d")
    assert lengkap(indikator(), "n/a", penjelasan="e")


def test_without_a_target_nothing_is_asked_for():
    assert lengkap(indikator(triwulan=(None, 1, 1, 1)), None)


def test_a_ratio_is_judged_by_its_pembilang_and_penyebut():
    rasio = indikator(cara=CaraGabung.RASIO, pengali=100)
    assert not lengkap(rasio, (1, 2), faktor_pendorong="a", data_dukung="d")
    assert lengkap(rasio, (2, 2), faktor_pendorong="a", data_dukung="d")
    assert lengkap(rasio, (2, 0), data_dukung="d")


def test_a_share_of_a_unit_and_a_target_of_nol_have_no_capaian_of_their_own():
    assert lengkap(indikator(unit=("U1", "U2")), 1, data_dukung="d")
    assert lengkap(indikator(tahun=0, triwulan=(0,) * 4, arah=Arah.TURUN), 1, data_dukung="d")


def test_a_budget_line_is_complete_once_realisasi_and_fisik_are_there():
    buku = induk(anggaran=(subkegiatan("1.1"),))
    ada = replace(laporan("U1", 1), daftar_anggaran=(belanja("1.1", 0, 0),))
    kurang = replace(laporan("U1", 1), daftar_anggaran=(belanja("1.1", 0, None),))
    assert kelengkapan(buku, "U1", TW1, ada) == Kelengkapan(1, 1)
    assert kelengkapan(buku, "U1", TW1, kurang) == Kelengkapan(0, 1)


def test_a_rencana_aksi_is_complete_once_it_has_a_status():
    buku = induk(unit=("U1",), daftar_aksi=(aksi(), aksi("A2")))
    isi = replace(laporan("U1", 1), daftar_aksi=(IsianAksi("A1", "selesai"), IsianAksi("A2")))
    assert kelengkapan(buku, "U1", TW1, isi) == Kelengkapan(1, 2)
