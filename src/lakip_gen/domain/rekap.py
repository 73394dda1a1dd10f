"""The figures of a period: every indicator, sasaran and budget line, derived from the units' reports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal

from lakip_gen.domain.anggaran import Anggaran, TingkatAnggaran, adalah_induk
from lakip_gen.domain.aturan import Aturan, CaraRata, Pita
from lakip_gen.domain.capaian import (
    Capaian,
    Efisiensi,
    Rerata,
    TidakDinilai,
    efisiensi,
    kinerja_efisiensi,
    rata_angka,
    rerata,
    serapan,
)
from lakip_gen.domain.hitung import bagi
from lakip_gen.domain.induk import Induk
from lakip_gen.domain.isian import IsianAnggaran, IsianIndikator, Kumpulan
from lakip_gen.domain.kewajiban import ditunggu
from lakip_gen.domain.kinerja import Indikator, Sasaran, Unit
from lakip_gen.domain.konsolidasi import Akumulasi, dari_triwulan, gabung_unit
from lakip_gen.domain.nilai import BelumDilaporkan, Hasil, Isian, Nilai, Pecahan, TidakBerlaku, TidakDitunggu
from lakip_gen.domain.penerimaan import StatusLaporan
from lakip_gen.domain.pengukuran import Pengukuran, ukur, ukur_setahun
from lakip_gen.domain.periode import Jenis, Periode
from lakip_gen.domain.skema import formulir as skema

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
        return f"{self.periode.nama_pendek}: {len(ada)} dari {len(berlaku)} unit"


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

    @property
    def sementara(self) -> bool:
        """Whether there is a capaian of the period, though on incomplete data."""
        return self.periode_ini.dinilai is not None and self.periode_ini.sementara

    @property
    def menunggu(self) -> bool:
        """Whether something due is still missing, so that nothing final can be said of what it belongs to."""
        return self.sementara or isinstance(self.periode_ini.realisasi.isi, BelumDilaporkan)

    @property
    def keterangan(self) -> str:
        """Every note a reader needs beside the figures, without repetition."""
        ini, jadi = self.periode_ini, self.setahun
        catatan = [ini.realisasi.keterangan, *(t.catatan_unit for t in self.daftar_triwulan)]
        if isinstance(ini.capaian, TidakDinilai) and ini.realisasi.angka is not None:
            catatan.append(f"tidak dapat dinilai: {ini.capaian.alasan}")
        if isinstance(ini.capaian, Capaian) and ini.capaian.dibatasi:
            catatan.append("dibatasi")
        if jadi.realisasi.angka is not None and jadi.realisasi.catatan:
            catatan.append(jadi.realisasi.catatan)
        return "; ".join(dict.fromkeys(butir for butir in catatan if butir))


@dataclass(frozen=True, slots=True, kw_only=True)
class RekapAnggaran:
    """A budget line in a period: money spent from 1 January up to the period's end, in rupiah."""

    anggaran: Anggaran
    pagu: Decimal
    realisasi: Hasil
    serapan: Decimal | None
    fisik: Hasil
    per_triwulan: tuple[Hasil, Hasil, Hasil, Hasil]
    """Rupiah spent within each quarter alone, for formulir E.81 and the interim reports."""
    jawaban: IsianAnggaran | None = None


@dataclass(frozen=True, slots=True)
class JumlahAnggaran:
    """Several subkegiatan together, in rupiah; a sum waits for all of them."""

    pagu: Decimal
    realisasi: Hasil
    serapan: Decimal | None


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

    @property
    def daftar_indikator(self) -> tuple[RekapIndikator, ...]:
        """All indicators, sasaran by sasaran."""
        return tuple(indikator for sasaran in self.daftar_sasaran for indikator in sasaran.daftar_indikator)


def susun_rekap(
    induk: Induk, periode: Periode, kumpulan: Kumpulan, daftar_status: tuple[StatusLaporan, ...] = ()
) -> Rekap:
    """Return the figures of a quarter, a semester or the year from the reports of its quarters."""
    daftar_anggaran = tuple(_rekap_anggaran(induk, periode, kumpulan, a) for a in induk.daftar_anggaran)
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
        anggaran=_jumlah_anggaran(_subkegiatan(daftar_anggaran)),
        daftar_status=daftar_status,
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
    rata = _rerata(daftar)
    milik = tuple(a for a in _subkegiatan(semua_anggaran) if a.anggaran.sasaran == sasaran.kode)
    jumlah = _jumlah_anggaran(milik)
    return RekapSasaran(
        sasaran=sasaran,
        daftar_indikator=daftar,
        rerata=rata,
        pita=_pita_rerata(rata, induk.aturan),
        daftar_anggaran=milik,
        anggaran=jumlah,
        efisiensi=_efisiensi(periode, daftar, jumlah) if milik else EFISIENSI_TANPA,
    )


