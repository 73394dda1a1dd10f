"""The numbers that Word prints before the paragraphs of counted lists, as `BAB II` before a heading."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from lakip_gen.pesan.bahasa import romawi
from lakip_gen.word.package import xml
from lakip_gen.word.package.numbering import LIST_RULES, NUM_ID
from lakip_gen.word.package.xml import PPR, W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from lakip_gen.word.package.numbering import Numbering
    from lakip_gen.word.package.styles import Styles

_RULES: Final = f"{PPR}/{LIST_RULES}"
_LEVEL: Final = f"{W}ilvl"
_PLACE: Final = re.compile(r"%([1-9])")
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_LARGEST: Final = 3_999
"""The largest number with a Roman one."""


class _Item(NamedTuple):
    """A paragraph of a list: the list and how deep it lies in it."""

    paragraph: etree._Element
    name: str
    level: int


def printed_numbers(root: etree._Element, styles: Styles, numbering: Numbering) -> dict[etree._Element, str]:
    """Return what Word prints before each paragraph of a counted list, by the paragraph.

    Args:
        root: The main part of the filled document.
        styles: The document's styles, which may say that their paragraphs are in a list.
        numbering: The document's lists.
    """
    if not any(map(numbering.counts, numbering.names)):
        return {}
    counts: dict[str, dict[int, int]] = {}
    begun: set[str] = set()
    numbers: dict[etree._Element, str] = {}
    for item in _items(root, styles, numbering):
        of_definition = counts.setdefault(numbering.definition(item.name), {})
        if item.name not in begun:
            begun.add(item.name)
            of_definition |= {level: start - 1 for level, start in numbering.starts_again(item.name).items()}
        start = numbering.level(item.name, item.level).start
        of_definition[item.level] = of_definition.get(item.level, start - 1) + 1
        for deeper in [level for level in of_definition if level > item.level]:
            del of_definition[deeper]
        numbers[item.paragraph] = _printed(item, of_definition, numbering)
    return numbers


def _paragraphs(root: etree._Element, styles: Styles) -> Iterator[etree._Element]:
    """Yield the paragraphs for which they or their styles say anything of a list."""
    last = None
    for rule in root.iter(xml.STYLE_OF_PARAGRAPH, LIST_RULES):
        if rule.tag == LIST_RULES or styles.list_rules(rule.get(xml.VAL, "")) is not None:
            paragraph = xml.paragraph_of(rule)
            if paragraph is not None and paragraph is not last:
                yield paragraph
                last = paragraph


def _items(root: etree._Element, styles: Styles, numbering: Numbering) -> Iterator[_Item]:
    for paragraph in _paragraphs(root, styles):
        style_id = xml.style_id(paragraph)
        rules = paragraph.find(_RULES)
        of_style = styles.list_rules(style_id)
        number = rules if rules is not None and rules.find(NUM_ID) is not None else of_style
        name = "" if number is None else xml.value(number.find(NUM_ID))
        if name not in numbering.names:
            continue
        said = next((one for one in (rules, of_style) if one is not None and one.find(_LEVEL) is not None), None)
        level = numbering.level_of_style(name, style_id) if said is None else xml.number(said.find(_LEVEL), "val", 0)
        yield _Item(paragraph, name, level)


def _printed(item: _Item, counts: dict[int, int], numbering: Numbering) -> str:
    def written(found: re.Match[str]) -> str:
        level = numbering.level(item.name, int(found[1]) - 1)
        return _written(counts.get(int(found[1]) - 1, level.start), level.form)

    own = numbering.level(item.name, item.level)
    return _PLACE.sub(written, own.text) if own.counts else ""


def _written(number: int, form: str) -> str:
    """Return a number in one of Word's forms."""
    if form.endswith("Roman") and 1 <= number <= _LARGEST:
        return romawi(number) if form.startswith("upper") else romawi(number).lower()
    if form.endswith("Letter") and number >= 1:
        rounds, place = divmod(number - 1, len(_LETTERS))
        letters = _LETTERS[place] * (rounds + 1)
        return letters.upper() if form.startswith("upper") else letters
    return f"{number:02d}" if form == "decimalZero" else str(number)
