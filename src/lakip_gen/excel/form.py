"""The one writer of forms: blank, prefilled with earlier quarters, or sent back with findings in the cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from xlsxwriter.utility import xl_rowcol_to_cell

from lakip_gen.domain.angka_tertulis import polos
from lakip_gen.domain.formulir import BarisFormulir, Formulir, nama_pilihan
from lakip_gen.domain.mentah import BukuMentah, Sel
from lakip_gen.domain.silsilah import META_ISIAN, META_LELUHUR, Isian, isian_tertulis, sidik_isian
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.domain.skema.kolom import LEGENDA, TANPA_BARIS, JenisKolom, Kolom, Lembar
from lakip_gen.domain.teks import PANJANG_SEL, bersihkan
from lakip_gen.excel import formulas, obligations
from lakip_gen.excel.instructions import write_instructions
from lakip_gen.excel.return_copy import ReturnCopy, comment, returned_value, write_findings
from lakip_gen.excel.sheet import SheetWriter
from lakip_gen.excel.validation import add_validation
from lakip_gen.excel.workbook import COLOURS, Workbook, row_height

HEADER_ROW: Final = 6
"""Row of the table headers, counted from 0."""
FIRST_ROW: Final = HEADER_ROW + 1
MIN_HEIGHT: Final = 30
"""Two lines, so that an empty row invites a sentence; in points."""
FROZEN_COLUMNS: Final[Mapping[str, int]] = {
    "indikator": 3,
    "rencana_aksi": 2,
    "anggaran": 3,
    "progres": 2,
    "pengesahan": 2,
}
PRINT_SCALE: Final = 60
SCREEN_PIXELS: Final = 1366 - 60
"""What a small screen shows of a sheet's columns, beside the row numbers and the scroll bar."""
PIXELS_PER_UNIT: Final = 7
PIXELS_AROUND: Final = 5
"""How wide a column is on the screen: so much for each unit of its width, and around them."""
ROWS_BEFORE: Final = 3
"""So many rows stay in view above the first cell to fill."""
STARRED: Final = '@" *"'
"""The number format of a text that shows a star behind it which the cell does not hold."""
PAGE_ENDS: Final = ("capaian", "tindak_lanjut")
"""The widest sheet is printed on three pages side by side; these columns end the first two."""
RIGHT_ALIGNED: Final = frozenset(
    {JenisKolom.ANGKA, JenisKolom.RUPIAH, JenisKolom.PERSEN, JenisKolom.TARGET, JenisKolom.RUMUS}
)
COMMENT_LOOK: Final = {"width": 320, "height": 120, "author": "Pemeriksaan"}


def write_form(formulir: Formulir, return_copy: ReturnCopy | None = None) -> bytes:
    """Return the workbook of a form as bytes, the same for the same content."""
    instansi = formulir.induk.instansi.nama
    book = Workbook(f"Formulir Data Kinerja {formulir.periode.nama} - {formulir.unit.nama}", instansi)
    findings = return_copy.findings if return_copy else ()
    findings_sheet = book.add_sheet(skema.JUDUL_HASIL) if findings else None
    write_instructions(book, formulir)
    written: list[Isian] = []
    for sheet in formulir.daftar_lembar:
        written += _FormSheet(book, sheet, formulir, return_copy).write_all()
    if return_copy and findings_sheet:
        write_findings(book, findings_sheet, formulir, return_copy, places_in_return_copy(formulir, return_copy.raw))
    book.add_choices(formulir.daftar_pilihan)
    book.add_meta(formulir.meta | _descent(return_copy, written))
    return book.to_bytes()


def _descent(return_copy: ReturnCopy | None, written: list[Isian]) -> dict[str, str]:
    """Return what the hidden sheet says of what a form was made from, and of the inputs it was written with."""
    if return_copy is None or not return_copy.forebears:
        return {}
    return {META_LELUHUR: "\n".join(return_copy.forebears), META_ISIAN: sidik_isian(written)}


