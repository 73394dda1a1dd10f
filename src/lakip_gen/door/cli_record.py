"""The command that writes down what people did outside the program, lists it, and takes it back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click
from click.core import ParameterSource

from lakip_gen.door import screen
from lakip_gen.door.exit_codes import ExitCode
from lakip_gen.door.period import PERIOD
from lakip_gen.door.said import said
from lakip_gen.door.words import (
    Command,
    DayType,
    by_option,
    date_option,
    json_option,
    refuse_far,
    working_folder,
    workspace_option,
)

if TYPE_CHECKING:
    from datetime import date

    from lakip_gen.alur.catat import HasilTerima
    from lakip_gen.alur.langkah import Isian
    from lakip_gen.domain.periode import Periode
    from lakip_gen.storage.workspace import Workspace

ACCEPT = "terima"
CORRECTION = "koreksi"
KEYED_IN = "disalin"
DECISIONS = {"setuju": True, "tidak": False}
STEP = "langkah"
TAKE_BACK = "--batal"
LIST = "daftar catatan"
LONGEST_REASON = 1_000
ALWAYS = frozenset({"folder", "as_json"})
TAKES = {
    STEP: frozenset({"units", "day", "by", "evidence", "indicator", "pic", "due"}),
    ACCEPT: frozenset({"units", "cells", "day", "by", "evidence"}),
    CORRECTION: frozenset({"day", "by"}),
    KEYED_IN: frozenset({"units", "day", "by", "evidence"}),
    TAKE_BACK: frozenset({"taken_back"}),
    LIST: frozenset(),
}
"""The options that each kind of record takes; another one would be lost without a word."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be accepted, and who says so."""

    unit: str
    reason: str
    cells: tuple[str, ...]
    by: str
    day: date | None
    evidence: Path | None


@click.command(cls=Command)
@click.argument("period", type=PERIOD, metavar="PERIODE")
@click.argument("words", nargs=-1, metavar="[LANGKAH [setuju|tidak]] [terima|disalin] [koreksi NOMOR] [ISI]")
@click.option(
    "--unit",
    "units",
    multiple=True,
    metavar="KODE",
    help="Unit yang diterima atau dikembalikan; instansi luar yang menjawab.",
)
@click.option(
    "--sel", "cells", multiple=True, metavar="LEMBAR!SEL", help="Hanya keraguan di sel ini, misalnya Anggaran!F8."
)
@date_option("Tanggal kejadiannya; bila tidak ditulis, hari ini.")
@by_option
@click.option(
    "--bukti", "evidence", type=click.Path(path_type=str), default=None, metavar="BERKAS", help="Pindaian buktinya."
)
@click.option("--indikator", "indicator", default="", metavar="KODE", help="Keputusan rapat: indikatornya.")
@click.option("--pic", default="", metavar="SIAPA", help="Keputusan rapat: penanggung jawabnya.")
@click.option("--batas", "due", type=DayType(), metavar="HARI-BULAN-TAHUN", help="Keputusan rapat: batas waktunya.")
@click.option("--batal", "taken_back", type=int, default=None, metavar="NOMOR", help="Batalkan catatan nomor ini.")
@workspace_option
@json_option
def catat(
    period: Periode,
    words: tuple[str, ...],
    units: tuple[str, ...],
    cells: tuple[str, ...],
    day: date | None,
    by: str,
    evidence: str | None,
    indicator: str,
    pic: str,
    due: date | None,
    taken_back: int | None,
    folder: Path,
    as_json: bool,  # noqa: FBT001 - click
) -> int:
    """Mencatat langkah SOP, putusan, dan penerimaan dengan alasan; tanpa isi, menampilkan yang sudah dicatat.

    \b
    Contoh:
      lakip-gen catat 2025-TW1
      lakip-gen catat 2025-TW1 5 "Rapat di ruang Sekretaris" --tanggal 08-04-2025
      lakip-gen catat 2025-TW1 5 "Percepat jawaban" --indikator I1.2 --pic Kabid --batas 30-06-2025
      lakip-gen catat 2025-TW1 10 setuju --oleh Sekretaris
      lakip-gen catat 2025-TW1 10 tidak --unit BIDANG-IKP "Lengkapi penyebab capaian di bawah target"
      lakip-gen catat 2025-TW1 terima --unit SEKRETARIAT "Pergeseran anggaran belum masuk"
      lakip-gen catat 2025-TW1 terima --unit BPS "Surat jawaban 12 April" --bukti jawaban.pdf
      lakip-gen catat 2025-TW1 koreksi 3 "Angka sudah sesuai formulir"
      lakip-gen catat 2025-TW1 disalin --unit SEKRETARIAT --oleh "Staf Perencanaan" --bukti formulir.pdf
      lakip-gen catat 2025-TW1 --batal 7
    """  # noqa: D301 - click reads \b as "keep these lines"
    workspace, said_by = working_folder(folder), " ".join(by.split())
    kind = _kind(words, taken_back)
    _refuse_lost(kind)
    refuse_far(day, period)
    shown = _evidence(evidence)
    if taken_back is not None:
        _take_back(workspace, period, taken_back, words)
    elif kind == ACCEPT:
        asked = Asked(unit=_one(units), reason=_reason(words[1:]), cells=cells, by=said_by, day=day, evidence=shown)
        return _accept(workspace, period, asked, as_json=as_json)
    elif kind == CORRECTION:
        _answer(workspace, period, words[1:], by=said_by, day=day)
    elif kind == KEYED_IN:
        _keyed_in(workspace, period, words[1:], units, by=said_by, day=day, evidence=shown)
    elif kind == STEP:
        step = _step(words, units, by, day, shown)
        step = replace(step, indikator=indicator.strip(), pic=" ".join(pic.split()), batas=due)
        return _record_step(workspace, period, step, as_json=as_json)
    return _list(workspace, period, as_json=as_json)


