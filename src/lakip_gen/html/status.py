"""Where a year stands, as one page that stands alone: forms, reports, indicators, and the steps of the SOP."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, unique
from importlib import resources
from typing import Final

from jinja2 import Environment, StrictUndefined

from lakip_gen.domain.teks import bersihkan
from lakip_gen.pesan.bahasa import tanggal

TEMPLATE: Final = "status.html.j2"


@unique
class Tone(Enum):
    """How a cell looks beside its words; the words say it all."""

    PLAIN = "biasa"
    GOOD = "baik"
    OPEN = "berjalan"
    BAD = "buruk"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: what it says, what is noted below it, and how it looks."""

    text: str
    note: str = ""
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what it is about, what is noted below that, and its cells."""

    name: str
    note: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table with its heading.

    Attributes:
        title: Its heading.
        about: What it tells, in a sentence; empty where the heading is enough.
        columns: The headings of all columns, that of the rows first.
    """

    title: str
    about: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class StatusPage:
    """What the page says."""

    agency: str
    period: str
    day: date
    summary: tuple[Cell, ...]
    tables: tuple[Table, ...]


def render_status(content: StatusPage) -> bytes:
    """Return the page as UTF-8 bytes, the same for the same content."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    source = (resources.files("lakip_gen.html") / TEMPLATE).read_text(encoding="utf-8")
    page = environment.from_string(source).render(page=content, pada=tanggal(content.day))
    return bersihkan(page).encode()
