import re
from decimal import Decimal
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import lakip_gen
from bantu_induk import TAHUN, indikator, induk, isian, kumpulan, laporan, sampai
from lakip_gen.domain.konsolidasi import (
    Akumulasi,
    CaraGabung,
    GabungUnit,
    baca_akumulasi,
    dari_triwulan,
    gabung_unit,
    rasio,
)
from lakip_gen.domain.nilai import BelumDilaporkan, Hasil, Nilai, Pecahan, TidakBerlaku, TidakDitunggu
from lakip_gen.domain.periode import semester, setahun, triwulan
from lakip_gen.domain.rekap import akumulasi, rekap_indikator

JUMLAH, KUMULATIF, AKHIR = CaraGabung.JUMLAH, CaraGabung.KUMULATIF, CaraGabung.AKHIR
RATA, RASIO, SEKALI = CaraGabung.RATA_RATA, CaraGabung.RASIO, CaraGabung.SEKALI
RASIO_AKHIR = CaraGabung.RASIO_AKHIR
BELUM, TB = None, "n/a"

ANGKA = st.decimals(-(10**9), 10**9, places=2)
TANPA = st.sampled_from(
    [BelumDilaporkan(), BelumDilaporkan("isian ditolak, lihat temuan"), TidakBerlaku(), TidakDitunggu()]
)
ISIAN = st.one_of(st.builds(Nilai, ANGKA), TANPA)
PECAHAN = st.one_of(st.builds(Pecahan, ANGKA, ANGKA), TANPA)
SETAHUN = st.tuples(ISIAN, ISIAN, ISIAN, ISIAN) | st.tuples(PECAHAN, PECAHAN, PECAHAN, PECAHAN)
AKUMULASI = st.lists(st.builds(dari_triwulan, st.integers(1, 4), ISIAN | PECAHAN), max_size=4).map(
    lambda daftar: sum(daftar, Akumulasi())
)


def gabung(daftar, cara, pengali=1, mulai=1):
    """Combine the quarters from `mulai` on in one step."""
    isi = (dari_triwulan(nomor, isian(satu)) for nomor, satu in enumerate(daftar, mulai))
    return baca_akumulasi(sum(isi, Akumulasi()), cara, Decimal(pengali))


def ringkas(hasil):
    return hasil.angka, hasil.keterangan


@pytest.mark.parametrize(
    ("cara", "daftar", "angka", "keterangan"),
    [
        (JUMLAH, (1, 1, 1, 2), 5, ""),
        (JUMLAH, (1, BELUM, 1, 2), None, "belum lengkap (3 dari 4 triwulan)"),
        (JUMLAH, (1, BELUM, BELUM, BELUM), None, "belum lengkap (1 dari 4 triwulan)"),
        (JUMLAH, (1, TB, 1, 2), 4, "tanpa 1 triwulan yang tidak berlaku"),
        (JUMLAH, (0, 0, 0, 0), 0, ""),
        (JUMLAH, (1, TB, BELUM, 2), None, "belum lengkap (2 dari 3 triwulan)"),
        (KUMULATIF, (10, 20, 30, 40), 40, ""),
        (KUMULATIF, (10, BELUM, BELUM, 40), 40, ""),
        (KUMULATIF, (10, 20, 30, BELUM), None, "belum dilaporkan pada TW IV (terakhir pada TW III)"),
        (KUMULATIF, (10, 20, 30, TB), 30, ""),
        (KUMULATIF, (BELUM, 20, TB, TB), 20, ""),
        (AKHIR, (10, 20, 30, 40), 40, ""),
        (AKHIR, (10, 20, 30, BELUM), 30, "keadaan TW III"),
        (AKHIR, (BELUM, 20, BELUM, BELUM), 20, "keadaan TW II"),
        (AKHIR, (10, 20, TB, TB), 20, ""),
        (AKHIR, (-5, -10, BELUM, BELUM), -10, "keadaan TW II"),
        (RATA, (80, 90, 100, 110), 95, ""),
        (RATA, (80, BELUM, 100, BELUM), 90, "rata-rata 2 dari 4 triwulan"),
        (RATA, (80, TB, 100, TB), 90, ""),
        (RATA, (0, 100), 50, ""),
        (RASIO, ((1, 2), (3, 2)), 1, ""),
        (RASIO, ((1, 10), (9, 10), BELUM), "0.5", "rasio 2 dari 3 triwulan"),
        (RASIO, ((1, 10), TB), "0.1", ""),
        (RASIO, ((0, 0), (5, 10)), "0.5", ""),
        (RASIO, ((5, 0), (0, 0)), None, "penyebut 0, tidak dapat dihitung"),
        (RASIO, ((5, 0), BELUM), None, "penyebut 0, rasio 1 dari 2 triwulan"),
        (RASIO_AKHIR, ((30, 100), (60, 100)), "0.6", ""),
        (RASIO_AKHIR, ((30, 100), (60, 120), BELUM), "0.5", "keadaan TW II"),
        (RASIO_AKHIR, ((30, 100), TB), "0.3", ""),
        (RASIO_AKHIR, ((30, 100), (60, 0)), None, "penyebut 0, tidak dapat dihitung"),
        (SEKALI, (BELUM, BELUM, 7, BELUM), 7, ""),
        (SEKALI, (7, BELUM, BELUM, BELUM), 7, ""),
        (SEKALI, (TB, TB, TB, 7), 7, ""),
        (SEKALI, (7, BELUM, BELUM, 8), 8, ""),
    ],
)
def test_each_cara_gabung_has_its_own_meaning_and_says_what_is_missing(cara, daftar, angka, keterangan):
    seharusnya = None if angka is None else Decimal(str(angka))
    assert ringkas(gabung(daftar, cara)) == (seharusnya, keterangan)


