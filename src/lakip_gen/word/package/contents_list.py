"""What the instruction of a contents list says, as far as this program can make one."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from lakip_gen.word.package.xml import W

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

_QUOTED: Final = re.compile(r'"[^"]*"')
_UNKNOWN: Final = re.compile(r"\\[abdls]\b")
_MARKED: Final = re.compile(r"\\f\b")
_HEADINGS: Final = re.compile(r"\\[otu]\b")
_ENTRY: Final = re.compile(r"\s*TC\s")


def switches(instruction: str) -> str:
    """Return an instruction without what it says in quotes."""
    return _QUOTED.sub("", instruction)


def only_word_makes(instruction: str, has_entries: Callable[[], bool]) -> bool:
    """Return whether a list is of a part of the document, of entries marked by hand, or numbered by chapters.

    LibreOffice asks for marked entries in each of its lists of headings; where there are none, that means nothing.

    Args:
        instruction: The list's instruction.
        has_entries: Tells whether the part it stands in has entries marked by hand.
    """
    asked = switches(instruction)
    if _UNKNOWN.search(asked):
        return True
    return _MARKED.search(asked) is not None and (_HEADINGS.search(asked) is None or has_entries())


def entries_of(root: etree._Element) -> Callable[[], bool]:
    """Return what tells whether a part has entries of contents lists marked by hand, and looks for them once."""
    return cache(lambda: _has_entries(root))


def _has_entries(root: etree._Element) -> bool:
    codes = (code.text or "" for code in root.iter(f"{W}instrText"))
    simple = (field.get(f"{W}instr", "") for field in root.iter(f"{W}fldSimple"))
    return any(_ENTRY.match(one) for one in (*codes, *simple))