def _kind(words: tuple[str, ...], taken_back: int | None) -> str:
    """Return what is to be done, by the words of the command."""
    if taken_back is not None:
        return TAKE_BACK
    first = words[0].casefold() if words else LIST
    return first if first in TAKES else STEP


def _refuse_lost(kind: str) -> None:
    """Refuse an option that this kind of record has no place for."""
    context = click.get_current_context()
    for option in context.command.params:
        given = context.get_parameter_source(option.name or "") is ParameterSource.COMMANDLINE
        if given and isinstance(option, click.Option) and option.name not in TAKES[kind] | ALWAYS:
            where = "tanpa langkah, terima, disalin, atau koreksi" if kind == LIST else f"pada {kind}"
            _refuse(f"{option.opts[0]} tidak dipakai {where}, jadi tidak ada yang dicatat.")


def _evidence(evidence: str | None) -> Path | None:
    """Return where a scan lies; a name that is empty is somebody's slip, and no record without a scan."""
    if evidence is not None and not evidence.strip():
        _refuse("Nama berkas bukti kosong; tulis letak berkasnya sesudah ⟦--bukti⟧.")
    return Path(evidence) if evidence else None


def _keyed_in(
    workspace: Workspace,
    period: Periode,
    words: tuple[str, ...],
    units: tuple[str, ...],
    *,
    by: str,
    day: date | None,
    evidence: Path | None,
) -> None:
    """Record who keyed in a form that was filled on paper."""
    from lakip_gen.alur.bukti import TidakDicatat
    from lakip_gen.alur.catat import salin
    from lakip_gen.domain.periode import Jenis
    from lakip_gen.storage.lock import lock_workspace

    if len(units) != 1 or not by or period.jenis is not Jenis.TRIWULAN:
        _refuse("Sebutkan triwulan, satu unit, dan penyalinnya: ⟦catat PERIODE disalin --unit KODE --oleh SIAPA⟧.")
    with lock_workspace(workspace.root):
        try:
            salin(workspace, period, units[0], by, _one_line(words), day, evidence)
        except TidakDicatat as fault:
            _refuse(str(fault))


