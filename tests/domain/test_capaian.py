from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantu_induk import des, target
from lakip_gen.domain.angka_tertulis import bulatkan
from lakip_gen.domain.aturan import SKALA_PERMENDAGRI_86, Aturan, Pita, RumusTurun
from lakip_gen.domain.capaian import (
    Arah,
    Capaian,
    TidakDinilai,
    efisiensi,
    hitung_capaian,
    serapan,
)
from lakip_gen.domain.nilai import Rentang

NAIK, TURUN, RENTANG = Arah.NAIK, Arah.TURUN, Arah.RENTANG
TANPA_LANTAI = Aturan(batas_bawah=None)
RASIO = Aturan(rumus_turun=RumusTurun.RASIO)
POSITIF = st.decimals("0.01", 10**9, places=2)
ANGKA = st.decimals(-(10**6), 10**9, places=2)
ATURAN = st.builds(
    Aturan,
    rumus_turun=st.sampled_from(RumusTurun),
    batas_atas=st.sampled_from([None, *map(Decimal, (100, 110, 120, 150))]),
    batas_bawah=st.sampled_from([None, Decimal(0)]),
    nol_tercapai=st.booleans(),
)


def hitung(realisasi, sasaran, arah=NAIK, aturan=TANPA_LANTAI, rumus=None):
    return hitung_capaian(des(realisasi), target(sasaran), arah, aturan, rumus)


def persen(hasil):
    assert isinstance(hasil, Capaian), hasil
    return bulatkan(hasil.angka, 2)


@pytest.mark.parametrize(
    ("realisasi", "sasaran", "capaian"),
    [("85", "85", "100.00"), ("5", "3", "166.67"), ("0", "4", "0.00"), ("2", "3", "66.67"), ("-1", "4", "-25.00")],
)
def test_naik_is_the_share_of_the_target_that_was_reached(realisasi, sasaran, capaian):
    hasil = hitung(realisasi, sasaran)
    assert persen(hasil) == des(capaian)
    assert hasil.rumus == "R / T × 100"


@pytest.mark.parametrize(
    ("realisasi", "sasaran", "selisih", "rasio"),
    [
        ("4.88", "32", "184.75", "655.74"),
        ("12", "5", "-40.00", "41.67"),
        ("5", "5", "100.00", "100.00"),
        ("2.5", "5", "150.00", "200.00"),
        ("10", "5", "0.00", "50.00"),
    ],
)
def test_the_two_formulas_for_turun_differ_widely(realisasi, sasaran, selisih, rasio):
    menurut_selisih = hitung(realisasi, sasaran, TURUN)
    menurut_rasio = hitung(realisasi, sasaran, TURUN, RASIO)
    assert (persen(menurut_selisih), persen(menurut_rasio)) == (des(selisih), des(rasio))
    assert (menurut_selisih.rumus, menurut_rasio.rumus) == ("(2T − R) / T × 100", "T / R × 100")


def test_the_indicator_s_own_formula_wins_over_the_agency_s():
    assert persen(hitung(12, 5, TURUN, RASIO, RumusTurun.SELISIH)) == Decimal(0)
    assert persen(hitung(12, 5, TURUN, TANPA_LANTAI, RumusTurun.RASIO)) == Decimal("41.67")


def test_selisih_rewards_a_realisasi_of_zero_and_rasio_cannot_divide_by_it():
    assert persen(hitung(0, 5, TURUN)) == Decimal(200)
    assert hitung(0, 5, TURUN, RASIO) == TidakDinilai("realisasi 0 tidak dapat dibagi (rumus T / R)")


@pytest.mark.parametrize("arah", [NAIK, TURUN])
@pytest.mark.parametrize("rumus", RumusTurun)
@pytest.mark.parametrize("realisasi", [0, 1, -1])
def test_a_target_of_zero_is_never_a_silent_number(arah, rumus, realisasi):
    assert hitung(realisasi, 0, arah, Aturan(rumus_turun=rumus)) == TidakDinilai("target 0")


@pytest.mark.parametrize("rumus", RumusTurun)
def test_an_agency_may_count_zero_incidents_as_reached(rumus):
    aturan = Aturan(rumus_turun=rumus, nol_tercapai=True)
    assert hitung(0, 0, TURUN, aturan).angka == hitung("0.00", "0.0", TURUN, aturan).angka == 100
    assert hitung(1, 0, TURUN, aturan).angka == 0
    assert hitung(-1, 0, TURUN, aturan) == TidakDinilai("target 0")


@pytest.mark.parametrize("realisasi", [0, 1])
def test_where_nothing_was_planned_yet_nothing_is_reached(realisasi):
    assert hitung(realisasi, 0, NAIK, Aturan(nol_tercapai=True)) == TidakDinilai("target 0")


