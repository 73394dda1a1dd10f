"""One sheet in one pass: its cells as they are written, what is hidden or merged, and what stands out of reach."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, NamedTuple
from xml.parsers.expat import XMLParserType

from lakip_gen.excel.reader.addresses import Area, column_number, parse_area, parse_cell
from lakip_gen.excel.reader.bounds import (
    CHUNK,
    COLUMNS,
    CONTENT_MARKS,
    GAP,
    LINKS,
    MERGES,
    ROWS,
    UTF_16,
    Budget,
    DamagedError,
    TooLargeError,
    check_gaps,
)
from lakip_gen.excel.reader.far_rows import ROWS_NAME, end_of_rows, first_row, may_have_far_rows, row_with_content
from lakip_gen.excel.reader.formulas import SharedFormulas
from lakip_gen.excel.reader.rich_text import TEXT, CellText, RichText
from lakip_gen.excel.reader.xml_parts import create_parser, feed, is_true, local, main

WORKSHEET: Final = main("worksheet")
_DATA: Final = main("sheetData")
_ROW: Final = main("row")
_CELL: Final = main("c")
_VALUE: Final = main("v")
_FORMULA: Final = main("f")
_INLINE: Final = main("is")
_MERGE: Final = main("mergeCell")
_LINK: Final = main("hyperlink")
_COLUMN: Final = main("col")
_MARGINS: Final = frozenset(main(f"{pages}{end}") for pages in ("odd", "even", "first") for end in ("Header", "Footer"))
_CONTENT: Final = frozenset({_VALUE, _FORMULA, TEXT})
_ROW_NUMBER: Final = re.compile(r"\s*\+?([0-9]{1,7})\s*")
_DIGITS: Final = "0123456789"
_LONGEST_ROW: Final = 24
_NOTHING: Final = frozenset({"0", "0.0"})


class RawCell(NamedTuple):
    """A cell that holds something, as it is written.

    Attributes:
        kind: Its type in the file, as `s` for a shared text.
        style: The number of its format.
        content: Its value or its own text; of a formula what it showed when the workbook was saved.
        formula: The formula with its equals sign, empty where there is none.
        is_rich: Whether something stands behind it that is no text or number, as a picture.
    """

    kind: str
    style: str
    content: CellText
    formula: str
    is_rich: bool


@dataclass(slots=True)
class RawSheet:
    """What one sheet holds within the bounds.

    Attributes:
        rows: The cells that hold something, by row and column; rows follow one another.
        hidden_rows: The rows that are hidden, filtered away or without height.
        hidden_columns: A bit for each column that is hidden or without width.
        merges: The merged areas.
        margins: What is printed above and below its pages, as it is written.
        links: The cells that lead elsewhere, with the name of the arrow that says where.
        beyond: The first cell with content out of reach, empty where it does not say which it is; None for none.
    """

    rows: dict[int, dict[int, RawCell]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: int = 0
    merges: list[Area] = field(default_factory=list)
    margins: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    beyond: str | None = None

    def hides_column(self, column: int) -> bool:
        """Return whether a column is hidden."""
        return bool(self.hidden_columns >> column & 1)


def read_sheet(part: str, data: bytes, budget: Budget) -> RawSheet | None:
    """Return what a sheet holds; None for a part that is no sheet of cells.

    Raises:
        DamagedError: When rows or cells are not where they say, or the part is not well-formed.
        TooLargeError: When it holds more than any form needs.
    """
    _check_at_once(data, budget)
    check_gaps(data)
    handler = _Handler(part, budget)
    position, may_pass = 0, not data.startswith(UTF_16)
    while position < len(data) or not position:
        piece = data[position : position + CHUNK]
        position += CHUNK
        handler.take(piece, last=position >= len(data))
        if handler.is_other:
            return None
        if handler.is_far and may_pass:
            may_pass = False
            position = _pass_far_rows(handler, data, position)
    return handler.result()


def _check_at_once(data: bytes, budget: Budget) -> None:
    """Refuse a sheet with far too much before a parser begins: of what it holds only rows out of reach are passed."""
    first, last = data.find(ROWS_NAME), data.rfind(ROWS_NAME)
    if first < 0:
        return
    if may_have_far_rows(data, first, last):
        budget.demand(data.count(b"<", 0, first) + data.count(b"<", last), len(data) - (last - first))
    else:
        budget.demand(data.count(b"<"), len(data))


def _pass_far_rows(handler: _Handler, data: bytes, position: int) -> int:
    """Hand over only as much of the rows out of reach as tells whether something stands there; return where they end.

    A million rows that are coloured and empty are common, and to read them all takes seconds.
    """
    end = end_of_rows(data, position)
    first = first_row(data, position, max(end, position))
    if first is None:
        handler.budget.demand(data.count(b"<", position), len(data) - position)
        return position
    handler.take(data[position : first.start])
    if handler.sheet.beyond is None:
        handler.take(row_with_content(data, first, end))
    return end


class _Handler:
    """Gathers a sheet; behind the last row that is read it only looks for content, and behind the rows for merges."""

    def __init__(self, part: str, budget: Budget) -> None:
        self.sheet = RawSheet()
        self.parser: XMLParserType = create_parser(self)
        self.is_other = False
        self.is_within = False
        self.is_far = False
        self._part = part
        self.budget = budget
        self._formulas = SharedFormulas(budget)
        self._beyond_column: str | None = None
        self._skipped = 0
        self._row = self._column = 0
        self._cells: dict[int, RawCell] | None = None
        self._cell: dict[str, str] | None = None
        self._formula: dict[str, str] | None = None
        self._value = self._formula_text = ""
        self._inline: RichText | None = None
        self._inline_text: CellText = ""
        self._pieces: list[str] | None = None
        self._length = 0
        self._is_first = True

    def take(self, piece: bytes, *, last: bool = False) -> None:
        """Hand the next piece of the part to the parser, once its marks are paid for."""
        self.budget.parse(piece)
        feed(self.parser, self._part, piece, last=last)

    def result(self) -> RawSheet:
        if self.sheet.beyond is None:
            self.sheet.beyond = self._beyond_column
        return self.sheet

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self._skipped:
            self._skipped += 1
        elif self._inline is not None:
            self._inline.start(name, attributes)
        elif self._cell is not None:
            self._start_in_cell(name, attributes)
        elif self._cells is not None:
            if name == _CELL:
                self._start_cell(attributes)
            else:
                self._skipped = 1
        elif self.is_within:
            if name == _ROW:
                self._start_row(attributes)
            else:
                self._skipped = 1
        else:
            self._start_outside(name, attributes)

    def end(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
        elif self._inline is not None:
            self._end_inline(name, self._inline)
        elif self._pieces is not None:
            self._end_text(name)
        elif name == _CELL and self._cell is not None:
            self._end_cell(self._cell)
        elif name == _ROW:
            self._end_row()
        elif name == _DATA:
            self.is_within = False

    def text(self, text: str) -> None:
        if self._inline is not None:
            self._inline.text(text)
        elif self._pieces is not None and not self._skipped:
            self._length += len(text)
            if self._length > GAP:
                raise TooLargeError
            self._pieces.append(text)

    def _start_outside(self, name: str, attributes: dict[str, str]) -> None:
        if self._is_first:
            self._is_first = False
            self.is_other = name != WORKSHEET
        elif name == _DATA:
            self.is_within = not self._row
        elif name == _COLUMN:
            self._column_shape(attributes)
        elif name == _MERGE:
            self._merge(attributes)
        elif name == _LINK and len(self.sheet.links) < LINKS:
            arrow = next((value for key, value in attributes.items() if " " in key and local(key) == "id"), "")
            self.sheet.links.append((attributes.get("ref", ""), arrow))
        elif name in _MARGINS and len(self.sheet.margins) < len(_MARGINS):
            self._open_text()

    def _merge(self, attributes: dict[str, str]) -> None:
        if len(self.sheet.merges) >= MERGES:
            raise TooLargeError
        area = parse_area(attributes.get("ref", ""))
        if area is not None:
            self.sheet.merges.append(area)

    def _column_shape(self, attributes: dict[str, str]) -> None:
        if not (is_true(attributes.get("hidden")) or attributes.get("width") in _NOTHING):
            return
        first, last = attributes.get("min", ""), attributes.get("max", "")
        if first.isdecimal() and last.isdecimal() and max(len(first), len(last)) < len(str(ROWS * COLUMNS)):
            left, right = int(first), min(int(last), COLUMNS)
            if left <= right:
                self.sheet.hidden_columns |= (1 << right + 1) - (1 << left)

    def _start_row(self, attributes: dict[str, str]) -> None:
        written = attributes.get("r")
        if written is None:
            row = self._row + 1
        else:
            match = _ROW_NUMBER.fullmatch(written[:_LONGEST_ROW])
            row = int(match[1]) if match else 0
        if row <= self._row:
            raise DamagedError(f"nomor baris pada bagian {self._part} tidak berurutan")
        if row > ROWS:
            self._go_far()
            return
        self._row, self._column = row, 0
        if is_true(attributes.get("hidden")) or attributes.get("ht") in _NOTHING:
            self.sheet.hidden_rows.add(row)
        self._cells = {}

    def _end_row(self) -> None:
        if self._cells:
            self.sheet.rows[self._row] = self._cells
        self._cells = None

    def _start_cell(self, attributes: dict[str, str]) -> None:
        written = attributes.get("r")
        if written is None:
            column = self._column + 1
        else:
            letters = written.rstrip(_DIGITS)
            number = written[len(letters) :]
            column = column_number(letters) if number and len(number) < _LONGEST_ROW else 0
            if column and int(number) != self._row:
                column = 0
        if column <= self._column:
            raise DamagedError(f"alamat sel pada bagian {self._part} tidak berurutan")
        self._column = column
        self._cell = attributes
        self._value = self._formula_text = self._inline_text = ""
        self._formula = None

    def _start_in_cell(self, name: str, attributes: dict[str, str]) -> None:
        if (
            self._pieces is not None
            or (name == _VALUE and self._value)
            or (name == _FORMULA and self._formula is not None)
        ):
            raise DamagedError(f"sebuah sel pada bagian {self._part} tersusun salah")
        if name == _VALUE:
            self._open_text()
        elif name == _FORMULA:
            self._formula = attributes
            self._open_text()
        elif name == _INLINE:
            self._inline = RichText()
        else:
            self._skipped = 1

    def _open_text(self) -> None:
        self._pieces, self._length = [], 0

    def _end_text(self, name: str) -> None:
        text = "".join(self._pieces or ())
        self._pieces = None
        if self._cell is None:
            self.sheet.margins.append(text)
        elif name == _VALUE:
            self._value = text
        else:
            self._formula_text = text

    def _end_inline(self, name: str, inline: RichText) -> None:
        if name == _INLINE:
            self._inline_text, self._inline = inline.result(), None
        else:
            inline.end(name)

    def _end_cell(self, attributes: dict[str, str]) -> None:
        self._cell = None
        if not (self._value or self._inline_text or self._formula is not None):
            return
        if self._column > COLUMNS:
            if self._beyond_column is None:
                self._beyond_column = attributes.get("r", "").upper()
            return
        formula = ""
        if self._formula is not None:
            formula = self._formulas.text(self._formula, self._formula_text, (self._row, self._column))
        if self._cells is not None:
            kind = attributes.get("t", "n")
            content = self._inline_text if kind == "inlineStr" else self._value
            self.budget.spend(CONTENT_MARKS)
            self.budget.hold(content if isinstance(content, str) else content.text)
            self._cells[self._column] = RawCell(kind, attributes.get("s", "0"), content, formula, "vm" in attributes)

    # --- behind the last row that is read ---

    def _go_far(self) -> None:
        self.is_far, self.is_within = True, False
        self._far_address = ""
        self.parser.StartElementHandler = self._start_far
        self.parser.EndElementHandler = self._end_far
        self.parser.CharacterDataHandler = self._text_far

    def _start_far(self, name: str, attributes: dict[str, str]) -> None:
        self._is_content = name in _CONTENT
        if name == _CELL:
            written = attributes.get("r", "")
            self._far_address = written.upper() if parse_cell(written) else ""
        elif name == _FORMULA and self.sheet.beyond is None:
            self.sheet.beyond = self._far_address

    def _text_far(self, _text: str) -> None:
        if self._is_content and self.sheet.beyond is None:
            self.sheet.beyond = self._far_address

    def _end_far(self, name: str) -> None:
        self._is_content = False
        if name == _DATA:
            self.is_far = False
            self._skipped = 0
            self.parser.StartElementHandler, self.parser.EndElementHandler = self.start, self.end
            self.parser.CharacterDataHandler = self.text
