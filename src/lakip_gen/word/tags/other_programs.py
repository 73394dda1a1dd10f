"""Recognise the tags of other programs, which would be printed as they stand: `${nama}`, `{nama}`, `«nama»`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME: Final = r"[^\W\d][\w.-]{0,80}"
_DOLLAR: Final = rf"\$\{{\s*[#/^]?{_NAME}[^{{}}\n]{{0,40}}\}}"
_SINGLE: Final = rf"(?<![{{$%#])\{{[#/^@%]?{_NAME}(?:\[\w*\])?(?::[^{{}}\n]{{1,40}})?\}}(?!\}})"
_MERGE: Final = r"«[^«»{}\n]{1,80}»"
FOREIGN: Final = re.compile(f"{_DOLLAR}|{_SINGLE}|{_MERGE}")
_BARE: Final = re.compile(_NAME)
_BLOCK: Final = re.compile(r"[{«]\s*[#/^]")


def foreign_tags(text: str) -> Iterator[tuple[str, str]]:
    """Yield the tags of other programs in a text, and how each is written here."""
    for found in FOREIGN.finditer(text):
        yield found[0], written_here(found[0])


def written_here(tag: str) -> str:
    """Return how a tag of another program is written in a template of this one."""
    name = _BARE.search(tag)
    word = name[0].rstrip(".-").replace("-", "_") if name else "nama"
    if _BLOCK.search(tag):
        return f"{{%p for satu in {word} %}} … {{%p endfor %}}"
    return f"{{{{ {word} }}}}"
