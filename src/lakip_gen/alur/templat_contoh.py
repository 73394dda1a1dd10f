"""Trying templates: with the sample report, with empty lists, with far too much; and the list of all variables."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

from lakip_gen.alur.cacat import temuan_cacat
from lakip_gen.alur.contoh import TAHUN_CONTOH, tulis_contoh
from lakip_gen.alur.periksa import periksa_periode, rekap_hasil
from lakip_gen.alur.templat import NAMA_TEMPLAT
from lakip_gen.alur.templat_buka import buka_berkas_templat, susun_pustaka
from lakip_gen.alur.templat_periksa import HasilTemplat, folder_templat, tanpa_templat, tulis_hasil
from lakip_gen.domain.periode import Jenis, Periode, semester, setahun, triwulan
from lakip_gen.domain.temuan import Temuan
from lakip_gen.excel.variables import FILE_NAME, write_variables
from lakip_gen.laporan.kamus import daftar_saringan, daftar_variabel
from lakip_gen.laporan.layak import kosongkan, perbesar
from lakip_gen.laporan.pandangan import LaporanPandangan
from lakip_gen.laporan.susun import susun_pandangan
from lakip_gen.storage.inputs import Input, take_templates
from lakip_gen.storage.workspace import TEMPLATE_SUFFIX, Workspace
from lakip_gen.word.fill.render import render
from lakip_gen.word.template.open import WordTemplate

_PERIODE_CONTOH: Final = {
    NAMA_TEMPLAT[Jenis.TRIWULAN]: triwulan(TAHUN_CONTOH, 1),
    NAMA_TEMPLAT[Jenis.SEMESTER]: semester(TAHUN_CONTOH, 1),
}
"""The period a template is tried with; any other template is tried with the whole year, which fills every list."""
_UKURAN: Final[tuple[tuple[str, Callable[[LaporanPandangan], LaporanPandangan]], ...]] = (
    ("contoh", lambda isi: isi),
    ("kosong", kosongkan),
    ("besar", perbesar),
)
"""What a template is tried with, and how it is made of the sample report."""


def tulis_daftar_variabel(ruang: Workspace) -> HasilTemplat:
    """Write the list of everything a template can name."""
    isi = write_variables(daftar_variabel(laporan_contoh(setahun(TAHUN_CONTOH))), daftar_saringan())
    return tulis_hasil(ruang.root / "output", {FILE_NAME: isi}, HasilTemplat(()))


def contohkan(ruang: Workspace, berkas: Path | None = None) -> HasilTemplat:
    """Fill one template or all with the sample report, with empty lists, and with far too much.

    Args:
        ruang: The working folder.
        berkas: The template; None for all of the working folder.
    """
    masukan = take_templates(ruang, (berkas,) if berkas else ruang.template_files())
    if not masukan.templates:
        return HasilTemplat((), tanpa_templat(ruang))
    siap: dict[str, bytes] = {}
    gagal: list[str] = []
    semua: list[Temuan] = []
    pustaka = susun_pustaka(masukan)
    for satu in masukan.templates:
        templat, daftar_temuan = buka_berkas_templat(satu, pustaka)
        jadi, salah = _isi_contoh(templat, satu) if templat is not None else ({}, daftar_temuan)
        siap |= {nama: isi for nama, isi in jadi.items() if isi is not None}
        gagal += [nama for nama, isi in jadi.items() if isi is None]
        semua += salah
    dasar = HasilTemplat(
        tuple(satu.name for satu in masukan.templates), tuple(dict.fromkeys(semua)), daftar_gagal=tuple(gagal)
    )
    return tulis_hasil(folder_templat(ruang), siap, dasar)


def _isi_contoh(templat: WordTemplate, berkas: Input) -> tuple[dict[str, bytes | None], tuple[Temuan, ...]]:
    periode = _PERIODE_CONTOH.get(berkas.file.name.casefold(), setahun(TAHUN_CONTOH))
    contoh = laporan_contoh(periode)
    jadi = {f"{berkas.file.stem}-{nama}{TEMPLATE_SUFFIX}": _coba(templat, ubah(contoh)) for nama, ubah in _UKURAN}
    semua = tuple(satu for _, daftar in jadi.values() for satu in daftar)
    return {nama: isi for nama, (isi, _) in jadi.items()}, semua


def _coba(templat: WordTemplate, isi: LaporanPandangan) -> tuple[bytes | None, tuple[Temuan, ...]]:
    """Return a template filled with a report, or what is wrong; a fault of the program in it is told as well."""
    try:
        return render(templat, isi)
    except Exception as salah:  # noqa: BLE001 - the one boundary of a template
        return None, (temuan_cacat("templat-gagal", templat.name, salah),)


@cache
def laporan_contoh(periode: Periode) -> LaporanPandangan:
    """Return the sample agency's report of a period, made in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="lakip-gen-") as folder:
        ruang = Workspace(Path(folder).resolve())
        tulis_contoh(ruang)
        rekap = rekap_hasil(periksa_periode(ruang, periode))
    if rekap is None:
        raise RuntimeError("the sample agency's buku induk is at fault")
    return susun_pandangan(rekap, None)
