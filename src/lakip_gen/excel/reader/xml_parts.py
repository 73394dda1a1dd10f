"""Parts of a workbook as events: every part is parsed once, and nothing in it is fetched or expanded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, Protocol
from xml.parsers import expat
from xml.parsers.expat import XMLParserType

from lakip_gen.excel.reader.bounds import CHUNK, DamagedError

MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
Attributes = Mapping[str, str]


class Handler(Protocol):
    """What is told of the elements and texts of a part, in their order."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Be told that an element begins."""

    def end(self, name: str) -> None:
        """Be told that an element ends."""

    def text(self, text: str) -> None:
        """Be told a piece of text."""


_NAMES: Final[dict[str, str]] = {}
"""The names that handlers ask for; the parser tells the very same strings, which makes comparing them fast."""


def main(name: str) -> str:
    """Return the name of an element of the spreadsheet language as the parser tells it."""
    return _NAMES.setdefault(f"{MAIN} {name}", f"{MAIN} {name}")


def local(name: str) -> str:
    """Return the name of an element or attribute without its namespace."""
    return name.rpartition(" ")[2]


def is_true(text: str | None) -> bool:
    """Return whether an attribute that is yes or no says yes."""
    return text in {"1", "true", "on"}


def create_parser(handler: Handler) -> XMLParserType:
    """Return a parser that tells a handler what it meets."""
    parser = expat.ParserCreate(namespace_separator=" ", intern=dict(_NAMES))
    parser.buffer_text = True
    parser.StartElementHandler = handler.start
    parser.EndElementHandler = handler.end
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    return parser


def feed(parser: XMLParserType, part: str, data: bytes, *, last: bool) -> None:
    """Hand a piece of a part to its parser.

    Raises:
        DamagedError: When the part is not well-formed.
    """
    try:
        parser.Parse(data, last)
    except (expat.ExpatError, LookupError, ValueError) as fault:
        raise DamagedError(f"susunan XML pada bagian {part} salah") from fault


def parse(part: str, data: bytes, handler: Handler) -> None:
    """Tell a handler all of a part.

    Raises:
        DamagedError: When the part is not well-formed.
    """
    _feed_all(create_parser(handler), part, data)


def elements(part: str, data: bytes, wanted: Callable[[str, dict[str, str]], None]) -> None:
    """Tell only where elements begin, by their names without namespace.

    Raises:
        DamagedError: When the part is not well-formed.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = lambda name, attributes: wanted(local(name), attributes)
    parser.StartDoctypeDeclHandler = _refuse_doctype
    _feed_all(parser, part, data)


def _feed_all(parser: XMLParserType, part: str, data: bytes) -> None:
    """Hand a part over piece by piece: of a whole one the parser would keep a copy."""
    for position in range(0, len(data), CHUNK):
        feed(parser, part, data[position : position + CHUNK], last=False)
    feed(parser, part, b"", last=True)


def _refuse_doctype(*_: object) -> None:
    raise DamagedError("ada DOCTYPE di dalamnya")
