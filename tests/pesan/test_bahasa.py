from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakip_gen.domain.angka import DIGIT_TERBANYAK, baca
from lakip_gen.domain.bacaan import Mendua, Terbaca
from lakip_gen.pesan.bahasa import (
    TERBILANG_TERBESAR,
    angka,
    banding,
    bulan,
    gabung,
    hari_tanggal,
    persen,
    romawi,
    rupiah,
    seluruh,
    tanggal,
    terbilang,
)

ANGKA_WAJAR = st.builds(
    lambda digit, geser: Decimal(digit).scaleb(-geser),
    st.integers(-(10**DIGIT_TERBANYAK) + 1, 10**DIGIT_TERBANYAK - 1),
    st.integers(0, 6),
)


@pytest.mark.parametrize(
    ("nilai", "desimal", "teks"),
    [
        ("0", None, "0"),
        ("-0.00", None, "0"),
        ("1234.56", None, "1.234,56"),
        ("1234.5600", None, "1.234,56"),
        ("1E+6", None, "1.000.000"),
        ("-1234567.8", None, "-1.234.567,8"),
        ("-0.5", None, "-0,5"),
        ("999", None, "999"),
        ("85", 2, "85,00"),
        ("15.625", 2, "15,63"),
        ("-15.625", 2, "-15,63"),
        ("999.995", 2, "1.000,00"),
        ("-0.001", 2, "0,00"),
        ("1234.5", 0, "1.235"),
    ],
)
def test_a_number_is_written_with_dots_and_a_decimal_comma(nilai, desimal, teks):
    assert angka(Decimal(nilai), desimal) == teks


def test_an_amount_is_written_in_whole_rupiah():
    assert rupiah(Decimal("1004422799.5")) == "1.004.422.800"


@pytest.mark.parametrize(
    ("nilai", "desimal", "teks"), [("99.655", 2, "99,66"), ("100", 2, "100,00"), ("7.05", 1, "7,1")]
)
def test_a_percentage_is_written_without_its_sign(nilai, desimal, teks):
    assert persen(Decimal(nilai), desimal) == teks