@pytest.mark.parametrize(
    ("realisasi", "sasaran", "arah", "capaian", "rumus"),
    [
        pytest.param(-1, -2, NAIK, 150, "(1 + (R − T) / |T|) × 100", id="naik lebih baik"),
        pytest.param(-3, -2, NAIK, 50, "(1 + (R − T) / |T|) × 100", id="naik lebih buruk"),
        pytest.param("-1.41", 2, NAIK, "-70.50", "R / T × 100", id="Wonogiri 2020"),
        pytest.param(-7, -5, TURUN, 140, "(1 − (R − T) / |T|) × 100", id="turun lebih baik"),
        pytest.param(-1, -2, TURUN, 50, "(1 − (R − T) / |T|) × 100", id="turun lebih buruk"),
        pytest.param(-3, (-2, 5), RENTANG, 50, "(1 − (batas bawah − R) / |batas bawah|) × 100", id="di bawah minus"),
        pytest.param(-1, (-5, -2), RENTANG, 50, "(1 − (R − batas atas) / |batas atas|) × 100", id="di atas minus"),
    ],
)
def test_a_sign_never_turns_better_into_worse(realisasi, sasaran, arah, capaian, rumus):
    hasil = hitung(realisasi, sasaran, arah)
    assert (persen(hasil), hasil.rumus) == (des(capaian), rumus)


@given(ANGKA, st.decimals("0.01", 10**6, places=2), ANGKA.filter(bool), st.sampled_from([NAIK, TURUN]))
def test_more_of_what_is_wanted_is_more_capaian(realisasi, tambahan, sasaran, arah):
    lebih = realisasi + tambahan if arah is NAIK else realisasi - tambahan
    assert hitung(lebih, sasaran, arah).angka > hitung(realisasi, sasaran, arah).angka


@pytest.mark.parametrize(("realisasi", "sasaran"), [(-1, 5), (5, -1), (-1, -1)])
def test_a_ratio_of_negative_figures_is_not_judged(realisasi, sasaran):
    hasil = hitung(realisasi, sasaran, TURUN, RASIO)
    assert hasil == TidakDinilai("angka negatif tidak dapat dibandingkan dengan rumus T / R")


@pytest.mark.parametrize(("batas", "capaian"), [(None, "166.67"), (100, 100), (110, 110), (120, 120), (150, 150)])
def test_a_cap_bounds_what_counts_and_keeps_what_was_computed(batas, capaian):
    hasil = hitung(5, 3, aturan=Aturan(batas_atas=None if batas is None else Decimal(batas)))
    assert persen(hasil) == des(capaian)
    assert bulatkan(hasil.mentah, 2) == Decimal("166.67")
    assert hasil.dibatasi is (batas is not None)


@pytest.mark.parametrize(
    ("realisasi", "angka"), [(100, 100), (110, 110), ("110.01", 120), (115, 120), (120, 120), (400, 120)]
)
def test_a_cap_may_raise_what_lies_above_a_threshold_to_one_figure(realisasi, angka):
    hasil = hitung(realisasi, 100, aturan=Aturan(batas_atas=Decimal(120), ambang_batas=Decimal(110)))
    assert (hasil.angka, hasil.mentah) == (angka, des(realisasi))


@pytest.mark.parametrize("batas", [100, 110, 120, 150])
def test_a_cap_leaves_what_lies_at_or_under_it_alone(batas):
    aturan = Aturan(batas_atas=Decimal(batas))
    for realisasi in (batas, batas - 1):
        hasil = hitung(realisasi, 100, aturan=aturan)
        assert (hasil.angka, hasil.dibatasi) == (realisasi, False)


def test_the_floor_is_zero_by_default_and_keeps_the_negative_figure():
    hasil = hitung(12, 5, TURUN, Aturan())
    assert (hasil.angka, hasil.mentah, hasil.dibatasi) == (0, -40, True)
    assert hitung(12, 5, TURUN, TANPA_LANTAI).dibatasi is False


@pytest.mark.parametrize(
    ("realisasi", "batas", "capaian", "rumus"),
    [
        (45, (45, 55), "100.00", "di dalam rentang = 100"),
        (50, (45, 55), "100.00", "di dalam rentang = 100"),
        (55, (45, 55), "100.00", "di dalam rentang = 100"),
        (36, (45, 55), "80.00", "R / batas bawah × 100"),
        (0, (45, 55), "0.00", "R / batas bawah × 100"),
        (66, (45, 55), "80.00", "(2 × batas atas − R) / batas atas × 100"),
        (165, (45, 55), "-100.00", "(2 × batas atas − R) / batas atas × 100"),
        (0, (0, 5), "100.00", "di dalam rentang = 100"),
        (5, (5, 5), "100.00", "di dalam rentang = 100"),
    ],
)
def test_rentang_is_met_inside_its_bounds_and_falls_off_on_both_sides(realisasi, batas, capaian, rumus):
    hasil = hitung(realisasi, batas, RENTANG)
    assert persen(hasil) == des(capaian)
    assert hasil.rumus == rumus


def test_rentang_with_a_bound_of_zero_cannot_be_left_on_that_side():
    assert hitung(-1, (0, 5), RENTANG) == TidakDinilai("batas bawah target 0")
    assert hitung(1, (-5, 0), RENTANG) == TidakDinilai("batas atas target 0")


def test_rentang_without_bounds_is_not_judged():
    assert hitung(5, 5, RENTANG) == TidakDinilai("target rentang belum berbentuk “a s.d. b”")


