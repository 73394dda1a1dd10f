"""A month is written in several ways, and told of in the forms of its quarter."""

import pytest

from lakip_gen.domain.bulan import Bulan

MARET = Bulan(2025, 3)


@pytest.mark.parametrize(
    "teks", ["2025-B03", "2025-b3", "2025 B 3", "B03 2025", "Maret 2025", "2025 maret", "Bulan 3 Tahun 2025"]
)
def test_a_month_is_understood_as_people_write_it(teks):
    assert Bulan.parse(teks) == MARET


@pytest.mark.parametrize("teks", ["2025", "2025-TW1", "2025-B13", "2025-B0", "Maret", "1999-B03", "2025-B"])
def test_what_is_no_month_is_none(teks):
    assert Bulan.parse(teks) is None


def test_a_month_has_its_name_its_folder_and_its_quarter():
    assert (str(MARET), MARET.nama, MARET.folder, MARET.sebutan) == ("2025-B03", "Maret 2025", "B03", "Maret")
    assert [str(Bulan(2025, nomor).triwulan)[-1] for nomor in range(1, 13)] == list("111222333444")
