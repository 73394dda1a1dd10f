"""Read what stands inside one tag into a node of Jinja's syntax tree."""

from __future__ import annotations

import difflib
import functools
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.parser import Parser
from jinja2.visitor import NodeTransformer

from lakip_gen.word.tags.refused import ALLOWED, NAMING, REFUSED
from lakip_gen.word.tags.sandbox import CELLS, CHARTS, GUARD, RANGE, Sandbox
from lakip_gen.word.tags.tag import CELL_COMMANDS, Flaw, Level, TagKind, excerpt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lakip_gen.word.tags.tag import Tag

SANDBOX: Final = Sandbox()
"""The one environment of all templates; nothing in it changes after it is made."""

LONGEST_TAG: Final = 1_000
"""The longest tag, in characters."""

COMMANDS: Final = ("for", "if", "elif", "else", "endif", "endfor", "set", "include", *CELL_COMMANDS)
"""All that may stand first in a `{% %}` tag."""
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

UNREADABLE: Final = nodes.DerivedContextReference()
"""Stands for an expression that could not be read."""

_INCLUDE: Final = re.compile(r"""\s*include\s+(?:"([^"]+)"|'([^']+)')\s*""")
_ODD_CHARACTER: Final = re.compile(r"unexpected char '(.{1,12})' at")
_LONGEST_NAME: Final = 60
"""How much of a wrong name is compared with the right ones."""
_LIKE: Final = 0.62
"""How much a name has to be like a wrong one: "round" shall not bring up "count"."""
_RECURSIVE: Final = False
_RANGE: Final = "range"
_NAME: Final = re.compile(r"[^\W\d]\w*")
_PATH: Final = re.compile(r"\s*([a-z]\w*(?:\.[a-z]\w*)*)\s*", re.ASCII)
_WORDS: Final = frozenset({"and", "else", "if", "in", "is", "not", "or", "true", "false", "none"})
"""What means something else than a field where it stands first in an expression."""
_FRACTION: Final = re.compile(r"\d(?:\.|[eE])")


@dataclass(frozen=True, slots=True)
class Statement:
    """What a tag says: its command word, empty for one that prints, and its node."""

    word: str
    node: nodes.Node | None = None
    flaw: Flaw | None = None


def parse(tag: Tag) -> Statement:
    """Return what a tag says; a fault in it comes along with as much as could be understood."""
    if tag.kind is TagKind.COMMENT:
        return Statement("komentar")
    word, rest = tag.split()
    if flaw := _form_fault(tag):
        return Statement(word, _substitute(word, rest), flaw)
    if word == "include":
        return Statement("komentar", None, _include_fault(tag))
    if word and word not in COMMANDS:
        meant = "set" if word in NAMING else _HABITS.get(word, "komentar")
        return Statement(meant, _substitute(meant, rest), _command_fault(tag, word))
    return _read_statement(tag, word, rest)


def _read_statement(tag: Tag, word: str, rest: str) -> Statement:
    """Return what a tag with a known command says; one that cannot be read keeps the names it would have given."""
    try:
        return Statement(word, _chart(_read_expression(rest)) if tag.is_chart else _READERS[word](rest))
    except _UnreadableError as fault:
        flaw = Flaw("templat-ungkapan-salah", tag.text, (("dekat", str(fault) or "akhir tag"),))
    except _RecursiveLoopError:
        flaw = Flaw("templat-perintah-ditolak", tag.text, (("perintah", "recursive"), ("ganti", ALLOWED)))
    except RecursionError:
        flaw = _too_complex(tag)
    return Statement(word, _substitute(word, rest), flaw)


def included_name(content: str) -> str:
    """Return the name of the sub-template that a tag's inside asks for; empty when it asks for none."""
    found = _INCLUDE.fullmatch(content)
    return (found[1] or found[2]).strip() if found else ""


def lone_name(content: str) -> str:
    """Return the name that is all a tag's inside says; empty when it says anything else."""
    name = content.strip()
    return name if _NAME.fullmatch(name) and name.casefold() not in {*_WORDS, "loop"} else ""


def names_given(node: nodes.Node | None) -> frozenset[str]:
    """Return the names that a loop or a `set` gives; none for any other node."""
    if not isinstance(node, nodes.For | nodes.Assign):
        return frozenset()
    targets = (node.target, *node.target.find_all(nodes.Name))
    return frozenset(one.name for one in targets if isinstance(one, nodes.Name))


