"""The formats of cells: how each shows its number, whether it is locked, whether all of it is struck out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lakip_gen.excel.reader.bounds import FORMAT_CODE, Budget, TooLargeError
from lakip_gen.excel.reader.number_formats import BUILT_IN, NumberFormat, parse_format
from lakip_gen.excel.reader.xml_parts import is_true, main, parse

GENERAL: Final = parse_format("General")
_FORMATS: Final = main("numFmts")
_FORMAT: Final = main("numFmt")
_FONTS: Final = main("fonts")
_FONT: Final = main("font")
_STRIKE: Final = main("strike")
_CELLS: Final = main("cellXfs")
_CELL: Final = main("xf")
_PROTECTION: Final = main("protection")
_LISTS: Final = frozenset({_FORMATS, _FONTS, _CELLS})


@dataclass(frozen=True, slots=True)
class CellStyle:
    """What a cell's format says that matters to a reader."""

    number_format: NumberFormat = GENERAL
    is_locked: bool = True
    is_struck: bool = False


def read_styles(part: str, data: bytes, budget: Budget) -> Sequence[CellStyle]:
    """Return the formats of cells by their number.

    Raises:
        DamagedError: When the part is not well-formed.
        TooLargeError: When it holds more formats, or a longer one, than any spreadsheet writes.
    """
    budget.parse_small(data)
    handler = _Handler()
    parse(part, data, handler)
    return handler.result() or [CellStyle()]


class _Handler:
    def __init__(self) -> None:
        self._list = ""
        self._codes: dict[str, str] = {}
        self._struck: list[bool] = []
        self._cells: list[tuple[str, str]] = []
        self._unlocked: set[int] = set()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name in _LISTS:
            self._list = name
        elif self._list == _CELLS:
            self._cell(name, attributes)
        elif self._list == _FONTS:
            self._font(name, attributes)
        elif self._list == _FORMATS and name == _FORMAT:
            code = attributes.get("formatCode", "")
            if len(code) > FORMAT_CODE:
                raise TooLargeError
            self._codes[attributes.get("numFmtId", "")] = code

    def end(self, name: str) -> None:
        if name == self._list:
            self._list = ""

    def text(self, text: str) -> None:
        """Pass over text."""

    def _cell(self, name: str, attributes: dict[str, str]) -> None:
        if name == _CELL:
            self._cells.append((attributes.get("numFmtId", "0"), attributes.get("fontId", "0")))
        elif name == _PROTECTION and not is_true(attributes.get("locked", "1")):
            self._unlocked.add(len(self._cells) - 1)

    def _font(self, name: str, attributes: dict[str, str]) -> None:
        if name == _FONT:
            self._struck.append(False)
        elif name == _STRIKE and self._struck:
            self._struck[-1] = is_true(attributes.get("val", "1"))

    def result(self) -> list[CellStyle]:
        struck = {str(number) for number, is_struck in enumerate(self._struck) if is_struck}
        return [
            CellStyle(self._number_format(number_format), place not in self._unlocked, font in struck)
            for place, (number_format, font) in enumerate(self._cells)
        ]

    def _number_format(self, identity: str) -> NumberFormat:
        code = self._codes.get(identity)
        if code is None and identity.isdecimal() and len(identity) <= 3:  # noqa: PLR2004 - built-in ones end at 163
            code = BUILT_IN.get(int(identity))
        return parse_format(code or "")
