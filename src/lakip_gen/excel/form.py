"""The one writer of forms: blank, prefilled with earlier quarters, or sent back with findings in the cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from xlsxwriter.utility import xl_rowcol_to_cell

from lakip_gen.domain.formulir import BarisFormulir, Formulir, nama_pilihan
from lakip_gen.domain.kinerja import Indikator
from lakip_gen.domain.mentah import BukuMentah, Sel
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.domain.skema.kolom import LEGENDA, TANPA_BARIS, JenisKolom, Kolom, Lembar
from lakip_gen.domain.temuan import Asal, Tingkat
from lakip_gen.excel import formulas
from lakip_gen.excel.instructions import write_instructions
from lakip_gen.excel.validation import add_validation
from lakip_gen.excel.workbook import COLOURS, DATE_FORMAT, Workbook, row_height, write_value
from lakip_gen.pesan import bahasa
from lakip_gen.pesan.katalog import TemuanTerbaca

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

HEADER_ROW = 6
"""Row of the table headers, counted from 0."""
FIRST_ROW = HEADER_ROW + 1
MIN_HEIGHT = 30
"""Two lines, so that an empty row invites a sentence; in points."""
FROZEN_COLUMNS = {"indikator": 3, "rencana_aksi": 2, "anggaran": 3, "progres": 2, "pengesahan": 2}
PRINT_SCALE = 60
PAGE_ENDS = ("capaian", "tindak_lanjut")
"""The widest sheet is printed on three pages side by side; these columns end the first two."""
NUMBER_FORMATS: Mapping[JenisKolom, str] = {
    JenisKolom.RUPIAH: "#,##0",
    JenisKolom.TANGGAL: DATE_FORMAT,
    JenisKolom.RUMUS: "0.00",
}
DECIDING_DECIMALS = 9
"""Finer than anything that is shown, coarser than the errors of binary numbers."""
COMMENT_HEIGHT = 120
COMMENT_WIDTH = 320


@dataclass(frozen=True, slots=True)
class ReturnCopy:
    """What turns a form into a return copy: the unit's own cells and what was found in them."""

    raw: BukuMentah
    findings: tuple[TemuanTerbaca, ...] = ()
    by_cell: Mapping[tuple[str, str], tuple[TemuanTerbaca, ...]] = field(default_factory=dict)

    @classmethod
    def from_findings(cls, raw: BukuMentah, findings: tuple[TemuanTerbaca, ...]) -> ReturnCopy:
        """Return the return copy's content, findings arranged by the cell they point at."""
        by_cell: dict[tuple[str, str], tuple[TemuanTerbaca, ...]] = {}
        for finding in findings:
            key = (finding.asal.lembar, finding.asal.sel)
            by_cell[key] = (*by_cell.get(key, ()), finding)
        return cls(raw, findings, by_cell)

    def cell(self, sheet: Lembar, key: str, column: Kolom) -> Sel | None:
        """Return what the unit had in a cell."""
        value = self.raw.lembar.get(sheet.kunci)
        row = value.baris(key) if value else None
        return row.sel.get(column.kunci) if row else None

    def findings_at(self, source: Asal) -> tuple[TemuanTerbaca, ...]:
        """Return what was found in a cell of the unit's own file, heaviest first."""
        return self.by_cell.get((source.lembar, source.sel), ()) if source.sel else ()


def write_form(formulir: Formulir, return_copy: ReturnCopy | None = None) -> bytes:
    """Return the workbook of a form as bytes, the same for the same content."""
    instansi = formulir.induk.instansi.nama
    book = Workbook(f"Formulir Data Kinerja {formulir.periode.nama} - {formulir.unit.nama}", instansi)
    writer = _FormWriter(book, formulir, return_copy)
    if return_copy and return_copy.findings:
        result = book.add_sheet(skema.JUDUL_HASIL)
    write_instructions(book, formulir)
    for sheet in skema.DAFTAR_LEMBAR:
        writer.write_sheet(sheet)
    if return_copy and return_copy.findings:
        _write_findings(book, result, formulir, return_copy)
    book.add_choices(formulir.daftar_pilihan)
    book.add_meta(formulir.meta)
    return book.to_bytes()


