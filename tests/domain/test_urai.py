from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bantu_induk import SKALA_SAKIP, des, galat, letak, rumus, sel, target
from lakip_gen.domain.mentah import JenisSel, Tampilan
from lakip_gen.domain.nilai import BelumDilaporkan, Nilai, Pecahan, Rentang, TidakBerlaku
from lakip_gen.domain.satuan import adalah_persen
from lakip_gen.domain.skema.kolom import JenisKolom, Kolom
from lakip_gen.domain.teks import bersihkan, bobot, nama_tampil, samakan, untuk_layar, urai_escape
from lakip_gen.domain.urai import (
    DITOLAK,
    urai_angka,
    urai_pilihan,
    urai_predikat,
    urai_tanggal,
    urai_target,
    urai_teks,
)
from lakip_gen.pesan.katalog import katalog

KOLOM = Kolom("penjelasan", "Penjelasan", JenisKolom.PARAGRAF)
PENDEK = Kolom("pic", "Penanggung jawab (PIC)")
TANGGAL = Kolom("batas_waktu", "Batas waktu", JenisKolom.TANGGAL)
PILIHAN = Kolom("status", "Status", JenisKolom.PILIHAN)
DAFTAR = ("selesai", "belum mulai")
DI = "O9"
TB = TidakBerlaku("tidak berlaku menurut unit")


def baca(isi, satuan="", sasaran=None, **lain):
    return urai_angka(sel(isi, DI, **lain), "Realisasi", satuan, target(sasaran))


def kode(hasil):
    return [satu.kode for satu in hasil[1]]


@pytest.mark.parametrize(
    ("isi", "satuan", "sasaran", "angka"),
    [
        (85, "", None, 85),
        ("0.85", "unit", 85, "0.85"),
        (0, "%", 85, 0),
        (Decimal("1.51"), "%", 85, "1.51"),
        (Decimal("0.85"), "%", Decimal("0.9"), "0.85"),
        (Decimal("0.85"), "%", None, "0.85"),
        (Decimal("0.5"), "%", (0, 5), "0.5"),
        (1000, "%", 100, 1000),
        (-5, "%", 85, -5),
        (123456789012345, "", None, 123456789012345),
        (Decimal("0.30000000000000004"), "", None, "0.3"),
        (Decimal("92.24029723351911"), "%", None, "92.2402972335191"),
    ],
)
def test_a_plain_number_is_taken_as_it_stands(isi, satuan, sasaran, angka):
    isian, _ = baca(des(isi), satuan, sasaran)
    assert isian == Nilai(des(angka))
    assert baca(des(isi), satuan, sasaran)[1] == ()


@pytest.mark.parametrize("isi", [None, "", "   ", "\n\t"])
def test_a_blank_cell_is_not_reported_and_never_zero(isi):
    assert baca(isi) == (BelumDilaporkan(), ())
    assert urai_predikat(sel(isi), SKALA_SAKIP) == (BelumDilaporkan(), ())
    assert urai_teks(sel(isi), KOLOM) == ("", ())
    assert urai_pilihan(sel(isi), PILIHAN, DAFTAR) == ("", ())
    assert urai_tanggal(sel(isi), TANGGAL) == (None, ())
    assert urai_target(sel(isi), "Target", "", None) == (None, ())


def test_a_cell_of_invisible_characters_is_blank_too():
    assert baca("\u200b") == (BelumDilaporkan(), ())


def test_a_column_that_is_missing_is_blank():
    assert urai_teks(None, KOLOM) == ("", ())
    assert urai_pilihan(None, PILIHAN, DAFTAR) == ("", ())
    assert urai_tanggal(None, TANGGAL) == (None, ())
    assert urai_target(None, "Target", "", None) == (None, ())


