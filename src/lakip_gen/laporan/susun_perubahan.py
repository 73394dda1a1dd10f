"""The views of what changed during the year: what was promised in January beside what is promised now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from lakip_gen.domain.anggaran import TingkatAnggaran
from lakip_gen.domain.ketelitian import desimal_beda
from lakip_gen.domain.nilai import batas_target
from lakip_gen.domain.perubahan import (
    Perubahan,
    PerubahanIndikator,
    PerubahanTahun,
    jumlah_pagu,
)
from lakip_gen.laporan import sajian
from lakip_gen.laporan.pandangan_catatan import BarisPerubahanPandangan, PerubahanPandangan
from lakip_gen.pesan import bahasa

if TYPE_CHECKING:
    from lakip_gen.domain.induk import Induk
    from lakip_gen.domain.kinerja import Indikator
    from lakip_gen.domain.nilai import Target
    from lakip_gen.domain.periode import Periode

Isi = TypeVar("Isi")
PERJANJIAN: Final = "Perjanjian Kinerja"
SELURUH_ANGGARAN: Final = "Jumlah seluruh anggaran"


@dataclass(frozen=True, slots=True)
class BarisPerubahan(Generic[Isi]):
    """Something that changed, with how people read it.

    Attributes:
        cetak: What a value of it is printed as.
    """

    uraian: str
    satuan: str
    berubah: Perubahan[Isi]
    cetak: Callable[[Isi], str]

    def tercetak(self, isi: Isi | None) -> str:
        """Return a value of it as it is printed; where it was not in force there is none."""
        return bahasa.KOSONG if isi is None else self.cetak(isi)

    @property
    def keterangan(self) -> str:
        """The document that changed it and since when, with every value in between."""
        sebab = [f"{satu.dasar} sejak {bahasa.tanggal(satu.sejak)}" for satu in self.berubah.daftar_langkah]
        isi = [self.tercetak(satu.isi) for satu in self.berubah.daftar_langkah]
        antara = [f"{kapan}: {apa}" for kapan, apa in zip(sebab, isi, strict=True)]
        return "; ".join((*antara[1:-1], sebab[-1]))


def daftar_perubahan(perubahan: PerubahanTahun, induk: Induk, periode: Periode) -> tuple[PerubahanPandangan, ...]:
    """Return what changed up to a period's end, targets first and then money; nothing where nothing changed."""
    hasil = []
    if perubahan.daftar_indikator:
        hasil.append(_target(perubahan, periode))
    if perubahan.daftar_pagu:
        hasil.append(_anggaran(perubahan, induk, periode))
    return tuple(hasil)


def sebutan_perjanjian(perubahan: PerubahanTahun) -> str:
    """Return what the contract in force is called: a changed one where its own annex says something else by now."""
    program = any(
        satu.anggaran.tingkat is not TingkatAnggaran.SUBKEGIATAN and satu.pagu.kini != satu.pagu.murni
        for satu in perubahan.daftar_pagu
    )
    return f"{PERJANJIAN} Perubahan" if perubahan.daftar_indikator or program else PERJANJIAN


def baris_target(perubahan: PerubahanTahun) -> Iterator[BarisPerubahan[str] | BarisPerubahan[Target]]:
    """Yield what changed of the indicators: wording, the year's target, those of the quarters."""
    for satu in perubahan.daftar_indikator:
        yield from _baris_indikator(satu)


def baris_pagu(perubahan: PerubahanTahun) -> Iterator[BarisPerubahan[Decimal]]:
    """Yield the budget lines whose pagu changed."""
    for satu in perubahan.daftar_pagu:
        uraian = f"{satu.anggaran.kode} {satu.anggaran.uraian}"
        yield BarisPerubahan(uraian, "Rp", satu.pagu, sajian.rupiah_sajian)


def _target(perubahan: PerubahanTahun, periode: Periode) -> PerubahanPandangan:
    banyak = bahasa.hitungan(len(perubahan.daftar_indikator))
    return PerubahanPandangan(
        judul=f"Target kinerja murni dan perubahan s.d. {periode.nama}",
        kalimat=f"Perjanjian Kinerja berubah pada {banyak} indikator.",
        daftar_baris=tuple(map(_pandangan, baris_target(perubahan))),
    )


def _baris_indikator(satu: PerubahanIndikator) -> Iterator[BarisPerubahan[str] | BarisPerubahan[Target]]:
    indikator = satu.indikator
    if satu.nama and (lama := satu.nama.murni) and lama != indikator.nama:
        yield BarisPerubahan(f"{indikator.nama} (bunyi)", bahasa.KOSONG, satu.nama, str)
    if satu.tahun:
        yield BarisPerubahan(indikator.nama, indikator.satuan, satu.tahun, _cetak_target(satu.tahun, indikator))
    for triwulan, berubah in satu.triwulan:
        nama = f"{indikator.nama} ({triwulan.nama_pendek})"
        yield BarisPerubahan(nama, indikator.satuan, berubah, _cetak_target(berubah, indikator))


def _cetak_target(berubah: Perubahan[Target], indikator: Indikator) -> Callable[[Target], str]:
    """Return how a target is printed: with as many decimals as tell all that it has been apart."""
    angka = [batas for langkah in berubah.daftar_langkah for batas in batas_target(langkah.isi)]
    desimal = max((desimal_beda(satu, angka, indikator.desimal) for satu in angka), default=indikator.desimal)
    return lambda isi: sajian.angka_sajian(isi, indikator, desimal)


def _anggaran(perubahan: PerubahanTahun, induk: Induk, periode: Periode) -> PerubahanPandangan:
    banyak = sum(satu.anggaran.tingkat is TingkatAnggaran.SUBKEGIATAN for satu in perubahan.daftar_pagu)
    murni, kini = (sajian.rupiah_sajian(jumlah_pagu(satu)) for satu in (induk.murni, induk.pada(periode.akhir)))
    jumlah = f"tetap Rp{kini}" if murni == kini else f"berubah dari Rp{murni} menjadi Rp{kini}"
    total = BarisPerubahanPandangan(
        uraian=SELURUH_ANGGARAN, satuan="Rp", murni=murni, perubahan=kini, keterangan="", adalah_jumlah=True
    )
    return PerubahanPandangan(
        judul=f"Pagu murni dan perubahan s.d. {periode.nama}",
        kalimat=f"Pagu berubah pada {bahasa.hitungan(banyak)} subkegiatan; jumlah seluruh anggaran {jumlah}.",
        daftar_baris=(*map(_pandangan, baris_pagu(perubahan)), total),
    )


def _pandangan(baris: BarisPerubahan[Any]) -> BarisPerubahanPandangan:
    return BarisPerubahanPandangan(
        uraian=baris.uraian,
        satuan=baris.satuan,
        murni=baris.tercetak(baris.berubah.murni),
        perubahan=baris.tercetak(baris.berubah.kini),
        keterangan=baris.keterangan,
        adalah_jumlah=False,
    )
