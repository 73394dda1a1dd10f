"""What a unit gets back: its own cells, what was found in them, and the list of all that was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from lakip_gen.domain.angka_tertulis import koma
from lakip_gen.domain.formulir import Formulir
from lakip_gen.domain.mentah import Baris, BukuMentah, Sel, Tampilan
from lakip_gen.domain.silsilah import leluhur_salinan
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.domain.skema.kolom import JenisKolom, Kolom, Lembar
from lakip_gen.domain.teks import PANJANG_SEL, bersihkan
from lakip_gen.domain.temuan import Asal, Tingkat
from lakip_gen.domain.urai import PERSEN_KECIL
from lakip_gen.excel.sheet import FRAME
from lakip_gen.excel.workbook import COLOURS, Workbook, row_height, write_value
from lakip_gen.pesan import bahasa
from lakip_gen.pesan.katalog import TemuanTerbaca
from lakip_gen.pesan.status import sel_belum

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

MEANING_CHANGED: Final = frozenset({"arti-berubah", "uraian-berubah"})
FIGURES: Final = frozenset({"realisasi", "pembilang", "penyebut", "fisik", "status"})
"""The answers that are asked anew where the meaning of their row changed; the words beside them stay."""
WIDTHS: Final = (12, 24, 20, 62, 62)
HEADER_ROW: Final = 4
_ODD_LETTERS: Final = frozenset({Tampilan.TERCORET, Tampilan.BERPANGKAT})

Places = Mapping[tuple[str, str], tuple[str, str]]
"""Where the cells of a unit's own file stand in its return copy, both as tab and address."""


@dataclass(frozen=True, slots=True)
class ReturnCopy:
    """What turns a form into a return copy: the unit's own cells and what was found in them."""

    raw: BukuMentah
    findings: tuple[TemuanTerbaca, ...] = ()
    by_cell: Mapping[tuple[str, str], tuple[TemuanTerbaca, ...]] = field(default_factory=dict)
    asked_anew: frozenset[tuple[str, str]] = frozenset()
    """Cells that say what a figure of their row means, where that changed; an old answer must not pass as a new one."""
    forebears: tuple[str, ...] = ()
    """The fingerprints of what it descends from, which it replaces; none for a form that is written filled."""
    refused: int = 0
    """How many cells were not taken, though the rest of the form was."""

    @classmethod
    def from_findings(cls, raw: BukuMentah, findings: tuple[TemuanTerbaca, ...], refused: int = 0) -> ReturnCopy:
        """Return the return copy's content, findings arranged by the cell they point at."""
        by_cell: dict[tuple[str, str], tuple[TemuanTerbaca, ...]] = {}
        for finding in findings:
            key = (finding.asal.lembar, finding.asal.sel)
            by_cell[key] = (*by_cell.get(key, ()), finding)
        changed = {place for place, found in by_cell.items() if any(one.kode in MEANING_CHANGED for one in found)}
        return cls(raw, findings, by_cell, frozenset(changed), leluhur_salinan(raw), refused)

    def cell(self, sheet: Lembar, key: str, column: Kolom) -> Sel | None:
        """Return what the unit had in a cell."""
        typed = self.raw.lembar.get(sheet.kunci)
        row = typed.baris(key) if typed else None
        if row is None or (column.kunci in FIGURES and self._is_asked_anew(row)):
            return None
        return row.sel.get(column.kunci)

    def _is_asked_anew(self, row: Baris) -> bool:
        return any((cell.asal.lembar, cell.asal.sel) in self.asked_anew for cell in row.sel.values())

    def findings_at(self, source: Asal) -> tuple[TemuanTerbaca, ...]:
        """Return what was found in a cell of the unit's own file, heaviest first."""
        return self.by_cell.get((source.lembar, source.sel), ()) if source.sel else ()


def returned_value(cell: Sel, kind: JenisKolom) -> object:
    """Return what the unit typed as a column takes it: 85% is 85 where percent is asked for.

    A text keeps its sign, and so does a percentage that would be doubted without one.
    """
    if cell.tampilan in _ODD_LETTERS and not any(map(str.isalpha, cell.teks)):
        return None  # a cell holds no struck or raised digits here, and the joined ones would pass for a number
    if not isinstance(cell.isi, Decimal) or not (cell.persen or cell.tampilan is Tampilan.BERTANDA_PERSEN):
        return cell.isi
    value = cell.isi * 100 if cell.persen else cell.isi
    signed = kind in {JenisKolom.TEKS, JenisKolom.PARAGRAF} or 0 < value <= PERSEN_KECIL
    return f"{koma(value)}%" if signed else value


def comment(findings: tuple[TemuanTerbaca, ...]) -> str:
    """Return the comment of a cell: all that was found in it, and how to mend it."""
    text = "\n\n".join(f"{t.tingkat.value.upper()}: {t.pesan}\nPerbaikan: {t.perbaikan}" for t in findings)
    return bersihkan(text)[:PANJANG_SEL]


def write_findings(book: Workbook, ws: Worksheet, formulir: Formulir, return_copy: ReturnCopy, places: Places) -> None:
    """Write the sheet that lists every finding with a link to its cell."""
    for position, width in enumerate(WIDTHS):
        ws.set_column(position, position, width)
    title_style = book.style(bold=True, font_size=14, font_color=COLOURS["title"])
    ws.write_string(0, 0, skema.JUDUL_HASIL, title_style)
    subtitle = f"{formulir.unit.nama} · {formulir.periode.nama}"
    ws.write_string(1, 0, subtitle, book.style(bold=True, font_size=12))
    ws.write_string(2, 0, _summary(return_copy.findings, return_copy.refused), book.style())
    header_style = book.style(**FRAME, bold=True, bg_color=COLOURS["header"])
    for position, header in enumerate(skema.KEPALA_HASIL):
        ws.write_string(HEADER_ROW, position, header, header_style)
    for row, finding in enumerate(return_copy.findings, start=HEADER_ROW + 1):
        _write_finding(book, ws, row, finding, places)
    ws.freeze_panes(HEADER_ROW + 1, 0)
    ws.repeat_rows(HEADER_ROW)


def _summary(findings: tuple[TemuanTerbaca, ...], refused: int) -> str:
    counts = [f"{sum(finding.tingkat is level for finding in findings)} {level.value}" for level in Tingkat]
    taken = f" Formulir sudah diterima; {sel_belum(refused)}." if refused else ""
    return f"Ada {bahasa.gabung(counts)}.{taken} Perbaiki di formulir ini, simpan, lalu kirim kembali."


def _write_finding(book: Workbook, ws: Worksheet, row: int, finding: TemuanTerbaca, places: Places) -> None:
    texts = (finding.nilai, finding.pesan, finding.perbaikan)
    ws.set_row(row, row_height(zip(texts, WIDTHS[2:], strict=True)))
    plain = book.style(**FRAME)
    level = finding.tingkat.value
    ws.write_string(row, 0, level, book.style(**FRAME, bg_color=COLOURS[level]))
    tab, address = places.get((finding.asal.lembar, finding.asal.sel), ("", ""))
    if address:
        link_style = book.style(border=1, font_color="#0563C1", underline=1)
        ws.write_url(row, 1, f"internal:'{tab}'!{address}", link_style, f"{tab} {address}")
    else:
        write_value(ws, row, 1, f"{finding.asal.lembar} {finding.asal.sel}".strip(), plain)
    for position, text in enumerate(texts, start=2):
        write_value(ws, row, position, text, plain)