@pytest.mark.parametrize(
    ("isi", "satuan", "sasaran", "angka", "temuan"),
    [
        ("85,5", "", None, "85.5", ["angka-teks"]),
        ("2 dok", "dokumen", None, 2, ["angka-teks"]),
        ("1.004.422.800", "Rp", None, 1004422800, ["angka-teks"]),
        ("Rp 1.000.000,-", "Rp", None, 1000000, ["angka-teks"]),
        ("90.57%", "%", 100, "90.57", ["angka-teks"]),
        ("0,85%", "%", 85, "0.85", ["angka-teks"]),
        ("0,85", "%", 85, None, ["angka-teks", "persen-kecil"]),
        ("1.100", "", None, None, ["angka-mendua"]),
        ("43.000", "orang", None, None, ["angka-mendua"]),
        ("85 %", "orang", None, None, ["satuan-asing"]),
        ("39 OPD", "", None, None, ["satuan-asing"]),
        ("-", "", None, None, ["tanda-hubung"]),
        ("belum ada", "", None, None, ["bukan-angka"]),
        ("x" * 500, "", None, None, ["bukan-angka"]),
        ("1234567890123456", "", None, None, ["bukan-angka"]),
        ("73900,00%", "%", 100, 73900, ["angka-teks", "persen-mustahil"]),
        (73900, "%", 100, 73900, ["persen-mustahil"]),
        (Decimal("1000.01"), "%", None, Decimal("1000.01"), ["persen-mustahil"]),
        (Decimal("0.85"), "%", 85, None, ["persen-kecil"]),
        (Decimal("1.5"), "persen", 85, None, ["persen-kecil"]),
        (Decimal("0.5"), "%", (45, 55), None, ["persen-kecil"]),
        (1234567890123456, "", None, None, ["angka-terlalu-panjang"]),
        (198001012005011000, "", None, None, ["angka-terlalu-panjang"]),
        (date(2025, 2, 1), "", None, None, ["tanggal-di-angka"]),
        (True, "", None, None, ["bukan-angka"]),
        (galat(), "", None, None, ["sel-galat"]),
        (rumus("=A1*2", "85"), "", None, None, ["rumus-di-isian"]),
        (rumus("=A1*2"), "", None, None, ["rumus-tanpa-nilai"]),
    ],
)
def test_every_doubt_about_a_number_is_a_finding_at_its_cell(isi, satuan, sasaran, angka, temuan):
    isian, daftar = baca(isi, satuan, sasaran)
    assert letak(daftar) == [(kode, DI) for kode in temuan]
    assert isian == (DITOLAK if angka is None else Nilai(des(angka)))


def test_the_two_readings_of_an_ambiguous_text_are_both_told():
    ((satu,),) = (baca("1.100")[1],)
    assert dict(satu.rincian) == {"satu": "1,1", "dua": "1100", "ketik": "1,1"}
    assert satu.nilai == "1.100"


@pytest.mark.parametrize(
    ("tulisan", "ketik"), [("1.118", "1,1180"), ("43.000", "43"), ("12,345", "12,3450"), ("1.110", "1,11")]
)
def test_the_advice_on_an_ambiguous_text_can_be_typed_and_is_read(tulisan, ketik):
    ((satu,),) = (baca(tulisan)[1],)
    assert dict(satu.rincian)["ketik"] == ketik
    (isian, _) = baca(ketik)
    assert isian == Nilai(des(dict(satu.rincian)["satu"].replace(",", ".")))


@pytest.mark.parametrize("isi", ["n/a", "N/A", "tidak berlaku", "tdk berlaku."])
def test_not_applicable_is_a_value_of_its_own(isi):
    assert baca(isi) == (TB, ())
    assert urai_predikat(sel(isi), SKALA_SAKIP) == (TB, ())


def test_a_percent_format_settles_what_a_number_means():
    isian, daftar = baca(Decimal("0.85"), "%", 85, persen=True)
    assert (isian, letak(daftar)) == (Nilai(Decimal(85)), [("persen-dari-format", DI)])
    assert dict(daftar[0].rincian) == {"dibaca": "85"}
    isian, daftar = baca(739, "persen", 100, persen=True)
    assert (isian, [t.kode for t in daftar]) == (Nilai(des(73900)), ["persen-dari-format", "persen-mustahil"])


def test_a_percent_format_where_persons_are_counted_is_refused():
    isian, daftar = baca(739, "orang", persen=True)
    assert (isian, letak(daftar)) == (DITOLAK, [("persen-di-angka", DI)])
    assert daftar[0].nilai == "73900%"


@pytest.mark.parametrize(
    ("satuan", "ya"),
    [
        ("%", True),
        (" % ", True),
        ("persen", True),
        ("Persen", True),
        ("persentase", True),
        ("orang", False),
        ("", False),
    ],
)
def test_percent_is_known_by_its_words(satuan, ya):
    assert adalah_persen(satuan) is ya