@given(POSITIF, ATURAN, st.sampled_from([NAIK, TURUN]))
def test_reaching_the_target_exactly_is_one_hundred_everywhere(angka, aturan, arah):
    assert hitung_capaian(angka, angka, arah, aturan).angka == 100


@given(ANGKA, ANGKA, ATURAN, st.sampled_from(Arah), st.booleans())
def test_what_counts_lies_between_floor_and_cap(realisasi, sasaran, aturan, arah, sebagai_rentang):
    tujuan = Rentang(sasaran, sasaran + 1) if sebagai_rentang else sasaran
    hasil = hitung_capaian(realisasi, tujuan, arah, aturan)
    if isinstance(hasil, Capaian):
        assert aturan.batas_bawah is None or hasil.angka >= aturan.batas_bawah
        assert aturan.batas_atas is None or hasil.angka <= aturan.batas_atas
        assert hasil.dibatasi == (hasil.angka != hasil.mentah)
    else:
        assert hasil.alasan


@given(POSITIF, POSITIF, POSITIF, st.sampled_from(RumusTurun))
def test_more_is_never_worse_for_naik_and_never_better_for_turun(sedikit, tambah, sasaran, rumus):
    aturan = Aturan(rumus_turun=rumus)
    banyak = sedikit + tambah
    assert hitung_capaian(banyak, sasaran, NAIK, aturan).angka >= hitung_capaian(sedikit, sasaran, NAIK, aturan).angka
    assert hitung_capaian(banyak, sasaran, TURUN, aturan).angka <= hitung_capaian(sedikit, sasaran, TURUN, aturan).angka


@pytest.mark.parametrize(
    ("capaian", "predikat"),
    [
        ("250", "Sangat Tinggi"),
        ("100.01", "Sangat Tinggi"),
        ("100", "Sangat Tinggi"),
        ("91", "Sangat Tinggi"),
        ("90.999", "Tinggi"),
        ("90.5", "Tinggi"),
        ("90", "Tinggi"),
        ("76", "Tinggi"),
        ("75.999", "Sedang"),
        ("66", "Sedang"),
        ("65.999", "Rendah"),
        ("51", "Rendah"),
        ("50.999", "Sangat Rendah"),
        ("50", "Sangat Rendah"),
        ("0", "Sangat Rendah"),
        ("-0.01", "Sangat Rendah"),
        ("-40", "Sangat Rendah"),
    ],
)
def test_the_gaps_of_the_printed_scale_are_closed_by_lower_bounds(capaian, predikat):
    assert Aturan().pita(des(capaian)).predikat == predikat


def test_an_agency_s_own_scale_is_used_as_it_stands():
    skala = (Pita(Decimal(100), "Tercapai", "00FF00"), Pita(Decimal(0), "Belum", "FF0000"))
    aturan = Aturan(skala=skala)
    assert [aturan.pita(des(c)).predikat for c in ("100", "99.99", "-1")] == ["Tercapai", "Belum", "Belum"]


@given(ANGKA)
def test_every_capaian_has_a_band(capaian):
    pita = Aturan().pita(capaian)
    assert pita in SKALA_PERMENDAGRI_86
    assert pita.batas <= max(capaian, Decimal(0))


@pytest.mark.parametrize(
    ("realisasi", "pagu", "persen_terserap"),
    [
        (None, 100, None),
        (50, None, None),
        (50, 0, None),
        (0, 0, None),
        (0, 100, 0),
        (50, 100, 50),
        (120, 100, 120),
    ],
)
def test_serapan_needs_money_on_both_sides(realisasi, pagu, persen_terserap):
    uang = [None if isi is None else Decimal(isi) for isi in (realisasi, pagu)]
    assert serapan(*uang) == persen_terserap


@pytest.mark.parametrize(
    ("capaian", "terserap", "angka", "simpulan"),
    [
        (None, 50, None, "tidak dapat dihitung: capaian belum ada"),
        (None, None, None, "tidak dapat dihitung: capaian belum ada"),
        (100, None, None, "tidak dapat dihitung: pagu 0 atau realisasi anggaran belum dilaporkan"),
        (0, None, None, "tidak dapat dihitung: pagu 0 atau realisasi anggaran belum dilaporkan"),
        (0, 0, None, "belum dilaksanakan"),
        (0, 10, -10, "target belum tercapai, efisiensi tidak dinilai"),
        ("99.99", 50, "49.99", "target belum tercapai, efisiensi tidak dinilai"),
        (100, "1.87", "98.13", "efisien"),
        (100, 100, 0, "berimbang"),
        (100, 120, -20, "tidak efisien"),
        (150, 100, 50, "efisien"),
        (100, 0, 100, "efisien"),
    ],
)
def test_only_who_meets_the_target_can_be_efficient(capaian, terserap, angka, simpulan):
    hasil = efisiensi(*(None if isi is None else des(isi) for isi in (capaian, terserap)))
    assert (hasil.angka, hasil.simpulan) == (None if angka is None else des(angka), simpulan)
