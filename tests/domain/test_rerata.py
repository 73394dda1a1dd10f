"""Means of capaian: what they stand on, how indicators weigh, how the rule is called."""

from decimal import Decimal

import pytest

from bantu_induk import des, indikator, induk, kumpulan, laporan, subkegiatan
from lakip_gen.domain.aturan import Aturan, CaraRata
from lakip_gen.domain.capaian import Arah, Capaian, TidakDinilai, efisiensi, hitung_capaian
from lakip_gen.domain.jejak import jejak_sasaran
from lakip_gen.domain.periode import setahun
from lakip_gen.domain.rekap import susun_rekap
from lakip_gen.domain.rerata import (
    Anggota,
    nilai_tengah,
    pencilan,
    rerata,
    sebutan_batas,
    sebutan_instansi,
    sebutan_sasaran,
)

BOBOT = Aturan(cara_rata=CaraRata.BOBOT)


def anggota(*daftar, bobot=()):
    """Return indicators with a capaian or none, and their weights."""
    berat = bobot or (1,) * len(daftar)
    return [
        Anggota(TidakDinilai("target 0") if c is None else Capaian(des(c), des(c), ""), des(b))
        for c, b in zip(daftar, berat, strict=True)
    ]


@pytest.mark.parametrize(
    ("daftar", "angka", "keterangan"),
    [
        ((100, 50), "75", "2 dari 2 indikator"),
        ((100, None, 50), "75", "2 dari 3 indikator"),
        ((0, 100), "50", "2 dari 2 indikator"),
        ((None, None), None, "0 dari 2 indikator"),
        ((), None, "0 dari 0 indikator"),
    ],
)
def test_a_mean_says_how_many_indicators_it_stands_on(daftar, angka, keterangan):
    hasil = rerata(anggota(*daftar))
    assert (hasil.angka, hasil.keterangan) == (None if angka is None else des(angka), keterangan)


@pytest.mark.parametrize(
    ("daftar", "bobot", "angka", "keterangan"),
    [
        ((100, 50), (75, 25), "87.5", "2 dari 2 indikator"),
        ((100, 50), (3, 1), "87.5", "2 dari 2 indikator"),
        ((100, None, 50), (50, 40, 10), "91.66666666666666666666666667", "2 dari 3 indikator, bobot 60 dari 100"),
        ((100, None), ("0.5", 2), "100", "1 dari 2 indikator, bobot 0,5 dari 2,5"),
        ((None, None), (60, 40), None, "0 dari 2 indikator, bobot 0 dari 100"),
    ],
    ids=["percent", "parts", "one missing", "fractions", "none"],
)
def test_a_weighted_mean_leaves_out_what_is_missing_with_its_weight_and_says_so(daftar, bobot, angka, keterangan):
    hasil = rerata(anggota(*daftar, bobot=bobot), berbobot=True)
    assert (hasil.angka, hasil.keterangan) == (None if angka is None else des(angka), keterangan)


def test_weights_that_are_alike_give_the_plain_mean_to_the_last_digit():
    tiga = [Anggota(hitung_capaian(des(n), des(3), Arah.NAIK, Aturan()), des(25)) for n in (7, 1, 1)]
    assert rerata(tiga, berbobot=True).angka == rerata(tiga).angka == 100


def test_a_mean_tells_how_many_of_its_figures_are_provisional():
    hasil = rerata([Anggota(Capaian(des(90), des(90), ""), sementara=True), *anggota(80)])
    assert hasil.keterangan == "2 dari 2 indikator, termasuk 1 dengan data belum lengkap"


def test_a_mean_takes_the_capped_figure():
    terbatas = hitung_capaian(des(5), des(3), Arah.NAIK, Aturan(batas_atas=Decimal(100)))
    assert rerata([Anggota(terbatas), *anggota(50)]).angka == 75


def test_three_indicators_that_reach_nine_of_nine_reach_one_hundred():
    # 7/3, 1/3 and 1/3 of the target: the mean is exactly 100, though two targets were missed.
    daftar = [Anggota(hitung_capaian(des(n), des(3), Arah.NAIK, Aturan())) for n in (7, 1, 1)]
    assert rerata(daftar).angka == 100
    kinerja = rerata([satu.terbatas for satu in daftar]).angka
    hasil = efisiensi(kinerja, Decimal(80))
    assert hasil.simpulan == "target belum tercapai, efisiensi tidak dinilai"
    assert hasil.kinerja == kinerja < 56


def test_what_goes_beyond_a_target_makes_no_efficiency():
    assert rerata([satu.terbatas for satu in anggota(166, 100)]).angka == 100
    assert rerata([satu.terbatas for satu in anggota(None)]).angka is None


