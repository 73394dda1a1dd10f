"""The command that opens the local page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from lakip_gen.door.exit_codes import ExitCode
from lakip_gen.door.words import Command, workspace_option

if TYPE_CHECKING:
    from pathlib import Path

MISSING = (
    "Halaman memerlukan dua pustaka yang belum terpasang. Pasang dengan: "
    'uv tool install "lakip-gen[halaman]", atau python -m pip install "lakip-gen[halaman]".'
)


@click.command(cls=Command)
@click.option("--tanpa-peramban", "quiet", is_flag=True, help="Cetak alamatnya saja; peramban tidak dibuka.")
@workspace_option
def halaman(quiet: bool, folder: Path) -> int:  # noqa: FBT001 - click passes options by name
    """Membuka ruang kerja sebagai halaman di peramban komputer ini; selesai dengan Ctrl+C."""
    import threading
    import webbrowser

    from lakip_gen.door.said import WATCHED
    from lakip_gen.storage.workspace import Workspace

    try:
        from lakip_gen.page.app import Page
        from lakip_gen.page.runs import Program
        from lakip_gen.page.server import serve
    except ModuleNotFoundError as missing:
        if str(missing.name).partition(".")[0] not in {"starlette", "uvicorn"}:
            raise
        raise click.UsageError(MISSING) from missing

    def ready(address: str) -> None:
        click.echo(address)
        click.echo("Halaman terbuka selama jendela ini terbuka. Untuk selesai: Tutup halaman, atau Ctrl+C.")
        if not quiet:
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()

    program = Program(environment={WATCHED: "ya"}, meanings={code.value: code.arti for code in ExitCode})
    serve(Page(Workspace(folder.resolve()), program), ready)
    return ExitCode.DONE
