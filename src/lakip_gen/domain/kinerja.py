"""What the agency promised for the year: unit, sasaran, indikator, target, and the earlier years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from lakip_gen.domain.aturan import Aturan, RumusTurun, TargetRasio
from lakip_gen.domain.capaian import Arah
from lakip_gen.domain.konsolidasi import CaraGabung, GabungUnit
from lakip_gen.domain.nilai import Rentang, Target
from lakip_gen.domain.periode import Jenis, Periode
from lakip_gen.domain.renstra import JenisRenstra, PeriodeRenstra
from lakip_gen.domain.target import JenisTarget, jumlah_target, rata_target, selisih_target
from lakip_gen.domain.temuan import Asal


@dataclass(frozen=True, slots=True)
class Pejabat:
    """An office holder as printed under a report; empty parts are printed as blanks to fill by hand."""

    jabatan: str
    nama: str = ""
    pangkat: str = ""
    nip: str = ""


@dataclass(frozen=True, slots=True)
class Instansi:
    """The agency whose report this is, as printed in the kop and on the cover."""

    nama: str
    pemerintah: str
    alamat: str
    tempat: str
    singkatan: str
    kontak: str
    kepala: Pejabat
    sekretaris: Pejabat
    perencana: Pejabat
    kepala_daerah: Pejabat
    renstra: PeriodeRenstra | None = None
    penilai: Pejabat = Pejabat("")
    """Who evaluates the Renja on formulir E.81"""


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of the agency, or an outside office, that fills a form.

    Attributes:
        kepala: What office its head holds.
        nama_kepala: The head's name.
        kontak: Who is asked in it, and how.
    """

    kode: str
    nama: str
    kepala: str
    nama_kepala: str = ""
    kontak: str = ""
    asal: Mapping[str, Asal] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Sasaran:
    """A strategic objective; its order in the buku induk is its number in the report."""

    kode: str
    nama: str
    tujuan: str = ""
    asal: Mapping[str, Asal] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class TargetTahunan:
    """The target of the year and of its four quarters; None where none was set."""

    tahun: Target | None
    triwulan: tuple[Target | None, Target | None, Target | None, Target | None]

    @property
    def di_bawah_nol(self) -> bool:
        """Whether any of them, or the lower bound of any, lies below zero."""
        daftar = (target.bawah if isinstance(target, Rentang) else target for target in (self.tahun, *self.triwulan))
        return any(target is not None and target < 0 for target in daftar)


@dataclass(frozen=True, slots=True)
class SkalaPredikat:
    """An ordered scale that turns a predicate (BB, WTP ...) into a number and back."""

    nama: str
    daftar: tuple[tuple[str, Decimal], ...]

    def angka(self, predikat: str) -> Decimal | None:
        """Return the number of a predicate; letter case and outer blanks do not matter."""
        dicari = predikat.strip().casefold()
        return next((angka for nama, angka in self.daftar if nama.casefold() == dicari), None)

    def predikat(self, angka: Decimal) -> str:
        """Return the highest predicate whose number is reached; the lowest below all of them."""
        urut = sorted(self.daftar, key=lambda butir: butir[1])
        return next((nama for nama, batas in reversed(urut) if angka >= batas), urut[0][0])


@dataclass(frozen=True, slots=True)
class TahunLalu:
    """What an indicator had as target and realisasi in an earlier year."""

    tahun: int
    target: Target | None
    realisasi: Decimal | None


@dataclass(frozen=True, slots=True)
class Riwayat:
    """What an indicator is compared with beyond this year.

    Attributes:
        jenis_renstra: What the target of the Renstra's end is compared with; None for what the cara gabung says.
        realisasi_renstra: What was reached up to last year; None where the years above say it.
    """

    daftar_tahun: tuple[TahunLalu, ...] = ()
    target_renstra: Target | None = None
    standar_nasional: Target | None = None
    sumber_standar: str = ""
    jenis_renstra: JenisRenstra | None = None
    realisasi_renstra: Decimal | None = None
    asal: Mapping[str, Asal] = field(default_factory=dict, compare=False)

    def pada(self, tahun: int) -> TahunLalu:
        """Return what is known of a year."""
        return next((butir for butir in self.daftar_tahun if butir.tahun == tahun), TahunLalu(tahun, None, None))


