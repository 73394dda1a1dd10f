"""The buku induk as it stood on a day.

A change is one more row under the same kode: the day from which it holds, and only what changes. The columns called
perubahan are such a row too, whose day stands on the Aturan sheet, and a row of the Pejabat sheet is one for the
items of its office. All of them become the cells in force on a day before anybody reads what the cells say: so every
column can change, every check holds on every day, and no reader knows about dates.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Final

from lakip_gen.domain.mentah import Baris, BukuMentah, JenisSel, LembarMentah, Sel
from lakip_gen.domain.skema import induk as skema
from lakip_gen.domain.skema.induk_indikator import INDIKATOR, RIWAYAT, TINDAK_LANJUT
from lakip_gen.domain.skema.induk_laporan import PEMBANDING
from lakip_gen.domain.skema.induk_masa import DASAR, DILANJUTKAN
from lakip_gen.domain.skema.induk_program import INDIKATOR_PROGRAM
from lakip_gen.induk.pejabat import Penjabat, dengan_pejabat

BERUNIT: Final = (
    INDIKATOR.kunci,
    skema.ANGGARAN.kunci,
    skema.RENCANA_AKSI.kunci,
    TINDAK_LANJUT.kunci,
    INDIKATOR_PROGRAM.kunci,
)
"""The sheets whose rows go over to the unit that continues the one they name."""
IKUT: Final = {
    skema.RENCANA_AKSI.kunci: ("indikator", INDIKATOR.kunci),
    RIWAYAT.kunci: ("indikator", INDIKATOR.kunci),
    TINDAK_LANJUT.kunci: ("indikator", INDIKATOR.kunci),
    INDIKATOR_PROGRAM.kunci: ("rekening", skema.ANGGARAN.kunci),
    PEMBANDING.kunci: ("indikator", INDIKATOR.kunci),
}
"""The sheets whose rows begin and end with what one of their columns names, with the sheet where that stands."""
PEMISAH_UNIT: Final = re.compile(r"[;,\n]")


@dataclass(frozen=True, slots=True)
class Revisi:
    """A row with the day from which it holds and the last day of its kode.

    Attributes:
        kolom_perubahan: Whether it is the columns called perubahan of a row, which bring back no kode that ended.
    """

    sejak: date
    sampai: date | None
    baris: Baris
    kolom_perubahan: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Masa:
    """The raw buku induk with everything in it that depends on the day.

    Attributes:
        akhir: The last day of the year; what holds then holds for everything that comes after.
        daftar_hari: The days on which something changes, the first day of the year before all.
        revisi: The rows by kode, oldest first, of the sheets where something is dated.
        daftar_penjabat: Who holds which office and when, oldest first.
    """

    mentah: BukuMentah
    akhir: date
    daftar_hari: tuple[date, ...]
    revisi: Mapping[str, Mapping[str, tuple[Revisi, ...]]] = field(default_factory=dict)
    daftar_penjabat: tuple[Penjabat, ...] = ()

    def pada(self, hari: date) -> BukuMentah:
        """Return the buku induk as it stands on a day; where nothing is dated, as it is."""
        lembar = dict(self.mentah.lembar)
        for kunci, per_kode in self.revisi.items():
            daftar_baris = (self._berlaku(daftar, hari) for daftar in per_kode.values())
            lembar[kunci] = replace(lembar[kunci], daftar_baris=tuple(filter(None, daftar_baris)))
        luar = self.di_luar_masa(hari)
        for kunci, (kolom, milik) in IKUT.items():
            tiada = {kode.strip(".") for asal, kode in luar if asal == milik}
            lembar |= _ubah(lembar, kunci, partial(_tanpa, kolom=kolom, tiada=tiada)) if tiada else {}
        penerus = self._penerus(hari)
        for kunci in BERUNIT if penerus else ():
            lembar |= _ubah(lembar, kunci, lambda baris: _diteruskan(baris, penerus))
        return replace(self.mentah, lembar=lembar | dengan_pejabat(self.mentah, self.daftar_penjabat, hari))

    def di_luar_masa(self, hari: date) -> dict[tuple[str, str], str]:
        """Return the kode that are not in force on a day, by sheet, with why not."""
        return {
            (kunci, kode): _sebab(daftar, min(hari, self.akhir))
            for kunci, per_kode in self.revisi.items()
            for kode, daftar in per_kode.items()
            if self._berlaku(daftar, hari) is None
        }

    def _berlaku(self, daftar: tuple[Revisi, ...], hari: date) -> Baris | None:
        """Return the row of a kode on a day: what was written last for each column; None where it is not in force."""
        sudah = [satu for satu in daftar if satu.sejak <= min(hari, self.akhir)]
        akhir = _akhir(sudah)
        if not sudah or (akhir is not None and min(hari, self.akhir) > akhir):
            return None
        sel: dict[str, Sel] = {}
        for satu in sudah:
            baru = satu.baris.sel.items()  # no document is that of the change after its own
            sel |= {kolom: isi for kolom, isi in baru if not isi.kosong or kolom not in sel or kolom == DASAR}
        return replace(daftar[0].baris, sel=sel)

    def _penerus(self, hari: date) -> dict[str, str]:
        """Return the unit that continues each unit which has ended, the last one where that has ended too."""
        per_kode = self.revisi.get(skema.UNIT.kunci, {})
        langsung = {
            kode: penerus
            for kode, daftar in per_kode.items()
            if self._berlaku(daftar, hari) is None and (penerus := penerus_tertulis(daftar))
        }
        return {kode: _ujung(kode, langsung) for kode in langsung}


def _akhir(sudah: Iterable[Revisi]) -> date | None:
    """Return the last day of a kode, as its rows up to some day tell it; a row that begins later brings it back."""
    akhir: date | None = None
    for satu in sudah:
        if satu.sampai is not None:
            akhir = satu.sampai
        elif akhir is not None and satu.sejak > akhir and not satu.kolom_perubahan:
            akhir = None
    return akhir


def _sebab(daftar: tuple[Revisi, ...], hari: date) -> str:
    akhir = _akhir(satu for satu in daftar if satu.sejak <= hari)
    return f"hanya berlaku sampai {akhir:%d/%m/%Y}" if akhir else f"baru berlaku sejak {daftar[0].sejak:%d/%m/%Y}"


def penerus_tertulis(daftar: tuple[Revisi, ...]) -> str:
    """Return the unit that is written to continue another, empty where none is."""
    daftar_sel = (satu.baris.sel.get(DILANJUTKAN.kunci) for satu in reversed(daftar))
    return next((sel.teks.strip() for sel in daftar_sel if sel is not None and not sel.kosong), "")


def _ujung(kode: str, langsung: Mapping[str, str]) -> str:
    lewat = {kode}
    while kode in langsung and langsung[kode] not in lewat:
        kode = langsung[kode]
        lewat.add(kode)
    return kode


def _ubah(
    lembar: Mapping[str, LembarMentah], kunci: str, ubah: Callable[[Baris], Baris | None]
) -> dict[str, LembarMentah]:
    """Return a sheet with each of its rows changed or left out."""
    lama = lembar.get(kunci)
    if lama is None:
        return {}
    return {kunci: replace(lama, daftar_baris=tuple(filter(None, map(ubah, lama.daftar_baris))))}


def _tanpa(baris: Baris, kolom: str, tiada: AbstractSet[str]) -> Baris | None:
    """Return a row, None where it is about something that is not in force."""
    sel = baris.sel.get(kolom)
    return None if sel is not None and sel.teks.strip().strip(".") in tiada else baris


def _diteruskan(baris: Baris, penerus: Mapping[str, str]) -> Baris:
    """Return a row with the units in it that have ended replaced by those that continue them."""
    sel = baris.sel.get("unit")
    if sel is None or sel.kosong:
        return baris
    lama = [kode.strip() for kode in PEMISAH_UNIT.split(sel.teks)]
    if not penerus.keys() & set(lama):
        return baris
    baru = "; ".join(dict.fromkeys(penerus.get(kode, kode) for kode in lama))
    return replace(baris, sel={**baris.sel, "unit": replace(sel, isi=baru, jenis=JenisSel.TEKS)})
