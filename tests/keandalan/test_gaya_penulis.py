"""Honest fills of random agencies come back without a galat and to the last character, whoever saved the file."""

import pytest

from bantu_gaya import (
    DAFTAR_BENTUK,
    TAHUN,
    Bentuk,
    beda,
    isi_setahun,
    lewat_libreoffice,
    salin,
    simpan_openpyxl,
    simpan_seperti_wps,
)
from bantu_ruang import baca_triwulan_semua
from lakip_gen.domain.periode import setahun, triwulan
from lakip_gen.pesan.katalog import jelaskan_semua
from lakip_gen.storage.workspace import Workspace

GANTI = {"openpyxl": simpan_openpyxl, "wps": simpan_seperti_wps}


def periksa(ruang, tahun, periode):
    """Return how many forms were read; every one must be accepted as it was typed."""
    hasil = baca_triwulan_semua(ruang, tahun.induk, periode)
    banyak = 0
    for satu in hasil.daftar_triwulan:
        assert not satu.daftar_temuan
        for unit in satu.daftar_unit:
            galat = [f"{t.asal} {t.pesan}" for t in jelaskan_semua(unit.daftar_temuan) if t.tingkat.value == "galat"]
            assert galat == []
            laporan = unit.status.laporan
            assert beda(tahun.isi[unit.status.unit.kode, satu.triwulan], laporan, unit.formulir) == []
            banyak += 1
    return banyak


def dialek_lain(ruang, tahun, tujuan, ganti):
    """Return a copy of the working folder whose forms were saved by another program."""
    lain = salin(ruang, tujuan)
    baru = ganti(list(tahun.berkas.values()))
    for berkas, isi in zip(tahun.berkas, baru, strict=True):
        (lain.root / berkas.relative_to(ruang.root)).write_bytes(isi)
    return lain


@pytest.mark.lengkap
@pytest.mark.parametrize("bentuk", DAFTAR_BENTUK[:4], ids=lambda bentuk: bentuk.nama)
def test_honest_answers_are_read_whole_from_three_writers(tmp_path, bentuk):
    ruang = Workspace(tmp_path / "asli")
    tahun = isi_setahun(ruang, bentuk, triwulan=2)
    periode = triwulan(TAHUN, 2)
    assert periksa(ruang, tahun, periode) == 2 * bentuk.unit
    for nama, ganti in GANTI.items():
        lain = dialek_lain(ruang, tahun, tmp_path / nama, lambda daftar, g=ganti: [g(isi) for isi in daftar])
        assert periksa(lain, tahun, periode) == 2 * bentuk.unit


@pytest.mark.lengkap
@pytest.mark.libreoffice
def test_honest_answers_are_read_whole_from_libreoffice(tmp_path):
    ruang = Workspace(tmp_path / "asli")
    tahun = isi_setahun(ruang, Bentuk("dua bidang", 2, indikator=9, bersama=True), triwulan=2)
    lain = dialek_lain(ruang, tahun, tmp_path / "lo", lambda daftar: lewat_libreoffice(daftar, tmp_path / "kerja"))
    assert periksa(lain, tahun, triwulan(TAHUN, 2)) == 4


@pytest.mark.lengkap
@pytest.mark.libreoffice
@pytest.mark.parametrize("bentuk", DAFTAR_BENTUK, ids=lambda bentuk: bentuk.nama)
def test_a_full_year_is_read_whole_from_four_writers(tmp_path, bentuk):
    ruang = Workspace(tmp_path / "asli")
    tahun = isi_setahun(ruang, bentuk, benih=2)
    banyak = periksa(ruang, tahun, setahun(TAHUN))
    for nama, ganti in GANTI.items():
        lain = dialek_lain(ruang, tahun, tmp_path / nama, lambda daftar, g=ganti: [g(isi) for isi in daftar])
        banyak += periksa(lain, tahun, setahun(TAHUN))
    lain = dialek_lain(ruang, tahun, tmp_path / "lo", lambda daftar: lewat_libreoffice(daftar, tmp_path / "kerja"))
    banyak += periksa(lain, tahun, setahun(TAHUN))
    assert banyak == 16 * bentuk.unit


def test_ten_kinds_of_agencies_give_more_than_four_hundred_forms():
    assert 4 * sum(bentuk.unit for bentuk in DAFTAR_BENTUK) >= 400
