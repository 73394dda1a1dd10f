"""Let `{%p %}`, `{%tr %}` and `{%tc %}` take the place of their paragraph, table row or table cell."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from lakip_gen.word.package import xml
from lakip_gen.word.package.xml import W
from lakip_gen.word.tags.runs import TOKEN, keep_section, section_of, token
from lakip_gen.word.tags.tag import Flaw, Level, excerpt

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lakip_gen.word.tags.tag import Tag

_ELEMENTS: Final = {Level.PARAGRAPH: xml.P, Level.ROW: xml.TR, Level.CELL: xml.TC}
_APART: Final = (xml.DRAWING, xml.PICT, xml.OBJECT)
"""What is named as a whole: the numbers in it are no text."""
_BREAKS: Final = frozenset({"page", "column"})
_PAGE_BEFORE: Final = f"{W}pageBreakBefore"
_OFF: Final = ("0", "false", "off")
_BOOKMARKS: Final = (xml.BOOKMARK_START, xml.BOOKMARK_END)
_MERGE: Final = f"{xml.TC_PR}/{W}vMerge"
_OPENING: Final = re.compile(r"\s*(?:for|if)\b")
_BETWEEN: Final = re.compile(r"\s*(?:else|elif)\b")
_MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
_LOSSES: Final = {
    xml.DRAWING: "gambar, bagan, atau kotak teks",
    xml.PICT: "gambar atau kotak teks",
    xml.OBJECT: "objek sisipan",
    xml.SECT_PR: "pemisah bagian (section break)",
    **dict.fromkeys((f"{W}fldChar", f"{W}fldSimple"), "bidang (field), atau awal atau akhirnya"),
    **dict.fromkeys((*xml.NOTE_REFERENCES, f"{W}footnoteRef", f"{W}endnoteRef"), "nomor catatan kaki"),
    f"{W}sym": "simbol",
    _MATH: "persamaan",
}


def lift(
    carriers: Mapping[int, etree._Element], tags: Mapping[int, Tag]
) -> tuple[dict[int, etree._Element], dict[int, Flaw]]:
    """Replace what the tags stand for by their tokens; return the tokens' parents and the faults.

    Args:
        carriers: The paragraph of each tag to lift, by the tag's number.
        tags: All tags of the part by number.
    """
    parents: dict[int, etree._Element] = {}
    faults: dict[int, Flaw] = {}
    for element, numbers in _by_element(carriers, tags, faults).items():
        if flaw := _loss(element, numbers, tags):
            faults[numbers[0]] = flaw
            continue
        parent = element.getparent()
        if parent is not None:
            _replace(element, numbers, tags)
            parents.update(dict.fromkeys(numbers, parent))
    return parents, faults


def _replace(element: etree._Element, numbers: Sequence[int], tags: Mapping[int, Tag]) -> None:
    """Put tokens in an element's place; a section break stays, outside the block that begins or ends there."""
    tokens = "".join(map(token, numbers))
    before, after = carried(element)
    for one in before:
        element.addprevious(one)
    for one in reversed(after):
        element.addnext(one)
    if not keep_section(element):
        xml.put_before(element, tokens)
        xml.remove(element)
    elif any(_OPENING.match(tags[number].content) for number in numbers):
        element.tail = tokens + (element.tail or "")
    else:
        xml.put_before(element, tokens)


def carried(element: etree._Element) -> tuple[list[etree._Element], list[etree._Element]]:
    """Return what stays of an element before and after its tags: bookmarks, and breaks of pages and columns."""
    before: list[etree._Element] = [_paragraph_like(element, keep_page=True)] if _begins_page(element) else []
    after: list[etree._Element] = []
    kept, has_token = before, False
    for one in list(element.iter("*")):
        if not has_token and TOKEN.search(one.text or ""):
            kept, has_token = after, True
        if one.tag in _BOOKMARKS and _stands_in(one, element):
            kept.append(_bare(one))
        elif one.tag == xml.BR and one.get(xml.TYPE) in _BREAKS and element.tag == xml.P:
            kept.append(_broken(element, one))
        if not has_token and TOKEN.search(one.tail or ""):
            kept, has_token = after, True
    return before, after


def _stands_in(mark: etree._Element, element: etree._Element) -> bool:
    return xml.closest(mark, str(element.tag)) is element


def _bare(mark: etree._Element) -> etree._Element:
    mark = copy.deepcopy(mark)
    mark.tail = None
    return mark


def _broken(paragraph: etree._Element, mark: etree._Element) -> etree._Element:
    """Return a paragraph that does nothing but break the page or column."""
    result = _paragraph_like(paragraph, keep_page=False)
    etree.SubElement(result, xml.R).append(_bare(mark))
    return result


