"""What planners accepted: a doubt that is settled with a reason is told as such, and refuses and asks no more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lakip_gen.domain.keraguan import Hal, Penerimaan
from lakip_gen.domain.temuan import Temuan, Tingkat, temuan
from lakip_gen.pesan.bahasa import oleh_pada
from lakip_gen.pesan.katalog import katalog


def hal(butir: Temuan) -> Hal:
    """Return what a finding doubts: only just this is settled, not what else may come to stand in the cell."""
    return Hal(butir.kode, butir.asal.lembar, butir.asal.sel, butir.nilai)


def dapat_diterima(daftar_temuan: Iterable[Temuan]) -> tuple[Temuan, ...]:
    """Return the findings that a planner may settle with a reason."""
    return tuple(butir for butir in daftar_temuan if katalog()[butir.kode].dapat_diterima)


def tetap_ditolak(daftar_temuan: Iterable[Temuan]) -> tuple[Temuan, ...]:
    """Return the galat that nobody can accept: what cannot be read, or reads two ways, has to be mended."""
    daftar = (butir for butir in daftar_temuan if not katalog()[butir.kode].dapat_diterima)
    return tuple(butir for butir in daftar if katalog()[butir.kode].tingkat is Tingkat.GALAT)


def terapkan(
    daftar_temuan: Iterable[Temuan], daftar_penerimaan: Iterable[Penerimaan]
) -> tuple[tuple[Temuan, ...], tuple[Penerimaan, ...]]:
    """Return the findings of a unit with those replaced that were accepted, and the acceptances that did it."""
    per_hal = {hal: satu for satu in daftar_penerimaan for hal in satu.daftar_hal}
    hasil: list[Temuan] = []
    dipakai: dict[int, Penerimaan] = {}
    for butir in daftar_temuan:
        satu = per_hal.get(hal(butir)) if katalog()[butir.kode].dapat_diterima else None
        if satu is not None:
            dipakai[satu.nomor] = satu
        hasil.append(_diterima(butir, satu) if satu else butir)
    return tuple(hasil), tuple(dipakai[nomor] for nomor in sorted(dipakai))


def _diterima(butir: Temuan, satu: Penerimaan) -> Temuan:
    baru = temuan(
        "diterima-dengan-alasan",
        butir.asal,
        nilai=butir.nilai,
        judul=katalog()[butir.kode].judul,
        alasan=satu.alasan,
        oleh=oleh_pada(satu.oleh, satu.tanggal),
        nomor=satu.nomor,
    )
    return replace(baru, unit=butir.unit, periode=butir.periode)
