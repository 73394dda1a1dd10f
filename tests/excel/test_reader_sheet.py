"""One sheet in one pass: what is hidden, merged or out of reach; addresses parsed, never trusted; linear work."""

import time
from datetime import date
from decimal import Decimal

import pytest

from lakip_gen.domain.mentah import Baris, JenisSel, Sel, Tampilan
from lakip_gen.domain.temuan import Asal
from lakip_gen.excel.reader.addresses import letters, parse_area, parse_cell
from lakip_gen.excel.reader.bounds import MERGES, Budget, DamagedError, TooLargeError
from lakip_gen.excel.reader.dates import from_iso, from_serial
from lakip_gen.excel.reader.merged import merged_away
from lakip_gen.excel.reader.numbers import parse_number
from lakip_gen.excel.reader.rich_text import OddText, cell_text
from lakip_gen.excel.reader.sheet import RawSheet, read_sheet

NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def read(inside: str, before: str = "", after: str = "", encoding: str = "utf-8") -> RawSheet:
    """Return a sheet with these rows, and what stands around them."""
    xml = f'<worksheet xmlns="{NS}">{before}<sheetData>{inside}</sheetData>{after}</worksheet>'
    sheet = read_sheet("sheet1.xml", xml.encode(encoding), Budget())
    assert sheet is not None
    return sheet


def row(number: int, **cells: str) -> Baris:
    """Return a row of empty cells at these addresses."""
    return Baris(
        str(number), number, {name: Sel(None, JenisSel.KOSONG, Asal("a", "b", at)) for name, at in cells.items()}
    )


# --- hidden, merged, out of reach ---


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "rows",
    [
        '<row r="8"/><row r="9" hidden="1" ht="12"/><row r="10" hidden="0"/>',
        '<row r="8"/><row hidden = \'true\' r="9"><c/></row><row r="10"/>',
        '<row r="9" ht="0"/>',
        "<row/>" * 8 + '<row hidden="1"/><row/>',
    ],
    ids=["bernomor", "kata-true", "tanpa-tinggi", "tanpa-nomor"],
)
def test_hidden_rows_are_known_by_their_numbers(rows, encoding):
    assert read(rows, encoding=encoding).hidden_rows == {9}


@pytest.mark.parametrize(
    ("columns", "hidden"),
    [
        ('<col min="2" max="3" hidden="1"/>', [2, 3]),
        ('<col min="4" max="4" width="0"/>', [4]),
        ('<col min="60" max="16384" hidden="1"/>', [60, 61, 62, 63, 64]),
        ('<col min="2" max="3"/><col min="x" max="9" hidden="1"/><col max="9" hidden="1"/>', []),
        ('<col min="9" max="2" hidden="1"/>' + f'<col min="1" max="{"9" * 5000}" hidden="1"/>', []),
    ],
    ids=["rentang", "tanpa-lebar", "sampai-ujung", "tak-bernomor", "terbalik-dan-terlalu-panjang"],
)
def test_hidden_columns_are_known(columns, hidden):
    sheet = read("", before=f"<cols>{columns}</cols>")
    assert [column for column in range(1, 70) if sheet.hides_column(column)] == hidden


def test_all_merged_cells_but_the_first_say_what_they_were_merged_into():
    sheet = read("", after='<mergeCells><mergeCell ref="B8:C9"/><mergeCell ref="salah"/></mergeCells>')
    rows = [row(8, kiri="B8", kanan="C8"), row(9, kiri="B9", kanan="C9"), row(10, kiri="B10", kanan="C10")]
    merged = {cell.asal.sel: cell.gabungan for one in merged_away(rows, sheet.merges) for cell in one.sel.values()}
    assert {at: area for at, area in merged.items() if area} == {"C8": "B8:C9", "B9": "B8:C9", "C9": "B8:C9"}


def test_more_merged_cells_than_any_form_has_are_refused():
    with pytest.raises(TooLargeError):
        read("", after='<mergeCell ref="B8:C9"/>' * (MERGES + 1))


def test_areas_that_overlap_as_no_spreadsheet_lets_them_are_refused_before_they_cost_time():
    areas = [parse_area("A1:Z5000")] * MERGES
    rows = [row(number, kiri=f"B{number}") for number in range(1, 4_900)]
    with pytest.raises(TooLargeError):
        merged_away(rows, areas)


