"""The money of a period: every budget line and what several of them make together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from lakip_gen.domain.anggaran import Anggaran, TingkatAnggaran, adalah_induk
from lakip_gen.domain.capaian import serapan
from lakip_gen.domain.hitung import bagi
from lakip_gen.domain.induk import Induk
from lakip_gen.domain.isian import IsianAnggaran, Kumpulan
from lakip_gen.domain.nilai import BelumDilaporkan, Hasil, Isian, Nilai, Pecahan, TidakBerlaku
from lakip_gen.domain.periode import Periode

BELUM_ADA = TidakBerlaku("belum ada dalam anggaran")
"""What was spent of a budget line in a quarter that it did not hold in."""
DI_LUAR_PERIODE = TidakBerlaku("di luar periode")
"""What was spent in a quarter after the period's end."""


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
    """Several subkegiatan together, in rupiah; a sum waits for all of them.

    Attributes:
        sebagian: Realisasi and pagu of those that are known, where only some are.
    """

    pagu: Decimal
    realisasi: Hasil
    serapan: Decimal | None
    sebagian: tuple[Decimal, Decimal] | None = None


def subkegiatan(daftar: Iterable[RekapAnggaran]) -> tuple[RekapAnggaran, ...]:
    """Return the lines that money is spent on; the others are their sums."""
    return tuple(a for a in daftar if a.anggaran.tingkat is TingkatAnggaran.SUBKEGIATAN)


def rekap_anggaran(induk: Induk, periode: Periode, kumpulan: Kumpulan, anggaran: Anggaran) -> RekapAnggaran:
    """Return a budget line in a period, added up from its subkegiatan where it is no subkegiatan itself."""
    if anggaran.tingkat is not TingkatAnggaran.SUBKEGIATAN:
        return _rekap_atas(induk, periode, kumpulan, anggaran)
    pagu = anggaran.pagu
    terakhir = kumpulan.belanja(induk, periode.daftar_triwulan[-1], anggaran.kode)
    realisasi = _hasil(terakhir.realisasi if terakhir else BelumDilaporkan())
    fisik = _hasil(terakhir.fisik if terakhir else BelumDilaporkan())
    return RekapAnggaran(
        anggaran=anggaran,
        pagu=pagu,
        realisasi=realisasi,
        serapan=serapan(realisasi.angka, pagu),
        fisik=fisik,
        per_triwulan=_per_triwulan([_sampai(induk, kumpulan, p, anggaran.kode) for p in periode.sampai_dengan]),
        jawaban=terakhir,
    )


def _sampai(induk: Induk, kumpulan: Kumpulan, triwulan: Periode, kode: str) -> Hasil:
    """Return what was spent up to the end of a quarter; nothing could be while the budget had no such line."""
    if induk.pada(triwulan.akhir).anggaran(kode) is None:
        return Hasil(BELUM_ADA)
    belanja = kumpulan.belanja(induk, triwulan, kode)
    return _hasil(belanja.realisasi if belanja else BelumDilaporkan())


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
    belum = Hasil(DI_LUAR_PERIODE)
    satu, dua, tiga, empat = (*hasil, *(belum for _ in range(4 - len(hasil))))
    return satu, dua, tiga, empat


def _rekap_atas(induk: Induk, periode: Periode, kumpulan: Kumpulan, anggaran: Anggaran) -> RekapAnggaran:
    """Derive a program or kegiatan from the subkegiatan under it."""
    anak = tuple(
        rekap_anggaran(induk, periode, kumpulan, sub)
        for sub in induk.daftar_subkegiatan
        if adalah_induk(anggaran.kode, sub.kode)
    )
    jumlah = jumlah_anggaran(anak)
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


def jumlah_anggaran(daftar: tuple[RekapAnggaran, ...]) -> JumlahAnggaran:
    """Return the money of several subkegiatan; one that does not apply leaves the serapan together with its pagu."""
    realisasi = _jumlah([a.realisasi for a in daftar])
    berlaku = sum((a.pagu for a in daftar if not isinstance(a.realisasi.isi, TidakBerlaku)), Decimal(0))
    pagu = sum((a.pagu for a in daftar), Decimal(0))
    sebagian = _sebagian(daftar) if isinstance(realisasi.isi, BelumDilaporkan) else None
    return JumlahAnggaran(pagu, realisasi, serapan(realisasi.angka, berlaku), sebagian)


def _sebagian(daftar: tuple[RekapAnggaran, ...]) -> tuple[Decimal, Decimal] | None:
    """Return what was spent of the pagu of those whose realisasi is known; None where none is."""
    ada = [(a.realisasi.angka, a.pagu) for a in daftar if a.realisasi.angka is not None]
    return (sum((angka for angka, _ in ada), Decimal(0)), sum((pagu for _, pagu in ada), Decimal(0))) if ada else None


def _jumlah(daftar: list[Hasil]) -> Hasil:
    """Return the sum of figures that are all there; otherwise say how many are. What does not apply is left out."""
    if not daftar:
        return Hasil(TidakBerlaku("tidak ada subkegiatan"))
    berlaku = [hasil for hasil in daftar if not isinstance(hasil.isi, TidakBerlaku)]
    if not berlaku:
        return daftar[0]
    ada = [hasil.angka for hasil in berlaku if hasil.angka is not None]
    if not ada:
        return Hasil(BelumDilaporkan())
    if len(ada) < len(berlaku):
        return Hasil(BelumDilaporkan(f"belum lengkap ({len(ada)} dari {len(berlaku)} subkegiatan)"))
    tanpa = len(daftar) - len(berlaku)
    return Hasil(Nilai(sum(ada, Decimal(0))), f"tanpa {tanpa} subkegiatan yang tidak berlaku" if tanpa else "")
