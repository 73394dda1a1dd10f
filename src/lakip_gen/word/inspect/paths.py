"""The ways to a name: where in the views a planner finds what a tag asks for in the wrong place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeGuard

from lakip_gen.word.inspect.types import KOSONG, Daftar, Metode, members, options
from lakip_gen.word.tags.expression import closest, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lakip_gen.word.inspect.types import Tipe

_LIST: Final = "daftar_"
_MEMBER: Final = "baris"
MAKS_LAPIS: Final = 4
"""How many steps a way has at most, loops included."""
_FEW: Final = 3


@dataclass(frozen=True, slots=True)
class Jalan:
    """A way to a name: the dotted name, and the loops it has to stand in, the outermost first."""

    jalur: str
    daftar_putaran: tuple[str, ...]

    @property
    def nama(self) -> str:
        """The last name of the way."""
        return self.jalur.rpartition(".")[2]

    def __str__(self) -> str:
        return f"{self.jalur} di dalam {self.putaran}" if self.daftar_putaran else self.jalur

    @property
    def putaran(self) -> str:
        """The tags that open its loops."""
        return " ".join(f"{{% for {satu} %}}" for satu in self.daftar_putaran)


def ways(names: Mapping[str, Tipe]) -> list[Jalan]:
    """Return the ways to all there is below some names, those with the fewest loops first.

    A member of a list is called by the list's own word, as in the list of variables.
    """
    found = [way for nama, tipe in names.items() for way in _below(nama, tipe, (), (), frozenset(names))]
    return sorted(found, key=lambda way: (len(way.daftar_putaran), way.jalur.count(".")))


def _below(
    jalur: str, tipe: Tipe, daftar_putaran: tuple[str, ...], passed: tuple[Tipe, ...], taken: frozenset[str]
) -> Iterator[Jalan]:
    if len(passed) == MAKS_LAPIS:
        return
    for satu in options(tipe):
        if isinstance(satu, Daftar):
            nama = _member_name(jalur, taken)
            putaran = (*daftar_putaran, f"{nama} in {jalur}")
            yield Jalan(nama, putaran)
            yield from _below(nama, satu.isi, putaran, (*passed, satu), taken | {nama})
        elif _is_view(satu) and satu not in passed:
            for nama, isi in members(satu).items():
                if not isinstance(isi, Metode):
                    yield Jalan(f"{jalur}.{nama}", daftar_putaran)
                    yield from _below(f"{jalur}.{nama}", isi, daftar_putaran, (*passed, satu), taken)


def _is_view(tipe: Tipe) -> TypeGuard[type]:
    return isinstance(tipe, type) and tipe is not KOSONG and hasattr(tipe, "__dataclass_fields__")


def _member_name(jalur: str, taken: frozenset[str]) -> str:
    nama = jalur.rpartition(".")[2]
    satu = nama.removeprefix(_LIST)
    return satu if satu != nama and satu not in taken else _MEMBER


def loops_of(nama: str, names: Mapping[str, Tipe]) -> str:
    """Return the tags of the loops in which a name is known; empty when there are none."""
    return next((way.putaran for way in ways(names) if way.jalur == nama), "")


def advice(nama: str, names: Mapping[str, Tipe], known: Mapping[str, str]) -> str:
    """Return what the planner may have meant by a name.

    Args:
        nama: The wrong name.
        names: The names below which a way may lead.
        known: The names that could stand in the same place, each with how it is to be written.
    """
    daftar = ways(names)
    if exact := _few(nama, daftar):
        return exact
    mirip = closest(nama, {*known, *(way.nama for way in daftar)})
    if mirip and mirip not in known:
        return _few(mirip, daftar)
    return ", ".join(known[satu] for satu in nearest(nama, known).split(", ") if satu in known) or "(tidak ada)"


def _few(nama: str, daftar: list[Jalan]) -> str:
    """Return the first ways to a name, for a message."""
    return "; ".join([str(way) for way in daftar if way.nama == nama][:_FEW])