@pytest.mark.parametrize(
    ("rows", "beyond"),
    [
        ('<row r="9"><c r="A9"><v>1</v></c></row>', None),
        ('<row r="9"><c r="BM9"><v>1</v></c></row>', "BM9"),
        ('<row r="9"><c r="BM9"/></row>', None),
        ('<row r="5001"><c r="b5001"><v>1</v></c></row>', "B5001"),
        ('<row r="5001"><c r="B5001"><f/></c></row>', "B5001"),
        ('<row r="5001"><c><v>1</v></c></row>', ""),
        ('<row r="5001"><c r="B5001" s="3"/></row>', None),
        (f'<row r="5001"/><row r="7000"><c r="A{"1" * 5000}"><v>1</v></c></row>', ""),
        ('<row r="5001"/>' + '<row r="6000" s="1"/>' * 20_000 + '<row r="9"><c r="C9"><v>1</v></c></row>', "C9"),
        ('<row r="5001"/>' + '<row r="6000" s="1"/>' * 20_000, None),
    ],
    ids=[
        "di-dalam",
        "kolom-jauh",
        "kolom-jauh-kosong",
        "baris-jauh",
        "rumus-jauh",
        "tanpa-alamat",
        "baris-jauh-kosong",
        "alamat-mustahil",
        "sesudah-banyak-baris-kosong",
        "banyak-baris-kosong",
    ],
)
def test_what_stands_out_of_reach_is_known_by_its_first_cell(rows, beyond):
    after = '<mergeCells><mergeCell ref="B8:C9"/></mergeCells>'
    sheet = read(rows, after=after)
    assert (sheet.beyond, [area.name for area in sheet.merges]) == (beyond, ["B8:C9"])


@pytest.mark.parametrize(
    ("rows", "beyond"),
    [
        ('<x:row r="7000"><x:c r="D7000"><x:v>1</x:v></x:c></x:row>', "D7000"),
        ('<row r="7000"><c r="A7000" t=":v "/><c r="E7000"><v>1</v></c></row>', "E7000"),
        ('<row r="7000"><c r="A7000" t=":v "/></row>' * 900, None),
    ],
    ids=["behind a prefix", "behind what looks like one", "only what looks like one"],
)
def test_what_stands_far_out_of_reach_is_found_whatever_its_name_space(rows, beyond):
    declared = rows.replace("<x:row", f'<x:row xmlns:x="{NS}"')
    filler = "<row/>" * 20_000  # so many that the rows behind are not read one by one
    assert read('<row r="5001"/>' + filler + declared).beyond == beyond


@pytest.mark.parametrize(
    "parts",
    [
        {"inside": '<row r="5001"/><row>' + "<c/>" * 900_000 + "</row>"},
        {"inside": '<row r="5001"/>' + "<row/>" * 20_000 + '<row><c t=":v "/></row>' * 1_001},
        {"inside": '<row r="5001"/>' + "<row/>" * 20_000 + "<row>" + "<c/>" * 900_000 + "<c><v>1</v></c></row>"},
        {"inside": "", "before": "<x/>" * 900_000},
        {"inside": "", "after": "<x/>" * 900_000},
        {"inside": "", "after": f"<x>{'a' * 300_000}</x>" * 50},
        {"inside": f"<row {' '.join(f'a{n}=' + chr(34) * 2 for n in range(1_000))}/>"},
        {"inside": f"<row {' '.join(f'xmlns:a{n}=' + chr(39) * 2 for n in range(1_000))}/>"},
    ],
    ids=[
        *("one far row", "marks that are none", "far row with something in it", "before the rows", "behind them"),
        *("much text", "a thousand attributes", "a thousand name spaces"),
    ],
)
def test_what_nobody_reads_costs_no_more_than_what_is_read(parts):
    with pytest.raises(TooLargeError):
        read(**parts)


def test_long_texts_and_attributes_are_no_thousand_attributes():
    text = "x = \"y\" 'z' " * 400
    merged = f'<x at="{"A1 " * 3_000}" b=""/>'
    sheet = read(f'<row r="9"><c r="A9" t="str"><v>{text}</v></c></row>', before=merged)
    assert sheet.rows[9][1].content == text


def test_a_sheet_in_two_bytes_a_letter_is_read_to_its_end():
    rows = '<row r="5001"/>' * 5 + '<row r="6000"><c r="A6000"><v>1</v></c></row>'
    assert read(rows, encoding="utf-16").beyond == "A6000"


@pytest.mark.parametrize("root", ["chartsheet", "dialogsheet"])
def test_a_part_that_holds_no_cells_is_no_sheet(root):
    assert read_sheet("a.xml", f'<{root} xmlns="{NS}"/>'.encode(), Budget()) is None


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="9"/><row r="8"/>',
        '<row r="8"><c r="B8"/><c r="A8"/></row>',
        '<row r="8"><c r="B9"/></row>',
        '<row r="8"><c r="$B$8"/></row>',
        '<row r="8"><c r="B"/></row>',
        f'<row r="8"><c r="B{"8" * 5000}"/></row>',
        '<row r="8"><c r="ZZZZ8"/></row>',
        '<row r="8"><c r="B8"><v>1<x/>2</v></c></row>',
        '<row r="8"><c r="B8"><v>1</v><v>2</v></c></row>',
    ],
    ids=[
        "baris-mundur",
        "sel-mundur",
        "dari-baris-lain",
        "mutlak",
        "tanpa-nomor",
        "nomor-raksasa",
        "kolom-mustahil",
        "unsur-dalam-nilai",
        "nilai-kembar",
    ],
)
def test_cells_that_are_not_where_they_say_are_refused_in_words(rows):
    with pytest.raises(DamagedError, match=r"sheet1\.xml"):
        read(rows)


