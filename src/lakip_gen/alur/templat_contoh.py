"""Trying templates: with the sample report, with empty lists, with far too much; and the list of all variables."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Final

from lakip_gen.alur.bahan_kertas import BahanKertas
from lakip_gen.alur.cacat import temuan_cacat
from lakip_gen.alur.contoh import TAHUN_CONTOH, tulis_contoh
from lakip_gen.alur.papan import sidik_unit
from lakip_gen.alur.penyajian_kertas import Penyaji
from lakip_gen.alur.periksa import HasilPeriksa, periksa_periode, rekap_hasil
from lakip_gen.alur.templat import NAMA_TEMPLAT
from lakip_gen.alur.templat_buka import buka_berkas_templat, susun_pustaka
from lakip_gen.alur.templat_periksa import (
    HasilTemplat,
    folder_templat,
    semua_templat,
    tanpa_templat,
    tulis_hasil,
)
from lakip_gen.domain.instansi_luar import DataDiminta, InstansiLuar
from lakip_gen.domain.periode import Jenis as JenisPeriode
from lakip_gen.domain.periode import Periode, semester, setahun, triwulan
from lakip_gen.domain.temuan import Temuan
from lakip_gen.excel.variables import FILE_NAME, write_variables
from lakip_gen.laporan.kamus import daftar_saringan, daftar_variabel
from lakip_gen.laporan.layak import kosongkan, perbesar
from lakip_gen.laporan.pandangan import LaporanPandangan
from lakip_gen.laporan.pandangan_kertas import KertasPandangan
from lakip_gen.laporan.susun import susun_pandangan
from lakip_gen.sop.kertas import RAPAT, Saat
from lakip_gen.sop.peristiwa import BukuPeristiwa, Jenis, Peristiwa
from lakip_gen.storage.inputs import Input, take_templates
from lakip_gen.storage.workspace import TEMPLATE_SUFFIX, Workspace
from lakip_gen.word.fill.render import render
from lakip_gen.word.template.open import WordTemplate

_PERIODE_CONTOH: Final = {
    NAMA_TEMPLAT[JenisPeriode.TRIWULAN]: triwulan(TAHUN_CONTOH, 1),
    NAMA_TEMPLAT[JenisPeriode.SEMESTER]: semester(TAHUN_CONTOH, 1),
}
"""The period a template is tried with; any other template is tried with the whole year, which fills every list."""
_SOP_CONTOH: Final = "kominfo-way-kanan"
_PERISTIWA_CONTOH: Final = tuple(
    Peristiwa(
        jenis=jenis,
        dicatat=datetime(TAHUN_CONTOH, 4, 9, tzinfo=UTC),
        tanggal=date(TAHUN_CONTOH, 4, 9),
        langkah="5",
        unit="SEKRETARIAT",
        oleh="Sekretaris Dinas",
        isi=isi,
    )
    for jenis, isi in (
        (Jenis.DIKEMBALIKAN, "Lengkapi data dukung indikator 5.2"),
        (Jenis.CATATAN, "Menyelesaikan sisa rekomendasi hasil pemeriksaan"),
    )
)
"""What the sample office recorded, so that no list of a paper is empty."""
_LUAR_CONTOH: Final = (
    InstansiLuar(
        kode="BPS",
        nama="Badan Pusat Statistik Kabupaten Contoh",
        penerima="Kepala Badan Pusat Statistik Kabupaten Contoh",
        alamat="Jalan Contoh Nomor 2",
        daftar_data=(DataDiminta(uraian="Jumlah penduduk menurut desa", satuan="jiwa", indikator="I1.1"),),
    ),
)
"""Whom the sample office asks for data in these."""
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
    masukan = take_templates(ruang, (berkas,) if berkas else semua_templat(ruang))
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
    naskah = berkas.file.parent.name == "kertas"
    bawaan = triwulan(TAHUN_CONTOH, 1) if naskah else setahun(TAHUN_CONTOH)
    periode = _PERIODE_CONTOH.get(berkas.file.name.casefold(), bawaan)
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
    """Return the sample agency's report of a period, and what its papers say, made in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="lakip-gen-") as folder:
        ruang = Workspace(Path(folder).resolve())
        tulis_contoh(ruang, _SOP_CONTOH)
        hasil = periksa_periode(ruang, periode)
    rekap = rekap_hasil(hasil)
    if rekap is None:
        raise RuntimeError("the sample agency's buku induk is at fault")
    return replace(susun_pandangan(rekap, None), kertas=_kertas_contoh(hasil))


def _kertas_contoh(hasil: HasilPeriksa) -> KertasPandangan:
    """Return what the papers of the first meeting say, in a quarter in which one form was sent back."""
    pertama = hasil.periode.daftar_triwulan[0]
    hasil = replace(hasil, periode=pertama)
    rekap = rekap_hasil(hasil)
    assert rekap is not None  # noqa: S101 - the sample was judged just before
    rekap = replace(rekap, induk=replace(rekap.induk, daftar_instansi_luar=_LUAR_CONTOH))
    kiriman = sidik_unit(hasil)
    daftar = (replace(satu, sidik=kiriman[satu.unit]) for satu in _PERISTIWA_CONTOH)
    catatan = BukuPeristiwa(dict(enumerate(daftar, start=1)))
    bahan = BahanKertas(
        hasil=hasil,
        rekap=rekap,
        catatan=catatan,
        catatan_triwulan={pertama: catatan},
        langkah=rekap.induk.sop.langkah_periode(pertama),
    )
    penyaji = Penyaji(bahan, Saat.SUSUN)
    return penyaji.pandangan(next(satu for satu in penyaji.daftar if satu.kertas is RAPAT)).kertas
