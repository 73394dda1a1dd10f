import sys
import time
import unicodedata
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lakip_gen.domain import angka, angka_tertulis
from lakip_gen.domain.angka import DIGIT_TERBANYAK, PANJANG_TERBESAR, baca, dari_sel
from lakip_gen.domain.angka_tertulis import bulatkan, polos
from lakip_gen.domain.bacaan import BukanAngka, Kosong, Mendua, SatuanAsing, TandaHubung, Terbaca, TidakBerlakuTertulis
from lakip_gen.domain.kata_angka import KATA_BELUM_JELAS, KATA_NOL, KATA_TIDAK_BERLAKU, SINGKATAN_SATUAN

BACAAN = (Terbaca, Kosong, Mendua, TandaHubung, TidakBerlakuTertulis, SatuanAsing, BukanAngka)
MIRIP_ANGKA = st.text(alphabet="0123456789.,-+() %RrpPeExX/\u00a0\u2009\u2212５٣٫٬", max_size=25)

TULISAN_ANGKA = st.from_regex(r"[+-]?(Rp\.? ?)?\(?[0-9]{1,4}([.,\u00a0][0-9]{1,4}){0,3}\)?(,-|\.| ?%)?", fullmatch=True)


def tabel_bentuk():
    for baris in angka.__doc__.splitlines():
        teks, satuan, hasil = ([kolom.strip(" ") for kolom in baris.split("|")[1:-1]] + ["", "", ""])[:3]
        if hasil and hasil != "reading" and not teks.startswith("--"):
            yield teks.replace(r"\xa0", "\u00a0"), satuan, hasil


def ringkas(bacaan):
    match bacaan:
        case Terbaca(nilai, catatan):
            return f"Terbaca {polos(nilai)}{', catatan' if catatan else ''}"
        case Mendua(daftar):
            return f"Mendua {' '.join(map(polos, daftar))}"
        case SatuanAsing(nilai, satuan):
            return f"SatuanAsing {polos(nilai)} {satuan}"
        case _:
            return type(bacaan).__name__


@pytest.mark.parametrize(("teks", "satuan", "hasil"), list(tabel_bentuk()))
def test_every_form_of_the_documented_table_is_read_as_it_says(teks, satuan, hasil):
    assert ringkas(baca(teks, satuan)) == hasil


def test_the_documented_table_is_found():
    assert len(list(tabel_bentuk())) > 40


@pytest.mark.parametrize("teks", ["", " ", "\t\r\n", "\u00a0", "\u200b\ufeff", " \u2060\u202f\u00ad "])
def test_what_cannot_be_seen_is_blank(teks):
    assert baca(teks) == Kosong()


def test_blank_is_not_zero_even_when_very_long():
    assert baca(" " * 32_767) == Kosong()


@pytest.mark.parametrize("kata", sorted(KATA_NOL))
def test_a_word_for_zero_is_zero_and_says_so(kata):
    assert baca(f" {kata.upper()}. ") == Terbaca(Decimal(0), (f'"{kata}" dibaca sebagai 0',))


@pytest.mark.parametrize("kata", sorted(KATA_TIDAK_BERLAKU))
def test_not_applicable_keeps_the_text_as_typed(kata):
    assert baca(f" {kata.title()} ") == TidakBerlakuTertulis(kata.title())


@pytest.mark.parametrize("teks", ["N.A.", "tidak  berlaku", "Tidak\u00a0Berlaku."])
def test_not_applicable_is_known_in_any_spacing(teks):
    assert baca(teks) == TidakBerlakuTertulis(teks)


@pytest.mark.parametrize("kata", sorted(KATA_BELUM_JELAS))
def test_a_word_that_leaves_zero_or_not_yet_open_is_refused(kata):
    hasil = baca(kata)
    assert isinstance(hasil, BukanAngka)
    assert "tidak jelas apakah nol, belum dilaporkan, atau tidak berlaku" in hasil.alasan


@pytest.mark.parametrize("teks", ["-", "--", " – ", "—", "\u2212", "Rp -", "Rp.-"])
def test_a_lone_dash_is_neither_zero_nor_blank(teks):
    assert baca(teks) == TandaHubung()


