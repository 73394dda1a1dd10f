"""The list of a workbook's sheets, and which calendar its dates count from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lakip_gen.excel.reader.bounds import SHEET_NAME, SHEETS, DamagedError, TooLargeError
from lakip_gen.excel.reader.package import Package
from lakip_gen.excel.reader.xml_parts import is_true, local, main, parse

_STATES: Final = frozenset({"visible", "hidden", "veryHidden"})
_PROPERTIES: Final = main("workbookPr")
_SHEETS: Final = main("sheets")
_SHEET: Final = main("sheet")


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """One tab: its name, and the part that holds it."""

    name: str
    part: str


@dataclass(frozen=True, slots=True)
class WorkbookList:
    """What the main part of a workbook says; a part's name is empty where the workbook has no such part."""

    sheets: tuple[SheetEntry, ...]
    date1904: bool
    styles: str
    shared_strings: str


def read_workbook(package: Package) -> WorkbookList:
    """Return the sheets of a workbook in the order of their tabs.

    Raises:
        DamagedError: When the list is broken, or two tabs show the same part.
        TooLargeError: When there are more tabs than any office has.
    """
    part = package.workbook_part()
    data = package.get(part)
    package.budget.parse_small(data)
    handler = _Handler()
    parse(part, data, handler)
    arrows = package.relationships(part)
    targets = {arrow.identity: arrow.target for arrow in arrows}
    by_kind = {arrow.kind: arrow.target for arrow in arrows}
    sheets = []
    for name, identity in handler.sheets:
        if identity not in targets:
            raise DamagedError(f"lembar {name[:40]} tidak menunjuk bagian mana pun")
        sheets.append(SheetEntry(name, targets[identity]))
    if len({sheet.part.casefold() for sheet in sheets}) < len(sheets):
        raise DamagedError("dua lembar menunjuk bagian yang sama")
    return WorkbookList(
        sheets=tuple(sheets),
        date1904=handler.date1904,
        styles=by_kind.get("styles", "xl/styles.xml"),
        shared_strings=by_kind.get("sharedStrings", "xl/sharedStrings.xml"),
    )


class _Handler:
    def __init__(self) -> None:
        self.sheets: list[tuple[str, str]] = []
        self.date1904 = False
        self._in_list = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == _SHEET and self._in_list:
            self._sheet(attributes)
        elif name == _SHEETS:
            self._in_list = True
        elif name == _PROPERTIES:
            self.date1904 = is_true(attributes.get("date1904"))

    def end(self, name: str) -> None:
        if name == _SHEETS:
            self._in_list = False

    def text(self, text: str) -> None:
        """Pass over text."""

    def _sheet(self, attributes: dict[str, str]) -> None:
        if attributes.get("state", "visible") not in _STATES:
            raise DamagedError("keadaan sebuah lembar tidak dikenal")
        if len(self.sheets) >= SHEETS:
            raise TooLargeError
        if len(name := attributes.get("name", "")) > SHEET_NAME:
            raise DamagedError("nama sebuah lembar terlalu panjang")
        identity = next((value for name, value in attributes.items() if " " in name and local(name) == "id"), "")
        self.sheets.append((name, identity))
