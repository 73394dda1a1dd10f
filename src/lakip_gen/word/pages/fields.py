"""The fields of captions and of references to them, brought into one form whichever program wrote them.

Word writes a field as marks in runs of their own and may cut its instruction in pieces; LibreOffice writes them so too.
Within one paragraph that says the same as the short form, which can be read and changed at once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from lxml import etree

from lakip_gen.word.package import xml
from lakip_gen.word.package.xml import W

if TYPE_CHECKING:
    from collections.abc import Iterator

SIMPLE: Final = f"{W}fldSimple"
INSTRUCTION_OF: Final = f"{W}instr"
_CODE: Final = f"{W}instrText"
_MARK: Final = f"{W}fldChar"
_KIND: Final = f"{W}fldCharType"
_WANTED: Final = re.compile(r"\s*(?:SEQ|REF)\s")
_MAY_HAVE: Final = re.compile(rb"\bSEQ\b|<w:instrText\b")


def may_have_captions(data: bytes) -> bool:
    """Return whether a part may hold fields of captions, without parsing it."""
    return _MAY_HAVE.search(data) is not None


@dataclass(slots=True)
class _Open:
    """A field that has begun: its first run, its instruction so far, and the runs of its result."""

    begin: etree._Element
    code: str = ""
    result: list[etree._Element] = field(default_factory=list)
    is_code: bool = True
    is_plain: bool = True
    """Whether nothing but its instruction and its result has stood in it."""


def simplify(root: etree._Element) -> bool:
    """Write the fields that number and name captions in their short form; return whether there were others."""
    changed = False
    for parent in {run.getparent(): None for run in _marked_runs(root)}:
        if parent is not None:
            changed |= _simplify_within(parent)
    return changed


def _marked_runs(root: etree._Element) -> Iterator[etree._Element]:
    for mark in root.iter(_MARK):
        run = mark.getparent()
        if run is not None and run.tag == xml.R:
            yield run


def _simplify_within(parent: etree._Element) -> bool:
    """Simplify the fields whose runs are all children of one element."""
    changed = False
    open_fields: list[_Open] = []
    for child in list(xml.children(parent)):
        mark = child.find(_MARK) if child.tag == xml.R else None
        kind = "" if mark is None else mark.get(_KIND, "")
        if kind == "begin":
            if open_fields:
                open_fields[-1].is_plain = False
            open_fields.append(_Open(child))
        elif not open_fields:
            continue
        elif kind == "separate":
            open_fields[-1].is_code = False
        elif kind == "end":
            changed |= _close(open_fields.pop(), child)
        else:
            _take(open_fields[-1], child)
    return changed


def _take(one: _Open, child: etree._Element) -> None:
    if one.is_code:
        one.code += "".join(code.text or "" for code in child.iter(_CODE))
    else:
        one.result.append(child)


def _close(one: _Open, end: etree._Element) -> bool:
    """Put the short form in the place of a field that is one of a caption."""
    parent = one.begin.getparent()
    if not one.is_plain or parent is None or _WANTED.match(one.code) is None:
        return False
    simple = etree.Element(SIMPLE, nsmap={"w": xml.W_NS})
    simple.set(INSTRUCTION_OF, f" {' '.join(one.code.split())} ")
    one.begin.addprevious(simple)
    between = [one.begin, *_until(one.begin, end)]
    simple.tail = None
    for child in between:
        parent.remove(child)
    simple.extend(one.result or [_run()])
    return True


def _until(begin: etree._Element, end: etree._Element) -> Iterator[etree._Element]:
    for following in list(begin.itersiblings()):
        yield following
        if following is end:
            return


def _run() -> etree._Element:
    run = etree.Element(xml.R)
    etree.SubElement(run, xml.T)
    return run