def _rerata(daftar: tuple[RekapIndikator, ...]) -> Rerata:
    sementara = sum(indikator.sementara for indikator in daftar)
    return rerata(tuple(indikator.periode_ini.capaian for indikator in daftar), sementara)


def _rerata_instansi(daftar: tuple[RekapSasaran, ...], aturan: Aturan) -> Rerata:
    """Return the agency's mean as its rule has it; its counts are always those of the indicators."""
    rata = _rerata(tuple(indikator for sasaran in daftar for indikator in sasaran.daftar_indikator))
    if aturan.cara_rata is CaraRata.INDIKATOR:
        return rata
    ada = [sasaran.rerata.angka for sasaran in daftar if sasaran.rerata.angka is not None]
    return replace(rata, angka=rata_angka(ada))


def _pita_rerata(rata: Rerata, aturan: Aturan) -> Pita | None:
    """Return the band of a mean; none while a figure in it may still change."""
    return None if rata.angka is None or rata.sementara else aturan.pita(rata.angka)


def _efisiensi(periode: Periode, daftar: tuple[RekapIndikator, ...], jumlah: JumlahAnggaran) -> Efisiensi:
    if periode.jenis is not Jenis.TAHUN:
        return EFISIENSI_NANTI
    kinerja = kinerja_efisiensi(tuple(indikator.periode_ini.capaian for indikator in daftar))
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
    return RekapIndikator(
        indikator=indikator,
        periode_ini=ini,
        setahun=_per_unit(jadi, indikator, daftar_triwulan),
        pita=aturan.pita(ini.dinilai.angka) if ini.dinilai and not ini.sementara else None,
        daftar_triwulan=daftar_triwulan,
        daftar_jawaban=jawaban,
    )


def _per_unit(ukuran: Pengukuran, indikator: Indikator, daftar: tuple[RekapTriwulan, ...]) -> Pengukuran:
    """Return a figure of some quarters that knows whether a unit is missing in one that makes it."""
    ada = [triwulan for triwulan in daftar if isinstance(triwulan.isian, Nilai | Pecahan)]
    dipakai = ada[-1:] if indikator.cara_gabung.sifat.sesaat else ada
    if ukuran.realisasi.angka is None or not any(triwulan.catatan_unit for triwulan in dipakai):
        return ukuran
    return replace(ukuran, realisasi=replace(ukuran.realisasi, sebagian=True))


def _rekap_triwulan(induk: Induk, triwulan: Periode, kumpulan: Kumpulan, indikator: Indikator) -> RekapTriwulan:
    daftar_sumber = tuple(_sumber(induk, triwulan, kumpulan, indikator, kode) for kode in indikator.daftar_unit)
    isian = gabung_unit((sumber.isian for sumber in daftar_sumber), indikator.gabung_unit)
    milik = daftar_sumber[0].jawaban if len(daftar_sumber) == 1 else None
    target = indikator.target(triwulan, induk.aturan)
    ukuran = (milik.pengukuran if milik else None) or ukur(
        indikator, target, dari_triwulan(triwulan.nomor, isian), induk.aturan
    )
    return RekapTriwulan(triwulan, isian, ukuran, daftar_sumber)


def _sumber(induk: Induk, triwulan: Periode, kumpulan: Kumpulan, indikator: Indikator, kode: str) -> Sumber:
    laporan = kumpulan.laporan(kode, triwulan)
    jawaban = laporan.indikator(indikator.kode) if laporan else None
    isian: Isian = jawaban.isian if jawaban else BelumDilaporkan()
    if jawaban is None and not ditunggu(indikator, triwulan, induk.aturan):
        isian = TidakDitunggu()
    unit = induk.unit(kode) or Unit(kode, kode, "")
    if laporan is None:
        return Sumber(unit=unit, triwulan=triwulan, isian=isian, jawaban=jawaban)
    return Sumber(
        unit=unit, triwulan=triwulan, isian=isian, jawaban=jawaban, berkas=laporan.berkas, versi=laporan.versi
    )


def _subkegiatan(daftar: Iterable[RekapAnggaran]) -> tuple[RekapAnggaran, ...]:
    return tuple(a for a in daftar if a.anggaran.tingkat is TingkatAnggaran.SUBKEGIATAN)


def _rekap_anggaran(induk: Induk, periode: Periode, kumpulan: Kumpulan, anggaran: Anggaran) -> RekapAnggaran:
    if anggaran.tingkat is not TingkatAnggaran.SUBKEGIATAN:
        return _rekap_atas(induk, periode, kumpulan, anggaran)
    pagu = anggaran.pagu(periode.akhir, induk.aturan)
    daftar = [_isian_anggaran(kumpulan, anggaran, triwulan) for triwulan in periode.sampai_dengan]
    terakhir = daftar[-1]
    realisasi = _hasil(terakhir.realisasi if terakhir else BelumDilaporkan())
    fisik = _hasil(terakhir.fisik if terakhir else BelumDilaporkan())
    per_triwulan = _per_triwulan([_hasil(isian.realisasi if isian else BelumDilaporkan()) for isian in daftar])
    return RekapAnggaran(
        anggaran=anggaran,
        pagu=pagu,
        realisasi=realisasi,
        serapan=serapan(realisasi.angka, pagu),
        fisik=fisik,
        per_triwulan=per_triwulan,
        jawaban=terakhir,
    )


