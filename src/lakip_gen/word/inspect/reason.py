"""Reason about the expressions of a template: which type each has, and which names in them are wrong."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from jinja2 import nodes

from lakip_gen.word.inspect.paths import advice, loops_of
from lakip_gen.word.inspect.types import (
    LIST,
    NOTHING,
    NUMBER,
    TEXT,
    UNKNOWN,
    ListOf,
    Method,
    ValueType,
    are_alike,
    figure_number,
    is_open,
    kinds,
    members,
    options,
    union,
    without_none,
)
from lakip_gen.word.tags.expression import nearest
from lakip_gen.word.tags.filters import TESTS
from lakip_gen.word.tags.sandbox import LOOP_CALLS
from lakip_gen.word.tags.tag import PICTURES

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from lakip_gen.word.inspect.scope import Scope


class Loop:
    """What `loop` is inside a loop."""

    index: int
    index0: int
    revindex: int
    revindex0: int
    first: bool
    last: bool
    length: int
    depth: int
    depth0: int
    previtem: Any
    nextitem: Any
    cycle: Any
    changed: Any


_LOOP_CALLS: Final = frozenset(f"loop.{name}" for name in LOOP_CALLS)
_ARITHMETIC: Final = (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow)


def path_of(node: nodes.Node) -> str:
    """Return the dotted name an expression is, places in lists included, empty for any other expression."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        path = path_of(node.node)
        return path and f"{path}.{node.attr}"
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const) and type(node.arg.value) is int:
        path = path_of(node.node)
        return path and f"{path}[{node.arg.value}]"
    return ""


def readable(node: nodes.Node) -> str:
    """Return an expression's name for a message."""
    if isinstance(node, nodes.Const):
        return f'"{node.value}"' if isinstance(node.value, str) else str(node.value)
    return path_of(node) or "(…)"