@pytest.mark.parametrize("cara", CaraGabung)
def test_nothing_reported_is_not_reported_and_nothing_due_is_not_applicable(cara):
    assert gabung((BELUM,) * 4, cara).isi == BelumDilaporkan()
    assert gabung((TB,) * 4, cara).isi == TidakBerlaku()
    assert gabung((TidakDitunggu(),) * 4, cara).isi == TidakDitunggu()
    assert gabung((TidakDitunggu(), TB), cara).isi == TidakBerlaku()


@pytest.mark.parametrize("cara", CaraGabung)
def test_a_zero_that_was_typed_is_a_figure_and_a_blank_is_none(cara):
    nol = (0, 1) if cara.sifat.pecahan else 0
    assert gabung((nol,), cara).angka == 0
    assert gabung((BELUM,), cara).angka is None


@pytest.mark.parametrize("cara", CaraGabung)
def test_the_reason_of_the_latest_quarter_without_a_figure_is_told(cara):
    ditolak = BelumDilaporkan("isian ditolak, lihat temuan")
    assert gabung((BELUM, ditolak), cara).keterangan == "isian ditolak, lihat temuan"
    assert gabung((TidakDitunggu(), TidakDitunggu()), cara).keterangan == ("tidak ada target pada periode ini")


def test_a_missing_figure_is_not_excused_by_a_later_quarter_without_target():
    hasil = gabung((BELUM, TidakDitunggu()), JUMLAH)
    assert hasil.isi == BelumDilaporkan("belum dilaporkan")


def test_a_year_of_quarters_is_never_the_mean_of_semester_means():
    daftar = (100, 100, 100, BELUM)
    assert gabung(daftar, RATA).angka == 100
    assert gabung((90, BELUM, 60, 60), RATA).angka == 70  # not (90 + 60) / 2


def test_a_ratio_is_never_the_mean_of_percentages():
    assert gabung(((1, 10), (90, 100)), RASIO, 100).angka == Decimal(91) / Decimal(110) * 100


@pytest.mark.parametrize(("pengali", "angka"), [(1, "0.25"), (100, 25), (1000, 250), (100_000, 25_000)])
def test_a_ratio_reaches_its_satuan_by_the_pengali(pengali, angka):
    assert rasio(Decimal(1), Decimal(4), Decimal(pengali)) == Hasil(Nilai(Decimal(str(angka))))


def test_a_ratio_that_comes_out_even_is_even():
    assert rasio(Decimal(1), Decimal(3), Decimal(3)).angka == 1


def test_three_thirds_make_a_whole():
    sepertiga = gabung_unit([isian(1), isian(0), isian(0)], GabungUnit.RATA_RATA)
    assert gabung((sepertiga,) * 3, JUMLAH).angka == 1


@pytest.mark.parametrize(
    ("cara", "daftar", "hasil"),
    [
        (GabungUnit.JUMLAH, (1, 2, 3), Nilai(Decimal(6))),
        (GabungUnit.JUMLAH, (1, TB, 3), Nilai(Decimal(4))),
        (GabungUnit.JUMLAH, (1, BELUM, 3), BelumDilaporkan("belum lengkap (2 dari 3 unit)")),
        (GabungUnit.JUMLAH, (1, BELUM, TB), BelumDilaporkan("belum lengkap (1 dari 2 unit)")),
        (GabungUnit.JUMLAH, (BELUM, BELUM), BelumDilaporkan()),
        (GabungUnit.JUMLAH, (TB, TB), TidakBerlaku()),
        (GabungUnit.JUMLAH, (TidakDitunggu(), TidakDitunggu()), TidakDitunggu()),
        (GabungUnit.JUMLAH, (3, TidakDitunggu()), BelumDilaporkan("belum lengkap (1 dari 2 unit)")),
        (GabungUnit.JUMLAH, (), BelumDilaporkan()),
        (GabungUnit.RATA_RATA, (1, 2, 6), Nilai(Decimal(3))),
        (GabungUnit.RATA_RATA, (1, BELUM, 3), Nilai(Decimal(2))),
        (GabungUnit.RATA_RATA, (0, BELUM, TB), Nilai(Decimal(0))),
        (GabungUnit.RATA_RATA, (BELUM, TB), BelumDilaporkan()),
        (GabungUnit.RASIO, ((1, 10), (90, 100)), Pecahan(Decimal(91), Decimal(110))),
        (GabungUnit.RASIO, ((1, 10), BELUM), Pecahan(Decimal(1), Decimal(10))),
        (GabungUnit.RASIO, ((1, 10), TB), Pecahan(Decimal(1), Decimal(10))),
        (GabungUnit.JUMLAH, ((1, 10), (2, 10)), Pecahan(Decimal(3), Decimal(20))),
    ],
)
def test_units_are_combined_within_a_quarter(cara, daftar, hasil):
    assert gabung_unit((isian(satu) for satu in daftar), cara) == hasil


