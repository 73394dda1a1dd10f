"""Where a year stands, on the terminal and as a page: units by quarter, reports, what is late."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from lakip_gen.door import screen
from lakip_gen.door.board import print_board, print_seal
from lakip_gen.door.exit_codes import ExitCode

if TYPE_CHECKING:
    from datetime import date

    from lakip_gen.alur.status_tahun import KeadaanTahun
    from lakip_gen.domain.periode import Periode
    from lakip_gen.storage.workspace import Workspace

PAGE = "halaman"


def status_of_year(workspace: Workspace, period: Periode, today: date, *, as_json: bool) -> int:
    """Print where a year stands, and write its page."""
    from lakip_gen.alur.halaman_status import halaman_status
    from lakip_gen.alur.status_tahun import nilai_tahun, ringkas_tahun, tulis_halaman
    from lakip_gen.storage.lock import lock_workspace

    with lock_workspace(workspace.root), screen.progress() as step:
        year = nilai_tahun(workspace, period.tahun, today, step)
        fit = year.hasil.induk is not None
        page = workspace.relative(tulis_halaman(workspace, period.tahun, halaman_status(year))) if fit else None
    if as_json:
        screen.print_json(ringkas_tahun(year) | {PAGE: page})
    else:
        _print_year(period, year)
        if page:
            click.echo(f"\n  halaman    {page}")
    return ExitCode.DONE if fit else ExitCode.UNFIT_BASIS


def _print_year(period: Periode, year: KeadaanTahun) -> None:
    click.echo(f"Status formulir {period.nama}")
    print_seal(year.papan.sah)
    screen.print_status([one.status for one in year.daftar_ketepatan], with_period=True)
    for one in year.daftar_ketepatan:
        if one.lewat or one.terlambat:
            click.echo(f"  {one.status.unit.kode} {one.status.triwulan.nama_pendek}: {one.kalimat}")
    screen.print_findings(year.papan.temuan_lepas, everything=True)
    if year.per_periode:
        click.echo("\nLaporan")
    for each, board in year.per_periode.items():
        draft = year.per_draf[each]
        stale = "" if board.terkini or board.sah else ", perlu disusun lagi"
        edited = ", disunting" if draft.disunting else ""
        sealed = ", disahkan" if board.sah else ""
        said = f"{draft.nama}{edited}{stale}{sealed}" if draft.nama else f"belum ada draf{sealed}"
        click.echo(f"  {each!s:<9}  {said}")
    print_board(year.papan.daftar_langkah)