# --- Predikat, teks, pilihan ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("isi", "angka", "temuan"),
    [
        ("BB", 4, []),
        (" bb ", 4, []),
        ("AA", None, ["predikat-asing"]),
        ("BB (70,5)", None, ["predikat-asing"]),
        (4, None, ["predikat-asing"]),
        (True, None, ["predikat-asing"]),
        (date(2025, 1, 1), None, ["predikat-asing"]),
        (galat("#N/A"), None, ["sel-galat"]),
        (rumus('="BB"', "BB"), None, ["rumus-di-isian"]),
        (rumus('="BB"'), None, ["rumus-tanpa-nilai"]),
    ],
)
def test_a_predicate_is_on_the_scale_or_a_finding(isi, angka, temuan):
    isian, daftar = urai_predikat(sel(isi, DI), SKALA_SAKIP)
    assert isian == (DITOLAK if angka is None else Nilai(des(angka)))
    assert letak(daftar) == [(kode, DI) for kode in temuan]


def test_a_foreign_predicate_is_answered_with_the_scale():
    (satu,) = urai_predikat(sel("AA"), SKALA_SAKIP)[1]
    assert dict(satu.rincian) == {"pilihan": "D, C, B, BB, A"}


@pytest.mark.parametrize(
    ("isi", "teks", "temuan"),
    [
        ("  Kontrak terlambat. ", "Kontrak terlambat.", []),
        ("satu\r\ndua\rtiga", "satu\ndua\ntiga", []),
        ("a\x0bb\x07c", "abc", ["teks-dibersihkan"]),
        ("\x00", "", ["teks-dibersihkan"]),
        ("a\ud800b\ufffe", "ab", ["teks-dibersihkan"]),
        (12, "12", []),
        (Decimal("1.50"), "1,5", []),
        (True, "TRUE", []),
        (False, "FALSE", []),
        (date(2025, 2, 1), "01/02/2025", []),
        (galat(), "#REF!", ["rumus-di-teks"]),
        (rumus("=cmd|' /C calc'!A0"), "=cmd|' /C calc'!A0", ["rumus-di-teks"]),
        (1234567890123456, "", ["digit-hilang"]),
        ("198001012005011001", "198001012005011001", []),
        ("{{ 7*7 }} <b>", "{{ 7*7 }} <b>", []),
    ],
)
def test_a_text_is_kept_as_typed_and_what_was_cleaned_is_told(isi, teks, temuan):
    bersih, daftar = urai_teks(sel(isi, DI), KOLOM)
    assert (bersih, letak(daftar)) == (teks, [(kode, DI) for kode in temuan])


def test_a_nip_typed_as_a_number_has_lost_its_last_digits():
    # 18 digits were typed; a spreadsheet keeps 15 and writes zeros for the rest.
    bersih, daftar = urai_teks(sel(198001012005011000, DI), KOLOM)
    assert (bersih, letak(daftar)) == ("", [("digit-hilang", DI)])
    assert urai_teks(sel(10**15, DI), KOLOM)[0] == ""
    assert urai_teks(sel(10**15 - 1, DI), KOLOM) == ("999999999999999", ())


@pytest.mark.parametrize(("kolom", "batas"), [(PENDEK, 255), (KOLOM, 4000)])
def test_a_text_that_is_too_long_is_kept_and_told(kolom, batas):
    assert urai_teks(sel("x" * batas), kolom)[1] == ()
    teks, daftar = urai_teks(sel("x" * (batas + 1), DI), kolom)
    assert len(teks) == batas + 1
    assert letak(daftar) == [("teks-terlalu-panjang", DI)]
    assert dict(daftar[0].rincian) == {"kolom": kolom.judul, "banyak": str(batas + 1), "batas": str(batas)}


@pytest.mark.parametrize("pindah", ["\n", "\t", "\r\n", "\u2028", "\x85"], ids=ascii)
def test_a_text_of_line_breaks_is_no_text(pindah):
    assert urai_teks(sel(f"a{pindah * 1000}b"), KOLOM)[1] == ()
    _, daftar = urai_teks(sel(f"a{pindah * 1001}b", DI), KOLOM)
    assert letak(daftar) == [("teks-terlalu-banyak-baris", DI)]
    assert dict(daftar[0].rincian) == {"kolom": KOLOM.judul, "banyak": "1001", "batas": "1000"}


def test_a_text_that_no_cell_can_hold_is_told_as_such():
    teks, daftar = urai_teks(sel("x" * 32_768, DI), KOLOM)
    assert (len(teks), letak(daftar)) == (32_768, [("teks-melampaui-sel", DI)])
    assert letak(urai_teks(sel("x" * 32_767, DI), KOLOM)[1]) == [("teks-terlalu-panjang", DI)]


