"""Let paragraphs say themselves which list they are in: a loop can begin a list anew only where that is said."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Final

from lakip_gen.word.package import xml
from lakip_gen.word.package.numbering import LIST_RULES, NUM_ID, Numbering
from lakip_gen.word.package.styles import Styles
from lakip_gen.word.package.xml import PPR, W

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

_RULES: Final = f"{PPR}/{LIST_RULES}"
_BEFORE_RULES: Final = frozenset(
    f"{W}{name}" for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)
"""The paragraph properties that stand before those of lists."""


def number_directly(root: etree._Element, parts: Mapping[str, bytes]) -> None:
    """Give each paragraph the list of its style, where it counts and the style is none of headings."""
    numbering = Numbering(parts)
    if not any(map(numbering.counts, numbering.names)):
        return
    styles = Styles(parts)
    for paragraph in root.iter(xml.P):
        style_id = xml.style_id(paragraph)
        rules = styles.list_rules(style_id) if style_id not in styles.headings else None
        if rules is None or paragraph.find(_RULES) is not None or not numbering.counts(xml.value(rules.find(NUM_ID))):
            continue
        _insert(paragraph, rules)


def _insert(paragraph: etree._Element, rules: etree._Element) -> None:
    """Put a copy of a style's rules of lists where the schema wants it."""
    settings = paragraph.find(PPR)
    if settings is not None:
        settings.insert(sum(one.tag in _BEFORE_RULES for one in settings), deepcopy(rules))
