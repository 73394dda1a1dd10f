from dataclasses import replace

import pytest

from bantu_induk import TAHUN, aksi, belanja, indikator, induk, jawaban, laporan, subkegiatan
from lakip_gen.domain.capaian import Arah
from lakip_gen.domain.isian import IsianAksi
from lakip_gen.domain.konsolidasi import CaraGabung
from lakip_gen.domain.periode import triwulan
from lakip_gen.laporan.kelengkapan import Kelengkapan, kelengkapan

TW1 = triwulan(TAHUN, 1)
PENUH = {"faktor_pendorong": "a", "faktor_penghambat": "b", "tindak_lanjut": "c", "data_dukung": "d"}


def lengkap(milik, isi, **lain):
    satu = replace(laporan("U1", 1), daftar_indikator=(jawaban("I1", isi, **lain),))
    return kelengkapan(induk(milik), "U1", TW1, satu).lengkap == 1


def test_tanpa_formulir_tidak_ada_baris_yang_lengkap():
    buku = induk(
        indikator(), anggaran=(subkegiatan("1.1"),), daftar_aksi=(aksi(), aksi("A2", rencana=("", "x", "", "")))
    )
    assert kelengkapan(buku, "U1", TW1, None) == Kelengkapan(0, 3)
    assert str(kelengkapan(buku, "U1", TW1, None)) == "0 dari 3 baris"


def test_baris_yang_hilang_dari_formulir_tidak_lengkap():
    buku = induk(indikator(), anggaran=(subkegiatan("1.1"),), daftar_aksi=(aksi(),))
    assert kelengkapan(buku, "U1", TW1, laporan("U1", 1)) == Kelengkapan(0, 3)


@pytest.mark.parametrize("kurang", ["faktor_penghambat", "tindak_lanjut", "data_dukung"])
def test_di_bawah_target_meminta_penghambat_tindak_lanjut_dan_data_dukung(kurang):
    assert lengkap(indikator(), 50, **PENUH)
    assert not lengkap(indikator(), 50, **(PENUH | {kurang: ""}))


@pytest.mark.parametrize("kurang", ["faktor_pendorong", "data_dukung"])
def test_target_tercapai_meminta_pendorong_dan_data_dukung(kurang):
    assert lengkap(indikator(), 100, faktor_pendorong="a", data_dukung="d")
    assert not lengkap(indikator(), 100, **(PENUH | {kurang: ""}))


def test_realisasi_kosong_tidak_lengkap_tetapi_tidak_berlaku_lengkap():
    assert not lengkap(indikator(), None, data_dukung="d")
    assert lengkap(indikator(), "n/a", data_dukung="d")


def test_tanpa_target_tidak_ada_yang_diminta():
    assert lengkap(indikator(triwulan=(None, 1, 1, 1)), None)


def test_rasio_dinilai_dari_pembilang_dan_penyebut():
    rasio = indikator(cara=CaraGabung.RASIO, pengali=100)
    assert not lengkap(rasio, (1, 2), faktor_pendorong="a", data_dukung="d")
    assert lengkap(rasio, (2, 2), faktor_pendorong="a", data_dukung="d")
    assert lengkap(rasio, (2, 0), data_dukung="d")


def test_bagian_unit_dan_target_nol_tidak_punya_capaian_sendiri():
    assert lengkap(indikator(unit=("U1", "U2")), 1, data_dukung="d")
    assert lengkap(indikator(tahun=0, triwulan=(0,) * 4, arah=Arah.TURUN), 1, data_dukung="d")


def test_anggaran_lengkap_bila_realisasi_dan_fisik_ada():
    buku = induk(anggaran=(subkegiatan("1.1"),))
    ada = replace(laporan("U1", 1), daftar_anggaran=(belanja("1.1", 0, 0),))
    kurang = replace(laporan("U1", 1), daftar_anggaran=(belanja("1.1", 0, None),))
    assert kelengkapan(buku, "U1", TW1, ada) == Kelengkapan(1, 1)
    assert kelengkapan(buku, "U1", TW1, kurang) == Kelengkapan(0, 1)


def test_rencana_aksi_lengkap_bila_berstatus():
    buku = induk(unit=("U1",), daftar_aksi=(aksi(), aksi("A2")))
    isi = replace(laporan("U1", 1), daftar_aksi=(IsianAksi("A1", "selesai"), IsianAksi("A2")))
    assert kelengkapan(buku, "U1", TW1, isi) == Kelengkapan(1, 2)
