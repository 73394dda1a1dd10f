"""What the papers of a period say: from its forms, its figures, its events and its SOP."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from lakip_gen.alur.papan import sidik_angka, sidik_unit
from lakip_gen.alur.periksa import HasilPeriksa
from lakip_gen.domain.induk import Induk
from lakip_gen.domain.kinerja import Instansi, Pejabat
from lakip_gen.domain.nama_berkas import nama_formulir
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.rekap import Rekap
from lakip_gen.domain.sop import Langkah
from lakip_gen.formulir.putusan import HasilUnit
from lakip_gen.laporan.pandangan import LaporanPandangan
from lakip_gen.laporan.pandangan_kertas import KeputusanPandangan, KoreksiPandangan
from lakip_gen.laporan.susun_kertas import JalanUnit
from lakip_gen.pesan import bahasa
from lakip_gen.sop.jadwal import Terjadwal, susun_jadwal
from lakip_gen.sop.keadaan import masih_berlaku
from lakip_gen.sop.kertas import (
    DISPOSISI,
    HASIL_KOREKSI,
    LEMBAR_DISPOSISI,
    PEMBAGIAN_TUGAS,
    RAPAT,
    REKAPITULASI,
    TANDA_TERIMA,
    TIAP_PERIODE,
    Kertas,
    KertasPeriode,
    adalah_rapat,
)
from lakip_gen.sop.koreksi import Koreksi
from lakip_gen.sop.peran import PENANDA_TANGAN, Peran, pejabat, peran_pelaksana
from lakip_gen.sop.peristiwa import BukuPeristiwa, Jenis, Peristiwa
from lakip_gen.sop.rekaman import daftar_rekaman, masih_kembali

_BAWAAN: Final[Mapping[Kertas, Peran]] = {
    TANDA_TERIMA: Peran.PERENCANA,
    PEMBAGIAN_TUGAS: Peran.SEKRETARIS,
    REKAPITULASI: Peran.SEKRETARIS,
    RAPAT: Peran.SEKRETARIS,
    HASIL_KOREKSI: Peran.SEKRETARIS,
}
"""Who signs a paper; the head of the agency signs any other."""
_MENURUT_LANGKAH: Final = frozenset({DISPOSISI, LEMBAR_DISPOSISI})
"""The papers that whoever does the step signs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BahanKertas:
    """What papers are made from.

    Attributes:
        hasil: What was found in the forms.
        rekap: The figures.
        catatan: What was recorded of the period itself.
        catatan_triwulan: What was recorded of each of its quarters.
        daftar_koreksi: What was corrected in its drafts.
        langkah: The steps of the period; none without an SOP.
        tanggal: The date under signatures of what comes with the report; None leaves it to be filled by hand.
        berkas_induk: The buku induk as findings name it.
        kepala_catatan: The hash of the last event.
        laporan: What the report of these figures prints, where that is known already.
    """

    hasil: HasilPeriksa
    rekap: Rekap
    catatan: BukuPeristiwa
    catatan_triwulan: Mapping[Periode, BukuPeristiwa]
    langkah: tuple[Langkah, ...]
    daftar_koreksi: tuple[Koreksi, ...] = ()
    tanggal: date | None = None
    berkas_induk: str = ""
    kepala_catatan: str = ""
    laporan: LaporanPandangan | None = None

    @property
    def periode(self) -> Periode:
        """The period."""
        return self.rekap.periode

    @property
    def induk(self) -> Induk:
        """The buku induk as in force at the end of the period."""
        return self.rekap.induk

    def instansi(self, hari: date) -> Instansi:
        """Return the agency with its officials of a day."""
        return self.induk.pada(hari).instansi

    @property
    def triwulan(self) -> Periode:
        """The quarter with which the period ends."""
        return self.periode.daftar_triwulan[-1]

    @property
    def dibagikan(self) -> Peristiwa | None:
        """The last handing out of the period's forms; None where nobody noted any."""
        semua = (satu for catatan in self.catatan_triwulan.values() for satu in catatan.daftar.values())
        return max((s for s in semua if s.jenis is Jenis.DIBAGIKAN), key=hari_peristiwa, default=None)


def hari_peristiwa(satu: Peristiwa) -> date:
    """Return the day of an event: that which people say, else that on which it was noted."""
    return satu.tanggal or satu.dicatat.date()


@dataclass(frozen=True, slots=True)
class PenandaTangan:
    """Who signs a paper; `peran` is None where the buku induk names nobody one by one, or nobody signs."""

    pejabat: Pejabat
    peran: Peran | None


