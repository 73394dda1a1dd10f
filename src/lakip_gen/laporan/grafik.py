"""Charts as plain data: what each bar and line stands for, its labels, and its words for who cannot see it.

A chart is made from the same figures as the tables, and its labels are the texts of the tables. Where there is
nothing to show there is no chart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum, unique
from typing import Final

from lakip_gen.domain.aturan import Aturan
from lakip_gen.domain.capaian import SERATUS
from lakip_gen.domain.kinerja import Indikator
from lakip_gen.domain.nilai import Hasil, Rentang, Target
from lakip_gen.domain.pengukuran import Pengukuran
from lakip_gen.domain.periode import Jenis
from lakip_gen.domain.rekap import Rekap, RekapIndikator, RekapSasaran
from lakip_gen.domain.renstra import JenisRenstra
from lakip_gen.laporan import sajian
from lakip_gen.pesan import bahasa

PERSEN: Final = "persen"
TANPA_ANGKA: Final = "tanpa angka"
TRIWULAN_TERAKHIR: Final = 4
SEPASANG: Final = 2
"""One year or one quarter alone makes no chart."""
PENCILAN: Final = 4
"""So many times the median of its chart makes a figure an outlier, which would flatten all others."""
RUANG_ATAS: Final = Decimal("1.25")
"""How much higher than the highest figure that is no outlier a cut chart is."""
LEWAT: Final = "melewati gambar"
"""What is said of an outlier beneath its bar, which is cut off."""
PADAT: Final = 8
"""Beneath more places than this words run into each other: signs stand there, and the legend says what they mean."""
_TANPA, _LEWAT, _SEMENTARA = "–", "↑", "*"
JUTA: Final = Decimal(1_000_000)
"""From here on a label beside a bar is in millions: longer ones leave the chart no room; the tables have the figure."""


@unique
class JenisGrafik(Enum):
    """How the series are drawn."""

    BATANG = "batang"
    """Bars side by side."""
    GARIS = "garis"
    """Lines."""
    BATANG_GARIS = "batang_garis"
    """The first series as bars, all others as lines."""
    BATANG_BATAS = "batang_batas"
    """Bars side by side, and the last series as a line across them."""

    def __str__(self) -> str:
        return self.value.replace("_", " dan ")


@dataclass(frozen=True, slots=True)
class Deret:
    """One series of a chart: a value for each category, None where there is none."""

    nama: str
    daftar_nilai: tuple[Decimal | None, ...]
    daftar_label: tuple[str, ...] = ()
    """What stands beside each value, as the tables print it; without labels nothing does"""

    @property
    def ada(self) -> bool:
        """Whether there is any number."""
        return any(nilai is not None for nilai in self.daftar_nilai)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grafik:
    """A chart that a template puts in the place of {{p ... }}."""

    judul: str
    jenis: JenisGrafik
    daftar_kategori: tuple[str, ...]
    daftar_deret: tuple[Deret, ...]
    satuan: str
    keterangan: str
    """The chart in words, for who cannot see it"""
    batas: Decimal | None = None
    """Where the axis ends and what is higher is cut; None where the highest figure ends it"""

    @property
    def ada(self) -> bool:
        """Whether there is any number."""
        return any(deret.ada for deret in self.daftar_deret)


def grafik_capaian(rekap: Rekap) -> Grafik | None:
    """Return the mean capaian of each sasaran beside the line of 100 percent."""
    capaian = _deret_capaian(rekap)
    batas = Deret("Target 100%", (SERATUS,) * len(capaian.daftar_nilai))
    return _grafik(
        f"Capaian kinerja per sasaran, {rekap.periode.nama}",
        JenisGrafik.BATANG_GARIS,
        _kategori_sasaran(rekap),
        (capaian, batas),
        PERSEN,
        "capaian",
    )


def grafik_triwulan_sasaran(rekap: Rekap, nomor: int, milik: RekapSasaran) -> Grafik | None:
    """Return the capaian of all indicators of a sasaran quarter by quarter; none in the first quarter."""
    daftar = milik.daftar_indikator
    nama = [satu.periode.nama_pendek for satu in daftar[0].daftar_triwulan] if daftar else []
    if len(nama) < SEPASANG:
        return None
    nilai = [[angka_capaian(i.daftar_triwulan[urut].pengukuran) for i in daftar] for urut in range(len(nama))]
    *lalu, kini = nilai
    deret_kini = _deret_persen(nama[-1], kini, rekap.induk.aturan)
    return _grafik(
        f"Capaian indikator sasaran {nomor} terhadap target triwulan, {rekap.induk.tahun}",
        JenisGrafik.BATANG_BATAS,
        tuple(f"{nomor}.{urut}" for urut in range(1, len(daftar) + 1)),
        (
            *(Deret(satu, tuple(isi)) for satu, isi in zip(nama[:-1], lalu, strict=True)),
            deret_kini,
            Deret("Target 100%", (SERATUS,) * len(daftar)),
        ),
        PERSEN,
        "capaian",
        pokok_deret=len(lalu),
    )


def angka_capaian(ukur: Pengukuran) -> Decimal | None:
    """Return the capaian of a figure, None where it has none."""
    return ukur.dinilai.angka if ukur.dinilai else None


def grafik_serapan(rekap: Rekap) -> Grafik | None:
    """Return capaian beside serapan anggaran of each sasaran; like efisiensi, for the whole year only."""
    if rekap.periode.jenis is not Jenis.TAHUN:
        return None
    aturan = rekap.induk.aturan
    serapan = _deret_persen("Serapan anggaran", [s.anggaran.serapan for s in rekap.daftar_sasaran], aturan)
    return _grafik(
        f"Capaian kinerja dan serapan anggaran per sasaran, {rekap.periode.nama}",
        JenisGrafik.BATANG,
        _kategori_sasaran(rekap),
        (_deret_capaian(rekap), serapan),
        PERSEN,
        "capaian",
        wajib=SEPASANG,
    )


def grafik_tahun(rekap: Rekap, milik: RekapIndikator) -> Grafik | None:
    """Return an indicator's realisasi beside its target, year by year up to this one."""
    indikator, riwayat = milik.indikator, milik.indikator.riwayat.daftar_tahun
    realisasi = (*(lalu.realisasi for lalu in riwayat), milik.setahun.realisasi)
    target = [*(lalu.target for lalu in riwayat), milik.setahun.target]
    kini = _bertanda(_tahun_ini(rekap), sementara=milik.setahun.sementara)
    kategori = (*(str(lalu.tahun) for lalu in riwayat), kini)
    if len(kategori) < SEPASANG:
        return None
    return _grafik(
        f"Realisasi dan target {indikator.nama}, {kategori[0]}–{rekap.induk.tahun}",
        _jenis(target, JenisGrafik.GARIS),
        kategori,
        (
            _deret_realisasi(realisasi, indikator),
            *_deret_target(target, indikator),
            *_deret_renstra(milik, len(kategori)),
        ),
        indikator.satuan,
        "realisasi",
    )


