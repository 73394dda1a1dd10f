"""The live formulas of a form, in functions that Excel 2010, LibreOffice and WPS all have."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from lakip_gen.domain.angka_tertulis import polos
from lakip_gen.domain.aturan import Aturan, RumusTurun
from lakip_gen.domain.capaian import Arah
from lakip_gen.domain.kinerja import Indikator
from lakip_gen.domain.nilai import Rentang, Target

EMPTY = '""'
_EXACT = 8
"""So many decimals decide on which side of a border a figure stands."""
_NEGATIVE = '"angka negatif"'


def ratio(pembilang: str, penyebut: str, pengali: Decimal) -> str:
    """Return the formula of a ratio from the cells of its pembilang and penyebut."""
    ready = f"AND(ISNUMBER({pembilang}),ISNUMBER({penyebut}))"
    calculation = f"{pembilang}/{penyebut}*{polos(pengali)}"
    return f'=IF({ready},IF({penyebut}=0,"penyebut 0",{calculation}),{EMPTY})'


def capaian(cell: str, target: Target | None, indikator: Indikator, rules: Aturan) -> str:
    """Return the formula of the capaian in percent of a realisasi cell; it says the same as the engine.

    Args:
        cell: The address of the realisasi.
        target: The quarter's target, baked in as a number because it is locked anyway.
        indikator: The indicator of the row.
        rules: The agency's rules.
    """
    if indikator.bersama:
        return '="gabungan"'
    if target is None:
        return f"={EMPTY}"
    realisasi = number_of(cell, indikator)
    calculation = _calculation(realisasi, target, indikator, rules)
    ready = f"ISNUMBER({realisasi})"
    return f"=IF({ready},{calculation},{EMPTY})"


def number_of(cell: str, indikator: Indikator) -> str:
    """Return the number of a realisasi cell, for a predicate the one of its scale."""
    if indikator.skala is None:
        return cell
    names = ",".join(f'"{_quoted(predikat)}"' for predikat, _ in indikator.skala.daftar)
    number = ",".join(polos(number) for _, number in indikator.skala.daftar)
    return f"INDEX({{{number}}},MATCH({cell},{{{names}}},0))"


def _quoted(text: str) -> str:
    return text.replace('"', '""')


def _calculation(cell: str, target: Target, indikator: Indikator, rules: Aturan) -> str:
    if isinstance(target, Rentang):
        return _range(cell, target, rules)
    if target == 0:
        return _zero_target(cell, indikator, rules)
    if indikator.arah is Arah.NAIK:
        return _rounded(_above(cell, target), rules)
    if (indikator.rumus_turun or rules.rumus_turun) is RumusTurun.SELISIH:
        return _rounded(_below(cell, target), rules)
    if target < 0:
        return _NEGATIVE
    calculation = _rounded(f"{polos(target)}/{cell}*100", rules)
    return f'IF({cell}=0,"realisasi 0",IF({cell}<0,{_NEGATIVE},{calculation}))'


def _above(cell: str, bound: Decimal) -> str:
    """Return 100 and how far a cell is above a bound, in units of the bound's size."""
    size = polos(abs(bound))
    return f"{cell}/{size}*100" if bound > 0 else f"(1+({cell}+{size})/{size})*100"


def _below(cell: str, bound: Decimal) -> str:
    """Return 100 and how far a cell is below a bound, in units of the bound's size."""
    size = polos(abs(bound))
    return f"(2*{size}-{cell})/{size}*100" if bound > 0 else f"(1-({cell}+{size})/{size})*100"


def _range(cell: str, target: Rentang, rules: Aturan) -> str:
    lower = _rounded(_above(cell, target.bawah), rules) if target.bawah else '"batas bawah 0"'
    upper = _rounded(_below(cell, target.atas), rules) if target.atas else '"batas atas 0"'
    inside = f"AND({cell}>={polos(target.bawah)},{cell}<={polos(target.atas)})"
    return f"IF({inside},{_rounded('100', rules)},IF({cell}<{polos(target.bawah)},{lower},{upper}))"


def _zero_target(cell: str, indikator: Indikator, rules: Aturan) -> str:
    if not rules.nol_tercapai or indikator.arah is not Arah.TURUN:
        return '"target 0"'
    return f'IF({cell}=0,{_rounded("100", rules)},IF({cell}>0,{_rounded("0", rules)},"target 0"))'


def _rounded(calculation: str, rules: Aturan) -> str:
    if rules.batas_bawah is not None:
        calculation = f"MAX({calculation},{polos(rules.batas_bawah)})"
    if rules.batas_atas is not None and rules.ambang_batas is not None:
        bound, above = polos(rules.batas_atas), polos(rules.ambang_batas)
        # In binary numbers 110 of 100 lies a little above 110.
        calculation = f"IF(ROUND({calculation},{_EXACT})>{above},{bound},{calculation})"
    elif rules.batas_atas is not None:
        calculation = f"MIN({calculation},{polos(rules.batas_atas)})"
    return f"ROUND({calculation},{rules.desimal_capaian})"


def serapan(cell: str, pagu: str, decimals: int) -> str:
    """Return the formula of the serapan in percent."""
    calculation = f"ROUND({cell}/{pagu}*100,{decimals})"
    return f"=IF(AND(ISNUMBER({cell}),ISNUMBER({pagu})),IF({pagu}=0,{EMPTY},{calculation}),{EMPTY})"


def completeness(conditions: Iterable[tuple[str, str]]) -> str:
    """Return the formula that names what a row still lacks; each condition stands in it once.

    Args:
        conditions: Pairs of (condition that is true while something is missing, its name).
    """
    lacking = "&".join(f'IF({condition},"{name}, ","")' for condition, name in conditions)
    return f'=SUBSTITUTE(SUBSTITUTE("Kurang: "&{lacking}&"|",", |",""),"Kurang: |","Lengkap")'


def blank(cell: str) -> str:
    """Return the condition that a cell holds nothing but blanks."""
    return f'TRIM({cell})=""'
