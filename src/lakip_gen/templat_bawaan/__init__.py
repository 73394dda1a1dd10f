"""Builds the default Word templates: ordinary documents that a planner goes on editing in Word."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from lakip_gen.templat_bawaan import (
    bulanan,
    dokumen_kecil,
    kertas_bagikan,
    kertas_susun,
    semester,
    tahunan,
    triwulan,
)
from lakip_gen.templat_bawaan.halaman import Ukuran
from lakip_gen.templat_bawaan.logo import gambar_logo

LOGO: Final = "logo.png"
"""The picture that the default templates show as the agency's; a planner puts his own in its place."""


@cache
def templat_bawaan(ukuran: Ukuran = Ukuran.A4) -> Mapping[str, bytes]:
    """Return the default templates by file name; the same bytes every time.

    Args:
        ukuran: The paper, A4 or F4.
    """
    daftar = {
        "rekap-bulanan": bulanan.susun,
        "laporan-triwulan": triwulan.susun,
        "laporan-semester": semester.susun,
        "laporan-tahunan": tahunan.susun,
    }
    return MappingProxyType({f"{nama}.docx": susun(ukuran).save() for nama, susun in daftar.items()})


@cache
def kertas_bawaan(ukuran: Ukuran = Ukuran.A4) -> Mapping[str, bytes]:
    """Return the default templates of an SOP's papers and of the small documents, by file name.

    Args:
        ukuran: The paper, A4 or F4.
    """
    daftar = {
        "disposisi": kertas_bagikan.disposisi,
        "surat-permintaan": kertas_bagikan.surat_permintaan,
        "surat-instansi-luar": kertas_bagikan.surat_instansi_luar,
        "tanda-terima": kertas_bagikan.tanda_terima,
        "catatan-pembagian-tugas": kertas_bagikan.pembagian_tugas,
        "formulir-cetak": kertas_bagikan.formulir_cetak,
        "rekapitulasi": kertas_susun.rekapitulasi,
        "ikhtisar": dokumen_kecil.ikhtisar,
        "rapat": kertas_susun.rapat,
        "hasil-koreksi": kertas_susun.hasil_koreksi,
        "pengesahan": kertas_susun.pengesahan,
        "perjanjian-kinerja": dokumen_kecil.perjanjian,
        "perjanjian-kinerja-perubahan": dokumen_kecil.perjanjian_perubahan,
        "indikator-kinerja-utama": dokumen_kecil.indikator_utama,
        "rencana-aksi": dokumen_kecil.rencana_aksi,
        "pengukuran-kinerja": dokumen_kecil.pengukuran,
    }
    return MappingProxyType({f"{nama}.docx": susun(ukuran).save() for nama, susun in daftar.items()})


def gambar_bawaan() -> dict[str, bytes]:
    """Return the pictures that the default templates take in, by file name."""
    return {LOGO: gambar_logo()}
