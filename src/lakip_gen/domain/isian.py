"""What one unit reported for one quarter, and all such reports of a year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from lakip_gen.domain.aturan import Aturan
from lakip_gen.domain.capaian import Capaian
from lakip_gen.domain.induk import Induk
from lakip_gen.domain.kewajiban import Syarat, syarat_indikator, syarat_tindak_lanjut
from lakip_gen.domain.kinerja import Indikator
from lakip_gen.domain.nilai import BelumDilaporkan, Isian
from lakip_gen.domain.pengukuran import Pengukuran, ukur_unit
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.domain.temuan import Asal


@dataclass(frozen=True, slots=True)
class IsianIndikator:
    """A unit's answer for one indicator: the figure, its own words, and the cells they stand in.

    Attributes:
        pengukuran: The unit's own figure against the quarter's target; None until the answer is judged.
        syarat: What holds for the row, which decides what it owes.
    """

    kode: str
    isian: Isian
    penjelasan: str = ""
    faktor_pendorong: str = ""
    faktor_penghambat: str = ""
    tindak_lanjut: str = ""
    pic: str = ""
    batas_waktu: date | None = None
    data_dukung: str = ""
    status_tindak_lanjut: str = ""
    bukti_tindak_lanjut: str = ""
    sintesis: str = ""
    asal: Mapping[str, Asal] = field(default_factory=dict)
    pengukuran: Pengukuran | None = None
    syarat: frozenset[Syarat] = frozenset()

    @property
    def realisasi(self) -> Isian:
        """What stands in the column of that name, for a ratio in its two parts."""
        return self.isian

    @property
    def ada_tindak_lanjut(self) -> bool:
        """Whether anything of a tindak lanjut is written: what is to be done, by whom, or until when."""
        return bool(self.tindak_lanjut or self.pic or self.batas_waktu)

    @property
    def capaian(self) -> Capaian | None:
        """The unit's own capaian in the quarter; None where its figure has none."""
        return self.pengukuran.dinilai if self.pengukuran else None

    def dinilai(self, indikator: Indikator, triwulan: Periode, aturan: Aturan) -> IsianIndikator:
        """Return the answer with its capaian and with what holds for its row, both found once and kept."""
        ukuran = ukur_unit(indikator, self.isian, triwulan, aturan)
        syarat = syarat_indikator(indikator, self.isian, ukuran, triwulan, aturan)
        tindak = syarat_tindak_lanjut(
            tertulis=bool(self.tindak_lanjut),
            pelaksana=self.ada_tindak_lanjut,
            diminta=Syarat.BELUM_TERCAPAI in syarat,
        )
        return replace(self, pengukuran=ukuran, syarat=syarat | tindak)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class LaporanUnit:
    """One unit's report of one quarter, as understood from its form of some version."""

    unit: str
    periode: Periode
    berkas: str
    daftar_indikator: tuple[IsianIndikator, ...] = ()
    daftar_anggaran: tuple[IsianAnggaran, ...] = ()
    daftar_aksi: tuple[IsianAksi, ...] = ()
    daftar_bulan: tuple[IsianBulan, ...] = ()
    pengesahan: Pengesahan = field(default_factory=Pengesahan)
    versi: int = field(default_factory=lambda: skema.VERSI)
    _indikator: Mapping[str, IsianIndikator] = field(init=False, repr=False, compare=False)
    _anggaran: Mapping[str, IsianAnggaran] = field(init=False, repr=False, compare=False)
    _aksi: Mapping[str, IsianAksi] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_indikator", {baris.kode: baris for baris in reversed(self.daftar_indikator)})
        object.__setattr__(self, "_anggaran", {baris.kode: baris for baris in reversed(self.daftar_anggaran)})
        object.__setattr__(self, "_aksi", {baris.kode: baris for baris in reversed(self.daftar_aksi)})

    def indikator(self, kode: str) -> IsianIndikator | None:
        """Return the answer for an indicator."""
        return self._indikator.get(kode)

    def anggaran(self, kode: str) -> IsianAnggaran | None:
        """Return the answer for a subkegiatan."""
        return self._anggaran.get(kode)

    def aksi(self, kode: str) -> IsianAksi | None:
        """Return the answer for a step of the rencana aksi."""
        return self._aksi.get(kode)


@dataclass(frozen=True, slots=True)
class Kumpulan:
    """All accepted reports of a year, by unit and quarter, and what meetings decided after each quarter.

    Attributes:
        keputusan: What was decided, in words, by unit, indicator and quarter.
    """

    daftar: Mapping[tuple[str, Periode], LaporanUnit]
    keputusan: Mapping[tuple[str, str, Periode], tuple[str, ...]] = field(default_factory=dict)

    def laporan(self, unit: str, triwulan: Periode) -> LaporanUnit | None:
        """Return a unit's report of a quarter, or None while it has none."""
        return self.daftar.get((unit, triwulan))

    def belanja(self, induk: Induk, triwulan: Periode, kode: str) -> IsianAnggaran | None:
        """Return what the unit that spent a subkegiatan in a quarter said of it."""
        anggaran = induk.pada(triwulan.akhir).anggaran(kode)
        laporan = self.laporan(anggaran.unit, triwulan) if anggaran else None
        return laporan.anggaran(kode) if laporan else None

    def isian(self, unit: str, triwulan: Periode, indikator: str) -> Isian:
        """Return a unit's figure of a quarter, `BelumDilaporkan` while it has none."""
        laporan = self.laporan(unit, triwulan)
        jawaban = laporan.indikator(indikator) if laporan else None
        return jawaban.isian if jawaban else BelumDilaporkan()