def places_in_return_copy(formulir: Formulir, raw: BukuMentah) -> dict[tuple[str, str], tuple[str, str]]:
    """Return where the cells of a unit's own file stand in its return copy, both as tab and address.

    A tab stands in it as well, with an empty address.
    """
    places: dict[tuple[str, str], tuple[str, str]] = {}
    for sheet in skema.DAFTAR_LEMBAR:
        value = raw.lembar.get(sheet.kunci)
        if value is None:
            continue
        places[value.nama, ""] = (sheet.nama, "")
        for number, row in enumerate(formulir.daftar_baris[sheet.kunci], start=FIRST_ROW):
            old = value.baris(row.kunci)
            for place, column in enumerate(sheet.daftar_kolom if old else ()):
                cell = old.sel.get(column.kunci) if old else None
                if cell:
                    places[cell.asal.lembar, cell.asal.sel] = (sheet.nama, xl_rowcol_to_cell(number, place))
    return places


class _FormWriter:
    """Writes the sheets of one form."""

    def __init__(self, book: Workbook, formulir: Formulir, return_copy: ReturnCopy | None) -> None:
        self.book = book
        self.formulir = formulir
        self.return_copy = return_copy

    def write_sheet(self, sheet: Lembar) -> None:
        """Write one sheet: heading, headers, rows, and what keeps people inside the inputs."""
        ws = self.book.add_sheet(sheet.nama)
        rows = self.formulir.daftar_baris[sheet.kunci]
        self._set_columns(ws, sheet)
        self._header(ws, sheet, len(rows))
        for number, row in enumerate(rows, start=FIRST_ROW):
            ws.set_row(number, row_height(self._row_values(sheet, row), MIN_HEIGHT))
            for position, column in enumerate(sheet.daftar_kolom):
                self._cell(ws, sheet, row, column, number, position)
        if not rows:
            ws.write_string(FIRST_ROW, 1, TANPA_BARIS, self.book.style(italic=True))
        ws.freeze_panes(FIRST_ROW, FROZEN_COLUMNS[sheet.kunci])
        ws.repeat_rows(HEADER_ROW)
        if sheet is skema.INDIKATOR:
            keys = [column.kunci for column in sheet.daftar_kolom]
            ws.set_print_scale(PRINT_SCALE)
            ws.set_v_pagebreaks([keys.index(column) + 1 for column in PAGE_ENDS])
            ws.repeat_columns(0, FROZEN_COLUMNS[sheet.kunci] - 1)
        ws.protect("", {"format_cells": True, "format_columns": True, "format_rows": True, "select_locked_cells": True})

    def _row_values(self, sheet: Lembar, row: BarisFormulir) -> Iterator[tuple[object, int]]:
        for column in sheet.daftar_kolom:
            cell = self.return_copy.cell(sheet, row.kunci, column) if self.return_copy and column.isian else None
            yield (cell.teks if cell else row.isi.get(column.kunci)), column.lebar

    def _set_columns(self, ws: Worksheet, sheet: Lembar) -> None:
        locked = self.book.style()
        for position, column in enumerate(sheet.daftar_kolom):
            hidden = column.tersembunyi or self._unused(sheet, column)
            ws.set_column(position, position, column.lebar, locked, {"hidden": hidden})

    def _unused(self, sheet: Lembar, column: Kolom) -> bool:
        """Tell whether a column has nothing to say in this quarter's form: later quarters, no ratio to fill."""
        if sheet is not skema.INDIKATOR:
            return False
        if column.kunci.startswith("realisasi_"):
            return int(column.kunci.removeprefix("realisasi_")) >= self.formulir.periode.nomor
        return all(column.kunci in row.terkunci for row in self.formulir.daftar_baris[sheet.kunci])

    def _header(self, ws: Worksheet, sheet: Lembar, count: int) -> None:
        formulir, style = self.formulir, self.book.style
        ws.write_string(0, 1, sheet.judul, style(bold=True, font_size=14, font_color=COLOURS["title"]))
        ws.write_string(1, 1, f"{formulir.unit.nama} · {formulir.periode.nama}", style(bold=True, font_size=12))
        ws.write_string(2, 1, formulir.induk.instansi.nama, style())
        ws.write_string(3, 1, sheet.keterangan, style(italic=True))
        self._summary(ws, sheet, count)
        for position, column in enumerate(sheet.daftar_kolom):
            colour = COLOURS["required"] if column.wajib else COLOURS["header"]
            title = f"{column.judul} *" if column.wajib else column.judul
            header_style = style(bold=True, text_wrap=True, border=1, bg_color=colour, align="center", valign="vcenter")
            ws.write_string(HEADER_ROW, position, title, header_style)
        ws.set_row(HEADER_ROW, 44)

    def _summary(self, ws: Worksheet, sheet: Lembar, count: int) -> None:
        ws.write_string(4, 1, LEGENDA, self.book.style(font_color="#595959"))
        keys = [column.kunci for column in sheet.daftar_kolom]
        if "kelengkapan" not in keys or not count:
            return
        position = keys.index("kelengkapan")
        start = xl_rowcol_to_cell(FIRST_ROW, position, row_abs=True, col_abs=True)
        end = xl_rowcol_to_cell(FIRST_ROW + count - 1, position, row_abs=True, col_abs=True)
        counted = f'=COUNTIF({start}:{end},"Lengkap")&" dari {count} baris lengkap"'
        ws.write_formula(5, 1, counted, self.book.style(bold=True), "")

    def _cell(
        self, ws: Worksheet, sheet: Lembar, row: BarisFormulir, column: Kolom, number: int, position: int
    ) -> None:
        kind = _kind(sheet, row, column)
        fillable = _fillable(row, column)
        cell = self.return_copy.cell(sheet, row.kunci, column) if self.return_copy and column.isian else None
        findings = self.return_copy.findings_at(cell.asal) if self.return_copy and cell else ()
        style = self._style(column, kind, fillable=fillable, heaviest=findings[:1])
        if text := self._formula(sheet, row, column, number):
            ws.write_formula(number, position, text, style, "")
        elif column.kunci == "kunci":
            ws.write_string(number, position, row.kunci, style)
        else:
            value = row.isi.get(column.kunci)
            # What was typed where nothing is asked stays in the comment: there the unit could not clear it again.
            write_value(
                ws, number, position, _returned_value(cell) if fillable and cell and not cell.kosong else value, style
            )
        if fillable:
            add_validation(ws, number, position, _ruling_column(sheet, row, column), _choices(row, column))
        if findings:
            ws.write_comment(number, position, _comment(findings), COMMENT_LOOK)

    def _style(self, column: Kolom, kind: JenisKolom, *, fillable: bool, heaviest: tuple[TemuanTerbaca, ...]) -> Format:
        colour = COLOURS["locked"]
        if fillable:
            colour = COLOURS["required"] if column.wajib else COLOURS["input"]
        if heaviest:
            colour = COLOURS[heaviest[0].tingkat.value]
        look: dict[str, object] = {
            "border": 1,
            "border_color": COLOURS["line"],
            "text_wrap": True,
            "bg_color": colour,
            "locked": not fillable,
        }
        if kind in NUMBER_FORMATS:
            look["num_format"] = NUMBER_FORMATS[kind]
        if kind in RIGHT_ALIGNED and column.kunci != "kelengkapan":
            look["align"] = "right"
        return self.book.style(**look)

    def _formula(self, sheet: Lembar, row: BarisFormulir, column: Kolom, number: int) -> str:
        def cell(key: str) -> str:
            position = next(i for i, k in enumerate(sheet.daftar_kolom) if k.kunci == key)
            return str(xl_rowcol_to_cell(number, position, col_abs=True))

        rules = self.formulir.induk.aturan
        indikator = row.indikator
        match sheet.kunci, column.kunci:
            case "indikator", "realisasi" if indikator and indikator.cara_gabung.sifat.pecahan:
                return formulas.ratio(cell("pembilang"), cell("penyebut"), indikator.pengali)
            case "indikator", "capaian" if indikator:
                target = indikator.target(self.formulir.periode, rules)
                return formulas.capaian(cell("realisasi"), target, indikator, rules)
            case "indikator", "kelengkapan" if indikator:
                asked = row.isi.get("target") is not None
                return _indikator_completeness(cell, self._deciding_capaian(cell, indikator), asked=asked)
            case "anggaran", "serapan":
                return formulas.serapan(cell("realisasi"), cell("pagu"), rules.desimal_capaian)
            case "anggaran", "kelengkapan":
                conditions = (
                    (formulas.blank(cell("realisasi")), "realisasi"),
                    (formulas.blank(cell("fisik")), "fisik"),
                )
                return formulas.completeness(conditions)
            case "rencana_aksi", "kelengkapan":
                return formulas.completeness(((formulas.blank(cell("status")), "status"),))
        return ""

    def _deciding_capaian(self, cell: Callable[[str], str], indikator: Indikator) -> str:
        """Return the capaian as it decides what a row still lacks: 99,996 is shown as 100,00 and is not enough."""
        if indikator.skala:
            return cell("capaian")  # a few whole numbers come nowhere near, and their formula is too long to repeat
        rules = self.formulir.induk.aturan
        target = indikator.target(self.formulir.periode, rules)
        return formulas.capaian(
            cell("realisasi"), target, indikator, replace(rules, desimal_capaian=DECIDING_DECIMALS)
        )[1:]


