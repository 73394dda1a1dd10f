"""Reading workbooks: from bytes to the tables that the program knows, as plain cells.

Sheets are found by their tab or their headers, columns by their headers, rows by their key; never by bare
coordinates. Cached results of formulas are never taken as data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Final

from lakip_gen.domain.mentah import Baris, BukuMentah, Catatan, JenisCatatan, JenisSel, LembarMentah, Sel
from lakip_gen.domain.skema.kolom import BERLAKU_SEJAK, Lembar, baca_versi, pada_versi
from lakip_gen.domain.teks import pisah_tahun, samakan
from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.excel.reader import outside
from lakip_gen.excel.reader.addresses import letters, parse_area
from lakip_gen.excel.reader.book import Sheet, open_book
from lakip_gen.excel.reader.bounds import COLUMNS, FORM, ROW_LOAD, ROWS, DamagedError, Limits, TooLargeError
from lakip_gen.excel.reader.comments import notes
from lakip_gen.excel.reader.headers import (
    Definition,
    Header,
    doubled_columns,
    doubted_columns,
    missing_columns,
    title_of,
)
from lakip_gen.excel.reader.merged import merged_away
from lakip_gen.excel.reader.package import Package
from lakip_gen.excel.reader.pages import LEMBAR_META, isi_asing
from lakip_gen.ooxml.guard import open_container
from lakip_gen.ooxml.recognise import Kind

LOWEST_HEADER: Final = 20
LONGEST_HEADER: Final = 200
"""A longer text is no header."""
ENOUGH_HEADERS: Final = 0.5
"""The share of a sheet's headers that a row must hold to be taken for the header row."""
META_WORD: Final = "jenis"
"""The first word on the meta sheet."""
META_ROWS: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """What one tab gave: its rows, what was found in them, and what stands above them."""

    sheet: Sheet
    header: Header = field(default_factory=Header)
    rows: LembarMentah | None = None
    findings: tuple[Temuan, ...] = ()
    heading: str = ""
    names: tuple[Sel, ...] = ()
    is_filled: bool = False

    @property
    def keys(self) -> frozenset[str]:
        """The keys of its rows."""
        return frozenset(row.kunci for row in self.rows.daftar_baris) if self.rows else frozenset()


def baca_buku(
    isi: bytes, berkas: str, daftar_lembar: Sequence[Lembar], *, limits: Limits = FORM
) -> tuple[BukuMentah | None, tuple[Temuan, ...]]:
    """Return the recognised sheets of a workbook as plain cells, and what is wrong with its shape.

    Args:
        isi: The file's bytes.
        berkas: The file's name, for findings.
        daftar_lembar: The sheets to look for; a workbook of an earlier version has only those that it had then.
        limits: How much it may ask for; a buku induk holds more than a form.
    """
    place = Asal(berkas)
    parts, findings = open_container(isi, Kind.XLSX, place)
    if parts is None:
        return None, findings
    try:
        return _read(open_book(parts, place, limits), place, daftar_lembar, findings)
    except TooLargeError:
        return None, (*findings, temuan("buku-terlalu-besar", place))
    except DamagedError as fault:
        return None, (*findings, temuan("buku-tidak-terbaca", place, alasan=fault))


