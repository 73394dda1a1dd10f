"""Make unique again what loops repeat and Word allows once: ids, bookmarks, and marks of comments."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Final

from lakip_gen.word.package import xml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml import etree


_V: Final = "{urn:schemas-microsoft-com:vml}"
_SHAPES: Final = tuple(
    f"{_V}{name}"
    for name in ("shape", "rect", "roundrect", "oval", "line", "polyline", "curve", "arc", "image", "group")
)
_SHAPE_NUMBER: Final = "{urn:schemas-microsoft-com:office:office}spid"


def make_unique(root: etree._Element) -> bool:
    """Mend a rendered part in place; return whether anything was changed."""
    return (
        _renumber(list(root.iter(xml.DOC_PR)), "id")
        | _renumber(list(root.iter(xml.ID)), xml.VAL)
        | _rename(list(root.iter(*_SHAPES)))
        | _drop(list(_repeated_bookmarks(root)))
        | _drop([mark for tag in xml.COMMENT_MARKS for mark in _repeated(root.iter(tag), xml.ID)])
    )


def _renumber(marks: Sequence[etree._Element], key: str) -> bool:
    """Give drawings or content controls that share an id ids of their own."""
    used = {mark.get(key, "") for mark in marks}
    fresh = (str(number) for number in count(1) if str(number) not in used)
    repeated = _repeated(marks, key)
    for mark in repeated:
        mark.set(key, next(fresh))
    return bool(repeated)


def _rename(shapes: Sequence[etree._Element]) -> bool:
    """Give shapes of the old kind that share a name names of their own."""
    named = [shape for shape in shapes if shape.get("id")]
    used = {shape.get("id", "") for shape in named}
    repeated = _repeated(named, "id")
    numbers = count(2)
    for shape in repeated:
        shape.set("id", next(free for number in numbers if (free := f"{shape.get('id')}_{number}") not in used))
        shape.attrib.pop(_SHAPE_NUMBER, "")
    return bool(repeated)


def _drop(repeated: Sequence[etree._Element]) -> bool:
    for mark in repeated:
        xml.remove(mark)
    return bool(repeated)


def _repeated_bookmarks(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the ends of all bookmarks of a name but the first; references can only mean one."""
    repeated = set(_repeated(root.iter(xml.BOOKMARK_START), xml.NAME))
    open_ids: set[str] = set()
    for mark in root.iter(xml.BOOKMARK_START, xml.BOOKMARK_END) if repeated else ():
        number = mark.get(xml.ID, "")
        if mark in repeated:
            open_ids.add(number)
            yield mark
        elif mark.tag == xml.BOOKMARK_END and number in open_ids:
            open_ids.discard(number)
            yield mark


def _repeated(marks: Iterable[etree._Element], key: str) -> list[etree._Element]:
    """Return the elements whose attribute an earlier one has already."""
    first: dict[str, etree._Element] = {}
    return [mark for mark in marks if first.setdefault(mark.get(key, ""), mark) is not mark]
