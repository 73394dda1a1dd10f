"""A finding quotes so much of what it found that thousands of them still fit, wherever it is made."""

from dataclasses import replace

import pytest

from lakip_gen.domain.temuan import KUTIPAN, Asal, Temuan, temuan

PANJANG = "k" * 390_000


@pytest.mark.parametrize("teks", ["", "60", "k" * KUTIPAN])
def test_what_fits_is_quoted_whole(teks):
    satu = temuan("kunci-asing", Asal("a.xlsx"), nilai=teks, lain=teks)
    assert (satu.nilai, dict(satu.rincian)["lain"]) == (teks, teks)


@pytest.mark.parametrize("satu", [temuan("a", nilai=PANJANG, lain=PANJANG), Temuan("a", nilai=PANJANG)])
def test_a_longer_value_is_cut_and_its_length_said(satu):
    for kutipan in (satu.nilai, *dict(satu.rincian).values()):
        assert len(kutipan) == KUTIPAN
        assert kutipan.endswith("k… (seluruhnya 390000 karakter)")


def test_what_fits_stays_whole_beside_what_does_not():
    assert temuan("a", kolom="Penjelasan", lain=PANJANG).rincian[0] == ("kolom", "Penjelasan")


def test_a_finding_that_is_handed_on_is_quoted_once():
    satu = temuan("a", nilai=PANJANG, lain=PANJANG)
    assert replace(satu, unit="BIDANG").rincian == satu.rincian
    assert replace(satu, unit="BIDANG").nilai == satu.nilai
