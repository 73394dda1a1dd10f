"""Every workbook that both can read says the same to our reader and to openpyxl, which reads it in its own way."""

from __future__ import annotations

import io
import random
import warnings
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from xml.sax.saxutils import escape

import openpyxl
import pytest
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

import bantu_serangan as s
from bantu_gaya import simpan_seperti_wps
from lakip_gen.domain.angka import dari_sel
from lakip_gen.domain.angka_tertulis import koma
from lakip_gen.domain.mentah import JenisSel, Sel
from lakip_gen.domain.teks import urai_escape
from lakip_gen.domain.temuan import Asal
from lakip_gen.excel.reader.book import open_book
from lakip_gen.excel.reader.bounds import COLUMNS, ROWS
from lakip_gen.excel.reader.dates import LAST_DAY
from lakip_gen.ooxml.guard import open_container
from lakip_gen.ooxml.recognise import Kind

NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
FORMATS = ("General", "0", "0.00%", "#,##0", '0.0"%"', "dd/mm/yyyy", "h:mm", "[h]:mm", "@", '_-"Rp"* #,##0_-', "0,")
WORDS = ("Tercapai", "a & b < c", " tepi ", "baris\nbaru", "emoji 👍", "=bukan rumus", "0012", "x" * 300, "ꦲꦏ꧀", "'")
DAY = datetime(1950, 1, 1)  # noqa: DTZ001 - workbooks know no time zones
ALL, FEW = 520, 20
Files = Iterator[tuple[str, bytes]]


def from_xlsxwriter(seed: int) -> bytes:
    """Return a workbook of random cells as XlsxWriter writes it."""
    rng = random.Random(seed)  # noqa: S311 - repeatable, not secret
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"date_1904": seed % 3 == 0, "constant_memory": seed % 5 == 0})
    formats = [book.add_format({"num_format": code, "locked": rng.random() < 0.5}) for code in FORMATS]
    bold, plain = book.add_format({"bold": True}), book.add_format()
    for number in range(rng.randint(1, 3)):
        sheet = book.add_worksheet(f"Lembar {number}")
        kinds: list[Callable[..., object]] = [
            lambda *at, to=sheet: to.write_number(*at[:2], rng.randint(-10, 60_000), at[2]),
            lambda *at, to=sheet: to.write_number(*at[:2], rng.random() * 10 ** rng.randint(-3, 9), at[2]),
            lambda *at, to=sheet: to.write_string(*at[:2], rng.choice(WORDS), at[2]),
            lambda *at, to=sheet: to.write_boolean(*at[:2], rng.choice((True, False)), at[2]),
            lambda *at, to=sheet: to.write_formula(*at[:2], "=A1+$B$2", at[2], rng.choice((3, 0.25, "kata", ""))),
            lambda *at, to=sheet: to.write_formula(*at[:2], "=1/0", at[2], "#DIV/0!"),
            lambda *at, to=sheet: to.write_blank(*at[:2], None, at[2]),
            lambda *at, to=sheet: to.write_rich_string(*at[:2], plain, "satu ", bold, "dua", plain, " tiga"),
            lambda *at, to=sheet: to.write_datetime(*at[:2], DAY + timedelta(days=rng.randint(0, 60_000)), formats[5]),
        ]
        for row in range(rng.randint(1, 25)):
            for column in sorted(rng.sample(range(30), rng.randint(0, 8))):
                rng.choice(kinds)(row, column, rng.choice(formats))
    book.close()
    return out.getvalue()


def from_openpyxl(seed: int) -> bytes:
    """Return a workbook of random cells as openpyxl writes it."""
    rng = random.Random(seed)  # noqa: S311 - repeatable, not secret
    book = openpyxl.Workbook()
    rich = CellRichText(
        "luas ", TextBlock(InlineFont(b=True), "80 m"), TextBlock(InlineFont(vertAlign="superscript"), "2")
    )
    values = (
        1,
        2.5,
        -3,
        1e-7,
        12345678901234567,
        "kata",
        True,
        False,
        date(2025, 4, 8),
        time(9, 30),
        rich,
        "=A1*2",
        None,
    )
    for sheet in (book.active, book.create_sheet("Kedua")):
        for _ in range(rng.randint(1, 80)):
            cell = sheet.cell(rng.randint(1, 40), rng.randint(1, 40), rng.choice(values))
            if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
                cell.number_format = rng.choice(FORMATS)
        sheet.merge_cells("AP1:AQ3")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def by_hand(seed: int) -> bytes:
    """Return a workbook with what other programs write and these two do not: shared formulas, ISO dates, errors."""
    rng = random.Random(seed)  # noqa: S311 - repeatable, not secret
    first = rng.choice(("A1+B$2", "$A1*2", "SUM(A1:B2)", 'IF(A1="A1",B1,"x")', "Lembar!C3&D4", "LOG10(A1)", "A1+1.5E2"))
    kinds = [
        lambda: f'<c t="str"><v>{escape(rng.choice(WORDS))}</v></c>',
        lambda: f'<c t="inlineStr"><is><t xml:space="preserve">{escape(rng.choice(WORDS))}</t></is></c>',
        lambda: '<c t="inlineStr"><is><r><t>a</t></r><r><rPr><b/></rPr><t>b</t></r></is></c>',
        lambda: f'<c t="e"><v>{rng.choice(("#N/A", "#REF!", "#NAME?"))}</v></c>',
        lambda: f'<c t="b"><v>{rng.randint(0, 1)}</v></c>',
        lambda: '<c t="d"><v>2025-04-08</v></c>',
        lambda: f"<c><v>{rng.choice(('5', '5.0', '0.1', '0.10000000000000001', '1E3', '-7', '+8', ' 9 '))}</v></c>",
        lambda: "<c><f>A1+1</f><v>4</v></c>",
        lambda: '<c t="str"><f>A1&amp;"x"</f><v>ax</v></c>',
        lambda: "<c/>",
    ]
    rows = "".join(f"<row>{''.join(rng.choice(kinds)() for _ in range(9))}</row>" for _ in range(12))
    shared = (
        f'<row r="20"><c r="C20"><f t="shared" ref="C20:C24" si="0">{escape(first)}</f><v>1</v></c></row>'
        + "".join(
            f'<row r="{n}"><c r="{"CD"[n % 2]}{n}"><f t="shared" si="0"/><v>{n}</v></c></row>' for n in range(21, 25)
        )
    )
    sheet = f'<worksheet xmlns="{NS}"><sheetData>{rows}{shared}</sheetData></worksheet>'
    base = s.bagian(from_xlsxwriter(3 + seed % 2))
    return s.rakit(base | {"xl/worksheets/sheet1.xml": sheet.encode()})


