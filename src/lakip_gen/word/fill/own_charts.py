"""Give every chart that a loop has repeated parts of its own: who changes the data of one does not mean the others."""

from __future__ import annotations

import posixpath
import re
from itertools import count
from typing import TYPE_CHECKING, Final

from lakip_gen.word.package import opc, xml

if TYPE_CHECKING:
    from collections.abc import Mapping

_CHART: Final = f"{{{xml.C_NS}}}chart"
_LINK: Final = f"{{{xml.R_NS}}}id"
_REFERENCE: Final = re.compile(rb"<\w+:chart\b")
MOST_COPIES: Final = 200
"""So many charts get parts of their own; more share them, as what Word draws of them is the same."""
_DEEP: Final = 2
"""How far what a chart refers to is copied: its workbook and its looks, and what these refer to."""


def with_own_charts(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a filled document with a copy of each chart for every further reference to it."""
    main = xml.main_part(parts)
    if len(_REFERENCE.findall(parts.get(main, b""))) <= 1:
        return parts
    root = xml.parse(parts[main], huge=True)
    result, known, seen = dict(parts), opc.relations(parts, main), set[str]()
    copies = 0
    for reference in root.iter(_CHART):
        identifier = reference.get(_LINK, "")
        link = known.get(identifier)
        if identifier in seen and link is not None and copies < MOST_COPIES:
            copies += 1
            copied = opc.Relation(link.link_type, _copied(result, link.target))
            reference.set(_LINK, opc.relate(result, main, copied))
        seen.add(identifier)
    return {**result, main: xml.serialise(root)} if copies else parts


def _copied(parts: dict[str, bytes], name: str, depth: int = 0) -> str:
    """Copy a part with all that it refers to within the package, and return the name of the copy."""
    new = _free_name(parts, name)
    content_type = opc.content_type(parts, name)
    if content_type:
        opc.add_part(parts, new, parts[name], content_type)
    else:
        parts[new] = parts[name]
    for identifier, relation in opc.relations(parts, name).items():
        is_own = not relation.is_external and relation.target in parts and depth < _DEEP
        target = _copied(parts, relation.target, depth + 1) if is_own else relation.target
        opc.relate(parts, new, opc.Relation(relation.link_type, target, relation.is_external), identifier)
    return new


def _free_name(parts: Mapping[str, bytes], name: str) -> str:
    stem, ending = posixpath.splitext(name)
    return next(free for number in count(2) if (free := f"{stem}-{number}{ending}") not in parts)
