"""The figures of a period: every indicator, sasaran and budget line, derived from the units' reports."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import groupby

from lakip_gen.domain.aturan import Aturan, CaraRata, Pita
from lakip_gen.domain.capaian import Capaian, Efisiensi, TidakDinilai, efisiensi
from lakip_gen.domain.induk import Induk
from lakip_gen.domain.isian import IsianIndikator, Kumpulan
from lakip_gen.domain.kewajiban import ditunggu, tidak_ditunggu
from lakip_gen.domain.kinerja import Indikator, Sasaran, Unit
from lakip_gen.domain.konsolidasi import Akumulasi, dari_triwulan, gabung_unit
from lakip_gen.domain.nilai import BelumDilaporkan, Hasil, Isian, Nilai, Pecahan, TidakBerlaku, TidakDitunggu
from lakip_gen.domain.penerimaan import StatusLaporan
from lakip_gen.domain.pengukuran import Pengukuran, ukur, ukur_setahun
from lakip_gen.domain.periode import Jenis, Periode
from lakip_gen.domain.rekap_anggaran import (
    JumlahAnggaran,
    RekapAnggaran,
    jumlah_anggaran,
    rekap_anggaran,
    subkegiatan,
)
from lakip_gen.domain.rekap_renstra import RekapRenstra, rekap_renstra
from lakip_gen.domain.rerata import MENUNGGU, SATU, Anggota, Rerata, TanpaCapaian, rata_angka, rerata
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.domain.tindak_lanjut import terbuka

BELUM_BERLAKU = TidakDitunggu("belum berlaku pada periode ini")
"""The figure of a quarter in which there was no such indicator."""
TANPA_CAPAIAN = TidakDinilai(BELUM_BERLAKU.alasan)
EFISIENSI_NANTI = Efisiensi(None, "dinilai dalam laporan tahunan")
"""Before the year's end a period's capaian stands against part of the work, its serapan against all of the money."""
EFISIENSI_SEMENTARA = Efisiensi(None, "tidak dapat dinilai: data kinerjanya belum lengkap")
EFISIENSI_TANPA = Efisiensi(None, "tidak dapat dihitung: tidak ada anggaran yang dikaitkan")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sumber:
    """What one unit reported for an indicator in one quarter, and where it stands."""

    unit: Unit
    triwulan: Periode
    isian: Isian
    jawaban: IsianIndikator | None
    berkas: str = ""
    tindak_lanjut_lalu: str = ""
    """What the unit promised before and had not closed when the quarter began."""
    versi: int = field(default_factory=lambda: skema.VERSI)
    """The version of the form that it was typed into."""


@dataclass(frozen=True, slots=True)
class RekapTriwulan:
    """One quarter of an indicator: the units' figures and what they make together."""

    periode: Periode
    isian: Isian
    pengukuran: Pengukuran
    daftar_sumber: tuple[Sumber, ...]

    @property
    def catatan_unit(self) -> str:
        """How many units stand behind a mean or ratio that is not complete."""
        berlaku = [s for s in self.daftar_sumber if not isinstance(s.isian, TidakBerlaku)]
        ada = [s for s in berlaku if isinstance(s.isian, Nilai | Pecahan)]
        tanpa_nilai = not isinstance(self.isian, Nilai | Pecahan)  # its reason already tells the count
        if tanpa_nilai or len(self.daftar_sumber) < 2 or len(ada) == len(berlaku):  # noqa: PLR2004 - one unit needs no note
            return ""
        return f"{len(ada)} dari {len(berlaku)} unit"


