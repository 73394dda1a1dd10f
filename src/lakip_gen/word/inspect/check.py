"""Inspect a template against the type of its data: all faults at once, without any data."""

from __future__ import annotations

import datetime as dt
import functools
from dataclasses import fields
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from jinja2 import nodes

from lakip_gen.laporan.grafik import Grafik
from lakip_gen.word.inspect.filters import filtered
from lakip_gen.word.inspect.reason import Penalar, Putaran, readable
from lakip_gen.word.inspect.scope import Cakupan
from lakip_gen.word.inspect.types import (
    TAK_TAHU,
    Daftar,
    convert,
    element,
    hints,
    is_printable,
    members,
    options,
    without_none,
)
from lakip_gen.word.tags.sandbox import is_chart

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lakip_gen.domain.temuan import Temuan
    from lakip_gen.word.inspect.types import Tipe
    from lakip_gen.word.template.open import Templat
    from lakip_gen.word.template.part import BagianTemplat

PERINGATAN: Final = frozenset({"templat-nilai-mentah", "templat-penutup-liar", "templat-tag-di-sifat"})
"""The codes that do not hinder rendering; all others do."""

_RAW: Final = {Decimal: "87.5", float: "87.5", bool: "True", dt.date: "2025-03-31"}


def periksa_templat(templat: Templat, konteks: type) -> tuple[Temuan, ...]:
    """Return all faults of a template, in the order of the document.

    Args:
        templat: The opened template.
        konteks: The dataclass whose fields are the names a template may use.
    """
    return _inspect(templat, konteks)


@functools.lru_cache(maxsize=64)
def _inspect(templat: Templat, konteks: type) -> tuple[Temuan, ...]:
    found = list(templat.cacat_bentuk)
    names = top_names(konteks)
    for index, bagian in enumerate(templat.daftar_bagian):
        pemeriksa = _Pemeriksa(bagian, dict(names))
        pemeriksa.block(bagian.pohon.body)
        found += [(index, nomor, temuan) for nomor, temuan in pemeriksa.daftar_temuan]
    found.sort(key=lambda satu: satu[:2])
    return tuple(dict.fromkeys(temuan for _, _, temuan in found))  # both branches of a text box say the same


def top_names(konteks: type) -> dict[str, Tipe]:
    """Return the names a template may use outside loops, with their types."""
    known = hints(konteks)
    return {satu.name: convert(known[satu.name]) for satu in fields(konteks)}


