"""The text of a cell, and whether some of its characters are struck out or raised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lakip_gen.domain.mentah import Tampilan
from lakip_gen.domain.teks import PANJANG_SEL, urai_escape
from lakip_gen.excel.reader.bounds import GAP, TooLargeError
from lakip_gen.excel.reader.xml_parts import is_true, main

TEXT: Final = main("t")
RUN: Final = main("r")
PHONETIC: Final = main("rPh")
STRIKE: Final = main("strike")
ALIGNMENT: Final = main("vertAlign")


@dataclass(frozen=True, slots=True)
class OddText:
    """A text that is seen in another way than it reads, or longer than a cell can hold.

    Attributes:
        text: The text, cut to one character more than a cell can hold.
        look: What is seen of it.
        seen: The characters that are struck out or raised.
        length: How long it was before it was cut; 0 where it was not.
    """

    text: str
    look: Tampilan = Tampilan.BIASA
    seen: str = ""
    length: int = 0


CellText = str | OddText


@dataclass(slots=True)
class _Run:
    text: str = ""
    is_struck: bool = False
    is_raised: bool = False


def cell_text(raw: str, look: Tampilan = Tampilan.BIASA, seen: str = "") -> CellText:
    """Return a text as its cell shows it, cleaned of Excel's escapes and bounded."""
    length = len(raw) if len(raw) > PANJANG_SEL else 0
    text = urai_escape(raw[: PANJANG_SEL + 1] if length else raw)
    return text if look is Tampilan.BIASA and not length else OddText(text, look, seen, length)


class RichText:
    """Gathers the text of one cell from its elements; readings of characters are left out."""

    __slots__ = ("_length", "_open", "_phonetic", "_plain", "_runs")

    def __init__(self) -> None:
        self._plain = ""
        self._runs: list[_Run] = []
        self._length = 0
        self._open = False
        self._phonetic = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Be told that an element begins."""
        if name == TEXT:
            self._open = not self._phonetic
        elif name == RUN:
            self._runs.append(_Run())
        elif name == STRIKE and self._runs:
            self._runs[-1].is_struck = is_true(attributes.get("val", "1"))
        elif name == ALIGNMENT and self._runs:
            self._runs[-1].is_raised = attributes.get("val") in {"superscript", "subscript"}
        elif name == PHONETIC:
            self._phonetic = True

    def end(self, name: str) -> None:
        """Be told that an element ends."""
        if name == TEXT:
            self._open = False
        elif name == PHONETIC:
            self._phonetic = False

    def text(self, text: str) -> None:
        """Be told a piece of text.

        Raises:
            TooLargeError: When the cell holds far more than any cell can.
        """
        if self._open:
            self._length += len(text)
            if self._length > GAP:
                raise TooLargeError
            if self._runs:
                self._runs[-1].text += text
            else:
                self._plain += text

    def result(self) -> CellText:
        """Return the text."""
        if not self._runs:
            return cell_text(self._plain)
        raw = self._plain + "".join(run.text for run in self._runs)
        if struck := "".join(run.text for run in self._runs if run.is_struck).strip():
            return cell_text(raw, Tampilan.TERCORET, struck)
        if raised := _raised_digits(self._runs):
            return cell_text(raw, Tampilan.BERPANGKAT, raised)
        return cell_text(raw)


def _raised_digits(runs: list[_Run]) -> str:
    """Return the first raised characters that read as further digits of the number beside them."""
    before = ""
    for place, run in enumerate(runs):
        if run.is_raised and any(map(str.isdecimal, run.text)):
            behind = next((later.text for later in runs[place + 1 :] if later.text), "")
            joins_left = before.rstrip()[-1:].isdecimal() or before.rstrip()[-1:] in {",", "."}
            if joins_left or (run.text[-1:].isdecimal() and behind[:1].isdecimal()):
                return run.text.strip()
        before = run.text if run.text.strip() else before
    return ""
