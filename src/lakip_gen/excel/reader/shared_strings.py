"""The texts that cells share."""

from __future__ import annotations

from typing import Final

from lakip_gen.excel.reader.bounds import Budget, check_gaps
from lakip_gen.excel.reader.rich_text import CellText, RichText
from lakip_gen.excel.reader.xml_parts import main, parse

_ITEM: Final = main("si")


def read_shared_strings(part: str, data: bytes, budget: Budget) -> list[CellText]:
    """Return the shared texts in their order.

    Raises:
        DamagedError: When the part is not well-formed.
        TooLargeError: When it holds more than any form needs.
    """
    budget.parse(data)
    check_gaps(data)
    handler = _Handler(budget)
    parse(part, data, handler)
    return handler.texts


class _Handler:
    def __init__(self, budget: Budget) -> None:
        self.texts: list[CellText] = []
        self._budget = budget
        self._item = RichText()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == _ITEM:
            self._item = RichText()
        else:
            self._item.start(name, attributes)

    def end(self, name: str) -> None:
        if name == _ITEM:
            text = self._item.result()
            self._budget.hold(text if isinstance(text, str) else text.text)
            self.texts.append(text)
        else:
            self._item.end(name)

    def text(self, text: str) -> None:
        self._item.text(text)
