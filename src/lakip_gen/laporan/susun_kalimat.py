"""The sentences of a sasaran that its indicators tell alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lakip_gen.domain.periode import Jenis
from lakip_gen.domain.rekap import Rekap
from lakip_gen.domain.rerata import TanpaCapaian
from lakip_gen.laporan.catatan_ukur import catatan_rumus
from lakip_gen.laporan.kalimat_analisis import (
    kalimat_pembanding,
    kalimat_perkembangan,
    kalimat_renstra,
    kalimat_standar,
)
from lakip_gen.laporan.kalimat_triwulan import kalimat_triwulan
from lakip_gen.laporan.pandangan_indikator import IndikatorPandangan


def kalimat_indikator_sasaran(
    rekap: Rekap, daftar: Sequence[IndikatorPandangan], tanpa: Mapping[str, TanpaCapaian | None]
) -> dict[str, str]:
    """Return the sentences of a sasaran that its indicators tell alone, each as the field of its name.

    Args:
        rekap: The figures of the period.
        daftar: The indicators.
        tanpa: Why those that have no capaian have none, by their number.
    """
    renstra, setahun = rekap.induk.instansi.renstra, rekap.periode.jenis is Jenis.TAHUN
    return {
        "kalimat_perkembangan": kalimat_perkembangan(daftar, rekap.induk.tahun, tanpa) if setahun else "",
        "kalimat_triwulan": kalimat_triwulan(daftar),
        "kalimat_renstra": kalimat_renstra(daftar, renstra.akhir if renstra else None, tanpa),
        "kalimat_standar": kalimat_standar(daftar, tanpa),
        "kalimat_pembanding": kalimat_pembanding(daftar),
        "catatan_rumus": catatan_rumus(daftar),
    }
