"""What is known of a value before there is one: the types of the views, read from their annotations.

Where nothing is known the answer is `UNKNOWN`, and inspection keeps silent.
"""

from __future__ import annotations

import collections.abc
import enum
import functools
import inspect
import sys
import types
import typing
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Final, Literal, Union, get_args, get_origin, get_type_hints

if typing.TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable


class _Unknown:
    """The type of what is not known."""


UNKNOWN: Final = _Unknown()
NOTHING: Final = types.NoneType


@dataclass(frozen=True, slots=True)
class ListOf:
    """A collection: the type of its members, and of each place if their number is fixed."""

    member: ValueType
    elements: tuple[ValueType, ...] | None = None


@dataclass(frozen=True, slots=True)
class Method:
    """A method that needs no argument, and what it returns."""

    result: ValueType


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of several types."""

    members: frozenset[ValueType]


ValueType: typing.TypeAlias = "type[Any] | ListOf | Method | OneOf | _Unknown"

_COLLECTIONS: Final = (
    list,
    set,
    frozenset,
    collections.abc.Collection,
    collections.abc.Iterable,
    collections.abc.Iterator,
    collections.abc.Sequence,
    collections.abc.Set,
    collections.abc.Generator,
)
_WRAPPERS: Final = (Annotated, ClassVar, Final)


def union(value_types: Iterable[ValueType]) -> ValueType:
    """Return the type of a value that has one of these types."""
    flat: set[ValueType] = set()
    for value_type in value_types:
        flat |= value_type.members if isinstance(value_type, OneOf) else {value_type}
    if UNKNOWN in flat or not flat:
        return UNKNOWN
    return flat.pop() if len(flat) == 1 else OneOf(frozenset(flat))


def options(value_type: ValueType) -> frozenset[ValueType]:
    """Return the types a value may have."""
    return value_type.members if isinstance(value_type, OneOf) else frozenset({value_type})


def without_none(value_type: ValueType) -> ValueType:
    """Return the type of a value that is known to be there."""
    return union(one for one in options(value_type) if one is not NOTHING)


def convert(annotation: object) -> ValueType:
    """Return the type an annotation means."""
    if annotation is None:
        return NOTHING
    if hasattr(annotation, "__supertype__"):
        return convert(annotation.__supertype__)
    origin = get_origin(annotation)
    return _convert_class(annotation) if origin is None else _convert_generic(origin, get_args(annotation))


def _convert_class(annotation: object) -> ValueType:
    if not isinstance(annotation, type) or annotation in (object, Any):
        return UNKNOWN
    if issubclass(annotation, (list, tuple, set, frozenset)):
        return UNKNOWN if hasattr(annotation, "_fields") else ListOf(UNKNOWN)
    return UNKNOWN if issubclass(annotation, collections.abc.Mapping) else annotation


def _convert_generic(origin: object, args: tuple[object, ...]) -> ValueType:
    if origin in (Union, types.UnionType):
        return union(map(convert, args))
    if origin is tuple:
        return _convert_tuple(args)
    if origin in _COLLECTIONS:
        return ListOf(convert(args[0]))
    if origin in _WRAPPERS:
        return convert(args[0])
    return union(type(one) for one in args) if origin is Literal else UNKNOWN


def _convert_tuple(args: tuple[object, ...]) -> ValueType:
    if args[-1:] == (...,):
        return ListOf(convert(args[0]))
    elements = tuple(map(convert, args))
    return ListOf(union(elements), elements)


def members(view_class: type) -> dict[str, ValueType]:
    """Return what a template may ask of a value of a class, by name."""
    return _members(view_class)


@functools.cache
def _members(view_class: type[Any]) -> dict[str, ValueType]:
    known = hints(view_class)
    names = {*dir(view_class), *known}
    return {name: _member(view_class, name, known) for name in sorted(names) if not name.startswith("_")}


def hints(holder: object) -> dict[str, Any]:
    """Return annotations as objects; one of a name that exists for type checkers only is `Any`."""
    try:
        return get_type_hints(holder)
    except (NameError, TypeError, AttributeError):
        owners = getattr(holder, "__mro__", (holder,))
        return {name: _hint(owner, name) for owner in owners for name in getattr(owner, "__annotations__", {})}


def _hint(owner: object, name: str) -> object:
    single = types.SimpleNamespace(__annotations__={name: getattr(owner, "__annotations__", {})[name]})
    module = sys.modules.get(getattr(owner, "__module__", ""))
    try:
        return get_type_hints(single, globalns=getattr(module, "__dict__", {}))[name]
    except (NameError, TypeError, AttributeError):
        return Any


def _member(view_class: type[Any], name: str, known: dict[str, Any]) -> ValueType:
    found = inspect.getattr_static(view_class, name, None)
    if isinstance(found, property):
        return _result(found.fget)
    if isinstance(found, functools.cached_property):
        return _result(found.func)
    if inspect.isfunction(found):
        return Method(_result(found))
    return convert(known[name]) if name in known else UNKNOWN


def _result(function: Callable[..., object] | None) -> ValueType:
    known = hints(function)
    return convert(known["return"]) if "return" in known else UNKNOWN


def is_open(view_class: type[Any]) -> bool:
    """Return whether a class may have attributes that no inspection can know."""
    return view_class is not str and (hasattr(view_class, "__getattr__") or hasattr(view_class, "__getitem__"))


_PLAIN_TEXTS: Final[tuple[object, ...]] = (object.__str__, enum.Enum.__str__)


def is_printable(view_class: type[Any]) -> bool:
    """Return whether the text of a value is meant for readers, not only for programmers."""
    return view_class.__module__ == "builtins" or view_class.__str__ not in _PLAIN_TEXTS


def element(value_type: ValueType) -> ValueType | None:
    """Return the type of what a loop over a value takes; None for what no loop goes over."""
    if isinstance(value_type, ListOf):
        return value_type.member
    if isinstance(value_type, _Unknown):
        return UNKNOWN
    if isinstance(value_type, type) and value_type is not str and hasattr(value_type, "__iter__"):
        result = _result(value_type.__iter__)
        return result.member if isinstance(result, ListOf) else UNKNOWN
    return None


# --- which values go together in a comparison or a computation ---

NUMBER: Final = "angka"
TEXT: Final = "teks"
LIST: Final = "daftar"
_PRINTED: Final = "angka siap cetak"
_VIEW: Final = "kumpulan isi"


def figure_number(value_type: ValueType) -> ValueType | None:
    """Return the type of the number in a figure that prints itself; None for what is no such figure."""
    known = members(value_type) if isinstance(value_type, type) and hasattr(value_type, "__dataclass_fields__") else {}
    return without_none(known["nilai"]) if {"nilai", "ada"} <= known.keys() else None


def are_alike(left: ValueType, right: ValueType, allowed: Collection[str] = ()) -> bool:
    """Return whether two values can go together, as far as is known.

    Args:
        left: The type of the one.
        right: The type of the other.
        allowed: The kinds that can go together at all; none for every kind.
    """
    pairs = [(_kind(a), _kind(b)) for a in _present(left) for b in _present(right)]
    return not pairs or any(
        "" in pair or (pair[0] == pair[1] and (not allowed or pair[0] in allowed)) for pair in pairs
    )


def kinds(value_type: ValueType) -> str:
    """Return the words for what a value may be."""
    return " atau ".join(sorted(set(map(_kind, _present(value_type)))))


def _present(value_type: ValueType) -> frozenset[ValueType]:
    return options(value_type) - {NOTHING}


def _kind(value_type: ValueType) -> str:
    """Return the word for what a value is; empty where nothing is known."""
    if isinstance(value_type, ListOf):
        return LIST
    if not isinstance(value_type, type):
        return ""
    if issubclass(value_type, str):
        return TEXT
    if issubclass(value_type, (int, float, Decimal)):
        return NUMBER
    if figure_number(value_type):
        return _PRINTED
    return _VIEW if hasattr(value_type, "__dataclass_fields__") else ""
