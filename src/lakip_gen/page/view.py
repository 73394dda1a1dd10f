"""The first screen: what to do now, and where everything stands, in the words of the files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from lakip_gen.alur.halaman_status import tabel_formulir, tabel_langkah, tabel_laporan
from lakip_gen.alur.kembalian import pengingat_tiap_unit, pesan_tiap_unit
from lakip_gen.alur.papan import Papan
from lakip_gen.alur.status_tahun import KeadaanTahun
from lakip_gen.domain.periode import Jenis, Periode
from lakip_gen.domain.sop import Bukti
from lakip_gen.domain.temuan import Tingkat
from lakip_gen.html.status import Row, Table
from lakip_gen.page.next_step import NextStep, next_step
from lakip_gen.pesan.bahasa import oleh_pada
from lakip_gen.pesan.katalog import jelaskan_semua
from lakip_gen.pesan.kelompok import BarisTemuan, KelompokUnit, kelompokkan
from lakip_gen.pesan.tindakan import Pintu, ucapkan
from lakip_gen.sop.keadaan import Keadaan, KeadaanLangkah
from lakip_gen.sop.kertas import adalah_rapat
from lakip_gen.sop.peristiwa import TETAP, BukuPeristiwa
from lakip_gen.sop.peristiwa import Jenis as Kejadian

_NOTED: Final = TETAP - {Kejadian.DISAHKAN, Kejadian.DIBUKA}
"""What the program notes by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """One period in the line of periods.

    Attributes:
        code: As commands name it.
        name: As people read it.
        state: Where its report stands, in a mark and a word.
        is_shown: Whether it is the one on the screen.
    """

    code: str
    name: str
    state: str
    is_shown: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of the SOP that is under way or was sent back.

    Attributes:
        mark: As people call it.
        said: What is to be done.
        by: Who owes it; empty where nobody is named.
        waiting: What it waits for.
        is_sent_back: Whether it was done before and came back.
        is_recorded: Whether people record that it is done.
        decides: Whether it decides something.
        is_meeting: Whether it is a meeting, which decides who does what by when.
    """

    mark: str
    said: str
    by: str
    waiting: str
    is_sent_back: bool
    is_recorded: bool
    decides: bool
    is_meeting: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One thing that people recorded.

    Attributes:
        number: Its number among all events of the period.
        said: What it is and what was said, in words.
        by: Who said it, and when.
        is_taken_back: Whether it no longer counts.
        can_be_taken_back: Whether it can be taken back.
    """

    number: int
    said: str
    by: str
    is_taken_back: bool
    can_be_taken_back: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report of the year: its row in the files' table, and what can be done with it."""

    code: str
    row: Row
    draft: str
    is_sealed: bool
    can_hand_out: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitFindings:
    """What was found in a unit's forms of the period, and the text that tells it so."""

    group: KelompokUnit
    message: str
    reminder: str

    @property
    def lines(self) -> tuple[BarisTemuan, ...]:
        """What is to be mended or explained; what only informs stands in the page of findings."""
        return tuple(line for line in self.group.daftar_baris if line.tingkat is not Tingkat.INFO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """The whole first screen of a year whose buku induk is fit."""

    agency: str
    year: int
    years: tuple[int, ...]
    period: Periode
    tabs: tuple[Tab, ...]
    now: NextStep
    forms: Table
    steps: tuple[Step, ...]
    all_steps: Table
    reports: Table
    report_rows: tuple[Report, ...]
    units: tuple[UnitFindings, ...]
    loose: tuple[BarisTemuan, ...]
    unit_codes: tuple[tuple[str, str], ...]
    indicators: tuple[tuple[str, str], ...]


def current_period(year: KeadaanTahun) -> Periode:
    """Return the period that is worked on: the first whose report is not made of what lies there now."""
    for period, board in year.per_periode.items():
        if board.sah is None and not (board.terkini and year.per_draf[period].nama):
            return period
    unsealed = (period for period, board in year.per_periode.items() if board.sah is None)
    return next(unsealed, year.hasil.periode)


def screen_of(year: KeadaanTahun, years: tuple[int, ...], wanted: Periode | None, today: date) -> Screen:
    """Return the screen of a year.

    Args:
        year: Where it stands.
        years: All years that the folder has.
        wanted: The period to be shown; None for the one that is worked on.
        today: The day of the look.
    """
    period = wanted if wanted and wanted in year.per_periode else current_period(year)
    board = year.per_periode[period]
    reports = tabel_laporan(year)
    return Screen(
        agency=year.induk.instansi.nama,
        year=period.tahun,
        years=years,
        period=period,
        tabs=tuple(_tab(year, one, period) for one in year.per_periode),
        now=next_step(year, period),
        forms=tabel_formulir(year),
        steps=tuple(_steps(board)),
        all_steps=tabel_langkah(period, board, Pintu.HALAMAN),
        reports=reports,
        report_rows=tuple(_report(year, one, row) for one, row in zip(year.per_periode, reports.rows, strict=True)),
        units=_units(board, today),
        loose=loose(board),
        indicators=tuple((one.kode, one.nama) for one in year.induk.pada(period.akhir).daftar_indikator),
        unit_codes=tuple((unit.kode, unit.nama) for unit in year.induk.pada(period.akhir).daftar_unit),
    )


def records_of(events: BukuPeristiwa) -> tuple[Record, ...]:
    """Return what people recorded of a period; what the program notes by itself is left out."""
    return tuple(
        Record(
            number=number,
            said=": ".join(filter(None, (f"{one.jenis.value} {one.langkah or one.unit}".strip(), one.isi))),
            by=oleh_pada(one.oleh, one.tanggal or one.dicatat.date()).strip(),
            is_taken_back=number in events.dibatalkan,
            can_be_taken_back=one.jenis not in TETAP and number not in events.dibatalkan,
        )
        for number, one in events.daftar.items()
        if one.jenis not in _NOTED
    )


def _tab(year: KeadaanTahun, period: Periode, shown: Periode) -> Tab:
    board, draft = year.per_periode[period], year.per_draf[period]
    if board.sah:
        state = "✓ disahkan"
    elif draft.nama:
        state = "draf siap" if board.terkini else "! susun lagi"
    else:
        state = "○ belum"
    name = str(period.tahun) if period.jenis is Jenis.TAHUN else period.nama_pendek
    return Tab(code=str(period), name=name, state=state, is_shown=period == shown)


def _steps(board: Papan) -> Iterator[Step]:
    """Yield what is under way; a refusal is told where work waits, at the step that it sends back to."""
    for step in board.daftar_langkah:
        is_sent_back = step.keadaan is Keadaan.DIKEMBALIKAN and not step.langkah.kembali
        if step.keadaan is Keadaan.BERJALAN or is_sent_back:
            yield _step(step, is_sent_back=is_sent_back)


def _step(step: KeadaanLangkah, *, is_sent_back: bool) -> Step:
    proof = step.langkah.selesai_bila
    return Step(
        mark=step.langkah.tanda,
        said=step.langkah.kegiatan,
        by=step.langkah.pelaksana,
        waiting=ucapkan(step.tunggu, Pintu.HALAMAN),
        is_sent_back=is_sent_back,
        is_recorded=proof in {Bukti.ORANG, Bukti.PUTUSAN},
        decides=proof is Bukti.PUTUSAN,
        is_meeting=adalah_rapat(step.langkah),
    )


def _report(year: KeadaanTahun, period: Periode, row: Row) -> Report:
    return Report(
        code=str(period),
        row=row,
        draft=year.per_draf[period].nama,
        is_sealed=year.per_periode[period].sah is not None,
        can_hand_out=period.jenis is Jenis.TRIWULAN,
    )


def _units(board: Papan, today: date) -> tuple[UnitFindings, ...]:
    """Return what was found unit by unit, with the same texts that a run writes."""
    if board.rekap is None:
        return ()
    read = jelaskan_semua(board.hasil.semua_temuan)
    shown = jelaskan_semua(board.hasil.semua_temuan, Pintu.HALAMAN)
    groups = [one for one in kelompokkan(board.rekap.daftar_status, shown) if one.kode]
    messages = pesan_tiap_unit(board.rekap, board.hasil, read, today)
    reminders = pengingat_tiap_unit(board.rekap, board.hasil, today)
    return tuple(
        UnitFindings(group=one, message=messages.get(one.kode, ""), reminder=reminders.get(one.kode, ""))
        for one in groups
    )


def loose(board: Papan) -> tuple[BarisTemuan, ...]:
    """Return what was found that belongs to no unit."""
    groups = kelompokkan((), jelaskan_semua(tuple(one for one in board.temuan_lepas if not one.unit), Pintu.HALAMAN))
    return tuple(line for group in groups for line in group.daftar_baris)
