"""Numbers of captions, also of those whose number depends on how often a loop turns."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Penomor:
    """Numbers the captions of one kind."""

    def __init__(self, jenis: str) -> None:
        self.jenis = jenis
        self.count = 0
        self.per_turn: dict[str, int] = {}
        self.open: int | None = None

    def next(self) -> str:
        """Return the next number, as digits or as the tag that computes it."""
        hasil = self.peek()
        self.count += 1
        return hasil

    def peek(self) -> str:
        """Return what `next` will return."""
        hasil = [f"{daftar}|length * {kali}" for daftar, kali in self.per_turn.items()]
        if self.open is not None:
            hasil.append(f"loop.index0 * {self.open}")
        return f"{{{{ {' + '.join([*hasil, str(self.count + 1)])} }}}}" if hasil else str(self.count + 1)

    @contextmanager
    def loop(self, daftar: str, banyak: int) -> Iterator[None]:
        """Count the captions of a loop, of which there have to be as many as announced."""
        if not banyak:
            yield
            return
        start, self.open = self.count, banyak
        yield
        if self.count - start != banyak:
            raise ValueError(f"{daftar} memuat {self.count - start} judul {self.jenis}, bukan {banyak}.")
        self.count, self.open = start, None
        self.per_turn[daftar] = self.per_turn.get(daftar, 0) + banyak
