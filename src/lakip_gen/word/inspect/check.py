"""Inspect a template against the type of its data: all faults at once, without any data."""

from __future__ import annotations

import datetime as dt
import functools
from dataclasses import fields
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from jinja2 import nodes

from lakip_gen.laporan.grafik import Grafik
from lakip_gen.word.inspect.filters import filtered
from lakip_gen.word.inspect.reason import Loop, Reasoner, readable
from lakip_gen.word.inspect.scope import Scope
from lakip_gen.word.inspect.types import (
    UNKNOWN,
    ListOf,
    convert,
    element,
    hints,
    is_printable,
    members,
    options,
    without_none,
)
from lakip_gen.word.tags.expression import closest, names_given
from lakip_gen.word.tags.sandbox import is_chart
from lakip_gen.word.tags.tag import PICTURES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lakip_gen.domain.temuan import Temuan
    from lakip_gen.word.inspect.types import ValueType
    from lakip_gen.word.template.open import WordTemplate
    from lakip_gen.word.template.part import TaggedPart

WARNINGS: Final = frozenset(
    {
        "templat-daftar-isi-dibiarkan",
        "templat-filter-tak-perlu",
        "templat-nilai-mentah",
        "templat-penutup-liar",
        "templat-perubahan-terlacak",
        "templat-tag-di-sifat",
    }
)
"""The codes that do not hinder rendering; all others do."""

_RAW: Final = {Decimal: "87,50", float: "87,50", bool: "ya", dt.date: "31 Maret 2025"}


def check_template(template: WordTemplate, context: type) -> tuple[Temuan, ...]:
    """Return all faults of a template, in the order of the document.

    Args:
        template: The opened template.
        context: The dataclass whose fields are the names a template may use.
    """
    return _inspect(template, context)


@functools.lru_cache(maxsize=64)
def _inspect(template: WordTemplate, context: type) -> tuple[Temuan, ...]:
    found = list(template.form_findings)
    names = top_names(context)
    for index, part in enumerate(template.tagged_parts):
        checker = _Checker(part, dict(names))
        checker.block(part.tree.body)
        found += [(index, number, finding) for number, finding in checker.findings]
    found.sort(key=lambda one: one[:2])
    return tuple(dict.fromkeys(finding for _, _, finding in found))  # both branches of a text box say the same


def top_names(context: type) -> dict[str, ValueType]:
    """Return the names a template may use outside loops, with their types."""
    known = hints(context)
    return {one.name: convert(known[one.name]) for one in fields(context)}


