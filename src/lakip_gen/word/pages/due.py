"""Let what somebody still has to write stand out: the marks in square brackets get the ground of a highlighter.

Whether a mark is printed depends on the data, so no template can know where it stands.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Final

from lxml import etree

from lakip_gen.laporan.sajian import KATA_TANDA, TANDA_KOSONG
from lakip_gen.word.package import xml
from lakip_gen.word.package.xml import W

if TYPE_CHECKING:
    from collections.abc import Sequence

NEEDED: Final = KATA_TANDA.encode()
"""Stands in every part that may have a mark."""
_HIGHLIGHT: Final = f"{W}highlight"
_BEHIND: Final = frozenset(
    f"{W}{name}"
    for name in (
        *("u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout"),
        *("specVanish", "oMath"),
    )
)
"""The run properties that stand behind the highlight."""


def highlight_due(root: etree._Element) -> bool:
    """Highlight the marks of a filled part; return whether there are any."""
    changed = False
    for carrier in [one for one in root.iter(xml.T) if KATA_TANDA in (one.text or "")]:
        pieces = TANDA_KOSONG.split(carrier.text or "")
        run = carrier.getparent()
        if len(pieces) > 1 and run is not None and run.tag == xml.R:
            _split(run, carrier, pieces)
            changed = True
    return changed


def _split(run: etree._Element, carrier: etree._Element, pieces: Sequence[str]) -> None:
    """Put several runs in the place of one, so that each mark has a run of its own."""
    settings, content = run.find(xml.RPR), [one for one in run if one.tag != xml.RPR]
    place = content.index(carrier)
    for group in (content[:place], *([_text(piece)] for piece in pieces if piece), content[place + 1 :]):
        if not group:
            continue
        new = etree.Element(xml.R)
        new.append(etree.Element(xml.RPR) if settings is None else copy.deepcopy(settings))
        new.extend(group)
        run.addprevious(new)
        if TANDA_KOSONG.fullmatch(group[0].text or ""):
            _mark(new[0])
    xml.remove(run)


def _text(piece: str) -> etree._Element:
    carrier = etree.Element(xml.T)
    carrier.text = piece
    carrier.set(xml.SPACE, "preserve")
    return carrier


def _mark(settings: etree._Element) -> None:
    for old in settings.findall(_HIGHLIGHT):
        settings.remove(old)
    place = sum(one.tag not in _BEHIND for one in settings)
    settings.insert(place, etree.Element(_HIGHLIGHT, {xml.VAL: "yellow"}))
