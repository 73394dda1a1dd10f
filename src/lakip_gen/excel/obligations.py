"""The live formula of the column Kelengkapan: the table of `domain.kewajiban` in the words of a spreadsheet.

A number that somebody typed as a text is no number to the formula; the check reads it all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from lakip_gen.domain.angka_tertulis import polos
from lakip_gen.domain.aturan import Aturan
from lakip_gen.domain.capaian import SERATUS
from lakip_gen.domain.formulir import BarisFormulir, Formulir
from lakip_gen.domain.kata_angka import KATA_TIDAK_BERLAKU
from lakip_gen.domain.kewajiban import (
    HANYA_SELALU,
    SYARAT_STATUS,
    TETAP,
    Kewajiban,
    Syarat,
    daftar_kewajiban,
    dibatasi_seratus,
    diminta,
    ditunggu,
    mungkin,
)
from lakip_gen.domain.kinerja import Indikator
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.skema.kolom import Lembar
from lakip_gen.excel import formulas

DECIDING_DECIMALS: Final = 9
"""Finer than anything that is shown, coarser than the errors of binary numbers: 99,996 is not yet enough."""
_WORDS: Final = ",".join(f'"{word}{end}"' for word in sorted(KATA_TIDAK_BERLAKU) for end in ("", "."))
FIGURE: Final = "realisasi"
PARTS: Final = frozenset({"pembilang", "penyebut"})
"""What a ratio is typed in, where the figure itself is locked."""
LONGEST_FORMULA: Final = 8000
"""Excel takes no formula of more than 8192 characters."""

Address = Callable[[str], str]
"""Gives the address of a column's cell in the row."""


def always_owed(sheet: Lembar, row: BarisFormulir, form: Formulir) -> frozenset[str]:
    """Return the columns of a row that are owed whatever is typed: those that are yellow from the start."""
    indikator = row.indikator
    due = indikator is not None and ditunggu(indikator, form.periode, form.induk.aturan)
    owed = diminta(sheet.kunci, TETAP if due else HANYA_SELALU, form.versi)
    if sheet.daftar_butir:
        return frozenset({"isi"}) if row.kunci in owed else frozenset()
    if FIGURE in owed and FIGURE in row.terkunci:
        return (owed - {FIGURE}) | PARTS
    return owed


def owed_at_times(sheet: Lembar, form: Formulir) -> dict[str, str]:
    """Return the columns that are owed only while something holds, with the words by which Kelengkapan names them."""
    return {item.kolom: item.sebutan for item in daftar_kewajiban(sheet.kunci, form.versi) if item.syarat not in TETAP}


def filled_of_required(cells: Sequence[str]) -> str:
    """Return the formula that counts how many cells of a sheet without the column Kelengkapan hold something."""
    filled = "+".join(f'(TRIM({cell})<>"")' for cell in cells)
    return f'={filled}&" dari {len(cells)} isian wajib terisi"'


def indikator_completeness(cell: Address, item: Indikator, form: Formulir) -> str:
    """Return the formula that names what the row of an indicator still lacks in a form of its version."""
    quarter, rules = form.periode, form.induk.aturan
    owed = _named_by_its_cells(daftar_kewajiban("indikator", form.versi), item)
    blank = _any_of([formulas.blank(address) for address in _figure_cells(cell, item)])
    blanks = {"realisasi": f"AND({blank},NOT({_not_applicable(cell, item)}))"}
    capaian = _deciding_capaian(cell, item, quarter, rules)
    formula = _row_formula(owed, cell, _conditions(cell, item, quarter, rules, capaian), blanks)
    if len(formula) <= LONGEST_FORMULA:
        return formula
    # A long scale makes a long formula: the capaian that is shown decides then, and predicates come nowhere near 100.
    return _row_formula(owed, cell, _conditions(cell, item, quarter, rules, cell("capaian")), blanks)


def completeness(sheet: str, cell: Address, form: Formulir) -> str:
    """Return the formula that names what a budget line or a step of the rencana aksi still lacks."""
    owed = daftar_kewajiban(sheet, form.versi)
    asked = {item.syarat for item in owed}
    conditions = {Syarat.SELALU: "TRUE"} | {
        condition: _any_of([f'TRIM({cell("status")})="{word}"' for word in sorted(states)])
        for condition, states in SYARAT_STATUS.items()
        if condition in asked
    }
    return _row_formula(owed, cell, conditions, {})


