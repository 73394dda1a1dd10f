"""Views of charts that stand beside each other."""

from __future__ import annotations

from dataclasses import dataclass

from lakip_gen.laporan.grafik import Grafik


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisGrafikPandangan:
    """Two charts of indicators side by side, each under its title."""

    judul_kiri: str
    kiri: Grafik
    judul_kanan: str
    kanan: Grafik | None
    """None where the last row has but one"""
