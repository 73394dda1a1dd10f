"""What a Word template can print: frozen views whose values are ready for the page.

A field's name is the name a planner writes in a tag, its docstring the meaning that `templat variabel` lists.
Every figure is an `Angka`: it prints itself, and its exact number is `.nilai`.
"""

from __future__ import annotations

from dataclasses import dataclass

from lakip_gen.laporan.grafik import Grafik
from lakip_gen.laporan.pandangan_angka import Angka
from lakip_gen.laporan.pandangan_catatan import (
    AksiPandangan,
    KelengkapanPandangan,
    NarasiKinerjaPandangan,
    PejabatPandangan,
    PerubahanPandangan,
    ProgresBulanPandangan,
    RencanaAksiPandangan,
    StatusJanjiPandangan,
    TindakLanjutPandangan,
)
from lakip_gen.laporan.pandangan_e81 import BarisE81Pandangan, PenutupE81Pandangan
from lakip_gen.laporan.pandangan_grafik import BarisGrafikPandangan
from lakip_gen.laporan.pandangan_indikator import IndikatorPandangan
from lakip_gen.laporan.pandangan_kertas import KertasPandangan


@dataclass(frozen=True, slots=True, kw_only=True)
class InstansiPandangan:
    """The agency as it stands in kop and cover."""

    nama: str
    pemerintah: str
    alamat: str
    kontak: str
    tempat: str
    singkatan: str
    kepala: PejabatPandangan
    sekretaris: PejabatPandangan
    perencana: PejabatPandangan
    kepala_daerah: PejabatPandangan
    penilai: PejabatPandangan
    """Who evaluates the Renja on formulir E.81"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodePandangan:
    """The period of the report."""

    nama: str
    """Triwulan I Tahun 2025"""
    nama_pendek: str
    """TW I"""
    sebutan: str
    """triwulan, semester, or tahun"""
    tahun: int
    daftar_bulan: str
    """Januari sampai Maret"""
    daftar_triwulan: tuple[str, ...]
    """TW I, TW II: the quarters of the period"""
    sejak_awal_tahun: bool
    """Whether it begins in January, so that its own figures are those of the year so far"""
    ada_peta: bool
    """Whether the year has more quarters by now than the tables of a report set side by side"""
    sebelumnya: str
    """What its last quarter is compared with: the quarter before, in TW I last year"""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnggaranPandangan:
    """One budget line."""

    kode: str
    uraian: str
    tingkat: str
    unit: str
    pagu: Angka
    realisasi_periode: Angka
    """Spent within the period"""
    realisasi: Angka
    """Spent from January up to the end of the period"""
    serapan: Angka
    fisik: Angka
    sisa: Angka
    """What is left of the pagu"""
    keterangan: str
    """What the unit remarked on it"""
    daftar_keluaran: tuple[str, ...]
    """What it brought forth: each of its own indicators with target and realisasi"""
    adalah_program: bool
    adalah_subkegiatan: bool


@dataclass(frozen=True, slots=True)
class JumlahPandangan:
    """The total of several budget lines."""

    pagu: Angka
    realisasi: Angka
    serapan: Angka
    realisasi_periode: Angka
    """Spent within the period"""
    fisik: Angka
    """Physical progress in percent, each line weighing as much as its pagu"""
    keterangan: str
    """What the realisasi and the serapan leave out; empty where nothing"""


@dataclass(frozen=True, slots=True)
class SasaranPandangan:
    """A sasaran with its indicators and its money."""

    nomor: int
    kode: str
    nama: str
    tujuan: str
    narasi: NarasiKinerjaPandangan
    rerata: Angka
    """Mean capaian in percent"""
    keterangan_rerata: str
    """5 dari 6 indikator"""
    predikat: str
    kalimat: str
    """One sentence on the mean capaian"""
    kalimat_target: str
    """One sentence on which indicators reached their target of the period"""
    kalimat_perkembangan: str
    """What got better and what got worse since last year, and what was never better"""
    kalimat_triwulan: str
    """In which quarters which indicators reached their targets"""
    kalimat_renstra: str
    """One sentence on which indicators stand where the Renstra ends"""
    kalimat_standar: str
    """One sentence on which indicators meet their national standard, or that none is known"""
    ada_standar: bool
    """Whether any of its indicators has a national standard"""
    ada_pembanding: bool
    """Whether any of its indicators has a standard or a figure of others to be compared with"""
    kalimat_pembanding: str
    """One sentence on the figures of others; empty where none is known"""
    kalimat_efisiensi: str
    """One sentence on capaian against serapan"""
    kalimat_biaya: str
    """What one of its results cost; empty where no one result can be told"""
    kalimat_sisa: str
    """Where most of the money is left; empty where nothing is or it is not known"""
    kalimat_penunjang: str
    """One sentence on the subkegiatan that serve it, their programs and their money"""
    catatan_rumus: str
    """Which of its indicators are measured by which other formula than R / T × 100; empty where none is"""
    daftar_keterangan: tuple[str, ...]
    """The notes beside the figures of its indicators, those alike in one line"""
    daftar_indikator: tuple[IndikatorPandangan, ...]
    daftar_tindak_lanjut: tuple[KeadaanTindakLanjutPandangan, ...]
    """What the units promised during the year, and how far each promise has come"""
    kalimat_tindak_lanjut: str
    """One sentence on how many of them are done; empty where there are none"""
    daftar_anggaran: tuple[AnggaranPandangan, ...]
    anggaran: JumlahPandangan
    daftar_program: tuple[str, ...]
    """The programs that serve it"""
    grafik_tahun: Grafik | None
    """Chart over the years of its first indicator that has one"""
    daftar_grafik: tuple[BarisGrafikPandangan, ...]
    """Small charts of all its indicators over the years, two a row"""
    grafik_triwulan: Grafik | None
    """Chart of the capaian of all its indicators by quarter; none in the first quarter"""
    warna: str
    """RRGGBB of the predicate's band"""
    capaian_efisiensi: Angka
    """Mean capaian in percent of which each indicator counts up to 100"""
    efisiensi: Angka
    """Capaian minus serapan in percentage points"""
    simpulan_efisiensi: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PredikatPandangan:
    """How many indicators a band of the scale holds."""

    predikat: str
    rentang: str
    """≥ 91,00%"""
    warna: str
    banyak: int
    terbilang: str
    """3 (tiga)"""
    persen: Angka
    """Share of the indicators that could be measured"""


