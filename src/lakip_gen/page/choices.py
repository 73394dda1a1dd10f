"""What can be recorded or chosen on the page beside the next step: agencies outside, corrections, templates."""

from __future__ import annotations

from dataclasses import dataclass

from lakip_gen.alur.status_tahun import KeadaanTahun
from lakip_gen.alur.templat import NAMA_TEMPLAT, TEMPLAT_BULAN
from lakip_gen.domain.periode import NAMA_BULAN, Jenis, Periode
from lakip_gen.sop.peristiwa import BukuPeristiwa
from lakip_gen.storage.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """An agency outside the office that is asked for data in the quarter."""

    code: str
    name: str
    has_answered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A correction that people wrote into a draft, by its number in the list of corrections."""

    number: int
    said: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What there is to choose from for a period.

    Attributes:
        outside: The agencies that are asked in the quarter.
        corrections: The corrections that a run noted.
        templates: The names of the templates that no period takes by itself.
        months: The months of the year, by number.
        is_sealed: Whether there is an archive to be verified.
    """

    outside: tuple[Outside, ...]
    corrections: tuple[Correction, ...]
    templates: tuple[str, ...]
    months: tuple[tuple[int, str], ...]
    is_sealed: bool


def choices_of(workspace: Workspace, year: KeadaanTahun, period: Periode, events: BukuPeristiwa) -> Choices:
    """Return what there is to choose from for a period of a year whose buku induk is fit."""
    own = {*NAMA_TEMPLAT.values(), TEMPLAT_BULAN}
    return Choices(
        outside=_outside(year, period, events) if period.jenis is Jenis.TRIWULAN else (),
        corrections=_corrections(events),
        templates=tuple(file.stem for file in workspace.template_files() if file.name not in own),
        months=tuple(enumerate(NAMA_BULAN, start=1)),
        is_sealed=year.per_periode[period].sah is not None,
    )


def _outside(year: KeadaanTahun, period: Periode, events: BukuPeristiwa) -> tuple[Outside, ...]:
    answered = events.yang_menjawab
    return tuple(
        Outside(code=one.kode, name=one.nama, has_answered=one.kode.casefold() in answered)
        for one in year.induk.pada(period.akhir).diminta_luar(period)
    )


def _corrections(events: BukuPeristiwa) -> tuple[Correction, ...]:
    answers = events.jawaban_koreksi
    return tuple(
        Correction(number=number, said=one.isi, answer=answers[one.sidik].isi if one.sidik in answers else "")
        for number, one in enumerate(events.daftar_koreksi, start=1)
    )
