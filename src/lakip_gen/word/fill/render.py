"""Fill a template with data, and hand the document out only after it was read back."""

from __future__ import annotations

import functools
from dataclasses import fields, is_dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Final
from xml.parsers.expat import ExpatError

from jinja2.exceptions import SecurityError, TemplateError, UndefinedError
from lxml import etree

from lakip_gen.domain.temuan import Asal
from lakip_gen.ooxml.guard import open_container
from lakip_gen.ooxml.recognise import Kind
from lakip_gen.ooxml.writer import write_container
from lakip_gen.word.fill.charts import NotAChartError, Penggambar
from lakip_gen.word.fill.footnotes import with_own_notes
from lakip_gen.word.inspect.check import PERINGATAN, periksa_templat
from lakip_gen.word.package import xml
from lakip_gen.word.package.properties import Sifat, with_properties
from lakip_gen.word.package.styles import Gaya
from lakip_gen.word.pages.contents import fill_contents, has_contents, number_contents
from lakip_gen.word.pages.fit import fit, may_need_fit
from lakip_gen.word.tags.expression import LINGKUNGAN, MAKS_TAG
from lakip_gen.word.tags.place import Tempat
from lakip_gen.word.tags.sandbox import CHARTS, GUARD, MAKS_KELUARAN, EmptyValueError, LimitError, Penjaga
from lakip_gen.word.tags.tidy import tidy
from lakip_gen.word.template import integrity

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from jinja2 import Template

    from lakip_gen.domain.temuan import Temuan
    from lakip_gen.word.tags.tag import Aras
    from lakip_gen.word.template.open import Templat
    from lakip_gen.word.template.part import BagianTemplat

_BATCH: Final = 64
_FAULTS: Final = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
    RecursionError,
)
_CAUSES: Final = (
    (ZeroDivisionError, "pembagian dengan nol"),
    (ArithmeticError, "hitungan angka yang tidak mungkin"),
    (TypeError, "jenis nilai tidak cocok, misalnya teks dihitung bersama angka"),
    (LookupError, "unsur yang diminta tidak ada di dalam daftar"),
)


def render(templat: Templat, konteks: object, *, sifat: Sifat | None = None) -> tuple[bytes | None, tuple[Temuan, ...]]:
    """Return the finished document and the warnings, or no document and the faults.

    A template with faults is never rendered.

    Args:
        templat: The opened template.
        konteks: An instance of the dataclass whose fields are the template's names.
        sifat: Document properties that replace those of the template.
    """
    bagian, daftar_temuan = fill(templat, konteks)
    if bagian is None:
        return None, daftar_temuan
    isi, galat = finish(templat.nama, bagian, sifat=sifat)
    return isi, galat or daftar_temuan


def fill(templat: Templat, konteks: object) -> tuple[Mapping[str, bytes] | None, tuple[Temuan, ...]]:
    """Return the parts of the document with their data and charts and the warnings, or the faults."""
    daftar_temuan = periksa_templat(templat, type(konteks))
    if any(temuan.kode not in PERINGATAN for temuan in daftar_temuan):
        return None, daftar_temuan
    pengisi = _Pengisi(konteks, templat.bagian)
    filled = {bagian.nama: pengisi.fill(bagian) for bagian in templat.daftar_bagian}
    utama = xml.main_part(templat.bagian)
    if utama not in filled:
        filled[utama] = laid_out(utama, templat.bagian[utama], templat.bagian)
    if pengisi.daftar_temuan:
        return None, (*daftar_temuan, *pengisi.daftar_temuan)
    return pengisi.penggambar.with_charts(with_own_notes({**templat.bagian, **filled})), daftar_temuan


def finish(
    nama: str,
    bagian: Mapping[str, bytes],
    *,
    sifat: Sifat | None = None,
    daftar_halaman: Mapping[str, str] | None = None,
) -> tuple[bytes | None, tuple[Temuan, ...]]:
    """Return the file of a filled document, read back and found whole, or what is wrong with it.

    Args:
        nama: The template's name, as findings shall show it.
        bagian: The filled parts.
        sifat: Document properties that replace those of the template.
        daftar_halaman: The printed page number by bookmark, for the contents lists.
    """
    jadi = _numbered(bagian, daftar_halaman) if daftar_halaman else bagian
    if sifat:
        jadi = with_properties(jadi, sifat)
    isi = write_container(jadi)
    return (None, galat) if (galat := _read_back(isi, jadi, nama)) else (isi, ())


