"""What the head of the region reads of all offices."""

from decimal import Decimal

import pytest

from lakip_gen.domain.kabupaten import KinerjaInstansi, RekapKabupaten
from lakip_gen.domain.periode import triwulan
from lakip_gen.laporan.susun_kabupaten import keadaan_instansi, susun_kabupaten


def instansi(nama, **isi):
    return KinerjaInstansi(folder=nama, nama=nama, kode_keluar=0, **isi)


def pandangan(*daftar):
    return susun_kabupaten(RekapKabupaten(triwulan(2025, 1), daftar))


LENGKAP = {"diterima": 4, "seluruhnya": 4, "pagu": Decimal(1000), "realisasi": Decimal(250)}


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ({"sah": True}, "disahkan"),
        ({}, "belum ada angka"),
        ({"capaian": Decimal(90), "diterima": 3, "seluruhnya": 4}, "kurang 1 formulir"),
        ({"halangan": "Sedang dipakai."}, "belum terbaca"),
        ({"halangan": "Templat rusak.", "seluruhnya": 4}, "belum ada angka"),
        ({"capaian": Decimal(90), "diterima": 3, "seluruhnya": 4, "ditutup": 1}, "lengkap"),
        ({"capaian": Decimal(90), "sementara": True}, "sementara"),
        ({"capaian": Decimal(90)}, "lengkap"),
    ],
    ids=[
        "sealed",
        "no figures",
        "a form is due",
        "unread",
        "only its template is broken",
        "a unit is closed",
        "provisional",
        "whole",
    ],
)
def test_an_office_says_in_a_word_whether_its_figures_are_whole(isi, kata):
    assert keadaan_instansi(instansi("A", **isi)) == kata


def test_the_sentences_say_what_all_offices_reached():
    satu = pandangan(
        instansi("Dinas A", capaian=Decimal(110), **LENGKAP), instansi("Dinas B", capaian=Decimal(90), **LENGKAP)
    )
    assert satu.daftar_kalimat == (
        "8 dari 8 formulir unit kerja pada 2 perangkat daerah telah diterima.",
        (
            "Rata-rata capaian kinerja 2 dari 2 perangkat daerah yang dapat dinilai adalah 100,00%; "
            "tertinggi Dinas A (110,00%) dan terendah Dinas B (90,00%)."
        ),
        "Realisasi anggaran sampai dengan Triwulan I Tahun 2025 adalah Rp500 dari pagu Rp2.000 (25,00%).",
    )
    assert satu.daftar_perhatian == ("Capaian terendah di bawah 100%: Dinas B (90,00%).",)
    assert [(baris.nomor, baris.nama) for baris in satu.daftar_instansi] == [(1, "Dinas A"), (2, "Dinas B")]


def test_equal_offices_have_no_highest_and_no_lowest():
    satu = pandangan(instansi("Dinas A", capaian=Decimal(100)))
    assert satu.daftar_kalimat[1].endswith("adalah 100,00%.")
    assert satu.daftar_perhatian == ()


def test_a_mean_just_below_100_is_not_rounded_to_it():
    assert str(pandangan(instansi("A", capaian=Decimal("99.9999"))).rerata) == "99,9999"


def test_late_forms_are_told():
    assert (
        pandangan(instansi("A", terlambat=2, **LENGKAP))
        .daftar_kalimat[0]
        .endswith("telah diterima, 2 di antaranya sesudah batas waktu.")
    )


def test_without_figures_nothing_is_made_up():
    satu = pandangan(instansi("A"))
    assert satu.daftar_kalimat == (
        "0 dari 0 formulir unit kerja pada 1 perangkat daerah telah diterima.",
        "Capaian kinerja Triwulan I Tahun 2025 belum dapat dinilai.",
    )
    assert satu.daftar_perhatian == ("A belum menyampaikan angka yang dapat dinilai.",)
    assert (str(satu.rerata), str(satu.pagu), str(satu.serapan)) == ("–", "–", "–")


def test_money_of_some_offices_only_says_of_how_many():
    satu = pandangan(instansi("A", capaian=Decimal(90), **LENGKAP), instansi("B", pagu=Decimal(5)))
    assert "Realisasi anggaran 1 perangkat daerah sampai dengan" in satu.daftar_kalimat[2]


def test_an_office_that_waits_for_forms_is_not_final():
    satu = pandangan(instansi("A", capaian=Decimal(100), sementara=True, diterima=3, seluruhnya=5))
    assert satu.daftar_perhatian == ("A masih menunggu 2 formulir unit kerja; angkanya belum final.",)
    assert str(satu.daftar_instansi[0].capaian) == "100,00 (sementara)"


def test_an_office_that_could_not_be_read_is_not_said_to_owe_figures():
    satu = pandangan(
        instansi("Dinas A", halangan="Ruang kerja sedang dipakai."),
        instansi("Dinas B", capaian=Decimal(100), **LENGKAP),
    )
    assert satu.daftar_kalimat[0] == "4 dari 4 formulir unit kerja pada 1 dari 2 perangkat daerah telah diterima."
    assert satu.daftar_perhatian == ("Angka Dinas A belum terbaca ketika ringkasan ini disusun.",)


def test_a_sealed_office_waits_for_nothing():
    satu = pandangan(instansi("A", capaian=Decimal(100), sah=True, diterima=3, seluruhnya=5))
    assert satu.daftar_perhatian == ()


def test_a_provisional_figure_says_so_within_a_sentence():
    (kalimat,) = pandangan(instansi("A", capaian=Decimal(90), sementara=True)).daftar_perhatian
    assert kalimat == "Capaian terendah di bawah 100%: A (90,00%, sementara)."


def test_the_five_lowest_are_named_the_lowest_first():
    semua = [instansi(f"D{n}", capaian=Decimal(90 + n)) for n in range(7)]
    (kalimat,) = pandangan(*semua).daftar_perhatian
    assert kalimat.startswith("Capaian terendah di bawah 100%: D0 (90,00%), D1")
    assert "D4" in kalimat
    assert "D5" not in kalimat
