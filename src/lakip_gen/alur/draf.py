"""From a template and a period's view to the finished Word draft."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lakip_gen.alur.cacat import temuan_cacat
from lakip_gen.domain.temuan import Temuan
from lakip_gen.laporan.pandangan import LaporanPandangan
from lakip_gen.storage.pdf import convert_to_pdf, find_libreoffice
from lakip_gen.word.carry.base import Base, with_base
from lakip_gen.word.fill.render import fill, finish
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
    """

    isi: bytes | None
    daftar_temuan: tuple[Temuan, ...]
    bernomor: bool = True


def isi_draf(templat: WordTemplate, pandangan: LaporanPandangan, dasar: Base | None = None) -> Draf:
    """Return the draft, or the template's faults; a fault of the program in it costs the draft and nothing else.

    Args:
        templat: The opened template.
        pandangan: What it prints.
        dasar: What the draft shall be known by later, wherever it goes; None for a document that nobody works on.
    """
    try:
        return _isi(templat, pandangan, dasar)
    except Exception as salah:  # noqa: BLE001 - the one boundary of a draft
        return Draf(None, (temuan_cacat("templat-gagal", templat.name, salah),))


def _isi(templat: WordTemplate, pandangan: LaporanPandangan, dasar: Base | None) -> Draf:
    """Return the draft with its contents lists, or the template's faults.

    The lists have page numbers where there is a LibreOffice to tell them; otherwise they say how to get them.
    """
    instansi, periode = pandangan.instansi, pandangan.periode
    sifat = Properties(f"Laporan Kinerja {instansi.nama} {periode.nama}", SUBJEK, instansi.nama)
    bagian, daftar_temuan = fill(templat, pandangan)
    if bagian is None:
        return Draf(None, daftar_temuan)
    bagian = with_base(bagian, dasar) if dasar else bagian
    isi, galat = finish(templat.name, bagian, properties=sifat)
    if isi is None or not has_contents(bagian[main_part(bagian)]):
        return Draf(isi, galat or daftar_temuan)
    pdf, _ = convert_to_pdf(isi, "draf") if find_libreoffice() else (None, ())
    if pdf is None:
        return Draf(isi, daftar_temuan, bernomor=False)
    isi, galat = finish(templat.name, bagian, properties=sifat, page_numbers=printed_pages(isi, pdf))
    return Draf(isi, galat or daftar_temuan)