def places_in_return_copy(formulir: Formulir, raw: BukuMentah) -> dict[tuple[str, str], tuple[str, str]]:
    """Return where the cells of a unit's own file stand in its return copy, both as tab and address.

    A tab stands in it as well, with an empty address.
    """
    places: dict[tuple[str, str], tuple[str, str]] = {}
    for sheet in formulir.daftar_lembar:
        if (typed := raw.lembar.get(sheet.kunci)) is None:
            continue
        places[typed.nama, ""] = (sheet.nama, "")
        for number, row in enumerate(formulir.daftar_baris[sheet.kunci], start=FIRST_ROW):
            cells = old.sel if (old := typed.baris(row.kunci)) else {}
            for position, column in enumerate(sheet.daftar_kolom):
                if cell := cells.get(column.kunci):
                    places[cell.asal.lembar, cell.asal.sel] = (sheet.nama, xl_rowcol_to_cell(number, position))
    return places


class _FormSheet(SheetWriter):
    """Writes one sheet of a form: rows of known values, formulas, inputs, and what a unit typed before."""

    def __init__(self, book: Workbook, sheet: Lembar, formulir: Formulir, return_copy: ReturnCopy | None) -> None:
        super().__init__(book, sheet, HEADER_ROW)
        self.formulir = formulir
        self.return_copy = return_copy
        self.rows = formulir.daftar_baris[sheet.kunci]
        self.written: list[Isian] = []

    def write_all(self) -> list[Isian]:
        """Write heading, headers, rows, and what keeps people inside the inputs; return the inputs that are filled."""
        self._write_heading()
        unused = [column.kunci for column in self.sheet.daftar_kolom if self._unused(column)]
        self.columns(44, hidden=unused, style=self.book.style())
        for number, row in enumerate(self.rows, start=FIRST_ROW):
            self.ws.set_growing_row(number, row_height(self._texts(row), MIN_HEIGHT))
            for position, column in enumerate(self.sheet.daftar_kolom):
                self._write_cell(row, column, number, position)
        if not self.rows:
            self.write(FIRST_ROW, 1, TANPA_BARIS, {"italic": True})
        self._colour_while_owed()
        self._set_print()
        self.ws.protect(
            "", {"format_cells": True, "format_columns": True, "format_rows": True, "select_locked_cells": True}
        )
        return self.written

    def _set_print(self) -> None:
        frozen = FROZEN_COLUMNS[self.sheet.kunci]
        row, column = self._first_to_fill()
        self.ws.freeze_panes(FIRST_ROW, frozen, max(FIRST_ROW, row - ROWS_BEFORE), self._first_in_view(frozen, column))
        self.ws.set_selection(row, column, row, column)
        if self.sheet.kunci == skema.INDIKATOR.kunci:
            self.ws.set_print_scale(PRINT_SCALE)
            self.ws.set_v_pagebreaks([self.position(key) + 1 for key in PAGE_ENDS])
            self.ws.repeat_columns(0, frozen - 1)

    def _first_to_fill(self) -> tuple[int, int]:
        """Return the first cell that must be filled, or where none must the first that may be."""
        cells = [
            (number, position, column.kunci in obligations.always_owed(self.sheet, row, self.formulir))
            for number, row in enumerate(self.rows, start=FIRST_ROW)
            for position, column in enumerate(self.sheet.daftar_kolom)
            if self._fillable(row, column)
        ]
        must = [(row, column) for row, column, required in cells if required]
        may = [(row, column) for row, column, _ in cells]
        return next(iter(must or may), (FIRST_ROW, 1))

    def _first_in_view(self, frozen: int, column: int) -> int:
        """Return the first column behind the frozen ones, so that a column is in view on a small screen."""
        widths = [
            0 if one.tersembunyi or self._unused(one) else one.lebar * PIXELS_PER_UNIT + PIXELS_AROUND
            for one in self.sheet.daftar_kolom
        ]
        room = SCREEN_PIXELS - sum(widths[:frozen])
        return next((one for one in range(frozen, column + 1) if sum(widths[one : column + 1]) <= room), frozen)

    def _texts(self, row: BarisFormulir) -> Iterator[tuple[object, int]]:
        for column in self.sheet.daftar_kolom:
            typed = self._typed(row, column)
            yield (typed.teks if typed else row.isi.get(column.kunci)), column.lebar

    def _typed(self, row: BarisFormulir, column: Kolom) -> Sel | None:
        """Return what the unit had in a cell that it was asked for."""
        return self.return_copy.cell(self.sheet, row.kunci, column) if self.return_copy and column.isian else None

    def _answered(self, row: BarisFormulir, column: Kolom) -> bool:
        """Return whether the unit wrote into a cell, which stays to be seen whatever is asked by now."""
        typed = self._typed(row, column)
        return typed is not None and not typed.kosong

    def _fillable(self, row: BarisFormulir, column: Kolom) -> bool:
        asked = not column.bila or bool(row.isi.get(column.bila)) or self._answered(row, column)
        return column.isian and asked and column.kunci not in row.terkunci

    def _unused(self, column: Kolom) -> bool:
        """Return whether a column has nothing to say in this quarter's form: later quarters, no ratio to fill."""
        if self.sheet.kunci != skema.INDIKATOR.kunci:
            return False
        if column.triwulan is not None:
            return column.triwulan >= self.formulir.periode.nomor
        if column.bila:
            return not any(row.isi.get(column.bila) or self._answered(row, column) for row in self.rows)
        return all(column.kunci in row.terkunci for row in self.rows)

    def _write_heading(self) -> None:
        formulir = self.formulir
        unit = (f"{formulir.unit.nama} · {formulir.periode.nama}", {"bold": True, "font_size": 12})
        self.heading(1, (unit, (formulir.induk.instansi.nama, {})))
        self.write(4, 1, LEGENDA, {"font_color": "#595959"})
        if not self.rows:
            return
        if not self._has_completeness():
            self._write_filled()
            return
        position, count = self.position("kelengkapan"), len(self.rows)
        start = xl_rowcol_to_cell(FIRST_ROW, position, row_abs=True, col_abs=True)
        end = xl_rowcol_to_cell(FIRST_ROW + count - 1, position, row_abs=True, col_abs=True)
        complete = f'=COUNTIF({start}:{end},"Lengkap")&" dari {count} baris lengkap"'
        self.ws.write_formula(5, 1, complete, self.book.style(bold=True), "")

    def _has_completeness(self) -> bool:
        return "kelengkapan" in {column.kunci for column in self.sheet.daftar_kolom}

    def _write_filled(self) -> None:
        """Write how many of the required cells are filled, on a sheet whose rows do not say it themselves."""
        cells = [
            xl_rowcol_to_cell(number, self.position(key), row_abs=True, col_abs=True)
            for number, row in enumerate(self.rows, start=FIRST_ROW)
            for key in sorted(obligations.always_owed(self.sheet, row, self.formulir))
        ]
        self.ws.write_formula(5, 1, obligations.filled_of_required(cells), self.book.style(bold=True), "")

    def _colour_while_owed(self) -> None:
        """Let cells that are owed only at times turn yellow while they are: as long as Kelengkapan names them."""
        if not self.rows or not self._has_completeness() or (self.return_copy and self.return_copy.findings):
            return  # a return copy has colours of its own
        yellow = self.book.xlsx.add_format({"bg_color": COLOURS["required"]})
        said = xl_rowcol_to_cell(FIRST_ROW, self.position("kelengkapan"), col_abs=True)
        for key, name in obligations.owed_at_times(self.sheet, self.formulir).items():
            column, rule = self.position(key), f'=ISNUMBER(SEARCH("{name}",{said}))'
            last = FIRST_ROW + len(self.rows) - 1
            self.ws.conditional_format(
                FIRST_ROW, column, last, column, {"type": "formula", "criteria": rule, "format": yellow}
            )

    def _write_cell(self, row: BarisFormulir, column: Kolom, number: int, position: int) -> None:
        ruling, fillable, typed = (
            _ruling_column(self.sheet, row, column),
            self._fillable(row, column),
            self._typed(row, column),
        )
        findings = self.return_copy.findings_at(typed.asal) if self.return_copy and typed else ()
        required = column.kunci in obligations.always_owed(self.sheet, row, self.formulir)
        colour = findings[0].tingkat.value if findings else ""
        look = self._input_look(column, ruling.jenis, fillable=fillable, required=required, colour=colour)
        if column.kunci == "butir" and "isi" in obligations.always_owed(self.sheet, row, self.formulir):
            look["num_format"] = STARRED
        if formula := self._formula(row, column, number):
            self.ws.write_formula(number, position, formula, self.book.style(**look), "")
        else:
            # What was typed where nothing is asked stays in the comment: there the unit could not clear it again.
            kept = typed if fillable and typed and not typed.kosong else None
            given = None if self.return_copy and fillable else _known(row, column)
            value = returned_value(kept, ruling.jenis) if kept else given
            self.write(number, position, value, look)
            if fillable and value not in (None, ""):
                self.written.append(isian_tertulis(self.sheet.kunci, row.kunci, column.kunci, _as_read(value)))
        if fillable:
            add_validation(self.ws, number, position, ruling, _choices(row, column))
        if findings:
            self.ws.write_comment(number, position, comment(findings), COMMENT_LOOK)

    def _input_look(
        self, column: Kolom, kind: JenisKolom, *, fillable: bool, required: bool, colour: str
    ) -> dict[str, object]:
        right = kind in RIGHT_ALIGNED and column.kunci != "kelengkapan"
        return self.look(kind, fillable=fillable, required=required, colour=colour) | (
            {"align": "right"} if right else {}
        )

    def _formula(self, row: BarisFormulir, column: Kolom, number: int) -> str:
        def cell(key: str) -> str:
            return str(xl_rowcol_to_cell(number, self.position(key), col_abs=True))

        rules = self.formulir.induk.aturan
        indikator = row.indikator
        match self.sheet.kunci, column.kunci:
            case "indikator", "realisasi" if indikator and indikator.cara_gabung.sifat.pecahan:
                return formulas.ratio(cell("pembilang"), cell("penyebut"), indikator.pengali)
            case "indikator", "capaian" if indikator:
                target = indikator.target(self.formulir.periode, rules)
                return formulas.capaian(cell("realisasi"), target, indikator, rules)
            case "indikator", "kelengkapan" if indikator:
                return obligations.indikator_completeness(cell, indikator, self.formulir)
            case "anggaran", "serapan":
                return formulas.serapan(cell("realisasi"), cell("pagu"), rules.desimal_capaian)
            case (("anggaran" | "rencana_aksi") as key, "kelengkapan"):
                return obligations.completeness(key, cell, self.formulir)
        return ""


def _as_read(value: object) -> str:
    """Return a value that is written as its text will be when it is read back."""
    match value:
        case Decimal():
            return polos(value)
        case date():
            return f"{value:%d/%m/%Y}"
        case bool():
            return str(value).upper()
    return bersihkan(str(value))[:PANJANG_SEL]


def _ruling_column(sheet: Lembar, row: BarisFormulir, column: Kolom) -> Kolom:
    """Return the column that rules a cell: in a list of items each row has its own."""
    return (sheet.butir(row.kunci) or column) if column.kunci == "isi" else column


def _choices(row: BarisFormulir, column: Kolom) -> str:
    if column.kunci == "realisasi" and row.indikator and row.indikator.skala:
        return nama_pilihan(row.indikator.skala.nama)
    return ""


def _known(row: BarisFormulir, column: Kolom) -> object:
    return row.kunci if column.kunci == "kunci" else row.isi.get(column.kunci)
