"""The live formulas of a form, in functions that Excel 2010, LibreOffice and WPS all have."""

from __future__ import annotations

from decimal import Decimal

from lakip_gen.domain.angka import polos
from lakip_gen.domain.aturan import Aturan, RumusTurun
from lakip_gen.domain.capaian import Arah
from lakip_gen.domain.formulir import bersama
from lakip_gen.domain.kinerja import Indikator
from lakip_gen.domain.nilai import Rentang, Target

KOSONG = '""'


def rasio(pembilang: str, penyebut: str, pengali: Decimal) -> str:
    """Return the formula of a ratio from the cells of its pembilang and penyebut."""
    siap = f"AND(ISNUMBER({pembilang}),ISNUMBER({penyebut}))"
    hitung = f"{pembilang}/{penyebut}*{polos(pengali)}"
    return f'=IF({siap},IF({penyebut}=0,"penyebut 0",{hitung}),{KOSONG})'


def capaian(sel: str, target: Target | None, indikator: Indikator, aturan: Aturan) -> str:
    """Return the formula of the capaian in percent of a realisasi cell; it says the same as the engine.

    Args:
        sel: The address of the realisasi.
        target: The quarter's target, baked in as a number because it is locked anyway.
        indikator: The indicator of the row.
        aturan: The agency's rules.
    """
    if bersama(indikator):
        return '="gabungan"'
    if target is None:
        return f"={KOSONG}"
    realisasi = _realisasi(sel, indikator)
    hitung = _hitung(realisasi, target, indikator, aturan)
    siap = f"ISNUMBER({realisasi})"
    return f"=IF({siap},{hitung},{KOSONG})"


def _realisasi(sel: str, indikator: Indikator) -> str:
    if indikator.skala is None:
        return sel
    nama = ",".join(f'"{_kutip(predikat)}"' for predikat, _ in indikator.skala.daftar)
    angka = ",".join(polos(angka) for _, angka in indikator.skala.daftar)
    return f"INDEX({{{angka}}},MATCH({sel},{{{nama}}},0))"


def _kutip(teks: str) -> str:
    return teks.replace('"', '""')


def _hitung(sel: str, target: Target, indikator: Indikator, aturan: Aturan) -> str:
    if isinstance(target, Rentang):
        a, b = polos(target.bawah), polos(target.atas)
        bawah = _bulat(f"{sel}/{a}*100", aturan) if target.bawah else '"batas bawah 0"'
        atas = _bulat(f"(2*{b}-{sel})/{b}*100", aturan) if target.atas else '"batas atas 0"'
        dalam = _bulat("100", aturan)
        return f"IF(AND({sel}>={a},{sel}<={b}),{dalam},IF({sel}<{a},{bawah},{atas}))"
    t = polos(target)
    if target == 0:
        tercapai = f'IF({sel}=0,{_bulat("100", aturan)},"target 0")'
        return tercapai if aturan.nol_tercapai else '"target 0"'
    if indikator.arah is Arah.NAIK:
        return _bulat(f"{sel}/{t}*100", aturan)
    if (indikator.rumus_turun or aturan.rumus_turun) is RumusTurun.SELISIH:
        return _bulat(f"(2*{t}-{sel})/{t}*100", aturan)
    return f'IF({sel}=0,"realisasi 0",{_bulat(f"{t}/{sel}*100", aturan)})'


def _bulat(hitung: str, aturan: Aturan) -> str:
    if aturan.batas_bawah is not None:
        hitung = f"MAX({hitung},{polos(aturan.batas_bawah)})"
    if aturan.batas_atas is not None:
        hitung = f"MIN({hitung},{polos(aturan.batas_atas)})"
    return f"ROUND({hitung},{aturan.desimal_capaian})"


def serapan(sel: str, pagu: str, desimal: int) -> str:
    """Return the formula of the serapan in percent."""
    hitung = f"ROUND({sel}/{pagu}*100,{desimal})"
    return f"=IF(AND(ISNUMBER({sel}),ISNUMBER({pagu})),IF({pagu}=0,{KOSONG},{hitung}),{KOSONG})"


def kelengkapan(daftar_syarat: tuple[tuple[str, str], ...]) -> str:
    """Return the formula that names what a row still lacks.

    Args:
        daftar_syarat: Pairs of (condition that is true while something is missing, its name).
    """
    kurang = "&".join(f'IF({syarat},"{nama}, ","")' for syarat, nama in daftar_syarat)
    return f'=IF(({kurang})="","Lengkap","Kurang: "&LEFT({kurang},LEN({kurang})-2))'


def kosong(sel: str) -> str:
    """Return the condition that a cell holds nothing but blanks."""
    return f'TRIM({sel})=""'
