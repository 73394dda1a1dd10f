"""The only Jinja environment: what a template may compute, and how a value becomes visible text.

A template is written by a colleague and may come from anywhere. It reads the fields, properties and
argument-less methods of the views it is given and nothing else: no globals, no calls with arguments, a short
list of filters and tests, and limits on every operation that could grow without bound.
"""

from __future__ import annotations

import re
import time
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, TypeGuard

from jinja2 import StrictUndefined, filters, nodes, pass_context, pass_environment, tests
from jinja2.compiler import CodeGenerator
from jinja2.exceptions import SecurityError, TemplateRuntimeError
from jinja2.runtime import LoopContext, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from lakip_gen.pesan.bahasa import angka, tanggal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sized

    from jinja2 import Environment
    from jinja2.compiler import Frame
    from jinja2.runtime import Context

LONGEST_TEXT: Final = 100_000
"""The longest text an operation may make, in characters."""
LARGEST_EXPONENT: Final = 64
"""The largest exponent."""
MOST_DIGITS: Final = 28
"""The most digits before the comma of what a template computes: with more the last ones would be made up."""
MOST_TURNS: Final = 1_000_000
"""The most turns all loops of one document may take."""
MOST_SECONDS: Final = 5.0
"""The most processor time one document may take."""
LARGEST_OUTPUT: Final = 40_000_000
"""The most characters one part of the finished document may have."""

_DECIMALS: Final = 2
"""Of a raw number that is not whole; what a template computes has up to 28."""
_SEQUENCES: Final = (str, bytes, list, tuple)
_COLLECTIONS: Final = (list, tuple, dict, set, frozenset)

GUARD: Final = "penjaga putaran"
"""The name of the guard among the variables and the filters; with its blank no template can write it."""
NO_CHART: Final = "<w:r><w:t>[tidak ada grafik pada periode ini]</w:t></w:r>"
"""What stands in the place of a chart that this period has not."""
CHARTS: Final = "penggambar grafik"
"""The name of what draws charts, among the variables and the filters."""
LISTS: Final = "penomor daftar"
"""The name of what numbers lists anew, among the variables and the filters."""


class EmptyValueError(TemplateRuntimeError):
    """A tag printed a value that is not there."""


class LimitError(SecurityError):
    """A template asked for more than a limit allows; the code says which."""

    def __init__(self, code: str, limit: float) -> None:
        super().__init__(code)
        self.code = code
        self.limit = f"{limit:,.0f}".replace(",", ".")


class LoopGuard:
    """Counts the turns and the time of one document's loops."""

    def __init__(self) -> None:
        self.turns = 0
        self.start = time.process_time()  # a laptop that sleeps uses none

    def turn(self) -> None:
        """Count one turn of any loop."""
        self.turns += 1
        if self.turns > MOST_TURNS:
            raise LimitError("templat-putaran-terlalu-banyak", MOST_TURNS)
        if not self.turns % 64:
            self.check_time()

    def check_time(self) -> None:
        """Raise when the time is used up."""
        if time.process_time() - self.start > MOST_SECONDS:
            raise LimitError("templat-waktu-habis", MOST_SECONDS)


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


def is_chart(node: nodes.Node | None) -> TypeGuard[nodes.Filter]:
    """Return whether a node stands for a chart."""
    return isinstance(node, nodes.Filter) and node.name == CHARTS


# What has its own writing in XML, what Word shows as a break or a tab, and what XML 1.0 cannot hold at all.
_SPECIAL: Final = re.compile("[&<>\x00-\x1f\x85\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_MARKUP: Final = str.maketrans(
    {
        **dict.fromkeys([*range(0x20), 0xFFFE, 0xFFFF], ""),
        **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
        **dict.fromkeys("\n\r\x0b\x0c\x85\u2028\u2029", '</w:t><w:br/><w:t xml:space="preserve">'),
        "\t": '</w:t><w:tab/><w:t xml:space="preserve">',
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
    }
)


def visible(value: object) -> str:
    """Return the text of a value as it has to stand in a `w:t`, its breaks and tabs as Word's own."""
    text = value if type(value) is str else _text(value)
    if _SPECIAL.search(text) is None:
        return text
    return text.replace("\r\n", "\n").translate(_MARKUP)


def _text(value: object) -> str:
    """Return the text of anything but a collection: a list of lists of lists may print without end."""
    if value is None:
        raise EmptyValueError
    if isinstance(value, _COLLECTIONS):
        raise LimitError("templat-daftar-dicetak", 0)
    return _indonesian(value)


def _indonesian(value: object) -> str:
    """Return a raw value as Indonesian writes it: `87,50`, `31 Maret 2025`, `ya`."""
    if isinstance(value, float):
        value = Decimal(repr(value))
    if isinstance(value, Decimal):
        return angka(value, 0 if value == value.to_integral_value() else _DECIMALS)
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return tanggal(value) if isinstance(value, date) else str(value)


def join_texts(*items: object) -> str:
    """Return what `~` makes of its operands."""
    return _short("".join(map(_text, items)))


def _short(text: str) -> str:
    if len(text) > LONGEST_TEXT:
        raise LimitError("templat-teks-terlalu-panjang", LONGEST_TEXT)
    return text


def _join(items: Iterable[object], separator: object = "") -> str:
    """Return the members' texts with a separator between them."""
    pieces: list[str] = []
    size = 0
    for item in items:
        pieces.append(_text(item))
        size += len(pieces[-1]) + len(str(separator))
        if size > LONGEST_TEXT:
            raise LimitError("templat-teks-terlalu-panjang", LONGEST_TEXT)
    return str(separator).join(pieces)


def _on_text(name: str) -> Callable[[object], str]:
    """Return one of jinja2's filters of text, without its arguments."""
    function: Callable[[str], str] = filters.FILTERS[name]
    return lambda value: function(_text(value))


@pass_environment
def _sort(
    environment: Environment,
    items: Iterable[object],
    reverse: bool = False,  # noqa: FBT001, FBT002 - jinja2's own signature
    case_sensitive: bool = False,  # noqa: FBT001, FBT002
    attribute: str | None = None,
) -> list[object]:
    """Return the members in order, those without a value last: an unreported figure is neither low nor high."""
    value_of = filters.make_attrgetter(environment, attribute)
    known: list[object] = []
    unknown: list[object] = []
    for item in items:
        (unknown if value_of(item) is None else known).append(item)
    return [*filters.do_sort(environment, known, reverse, case_sensitive, attribute), *unknown]


_FILTERS: Final = (
    "abs count d default first groupby last length list map reject rejectattr reverse select selectattr unique"
)
_TEXT_FILTERS: Final = "capitalize lower title trim upper"
FILTERS: Final[dict[str, Callable[..., Any]]] = {
    **{name: filters.FILTERS[name] for name in _FILTERS.split()},
    **{name: _on_text(name) for name in _TEXT_FILTERS.split()},
    "join": _join,
    "sort": _sort,
}
"""The filters a template may use; each one's result is no longer than what it is given."""

_TESTS: Final = (
    "boolean defined divisibleby even false in integer iterable lower mapping none number odd sequence string"
    " true undefined upper eq ne lt le gt ge equalto greaterthan lessthan == != < <= > >="
)
TESTS: Final = {name: tests.TESTS[name] for name in _TESTS.split()}
"""The tests a template may use after `is`."""

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
    if any(isinstance(item, _COLLECTIONS) for item in items):
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
        super().__init__(autoescape=True, undefined=StrictUndefined, cache_size=0)
        self.globals = {}
        self.filters = FILTERS | {GUARD: _guard, CHARTS: _draw, LISTS: _list_number}
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
