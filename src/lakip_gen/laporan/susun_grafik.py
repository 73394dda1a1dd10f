"""Small charts of all indicators of a sasaran, two a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lakip_gen.laporan.pandangan_grafik import BarisGrafikPandangan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lakip_gen.laporan.grafik import Grafik
    from lakip_gen.laporan.pandangan_indikator import IndikatorPandangan

TANPA_WARNA: Final = "FFFFFF"
"""The ground of what has no predicate."""


def daftar_grafik(daftar: Sequence[IndikatorPandangan]) -> tuple[BarisGrafikPandangan, ...]:
    """Return the charts of some indicators over the years, two a row.

    Predicates are words, which stand in the tables alone.
    """
    semua = [
        (f"{indikator.nomor} {indikator.nama} ({indikator.satuan})", grafik)
        for indikator in daftar
        if (grafik := indikator.grafik_tahun) and not _berkata(grafik)
    ]
    return tuple(
        BarisGrafikPandangan(
            judul_kiri=kiri[0],
            kiri=kiri[1],
            judul_kanan=kanan[0] if kanan else "",
            kanan=kanan[1] if kanan else None,
        )
        for kiri, kanan in zip(semua[::2], [*semua[1::2], None], strict=False)
    )


def _berkata(grafik: Grafik) -> bool:
    """Return whether the figures of a chart are printed as words."""
    return any(huruf.isalpha() for label in grafik.daftar_deret[0].daftar_label for huruf in label)