def _read(
    book: tuple[Mapping[str, Sheet], Package],
    place: Asal,
    definitions: Sequence[Lembar],
    findings: tuple[Temuan, ...],
) -> tuple[BukuMentah, tuple[Temuan, ...]]:
    sheets, package = book
    tables: dict[str, _Table] = {}
    known: set[str] = set()
    tabs = {name: _Tab(sheet) for name, sheet in sheets.items() if not name.startswith("_")}
    meta, meta_sheet = _meta(sheets)
    # What came after the workbook's own version is not looked for, so nobody misses it there.
    searched = [Definition(lembar) for lembar in pada_versi(definitions, baca_versi(meta.get("versi")))]
    for definition, names in _match(tabs, searched):
        chosen, doubled = _choose([_read_table(tabs[name], definition) for name in names], definition.lembar)
        tables[definition.lembar.kunci] = chosen
        known |= set(names)
        findings += (*chosen.findings, *doubled, *_out_of_reach(chosen.sheet))
    findings += tuple(outside.nama_lain([table.names for table in tables.values() if table.names]))
    foreign = [sheet for name, sheet in sheets.items() if name not in known | meta_sheet]
    noted = (note for note in notes(sheets.values(), package) if not _above_table(note, tables.values()))
    return BukuMentah(
        place.berkas,
        meta,
        {key: table.rows for key, table in tables.items() if table.rows},
        next((table.heading for table in tables.values() if table.heading), ""),
        (*_typed_elsewhere(foreign), *_typed_in_meta(sheets[name] for name in meta_sheet), *noted),
    ), findings


def _above_table(note: Catatan, tables: Iterable[_Table]) -> bool:
    """Return whether a note is a picture that ends above the headers, as a logo does."""
    if note.jenis is not JenisCatatan.GAMBAR:
        return False
    area = parse_area(note.asal.sel)
    header = next((table.header.row for table in tables if table.sheet.name == note.asal.lembar), 0)
    return area is not None and area.bottom < header


def _choose(tables: list[_Table], definition: Lembar) -> tuple[_Table, tuple[Temuan, ...]]:
    """Return the tab that is the sheet: the one that holds input; where two do, the first, and a finding."""
    chosen, *others = tables
    copies = [table for table in others if table.is_filled and table.keys & chosen.keys]
    if copies and not chosen.is_filled:
        chosen, *copies = copies
    name = chosen.sheet.name
    doubled = (
        temuan("lembar-ganda", copy.sheet.place, nilai=copy.sheet.name, lain=name, lembar=definition.nama)
        for copy in copies
    )
    passed_over = [table for table in tables if table is not chosen and table not in copies]
    lost = (found for table in passed_over for found in table.findings if found.kode in _TYPED)
    return chosen, (*doubled, *lost)


def _out_of_reach(sheet: Sheet) -> tuple[Temuan, ...]:
    """Say so when something stands further down or to the right than anybody reads."""
    if sheet.raw.beyond is None:
        return ()
    place = Asal(sheet.place.berkas, sheet.name, sheet.raw.beyond)
    return (temuan("isi-di-luar-batas", place, baris=ROWS, kolom=letters(COLUMNS)),)


def _meta(sheets: Mapping[str, Sheet]) -> tuple[dict[str, str], set[str]]:
    """Return what the meta sheet says, and the tab it has; one that was renamed is known by its first cell."""
    for name in [LEMBAR_META] if LEMBAR_META in sheets else sheets:
        rows = takewhile(lambda row: row[0] <= META_ROWS, sheets[name].rows())
        meta = {row[1].teks: row[2].teks if 2 in row else "" for _, row in rows if 1 in row}  # noqa: PLR2004 - word, value
        if name == LEMBAR_META or next(iter(meta), "") == META_WORD:
            return meta, {name}
    return {}, set()


def _typed_in_meta(sheets: Iterable[Sheet]) -> Iterator[Catatan]:
    """Yield what stands on the meta sheet, whatever its tab is called now, and is no word about the workbook."""
    for sheet in sheets:
        for kind, cell, text in isi_asing(LEMBAR_META, sheet.rows()):
            yield Catatan(kind, Asal(sheet.place.berkas, sheet.name, cell), text)


def _typed_elsewhere(sheets: Iterable[Sheet]) -> Iterator[Catatan]:
    """Yield what somebody typed on tabs that hold no inputs."""
    for sheet in sheets:
        has_content = False
        for kind, cell, text in isi_asing(sheet.name, sheet.rows()):
            has_content = True
            yield Catatan(kind, Asal(sheet.place.berkas, sheet.name, cell), text)
        if not has_content and sheet.raw.beyond is not None:
            yield Catatan(JenisCatatan.LEMBAR, Asal(sheet.place.berkas, sheet.name, sheet.raw.beyond), "…")