@dataclass(frozen=True, slots=True, kw_only=True)
class RekapIndikator:
    """An indicator in a period: against the period's target, and so far against the year's."""

    indikator: Indikator
    periode_ini: Pengukuran
    setahun: Pengukuran
    pita: Pita | None
    daftar_triwulan: tuple[RekapTriwulan, ...]
    """All quarters from the first up to the period's last."""
    daftar_jawaban: tuple[Sumber, ...]
    """What the units wrote in the quarters of the period, quarter by quarter."""
    renstra: RekapRenstra

    @property
    def sementara(self) -> bool:
        """Whether there is a capaian of the period, though on incomplete data."""
        return self.periode_ini.dinilai is not None and self.periode_ini.sementara

    @property
    def menunggu(self) -> bool:
        """Whether something due is still missing, so that nothing final can be said of what it belongs to."""
        return self.sementara or self.tanpa_capaian in MENUNGGU

    @property
    def tanpa_capaian(self) -> TanpaCapaian | None:
        """Why the period has no capaian; None where it has one."""
        if self.periode_ini.dinilai:
            return None
        match self.periode_ini.realisasi.isi:
            case BelumDilaporkan() as belum:
                return TanpaCapaian.BELUM_DILAPORKAN if belum == BelumDilaporkan() else TanpaCapaian.BELUM_LENGKAP
            case TidakDitunggu():
                return TanpaCapaian.TIDAK_JATUH_TEMPO
            case TidakBerlaku():
                return TanpaCapaian.TIDAK_BERLAKU
        # what is still to come may be measurable
        return TanpaCapaian.BELUM_LENGKAP if self.periode_ini.sementara else TanpaCapaian.TIDAK_DINILAI

    @property
    def daftar_catatan_unit(self) -> tuple[str, ...]:
        """How many units stand behind incomplete quarters, those with as many together: 1 dari 2 unit pada TW I–III."""
        beruntun = groupby(self.daftar_triwulan, key=lambda triwulan: triwulan.catatan_unit)
        daftar = ((catatan, [triwulan.periode for triwulan in milik]) for catatan, milik in beruntun)
        return tuple(f"{catatan} pada {_rentang(kapan)}" for catatan, kapan in daftar if catatan)

    @property
    def keterangan(self) -> str:
        """Every note a reader needs beside the figures, without repetition."""
        ini, jadi = self.periode_ini, self.setahun
        catatan = [ini.realisasi.keterangan, *self.daftar_catatan_unit]
        if isinstance(ini.capaian, TidakDinilai) and ini.realisasi.angka is not None:
            catatan.append(f"tidak dapat dinilai: {ini.capaian.alasan}")
        if isinstance(ini.capaian, Capaian) and ini.capaian.dibatasi:
            catatan.append("dibatasi")
        if jadi.realisasi.angka is not None and jadi.realisasi.catatan not in {"", ini.realisasi.keterangan}:
            catatan.append(f"sejak awal tahun {jadi.realisasi.catatan}")
        return "; ".join(dict.fromkeys(butir for butir in catatan if butir))


def _rentang(daftar: list[Periode]) -> str:
    """Return quarters that follow each other by their first and last: TW I–III."""
    awal, akhir = daftar[0].nama_pendek, daftar[-1].nama_pendek
    return awal if awal == akhir else f"{awal}–{akhir.rpartition(' ')[2]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RekapSasaran:
    """A sasaran in a period: its indicators, their mean, its money, its efisiensi."""

    sasaran: Sasaran
    daftar_indikator: tuple[RekapIndikator, ...]
    rerata: Rerata
    pita: Pita | None
    daftar_anggaran: tuple[RekapAnggaran, ...]
    anggaran: JumlahAnggaran
    efisiensi: Efisiensi


@dataclass(frozen=True, slots=True, kw_only=True)
class Rekap:
    """All figures of a period."""

    induk: Induk
    periode: Periode
    daftar_sasaran: tuple[RekapSasaran, ...]
    rerata: Rerata
    pita: Pita | None
    daftar_anggaran: tuple[RekapAnggaran, ...]
    """Program, kegiatan and subkegiatan in the planner's order."""
    anggaran: JumlahAnggaran
    daftar_status: tuple[StatusLaporan, ...]
    daftar_indikator_program: tuple[RekapIndikator, ...] = ()
    """Those of program, kegiatan and subkegiatan; they count in no mean of the agency."""

    def indikator_rekening(self, kode: str) -> tuple[RekapIndikator, ...]:
        """Return what a program, kegiatan or subkegiatan is measured by."""
        return tuple(satu for satu in self.daftar_indikator_program if satu.indikator.rekening == kode)

    @property
    def daftar_indikator(self) -> tuple[RekapIndikator, ...]:
        """All indicators, sasaran by sasaran."""
        return tuple(indikator for sasaran in self.daftar_sasaran for indikator in sasaran.daftar_indikator)