def penanda_tangan(satu: KertasPeriode, instansi: Instansi) -> PenandaTangan:
    """Return who signs a paper, if anybody: for a disposisi whoever does its step, as the SOP calls him."""
    if satu.kertas in TIAP_PERIODE:
        return PenandaTangan(Pejabat(""), None)
    if satu.kertas in _MENURUT_LANGKAH and satu.langkah is not None:
        peran = peran_pelaksana(satu.langkah.pelaksana, instansi)
        if peran not in PENANDA_TANGAN:
            return PenandaTangan(Pejabat(satu.langkah.pelaksana), None)
    else:
        peran = _BAWAAN.get(satu.kertas, Peran.KEPALA)
    return PenandaTangan(pejabat(peran, instansi), peran)


def daftar_penerima(satu: KertasPeriode, bahan: BahanKertas, penanda: PenandaTangan) -> tuple[str, ...]:
    """Return the offices that a paper goes to: to a meeting all heads, else those who do the steps."""
    instansi = bahan.instansi(bahan.periode.akhir)
    if satu.kertas is RAPAT:
        unit = (unit.kepala or unit.nama for unit in bahan.induk.daftar_unit)
        semua = (instansi.sekretaris.jabatan, instansi.perencana.jabatan, *unit)
    else:
        semua = tuple(langkah.pelaksana for langkah in bahan.langkah)
    sendiri = {penanda.pejabat.jabatan, satu.langkah.pelaksana if satu.langkah else ""}
    return tuple(nama for nama in dict.fromkeys(semua) if nama and nama not in sendiri)


def jadwal(bahan: BahanKertas) -> tuple[Terjadwal, ...]:
    """Return the plan of the steps: it runs from the day on which forms were handed out."""
    induk, dibagikan = bahan.induk, bahan.dibagikan
    tenggat = induk.aturan.tenggat[bahan.periode.daftar_triwulan[-1].nomor - 1]
    mulai = hari_peristiwa(dibagikan) if dibagikan else None
    return susun_jadwal(bahan.langkah, mulai, induk.sop.kalender, tenggat)


def jalan_unit(bahan: BahanKertas) -> Iterator[JalanUnit]:
    """Yield each unit with what was recorded of its form, quarter by quarter."""
    for triwulan in bahan.hasil.daftar_triwulan:
        for unit in triwulan.daftar_unit:
            catatan = bahan.catatan_triwulan[triwulan.triwulan]
            yield _jalan(unit, triwulan.triwulan, catatan, bahan.catatan)


def _jalan(unit: HasilUnit, triwulan: Periode, catatan: BukuPeristiwa, periode: BukuPeristiwa) -> JalanUnit:
    kode = unit.status.unit.kode
    milik = [satu for satu in catatan.berlaku.values() if satu.unit == kode]
    hari = {jenis: [hari_peristiwa(satu) for satu in milik if satu.jenis is jenis] for jenis in Jenis}
    kembali = (*masih_kembali(catatan, kode, unit.sidik), *masih_kembali(periode, kode, unit.sidik))
    return JalanUnit(
        kode=kode,
        triwulan=triwulan,
        berkas=nama_formulir(kode, triwulan),
        status=unit.status,
        dibagikan=max(hari[Jenis.DIBAGIKAN], default=None),
        terlihat=min(hari[Jenis.TERLIHAT], default=None),
        diterima=max(hari[Jenis.DITERIMA], default=None),
        kiriman=len({satu.sidik for satu in milik if satu.jenis is Jenis.TERLIHAT}),
        sidik=unit.sidik if unit.status.berkas else "",
        penyalin=catatan.penyalin.get(kode, ""),
        saran="; ".join(dict.fromkeys(satu.isi for satu in kembali)),
    )


def putusan_kini(bahan: BahanKertas) -> bool | None:
    """Return whether the rekap as it is now was agreed to or sent back; None where no decision stands."""
    daftar = [satu for satu in daftar_rekaman(bahan.catatan) if satu.setuju is not None]
    berlaku = daftar and masih_berlaku(daftar[-1], sidik_angka(bahan.rekap), sidik_unit(bahan.hasil))
    return daftar[-1].setuju if berlaku else None


