import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantu_induk import (
    SKALA_SAKIP,
    TAHUN,
    des,
    indikator,
    induk,
    kumpulan_indikator,
    setahun_penuh,
    target,
)
from lakip_gen.domain.aturan import Aturan
from lakip_gen.domain.capaian import Arah
from lakip_gen.domain.kinerja import gabung_target
from lakip_gen.domain.konsolidasi import CaraGabung
from lakip_gen.domain.periode import semester, setahun, triwulan
from lakip_gen.domain.rekap import rekap_indikator
from lakip_gen.domain.target import JenisTarget

JUMLAH, KUMULATIF, AKHIR = CaraGabung.JUMLAH, CaraGabung.KUMULATIF, CaraGabung.AKHIR
RATA, RASIO, SEKALI = CaraGabung.RATA_RATA, CaraGabung.RASIO, CaraGabung.SEKALI
PER_TW, BERJALAN, KONSTAN = JenisTarget.PER_TRIWULAN, JenisTarget.KUMULATIF, JenisTarget.KONSTAN
ATURAN = Aturan()
PERIODE = (*(triwulan(TAHUN, n) for n in range(1, 5)), semester(TAHUN, 1), semester(TAHUN, 2))
MAJU = st.lists(st.decimals(0, 10**6, places=2), min_size=4, max_size=4).map(sorted)


@pytest.mark.parametrize(
    ("cara", "jenis", "daftar", "triwulan_ini", "semester_ini"),
    [
        (JUMLAH, PER_TW, (1, 0, 0, 1), (1, 0, 0, 1), (1, 1)),
        (JUMLAH, BERJALAN, (25, 50, 75, 100), (25, 25, 25, 25), (50, 50)),
        (JUMLAH, BERJALAN, (None, 50, None, 100), (None, 50, None, 50), (50, 50)),
        (KUMULATIF, PER_TW, (1, 0, 0, 1), (1, 1, 1, 2), (1, 2)),
        (KUMULATIF, PER_TW, (None, 5, None, 5), (None, 5, None, 10), (5, 10)),
        (KUMULATIF, BERJALAN, (25, 50, 75, 100), (25, 50, 75, 100), (50, 100)),
        (KUMULATIF, KONSTAN, (90, 90, 90, 90), (90, 90, 90, 90), (90, 90)),
        (AKHIR, KONSTAN, (100, 100, 100, 100), (100, 100, 100, 100), (100, 100)),
        (AKHIR, BERJALAN, (25, 50, 75, 100), (25, 50, 75, 100), (50, 100)),
        (AKHIR, PER_TW, (80, 70, 60, 50), (80, 70, 60, 50), (70, 50)),
        (RATA, PER_TW, (80, 90, 100, 110), (80, 90, 100, 110), (85, 105)),
        (RATA, PER_TW, (80, None, None, 110), (80, None, None, 110), (80, 110)),
        (RATA, KONSTAN, (90, 90, 90, 90), (90, 90, 90, 90), (90, 90)),
        (RASIO, KONSTAN, (95, 95, 95, 95), (95, 95, 95, 95), (95, 95)),
        (SEKALI, KONSTAN, (None, None, None, 70), (None, None, None, 70), (None, 70)),
        (JUMLAH, PER_TW, (None, None, None, None), (None, None, None, None), (None, None)),
        (AKHIR, KONSTAN, ((45, 55),) * 4, ((45, 55),) * 4, ((45, 55),) * 2),
        (
            RATA,
            PER_TW,
            ((45, 55), (40, 50), (1, 2), (3, 4)),
            ((45, 55), (40, 50), (1, 2), (3, 4)),
            (("42.5", "52.5"), (2, 3)),
        ),
        (JUMLAH, BERJALAN, ((10, 12), (20, 24), (30, 36), (40, 48)), ((10, 12),) * 4, ((20, 24),) * 2),
        (KUMULATIF, PER_TW, ((10, 12),) * 4, ((10, 12), (20, 24), (30, 36), (40, 48)), ((20, 24), (40, 48))),
        (
            KUMULATIF,
            BERJALAN,
            ((10, 12), (20, 24), (30, 36), (40, 48)),
            ((10, 12), (20, 24), (30, 36), (40, 48)),
            ((20, 24), (40, 48)),
        ),
    ],
)
def test_a_target_says_the_same_as_the_realisasi_that_it_meets(cara, jenis, daftar, triwulan_ini, semester_ini):
    satu = indikator(cara=cara, jenis=jenis, triwulan=daftar, tahun=7)
    assert [satu.target(periode, ATURAN) for periode in PERIODE] == [target(t) for t in (*triwulan_ini, *semester_ini)]
    assert satu.target(setahun(TAHUN), ATURAN) == 7