@dataclass(frozen=True, slots=True)
class Indikator:
    """An indicator of performance and how it is measured.

    Attributes:
        kode: Unique in the year.
        target_berlaku: The targets in force.
        sasaran: Kode of its sasaran.
        daftar_unit: Kode of the units that report it.
        desimal: Decimals printed for target and realisasi.
        pengali: What pembilang / penyebut is multiplied by to reach the satuan.
        rumus_turun: Its own formula for turun; None for the agency's.
        skala: The scale of its predicates; None where it is a number.
        bobot: Its weight in a mean capaian; None where the agency gave none.
        bawah_nol: Whether the agency says that its figures may lie below zero.
        rekening: Kode of the program, kegiatan or subkegiatan that it measures; empty for one of a sasaran.
        asal: The cells of the buku induk by column; where something stands makes no other indicator of it.
        dasar: The document that changed it last; empty where nobody named one.
    """

    kode: str
    sasaran: str
    nama: str
    satuan: str
    arah: Arah
    cara_gabung: CaraGabung
    jenis_target: JenisTarget
    target_berlaku: TargetTahunan
    daftar_unit: tuple[str, ...]
    gabung_unit: GabungUnit = GabungUnit.JUMLAH
    desimal: int = 0
    pengali: Decimal = Decimal(1)
    rumus_turun: RumusTurun | None = None
    skala: SkalaPredikat | None = None
    bobot: Decimal | None = None
    bawah_nol: bool = False
    utama: bool = True
    definisi: str = ""
    rumus: str = ""
    sumber_data: str = ""
    riwayat: Riwayat = field(default_factory=Riwayat)
    rekening: str = ""
    asal: Mapping[str, Asal] = field(default_factory=dict, compare=False)
    dasar: str = field(default="", compare=False)

    @property
    def bersama(self) -> bool:
        """Whether a unit's figure is only a share of the indicator's, so that it has no capaian of its own."""
        return len(self.daftar_unit) > 1 and self.gabung_unit is GabungUnit.JUMLAH

    @property
    def jenis_renstra(self) -> JenisRenstra:
        """What its target of the Renstra's end is compared with; where nobody said, sums go on over the years."""
        bawaan = JenisRenstra.KUMULATIF if self.cara_gabung.sifat.dijumlah else JenisRenstra.TAHUNAN
        return self.riwayat.jenis_renstra or bawaan

    @property
    def dapat_negatif(self) -> bool:
        """Whether a figure may lie below zero: the agency says so, or one of the targets does."""
        return self.bawah_nol or self.target_berlaku.di_bawah_nol

    def target(self, periode: Periode, aturan: Aturan, tanpa: frozenset[int] = frozenset()) -> Target | None:
        """Return the target of a quarter, a semester or the year, in the satuan; None where none is set.

        Args:
            periode: The period.
            aturan: The agency's rules.
            tanpa: Numbers of quarters that do not apply; they leave a sum together with their target.
        """
        if periode.jenis is Jenis.TAHUN:
            return self.target_tahun(tanpa)
        daftar = [
            self._target_triwulan(bagian.nomor)
            for bagian in periode.daftar_triwulan
            if bagian.nomor not in tanpa or not self.cara_gabung.sifat.dijumlah
        ]
        return self._gabung(daftar, aturan)

    def _gabung(self, daftar: Sequence[Target | None], aturan: Aturan) -> Target | None:
        """Return the target of several quarters; that of a ratio as the agency chose."""
        ada = [target for target in daftar if target is not None]
        if ada and self.target_dirata(aturan):
            return rata_target(ada, self.jenis_target)
        return gabung_target(daftar, self.cara_gabung, self.jenis_target)

    def target_dirata(self, aturan: Aturan) -> bool:
        """Return whether the targets of several quarters are made into their mean."""
        sifat = self.cara_gabung.sifat
        rasio = sifat.pecahan and not sifat.sesaat and aturan.target_rasio is TargetRasio.RATA_RATA
        return sifat.gabung_target is rata_target or rasio

    def target_tahun(self, tanpa: frozenset[int] = frozenset()) -> Target | None:
        """Return the year's target, without the quarters that do not apply."""
        setahun = self.target_berlaku.tahun
        lepas = [target for n in sorted(tanpa) if (target := self._target_triwulan(n)) is not None]
        if setahun is None or not lepas or not self.cara_gabung.sifat.dijumlah:
            return setahun
        return selisih_target(setahun, jumlah_target(lepas))

    def _target_triwulan(self, nomor: int) -> Target | None:
        berlaku = self.target_berlaku.triwulan
        target = berlaku[nomor - 1]
        sebelum = [t for t in berlaku[: nomor - 1] if t is not None]
        if target is None or not sebelum:
            return target
        if self.cara_gabung.sifat.dijumlah and self.jenis_target is JenisTarget.KUMULATIF:
            return selisih_target(target, sebelum[-1])
        if self.cara_gabung.sifat.berjalan and self.jenis_target is JenisTarget.PER_TRIWULAN:
            return jumlah_target((*sebelum, target))
        return target


def gabung_target(daftar: Sequence[Target | None], cara: CaraGabung, jenis: JenisTarget) -> Target | None:
    """Return the target of several quarters as the cara gabung has it; None where none is set."""
    ada = [target for target in daftar if target is not None]
    return cara.sifat.gabung_target(ada, jenis) if ada else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Aksi:
    """One step of the rencana aksi: what a unit does for an indicator, quarter by quarter."""

    kode: str
    unit: str
    indikator: str
    kegiatan: str
    keluaran: str
    rencana: tuple[str, str, str, str]
    penanggung_jawab: str = ""
    asal: Mapping[str, Asal] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class TindakLanjutLalu:
    """What a unit promised for an indicator in the year before and had not done at its end."""

    unit: str
    indikator: str
    isi: str
    asal: Mapping[str, Asal] = field(default_factory=dict, compare=False)