RIGHT_ALIGNED = frozenset({JenisKolom.ANGKA, JenisKolom.RUPIAH, JenisKolom.PERSEN, JenisKolom.TARGET, JenisKolom.RUMUS})
COMMENT_LOOK = {"width": COMMENT_WIDTH, "height": COMMENT_HEIGHT, "author": "Pemeriksaan"}


def _indikator_completeness(cell: Callable[[str], str], capaian: str, *, asked: bool) -> str:
    lacking = f"AND(ISNUMBER({capaian}),N({capaian})<100,{{}})"
    enough = f"AND(ISNUMBER({capaian}),N({capaian})>=100,{{}})"
    questions = (
        (lacking.format(formulas.blank(cell("faktor_penghambat"))), "faktor penghambat"),
        (lacking.format(formulas.blank(cell("tindak_lanjut"))), "tindak lanjut"),
        (enough.format(formulas.blank(cell("faktor_pendorong"))), "faktor pendorong"),
    )
    required = (
        (formulas.blank(cell("realisasi")), "realisasi"),
        (formulas.blank(cell("data_dukung")), "data dukung"),
    )
    return formulas.completeness(required[:1] + questions + required[1:] if asked else questions)


def _fillable(row: BarisFormulir, column: Kolom) -> bool:
    return column.isian and column.kunci not in row.terkunci


