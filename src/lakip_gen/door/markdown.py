"""Markdown as the generated pages write it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

COMMAND: Final = "python -m lakip_gen.door.docs docs"
FIRST_LINE: Final = f"<!-- Halaman ini dibuat otomatis oleh `{COMMAND}`; ubahan dengan tangan akan hilang. -->"


def page(title: str, parts: Iterable[str]) -> str:
    """Return a page: that it is generated, its title, its parts."""
    return "\n\n".join((FIRST_LINE, f"# {title}", *parts)) + "\n"


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table."""
    lines = [header, ["---"] * len(header), *([plain(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def plain(text: str) -> str:
    """Return a text that Markdown shows as it stands, on one line."""
    return "".join(f"\\{letter}" if letter in "\\|*_<#`" else letter for letter in " ".join(text.split()))
