"""Make a chart's XML and its data workbook with XlsxWriter, in memory and with the same bytes each time."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

import xlsxwriter
from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

from lakip_gen.laporan.grafik import Grafik, JenisGrafik
from lakip_gen.ooxml.text_sheet import TextSheet
from lakip_gen.ooxml.writer import write_container
from lakip_gen.word.fill.chart_xml import Label, complete

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from xlsxwriter.chart import Chart
    from xlsxwriter.worksheet import Worksheet

    from lakip_gen.laporan.grafik import Deret

LEMBAR: Final = "Data"
_AXIS: Final = "satuan"
"""Stands for the name of the axis: XlsxWriter would take one like `=A!B1` for a reference."""
_MADE: Final = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The bytes must not tell when a chart was drawn."""
_CHART: Final = "xl/charts/chart1.xml"
_CHART_PARTS: Final = ("xl/charts/", "xl/drawings/", "xl/worksheets/_rels/")
_CHART_TYPES: Final = re.compile(rb'<Override PartName="/xl/(?:charts|drawings)/[^>]*>')
_CHART_LINK: Final = re.compile(rb"<drawing [^>]*/>")

_GELAP: Final = "#1F3864"
_PUCAT: Final = "#C9D3E6"
_ABU: Final = "#595959"
_TEPI: Final = {"color": _GELAP, "width": 0.75}
_BATANG: Final[tuple[dict[str, Any], ...]] = (
    {"fill": {"color": _GELAP}, "border": _TEPI},
    {"fill": {"color": _PUCAT}, "border": _TEPI},
    {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": _GELAP, "bg_color": "#FFFFFF"}, "border": _TEPI},
)
"""Told apart in black and white too: dark, pale, hatched."""
_BATANG_BERGARIS: Final = _BATANG[1]
"""Pale, so that a label inside it and a line across it can be seen."""
_GARIS: Final[tuple[dict[str, Any], ...]] = (
    {"line": {"color": _GELAP, "width": 2.25}, "marker": ("circle", _GELAP)},
    {"line": {"color": _ABU, "width": 1.75, "dash_type": "dash"}, "marker": ("diamond", "#FFFFFF")},
    {"line": {"color": _ABU, "width": 1.75, "dash_type": "round_dot"}, "marker": ("triangle", "#FFFFFF")},
)
"""Told apart by their dashes and marks: solid, dashed, dotted."""
_GAPS: Final = {1: 300, 2: 150}
_GAP: Final = 60
"""Percent of a bar's width between the categories, by their number; two bars alone would fill the page."""
_LONE_MARK: Final = 24
"""Points: the line of a single category is but a dash."""
_CM_PER_LETTER: Final = 0.17
"""Calibri 9, digits."""
_HEIGHT: Final = 5.5
"""Of a drawing as wide as the page, in cm."""

_FIGURE: Final = re.compile(r"-?[0-9.]+(?:,([0-9]+))?")
_AS_TEXT: Final = (
    'IF({sel}="","",SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(FIXED({sel},{desimal}),'
    'MID(FIXED(1000,0),2,1),"~"),MID(1/2,2,1),","),"~","."))'
)
"""Writes a number in the Indonesian way whatever the computer's own way is."""


def paint(grafik: Grafik, lebar: float) -> tuple[bytes, bytes]:
    """Return a chart part and its data workbook.

    Args:
        grafik: The chart, with at least one number.
        lebar: The width of the drawing in cm.
    """
    aliran = io.BytesIO()
    buku = xlsxwriter.Workbook(aliran, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    buku.set_properties({"title": grafik.judul, "created": _MADE})
    lembar: TextSheet = buku.add_worksheet(LEMBAR, TextSheet)
    quoted = buku.add_format({"quote_prefix": True})
    lembar.quoted = lambda _: quoted
    _write(lembar, grafik)
    daftar_label = _labels(grafik, lebar)
    lembar.insert_chart(0, 0, _chart(buku, grafik, daftar_label))
    buku.close()
    with zipfile.ZipFile(io.BytesIO(aliran.getvalue())) as arsip:
        bagian = {nama: arsip.read(nama) for nama in arsip.namelist()}
    return complete(bagian[_CHART], daftar_label, grafik.satuan), write_container(_without_chart(bagian))


def _without_chart(bagian: dict[str, bytes]) -> dict[str, bytes]:
    """Return the workbook without the chart that was drawn in it: in Word it stands beside the text."""
    kept = {nama: isi for nama, isi in bagian.items() if not nama.startswith(_CHART_PARTS)}
    for nama, pola in (("[Content_Types].xml", _CHART_TYPES), ("xl/worksheets/sheet1.xml", _CHART_LINK)):
        kept[nama] = pola.sub(b"", kept[nama])
    return kept


# --- the sheet: categories, a column of numbers for each series, then a column of labels for each labelled one ---


def _write(lembar: Worksheet, grafik: Grafik) -> None:
    lembar.set_column(0, 0, 24)
    lembar.set_column(1, 2 * len(grafik.daftar_deret), 18)
    for baris, kategori in enumerate(grafik.daftar_kategori, start=1):
        lembar.write_string(baris, 0, kategori)
    for nomor, deret in enumerate(grafik.daftar_deret):
        _write_series(lembar, deret, nomor + 1, _label_column(grafik, nomor))


def _write_series(lembar: Worksheet, deret: Deret, kolom: int, kolom_label: int) -> None:
    lembar.write_string(0, kolom, deret.nama)
    if deret.daftar_label:
        lembar.write_string(0, kolom_label, f"Label {deret.nama}")
    for baris, nilai in enumerate(deret.daftar_nilai, start=1):
        if nilai is not None:
            lembar.write_number(baris, kolom, float(nilai))
    for baris, label in enumerate(deret.daftar_label, start=1):
        if label:
            _write_label(lembar, baris, kolom_label, label, xl_rowcol_to_cell(baris, kolom))


def _write_label(lembar: Worksheet, baris: int, kolom: int, label: str, sel: str) -> None:
    """Write a label: one that is a number follows its number when that is changed in Word."""
    angka = _FIGURE.fullmatch(label)
    if angka is None:
        lembar.write_string(baris, kolom, label)
    else:
        rumus = _AS_TEXT.format(sel=sel, desimal=len(angka[1] or ""))
        lembar.write_formula(baris, kolom, f"={rumus}", None, label)


def _label_column(grafik: Grafik, nomor: int) -> int:
    return 1 + len(grafik.daftar_deret) + nomor


# --- the chart ---


def _chart(buku: xlsxwriter.Workbook, grafik: Grafik, daftar_label: Sequence[Label | None]) -> Chart:
    bars, lines = _split(grafik)
    chart: Chart = buku.add_chart({"type": "column" if bars else "line"})
    for nomor in bars or lines:
        chart.add_series(_series(grafik, nomor) | _style(grafik, nomor))
    if bars and lines:
        second = buku.add_chart({"type": "line"})
        for nomor in lines:
            second.add_series(_series(grafik, nomor) | _style(grafik, nomor))
        chart.combine(second)
    _lay_out(chart, grafik)
    if tallest := max((_tallness(label) for label in daftar_label if label), default=0):
        chart.set_plotarea({"layout": {"x": 0.06, "y": tallest, "width": 0.92, "height": 0.76 - tallest}})
    return chart


def _tallness(label: Label) -> float:
    """Return the share of the chart's height that upright labels need above the tallest bar."""
    letters = max(map(len, label.daftar_teks), default=0) if label.is_upright else 0
    return letters * _CM_PER_LETTER / _HEIGHT


def _split(grafik: Grafik) -> tuple[range, range]:
    """Return the numbers of the series that are bars, and of those that are lines."""
    banyak = len(grafik.daftar_deret)
    bars = {JenisGrafik.BATANG: banyak, JenisGrafik.GARIS: 0, JenisGrafik.BATANG_GARIS: 1}[grafik.jenis]
    return range(bars), range(bars, banyak)


def _series(grafik: Grafik, nomor: int) -> dict[str, Any]:
    banyak = len(grafik.daftar_kategori)
    return {
        "name": [LEMBAR, 0, nomor + 1],
        "categories": [LEMBAR, 1, 0, banyak, 0],
        "values": [LEMBAR, 1, nomor + 1, banyak, nomor + 1],
        "gap": _GAPS.get(banyak, _GAP),
    }


def _style(grafik: Grafik, nomor: int) -> dict[str, Any]:
    if nomor in _split(grafik)[0]:
        return _BATANG_BERGARIS if grafik.jenis is JenisGrafik.BATANG_GARIS else _BATANG[nomor % len(_BATANG)]
    gaya = _GARIS[nomor % len(_GARIS)]
    (bentuk, isi), ukuran = gaya["marker"], 7
    if not grafik.daftar_deret[nomor].daftar_label:
        bentuk, ukuran = ("none", 7) if len(grafik.daftar_kategori) > 1 else ("long_dash", _LONE_MARK)
    marker = {"type": bentuk, "size": ukuran, "fill": {"color": isi}, "border": {"color": gaya["line"]["color"]}}
    return {"line": gaya["line"], "marker": marker}


def _lay_out(chart: Chart, grafik: Grafik) -> None:
    """Leave out what the labels make needless: title, gridlines, the numbers of the value axis."""
    bars, _ = _split(grafik)
    is_positive = all(n is None or n >= 0 for deret in grafik.daftar_deret for n in deret.daftar_nilai)
    quiet = {"line": {"none": True}, "major_gridlines": {"visible": False}, "label_position": "none"}
    chart.set_title({"none": True})
    chart.set_x_axis({"label_position": "low", "major_tick_mark": "none", "line": {"color": _ABU, "width": 0.75}})
    chart.set_y_axis(
        quiet
        | {
            "name": _AXIS if grafik.satuan else "",
            "name_font": {"bold": False, "rotation": -90},
            "major_tick_mark": "none",
        }
        | ({"min": 0} if bars and is_positive else {})
    )
    chart.set_legend({"none": True} if len(grafik.daftar_deret) == 1 else {"position": "bottom"})
    chart.set_chartarea({"border": {"none": True}, "fill": {"none": True}})
    chart.show_blanks_as("gap")


# --- the labels ---


def _labels(grafik: Grafik, lebar: float) -> list[Label | None]:
    """Return the labels of each series, None for one without."""
    return [
        Label(
            deret.daftar_label,
            f"{LEMBAR}!{xl_range_abs(1, kolom, len(deret.daftar_label), kolom)}",
            [_position(grafik, nomor, titik) for titik in range(len(deret.daftar_label))],
            is_upright=_is_crowded(grafik, nomor, lebar),
        )
        if any(deret.daftar_label)
        else None
        for nomor, deret in enumerate(grafik.daftar_deret)
        for kolom in (_label_column(grafik, nomor),)
    ]


def _position(grafik: Grafik, nomor: int, titik: int) -> str:
    """Return where a label stands: over its bar, at the foot of one that lines cross, off the other lines."""
    bars, lines = _split(grafik)
    if nomor in bars:
        return "inBase" if lines else "outEnd"
    heights = [nilai for satu in lines if (nilai := _value(grafik, satu, titik)) is not None]
    nilai = _value(grafik, nomor, titik)
    if nilai == max(heights, default=None) and not _has_equal_before(grafik, nomor, titik):
        return "t"
    return "b" if nilai == min(heights, default=None) else "r"


def _value(grafik: Grafik, nomor: int, titik: int) -> Decimal | None:
    daftar = grafik.daftar_deret[nomor].daftar_nilai
    return daftar[titik] if titik < len(daftar) else None


def _has_equal_before(grafik: Grafik, nomor: int, titik: int) -> bool:
    _, lines = _split(grafik)
    return any(_value(grafik, satu, titik) == _value(grafik, nomor, titik) for satu in lines if satu < nomor)


def _is_crowded(grafik: Grafik, nomor: int, lebar: float) -> bool:
    """Tell whether the labels of neighbours would run into each other if they were not turned."""
    bars, _ = _split(grafik)
    room = (lebar - 1) / max(len(grafik.daftar_kategori), 1)
    room = room / (len(bars) + _GAPS.get(len(grafik.daftar_kategori), _GAP) / 100) if nomor in bars else room
    return max(map(len, grafik.daftar_deret[nomor].daftar_label), default=0) * _CM_PER_LETTER > room
