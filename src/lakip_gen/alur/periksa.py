"""Checking only: a period's forms, or one file that somebody just sent."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from lakip_gen.alur.baca import (
    HasilBaca,
    HasilTriwulan,
    Maju,
    baca_induk,
    baca_triwulan_semua,
    buka_formulir,
    diam,
    nilai_buku,
)
from lakip_gen.alur.penerimaan import menurut_catatan
from lakip_gen.alur.peristiwa import buku as baca_catatan
from lakip_gen.alur.peristiwa import yang_dibagikan
from lakip_gen.domain.induk import Induk
from lakip_gen.domain.isian import Kumpulan
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.rekap import Rekap, susun_rekap
from lakip_gen.domain.temuan import Temuan
from lakip_gen.formulir.kenali import bukan_formulir, periode_tertulis
from lakip_gen.formulir.putusan import HasilUnit
from lakip_gen.storage.events import take_events
from lakip_gen.storage.handed_out import known_fingerprints
from lakip_gen.storage.inputs import Input, Inputs, read_input, take_inputs
from lakip_gen.storage.workspace import Workspace


@dataclass(frozen=True, slots=True)
class HasilPeriksa:
    """What a check found; `induk` is None while the buku induk itself is at fault."""

    periode: Periode
    induk: Induk | None
    daftar_temuan: tuple[Temuan, ...]
    bacaan: HasilBaca = field(default_factory=lambda: HasilBaca(Kumpulan({})))

    @property
    def daftar_triwulan(self) -> tuple[HasilTriwulan, ...]:
        """The quarters of the period itself."""
        return tuple(h for h in self.bacaan.daftar_triwulan if h.triwulan in self.periode.daftar_triwulan)

    @property
    def semua_temuan(self) -> tuple[Temuan, ...]:
        """The buku induk's findings and those of the period's own quarters."""
        return (*self.daftar_temuan, *(t for hasil in self.daftar_triwulan for t in hasil.semua_temuan))


def rekap_hasil(hasil: HasilPeriksa) -> Rekap | None:
    """Return the figures of the period that was checked, None while the buku induk is at fault."""
    if hasil.induk is None:
        return None
    status = tuple(unit.status for triwulan in hasil.daftar_triwulan for unit in triwulan.daftar_unit)
    return susun_rekap(hasil.induk, hasil.periode, hasil.bacaan.kumpulan, status)


def periksa_periode(ruang: Workspace, periode: Periode, maju: Maju = diam) -> HasilPeriksa:
    """Return what is found in the forms of a period."""
    return periksa_masukan(take_inputs(ruang, periode.tahun, periode.sampai_dengan), periode, maju)


def periksa_masukan(masukan: Inputs, periode: Periode, maju: Maju = diam) -> HasilPeriksa:
    """Return what is found in what a run has read of a period."""
    induk, daftar_temuan = baca_induk(masukan, periode.tahun)
    if induk is None:
        return HasilPeriksa(periode, None, daftar_temuan)
    return HasilPeriksa(periode, induk, daftar_temuan, baca_triwulan_semua(masukan, induk, maju))


def lanjutkan(awal: HasilPeriksa, masukan: Inputs) -> HasilPeriksa:
    """Return what is found in a period of which the first quarters were judged already.

    Args:
        awal: What was found in those.
        masukan: What was read of all of them.
    """
    if awal.induk is None:
        return awal
    return replace(awal, bacaan=baca_triwulan_semua(masukan, awal.induk, awal=awal.bacaan))


def periksa_berkas(ruang: Workspace, letak: Path) -> HasilPeriksa | tuple[Temuan, ...]:
    """Return what is found in one form, wherever it lies; findings alone when it is no form."""
    return periksa_isi(ruang, read_input(letak, letak.name))


def periksa_isi(ruang: Workspace, berkas: Input) -> HasilPeriksa | tuple[Temuan, ...]:
    """Return what is found in one form that was read; findings alone when it is no form."""
    buku, terbaca = buka_formulir(berkas)
    if buku is None:
        return terbaca
    periode = periode_tertulis(buku) or (None if buku.meta else ruang.quarter_of(berkas.file))
    if periode is None:
        return (bukan_formulir(buku),)
    masukan = take_inputs(ruang, periode.tahun, periode.sampai_dengan[:-1])
    induk, daftar_temuan = baca_induk(masukan, periode.tahun)
    if induk is None:
        return HasilPeriksa(periode, None, daftar_temuan)
    lalu = baca_triwulan_semua(masukan, induk).kumpulan
    induk = induk.pada(periode.akhir)
    catatan = baca_catatan(take_events(ruang, periode))
    dibagikan = yang_dibagikan(catatan, known_fingerprints(ruang, periode))
    hasil = nilai_buku(buku, terbaca, berkas.digest, induk, periode, lalu, dibagikan)
    satu = (
        HasilTriwulan(periode, (menurut_catatan(hasil, catatan),), catatan.daftar_temuan)
        if isinstance(hasil, HasilUnit)
        else HasilTriwulan(periode, (), hasil.daftar_temuan)
    )
    return HasilPeriksa(periode, induk, daftar_temuan, HasilBaca(lalu, (satu,)))