class _Checker:
    """Walks the tree of one part and keeps the findings with the numbers of their tags."""

    def __init__(self, part: TaggedPart, names: dict[str, ValueType]) -> None:
        self.part = part
        self.scope = Scope([names])
        self.reasoner = Reasoner(self.scope, self.report, _loops(part), filtered)
        self.number = 0
        self.findings: list[tuple[int, Temuan]] = []

    def report(self, code: str, **details: str) -> None:
        place, text = self.part.places[self.number]
        self.findings.append((self.number, place.finding(code, text, **details)))

    def at(self, node: nodes.Node) -> None:
        """Let what follows be said about the tag of a node."""
        self.number = node.lineno - 1

    def block(self, items: Iterable[nodes.Node]) -> None:
        for node in items:
            if isinstance(node, nodes.Output):
                self._output(node)
            elif isinstance(node, nodes.For):
                self._for(node)
            elif isinstance(node, nodes.If):
                self._if(node, node.elif_, node.else_)
            elif isinstance(node, nodes.Assign):
                self._assign(node)

    def _output(self, node: nodes.Output) -> None:
        for item in node.nodes:
            if isinstance(item, nodes.TemplateData):
                continue
            self.at(item)
            if is_chart(item) and item.node is not None:
                self._draw(item.node)
            else:
                self._print(item, self.reasoner.present(item))

    def _draw(self, node: nodes.Expr) -> None:
        if self._is_of_other_programs(node) or options(without_none(self.reasoner.type_of(node))) - {UNKNOWN, Grafik}:
            self.report("templat-bukan-grafik")

    def _is_of_other_programs(self, node: nodes.Expr) -> bool:
        """Return whether a name is like that of no chart: for docxtpl such a tag takes in a whole document."""
        if not isinstance(node, nodes.Name) or self.scope.find(node.name) is not None or node.name == PICTURES:
            return False
        charts = [name for name in self.scope.names() if Grafik in options(self.scope.find(name) or UNKNOWN)]
        return not closest(node.name, charts)

    def _print(self, node: nodes.Expr, value_type: ValueType) -> None:
        name = readable(node)
        for one in sorted(options(value_type), key=str):
            if isinstance(one, ListOf):
                self.report("templat-daftar-dicetak", nama=name)
            elif one is Grafik:
                self.report("templat-grafik-dicetak", nama=name)
            elif isinstance(one, type) and not is_printable(one):
                choices = ", ".join(f"{name}.{key}" for key in _printable_members(one)[:6])
                self.report("templat-objek-dicetak", nama=name, pilihan=choices)
            elif isinstance(one, type) and one in _RAW:
                self.report("templat-nilai-mentah", nama=name, contoh=_RAW[one])

    def _for(self, node: nodes.For) -> None:
        self.at(node)
        member = self._member_of(node.iter)
        names: dict[str, ValueType] = {"loop": Loop}
        _bind(node.target, member, names)
        with self.scope.inside(names):
            if node.test is not None:
                self.reasoner.type_of(node.test)
            known = self.reasoner.refine(node.test, holds=True) if node.test is not None else {}
            with self.scope.inside(known=known):
                self.block(node.body)
        self.block(node.else_)

    def _member_of(self, node: nodes.Node) -> ValueType:
        item = node.node if isinstance(node, nodes.Filter) and node.node is not None else node
        items = self.reasoner.present(item)
        member = [element(one) for one in options(items)]
        if None in member:
            self.report("templat-bukan-daftar", nama=readable(item))
        return member[0] or UNKNOWN if len(member) == 1 else UNKNOWN

    def _if(self, node: nodes.If, branches: list[nodes.If], otherwise: list[nodes.Node]) -> None:
        self.at(node)
        self.reasoner.type_of(node.test)
        with self.scope.inside(known=self.reasoner.refine(node.test, holds=True)):
            self.block(node.body)
        with self.scope.inside(known=self.reasoner.refine(node.test, holds=False)):
            if branches:
                self._if(branches[0], branches[1:], otherwise)
            else:
                self.block(otherwise)

    def _assign(self, node: nodes.Assign) -> None:
        self.at(node)
        names: dict[str, ValueType] = {}
        _bind(node.target, self.reasoner.type_of(node.node), names)
        for name, value_type in names.items():
            if self.scope.is_outer(name):
                self.report("templat-set-di-dalam-for", nama=name)
            self.scope.assign(name, value_type)


def _printable_members(view_class: type) -> list[str]:
    """Return what can be printed of a value, its name first."""
    known = members(view_class)
    printable = [
        name for name, value_type in known.items() if isinstance(value_type, type) and is_printable(value_type)
    ]
    return sorted(printable or known, key=lambda name: name != "nama")


def _loops(part: TaggedPart) -> dict[str, str]:
    """Return the names that only loops give, each with the tag of the last one that does."""
    loops = {"loop": "{% for ... in ... %}"}
    for node in part.tree.find_all(nodes.For):
        _, text = part.places[node.lineno - 1]
        loops |= dict.fromkeys(sorted(names_given(node)), text)
    return loops


def _bind(target: nodes.Node, value_type: ValueType, names: dict[str, ValueType]) -> None:
    """Give the names of a target their types."""
    if isinstance(target, nodes.Name):
        names[target.name] = value_type
        return
    elements: Any = value_type.elements if isinstance(value_type, ListOf) and value_type.elements else ()
    items = list(target.iter_child_nodes())
    for index, one in enumerate(items):
        _bind(one, elements[index] if len(elements) == len(items) else UNKNOWN, names)
