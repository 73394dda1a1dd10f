from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lakip_gen.domain.periode import TAHUN_TERAKHIR, TAHUN_TERAWAL, Jenis, Periode, semester, setahun, triwulan

TAHUN = st.integers(TAHUN_TERAWAL, TAHUN_TERAKHIR)
PERIODE = st.one_of(
    st.builds(triwulan, TAHUN, st.integers(1, 4)),
    st.builds(semester, TAHUN, st.integers(1, 2)),
    st.builds(setahun, TAHUN),
)


@pytest.mark.parametrize(
    ("periode", "kode", "nama", "nama_pendek", "folder"),
    [
        (triwulan(2025, 1), "2025-TW1", "Triwulan I Tahun 2025", "TW I", "TW1"),
        (triwulan(2025, 4), "2025-TW4", "Triwulan IV Tahun 2025", "TW IV", "TW4"),
        (semester(2025, 2), "2025-S2", "Semester II Tahun 2025", "Semester II", "S2"),
        (setahun(2025), "2025", "Tahun 2025", "2025", "tahun"),
    ],
)
def test_a_period_has_a_code_two_names_and_a_folder(periode, kode, nama, nama_pendek, folder):
    assert (str(periode), periode.nama, periode.nama_pendek, periode.folder) == (
        kode,
        nama,
        nama_pendek,
        folder,
    )


@pytest.mark.parametrize(
    ("teks", "periode"),
    [
        ("2025-TW1", triwulan(2025, 1)),
        ("  2025 tw 1 ", triwulan(2025, 1)),
        ("2025tw01", triwulan(2025, 1)),
        ("2025-TW IV", triwulan(2025, 4)),
        ("2025–twiii", triwulan(2025, 3)),
        ("2025_TW_2", triwulan(2025, 2)),
        ("2025/TW2", triwulan(2025, 2)),
        ("2025.Triwulan.2", triwulan(2025, 2)),
        ("2025 TW\u00a02", triwulan(2025, 2)),
        ("TW1 2025", triwulan(2025, 1)),
        ("triwulan i tahun 2025", triwulan(2025, 1)),
        ("2025-S1", semester(2025, 1)),
        ("2025 s 2", semester(2025, 2)),
        ("2025-SMT2", semester(2025, 2)),
        ("2025 Semester II", semester(2025, 2)),
        ("Semester II 2025", semester(2025, 2)),
        ("2025", setahun(2025)),
        ("Tahun 2025", setahun(2025)),
        ("2025-tahun", setahun(2025)),
    ],
)
def test_a_period_may_be_written_in_many_ways(teks, periode):
    assert Periode.parse(teks) == periode


@pytest.mark.parametrize(
    "teks",
    [
        "",
        "TW1",
        "25-TW1",
        "2025-",
        "2025-TW",
        "2025-1",
        "2025-Q1",
        "2025-TWV",
        "2025-TW1-TW2",
        "20 25",
        "2025-TW\u0130",
    ],
)
def test_a_text_that_is_no_period_is_refused_with_an_example(teks):
    with pytest.raises(
        ValueError, match=r"^Periode \".*\" tidak dikenali; tulislah seperti 2025-TW1, 2025-S1, atau 2025\.$"
    ):
        Periode.parse(teks)


def test_a_long_text_is_quoted_in_part():
    with pytest.raises(ValueError, match=r'"x{40}…"'):
        Periode.parse("x" * 32_767)


@pytest.mark.parametrize("teks", ["2025-TW5", "2025-TW0", "2025 S3", "S0 2025"])
def test_a_number_outside_its_kind_is_refused(teks):
    with pytest.raises(ValueError, match=r"^Tidak ada (triwulan|semester) nomor \d; tulislah .* 2025\.$"):
        Periode.parse(teks)


@pytest.mark.parametrize("tahun", [1999, 2101])
def test_a_year_out_of_range_is_refused(tahun):
    with pytest.raises(ValueError, match=rf"^Tahun {tahun} di luar jangkauan; .* misalnya 2025\.$"):
        setahun(tahun)


def test_a_year_has_no_number():
    with pytest.raises(ValueError, match="Tidak ada tahun nomor 1"):
        Periode(2025, Jenis.TAHUN, 1)


def test_a_year_is_two_semesters_and_a_semester_two_quarters():
    assert setahun(2025).bagian == (semester(2025, 1), semester(2025, 2))
    assert semester(2025, 2).bagian == (triwulan(2025, 3), triwulan(2025, 4))
    assert triwulan(2025, 3).bagian == ()