def _isian_anggaran(kumpulan: Kumpulan, anggaran: Anggaran, triwulan: Periode) -> IsianAnggaran | None:
    laporan = kumpulan.laporan(anggaran.unit, triwulan)
    return laporan.anggaran(anggaran.kode) if laporan else None


def _hasil(isian: Isian) -> Hasil:
    return Hasil(BelumDilaporkan() if isinstance(isian, Pecahan) else isian)


def _per_triwulan(daftar_kumulatif: list[Hasil]) -> tuple[Hasil, Hasil, Hasil, Hasil]:
    """Return what was spent within each quarter, from running totals; unknown where either end is."""
    hasil = []
    lalu = Hasil(Nilai(Decimal(0)))
    for kini in daftar_kumulatif:
        if kini.angka is None:
            hasil.append(kini)
            if isinstance(kini.isi, TidakBerlaku):
                continue  # all that is spent later was spent since
        elif lalu.angka is None:
            hasil.append(Hasil(BelumDilaporkan("triwulan sebelumnya belum dilaporkan")))
        else:
            hasil.append(Hasil(Nilai(kini.angka - lalu.angka)))
        lalu = kini
    belum = Hasil(TidakBerlaku("di luar periode"))
    satu, dua, tiga, empat = (*hasil, *(belum for _ in range(4 - len(hasil))))
    return satu, dua, tiga, empat


def _rekap_atas(induk: Induk, periode: Periode, kumpulan: Kumpulan, anggaran: Anggaran) -> RekapAnggaran:
    """Derive a program or kegiatan from the subkegiatan under it."""
    anak = tuple(
        _rekap_anggaran(induk, periode, kumpulan, sub)
        for sub in induk.daftar_subkegiatan
        if adalah_induk(anggaran.kode, sub.kode)
    )
    jumlah = _jumlah_anggaran(anak)
    satu, dua, tiga, empat = (_jumlah([a.per_triwulan[n] for a in anak]) for n in range(4))
    fisik = rata_fisik(anak)
    return RekapAnggaran(
        anggaran=anggaran,
        pagu=jumlah.pagu,
        realisasi=jumlah.realisasi,
        serapan=jumlah.serapan,
        fisik=fisik,
        per_triwulan=(satu, dua, tiga, empat),
    )


def rata_fisik(anak: tuple[RekapAnggaran, ...]) -> Hasil:
    """Return the physical progress of several subkegiatan: their mean weighted by pagu, in percent."""
    pagu = sum((a.pagu for a in anak if not isinstance(a.fisik.isi, TidakBerlaku)), Decimal(0))
    jumlah = _jumlah([Hasil(Nilai(a.fisik.angka * a.pagu)) if a.fisik.angka is not None else a.fisik for a in anak])
    if jumlah.angka is None:
        return jumlah
    return Hasil(Nilai(bagi(jumlah.angka, pagu)), jumlah.catatan) if pagu else Hasil(TidakBerlaku("pagu 0"))


def _jumlah_anggaran(daftar: tuple[RekapAnggaran, ...]) -> JumlahAnggaran:
    """Return the money of several subkegiatan; one that does not apply leaves the serapan together with its pagu."""
    realisasi = _jumlah([a.realisasi for a in daftar])
    berlaku = sum((a.pagu for a in daftar if not isinstance(a.realisasi.isi, TidakBerlaku)), Decimal(0))
    return JumlahAnggaran(sum((a.pagu for a in daftar), Decimal(0)), realisasi, serapan(realisasi.angka, berlaku))


def _jumlah(daftar: list[Hasil]) -> Hasil:
    """Return the sum of figures that are all there; otherwise say how many are. What does not apply is left out."""
    if not daftar:
        return Hasil(TidakBerlaku("tidak ada subkegiatan"))
    berlaku = [hasil for hasil in daftar if not isinstance(hasil.isi, TidakBerlaku)]
    if not berlaku:
        return daftar[0]
    ada = [hasil.angka for hasil in berlaku if hasil.angka is not None]
    if len(ada) < len(berlaku):
        return Hasil(BelumDilaporkan(f"belum lengkap ({len(ada)} dari {len(berlaku)} subkegiatan)"))
    tanpa = len(daftar) - len(berlaku)
    return Hasil(Nilai(sum(ada, Decimal(0))), f"tanpa {tanpa} subkegiatan yang tidak berlaku" if tanpa else "")
