"""Make a chart's XML and its data workbook with XlsxWriter, in memory and with the same bytes each time."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

import xlsxwriter
from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

from lakip_gen.laporan.grafik import PADAT, Grafik, JenisGrafik
from lakip_gen.ooxml.text_sheet import TextSheet
from lakip_gen.ooxml.writer import write_container
from lakip_gen.word.fill.chart_xml import Label, complete

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from xlsxwriter.chart import Chart
    from xlsxwriter.worksheet import Worksheet

    from lakip_gen.laporan.grafik import Deret

SHEET: Final = "Data"
_AXIS: Final = "satuan"
"""Stands for the name of the axis: XlsxWriter would take one like `=A!B1` for a reference."""
_MADE: Final = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The bytes must not tell when a chart was drawn."""
_CHART: Final = "xl/charts/chart1.xml"
_CHART_PARTS: Final = ("xl/charts/", "xl/drawings/", "xl/worksheets/_rels/")
_CHART_TYPES: Final = re.compile(rb'<Override PartName="/xl/(?:charts|drawings)/[^>]*>')
_CHART_LINK: Final = re.compile(rb"<drawing [^<>]*/>")

_DARK: Final = "#1F3864"
_PALE: Final = "#C9D3E6"
_GREY: Final = "#595959"
_EDGE: Final = {"color": _DARK, "width": 0.75}
_BARS: Final[tuple[dict[str, Any], ...]] = (
    {"fill": {"color": _DARK}, "border": _EDGE},
    {"fill": {"color": _PALE}, "border": _EDGE},
    {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": _DARK, "bg_color": "#FFFFFF"}, "border": _EDGE},
    {"fill": {"color": "#FFFFFF"}, "border": _EDGE},
)
"""Told apart in black and white too: dark, pale, hatched, white."""
_BARS_UNDER_LINES: Final = _BARS[1]
"""Pale, so that a label inside it and a line across it can be seen."""
_LINES: Final[tuple[dict[str, Any], ...]] = (
    {"line": {"color": _DARK, "width": 2.25}, "marker": ("circle", _DARK)},
    {"line": {"color": _GREY, "width": 1.75, "dash_type": "dash"}, "marker": ("diamond", "#FFFFFF")},
    {"line": {"color": _GREY, "width": 1.75, "dash_type": "round_dot"}, "marker": ("triangle", "#FFFFFF")},
)
"""Told apart by their dashes and marks: solid, dashed, dotted."""
_GAPS: Final = {1: 300, 2: 150}
_GAP: Final = 60
"""Percent of a bar's width between the categories, by their number; two bars alone would fill the page."""
_LONE_MARK: Final = 24
"""Points: the line of a single category is but a dash."""
_CM_PER_LETTER: Final = 0.17
"""Calibri 9, digits."""
_NARROW: Final = 10
"""Centimetres: a chart beside another one has no room for a legend; its caption tells the lines apart."""
_HEIGHT: Final = 5.5
"""Of a drawing as wide as the page, in cm."""
_FOOT, _FOOT_OF_SIGNS = 0.24, 0.3
"""The share of the height under the bars: the categories and the legend, which is longer where it explains signs."""
_IN_A_LINE, _LEGEND_LINE = 4, 0.08
"""So many series have room in one line of a legend, and the share of the height that a second line takes."""

_FIGURE: Final = re.compile(r"-?[0-9.]+(?:,([0-9]+))?")
_AS_TEXT: Final = (
    'IF({cell}="","",SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(FIXED({cell},{decimals}),'
    'MID(FIXED(1000,0),2,1),"~"),MID(1/2,2,1),","),"~","."))'
)
"""Writes a number in the Indonesian way whatever the computer's own way is."""


def paint(grafik: Grafik, width: float) -> tuple[bytes, bytes]:
    """Return a chart part and its data workbook.

    Args:
        grafik: The chart, with at least one number.
        width: The width of the drawing in cm.
    """
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": grafik.judul, "created": _MADE})
    sheet: TextSheet = book.add_worksheet(SHEET, TextSheet)
    quoted = book.add_format({"quote_prefix": True})
    sheet.quoted = lambda _: quoted
    _write(sheet, grafik)
    labels = _labels(grafik, width)
    sheet.insert_chart(0, 0, _chart(book, grafik, labels, width))
    book.close()
    with zipfile.ZipFile(io.BytesIO(stream.getvalue())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return complete(parts[_CHART], labels, grafik.satuan), write_container(_without_chart(parts))


def _without_chart(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return the workbook without the chart that was drawn in it: in Word it stands beside the text."""
    kept = {name: data for name, data in parts.items() if not name.startswith(_CHART_PARTS)}
    for name, pattern in (("[Content_Types].xml", _CHART_TYPES), ("xl/worksheets/sheet1.xml", _CHART_LINK)):
        kept[name] = pattern.sub(b"", kept[name])
    return kept


# --- the sheet: categories, a column of numbers for each series, then a column of labels for each labelled one ---


def _write(sheet: Worksheet, grafik: Grafik) -> None:
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 2 * len(grafik.daftar_deret), 18)
    for row, category in enumerate(grafik.daftar_kategori, start=1):
        sheet.write_string(row, 0, category)
    for number, series in enumerate(grafik.daftar_deret):
        _write_series(sheet, series, number + 1, _label_column(grafik, number))


def _write_series(sheet: Worksheet, series: Deret, column: int, label_column: int) -> None:
    sheet.write_string(0, column, series.nama)
    if series.daftar_label:
        sheet.write_string(0, label_column, f"Label {series.nama}")
    for row, value in enumerate(series.daftar_nilai, start=1):
        if value is not None:
            sheet.write_number(row, column, float(value))
    for row, label in enumerate(series.daftar_label, start=1):
        if label:
            _write_label(sheet, row, label_column, label, xl_rowcol_to_cell(row, column))


def _write_label(sheet: Worksheet, row: int, column: int, label: str, cell: str) -> None:
    """Write a label: one that is a number follows its number when that is changed in Word."""
    figure = _FIGURE.fullmatch(label)
    if figure is None:
        sheet.write_string(row, column, label)
    else:
        formula = _AS_TEXT.format(cell=cell, decimals=len(figure[1] or ""))
        sheet.write_formula(row, column, f"={formula}", None, label)


def _label_column(grafik: Grafik, number: int) -> int:
    return 1 + len(grafik.daftar_deret) + number


# --- the chart ---


def _chart(book: xlsxwriter.Workbook, grafik: Grafik, labels: Sequence[Label | None], width: float) -> Chart:
    bars, lines = _split(grafik)
    chart: Chart = book.add_chart({"type": "column" if bars else "line"})
    for number in bars or lines:
        chart.add_series(_series(grafik, number) | _style(grafik, number))
    if bars and lines:
        second = book.add_chart({"type": "line"})
        for number in lines:
            second.add_series(_series(grafik, number) | _style(grafik, number))
        chart.combine(second)
    _lay_out(chart, grafik)
    is_plain = len(grafik.daftar_deret) == 1 or width < _NARROW
    chart.set_legend({"none": True} if is_plain else {"position": "bottom"})
    if tallest := max((_tallness(label) for label in labels if label), default=0):
        foot = _FOOT_OF_SIGNS if len(grafik.daftar_kategori) > PADAT else _FOOT
        foot += _LEGEND_LINE if len(grafik.daftar_deret) > _IN_A_LINE else 0
        chart.set_plotarea({"layout": {"x": 0.06, "y": tallest, "width": 0.92, "height": 1 - foot - tallest}})
    return chart


def _tallness(label: Label) -> float:
    """Return the share of the chart's height that upright labels need above the tallest bar."""
    letters = max(map(len, label.texts), default=0) if label.is_upright else 0
    return letters * _CM_PER_LETTER / _HEIGHT


def _split(grafik: Grafik) -> tuple[range, range]:
    """Return the numbers of the series that are bars, and of those that are lines."""
    count = len(grafik.daftar_deret)
    bars = {
        JenisGrafik.BATANG: count,
        JenisGrafik.GARIS: 0,
        JenisGrafik.BATANG_GARIS: 1,
        JenisGrafik.BATANG_BATAS: count - 1,
    }[grafik.jenis]
    return range(bars), range(bars, count)


def _series(grafik: Grafik, number: int) -> dict[str, Any]:
    count = len(grafik.daftar_kategori)
    return {
        "name": [SHEET, 0, number + 1],
        "categories": [SHEET, 1, 0, count, 0],
        "values": [SHEET, 1, number + 1, count, number + 1],
        "gap": _GAPS.get(count, _GAP),
    }


def _style(grafik: Grafik, number: int) -> dict[str, Any]:
    if number in _split(grafik)[0]:
        if grafik.jenis is JenisGrafik.BATANG_GARIS:
            return _BARS_UNDER_LINES
        place = len(_split(grafik)[0]) - 1 - number if grafik.jenis is JenisGrafik.BATANG_BATAS else number
        return _BARS[place % len(_BARS)]
    look = _LINES[number % len(_LINES)]
    (shape, colour), size = look["marker"], 7
    if not grafik.daftar_deret[number].daftar_label:
        shape, size = ("none", 7) if len(grafik.daftar_kategori) > 1 else ("long_dash", _LONE_MARK)
    marker = {"type": shape, "size": size, "fill": {"color": colour}, "border": {"color": look["line"]["color"]}}
    return {"line": look["line"], "marker": marker}


def _lay_out(chart: Chart, grafik: Grafik) -> None:
    """Leave out what the labels make needless: title, gridlines, the numbers of the value axis."""
    bars, _ = _split(grafik)
    is_positive = all(n is None or n >= 0 for series in grafik.daftar_deret for n in series.daftar_nilai)
    quiet = {"line": {"none": True}, "major_gridlines": {"visible": False}, "label_position": "none"}
    chart.set_title({"none": True})
    chart.set_x_axis({"label_position": "low", "major_tick_mark": "none", "line": {"color": _GREY, "width": 0.75}})
    chart.set_y_axis(
        quiet
        | {
            "name": _AXIS if grafik.satuan else "",
            "name_font": {"bold": False, "rotation": -90},
            "major_tick_mark": "none",
        }
        | ({"min": 0} if bars and is_positive else {})
        | ({"max": float(grafik.batas)} if grafik.batas is not None else {})
    )
    chart.set_chartarea({"border": {"none": True}, "fill": {"none": True}})
    chart.show_blanks_as("gap")


# --- the labels ---


def _labels(grafik: Grafik, width: float) -> list[Label | None]:
    """Return the labels of each series, None for one without."""
    return [
        Label(
            series.daftar_label,
            f"{SHEET}!{xl_range_abs(1, column, len(series.daftar_label), column)}",
            [_position(grafik, number, point) for point in range(len(series.daftar_label))],
            is_upright=_is_crowded(grafik, number, width),
        )
        if any(series.daftar_label)
        else None
        for number, series in enumerate(grafik.daftar_deret)
        for column in (_label_column(grafik, number),)
    ]


def _position(grafik: Grafik, number: int, point: int) -> str:
    """Return where a label stands: over its bar, at the foot of one that lines cross, off the other lines."""
    bars, lines = _split(grafik)
    if number in bars:
        return "inBase" if grafik.jenis is JenisGrafik.BATANG_GARIS else "outEnd"
    heights = [value for one in lines if (value := _value(grafik, one, point)) is not None]
    value = _value(grafik, number, point)
    if value == max(heights, default=None) and not _has_equal_before(grafik, number, point):
        return "t"
    return "b" if value == min(heights, default=None) else "r"


def _value(grafik: Grafik, number: int, point: int) -> Decimal | None:
    items = grafik.daftar_deret[number].daftar_nilai
    return items[point] if point < len(items) else None


def _has_equal_before(grafik: Grafik, number: int, point: int) -> bool:
    _, lines = _split(grafik)
    return any(_value(grafik, one, point) == _value(grafik, number, point) for one in lines if one < number)


def _is_crowded(grafik: Grafik, number: int, width: float) -> bool:
    """Return whether the labels of neighbours would run into each other if they were not turned."""
    bars, _ = _split(grafik)
    room = (width - 1) / max(len(grafik.daftar_kategori), 1)
    room = room / (len(bars) + _GAPS.get(len(grafik.daftar_kategori), _GAP) / 100) if number in bars else room
    return max(map(len, grafik.daftar_deret[number].daftar_label), default=0) * _CM_PER_LETTER > room