def susun_rekap(
    induk: Induk, periode: Periode, kumpulan: Kumpulan, daftar_status: tuple[StatusLaporan, ...] = ()
) -> Rekap:
    """Return the figures of a quarter, a semester or the year from the reports of its quarters.

    What is in force on the last day of the period holds for it, and for each quarter what is on the quarter's.
    """
    induk = induk.pada(periode.akhir)
    daftar_anggaran = tuple(rekap_anggaran(induk, periode, kumpulan, a) for a in induk.daftar_anggaran)
    daftar_sasaran = tuple(
        _rekap_sasaran(induk, periode, kumpulan, sasaran, daftar_anggaran) for sasaran in induk.daftar_sasaran
    )
    rata = _rerata_instansi(daftar_sasaran, induk.aturan)
    return Rekap(
        induk=induk,
        periode=periode,
        daftar_sasaran=daftar_sasaran,
        rerata=rata,
        pita=_pita_rerata(rata, induk.aturan),
        daftar_anggaran=daftar_anggaran,
        anggaran=jumlah_anggaran(subkegiatan(daftar_anggaran)),
        daftar_status=daftar_status,
        daftar_indikator_program=tuple(
            rekap_indikator(induk, periode, kumpulan, satu) for satu in induk.daftar_indikator_program
        ),
    )


def akumulasi(periode: Periode, per_triwulan: dict[Periode, Isian]) -> Akumulasi:
    """Return what an indicator accumulates over a period, built the way the SOP builds reports.

    The year is the sum of its semesters and a semester the sum of its quarters.
    """
    if not periode.bagian:
        return dari_triwulan(periode.nomor, per_triwulan[periode])
    return sum((akumulasi(bagian, per_triwulan) for bagian in periode.bagian), Akumulasi())


def _rekap_sasaran(
    induk: Induk,
    periode: Periode,
    kumpulan: Kumpulan,
    sasaran: Sasaran,
    semua_anggaran: tuple[RekapAnggaran, ...],
) -> RekapSasaran:
    daftar = tuple(rekap_indikator(induk, periode, kumpulan, i) for i in induk.indikator_sasaran(sasaran.kode))
    aturan, anggota = induk.aturan, _anggota(daftar)
    rata = rerata(anggota, berbobot=aturan.berbobot)
    milik = tuple(a for a in subkegiatan(semua_anggaran) if a.anggaran.sasaran == sasaran.kode)
    jumlah = jumlah_anggaran(milik)
    return RekapSasaran(
        sasaran=sasaran,
        daftar_indikator=daftar,
        rerata=rata,
        pita=_pita_rerata(rata, aturan),
        daftar_anggaran=milik,
        anggaran=jumlah,
        efisiensi=_efisiensi(periode, daftar, jumlah, aturan) if milik else EFISIENSI_TANPA,
    )


def _anggota(daftar: tuple[RekapIndikator, ...]) -> tuple[Anggota, ...]:
    """Return the parts that indicators have in a mean; a buku induk that weighs them is refused without a weight."""
    return tuple(
        Anggota(i.periode_ini.capaian, i.indikator.bobot or SATU, i.sementara, i.tanpa_capaian) for i in daftar
    )


def _rerata_instansi(daftar: tuple[RekapSasaran, ...], aturan: Aturan) -> Rerata:
    """Return the agency's mean as its rule has it; its counts are always those of the indicators."""
    semua = _anggota(tuple(indikator for sasaran in daftar for indikator in sasaran.daftar_indikator))
    rata = rerata(semua, berbobot=aturan.berbobot)
    if aturan.cara_rata is not CaraRata.SASARAN:
        return rata
    ada = [sasaran.rerata.angka for sasaran in daftar if sasaran.rerata.angka is not None]
    return replace(rata, angka=rata_angka(ada))


def _pita_rerata(rata: Rerata, aturan: Aturan) -> Pita | None:
    """Return the band of a mean; none while it may still change."""
    return None if rata.angka is None or rata.belum_tetap else aturan.pita(rata.angka)


def _efisiensi(
    periode: Periode, daftar: tuple[RekapIndikator, ...], jumlah: JumlahAnggaran, aturan: Aturan
) -> Efisiensi:
    if periode.jenis is not Jenis.TAHUN:
        return EFISIENSI_NANTI
    kinerja = rerata([satu.terbatas for satu in _anggota(daftar)], berbobot=aturan.berbobot).angka
    if kinerja is not None and any(indikator.menunggu for indikator in daftar):
        return EFISIENSI_SEMENTARA
    return efisiensi(kinerja, jumlah.serapan)


