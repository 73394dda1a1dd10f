"""What the styles of a document say: of letters, of headings, and of the room in cells."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from lxml import etree

from lakip_gen.word.package import opc, xml
from lakip_gen.word.package.xml import W

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

CELL_MARGINS: Final = f"{W}tblPr/{W}tblCellMar"
_LEFT: Final = (f"{W}left", f"{W}start")
_RIGHT: Final = (f"{W}right", f"{W}end")
_DIGIT: Final = {"calibri": 0.507, "carlito": 0.507, "times new roman": 0.5}
"""The width of a digit in ems; in most other faces it is that of Arial."""
_DIGIT_ELSE: Final = 0.556
_DEFAULT_SIZE: Final = 20
_BODY_LEVEL: Final = 9
"""The outline level of what is no heading, counted from 0."""


class Styles:
    """The styles of one document, asked by their ids; an empty id means the default style of paragraphs.

    Args:
        parts: The document's parts.
    """

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        name = opc.target_of(parts, xml.main_part(parts), "styles")
        self.root = xml.parse(parts[name]) if name and parts[name] else etree.Element(f"{W}styles")
        self.known: dict[tuple[str, str], etree._Element | None] = {}

    def size(self, style_id: str) -> int:
        """Return the size of a style's letters in half-points."""
        return xml.number(self._find(style_id, f"{xml.RPR}/{xml.SIZE}"), "val", _DEFAULT_SIZE)

    def digit(self, style_id: str) -> float:
        """Return the width of a digit in ems."""
        found = self._find(style_id, f"{xml.RPR}/{W}rFonts")
        return _DIGIT.get("" if found is None else found.get(f"{W}ascii", "").casefold(), _DIGIT_ELSE)

    def margins(self, style_id: str) -> int:
        """Return the left and right margin of a table style's cells together, in twips."""
        return margins_of(self._find(style_id, CELL_MARGINS), 0)

    def list_rules(self, style_id: str) -> etree._Element | None:
        """Return what a style says of the list its paragraphs are in, None where it says nothing."""
        return self._find(style_id, f"{xml.PPR}/{W}numPr") if style_id else None

    @cached_property
    def headings(self) -> dict[str, int]:
        """The level of each style of headings, 1 the highest."""
        levels = {
            style_id: xml.number(self._find(style_id, xml.OUTLINE_LEVEL), "val", _BODY_LEVEL)
            for style_id in self._by_id
        }
        return {style_id: level + 1 for style_id, level in levels.items() if level != _BODY_LEVEL}

    def ids(self, names: Collection[str]) -> dict[str, str]:
        """Return the names of the styles that have one of some names, in small letters, by their ids."""
        return {style_id: _name(style) for style_id, style in self._by_id.items() if _name(style) in names}

    @cached_property
    def heading_ids(self) -> frozenset[str]:
        """The styles under which a reader looks for a place: those named as headings or titles, or with a level.

        A contents list takes less: the headings with a level, and no title. The names are English in every Word.
        """
        return frozenset(
            style.get(f"{W}styleId", "")
            for style in self.root.iterchildren(xml.STYLE)
            if _name(style).startswith(("heading", "title")) or style.find(xml.OUTLINE_LEVEL) is not None
        )

    @cached_property
    def _by_id(self) -> dict[str, etree._Element]:
        return {style.get(f"{W}styleId", ""): style for style in self.root.iter(xml.STYLE)}

    @cached_property
    def _default(self) -> str:
        """The id of the style of paragraphs without one."""
        found = (style_id for style_id, style in self._by_id.items() if style.get(f"{W}default") == "1")
        return next((style_id for style_id in found if self._by_id[style_id].get(xml.TYPE) == "paragraph"), "")

    def _find(self, style_id: str, path: str) -> etree._Element | None:
        """Return an element of a style, of those it is based on, or of the document's defaults."""
        if (style_id, path) not in self.known:
            self.known[style_id, path] = next(
                (found for style in self._chain(style_id or self._default) if (found := style.find(path)) is not None),
                self.root.find(f"{W}docDefaults/{W}rPrDefault/{path}"),
            )
        return self.known[style_id, path]

    def _chain(self, style_id: str) -> Iterator[etree._Element]:
        seen: set[str] = set()
        while style_id in self._by_id and style_id not in seen:
            seen.add(style_id)
            yield self._by_id[style_id]
            style_id = xml.value(self._by_id[style_id].find(f"{W}basedOn"))


def _name(style: etree._Element) -> str:
    return xml.value(style.find(xml.NAME)).lower()


def margins_of(margins: etree._Element | None, default: int) -> int:
    """Return the left and right margin of cells together in twips.

    Args:
        margins: What a table or its style says of them, if it does.
        default: A margin that is not told.
    """
    sides = [] if margins is None else [*margins]
    return sum(
        next((xml.number(side, "w", default) for side in sides if side.tag in names), default)
        for names in (_LEFT, _RIGHT)
    )
