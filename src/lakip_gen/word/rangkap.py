"""Make unique again what loops repeat and Word allows once: ids of content controls, and marks of comments."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Final

from lakip_gen.word import ooxml

if TYPE_CHECKING:
    from lxml import etree

_CONTROL_ID: Final = ooxml.SDT_PR.removesuffix("sdtPr") + "id"


def make_unique(root: etree._Element) -> bool:
    """Mend a rendered part in place; return whether anything was changed."""
    return _renumber_controls(root) | _drop_repeated_marks(root)


def _renumber_controls(root: etree._Element) -> bool:
    """Give content controls that share an id ids of their own."""
    marks = list(root.iter(_CONTROL_ID))
    used = {mark.get(ooxml.VAL, "") for mark in marks}
    fresh = (str(nomor) for nomor in count(1) if str(nomor) not in used)
    repeated = _repeated(marks, ooxml.VAL)
    for mark in repeated:
        mark.set(ooxml.VAL, next(fresh))
    return bool(repeated)


def _drop_repeated_marks(root: etree._Element) -> bool:
    """Keep the first place of each comment."""
    repeated = [mark for tag in ooxml.COMMENT_MARKS for mark in _repeated(list(root.iter(tag)), ooxml.ID)]
    for mark in repeated:
        ooxml.remove(mark)
    return bool(repeated)


def _repeated(marks: list[etree._Element], kunci: str) -> list[etree._Element]:
    first: dict[str, etree._Element] = {}
    return [mark for mark in marks if first.setdefault(mark.get(kunci, ""), mark) is not mark]
