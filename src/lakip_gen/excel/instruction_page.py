"""The page in front of a workbook that stands in for a manual: numbered steps, then what each column wants."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from lakip_gen.domain.skema.kolom import Lembar
from lakip_gen.excel.sheet import explained, starred
from lakip_gen.excel.workbook import COLOURS, Workbook, row_height, write_value

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet


def sheet_heading(sheet: Lembar) -> str:
    """Return what stands above the columns of a sheet."""
    return f"Lembar {sheet.nama}: {sheet.keterangan}"


class InstructionPage:
    """Writes the page downwards, part by part."""

    def __init__(self, book: Workbook, name: str, title: str, widths: tuple[int, int]) -> None:
        self.book = book
        self.row = 0
        self.widths = widths
        self.ws: Worksheet = book.add_sheet(name)
        self.ws.set_portrait()
        for position, width in enumerate((5, *widths)):
            self.ws.set_column(position, position, width)
        self.ws.write_string(0, 0, title, book.style(bold=True, font_size=16, font_color=COLOURS["title"]))
        self.ws.set_row(0, 24)
        self.ws.protect()

    def line(self, text: str, **look: object) -> None:
        """Write the line under the title."""
        self.ws.write_string(1, 0, text, self.book.style(**look))
        self.row = 3

    def heading(self, text: str, **look: object) -> None:
        """Write a heading after an empty row."""
        style = self.book.style(bold=True, font_color=COLOURS["title"], **look)
        self.ws.write_string(self.row + 1, 0, text, style)
        self.row += 2

    def pair(self, left: str, right: str, left_look: dict[str, object], right_look: dict[str, object]) -> None:
        """Write a name and what is said of it."""
        write_value(self.ws, self.row, 1, left, self.book.style(**left_look))
        write_value(self.ws, self.row, 2, right, self.book.style(**right_look))
        self.row += 1

    def steps(self, steps: Sequence[str]) -> None:
        """Write numbered sentences."""
        for number, text in enumerate(steps, start=1):
            self.ws.write_number(self.row, 0, number, self.book.style(align="right"))
            self.ws.merge_range(self.row, 1, self.row, 2, text, self.book.style(text_wrap=True))
            self.row += 1

    def columns(self, sheets: Iterable[Lembar], **heading_look: object) -> None:
        """Write what every input of every sheet wants."""
        for sheet in sheets:
            self.heading(sheet_heading(sheet), **heading_look)
            for column in sheet.daftar_butir or sheet.kolom_isian:
                texts = zip((column.judul, explained(column)), self.widths, strict=True)
                self.ws.set_row(self.row, row_height(texts))
                self.pair(starred(column), explained(column), {"text_wrap": True}, {"text_wrap": True})