def _deret_renstra(milik: RekapIndikator, banyak: int) -> tuple[Deret, ...]:
    """Return the target of the Renstra's last year as a line; of several years together it is no year's figure."""
    target = milik.indikator.riwayat.target_renstra
    if not isinstance(target, Decimal) or milik.renstra.jenis is JenisRenstra.KUMULATIF:
        return ()
    label = sajian.angka_sajian(target, milik.indikator)
    return (Deret("Target akhir Renstra", (target,) * banyak, ("",) * (banyak - 1) + (label,)),)


def grafik_triwulan(rekap: Rekap, milik: RekapIndikator) -> Grafik | None:
    """Return an indicator's realisasi beside its target, quarter by quarter up to the period's last."""
    indikator, daftar = milik.indikator, milik.daftar_triwulan
    if len(daftar) < SEPASANG:
        return None
    realisasi, target = [t.pengukuran.realisasi for t in daftar], [t.pengukuran.target for t in daftar]
    return _grafik(
        f"Realisasi dan target {indikator.nama} per triwulan, {rekap.induk.tahun}",
        _jenis(target, JenisGrafik.BATANG),
        tuple(_bertanda(t.periode.nama_pendek, sementara=bool(t.catatan_unit)) for t in daftar),
        (_deret_realisasi(realisasi, indikator), *_deret_target(target, indikator)),
        indikator.satuan,
        "realisasi",
    )


