"""Tell before rendering whether a part can come out against Word's rules.

Where it cannot, the rendered part needs no second look at its tree, which costs more than all else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lakip_gen.word import ooxml
from lakip_gen.word.paragraf import MARK_END, MARK_START
from lakip_gen.word.ungkapan import CLOSERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml import etree

    from lakip_gen.word.susun import Butir

_TOKEN: Final = re.compile(f"{MARK_START}([0-9]+){MARK_END}")
_REPEATABLE: Final = re.compile(r"bookmarkStart |docPr ")


def keeps_content(induk: Iterable[etree._Element], daftar_butir: Sequence[Butir]) -> bool:
    """Tell whether each element on which blocks hang keeps what it needs, whatever the blocks leave out.

    Args:
        induk: The parents of the tokens that stand for paragraphs, rows and cells.
        daftar_butir: The tags by number.
    """
    return all(_keeps(element, daftar_butir) for element in dict.fromkeys(induk))


def _keeps(element: etree._Element, daftar_butir: Sequence[Butir]) -> bool:
    constant = [child for child, depth in _with_depth(element, daftar_butir) if not depth]
    if element.tag in (ooxml.BODY, ooxml.TBL):
        return element.tag == ooxml.BODY or any(child.tag == ooxml.TR for child in constant)
    last = next(element.iterchildren("*", reversed=True), None)
    return last is not None and last.tag == ooxml.P and last in constant[-1:]


def _with_depth(element: etree._Element, daftar_butir: Sequence[Butir]) -> Iterator[tuple[etree._Element, int]]:
    """Yield the children, each with the number of blocks around it."""
    depth = _steps(element.text, daftar_butir)
    for child in ooxml.children(element):
        yield child, depth
        depth += _steps(child.tail, daftar_butir)


def _steps(teks: str | None, daftar_butir: Sequence[Butir]) -> int:
    words = [daftar_butir[int(nomor)].pernyataan.kata for nomor in _TOKEN.findall(teks or "")]
    return sum((kata in CLOSERS) - (kata in CLOSERS.values()) for kata in words)


def repeats_ids(potongan: Sequence[str], order: Sequence[int], kata: Sequence[str]) -> bool:
    """Tell whether a loop goes around a drawing or a bookmark.

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
