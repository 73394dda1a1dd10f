"""A form that somebody hands in: checked before anything is stored, then put where the unit's form belongs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, unique
from itertools import count
from pathlib import Path
from typing import Final

from lakip_gen.alur.baca import baca_induk, nilai_berkas
from lakip_gen.alur.periksa import HasilPeriksa, periksa_isi
from lakip_gen.alur.peristiwa import pastikan_terbuka
from lakip_gen.domain.penerimaan import StatusUnit
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.temuan import Temuan
from lakip_gen.formulir.kenali import INSTANSI_LAIN
from lakip_gen.formulir.putusan import HasilUnit
from lakip_gen.storage.exchange import exchange, put_new, take_away
from lakip_gen.storage.inputs import Input, take_inputs
from lakip_gen.storage.workspace import Workspace
from lakip_gen.storage.writes import digest

FOLDER_LAMA: Final = "_lama"
"""Where in an inbox the forms are kept that a later one replaced; nobody reads them there."""


@unique
class Nasib(Enum):
    """What became of a file that was handed in."""

    DISIMPAN = "disimpan"
    SUDAH_ADA = "sudah ada"
    DITOLAK = "tidak disimpan"


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilKiriman:
    """What became of it, and why.

    Attributes:
        unit: What was found in the form; None for what is none.
        triwulan: The quarter that it is of.
        letak: Where it stands; None where it was not stored.
        daftar_lama: Where the forms are kept that it replaced.
        daftar_temuan: Everything found in it.
    """

    nasib: Nasib
    unit: HasilUnit | None = None
    triwulan: Periode | None = None
    letak: Path | None = None
    daftar_lama: tuple[Path, ...] = ()
    daftar_temuan: tuple[Temuan, ...] = ()


def terima_kiriman(ruang: Workspace, nama: str, isi: bytes) -> HasilKiriman:
    """Check a file and store its bytes as they are, under the name of its unit's form; an earlier form is kept.

    Also a form with galat is stored: it is what the unit sent, and it goes back with its findings. Only the form of
    another office is not, where the unit's own lies already: that one counts, and keeps its place.

    Args:
        ruang: The working folder.
        nama: What the file is called, for the findings; it names no place.
        isi: Its bytes.

    Raises:
        SudahDisahkan: When its quarter is sealed.
        OSError: When it cannot be stored; then everything is as it was.
    """
    berkas = Input(file=Path("kiriman.xlsx"), name=nama, content=isi, digest=digest(isi))
    hasil = periksa_isi(ruang, berkas)
    if not isinstance(hasil, HasilPeriksa):
        return HasilKiriman(nasib=Nasib.DITOLAK, daftar_temuan=hasil)
    daftar_unit = [unit for triwulan in hasil.daftar_triwulan for unit in triwulan.daftar_unit]
    if not daftar_unit or daftar_unit[0].mentah is None:
        return HasilKiriman(nasib=Nasib.DITOLAK, triwulan=hasil.periode, daftar_temuan=hasil.semua_temuan)
    pastikan_terbuka(ruang, hasil.periode)
    return _simpan(ruang, hasil, daftar_unit[0], isi)


def _simpan(ruang: Workspace, hasil: HasilPeriksa, unit: HasilUnit, isi: bytes) -> HasilKiriman:
    """Put a form where it belongs; what its unit sent before goes aside first, what was never filled is replaced."""
    triwulan, letak = hasil.periode, ruang.form_file(unit.unit.kode, hasil.periode)
    semula = list(_semula(ruang, hasil, unit))
    if sama := next((lain for lain, _ in semula if lain.digest == digest(isi)), None):
        return _hasil(Nasib.SUDAH_ADA, unit, triwulan, sama.file)
    if _dari_instansi_lain(unit) and any(_terisi(milik) and not _dari_instansi_lain(milik) for _, milik in semula):
        return _hasil(Nasib.DITOLAK, unit, triwulan, None)
    daftar_lama = tuple(_simpan_lama(lain.file, lain.content or b"") for lain, milik in semula if _terisi(milik))
    dikenal = {lain.digest for lain, _ in semula}
    tertulis = exchange(letak, isi, dikenal.__contains__)
    if not tertulis.done:
        letak = _di_sebelah(letak, isi)
    for lain, milik in semula:
        if _terisi(milik) and lain.file != letak:
            take_away(lain.file, lain.digest.__eq__)
    return _hasil(Nasib.DISIMPAN, unit, triwulan, letak, daftar_lama)


def _hasil(
    nasib: Nasib, unit: HasilUnit, triwulan: Periode, letak: Path | None, daftar_lama: tuple[Path, ...] = ()
) -> HasilKiriman:
    return HasilKiriman(
        nasib=nasib,
        unit=unit,
        triwulan=triwulan,
        letak=letak,
        daftar_lama=daftar_lama,
        daftar_temuan=unit.daftar_temuan,
    )


def _terisi(unit: HasilUnit) -> bool:
    return unit.status.status is not StatusUnit.BELUM


def _dari_instansi_lain(unit: HasilUnit) -> bool:
    return any(satu.kode == INSTANSI_LAIN for satu in unit.daftar_temuan)


def _semula(ruang: Workspace, hasil: HasilPeriksa, unit: HasilUnit) -> Iterator[tuple[Input, HasilUnit]]:
    """Yield what lies in the inbox of the unit already, with what is found in it."""
    triwulan = hasil.periode
    masukan = take_inputs(ruang, triwulan.tahun, (triwulan,))
    induk, _ = baca_induk(masukan, triwulan.tahun)
    if induk is None:
        return
    for berkas in masukan.forms[triwulan]:
        lain = nilai_berkas(berkas, induk.pada(triwulan.akhir), triwulan, hasil.bacaan.kumpulan)
        if isinstance(lain, HasilUnit) and lain.unit.kode == unit.unit.kode:
            yield berkas, lain


def _simpan_lama(berkas: Path, isi: bytes) -> Path:
    """Keep a form that is replaced, under a name where nothing lies yet."""
    folder = berkas.parent / FOLDER_LAMA
    calon = (folder / f"{berkas.stem}-{nomor:02d}{berkas.suffix}" for nomor in count(1))
    return next(letak for letak in calon if put_new(letak, isi))


def _di_sebelah(letak: Path, isi: bytes) -> Path:
    """Put a form beside something that somebody keeps under its name."""
    calon = (letak.with_name(f"{letak.stem}-{nomor:02d}{letak.suffix}") for nomor in count(2))
    return next(berkas for berkas in calon if put_new(berkas, isi))