@pytest.mark.parametrize(
    ("teks", "satuan", "nilai", "catatan"),
    [
        ("85", "%", "85", ()),
        ("  85,50  ", "", "85.5", ()),
        ("-0", "", "0", ()),
        ("0,000", "", "0", ()),
        ("100.000.000.000.000", "", "100000000000000", ()),
        ("999999999999999", "", "999999999999999", ()),
        ("0,00000000000000000001", "", "1E-20", ()),
        ("5\u200b6", "", "56", ()),
        ("7.0", "", "7", ("titik dibaca sebagai koma desimal",)),
        ("12345.678", "", "12345.678", ("titik dibaca sebagai koma desimal",)),
        (".500", "", "0.5", ("titik dibaca sebagai koma desimal", "nol di depan koma ditambahkan")),
        ("012,5", "", "12.5", ("nol di depan angka diabaikan",)),
        ("1\u2009234", "", "1234", ("spasi dibaca sebagai pemisah ribuan",)),
        (
            "1\u202f234.567",
            "",
            "1234.567",
            ("spasi dibaca sebagai pemisah ribuan", "titik dibaca sebagai koma desimal"),
        ),
        (
            "1,234.567",
            "",
            "1234.567",
            ("koma dibaca sebagai pemisah ribuan", "titik dibaca sebagai koma desimal"),
        ),
        ("+1.234,5", "", "1234.5", ('tanda "+" diabaikan',)),
        ("–5", "", "-5", ("angka atau tanda yang tidak baku dibaca sebagai yang baku",)),
        (
            "（５）",
            "",
            "-5",
            (
                "angka atau tanda yang tidak baku dibaca sebagai yang baku",
                "tanda kurung dibaca sebagai minus",
            ),
        ),
        (
            "١٬٢٣٤",
            "",
            "1234",
            (
                "angka atau tanda yang tidak baku dibaca sebagai yang baku",
                "spasi dibaca sebagai pemisah ribuan",
            ),
        ),
        (
            "85％",
            "%",
            "85",
            ("angka atau tanda yang tidak baku dibaca sebagai yang baku", 'satuan "%" diabaikan'),
        ),
        ("-Rp 5", "", "-5", ('satuan "Rp" diabaikan',)),
        ("RP. -5", "", "-5", ('satuan "RP" diabaikan',)),
        ("(Rp 5)", "", "-5", ("tanda kurung dibaca sebagai minus", 'satuan "Rp" diabaikan')),
        ("IDR 1.000.000,00", "rupiah", "1000000", ('satuan "IDR" diabaikan',)),
        ("5 rupiah", "Rp", "5", ('satuan "rupiah" diabaikan',)),
        ("500,-", "Rp", "500", ('",-" di akhir diabaikan',)),
        ("1.000.--", "Rp", "1000", ('".--" di akhir diabaikan',)),
        ("106.439.453.000,00", "Rp", "106439453000", ()),
        ("90.57%", "persen", "90.57", ("titik dibaca sebagai koma desimal", 'satuan "%" diabaikan')),
        ("7,0%", "Persen (%)", "7", ('satuan "%" diabaikan',)),
        ("5 %", "Persentase kumulatif", "5", ('satuan "%" diabaikan',)),
        ("2dok.", "Dokumen", "2", ('satuan "dok." diabaikan',)),
        ("2 dokumen", "dok", "2", ('satuan "dokumen" diabaikan',)),
        ("2 dokum", "Dokumen perencanaan", "2", ('satuan "dokum" diabaikan',)),
        ("2 dokumen", "Dokumen perencanaan", "2", ('satuan "dokumen" diabaikan',)),
        ("5 m²", "m2", "5", ('satuan "m²" diabaikan',)),
        ("5 juta", "juta rupiah", "5", ('satuan "juta" diabaikan',)),
        ("Rp 5 jt", "Rp juta", "5", ('satuan "Rp jt" diabaikan',)),
        ("Rp. 5 juta", "juta rupiah", "5", ('satuan "Rp juta" diabaikan',)),
        ("24 per 1.000 kelahiran", "per 1.000 kelahiran", "24", ('satuan "per 1.000 kelahiran" diabaikan',)),
    ],
)
def test_a_number_is_read_and_what_was_normalised_is_told(teks, satuan, nilai, catatan):
    assert baca(teks, satuan) == Terbaca(Decimal(nilai), catatan)


@pytest.mark.parametrize(
    ("teks", "desimal", "ribuan"),
    [
        ("1.100", "1.1", "1100"),
        ("12,345", "12.345", "12345"),
        ("999.999", "999.999", "999999"),
        ("-43.000", "-43", "-43000"),
        ("(1.100)", "-1.1", "-1100"),
        ("1.100.", "1.1", "1100"),
        ("012.345", "12.345", "12345"),
        ("1.100 dok", "1.1", "1100"),
        ("１．１００", "1.1", "1100"),
    ],
)
def test_one_separator_before_three_digits_is_ambiguous(teks, desimal, ribuan):
    assert baca(teks, "dokumen") == Mendua((Decimal(desimal), Decimal(ribuan)))


