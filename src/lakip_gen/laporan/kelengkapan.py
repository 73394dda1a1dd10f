"""How complete a unit's form is, row by row, by the same conditions that its column Kelengkapan shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lakip_gen.domain.capaian import SERATUS, Capaian, hitung_capaian
from lakip_gen.domain.formulir import bersama
from lakip_gen.domain.konsolidasi import rasio
from lakip_gen.domain.nilai import BelumDilaporkan, Nilai, Pecahan

if TYPE_CHECKING:
    from decimal import Decimal

    from lakip_gen.domain.induk import Induk
    from lakip_gen.domain.isian import IsianAnggaran, IsianIndikator, LaporanUnit
    from lakip_gen.domain.kinerja import Indikator
    from lakip_gen.domain.nilai import Isian, Target
    from lakip_gen.domain.periode import Periode


@dataclass(frozen=True, slots=True)
class Kelengkapan:
    """How many of the rows that a unit was asked to fill are complete."""

    lengkap: int
    semua: int

    def __str__(self) -> str:
        return f"{self.lengkap} dari {self.semua} baris"


def kelengkapan(induk: Induk, unit: str, triwulan: Periode, laporan: LaporanUnit | None) -> Kelengkapan:
    """Return how complete a unit's form of a quarter is: its indicators, budget lines and rencana aksi.

    Args:
        induk: The buku induk, which says what the unit was asked.
        unit: The unit's kode.
        triwulan: The quarter.
        laporan: What the unit sent; None while nothing was accepted, so that no row is complete.
    """
    daftar_indikator = induk.indikator_unit(unit)
    daftar_anggaran = induk.subkegiatan_unit(unit)
    daftar_aksi = [aksi for aksi in induk.aksi_unit(unit) if aksi.rencana[triwulan.nomor - 1]]
    semua = len(daftar_indikator) + len(daftar_anggaran) + len(daftar_aksi)
    if laporan is None:
        return Kelengkapan(0, semua)
    status = {aksi.kode: aksi.status for aksi in laporan.daftar_aksi}
    lengkap = [
        *(_indikator(induk, triwulan, i, laporan.indikator(i.kode)) for i in daftar_indikator),
        *(_anggaran(laporan.anggaran(a.kode)) for a in daftar_anggaran),
        *(bool(status.get(aksi.kode)) for aksi in daftar_aksi),
    ]
    return Kelengkapan(sum(lengkap), semua)


def _indikator(induk: Induk, triwulan: Periode, indikator: Indikator, jawaban: IsianIndikator | None) -> bool:
    target = indikator.target(triwulan, induk.aturan)
    if jawaban is None:
        return target is None
    capaian = _capaian(induk, indikator, jawaban.isian, target)
    if capaian is not None and capaian < SERATUS and not (jawaban.faktor_penghambat and jawaban.tindak_lanjut):
        return False
    if capaian is not None and capaian >= SERATUS and not jawaban.faktor_pendorong:
        return False
    return target is None or (_ada(jawaban.isian) and bool(jawaban.data_dukung))


def _capaian(induk: Induk, indikator: Indikator, isian: Isian, target: Target | None) -> Decimal | None:
    """Return the capaian of the unit's own figure in percent; None where it has none of its own."""
    if isinstance(isian, Pecahan):
        isian = rasio(isian.pembilang, isian.penyebut, indikator.pengali).isi
    if target is None or bersama(indikator) or not isinstance(isian, Nilai):
        return None
    hasil = hitung_capaian(isian.angka, target, indikator.arah, induk.aturan, indikator.rumus_turun)
    return hasil.angka if isinstance(hasil, Capaian) else None


def _anggaran(jawaban: IsianAnggaran | None) -> bool:
    return jawaban is not None and _ada(jawaban.realisasi) and _ada(jawaban.fisik)


def _ada(isian: Isian) -> bool:
    return not isinstance(isian, BelumDilaporkan)