def _answer(workspace: Workspace, period: Periode, words: tuple[str, ...], *, by: str, day: date | None) -> None:
    """Record the answer to a correction."""
    from lakip_gen.alur.bukti import TidakDicatat
    from lakip_gen.alur.catat import jawab_koreksi
    from lakip_gen.storage.lock import lock_workspace

    answer = _one_line(words[1:])
    if not words or not words[0].isdecimal() or not answer:
        _refuse('Tulis nomor koreksi dan jawabannya, misalnya: koreksi 3 "Angka sudah sesuai formulir".')
    with lock_workspace(workspace.root):
        try:
            jawab_koreksi(workspace, period, int(words[0]), answer, oleh=by, tanggal=day)
        except TidakDicatat as fault:
            _refuse(str(fault))


def _refuse(sentence: str) -> NoReturn:
    raise click.UsageError(sentence)


def _one(units: tuple[str, ...]) -> str:
    if len(units) != 1:
        _refuse("Sebutkan satu unit: tambahkan ⟦--unit⟧ KODE.")
    return units[0]


def _reason(words: tuple[str, ...]) -> str:
    """Return the reason on one line, or say that there must be one."""
    reason = _one_line(words)
    if not reason:
        _refuse('Alasannya belum ditulis, misalnya: terima ⟦--unit⟧ SEKRETARIAT "Pergeseran anggaran belum masuk".')
    return reason


def _one_line(words: tuple[str, ...]) -> str:
    """Return what somebody says on one line, of a length that a list can show."""
    from lakip_gen.domain.teks import bersihkan

    said = " ".join(bersihkan(" ".join(words)).split())
    if len(said) > LONGEST_REASON:
        _refuse(f"Isinya {len(said)} huruf; paling banyak {LONGEST_REASON}.")
    return said


def _accept(workspace: Workspace, period: Periode, asked: Asked, *, as_json: bool) -> int:
    from lakip_gen.alur.bukti import TidakDicatat
    from lakip_gen.alur.catat import terima
    from lakip_gen.domain.periode import Jenis
    from lakip_gen.storage.lock import lock_workspace

    if period.jenis is not Jenis.TRIWULAN:
        _refuse(f"Formulir diterima per triwulan; tulislah misalnya {period.tahun}-TW1.")
    with lock_workspace(workspace.root):
        try:
            result = terima(
                workspace,
                period,
                asked.unit,
                asked.reason,
                daftar_sel=asked.cells,
                oleh=asked.by,
                tanggal=asked.day,
                bukti=asked.evidence,
            )
        except TidakDicatat as fault:
            _refuse(str(fault))
        except KeyError:
            _refuse(
                f"Unit “{asked.unit}” tidak ada di buku induk {period.tahun}; tulis kodenya seperti di lembar Unit "
                "atau Instansi Luar."
            )
    if result.unit is None and result.luar is None:
        screen.print_findings(result.periksa.daftar_temuan, everything=True)
        return ExitCode.UNFIT_BASIS
    if as_json:
        _print_accepted(period, result)
    else:
        screen.print_accepted(period, result)
    return ExitCode.FINDINGS if result.daftar_tetap else ExitCode.DONE


def _step(words: tuple[str, ...], units: tuple[str, ...], by: str, day: date | None, evidence: Path | None) -> Isian:
    """Return what is to be recorded of a step, from the words of the command."""
    from lakip_gen.alur.langkah import Isian

    decision = DECISIONS.get(words[1].casefold()) if len(words) > 1 else None
    return Isian(
        tanda=words[0],
        setuju=decision,
        daftar_unit=units,
        isi=_one_line(words[1:] if decision is None else words[2:]),
        oleh=" ".join(by.split()),
        tanggal=day,
        bukti=evidence,
    )


