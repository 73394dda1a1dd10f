"""One finding for each cause: which findings make which others superfluous, as a table."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Final, TypeAlias

from lakip_gen.domain.skema.kolom import KUNCI
from lakip_gen.domain.temuan import Asal, Temuan, Tingkat
from lakip_gen.pesan.katalog import katalog

Tempat: TypeAlias = Callable[[Temuan], Hashable | None]
"""The place that a finding explains, or needs explained; None for a finding that the rule does not speak of."""


@dataclass(frozen=True, slots=True)
class Aturan:
    """A rule: what is found at a place makes what else is found at the same place superfluous."""

    sebab: Tempat
    akibat: Tempat


def satu_per_sebab(daftar_temuan: Iterable[Temuan]) -> tuple[Temuan, ...]:
    """Return findings without repetitions and without those that another one already explains."""
    daftar = tuple(dict.fromkeys(daftar_temuan))
    berlebih = {butir for aturan in DAFTAR_ATURAN for butir in _berlebih(aturan, daftar)}
    return tuple(butir for butir in daftar if butir not in berlebih)


def _berlebih(aturan: Aturan, daftar: tuple[Temuan, ...]) -> set[Temuan]:
    """Return the findings that a rule makes superfluous."""
    terjelaskan = {aturan.sebab(butir) for butir in daftar} - {None}
    return {butir for butir in daftar if aturan.akibat(butir) in terjelaskan} if terjelaskan else set()


def _tingkat(butir: Temuan) -> Tingkat:
    return katalog()[butir.kode].tingkat


def _sel(butir: Temuan) -> Asal | None:
    return butir.asal if butir.asal.sel else None


def _sel_galat(butir: Temuan) -> Asal | None:
    return _sel(butir) if _tingkat(butir) is Tingkat.GALAT else None


def _sel_lebih_ringan(butir: Temuan) -> Asal | None:
    return None if _tingkat(butir) is Tingkat.GALAT else _sel(butir)


def _sel_bermasalah(butir: Temuan) -> Asal | None:
    """Return the cell whose content was found wanting."""
    return None if _tingkat(butir) is Tingkat.INFO or katalog()[butir.kode].meminta else _sel(butir)


def _sel_diminta(butir: Temuan) -> Asal | None:
    """Return the cell whose content is asked for."""
    return _sel(butir) if katalog()[butir.kode].meminta else None


def _kolom_hilang(butir: Temuan) -> bool | None:
    return True if butir.kode == "kolom-hilang" else None


def _tanpa_tempat(butir: Temuan) -> bool | None:
    return None if butir.asal.berkas else True


def _lembar_tanpa_kolom(butir: Temuan) -> str | None:
    return butir.asal.lembar if butir.kode == "kolom-hilang" else None


def _lembar_tanpa_kunci(butir: Temuan) -> str | None:
    return _lembar_tanpa_kolom(butir) if dict(butir.rincian).get("kolom") == KUNCI.judul else None


def _lembar_tanpa_kepala(butir: Temuan) -> str | None:
    return dict(butir.rincian)["lembar"] if butir.kode == "lembar-tanpa-kepala" else None


def _pada_lembar(*daftar_kode: str) -> Tempat:
    """Return the rule's end for findings of some codes: the sheet they stand on."""
    return lambda butir: butir.asal.lembar if butir.kode in daftar_kode else None


DAFTAR_ATURAN: Final = (
    # How a refused cell was understood, or what is odd about it, is no news.
    Aturan(_sel_galat, _sel_lebih_ringan),
    # Where something was thrown out, nobody asks for what should stand there.
    Aturan(_sel_bermasalah, _sel_diminta),
    # What is missing because its column is gone has no cell: the column is told, once.
    Aturan(_kolom_hilang, _tanpa_tempat),
    # A column whose header is gone stands outside the table.
    Aturan(_lembar_tanpa_kolom, _pada_lembar("isi-di-luar", "isi-di-luar-banyak")),
    # What stands in the place of another column is told as such.
    Aturan(_pada_lembar("kolom-diragukan"), _pada_lembar("isi-di-luar", "isi-di-luar-banyak")),
    # Without the column of the keys no row has one.
    Aturan(_lembar_tanpa_kunci, _pada_lembar("baris-tanpa-kunci", "kunci-hilang")),
    # A sheet without its header row is there, though none of its rows is.
    Aturan(_lembar_tanpa_kepala, _pada_lembar("lembar-hilang")),
)
"""What makes what superfluous."""
