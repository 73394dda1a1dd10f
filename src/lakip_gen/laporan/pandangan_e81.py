"""The views of formulir E.81: its rows, and what stands under them."""

from __future__ import annotations

from dataclasses import dataclass

from lakip_gen.laporan.pandangan_angka import Angka


@dataclass(frozen=True, slots=True)
class BarisE81Pandangan:
    """One row of formulir E.81: a sasaran, a budget line with Rp and its first indicator, or an indicator with K."""

    nomor: str
    uraian: str
    """The sasaran, the budget line or the indicator"""
    program: str
    indikator: str
    daftar_nilai: tuple[Angka, ...]
    """Columns 5 to 14: Rp of a budget line, K of an indicator; empty for a sasaran"""
    daftar_k: tuple[Angka, ...]
    """Columns 5 to 14 as K; empty where there is no indicator"""
    daftar_rp: tuple[Angka, ...]
    """Columns 5 to 14 as Rp; empty where there is no budget line"""
    unit: str
    keterangan: str
    adalah_sasaran: bool
    adalah_anggaran: bool
    """Whether it is a program, a kegiatan or a subkegiatan"""
    adalah_jumlah: bool


@dataclass(frozen=True, slots=True)
class UraianE81Pandangan:
    """One heading under formulir E.81, with its texts."""

    judul: str
    daftar_teks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PenutupE81Pandangan:
    """What stands over and under the rows of formulir E.81."""

    periode_renstra: str
    daftar_rerata: tuple[Angka, ...]
    """Of columns 8 to 14, K and Rp by turns; empty where a column has no mean"""
    daftar_predikat: tuple[str, ...]
    """Those of the means"""
    keterangan_rerata: str
    """How many indicators and subkegiatan the means stand on"""
    daftar_uraian: tuple[UraianE81Pandangan, ...]