@pytest.mark.parametrize(
    ("cara", "sasaran", "instansi"),
    [
        (CaraRata.INDIKATOR, "rata-rata sederhana", "rata-rata sederhana semua indikator"),
        (CaraRata.SASARAN, "rata-rata sederhana", "rata-rata sederhana dari rata-rata sasaran"),
        (
            CaraRata.BOBOT,
            "rata-rata tertimbang menurut bobot indikator",
            "rata-rata tertimbang semua indikator menurut bobot",
        ),
    ],
    ids=str,
)
def test_each_rule_has_its_name_in_plain_words(cara, sasaran, instansi):
    aturan = Aturan(cara_rata=cara)
    assert (sebutan_sasaran(aturan), sebutan_instansi(aturan)) == (sasaran, instansi)


@pytest.mark.parametrize(
    ("batas", "ambang", "sebutan"),
    [
        (None, None, ""),
        (120, None, "capaian tiap indikator dihitung paling tinggi 120%"),
        (120, 110, "capaian lebih dari 110% dihitung 120%"),
    ],
    ids=["no cap", "a cap", "a cap that raises"],
)
def test_what_bounds_a_capaian_is_named_with_the_mean(batas, ambang, sebutan):
    aturan = Aturan(batas_atas=batas and des(batas), ambang_batas=ambang and des(ambang))
    assert sebutan_batas(aturan) == sebutan
    assert sebutan_sasaran(aturan) == "; ".join(filter(None, ("rata-rata sederhana", sebutan)))
    assert sebutan_sasaran(aturan, ", 5 dari 6") == "; ".join(filter(None, ("rata-rata sederhana, 5 dari 6", sebutan)))


def rekap_berbobot():
    daftar = (
        indikator("I1", bobot=des(60)),
        indikator("I2", bobot=des(30)),
        indikator("I3", bobot=des(10), sasaran="S2"),
    )
    buku = induk(*daftar, anggaran=[subkegiatan("1.1.1")], aturan=BOBOT)
    return susun_rekap(buku, setahun(2025), kumpulan(laporan("U1", 4, {"I1": 110, "I2": 80, "I3": 50}, {"1.1.1": 900})))


def test_sasaran_agency_and_efisiensi_weigh_by_the_same_weights():
    rekap = rekap_berbobot()
    satu, dua = rekap.daftar_sasaran
    assert (satu.rerata.angka, dua.rerata.angka, rekap.rerata.angka) == (100, 50, 95)
    assert satu.efisiensi.kinerja == des("93.33333333333333333333333333")


def test_the_trace_of_a_weighted_mean_names_the_rule_and_each_weight_with_its_cell():
    rekap = rekap_berbobot()
    (rata, _) = jejak_sasaran(rekap, rekap.daftar_sasaran[0]).daftar_bagian
    assert (rata.nilai, rata.rumus) == ("100%", "rata-rata tertimbang menurut bobot indikator dari 2 dari 2 indikator")
    bobot = [bagian.daftar_bagian[-1] for bagian in rata.daftar_bagian]
    assert [(b.nama, b.nilai, b.asal.sel) for b in bobot] == [("Bobot", "60", "bobot"), ("Bobot", "30", "bobot")]


def angka(*daftar):
    return [Decimal(satu) for satu in daftar]


@pytest.mark.parametrize(
    ("daftar", "tengah"),
    [((), None), ((90,), "90"), ((80, 90), "85"), ((10, 300, 90), "90"), ((4, 1, 3, 2), "2.5")],
)
def test_the_median_is_the_middle_or_between_the_two_in_the_middle(daftar, tengah):
    assert nilai_tengah(angka(*daftar)) == (None if tengah is None else Decimal(tengah))


@pytest.mark.parametrize(
    ("daftar", "letak"),
    [
        pytest.param((), (), id="nothing"),
        pytest.param((90, 900), (), id="two cannot outvote each other"),
        pytest.param((100, 100, 120), (), id="somewhat more than the others"),
        pytest.param((90, 95, 9_999, 80), (2,), id="one makes the mean alone"),
        pytest.param((*[100] * 50, 110, 420), (), id="among many one does not move the mean beyond the rest"),
        pytest.param((90, 9_999, 80, 70, 500), (1, 4), id="two that are out of proportion"),
        pytest.param((-10, -20, 900), (), id="no proportion to less than nothing"),
    ],
)
def test_a_mean_is_made_by_few_where_it_is_beyond_all_others(daftar, letak):
    assert pencilan(angka(*daftar)) == letak
