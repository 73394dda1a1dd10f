"""From a template and a period's view to the finished Word draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from lakip_gen.alur.cacat import temuan_cacat
from lakip_gen.alur.suntingan import Dibawa, Lanjutan, lanjutkan
from lakip_gen.domain.temuan import Temuan
from lakip_gen.laporan.pandangan import LaporanPandangan
from lakip_gen.storage.pdf import convert_to_pdf, find_libreoffice
from lakip_gen.word.carry.base import Base, read_base, with_base
from lakip_gen.word.fill.render import fill, finish
from lakip_gen.word.package.opc import open_docx
from lakip_gen.word.package.properties import Properties
from lakip_gen.word.package.xml import main_part
from lakip_gen.word.pages.contents import has_contents
from lakip_gen.word.pages.page_numbers import printed_pages
from lakip_gen.word.template.open import WordTemplate

SUBJEK: Final = "Akuntabilitas Kinerja Instansi Pemerintah"


@dataclass(frozen=True, slots=True)
class Draf:
    """A finished draft.

    Attributes:
        isi: The file; None where the template is at fault.
        daftar_temuan: The template's faults.
        bernomor: Whether its contents lists have all the page numbers they can have.
        dibawa: What became of somebody's edits in it; None where there were none.
        tetap: The edited draft that it is, where nothing changed beneath it.
    """

    isi: bytes | None
    daftar_temuan: tuple[Temuan, ...]
    bernomor: bool = True
    dibawa: Dibawa | None = None
    tetap: Path | None = None


@dataclass(frozen=True, slots=True)
class Silsilah:
    """Where a draft comes from, so that it is known wherever it goes.

    Attributes:
        dasar: What it shall be known by.
        lanjutan: What it goes on from.
        nama: How the drafts that lie there are called.
    """

    dasar: Base
    lanjutan: Lanjutan
    nama: Mapping[Path, str]


def isi_draf(templat: WordTemplate, pandangan: LaporanPandangan, silsilah: Silsilah | None = None) -> Draf:
    """Return the draft, or the template's faults; a fault of the program in it costs the draft and nothing else.

    Args:
        templat: The opened template.
        pandangan: What it prints.
        silsilah: Where the draft comes from; None for a document that nobody works on.
    """
    try:
        return _isi(templat, pandangan, silsilah)
    except Exception as salah:  # noqa: BLE001 - the one boundary of a draft
        return Draf(None, (temuan_cacat("templat-gagal", templat.name, salah),))


def _isi(templat: WordTemplate, pandangan: LaporanPandangan, silsilah: Silsilah | None) -> Draf:
    """Return the draft with its contents lists, or the template's faults.

    The lists have page numbers where there is a LibreOffice to tell them; otherwise they say how to get them.
    """
    instansi, periode = pandangan.instansi, pandangan.periode
    sifat = Properties(f"Laporan Kinerja {instansi.nama} {periode.nama}", SUBJEK, instansi.nama)
    bagian, daftar_temuan = fill(templat, pandangan)
    if bagian is None:
        return Draf(None, daftar_temuan)
    dibawa = None
    if silsilah:
        bagian = with_base(bagian, silsilah.dasar)
        if tetap := silsilah.lanjutan.tetap(read_base(bagian) or silsilah.dasar):
            return Draf(tetap.isi, daftar_temuan, tetap=tetap.berkas)
        bagian, dibawa = lanjutkan(silsilah.lanjutan, bagian, silsilah.nama)
    return replace(_jadi(templat.name, bagian, sifat, daftar_temuan), dibawa=dibawa)


def _jadi(nama: str, bagian: Mapping[str, bytes], sifat: Properties, daftar_temuan: tuple[Temuan, ...]) -> Draf:
    """Return the finished draft, with page numbers where there is a LibreOffice to tell them."""
    isi, galat = finish(nama, bagian, properties=sifat)
    if isi is None or not has_contents(bagian[main_part(bagian)]):
        return Draf(isi, galat or daftar_temuan)
    pdf, _ = convert_to_pdf(isi, "draf") if find_libreoffice() else (None, ())
    if pdf is None:
        return Draf(isi, daftar_temuan, bernomor=False)
    isi, galat = finish(nama, bagian, properties=sifat, page_numbers=printed_pages(isi, pdf))
    return Draf(isi, galat or daftar_temuan)


def berhalaman(isi: bytes) -> bytes:
    """Return a finished document whose contents lists have its pages as they are now; as it is where nobody tells."""
    bagian, _ = open_docx(isi)
    if bagian is None or not has_contents(bagian[main_part(bagian)]) or not find_libreoffice():
        return isi
    pdf, _ = convert_to_pdf(isi, "laporan")
    halaman = printed_pages(isi, pdf) if pdf else {}
    jadi, _ = finish("laporan", bagian, page_numbers=halaman) if halaman else (None, ())
    return jadi or isi
