"""Where a printed number came from."""

from __future__ import annotations

from lakip_gen.alur.periksa import HasilPeriksa, periksa_periode, rekap_hasil
from lakip_gen.domain.jejak import Jejak, cari_jejak
from lakip_gen.domain.periode import Periode
from lakip_gen.storage.workspace import Workspace


def cari_asal(ruang: Workspace, periode: Periode, kode: str) -> tuple[HasilPeriksa, Jejak | None]:
    """Return the tree behind the figures of an indicator, a budget line or a sasaran, None when the kode is unknown."""
    hasil = periksa_periode(ruang, periode)
    rekap = rekap_hasil(hasil)
    return hasil, cari_jejak(rekap, kode) if rekap else None