def _named_by_its_cells(owed: Sequence[Kewajiban], item: Indikator) -> Sequence[Kewajiban]:
    """Return what is owed with the figure of a ratio named by the two cells that people type it into."""
    if not item.cara_gabung.sifat.pecahan:
        return owed
    return [replace(one, sebutan="pembilang dan penyebut") if one.kolom == FIGURE else one for one in owed]


def _row_formula(
    owed: Sequence[Kewajiban], cell: Address, conditions: Mapping[Syarat, str], blanks: Mapping[str, str]
) -> str:
    """Return the formula of a row from the conditions that can hold for it; a column is named once.

    Args:
        owed: What the sheet asks of a row.
        cell: The cells of the row.
        conditions: Each condition that can hold.
        blanks: When a column holds nothing, where that is more than an empty cell.
    """
    per_column: dict[tuple[str, str], list[str]] = {}
    for item in owed:
        if item.syarat in conditions:
            per_column.setdefault((item.kolom, item.sebutan), []).append(conditions[item.syarat])
    return formulas.completeness(
        (f"AND({_any_of(parts)},{blanks.get(column) or formulas.blank(cell(column))})", label)
        for (column, label), parts in per_column.items()
    )


def _any_of(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"OR({','.join(parts)})"


def _conditions(cell: Address, item: Indikator, quarter: Periode, rules: Aturan, capaian: str) -> Mapping[Syarat, str]:
    """Return each condition that can hold for the row of an indicator, as a formula."""
    target = item.target(quarter, rules)
    cells = _figure_cells(cell, item)
    not_applicable = _not_applicable(cell, item)
    typed = ",".join(f"TRIM({address})<>{formulas.EMPTY}" for address in cells)
    conditions = {
        Syarat.ADA_TINDAK_LANJUT: f"TRIM({cell('tindak_lanjut')})<>{formulas.EMPTY}",
        Syarat.ADA_PELAKSANA: f"TRIM({cell('pic')}&{cell('batas_waktu')})<>{formulas.EMPTY}",
        Syarat.ADA_ANGKA: f"AND({typed},NOT({not_applicable}))",
    }
    if item.skala:
        conditions[Syarat.ADA_ANGKA] = f"ISNUMBER({formulas.number_of(cell('realisasi'), item)})"
    if target is not None:
        conditions[Syarat.TIDAK_BERLAKU] = not_applicable
    if ditunggu(item, quarter, rules):
        conditions[Syarat.DITUNGGU] = "TRUE"
    if dibatasi_seratus(item, target):
        number = formulas.number_of(cell("realisasi"), item)
        conditions[Syarat.LEWAT_SERATUS] = f"IF(ISNUMBER({number}),{number}>{SERATUS},FALSE)"
    if target is not None and not item.bersama:
        *figure, last = cells
        never = (last,) if figure else ()
        in_reach = "".join(f",{address}>=0" for address in (never if item.dapat_negatif else cells))
        for name, comparison in (
            (Syarat.CAPAIAN_RENDAH, f"<{polos(rules.ambang_bawah)}"),
            (Syarat.CAPAIAN_TINGGI, f">{polos(rules.ambang_atas)}"),
            (Syarat.BELUM_TERCAPAI, f"<{SERATUS}"),
            (Syarat.TERCAPAI, f">={SERATUS}"),
        ):
            conditions[name] = f"AND(ISNUMBER({capaian}),N({capaian}){comparison}{in_reach})"
    return {condition: formula for condition, formula in conditions.items() if condition in mungkin(item)}


def _not_applicable(cell: Address, item: Indikator) -> str:
    """Return the condition that the unit wrote that the figure does not apply."""
    return _any_of([f"ISNUMBER(MATCH(TRIM({address}),{{{_WORDS}}},0))" for address in _figure_cells(cell, item)])


def _figure_cells(cell: Address, item: Indikator) -> list[str]:
    """Return the cells that a unit types the figure into."""
    return [
        cell(column) for column in (("pembilang", "penyebut") if item.cara_gabung.sifat.pecahan else ("realisasi",))
    ]


def _deciding_capaian(cell: Address, item: Indikator, quarter: Periode, rules: Aturan) -> str:
    """Return the capaian as it decides: before cap and floor, and finer than it is shown."""
    deciding = replace(rules, desimal_capaian=DECIDING_DECIMALS, batas_atas=None, ambang_batas=None, batas_bawah=None)
    return formulas.capaian(cell("realisasi"), item.target(quarter, rules), item, deciding).removeprefix("=")
