"""The views of what changed during the year: what was promised in January beside what is promised now."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Final, TypeVar

from lakip_gen.domain.anggaran import TingkatAnggaran
from lakip_gen.domain.nilai import batas_target
from lakip_gen.domain.perubahan import (
    Perubahan,
    PerubahanIndikator,
    PerubahanPagu,
    jumlah_pagu,
    perubahan_indikator,
    perubahan_pagu,
)
from lakip_gen.laporan import sajian
from lakip_gen.laporan.ketelitian import desimal_beda
from lakip_gen.laporan.pandangan_catatan import BarisPerubahanPandangan, PerubahanPandangan
from lakip_gen.pesan import bahasa

if TYPE_CHECKING:
    from lakip_gen.domain.induk import Induk
    from lakip_gen.domain.kinerja import Indikator
    from lakip_gen.domain.nilai import Target
    from lakip_gen.domain.periode import Periode

Isi = TypeVar("Isi")
PERJANJIAN: Final = "Perjanjian Kinerja"


def daftar_perubahan(induk: Induk, periode: Periode) -> tuple[PerubahanPandangan, ...]:
    """Return what changed up to a period's end, targets first and then money; nothing where nothing changed."""
    indikator, pagu = perubahan_indikator(induk, periode), perubahan_pagu(induk, periode)
    hasil = []
    if indikator:
        hasil.append(_target(indikator, periode))
    if pagu:
        hasil.append(_anggaran(pagu, induk, periode))
    return tuple(hasil)


def sebutan_perjanjian(induk: Induk, periode: Periode) -> str:
    """Return what the contract in force is called: a changed one where its own annex says something else by now."""
    program = (
        satu
        for satu in perubahan_pagu(induk, periode)
        if satu.anggaran.tingkat is not TingkatAnggaran.SUBKEGIATAN and satu.pagu.kini != satu.pagu.murni
    )
    berubah = any(perubahan_indikator(induk, periode)) or any(program)
    return f"{PERJANJIAN} Perubahan" if berubah else PERJANJIAN


def _target(daftar: tuple[PerubahanIndikator, ...], periode: Periode) -> PerubahanPandangan:
    return PerubahanPandangan(
        judul=f"Target kinerja murni dan perubahan s.d. {periode.nama}",
        kalimat=f"Perjanjian kinerja berubah pada {bahasa.hitungan(len(daftar))} indikator.",
        daftar_baris=tuple(baris for satu in daftar for baris in _baris_indikator(satu)),
    )


def _baris_indikator(satu: PerubahanIndikator) -> Iterable[BarisPerubahanPandangan]:
    indikator = satu.indikator
    if satu.nama and (lama := satu.nama.murni) and lama != indikator.nama:
        yield _baris(f"{indikator.nama} (bunyi)", bahasa.KOSONG, satu.nama, lambda isi: isi)
    if satu.tahun:
        yield _baris(indikator.nama, indikator.satuan, satu.tahun, _cetak_target(satu.tahun, indikator))
    for triwulan, berubah in satu.triwulan:
        nama = f"{indikator.nama} ({triwulan.nama_pendek})"
        yield _baris(nama, indikator.satuan, berubah, _cetak_target(berubah, indikator))


def _cetak_target(berubah: Perubahan[Target], indikator: Indikator) -> Callable[[Target], str]:
    """Return how a target is printed: with as many decimals as tell all that it has been apart."""
    angka = [batas for langkah in berubah.daftar_langkah for batas in batas_target(langkah.isi)]
    desimal = max((desimal_beda(satu, angka, indikator.desimal) for satu in angka), default=indikator.desimal)
    return lambda isi: sajian.angka_sajian(isi, indikator, desimal)


def _anggaran(daftar: tuple[PerubahanPagu, ...], induk: Induk, periode: Periode) -> PerubahanPandangan:
    banyak = sum(satu.anggaran.tingkat is TingkatAnggaran.SUBKEGIATAN for satu in daftar)
    murni, kini = (sajian.rupiah_sajian(jumlah_pagu(satu)) for satu in (induk.murni, induk.pada(periode.akhir)))
    jumlah = f"tetap Rp{kini}" if murni == kini else f"berubah dari Rp{murni} menjadi Rp{kini}"
    daftar_baris = [_baris(f"{s.anggaran.kode} {s.anggaran.uraian}", "Rp", s.pagu, _rupiah) for s in daftar]
    total = BarisPerubahanPandangan(
        uraian="Jumlah seluruh anggaran", satuan="Rp", murni=murni, perubahan=kini, keterangan="", adalah_jumlah=True
    )
    return PerubahanPandangan(
        judul=f"Pagu murni dan perubahan s.d. {periode.nama}",
        kalimat=f"Pagu berubah pada {bahasa.hitungan(banyak)} subkegiatan; jumlah seluruh anggaran {jumlah}.",
        daftar_baris=(*daftar_baris, total),
    )


def _rupiah(isi: Decimal) -> str:
    return sajian.rupiah_sajian(isi)


def _baris(uraian: str, satuan: str, berubah: Perubahan[Isi], cetak: Callable[[Isi], str]) -> BarisPerubahanPandangan:
    isi = [bahasa.KOSONG if satu.isi is None else cetak(satu.isi) for satu in berubah.daftar_langkah]
    sebab = [f"{satu.dasar} sejak {bahasa.tanggal(satu.sejak)}" for satu in berubah.daftar_langkah]
    antara = [f"{kapan}: {apa}" for kapan, apa in zip(sebab, isi, strict=True)]
    return BarisPerubahanPandangan(
        uraian=uraian,
        satuan=satuan,
        murni=isi[0],
        perubahan=isi[-1],
        keterangan="; ".join((*antara[1:-1], sebab[-1])),
        adalah_jumlah=False,
    )