def _jenis(daftar_target: Sequence[Target | None], biasa: JenisGrafik) -> JenisGrafik:
    """Return how realisasi and target are drawn; targets with bounds are lines across the bars."""
    return JenisGrafik.BATANG_GARIS if any(isinstance(t, Rentang) for t in daftar_target) else biasa


def _grafik(
    judul: str,
    jenis: JenisGrafik,
    daftar_kategori: tuple[str, ...],
    daftar_deret: tuple[Deret, ...],
    satuan: str,
    pokok: str,
    *,
    wajib: int = 1,
    pokok_deret: int = 0,
) -> Grafik | None:
    """Return a chart, or None when one of the first `wajib` series has no number.

    An empty place of the series that it is about (`pokok_deret`) is marked with what it lacks (`pokok`): nobody shall
    take it for a zero.
    """
    if not all(deret.ada for deret in daftar_deret[pokok_deret : pokok_deret + wajib]):
        return None
    batas = _batas_atas(daftar_deret) if satuan == PERSEN else None
    daftar_nilai = daftar_deret[pokok_deret].daftar_nilai
    berpasangan = tuple(zip(daftar_kategori, daftar_nilai, strict=True))
    kategori = tuple(_kategori(nama, nilai, batas, pokok) for nama, nilai in berpasangan)
    keterangan = _keterangan(judul, jenis, daftar_kategori, daftar_deret, satuan)
    if len(kategori) > PADAT:
        kategori = tuple(_padat(nama, nilai, batas) for nama, nilai in berpasangan)
        daftar_deret = _dengan_arti(daftar_deret, pokok_deret, kategori, pokok)
    return Grafik(
        judul=judul,
        jenis=jenis,
        daftar_kategori=kategori,
        daftar_deret=daftar_deret,
        satuan=satuan,
        keterangan=keterangan,
        batas=batas,
    )


def _padat(nama: str, nilai: Decimal | None, batas: Decimal | None) -> str:
    """Return the name beneath a place among many: its number, and signs for what would be told in words."""
    pendek = nama.removeprefix("Sasaran ").replace(f" ({sajian.SEMENTARA})", _SEMENTARA)
    if nilai is None:
        return f"{pendek} {_TANPA}"
    return pendek if batas is None or nilai <= batas else f"{pendek}{_LEWAT}"


def _dengan_arti(
    daftar_deret: tuple[Deret, ...], pokok_deret: int, daftar_kategori: Sequence[str], pokok: str
) -> tuple[Deret, ...]:
    """Return the series, of which the legend of the main one says what the signs beneath the places mean."""
    arti = {_SEMENTARA: sajian.SEMENTARA, _TANPA: f"tanpa {pokok}", _LEWAT: LEWAT}
    dipakai = [f"{tanda} {kata}" for tanda, kata in arti.items() if any(tanda in nama for nama in daftar_kategori)]
    if not dipakai:
        return daftar_deret
    utama = daftar_deret[pokok_deret]
    utama = replace(utama, nama=f"{utama.nama} ({', '.join(dipakai)})")
    return (*daftar_deret[:pokok_deret], utama, *daftar_deret[pokok_deret + 1 :])


