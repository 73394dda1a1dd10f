"""What the styles of a document say: of letters, of headings, and of the room in cells."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from lxml import etree

from lakip_gen.word.package import parts, xml
from lakip_gen.word.package.xml import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

CELL_MARGINS: Final = f"{W}tblPr/{W}tblCellMar"
_LEFT: Final = (f"{W}left", f"{W}start")
_RIGHT: Final = (f"{W}right", f"{W}end")
_DIGIT: Final = {"calibri": 0.507, "carlito": 0.507, "times new roman": 0.5}
"""The width of a digit in ems; in most other faces it is that of Arial."""
_DIGIT_ELSE: Final = 0.556
_DEFAULT_SIZE: Final = 20
_BODY_LEVEL: Final = 9
"""The outline level of what is no heading, counted from 0."""


class Gaya:
    """The styles of one document, asked by their ids; an empty id means the default style of paragraphs.

    Args:
        bagian: The document's parts.
    """

    def __init__(self, bagian: Mapping[str, bytes]) -> None:
        nama = parts.target_of(bagian, xml.main_part(bagian), "styles")
        self.root = xml.parse(bagian[nama]) if nama and bagian[nama] else etree.Element(f"{W}styles")
        self.known: dict[tuple[str, str], etree._Element | None] = {}

    def size(self, kode: str) -> int:
        """Return the size of a style's letters in half-points."""
        return xml.number(self._find(kode, f"{xml.RPR}/{xml.SIZE}"), "val", _DEFAULT_SIZE)

    def digit(self, kode: str) -> float:
        """Return the width of a digit in ems."""
        found = self._find(kode, f"{xml.RPR}/{W}rFonts")
        return _DIGIT.get("" if found is None else found.get(f"{W}ascii", "").casefold(), _DIGIT_ELSE)

    def margins(self, kode: str) -> int:
        """Return the left and right margin of a table style's cells together, in twips."""
        return margins_of(self._find(kode, CELL_MARGINS), 0)

    @cached_property
    def headings(self) -> dict[str, int]:
        """The level of each style of headings, 1 the highest."""
        levels = {kode: xml.number(self._find(kode, xml.OUTLINE_LEVEL), "val", _BODY_LEVEL) for kode in self._by_id}
        return {kode: level + 1 for kode, level in levels.items() if level != _BODY_LEVEL}

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
        found = (kode for kode, style in self._by_id.items() if style.get(f"{W}default") == "1")
        return next((kode for kode in found if self._by_id[kode].get(xml.TYPE) == "paragraph"), "")

    def _find(self, kode: str, jalur: str) -> etree._Element | None:
        """Return an element of a style, of those it is based on, or of the document's defaults."""
        if (kode, jalur) not in self.known:
            self.known[kode, jalur] = next(
                (found for style in self._chain(kode or self._default) if (found := style.find(jalur)) is not None),
                self.root.find(f"{W}docDefaults/{W}rPrDefault/{jalur}"),
            )
        return self.known[kode, jalur]

    def _chain(self, kode: str) -> Iterator[etree._Element]:
        seen: set[str] = set()
        while kode in self._by_id and kode not in seen:
            seen.add(kode)
            yield self._by_id[kode]
            base = self._by_id[kode].find(f"{W}basedOn")
            kode = "" if base is None else base.get(xml.VAL, "")


def _name(style: etree._Element) -> str:
    name = style.find(xml.NAME)
    return "" if name is None else name.get(xml.VAL, "").lower()


def margins_of(margins: etree._Element | None, lain: int) -> int:
    """Return the left and right margin of cells together in twips.

    Args:
        margins: What a table or its style says of them, if it does.
        lain: A margin that is not told.
    """
    sides = [] if margins is None else [*margins]
    return sum(
        next((xml.number(side, "w", lain) for side in sides if side.tag in names), lain) for names in (_LEFT, _RIGHT)
    )
