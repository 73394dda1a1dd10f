"""A sheet of XlsxWriter whose texts stay texts, for workbooks of their own and for those behind charts in Word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlsxwriter.worksheet import Worksheet

from lakip_gen.domain.teks import AWAL_RUMUS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from xlsxwriter.format import Format


class TextSheet(Worksheet):  # type: ignore[misc,unused-ignore]  # XlsxWriter carries no types
    """A sheet whose texts stay texts: one that looks like a formula still does after F2 and Enter.

    Attributes:
        quoted: Returns a format with the mark of a leading apostrophe.
        growing: The rows that grow with what is typed into them.
    """

    quoted: Callable[[Format | None], Format]
    growing: frozenset[int] | set[int] = frozenset()
    _is_growing = False

    def set_growing_row(self, row: int, height: float) -> None:
        """Set how high a row is at least: it grows with what somebody types, as a height set by hand does not."""
        self.set_row(row, height)
        self.growing = {*self.growing, row}

    def _write_row(self, row: int, *rest: object, **named: object) -> None:
        self._is_growing = row in self.growing
        super()._write_row(row, *rest, **named)
        self._is_growing = False

    def _xml_start_tag_unencoded(self, tag: str, attributes: Sequence[tuple[str, object]] = ()) -> None:
        if tag == "row" and self._is_growing:
            attributes = [one for one in attributes if one[0] != "customHeight"]
        super()._xml_start_tag_unencoded(tag, attributes)

    def write_string(self, row: int, col: int, string: str, cell_format: Format | None = None) -> int:
        """Write a text, with the mark of a leading apostrophe where it begins like a formula."""
        kept = self.quoted(cell_format) if string.startswith(AWAL_RUMUS) else cell_format
        return int(super().write_string(row, col, string, kept))
