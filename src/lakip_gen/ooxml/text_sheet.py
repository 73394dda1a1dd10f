"""A sheet of XlsxWriter whose texts stay texts, for workbooks of their own and for those behind charts in Word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlsxwriter.worksheet import Worksheet

from lakip_gen.domain.teks import AWAL_RUMUS

if TYPE_CHECKING:
    from collections.abc import Callable

    from xlsxwriter.format import Format


class TextSheet(Worksheet):  # type: ignore[misc,unused-ignore]  # XlsxWriter carries no types
    """A sheet whose texts stay texts: one that looks like a formula still does after F2 and Enter.

    Attributes:
        quoted: Returns a format with the mark of a leading apostrophe.
    """

    quoted: Callable[[Format | None], Format]

    def write_string(self, row: int, col: int, string: str, cell_format: Format | None = None) -> int:
        """Write a text, with the mark of a leading apostrophe where it begins like a formula."""
        kept = self.quoted(cell_format) if string.startswith(AWAL_RUMUS) else cell_format
        return int(super().write_string(row, col, string, kept))
