"""What tracked changes mean for a template: moved text stands where it was moved to, and open changes are told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lakip_gen.word.package import xml
from lakip_gen.word.package.xml import W
from lakip_gen.word.tags.tag import Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_FROM: Final = f"{W}moveFrom"
_TO: Final = f"{W}moveTo"
_RANGES: Final = tuple(f"{W}move{side}Range{end}" for side in ("From", "To") for end in ("Start", "End"))
_MOVED_MARK: Final = f"{xml.PPR}/{xml.RPR}/{_FROM}"
_CHANGES: Final = (f"{W}ins", f"{W}del", _FROM, _TO)
_MAY_HAVE: Final = re.compile(rb"<w:(?:ins|del|moveFrom|moveTo)\b")


def may_be_tracked(data: bytes) -> bool:
    """Return whether a part may hold tracked changes, without parsing it."""
    return _MAY_HAVE.search(data) is not None


def tracked_changes(root: etree._Element) -> Iterator[tuple[etree._Element, Flaw]]:
    """Yield the first tracked change of a part; one is enough to say that there are some."""
    if next(root.iter(*_CHANGES), None) is not None:
        stays = next(root.iter(f"{W}ins", f"{W}del", _TO), root)
        yield stays, Flaw("templat-perubahan-terlacak", "")


def accept_moves(root: etree._Element) -> bool:
    """Take out text where it was moved from, and leave it where it was moved to; return whether there was any."""
    moved = list(root.iter(_FROM, _TO, *_RANGES))
    gone = [paragraph for paragraph in root.iter(xml.P) if paragraph.find(_MOVED_MARK) is not None]
    for element in moved:
        parent = element.getparent()
        if parent is None or parent.tag == xml.RPR:
            continue
        if element.tag == _TO:
            for child in list(element):
                element.addprevious(child)
        xml.remove(element)
    for paragraph in gone:
        if next(paragraph.iter(xml.R), None) is None:
            xml.remove(paragraph)
    return bool(moved)
