"""How a value becomes visible text: as Indonesian writes it, and with the marks that Word has for breaks and tabs."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Final

from lakip_gen.pesan.bahasa import angka, tanggal
from lakip_gen.word.tags.limits import LONGEST_TEXT, EmptyValueError, LimitError

_DECIMALS: Final = 2
"""Of a raw number that is not whole; what a template computes has up to 28."""
COLLECTIONS: Final = (list, tuple, dict, set, frozenset)

# What has its own writing in XML, what Word shows as a break or a tab, and what XML 1.0 cannot hold at all.
_SPECIAL: Final = re.compile("[&<>\x00-\x1f\x85\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_MARKUP: Final = str.maketrans(
    {
        **dict.fromkeys([*range(0x20), 0xFFFE, 0xFFFF], ""),
        **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
        **dict.fromkeys("\n\r\x0b\x0c\x85\u2028\u2029", '</w:t><w:br/><w:t xml:space="preserve">'),
        "\t": '</w:t><w:tab/><w:t xml:space="preserve">',
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
    }
)


class Rounded(Decimal):
    """A number that shows the decimals it was rounded to."""

    @property
    def decimals(self) -> int:
        """How many it shows."""
        return max(0, -int(self.as_tuple().exponent))


def visible(value: object) -> str:
    """Return the text of a value as it has to stand in a `w:t`, its breaks and tabs as Word's own."""
    text = value if type(value) is str else text_of(value)
    if _SPECIAL.search(text) is None:
        return text
    return text.replace("\r\n", "\n").translate(_MARKUP)


def text_of(value: object) -> str:
    """Return the text of anything but a collection: a list of lists of lists may print without end."""
    if value is None:
        raise EmptyValueError
    if isinstance(value, COLLECTIONS):
        raise LimitError("templat-daftar-dicetak", 0)
    return _indonesian(value)


def _indonesian(value: object) -> str:
    """Return a raw value as Indonesian writes it: `87,50`, `31 Maret 2025`, `ya`."""
    if isinstance(value, float):
        value = Decimal(repr(value))
    if isinstance(value, Rounded):
        return angka(value, value.decimals)
    if isinstance(value, Decimal):
        return angka(value, 0 if value == value.to_integral_value() else _DECIMALS)
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return tanggal(value) if isinstance(value, date) else str(value)


def join_texts(*items: object) -> str:
    """Return what `~` makes of its operands."""
    return short("".join(map(text_of, items)))


def short(text: str) -> str:
    """Return a text, unless it is longer than an operation may make one."""
    if len(text) > LONGEST_TEXT:
        raise LimitError("templat-teks-terlalu-panjang", LONGEST_TEXT)
    return text
