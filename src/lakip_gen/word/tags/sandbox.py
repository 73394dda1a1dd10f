"""The only Jinja environment: what a template may compute, and how a value becomes visible text.

A template is written by a colleague and may come from anywhere. It reads the fields, properties and
argument-less methods of the views it is given and nothing else: no globals, no calls with arguments but the short
count of `range`, a short list of filters and tests, and limits on every operation that could grow without bound.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, TypeGuard

from jinja2 import StrictUndefined, nodes, pass_context
from jinja2.compiler import CodeGenerator
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from lakip_gen.word.tags.filters import FILTERS, TESTS
from lakip_gen.word.tags.limits import (
    LARGEST_EXPONENT,
    LONGEST_RANGE,
    LONGEST_TEXT,
    MOST_DIGITS,
    CellValueError,
    LimitError,
    LoopGuard,
)
from lakip_gen.word.tags.printed import COLLECTIONS, join_texts, visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sized

    from jinja2.compiler import Frame
    from jinja2.runtime import Context

_SEQUENCES: Final = (str, bytes, list, tuple)

GUARD: Final = "penjaga putaran"
"""The name of the guard among the variables and the filters; with its blank no template can write it."""
NO_CHART: Final = "<w:r><w:t>[tidak ada grafik pada periode ini]</w:t></w:r>"
"""What stands in the place of a chart that this period has not."""
CHARTS: Final = "penggambar grafik"
"""The name of what draws charts, among the variables and the filters."""
LISTS: Final = "penomor daftar"
"""The name of what numbers lists anew, among the variables and the filters."""
CELLS: Final = "sifat sel"
"""The name of the filter that lets through what can stand in the properties of a cell."""
RANGE: Final = "deret angka"
"""The name of the filter that counts: what a template writes as `range(5)`."""
_COLOUR: Final = re.compile(r"#?([0-9A-Fa-f]{6})|(auto)")
MOST_SPANNED: Final = 63
"""The most columns a cell may take; Word has no more."""


class _Guarded:
    """An iterable whose turns are counted, and whose length `loop` can still ask for."""

    def __init__(self, iterable: Iterable[object], loop_guard: LoopGuard) -> None:
        self.iterable = iterable
        self.loop_guard = loop_guard

    def __iter__(self) -> Iterator[object]:
        for item in self.iterable:
            self.loop_guard.turn()
            yield item


class _GuardedSized(_Guarded):
    def __len__(self) -> int:
        sized: Sized = self.iterable  # type: ignore[assignment]
        return len(sized)


@pass_context
def _guard(context: Context, iterable: Iterable[object]) -> _Guarded:
    if isinstance(iterable, Undefined):
        iter(iterable)  # raises, with the name
    wrapper = _GuardedSized if hasattr(iterable, "__len__") else _Guarded
    return wrapper(iterable, context.parent[GUARD])


@pass_context
def _draw(context: Context, value: object, width: int) -> str:
    """Return the run that shows a chart, or says that there is none."""
    if value is None:
        return NO_CHART
    drawn: str = context.parent[CHARTS].draw(value, width)
    return drawn


@pass_context
def _list_number(context: Context, name: str, begins: bool) -> str:  # noqa: FBT001 - a filter has no other arguments
    """Return the number of a list, or let it begin anew and print nothing."""
    lists = context.parent[LISTS]
    printed: str = lists.begin(name) if begins else lists.number(name)
    return printed


def _cell_value(value: object, command: str) -> str:
    """Return a colour or a number of columns as it stands in the properties of a cell."""
    if command == "colspan":
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= MOST_SPANNED:
            raise CellValueError("banyaknya kolom harus bilangan bulat dari 1 sampai 63")
        return str(value)
    found = _COLOUR.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise CellValueError("warna sel harus enam angka heksadesimal, misalnya FFC000")
    return found[1] or found[2]


def is_chart(node: nodes.Node | None) -> TypeGuard[nodes.Filter]:
    """Return whether a node stands for a chart."""
    return isinstance(node, nodes.Filter) and node.name == CHARTS


def _count(first: int, *others: int) -> tuple[int, ...]:
    """Return the numbers of a range, of which there may not be too many."""
    numbers = range(first, *others)
    if numbers[LONGEST_RANGE:]:
        raise LimitError("templat-putaran-terlalu-banyak", LONGEST_RANGE)
    return tuple(numbers)


LOOP_CALLS: Final = frozenset({"cycle", "changed"})
"""The only methods that may be called with arguments: those of `loop`."""


_FORWARDED: Final = frozenset({"_loop_vars", "_block_vars"})  # jinja2 adds them to calls by itself


class _Generator(CodeGenerator):
    """Writes all that prints, and all that makes texts and lists, so that it passes through this module."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: object) -> None:  # noqa: ARG002
        self.write("(" if is_chart(node) else "environment.visible(")  # a chart is markup already

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: object) -> None:  # noqa: ARG002
        self.write(")")

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: object) -> str:  # noqa: ARG002
        const = node.as_const(frame.eval_ctx)
        return str(const) if isinstance(node, nodes.TemplateData) else visible(const)

    def visit_Const(self, node: nodes.Const, frame: Frame) -> None:  # noqa: N802 - jinja2's own name
        if isinstance(node.value, Decimal):
            self.write(f"environment.exact({str(node.value)!r})")
        else:
            super().visit_Const(node, frame)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - jinja2's own name
        self.write("environment.join_texts(")
        for item in node.nodes:
            self.visit(item, frame)
            self.write(", ")
        self.write(")")

    def visit_List(self, node: nodes.List, frame: Frame) -> None:  # noqa: N802 - jinja2's own name
        self._write_flat(super().visit_List, node, frame)

    def visit_Tuple(self, node: nodes.Tuple, frame: Frame) -> None:  # noqa: N802 - jinja2's own name
        if node.ctx == "load":
            self._write_flat(super().visit_Tuple, node, frame)
        else:
            super().visit_Tuple(node, frame)

    def _write_flat(self, visit: Callable[[Any, Frame], None], node: nodes.Expr, frame: Frame) -> None:
        self.write("environment.flat(")
        visit(node, frame)
        self.write(")")


