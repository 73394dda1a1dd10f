"""The views of the units' forms: where each stands, who answers for it, and what each unit did month by month."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from lakip_gen.domain.isian import IsianBulan, Pengesahan
from lakip_gen.domain.periode import NAMA_BULAN
from lakip_gen.laporan.pandangan_catatan import KelengkapanPandangan, ProgresBulanPandangan, ProgresUnitPandangan
from lakip_gen.pesan import bahasa
from lakip_gen.pesan.status import RUPA_STATUS, keterangan

if TYPE_CHECKING:
    from lakip_gen.domain.penerimaan import StatusLaporan
    from lakip_gen.domain.rekap import Rekap

TANPA_PENGESAHAN = Pengesahan()


def daftar_kelengkapan(rekap: Rekap) -> tuple[KelengkapanPandangan, ...]:
    """Return where each unit's form of each quarter stands."""
    return tuple(_kelengkapan(nomor, status) for nomor, status in enumerate(rekap.daftar_status, start=1))


def _kelengkapan(nomor: int, status: StatusLaporan) -> KelengkapanPandangan:
    milik = status.laporan.pengesahan if status.laporan else TANPA_PENGESAHAN
    return KelengkapanPandangan(
        nomor=nomor,
        unit=status.unit.nama,
        periode=status.triwulan.nama_pendek,
        status=RUPA_STATUS[status.status].cetakan,
        galat=status.galat,
        peringatan=status.peringatan,
        keterangan=keterangan(status) or bahasa.KOSONG,
        berkas=status.berkas or bahasa.KOSONG,
        penyusun=_oleh(milik.penyusun, milik.jabatan_penyusun, milik.tanggal),
        pengesah=_oleh(milik.pengesah, milik.jabatan_pengesah, milik.tanggal_pengesahan),
        catatan=milik.catatan or bahasa.KOSONG,
    )


def _oleh(nama: str, jabatan: str, tanggal: date | None) -> str:
    """Return who did something, with office and date as far as they were told."""
    bagian = (nama, jabatan, bahasa.tanggal(tanggal) if tanggal else "")
    return ", ".join(filter(None, bagian)) or bahasa.KOSONG


def daftar_progres(rekap: Rekap) -> tuple[ProgresBulanPandangan, ...]:
    """Return what the units said of each month of the period; a month without a word is left out."""
    daftar: dict[tuple[int, int], list[ProgresUnitPandangan]] = {}
    for status in rekap.daftar_status:
        milik = status.laporan if status.triwulan in rekap.periode.daftar_triwulan else None
        for bulan in milik.daftar_bulan if milik else ():
            if bulan.kegiatan or bulan.hasil or bulan.kendala or bulan.rencana:
                letak = status.triwulan.tahun, NAMA_BULAN.index(bulan.bulan)
                daftar.setdefault(letak, []).append(_progres(status.unit.nama, bulan))
    return tuple(
        ProgresBulanPandangan(f"{NAMA_BULAN[bulan]} {tahun}", tuple(laporan))
        for (tahun, bulan), laporan in sorted(daftar.items(), key=lambda satu: satu[0])
    )


def _progres(unit: str, bulan: IsianBulan) -> ProgresUnitPandangan:
    return ProgresUnitPandangan(
        unit=unit,
        kegiatan=bulan.kegiatan or bahasa.KOSONG,
        hasil=bulan.hasil or bahasa.KOSONG,
        kendala=bulan.kendala or bahasa.KOSONG,
        rencana=bulan.rencana or bahasa.KOSONG,
    )
