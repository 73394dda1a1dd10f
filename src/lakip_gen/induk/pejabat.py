"""Who held which office on a day: rows of the Pejabat sheet in the place of the items of the Instansi sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from lakip_gen.domain.mentah import Baris, BukuMentah, JenisSel, LembarMentah, Sel
from lakip_gen.domain.skema.induk_butir import INSTANSI
from lakip_gen.domain.skema.induk_masa import DEFINITIF, PEJABAT, PERAN
from lakip_gen.domain.skema.kolom import BERLAKU_SAMPAI, BERLAKU_SEJAK
from lakip_gen.domain.temuan import Asal
from lakip_gen.induk.berlaku import hari_berganti, periksa_terbalik
from lakip_gen.induk.pembaca import IsiInduk, PembacaBuku

BAGIAN: Final = ("jabatan", "nama", "pangkat", "nip")
"""What is printed of an official: the columns of the sheet, and the ends of the items that they stand for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Penjabat:
    """One official in office.

    Attributes:
        peran: What the items of the Instansi sheet about the same office begin with.
        sel: The cells by column, the status already before the office.
    """

    peran: str
    sejak: date
    sampai: date | None
    sel: Mapping[str, Sel]

    def menjabat(self, hari: date) -> bool:
        """Return whether the official is in office on a day."""
        return self.sejak <= hari and (self.sampai is None or hari <= self.sampai)

    @property
    def daftar_hari(self) -> Iterator[date]:
        """The days on which the office may change hands."""
        return hari_berganti(self.sejak, self.sampai)


def baca_penjabat(baca: PembacaBuku) -> tuple[Penjabat, ...]:
    """Return who holds which office and when, oldest first."""
    terbaca = (_penjabat(isi) for isi in baca.daftar(PEJABAT))
    return tuple(sorted(filter(None, terbaca), key=lambda satu: satu.sejak))


def _penjabat(isi: IsiInduk) -> Penjabat | None:
    peran, status = isi.pilih("peran"), isi.pilih("status")
    teks = {bagian: isi.teks(bagian) for bagian in BAGIAN}
    sejak, sampai = isi.tanggal(BERLAKU_SEJAK), isi.tanggal(BERLAKU_SAMPAI)
    periksa_terbalik(isi, sejak, sampai)
    sel = {bagian: isi.sel(bagian) or Sel("", JenisSel.KOSONG, isi.asal(bagian)) for bagian in BAGIAN}
    if status and status != DEFINITIF and teks["jabatan"]:
        sel["jabatan"] = replace(sel["jabatan"], isi=f"{status} {teks['jabatan']}")
    return Penjabat(peran=PERAN[peran], sejak=sejak or date.min, sampai=sampai, sel=sel) if peran else None


def dengan_pejabat(mentah: BukuMentah, daftar: tuple[Penjabat, ...], hari: date) -> dict[str, LembarMentah]:
    """Return the Instansi sheet with the officials of a day; nothing where nobody is written on the Pejabat sheet."""
    lama = mentah.lembar.get(INSTANSI.kunci)
    if lama is None or not daftar:
        return {}
    diganti = {
        f"{peran}_{bagian}": sel
        for peran in dict.fromkeys(satu.peran for satu in daftar)
        for bagian, sel in _cetakan(daftar, peran, hari).items()
    }
    sisa = [baris for baris in lama.daftar_baris if baris.kunci not in diganti]
    baru = (Baris(kunci, 0, {"kunci": sel, "isi": sel}) for kunci, sel in diganti.items())
    return {INSTANSI.kunci: replace(lama, daftar_baris=(*sisa, *baru))}


def _cetakan(daftar: Iterable[Penjabat], peran: str, hari: date) -> Mapping[str, Sel]:
    """Return the cells of an office on a day; with nobody in it there is only the office."""
    milik = [satu for satu in daftar if satu.peran == peran]
    menjabat = [satu for satu in milik if satu.menjabat(hari)]
    if menjabat:
        return menjabat[-1].sel
    terdekat = next((satu for satu in reversed(milik) if satu.sejak <= hari), milik[0])
    kosong = {bagian: replace(sel, isi="", jenis=JenisSel.KOSONG) for bagian, sel in terdekat.sel.items()}
    return kosong | {"jabatan": terdekat.sel["jabatan"]}


def periksa_lowong(baca: PembacaBuku, daftar: tuple[Penjabat, ...], daftar_hari: Iterable[date]) -> None:
    """Ask about offices that nobody holds from a day on."""
    for sebutan, peran in PERAN.items():
        milik = [satu for satu in daftar if satu.peran == peran]
        lowong = [hari for hari in daftar_hari if milik and not any(satu.menjabat(hari) for satu in milik)]
        if lowong:
            asal = Asal(baca.mentah.berkas, PEJABAT.nama)
            baca.temukan("pejabat-lowong", asal, sebutan, hari=f"{lowong[0]:%d/%m/%Y}")