class Reasoner:
    """Finds the types of expressions in a scope, and reports what cannot be right.

    Args:
        scope: The names that are known.
        report: Takes up a fault: its code and the parameters of its text.
        loops: The names that only loops give, each with the tag of one that does.
        filtered: Finds the types of filters, which ask this one for what they are given.
    """

    def __init__(
        self,
        scope: Scope,
        report: Callable[..., None],
        loops: Mapping[str, str],
        filtered: Callable[[Reasoner, nodes.Filter], ValueType],
    ) -> None:
        self.scope = scope
        self.loops = loops
        self.report = report
        self.filtered = filtered
        self.readers: dict[type[nodes.Node], Callable[[Any], ValueType]] = {
            nodes.Name: self._name,
            nodes.Getattr: self._getattr,
            nodes.Getitem: self._getitem,
            nodes.Call: self._call,
            nodes.Filter: self._filter,
            nodes.Test: self._test,
            nodes.CondExpr: self._condition,
            nodes.And: self._and,
            nodes.Or: self._or,
            nodes.Not: self._truth,
            nodes.Compare: self._compare,
            nodes.Concat: self._texts,
            nodes.Const: self._constant,
            nodes.List: self._collection,
            nodes.Tuple: self._collection,
            **dict.fromkeys(_ARITHMETIC, self._arithmetic),
        }

    def type_of(self, node: nodes.Node) -> ValueType:
        """Return the type of an expression."""
        reader = self.readers.get(type(node))
        if reader is not None:
            return reader(node)
        for child in node.iter_child_nodes():
            self.type_of(child)
        return UNKNOWN

    def present(self, node: nodes.Node) -> ValueType:
        """Return the type of an expression that needs a value; report it if it may have none."""
        value_type = self.type_of(node)
        if NOTHING in options(value_type):
            self._report_empty(node)
            return without_none(value_type)
        if isinstance(value_type, Method):
            self.report("templat-metode-tanpa-kurung", nama=readable(node))
            return UNKNOWN
        return value_type

    def _report_empty(self, node: nodes.Node) -> None:
        if isinstance(node, nodes.Getattr) and node.attr == "nilai" and figure_number(self.quietly(node.node)):
            self.report("templat-angka-mungkin-kosong", nama=readable(node), pemilik=readable(node.node))
        else:
            self.report("templat-mungkin-kosong", nama=readable(node))

    def quietly(self, node: nodes.Node) -> ValueType:
        """Return the type of an expression without reporting anything."""
        report, self.report = self.report, _ignore
        value_type = self.type_of(node)
        self.report = report
        return value_type

    def refine(self, condition: nodes.Node, *, holds: bool) -> dict[str, ValueType]:
        """Return what is known of dotted names where a condition holds, or does not."""
        if isinstance(condition, nodes.Not):
            return self.refine(condition.node, holds=not holds)
        if isinstance(condition, nodes.And if holds else nodes.Or):
            return self.refine(condition.left, holds=holds) | self.refine(condition.right, holds=holds)
        if isinstance(condition, nodes.Test) and condition.name == "none":
            return {} if holds else self._known(condition.node)
        return self._known(condition) if holds else {}

    def _known(self, node: nodes.Node) -> dict[str, ValueType]:
        """Return what is known where an expression holds: it is there, and a figure has its number."""
        path = path_of(node)
        if not path:
            return {}
        figure = node.node if isinstance(node, nodes.Getattr) and node.attr == "ada" else node
        value = figure_number(without_none(self.quietly(figure)))
        known = {path: without_none(self.quietly(node))}
        return known | ({f"{path_of(figure)}.nilai": value} if value else {})

    def _name(self, node: nodes.Name) -> ValueType:
        value_type = self.scope.find(node.name)
        if value_type is None:
            self._report_name(node.name)
            return UNKNOWN
        return self.scope.narrowed(node.name) or value_type

    def _report_name(self, name: str) -> None:
        if name == PICTURES:
            self.report("templat-gambar-di-teks")
            return
        names = {key: value_type for key in sorted(self.scope.names()) if (value_type := self.scope.find(key))}
        inside = [f"{key}.{name}" for key in names if self._has(key, name)]
        if not inside and (loop_tags := self.loops.get(name) or loops_of(name, names)):
            self.report("templat-di-luar-pengulangan", nama=name, putaran=loop_tags)
            return
        suggestion = ", ".join(inside) or advice(name, names, {key: key for key in names})
        self.report("templat-nama-tak-dikenal", nama=name, saran=suggestion)

    def _has(self, key: str, name: str) -> bool:
        value_type = self.scope.find(key)
        return (
            isinstance(value_type, type)
            and not value_type.__module__.startswith("builtins")
            and name in members(value_type)
        )

    def _getattr(self, node: nodes.Getattr) -> ValueType:
        return self._attribute(node, node.attr)

    def _getitem(self, node: nodes.Getitem) -> ValueType:
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._attribute(node, node.arg.value)
        self.type_of(node.arg)
        owner = self.present(node.node)
        if isinstance(node.arg, nodes.Slice):
            return owner
        return owner.member if isinstance(owner, ListOf) else UNKNOWN

    def _attribute(self, node: nodes.Getattr | nodes.Getitem, name: str) -> ValueType:
        if name.startswith("_"):
            self.report("templat-nama-terlarang", nama=name)
            return UNKNOWN
        narrowed = self.scope.narrowed(path_of(node))
        return narrowed or self.attribute_of(self.present(node.node), name, readable(node.node))

    def attribute_of(self, owner: ValueType, name: str, path: str) -> ValueType:
        """Return the type of an attribute; report it if no type of its owner has it."""
        found = [value_type for one in options(owner) if (value_type := _member(one, name)) is not None]
        if found:
            return union(found)
        if isinstance(owner, ListOf):
            self.report("templat-daftar-bukan-satu", nama=path, anggota=name)
        else:
            known = {key for one in options(owner) if isinstance(one, type) for key in members(one)}
            suggestion = advice(name, {path: owner}, {key: f"{path}.{key}" for key in known})
            self.report("templat-nama-tak-dikenal", nama=f"{path}.{name}", saran=suggestion)
        return UNKNOWN

    def _call(self, node: nodes.Call) -> ValueType:
        if isinstance(node.node, nodes.Name) and self.scope.find(node.node.name) is None:
            return self._name(node.node)
        value_type = self.type_of(node.node)
        if any((node.args, node.kwargs, node.dyn_args, node.dyn_kwargs)):
            if path_of(node.node) in _LOOP_CALLS:
                return union(map(self.type_of, node.args))
        elif isinstance(value_type, Method):
            return value_type.result
        elif value_type is UNKNOWN:
            return UNKNOWN
        self.report("templat-panggilan-ditolak", nama=readable(node.node))
        return UNKNOWN

    def _filter(self, node: nodes.Filter) -> ValueType:
        return self.filtered(self, node)

    def _test(self, node: nodes.Test) -> ValueType:
        for child in node.args:
            self.type_of(child)
        if node.name not in TESTS:
            self.report("templat-uji-tak-dikenal", uji=node.name, saran=nearest(node.name, TESTS))
        elif node.name not in ("defined", "undefined"):
            self.type_of(node.node)
        return bool

    def _condition(self, node: nodes.CondExpr) -> ValueType:
        self.type_of(node.test)
        with self.scope.inside(known=self.refine(node.test, holds=True)):
            first_type = self.type_of(node.expr1)
        if node.expr2 is None:
            return union((first_type, NOTHING))
        with self.scope.inside(known=self.refine(node.test, holds=False)):
            return union((first_type, self.type_of(node.expr2)))

    def _and(self, node: nodes.And) -> ValueType:
        left = self.type_of(node.left)
        with self.scope.inside(known=self.refine(node.left, holds=True)):
            return union((left, self.type_of(node.right)))

    def _or(self, node: nodes.Or) -> ValueType:
        left = without_none(self.type_of(node.left))
        with self.scope.inside(known=self.refine(node.left, holds=False)):
            return union((left, self.type_of(node.right)))

    def _truth(self, node: nodes.Node) -> ValueType:
        for child in node.iter_child_nodes():
            self.type_of(child)
        return bool

    def _compare(self, node: nodes.Compare) -> ValueType:
        left = node.expr
        for one in node.ops:
            is_order = one.op not in ("eq", "ne", "in", "notin")
            read = self.present if is_order else self.type_of
            pair = read(left), read(one.expr)
            if one.op not in ("in", "notin"):
                self._check_alike((left, one.expr), pair, (NUMBER, TEXT) if is_order else ())
            left = one.expr
        return bool

    def _check_alike(
        self,
        operands: tuple[nodes.Node, nodes.Node],
        value_type: tuple[ValueType, ValueType],
        allowed: Collection[str] = (),
    ) -> None:
        """Report two operands of which it is known that they do not go together."""
        if not are_alike(*value_type, allowed):
            left, right = map(readable, operands)
            left_kinds, right_kinds = map(kinds, value_type)
            self.report("templat-jenis-beda", kiri=left, jenis_kiri=left_kinds, kanan=right, jenis_kanan=right_kinds)

    def _texts(self, node: nodes.Concat) -> ValueType:
        for child in node.nodes:
            self.present(child)
        return str

    def _arithmetic(self, node: nodes.BinExpr) -> ValueType:
        left, right = self.present(node.left), self.present(node.right)
        allowed = (NUMBER, TEXT, LIST) if isinstance(node, nodes.Add) else (NUMBER,)
        self._check_alike((node.left, node.right), (left, right), allowed)
        pair = {left, right}
        if pair <= {int, Decimal}:
            return int if pair == {int} and not isinstance(node, nodes.Div) else Decimal
        return pair.pop() if len(pair) == 1 else UNKNOWN

    def _constant(self, node: nodes.Const) -> ValueType:
        return NOTHING if node.value is None else type(node.value)

    def _collection(self, node: nodes.List | nodes.Tuple) -> ValueType:
        elements = tuple(map(self.type_of, node.items))
        return ListOf(union(elements), elements)


def _ignore(_code: str, **_details: str) -> None:
    """Report nothing."""


def _member(value_type: ValueType, name: str) -> ValueType | None:
    if isinstance(value_type, type):
        return members(value_type).get(name, UNKNOWN if is_open(value_type) else None)
    if isinstance(value_type, ListOf):
        return UNKNOWN if hasattr(tuple, name) else None
    return None if isinstance(value_type, Method) else UNKNOWN
