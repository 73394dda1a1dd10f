"""How complete a unit's form is, row by row: the rows that owe nothing, of all that it was asked to fill."""

from __future__ import annotations

from dataclasses import dataclass

from lakip_gen.domain.induk import Induk
from lakip_gen.domain.isian import IsianAksi, IsianAnggaran, IsianIndikator, LaporanUnit
from lakip_gen.domain.kewajiban import HANYA_SELALU, Syarat, ditolak, ditunggu, kurang, syarat_aksi
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
    induk = induk.pada(triwulan.akhir)
    daftar_indikator = induk.indikator_unit(unit)
    daftar_anggaran = induk.subkegiatan_unit(unit)
    daftar_aksi = [aksi for aksi in induk.aksi_unit(unit) if aksi.rencana[triwulan.nomor - 1]]
    semua = len(daftar_indikator) + len(daftar_anggaran) + len(daftar_aksi)
    if laporan is None:
        return Kelengkapan(0, semua)
    versi = laporan.versi

    def utuh(lembar: str, syarat: frozenset[Syarat], baris: IsianIndikator | IsianAnggaran | IsianAksi) -> bool:
        return not kurang(lembar, syarat, baris, versi) and not ditolak(baris)

    indikator = [(i, laporan.indikator(i.kode)) for i in daftar_indikator]
    anggaran = [laporan.anggaran(a.kode) for a in daftar_anggaran]
    aksi = [laporan.aksi(a.kode) for a in daftar_aksi]
    lengkap = (
        *(
            utuh("indikator", baris.syarat, baris) if baris else not ditunggu(i, triwulan, induk.aturan)
            for i, baris in indikator
        ),
        *(baris is not None and utuh("anggaran", HANYA_SELALU, baris) for baris in anggaran),
        *(baris is not None and utuh("rencana_aksi", syarat_aksi(baris.status), baris) for baris in aksi),
    )
    return Kelengkapan(sum(lengkap), semua)