def _ruling_column(sheet: Lembar, row: BarisFormulir, column: Kolom) -> Kolom:
    """Return the column that rules a cell: in a list of items each row has its own."""
    return (sheet.butir(row.kunci) or column) if column.kunci == "isi" else column


def _kind(sheet: Lembar, row: BarisFormulir, column: Kolom) -> JenisKolom:
    return _ruling_column(sheet, row, column).jenis


def _choices(row: BarisFormulir, column: Kolom) -> str:
    if column.kunci == "realisasi" and row.indikator and row.indikator.skala:
        return nama_pilihan(row.indikator.skala.nama)
    return ""


def _returned_value(cell: Sel) -> object:
    if cell.persen and isinstance(cell.isi, Decimal):
        return cell.isi * 100
    return cell.isi


def _comment(findings: tuple[TemuanTerbaca, ...]) -> str:
    return "\n\n".join(f"{t.tingkat.value.upper()}: {t.pesan}\nPerbaikan: {t.perbaikan}" for t in findings)


def _write_findings(book: Workbook, ws: Worksheet, formulir: Formulir, return_copy: ReturnCopy) -> None:
    """Write the sheet that lists every finding with a link to its cell."""
    style, position = book.style, places_in_return_copy(formulir, return_copy.raw)
    ws.set_column(0, 0, 12)
    ws.set_column(1, 1, 24)
    ws.set_column(2, 2, 20)
    ws.set_column(3, 4, 62)
    ws.write_string(0, 0, skema.JUDUL_HASIL, style(bold=True, font_size=14, font_color=COLOURS["title"]))
    ws.write_string(1, 0, f"{formulir.unit.nama} · {formulir.periode.nama}", style(bold=True, font_size=12))
    counted = [sum(t.tingkat is level for t in return_copy.findings) for level in Tingkat]
    summary = bahasa.gabung([f"{n} {level.value}" for n, level in zip(counted, Tingkat, strict=True)])
    ws.write_string(2, 0, f"Ada {summary}. Perbaiki di formulir ini, simpan, lalu kirim kembali.", style())
    header_style = style(bold=True, border=1, bg_color=COLOURS["header"], text_wrap=True)
    for column, title in enumerate(skema.KEPALA_HASIL):
        ws.write_string(4, column, title, header_style)
    for row, finding in enumerate(return_copy.findings, start=5):
        ws.set_row(row, row_height(((finding.nilai, 20), (finding.pesan, 62), (finding.perbaikan, 62))))
        cell = style(border=1, text_wrap=True, bg_color=COLOURS[finding.tingkat.value])
        plain = style(border=1, text_wrap=True)
        ws.write_string(row, 0, finding.tingkat.value, cell)
        place = position.get((finding.asal.lembar, finding.asal.sel))
        if place and place[1]:
            link = style(border=1, font_color="#0563C1", underline=1)
            ws.write_url(row, 1, f"internal:'{place[0]}'!{place[1]}", link, f"{place[0]} {place[1]}")
        else:
            write_value(ws, row, 1, f"{finding.asal.lembar} {finding.asal.sel}".strip(), plain)
        write_value(ws, row, 2, finding.nilai, plain)
        write_value(ws, row, 3, finding.pesan, plain)
        write_value(ws, row, 4, finding.perbaikan, plain)
    ws.freeze_panes(5, 0)
    ws.repeat_rows(4)
