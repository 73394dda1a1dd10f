"""Let a block whose tags each stand alone in a paragraph take these paragraphs' places, though no letter says so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lakip_gen.word.tags.runs import TOKEN
from lakip_gen.word.tags.tag import CLOSERS, Level, TagKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

    from lakip_gen.word.tags.tag import Tag


def widen(tags: dict[int, Tag], elements: dict[int, etree._Element]) -> None:
    """Give the tags that mean their paragraphs the letter `p`.

    So it is only where nothing else can be meant: all tags of a block in paragraphs of their own, one beside the other.

    Args:
        tags: All tags of the part by number.
        elements: The paragraph of each tag.
    """
    widened: list[int] = []
    open_blocks: list[list[int]] = []
    for number, tag in tags.items():
        if tag.kind is not TagKind.COMMAND or tag.level is not Level.TEXT:
            continue
        if tag.word in CLOSERS:
            open_blocks.append([number])
        elif open_blocks:
            open_blocks[-1].append(number)
            if tag.word in CLOSERS.values():
                block = open_blocks.pop()
                if _means_paragraphs([elements[one] for one in block]):
                    widened += block
            elif tag.word not in ("elif", "else"):
                open_blocks[-1].pop()
    for number in widened:
        tags[number] = replace(tags[number], level=Level.PARAGRAPH)


def _means_paragraphs(block: Sequence[etree._Element]) -> bool:
    parents = {element.getparent() for element in block}
    return len(set(block)) == len(block) > 1 and len(parents) == 1 and all(map(_is_alone, block))


def _is_alone(paragraph: etree._Element) -> bool:
    text = "".join(map(str, paragraph.itertext()))
    return len(TOKEN.findall(text)) == 1 and not TOKEN.sub("", text).strip()