@pytest.mark.parametrize(("panjang", "banyak"), [(0, "32768"), (90_000, "90000")], ids=["whole", "cut"])
def test_a_text_that_no_cell_can_hold_is_told_with_the_length_that_it_had(panjang, banyak):
    terpotong = replace(sel("x" * 32_768, DI), panjang=panjang)
    assert dict(urai_teks(terpotong, KOLOM)[1][0].rincian)["banyak"] == banyak


@pytest.mark.parametrize(
    ("isi", "pilihan", "temuan"),
    [
        ("selesai", "selesai", []),
        (" Belum  Mulai. ", "belum mulai", []),
        ("sudah", "", ["pilihan-asing"]),
        (1, "", ["pilihan-asing"]),
        ("\x07selesai", "selesai", ["teks-dibersihkan"]),
        (rumus("=A1"), "", ["rumus-di-teks", "pilihan-asing"]),
    ],
)
def test_a_choice_is_spelled_as_the_list_spells_it_or_a_finding(isi, pilihan, temuan):
    hasil, daftar = urai_pilihan(sel(isi, DI), PILIHAN, DAFTAR)
    assert (hasil, letak(daftar)) == (pilihan, [(kode, DI) for kode in temuan])


# --- Tanggal dan target -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("isi", "tanggal"),
    [
        (date(2025, 6, 30), date(2025, 6, 30)),
        ("30/06/2025", date(2025, 6, 30)),
        ("1-2-2025", date(2025, 2, 1)),
        ("30.6.2025", date(2025, 6, 30)),
        ("30 Juni 2025", date(2025, 6, 30)),
        ("30 jun 2025", date(2025, 6, 30)),
        ("5 MEI 2025", date(2025, 5, 5)),
        (" 1 Agustus 2025 ", date(2025, 8, 1)),
        ("29 Februari 2024", date(2024, 2, 29)),
        ("Juni 2025", None),
        ("1-2", None),
        ("30/06/25", None),
        ("29/02/2025", None),
        ("31/13/2025", None),
        ("1/1/0000", None),
        ("5 May 2025", None),
        ("5 M 2025", None),
        ("5 J 2025", None),
        ("akhir triwulan", None),
        (45838, None),
        (True, None),
        (rumus("=TODAY()", "2025-06-30"), None),
        (galat(), None),
    ],
)
def test_a_date_is_read_when_day_month_and_year_are_plain(isi, tanggal):
    hasil, daftar = urai_tanggal(sel(isi, DI), TANGGAL)
    assert hasil == tanggal
    assert letak(daftar) == ([] if tanggal else [("bukan-tanggal", DI)])


@pytest.mark.parametrize("teks", ["5 Marmut 2025", "5 Deskripsi 2025", "5 S 2025", "5 Ma 2025"])
def test_a_month_is_never_guessed_from_its_first_letters(teks):
    assert urai_tanggal(sel(teks), TANGGAL)[0] is None


def test_a_time_of_day_is_no_date():
    waktu = sel("08:30:00", jenis=JenisSel.TANGGAL)
    assert kode(urai_tanggal(waktu, TANGGAL)) == ["bukan-tanggal"]
    assert kode(urai_angka(waktu, "Realisasi")) == ["tanggal-di-angka"]


@pytest.mark.parametrize(
    ("isi", "satuan", "hasil", "temuan"),
    [
        (85, "%", 85, []),
        ("85,5", "%", "85.5", ["angka-teks"]),
        ("45 s.d. 55", "", (45, 55), []),
        ("45 s/d 55", "", (45, 55), []),
        ("45 sd 55", "", (45, 55), []),
        ("45 sampai dengan 55", "", (45, 55), []),
        ("45 sampai 55", "", (45, 55), []),
        ("45–55", "", (45, 55), []),
        ("45,5 — 55,5", "", ("45.5", "55.5"), []),
        ("45% s.d. 55%", "%", (45, 55), []),
        ("5 s.d. 5", "", (5, 5), []),
        ("55 s.d. 45", "", None, ["rentang-salah"]),
        ("1.100 s.d. 2.200", "", None, ["rentang-salah"]),
        ("s.d. 55", "", None, ["rentang-salah"]),
        ("45 s.d. banyak", "", None, ["rentang-salah"]),
        ("45-55", "", None, ["bukan-angka"]),
        ("1 s.d. 2 s.d. 3", "", None, ["bukan-angka"]),
        ("n/a", "", None, []),
    ],
)
def test_a_target_is_a_number_or_bounds(isi, satuan, hasil, temuan):
    nilai, daftar = urai_target(sel(isi, DI), "Target", satuan, None)
    assert (nilai, letak(daftar)) == (target(hasil), [(kode, DI) for kode in temuan])


