"""The budget: program, kegiatan and subkegiatan by kode rekening, and their pagu."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum, unique

from lakip_gen.domain.temuan import Asal


@unique
class TingkatAnggaran(Enum):
    """The level of a budget line."""

    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    SUBKEGIATAN = "subkegiatan"


@dataclass(frozen=True, slots=True)
class Anggaran:
    """One line of the budget; money stands on subkegiatan only, the rest is derived.

    Attributes:
        kode: Kode rekening, parts separated by dots; a parent's kode is the beginning of its child's.
        unit: Kode of the unit that spends it (subkegiatan only).
        sasaran: Kode of the sasaran it serves (subkegiatan only).
        pagu: In rupiah, as it is in force.
        pagu_renstra: In rupiah, over the whole Renstra, for formulir E.81.
        realisasi_lalu: In rupiah, up to the end of last year, for formulir E.81.
        asal: The cells of the buku induk by column.
        dasar: The document that changed it last; empty where nobody named one.
    """

    kode: str
    uraian: str
    tingkat: TingkatAnggaran
    unit: str = ""
    sasaran: str = ""
    pagu: Decimal = Decimal(0)
    pagu_renstra: Decimal | None = None
    realisasi_lalu: Decimal | None = None
    asal: Mapping[str, Asal] = field(default_factory=dict, compare=False)
    dasar: str = field(default="", compare=False)


def adalah_induk(induk: str, anak: str) -> bool:
    """Return whether a kode rekening is the beginning of another, part by part."""
    return anak.startswith(induk + ".")


def cari_induk(anggaran: Anggaran, daftar: tuple[Anggaran, ...]) -> Anggaran | None:
    """Return the nearest line above, or None where the budget has none."""
    calon = [lain for lain in daftar if adalah_induk(lain.kode, anggaran.kode)]
    return max(calon, key=lambda lain: len(lain.kode), default=None)