def flat(items: list[object] | tuple[object, ...]) -> list[object] | tuple[object, ...]:
    """Return a list written in a template; lists in lists could double their size with every `set`."""
    if any(isinstance(item, COLLECTIONS) for item in items):
        raise SecurityError("list")
    return items


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja with nothing in it but what is listed in this module."""

    code_generator_class = _Generator
    intercepted_binops = frozenset({"+", "-", "*", "**", "%", "/", "//"})
    exact = Decimal
    visible = staticmethod(visible)
    join_texts = staticmethod(join_texts)
    flat = staticmethod(flat)

    def __init__(self) -> None:
        # A report holds no constants worth computing beforehand, and to look for them took a quarter of the compiler.
        super().__init__(autoescape=True, undefined=StrictUndefined, cache_size=0, optimized=False)
        self.globals = {}
        self.filters = FILTERS | {GUARD: _guard, CHARTS: _draw, LISTS: _list_number, CELLS: _cell_value, RANGE: _count}
        self.tests = dict(TESTS)

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - jinja2's own signature
        """Return an attribute; views take the short way, they have no internals to hide."""
        if not attribute.startswith("_") and hasattr(type(obj), "__dataclass_fields__"):
            try:
                return getattr(obj, attribute)
            except AttributeError:
                return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """Call what needs no arguments, and `loop.cycle`."""
        if (args or kwargs.keys() - _FORWARDED) and not _is_loop_call(obj):
            raise SecurityError(str(obj))
        return super().call(context, obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401
        """Compute what the limits allow."""
        _check_operands(operator, left, right)
        if operator == "/" and isinstance(left, int):
            left = Decimal(left)
        return _exact(super().call_binop(context, operator, left, right))


def _is_loop_call(obj: object) -> bool:
    return isinstance(getattr(obj, "__self__", None), LoopContext) and (getattr(obj, "__name__", "") in LOOP_CALLS)


def _check_operands(operator: str, left: object, right: object) -> None:
    """Raise for an operation whose result could be far larger than its operands."""
    if isinstance(left, _SEQUENCES) or isinstance(right, _SEQUENCES):
        _check_texts(operator, left, right)
        return
    is_wide = {"**": _bits(left) * LARGEST_EXPONENT, "*": _bits(left) + _bits(right)}.get(operator, 0) > LONGEST_TEXT
    if is_wide or (operator == "**" and _magnitude(right) > LARGEST_EXPONENT):
        raise LimitError("templat-angka-terlalu-besar", MOST_DIGITS)


def _exact(result: object) -> object:
    """Return a result, but no number that has more digits than are reckoned with."""
    if isinstance(result, int | float | Decimal) and _magnitude(result) >= 10.0**MOST_DIGITS:
        raise LimitError("templat-angka-terlalu-besar", MOST_DIGITS)
    return result


def _check_texts(operator: str, left: object, right: object) -> None:
    """Raise for anything but putting texts or lists one after the other, as far as their length allows."""
    if operator != "+":
        raise SecurityError(operator)
    if _length(left) + _length(right) > LONGEST_TEXT:
        raise LimitError("templat-teks-terlalu-panjang", LONGEST_TEXT)


def _length(value: object) -> int:
    return len(value) if isinstance(value, _SEQUENCES) else 0


def _magnitude(number: object) -> float:
    try:
        return abs(float(number))  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        return float("inf")


def _bits(number: object) -> int:
    return number.bit_length() if isinstance(number, int) else 0
