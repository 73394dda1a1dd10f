"""The commands for the planner's own Word templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from lakip_gen.door import screen
from lakip_gen.door.exit_codes import ExitCode
from lakip_gen.door.words import Command, CommandGroup, json_option, working_folder, workspace_option

if TYPE_CHECKING:
    from pathlib import Path

    from lakip_gen.alur.templat_periksa import HasilTemplat
    from lakip_gen.storage.workspace import Workspace


@click.group(cls=CommandGroup)
def templat() -> None:
    """Daftar variabel, pemeriksaan, dan contoh hasil templat Word."""


@templat.command(cls=Command)
@workspace_option
def variabel(folder: Path) -> int:
    """Menulis daftar semua variabel templat: tag, arti, jenis, dan contoh isinya."""
    from lakip_gen.alur.templat_contoh import tulis_daftar_variabel
    from lakip_gen.storage.lock import lock_workspace

    workspace = working_folder(folder)
    with lock_workspace(workspace.root):
        result = tulis_daftar_variabel(workspace)
    screen.print_templates(workspace, result)
    return _exit_code(result)


@templat.command(cls=Command)
@click.argument("file", required=False, default="", metavar="[BERKAS]")
@workspace_option
@json_option
def periksa(file: str, folder: Path, as_json: bool) -> int:  # noqa: FBT001 - click passes options by name
    """Memeriksa satu templat, atau semua yang ada di folder templates, tanpa data."""
    from lakip_gen.alur.ringkasan import daftar_terbaca
    from lakip_gen.alur.templat_periksa import periksa_semua
    from lakip_gen.storage.lock import lock_workspace

    workspace = working_folder(folder)
    wanted = _meant_file(workspace, file)
    with lock_workspace(workspace.root):
        result = periksa_semua(workspace, wanted)
    if as_json:
        outputs = [workspace.relative(one) for one in result.daftar_keluaran]
        findings = daftar_terbaca(result.daftar_temuan)
        screen.print_json({"templat": list(result.daftar_templat), "temuan": findings, "keluaran": outputs})
    else:
        screen.print_templates(workspace, result)
    return _exit_code(result)


@templat.command(cls=Command)
@click.argument("file", required=False, default="", metavar="[BERKAS]")
@workspace_option
def contoh(file: str, folder: Path) -> int:
    """Mengisi templat dengan data contoh, dengan daftar kosong, dan dengan data yang sangat banyak."""
    from lakip_gen.alur.templat_contoh import contohkan
    from lakip_gen.storage.lock import lock_workspace

    workspace = working_folder(folder)
    wanted = _meant_file(workspace, file)
    with lock_workspace(workspace.root):
        result = contohkan(workspace, wanted)
    screen.print_templates(workspace, result)
    return _exit_code(result)


def _meant_file(workspace: Workspace, name: str) -> Path | None:
    """Return the file that is meant: a path, or the name of a template of the working folder."""
    from pathlib import Path

    from lakip_gen.alur.templat import cari_semua

    if not name or Path(name).is_file():
        return Path(name).resolve() if name else None
    if (own := cari_semua(workspace, name)) is not None:
        return own
    raise click.UsageError(f"Templat {name} tidak ditemukan.")


def _exit_code(result: HasilTemplat) -> int:
    if not result.sah:
        return ExitCode.UNFIT_BASIS
    return ExitCode.FILE_FAULT if result.daftar_terkunci else ExitCode.DONE