def _paragraph_like(paragraph: etree._Element, *, keep_page: bool) -> etree._Element:
    """Return an empty paragraph with the settings of another; with its new page only where that is to be kept."""
    result = etree.Element(xml.P)
    settings = paragraph.find(xml.PPR)
    if settings is not None:
        settings = _bare(settings)
        for one in settings.findall(xml.SECT_PR) + ([] if keep_page else settings.findall(_PAGE_BEFORE)):
            settings.remove(one)
        result.append(settings)
    return result


def _begins_page(paragraph: etree._Element) -> bool:
    """Return whether a paragraph is set to begin a page."""
    setting = paragraph.find(f"{xml.PPR}/{_PAGE_BEFORE}") if paragraph.tag == xml.P else None
    return setting is not None and setting.get(xml.VAL) not in _OFF


def _breaks_within(element: etree._Element) -> bool:
    """Return whether a row or cell holds the break of a page or column, which nothing outside it could hold."""
    if element.tag == xml.P:
        return False
    breaks = any(one.get(xml.TYPE) in _BREAKS for one in element.iter(xml.BR))
    return breaks or any(map(_begins_page, element.iter(xml.P)))


def _is_ambiguous(numbers: Sequence[int], tags: Mapping[int, Tag]) -> bool:
    """Return whether a section break in the tags' paragraph could belong to one block as well as to another."""
    contents = [tags[number].content for number in numbers]
    opens = [bool(_OPENING.match(content)) for content in contents]
    return any(map(_BETWEEN.match, contents)) or len(set(opens)) > 1


def _by_element(
    carriers: Mapping[int, etree._Element], tags: Mapping[int, Tag], faults: dict[int, Flaw]
) -> dict[etree._Element, list[int]]:
    grouped: dict[etree._Element, list[int]] = {}
    for number, paragraph in carriers.items():
        tag = tags[number]
        element = xml.closest(paragraph, _ELEMENTS[tag.level])
        if element is None:
            details = (("aras", tag.level.value), ("sebutan", tag.level.label))
            faults[number] = Flaw("templat-di-luar-tabel", tag.text, details)
        else:
            grouped.setdefault(element, []).append(number)
    return grouped


def _loss(element: etree._Element, numbers: Sequence[int], tags: Mapping[int, Tag]) -> Flaw | None:
    """Return the fault that content would go with the element, if there is any but the tags."""
    tag = tags[numbers[0]]
    rest = _other_text(element, frozenset(numbers), tags)
    if not rest:
        kept = None if _is_ambiguous(numbers, tags) else section_of(element)
        thing = lost_with(element, kept)
        thing = thing or ("awal sel yang digabung ke bawah" if _begins_merge(element) else "")
        thing = thing or ("pemisah halaman atau kolom" if _breaks_within(element) else "")
        rest = thing and f"({thing})"
    if not rest:
        return None
    return would_lose(tag, rest)


def would_lose(tag: Tag, rest: str) -> Flaw:
    """Return the fault that a tag would take the place of more than itself."""
    details = (("aras", tag.level.value), ("sebutan", tag.level.label), ("sisa", rest))
    return Flaw("templat-isi-hilang", tag.text, details)


def lost_with(element: etree._Element, kept: etree._Element | None) -> str:
    """Return what else than text would go with an element, for a message; empty where nothing would.

    Args:
        element: The paragraph, row or cell.
        kept: The section break that stays, where one does.
    """
    return next((_LOSSES[found.tag] for found in element.iter(*_LOSSES) if found is not kept), "")


def _begins_merge(element: etree._Element) -> bool:
    """Return whether a row begins a merged cell that the next row goes on with."""
    following = next(element.itersiblings(xml.TR), None) if element.tag == xml.TR else None
    if following is None:
        return False
    begins = any(mark.get(xml.VAL) == "restart" for mark in element.iterfind(f"{xml.TC}/{_MERGE}"))
    goes_on = any(mark.get(xml.VAL) != "restart" for mark in following.iterfind(f"{xml.TC}/{_MERGE}"))
    return begins and goes_on


def _other_text(element: etree._Element, own: frozenset[int], tags: Mapping[int, Tag]) -> str:
    def readable(found: re.Match[str]) -> str:
        number = int(found[1])
        return "" if number in own or number not in tags else tags[number].text

    return excerpt(TOKEN.sub(readable, "".join(_texts(element))))


def _texts(element: etree._Element) -> Iterator[str]:
    """Yield the texts of an element, but not what pictures and objects say of themselves."""
    yield element.text or ""
    for child in element.iterchildren("*"):
        if child.tag not in _APART:
            yield from _texts(child)
        yield child.tail or ""
