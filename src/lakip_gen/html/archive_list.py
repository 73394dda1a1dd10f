"""The list of an archive as one page: every file with size and hash, and blank columns for the archivist."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from importlib import resources
from typing import Final

from jinja2 import Environment, StrictUndefined

from lakip_gen.domain.teks import bersihkan
from lakip_gen.pesan.bahasa import tanggal

TEMPLATE: Final = "archive_list.html.j2"
_KINDS: Final = (
    ("laporan-kinerja-", "Laporan Kinerja yang disahkan"),
    ("cetak.pdf", "Semua kertas kerja, siap dicetak untuk map"),
    ("/bukti/", "Bukti"),
    ("/jejak/", "Catatan kejadian dan angka yang dilaporkan"),
    ("/induk.xlsx", "Data rencana dan target kinerja"),
    ("workbooks/", "Formulir unit"),
    ("templates/", "Templat"),
    ("rekap", "Rekap"),
    ("", "Kertas kerja"),
)
"""What a file is, by the first part of its path that fits."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of an archive."""

    path: str
    size: int
    digest: str

    @property
    def kind(self) -> str:
        """What it is, in words."""
        return next(said for part, said in _KINDS if self.path.startswith(part) or part in f"/{self.path}")


@dataclass(frozen=True, slots=True)
class Referred:
    """An archive that this one stands on: its period, where it lies, and the hash that stands for all of it."""

    period: str
    path: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveList:
    """What the page says.

    Attributes:
        against: What stood against the seal.
        evidence: Each step and indicator that people show, and by what.
        referred: The archives of the sealed periods within this one.
    """

    agency: str
    period: str
    sealed_on: date
    sealed_by: str
    reason: str
    against: tuple[str, ...]
    entries: tuple[Entry, ...]
    evidence: tuple[tuple[str, str], ...] = ()
    referred: tuple[Referred, ...] = ()


def render_archive_list(content: ArchiveList) -> bytes:
    """Return the page as UTF-8 bytes, the same for the same content."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    source = (resources.files("lakip_gen.html") / TEMPLATE).read_text(encoding="utf-8")
    page = environment.from_string(source).render(daftar=content, pada=tanggal(content.sealed_on))
    return bersihkan(page).encode()