def test_bounds_are_no_longer_than_somebody_would_type_them():
    terpanjang = f"45 s.d. 55.{'0' * 109}"
    assert len(terpanjang) == 120
    assert urai_target(sel(terpanjang, DI), "Target", "", None)[0] == target((45, 55))
    assert letak(urai_target(sel(f"{terpanjang}0", DI), "Target", "", None)[1]) == [("bukan-angka", DI)]


@pytest.mark.parametrize(
    ("isi", "hasil", "temuan"), [("BB", 4, []), ("B s.d. BB", None, ["predikat-asing"]), (4, None, ["predikat-asing"])]
)
def test_a_target_of_predicates_is_on_the_scale(isi, hasil, temuan):
    nilai, daftar = urai_target(sel(isi, DI), "Target", "", SKALA_SAKIP)
    assert (nilai, letak(daftar)) == (target(hasil), [(kode, DI) for kode in temuan])


# --- Whatever stands in a cell ----------------------------------------------------------------------------------------

TEKS = st.text(max_size=60) | st.sampled_from(
    ["n/a", "-", "1.100", "85 %", "Rp 1.000.000,-", "=A1", "_x000D_", "45 s.d. 55", "1-2", "12/13/2025", "٣٣", "½"]
)
ANGKA = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30)
SEL = st.one_of(
    st.builds(sel, st.none() | TEKS | st.booleans() | st.dates()),
    st.builds(sel, ANGKA, persen=st.booleans()),
    st.builds(galat, TEKS),
    st.builds(rumus, TEKS, TEKS),
    st.builds(sel, TEKS, jenis=st.just(JenisSel.TANGGAL)),
)
SASARAN = st.none() | ANGKA | st.builds(Rentang, ANGKA, ANGKA)
SATUAN = st.sampled_from(["", "%", "persen", "orang", "Rp", "dokumen"]) | TEKS


def setiap_kode_dikenal(daftar):
    assert all(satu.kode in katalog() for satu in daftar)


@given(SEL, SATUAN, SASARAN)
@example(sel(Decimal("1E+20"), persen=True), "%", None)
def test_no_content_of_a_number_cell_raises(isi, satuan, sasaran):
    isian, daftar = urai_angka(isi, "Realisasi", satuan, sasaran)
    setiap_kode_dikenal(daftar)
    assert isinstance(isian, Nilai | BelumDilaporkan | TidakBerlaku)
    assert isi.kosong or isian != BelumDilaporkan() or isi.jenis is JenisSel.TEKS
    assert (isian == DITOLAK) <= bool(daftar)
    assert not isinstance(isian, Pecahan)


@given(SEL)
def test_no_content_of_a_predicate_cell_raises(isi):
    isian, daftar = urai_predikat(isi, SKALA_SAKIP)
    setiap_kode_dikenal(daftar)
    assert (isian == DITOLAK) == bool(daftar)


@given(SEL, st.sampled_from([KOLOM, PENDEK]))
def test_no_content_of_a_text_cell_raises_or_vanishes_without_a_word(isi, kolom):
    teks, daftar = urai_teks(isi, kolom)
    setiap_kode_dikenal(daftar)
    assert teks or isi.kosong or daftar
    if isi.jenis is JenisSel.TEKS:
        assert bersihkan(teks) == teks


@given(SEL)
def test_no_content_of_a_choice_cell_raises(isi):
    pilihan, daftar = urai_pilihan(isi, PILIHAN, DAFTAR)
    setiap_kode_dikenal(daftar)
    assert pilihan in {"", *DAFTAR}
    assert pilihan or isi.kosong or daftar


@given(SEL)
def test_no_content_of_a_date_cell_raises(isi):
    tanggal, daftar = urai_tanggal(isi, TANGGAL)
    setiap_kode_dikenal(daftar)
    assert (tanggal is None) == (isi.kosong or bool(daftar))


