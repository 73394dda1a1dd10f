"""Put the tags of one part together to Jinja's syntax tree, and find the blocks that do not fit.

The document's own text goes into the tree as data; no lexer of Jinja ever sees it. The line number of a node
is the number of its tag plus one, which leads from an error while rendering back to the tag.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from jinja2 import nodes

from lakip_gen.word.package import xml
from lakip_gen.word.tags.expression import CLOSERS, LINGKUNGAN
from lakip_gen.word.tags.tag import Aras

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml import etree

    from lakip_gen.domain.temuan import Temuan
    from lakip_gen.word.tags.expression import Pernyataan
    from lakip_gen.word.tags.place import Tempat
    from lakip_gen.word.tags.tag import Tag

MAKS_KEDALAMAN: Final = 10
"""How many blocks may lie in one another; Python itself stops at twenty loops."""


@dataclass(frozen=True, slots=True)
class Butir:
    """A tag of a part: what it says, where it stands, and what its token hangs on in the tree.

    `induk` is None for tags that print, and where the tag could not take its place.
    """

    nomor: int
    tag: Tag
    tempat: Tempat
    pernyataan: Pernyataan
    induk: etree._Element | None = None

    def temuan(self, kode: str, **rincian: str) -> Temuan:
        """Return a finding about this tag."""
        return self.tempat.temuan(kode, self.tag.teks, **rincian)


@dataclass(slots=True)
class _Blok:
    """A block that is still open."""

    butir: Butir
    kata: str
    simpul: nodes.For | nodes.If
    isi: list[nodes.Node]
    has_else: bool = False


@dataclass(slots=True)
class _Susunan:
    """The tree under construction."""

    isi: list[nodes.Node] = field(default_factory=list)
    terbuka: list[_Blok] = field(default_factory=list)
    terlewat: list[_Blok] = field(default_factory=list)
    """Blocks that another block's end has closed; their own end may still come."""
    daftar_temuan: list[tuple[int, Temuan]] = field(default_factory=list)

    def append(self, simpul: nodes.Node) -> None:
        (self.terbuka[-1].isi if self.terbuka else self.isi).append(simpul)

    def print(self, simpul: nodes.Expr) -> None:
        """Take up what prints; what follows one another shares a node, for jinja2's sake."""
        isi = self.terbuka[-1].isi if self.terbuka else self.isi
        if isi and isinstance(isi[-1], nodes.Output):
            isi[-1].nodes.append(simpul)
        else:
            isi.append(nodes.Output([simpul], lineno=1))

    def report(self, butir: Butir, kode: str, **rincian: str) -> None:
        self.daftar_temuan.append((butir.nomor, butir.temuan(kode, **rincian)))

    def add(self, butir: Butir) -> None:
        kata, simpul = butir.pernyataan.kata, butir.pernyataan.simpul
        if simpul is not None:
            simpul.lineno = butir.nomor + 1
        if kata in CLOSERS:
            self._open(butir, simpul)
        elif kata in ("elif", "else"):
            self._branch(butir, simpul)
        elif kata in CLOSERS.values():
            self._close(butir, kata)
        elif isinstance(simpul, nodes.Expr):
            self.print(simpul)
        elif simpul is not None:
            self.append(simpul)

    def _open(self, butir: Butir, simpul: nodes.Node | None) -> None:
        if not isinstance(simpul, nodes.For | nodes.If):
            return
        self.append(simpul)
        self.terbuka.append(_Blok(butir, butir.pernyataan.kata, simpul, simpul.body))
        if len(self.terbuka) == MAKS_KEDALAMAN + 1:
            self.report(butir, "templat-blok-terlalu-dalam", batas=str(MAKS_KEDALAMAN))

    def _branch(self, butir: Butir, simpul: nodes.Node | None) -> None:
        kata = butir.pernyataan.kata
        blok = self.terbuka[-1] if self.terbuka else None
        if blok is None or blok.has_else or (kata == "elif" and blok.kata != "if"):
            self.report(butir, "templat-else-di-luar-blok", perintah=kata)
            return
        self._check_place(blok.butir, butir)
        if isinstance(simpul, nodes.If) and isinstance(blok.simpul, nodes.If):
            blok.simpul.elif_.append(simpul)
            blok.isi = simpul.body
        else:
            blok.has_else = True
            blok.isi = blok.simpul.else_

    def _close(self, butir: Butir, kata: str) -> None:
        index = self._index_of(kata)
        if index is None or self._fits_better(butir, kata, self.terbuka[index]):
            self._close_nothing(butir, kata)
            return
        self._check_place(self.terbuka[index].butir, butir)
        self.terlewat += self.terbuka[index + 1 :]
        del self.terbuka[index:]

    def _index_of(self, penutup: str) -> int | None:
        """Return the innermost open block that the word ends."""
        fitting = [index for index, blok in enumerate(self.terbuka) if CLOSERS[blok.kata] == penutup]
        return fitting[-1] if fitting else None

    def _fits_better(self, butir: Butir, kata: str, blok: _Blok) -> bool:
        """Tell whether a block that was passed over has the closing tag's letter, and the open one has not."""
        aras = butir.tag.aras
        return blok.butir.tag.aras is not aras and any(satu.butir.tag.aras is aras for satu in self._passed(kata))

    def _passed(self, penutup: str) -> list[_Blok]:
        return [blok for blok in self.terlewat if CLOSERS[blok.kata] == penutup]

    def _close_nothing(self, butir: Butir, kata: str) -> None:
        passed = sorted(self._passed(kata), key=lambda blok: blok.butir.tag.aras is not butir.tag.aras)
        if passed:
            self.terlewat.remove(passed[0])
            self.report(butir, "templat-blok-bersilang", pembuka=passed[0].butir.tag.teks, penutup=kata)
            return
        pembuka = next(kunci for kunci, nilai in CLOSERS.items() if nilai == kata)
        self.report(butir, "templat-penutup-tanpa-pembuka", penutup=kata, pembuka=pembuka)

    def _check_place(self, pembuka: Butir, butir: Butir) -> None:
        if pembuka.induk is None or butir.induk is None or pembuka.induk is butir.induk:
            return
        kode = _crossing(pembuka.tag.aras, butir.tag.aras, pembuka.induk, butir.induk)
        self.report(butir, kode, pembuka=pembuka.tag.teks, penutup=butir.tag.teks, letak=str(pembuka.tempat))

    def finish(self) -> None:
        for blok in (*self.terlewat, *self.terbuka):
            penutup = _closing_tag(blok.butir.tag, CLOSERS[blok.kata])
            self.report(blok.butir, "templat-blok-tak-ditutup", perintah=blok.kata, penutup=penutup)


