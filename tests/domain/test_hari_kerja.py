from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakip_gen.domain.hari_kerja import Kalender
from lakip_gen.domain.sop import SatuanWaktu, Waktu

JUMAT, SABTU, SENIN, SELASA = date(2025, 4, 4), date(2025, 4, 5), date(2025, 4, 7), date(2025, 4, 8)
LIMA = Kalender(frozenset({SENIN}), 5)
ENAM = Kalender(frozenset(), 6)


def test_a_weekend_and_a_holiday_are_no_working_days() -> None:
    assert [LIMA.bekerja(hari) for hari in (JUMAT, SABTU, SENIN, SELASA)] == [True, False, False, True]


def test_the_first_working_day_is_the_one_after_the_start() -> None:
    assert (LIMA.sesudah(JUMAT, 1), ENAM.sesudah(JUMAT, 1)) == (SELASA, SABTU)


def test_no_days_end_where_they_begin() -> None:
    assert LIMA.sesudah(SABTU, 0) == SABTU


@pytest.mark.parametrize(
    ("banyak", "satuan", "akhir"),
    [
        ("2", SatuanWaktu.HARI_KERJA, date(2025, 4, 9)),
        ("2", SatuanWaktu.HARI_KALENDER, date(2025, 4, 6)),
        ("480", SatuanWaktu.MENIT, SELASA),
        ("479", SatuanWaktu.MENIT, None),
        ("3", SatuanWaktu.JAM, None),
    ],
    ids=["working days", "calendar days", "a day's minutes", "less than a day's minutes", "hours"],
)
def test_only_days_give_a_last_day(banyak: str, satuan: SatuanWaktu, akhir: date | None) -> None:
    assert Waktu(Decimal(banyak), satuan).akhir(JUMAT, LIMA) == akhir


def test_a_time_is_written_as_in_the_sop() -> None:
    assert str(Waktu(Decimal("1.5"), SatuanWaktu.JAM)) == "1,5 jam"


@given(
    st.dates(date(2024, 1, 1), date(2026, 12, 31)),
    st.integers(1, 40),
    st.frozensets(st.dates(date(2024, 1, 1), date(2026, 12, 31)), max_size=20),
    st.sampled_from([5, 6]),
)
def test_so_many_working_days_lie_between(mulai: date, banyak: int, libur: frozenset[date], seminggu: int) -> None:
    kalender = Kalender(libur, seminggu)
    akhir = kalender.sesudah(mulai, banyak)
    antara = [
        hari
        for nomor in range(mulai.toordinal() + 1, akhir.toordinal() + 1)
        if kalender.bekerja(hari := date.fromordinal(nomor))
    ]
    assert kalender.bekerja(akhir)
    assert len(antara) == banyak
