"""A workbook read: its sheets by name, each with its cells, and what is drawn or noted on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lakip_gen.domain.mentah import JenisSel, Sel
from lakip_gen.domain.temuan import Asal
from lakip_gen.excel.reader.addresses import address
from lakip_gen.excel.reader.bounds import CELL_LOAD, FORM, Budget, DamagedError, Limits
from lakip_gen.excel.reader.cells import CellReader
from lakip_gen.excel.reader.package import Package
from lakip_gen.excel.reader.shared_strings import read_shared_strings
from lakip_gen.excel.reader.sheet import RawSheet, read_sheet
from lakip_gen.excel.reader.styles import read_styles
from lakip_gen.excel.reader.workbook import read_workbook


@dataclass(slots=True)
class Sheet:
    """One tab with cells."""

    place: Asal
    part: str
    raw: RawSheet
    reader: CellReader
    budget: Budget
    _read: dict[int, dict[int, Sel]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The tab's name."""
        return self.place.lembar

    def at(self, row: int, column: int) -> Asal:
        """Return the place of a cell."""
        return Asal(self.place.berkas, self.place.lembar, address(row, column))

    def row(self, number: int) -> dict[int, Sel]:
        """Return the cells of a row that hold something, by column.

        Raises:
            DamagedError: When one of them points at a text or a format that there is not.
            TooLargeError: When the cells that were read hold more text than any form.
        """
        cells = self._read.get(number)
        if cells is None:
            raw = self.raw.rows.get(number, {})
            self.budget.read(CELL_LOAD * len(raw))
            cells = {column: self.reader.read(cell, self.at(number, column)) for column, cell in raw.items()}
            cells = self._read[number] = {c: cell for c, cell in cells.items() if cell.jenis is not JenisSel.KOSONG}
            self.budget.read(sum(len(cell.isi) for cell in cells.values() if isinstance(cell.isi, str)))
        return cells

    def rows(self, first: int = 1) -> Iterator[tuple[int, dict[int, Sel]]]:
        """Yield the rows that hold something, from one on."""
        for number in self.raw.rows:
            if number >= first and (cells := self.row(number)):
                yield number, cells

    def cells(self, number: int, columns: Mapping[str, int]) -> dict[str, Sel]:
        """Return the cells of a row by the names of their columns, empty ones where nothing stands."""
        row = self.row(number)
        return {
            name: row[column] if column in row else Sel(None, JenisSel.KOSONG, self.at(number, column))
            for name, column in columns.items()
        }


def open_book(parts: Mapping[str, bytes], place: Asal, limits: Limits = FORM) -> tuple[dict[str, Sheet], Package]:
    """Return the sheets of a workbook that have cells, and its parts for whoever asks for notes.

    Args:
        parts: Its parts by name.
        place: The file, for findings.
        limits: How much it may ask for.

    Raises:
        DamagedError: When the workbook is not what a spreadsheet writes.
        TooLargeError: When it holds more than any form needs.
    """
    budget = Budget(limits)
    package = Package(parts, budget)
    listed = read_workbook(package)
    strings, styles = package.find(listed.shared_strings), package.find(listed.styles)
    reader = CellReader(
        shared_strings=read_shared_strings(*strings, budget) if strings else (),
        styles=read_styles(*styles, budget) if styles else None,
        date1904=listed.date1904,
    )
    sheets: dict[str, Sheet] = {}
    for entry in listed.sheets:
        raw = read_sheet(entry.part, package.get(entry.part), budget)
        if raw is None:
            continue
        if entry.name in sheets:
            raise DamagedError("dua lembar bernama sama")
        sheets[entry.name] = Sheet(Asal(place.berkas, entry.name), entry.part, raw, reader, budget)
    return sheets, package
