"""What a number format shows of a number: the size, the sign, the percent, or nothing."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lakip_gen.domain.mentah import Tampilan
from lakip_gen.excel.reader.number_formats import BUILT_IN, parse_format

PERSEN, BIASA, SKALA = "persen", Tampilan.BIASA, Tampilan.BERSKALA
TAK_TAMPAK, TANDA = Tampilan.TAK_TAMPAK, Tampilan.BERTANDA_PERSEN


def seen(code: str, value: str) -> tuple[Tampilan, str, bool]:
    """Return what a format makes of a number, what is quoted of it, and whether it is a percent format."""
    number_format = parse_format(code)
    return *number_format.look(Decimal(value)), number_format.is_percent(Decimal(value))


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("General", "80.4"),
        ("GENERAL", "80.4"),
        ("@", "80.4"),
        ("0", "80.4"),
        ("#,##0", "1500000"),
        ("#,##0.00", "-3"),
        ('_-"Rp"* #,##0_-;\\-"Rp"* #,##0_-;_-"Rp"* "-"_-;_-@_-', "0"),
        ("#,##0;[Red]#,##0", "-5"),
        ("#,##0;(#,##0)", "-5"),
        ("0;-0;;@", "-5"),
        ("# ?/?", "0.5"),
        ("# ??/100", "0.5"),
        ('#"."##0', "1500000"),
        ("# ##0.00", "1500000"),
        ("0.000", "0.125"),
        ('_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)', "0"),
        ("0.00E+00", "1500000"),
        ("[<100]0.0;0", "50"),
        ("[Red]", "5"),
        ("", "5"),
    ],
    ids=str,
)
def test_a_format_that_shows_the_number_itself_says_nothing(code, value):
    assert seen(code, value) == (BIASA, "", False)


@pytest.mark.parametrize("code", ["0%", "0.00%", "#,##0.0 %", "[Red]0%", "0%;-0%", "[>1]0%;0.0%"], ids=str)
def test_a_percent_sign_of_the_format_multiplies(code):
    assert seen(code, "0.3") == (BIASA, "", True)


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        ('0.0"%"', "0.3", "0,3%"),
        ('0.00" %"', "76.74", "76,74 %"),
        ("0\\%", "20", "20%"),
        ('[>1]0"%";0.0"%"', "0.3", "0,3%"),
    ],
    ids=str,
)
def test_a_percent_sign_that_is_text_multiplies_nothing(code, value, shown):
    assert seen(code, value) == (TANDA, shown, False)


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        ('#,##0",-"', "1500000", "1500000,-"),
        ('"Rp"#,##0', "1500000", "Rp1500000"),
        ("[$Rp-421]#,##0", "1500000", "Rp1500000"),
        ('"Rp"#,##0",00"', "1500000", "Rp1500000,00"),
        ('_-"Rp"* #,##0_-;\\-"Rp"* #,##0_-;_-"Rp"* "-"_-;_-@_-', "-1500000", "-Rp 1500000"),
        ('0" dokumen"', "5", "5 dokumen"),
        ('0" m"', "5", "5 m"),
        ('0" lusin"', "5", "5 lusin"),
        ('"<"0', "5", "<5"),
        ("-0", "5", "-5"),
        ("(0)", "5", "(5)"),
        ('0" per mil"', "15", "15 per mil"),
        ('0.00"%%"', "15", "15%%"),
    ],
    ids=str,
)
def test_text_that_a_format_puts_beside_a_number_is_told_with_it(code, value, shown):
    assert seen(code, value) == (Tampilan.BERKATA, shown, False)


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        ("0\\,00", "7674", "76,74"),
        ('0"."00', "7674", "76.74"),
        ("000-000", "123456", "123-456"),
        ('#"."##', "7674", "76.74"),
        ('0.0"."0', "76.74", "76,74"),
        ("#,##0,", "1500000", "1500"),
        ("#,##0,,", "1500000", "2"),
        ("0.0,,", "1500000", "1,5"),
        ("0,.0", "1500", "1,5"),
        ('0.0,," juta"', "1500000", "1,5 juta"),
        ('0.0" juta"', "84.7", "84,7 juta"),
        ('"ribuan "0', "84", "ribuan 84"),
        ('0.0" M"', "84.7", "84,7 M"),
        ('#,##0" jt"', "84", "84 jt"),
        ('0"0"', "5", "50"),
        ('"1"0', "5", "15"),
        ('0",5"', "5", "5,5"),
        ("0;0", "-5", "5"),
        ("[>=1000000]0.0,,;0", "2500000", "2,5"),
        ("0%%", "0.5", "5000%%"),
        ("0‰", "15", "15‰"),
        ('0.0" ‱"', "15", "15 ‱"),
    ],
    ids=str,
)
def test_a_format_that_shows_another_number_is_told_with_what_it_shows(code, value, shown):
    assert seen(code, value)[:2] == (SKALA, shown)


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        (";;;", "5", ""),
        (";;;", "0", ""),
        ("0;-0;;@", "0", ""),
        ("0;;0", "-5", ""),
        ("[White]0", "5", ""),
        ('"Tercapai"', "5", "Tercapai"),
        ('[=1]"Ya";[=0]"Tidak";0', "1", "Ya"),
    ],
    ids=str,
)
def test_a_format_that_hides_the_number_is_told(code, value, shown):
    assert seen(code, value)[:2] == (TAK_TAMPAK, shown)


@pytest.mark.parametrize("code", ["dd/mm/yyyy", "d mmmm yyyy", "[$-421]dd mmmm yyyy;@", "h:mm", "mm:ss.0", "AM/PM"])
def test_formats_for_days_and_times_are_known(code):
    assert parse_format(code).is_date


@pytest.mark.parametrize(
    "code", ['"dibaca hari"0', "\\d0", "_d0", "[Red]0", "[$Rd-421]0", "General", '0;"hm"', "0.0E+00"], ids=str
)
def test_letters_that_are_text_make_no_date(code):
    assert not parse_format(code).is_date


@pytest.mark.parametrize("code", ["[h]:mm", "[mm]:ss", "[s]"], ids=str)
def test_time_that_has_passed_is_known(code):
    assert parse_format(code).is_elapsed


def test_built_in_formats_are_read_like_any_other():
    assert [number for number, code in BUILT_IN.items() if parse_format(code).is_percent(Decimal(1))] == [9, 10]
    assert {14, 18, 22, 45, 46, 47} <= {number for number, code in BUILT_IN.items() if parse_format(code).is_date}
    looks = {parse_format(code).look(Decimal(5))[0] for code in BUILT_IN.values()}
    assert looks == {BIASA}


@example(49, "-5")
@given(st.sampled_from(sorted(BUILT_IN)), st.sampled_from(["0", "5", "0.5", "-5", "1500000"]))
def test_no_built_in_format_adds_words(number, value):
    assert parse_format(BUILT_IN[number]).look(Decimal(value))[0] is BIASA


@given(st.text('0#?.,;%"\\_*[]@-+E/dhmsy<>=1 $Rp', max_size=255), st.decimals(allow_nan=False, allow_infinity=False))
def test_no_format_is_too_odd(code, value):
    number_format = parse_format(code)
    look, shown = number_format.look(value)
    assert isinstance(look, Tampilan)
    assert isinstance(shown, str)
    assert isinstance(number_format.is_percent(value), bool)
