"""The Renstra at the change of year: what its years made so far goes on, and ends with it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from lakip_gen.domain.induk import Induk
from lakip_gen.domain.rekap import RekapIndikator
from lakip_gen.domain.renstra import JenisRenstra
from lakip_gen.domain.skema import induk as skema
from lakip_gen.domain.skema import induk_indikator as skema_indikator
from lakip_gen.domain.skema.induk_program import INDIKATOR_PROGRAM

SAMPAI_RENSTRA_BERAKHIR: Final[Mapping[str, tuple[str, ...]]] = {
    skema.ANGGARAN.kunci: ("pagu_renstra", "realisasi_lalu"),
    INDIKATOR_PROGRAM.kunci: ("target_renstra", "realisasi_renstra"),
    skema_indikator.RIWAYAT.kunci: ("target_renstra", "realisasi_renstra"),
}
"""What one Renstra asked and reached, by sheet; a year of the next one begins without it."""
DESIMAL_SEL: Final = Decimal("1e-10")
"""How exactly a realisasi is carried over: more digits than these a cell does not keep."""


def renstra_berakhir(induk: Induk, tahun: int) -> bool:
    """Return whether a later year is beyond the Renstra of a buku induk."""
    periode = induk.instansi.renstra
    return periode is not None and periode.akhir < tahun


def realisasi_renstra(satu: RekapIndikator, induk: Induk) -> Decimal | None:
    """Return what the years of a Renstra that goes on made: soon some of them are in no buku induk any more."""
    if renstra_berakhir(induk, induk.tahun + 1):
        return None
    renstra = satu.renstra
    angka = renstra.ukuran.realisasi.angka
    berlanjut = renstra.jenis is JenisRenstra.KUMULATIF or bool(satu.indikator.rekening)
    ada = berlanjut and renstra.ukuran.target is not None and not satu.menunggu
    return bulat(angka) if ada and angka is not None else None


def bulat(angka: Decimal) -> Decimal:
    """Return a realisasi with no more digits than a cell keeps."""
    dekat = angka.quantize(DESIMAL_SEL).normalize()
    return dekat.quantize(Decimal(1)) if dekat == dekat.to_integral_value() else dekat