def laid_out(nama: str, isi: bytes, bagian: Mapping[str, bytes], daftar_aras: Collection[Aras] | None = None) -> bytes:
    """Return a filled part tidied, and in the main part tables that fit their pages and filled contents lists.

    The tree is built once for all of it, and not at all where nothing is to be done.

    Args:
        nama: The part's name.
        isi: The part with its data.
        bagian: The parts of the template, which tell its styles.
        daftar_aras: What the part's tags take the place of; None where they can leave nothing to tidy.

    Raises:
        XMLSyntaxError: When the part is not well-formed, or `ExpatError`.
    """
    is_laid_out = nama == xml.main_part(bagian) and (may_need_fit(isi) or has_contents(isi))
    if daftar_aras is None and not is_laid_out:
        xml.check(isi)
        return isi
    root = xml.parse(isi, huge=True)
    changed = daftar_aras is not None and tidy(root, daftar_aras)
    if is_laid_out:
        gaya = Gaya(bagian)
        changed |= fit(root, gaya) | fill_contents(root, gaya)
    return xml.serialise(root) if changed else isi


def _numbered(bagian: Mapping[str, bytes], daftar_halaman: Mapping[str, str]) -> Mapping[str, bytes]:
    """Return the parts of a filled document with page numbers in its contents lists."""
    nama = xml.main_part(bagian)
    root = xml.parse(bagian[nama], huge=True)
    number_contents(root, daftar_halaman)
    return {**bagian, nama: xml.serialise(root)}


def _read_back(isi: bytes, bagian: Mapping[str, bytes], nama: str) -> tuple[Temuan, ...]:
    """Return what is wrong with a finished document, judged by what was written to its file."""
    terbaca, daftar_temuan = open_container(isi, Kind.DOCX, Asal(nama), most_parts=len(bagian))
    if terbaca != bagian:
        return daftar_temuan or (Tempat(nama).temuan("templat-hasil-rusak"),)
    return integrity.check_links(terbaca, Tempat(nama))


class _Pengisi:
    """Fills the parts of one document and keeps what went wrong."""

    def __init__(self, konteks: object, bagian: Mapping[str, bytes]) -> None:
        self.bagian = bagian
        self.penjaga = Penjaga()
        self.penggambar = Penggambar(bagian)
        self.variabel: dict[str, Any] = {GUARD: self.penjaga, CHARTS: self.penggambar}
        if is_dataclass(konteks):
            self.variabel |= {satu.name: getattr(konteks, satu.name) for satu in fields(konteks)}
        self.daftar_temuan: list[Temuan] = []

    def fill(self, bagian: BagianTemplat) -> bytes:
        """Return a part with its data; a fault leaves it empty and is kept."""
        try:
            isi = xml.with_head(self._stream(bagian))
            return laid_out(bagian.nama, isi, self.bagian, bagian.daftar_aras)
        except _FAULTS as fault:
            self.daftar_temuan.append(_finding(bagian, fault))
        except (etree.XMLSyntaxError, ExpatError):
            tempat = Tempat(bagian.daftar_tempat[0][0].berkas, bagian.daftar_tempat[0][0].bagian)
            self.daftar_temuan.append(tempat.temuan("templat-hasil-rusak"))
        return b""

    def _stream(self, bagian: BagianTemplat) -> str:
        pieces: list[str] = []
        size = 0
        aliran = _compiled(bagian).generate(self.variabel)
        while batch := "".join(islice(aliran, _BATCH)):
            pieces.append(batch)
            size += len(batch)
            if size > MAKS_KELUARAN:
                raise LimitError("templat-hasil-terlalu-besar", MAKS_KELUARAN)
            self.penjaga.check_time()
        return "".join(pieces)


@functools.lru_cache(maxsize=64)
def _compiled(bagian: BagianTemplat) -> Template:
    try:
        return LINGKUNGAN.from_string(bagian.pohon)
    except (RecursionError, SyntaxError, MemoryError) as fault:
        raise LimitError("templat-terlalu-rumit", MAKS_TAG) from fault


def _finding(bagian: BagianTemplat, fault: Exception) -> Temuan:
    """Return a fault of rendering as a finding about the tag it happened in."""
    line = _line_of(fault)
    tempat, teks = bagian.daftar_tempat[line - 1] if line else (bagian.daftar_tempat[0][0], "")
    if isinstance(fault, LimitError):
        return tempat.temuan(fault.kode, teks, batas=fault.batas)
    if isinstance(fault, EmptyValueError):
        return tempat.temuan("templat-nilai-kosong", teks)
    if isinstance(fault, NotAChartError):
        return tempat.temuan("templat-bukan-grafik", teks)
    if isinstance(fault, UndefinedError):
        return tempat.temuan("templat-nilai-tak-ada", teks)
    if isinstance(fault, SecurityError):
        return tempat.temuan("templat-operasi-ditolak", teks)
    sebab = next((sebab for jenis, sebab in _CAUSES if isinstance(fault, jenis)), "nilai tidak dapat diolah")
    return tempat.temuan("templat-gagal-dihitung", teks, sebab=sebab)


def _line_of(fault: Exception) -> int:
    """Return the line of the template an error came from; jinja2 names its frames `<template>`."""
    lines = [0]
    frame = fault.__traceback__
    while frame is not None:
        if frame.tb_frame.f_code.co_filename == "<template>":
            lines.append(frame.tb_lineno)
        frame = frame.tb_next
    return lines[-1]
