"""Who answers for a unit's form, and what the unit did month by month."""

from dataclasses import replace

import pytest

from bantu_rekap import rekap, rekap_kosong
from lakip_gen.laporan.susun_formulir import daftar_kelengkapan, daftar_progres, kalimat_progres


def test_months_stand_in_order_and_a_silent_one_is_left_out():
    januari, maret = daftar_progres(rekap("2025-TW1"))
    assert (januari.bulan, maret.bulan) == ("Januari 2025", "Maret 2025")
    assert [(satu.unit, satu.kegiatan, satu.hasil) for satu in januari.daftar_laporan] == [("Bidang U1", "Rapat", "–")]
    (milik,) = maret.daftar_laporan
    assert (milik.kegiatan, milik.hasil, milik.kendala, milik.rencana) == (
        "–",
        "Lima berita acara",
        "Cuaca",
        "Uji fungsi",
    )


@pytest.mark.parametrize(("periode", "banyak"), [("2025-TW2", 0), ("2025-S1", 2)])
def test_a_report_tells_the_months_of_its_own_period(periode, banyak):
    assert len(daftar_progres(rekap(periode))) == banyak


@pytest.mark.parametrize(
    ("periode", "kalimat"),
    [
        (
            "2025-TW1",
            "Progres yang belum disampaikan: Februari (Bidang U1) dan Januari sampai Maret (Bidang U2).",
        ),
        ("2025-TW2", ""),
    ],
    ids=["some are silent", "nobody says anything"],
)
def test_who_told_nothing_of_a_month_is_named_below_those_who_did(periode, kalimat):
    assert kalimat_progres(rekap(periode)) == kalimat


def test_without_a_form_there_is_no_month():
    assert daftar_progres(rekap_kosong()) == ()


def test_a_form_names_who_filled_and_who_validated_it():
    satu = daftar_kelengkapan(rekap())[0]
    assert satu.penyusun == "Seseorang, 8 April 2025"
    assert satu.pengesah == "Kepala U1, Kepala Bidang, 9 April 2025"
    assert satu.catatan == "Sudah benar."


def test_the_forms_are_numbered_from_one():
    daftar = daftar_kelengkapan(rekap())
    assert [satu.nomor for satu in daftar] == list(range(1, len(daftar) + 1))


def test_a_form_that_is_missing_names_nobody():
    belum = daftar_kelengkapan(rekap())[-1]
    assert (belum.penyusun, belum.pengesah, belum.catatan) == ("–", "–", "–")


def test_months_that_no_unit_told_of_need_no_names():
    milik = rekap("2025-TW1")
    satu = next(status.laporan for status in milik.daftar_status if status.laporan)
    daftar = tuple(replace(status, laporan=satu) for status in milik.daftar_status)
    assert kalimat_progres(replace(milik, daftar_status=daftar)) == (
        "Progres yang belum disampaikan: Februari (semua unit kerja)."
    )