@given(SEL, SATUAN, st.sampled_from([None, SKALA_SAKIP]))
def test_no_content_of_a_target_cell_raises(isi, satuan, skala):
    nilai, daftar = urai_target(isi, "Target", satuan, skala)
    setiap_kode_dikenal(daftar)
    assert nilai is None or isinstance(nilai, Decimal | Rentang)


# --- Text as people paste it ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("a_x000D_\nb", "a\r\nb"),
        ("_x0041_", "A"),
        ("biasa", "biasa"),
        ("_xZZZZ_", "_xZZZZ_"),
        ("_xD83D__xDE00_", "\U0001f600"),
    ],
)
def test_the_escapes_of_a_spreadsheet_become_characters(teks, hasil):
    assert urai_escape(teks) == hasil


@pytest.mark.parametrize("teks", ["Batas  waktu *", "batas\u00a0waktu:", " BATAS WAKTU.", "batas\nwaktu"])
def test_headers_are_compared_without_blanks_case_and_marks(teks):
    assert samakan(teks) == "batas waktu"


@pytest.mark.parametrize(("teks", "berat"), [("", 0), ("abc", 3), ("a\nb", 3 + 44), ("\t\n", 2 + 88)], ids=ascii)
def test_a_line_break_weighs_as_much_as_a_line(teks, berat):
    assert bobot(teks) == berat


@given(st.text())
def test_cleaning_twice_changes_nothing_more(teks):
    assert bersihkan(bersihkan(teks)) == bersihkan(teks)


@pytest.mark.parametrize(
    ("tertulis", "tampil"),
    [
        pytest.param("\x1b[31mmerah", "\ufffd[31mmerah", id="a colour"),
        pytest.param("layanan\u202egnilas", "layanan\ufffdgnilas", id="a turn of direction"),
        pytest.param("baris\rtimpa", "baris\ufffdtimpa", id="a way back to the start of the line"),
        pytest.param("kolom\tdua “kutip”", "kolom dua “kutip”", id="tabs and quotes"),
        pytest.param("selesai\n  galat  palsu", "selesai galat palsu", id="a line break and what it begins"),
        pytest.param("a\u2028b\u2029c", "a b c", id="line breaks of other writers"),
        pytest.param(f"a{' ' * 200}galat", "a galat", id="blanks up to the next line"),
    ],
)
def test_a_text_gives_the_terminal_no_commands(tertulis, tampil):
    assert untuk_layar(tertulis) == tampil


@pytest.mark.parametrize(
    ("nama", "tampil"),
    [
        pytest.param("Dinas\u202e Sosial\u202c", "Dinas Sosial", id="direction"),
        pytest.param("\u200bDinas\u2060 \ufeffSosial", "Dinas Sosial", id="no width"),
        pytest.param(" Dinas\n\tSosial\x1b ", "Dinas Sosial", id="lines and controls"),
        pytest.param("\u200f", "", id="nothing else"),
        pytest.param("Dinas “Éks” 2", "Dinas “Éks” 2", id="letters stay"),
    ],
)
def test_a_name_is_shown_without_what_nobody_sees(nama, tampil):
    assert nama_tampil(nama) == tampil


@pytest.mark.parametrize("satuan", ["%", "persen", "Persen (%)", "Prosen", "PERSENTASE", " persen. "])
def test_percent_is_percent_however_it_is_written(satuan):
    assert adalah_persen(satuan)
    assert baca(des("0.7674"), satuan, 76) == (DITOLAK, baca(des("0.7674"), "%", 76)[1])
    assert baca(des("0.7674"), satuan, 76, persen=True)[0] == Nilai(des("76.74"))
    assert baca("76,74 %", satuan, 76)[0] == Nilai(des("76.74"))


@pytest.mark.parametrize("satuan", ["", "orang", "persen per tahun", "promil", "per 1.000"])
def test_what_is_no_percent_is_none(satuan):
    assert not adalah_persen(satuan)


@pytest.mark.parametrize(
    ("isi", "lain", "teks"),
    [
        ("0.85", {"persen": True}, "85%"),
        ("1.125", {}, "1,125"),
        ("0.07", {"persen": True}, "7%"),
        ("0.5", {"tampilan": Tampilan.BERTANDA_PERSEN, "terlihat": "0,5 %"}, "0,5 %"),
        ("12", {}, "12"),
    ],
    ids=["persen", "pecahan", "persen-bulat", "tanda-persen", "bulat"],
)
def test_a_number_in_a_column_of_texts_arrives_as_it_is_shown(isi, lain, teks):
    assert urai_teks(sel(Decimal(isi), **lain), KOLOM) == (teks, ())


