"""From a cell as it is written to the plain cell that the program reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lakip_gen.domain.angka_tertulis import koma
from lakip_gen.domain.mentah import JenisSel, Sel, Tampilan
from lakip_gen.domain.teks import PANJANG_SEL
from lakip_gen.domain.temuan import Asal
from lakip_gen.excel.reader.bounds import DamagedError
from lakip_gen.excel.reader.dates import from_iso, from_serial
from lakip_gen.excel.reader.numbers import parse_number
from lakip_gen.excel.reader.rich_text import CellText, OddText, cell_text
from lakip_gen.excel.reader.sheet import RawCell
from lakip_gen.excel.reader.styles import CellStyle

PLAIN: Final = CellStyle(is_locked=False)
"""What a cell looks like in a workbook that lost its formats: dates are numbers there, and nothing is locked."""
LONGEST_INDEX: Final = 10
PICTURE_ERROR: Final = "#VALUE!"
"""What a cell shows to programs that do not know the picture in it."""


class CellReader:
    """What the cells of a workbook have in common: texts, formats, the calendar."""

    def __init__(
        self, shared_strings: Sequence[CellText], styles: Sequence[CellStyle] | None, *, date1904: bool
    ) -> None:
        self._shared_strings = shared_strings
        self._styles = {str(number): style for number, style in enumerate(styles or ())}
        self._other = PLAIN if styles is None else None
        self._date1904 = date1904

    def read(self, raw: RawCell, place: Asal) -> Sel:
        """Return a cell with what is seen of it.

        Raises:
            DamagedError: When it points at a text or a format that there is not.
        """
        style = self._styles.get(raw.style, self._other)
        if style is None:
            raise DamagedError("sebuah sel menunjuk format yang tidak ada")
        if raw.formula:
            shown = self._read(raw, style, Asal()).tampil if raw.content else ""
            return Sel(raw.formula[: PANJANG_SEL + 1], JenisSel.RUMUS, place, hasil=shown, terkunci=style.is_locked)
        return self._read(raw, style, place)

    def _read(self, raw: RawCell, style: CellStyle, place: Asal) -> Sel:
        """Return what a cell holds; of a formula, what it showed when the workbook was saved."""
        if isinstance(raw.content, OddText) or raw.kind == "inlineStr":
            return _text(raw.content, style, place)
        match raw.kind:
            case "n":
                return self._number(raw.content, style, place)
            case "s":
                return _text(self._shared(raw.content), style, place)
            case "e":
                kind = JenisSel.GAMBAR if raw.is_rich and raw.content == PICTURE_ERROR else JenisSel.GALAT
                return Sel(raw.content[: PANJANG_SEL + 1], kind, place)
            case "b" if (written := raw.content.strip()).isdecimal():
                return Sel(bool(written.strip("0")), JenisSel.LOGIKA, place)
            case "d" if (day := from_iso(raw.content.strip())) is not None:
                return Sel(day, JenisSel.TANGGAL, place, tampilan=_struck(style))
        return _text(cell_text(raw.content), style, place)

    def _shared(self, written: str) -> CellText:
        text = written.strip()
        number = int(text) if text.isdecimal() and len(text) <= LONGEST_INDEX else len(self._shared_strings)
        if number >= len(self._shared_strings):
            raise DamagedError("sebuah sel menunjuk teks yang tidak ada")
        return self._shared_strings[number]

    def _number(self, written: str, style: CellStyle, place: Asal) -> Sel:
        value = parse_number(written)
        if value is None:
            return _text(cell_text(written), style, place)
        number_format = style.number_format
        if number_format.is_date:
            day = from_serial(value, date1904=self._date1904, is_elapsed=number_format.is_elapsed)
            if day is not None:
                return Sel(day, JenisSel.TANGGAL, place, tampilan=_struck(style))
            return Sel(value, JenisSel.ANGKA, place, tampilan=_struck(style))
        look, shown = number_format.look(value)
        if style.is_struck:
            look, shown = Tampilan.TERCORET, koma(value)
        return Sel(value, JenisSel.ANGKA, place, persen=number_format.is_percent(value), tampilan=look, terlihat=shown)


def _struck(style: CellStyle) -> Tampilan:
    return Tampilan.TERCORET if style.is_struck else Tampilan.BIASA


def _text(text: CellText, style: CellStyle, place: Asal) -> Sel:
    if isinstance(text, str) and text and not style.is_struck:
        return Sel(text, JenisSel.TEKS, place)
    odd = text if isinstance(text, OddText) else OddText(text)
    if style.is_struck and odd.text.strip():
        odd = OddText(odd.text, Tampilan.TERCORET, odd.text, odd.length)
    if not odd.text:
        return Sel(None, JenisSel.KOSONG, place)
    return Sel(odd.text, JenisSel.TEKS, place, tampilan=odd.look, terlihat=odd.seen, panjang=odd.length)
