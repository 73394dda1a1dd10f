"""Numbers as a file writes them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from lakip_gen.domain.angka import dari_sel
from lakip_gen.excel.reader.bounds import NUMBER

_WHOLE: Final = re.compile(r"[+-]?[0-9]+")
_NUMBER: Final = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?")


def parse_number(text: str) -> Decimal | None:
    """Return the number that a file writes for a cell; None for a text that writes none.

    A spreadsheet writes what its binary number is, in up to 17 digits; what was typed is the shortest text of it.
    """
    written = text.strip() if len(text) <= NUMBER else ""
    if _WHOLE.fullmatch(written):
        return dari_sel(int(written))
    if not _NUMBER.fullmatch(written):
        return None
    try:
        return dari_sel(float(written))
    except ValueError:
        return None  # larger than a spreadsheet holds