# --- which tab is which sheet ---


_TYPED: Final = frozenset({"baris-tanpa-kunci", "isi-di-luar", "isi-di-luar-banyak"})
"""What is told of a tab that is passed over too: something was typed there for which nobody else looks."""


class _Tab:
    """One tab with the words of its upper rows, among which its headers are looked for."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.upper = tuple(takewhile(lambda row: row[0] <= LOWEST_HEADER, sheet.rows()))
        self._words = [(number, _words(row)) for number, row in self.upper]

    def header(self, definition: Definition) -> Header:
        """Return the row in which enough of a sheet's headers stand."""
        titles = definition.titles
        for number, words in self._words:
            if len(titles.keys() & words.keys()) >= max(2, ENOUGH_HEADERS * definition.awaited):
                return Header(number, {titles[word]: column for word, column in words.items() if word in titles})
        return Header()

    def resembles(self, definition: Definition) -> bool:
        """Return whether it looks like a sheet: its headers, and for a list of items one of the items."""
        header = self.header(definition)
        if not header.row or not definition.lembar.daftar_butir:
            return bool(header.row)
        column = header.columns.get(_key_column(definition.lembar, header), 0)
        names = [row[column].teks.strip() for _, row in self.upper if column in row]
        return any(definition.lembar.butir(definition.lembar.kunci_bernama(name)) is not None for name in names)


def _words(row: Mapping[int, Sel]) -> dict[str, int]:
    """Return the words of a row as headers are compared, each with the first column in which it stands."""
    words: dict[str, int] = {}
    for column, cell in row.items():
        if cell.jenis is JenisSel.TEKS and len(cell.teks) <= LONGEST_HEADER:
            words.setdefault(title_of(cell), column)
    return words


def _match(tabs: Mapping[str, _Tab], definitions: Sequence[Definition]) -> Iterator[tuple[Definition, list[str]]]:
    """Yield each sheet of the definition with its tabs; renamed, swapped and copied ones are found by their headers."""
    by_name = {samakan(name): name for name in reversed(list(tabs))}
    alike = {
        definition.lembar.kunci: [name for name, tab in tabs.items() if tab.resembles(definition)]
        for definition in definitions
    }
    foreign = set(tabs) - {name for names in alike.values() for name in names}
    named = {
        key: name
        for definition in definitions
        for key in (definition.lembar.kunci,)
        if (name := by_name.get(samakan(definition.lembar.nama), "")) in alike[key]
        or (name in foreign and not definition.lembar.longgar)
    }
    left = [name for name in tabs if name not in named.values()]
    for definition in definitions:
        key = definition.lembar.kunci
        found = [name for name in left if name in alike[key]]
        names = [named[key], *found] if key in named else found
        left = [name for name in left if name not in found]
        if names:
            yield definition, names


def _key_column(definition: Lembar, header: Header) -> str:
    """Return the column that tells the rows of a tab apart: the key, or what is left when that is lost."""
    if definition.kolom_kunci in header.columns or definition.kolom_nama not in header.columns:
        return definition.kolom_kunci
    return definition.kolom_nama


# --- the rows of a tab ---