@pytest.mark.parametrize("cara", GabungUnit)
@pytest.mark.parametrize("satu", [1, (1, 2), BELUM, TB, BelumDilaporkan("isian ditolak, lihat temuan")])
def test_what_a_single_unit_reported_stays_as_it_is(cara, satu):
    assert gabung_unit([isian(satu)], cara) == isian(satu)


def test_time_and_unit_are_separate_axes():
    # Two units with the mean between them, quarters added up: (10+20)/2 + (30+50)/2.
    satu = indikator(cara=JUMLAH, unit=("A", "B"), gabung_unit=GabungUnit.RATA_RATA)
    isi = {"A": (10, 30), "B": (20, 50)}
    daftar = kumpulan(*(laporan(u, n, {"I1": x}) for u, q in isi.items() for n, x in enumerate(q, 1)))
    assert rekap_indikator(induk(satu), semester(TAHUN, 1), daftar, satu).periode_ini.realisasi.angka == 55


@given(AKUMULASI, AKUMULASI, AKUMULASI)
def test_accumulating_is_associative(a, b, c):
    assert (a + b) + c == a + (b + c)


@given(AKUMULASI, AKUMULASI)
def test_accumulating_is_commutative(a, b):
    assert a + b == b + a


@given(AKUMULASI)
def test_an_empty_accumulation_adds_nothing(a):
    assert a + Akumulasi() == a == Akumulasi() + a


@pytest.mark.parametrize("cara", CaraGabung)
@given(daftar=SETAHUN)
def test_two_semesters_make_the_same_year_as_four_quarters(cara, daftar):
    per_triwulan = dict(zip(sampai(4), daftar, strict=True))
    dua_langkah = akumulasi(setahun(TAHUN), per_triwulan)
    semester_dulu = akumulasi(semester(TAHUN, 1), per_triwulan) + akumulasi(semester(TAHUN, 2), per_triwulan)
    satu_langkah = sum((dari_triwulan(n, isi) for n, isi in enumerate(daftar, 1)), Akumulasi())
    assert dua_langkah == satu_langkah == semester_dulu
    assert baca_akumulasi(dua_langkah, cara) == baca_akumulasi(satu_langkah, cara)


@pytest.mark.parametrize("cara", CaraGabung)
@given(daftar=SETAHUN)
def test_the_order_in_which_quarters_arrive_does_not_matter(cara, daftar):
    isi = [dari_triwulan(n, satu) for n, satu in enumerate(daftar, 1)]
    hasil = {repr(ringkas(baca_akumulasi(sum(urutan, Akumulasi()), cara))) for urutan in permutations(isi)}
    assert len(hasil) == 1


@pytest.mark.parametrize("cara", GabungUnit)
@given(daftar=st.lists(ISIAN, max_size=4) | st.lists(PECAHAN, max_size=4), data=st.data())
def test_the_order_of_units_does_not_matter(cara, daftar, data):
    diacak = data.draw(st.permutations(daftar))
    hasil, lain = gabung_unit(daftar, cara), gabung_unit(diacak, cara)
    assert type(hasil) is type(lain)
    if not isinstance(hasil, TidakBerlaku | BelumDilaporkan):
        assert hasil == lain


@given(st.permutations([(unit, nomor) for unit in "ABC" for nomor in (1, 2, 3)]))
def test_the_order_of_files_does_not_matter(urutan):
    satu = indikator(cara=AKHIR, unit=("A", "B", "C"), gabung_unit=GabungUnit.RATA_RATA)
    daftar = kumpulan(*(laporan(unit, n, {"I1": ord(unit) * n}) for unit, n in urutan))
    rapi = kumpulan(*(laporan(unit, n, {"I1": ord(unit) * n}) for unit, n in sorted(urutan)))
    periode = triwulan(TAHUN, 3)
    assert rekap_indikator(induk(satu), periode, daftar, satu) == rekap_indikator(induk(satu), periode, rapi, satu)


def test_what_a_cara_gabung_is_stands_in_its_row_and_nowhere_else():
    akar = Path(lakip_gen.__file__).parent
    menyebut = {
        berkas.relative_to(akar).as_posix()
        for berkas in akar.rglob("*.py")
        if re.search(r"CaraGabung\.[A-Z]", berkas.read_text(encoding="utf-8"))
    }
    assert {nama for nama in menyebut if not nama.startswith("contoh/")} == {"induk/indikator.py"}  # its default
