"""A fresh form says how much of the old one went over, what it lacks, and what had no place in it."""

import pytest

from bantu_induk import dengan_baris, formulir, formulir_mentah, indikator, induk, tanpa_baris
from lakip_gen.domain.temuan import Asal, temuan
from lakip_gen.formulir.baca import susun_laporan
from lakip_gen.formulir.pengganti import ganti

DAFTAR_KODE = [f"I{nomor}" for nomor in range(1, 9)]
FORM = formulir(induk(*map(indikator, DAFTAR_KODE)))
MENTAH = formulir_mentah(FORM, {("indikator", kode, "realisasi"): 80 for kode in ("I1", "I8")})
CACAT = temuan("versi-lain", Asal(MENTAH.berkas), nilai="0", versi=1)


def diganti(mentah):
    """Return what the fresh form's main finding counts, what it lacks in words, and the codes of the rest."""
    utama, *lain = ganti(CACAT, mentah, FORM, susun_laporan(mentah, FORM)[1], "pengganti.xlsx")
    rincian = dict(utama.rincian)
    assert (utama.kode, rincian["pengganti"]) == ("versi-lain", "pengganti.xlsx")
    sisa = [dict(satu.rincian)["sisa"] for satu in lain if satu.kode == "pengganti-belum-lengkap"]
    return rincian["terbawa"], rincian["semua"], sisa, [satu.kode for satu in lain]


def test_a_whole_form_goes_over_with_all_its_inputs():
    assert diganti(MENTAH) == ("2", ", semuanya,", [], [])


@pytest.mark.parametrize(
    ("hilang", "terbawa", "disebut"),
    [
        pytest.param(["I8"], "1", "I8", id="one"),
        pytest.param(DAFTAR_KODE[:6], "1", "I1, I2, I3, I4, I5, I6", id="as many as are named"),
        pytest.param(DAFTAR_KODE, "0", "I1, I2, I3, I4, I5, I6, dan 2 lainnya", id="more than are named"),
    ],
)
def test_rows_that_the_old_form_lost_are_empty_in_the_fresh_one_and_named_once(hilang, terbawa, disebut):
    sisa = [f"Tidak ditemukan di berkas ini, jadi masih kosong: baris {disebut} di lembar Indikator"]
    mentah = tanpa_baris(MENTAH, "indikator", *hilang)
    assert diganti(mentah) == (terbawa, "", sisa, ["pengganti-belum-lengkap"])


def test_a_row_that_the_fresh_form_does_not_have_is_left_behind_at_its_cell():
    mentah = dengan_baris(MENTAH, "indikator", "I99", 40, {"kunci": "I99", "realisasi": 5})
    terbawa, semua, sisa, kode = diganti(mentah)
    assert (terbawa, semua) == ("2", "")
    assert sisa == ["Tidak dapat dipindahkan: isi baris pada Indikator kunci40"]
    assert kode == ["pengganti-belum-lengkap", "kunci-asing"]