# --- formulas that cells share ---


@pytest.mark.parametrize(
    ("first", "moved"),
    [
        ("A1+1", "B3+1"),
        ("$A1+A$1+$A$1", "$A3+B$1+$A$1"),
        ("SUM(A1:B2)", "SUM(B3:C4)"),
        ('IF(A1="A1","B2",LOG10(C1))', 'IF(B3="A1","B2",LOG10(D3))'),
        ("Lembar1!A1+'Isi A1'!B2", "Lembar1!B3+'Isi A1'!C4"),
        ("A1*1.5E2+TARIF1", "B3*1.5E2+TARIF1"),
        ("XFD1", "#REF!"),
    ],
    ids=str,
)
def test_a_shared_formula_is_said_as_if_it_stood_where_it_is_used(first, moved):
    shared = first.replace("&", "&amp;").replace("<", "&lt;")
    rows = (
        f'<row r="1"><c r="A1"><f t="shared" ref="A1:B3" si="0">{shared}</f><v>1</v></c></row>'
        '<row r="3"><c r="B3"><f t="shared" si="0"/><v>2</v></c></row>'
    )
    sheet = read(rows)
    assert (sheet.rows[1][1].formula, sheet.rows[3][2].formula) == (f"={first}", f"={moved}")


# --- numbers, days, addresses, texts ---


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("5", "5"),
        ("5.0", "5"),
        (" +8 ", "8"),
        (".5", "0.5"),
        ("0.10000000000000001", "0.1"),
        ("1E3", "1000"),
        ("12345678901234567890", "12345678901234567890"),
        ("1e308", "1" + "0" * 308),
    ],
    ids=str,
)
def test_a_number_is_read_as_it_was_typed(text, number):
    assert parse_number(text) == Decimal(number)


@pytest.mark.parametrize("text", ["", " ", "1_000", "1e309", "0x10", "NaN", "inf", "1,5", "٣", "9" * 401], ids=ascii)
def test_what_is_no_number_of_a_spreadsheet_is_none(text):
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("days", "date1904", "is_elapsed", "day"),
    [
        ("1", False, False, date(1900, 1, 1)),
        ("59", False, False, date(1900, 2, 28)),
        ("61", False, False, date(1900, 3, 1)),
        ("45755.75", False, False, date(2025, 4, 8)),
        ("44293", True, False, date(2025, 4, 8)),
        ("0.5", False, False, "12:00:00"),
        ("1.5", False, True, "36:00:00"),
        ("2958465", False, False, date(9999, 12, 31)),
        ("2958466", False, False, None),
        ("2957004", True, False, None),
        ("29617400", False, True, None),
        ("-1", False, False, None),
        ("1E+308", False, False, None),
    ],
    ids=str,
)
def test_a_number_is_a_day_only_where_the_calendar_has_it(days, date1904, is_elapsed, day):
    assert from_serial(Decimal(days), date1904=date1904, is_elapsed=is_elapsed) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-04-08", date(2025, 4, 8)),
        ("2025-04-08T10:00:00Z", date(2025, 4, 8)),
        ("T09:30", "09:30:00"),
        ("09:30:15.5", "09:30:15.500000"),
        ("2025-13-08", None),
        ("25:00", None),
        ("besok", None),
        ("2025-04-08" * 9, None),
    ],
    ids=str,
)
def test_a_day_written_the_international_way_is_read(text, day):
    assert from_iso(text) == day


@pytest.mark.parametrize("text", ["A0", "A", "1", "$A$1", "XFE1", "A1048577", "A" + "1" * 5000, "A1:B2", ""], ids=len)
def test_what_is_no_address_is_none(text):
    assert parse_cell(text) is None


def test_addresses_are_read_as_they_are_written():
    assert (parse_cell("xfd1048576"), letters(16_384), letters(27)) == ((1_048_576, 16_384), "XFD", "AA")
    assert [area and area.name for area in map(parse_area, ("B2", "A1:B2", "B2:A1", "A1:", ":A1"))] == [
        "B2",
        "A1:B2",
        None,
        "A1",
        None,
    ]


def test_a_text_longer_than_a_cell_is_cut_and_its_length_kept():
    assert cell_text("x" * 32_767) == "x" * 32_767
    assert cell_text("x" * 40_000) == OddText("x" * 32_768, Tampilan.BIASA, "", 40_000)


def test_half_a_character_leaves_a_mark_that_is_cleaned_away():
    assert cell_text("a_xD83D_b_xDE00__xD83D__xDE00_") == "a\x1ab\x1a😀"


def test_the_work_grows_with_the_file_and_no_faster():
    def seconds(times: int) -> float:
        cell = '<c t="inlineStr"><is><t>' + "&amp; " * 400 + "</t></is></c>"
        start = time.process_time()
        read("".join(f"<row>{cell * 4}</row>" for _ in range(times)))
        return time.process_time() - start

    seconds(20)
    small, large = min(seconds(40) for _ in range(3)), min(seconds(400) for _ in range(3))
    assert large < 30 * small
