"""What a galat keeps from being taken: a cell, a row or the whole form, as the catalogue says of each code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, ClassVar, Final, Protocol, Self, TypeVar

from lakip_gen.domain.formulir import Formulir
from lakip_gen.domain.isian import IsianIndikator, LaporanUnit
from lakip_gen.domain.temuan import Asal, Cakupan, Temuan, Tingkat
from lakip_gen.domain.urai import DITOLAK
from lakip_gen.pesan.katalog import katalog

ANGKA: Final = frozenset({"realisasi", "pembilang", "penyebut"})
"""The columns that make the figure of an indicator."""
_BUKAN_ISIAN: Final = frozenset({"kode", "bulan", "asal"})


class Berasal(Protocol):
    """The answers of a row, with the cells they stand in."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def asal(self) -> Mapping[str, Asal]:
        """The cell of each column."""


B = TypeVar("B", bound=Berasal)


@dataclass(frozen=True, slots=True)
class Penolakan:
    """What the galat of a form keep from being taken.

    Attributes:
        formulir: Whether that is all of it.
        daftar_sel: The cells that the findings point at, in their order.
        daftar_baris: The rows that go whole, as sheet and number.
    """

    formulir: bool
    daftar_sel: tuple[Asal, ...] = ()
    daftar_baris: frozenset[tuple[str, int]] = frozenset()

    @classmethod
    def menurut(cls, daftar_temuan: Iterable[Temuan]) -> Self:
        """Return what findings come to; a galat that names no cell is about the whole form, whatever its code."""
        daftar = [butir for butir in daftar_temuan if katalog()[butir.kode].tingkat is Tingkat.GALAT]
        sebagian = [butir for butir in daftar if _cakupan(butir) is not Cakupan.FORMULIR]
        return cls(
            formulir=len(sebagian) < len(daftar),
            daftar_sel=tuple(dict.fromkeys(asal for butir in sebagian for asal in _daftar_asal(butir))),
            daftar_baris=frozenset(
                (asal.lembar, asal.baris)
                for butir in sebagian
                if _cakupan(butir) is Cakupan.BARIS
                for asal in _daftar_asal(butir)
            ),
        )

    @property
    def daftar_alamat(self) -> tuple[str, ...]:
        """The addresses of the cells."""
        return tuple(asal.alamat for asal in self.daftar_sel)

    def mengenai(self, asal: Asal) -> bool:
        """Return whether what stands in a cell is not taken."""
        return asal in self.daftar_sel or (asal.lembar, asal.baris) in self.daftar_baris


def _cakupan(butir: Temuan) -> Cakupan:
    return katalog()[butir.kode].menolak if butir.asal.sel else Cakupan.FORMULIR


def _daftar_asal(butir: Temuan) -> tuple[Asal, ...]:
    """Return the cell that a finding points at, and the one that it doubts as much: nobody knows which is right."""
    lain = dict(butir.rincian).get("lain")
    return (butir.asal, replace(butir.asal, sel=lain)) if lain else (butir.asal,)


def tanpa_yang_ditolak(laporan: LaporanUnit, formulir: Formulir, penolakan: Penolakan) -> LaporanUnit:
    """Return a report without what is refused: a figure is awaited, with its reason, and a text is not there."""
    if not penolakan.daftar_sel:
        return laporan
    diminta = {baris.kunci: baris.indikator for baris in formulir.daftar_baris["indikator"]}

    def indikator(jawaban: IsianIndikator) -> IsianIndikator:
        sisa, milik = _tanpa(jawaban, penolakan), diminta.get(jawaban.kode)
        if sisa is jawaban or milik is None:
            return sisa
        return sisa.dinilai(milik, formulir.periode, formulir.induk.aturan)

    return replace(
        laporan,
        daftar_indikator=tuple(map(indikator, laporan.daftar_indikator)),
        daftar_anggaran=tuple(_tanpa(satu, penolakan) for satu in laporan.daftar_anggaran),
        daftar_aksi=tuple(_tanpa(satu, penolakan) for satu in laporan.daftar_aksi),
        daftar_bulan=tuple(_tanpa(satu, penolakan) for satu in laporan.daftar_bulan),
        pengesahan=_tanpa(laporan.pengesahan, penolakan),
    )


def _tanpa(jawaban: B, penolakan: Penolakan) -> B:
    """Return the answers of a row without those that are refused; the same object where none is."""
    kena = {kolom for kolom, asal in jawaban.asal.items() if penolakan.mengenai(asal)}
    if isinstance(jawaban, IsianIndikator) and kena & ANGKA:
        kena.add("isian")
    isian = {satu.name for satu in fields(jawaban)} - _BUKAN_ISIAN
    ganti: dict[str, Any] = {kolom: _kosong(getattr(jawaban, kolom)) for kolom in sorted(kena & isian)}
    return replace(jawaban, **ganti) if ganti else jawaban


def _kosong(isi: object) -> object:
    """Return what stands for an answer that is refused."""
    if isinstance(isi, str):
        return ""
    return None if isi is None or isinstance(isi, date) else DITOLAK
