"""Dates and times: a spreadsheet keeps them as the number of days since its calendar began."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Final

LAST_DAY: Final = 2_958_465
"""31 December 9999; a larger number in a cell for dates is no date."""
_FIRST_1900: Final = date(1899, 12, 30)
_FIRST_1904: Final = date(1904, 1, 1)
_DAYS_BETWEEN: Final = 1_462
_LEAP_DAY: Final = 60
"""The 29 February 1900, a day that spreadsheets know and calendars do not."""
_MILLISECONDS: Final = 86_400_000
_LONGEST: Final = 40
_ISO_DATE: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T[0-9:.]*)?Z?")
_ISO_TIME: Final = re.compile(r"T?([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,3})?)?)Z?")


def from_serial(days: Decimal, *, date1904: bool, is_elapsed: bool) -> date | str | None:
    """Return the day of a number, or the time as text; None for a number that is neither."""
    if not 0 <= days < LAST_DAY + 1 - (_DAYS_BETWEEN if date1904 else 0):
        return None
    whole, milliseconds = divmod(round(days * _MILLISECONDS), _MILLISECONDS)
    if is_elapsed:
        minutes, rest = divmod(whole * _MILLISECONDS + milliseconds, 60_000)
        return f"{minutes // 60}:{minutes % 60:02}:{rest // 1000:02}"
    if whole == 0 and days < 1:
        minutes, rest = divmod(milliseconds, 60_000)
        return str(time(minutes // 60, minutes % 60, rest // 1000, rest % 1000 * 1000))
    if date1904:
        return _FIRST_1904 + timedelta(days=whole)
    return _FIRST_1900 + timedelta(days=whole + (days < _LEAP_DAY))


def from_iso(text: str) -> date | str | None:
    """Return the day, or the time as text, that is written the international way; None for any other text."""
    if len(text) > _LONGEST:
        return None
    try:
        if match := _ISO_DATE.fullmatch(text):
            return date.fromisoformat(match[1])
        if match := _ISO_TIME.fullmatch(text):
            return str(time.fromisoformat(match[1].ljust(12, "0") if "." in match[1] else match[1]))
    except ValueError:
        return None
    return None
