"""Read what stands inside one tag into a node of Jinja's syntax tree."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.parser import Parser

from lakip_gen.word.tags.sandbox import CHARTS, GUARD, Lingkungan
from lakip_gen.word.tags.tag import Aras, Cacat, Ragam, excerpt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lakip_gen.word.tags.tag import Tag

LINGKUNGAN: Final = Lingkungan()
"""The one environment of all templates; nothing in it changes after it is made."""

MAKS_TAG: Final = 1_000
"""The longest tag, in characters."""

CLOSERS: Final = {"for": "endfor", "if": "endif"}
"""The blocks and what ends them."""
COMMANDS: Final = ("for", "if", "elif", "else", "endif", "endfor", "set", "include")
"""All that may stand first in a `{% %}` tag."""
_REFUSED: Final = frozenset(
    {
        "autoescape",
        "block",
        "break",
        "call",
        "continue",
        "do",
        "extends",
        "filter",
        "from",
        "import",
    }
    | {"macro", "raw", "trans", "with"}
)

_HABITS: Final = {
    **dict.fromkeys(("untuk", "ulang", "ulangi"), "for"),
    **dict.fromkeys(("jika", "bila", "kalau", "apabila"), "if"),
    **dict.fromkeys(("elseif", "elsif", "else if"), "elif"),
    **dict.fromkeys(("lain", "lainnya", "selain"), "else"),
    **dict.fromkeys(("akhirfor", "akhiruntuk", "akhirulang", "end for"), "endfor"),
    **dict.fromkeys(("akhirif", "akhirjika", "end if"), "endif"),
    **dict.fromkeys(("kosong", "null", "empty"), "none"),
}
"""The words that people bring along from Indonesian and from other languages, with those they mean."""

UNKNOWN: Final = nodes.DerivedContextReference()
"""Stands for an expression that could not be read."""

_INCLUDE: Final = re.compile(r"""\s*include\s+(?:"([^"]+)"|'([^']+)')\s*""")
_COMMAND: Final = re.compile(r"[-+\s]*(\w+)(.*)", re.DOTALL)
_TWO_WORDS: Final = re.compile(r"\s*(?:else\s+if|end\s+(?:for|if))\b")
_ODD_CHARACTER: Final = re.compile(r"unexpected char '(.+)' at")
_LIKE: Final = 0.62
"""How much a name has to be like a wrong one: "round" shall not bring up "count"."""
_RECURSIVE: Final = False
_NAME: Final = re.compile(r"[^\W\d]\w*")


@dataclass(frozen=True, slots=True)
class Pernyataan:
    """What a tag says: its command word, empty for one that prints, and its node."""

    kata: str
    simpul: nodes.Node | None = None
    cacat: Cacat | None = None


def parse(tag: Tag) -> Pernyataan:
    """Return what a tag says; a fault in it comes along with as much as could be understood."""
    if tag.ragam is Ragam.KOMENTAR:
        return Pernyataan("komentar")
    kata, sisa = _split(tag)
    if cacat := _form_fault(tag):
        return Pernyataan(kata, _substitute(kata, sisa), cacat)
    if kata == "include":
        return Pernyataan("komentar", None, _include_fault(tag))
    if kata and kata not in COMMANDS:
        maksud = _HABITS.get(kata, "komentar")
        return Pernyataan(maksud, _substitute(maksud, sisa), _command_fault(tag, kata))
    return _read_statement(tag, kata, sisa)


def _read_statement(tag: Tag, kata: str, sisa: str) -> Pernyataan:
    """Return what a tag with a known command says; one that cannot be read keeps the names it would have given."""
    try:
        return Pernyataan(kata, _chart(_read_expression(sisa)) if tag.is_chart else _READERS[kata](sisa))
    except _UnreadableError as fault:
        cacat = Cacat("templat-ungkapan-salah", tag.teks, (("dekat", str(fault) or "akhir tag"),))
    except _RecursiveLoopError:
        cacat = Cacat("templat-perintah-ditolak", tag.teks, (("perintah", "recursive"),))
    except RecursionError:
        cacat = _too_complex(tag)
    return Pernyataan(kata, _substitute(kata, sisa), cacat)


def _split(tag: Tag) -> tuple[str, str]:
    """Return the command word and what follows it; a tag that prints has no command."""
    found = _COMMAND.match(tag.isi) if tag.ragam is Ragam.PERINTAH else None
    if found is None:
        return "", tag.isi
    two_words = _TWO_WORDS.match(tag.isi)
    return (" ".join(two_words[0].split()), "") if two_words else (found[1], found[2])


def included_name(isi: str) -> str:
    """Return the name of the sub-template that a tag's inside asks for; empty when it asks for none."""
    found = _INCLUDE.fullmatch(isi)
    return (found[1] or found[2]).strip() if found else ""


def _include_fault(tag: Tag) -> Cacat | None:
    """Return what is wrong with the form of an `include`; a right one was taken care of before."""
    is_right = tag.aras is Aras.PARAGRAF and bool(included_name(tag.isi))
    return None if is_right else Cacat("templat-sisipan-salah", tag.teks)


def closest(nama: str, daftar: Iterable[str]) -> str:
    """Return the name most like a wrong one, or the one it means; empty when there is none."""
    daftar = sorted(daftar)
    if (maksud := _HABITS.get(nama.lower(), "")) in daftar:
        return maksud
    return next(iter(difflib.get_close_matches(nama.lower(), daftar, n=1, cutoff=_LIKE)), "")