def rekap_indikator(induk: Induk, periode: Periode, kumpulan: Kumpulan, indikator: Indikator) -> RekapIndikator:
    """Return an indicator's figures of a period, quarter by quarter and together."""
    daftar_triwulan = tuple(_rekap_triwulan(induk, triwulan, kumpulan, indikator) for triwulan in periode.sampai_dengan)
    per_triwulan = {rekap.periode: rekap.isian for rekap in daftar_triwulan}
    sampai_kini = sum((dari_triwulan(p.nomor, isian) for p, isian in per_triwulan.items()), Akumulasi())
    tanpa = frozenset(p.nomor for p, isian in per_triwulan.items() if isinstance(isian, TidakBerlaku))
    aturan = induk.aturan
    ini = (
        daftar_triwulan[-1].pengukuran
        if periode.jenis is Jenis.TRIWULAN
        else ukur(indikator, indikator.target(periode, aturan, tanpa), akumulasi(periode, per_triwulan), aturan)
    )
    dalam = tuple(t for t in daftar_triwulan if t.periode in periode.daftar_triwulan)
    ini = _per_unit(ini, indikator, dalam)
    jawaban = tuple(s for t in dalam for s in t.daftar_sumber)
    jadi = ini if periode.jenis is Jenis.TAHUN else ukur_setahun(indikator, periode, sampai_kini, aturan, tanpa)
    setahun = _per_unit(jadi, indikator, daftar_triwulan)
    return RekapIndikator(
        indikator=indikator,
        periode_ini=ini,
        setahun=setahun,
        pita=aturan.pita(ini.dinilai.angka) if ini.dinilai and not ini.sementara else None,
        daftar_triwulan=daftar_triwulan,
        daftar_jawaban=jawaban,
        renstra=rekap_renstra(indikator, setahun.realisasi, periode, induk.instansi.renstra, aturan),
    )


def _per_unit(ukuran: Pengukuran, indikator: Indikator, daftar: tuple[RekapTriwulan, ...]) -> Pengukuran:
    """Return a figure of some quarters that knows whether a unit is missing in one that makes it."""
    ada = [triwulan for triwulan in daftar if isinstance(triwulan.isian, Nilai | Pecahan)]
    dipakai = ada[-1:] if indikator.cara_gabung.sifat.sesaat else ada
    if ukuran.realisasi.angka is None or not any(triwulan.catatan_unit for triwulan in dipakai):
        return ukuran
    return replace(ukuran, realisasi=replace(ukuran.realisasi, sebagian=True))


def _rekap_triwulan(induk: Induk, triwulan: Periode, kumpulan: Kumpulan, kini: Indikator) -> RekapTriwulan:
    induk = induk.pada(triwulan.akhir)
    indikator = induk.indikator(kini.kode)
    if indikator is None:
        return RekapTriwulan(triwulan, BELUM_BERLAKU, Pengukuran(None, Hasil(BELUM_BERLAKU), TANPA_CAPAIAN), ())
    daftar_sumber = tuple(_sumber(induk, triwulan, kumpulan, indikator, kode) for kode in indikator.daftar_unit)
    isian = gabung_unit((sumber.isian for sumber in daftar_sumber), indikator.gabung_unit)
    milik = daftar_sumber[0].jawaban if len(daftar_sumber) == 1 else None
    target = indikator.target(triwulan, induk.aturan)
    ukuran = (milik.pengukuran if milik else None) or ukur(
        indikator, target, dari_triwulan(triwulan.nomor, isian), induk.aturan
    )
    satu = RekapTriwulan(triwulan, isian, ukuran, daftar_sumber)
    return replace(satu, pengukuran=_per_unit(ukuran, indikator, (satu,)))


def _sumber(induk: Induk, triwulan: Periode, kumpulan: Kumpulan, indikator: Indikator, kode: str) -> Sumber:
    laporan = kumpulan.laporan(kode, triwulan)
    jawaban = laporan.indikator(indikator.kode) if laporan else None
    isian: Isian = jawaban.isian if jawaban else BelumDilaporkan()
    if jawaban is None and not ditunggu(indikator, triwulan, induk.aturan):
        isian = tidak_ditunggu(indikator, triwulan, induk.aturan)
    unit = induk.unit(kode) or Unit(kode, kode, "")
    if laporan is None:
        return Sumber(unit=unit, triwulan=triwulan, isian=isian, jawaban=jawaban)
    return Sumber(
        unit=unit,
        triwulan=triwulan,
        isian=isian,
        jawaban=jawaban,
        berkas=laporan.berkas,
        tindak_lanjut_lalu=terbuka(induk, kumpulan, kode, indikator.kode, triwulan.sampai_dengan[:-1]),
        versi=laporan.versi,
    )
