"""From a template and a period's view to the finished Word draft."""

from __future__ import annotations

from lakip_gen.domain.temuan import Temuan
from lakip_gen.pdf import cari_libreoffice, ubah_ke_pdf
from lakip_gen.report.pandangan import LaporanPandangan
from lakip_gen.word.daftar_isi import has_contents
from lakip_gen.word.nomor_halaman import printed_pages
from lakip_gen.word.ooxml import main_part
from lakip_gen.word.render import fill, finish
from lakip_gen.word.sifat import Sifat
from lakip_gen.word.templat import Templat


def isi_draf(templat: Templat, pandangan: LaporanPandangan) -> tuple[bytes | None, tuple[Temuan, ...]]:
    """Return the draft with its contents lists, or no draft and the template's faults.

    The lists have page numbers where there is a LibreOffice to tell them; otherwise they say how to get them.

    Args:
        templat: The opened template.
        pandangan: What it prints.
    """
    instansi, periode = pandangan.instansi, pandangan.periode
    sifat = Sifat(f"Laporan Kinerja {instansi.nama} {periode.nama}", instansi.nama)
    bagian, daftar_temuan = fill(templat, pandangan)
    if bagian is None:
        return None, daftar_temuan
    isi, galat = finish(templat.nama, bagian, sifat=sifat)
    if isi and has_contents(bagian[main_part(bagian)]) and cari_libreoffice():
        pdf, _ = ubah_ke_pdf(isi, "draf")
        if pdf:
            isi, galat = finish(templat.nama, bagian, sifat=sifat, daftar_halaman=printed_pages(isi, pdf))
    return isi, galat or daftar_temuan
