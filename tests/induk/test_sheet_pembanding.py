"""Benchmarks and recommendations are read from sheets that a buku induk may lack."""

import pytest

from bantu_induk import TAHUN, des, induk_mentah, letak
from lakip_gen.domain.pembanding import Rekomendasi
from lakip_gen.induk import susun_induk

BARIS = {"indikator": "I1", "nama": "Provinsi 2024", "nilai": "79,5", "sumber": "LKjIP 2024"}


def test_a_figure_of_others_is_read_for_its_indicator():
    buku, _ = susun_induk(induk_mentah(pembanding=[BARIS]), TAHUN)
    [satu] = buku.daftar_pembanding
    assert (satu.indikator, satu.nama, satu.nilai, satu.sumber) == ("I1", "Provinsi 2024", des("79.5"), "LKjIP 2024")


def test_a_figure_for_no_indicator_is_found():
    _, daftar = susun_induk(induk_mentah(pembanding=[BARIS | {"indikator": "I9"}]), TAHUN)
    assert any(kode == "indikator-asing" for kode, _ in letak(daftar))


def test_a_recommendation_needs_no_more_than_itself():
    buku, _ = susun_induk(induk_mentah(rekomendasi=[{"isi": "Tetapkan target."}]), TAHUN)
    assert buku.daftar_rekomendasi == (Rekomendasi(isi="Tetapkan target."),)


@pytest.mark.parametrize("nama", ["daftar_pembanding", "daftar_rekomendasi"])
def test_without_their_sheets_there_are_none(nama):
    buku, _ = susun_induk(induk_mentah(), TAHUN)
    assert getattr(buku, nama) == ()