@pytest.mark.parametrize(
    ("teks", "satuan", "nilai", "asing"),
    [
        ("85 %", "", "85", "%"),
        ("73900,00%", "orang", "73900", "%"),
        ("2 Dok", "", "2", "Dok"),
        ("5 d", "dokumen", "5", "d"),
        ("5 m", "meter persegi", "5", "m"),
        ("5 orang", "orang hari", "5", "orang"),
        ("5 kg", "kg/ha", "5", "kg"),
        ("5 l", "literasi", "5", "l"),
        ("5 m2", "dokumen", "5", "m2"),
        ("Rp 5", "juta rupiah", "5", "Rp"),
        ("Rp 5 juta", "Rp", "5", "Rp juta"),
        ("Rp 5 %", "%", "5", "Rp %"),
        ("1,5 M", "Rp", "1.5", "M"),
        ("36,5°", "%", "36.5", "°"),
    ],
)
def test_a_word_that_is_not_the_satuan_is_told_and_not_converted(teks, satuan, nilai, asing):
    assert baca(teks, satuan) == SatuanAsing(Decimal(nilai), asing)


@pytest.mark.parametrize(
    ("alasan", "daftar_teks"),
    [
        (
            "tidak lazim",
            ["1.23.456", "1.2345.678", "1.234,567,8", "1,234.567.8", "0.123,45", "0.123.456", "01.02.2025"],
        ),
        ("tidak lazim", ["1..5", "1.,5", "1\u00a023", "1.234\u00a0567", "1,5,-", "1.000,00,-", "1234.567,8"]),
        ("notasi ilmiah", ["1e999", "1E+15", "1,5e-3", "5 E2"]),
        ('huruf "x"', ["0x1F", "0xFF", "5x3", "5 x 3"]),
        ("tidak ada angka", ["inf", "nan", "∞", "½", "lima", "...", "TRUE", "A", "²", "Rp", "(Rp"]),
        ('tanda "-"', ["1-2", "5 - 6", "5–6", "2025-01-02", "5-"]),
        ('tanda "/"', ["1/2", "01/02/2025", "12/15 dokumen"]),
        ('tanda ":"', ["1:30", "1 : 2"]),
        ("perkiraan atau batas", ["±5", ">5", "<5", "≥ 5", "~5", "≈5", "5±1", "5 < 6"]),
        ("hitungan", ["5+6", "5*6", "2^3", "1,5×10^6", "5=5"]),
        ("rumus yang tertulis sebagai teks", ["=5+3", "=SUM(A1)"]),
        ("pesan kesalahan rumus Excel", ["#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#1"]),
        ("lebih dari satu angka", ["5 6", "1 234", "12 dari 15", "5 sampai 6", "1. 000", "5\n6"]),
        ("kurung", ["(5", "5)", "3 (tiga)", ")5(", "(5) orang"]),
        ("tanda plus atau minus", ["--5", "+-5", "- 5", "(-5)", "(+5)", "-Rp -5", "-Rp (5)", "-(5)"]),
        ("ada kata sebelum angkanya", ["sekitar 5", "kurang lebih 5", "Rpm 5", "USD 5", "TW1"]),
        ('karakter "$" sebelum', ["$5"]),
        ('karakter "²" setelah', ["5²"]),
        ('karakter "," setelah', ["85,"]),
        ('karakter "." setelah', ["5. dokumen"]),
        ("karakter U+202E setelah", ["5\u202e"]),
        ("karakter U+D800 sebelum", ["\ud8005"]),
        ("karakter U+0000 setelah", ["5\x00"]),
        (
            "paling banyak 15 digit",
            ["1234567890123456", "1.234.567.890.123,4567", "100000002000003004", "1" + "0" * 15],
        ),
        ("terlalu panjang", ["1" * (PANJANG_TERBESAR + 1), "tidak berlaku " * 20]),
    ],
)
def test_what_is_no_number_is_refused_with_its_reason(alasan, daftar_teks):
    for teks in daftar_teks:
        hasil = baca(teks, "dokumen")
        assert isinstance(hasil, BukanAngka), teks
        assert alasan in hasil.alasan, (teks, hasil)