def kalimat_putusan(catatan: BukuPeristiwa, *, berlaku: bool) -> str:
    """Return how the rekap was decided last, as a sentence; empty while nobody decided.

    Args:
        catatan: The period's events.
        berlaku: Whether that decision is about the rekap as it is now.
    """
    daftar = [satu for satu in catatan.berlaku.values() if satu.jenis in {Jenis.PUTUSAN, Jenis.DIKEMBALIKAN}]
    if not daftar:
        return ""
    terakhir = daftar[-1]
    kata = "disetujui" if terakhir.jenis is Jenis.PUTUSAN else "dikembalikan untuk dilengkapi"
    oleh = f" oleh {terakhir.oleh}" if terakhir.oleh else ""
    hal = "ini" if berlaku else "sebelumnya"
    return f"Rekapitulasi {hal} {kata}{oleh} pada {bahasa.tanggal(hari_peristiwa(terakhir))}."


def daftar_koreksi(bahan: BahanKertas) -> tuple[KoreksiPandangan, ...]:
    """Return what was corrected in the drafts, and then what was sent back."""
    di_draf = tuple(_koreksi_draf(bahan.induk, satu) for satu in bahan.daftar_koreksi)
    return (*di_draf, *_dikembalikan(bahan, len(di_draf) + 1))


def _koreksi_draf(induk: Induk, satu: Koreksi) -> KoreksiPandangan:
    """Return a correction of a draft; what has no place there any more says so."""
    indikator = induk.indikator(satu.indikator)
    bagian = satu.judul or ("Di luar bab" if satu.tempat is not None else "Tidak ada lagi tempatnya di draf")
    berangka = bool(satu.angka and satu.sumber)
    return KoreksiPandangan(
        nomor=satu.nomor,
        bagian="\n".join(filter(None, (bagian, indikator.nama if indikator else ""))),
        kutipan=satu.kutipan or bahasa.KOSONG,
        saran=satu.saran,
        oleh=satu.oleh or bahasa.KOSONG,
        tanggal=bahasa.tanggal(satu.tanggal) if satu.tanggal else bahasa.KOSONG,
        unit=bahasa.gabung([_nama_unit(induk, kode) for kode in satu.daftar_unit]) or bahasa.KOSONG,
        angka=f"tercetak {satu.angka}\nsumber: {satu.sumber}" if berangka else bahasa.KOSONG,
        keadaan=satu.keadaan.value,
        jawaban=satu.jawaban or bahasa.KOSONG,
    )


def _dikembalikan(bahan: BahanKertas, mulai: int) -> tuple[KoreksiPandangan, ...]:
    """Return what was sent back, with the advice as it was given, and whether the unit sent something else since."""
    sidik = {
        unit.status.unit.kode: unit.sidik for triwulan in bahan.hasil.daftar_triwulan for unit in triwulan.daftar_unit
    }
    daftar = [satu for satu in bahan.catatan.berlaku.values() if satu.jenis is Jenis.DIKEMBALIKAN]
    return tuple(
        KoreksiPandangan(
            nomor=nomor,
            bagian=f"Formulir {bahan.periode.nama_pendek}" if satu.unit else "Rekapitulasi",
            kutipan=bahasa.KOSONG,
            saran=satu.isi,
            oleh=satu.oleh or bahasa.KOSONG,
            tanggal=bahasa.tanggal(hari_peristiwa(satu)),
            unit=_nama_unit(bahan.induk, satu.unit),
            angka=bahasa.KOSONG,
            keadaan="menunggu" if satu.unit and sidik.get(satu.unit) == satu.sidik else "ditindaklanjuti",
            jawaban=bahasa.KOSONG,
        )
        for nomor, satu in enumerate(daftar, start=mulai)
    )


def daftar_keputusan(bahan: BahanKertas, langkah: Langkah | None) -> tuple[KeputusanPandangan, ...]:
    """Return what the meeting of a step decided, as it was recorded."""
    rapat = {satu.tanda for satu in bahan.langkah if adalah_rapat(satu) and langkah in {None, satu}}
    daftar = [
        satu
        for satu in bahan.catatan.berlaku.values()
        if satu.jenis is Jenis.CATATAN and satu.isi and satu.langkah in rapat
    ]
    return tuple(
        KeputusanPandangan(
            nomor=nomor,
            indikator=_nama_indikator(bahan.induk, satu.indikator),
            unit=_nama_unit(bahan.induk, satu.unit),
            tindak_lanjut=satu.isi,
            pic=satu.pic or bahasa.KOSONG,
            batas_waktu=bahasa.tanggal(satu.batas) if satu.batas else bahasa.KOSONG,
        )
        for nomor, satu in enumerate(daftar, start=1)
    )


def _nama_indikator(induk: Induk, kode: str) -> str:
    indikator = induk.indikator(kode)
    return indikator.nama if indikator else kode or bahasa.KOSONG


def _nama_unit(induk: Induk, kode: str) -> str:
    unit = induk.unit(kode)
    return unit.nama if unit else kode or bahasa.KOSONG
