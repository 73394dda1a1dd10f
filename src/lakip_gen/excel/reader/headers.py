"""The columns of a table by their headers: what is missing, what is there twice, and what somebody put in its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lakip_gen.domain.mentah import Baris, JenisSel, Sel
from lakip_gen.domain.skema.kolom import KUNCI, Kolom, Lembar
from lakip_gen.domain.teks import pisah_tahun, samakan
from lakip_gen.domain.temuan import Temuan, temuan
from lakip_gen.excel.reader.addresses import letters
from lakip_gen.excel.reader.book import Sheet


@dataclass(frozen=True, slots=True)
class Header:
    """The row of the headers, and which column holds what; 0 and nothing where there is none."""

    row: int = 0
    columns: Mapping[str, int] = field(default_factory=dict)


class Definition:
    """A sheet to look for, and the columns behind its headers."""

    def __init__(self, lembar: Lembar) -> None:
        self.lembar = lembar
        self.titles = {samakan(title): column.kunci for column in lembar.daftar_kolom for title in column.semua_judul}
        self.awaited = len([column for column in lembar.daftar_kolom if not column.longgar])


def title_of(cell: Sel) -> str:
    """Return a header as headers are compared: the year that it may name beside its words is no part of them."""
    return samakan(pisah_tahun(cell.teks)[0])


def missing_columns(sheet: Sheet, definition: Lembar, header: Header) -> list[Temuan]:
    """Say which inputs have no column."""
    return [
        temuan("kolom-hilang", sheet.place, kolom=column.judul, lembar=definition.nama)
        for column in definition.daftar_kolom
        if column.kunci not in header.columns
        and not column.longgar
        and (column.isian or column.kunci == definition.kolom_kunci)
    ]


def doubled_columns(row: Mapping[int, Sel], searched: Definition, header: Header) -> list[Temuan]:
    """Say so when two columns have the header of one input: nobody knows which of them was meant."""
    inputs = {column.kunci for column in searched.lembar.daftar_kolom if column.isian or column.kunci == KUNCI.kunci}
    found = []
    for column, cell in row.items():
        key = searched.titles.get(title_of(cell), "") if cell.jenis is JenisSel.TEKS else ""
        if key in inputs and header.columns[key] != column:
            place, title = letters(header.columns[key]), searched.lembar.kolom(key).judul
            found.append(temuan("kolom-ganda", cell.asal, kolom=title, lain=place))
    return found


def doubted_columns(sheet: Sheet, definition: Lembar, header: Header, rows: Iterable[Baris]) -> Iterator[Temuan]:
    """Say so when a column that nobody knows is filled in the place of an input whose header stands elsewhere.

    Somebody who looks at the sheet takes it for the input, while what is read stands in another or a hidden column.
    """
    filled: dict[int, Sel] = {}
    for row in rows:
        for column, cell in sheet.row(row.nomor).items():
            if not cell.terkunci and not cell.kosong:
                filled.setdefault(column, cell)
    unknown = filled.keys() - set(header.columns.values())
    named = _named_by_the_planner(sheet, definition, header)
    for number, input_ in enumerate(definition.daftar_kolom):
        own = header.columns.get(input_.kunci)
        if own is None or not input_.isian:
            continue
        is_unseen = own in filled and sheet.raw.hides_column(own)
        place = _place(definition.daftar_kolom, number, header)
        candidates = set(place.columns) if is_unseen else set(place.taken_from(own)) - named
        for column in sorted(unknown & candidates):
            yield temuan("kolom-diragukan", filled[column].asal, kolom=input_.judul, lain=letters(own))


def _named_by_the_planner(sheet: Sheet, definition: Lembar, header: Header) -> set[int]:
    """Return the columns with a title: in a table that a planner fills or pastes, one of an unknown title is a note."""
    titles = sheet.row(header.row) if definition.baris_kosong else {}
    return {column for column, title in titles.items() if not title.kosong}


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a column belongs: between the nearest known neighbours, as one of so many.

    Attributes:
        columns: The columns of the sheet between these neighbours.
        number: Which of them it is.
        width: How many belong there.
    """

    columns: range
    number: int
    width: int

    def taken_from(self, own: int) -> Iterable[int]:
        """Return the columns that may have taken the place of one that stands at `own`.

        Where that stands between its neighbours a column beside it is a note of somebody's, unless just as many stand
        there as belong there and they changed places.
        """
        if own not in self.columns:
            return self.columns
        return self.columns[self.number : self.number + 1] if len(self.columns) == self.width else ()


def _place(columns: tuple[Kolom, ...], number: int, header: Header) -> _Place:
    """Return where a column belongs, told by the nearest columns before and behind it that have their headers."""
    before = next((n for n in reversed(range(number)) if columns[n].kunci in header.columns), None)
    behind = next((n for n in range(number + 1, len(columns)) if columns[n].kunci in header.columns), None)
    if before is None or behind is None:
        return _Place(range(0), 0, 0)
    left, right = (header.columns[columns[n].kunci] for n in (before, behind))
    return _Place(range(left + 1, right), number - before - 1, behind - before - 1)