def test_zeros_after_the_decimal_comma_do_not_count_as_digits():
    assert baca("1," + "0" * 30) == Terbaca(Decimal(1))


@pytest.mark.parametrize(("teks", "satuan"), [("5 ha", "hari"), ("3 org", "organisasi"), ("2 gr", "grup")])
def test_the_short_form_of_another_satuan_is_no_cut_off_word(teks, satuan):
    nilai, asing = teks.split()
    assert baca(teks, satuan) == SatuanAsing(Decimal(nilai), asing)


@pytest.mark.parametrize("teks", ["½", "III", "dua puluh", "nol kasus"])
def test_a_number_without_digits_is_refused_for_want_of_digits(teks):
    assert baca(teks, "kasus") == BukanAngka("tidak ada angka 0 sampai 9 di dalamnya")


@pytest.mark.parametrize(
    ("singkatan", "kata"), [pasangan for pasangan in SINGKATAN_SATUAN.items() if "(" not in pasangan[0]]
)
def test_a_well_known_short_form_stands_for_its_word(singkatan, kata):
    assert baca(f"5 {singkatan.upper()}.", kata) == Terbaca(Decimal(5), (f'satuan "{singkatan.upper()}." diabaikan',))
    assert isinstance(baca(f"5 {kata}", singkatan), Terbaca)


def test_no_short_form_stands_for_another():
    assert not set(SINGKATAN_SATUAN) & set(SINGKATAN_SATUAN.values())


@pytest.mark.parametrize(
    ("nilai", "teks"),
    [
        (5, "5"),
        (5.0, "5"),
        (0.1, "0.1"),
        (-0.0, "0"),
        (0.57, "0.57"),
        (1e21, "1" + "0" * 21),
        (1e-7, "0.0000001"),
        (1.96612221996031e17, "196612221996031000"),
        (sys.float_info.max, polos(Decimal(repr(sys.float_info.max)))),
    ],
)
def test_a_numeric_cell_is_the_decimal_of_its_shortest_text(nilai, teks):
    desimal = dari_sel(nilai)
    assert polos(desimal) == teks
    assert "E" not in str(dari_sel(5.0))
    assert desimal == Decimal(repr(nilai))


@pytest.mark.parametrize("nilai", [float("nan"), float("inf"), float("-inf"), True, False])
def test_what_no_numeric_cell_holds_is_refused(nilai):
    with pytest.raises(ValueError, match="Bukan angka sebuah sel"):
        dari_sel(nilai)


@pytest.mark.parametrize(
    ("nilai", "teks"),
    [
        ("-0.00", "0"),
        ("1E+3", "1000"),
        ("1.500", "1.5"),
        ("100", "100"),
        ("-1E-8", "-0.00000001"),
        ("0E+5", "0"),
    ],
)
def test_plain_text_has_no_exponent_and_no_needless_zero(nilai, teks):
    assert polos(Decimal(nilai)) == teks


@pytest.mark.parametrize(
    ("nilai", "desimal", "hasil"),
    [
        ("15.625", 2, "15.63"),
        ("-15.625", 2, "-15.63"),
        ("15.6249999999", 2, "15.62"),
        ("0.5", 0, "1"),
        ("2.5", 0, "3"),
        ("90.005", 2, "90.01"),
        ("85", 2, "85.00"),
        ("-0.001", 2, "0.00"),
        ("1E+300", 2, "1" + "0" * 300 + ".00"),
    ],
)
def test_halves_are_rounded_away_from_zero(nilai, desimal, hasil):
    assert str(bulatkan(Decimal(nilai), desimal)) == hasil


@given(st.text())
@example("\ud800")
@example("1" * 5000)
def test_any_text_has_a_reading(teks):
    assert isinstance(baca(teks), BACAAN)
    assert isinstance(baca("5 " + teks, teks), BACAAN)


@given(MIRIP_ANGKA, st.sampled_from(["", "%", "Rp", "dokumen"]))
def test_whatever_looks_like_a_number_has_a_reading_of_at_most_fifteen_digits(teks, satuan):
    hasil = baca(teks, satuan)
    if isinstance(hasil, Terbaca):
        assert len(polos(abs(hasil.nilai)).replace(".", "").lstrip("0")) <= DIGIT_TERBANYAK
        assert "E" not in str(hasil.nilai) or abs(hasil.nilai) < Decimal("1e-6")


@given(TULISAN_ANGKA)
def test_reading_what_was_read_changes_nothing(teks):
    hasil = baca(teks, "%")
    if isinstance(hasil, Terbaca):
        lagi = baca(polos(hasil.nilai).replace(".", ","))
        assert lagi == Terbaca(hasil.nilai) or hasil.nilai in lagi.daftar_kemungkinan


