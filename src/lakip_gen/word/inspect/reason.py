"""Reason about the expressions of a template: which type each has, and which names in them are wrong."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from jinja2 import nodes

from lakip_gen.word.inspect.paths import advice, loops_of
from lakip_gen.word.inspect.types import (
    ANGKA,
    DAFTAR,
    KOSONG,
    TAK_TAHU,
    TEKS,
    Daftar,
    Metode,
    Tipe,
    are_alike,
    figure_number,
    is_open,
    kinds,
    members,
    options,
    union,
    without_none,
)
from lakip_gen.word.tags.expression import nearest
from lakip_gen.word.tags.sandbox import LOOP_CALLS, TESTS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from lakip_gen.word.inspect.scope import Cakupan


class Putaran:
    """What `loop` is inside a loop."""

    index: int
    index0: int
    revindex: int
    revindex0: int
    first: bool
    last: bool
    length: int
    depth: int
    depth0: int
    previtem: Any
    nextitem: Any
    cycle: Any
    changed: Any


_LOOP_CALLS: Final = frozenset(f"loop.{nama}" for nama in LOOP_CALLS)
_ARITHMETIC: Final = (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow)


def path_of(simpul: nodes.Node) -> str:
    """Return the dotted name an expression is, places in lists included, empty for any other expression."""
    if isinstance(simpul, nodes.Name):
        return simpul.name
    if isinstance(simpul, nodes.Getattr):
        jalur = path_of(simpul.node)
        return jalur and f"{jalur}.{simpul.attr}"
    if isinstance(simpul, nodes.Getitem) and isinstance(simpul.arg, nodes.Const) and type(simpul.arg.value) is int:
        jalur = path_of(simpul.node)
        return jalur and f"{jalur}[{simpul.arg.value}]"
    return ""


def readable(simpul: nodes.Node) -> str:
    """Return an expression's name for a message."""
    if isinstance(simpul, nodes.Const):
        return f'"{simpul.value}"' if isinstance(simpul.value, str) else str(simpul.value)
    return path_of(simpul) or "(…)"