@pytest.mark.parametrize(
    ("nilai", "kata"),
    [
        (0, "nol"),
        (3, "tiga"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (19, "sembilan belas"),
        (20, "dua puluh"),
        (45, "empat puluh lima"),
        (100, "seratus"),
        (111, "seratus sebelas"),
        (321, "tiga ratus dua puluh satu"),
        (1000, "seribu"),
        (1999, "seribu sembilan ratus sembilan puluh sembilan"),
        (2025, "dua ribu dua puluh lima"),
        (11_000, "sebelas ribu"),
        (100_000, "seratus ribu"),
        (101_000, "seratus satu ribu"),
        (1_000_000, "satu juta"),
        (1_001_000, "satu juta seribu"),
        (
            1_004_422_800,
            "satu miliar empat juta empat ratus dua puluh dua ribu delapan ratus",
        ),
        (1_000_000_000_000, "satu triliun"),
        (TERBILANG_TERBESAR, "seribu triliun"),
        (-5, "minus lima"),
    ],
)
def test_a_whole_number_is_put_into_words(nilai, kata):
    assert terbilang(nilai) == kata


@pytest.mark.parametrize("nilai", [TERBILANG_TERBESAR + 1, -TERBILANG_TERBESAR - 1])
def test_a_number_too_large_for_words_is_refused(nilai):
    with pytest.raises(ValueError, match="terlalu besar untuk ditulis dengan huruf"):
        terbilang(nilai)


@pytest.mark.parametrize(
    ("nilai", "lambang"),
    [
        *zip((1, 4, 5, 9, 10, 40, 50), ("I", "IV", "V", "IX", "X", "XL", "L"), strict=True),
        *zip((90, 100, 400, 500, 900, 1000), ("XC", "C", "CD", "D", "CM", "M"), strict=True),
        (14, "XIV"),
        (1994, "MCMXCIV"),
        (3999, "MMMCMXCIX"),
    ],
)
def test_a_number_is_written_in_roman_numerals(nilai, lambang):
    assert romawi(nilai) == lambang


@pytest.mark.parametrize("nilai", [0, 4000, -1])
def test_what_has_no_roman_numeral_is_refused(nilai):
    with pytest.raises(ValueError, match="angka Romawi"):
        romawi(nilai)


@pytest.mark.parametrize(("banyak", "kata"), [(1, "satu-satunya"), (2, "kedua"), (3, "seluruh 3 (tiga)")])
def test_all_of_one_two_or_more_have_words_of_their_own(banyak, kata):
    assert seluruh(banyak) == kata


def test_a_date_is_written_in_full():
    assert tanggal(date(2025, 8, 17)) == "17 Agustus 2025"
    assert tanggal(date(2026, 1, 2)) == "2 Januari 2026"
    assert hari_tanggal(date(2026, 1, 2)) == "Jumat, 2 Januari 2026"


@pytest.mark.parametrize("nomor", [0, 13, -1])
def test_there_is_no_month_outside_the_year(nomor):
    assert bulan(12) == "Desember"
    with pytest.raises(ValueError, match=f"Tidak ada bulan nomor {nomor}"):
        bulan(nomor)


@pytest.mark.parametrize(
    ("daftar", "teks"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a dan b"),
        (("a", "b", "c"), "a, b, dan c"),
        (list("abcd"), "a, b, c, dan d"),
    ],
)
def test_texts_are_joined_as_a_sentence_lists_them(daftar, teks):
    assert gabung(daftar) == teks


@pytest.mark.parametrize(
    ("baru", "lama", "kata"),
    [
        ("87.5", "83.3", "naik"),
        ("83.3", "87.5", "turun"),
        ("87.5", "87.50", "tetap"),
        ("87.504", "87.501", "tetap"),
        ("87.505", "87.5", "naik"),
        ("87.5", "87.505", "turun"),
    ],
)
def test_two_percentages_are_compared_as_they_are_shown(baru, lama, kata):
    assert banding(Decimal(baru), Decimal(lama)) == kata


def test_a_comparison_without_decimals_sees_whole_points_only():
    assert banding(Decimal("5.4"), Decimal(5), 0) == "tetap"


@given(ANGKA_WAJAR)
def test_what_is_printed_can_be_typed_back(nilai):
    hasil = baca(angka(nilai))
    if isinstance(hasil, Mendua):
        assert nilai in hasil.daftar_kemungkinan
    else:
        assert hasil == Terbaca(nilai)


@given(ANGKA_WAJAR.map(lambda nilai: nilai.quantize(Decimal("0.01")) if abs(nilai) < 10**12 else Decimal(7)))
def test_what_is_printed_with_two_decimals_is_never_ambiguous(nilai):
    assert baca(angka(nilai, 2)) == Terbaca(nilai)


@given(st.integers(0, 10**12))
def test_an_amount_ended_with_comma_and_dash_is_never_ambiguous(nilai):
    hasil = baca(f"Rp {rupiah(Decimal(nilai))},-")
    assert isinstance(hasil, Terbaca)
    assert hasil.nilai == nilai


@given(st.integers(1, 3998))
def test_roman_numerals_differ_from_number_to_number(nilai):
    assert romawi(nilai) != romawi(nilai + 1)


@given(st.integers(0, TERBILANG_TERBESAR - 1))
def test_words_of_a_number_are_its_value(nilai):
    assert nilai_kata(terbilang(nilai)) == nilai


def nilai_kata(teks):
    """Read number words the way a reader adds them up: an independent way back."""
    nama = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
    satuan = {kata: nilai for nilai, kata in enumerate(nama)}
    besar = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12}
    jumlah = kelompok = terakhir = 0
    urai = teks.replace("se", "satu ").replace("satu mbilan", "sembilan").replace("satu belas", "sebelas")
    for kata in urai.split():
        if kata in satuan:
            terakhir = satuan[kata]
        elif kata == "sebelas":
            kelompok, terakhir = kelompok + 11, 0
        elif kata in {"belas", "puluh", "ratus"}:
            kelompok += {"belas": 10 + terakhir, "puluh": 10 * terakhir, "ratus": 100 * terakhir}[kata]
            terakhir = 0
        else:
            jumlah += (kelompok + terakhir) * besar[kata]
            kelompok = terakhir = 0
    return jumlah + kelompok + terakhir