@given(TULISAN_ANGKA | MIRIP_ANGKA)
def test_no_digit_is_lost_or_invented(teks):
    hasil = baca(teks, "%")
    if isinstance(hasil, Terbaca):
        diketik = "".join(str(unicodedata.decimal(huruf)) for huruf in teks if huruf.isdigit())
        assert polos(abs(hasil.nilai)).replace(".", "").strip("0") == diketik.strip("0")


@given(
    st.integers(1, 999),
    st.integers(0, 999),
    st.sampled_from(".,"),
    st.sampled_from(["{}", "-{}", "+{}", "({})", "Rp {}", "{} %", "{}.", " {}\u00a0", "{} dok", "Rp. {}"]),
    st.sampled_from(["", "%", "Rp", "dokumen"]),
)
def test_ambiguity_is_never_resolved(depan, belakang, pemisah, bingkai, satuan):
    hasil = baca(bingkai.format(f"{depan}{pemisah}{belakang:03}"), satuan)
    assert isinstance(hasil, Mendua)
    desimal, ribuan = hasil.daftar_kemungkinan
    assert abs(ribuan) == depan * 1000 + belakang
    assert ribuan == desimal * 1000


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**10), max_value=10**10))
def test_blanks_around_and_zero_width_within_change_nothing(nilai):
    teks = polos(nilai).replace(".", ",")
    assert baca(" \u00a0" + "\u200b".join(teks) + "\u3000") == baca(teks)


@given(st.integers(0, 10**DIGIT_TERBANYAK - 1), st.sampled_from([0x0660, 0x06F0, 0x0966, 0xFF10, 0x1D7CE]))
def test_a_number_in_digits_of_another_script_is_the_same_number(nilai, nol):
    teks = "".join(chr(nol + int(digit)) for digit in str(nilai))
    assert {unicodedata.category(huruf) for huruf in teks} == {"Nd"}
    hasil = baca(teks)
    assert isinstance(hasil, Terbaca)
    assert hasil.nilai == nilai
    assert len(hasil.catatan) == 1


@given(st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(10**15), 10**15))
def test_a_numeric_cell_loses_nothing(nilai):
    desimal = dari_sel(nilai)
    assert type(nilai)(desimal) == nilai
    assert Decimal(polos(desimal)) == desimal


@given(
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15),
    st.integers(0, 6),
)
def test_rounding_is_exact_half_up_and_rounds_once(nilai, desimal):
    hasil = bulatkan(nilai, desimal)
    tepat = Fraction(nilai)
    langkah = Fraction(1, 10**desimal)
    assert abs(Fraction(hasil) - tepat) <= langkah / 2
    if abs(Fraction(hasil) - tepat) == langkah / 2:
        assert abs(Fraction(hasil)) > abs(tepat)
    assert bulatkan(hasil, desimal) == hasil
    assert not (hasil.is_zero() and hasil.is_signed())


def test_rounding_is_the_half_up_of_the_decimal_module():
    assert bulatkan(Decimal("1.005"), 2) == Decimal("1.005").quantize(Decimal("0.01"), ROUND_HALF_UP)


@pytest.mark.parametrize(
    "teks",
    [
        "1" * 32_767,
        "1." * 16_000,
        "1 " * 16_000,
        "(" * 32_767,
        "5" + " " * 32_000 + "x",
        "\u200b" * 32_767,
        "1\u00a0" * 99,
    ],
)
def test_the_longest_cell_is_read_at_once(teks):
    mulai = time.perf_counter()
    for _ in range(10):
        baca(teks, "x" * 200)
    assert time.perf_counter() - mulai < 1


@pytest.mark.parametrize(
    ("nilai", "bertitik", "terbaca"),
    [
        ("71000000", "71.000.000", "71.000.000"),
        ("64200", "64.200", "64200"),
        ("-1234567.5", "-1.234.567,5", "-1.234.567,5"),
        ("0.001", "0,001", "0,001"),
    ],
)
def test_a_finding_shows_dots_only_where_they_can_mean_one_thing(nilai, bertitik, terbaca):
    assert (angka_tertulis.bertitik(Decimal(nilai)), angka_tertulis.terbaca(Decimal(nilai))) == (bertitik, terbaca)
    assert baca(terbaca) == Terbaca(Decimal(nilai), getattr(baca(terbaca), "catatan", ()))