def _batas_atas(daftar_deret: Sequence[Deret]) -> Decimal | None:
    """Return where an axis ends that outliers would flatten; None where there are none."""
    semua = sorted(nilai for deret in daftar_deret for nilai in deret.daftar_nilai if nilai is not None)
    wajar = [nilai for nilai in semua if nilai <= PENCILAN * semua[len(semua) // 2]]
    return None if len(wajar) == len(semua) or wajar[-1] <= 0 else wajar[-1] * RUANG_ATAS


def _kategori(nama: str, nilai: Decimal | None, batas: Decimal | None, pokok: str) -> str:
    """Return the name beneath a place: what it lacks, or that its bar is cut off."""
    if nilai is None:
        return f"{nama} (tanpa {pokok})"
    return nama if batas is None or nilai <= batas else f"{nama} ({LEWAT})"


def _keterangan(
    judul: str, jenis: JenisGrafik, daftar_kategori: Sequence[str], daftar_deret: Sequence[Deret], satuan: str
) -> str:
    """Return the chart in words: what it is, then every labelled figure, category by category."""
    berlabel = [deret for deret in daftar_deret if deret.daftar_label]
    isi = [
        f"{kategori}: {', '.join(f'{d.nama.lower()} {d.daftar_label[n] or TANPA_ANGKA}' for d in berlabel)}"
        for n, kategori in enumerate(daftar_kategori)
    ]
    dalam = f", dalam {satuan}" if satuan else ""
    return f"Grafik {jenis}. {judul}{dalam}. {'; '.join(isi)}."


def _kategori_sasaran(rekap: Rekap) -> tuple[str, ...]:
    return tuple(
        _bertanda(f"Sasaran {nomor}", sementara=sasaran.rerata.belum_tetap)
        for nomor, sasaran in enumerate(rekap.daftar_sasaran, start=1)
    )


def _bertanda(nama: str, *, sementara: bool) -> str:
    """Return a category, with a word where its figure is provisional."""
    return f"{nama} ({sajian.SEMENTARA})" if sementara else nama


def _tahun_ini(rekap: Rekap) -> str:
    """Return this year's category, which says so where the year is not over."""
    terakhir = rekap.periode.sampai_dengan[-1]
    tahun = str(rekap.induk.tahun)
    return tahun if terakhir.nomor == TRIWULAN_TERAKHIR else f"{tahun} s.d. {terakhir.nama_pendek}"


def _deret_capaian(rekap: Rekap) -> Deret:
    daftar: Sequence[RekapSasaran] = rekap.daftar_sasaran
    nama = "Rata-rata tertimbang capaian" if rekap.induk.aturan.berbobot else "Rata-rata capaian"
    return _deret_persen(nama, [s.rerata.angka for s in daftar], rekap.induk.aturan)


def _deret_persen(nama: str, daftar: Sequence[Decimal | None], aturan: Aturan) -> Deret:
    return Deret(nama, tuple(daftar), tuple("" if angka is None else _label_persen(angka, aturan) for angka in daftar))


def _label_persen(angka: Decimal, aturan: Aturan) -> str:
    return sajian.capaian_persen(angka, aturan) if angka < JUTA else f"{bahasa.angka(angka / JUTA, 1)} juta"


def _deret_realisasi(daftar: Sequence[Hasil | Decimal | None], indikator: Indikator) -> Deret:
    return _deret_angka("Realisasi", [d.angka if isinstance(d, Hasil) else d for d in daftar], indikator)


def _deret_target(daftar: Sequence[Target | None], indikator: Indikator) -> tuple[Deret, ...]:
    """Return the target as one series, two where it has bounds, none where it was never set."""
    if not any(isinstance(target, Rentang) for target in daftar):
        deret = _deret_angka("Target", [t for t in daftar if not isinstance(t, Rentang)], indikator)
        return (deret,) if deret.ada else ()
    bawah = [t.bawah if isinstance(t, Rentang) else t for t in daftar]
    atas = [t.atas if isinstance(t, Rentang) else t for t in daftar]
    return (
        _deret_angka("Batas bawah target", bawah, indikator),
        _deret_angka("Batas atas target", atas, indikator),
    )


def _deret_angka(nama: str, daftar: Sequence[Decimal | None], indikator: Indikator) -> Deret:
    label = tuple("" if angka is None else sajian.angka_sajian(angka, indikator) for angka in daftar)
    return Deret(nama, tuple(daftar), label)
