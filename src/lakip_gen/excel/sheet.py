"""One sheet as its definition says: heading, columns with their headers, cells that look like what they ask."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from lakip_gen.domain.skema.kolom import JenisKolom, Kolom, Lembar
from lakip_gen.excel.workbook import COLOURS, DATE_FORMAT, Workbook, write_value

if TYPE_CHECKING:
    from xlsxwriter.format import Format

    from lakip_gen.ooxml.text_sheet import TextSheet

NUMBER_FORMATS: Final[Mapping[JenisKolom, str]] = {
    JenisKolom.RUPIAH: "#,##0",
    JenisKolom.TANGGAL: DATE_FORMAT,
    JenisKolom.RUMUS: "0.00",
}
FRAME: Final[Mapping[str, object]] = {"border": 1, "text_wrap": True}


def starred(column: Kolom, year: int | None = None) -> str:
    """Return the header of a column in the workbook of a year, with a star where it must be filled."""
    title = column.judul_pada(year)
    return f"{title} *" if column.wajib else title


def explained(column: Kolom) -> str:
    """Return what to type into a column, with its example."""
    return column.bantuan + (f" Contoh: {column.contoh}" if column.contoh else "")


class SheetWriter:
    """Writes one sheet of a form or of the buku induk; what fills its rows is the caller's."""

    def __init__(self, book: Workbook, sheet: Lembar, header_row: int) -> None:
        self.book = book
        self.sheet = sheet
        self.header_row = header_row
        self.first_row = header_row + 1
        self.ws: TextSheet = book.add_sheet(sheet.nama)

    def heading(self, left: int, lines: Iterable[tuple[str, Mapping[str, object]]] = ()) -> None:
        """Write what the sheet is: its title, lines with their looks, and what it is for.

        Args:
            left: The column that the heading begins in.
            lines: The lines between title and purpose.
        """
        title = (self.sheet.judul, {"bold": True, "font_size": 14, "font_color": COLOURS["title"]})
        for row, (text, look) in enumerate((title, *lines, (self.sheet.keterangan, {"italic": True}))):
            self.ws.write_string(row, left, text, self.book.style(**look))

    def columns(
        self, height: float, *, hidden: Iterable[str] = (), style: Format | None = None, year: int | None = None
    ) -> None:
        """Write the headers, repeated on every printed page, and set how wide the columns are.

        Args:
            height: The height of the headers in points.
            hidden: The names of columns that are hidden here, beside those that always are.
            style: The look of the empty cells below.
            year: The year of the workbook, where headers name years.
        """
        for position, column in enumerate(self.sheet.daftar_kolom):
            unseen = column.tersembunyi or column.kunci in hidden
            self.ws.set_column(position, position, column.lebar, style, {"hidden": unseen})
            colour = COLOURS["required"] if column.wajib else COLOURS["header"]
            header = self.book.style(**FRAME, bold=True, bg_color=colour, align="center", valign="vcenter")
            self.ws.write_string(self.header_row, position, starred(column, year), header)
        self.ws.set_row(self.header_row, height)
        self.ws.repeat_rows(self.header_row)

    def position(self, key: str) -> int:
        """Return where a column stands, counted from 0."""
        return [column.kunci for column in self.sheet.daftar_kolom].index(key)

    def look(self, kind: JenisKolom, *, fillable: bool, required: bool, colour: str = "") -> dict[str, object]:
        """Return how a cell looks: its colour says whether it may or must be filled, its format what it holds.

        Args:
            kind: What the cell holds; in a list of items each has its own.
            fillable: Whether somebody may type into it.
            required: Whether it must be filled.
            colour: The name of a colour that says more, as of a finding.
        """
        asked = ("required" if required else "input") if fillable else "locked"
        look = {**FRAME, "border_color": COLOURS["line"], "bg_color": COLOURS[colour or asked], "locked": not fillable}
        return look | ({"num_format": NUMBER_FORMATS[kind]} if kind in NUMBER_FORMATS else {})

    def write(self, row: int, position: int, value: object, look: Mapping[str, object]) -> None:
        """Write one cell."""
        write_value(self.ws, row, position, value, self.book.style(**look))
