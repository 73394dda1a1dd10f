"""The buku induk as one value: all that the agency fixed for the year before anyone reports."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from lakip_gen.domain.anggaran import Anggaran, TingkatAnggaran
from lakip_gen.domain.aturan import Aturan
from lakip_gen.domain.instansi_luar import InstansiLuar
from lakip_gen.domain.kinerja import Aksi, Indikator, Instansi, Sasaran, SkalaPredikat, TindakLanjutLalu, Unit
from lakip_gen.domain.narasi_kinerja import NarasiKinerja
from lakip_gen.domain.pembanding import Pembanding, Rekomendasi
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.sop import Sop


@dataclass(frozen=True, slots=True)
class Narasi:
    """A text of the agency's own for the report, as paragraphs, by the name of its place."""

    daftar: tuple[tuple[str, str], ...] = ()

    def teks(self, tempat: str) -> str:
        """Return the text of a place, empty where none was written."""
        return next((isi for nama, isi in self.daftar if nama == tempat), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Induk:
    """Everything of the year that is fixed in the buku induk and in force, in the planner's order.

    Attributes:
        masa: What is in force from each day on that changes something, oldest first; empty where nothing does.
    """

    tahun: int
    instansi: Instansi
    aturan: Aturan
    daftar_unit: tuple[Unit, ...]
    daftar_sasaran: tuple[Sasaran, ...]
    daftar_indikator: tuple[Indikator, ...]
    daftar_anggaran: tuple[Anggaran, ...]
    daftar_aksi: tuple[Aksi, ...] = ()
    daftar_skala: tuple[SkalaPredikat, ...] = ()
    daftar_tindak_lanjut: tuple[TindakLanjutLalu, ...] = ()
    narasi: Narasi = field(default_factory=Narasi)
    sop: Sop = field(default_factory=Sop)
    daftar_instansi_luar: tuple[InstansiLuar, ...] = ()
    daftar_indikator_program: tuple[Indikator, ...] = ()
    """Those of program, kegiatan and subkegiatan, which formulir E.81 prints"""
    daftar_pembanding: tuple[Pembanding, ...] = ()
    daftar_rekomendasi: tuple[Rekomendasi, ...] = ()
    """What the evaluation of the year before recommended"""
    daftar_narasi: tuple[NarasiKinerja, ...] = ()
    """Texts on single sasaran and indicators"""
    masa: tuple[tuple[date, Induk], ...] = field(default=(), repr=False, compare=False)

    def pada(self, tanggal: date) -> Induk:
        """Return the buku induk as in force on a day; before the first day as on that one."""
        if not self.masa:
            return self
        berlaku = [satu for sejak, satu in self.masa if sejak <= tanggal]
        return replace(berlaku[-1] if berlaku else self.masa[0][1], masa=self.masa)

    @property
    def murni(self) -> Induk:
        """The buku induk as the year began with it."""
        return self.masa[0][1] if self.masa else self

    def indikator(self, kode: str) -> Indikator | None:
        """Return the indicator of a kode, be it of a sasaran or of a budget line."""
        return next((indikator for indikator in self._semua_indikator if indikator.kode == kode), None)

    def anggaran(self, kode: str) -> Anggaran | None:
        """Return the budget line of a kode."""
        return next((anggaran for anggaran in self.daftar_anggaran if anggaran.kode == kode), None)

    def pelapor(self, indikator: str, unit: str, hari: date) -> str:
        """Return which unit reported on an earlier day what a unit reports now: itself, or the one unit before it."""
        dahulu = self.pada(hari).indikator(indikator)
        sendiri = dahulu is None or unit in dahulu.daftar_unit or len(dahulu.daftar_unit) != 1
        return unit if sendiri or dahulu is None else dahulu.daftar_unit[0]

    def unit(self, kode: str) -> Unit | None:
        """Return the unit of a kode."""
        return next((unit for unit in self.daftar_unit if unit.kode == kode), None)

    def instansi_luar(self, kode: str) -> InstansiLuar | None:
        """Return the agency outside the office of a kode, whatever the capitals."""
        return next((satu for satu in self.daftar_instansi_luar if satu.kode.casefold() == kode.casefold()), None)

    def diminta_luar(self, periode: Periode) -> tuple[InstansiLuar, ...]:
        """Return the agencies outside the office that are asked for data in the last quarter of a period."""
        return tuple(satu for satu in self.daftar_instansi_luar if satu.diminta(periode.daftar_triwulan[-1]))

    def indikator_unit(self, unit: str) -> tuple[Indikator, ...]:
        """Return the indicators that a unit reports."""
        return tuple(indikator for indikator in self._semua_indikator if unit in indikator.daftar_unit)

    def indikator_sasaran(self, sasaran: str) -> tuple[Indikator, ...]:
        """Return the indicators of a sasaran."""
        return tuple(indikator for indikator in self.daftar_indikator if indikator.sasaran == sasaran)

    def aksi_unit(self, unit: str) -> tuple[Aksi, ...]:
        """Return the steps of the rencana aksi that a unit takes."""
        return tuple(aksi for aksi in self.daftar_aksi if aksi.unit == unit)

    @property
    def _semua_indikator(self) -> tuple[Indikator, ...]:
        return (*self.daftar_indikator, *self.daftar_indikator_program)

    @property
    def daftar_subkegiatan(self) -> tuple[Anggaran, ...]:
        """The budget lines that carry money."""
        return tuple(a for a in self.daftar_anggaran if a.tingkat is TingkatAnggaran.SUBKEGIATAN)

    def subkegiatan_unit(self, unit: str) -> tuple[Anggaran, ...]:
        """Return the budget lines that a unit spends."""
        return tuple(anggaran for anggaran in self.daftar_subkegiatan if anggaran.unit == unit)
