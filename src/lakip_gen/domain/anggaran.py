"""The budget: program, kegiatan and subkegiatan by kode rekening, pagu in two versions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum, unique

from lakip_gen.domain.aturan import Aturan
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
        pagu_murni: In rupiah.
        pagu_perubahan: In rupiah; None where it did not change.
        pagu_renstra: In rupiah, over the whole Renstra, for formulir E.81.
        realisasi_lalu: In rupiah, up to the end of last year, for formulir E.81.
        asal: The cells of the buku induk by column.
    """

    kode: str
    uraian: str
    tingkat: TingkatAnggaran
    unit: str = ""
    sasaran: str = ""
    pagu_murni: Decimal = Decimal(0)
    pagu_perubahan: Decimal | None = None
    pagu_renstra: Decimal | None = None
    realisasi_lalu: Decimal | None = None
    asal: Mapping[str, Asal] = field(default_factory=dict, compare=False)

    def pagu(self, tanggal: date, aturan: Aturan) -> Decimal:
        """Return the pagu in rupiah that holds on a day."""
        perubahan = self.pagu_perubahan if self.kolom_pagu(tanggal, aturan) == "pagu_perubahan" else None
        return self.pagu_murni if perubahan is None else perubahan

    def kolom_pagu(self, tanggal: date, aturan: Aturan) -> str:
        """Return the column of the buku induk in which the pagu of a day stands."""
        sejak = aturan.perubahan_pagu
        return "pagu_murni" if self.pagu_perubahan is None or sejak is None or tanggal < sejak else "pagu_perubahan"


def adalah_induk(induk: str, anak: str) -> bool:
    """Return whether a kode rekening is the beginning of another, part by part."""
    return anak.startswith(induk + ".")


def cari_induk(anggaran: Anggaran, daftar: tuple[Anggaran, ...]) -> Anggaran | None:
    """Return the nearest line above, or None where the budget has none."""
    calon = [lain for lain in daftar if adalah_induk(lain.kode, anggaran.kode)]
    return max(calon, key=lambda lain: len(lain.kode), default=None)
