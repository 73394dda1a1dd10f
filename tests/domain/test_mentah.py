"""Plain cells: how a finding quotes what stands in them."""

from decimal import Decimal

import pytest

from lakip_gen.domain.mentah import kutip_angka


@pytest.mark.parametrize(
    ("nilai", "kutipan"),
    [
        (Decimal("1234567.5"), "1.234.567,5"),
        (Decimal(0), "0"),
        (Decimal("0.00"), "0"),
        (Decimal("1e307"), "1E+307"),
        (Decimal("-2.5e-40"), "-2,5E-40"),
    ],
)
def test_a_number_of_tens_of_digits_is_quoted_as_a_power_of_ten(nilai, kutipan):
    assert kutip_angka(nilai) == kutipan
