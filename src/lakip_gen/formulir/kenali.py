"""Whose form is it? By its meta sheet; where that is gone or of no use, by its heading and the keys of its rows.

A form that cannot be taken as it stands is still known when exactly one unit can be its owner: then its content
goes into a fresh form. Where two units could be, nobody chooses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from lakip_gen.domain.formulir import JENIS_FORMULIR, META_INSTANSI
from lakip_gen.domain.induk import Induk
from lakip_gen.domain.kinerja import Unit
from lakip_gen.domain.mentah import BukuMentah
from lakip_gen.domain.periode import Jenis, Periode, triwulan
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.domain.skema.kolom import baca_versi
from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.formulir.arti import tulisan_sama

PANJANG_KEPALA: Final = 1_000
"""A heading that is longer is no form's."""
PERIODE_LAIN: Final = "periode-lain"
"""The code of a form of another quarter."""
INSTANSI_LAIN: Final = "instansi-lain"
"""The code of a form that another office handed out."""
KUTIPAN_KEPALA: Final = 120
"""So much of it is quoted."""
_PERIODE: Final = r"Triwulan (?:I{1,3}|IV) Tahun [0-9]{4}"
_TERTULIS: Final = re.compile(rf" · (?P<periode>{_PERIODE})")
"""What follows the unit's name in the heading of a form."""
_JUDUL: Final = re.compile("|".join(re.escape(lembar.judul) for lembar in skema.DAFTAR_LEMBAR))
"""What stands before it."""
_BERKODE: Final = ("indikator", "rencana_aksi", "anggaran")
"""The sheets whose row keys are kode of the buku induk."""
_BULAN: Final = {f"{bulan:02d}": (bulan + 2) // 3 for bulan in range(1, 13)}
"""The row keys of the monthly sheet, and the quarter that each belongs to."""


@dataclass(frozen=True, slots=True)
class Pengenalan:
    """What a workbook turned out to be.

    Attributes:
        unit: Whose form it is; None where it is no form of this period, or nobody can tell whose.
        daftar_temuan: What there is to say; with no unit it is the reason.
        cacat: What keeps a known form from being taken as it stands; its content goes into a fresh form.
        pengirim: Who sent what is no form of this period; None where nobody can tell.
    """

    unit: Unit | None
    daftar_temuan: tuple[Temuan, ...] = ()
    cacat: Temuan | None = None
    pengirim: Unit | None = None


@dataclass(frozen=True, slots=True)
class _Kepala:
    """What the heading of a form says; `berjudul` tells whether the sheet's own title stands before the unit's name."""

    unit: str
    periode: str
    berjudul: bool

    def menyebut(self, unit: Unit) -> bool:
        """Return whether it names a unit; without the title anything may stand before the name."""
        return self.unit == unit.nama or (not self.berjudul and self.unit.endswith(f" {unit.nama}"))


@dataclass(frozen=True, slots=True)
class _Calon:
    """Who can own a form without a meta sheet; `alasan` says why nobody can be named."""

    unit: Unit | None
    dasar: str = ""
    alasan: str = ""


def kenali(mentah: BukuMentah, induk: Induk, periode: Periode) -> Pengenalan:
    """Return whose form of this period a workbook is; the contents decide, not the file name."""
    asal, meta = Asal(mentah.berkas), mentah.meta
    if meta.get("jenis") != JENIS_FORMULIR:
        return _tanpa_penanda(mentah, induk, periode)
    if meta.get("periode") != str(periode):
        lain = temuan(PERIODE_LAIN, asal, nilai=meta.get("periode", ""), periode=periode.nama)
        return Pengenalan(None, (lain,), pengirim=induk.unit(meta.get("unit", "")))
    unit = induk.unit(meta.get("unit", ""))
    if unit is None:
        return _unit_asing(mentah, induk, periode)
    if (salah := _kepala_berbeda(mentah, induk, unit, periode)) and salah.kode != "kepala-diubah":
        return _bukan(salah)
    daftar = (*((salah,) if salah else ()), *_instansi_lain(mentah, induk))
    versi = baca_versi(meta.get("versi"))
    if versi is not None and versi > skema.VERSI:
        return _bukan(temuan("versi-lebih-baru", asal, nilai=versi, versi=skema.VERSI))
    if versi is None:
        cacat = _cacat("versi-lain", asal, nilai=meta.get("versi") or "(kosong)", versi=skema.VERSI)
        return Pengenalan(unit, daftar, cacat)
    return Pengenalan(unit, daftar)


def _instansi_lain(mentah: BukuMentah, induk: Induk) -> Iterator[Temuan]:
    """Yield that a form was made by another office: offices of one kind have units and indicators of the same kode."""
    nama, asli = mentah.meta.get(META_INSTANSI, ""), induk.instansi.nama
    if nama and not tulisan_sama(nama, asli):
        yield temuan(INSTANSI_LAIN, Asal(mentah.berkas), nilai=nama[:KUTIPAN_KEPALA], instansi=asli)


def periode_tertulis(mentah: BukuMentah) -> Periode | None:
    """Return the quarter that a form says it is for: on its meta sheet, else in its heading."""
    meta, milik = mentah.meta, _kepala(mentah)
    if meta.get("jenis") == JENIS_FORMULIR:
        tertulis = meta.get("periode", "")
    elif "jenis" not in meta and milik:
        tertulis = milik.periode
    else:
        return None
    try:
        periode = Periode.parse(tertulis)
    except ValueError:
        return None
    return periode if periode.jenis is Jenis.TRIWULAN else None


def bukan_formulir(mentah: BukuMentah) -> Temuan:
    """Return what to say of a workbook that nothing marks as a form."""
    return temuan("bukan-formulir", Asal(mentah.berkas))


def _bukan(salah: Temuan) -> Pengenalan:
    return Pengenalan(None, (salah,))


def _tanpa_penanda(mentah: BukuMentah, induk: Induk, periode: Periode) -> Pengenalan:
    """Return whose form a workbook without a usable meta sheet is, by its heading and its rows."""
    milik = _kepala(mentah)
    if "jenis" in mentah.meta or not mentah.lembar or not (milik or any(_baris_milik(mentah, induk).values())):
        return _bukan(bukan_formulir(mentah))
    asal = Asal(mentah.berkas)
    tertulis = milik.periode if milik else _triwulan_baris(mentah, periode)
    if tertulis != periode.nama:
        lain = temuan(PERIODE_LAIN, asal, nilai=tertulis, periode=periode.nama)
        return Pengenalan(None, (lain,), pengirim=_calon(mentah, induk).unit)
    calon = _calon(mentah, induk)
    if calon.unit is None:
        return _bukan(temuan("unit-tidak-pasti", asal, alasan=calon.alasan, periode=periode.nama))
    cacat = _cacat("meta-hilang", asal, milik=calon.unit.nama, dasar=calon.dasar, periode=periode.nama)
    return Pengenalan(calon.unit, cacat=cacat)


def _unit_asing(mentah: BukuMentah, induk: Induk, periode: Periode) -> Pengenalan:
    """Return whose form it is when its meta sheet names a unit that the buku induk does not know."""
    asal, nilai = Asal(mentah.berkas), mentah.meta.get("unit") or "(kosong)"
    calon = _calon(mentah, induk)
    if calon.unit is None:
        return _bukan(temuan("unit-asing", asal, nilai=nilai))
    milik, dasar = calon.unit.nama, calon.dasar
    cacat = _cacat("unit-berganti-kode", asal, nilai=nilai, milik=milik, dasar=dasar, periode=periode.nama)
    return Pengenalan(calon.unit, cacat=cacat)


def _cacat(kode: str, asal: Asal, **rincian: object) -> Temuan:
    """Return why a form cannot be taken as it stands; `pengganti.ganti` adds what is said of the fresh form."""
    return temuan(kode, asal, **rincian)


def _kepala_berbeda(mentah: BukuMentah, induk: Induk, unit: Unit, periode: Periode) -> Temuan | None:
    """Return what to say when the sheets show another owner or quarter than the meta sheet tells."""
    nama, kepala = mentah.meta.get("nama", unit.nama), mentah.kepala[:PANJANG_KEPALA]
    lain = [satu.nama for satu in induk.daftar_unit if satu.kode != unit.kode]
    if nama not in lain and (not kepala or (nama in kepala and periode.nama in kepala)):
        return None
    asal = Asal(mentah.berkas)
    terbaca = kepala[:KUTIPAN_KEPALA].strip() or "(kosong)"
    pemilik_lain = any(satu in kepala and satu not in nama for satu in lain)
    periode_lain = any(satu != periode.nama for satu in re.findall(_PERIODE, kepala))
    if nama in lain or pemilik_lain or periode_lain or not _terdekat(mentah, induk, unit):
        milik = unit.nama if nama in lain else nama
        return temuan("kepala-berbeda", asal, nilai=terbaca, unit_meta=milik, periode=periode.nama)
    return temuan("kepala-diubah", asal, nilai=terbaca, milik=unit.nama, periode=periode.nama)


def _kepala(mentah: BukuMentah) -> _Kepala | None:
    kepala = mentah.kepala[:PANJANG_KEPALA]
    tertulis = _TERTULIS.search(kepala)
    if tertulis is None:
        return None
    depan = kepala[: tertulis.start()]
    judul = _JUDUL.search(depan)
    nama = depan[judul.end() :] if judul else depan
    return _Kepala(nama.strip(), tertulis["periode"], judul is not None) if nama.strip() else None


def _calon(mentah: BukuMentah, induk: Induk) -> _Calon:
    """Return the one unit that heading and row keys agree on."""
    milik, per_unit = _kepala(mentah), _baris_milik(mentah, induk)
    skor = {kode: len(baris) for kode, baris in per_unit.items()}
    bernama = [unit for unit in induk.daftar_unit if milik and milik.menyebut(unit)]
    terpanjang = max((len(unit.nama) for unit in bernama), default=0)
    bernama = [unit for unit in bernama if len(unit.nama) == terpanjang]
    terbanyak = max(skor.values(), default=0)
    if bernama:
        cocok = [unit for unit in bernama if skor[unit.kode] == terbanyak]
        if len(cocok) == 1:
            return _Calon(cocok[0], dasar="kepala lembarnya")
        if cocok:
            return _Calon(None, alasan=f"nama “{cocok[0].nama}” dipakai oleh {_sebut(cocok)}")
        pemilik = [unit for unit in induk.daftar_unit if skor[unit.kode] == terbanyak]
        menyebut = f"kepala lembarnya menyebut “{bernama[0].nama}”"
        return _Calon(None, alasan=f"{menyebut}, tetapi kunci barisnya milik {_sebut(pemilik)}")
    semua = len(frozenset().union(*per_unit.values()))
    penuh = [unit for unit in induk.daftar_unit if semua and skor[unit.kode] == semua]
    if len(penuh) == 1:
        return _Calon(penuh[0], dasar="kunci barisnya")
    tertulis = f"kepala lembarnya menyebut “{milik.unit}”, yang tidak ada di buku induk; " if milik else ""
    return _Calon(None, alasan=tertulis + _mendua(penuh, induk, skor))


def _mendua(penuh: list[Unit], induk: Induk, skor: dict[str, int]) -> str:
    if penuh:
        return f"kunci barisnya dipakai bersama oleh {_sebut(penuh)}"
    sebagian = [unit for unit in induk.daftar_unit if skor[unit.kode]]
    if sebagian:
        return f"kunci barisnya bercampur, milik {_sebut(sebagian)}"
    return "tidak satu pun kunci barisnya ada di buku induk"


def _sebut(daftar: Iterable[Unit]) -> str:
    *depan, akhir = [f"{unit.nama} ({unit.kode})" for unit in daftar]
    return f"{', '.join(depan)} dan {akhir}" if depan else akhir


def _terdekat(mentah: BukuMentah, induk: Induk, unit: Unit) -> bool:
    """Return whether no other unit holds more of a form's rows."""
    per_unit = _baris_milik(mentah, induk)
    return len(per_unit[unit.kode]) == max(map(len, per_unit.values()))


def _baris_milik(mentah: BukuMentah, induk: Induk) -> dict[str, frozenset[tuple[str, str]]]:
    """Return of each unit the rows of a form that are its own, as sheet and key."""
    ada = {
        (nama, baris.kunci) for nama in _BERKODE if nama in mentah.lembar for baris in mentah.lembar[nama].daftar_baris
    }
    return {unit.kode: _kunci_unit(induk, unit.kode) & ada for unit in induk.daftar_unit}


def _kunci_unit(induk: Induk, unit: str) -> frozenset[tuple[str, str]]:
    return frozenset(
        (
            *(("indikator", indikator.kode) for indikator in induk.indikator_unit(unit)),
            *(("rencana_aksi", aksi.kode) for aksi in induk.aksi_unit(unit)),
            *(("anggaran", anggaran.kode) for anggaran in induk.subkegiatan_unit(unit)),
        )
    )


def _triwulan_baris(mentah: BukuMentah, periode: Periode) -> str:
    """Return the quarter that the months on a form belong to; the one asked for where they do not say."""
    isi = mentah.lembar.get("progres")
    nomor = {_BULAN[baris.kunci] for baris in (isi.daftar_baris if isi else ()) if baris.kunci in _BULAN}
    return triwulan(periode.tahun, nomor.pop()).nama if len(nomor) == 1 else periode.nama
