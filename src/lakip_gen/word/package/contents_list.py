"""What the instruction of a contents list says, as far as this program can make one."""

from __future__ import annotations

import re
from typing import Final

_QUOTED: Final = re.compile(r'"[^"]*"')
_UNKNOWN: Final = re.compile(r"\\[abdfls]\b")


def switches(instruction: str) -> str:
    """Return an instruction without what it says in quotes."""
    return _QUOTED.sub("", instruction)


def only_word_makes(instruction: str) -> bool:
    """Return whether a list is of a part of the document, of marked entries, or numbered by chapters."""
    return _UNKNOWN.search(switches(instruction)) is not None
