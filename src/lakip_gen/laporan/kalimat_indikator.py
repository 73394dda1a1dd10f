"""What is said of one indicator: how its realisasi stands to its target, and how far apart two figures are."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from lakip_gen.domain.angka_tertulis import bulatkan
from lakip_gen.domain.capaian import SERATUS, Arah, Capaian
from lakip_gen.domain.ketelitian import desimal_beda, desimal_ukuran
from lakip_gen.domain.nilai import Rentang, Target
from lakip_gen.domain.satuan import adalah_persen
from lakip_gen.laporan.sajian import SEMENTARA, alasan_capaian, angka_sajian, capaian_sajian
from lakip_gen.pesan import bahasa

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lakip_gen.domain.aturan import Aturan
    from lakip_gen.domain.kinerja import Indikator
    from lakip_gen.domain.periode import Periode
    from lakip_gen.domain.rekap import RekapIndikator
    from lakip_gen.laporan.pandangan_indikator import IndikatorPandangan

SATUAN_POIN: Final = frozenset({"angka", "indeks", "nilai", "poin", "skor"})
"""What says no more than that there is a figure; a distance between two such is in points."""
TANPA_PREDIKAT: Final = f" ({SEMENTARA}, belum berpredikat)"
SAMA: Final = "sama dengan target"
DI_DALAM: Final = "di dalam rentang target"
LEBIH: Final = "lebih"
BANYAK_BERNAMA: Final = 5
"""So many indicators are called by their names in a sentence; of more it would be a list, so they have numbers."""
BANYAK_RAGAM: Final = 3
"""So many ways there are to word the same outcome, so that no page reads like a list."""


def sebutan(daftar: Sequence[IndikatorPandangan], banyak: int = BANYAK_BERNAMA) -> Mapping[str, str]:
    """Return what indicators are called in a sentence, by their numbers: with their names where they are few."""
    bernama = len(daftar) <= banyak
    return {i.nomor: f"{i.nomor} {i.nama}" if bernama else i.nomor for i in daftar}


@dataclass(frozen=True, slots=True)
class _Banding:
    """A realisasi beside its target.

    Attributes:
        hasil: Whether it is beyond its target, short of it, or at it.
    """

    indikator: Indikator
    realisasi: Decimal
    target: Target
    hasil: str
    tertulis: str
    """The target with its satuan"""

    @property
    def letak(self) -> str:
        """Where the realisasi stands: so far above or below its target, and that this is better where it is."""
        if self.realisasi == self.target:
            return SAMA
        if isinstance(self.target, Rentang):
            if self.target.bawah <= self.realisasi <= self.target.atas:
                return DI_DALAM
            di_bawah = self.realisasi < self.target.bawah
            batas, sebutan = (self.target.bawah, "batas bawah") if di_bawah else (self.target.atas, "batas atas")
            return f"{_beda(self.realisasi, batas, self.indikator)} {sebutan} rentang target"
        return f"{_beda(self.realisasi, self.target, self.indikator)} target{' (lebih baik)' if self._terbalik else ''}"

    @property
    def lanjutan(self) -> str:
        """What the realisasi does with its target, as a sentence goes on behind it."""
        if self.letak == SAMA:
            return SAMA
        if self.letak == DI_DALAM:
            return f"berada {DI_DALAM} {self.tertulis}"
        if self.hasil != LEBIH or isinstance(self.target, Rentang):
            return f"masih {self.letak} {self.tertulis}"
        jauh = jarak(self.realisasi, self.target, self.indikator)
        if self._terbalik:
            return f"lebih baik daripada target {self.tertulis} ({f'{jauh} ' if jauh else ''}lebih rendah)"
        return f"melampaui target {self.tertulis}{f' dengan selisih {jauh}' if jauh else ''}"

    @property
    def _terbalik(self) -> bool:
        return self.hasil == LEBIH and self.indikator.arah is Arah.TURUN


def kalimat_indikator(rekap: RekapIndikator, periode: Periode, aturan: Aturan) -> str:
    """Return one sentence on target, realisasi and capaian of an indicator in the period."""
    ini = rekap.periode_ini
    if ini.realisasi.angka is None:
        return f"Realisasi {periode.nama} belum dapat disajikan: {ini.realisasi.keterangan}."
    sementara = f" ({_dasar_sementara(rekap)})" if ini.sementara else ""
    awal = f"Realisasi {periode.nama} {_sebutan(rekap)}{sementara}"
    if (banding := _banding(rekap)) is None:
        return f"{awal}; target periode ini tidak ditetapkan."
    if not isinstance(ini.capaian, Capaian):
        return (
            f"{awal} terhadap target {banding.tertulis}; capaiannya tidak dapat dinilai karena {alasan_capaian(ini)}."
        )
    return f"{awal} {banding.lanjutan}; capaiannya {_dengan_predikat(rekap, aturan)}."


def ringkas_indikator(rekap: RekapIndikator, aturan: Aturan) -> str:
    """Return capaian and distance to the target as the head of a row names them, or why there is none."""
    ini = rekap.periode_ini
    if ini.realisasi.angka is None:
        return ini.realisasi.keterangan
    if (banding := _banding(rekap)) is None:
        return f"realisasi {_realisasi(rekap)}; target periode ini tidak ditetapkan"
    if not isinstance(ini.capaian, Capaian):
        return f"realisasi {_realisasi(rekap)}; tidak dapat dinilai: {alasan_capaian(ini)}"
    return f"capaian {_dengan_predikat(rekap, aturan)}; {banding.letak}"


def kalimat_setahun(rekap: RekapIndikator, periode: Periode, aturan: Aturan, giliran: int) -> str:
    """Return the facts of the year that a cause is told of, worded another way where its neighbours have the same.

    Args:
        rekap: The figures.
        periode: The year.
        aturan: The rules.
        giliran: How many indicators of the sasaran before it have the same outcome.
    """
    banding, pilihan = _banding(rekap), giliran % BANYAK_RAGAM
    if banding is None or not isinstance(rekap.periode_ini.capaian, Capaian) or rekap.sementara or not pilihan:
        return kalimat_indikator(rekap, periode, aturan)
    capaian, realisasi, letak = _dengan_predikat(rekap, aturan), _realisasi(rekap), banding.letak
    if pilihan == 1:
        dalam_kurung = letak.replace(" (lebih baik)", ", lebih baik")
        return (
            f"Terhadap target {banding.tertulis}, realisasinya {realisasi} ({dalam_kurung}) dengan capaian {capaian}."
        )
    yaitu = "" if letak == SAMA or rekap.indikator.skala else f", yaitu {letak}"
    return f"Capaian {capaian} diperoleh dari realisasi {realisasi} terhadap target {banding.tertulis}{yaitu}."


def hasil_indikator(rekap: RekapIndikator) -> str:
    """Return the outcome by which an indicator is worded: beyond its target, short of it, at it; empty for none."""
    capaian = rekap.periode_ini.capaian
    if not isinstance(capaian, Capaian):
        return ""
    if capaian.mentah == SERATUS:
        return SAMA
    return LEBIH if capaian.mentah > SERATUS else "kurang"


def _banding(rekap: RekapIndikator) -> _Banding | None:
    ini = rekap.periode_ini
    if ini.realisasi.angka is None or ini.target is None:
        return None
    return _Banding(rekap.indikator, ini.realisasi.angka, ini.target, hasil_indikator(rekap), _target(rekap))


def _dengan_predikat(rekap: RekapIndikator, aturan: Aturan) -> str:
    predikat = f" ({rekap.pita.predikat})" if rekap.pita else TANPA_PREDIKAT
    return f"{capaian_sajian(rekap.periode_ini, aturan)}%{predikat}"


def _dasar_sementara(rekap: RekapIndikator) -> str:
    """Return that a figure is provisional, and what it stands on."""
    dasar = [rekap.periode_ini.realisasi.catatan, *rekap.daftar_catatan_unit]
    return f"{SEMENTARA}: {'; '.join(filter(None, dasar))}"


def _sebutan(rekap: RekapIndikator) -> str:
    return f"sebesar {_realisasi(rekap)}" if rekap.indikator.skala is None else f"({_realisasi(rekap)})"


def _realisasi(rekap: RekapIndikator) -> str:
    indikator, ini = rekap.indikator, rekap.periode_ini
    return bersatuan(angka_sajian(ini.realisasi, indikator, desimal_ukuran(ini, indikator.desimal)), indikator)


def _target(rekap: RekapIndikator) -> str:
    """Return the target with its satuan; of a range each end has its own sign of percent."""
    indikator, ini = rekap.indikator, rekap.periode_ini
    teks = angka_sajian(ini.target, indikator, desimal_ukuran(ini, indikator.desimal))
    if isinstance(ini.target, Rentang) and adalah_persen(indikator.satuan):
        return " s.d. ".join(f"{batas}%" for batas in teks.split(" s.d. "))
    return bersatuan(teks, indikator)


def _beda(realisasi: Decimal, acuan: Decimal, indikator: Indikator) -> str:
    sedikit = "" if indikator.skala else "sedikit"
    sejauh = jarak(realisasi, acuan, indikator) or sedikit
    return " ".join(filter(None, (sejauh, "di atas" if realisasi > acuan else "di bawah")))


def bersatuan(teks: str, indikator: Indikator) -> str:
    """Return a figure with its satuan; a predicate, an index or a score needs none."""
    if indikator.skala is not None or _adalah_poin(indikator):
        return teks
    return f"{teks}%" if adalah_persen(indikator.satuan) else f"{teks} {indikator.satuan}"


def jarak(kini: Decimal, acuan: Decimal, indikator: Indikator) -> str:
    """Return how far a figure is from another, both as they are printed; empty where nothing is seen of it."""
    desimal = desimal_beda(kini, (acuan,), indikator.desimal)
    selisih = abs(bulatkan(kini, desimal) - bulatkan(acuan, desimal))
    if indikator.skala is not None or not selisih:
        return ""
    return f"{bahasa.angka(selisih, desimal)} {_satuan_selisih(indikator)}"


def _satuan_selisih(indikator: Indikator) -> str:
    """Return what the distance between two figures of an indicator is counted in."""
    if adalah_persen(indikator.satuan):
        return "poin persentase"
    return "poin" if _adalah_poin(indikator) else indikator.satuan


def _adalah_poin(indikator: Indikator) -> bool:
    return indikator.satuan.casefold() in SATUAN_POIN
