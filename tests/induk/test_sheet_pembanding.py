"""Benchmarks, recommendations and texts on single sasaran are read from sheets that a buku induk may lack."""

import pytest

from bantu_induk import TAHUN, des, induk_mentah, letak
from lakip_gen.domain.narasi_kinerja import NarasiKinerja, TempatNarasi
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


NARASI = {"sasaran": "S1", "tempat": "tindak lanjut", "isi": "Tulisan."}


@pytest.mark.parametrize(
    ("tambahan", "bidang"),
    [({}, {}), ({"indikator": "I1", "laporan": "TW1"}, {"indikator": "I1", "laporan": "TW1"})],
    ids=["on a sasaran, for the year", "on an indicator, for a quarter"],
)
def test_a_text_is_read_with_its_place(tambahan, bidang):
    buku, daftar = susun_induk(induk_mentah(narasi_kinerja=[NARASI | tambahan]), TAHUN)
    assert buku.daftar_narasi == (
        NarasiKinerja(sasaran="S1", tempat=TempatNarasi.TINDAK_LANJUT, isi="Tulisan.", **bidang),
    )
    assert daftar == ()
    assert buku.daftar_narasi[0].kode == bidang.get("indikator", "S1")


@pytest.mark.parametrize(
    ("lain", "kode_temuan"),
    [
        ({"sasaran": "S9"}, "sasaran-asing"),
        ({"indikator": "I9"}, "indikator-asing"),
        ({"tempat": "penutup"}, "induk-pilihan-asing"),
    ],
    ids=["no such sasaran", "no such indicator", "no such place"],
)
def test_a_text_without_a_place_is_found(lain, kode_temuan):
    _, daftar = susun_induk(induk_mentah(narasi_kinerja=[NARASI | lain]), TAHUN)
    assert kode_temuan in [kode for kode, _ in letak(daftar)]


@pytest.mark.parametrize("nama", ["daftar_pembanding", "daftar_rekomendasi", "daftar_narasi"])
def test_without_their_sheets_there_are_none(nama):
    buku, _ = susun_induk(induk_mentah(), TAHUN)
    assert getattr(buku, nama) == ()
