"""The one walk over the tree of views: every place in it, with the dotted name and the loops by which a tag reaches it.

Who walks says what lies open below a place; walked are types, values, or both together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, Final, Generic, TypeAlias, TypeGuard, TypeVar, get_args, get_origin, get_type_hints

from lakip_gen.laporan.grafik import Grafik
from lakip_gen.laporan.pandangan_angka import Angka

T = TypeVar("T")

AWALAN_DAFTAR: Final = "daftar_"
NAMA_ANGGOTA: Final = "baris"
"""What a member of a list is called where the list gives it no word of its own, or one that is taken."""
_UTUH: Final = (Angka, Grafik)
"""What is a value of its own, not a view with fields to walk."""


@dataclass(frozen=True, slots=True)
class Bidang:
    """A field of a view: its name, its declared type or that of its members, and what it is."""

    nama: str
    tipe: type
    adalah_daftar: bool

    @property
    def adalah_pandangan(self) -> bool:
        """Whether the field, or each of its members, is a view."""
        return adalah_pandangan(self.tipe) and self.tipe not in _UTUH


@dataclass(frozen=True, slots=True)
class Daftar(Generic[T]):
    """A list that lies open: what its members are, and what one is called if the list has no word for it."""

    anggota: T
    sebutan: str = NAMA_ANGGOTA


Terbuka: TypeAlias = Daftar[T] | Mapping[str, T]
"""What lies below a place: the members of a list, or the fields of a view by name."""


@dataclass(frozen=True, slots=True)
class Tempat(Generic[T]):
    """A place in the tree.

    Attributes:
        jalur: The dotted name under which a template knows it.
        daftar_putaran: The loops it has to stand in, the outermost first, each as in `{% for … %}`.
        isi: What was found there.
        jejak: The places above it, the outermost first.
    """

    jalur: str
    daftar_putaran: tuple[str, ...]
    isi: T
    jejak: tuple[Tempat[T], ...] = ()


def telusuri(daftar_nama: Mapping[str, T], buka: Callable[[Tempat[T]], Iterable[Terbuka[T]]]) -> Iterator[Tempat[T]]:
    """Yield every place at and below some names, each before what is below it.

    Args:
        daftar_nama: What a template knows by name at its top level.
        buka: What lies below a place; nothing where the walk ends.
    """
    terpakai = frozenset(daftar_nama)
    for nama, isi in daftar_nama.items():
        yield from _mulai_dari(Tempat(nama, (), isi), buka, terpakai)


def _mulai_dari(
    tempat: Tempat[T], buka: Callable[[Tempat[T]], Iterable[Terbuka[T]]], terpakai: frozenset[str]
) -> Iterator[Tempat[T]]:
    yield tempat
    jejak = (*tempat.jejak, tempat)
    for terbuka in buka(tempat):
        if isinstance(terbuka, Daftar):
            satu = _nama_anggota(tempat.jalur, terbuka.sebutan, terpakai)
            daftar_putaran = (*tempat.daftar_putaran, f"{satu} in {tempat.jalur}")
            yield from _mulai_dari(Tempat(satu, daftar_putaran, terbuka.anggota, jejak), buka, terpakai | {satu})
        else:
            for nama, isi in terbuka.items():
                jalur = f"{tempat.jalur}.{nama}"
                yield from _mulai_dari(Tempat(jalur, tempat.daftar_putaran, isi, jejak), buka, terpakai)


def _nama_anggota(jalur: str, sebutan: str, terpakai: frozenset[str]) -> str:
    """Return what a member of a list is called: its own word, unless the template knows that word already."""
    nama = jalur.rpartition(".")[2]
    satu = nama.removeprefix(AWALAN_DAFTAR)
    if satu == nama:
        return sebutan
    return NAMA_ANGGOTA if satu in terpakai else satu


def adalah_pandangan(tipe: object) -> TypeGuard[type]:
    """Return whether a type is that of a view, or of a value made of fields."""
    return isinstance(tipe, type) and hasattr(tipe, "__dataclass_fields__")


def daftar_bidang(kelas: type) -> tuple[Bidang, ...]:
    """Return the fields of a view as they are declared, in order."""
    return _daftar_bidang(kelas)


@cache
def _daftar_bidang(kelas: type[Any]) -> tuple[Bidang, ...]:
    tipe = get_type_hints(kelas)
    return tuple(_bidang(satu.name, tipe[satu.name]) for satu in fields(kelas))


def _bidang(nama: str, tipe: object) -> Bidang:
    """Return a field; what may be missing counts as what it is when it is there."""
    daftar = get_origin(tipe) is tuple
    pilihan = [satu for satu in get_args(tipe) or (tipe,) if satu not in (type(None), ...)]
    return Bidang(nama, pilihan[0], daftar)