def _include_fault(tag: Tag) -> Flaw | None:
    """Return what is wrong with the form of an `include`; a right one was taken care of before."""
    is_right = tag.level is Level.PARAGRAPH and bool(included_name(tag.content))
    return None if is_right else Flaw("templat-sisipan-salah", tag.text)


def closest(name: str, names: Iterable[str]) -> str:
    """Return the name most like a wrong one, or the one it means; empty when there is none."""
    return _closest(name.lower()[:_LONGEST_NAME], tuple(sorted(names)))


@functools.lru_cache(maxsize=1024)
def _closest(name: str, names: tuple[str, ...]) -> str:
    if (meant := _HABITS.get(name, "")) in names:
        return meant
    return next(iter(difflib.get_close_matches(name, names, n=1, cutoff=_LIKE)), "")


def nearest(name: str, names: Iterable[str], *, count: int = 6) -> str:
    """Return the name most like a wrong one, else the first names there are, as text."""
    names = sorted(names, key=lambda one: (not one[:1].isalpha(), one))  # names before signs
    return closest(name, names) or ", ".join(names[:count]) or "(tidak ada)"


def _form_fault(tag: Tag) -> Flaw | None:
    content = tag.content
    if not content.strip():
        return Flaw("templat-tag-kosong", tag.text)
    return (
        Flaw("templat-terlalu-rumit", tag.text, (("batas", str(LONGEST_TAG)),)) if len(content) > LONGEST_TAG else None
    )


def _too_complex(tag: Tag) -> Flaw:
    return Flaw("templat-terlalu-rumit", excerpt(tag.text), (("batas", str(LONGEST_TAG)),))


def _command_fault(tag: Tag, word: str) -> Flaw | None:
    if word in REFUSED:
        return Flaw("templat-perintah-ditolak", tag.text, (("perintah", word), ("ganti", REFUSED[word])))
    if word.removeprefix("end") in REFUSED or word == "endset":
        return None  # its beginning has been told of
    suggestion = nearest(word, COMMANDS, count=len(COMMANDS))
    return Flaw("templat-perintah-tak-dikenal", tag.text, (("perintah", word), ("saran", suggestion)))


class _UnreadableError(Exception):
    """Carries the text at which an expression stopped making sense."""


class _RecursiveLoopError(Exception):
    """Says that a loop wants to call itself."""


def _read(source: str, read: Callable[[Parser], nodes.Node]) -> nodes.Node:
    """Read a tag's inside by Jinja's own parser and refuse what is left over."""
    parser: Parser | None = None
    try:
        parser = Parser(SANDBOX, source, state="variable")
        node = read(parser)
    except (TemplateSyntaxError, ValueError) as fault:
        raise _UnreadableError(_near(parser, fault)) from fault
    if not parser.stream.eos:
        raise _UnreadableError(_near(parser))
    if _FRACTION.search(source):
        _make_exact(node)
    if " if " in source:
        _end_conditions(node)
    if _RANGE in source:
        node = _Counts().visit(node)
    return node


def _end_conditions(node: nodes.Node) -> None:
    """Let a text of the template's own, as in `", " if not loop.last`, be followed by nothing where no `else` is."""
    for one in (node, *node.find_all(nodes.CondExpr)):
        if isinstance(one, nodes.CondExpr) and one.expr2 is None and isinstance(one.expr1, nodes.Const):
            one.expr2 = nodes.Const("")


class _Counts(NodeTransformer):
    """Lets a filter of this program's own count where a template calls `range`: nothing is called by name."""

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - jinja2's own name
        counted = self.generic_visit(node)
        is_range = isinstance(node.node, nodes.Name) and node.node.name == _RANGE
        if not is_range or not node.args or any((node.kwargs, node.dyn_args, node.dyn_kwargs)):
            return counted
        return nodes.Filter(node.args[0], RANGE, node.args[1:], [], None, None)


def _make_exact(node: nodes.Node) -> None:
    """Turn the numbers in an expression into those of the figures they meet."""
    for one in (node, *node.find_all(nodes.Const)):
        if isinstance(one, nodes.Const) and isinstance(one.value, float):
            one.value = Decimal(repr(one.value))


