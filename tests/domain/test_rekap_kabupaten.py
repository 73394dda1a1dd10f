"""What the offices of one government reached together."""

from decimal import Decimal

import pytest

from lakip_gen.domain.kabupaten import KinerjaInstansi, RekapKabupaten, TemuanInstansi
from lakip_gen.domain.periode import triwulan
from lakip_gen.domain.temuan import Tingkat


def instansi(nama, **isi):
    return KinerjaInstansi(folder=isi.pop("folder", nama), nama=nama, kode_keluar=0, **isi)


def rekap(*daftar):
    return RekapKabupaten(triwulan(2025, 1), daftar)


def test_the_mean_counts_every_rated_office_alike():
    satu = rekap(instansi("A", capaian=Decimal(90)), instansi("B", capaian=Decimal(100)), instansi("C", capaian=None))
    assert satu.rerata == 95
    assert [butir.nama for butir in satu.dinilai] == ["B", "A"]


def test_equal_capaian_keep_the_order_of_the_names():
    satu = rekap(instansi("A", capaian=Decimal(90)), instansi("B", capaian=Decimal("90.0")))
    assert [butir.nama for butir in satu.dinilai] == ["A", "B"]


def test_nothing_rated_has_no_mean_and_nothing_known_no_serapan():
    satu = rekap(instansi("A"))
    assert satu.rerata is None
    assert (satu.pagu, satu.realisasi, satu.serapan) == (None, None, None)
    assert satu.daftar[0].serapan is None


def test_money_is_added_up_only_where_budget_and_spending_are_known():
    satu = rekap(
        instansi("A", pagu=Decimal(100), realisasi=Decimal(40)),
        instansi("B", pagu=Decimal(1000), realisasi=None),
        instansi("C", pagu=Decimal(100), realisasi=Decimal(0)),
    )
    assert (satu.pagu, satu.realisasi, satu.serapan) == (200, 40, 20)
    assert [butir.serapan for butir in satu.daftar] == [40, None, 0]


def test_forms_and_late_ones_are_counted_over_all_offices():
    satu = rekap(instansi("A", diterima=5, seluruhnya=6, terlambat=2), instansi("B", diterima=3, seluruhnya=3))
    assert (satu.diterima, satu.seluruhnya, satu.terlambat) == (8, 9, 2)
    assert [butir.kurang for butir in satu.daftar] == [1, 0]


def test_findings_are_counted_by_level():
    satu = TemuanInstansi(tingkat=Tingkat.GALAT, unit="", letak="", pesan="", perbaikan="")
    assert instansi("A", daftar_temuan=(satu, satu)).banyak(Tingkat.GALAT) == 2
    assert instansi("A", daftar_temuan=(satu, satu)).banyak(Tingkat.PERINGATAN) == 0


@pytest.mark.parametrize("kedua", ["Dinas A", "dinas  a"], ids=["the same words", "another way of writing them"])
def test_one_office_in_two_folders_is_told(kedua):
    (temuan,) = rekap(
        instansi("Dinas A", folder="satu", pemerintah="Kab X"), instansi(kedua, folder="dua", pemerintah="Kab X")
    ).daftar_temuan()
    assert (temuan.kode, temuan.asal.berkas, temuan.nilai) == ("instansi-rangkap", "dua", "satu")


def test_an_office_of_another_government_is_told():
    (temuan,) = rekap(
        instansi("A", pemerintah="Kab X"), instansi("B", pemerintah="Kab Y"), instansi("C", pemerintah="Kab X")
    ).daftar_temuan()
    assert (temuan.kode, temuan.asal.berkas) == ("pemerintah-lain", "B")


def test_offices_that_do_not_tell_their_name_are_not_called_the_same():
    satu = rekap(instansi("A", folder="satu"), instansi("A", folder="dua"))
    assert list(satu.daftar_temuan()) == []
    assert satu.pemerintah == ""


@pytest.mark.parametrize(
    ("isi", "kurang", "terbaca"),
    [
        ({"diterima": 3, "seluruhnya": 6, "ditutup": 1}, 2, True),
        ({"diterima": 3, "seluruhnya": 6, "sah": True}, 0, True),
        ({"halangan": "Templat rusak.", "diterima": 6, "seluruhnya": 6}, 0, True),
        ({"halangan": "Sedang dipakai."}, 0, False),
    ],
    ids=["a unit is closed", "sealed", "only its template is broken", "kept busy"],
)
def test_an_office_awaits_what_can_still_come_and_is_read_where_anything_is_known_of_it(isi, kurang, terbaca):
    satu = instansi("A", **isi)
    assert (satu.kurang, satu.terbaca) == (kurang, terbaca)