def test_a_kode_that_was_typed_as_a_number_keeps_its_point():
    assert urai_teks(sel(Decimal("1.01")), PENDEK) == ("1.01", ())


@pytest.mark.parametrize(
    ("urai", "kosong"),
    [
        (lambda satu: urai_angka(satu, "Realisasi"), DITOLAK),
        (lambda satu: urai_predikat(satu, SKALA_SAKIP), DITOLAK),
        (lambda satu: urai_teks(satu, KOLOM), ""),
        (lambda satu: urai_tanggal(satu, TANGGAL), None),
        (lambda satu: urai_target(satu, "Target", "", None), None),
    ],
    ids=["angka", "predikat", "teks", "tanggal", "target"],
)
def test_what_is_struck_out_is_read_by_nobody(urai, kosong):
    isi, daftar = urai(sel("26", tampilan=Tampilan.TERCORET, terlihat="26"))
    assert (isi, [satu.kode for satu in daftar]) == (kosong, ["sel-tercoret"])


@pytest.mark.parametrize(
    ("urai", "kosong"),
    [(lambda satu: urai_teks(satu, KOLOM), ""), (lambda satu: urai_tanggal(satu, TANGGAL), None)],
    ids=["teks", "tanggal"],
)
def test_a_picture_in_a_cell_is_no_text_and_no_date(urai, kosong):
    isi, daftar = urai(sel("#VALUE!", jenis=JenisSel.GAMBAR))
    assert (isi, [satu.kode for satu in daftar]) == (kosong, ["gambar-di-sel"])


@pytest.mark.parametrize(
    ("terlihat", "disebut"), [("", "sel kosong"), ("n/a", "hanya tulisan “n/a”")], ids=["nothing", "a word"]
)
def test_a_number_that_nobody_sees_is_read_and_told(terlihat, disebut):
    isian, (satu,) = baca(Decimal(26), tampilan=Tampilan.TAK_TAMPAK, terlihat=terlihat)
    assert (isian, satu.kode) == (Nilai(Decimal(26)), "angka-tak-tampak")
    assert dict(satu.rincian)["terlihat"] == disebut


@pytest.mark.parametrize(
    ("isi", "terlihat", "satuan", "kode"),
    [
        (60, "60 orang", "orang", None),
        (60, "60 org", "orang", None),
        (60, "60 orang", "", None),
        (1125, "1.125 orang", "orang", None),
        (84713250, "Rp 84713250,-", "rupiah", None),
        (-5, "-5 orang", "orang", None),
        (60, "60 lusin", "orang", "angka-berskala"),
        (Decimal("76.74"), "76,74 per mil", "%", "angka-berskala"),
        (60, "Rp60", "orang", "angka-berskala"),
        (60, "<60", "orang", "angka-berskala"),
        (60, "±60", "", "angka-berskala"),
        (60, "-60", "orang", "angka-berskala"),
        (60, "minus 60", "orang", "angka-berskala"),
    ],
)
def test_what_a_format_puts_beside_a_number_is_read_as_if_it_were_typed(isi, terlihat, satuan, kode):
    isian, daftar = baca(isi, satuan, tampilan=Tampilan.BERKATA, terlihat=terlihat)
    assert [satu.kode for satu in daftar] == [kode] * (kode is not None)
    assert isian == (DITOLAK if kode else Nilai(des(isi)))


def test_a_percentage_with_other_words_beside_it_is_asked_about():
    isian, (satu,) = baca(Decimal("0.76"), "%", persen=True, tampilan=Tampilan.BERKATA, terlihat="76% (sementara)")
    assert (isian, satu.kode) == (DITOLAK, "angka-berskala")


def test_words_of_a_format_are_printed_with_their_number_in_a_column_of_texts():
    assert urai_teks(sel(12, tampilan=Tampilan.BERKATA, terlihat="12 orang"), KOLOM) == ("12 orang", ())


def test_a_percent_sign_that_is_mere_text_leaves_a_small_percentage_as_it_is():
    isian, daftar = baca(Decimal("0.85"), "%", 85, tampilan=Tampilan.BERTANDA_PERSEN, terlihat="0,85%")
    assert (isian, daftar) == (Nilai(Decimal("0.85")), ())