def _path(source: str) -> nodes.Expr | None:
    """Return a name with its fields, which most tags hold and which needs no parser; None for anything else."""
    found = _PATH.fullmatch(source)
    first, *fields = found[1].split(".") if found else [""]
    if not found or first in _WORDS:
        return None
    node: nodes.Expr = nodes.Name(first, "load")
    for name in fields:
        node = nodes.Getattr(node, name, "load")
    return node


def _near(parser: Parser | None, fault: Exception | None = None) -> str:
    odd = _ODD_CHARACTER.search(str(fault))
    if odd or parser is None:
        return odd[1] if odd else ""
    return "" if parser.stream.eos else str(parser.stream.current.value)


def _read_for(source: str) -> nodes.Node:
    return _read(source, _for)


def _for(parser: Parser) -> nodes.For:
    target = _target(parser, ("name:in",))
    parser.stream.expect("name:in")
    iterated = parser.parse_tuple(with_condexpr=False, extra_end_rules=("name:recursive",))
    condition = parser.parse_expression() if parser.stream.skip_if("name:if") else None
    if parser.stream.skip_if("name:recursive"):
        raise _RecursiveLoopError
    return _loop(target, iterated, condition)


def _loop(target: nodes.Node, iterated: nodes.Expr, condition: nodes.Expr | None = None) -> nodes.For:
    """Return a loop whose turns are counted."""
    return nodes.For(target, nodes.Filter(iterated, GUARD, [], [], None, None), [], [], condition, _RECURSIVE)


def _target(parser: Parser, end_rules: tuple[str, ...] | None = None) -> nodes.Node:
    target = parser.parse_assign_target(extra_end_rules=end_rules)
    for name in (target, *target.find_all(nodes.Name)):
        if isinstance(name, nodes.Name) and (name.name == "loop" or name.name.startswith("_")):
            raise _UnreadableError(name.name)
    return target


def _read_if(source: str) -> nodes.Node:
    condition = _path(source) or _read(source, lambda parser: parser.parse_expression(with_condexpr=False))
    return nodes.If(condition, [], [], [])


def _read_set(source: str) -> nodes.Node:
    return _read(source, _set)


def _set(parser: Parser) -> nodes.Assign:
    target = _target(parser)
    parser.stream.expect("assign")
    return nodes.Assign(target, parser.parse_tuple())


def _read_expression(source: str) -> nodes.Node:
    return _path(source) or _read(source, lambda parser: parser.parse_expression())


def _chart(node: nodes.Node) -> nodes.Filter:
    """Return what draws the value of an expression as a chart."""
    return nodes.Filter(node, CHARTS, [], [], None, None)


def _of_cell(command: str) -> Callable[[str], nodes.Node]:
    """Return what reads the expression of a tag about its cell, whose value is then checked."""

    def read(source: str) -> nodes.Node:
        value = _read_expression(source)
        return nodes.Filter(value, CELLS, [nodes.Const(command)], [], None, None)

    return read


def _read_merge(value: str) -> Callable[[str], nodes.Node]:
    """Return what reads a tag that merges the cells of a loop: it has no expression of its own."""

    def read(source: str) -> nodes.Node:
        _read_nothing(source)
        return _read_expression(value)

    return read


def _read_nothing(source: str) -> nodes.Node:
    if source.strip():
        raise _UnreadableError(source.strip())
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
    "cellbg": _of_cell("cellbg"),
    "colspan": _of_cell("colspan"),
    "hm": _read_merge("loop.length"),
    "vm": _read_merge('"restart" if loop.first else "continue"'),
}


def _substitute(word: str, rest: str) -> nodes.Node | None:
    """Return a node for a block whose head is wrong, so that one fault does not bring forth others."""
    if word in ("if", "elif"):
        return nodes.If(UNREADABLE, [], [], [])
    if word == "for":
        names = _NAME.findall(rest.partition(" in ")[0]) or ["_"]
        return _loop(nodes.Tuple([nodes.Name(name, "store") for name in names], "store"), UNREADABLE)
    names = _NAME.findall(rest.partition("=")[0])
    if word == "set" and names and "." not in rest.partition("=")[0]:
        return nodes.Assign(nodes.Tuple([nodes.Name(name, "store") for name in names], "store"), UNREADABLE)
    return None
