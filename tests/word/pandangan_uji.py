"""The views the tests of templates are filled with."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING

from rakitan import baca, buka, dokumen

from lakip_gen.word.fill.render import render
from lakip_gen.word.inspect.check import WARNINGS, check_template
from lakip_gen.word.package.xml import parse
from lakip_gen.word.tags.tag import Level
from lakip_gen.word.tags.tidy import tidy
from lakip_gen.word.template.open import WordTemplate, open_template

if TYPE_CHECKING:
    from lakip_gen.domain.temuan import Temuan


@dataclass(frozen=True, slots=True)
class Angka:
    teks: str
    nilai: Decimal | None = None

    def __str__(self) -> str:
        return self.teks

    @property
    def ada(self) -> bool:
        return self.nilai is not None


class Arah(Enum):
    NAIK = "naik"


@dataclass(frozen=True, slots=True)
class Indikator:
    kode: str
    nama: str
    capaian: Angka
    catatan: str | None = None
    nilai: Decimal = Decimal("87.5")
    arah: Arah = Arah.NAIK

    @property
    def nama_pendek(self) -> str:
        return self.nama[:5]

    def kalimat(self) -> str:
        return f"Capaian {self.nama} adalah {self.capaian}."

    def dengan(self, satuan: str) -> str:
        return f"{self.capaian} {satuan}"


@dataclass(frozen=True, slots=True)
class Sasaran:
    nama: str
    daftar_indikator: tuple[Indikator, ...] = ()
    unggulan: Indikator | None = None


@dataclass(frozen=True, slots=True)
class Laporan:
    judul: str = "Laporan Kinerja"
    tahun: int = 2025
    jumlah: Decimal = Decimal(3)
    ada: bool = True
    catatan: str | None = None
    daftar_sasaran: tuple[Sasaran, ...] = ()
    daftar_nama: tuple[str, ...] = ()
    pasangan: tuple[tuple[str, int], ...] = ()


IKU = Indikator("IKU-1", "Persentase layanan tepat waktu", Angka("87,50", Decimal("87.5")), "baik")
IKD = Indikator("IKD-2", "Jumlah dokumen A & B < C", Angka("12", Decimal(12)))
LAPORAN = Laporan(
    daftar_sasaran=(Sasaran("Layanan prima", (IKU, IKD), IKU), Sasaran("Tata kelola")),
    daftar_nama=("Ani", "Budi", "Citra"),
    pasangan=(("satu", 1), ("dua", 2)),
)


def templat(naskah: str, **lain: str) -> WordTemplate:
    """Return the opened template of a text in the small language."""
    terbuka, daftar_temuan = open_template(dokumen(naskah, **lain), "templat.docx")
    assert terbuka is not None, daftar_temuan
    return terbuka


def temuan(naskah: str, **lain: str) -> tuple[Temuan, ...]:
    """Return all findings of a template."""
    return check_template(templat(naskah, **lain), Laporan)


def kode(naskah: str, **lain: str) -> list[str]:
    """Return the codes of all findings of a template."""
    return [satu.kode for satu in temuan(naskah, **lain)]


def hasil(naskah: str, laporan: object = LAPORAN, **lain: str) -> bytes:
    """Return a rendered document."""
    isi, daftar_temuan = render(templat(naskah, **lain), laporan)
    assert isi is not None, daftar_temuan
    assert {satu.kode for satu in daftar_temuan} <= WARNINGS
    for nama, data in buka(isi).items():  # nothing is left to be mended
        assert not nama.startswith("word/") or not tidy(parse(data), frozenset(Level))
    return isi


def tercetak(naskah: str, laporan: object = LAPORAN) -> list[str]:
    """Return the lines of a rendered document."""
    return baca(hasil(naskah, laporan))


def gagal(naskah: str, laporan: object = LAPORAN) -> list[str]:
    """Return the codes with which rendering failed."""
    isi, daftar_temuan = render(templat(naskah), laporan)
    assert isi is None
    return [satu.kode for satu in daftar_temuan if satu.kode not in WARNINGS]
