"""The agency's own words on a sasaran or an indicator, as its report prints them, and where some are due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lakip_gen.domain.capaian import SERATUS, Capaian
from lakip_gen.domain.narasi_kinerja import TempatNarasi
from lakip_gen.domain.periode import Jenis
from lakip_gen.laporan.pandangan_catatan import NarasiKinerjaPandangan
from lakip_gen.laporan.sajian import TEMPAT_URAIAN

if TYPE_CHECKING:
    from lakip_gen.domain.rekap import Rekap, RekapIndikator


def narasi_sasaran(rekap: Rekap, kode: str, nomor: int) -> NarasiKinerjaPandangan:
    """Return the words on a sasaran; in the year's report one place is always shown."""
    return _narasi(rekap, kode, f"capaian sasaran {nomor}" if rekap.periode.jenis is Jenis.TAHUN else "")


def narasi_indikator(rekap: Rekap, milik: RekapIndikator, nomor: str) -> NarasiKinerjaPandangan:
    """Return the words on an indicator; in the year's report a place is shown where it fell short without a reason."""
    perlu = rekap.periode.jenis is Jenis.TAHUN and _kurang(milik) and not _beralasan(milik)
    return _narasi(rekap, milik.indikator.kode, f"penyebab target indikator {nomor} tidak tercapai" if perlu else "")


def _kurang(milik: RekapIndikator) -> bool:
    capaian = milik.setahun.capaian
    return isinstance(capaian, Capaian) and capaian.angka is not None and capaian.angka < SERATUS


def _beralasan(milik: RekapIndikator) -> bool:
    jawaban = (sumber.jawaban for sumber in milik.daftar_jawaban if sumber.jawaban)
    return any(satu.sintesis or satu.faktor_penghambat for satu in jawaban)


def _narasi(rekap: Rekap, kode: str, perihal: str) -> NarasiKinerjaPandangan:
    """Return the words on what has a kode; where there are none, the mark of the place that is due, if any."""
    daftar = [satu for satu in rekap.induk.daftar_narasi if satu.kode == kode and satu.untuk(rekap.periode)]
    pengantar, analisis, lanjut = (
        tuple(
            baris.strip() for satu in daftar if satu.tempat is tempat for baris in satu.isi.split("\n") if baris.strip()
        )
        for tempat in TempatNarasi
    )
    tanda = (TEMPAT_URAIAN.format(perihal),) if perihal and not daftar else ()
    return NarasiKinerjaPandangan(pengantar=pengantar, analisis=analisis or tanda, tindak_lanjut=lanjut)