class _Pemeriksa:
    """Walks the tree of one part and keeps the findings with the numbers of their tags."""

    def __init__(self, bagian: BagianTemplat, names: dict[str, Tipe]) -> None:
        self.bagian = bagian
        self.cakupan = Cakupan([names])
        self.penalar = Penalar(self.cakupan, self.report, _loops(bagian), filtered)
        self.nomor = 0
        self.daftar_temuan: list[tuple[int, Temuan]] = []

    def report(self, kode: str, **rincian: str) -> None:
        tempat, teks = self.bagian.daftar_tempat[self.nomor]
        self.daftar_temuan.append((self.nomor, tempat.temuan(kode, teks, **rincian)))

    def at(self, simpul: nodes.Node) -> None:
        """Let what follows be said about the tag of a node."""
        self.nomor = simpul.lineno - 1

    def block(self, daftar: Iterable[nodes.Node]) -> None:
        for simpul in daftar:
            if isinstance(simpul, nodes.Output):
                self._output(simpul)
            elif isinstance(simpul, nodes.For):
                self._for(simpul)
            elif isinstance(simpul, nodes.If):
                self._if(simpul, simpul.elif_, simpul.else_)
            elif isinstance(simpul, nodes.Assign):
                self._assign(simpul)

    def _output(self, simpul: nodes.Output) -> None:
        for isi in simpul.nodes:
            if isinstance(isi, nodes.TemplateData):
                continue
            self.at(isi)
            if is_chart(isi) and isi.node is not None:
                self._draw(without_none(self.penalar.tipe(isi.node)))
            else:
                self._print(isi, self.penalar.present(isi))

    def _draw(self, tipe: Tipe) -> None:
        if options(tipe) - {TAK_TAHU, Grafik}:
            self.report("templat-bukan-grafik")

    def _print(self, simpul: nodes.Expr, tipe: Tipe) -> None:
        nama = readable(simpul)
        for satu in sorted(options(tipe), key=str):
            if isinstance(satu, Daftar):
                self.report("templat-daftar-dicetak", nama=nama)
            elif satu is Grafik:
                self.report("templat-grafik-dicetak", nama=nama)
            elif isinstance(satu, type) and not is_printable(satu):
                pilihan = ", ".join(f"{nama}.{kunci}" for kunci in _printable_members(satu)[:6])
                self.report("templat-objek-dicetak", nama=nama, pilihan=pilihan)
            elif isinstance(satu, type) and satu in _RAW:
                self.report("templat-nilai-mentah", nama=nama, contoh=_RAW[satu])

    def _for(self, simpul: nodes.For) -> None:
        self.at(simpul)
        anggota = self._member_of(simpul.iter)
        names: dict[str, Tipe] = {"loop": Putaran}
        _bind(simpul.target, anggota, names)
        with self.cakupan.inside(names):
            if simpul.test is not None:
                self.penalar.tipe(simpul.test)
            known = self.penalar.refine(simpul.test, holds=True) if simpul.test is not None else {}
            with self.cakupan.inside(known=known):
                self.block(simpul.body)
        self.block(simpul.else_)

    def _member_of(self, simpul: nodes.Node) -> Tipe:
        isi = simpul.node if isinstance(simpul, nodes.Filter) and simpul.node is not None else simpul
        daftar = self.penalar.present(isi)
        anggota = [element(satu) for satu in options(daftar)]
        if None in anggota:
            self.report("templat-bukan-daftar", nama=readable(isi))
        return anggota[0] or TAK_TAHU if len(anggota) == 1 else TAK_TAHU

    def _if(self, simpul: nodes.If, cabang: list[nodes.If], lain: list[nodes.Node]) -> None:
        self.at(simpul)
        self.penalar.tipe(simpul.test)
        with self.cakupan.inside(known=self.penalar.refine(simpul.test, holds=True)):
            self.block(simpul.body)
        with self.cakupan.inside(known=self.penalar.refine(simpul.test, holds=False)):
            if cabang:
                self._if(cabang[0], cabang[1:], lain)
            else:
                self.block(lain)

    def _assign(self, simpul: nodes.Assign) -> None:
        self.at(simpul)
        names: dict[str, Tipe] = {}
        _bind(simpul.target, self.penalar.tipe(simpul.node), names)
        for nama, tipe in names.items():
            self.cakupan.assign(nama, tipe)


def _printable_members(kelas: type) -> list[str]:
    """Return what can be printed of a value, its name first."""
    known = members(kelas)
    printable = [nama for nama, tipe in known.items() if isinstance(tipe, type) and is_printable(tipe)]
    return sorted(printable or known, key=lambda nama: nama != "nama")


def _loops(bagian: BagianTemplat) -> dict[str, str]:
    """Return the names that only loops give, each with the tag of the last one that does."""
    loops = {"loop": "{% for ... in ... %}"}
    for simpul in bagian.pohon.find_all(nodes.For):
        targets = [simpul.target, *simpul.target.find_all(nodes.Name)]
        _, teks = bagian.daftar_tempat[simpul.lineno - 1]
        loops |= {satu.name: teks for satu in targets if isinstance(satu, nodes.Name)}
    return loops


def _bind(target: nodes.Node, tipe: Tipe, names: dict[str, Tipe]) -> None:
    """Give the names of a target their types."""
    if isinstance(target, nodes.Name):
        names[target.name] = tipe
        return
    unsur: Any = tipe.unsur if isinstance(tipe, Daftar) and tipe.unsur else ()
    daftar = list(target.iter_child_nodes())
    for index, satu in enumerate(daftar):
        _bind(satu, unsur[index] if len(unsur) == len(daftar) else TAK_TAHU, names)