def _record_step(workspace: Workspace, period: Periode, step: Isian, *, as_json: bool) -> int:
    from lakip_gen.alur.bukti import TidakDicatat
    from lakip_gen.alur.langkah import catat_langkah
    from lakip_gen.alur.papan import ringkas_papan
    from lakip_gen.door.board import print_board
    from lakip_gen.storage.lock import lock_workspace

    with lock_workspace(workspace.root):
        try:
            board = catat_langkah(workspace, period, step)
        except TidakDicatat as fault:
            _refuse(str(fault))
    if board.rekap is None:
        screen.print_findings(board.hasil.daftar_temuan, everything=True)
        return ExitCode.UNFIT_BASIS
    if as_json:
        screen.print_json(ringkas_papan(board))
    else:
        click.echo(f"Dicatat: langkah {step.tanda} {period.nama}.")
        print_board(board.daftar_langkah)
    return ExitCode.DONE


def _print_accepted(period: Periode, result: HasilTerima) -> None:
    from lakip_gen.alur.ringkasan import daftar_terbaca

    screen.print_json(
        {
            "periode": str(period),
            "unit": result.unit.unit.kode if result.unit else None,
            "instansi_luar": result.luar.kode if result.luar else None,
            "nomor": result.penerimaan.nomor if result.penerimaan else None,
            "diterima": daftar_terbaca(result.daftar_diterima) if result.penerimaan else [],
            "temuan": daftar_terbaca(result.daftar_tetap),
        }
    )


def _take_back(workspace: Workspace, period: Periode, number: int, words: tuple[str, ...]) -> None:
    from lakip_gen.alur.catat import batalkan
    from lakip_gen.storage.lock import lock_workspace

    if words:
        _refuse("Tulis ⟦catat PERIODE --batal NOMOR⟧ saja, tanpa kata lain.")
    with lock_workspace(workspace.root):
        fault = batalkan(workspace, period, number)
    if fault:
        _refuse(f"{fault} Lihat nomornya dengan: ⟦catat {period}⟧")


def _list(workspace: Workspace, period: Periode, *, as_json: bool) -> int:
    from lakip_gen.alur.catat import daftar_catatan, sebagai_objek
    from lakip_gen.alur.ringkasan import daftar_terbaca
    from lakip_gen.pesan.katalog import ada_galat

    notes = daftar_catatan(workspace, period)
    if as_json:
        found = daftar_terbaca(notes.daftar_temuan)
        screen.print_json({"periode": str(period), "catatan": sebagai_objek(notes), "temuan": found})
    else:
        screen.print_notes(period, notes)
        _ask(workspace, period)
    return ExitCode.FINDINGS if ada_galat(notes.daftar_temuan) else ExitCode.DONE


def _ask(workspace: Workspace, period: Periode) -> None:
    """Print, numbered, what people have to say about the steps that are under way, each with its command."""
    from datetime import datetime

    from lakip_gen.alur.papan import susun_papan
    from lakip_gen.domain.sop import Bukti
    from lakip_gen.domain.teks import untuk_layar
    from lakip_gen.door.board import short_activity
    from lakip_gen.sop.keadaan import Keadaan

    asked = {
        Bukti.ORANG: ("sudah dikerjakan?", ('"KETERANGAN"',)),
        Bukti.PUTUSAN: ("setuju atau tidak?", ("setuju", 'tidak "SARAN"')),
    }
    steps = susun_papan(workspace, period, datetime.now().astimezone().date()).daftar_langkah
    waiting = [one for one in steps if one.keadaan is not Keadaan.SELESAI and one.langkah.selesai_bila in asked]
    due = [one for one in waiting if one.keadaan is not Keadaan.MENUNGGU]
    if due:
        click.echo("\nYang perlu dicatat")
    for number, one in enumerate(due, start=1):
        question, answers = asked[one.langkah.selesai_bila]
        asks = untuk_layar(f"Langkah {one.langkah.tanda}, {short_activity(one)}: {question}")
        click.echo(f"  {number:>3}. {asks}")
        for answer in answers:
            click.echo(said(f"       ⟦catat {period} {one.langkah.tanda} {answer}⟧"))