def _read_table(tab: _Tab, searched: Definition) -> _Table:
    sheet, definition, header = tab.sheet, searched.lembar, tab.header(searched)
    above = [(number, row) for number, row in tab.upper if number < header.row]
    sorted_up = [(number, row) for number, row in above if _was_sorted_up(row, definition, header)]
    above = [pair for pair in above if pair not in sorted_up]
    if not header.row:
        missing = temuan("lembar-tanpa-kepala", sheet.place, lembar=definition.nama)
        return _Table(sheet=sheet, findings=(missing,))
    columns = set(header.columns.values())
    findings = missing_columns(sheet, definition, header)
    findings += doubled_columns(sheet.row(header.row), searched, header)
    findings += outside.isi_atas(above, sheet.place, definition)
    findings += outside.isi_samping(sheet.row(header.row), columns)
    rows: list[Baris] = []
    for number, row in [*sorted_up, *sheet.rows(header.row + 1)]:
        read, found = _read_row(sheet, number, definition, header)
        if read or found:
            sheet.budget.read(ROW_LOAD)
        findings += [*found, *outside.isi_samping(row, columns)]
        rows += [read] if read else []
    findings += doubted_columns(sheet, definition, header, rows)
    findings += _doubled_keys(rows, _key_column(definition, header))
    return _Table(
        sheet=sheet,
        header=header,
        rows=_with_shape(sheet, merged_away(rows, sheet.raw.merges), header),
        findings=outside.ringkas(findings, sheet.place),
        heading=" ".join(cell.tampil for _, row in above for cell in row.values()),
        names=tuple(outside.baris_nama(above, definition)),
        is_filled=any(_is_filled(row, definition) for row in rows),
    )


def _with_shape(sheet: Sheet, rows: Sequence[Baris], header: Header) -> LembarMentah:
    """Return the rows of a tab with what is hidden of them, and the years that its headers name."""
    titles = sheet.row(header.row)
    return LembarMentah(
        sheet.name,
        tuple(rows),
        {key: letters(column) for key, column in header.columns.items()},
        tuple(row.nomor for row in rows if row.nomor in sheet.raw.hidden_rows),
        tuple(key for key, column in header.columns.items() if sheet.raw.hides_column(column)),
        kepala=header.row,
        tahun_kolom={key: year for key, column in header.columns.items() if (year := _year(titles.get(column)))},
    )


def _year(title: Sel | None) -> int | None:
    """Return the year that a header names."""
    return pisah_tahun(title.teks)[1] if title else None


def _was_sorted_up(row: Mapping[int, Sel], definition: Lembar, header: Header) -> bool:
    """Return whether a row above the headers is one of the table: they were sorted down with it."""
    key = header.columns.get(definition.kolom_kunci, 0)
    inputs = {header.columns[column.kunci] for column in definition.kolom_isian if column.kunci in header.columns}
    return key in row and bool((inputs - {key}) & set(row))


def _is_filled(row: Baris, definition: Lembar) -> bool:
    """Return whether somebody typed into a row."""
    cells = (row.sel.get(column.kunci) for column in definition.kolom_isian)
    return any(cell is not None and not cell.kosong and not cell.terkunci for cell in cells)


def _read_row(sheet: Sheet, number: int, definition: Lembar, header: Header) -> tuple[Baris | None, list[Temuan]]:
    cells = sheet.cells(number, header.columns)
    if not definition.kolom_kunci:
        is_empty = all(cells[column.kunci].kosong for column in definition.kolom_isian if column.kunci in cells)
        return None if is_empty else Baris(str(number), number, cells), []
    column = _key_column(definition, header)
    written = cells[column].teks.strip() if column in cells else ""
    key = written if column == definition.kolom_kunci else definition.kunci_bernama(written)
    return (Baris(key, number, cells), []) if key else (None, outside.tanpa_kunci(cells, definition))


def _doubled_keys(rows: Iterable[Baris], column: str) -> list[Temuan]:
    """Say so when two rows have one key; those that hold from different days take turns."""
    first: dict[tuple[str, str], str] = {}
    findings = []
    for row in rows:
        if column not in row.sel:
            continue
        cell = row.sel[column].asal
        key = row.kunci, row.sel[BERLAKU_SEJAK].teks.strip() if BERLAKU_SEJAK in row.sel else ""
        if key in first:
            findings.append(temuan("kunci-ganda", cell, nilai=row.kunci, lain=first[key]))
        first.setdefault(key, cell.sel)
    return findings if column else []