def nearest(nama: str, daftar: Iterable[str], *, jumlah: int = 6) -> str:
    """Return the name most like a wrong one, else the first names there are, as text."""
    daftar = sorted(daftar, key=lambda satu: (not satu[:1].isalpha(), satu))  # names before signs
    return closest(nama, daftar) or ", ".join(daftar[:jumlah]) or "(tidak ada)"


def _form_fault(tag: Tag) -> Cacat | None:
    isi = tag.isi
    if not isi.strip():
        return Cacat("templat-tag-kosong", tag.teks)
    if isi.startswith(("-", "+")) or isi.endswith(("-", "+")):
        return Cacat("templat-tanda-strip", tag.teks)
    return Cacat("templat-terlalu-rumit", tag.teks, (("batas", str(MAKS_TAG)),)) if len(isi) > MAKS_TAG else None


def _too_complex(tag: Tag) -> Cacat:
    return Cacat("templat-terlalu-rumit", excerpt(tag.teks), (("batas", str(MAKS_TAG)),))


def _command_fault(tag: Tag, kata: str) -> Cacat | None:
    if kata in _REFUSED:
        return Cacat("templat-perintah-ditolak", tag.teks, (("perintah", kata),))
    if kata.removeprefix("end") in _REFUSED or kata == "endset":
        return None  # its beginning has been told of
    saran = nearest(kata, COMMANDS, jumlah=len(COMMANDS))
    return Cacat("templat-perintah-tak-dikenal", tag.teks, (("perintah", kata), ("saran", saran)))


class _UnreadableError(Exception):
    """Carries the text at which an expression stopped making sense."""


class _RecursiveLoopError(Exception):
    """Tells that a loop wants to call itself."""


def _read(sumber: str, read: Callable[[Parser], nodes.Node]) -> nodes.Node:
    """Read a tag's inside by Jinja's own parser and refuse what is left over."""
    parser: Parser | None = None
    try:
        parser = Parser(LINGKUNGAN, sumber, state="variable")
        simpul = read(parser)
    except (TemplateSyntaxError, ValueError) as fault:
        raise _UnreadableError(_near(parser, fault)) from fault
    if not parser.stream.eos:
        raise _UnreadableError(_near(parser))
    for satu in (simpul, *simpul.find_all(nodes.Const)):
        if isinstance(satu, nodes.Const) and isinstance(satu.value, float):
            satu.value = Decimal(repr(satu.value))  # the figures it meets are exact
    return simpul


def _near(parser: Parser | None, fault: Exception | None = None) -> str:
    odd = _ODD_CHARACTER.search(str(fault))
    if odd or parser is None:
        return odd[1] if odd else ""
    return "" if parser.stream.eos else str(parser.stream.current.value)


def _read_for(sumber: str) -> nodes.Node:
    return _read(sumber, _for)


def _for(parser: Parser) -> nodes.For:
    target = _target(parser, ("name:in",))
    parser.stream.expect("name:in")
    daftar = parser.parse_tuple(with_condexpr=False, extra_end_rules=("name:recursive",))
    syarat = parser.parse_expression() if parser.stream.skip_if("name:if") else None
    if parser.stream.skip_if("name:recursive"):
        raise _RecursiveLoopError
    return _loop(target, daftar, syarat)


def _loop(target: nodes.Node, daftar: nodes.Expr, syarat: nodes.Expr | None = None) -> nodes.For:
    """Return a loop whose turns are counted."""
    return nodes.For(target, nodes.Filter(daftar, GUARD, [], [], None, None), [], [], syarat, _RECURSIVE)


def _target(parser: Parser, end_rules: tuple[str, ...] | None = None) -> nodes.Node:
    target = parser.parse_assign_target(extra_end_rules=end_rules)
    for nama in (target, *target.find_all(nodes.Name)):
        if isinstance(nama, nodes.Name) and (nama.name == "loop" or nama.name.startswith("_")):
            raise _UnreadableError(nama.name)
    return target


def _read_if(sumber: str) -> nodes.Node:
    return nodes.If(_read(sumber, lambda parser: parser.parse_expression(with_condexpr=False)), [], [], [])


def _read_set(sumber: str) -> nodes.Node:
    return _read(sumber, _set)


def _set(parser: Parser) -> nodes.Assign:
    target = _target(parser)
    parser.stream.expect("assign")
    return nodes.Assign(target, parser.parse_tuple())


def _read_expression(sumber: str) -> nodes.Node:
    return _read(sumber, lambda parser: parser.parse_expression())


def _chart(simpul: nodes.Node) -> nodes.Filter:
    """Return what draws the value of an expression as a chart."""
    return nodes.Filter(simpul, CHARTS, [], [], None, None)


def _read_nothing(sumber: str) -> nodes.Node:
    if sumber.strip():
        raise _UnreadableError(sumber.strip())
    return nodes.Const(None)


_READERS: Final[dict[str, Callable[[str], nodes.Node]]] = {
    "": _read_expression,
    "for": _read_for,
    "if": _read_if,
    "elif": _read_if,
    "set": _read_set,
    "else": _read_nothing,
    "endif": _read_nothing,
    "endfor": _read_nothing,
}


def _substitute(kata: str, sisa: str) -> nodes.Node | None:
    """Return a node for a block whose head is wrong, so that one fault does not bring forth others."""
    if kata in ("if", "elif"):
        return nodes.If(UNKNOWN, [], [], [])
    if kata == "for":
        names = _NAME.findall(sisa.partition(" in ")[0]) or ["_"]
        return _loop(nodes.Tuple([nodes.Name(nama, "store") for nama in names], "store"), UNKNOWN)
    if kata == "set" and (found := _NAME.match(sisa)):
        return nodes.Assign(nodes.Name(found[0], "store"), UNKNOWN)
    return None
