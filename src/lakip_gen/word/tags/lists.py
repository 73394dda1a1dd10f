"""Let a numbered list begin anew in each round of the loop around the one that makes its items.

Word counts on through all that a loop repeats. A list whose items come from a loop is one list for each round of the
loop around that; so is a list of which one round holds several items. Only its highest level decides: the lower ones
begin anew under each item by themselves.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import takewhile
from typing import TYPE_CHECKING, Final, NamedTuple

from jinja2 import nodes

from lakip_gen.word.tags.sandbox import LISTS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

_ITEM: Final = re.compile(r'<(?:\w+:)?numPr>(?:<\w+:ilvl \w+:val="(\d)"/>)?<\w+:numId \w+:val="([1-9]\d{0,8})"/>')
_SEVERAL: Final = 2


class _Use(NamedTuple):
    """An item of a list: how deep it lies in it, and the loops around it."""

    level: int
    loops: tuple[nodes.For, ...]


def restart_lists(tree: nodes.Template) -> None:
    """Let the tree ask for the number of each list that begins anew, and say where it does."""
    uses: dict[str, list[_Use]] = defaultdict(list)
    for text, loops in _texts(tree.body, ()):
        for level, name in _ITEM.findall(text.data):
            uses[name].append(_Use(int(level or 0), loops))
    items: dict[int, Counter[tuple[int, str]]] = {}
    _count(tree.body, items)
    begun: dict[int, tuple[nodes.For, set[str]]] = {}
    for name, of_list in uses.items():
        if (loop := _begins_in(name, of_list, items)) is not None:
            begun.setdefault(id(loop), (loop, set()))[1].add(name)
    for loop, names in begun.values():
        _ask(loop.body, names, loop.lineno)
        beginnings = [_filter(name, loop.lineno, begins=True) for name in sorted(names)]
        loop.body.insert(0, nodes.Output(beginnings, lineno=loop.lineno))


def _begins_in(name: str, uses: Iterable[_Use], items: Mapping[int, Counter[tuple[int, str]]]) -> nodes.For | None:
    """Return the loop in each round of which a list begins anew; None for one that goes through the document."""
    highest = min(use.level for use in uses)
    around = _shared([use.loops for use in uses if use.level == highest])
    if around and items[id(around[-1])][highest, name] < _SEVERAL:
        around = around[:-1]
    if not around or len(_shared([around, *(use.loops for use in uses)])) < len(around):
        return None
    return around[-1]


def _shared(paths: Iterable[tuple[nodes.For, ...]]) -> tuple[nodes.For, ...]:
    """Return the loops that all paths begin with; loops that look alike are not the same."""
    levels = takewhile(lambda level: all(one is level[0] for one in level), zip(*paths, strict=False))
    return tuple(level[0] for level in levels)


def _count(body: Iterable[nodes.Node], of_loops: dict[int, Counter[tuple[int, str]]]) -> Counter[tuple[int, str]]:
    """Return how many items of each list one round makes at most, and keep it for each loop; a loop makes several."""
    result: Counter[tuple[int, str]] = Counter()
    for node in body:
        if isinstance(node, nodes.Output):
            result.update((int(level or 0), name) for text in _data(node) for level, name in _ITEM.findall(text.data))
        elif isinstance(node, nodes.For):
            of_loops[id(node)] = _count(node.body, of_loops)
            result.update(dict.fromkeys(of_loops[id(node)], _SEVERAL))
            result.update(_count(node.else_, of_loops))
        elif isinstance(node, nodes.If):
            most: Counter[tuple[int, str]] = Counter()
            for branch in (node.body, *(one.body for one in node.elif_), node.else_):
                most |= _count(branch, of_loops)
            result.update(most)
    return result


def _texts(
    body: Iterable[nodes.Node], loops: tuple[nodes.For, ...]
) -> Iterator[tuple[nodes.TemplateData, tuple[nodes.For, ...]]]:
    """Yield the document's own text, with the loops around each piece."""
    for node in body:
        if isinstance(node, nodes.Output):
            yield from ((text, loops) for text in _data(node))
        elif isinstance(node, nodes.For):
            yield from _texts(node.body, (*loops, node))
            yield from _texts(node.else_, loops)
        elif isinstance(node, nodes.If):
            for branch in (node.body, node.elif_, node.else_):
                yield from _texts(branch, loops)


def _data(node: nodes.Output) -> Iterator[nodes.TemplateData]:
    return (one for one in node.nodes if isinstance(one, nodes.TemplateData))


def _ask(body: list[nodes.Node], names: Collection[str], line: int) -> None:
    """Put a question for the number of each of some lists where its number stands."""
    for node in body:
        if isinstance(node, nodes.Output):
            node.nodes = [piece for one in node.nodes for piece in _asked(one, names, line)]
        for branch in ("body", "elif_", "else_"):
            _ask(getattr(node, branch, []), names, line)


def _asked(node: nodes.Expr, names: Collection[str], line: int) -> Iterator[nodes.Expr]:
    position = 0
    if isinstance(node, nodes.TemplateData):
        for found in _ITEM.finditer(node.data):
            if found[2] in names:
                yield nodes.TemplateData(node.data[position : found.start(2)], lineno=line)
                yield _filter(found[2], line, begins=False)
                position = found.end(2)
        if position:
            node = nodes.TemplateData(node.data[position:], lineno=line)
    yield node


def _filter(name: str, line: int, *, begins: bool) -> nodes.Filter:
    return nodes.Filter(nodes.Const(name), LISTS, [nodes.Const(begins)], [], None, None, lineno=line)
