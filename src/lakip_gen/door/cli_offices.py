"""The command for many offices at once: each one's own run, then what is known of all of them."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import click

from lakip_gen.door import screen
from lakip_gen.door.exit_codes import ExitCode
from lakip_gen.door.period import PERIOD
from lakip_gen.door.words import FOLDER, Command, json_option

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from lakip_gen.alur.kabupaten import HasilKabupaten, LarianInstansi
    from lakip_gen.domain.periode import Periode
    from lakip_gen.machines.machine import Machine

PROCESSES, DASK = "proses", "dask"
WIDEST_NAME = 48
"""So many letters of the longest name decide where the figures begin; a longer one moves only its own."""


@click.command(cls=Command)
@click.argument("folder", type=FOLDER, metavar="FOLDER")
@click.argument("period", type=PERIOD, metavar="PERIODE")
@click.option(
    "--mesin",
    "machine",
    type=click.Choice([PROCESSES, DASK]),
    default=PROCESSES,
    metavar="MESIN",
    help="proses: semua inti komputer ini (bawaan); dask: klaster Dask di alamat yang ditulis.",
)
@click.option(
    "--alamat", "address", default="", metavar="ALAMAT", help="Alamat klaster Dask, misalnya tcp://host:8786."
)
@json_option
def kabupaten(folder: Path, period: Periode, machine: str, address: str, as_json: bool) -> int:  # noqa: FBT001 - click
    """Menyusun laporan semua perangkat daerah di dalam FOLDER, lalu merekapnya untuk kepala daerah."""
    from datetime import datetime

    from lakip_gen.alur.kabupaten import susun_kabupaten_baru
    from lakip_gen.machines.machine import UnreachableError
    from lakip_gen.storage.lock import lock_workspace

    folder = folder.resolve()
    offices, chosen = _offices(folder), _machine(machine, address)
    with lock_workspace(folder), screen.progress() as step:
        try:
            runs = _run_all(chosen, offices, period, step)
        except UnreachableError as error:
            click.echo(str(error), err=True)
            return ExitCode.FILE_FAULT
        result = susun_kabupaten_baru(folder, period, runs, datetime.now().astimezone().date())
    if as_json:
        screen.print_json(result.ringkasan)
    else:
        _print(result, folder)
    worst = max(run.kode_keluar for run in runs)
    return max(worst, ExitCode.FILE_FAULT) if result.daftar_terkunci else worst


def _offices(folder: Path) -> Sequence[Path]:
    """Return the working folders in a folder.

    Raises:
        click.UsageError: When there is none, with what to do about it.
    """
    from lakip_gen.alur.kabupaten import daftar_ruang
    from lakip_gen.storage.workspace import Workspace

    if not folder.is_dir():
        raise click.UsageError(f"Folder {folder} tidak ditemukan.")
    if Workspace(folder).exists:
        raise click.UsageError(
            f"{folder} adalah ruang kerja satu instansi. Tulislah folder di atasnya, yang memuat ruang kerja semua "
            "perangkat daerah."
        )
    if offices := daftar_ruang(folder):
        return offices
    raise click.UsageError(
        f"Di dalam {folder} tidak ada ruang kerja. Taruhlah ruang kerja tiap perangkat daerah di sana, masing-masing "
        "satu folder."
    )


def _machine(name: str, address: str) -> Machine:
    from lakip_gen.machines.cluster import ClusterMachine
    from lakip_gen.machines.processes import ProcessMachine

    if (name == DASK) != bool(address):
        raise click.UsageError(
            "--mesin dask dan --alamat ditulis bersama, misalnya --mesin dask --alamat tcp://host:8786."
        )
    return ClusterMachine(address) if address else ProcessMachine(stopping=_stopping)


def _stopping(under_way: int) -> None:
    """Say what is waited for: whoever pressed Ctrl+C would think that nothing happens."""
    click.echo(
        f"\nMenunggu {under_way} instansi yang sedang dikerjakan sampai selesai; yang lain tidak dimulai.", err=True
    )


def _run_all(
    machine: Machine, folders: Sequence[Path], period: Periode, step: Callable[[str], None]
) -> tuple[LarianInstansi, ...]:
    """Return what became of every office, whichever of them ended first."""
    from lakip_gen.alur.kabupaten import LarianInstansi
    from lakip_gen.door.office import Office, run_office
    from lakip_gen.machines.machine import Failed

    runs = []
    with closing(machine.run(run_office, [Office(folder, str(period)) for folder in folders])) as ended:
        for done in ended:
            name, result = done.item.folder.name, done.result
            step(name)
            if isinstance(result, Failed):
                code = int(ExitCode.PROGRAM_FAULT)
                result = LarianInstansi(folder=name, kode_keluar=code, halangan=result.reason, ringkasan={})
            runs.append(result)
    return tuple(sorted(runs, key=lambda run: run.folder.casefold()))


def _print(result: HasilKabupaten, folder: Path) -> None:
    from lakip_gen.domain.teks import untuk_layar
    from lakip_gen.storage.workspace import Workspace

    view = result.pandangan
    click.echo(f"{view.judul} {view.periode}")
    width = min(max(len(one.nama) for one in view.daftar_instansi), WIDEST_NAME)
    for one, shown in zip(result.rekap.daftar, view.daftar_instansi, strict=True):
        figures = f"formulir {shown.formulir}, capaian {shown.capaian}, serapan {shown.serapan}"
        click.echo(f"  {untuk_layar(shown.nama):<{width}}  {shown.keadaan}; {figures}")
        if one.halangan:
            click.echo(f"  {'':<{width}}  ! {untuk_layar(one.halangan)}")
    for sentence in view.daftar_kalimat:
        click.echo(untuk_layar(sentence))
    screen.print_findings(result.daftar_temuan, everything=True)
    workspace, files = Workspace(folder), result.daftar_keluaran
    screen.print_files(workspace, files if result.berubah else (), () if result.berubah else files)
    for file in result.daftar_terkunci:
        click.echo(f"  terkunci   {workspace.relative(file)} sedang dibuka; yang baru ditulis di sebelahnya")