def test_up_to_a_period_means_from_the_first_quarter_of_the_year():
    semua = setahun(2025).daftar_triwulan
    assert triwulan(2025, 3).sampai_dengan == semua[:3]
    assert semester(2025, 1).sampai_dengan == semua[:2]
    assert semester(2025, 2).sampai_dengan == semua
    assert setahun(2025).sampai_dengan == semua


@pytest.mark.parametrize(
    ("periode", "awal", "akhir", "daftar_bulan"),
    [
        (triwulan(2024, 1), date(2024, 1, 1), date(2024, 3, 31), ("Januari", "Februari", "Maret")),
        (triwulan(2025, 2), date(2025, 4, 1), date(2025, 6, 30), ("April", "Mei", "Juni")),
        (triwulan(2025, 4), date(2025, 10, 1), date(2025, 12, 31), ("Oktober", "November", "Desember")),
        (
            semester(2025, 2),
            date(2025, 7, 1),
            date(2025, 12, 31),
            ("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
        ),
    ],
)
def test_a_period_has_days_and_months(periode, awal, akhir, daftar_bulan):
    assert (periode.awal, periode.akhir, periode.daftar_bulan) == (awal, akhir, daftar_bulan)


@pytest.mark.parametrize(
    ("periode", "sebelumnya"),
    [
        (triwulan(2025, 3), triwulan(2025, 2)),
        (triwulan(2025, 1), triwulan(2024, 4)),
        (semester(2025, 2), semester(2025, 1)),
        (semester(2025, 1), semester(2024, 2)),
        (setahun(2025), setahun(2024)),
    ],
)
def test_the_previous_period_is_of_the_same_kind(periode, sebelumnya):
    assert periode.sebelumnya == sebelumnya


def test_nothing_precedes_the_earliest_year():
    with pytest.raises(ValueError, match="Tahun 1999"):
        _ = setahun(TAHUN_TERAWAL).sebelumnya


def test_the_periods_of_a_year_sort_as_their_reports_are_made():
    daftar = ("2025-TW1", "2025-TW2", "2025-S1", "2025-TW3", "2025-TW4", "2025-S2", "2025")
    terbalik = [Periode.parse(teks) for teks in reversed(daftar)]
    assert [str(periode) for periode in sorted(terbalik)] == list(daftar)
    assert max(*terbalik, triwulan(2026, 1)) == triwulan(2026, 1)


def test_a_period_does_not_compare_with_a_text():
    with pytest.raises(TypeError):
        _ = triwulan(2025, 1) < "2025-TW2"


@given(PERIODE)
def test_every_way_the_program_writes_a_period_is_read_back(periode):
    assert Periode.parse(str(periode)) == periode
    assert Periode.parse(periode.nama) == periode
    assert Periode.parse(f"{periode.tahun}/{periode.folder}") == periode


@given(TAHUN)
def test_the_parts_of_the_parts_of_a_year_are_its_four_quarters(tahun):
    bagian_bagian = tuple(kuartal for paruh in setahun(tahun).bagian for kuartal in paruh.bagian)
    assert bagian_bagian == setahun(tahun).daftar_triwulan == tuple(triwulan(tahun, n) for n in range(1, 5))


@given(PERIODE)
def test_the_quarters_of_a_period_cover_its_days_without_gap(periode):
    daftar = periode.daftar_triwulan
    assert daftar[0].awal == periode.awal
    assert daftar[-1].akhir == periode.akhir
    assert all(b.awal - a.akhir == timedelta(days=1) for a, b in pairwise(daftar))
    assert sum((bagian.daftar_bulan for bagian in daftar), ()) == periode.daftar_bulan


@given(PERIODE)
def test_the_previous_period_ends_the_day_before(periode):
    assume(periode.tahun > TAHUN_TERAWAL)
    assert periode.awal - periode.sebelumnya.akhir == timedelta(days=1)
    assert periode.sebelumnya < periode


@given(PERIODE)
def test_up_to_a_period_ends_with_its_own_quarters(periode):
    daftar = periode.daftar_triwulan
    assert periode.sampai_dengan[-len(daftar) :] == daftar


@given(st.text().filter(lambda teks: not any(huruf.isdigit() for huruf in teks)))
def test_any_text_without_a_year_is_answered_with_a_sentence(teks):
    with pytest.raises(ValueError, match=r"2025\.$"):
        Periode.parse(teks)


@given(PERIODE, PERIODE)
def test_any_two_periods_are_in_order_unless_they_are_the_same(satu, lain):
    assert (satu < lain) + (satu == lain) + (satu > lain) == 1
