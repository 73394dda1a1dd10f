"""What the filters of a template return, told from what they are given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinja2 import nodes

from lakip_gen.word.inspect.types import (
    ANGKA,
    DAFTAR,
    TAK_TAHU,
    TEKS,
    Daftar,
    are_alike,
    element,
    kinds,
    union,
    without_none,
)
from lakip_gen.word.tags.expression import nearest
from lakip_gen.word.tags.sandbox import CHARTS, FILTERS, GUARD, TESTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lakip_gen.word.inspect.reason import Penalar
    from lakip_gen.word.inspect.types import Tipe


_FIXED: Final[Mapping[str, Tipe]] = {
    **dict.fromkeys(("capitalize", "join", "lower", "title", "trim", "upper"), str),
    **dict.fromkeys(("count", "length"), int),
}
_TO_MEMBER: Final = frozenset({"first", "last"})
_TO_SAME: Final = frozenset(
    {"abs", "list", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "unique"}
)
_ATTRIBUTE_FIRST: Final = frozenset({"groupby", "rejectattr", "selectattr"})
_NAMED_AFTER: Final[Mapping[str, tuple[int, Mapping[str, object], str]]] = {
    "map": (0, FILTERS, "templat-filter-tak-dikenal"),
    "select": (0, TESTS, "templat-uji-tak-dikenal"),
    "reject": (0, TESTS, "templat-uji-tak-dikenal"),
    "selectattr": (1, TESTS, "templat-uji-tak-dikenal"),
    "rejectattr": (1, TESTS, "templat-uji-tak-dikenal"),
}
"""The filters that are told another filter or test by name: at which place, from which list."""
_PARAMETER: Final = {"templat-filter-tak-dikenal": "filter", "templat-uji-tak-dikenal": "uji"}


def filtered(penalar: Penalar, simpul: nodes.Filter) -> Tipe:
    """Return the type of what a filter returns, and report a filter or an argument that is wrong."""
    if simpul.node is None:
        return TAK_TAHU
    if simpul.name in (GUARD, CHARTS):
        return penalar.tipe(simpul.node)
    for anak in (*simpul.args, *simpul.kwargs):
        penalar.tipe(anak)
    if simpul.name not in FILTERS:
        penalar.report("templat-filter-tak-dikenal", filter=simpul.name, saran=nearest(simpul.name, FILTERS))
        penalar.tipe(simpul.node)
        return TAK_TAHU
    if simpul.name in ("default", "d"):
        pengganti = map(penalar.quietly, simpul.args)
        return union((without_none(penalar.tipe(simpul.node)), *pengganti))
    return _result(penalar, simpul, penalar.present(simpul.node))


def _result(penalar: Penalar, simpul: nodes.Filter, asal: Tipe) -> Tipe:
    """Return the type of a known filter's result, and report what its arguments get wrong."""
    nama = simpul.name
    _check_name_argument(penalar, simpul)
    dipetik = _check_attribute_argument(penalar, simpul, element(asal) or TAK_TAHU)
    if nama == "map":
        return Daftar(dipetik)
    if nama == "sort":
        _check_order(penalar, simpul, dipetik, element(asal) or TAK_TAHU)
    return _FIXED.get(nama) or _same_or_member(nama, asal)


def _same_or_member(nama: str, asal: Tipe) -> Tipe:
    if nama in _TO_MEMBER:
        return element(asal) or TAK_TAHU
    return asal if nama in _TO_SAME else TAK_TAHU


def _check_name_argument(penalar: Penalar, simpul: nodes.Filter) -> None:
    index, known, kode = _NAMED_AFTER.get(simpul.name, (0, {}, ""))
    teks = _constant(simpul.args, index)
    if kode and teks and teks not in known:
        penalar.report(kode, **{_PARAMETER[kode]: teks, "saran": nearest(teks, known)})


def _check_order(penalar: Penalar, simpul: nodes.Filter, dipetik: Tipe, anggota: Tipe) -> None:
    """Report members that have no order: views and figures, which are neither more nor less than each other."""
    jalur = _keyword(simpul, "attribute")
    tipe = dipetik if jalur else anggota
    if not are_alike(tipe, tipe, (ANGKA, TEKS, DAFTAR)):
        nama, jenis = jalur or "anggota daftar", kinds(tipe)
        penalar.report("templat-jenis-beda", kiri=nama, jenis_kiri=jenis, kanan=nama, jenis_kanan=jenis)


def _check_attribute_argument(penalar: Penalar, simpul: nodes.Filter, anggota: Tipe) -> Tipe:
    """Return the type of the attribute a filter picks from each member; unknown if it picks none."""
    jalur = _constant(simpul.args, 0) if simpul.name in _ATTRIBUTE_FIRST else _keyword(simpul, "attribute")
    if not jalur:
        return TAK_TAHU
    tipe = anggota
    for nama in jalur.split("."):
        tipe = penalar.attribute_of(without_none(tipe), nama, "anggota daftar")
    return tipe


def _constant(daftar: list[nodes.Expr], index: int) -> str:
    simpul = daftar[index] if index < len(daftar) else None
    return simpul.value if isinstance(simpul, nodes.Const) and isinstance(simpul.value, str) else ""


def _keyword(simpul: nodes.Filter, nama: str) -> str:
    return _constant([satu.value for satu in simpul.kwargs if satu.key == nama], 0)
