"""A unit's findings beside those of the form it sent before: new, still there, or gone.

Only what asks for a repair is compared (galat and peringatan). The rule is told in
`docs/keputusan/06-pembanding.md`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from lakip_gen.domain.temuan import Tingkat
from lakip_gen.pesan.katalog import TemuanTerbaca

BARU: Final = "baru"
MASIH: Final = "masih"
Kunci = tuple[str, str]
"""A unit's kode and the folder of the quarter: one form that the unit owes."""


@dataclass(frozen=True, slots=True)
class Kiriman:
    """One form that a unit sent for a quarter.

    Attributes:
        sidik: SHA-256 of the file.
        temuan: What was found in it, one mark for each.
        lalu: What was found in the form that the unit sent before this one; None for the first.
    """

    sidik: str
    temuan: frozenset[str] = frozenset()
    lalu: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Banding:
    """How many findings are new, are still there, and are gone since the form before."""

    baru: int = 0
    masih: int = 0
    selesai: int = 0

    def __str__(self) -> str:
        return f"{self.baru} baru, {self.masih} masih, {self.selesai} selesai"


@dataclass(frozen=True, slots=True)
class Pembanding:
    """All forms of a period's units, each with what stood in the one before.

    Attributes:
        daftar: Every form the program knows of, those that are missing now included.
        berganti: The forms that took the place of another since the last run.
    """

    daftar: Mapping[Kunci, Kiriman] = field(default_factory=dict)
    berganti: frozenset[Kunci] = frozenset()
    ada: frozenset[Kunci] = frozenset()
    """The forms that lie in the folder now."""

    def tanda(self, terbaca: TemuanTerbaca) -> str:
        """Return `baru` or `masih` for a finding; empty where there is nothing to compare it with."""
        kiriman = self.daftar.get(kunci_temuan(terbaca))
        if kiriman is None or kiriman.lalu is None or not _dibandingkan(terbaca):
            return ""
        return MASIH if penanda(terbaca) in kiriman.lalu else BARU

    def unit(self, kode: str) -> Banding | None:
        """Return how a unit's forms of the period compare; None where none of them has a predecessor."""
        return _jumlah(k for kunci, k in self.daftar.items() if kunci[0] == kode and kunci in self.ada)

    @property
    def daftar_berganti(self) -> tuple[tuple[str, Banding], ...]:
        """The units that sent another form since the last run, by kode, each with how it compares."""
        per_unit = {kode: _jumlah(self.daftar[k] for k in self.berganti if k[0] == kode) for kode, _ in self.berganti}
        return tuple((kode, banding) for kode, banding in sorted(per_unit.items()) if banding)


def bandingkan(
    lama: Mapping[Kunci, Kiriman], sidik: Mapping[Kunci, str], daftar_temuan: Iterable[TemuanTerbaca]
) -> Pembanding:
    """Return the forms of now beside what is known of those before.

    A form that is missing now stays known, so that it is compared when it comes back.

    Args:
        lama: What the last run knew.
        sidik: The SHA-256 of every form that was checked now.
        daftar_temuan: What was found now.
    """
    temuan: dict[Kunci, set[str]] = {kunci: set() for kunci in sidik}
    for terbaca in daftar_temuan:
        if _dibandingkan(terbaca) and kunci_temuan(terbaca) in temuan:
            temuan[kunci_temuan(terbaca)].add(penanda(terbaca))
    kini = {kunci: _kiriman(lama.get(kunci), isi, frozenset(temuan[kunci])) for kunci, isi in sidik.items()}
    berganti = frozenset(kunci for kunci in kini if kunci in lama and lama[kunci].sidik != kini[kunci].sidik)
    return Pembanding(dict(lama) | kini, berganti, frozenset(kini))


def penanda(terbaca: TemuanTerbaca) -> str:
    """Return what tells a finding apart in two forms: the rule and the cell; without a cell, what was found."""
    return "|".join((terbaca.kode, terbaca.asal.lembar, terbaca.asal.sel or terbaca.nilai))


def kunci_temuan(terbaca: TemuanTerbaca) -> Kunci:
    """Return which form a finding is about."""
    return terbaca.unit, terbaca.periode.folder if terbaca.periode else ""


def ke_catatan(pembanding: Pembanding) -> dict[str, object]:
    """Return the forms as plain data for the manifest."""
    return {
        "/".join(kunci): {
            "sidik": kiriman.sidik,
            "temuan": sorted(kiriman.temuan),
            "lalu": None if kiriman.lalu is None else sorted(kiriman.lalu),
        }
        for kunci, kiriman in pembanding.daftar.items()
    }


def dari_catatan(catatan: Mapping[str, object]) -> dict[Kunci, Kiriman]:
    """Return the forms from the plain data of a manifest; what cannot be read counts as never sent."""
    hasil: dict[Kunci, Kiriman] = {}
    for nama, isi in catatan.items():
        kode, _, folder = nama.rpartition("/")
        match isi:
            case {"sidik": str(sidik), "temuan": list(temuan), "lalu": list() | None as lalu}:
                hasil[kode, folder] = Kiriman(sidik, _set(temuan), None if lalu is None else _set(lalu))
    return hasil


def _set(daftar: Iterable[object]) -> frozenset[str]:
    return frozenset(str(butir) for butir in daftar)


def _dibandingkan(terbaca: TemuanTerbaca) -> bool:
    return terbaca.tingkat is not Tingkat.INFO


def _kiriman(lama: Kiriman | None, sidik: str, temuan: frozenset[str]) -> Kiriman:
    if lama is None:
        return Kiriman(sidik, temuan)
    return Kiriman(sidik, temuan, lama.lalu if lama.sidik == sidik else lama.temuan)


def _jumlah(daftar: Iterable[Kiriman]) -> Banding | None:
    pasangan = [(k.temuan, k.lalu) for k in daftar if k.lalu is not None]
    if not pasangan:
        return None
    return Banding(
        sum(len(kini - lalu) for kini, lalu in pasangan),
        sum(len(kini & lalu) for kini, lalu in pasangan),
        sum(len(lalu - kini) for kini, lalu in pasangan),
    )
