"""Combining quarters and units: one monoid that is accumulated, and a table of the ways to read it.

What is accumulated carries all that keeps the combination associative (sum and count, pembilang and
penyebut, last value and when), so quarters -> semester -> tahun in two steps equals one step over four
quarters, in any order and with gaps. Units are combined within a quarter first, then quarters over time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, unique
from typing import Self, assert_never

from lakip_gen.domain.hitung import bagi, genapkan, jumlahkan
from lakip_gen.domain.nilai import BelumDilaporkan, Hasil, Isian, Nilai, Pecahan, Target, TidakBerlaku, TidakDitunggu
from lakip_gen.domain.periode import nama_triwulan
from lakip_gen.domain.target import JenisTarget, jumlah_target, rata_target, target_terakhir

NOL = Decimal(0)
TIDAK_DIHITUNG = 4
"""What sets the reasons of quarters where nothing is due behind all others."""
TANPA_PENYEBUT = TidakBerlaku("penyebut 0, tidak dapat dihitung")


@unique
class GabungUnit(Enum):
    """How several units that feed one indicator are combined within a quarter."""

    JUMLAH = "jumlah"
    RATA_RATA = "rata-rata"
    RASIO = "rasio"


@dataclass(frozen=True, slots=True, kw_only=True)
class Akumulasi:
    """What is known of an indicator over some quarters; `+` is associative and `Akumulasi()` its zero.

    Attributes:
        jumlah: Sum of the values, or of the pembilang.
        penyebut: Sum of the penyebut.
        ada: Quarters that have a value.
        semua: Quarters that should have one (those where it is not due or does not apply are not counted).
        tidak_berlaku: Quarters for which the units said that it does not apply.
        terakhir: Number and value, or pembilang and penyebut, of the last quarter that has one; zeros while none has.
        akhir: Number of the last quarter that should have one.
        alasan: Why the last quarter without a value has none, by number of the quarter; a figure that is
            missing outranks one that is not due.
    """

    jumlah: Decimal = NOL
    penyebut: Decimal = NOL
    ada: int = 0
    semua: int = 0
    tidak_berlaku: int = 0
    terakhir: tuple[int, Decimal, Decimal] = (0, NOL, NOL)
    akhir: int = 0
    alasan: tuple[int, str] = (-TIDAK_DIHITUNG, "")

    def __add__(self, lain: Akumulasi) -> Akumulasi:
        return Akumulasi(
            jumlah=jumlahkan((self.jumlah, lain.jumlah)),
            penyebut=jumlahkan((self.penyebut, lain.penyebut)),
            ada=self.ada + lain.ada,
            semua=self.semua + lain.semua,
            tidak_berlaku=self.tidak_berlaku + lain.tidak_berlaku,
            terakhir=max(self.terakhir, lain.terakhir),
            akhir=max(self.akhir, lain.akhir),
            alasan=max(self.alasan, lain.alasan),
        )


def dari_triwulan(nomor: int, isian: Isian) -> Akumulasi:
    """Return what one quarter (1 to 4) contributes."""
    match isian:
        case Nilai(nilai):
            return Akumulasi(jumlah=nilai, penyebut=NOL, ada=1, semua=1, terakhir=(nomor, nilai, NOL), akhir=nomor)
        case Pecahan(pembilang, penyebut):
            return Akumulasi(
                jumlah=pembilang, penyebut=penyebut, ada=1, semua=1, terakhir=(nomor, pembilang, penyebut), akhir=nomor
            )
        case BelumDilaporkan(alasan):
            return Akumulasi(semua=1, akhir=nomor, alasan=(nomor, alasan))
        case TidakBerlaku(alasan):
            return Akumulasi(tidak_berlaku=1, alasan=(nomor - TIDAK_DIHITUNG, alasan))
        case TidakDitunggu(alasan):
            return Akumulasi(alasan=(nomor - TIDAK_DIHITUNG, alasan))
    assert_never(isian)


def rasio(pembilang: Decimal, penyebut: Decimal, pengali: Decimal, catatan: str = "") -> Hasil:
    """Return a ratio in its satuan, or the reason why a penyebut of 0 has none; one that still lacks data waits."""
    if not penyebut:
        return Hasil(BelumDilaporkan(f"penyebut 0, {catatan}") if catatan else TANPA_PENYEBUT)
    return _bercatatan(genapkan(bagi(pembilang * pengali, penyebut)), catatan)


def _bercatatan(angka: Decimal, kurang: str) -> Hasil:
    """Return a figure with the note on what is missing in it; empty where nothing is."""
    return Hasil(Nilai(angka), kurang, sebagian=bool(kurang))


def _jumlah(akumulasi: Akumulasi, pengali: Decimal) -> Hasil:  # noqa: ARG001 - one form for all rows of the table
    if akumulasi.ada == akumulasi.semua:
        tanpa = f"tanpa {akumulasi.tidak_berlaku} triwulan yang tidak berlaku" if akumulasi.tidak_berlaku else ""
        return Hasil(Nilai(genapkan(akumulasi.jumlah)), tanpa)
    return Hasil(BelumDilaporkan(f"belum lengkap ({akumulasi.ada} dari {akumulasi.semua} triwulan)"))


def _kumulatif(akumulasi: Akumulasi, pengali: Decimal) -> Hasil:  # noqa: ARG001 - see `_jumlah`
    triwulan, nilai, _ = akumulasi.terakhir
    if triwulan == akumulasi.akhir:
        return Hasil(Nilai(nilai))
    return Hasil(
        BelumDilaporkan(
            f"belum dilaporkan pada {nama_triwulan(akumulasi.akhir)} (terakhir pada {nama_triwulan(triwulan)})"
        )
    )


def _akhir(akumulasi: Akumulasi, pengali: Decimal) -> Hasil:  # noqa: ARG001 - see `_jumlah`
    return _bercatatan(akumulasi.terakhir[1], _keadaan(akumulasi))


def _keadaan(akumulasi: Akumulasi) -> str:
    triwulan = akumulasi.terakhir[0]
    return "" if triwulan == akumulasi.akhir else f"keadaan {nama_triwulan(triwulan)}"


def _rata_rata(akumulasi: Akumulasi, pengali: Decimal) -> Hasil:  # noqa: ARG001 - see `_jumlah`
    rata = genapkan(bagi(akumulasi.jumlah, Decimal(akumulasi.ada)))
    return _bercatatan(rata, _cakupan("rata-rata", akumulasi))


def _rasio(akumulasi: Akumulasi, pengali: Decimal) -> Hasil:
    return rasio(akumulasi.jumlah, akumulasi.penyebut, pengali, _cakupan("rasio", akumulasi))


def _rasio_akhir(akumulasi: Akumulasi, pengali: Decimal) -> Hasil:
    _, pembilang, penyebut = akumulasi.terakhir
    return rasio(pembilang, penyebut, pengali, _keadaan(akumulasi))


def _sekali(akumulasi: Akumulasi, pengali: Decimal) -> Hasil:  # noqa: ARG001 - see `_jumlah`
    return Hasil(Nilai(akumulasi.terakhir[1]))


def _cakupan(sebutan: str, akumulasi: Akumulasi) -> str:
    if akumulasi.ada == akumulasi.semua:
        return ""
    return f"{sebutan} {akumulasi.ada} dari {akumulasi.semua} triwulan"


@dataclass(frozen=True, slots=True, kw_only=True)
class SifatGabung:
    """All that is known of one cara gabung; every page, form and formula that speaks of it reads this row.

    Attributes:
        nama: Its name, as it is chosen in the buku induk.
        sebutan: Its name where the buku induk explains the choice.
        isian: What a unit types into the cell of a quarter.
        arti: What becomes of the quarters in a semester and a year.
        rumus: The same as a formula, for the trace of a figure.
        baca: Makes the figure of a period out of what was accumulated; at least one quarter has a value.
        daftar_jenis_target: The kinds of target that go with it; any other contradicts it.
        gabung_target: Makes the target of a period out of those of its quarters.
        dijumlah: Whether the values of periods, of years too, add up.
        tiap_triwulan: Whether a quarter that is missing makes the year wrong, so that each one is due.
        berjalan: Whether a cell holds the running total from January.
        pecahan: Whether a figure is typed as pembilang and penyebut.
        sekali: Whether one entry in the year is all that is due.
        berpredikat: Whether it can be used for predicates, which cannot be added up.
        sesaat: Whether the last quarter that was reported makes the figure alone.
    """

    nama: str
    sebutan: str = ""
    isian: str
    arti: str
    rumus: str
    baca: Callable[[Akumulasi, Decimal], Hasil]
    daftar_jenis_target: frozenset[JenisTarget]
    gabung_target: Callable[[Sequence[Target], JenisTarget], Target] = target_terakhir
    dijumlah: bool = False
    tiap_triwulan: bool = False
    berjalan: bool = False
    pecahan: bool = False
    sekali: bool = False
    berpredikat: bool = False
    sesaat: bool = False

    @property
    def antartahun(self) -> bool:
        """Whether the figures of several years may be added up."""
        return self.dijumlah or self.berjalan or self.sekali


_TANPA_KUMULATIF = frozenset({JenisTarget.PER_TRIWULAN, JenisTarget.KONSTAN})


@unique
class CaraGabung(Enum):
    """How the quarters of an indicator become a semester and a year, one row for each way."""

    _value_: str
    sifat: SifatGabung

    def __new__(cls, sifat: SifatGabung) -> Self:
        """Return the member, whose value is its name, with its row beside it."""
        satu = object.__new__(cls)
        satu._value_ = sifat.nama
        satu.sifat = sifat
        return satu

    JUMLAH = SifatGabung(
        nama="jumlah",
        isian="Angka triwulan ini saja",
        arti="Triwulan dijumlahkan. Bila ada yang kosong, periodenya disebut belum lengkap.",
        rumus="jumlah semua triwulan",
        baca=_jumlah,
        daftar_jenis_target=frozenset({JenisTarget.PER_TRIWULAN, JenisTarget.KUMULATIF}),
        gabung_target=jumlah_target,
        dijumlah=True,
        tiap_triwulan=True,
    )
    KUMULATIF = SifatGabung(
        nama="kumulatif",
        sebutan="kumulatif (s.d.)",
        isian="Angka s.d. akhir triwulan ini",
        arti="Angka triwulan terakhir pada periode itu.",
        rumus="angka s.d. triwulan terakhir",
        baca=_kumulatif,
        sesaat=True,
        daftar_jenis_target=frozenset(JenisTarget),
        berjalan=True,
        tiap_triwulan=True,
    )
    AKHIR = SifatGabung(
        nama="akhir",
        isian="Keadaan pada hari terakhir triwulan",
        arti="Keadaan terakhir yang dilaporkan pada periode itu.",
        rumus="keadaan terakhir yang dilaporkan",
        baca=_akhir,
        sesaat=True,
        daftar_jenis_target=frozenset(JenisTarget),
        berpredikat=True,
    )
    RATA_RATA = SifatGabung(
        nama="rata-rata",
        isian="Angka triwulan ini saja",
        arti="Rata-rata triwulan yang dilaporkan, bukan rata-rata dua semester.",
        rumus="rata-rata triwulan yang dilaporkan",
        baca=_rata_rata,
        daftar_jenis_target=_TANPA_KUMULATIF,
        gabung_target=rata_target,
    )
    RASIO = SifatGabung(
        nama="rasio",
        isian="Isi pembilang dan penyebut",
        arti="Jumlah pembilang dibagi jumlah penyebut, dikalikan pengali; bukan rata-rata persen.",
        rumus="jumlah pembilang / jumlah penyebut",
        baca=_rasio,
        daftar_jenis_target=_TANPA_KUMULATIF,
        tiap_triwulan=True,
        pecahan=True,
    )
    RASIO_AKHIR = SifatGabung(
        nama="rasio akhir",
        isian="Isi pembilang dan penyebut",
        arti="Pembilang dibagi penyebut pada triwulan terakhir yang dilaporkan: untuk keadaan (60 dari 100 desa sudah "
        "terhubung) dan untuk pembilang yang diisi s.d. triwulan itu.",
        rumus="pembilang terakhir / penyebut terakhir",
        baca=_rasio_akhir,
        sesaat=True,
        daftar_jenis_target=frozenset(JenisTarget),
        pecahan=True,
    )
    SEKALI = SifatGabung(
        nama="sekali",
        isian="Diisi sekali dalam setahun",
        arti="Isian yang ada.",
        rumus="satu isian dalam setahun",
        baca=_sekali,
        sesaat=True,
        daftar_jenis_target=_TANPA_KUMULATIF,
        sekali=True,
        berpredikat=True,
    )


def baca_akumulasi(akumulasi: Akumulasi, cara: CaraGabung, pengali: Decimal = Decimal(1)) -> Hasil:
    """Return the figure of a period from what was accumulated over its quarters.

    Args:
        akumulasi: The sum over the period's quarters.
        cara: The indicator's cara gabung.
        pengali: What a rasio is multiplied by to reach its satuan (100 for percent).
    """
    if akumulasi.ada:
        return cara.sifat.baca(akumulasi, pengali)
    alasan = akumulasi.alasan[1]
    if akumulasi.semua:
        return Hasil(BelumDilaporkan(alasan))
    return Hasil(TidakBerlaku(alasan) if akumulasi.tidak_berlaku else TidakDitunggu(alasan or "tidak ditunggu"))


def gabung_unit(daftar_isian: Iterable[Isian], cara: GabungUnit) -> Isian:
    """Return what several units reported for one indicator in one quarter, as one value.

    A sum waits for every unit, also where nobody was asked but some reported; a mean and a ratio stand on the
    units that reported. Units for which the indicator does not apply are left out.
    """
    daftar = tuple(daftar_isian)
    if len(daftar) == 1:
        return daftar[0]
    berlaku = [isian for isian in daftar if not isinstance(isian, TidakBerlaku)]
    ada = [isian for isian in berlaku if isinstance(isian, Nilai | Pecahan)]
    if not berlaku:
        return next(iter(daftar), BelumDilaporkan())
    if all(isinstance(isian, TidakDitunggu) for isian in berlaku):
        return berlaku[0]
    if not ada:
        return BelumDilaporkan()
    if cara is GabungUnit.JUMLAH and len(ada) < len(berlaku):
        return BelumDilaporkan(f"belum lengkap ({len(ada)} dari {len(berlaku)} unit)")
    pecahan = [isian for isian in ada if isinstance(isian, Pecahan)]
    if pecahan:
        return Pecahan(sum((p.pembilang for p in pecahan), NOL), sum((p.penyebut for p in pecahan), NOL))
    jumlah = jumlahkan(isian.angka for isian in ada if isinstance(isian, Nilai))
    return Nilai(jumlah if cara is GabungUnit.JUMLAH else bagi(jumlah, Decimal(len(ada))))
