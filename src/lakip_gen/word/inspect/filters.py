"""What the filters of a template return, told from what they are given."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from jinja2 import nodes

from lakip_gen.word.inspect.types import (
    LIST,
    NUMBER,
    TEXT,
    UNKNOWN,
    ListOf,
    are_alike,
    element,
    kinds,
    union,
    without_none,
)
from lakip_gen.word.tags.expression import nearest
from lakip_gen.word.tags.filters import FILTERS, NEEDLESS, TESTS
from lakip_gen.word.tags.printed import Rounded
from lakip_gen.word.tags.sandbox import CELLS, CHARTS, GUARD, LISTS, RANGE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lakip_gen.word.inspect.reason import Reasoner
    from lakip_gen.word.inspect.types import ValueType


_FIXED: Final[Mapping[str, ValueType]] = {
    **dict.fromkeys(("capitalize", "format", "join", "lower", "replace", "title", "trim", "upper"), str),
    **dict.fromkeys(("count", "length"), int),
    "round": Rounded,
    "sum": Decimal,
}
_TO_MEMBER: Final = frozenset({"first", "last"})
_TO_SAME: Final = frozenset(
    {*NEEDLESS, "abs", "list", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "unique"}
)
_ATTRIBUTE_FIRST: Final = frozenset({"groupby", "rejectattr", "selectattr", "sum"})
_NAMED_AFTER: Final[Mapping[str, tuple[int, Mapping[str, object], str]]] = {
    "map": (0, FILTERS, "templat-filter-tak-dikenal"),
    "select": (0, TESTS, "templat-uji-tak-dikenal"),
    "reject": (0, TESTS, "templat-uji-tak-dikenal"),
    "selectattr": (1, TESTS, "templat-uji-tak-dikenal"),
    "rejectattr": (1, TESTS, "templat-uji-tak-dikenal"),
}
"""The filters that are told another filter or test by name: at which place, from which list."""
_PARAMETER: Final = {"templat-filter-tak-dikenal": "filter", "templat-uji-tak-dikenal": "uji"}


def filtered(reasoner: Reasoner, node: nodes.Filter) -> ValueType:
    """Return the type of what a filter returns, and report a filter or an argument that is wrong."""
    if node.node is None:
        return UNKNOWN
    if node.name in (GUARD, CHARTS, LISTS, CELLS):
        value_type = reasoner.present(node.node)
        return str if node.name == CELLS else value_type
    for child in (*node.args, *node.kwargs):
        reasoner.type_of(child)
    if node.name == RANGE:
        reasoner.present(node.node)
        return ListOf(int)
    if node.name not in FILTERS:
        reasoner.report("templat-filter-tak-dikenal", filter=node.name, saran=nearest(node.name, FILTERS))
        reasoner.type_of(node.node)
        return UNKNOWN
    if node.name in NEEDLESS:
        reasoner.report("templat-filter-tak-perlu", filter=node.name)
    if node.name in ("default", "d"):
        replacement = map(reasoner.quietly, node.args)
        return union((without_none(reasoner.type_of(node.node)), *replacement))
    return _result(reasoner, node, reasoner.present(node.node))


def _result(reasoner: Reasoner, node: nodes.Filter, given: ValueType) -> ValueType:
    """Return the type of a known filter's result, and report what its arguments get wrong."""
    name = node.name
    _check_name_argument(reasoner, node)
    picked = _check_attribute_argument(reasoner, node, element(given) or UNKNOWN)
    if name == "map":
        return ListOf(picked)
    if name == "sort":
        _check_order(reasoner, node, picked, element(given) or UNKNOWN)
    return _FIXED.get(name) or _same_or_member(name, given)


def _same_or_member(name: str, given: ValueType) -> ValueType:
    if name in _TO_MEMBER:
        return element(given) or UNKNOWN
    return given if name in _TO_SAME else UNKNOWN


def _check_name_argument(reasoner: Reasoner, node: nodes.Filter) -> None:
    index, known, code = _NAMED_AFTER.get(node.name, (0, {}, ""))
    text = _constant(node.args, index)
    if code and text and text not in known:
        reasoner.report(code, **{_PARAMETER[code]: text, "saran": nearest(text, known)})


def _check_order(reasoner: Reasoner, node: nodes.Filter, picked: ValueType, member: ValueType) -> None:
    """Report members that have no order: views and figures, which are neither more nor less than each other."""
    path = _keyword(node, "attribute")
    value_type = picked if path else member
    if not are_alike(value_type, value_type, (NUMBER, TEXT, LIST)):
        name, found_kinds = path or "anggota daftar", kinds(value_type)
        reasoner.report("templat-jenis-beda", kiri=name, jenis_kiri=found_kinds, kanan=name, jenis_kanan=found_kinds)


def _check_attribute_argument(reasoner: Reasoner, node: nodes.Filter, member: ValueType) -> ValueType:
    """Return the type of the attribute a filter picks from each member; unknown if it picks none."""
    path = _constant(node.args, 0) if node.name in _ATTRIBUTE_FIRST else _keyword(node, "attribute")
    if not path:
        return UNKNOWN
    value_type = member
    for name in path.split("."):
        value_type = reasoner.attribute_of(without_none(value_type), name, "anggota daftar")
    return value_type


def _constant(arguments: list[nodes.Expr], index: int) -> str:
    node = arguments[index] if index < len(arguments) else None
    return node.value if isinstance(node, nodes.Const) and isinstance(node.value, str) else ""


def _keyword(node: nodes.Filter, name: str) -> str:
    return _constant([one.value for one in node.kwargs if one.key == name], 0)