def _closing_tag(tag: Tag, kata: str) -> str:
    return f"{{%{tag.aras.value} {kata} %}}"


def _crossing(aras: Aras, lain: Aras, induk: etree._Element, induk_lain: etree._Element) -> str:
    """Return the code for a block whose two ends hang on different elements."""
    if aras is not lain:
        return "templat-aras-beda"
    if aras in (Aras.BARIS, Aras.SEL):
        return "templat-blok-lintas-tabel" if aras is Aras.BARIS else "templat-blok-lintas-baris"
    if xml.closest(induk, xml.TC) is not xml.closest(induk_lain, xml.TC):
        return "templat-blok-lintas-sel"
    if aras is Aras.TEKS and xml.closest(induk, xml.P) is not xml.closest(induk_lain, xml.P):
        return "templat-blok-lintas-paragraf"
    return "templat-blok-lintas-wadah"


def assemble(potongan: Sequence[str], daftar_butir: Iterable[Butir]) -> tuple[nodes.Template, list[tuple[int, Temuan]]]:
    """Return the tree of a part, and the faults of its blocks with the numbers of their tags.

    Faults do not stop the tree: what is known stands in it, so that names can be checked all the same.

    Args:
        potongan: The document's text before, between and after the tags.
        daftar_butir: The tags in the order in which they stand.
    """
    susunan = _Susunan()
    teks = iter(potongan)
    susunan.print(nodes.TemplateData(next(teks), lineno=1))
    for butir, sesudah in zip(daftar_butir, teks, strict=True):
        susunan.add(butir)
        if sesudah:
            susunan.print(nodes.TemplateData(sesudah, lineno=1))
    susunan.finish()
    pohon = nodes.Template(susunan.isi, lineno=1)
    pohon.set_environment(LINGKUNGAN)
    return pohon, susunan.daftar_temuan
