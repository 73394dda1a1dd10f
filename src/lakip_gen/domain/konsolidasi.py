"""Combining quarters and units: one monoid that is accumulated, and six ways to read it.

What is accumulated carries all that keeps the combination associative (sum and count, pembilang and
penyebut, last value and when), so quarters -> semester -> tahun in two steps equals one step over four
quarters, in any order and with gaps. Units are combined within a quarter first, then quarters over time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, unique

from lakip_gen.domain.hitung import bagi, genapkan, jumlahkan
from lakip_gen.domain.nilai import BelumDilaporkan, Hasil, Isian, Nilai, Pecahan, TidakBerlaku

NOL = Decimal(0)
TIDAK_DIHITUNG = 4
"""What sets the reasons of quarters where nothing is due behind all others."""
TANPA_PENYEBUT = TidakBerlaku("penyebut 0, tidak dapat dihitung")


@unique
class CaraGabung(Enum):
    """How the quarters of an indicator become a semester and a year."""

    JUMLAH = "jumlah"
    """The cell is this quarter only; periods add up."""
    KUMULATIF = "kumulatif"
    """The cell is the running total up to this quarter; the later one holds."""
    AKHIR = "akhir"
    """The cell is the state on the last day; the last reported one holds."""
    RATA_RATA = "rata-rata"
    """The cell is this quarter only; the mean of the reported quarters holds."""
    RASIO = "rasio"
    """The cells are pembilang and penyebut; their sums are divided, never the percentages."""
    SEKALI = "sekali"
    """One entry in the year."""


@unique
class GabungUnit(Enum):
    """How several units that feed one indicator are combined within a quarter."""

    JUMLAH = "jumlah"
    RATA_RATA = "rata-rata"
    RASIO = "rasio"


@dataclass(frozen=True, slots=True)
class Akumulasi:
    """What is known of an indicator over some quarters; `+` is associative and `Akumulasi()` its zero.

    Attributes:
        jumlah: Sum of the values, or of the pembilang.
        penyebut: Sum of the penyebut.
        ada: Quarters that have a value.
        semua: Quarters that should have one (those where it does not apply are not counted).
        terakhir: Number and value of the last quarter that has one; (0, 0) while none has.
        akhir: Number of the last quarter that should have one.
        alasan: Why the last quarter without a value has none, by number of the quarter; a figure that is
            missing outranks one that is not due.
    """

    jumlah: Decimal = NOL
    penyebut: Decimal = NOL
    ada: int = 0
    semua: int = 0
    terakhir: tuple[int, Decimal] = (0, NOL)
    akhir: int = 0
    alasan: tuple[int, str] = (-TIDAK_DIHITUNG, "")

    def __add__(self, lain: Akumulasi) -> Akumulasi:
        return Akumulasi(
            jumlahkan((self.jumlah, lain.jumlah)),
            jumlahkan((self.penyebut, lain.penyebut)),
            self.ada + lain.ada,
            self.semua + lain.semua,
            max(self.terakhir, lain.terakhir),
            max(self.akhir, lain.akhir),
            max(self.alasan, lain.alasan),
        )


def dari_triwulan(nomor: int, isian: Isian) -> Akumulasi:
    """Return what one quarter (1 to 4) contributes."""
    match isian:
        case Nilai(nilai):
            return Akumulasi(nilai, NOL, 1, 1, (nomor, nilai), nomor)
        case Pecahan(pembilang, penyebut):
            return Akumulasi(pembilang, penyebut, 1, 1, (nomor, pembilang), nomor)
        case BelumDilaporkan(alasan):
            return Akumulasi(semua=1, akhir=nomor, alasan=(nomor, alasan))
        case TidakBerlaku(alasan):
            return Akumulasi(alasan=(nomor - TIDAK_DIHITUNG, alasan))


def baca_akumulasi(akumulasi: Akumulasi, cara: CaraGabung, pengali: Decimal = Decimal(1)) -> Hasil:
    """Return the figure of a period from what was accumulated over its quarters.

    Args:
        akumulasi: The sum over the period's quarters.
        cara: The indicator's cara gabung.
        pengali: What a rasio is multiplied by to reach its satuan (100 for percent).
    """
    if not akumulasi.ada:
        alasan = akumulasi.alasan[1]
        return Hasil(BelumDilaporkan(alasan) if akumulasi.semua else TidakBerlaku(alasan or "tidak berlaku"))
    match cara:
        case CaraGabung.JUMLAH:
            return _lengkap(akumulasi, genapkan(akumulasi.jumlah), "belum lengkap")
        case CaraGabung.KUMULATIF:
            return _kumulatif(akumulasi)
        case CaraGabung.AKHIR:
            return Hasil(Nilai(akumulasi.terakhir[1]), _keadaan(akumulasi))
        case CaraGabung.RATA_RATA:
            return Hasil(
                Nilai(genapkan(bagi(akumulasi.jumlah, Decimal(akumulasi.ada)))),
                _cakupan("rata-rata", akumulasi),
            )
        case CaraGabung.RASIO:
            return rasio(akumulasi.jumlah, akumulasi.penyebut, pengali, _cakupan("rasio", akumulasi))
        case CaraGabung.SEKALI:
            return Hasil(Nilai(akumulasi.terakhir[1]))


def rasio(pembilang: Decimal, penyebut: Decimal, pengali: Decimal, catatan: str = "") -> Hasil:
    """Return a ratio in its satuan, or the reason why a penyebut of 0 has none."""
    return Hasil(Nilai(genapkan(bagi(pembilang * pengali, penyebut))), catatan) if penyebut else Hasil(TANPA_PENYEBUT)


def _lengkap(akumulasi: Akumulasi, jumlah: Decimal, sebutan: str) -> Hasil:
    if akumulasi.ada == akumulasi.semua:
        return Hasil(Nilai(jumlah))
    return Hasil(BelumDilaporkan(f"{sebutan} ({akumulasi.ada} dari {akumulasi.semua} triwulan)"))


def _kumulatif(akumulasi: Akumulasi) -> Hasil:
    triwulan, nilai = akumulasi.terakhir
    if triwulan == akumulasi.akhir:
        return Hasil(Nilai(nilai))
    return Hasil(BelumDilaporkan(f"belum dilaporkan pada TW {akumulasi.akhir} (terakhir pada TW {triwulan})"))


def _keadaan(akumulasi: Akumulasi) -> str:
    triwulan = akumulasi.terakhir[0]
    return "" if triwulan == akumulasi.akhir else f"keadaan TW {triwulan}"


def _cakupan(sebutan: str, akumulasi: Akumulasi) -> str:
    if akumulasi.ada == akumulasi.semua:
        return ""
    return f"{sebutan} {akumulasi.ada} dari {akumulasi.semua} triwulan"


def gabung_unit(daftar_isian: Iterable[Isian], cara: GabungUnit) -> Isian:
    """Return what several units reported for one indicator in one quarter, as one value.

    A sum waits for every unit; a mean and a ratio stand on the units that reported. Units for which the
    indicator does not apply are left out.
    """
    daftar = tuple(daftar_isian)
    if len(daftar) == 1:
        return daftar[0]
    berlaku = [isian for isian in daftar if not isinstance(isian, TidakBerlaku)]
    ada = [isian for isian in berlaku if not isinstance(isian, BelumDilaporkan)]
    if not berlaku:
        return next(iter(daftar), BelumDilaporkan())
    if not ada or (cara is GabungUnit.JUMLAH and len(ada) < len(berlaku)):
        return BelumDilaporkan(f"belum lengkap ({len(ada)} dari {len(berlaku)} unit)")
    pecahan = [isian for isian in ada if isinstance(isian, Pecahan)]
    if pecahan:
        return Pecahan(sum((p.pembilang for p in pecahan), NOL), sum((p.penyebut for p in pecahan), NOL))
    jumlah = jumlahkan(isian.angka for isian in ada if isinstance(isian, Nilai))
    return Nilai(jumlah if cara is GabungUnit.JUMLAH else bagi(jumlah, Decimal(len(ada))))
