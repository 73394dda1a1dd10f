"""What is known of a value before there is one: the types of the views, read from their annotations.

Where nothing is known the answer is `TAK_TAHU`, and inspection keeps silent.
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


class _TakTahu:
    """The type of what is not known."""


TAK_TAHU: Final = _TakTahu()
KOSONG: Final = types.NoneType


@dataclass(frozen=True, slots=True)
class Daftar:
    """A collection: the type of its members, and of each place if their number is fixed."""

    isi: Tipe
    unsur: tuple[Tipe, ...] | None = None


@dataclass(frozen=True, slots=True)
class Metode:
    """A method that needs no argument, and what it returns."""

    hasil: Tipe


@dataclass(frozen=True, slots=True)
class Pilihan:
    """One of several types."""

    anggota: frozenset[Tipe]


Tipe: typing.TypeAlias = "type[Any] | Daftar | Metode | Pilihan | _TakTahu"

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


def union(daftar: Iterable[Tipe]) -> Tipe:
    """Return the type of a value that has one of these types."""
    flat: set[Tipe] = set()
    for tipe in daftar:
        flat |= tipe.anggota if isinstance(tipe, Pilihan) else {tipe}
    if TAK_TAHU in flat or not flat:
        return TAK_TAHU
    return flat.pop() if len(flat) == 1 else Pilihan(frozenset(flat))


def options(tipe: Tipe) -> frozenset[Tipe]:
    """Return the types a value may have."""
    return tipe.anggota if isinstance(tipe, Pilihan) else frozenset({tipe})


def without_none(tipe: Tipe) -> Tipe:
    """Return the type of a value that is known to be there."""
    return union(satu for satu in options(tipe) if satu is not KOSONG)


def convert(catatan: object) -> Tipe:
    """Return the type an annotation means."""
    if catatan is None:
        return KOSONG
    if hasattr(catatan, "__supertype__"):
        return convert(catatan.__supertype__)
    origin = get_origin(catatan)
    return _convert_class(catatan) if origin is None else _convert_generic(origin, get_args(catatan))


def _convert_class(catatan: object) -> Tipe:
    if not isinstance(catatan, type) or catatan in (object, Any):
        return TAK_TAHU
    if issubclass(catatan, (list, tuple, set, frozenset)):
        return TAK_TAHU if hasattr(catatan, "_fields") else Daftar(TAK_TAHU)
    return TAK_TAHU if issubclass(catatan, collections.abc.Mapping) else catatan


def _convert_generic(origin: object, args: tuple[object, ...]) -> Tipe:
    if origin in (Union, types.UnionType):
        return union(map(convert, args))
    if origin is tuple:
        return _convert_tuple(args)
    if origin in _COLLECTIONS:
        return Daftar(convert(args[0]))
    if origin in _WRAPPERS:
        return convert(args[0])
    return union(type(satu) for satu in args) if origin is Literal else TAK_TAHU


def _convert_tuple(args: tuple[object, ...]) -> Tipe:
    if args[-1:] == (...,):
        return Daftar(convert(args[0]))
    unsur = tuple(map(convert, args))
    return Daftar(union(unsur), unsur)


def members(kelas: type) -> dict[str, Tipe]:
    """Return what a template may ask of a value of a class, by name."""
    return _members(kelas)


@functools.cache
def _members(kelas: type[Any]) -> dict[str, Tipe]:
    known = hints(kelas)
    names = {*dir(kelas), *known}
    return {nama: _member(kelas, nama, known) for nama in sorted(names) if not nama.startswith("_")}


def hints(pemilik: object) -> dict[str, Any]:
    """Return annotations as objects; one of a name that exists for type checkers only is `Any`."""
    try:
        return get_type_hints(pemilik)
    except (NameError, TypeError, AttributeError):
        owners = getattr(pemilik, "__mro__", (pemilik,))
        return {nama: _hint(owner, nama) for owner in owners for nama in getattr(owner, "__annotations__", {})}


def _hint(owner: object, nama: str) -> object:
    single = types.SimpleNamespace(__annotations__={nama: getattr(owner, "__annotations__", {})[nama]})
    module = sys.modules.get(getattr(owner, "__module__", ""))
    try:
        return get_type_hints(single, globalns=getattr(module, "__dict__", {}))[nama]
    except (NameError, TypeError, AttributeError):
        return Any


def _member(kelas: type[Any], nama: str, known: dict[str, Any]) -> Tipe:
    found = inspect.getattr_static(kelas, nama, None)
    if isinstance(found, property):
        return _result(found.fget)
    if isinstance(found, functools.cached_property):
        return _result(found.func)
    if inspect.isfunction(found):
        return Metode(_result(found))
    return convert(known[nama]) if nama in known else TAK_TAHU


def _result(function: Callable[..., object] | None) -> Tipe:
    known = hints(function)
    return convert(known["return"]) if "return" in known else TAK_TAHU


def is_open(kelas: type[Any]) -> bool:
    """Tell whether a class may have attributes that no inspection can know."""
    return kelas is not str and (hasattr(kelas, "__getattr__") or hasattr(kelas, "__getitem__"))


_PLAIN_TEXTS: Final[tuple[object, ...]] = (object.__str__, enum.Enum.__str__)


def is_printable(kelas: type[Any]) -> bool:
    """Tell whether the text of a value is meant for readers, not only for programmers."""
    return kelas.__module__ == "builtins" or kelas.__str__ not in _PLAIN_TEXTS


def element(tipe: Tipe) -> Tipe | None:
    """Return the type of what a loop over a value takes; None for what no loop goes over."""
    if isinstance(tipe, Daftar):
        return tipe.isi
    if isinstance(tipe, _TakTahu):
        return TAK_TAHU
    if isinstance(tipe, type) and tipe is not str and hasattr(tipe, "__iter__"):
        hasil = _result(tipe.__iter__)
        return hasil.isi if isinstance(hasil, Daftar) else TAK_TAHU
    return None


# --- which values go together in a comparison or a computation ---

ANGKA: Final = "angka"
TEKS: Final = "teks"
DAFTAR: Final = "daftar"
_TERCETAK: Final = "angka siap cetak"
_KUMPULAN: Final = "kumpulan isi"


def figure_number(tipe: Tipe) -> Tipe | None:
    """Return the type of the number in a figure that prints itself; None for what is no such figure."""
    known = members(tipe) if isinstance(tipe, type) and hasattr(tipe, "__dataclass_fields__") else {}
    return without_none(known["nilai"]) if {"nilai", "ada"} <= known.keys() else None


def are_alike(kiri: Tipe, kanan: Tipe, jenis: Collection[str] = ()) -> bool:
    """Tell whether two values can go together, as far as is known.

    Args:
        kiri: The type of the one.
        kanan: The type of the other.
        jenis: The kinds that can go together at all; none for every kind.
    """
    pairs = [(_kind(a), _kind(b)) for a in _present(kiri) for b in _present(kanan)]
    return not pairs or any("" in pair or (pair[0] == pair[1] and (not jenis or pair[0] in jenis)) for pair in pairs)


def kinds(tipe: Tipe) -> str:
    """Return the words for what a value may be."""
    return " atau ".join(sorted(set(map(_kind, _present(tipe)))))


def _present(tipe: Tipe) -> frozenset[Tipe]:
    return options(tipe) - {KOSONG}


def _kind(tipe: Tipe) -> str:
    """Return the word for what a value is; empty where nothing is known."""
    if isinstance(tipe, Daftar):
        return DAFTAR
    if not isinstance(tipe, type):
        return ""
    if issubclass(tipe, str):
        return TEKS
    if issubclass(tipe, (int, float, Decimal)):
        return ANGKA
    if figure_number(tipe):
        return _TERCETAK
    return _KUMPULAN if hasattr(tipe, "__dataclass_fields__") else ""
