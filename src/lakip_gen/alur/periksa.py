"""Checking only: a period's forms, or one file that somebody just sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from lakip_gen.alur.baca import HasilBaca, HasilTriwulan, Maju, baca_induk, baca_satu, baca_triwulan_semua, diam
from lakip_gen.domain.induk import Induk
from lakip_gen.domain.isian import Kumpulan
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.rekap import Rekap, susun_rekap
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.domain.temuan import Temuan
from lakip_gen.excel.reader.read import baca_buku
from lakip_gen.formulir.kenali import bukan_formulir, periode_tertulis
from lakip_gen.storage.inputs import read_file
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
    induk, daftar_temuan = baca_induk(ruang, periode.tahun)
    if induk is None:
        return HasilPeriksa(periode, None, daftar_temuan)
    return HasilPeriksa(periode, induk, daftar_temuan, baca_triwulan_semua(ruang, induk, periode, maju))


def periksa_berkas(ruang: Workspace, berkas: Path) -> HasilPeriksa | tuple[Temuan, ...]:
    """Return what is found in one form, wherever it lies; findings alone when it is no form."""
    isi, daftar = read_file(berkas, berkas.name)
    mentah, salah = baca_buku(isi, berkas.name, skema.DAFTAR_LEMBAR) if isi is not None else (None, ())
    if isi is None or mentah is None:
        return (*daftar, *salah)
    periode = periode_tertulis(mentah) or (None if mentah.meta else ruang.quarter_of(berkas))
    if periode is None:
        return (bukan_formulir(mentah),)
    induk, daftar_temuan = baca_induk(ruang, periode.tahun)
    if induk is None:
        return HasilPeriksa(periode, None, daftar_temuan)
    lalu = baca_triwulan_semua(ruang, induk, periode.sebelumnya).kumpulan if periode.nomor > 1 else Kumpulan({})
    hasil = baca_satu(berkas, berkas.name, induk, periode, lalu)
    return HasilPeriksa(periode, induk, daftar_temuan, HasilBaca(lalu, (hasil,)))
