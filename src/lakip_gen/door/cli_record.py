"""The command that writes down what people did outside the program, lists it, and takes it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

import click

from lakip_gen.door import screen
from lakip_gen.door.exit_codes import ExitCode
from lakip_gen.door.period import PERIOD
from lakip_gen.door.words import Command, json_option, working_folder, workspace_option

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path

    from lakip_gen.alur.catat import HasilTerima
    from lakip_gen.domain.periode import Periode
    from lakip_gen.storage.workspace import Workspace

ACCEPT = "terima"
LONGEST_REASON = 1_000


@click.command(cls=Command)
@click.argument("period", type=PERIOD, metavar="PERIODE")
@click.argument("words", nargs=-1, metavar="[terima ISI]")
@click.option("--unit", "unit", default="", metavar="KODE", help="Unit yang formulirnya diterima.")
@click.option(
    "--tanggal",
    "date_given",
    type=click.DateTime(["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"]),
    metavar="TAHUN-BULAN-HARI",
    help="Tanggal kejadiannya; bila tidak ditulis, hari ini.",
)
@click.option("--oleh", "by", default="", metavar="SIAPA", help="Siapa yang memutuskan, misalnya jabatannya.")
@click.option("--batal", "taken_back", type=int, default=None, metavar="NOMOR", help="Batalkan catatan nomor ini.")
@workspace_option
@json_option
def catat(
    period: Periode,
    words: tuple[str, ...],
    unit: str,
    date_given: datetime | None,
    by: str,
    taken_back: int | None,
    folder: Path,
    as_json: bool,  # noqa: FBT001 - click
) -> int:
    """Mencatat apa yang diterima dengan alasan; tanpa isi, menampilkan yang sudah dicatat.

    \b
    Contoh:
      lakip-gen catat 2025-TW1
      lakip-gen catat 2025-TW1 terima --unit SEKRETARIAT "Pergeseran anggaran belum masuk"
      lakip-gen catat 2025-TW1 --batal 7
    """  # noqa: D301 - click reads \b as "keep these lines"
    workspace = working_folder(folder)
    if taken_back is not None:
        if words:
            _refuse("Tulis --batal NOMOR saja, tanpa kata lain.")
        _take_back(workspace, period, taken_back)
    elif words:
        if words[0] != ACCEPT:
            _refuse(f"“{words[0]}” bukan yang dapat dicatat. Yang dikenal: {ACCEPT}.")
        return _accept(workspace, period, unit, _reason(words[1:]), by, _day(date_given), as_json=as_json)
    return _list(workspace, period, as_json=as_json)


def _refuse(sentence: str) -> NoReturn:
    raise click.UsageError(sentence)


def _reason(words: tuple[str, ...]) -> str:
    """Return the reason on one line, or say that there must be one."""
    from lakip_gen.domain.teks import bersihkan

    reason = " ".join(bersihkan(" ".join(words)).split())
    if not reason:
        _refuse('Alasannya belum ditulis, misalnya: terima --unit SEKRETARIAT "Pergeseran anggaran belum masuk".')
    if len(reason) > LONGEST_REASON:
        _refuse(f"Alasannya {len(reason)} huruf; paling banyak {LONGEST_REASON}.")
    return reason


def _day(date_given: datetime | None) -> date | None:
    return date_given.date() if date_given else None


def _accept(
    workspace: Workspace, period: Periode, unit: str, reason: str, by: str, day: date | None, *, as_json: bool
) -> int:
    from lakip_gen.alur.catat import terima
    from lakip_gen.domain.periode import Jenis
    from lakip_gen.storage.lock import lock_workspace

    if period.jenis is not Jenis.TRIWULAN:
        _refuse(f"Formulir diterima per triwulan; tulislah misalnya {period.tahun}-TW1.")
    if not unit:
        _refuse("Unitnya belum disebut: tambahkan --unit KODE.")
    with lock_workspace(workspace.root):
        try:
            result = terima(workspace, period, unit, reason, oleh=" ".join(by.split()), tanggal=day)
        except KeyError:
            _refuse(f"Unit “{unit}” tidak ada di buku induk {period.tahun}; tulis kodenya seperti di lembar Unit.")
    if result.unit is None:
        screen.print_findings(result.periksa.daftar_temuan, everything=True)
        return ExitCode.UNFIT_BASIS
    if as_json:
        _print_accepted(period, result)
    else:
        screen.print_accepted(period, result)
    return ExitCode.FINDINGS if result.daftar_tetap else ExitCode.DONE


def _print_accepted(period: Periode, result: HasilTerima) -> None:
    from lakip_gen.alur.ringkasan import daftar_terbaca

    screen.print_json(
        {
            "periode": str(period),
            "unit": result.unit.unit.kode if result.unit else None,
            "nomor": result.penerimaan.nomor if result.penerimaan else None,
            "diterima": daftar_terbaca(result.daftar_diterima) if result.penerimaan else [],
            "temuan": daftar_terbaca(result.daftar_tetap),
        }
    )


def _take_back(workspace: Workspace, period: Periode, number: int) -> None:
    from lakip_gen.alur.catat import batalkan
    from lakip_gen.storage.lock import lock_workspace

    with lock_workspace(workspace.root):
        fault = batalkan(workspace, period, number)
    if fault:
        _refuse(f"{fault} Lihat nomornya dengan: lakip-gen catat {period}")


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
    return ExitCode.FINDINGS if ada_galat(notes.daftar_temuan) else ExitCode.DONE