class Penalar:
    """Finds the types of expressions in a scope, and reports what cannot be right.

    Args:
        cakupan: The names that are known.
        report: Takes up a fault: its code and the parameters of its text.
        loops: The names that only loops give, each with the tag of one that does.
        filtered: Finds the types of filters, which ask this one for what they are given.
    """

    def __init__(
        self,
        cakupan: Cakupan,
        report: Callable[..., None],
        loops: Mapping[str, str],
        filtered: Callable[[Penalar, nodes.Filter], Tipe],
    ) -> None:
        self.cakupan = cakupan
        self.loops = loops
        self.report = report
        self.filtered = filtered
        self.readers: dict[type[nodes.Node], Callable[[Any], Tipe]] = {
            nodes.Name: self._name,
            nodes.Getattr: self._getattr,
            nodes.Getitem: self._getitem,
            nodes.Call: self._call,
            nodes.Filter: self._filter,
            nodes.Test: self._test,
            nodes.CondExpr: self._condition,
            nodes.And: self._and,
            nodes.Or: self._or,
            nodes.Not: self._truth,
            nodes.Compare: self._compare,
            nodes.Concat: self._texts,
            nodes.Const: self._constant,
            nodes.List: self._collection,
            nodes.Tuple: self._collection,
            **dict.fromkeys(_ARITHMETIC, self._arithmetic),
        }

    def tipe(self, simpul: nodes.Node) -> Tipe:
        """Return the type of an expression."""
        reader = self.readers.get(type(simpul))
        if reader is not None:
            return reader(simpul)
        for anak in simpul.iter_child_nodes():
            self.tipe(anak)
        return TAK_TAHU

    def present(self, simpul: nodes.Node) -> Tipe:
        """Return the type of an expression that needs a value; report it if it may have none."""
        tipe = self.tipe(simpul)
        if KOSONG in options(tipe):
            self._report_empty(simpul)
            return without_none(tipe)
        if isinstance(tipe, Metode):
            self.report("templat-metode-tanpa-kurung", nama=readable(simpul))
            return TAK_TAHU
        return tipe

    def _report_empty(self, simpul: nodes.Node) -> None:
        if isinstance(simpul, nodes.Getattr) and simpul.attr == "nilai" and figure_number(self.quietly(simpul.node)):
            self.report("templat-angka-mungkin-kosong", nama=readable(simpul), pemilik=readable(simpul.node))
        else:
            self.report("templat-mungkin-kosong", nama=readable(simpul))

    def quietly(self, simpul: nodes.Node) -> Tipe:
        """Return the type of an expression without reporting anything."""
        report, self.report = self.report, _ignore
        tipe = self.tipe(simpul)
        self.report = report
        return tipe

    def refine(self, syarat: nodes.Node, *, holds: bool) -> dict[str, Tipe]:
        """Return what is known of dotted names where a condition holds, or does not."""
        if isinstance(syarat, nodes.Not):
            return self.refine(syarat.node, holds=not holds)
        if isinstance(syarat, nodes.And if holds else nodes.Or):
            return self.refine(syarat.left, holds=holds) | self.refine(syarat.right, holds=holds)
        if isinstance(syarat, nodes.Test) and syarat.name == "none":
            return {} if holds else self._known(syarat.node)
        return self._known(syarat) if holds else {}

    def _known(self, simpul: nodes.Node) -> dict[str, Tipe]:
        """Return what is known where an expression holds: it is there, and a figure has its number."""
        jalur = path_of(simpul)
        if not jalur:
            return {}
        angka = simpul.node if isinstance(simpul, nodes.Getattr) and simpul.attr == "ada" else simpul
        nilai = figure_number(without_none(self.quietly(angka)))
        known = {jalur: without_none(self.quietly(simpul))}
        return known | ({f"{path_of(angka)}.nilai": nilai} if nilai else {})

    def _name(self, simpul: nodes.Name) -> Tipe:
        tipe = self.cakupan.find(simpul.name)
        if tipe is None:
            self._report_name(simpul.name)
            return TAK_TAHU
        return self.cakupan.narrowed(simpul.name) or tipe

    def _report_name(self, nama: str) -> None:
        names = {kunci: tipe for kunci in sorted(self.cakupan.names()) if (tipe := self.cakupan.find(kunci))}
        dalam = [f"{kunci}.{nama}" for kunci in names if self._has(kunci, nama)]
        if not dalam and (putaran := self.loops.get(nama) or loops_of(nama, names)):
            self.report("templat-di-luar-pengulangan", nama=nama, putaran=putaran)
            return
        saran = ", ".join(dalam) or advice(nama, names, {kunci: kunci for kunci in names})
        self.report("templat-nama-tak-dikenal", nama=nama, saran=saran)

    def _has(self, kunci: str, nama: str) -> bool:
        tipe = self.cakupan.find(kunci)
        return isinstance(tipe, type) and not tipe.__module__.startswith("builtins") and nama in members(tipe)

    def _getattr(self, simpul: nodes.Getattr) -> Tipe:
        return self._attribute(simpul, simpul.attr)

    def _getitem(self, simpul: nodes.Getitem) -> Tipe:
        if isinstance(simpul.arg, nodes.Const) and isinstance(simpul.arg.value, str):
            return self._attribute(simpul, simpul.arg.value)
        self.tipe(simpul.arg)
        pemilik = self.present(simpul.node)
        if isinstance(simpul.arg, nodes.Slice):
            return pemilik
        return pemilik.isi if isinstance(pemilik, Daftar) else TAK_TAHU

    def _attribute(self, simpul: nodes.Getattr | nodes.Getitem, nama: str) -> Tipe:
        if nama.startswith("_"):
            self.report("templat-nama-terlarang", nama=nama)
            return TAK_TAHU
        narrowed = self.cakupan.narrowed(path_of(simpul))
        return narrowed or self.attribute_of(self.present(simpul.node), nama, readable(simpul.node))

    def attribute_of(self, pemilik: Tipe, nama: str, jalur: str) -> Tipe:
        """Return the type of an attribute; report it if no type of its owner has it."""
        found = [tipe for satu in options(pemilik) if (tipe := _member(satu, nama)) is not None]
        if found:
            return union(found)
        if isinstance(pemilik, Daftar):
            self.report("templat-daftar-bukan-satu", nama=jalur, anggota=nama)
        else:
            known = {kunci for satu in options(pemilik) if isinstance(satu, type) for kunci in members(satu)}
            saran = advice(nama, {jalur: pemilik}, {kunci: f"{jalur}.{kunci}" for kunci in known})
            self.report("templat-nama-tak-dikenal", nama=f"{jalur}.{nama}", saran=saran)
        return TAK_TAHU

    def _call(self, simpul: nodes.Call) -> Tipe:
        if isinstance(simpul.node, nodes.Name) and self.cakupan.find(simpul.node.name) is None:
            return self._name(simpul.node)
        tipe = self.tipe(simpul.node)
        if any((simpul.args, simpul.kwargs, simpul.dyn_args, simpul.dyn_kwargs)):
            if path_of(simpul.node) in _LOOP_CALLS:
                return union(map(self.tipe, simpul.args))
        elif isinstance(tipe, Metode):
            return tipe.hasil
        elif tipe is TAK_TAHU:
            return TAK_TAHU
        self.report("templat-panggilan-ditolak", nama=readable(simpul.node))
        return TAK_TAHU

    def _filter(self, simpul: nodes.Filter) -> Tipe:
        return self.filtered(self, simpul)

    def _test(self, simpul: nodes.Test) -> Tipe:
        for anak in simpul.args:
            self.tipe(anak)
        if simpul.name not in TESTS:
            self.report("templat-uji-tak-dikenal", uji=simpul.name, saran=nearest(simpul.name, TESTS))
        elif simpul.name not in ("defined", "undefined"):
            self.tipe(simpul.node)
        return bool

    def _condition(self, simpul: nodes.CondExpr) -> Tipe:
        self.tipe(simpul.test)
        with self.cakupan.inside(known=self.refine(simpul.test, holds=True)):
            ya = self.tipe(simpul.expr1)
        if simpul.expr2 is None:
            return union((ya, KOSONG))
        with self.cakupan.inside(known=self.refine(simpul.test, holds=False)):
            return union((ya, self.tipe(simpul.expr2)))

    def _and(self, simpul: nodes.And) -> Tipe:
        kiri = self.tipe(simpul.left)
        with self.cakupan.inside(known=self.refine(simpul.left, holds=True)):
            return union((kiri, self.tipe(simpul.right)))

    def _or(self, simpul: nodes.Or) -> Tipe:
        kiri = without_none(self.tipe(simpul.left))
        with self.cakupan.inside(known=self.refine(simpul.left, holds=False)):
            return union((kiri, self.tipe(simpul.right)))

    def _truth(self, simpul: nodes.Node) -> Tipe:
        for anak in simpul.iter_child_nodes():
            self.tipe(anak)
        return bool

    def _compare(self, simpul: nodes.Compare) -> Tipe:
        kiri = simpul.expr
        for satu in simpul.ops:
            is_order = satu.op not in ("eq", "ne", "in", "notin")
            read = self.present if is_order else self.tipe
            pair = read(kiri), read(satu.expr)
            if satu.op not in ("in", "notin"):
                self._check_alike((kiri, satu.expr), pair, (ANGKA, TEKS) if is_order else ())
            kiri = satu.expr
        return bool

    def _check_alike(
        self, pasangan: tuple[nodes.Node, nodes.Node], tipe: tuple[Tipe, Tipe], jenis: Collection[str] = ()
    ) -> None:
        """Report two operands of which it is known that they do not go together."""
        if not are_alike(*tipe, jenis):
            kiri, kanan = map(readable, pasangan)
            jenis_kiri, jenis_kanan = map(kinds, tipe)
            self.report("templat-jenis-beda", kiri=kiri, jenis_kiri=jenis_kiri, kanan=kanan, jenis_kanan=jenis_kanan)

    def _texts(self, simpul: nodes.Concat) -> Tipe:
        for anak in simpul.nodes:
            self.present(anak)
        return str

    def _arithmetic(self, simpul: nodes.BinExpr) -> Tipe:
        kiri, kanan = self.present(simpul.left), self.present(simpul.right)
        jenis = (ANGKA, TEKS, DAFTAR) if isinstance(simpul, nodes.Add) else (ANGKA,)
        self._check_alike((simpul.left, simpul.right), (kiri, kanan), jenis)
        pair = {kiri, kanan}
        if pair <= {int, Decimal}:
            return int if pair == {int} and not isinstance(simpul, nodes.Div) else Decimal
        return pair.pop() if len(pair) == 1 else TAK_TAHU

    def _constant(self, simpul: nodes.Const) -> Tipe:
        return KOSONG if simpul.value is None else type(simpul.value)

    def _collection(self, simpul: nodes.List | nodes.Tuple) -> Tipe:
        unsur = tuple(map(self.tipe, simpul.items))
        return Daftar(union(unsur), unsur)


def _ignore(_kode: str, **_rincian: str) -> None:
    """Report nothing."""


def _member(tipe: Tipe, nama: str) -> Tipe | None:
    if isinstance(tipe, type):
        return members(tipe).get(nama, TAK_TAHU if is_open(tipe) else None)
    if isinstance(tipe, Daftar):
        return TAK_TAHU if hasattr(tuple, nama) else None
    return None if isinstance(tipe, Metode) else TAK_TAHU
