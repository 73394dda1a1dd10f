"""Tell before rendering whether a part can come out against Word's rules.

Where it cannot, the rendered part needs no second look at its tree, which costs more than all else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from lakip_gen.word.package import xml
from lakip_gen.word.tags.expression import CLOSERS
from lakip_gen.word.tags.runs import MARK_END, MARK_START

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml import etree

    from lakip_gen.word.tags.assemble import Butir

_TOKEN: Final = re.compile(f"{MARK_START}([0-9]+){MARK_END}")
_REPEATABLE: Final = re.compile(r"bookmarkStart |docPr |sdtPr>|commentReference ")


def keeps_content(induk: Iterable[etree._Element], daftar_butir: Sequence[Butir]) -> bool:
    """Tell whether each element on which blocks hang keeps what it needs, whatever the blocks leave out.

    Args:
        induk: The parents of the tokens that stand for paragraphs, rows and cells.
        daftar_butir: The tags by number.
    """
    return all(_keeps(element, daftar_butir) for element in dict.fromkeys(induk))


def _keeps(element: etree._Element, daftar_butir: Sequence[Butir]) -> bool:
    if element.tag == xml.BODY:
        return True
    isi = _Isi(element.tag == xml.TBL)
    isi.read(element.text, daftar_butir)
    for child in xml.children(element):
        isi.take(child)
        isi.read(child.tail, daftar_butir)
    return isi.is_kept


@dataclass(slots=True)
class _Isi:
    """Whether what was read so far surely leaves a table a row, or a cell a paragraph at its end.

    A block leaves it sure when each of its branches does, and so does leaving the block out.
    """

    is_table: bool
    is_kept: bool = False
    daftar_blok: list[tuple[bool, list[bool]]] = field(default_factory=list)
    """What held before each open block, and after each of its branches."""

    def take(self, child: etree._Element) -> None:
        if self.is_table:
            self.is_kept |= child.tag == xml.TR
        else:
            self.is_kept = child.tag == xml.P

    def read(self, teks: str | None, daftar_butir: Sequence[Butir]) -> None:
        for nomor in _TOKEN.findall(teks or ""):
            self._step(daftar_butir[int(nomor)].pernyataan.kata)

    def _step(self, kata: str) -> None:
        if kata in CLOSERS:
            self.daftar_blok.append((self.is_kept, [self.is_kept]))
        elif self.daftar_blok and (kata in ("elif", "else") or kata in CLOSERS.values()):
            before, after = self.daftar_blok[-1]
            after.append(self.is_kept)
            self.is_kept = before
            if kata == "else":
                after.pop(0)  # one of the branches is always taken
            elif kata != "elif":
                self.is_kept = all(after)
                self.daftar_blok.pop()


def repeats_ids(potongan: Sequence[str], order: Sequence[int], kata: Sequence[str]) -> bool:
    """Tell whether a loop goes around a drawing, a bookmark, a content control or a comment.

    Args:
        potongan: The serialised text before, between and after the tags.
        order: The tags' numbers in the order of the text.
        kata: The tags' command words.
    """
    depth = 0
    for nomor, teks in zip(order, potongan[1:], strict=True):
        depth += (kata[nomor] == "for") - (kata[nomor] == "endfor")
        if depth and _REPEATABLE.search(teks):
            return True
    return False