@dataclass(frozen=True, slots=True, kw_only=True)
class TerlemahPandangan:
    """An indicator below its target, with what its units last said of the obstacle and of what is done about it."""

    nomor: str
    indikator: str
    capaian: Angka
    predikat: str
    warna: str
    """RRGGBB of the predicate's band"""
    hambatan: str
    tindak_lanjut: str
    hambatan_pokok: str
    """The first sentence on the obstacle"""
    tindak_lanjut_pokok: str
    """The first sentence on what is done about it, by whom and until when"""
    sebab_ringkas: str
    """The first sentences on the cause and the obstacle, cut where they are long"""
    tindak_lanjut_ringkas: str


@dataclass(frozen=True, slots=True)
class RingkasanPandangan:
    """The counts of the report."""

    banyak_unit: int
    unit_diterima: int
    banyak_sasaran: int
    banyak_indikator: int
    indikator_dinilai: int
    indikator_sementara: int
    """How many of those stand on incomplete data and have no predikat yet"""
    rerata: Angka
    predikat: str
    tercapai: str
    """How many of the measured indicators reached their target: 23 dari 31"""
    kalimat_data: str
    """One sentence on the figures and forms that are missing, or that none is"""
    daftar_predikat: tuple[PredikatPandangan, ...]
    cara_rata: str
    """What the agency's mean is called under its rule"""
    cara_rata_sasaran: str
    """What the mean of a sasaran is called"""
    daftar_kalimat: tuple[str, ...]
    """The executive summary, sentence by sentence"""
    daftar_terlemah: tuple[TerlemahPandangan, ...]
    """The five indicators furthest below their target"""
    kalimat_target_tahun: str
    """One sentence on how many indicators have reached the target of the year"""
    kalimat_banding: str
    """One sentence on the last quarter against the one before; empty where there is none"""
    daftar_keputusan: tuple[str, ...]
    """What somebody has to decide, sentence by sentence; empty where nothing waits"""
    daftar_simpulan: tuple[str, ...]
    """The facts of a conclusion, sentence by sentence"""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeadaanTindakLanjutPandangan:
    """A follow-up that a unit promised, and how far it has come."""

    nomor: str
    """Number of its indicator"""
    unit: str
    periode: str
    """When it was promised"""
    isi: str
    """What is to be done, by whom and until when"""
    keadaan: str
    """The unit's last answer, and whether its day is past"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RekomendasiPandangan:
    """What an evaluation recommended, and what was done about it."""

    nomor: int
    isi: str
    langkah: str
    keadaan: str
    bukti: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FaktaPandangan:
    """The facts before the agency's own texts, sentence by sentence; empty where there are none."""

    gambaran_umum: tuple[str, ...]
    aspek_strategis: tuple[str, ...]
    isu_strategis: tuple[str, ...]
    perencanaan: tuple[str, ...]
    perbaikan: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NarasiPandangan:
    """The agency's own texts, paragraph by paragraph; one visible mark where none was written."""

    dasar_hukum: tuple[str, ...]
    """What the reports rest on, with the signs at the end of a list's lines"""
    sumber_daya_manusia: tuple[str, ...]
    """Empty where nothing was written; so are the next two"""
    sarana: tuple[str, ...]
    prestasi: tuple[str, ...]

    gambaran_umum: tuple[str, ...]
    aspek_strategis: tuple[str, ...]
    isu_strategis: tuple[str, ...]
    perencanaan: tuple[str, ...]
    simpulan: tuple[str, ...]
    perbaikan: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LaporanPandangan:
    """Everything a report's template can name at its top level."""

    instansi: InstansiPandangan
    periode: PeriodePandangan
    tanggal: str
    """Date under the signature; dots to fill by hand when none was given"""
    ringkasan: RingkasanPandangan
    daftar_sasaran: tuple[SasaranPandangan, ...]
    daftar_anggaran: tuple[AnggaranPandangan, ...]
    anggaran: JumlahPandangan
    kalimat_anggaran: str
    daftar_tindak_lanjut: tuple[TindakLanjutPandangan, ...]
    daftar_janji: tuple[StatusJanjiPandangan, ...]
    """What was promised before the period and how it went on"""
    daftar_aksi: tuple[AksiPandangan, ...]
    daftar_rencana_aksi: tuple[RencanaAksiPandangan, ...]
    daftar_kelengkapan: tuple[KelengkapanPandangan, ...]
    daftar_progres: tuple[ProgresBulanPandangan, ...]
    """What the units did, month by month"""
    kalimat_progres: str
    """Which units told nothing of which months; empty where all did or none"""
    daftar_e81: tuple[BarisE81Pandangan, ...]
    """Formulir E.81 of Permendagri 86/2017, row by row"""
    penutup_e81: PenutupE81Pandangan
    """The means, predicates and texts under it"""
    daftar_perubahan: tuple[PerubahanPandangan, ...]
    """Targets and pagu that changed during the year, murni and perubahan side by side; empty where nothing did"""
    sebutan_perjanjian: str
    """What the contract in force is called: Perjanjian Kinerja, or Perjanjian Kinerja Perubahan"""
    daftar_rekomendasi: tuple[RekomendasiPandangan, ...]
    """What the evaluation of the year before recommended; empty where nothing was noted"""
    narasi: NarasiPandangan
    fakta: FaktaPandangan
    rumus_turun: str
    """Which formula the agency chose for turun, in words"""
    dasar_skala: str
    """Legal basis of the scale"""
    grafik_capaian: Grafik | None
    """Chart of the mean capaian of each sasaran"""
    grafik_serapan: Grafik | None
    """Chart of capaian and serapan of each sasaran; only in the annual report"""
    kertas: KertasPandangan
    """What a paper of the SOP says besides; with nothing in it where a report is printed"""
