"""The notes under a table of figures: by which formula they are measured, and what has to be known of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lakip_gen.domain.capaian import RUMUS_NAIK
from lakip_gen.pesan import bahasa

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lakip_gen.laporan.pandangan_indikator import IndikatorPandangan


def daftar_keterangan(daftar_indikator: Sequence[IndikatorPandangan]) -> tuple[str, ...]:
    """Return the notes beside the figures, each with the numbers of the indicators that it is about."""
    menurut_isi: dict[str, list[str]] = {}
    for indikator in daftar_indikator:
        if indikator.keterangan:
            menurut_isi.setdefault(indikator.keterangan, []).append(indikator.nomor)
    return tuple(f"Indikator {bahasa.gabung(nomor)}: {isi}" for isi, nomor in menurut_isi.items())


def catatan_rumus(daftar_indikator: Sequence[IndikatorPandangan]) -> str:
    """Return which indicators are measured by which formula; empty where all are by R / T × 100."""
    menurut_rumus: dict[str, list[str]] = {}
    for indikator in daftar_indikator:
        menurut_rumus.setdefault(indikator.rumus_capaian, []).append(indikator.nomor)
    biasa = menurut_rumus.pop(RUMUS_NAIK, None)
    if not menurut_rumus:
        return ""
    daftar = [f"indikator {bahasa.gabung(nomor)}: {rumus}" for rumus, nomor in menurut_rumus.items()]
    sisa = [f"indikator lainnya: {RUMUS_NAIK}"] if biasa else []
    return f"Rumus capaian {'; '.join([*daftar, *sisa])} (T = target, R = realisasi)"
