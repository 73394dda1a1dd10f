"""What the year began with beside what came in its place: targets, wording and pagu, with the document that says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, Generic, TypeVar

from lakip_gen.domain.anggaran import Anggaran, adalah_induk
from lakip_gen.domain.induk import Induk
from lakip_gen.domain.kinerja import Indikator
from lakip_gen.domain.nilai import Target
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.target import JenisTarget

Isi = TypeVar("Isi")
PERUBAHAN: Final = "Perubahan"
"""What a change is called where nobody named its document."""


@dataclass(frozen=True, slots=True)
class Langkah(Generic[Isi]):
    """What something was from a day on.

    Attributes:
        isi: Its value; None where it was not in force.
        dasar: The document that made it so.
    """

    sejak: date
    isi: Isi | None
    dasar: str


@dataclass(frozen=True, slots=True)
class Perubahan(Generic[Isi]):
    """Something that changed during the year: the first of its steps is what the year began with."""

    daftar_langkah: tuple[Langkah[Isi], ...]

    @property
    def murni(self) -> Isi | None:
        """What the year began with."""
        return self.daftar_langkah[0].isi

    @property
    def kini(self) -> Isi | None:
        """What is in force at the end."""
        return self.daftar_langkah[-1].isi


@dataclass(frozen=True, slots=True)
class PerubahanIndikator:
    """What changed of an indicator.

    Attributes:
        indikator: As it is in force, or as it last was.
        nama: Its wording; None where that stayed.
        tahun: The target of its year; None where that stayed.
        triwulan: The target of each quarter that changed.
    """

    indikator: Indikator
    nama: Perubahan[str] | None
    tahun: Perubahan[Target] | None
    triwulan: tuple[tuple[Periode, Perubahan[Target]], ...]


@dataclass(frozen=True, slots=True)
class PerubahanPagu:
    """A budget line whose pagu changed, as it is in force or last was."""

    anggaran: Anggaran
    pagu: Perubahan[Decimal]


@dataclass(frozen=True, slots=True)
class PerubahanTahun:
    """All that changed from the year's start to the end of a period."""

    daftar_indikator: tuple[PerubahanIndikator, ...] = ()
    daftar_pagu: tuple[PerubahanPagu, ...] = ()


def perubahan_tahun(induk: Induk, periode: Periode) -> PerubahanTahun:
    """Return all that changed from the year's start to the end of a period."""
    return PerubahanTahun(perubahan_indikator(induk, periode), perubahan_pagu(induk, periode))


def perubahan_indikator(induk: Induk, periode: Periode) -> tuple[PerubahanIndikator, ...]:
    """Return the indicators that changed from the year's start to the end of a period, in the planner's order."""
    semua = (_perubahan_indikator(induk, periode, satu) for satu in _pernah(induk, periode, _indikator))
    return tuple(satu for satu in semua if satu.nama or satu.tahun or satu.triwulan)


def perubahan_pagu(induk: Induk, periode: Periode) -> tuple[PerubahanPagu, ...]:
    """Return the budget lines whose pagu changed from the year's start to the end of a period."""
    hasil = []
    for anggaran in _pernah(induk, periode, _anggaran):
        pagu = _urutan(induk, periode.akhir, _pagu(anggaran.kode), _dasar_pagu(anggaran.kode))
        if pagu:
            hasil.append(PerubahanPagu(anggaran, pagu))
    return tuple(hasil)


def jumlah_pagu(induk: Induk) -> Decimal:
    """Return the pagu of the agency as it is in force."""
    return sum((satu.pagu for satu in induk.daftar_subkegiatan), Decimal(0))


def _indikator(induk: Induk) -> tuple[Indikator, ...]:
    return induk.daftar_indikator


def _anggaran(induk: Induk) -> tuple[Anggaran, ...]:
    return induk.daftar_anggaran


Milik = TypeVar("Milik", Indikator, Anggaran)


