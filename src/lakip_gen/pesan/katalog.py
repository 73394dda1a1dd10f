"""The one catalogue of findings: code -> level, title, wording, repair, example."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Final

from lakip_gen.domain.temuan import Asal, Cakupan, Temuan, Tingkat
from lakip_gen.pesan.tindakan import Pintu, ucapkan

if TYPE_CHECKING:
    from lakip_gen.domain.periode import Periode

URUTAN = {tingkat: nomor for nomor, tingkat in enumerate(Tingkat)}
"""Heaviest level first."""


@dataclass(frozen=True, slots=True)
class Pesan:
    """The entry of one code in the catalogue.

    Attributes:
        meminta: Whether it asks for something that is not there.
        menolak: What a galat in a unit's form keeps from being taken; the whole form unless it says less.
        boleh_diterima: Whether a planner may accept it with a reason, where that is not the rule of its level: a galat
            whose value is plain, though hard to believe; not a warning that speaks for somebody else.
    """

    kode: str
    tingkat: Tingkat
    judul: str
    pesan: str
    perbaikan: str
    contoh: str
    meminta: bool = False
    menolak: Cakupan = Cakupan.FORMULIR
    boleh_diterima: bool | None = None

    @property
    def dapat_diterima(self) -> bool:
        """Whether it is a doubt that a planner can settle with a reason."""
        return self.tingkat is Tingkat.PERINGATAN if self.boleh_diterima is None else self.boleh_diterima


UrutanAlami = tuple[tuple[int, int, str], ...]
_POTONGAN: Final = re.compile(r"[0-9]+|[^0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class TemuanTerbaca:
    """A finding in words: what is wrong, where, and how to mend it."""

    kode: str
    tingkat: Tingkat
    judul: str
    unit: str
    asal: Asal
    nilai: str
    pesan: str
    perbaikan: str
    periode: Periode | None = None

    @property
    def urutan(self) -> tuple[int, str, str, UrutanAlami, UrutanAlami, str]:
        """Where it stands in a list: heaviest first, then unit, file, sheet, row and column; 10 follows 2."""
        huruf = self.asal.sel.rstrip("0123456789")
        return (
            URUTAN[self.tingkat],
            self.unit,
            self.asal.berkas,
            _urutan_alami(self.asal.lembar),
            _urutan_alami(self.asal.sel[len(huruf) :]),
            huruf.rjust(3),
        )


def _urutan_alami(teks: str) -> UrutanAlami:
    """Return a text for sorting by the numbers in it; a number is told by its length and digits, however long."""
    return tuple(
        (0, len(potong.lstrip("0")), potong.lstrip("0")) if potong.isascii() and potong.isdigit() else (1, 0, potong)
        for potong in _POTONGAN.findall(teks)
    )


@cache
def katalog() -> dict[str, Pesan]:
    """Return the whole catalogue by code, from the files of `data/pesan`."""
    hasil: dict[str, Pesan] = {}
    folder = resources.files("lakip_gen.pesan") / "temuan"
    for berkas in sorted(folder.iterdir(), key=lambda berkas: berkas.name):
        for kode, isi in tomllib.loads(berkas.read_text(encoding="utf-8")).items():
            nilai = {"tingkat": Tingkat(isi["tingkat"]), "menolak": Cakupan(isi.get("menolak", "formulir"))}
            hasil[kode] = Pesan(kode=kode, **(isi | nilai))
    return hasil


def jelaskan(temuan: Temuan, pintu: Pintu = Pintu.TERMINAL) -> TemuanTerbaca:
    """Return a finding in the words of a door; a KeyError tells of a code that the catalogue lacks."""
    pesan = katalog()[temuan.kode]
    rincian = dict(temuan.rincian) | {"nilai": temuan.nilai}
    return TemuanTerbaca(
        kode=temuan.kode,
        tingkat=pesan.tingkat,
        judul=pesan.judul,
        unit=temuan.unit,
        asal=temuan.asal,
        nilai=temuan.nilai,
        pesan=ucapkan(pesan.pesan.format_map(rincian), pintu),
        perbaikan=ucapkan(pesan.perbaikan.format_map(rincian), pintu),
        periode=temuan.periode,
    )


def jelaskan_semua(daftar_temuan: tuple[Temuan, ...], pintu: Pintu = Pintu.TERMINAL) -> tuple[TemuanTerbaca, ...]:
    """Return findings in the words of a door, without repetitions, in reading order."""
    daftar = (jelaskan(temuan, pintu) for temuan in dict.fromkeys(daftar_temuan))
    return tuple(sorted(daftar, key=lambda terbaca: terbaca.urutan))


def bertingkat(daftar_temuan: tuple[Temuan, ...], tingkat: Tingkat) -> int:
    """Return how many findings have a level."""
    return sum(katalog()[temuan.kode].tingkat is tingkat for temuan in daftar_temuan)


def ada_galat(daftar_temuan: tuple[Temuan, ...]) -> bool:
    """Return whether any finding is a galat."""
    return bertingkat(daftar_temuan, Tingkat.GALAT) > 0
