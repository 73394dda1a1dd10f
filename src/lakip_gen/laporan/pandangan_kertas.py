"""The view of a paper of the office's SOP: whom it is for, who signs it, and what it lists."""

from __future__ import annotations

from dataclasses import dataclass

from lakip_gen.laporan.pandangan_angka import Angka
from lakip_gen.laporan.pandangan_catatan import PejabatPandangan


@dataclass(frozen=True, slots=True, kw_only=True)
class LangkahPandangan:
    """One step of the SOP with its dates."""

    nomor: str
    """5, or B5 where there are several procedures"""
    kegiatan: str
    pelaksana: str
    nama: str
    """Who holds that office on the paper's date; dots to fill by hand where nobody is known"""
    kelengkapan: str
    waktu: str
    mulai: str
    tenggat: str
    output: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PermintaanPandangan:
    """One indicator that a unit is asked for."""

    kode: str
    nama: str
    satuan: str
    target: Angka


@dataclass(frozen=True, slots=True, kw_only=True)
class BelanjaPandangan:
    """One subkegiatan whose money a unit is asked for."""

    kode: str
    uraian: str
    pagu: Angka


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitPandangan:
    """One unit with its form of one quarter."""

    nomor: int
    kode: str
    nama: str
    kepala: str
    """What office its head holds"""
    nama_kepala: str
    kontak: str
    periode: str
    berkas: str
    tenggat: str
    dibagikan: str
    terlihat: str
    """When a form that it sent was first seen"""
    diterima: str
    """When it was accepted or closed, where that was recorded"""
    kiriman: int
    """How many forms it has sent"""
    galat: int
    peringatan: int
    status: str
    sidik: str
    """The first eight digits of the fingerprint of its form"""
    saran: str
    """What a refusal that stands advises; empty where none does"""
    penyalin: str
    """Who keyed its form in from paper; empty where nobody did"""
    daftar_permintaan: tuple[PermintaanPandangan, ...]
    daftar_belanja: tuple[BelanjaPandangan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPandangan:
    """One thing that an agency outside the office is asked for."""

    uraian: str
    satuan: str
    indikator: str
    """The indicator that needs it; a dash where it is for none alone"""


@dataclass(frozen=True, slots=True, kw_only=True)
class InstansiLuarPandangan:
    """One agency outside the office that is asked for data."""

    nomor: int
    kode: str
    nama: str
    penerima: str
    """To whom the letter is addressed"""
    alamat: str
    kontak: str
    dijawab: str
    """When its answer came, where that was recorded"""
    daftar_data: tuple[DataPandangan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KoreksiPandangan:
    """One correction of a draft or of a form."""

    nomor: int
    bagian: str
    kutipan: str
    saran: str
    oleh: str
    tanggal: str
    unit: str
    angka: str
    """The figures in the quotation and those of its indicator as they are now; a dash where there are none"""
    keadaan: str
    jawaban: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeputusanPandangan:
    """One decision of a meeting."""

    nomor: int
    indikator: str
    unit: str
    tindak_lanjut: str
    pic: str
    batas_waktu: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArsipPandangan:
    """One document of the period as the list of its archive names it."""

    nomor: int
    nama: str
    berkas: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KertasPandangan:
    """What a paper says besides the figures."""

    judul: str
    tanggal: str
    """The date of the paper; dots to fill by hand where none was given"""
    tenggat: str
    """The last day for the forms; dots where the buku induk sets none"""
    nama_sop: str
    nomor_sop: str
    langkah: LangkahPandangan
    """The step that the paper belongs to"""
    pejabat: PejabatPandangan
    """Who signs it"""
    daftar_penerima: tuple[str, ...]
    """The offices that it goes to"""
    daftar_langkah: tuple[LangkahPandangan, ...]
    daftar_unit: tuple[UnitPandangan, ...]
    daftar_instansi_luar: tuple[InstansiLuarPandangan, ...]
    daftar_koreksi: tuple[KoreksiPandangan, ...]
    daftar_keputusan: tuple[KeputusanPandangan, ...]
    daftar_arsip: tuple[ArsipPandangan, ...]
    putusan: str
    """How the rekap was decided, and by whom; empty while nobody decided"""
    disetujui: bool
    """Whether the rekap as it is now was agreed to"""
    dikembalikan: bool
    """Whether it was sent back"""
    kepala_catatan: str
    """The first eight digits of the last line of the record of events"""