DIALECTS: dict[str, Callable[[bytes], bytes]] = {
    "apa-adanya": lambda isi: isi,
    "openpyxl": s.lewat_openpyxl,
    "wps": simpan_seperti_wps,
    "tanpa-teks-bersama": s.tanpa_teks_bersama,
    "tanpa-alamat": s.tanpa_alamat,
    "berawalan": s.berawalan,
}


def files(contoh: object, total: int) -> Files:
    """Yield workbooks: the sample year in every dialect, and generated ones."""
    year = sorted(contoh.root.glob("workbooks/2025/**/*.xlsx"))
    for path in year[:: max(1, ALL // total)]:
        for name, dialect in DIALECTS.items():
            yield f"{path.name} {name}", dialect(path.read_bytes())
    for seed in range(total // 4):
        yield f"xlsxwriter {seed}", from_xlsxwriter(seed)
        yield f"openpyxl {seed}", from_openpyxl(seed)
        yield f"tangan {seed}", by_hand(seed)


def expected(cell: object) -> tuple[JenisSel, object] | None:
    """Return what a cell of openpyxl is in our words; None for an empty one."""
    value = cell.value
    if value is None or value == "":
        return None
    if cell.data_type == "f":
        return JenisSel.RUMUS, str(getattr(value, "text", value))
    if cell.data_type == "e":
        return JenisSel.GALAT, str(value)
    match value:
        case bool():
            return JenisSel.LOGIKA, value
        case int() | float():
            return JenisSel.ANGKA, dari_sel(value)
        case datetime():
            return JenisSel.TANGGAL, value.date()
        case date():
            return JenisSel.TANGGAL, value
        case timedelta():
            return JenisSel.TANGGAL, hours(value)
        case time():
            return JenisSel.TANGGAL, str(value)
    return JenisSel.TEKS, urai_escape(str(value))


def shown(value: object) -> str:
    """Return a cached result of openpyxl as our reader says it."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case int() | float():
            return koma(dari_sel(value))
        case datetime() | date():
            return f"{value:%d/%m/%Y}"
        case timedelta():
            return hours(value)
    return str(value)


def hours(value: timedelta) -> str:
    """Return time that has passed as a cell shows it."""
    minutes, seconds = divmod(round(value.total_seconds() * 1000) // 1000, 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"


def is_known_difference(ours: Sel | None, theirs: tuple[JenisSel, object] | None) -> bool:
    """Return whether a number that no calendar has is a number here, and an error or a day of no year there."""
    if ours is None or theirs is None or ours.jenis is not JenisSel.ANGKA or not isinstance(ours.isi, Decimal):
        return False
    return theirs[1] == "#VALUE!" or (theirs[0] is JenisSel.TANGGAL and not 0 <= ours.isi < LAST_DAY)


def differences(content: bytes) -> list[object]:
    """Return the cells that the two readers see differently."""
    parts, _ = open_container(content, Kind.XLSX, Asal())
    sheets, _ = open_book(parts, Asal())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(content))
        results = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    found: list[object] = [] if set(sheets) == set(book.sheetnames) else [sorted(sheets)]
    for name, sheet in sheets.items():
        cells = {(row, column): cell for row, line in sheet.rows() for column, cell in line.items()}
        for (row, column), other in sorted(book[name]._cells.items()):
            if row > ROWS or column > COLUMNS:
                continue
            ours, theirs = cells.pop((row, column), None), expected(other)
            seen = ours and (ours.jenis, ours.isi)
            if seen != theirs and not is_known_difference(ours, theirs):
                found.append((name, other.coordinate, seen, theirs))
            if ours and ours.jenis is JenisSel.RUMUS:
                result = results[name].cell(row, column).value
                if ours.hasil != shown(result) and result != "#VALUE!":
                    found.append((name, other.coordinate, ours.hasil, result))
        found += [(name, place, cell) for place, cell in cells.items()]
    return found


@pytest.mark.parametrize("total", [FEW, pytest.param(ALL, marks=pytest.mark.lengkap)], ids=["sebagian", "semua"])
def test_both_readers_see_the_same_in_every_workbook(contoh_asli, total):
    count = 0
    for name, content in files(contoh_asli, total):
        assert differences(content) == [], name
        count += 1
    assert count >= total
