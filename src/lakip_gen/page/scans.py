"""Scans that come with a record: held outside the working folder until the command that keeps a copy of one has run."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from lakip_gen.domain.nama_berkas import nama_aman

KINDS: Final = frozenset({".pdf", ".jpg", ".jpeg", ".png", ".webp", ".heic", ".tif", ".tiff", ".docx", ".xlsx"})
MOST_HELD: Final = 8
"""So many are held; the oldest goes first."""


@dataclass(slots=True)
class Scans:
    """The scans that wait for their record, each under a word that the page is told."""

    _held: dict[str, Path] = field(default_factory=dict)
    _folder: TemporaryDirectory[str] | None = None

    @property
    def held(self) -> Mapping[str, Path]:
        """Where each of them lies."""
        return self._held

    def hold(self, name: str, content: bytes) -> str:
        """Hold a scan under a safe name, and return the word for it; empty where it is of no known kind.

        Raises:
            OSError: When it cannot be written.
        """
        kind = Path(name).suffix.casefold()
        if kind not in KINDS or not content:
            return ""
        self._folder = self._folder or TemporaryDirectory(prefix="lakip-gen-bukti-", ignore_cleanup_errors=True)
        word = secrets.token_hex(8)
        place = Path(self._folder.name) / word / f"{nama_aman(Path(name).stem)}{kind}"
        place.parent.mkdir()
        place.write_bytes(content)
        while len(self._held) >= MOST_HELD:
            self._held.pop(next(iter(self._held))).unlink(missing_ok=True)
        self._held[word] = place
        return word

    def drop(self) -> None:
        """Throw away what is held."""
        self._held.clear()
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None
