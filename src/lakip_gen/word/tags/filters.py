"""The filters and tests a template may use; those of numbers and texts are exact and write as Indonesian does."""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any, Final

from jinja2 import filters, pass_environment, tests
from jinja2.exceptions import SecurityError

from lakip_gen.word.tags.limits import LONGEST_TEXT, LimitError
from lakip_gen.word.tags.printed import Rounded, short, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from jinja2 import Environment

MOST_DECIMALS: Final = 10
_METHODS: Final = {"common": ROUND_HALF_UP, "ceil": ROUND_CEILING, "floor": ROUND_FLOOR}
_PLACE: Final = re.compile(r"%(?:(?:\.(\d))?([sdf])|(%))")
_OF_FLOATS: Final = 6
"""The decimals of `%f`."""


def _join(items: Iterable[object], separator: object = "") -> str:
    """Return the members' texts with a separator between them."""
    pieces: list[str] = []
    size = 0
    for item in items:
        pieces.append(text_of(item))
        size += len(pieces[-1]) + len(str(separator))
        if size > LONGEST_TEXT:
            raise LimitError("templat-teks-terlalu-panjang", LONGEST_TEXT)
    return str(separator).join(pieces)


def _round(value: Decimal | float, precision: int = 0, method: str = "common") -> Rounded:
    """Return a number rounded half up, up or down, which shows as many decimals as asked for."""
    if not isinstance(precision, int) or not 0 <= precision <= MOST_DECIMALS or method not in _METHODS:
        raise SecurityError("round")
    exact = value if isinstance(value, Decimal) else Decimal(repr(value))
    return Rounded(exact.quantize(Decimal(1).scaleb(-precision), rounding=_METHODS[method]))


@pass_environment
def _sum(
    environment: Environment, items: Iterable[object], attribute: str | None = None, start: Decimal | int = 0
) -> Decimal | int:
    """Return the sum of numbers; one that is not there makes it fail, as a part of a sum is no sum."""
    value_of = filters.make_attrgetter(environment, attribute)
    total = start
    for item in items:
        total += _number(value_of(item))
    return total


def _number(value: object) -> Decimal | int:
    if not isinstance(value, Decimal | int) or isinstance(value, bool):
        raise TypeError
    return value


def _replace(value: object, old: str, new: str, count: int | None = None) -> str:
    text = text_of(value)
    times = text.count(old) if count is None else min(count, text.count(old))
    if len(text) + times * (len(new) - len(old)) > LONGEST_TEXT:
        raise LimitError("templat-teks-terlalu-panjang", LONGEST_TEXT)
    return text.replace(old, new, times)


def _format(pattern: str, *values: object) -> str:
    """Return a text with values in the places of `%s`, of `%d` whole and of `%.2f` with that many decimals.

    Raises:
        ValueError: When there are more or fewer values than places, or a place of another kind.
    """
    rest = list(values)

    def put(found: re.Match[str]) -> str:
        if found[3]:
            return "%"
        value = rest.pop(0)
        decimals = int(found[1] or (_OF_FLOATS if found[2] == "f" else 0))
        is_printed_so = found[2] == "s" or (found[2] == "d" and isinstance(_number(value), int))
        return text_of(value if is_printed_so else _round(_number(value), decimals))

    text = _PLACE.sub(put, pattern)
    if rest or "%" in _PLACE.sub("", pattern):
        raise ValueError
    return short(text)


def _as_it_is(value: object) -> object:
    """Return a value: whatever is printed here is text already, and never markup."""
    return value


def _on_text(name: str) -> Callable[[object], str]:
    """Return one of jinja2's filters of text, without its arguments."""
    function: Callable[[str], str] = filters.FILTERS[name]
    return lambda value: function(text_of(value))


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


def _default(value: object, instead: object = "", boolean: bool = False) -> object:  # noqa: FBT001, FBT002
    """Return something else where a value is missing: here that is None, and no name is undefined."""
    return instead if value is None or (boolean and not value) else value


NEEDLESS: Final = ("e", "escape", "safe")
"""What other programs need where a text may hold signs of XML, and this one does not."""
_FILTERS: Final = "abs count first groupby last length list map reject rejectattr reverse select selectattr unique"
_TEXT_FILTERS: Final = "capitalize lower title trim upper"
FILTERS: Final[dict[str, Callable[..., Any]]] = {
    **{name: filters.FILTERS[name] for name in _FILTERS.split()},
    **{name: _on_text(name) for name in _TEXT_FILTERS.split()},
    "join": _join,
    "sort": _sort,
    **dict.fromkeys(("d", "default"), _default),
    "round": _round,
    "sum": _sum,
    "replace": _replace,
    "format": _format,
    **dict.fromkeys(NEEDLESS, _as_it_is),
}
"""The filters a template may use; each one's result is no longer than what it is given."""

_TESTS: Final = (
    "boolean defined divisibleby even false in integer iterable lower mapping none number odd sequence string"
    " true undefined upper eq ne lt le gt ge equalto greaterthan lessthan == != < <= > >="
)
TESTS: Final = {name: tests.TESTS[name] for name in _TESTS.split()}
"""The tests a template may use after `is`."""
