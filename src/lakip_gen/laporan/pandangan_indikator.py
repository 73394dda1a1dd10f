"""The views of an indicator: its quarters and years, what it is compared with, and what its units wrote."""

from __future__ import annotations

from dataclasses import dataclass

from lakip_gen.laporan.grafik import Grafik
from lakip_gen.laporan.pandangan_angka import Angka
from lakip_gen.laporan.pandangan_catatan import (
    NarasiKinerjaPandangan,
    SumberPandangan,
)


@dataclass(frozen=True, slots=True)
class TriwulanPandangan:
    """One quarter of an indicator."""

    nama: str
    target: Angka
    realisasi: Angka
    capaian: Angka
    predikat: str
    warna: str
    """RRGGBB of the predicate's band"""


@dataclass(frozen=True, slots=True)
class TahunPandangan:
    """One year of an indicator, earlier ones first, this one last."""

    tahun: int
    target: Angka
    realisasi: Angka
    capaian: Angka


@dataclass(frozen=True, slots=True)
class ButirAnalisis:
    """One point of a unit's analysis: what it is about, and the unit's words or a visible mark."""

    nama: str
    isi: str


@dataclass(frozen=True, slots=True)
class AnalisisPandangan:
    """What one unit wrote about an indicator in one quarter; a visible mark where it wrote nothing."""

    unit: str
    periode: str
    penjelasan: str
    faktor_pendorong: str
    faktor_penghambat: str
    tindak_lanjut: str
    pic: str
    batas_waktu: str
    data_dukung: str
    daftar_butir: tuple[ButirAnalisis, ...]
    """The points that were written or that were due, in reading order"""
    daftar_faktor: tuple[ButirAnalisis, ...]
    """Those on what happened and why"""
    daftar_lanjutan: tuple[ButirAnalisis, ...]
    """Those on what follows from it, and what proves it"""
    ada_penjelasan: bool
    ada_pendorong: bool
    ada_penghambat: bool
    ada_tindak_lanjut: bool
    tindak_lanjut_lalu: str
    """What was promised before and not closed, one promise a line; empty where nothing was"""
    status_tindak_lanjut: str
    bukti_tindak_lanjut: str
    sintesis: str
    """What the unit says the year came to"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CatatanPandangan:
    """What one unit noted about an indicator in some quarters in the same words, besides what it promised."""

    unit: str
    periode: str
    """TW II, or TW I–III where it said the same in each"""
    daftar_butir: tuple[ButirAnalisis, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PembandingPandangan:
    """A figure that an indicator is compared with: its national standard, or one of others."""

    nama: str
    nilai: Angka
    capaian: Angka
    """The realisasi so far against it, in percent"""
    sumber: str


@dataclass(frozen=True, slots=True)
class IndikatorPandangan:
    """An indicator with its figures, its sentences and its units' words."""

    nomor: str
    """Number within the report, e.g. 1.2"""
    kode: str
    nama: str
    satuan: str
    narasi: NarasiKinerjaPandangan
    arah: str
    cara_gabung: str
    definisi: str
    """What exactly is counted; empty where the buku induk does not say"""
    rumus: str
    """How the realisasi is counted, from the buku induk"""
    rumus_capaian: str
    """The formula of the capaian in symbols"""
    sumber_data: str
    adalah_utama: bool
    """Whether it is an indikator kinerja utama"""
    bobot: Angka
    """Its weight in a mean"""
    daftar_unit: str
    """Names of the units that report it"""
    target: Angka
    realisasi: Angka
    capaian: Angka
    """Against the target of the period, in percent"""
    target_tahun: Angka
    realisasi_kini: Angka
    """From January up to the end of the period"""
    capaian_tahun: Angka
    """Against the target of the year, in percent"""
    predikat: str
    warna: str
    """RRGGBB of the predicate's band"""
    keterangan: str
    kalimat: str
    """One sentence on target, realisasi and capaian"""
    ringkas: str
    """The same as the head of a row: capaian with its predikat, and how far the target is"""
    kalimat_setahun: str
    """The same as a sentence before the words on its causes; its neighbours have another wording"""
    kalimat_tren: str
    """One sentence on this whole year against last year; empty where there is none"""
    tren: str
    """Better (membaik), worse (memburuk) or tetap since last year; empty where that is not known"""
    sebelumnya: TriwulanPandangan
    """The quarter before the period's last one; in TW I last year"""
    sisa_target: str
    """How far the year's target is from what was reached so far"""
    daftar_triwulan: tuple[TriwulanPandangan, ...]
    daftar_peta: tuple[TriwulanPandangan, ...]
    """All four quarters of the year; dashes in those after the period"""
    daftar_tahun: tuple[TahunPandangan, ...]
    target_renstra: Angka
    jenis_renstra: str
    """Whether that target is for one year or for all years of the Renstra together"""
    realisasi_renstra: Angka
    """What is compared with it: this year's figure, or the sum since the first year of the Renstra"""
    capaian_renstra: Angka
    standar_nasional: Angka
    capaian_standar: Angka
    sumber_standar: str
    ada_standar: bool
    daftar_pembanding: tuple[PembandingPandangan, ...]
    """Its national standard first, then the figures of others"""
    daftar_analisis: tuple[AnalisisPandangan, ...]
    daftar_catatan: tuple[CatatanPandangan, ...]
    """The same without what is promised, which has its own lists; words said again stand once"""
    daftar_sintesis: tuple[str, ...]
    """What the units say the year came to, paragraph by paragraph; empty where they said nothing"""
    tanpa_analisis: str
    """What is said where no unit wrote anything: that nothing was due, or that it is awaited"""
    daftar_sumber: tuple[SumberPandangan, ...]
    """Where its figures come from, unit by unit"""
    grafik_tahun: Grafik | None
    """Chart of realisasi and target over the years; none where fewer than two years are known"""
    grafik_triwulan: Grafik | None
    """Chart of realisasi and target by quarter; none in the first quarter"""
