"""A short Word list of what changed between two drafts: figures, sentences with other words, texts left behind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lakip_gen.word.carry.align import align
from lakip_gen.word.carry.blocks import blocks_of
from lakip_gen.word.carry.texts import masked, spoken
from lakip_gen.word.package import xml
from lakip_gen.word.package.plain_document import Size, paragraph, plain_document, plain_table
from lakip_gen.word.tags.tag import excerpt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

    from lakip_gen.word.carry.texts import Reader

_BOLD: Final = True
_WIDTHS: Final = (3400, 1700, 1700, 2838)
"""Of the columns on a page of A4, in twips."""
_LONGEST: Final = 200
"""So many letters are quoted of a part that can be read in the draft."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeList:
    """What changed from one draft to the next.

    Attributes:
        title: What it is the list of.
        subtitle: Which draft it is compared with.
        figures: A row for each figure: what it is, then, now, because of what.
        sentences: Sentences that claim something else: then and now.
        left: What somebody typed that is not in the next draft.
        added: What is generated and did not stand in the edited draft.
    """

    title: str
    subtitle: str
    figures: Sequence[tuple[str, str, str, str]] = ()
    sentences: Sequence[tuple[str, str]] = ()
    left: Sequence[str] = ()
    added: Sequence[str] = ()


def changed_claims(old: Reader, new: Reader) -> Iterator[tuple[str, str]]:
    """Yield the sentences that say something else by more than numbers: what they said and what they say."""
    before, after = ([one for one in blocks_of(reader) if one.kind == xml.P] for reader in (old, new))
    for i, j in align(before, after).items():
        said, says = spoken(before[i].said), spoken(after[j].said)
        if said != says and masked(before[i].words) != masked(after[j].words):
            yield said, says


def write_change_list(told: ChangeList) -> bytes:
    """Return the list as a Word file."""
    return plain_document(_content(told))


def _content(told: ChangeList) -> Iterator[etree._Element]:
    yield paragraph(told.title, Size.TITLE)
    yield paragraph(told.subtitle)
    if not (told.figures or told.sentences or told.left or told.added):
        yield paragraph("Tidak ada angka atau kalimat yang berubah.")
    if told.figures:
        yield paragraph("Angka dan isian yang berubah", Size.HEADING)
        yield plain_table((("Yang berubah", "Dulu", "Sekarang", "Sebab"), *told.figures), _WIDTHS)
    if told.sentences:
        yield paragraph("Kalimat yang bunyinya berubah", Size.HEADING)
        for old, new in told.sentences:
            yield paragraph(f"Dulu: {old}")
            yield paragraph(f"Sekarang: {new}", is_bold=_BOLD)
    if told.left:
        yield paragraph("Tulisan yang tidak terbawa", Size.HEADING)
        yield paragraph("Tulisan ini ada di draf sebelumnya; salin ke draf baru bila masih perlu.")
        yield from (paragraph(text) for text in told.left)
    if told.added:
        yield paragraph("Bagian yang ditambahkan", Size.HEADING)
        yield paragraph("Bagian ini tidak ada di draf sebelumnya; hapus bila tidak perlu.")
        yield from (paragraph(excerpt(text, _LONGEST)) for text in told.added)
