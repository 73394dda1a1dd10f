"""From a template and a period's view to the finished Word draft."""

from __future__ import annotations

from lakip_gen.domain.temuan import Temuan
from lakip_gen.pdf import cari_libreoffice, ubah_ke_pdf
from lakip_gen.report.pandangan import LaporanPandangan
from lakip_gen.word.daftar_isi import fill_contents
from lakip_gen.word.nomor_halaman import printed_pages
from lakip_gen.word.render import render
from lakip_gen.word.sifat import Sifat
from lakip_gen.word.templat import Templat


def isi_draf(
    templat: Templat, pandangan: LaporanPandangan, *, dengan_nomor: bool = False
) -> tuple[bytes | None, tuple[Temuan, ...]]:
    """Return the draft with its contents lists, or no draft and the template's faults.

    Args:
        templat: The opened template.
        pandangan: What it prints.
        dengan_nomor: Whether LibreOffice is to tell the page numbers of the contents lists.
    """
    instansi, periode = pandangan.instansi, pandangan.periode
    sifat = Sifat(f"Laporan Kinerja {instansi.nama} {periode.nama}", instansi.nama)
    isi, daftar_temuan = render(templat, pandangan, sifat=sifat)
    if isi is None:
        return None, daftar_temuan
    jadi = fill_contents(isi)
    if jadi != isi and dengan_nomor and cari_libreoffice():
        pdf, _ = ubah_ke_pdf(jadi, "draf")
        return fill_contents(isi, printed_pages(jadi, pdf)) if pdf else jadi, daftar_temuan
    return jadi, daftar_temuan
