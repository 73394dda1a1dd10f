"""An indicator on its way to the end of the Renstra: reckoned once, for the report, E.81, the trace and scripts."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from lakip_gen.domain.aturan import Aturan
from lakip_gen.domain.capaian import Arah, HasilCapaian, TidakDinilai, hitung_capaian
from lakip_gen.domain.hitung import genapkan, jumlahkan
from lakip_gen.domain.kinerja import Indikator
from lakip_gen.domain.nilai import BelumDilaporkan, Hasil, Nilai
from lakip_gen.domain.pengukuran import AKHIR_TAHUN, BULAN_TERAKHIR, Pengukuran, hanya_akhir_tahun
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.renstra import JenisRenstra, PeriodeRenstra

TARGET_BELUM_ADA: Final = TidakDinilai("target akhir Renstra belum ditetapkan")
AKHIR_RENSTRA: Final = TidakDinilai("dinilai pada akhir Renstra", nanti=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class RekapRenstra:
    """An indicator against the target of the Renstra's last year.

    Attributes:
        jenis: Whether that target is for one year or for all years together.
        lalu: What was reached up to the end of last year.
        daftar_tahun: The years that `lalu` was added up from; none where it was typed or is of one year.
        ukuran: What is reached so far, this year included, against the target.
    """

    jenis: JenisRenstra
    lalu: Hasil
    daftar_tahun: tuple[int, ...]
    ukuran: Pengukuran


def rekap_renstra(
    indikator: Indikator, kini: Hasil, periode: Periode, renstra: PeriodeRenstra | None, aturan: Aturan
) -> RekapRenstra:
    """Return how far an indicator has come on the way to the end of the Renstra.

    Args:
        indikator: The indicator.
        kini: Its figure of this year up to the period's end.
        periode: The period.
        renstra: The years of the Renstra; None where nobody wrote them.
        aturan: The agency's rules.
    """
    lalu, daftar_tahun = _lalu(indikator, periode.tahun, renstra)
    jenis = indikator.jenis_renstra
    sampai_kini = _sampai_kini(lalu, kini) if jenis is JenisRenstra.KUMULATIF else kini
    ukuran = _ukur(indikator, sampai_kini, periode, renstra, aturan)
    return RekapRenstra(jenis=jenis, lalu=lalu, daftar_tahun=daftar_tahun, ukuran=ukuran)


def _lalu(indikator: Indikator, tahun: int, renstra: PeriodeRenstra | None) -> tuple[Hasil, tuple[int, ...]]:
    """Return what was reached up to last year, and the years that make it; what the planner typed wins."""
    riwayat = indikator.riwayat
    if riwayat.realisasi_renstra is not None:
        return Hasil(Nilai(riwayat.realisasi_renstra)), ()
    ada = {lalu.tahun: lalu.realisasi for lalu in riwayat.daftar_tahun if lalu.realisasi is not None}
    if indikator.jenis_renstra is JenisRenstra.TAHUNAN:
        angka = ada.get(tahun - 1)
        return Hasil(_belum(f"realisasi {tahun - 1}") if angka is None else Nilai(angka)), ()
    awal = renstra.awal if renstra else _awal_beruntun(ada, tahun)
    daftar_tahun = tuple(range(awal, tahun))
    if renstra is None and not daftar_tahun:
        return Hasil(_belum(f"realisasi {tahun - 1}")), ()
    if hilang := [satu for satu in daftar_tahun if satu not in ada]:
        return Hasil(_belum(f"realisasi {', '.join(map(str, hilang))}")), ()
    return Hasil(Nilai(jumlahkan(ada[satu] for satu in daftar_tahun))), daftar_tahun


def _awal_beruntun(ada: dict[int, Decimal], tahun: int) -> int:
    """Return the first of the years that are known one after the other up to last year."""
    awal = tahun
    while awal - 1 in ada:
        awal -= 1
    return awal


def _belum(apa: str) -> BelumDilaporkan:
    return BelumDilaporkan(f"{apa} belum dicatat")


def _sampai_kini(lalu: Hasil, kini: Hasil) -> Hasil:
    if lalu.angka is None:
        return lalu
    if kini.angka is None:
        return kini
    return Hasil(Nilai(genapkan(jumlahkan((lalu.angka, kini.angka)))), kini.catatan, kini.sebagian)


def _ukur(
    indikator: Indikator, sampai_kini: Hasil, periode: Periode, renstra: PeriodeRenstra | None, aturan: Aturan
) -> Pengukuran:
    target = indikator.riwayat.target_renstra
    capaian: HasilCapaian
    if target is None:
        capaian = TARGET_BELUM_ADA
    elif sampai_kini.angka is None:
        capaian = TidakDinilai(sampai_kini.keterangan)
    elif nanti := _belum_waktunya(indikator, periode, renstra):
        capaian = nanti
    else:
        capaian = hitung_capaian(sampai_kini.angka, target, indikator.arah, aturan, indikator.rumus_turun)
    return Pengukuran(target, sampai_kini, capaian)


def _belum_waktunya(indikator: Indikator, periode: Periode, renstra: PeriodeRenstra | None) -> TidakDinilai | None:
    """Return why what may at most add up to the target says nothing yet; None where it does."""
    akhir_tahun = periode.akhir.month == BULAN_TERAKHIR
    if indikator.jenis_renstra is JenisRenstra.TAHUNAN:
        return AKHIR_TAHUN if hanya_akhir_tahun(indikator) and not akhir_tahun else None
    selesai = renstra is not None and periode.tahun >= renstra.akhir and akhir_tahun
    return None if indikator.arah is Arah.NAIK or selesai else AKHIR_RENSTRA
