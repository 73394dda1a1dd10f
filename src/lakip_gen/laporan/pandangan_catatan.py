"""Views of what was noted down: officials, forms, sources and the rencana aksi, all in words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PejabatPandangan:
    """An office holder under a signature; what is unknown is printed as dots to fill by hand."""

    jabatan: str
    nama: str
    pangkat: str
    nip: str


@dataclass(frozen=True, slots=True)
class AsalPandangan:
    """What one unit reported for an indicator in one quarter, and the cells it was typed in."""

    periode: str
    nilai: str
    berkas: str
    sel: str


@dataclass(frozen=True, slots=True)
class SumberPandangan:
    """What one unit reported for an indicator, quarter by quarter."""

    unit: str
    daftar_asal: tuple[AsalPandangan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AksiPandangan:
    """One step of the rencana aksi in one quarter."""

    kode: str
    unit: str
    periode: str
    kegiatan: str
    rencana: str
    status: str
    hasil: str
    keterangan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RencanaAksiPandangan:
    """One step of the rencana aksi with all its quarters of the period."""

    kode: str
    indikator: str
    """Number within the report, e.g. 1.2"""
    kegiatan: str
    keluaran: str
    unit: str
    penanggung_jawab: str
    daftar_pelaksanaan: tuple[AksiPandangan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KelengkapanPandangan:
    """Where one unit's form of one quarter stands."""

    nomor: int
    unit: str
    periode: str
    status: str
    galat: int
    peringatan: int
    keterangan: str
    berkas: str
    """The file that the unit sent"""
    penyusun: str
    """Who filled the form, with office and date"""
    pengesah: str
    """Who validated it, with office and date"""
    catatan: str
    """What the head of the unit remarked"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgresUnitPandangan:
    """What one unit did in one month."""

    unit: str
    kegiatan: str
    hasil: str
    kendala: str
    rencana: str
    """What comes in the month after"""


@dataclass(frozen=True, slots=True)
class ProgresBulanPandangan:
    """What the units did in one month."""

    bulan: str
    daftar_laporan: tuple[ProgresUnitPandangan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisPerubahanPandangan:
    """A target or a pagu that changed: what the year began with beside what is in force."""

    uraian: str
    satuan: str
    murni: str
    perubahan: str
    keterangan: str
    """The document that changed it and since when, with every value in between"""
    adalah_jumlah: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PerubahanPandangan:
    """What changed during the year: the targets, or the pagu."""

    judul: str
    kalimat: str
    """One sentence on how much of it changed"""
    daftar_baris: tuple[BarisPerubahanPandangan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusJanjiPandangan:
    """A follow-up that was promised or decided before and not closed, and how it went on."""

    nomor: str
    """Number of its indicator within the report"""
    unit: str
    periode: str
    janji: str
    """One promise a line"""
    status: str
    bukti: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TindakLanjutPandangan:
    """One follow-up that a unit promised."""

    nomor: str
    """Number of its indicator within the report"""
    indikator: str
    unit: str
    periode: str
    tindak_lanjut: str
    pic: str
    batas_waktu: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NarasiKinerjaPandangan:
    """The agency's own texts on a sasaran or an indicator, paragraph by paragraph; empty where none was written."""

    pengantar: tuple[str, ...]
    analisis: tuple[str, ...]
    """A mark where nothing was written and something is due"""
    tindak_lanjut: tuple[str, ...]
