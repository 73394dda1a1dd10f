"""What one unit reported for one quarter, and all such reports of a year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from lakip_gen.domain.nilai import BelumDilaporkan, Isian
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.temuan import Asal


@dataclass(frozen=True, slots=True)
class IsianIndikator:
    """A unit's answer for one indicator: the figure, its own words, and the cells they stand in."""

    kode: str
    isian: Isian
    penjelasan: str = ""
    faktor_pendorong: str = ""
    faktor_penghambat: str = ""
    tindak_lanjut: str = ""
    pic: str = ""
    batas_waktu: date | None = None
    data_dukung: str = ""
    asal: Mapping[str, Asal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class IsianAnggaran:
    """A unit's answer for one subkegiatan: rupiah spent up to the quarter's end, physical progress in percent."""

    kode: str
    realisasi: Isian
    fisik: Isian
    keterangan: str = ""
    asal: Mapping[str, Asal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class IsianAksi:
    """A unit's answer for one step of the rencana aksi."""

    kode: str
    status: str = ""
    hasil: str = ""
    keterangan: str = ""
    asal: Mapping[str, Asal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class IsianBulan:
    """A unit's progress report of one month."""

    bulan: str
    kegiatan: str = ""
    hasil: str = ""
    kendala: str = ""
    rencana: str = ""
    asal: Mapping[str, Asal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pengesahan:
    """Who filled the form and who validated it."""

    penyusun: str = ""
    jabatan_penyusun: str = ""
    tanggal: date | None = None
    disetujui: str = ""
    pengesah: str = ""
    jabatan_pengesah: str = ""
    tanggal_pengesahan: date | None = None
    catatan: str = ""
    asal: Mapping[str, Asal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LaporanUnit:
    """One unit's report of one quarter, as understood from its form."""

    unit: str
    periode: Periode
    berkas: str
    daftar_indikator: tuple[IsianIndikator, ...] = ()
    daftar_anggaran: tuple[IsianAnggaran, ...] = ()
    daftar_aksi: tuple[IsianAksi, ...] = ()
    daftar_bulan: tuple[IsianBulan, ...] = ()
    pengesahan: Pengesahan = field(default_factory=Pengesahan)

    def indikator(self, kode: str) -> IsianIndikator | None:
        """Return the answer for an indicator."""
        return next((isian for isian in self.daftar_indikator if isian.kode == kode), None)

    def anggaran(self, kode: str) -> IsianAnggaran | None:
        """Return the answer for a subkegiatan."""
        return next((isian for isian in self.daftar_anggaran if isian.kode == kode), None)


@dataclass(frozen=True, slots=True)
class Kumpulan:
    """All accepted reports of a year, by unit and quarter."""

    daftar: Mapping[tuple[str, Periode], LaporanUnit]

    def laporan(self, unit: str, triwulan: Periode) -> LaporanUnit | None:
        """Return a unit's report of a quarter, or None while it has none."""
        return self.daftar.get((unit, triwulan))

    def isian(self, unit: str, triwulan: Periode, indikator: str) -> Isian:
        """Return a unit's figure of a quarter, `BelumDilaporkan` while it has none."""
        laporan = self.laporan(unit, triwulan)
        jawaban = laporan.indikator(indikator) if laporan else None
        return jawaban.isian if jawaban else BelumDilaporkan()