def _pernah(induk: Induk, periode: Periode, daftar: Callable[[Induk], tuple[Milik, ...]]) -> tuple[Milik, ...]:
    """Return everything that was in force up to a period's end, each as it was last."""
    semua = [induk.pada(periode.akhir), *(versi for _, versi in reversed(_sampai(induk, periode.akhir)))]
    per_kode: dict[str, Milik] = {}
    for versi in semua:
        for satu in daftar(versi):
            per_kode.setdefault(satu.kode, satu)
    return tuple(per_kode.values())


def _sampai(induk: Induk, akhir: date) -> list[tuple[date, Induk]]:
    return [(sejak, versi) for sejak, versi in induk.masa if sejak <= akhir]


def _perubahan_indikator(induk: Induk, periode: Periode, indikator: Indikator) -> PerubahanIndikator:
    kode, dasar = indikator.kode, _dasar_indikator(indikator.kode)
    return PerubahanIndikator(
        indikator,
        _urutan(induk, periode.akhir, _nama(kode), dasar),
        _urutan(induk, periode.akhir, _target_tahun(kode), dasar),
        tuple(_per_triwulan(induk, periode, indikator)),
    )


def _per_triwulan(induk: Induk, periode: Periode, indikator: Indikator) -> Iterator[tuple[Periode, Perubahan[Target]]]:
    """Yield the quarters of a period whose target changed; a constant one changes with the year's."""
    kode, dasar = indikator.kode, _dasar_indikator(indikator.kode)
    for triwulan in () if indikator.jenis_target is JenisTarget.KONSTAN else periode.daftar_triwulan:
        berubah: Perubahan[Target] | None = _urutan(induk, triwulan.akhir, _target_triwulan(kode, triwulan), dasar)
        if berubah:
            yield triwulan, berubah


def _urutan(
    induk: Induk, akhir: date, isi: Callable[[Induk], Isi | None], dasar: Callable[[Induk, Induk], str]
) -> Perubahan[Isi] | None:
    """Return the values that something had up to a day, one after another; None where it kept one."""
    hasil: list[Langkah[Isi]] = []
    lama = induk.murni
    for sejak, versi in _sampai(induk, akhir):
        if not hasil or isi(versi) != hasil[-1].isi:
            hasil.append(Langkah(sejak, isi(versi), dasar(lama, versi)))
        lama = versi
    return Perubahan(tuple(hasil)) if len(hasil) > 1 else None


def _nama(kode: str) -> Callable[[Induk], str | None]:
    return lambda induk: satu.nama if (satu := induk.indikator(kode)) else None


def _target_tahun(kode: str) -> Callable[[Induk], Target | None]:
    return lambda induk: satu.target_berlaku.tahun if (satu := induk.indikator(kode)) else None


def _target_triwulan(kode: str, triwulan: Periode) -> Callable[[Induk], Target | None]:
    def target(induk: Induk) -> Target | None:
        satu = induk.indikator(kode)
        return satu.target(triwulan, induk.aturan) if satu else None

    return target


def _dasar_indikator(kode: str) -> Callable[[Induk, Induk], str]:
    return lambda _, kini: (satu.dasar if (satu := kini.indikator(kode)) else "") or PERUBAHAN


def _pagu(kode: str) -> Callable[[Induk], Decimal | None]:
    def pagu(induk: Induk) -> Decimal | None:
        ada = induk.anggaran(kode)
        return sum((satu.pagu for satu in _isi(induk, kode)), Decimal(0)) if ada else None

    return pagu


def _dasar_pagu(kode: str) -> Callable[[Induk, Induk], str]:
    def dasar(lama: Induk, kini: Induk) -> str:
        dahulu = {satu.kode: satu.pagu for satu in _isi(lama, kode)}
        berubah = (satu.dasar for satu in _isi(kini, kode) if dahulu.get(satu.kode) != satu.pagu)
        return ", ".join(dict.fromkeys(filter(None, berubah))) or PERUBAHAN

    return dasar


def _isi(induk: Induk, kode: str) -> Iterator[Anggaran]:
    """Yield the subkegiatan that make up a budget line, itself where it is one."""
    return (satu for satu in induk.daftar_subkegiatan if satu.kode == kode or adalah_induk(kode, satu.kode))
