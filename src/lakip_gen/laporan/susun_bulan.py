"""The view of a month: what every unit of the agency said of it, and which said nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lakip_gen.laporan.pandangan import LaporanPandangan, PeriodePandangan
from lakip_gen.laporan.pandangan_catatan import ProgresBulanPandangan, ProgresUnitPandangan
from lakip_gen.laporan.susun_formulir import daftar_progres
from lakip_gen.pesan import bahasa

if TYPE_CHECKING:
    from lakip_gen.domain.bulan import Bulan
    from lakip_gen.domain.rekap import Rekap

BELUM_MELAPOR: Final = "[belum dilaporkan]"


def progres_bulan(rekap: Rekap, bulan: Bulan) -> ProgresBulanPandangan:
    """Return what the units said of a month, each unit in its place; a mark where one said nothing."""
    semua = {satu.bulan: satu.daftar_laporan for satu in daftar_progres(rekap)}
    ada = {laporan.unit: laporan for laporan in semua.get(bulan.nama, ())}
    return ProgresBulanPandangan(
        bulan.nama, tuple(ada.get(unit.nama) or _belum(unit.nama) for unit in rekap.induk.daftar_unit)
    )


def _belum(unit: str) -> ProgresUnitPandangan:
    return ProgresUnitPandangan(
        unit=unit,
        kegiatan=BELUM_MELAPOR,
        hasil=bahasa.KOSONG,
        kendala=bahasa.KOSONG,
        rencana=bahasa.KOSONG,
    )


def pandangan_bulan(pandangan: LaporanPandangan, progres: ProgresBulanPandangan, bulan: Bulan) -> LaporanPandangan:
    """Return the view of a quarter's report turned to one of its months."""
    periode = PeriodePandangan(
        nama=bulan.nama,
        nama_pendek=bulan.sebutan,
        sebutan="bulan",
        tahun=bulan.tahun,
        daftar_bulan=bulan.nama,
        daftar_triwulan=(bulan.triwulan.nama_pendek,),
        sejak_awal_tahun=bulan.nomor == 1,
        ada_peta=False,
        sebelumnya="",
    )
    return replace(pandangan, periode=periode, daftar_progres=(progres,), kalimat_progres="")
