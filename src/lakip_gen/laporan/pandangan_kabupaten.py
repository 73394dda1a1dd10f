"""The view of all offices of one government: what the head of the region reads."""

from __future__ import annotations

from dataclasses import dataclass

from lakip_gen.laporan.pandangan_angka import Angka


@dataclass(frozen=True, slots=True, kw_only=True)
class InstansiPandangan:
    """One office in its row."""

    nomor: int
    nama: str
    formulir: str
    capaian: Angka
    predikat: str
    pagu: Angka
    realisasi: Angka
    serapan: Angka
    keadaan: str
    """Whether its figures are whole, in a word or two"""


@dataclass(frozen=True, slots=True, kw_only=True)
class KabupatenPandangan:
    """What the summary prints."""

    judul: str
    pemerintah: str
    periode: str
    periode_pendek: str
    daftar_kalimat: tuple[str, ...]
    """What was reached, in sentences"""
    daftar_perhatian: tuple[str, ...]
    """What somebody has to see to, a sentence for each matter"""
    daftar_instansi: tuple[InstansiPandangan, ...]
    rerata: Angka
    pagu: Angka
    realisasi: Angka
    serapan: Angka
    formulir: str