@pytest.mark.parametrize(("jenis", "daftar"), [(PER_TW, (10, 20, 30, 40)), (BERJALAN, (10, 30, 60, 100))])
@pytest.mark.parametrize(("cara", "berhasil"), [(JUMLAH, (10, 20, 30, 40)), (KUMULATIF, (10, 30, 60, 100))])
def test_who_does_exactly_what_was_promised_stands_at_one_hundred_everywhere(jenis, daftar, cara, berhasil):
    satu = indikator(cara=cara, jenis=jenis, triwulan=daftar, tahun=100)
    isi = kumpulan_indikator({"U1": berhasil})
    for periode in (*PERIODE, setahun(TAHUN)):
        rekap = rekap_indikator(induk(satu), periode, isi, satu)
        assert rekap.periode_ini.capaian.angka == 100, periode


@given(MAJU)
def test_quarterly_parts_of_a_running_target_add_up_to_it(daftar):
    satu = indikator(cara=JUMLAH, jenis=BERJALAN, triwulan=daftar, tahun=daftar[-1])
    assert sum(satu.target(periode, ATURAN) for periode in PERIODE[:4]) == daftar[-1]
    assert sum(satu.target(periode, ATURAN) for periode in PERIODE[4:]) == daftar[-1]


@given(MAJU)
def test_quarterly_parts_run_up_to_the_year(daftar):
    satu = indikator(cara=KUMULATIF, jenis=PER_TW, triwulan=daftar, tahun=sum(daftar))
    berjalan = [satu.target(periode, ATURAN) for periode in PERIODE[:4]]
    assert berjalan == sorted(berjalan)
    assert berjalan[-1] == sum(daftar)


def test_bounds_of_added_quarters_are_added_up_too():
    satu = indikator(cara=JUMLAH, jenis=PER_TW, arah=Arah.RENTANG, triwulan=((10, 12),) * 4, tahun=(40, 48))
    isi = kumpulan_indikator({"U1": (11, 11, 11, 11)})
    assert rekap_indikator(induk(satu), semester(TAHUN, 1), isi, satu).periode_ini.capaian.angka == 100


def test_every_kind_of_target_goes_with_some_cara_gabung_and_back():
    pasangan = {cara: cara.sifat.daftar_jenis_target for cara in CaraGabung}
    assert set().union(*pasangan.values()) == set(JenisTarget)
    assert all(pasangan.values())
    assert BERJALAN not in pasangan[RATA] | pasangan[RASIO] | pasangan[SEKALI]
    assert KONSTAN not in pasangan[JUMLAH]


def test_no_quarters_have_no_target():
    assert gabung_target([], JUMLAH, PER_TW) is None


@pytest.mark.parametrize(
    ("tahun", "alasan"),
    [(100, "tidak ada target pada periode ini"), (None, "target belum ditetapkan")],
    ids=["a target of the year alone", "no target at all"],
)
@pytest.mark.parametrize("periode", [triwulan(TAHUN, 1), semester(TAHUN, 1)], ids=["TW1", "S1"])
def test_a_figure_without_a_target_is_shown_and_not_judged(periode, tahun, alasan):
    satu = indikator(tahun=tahun, triwulan=(None, None, None, tahun))
    ukur = rekap_indikator(induk(satu), periode, kumpulan_indikator({"U1": (5, 5)}), satu)
    assert (ukur.periode_ini.realisasi.angka, ukur.periode_ini.dinilai) == (5, None)
    assert ukur.setahun.dinilai == (ukur.setahun.capaian if tahun else None)
    assert ukur.keterangan == f"tidak dapat dinilai: {alasan}"


@pytest.mark.parametrize(
    ("teks", "angka"), [("BB", 4), ("bb", 4), (" Bb ", 4), ("A", 5), ("D", 1), ("AA", None), ("", None)]
)
def test_a_predicate_is_found_whatever_its_letter_case(teks, angka):
    assert SKALA_SAKIP.angka(teks) == angka


@pytest.mark.parametrize(
    ("angka", "predikat"), [("5", "A"), ("4.9", "BB"), ("4", "BB"), ("1", "D"), ("0", "D"), ("99", "A")]
)
def test_a_number_is_printed_as_the_highest_predicate_it_reaches(angka, predikat):
    assert SKALA_SAKIP.predikat(des(angka)) == predikat


@given(st.sampled_from([nama for nama, _ in SKALA_SAKIP.daftar]))
def test_a_predicate_survives_being_a_number(nama):
    assert SKALA_SAKIP.predikat(SKALA_SAKIP.angka(nama)) == nama


def test_an_indicator_of_predicates_is_measured_by_their_numbers():
    satu = indikator(skala=SKALA_SAKIP, tahun=4, triwulan=(None, None, None, 4))
    ukur = rekap_indikator(induk(satu), setahun(TAHUN), kumpulan_indikator({"U1": (None, None, None, 5)}), satu)
    assert ukur.setahun.capaian.angka == 125


def test_the_year_s_target_is_kept_beside_the_quarters():
    tahunan = setahun_penuh(4, (1, None, (1, 2), 1))
    assert (tahunan.tahun, tahunan.triwulan) == (4, (1, None, target((1, 2)), 1))
