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
    from collections.abc import Sequence

    from lakip_gen.domain.penerimaan import StatusLaporan
    from lakip_gen.domain.rekap import Rekap

TANPA_PENGESAHAN = Pengesahan()
_SEPASANG = 2


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
            if _terisi(bulan):
                letak = status.triwulan.tahun, NAMA_BULAN.index(bulan.bulan)
                daftar.setdefault(letak, []).append(_progres(status.unit.nama, bulan))
    return tuple(
        ProgresBulanPandangan(f"{NAMA_BULAN[bulan]} {tahun}", tuple(laporan))
        for (tahun, bulan), laporan in sorted(daftar.items(), key=lambda satu: satu[0])
    )


def kalimat_progres(rekap: Rekap) -> str:
    """Return one sentence on the months that units told nothing of; empty where all told of all, or none of any."""
    ada, belum = False, dict[str, list[str]]()
    for status in rekap.daftar_status:
        if status.triwulan not in rekap.periode.daftar_triwulan:
            continue
        terisi = {satu.bulan for satu in status.laporan.daftar_bulan if _terisi(satu)} if status.laporan else set[str]()
        ada = ada or bool(terisi)
        belum.setdefault(status.unit.nama, []).extend(b for b in status.triwulan.daftar_bulan if b not in terisi)
    kapan: dict[str, list[str]] = {}
    for unit, bulan in belum.items():
        kapan.setdefault(_rentang(bulan), []).append(unit)
    daftar = [
        f"{masa} ({'semua unit kerja' if 1 < len(unit) == len(belum) else '; '.join(unit)})"
        for masa, unit in kapan.items()
        if masa
    ]
    return f"Progres yang belum disampaikan: {bahasa.gabung(daftar)}." if ada and daftar else ""


def _rentang(daftar: Sequence[str]) -> str:
    """Return months as they are named in a sentence: those that follow each other by the first and the last."""
    nomor = [NAMA_BULAN.index(bulan) for bulan in daftar]
    if len(daftar) > _SEPASANG and nomor[-1] - nomor[0] == len(daftar) - 1:
        return f"{daftar[0]} sampai {daftar[-1]}"
    return bahasa.gabung(daftar)


def _terisi(bulan: IsianBulan) -> bool:
    return bool(bulan.kegiatan or bulan.hasil or bulan.kendala or bulan.rencana)


def _progres(unit: str, bulan: IsianBulan) -> ProgresUnitPandangan:
    return ProgresUnitPandangan(
        unit=unit,
        kegiatan=bulan.kegiatan or bahasa.KOSONG,
        hasil=bulan.hasil or bahasa.KOSONG,
        kendala=bulan.kendala or bahasa.KOSONG,
        rencana=bulan.rencana or bahasa.KOSONG,
    )
