"""What a unit promised in an earlier quarter and has not closed since: asked again until it says how it ended."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from lakip_gen.domain.induk import Induk
from lakip_gen.domain.isian import Kumpulan
from lakip_gen.domain.periode import NAMA_BULAN, Periode

SELESAI: Final = frozenset({"selesai", "batal"})
"""The answers after which nothing is left to do."""


def terbuka(induk: Induk, kumpulan: Kumpulan, unit: str, indikator: str, daftar_triwulan: Iterable[Periode]) -> str:
    """Return what is still open after some quarters, one promise a line; empty where nothing is.

    Args:
        induk: The year's buku induk, which holds what was open at the end of the year before.
        kumpulan: The accepted reports.
        unit: Kode of the unit.
        indikator: Kode of the indicator.
        daftar_triwulan: The quarters, oldest first.
    """
    daftar = [satu.isi for satu in induk.daftar_tindak_lanjut if (satu.unit, satu.indikator) == (unit, indikator)]
    for triwulan in daftar_triwulan:
        laporan = kumpulan.laporan(induk.pelapor(indikator, unit, triwulan.akhir), triwulan)
        jawaban = laporan.indikator(indikator) if laporan else None
        if jawaban is not None and jawaban.status_tindak_lanjut in SELESAI:
            daftar.clear()
        if jawaban is not None and jawaban.tindak_lanjut:
            daftar.append(kalimat_janji(jawaban.tindak_lanjut, jawaban.pic, jawaban.batas_waktu))
        daftar += kumpulan.keputusan.get((unit, indikator, triwulan), ())
    return "\n".join(dict.fromkeys(daftar))


def kalimat_janji(isi: str, pic: str, batas: date | None) -> str:
    """Return a promise with who keeps it and until when, as far as that was said."""
    hari = f"paling lambat {batas.day} {NAMA_BULAN[batas.month - 1]} {batas.year}" if batas else ""
    rincian = ", ".join(filter(None, (pic, hari)))
    return f"{isi} ({rincian})" if rincian else isi
