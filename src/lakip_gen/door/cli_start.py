"""The commands that begin a working folder: `mulai` for an office's own, `contoh` for the sample."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from lakip_gen.door import screen
from lakip_gen.door.exit_codes import ExitCode
from lakip_gen.door.said import said
from lakip_gen.door.words import FOLDER, Command, towards

if TYPE_CHECKING:
    from pathlib import Path

    from lakip_gen.storage.workspace import Workspace


class SopType(click.ParamType):  # type: ignore[type-arg,unused-ignore]  # generic since click 8.5 only
    """The name of a shipped SOP."""

    name = "sop"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the name, or fail with the names that there are."""
        from lakip_gen.sop.bawaan import daftar_nama

        name = str(value).strip().casefold()
        if name not in daftar_nama():
            self.fail(f"SOP “{value}” tidak dikenal; yang tersedia: {', '.join(daftar_nama())}.", param, ctx)
        return name


sop_option = click.option(
    "--sop",
    "sop",
    type=SopType(),
    default=None,
    metavar="NAMA",
    help="Isi lembar Langkah SOP dari SOP yang disertakan, misalnya pmk-way-kanan.",
)


@click.command(cls=Command)
@click.argument("folder", type=FOLDER, required=False)
@click.option("--tahun", "year", type=int, default=None, help="Tahun anggaran; bila tidak ditulis, tahun ini.")
@click.option(
    "--kertas",
    "paper",
    type=click.Choice(["A4", "F4"], case_sensitive=False),
    default="A4",
    help="Kertas templat Word: A4 (bawaan) atau F4.",
)
@sop_option
@click.option(
    "--dari",
    "origin",
    type=int,
    metavar="TAHUN",
    default=None,
    help="Buat buku induk dari buku induk tahun itu: Riwayat terisi, tenggat digeser, target dan pagu kosong.",
)
@click.option(
    "--perbarui-induk",
    "renew",
    is_flag=True,
    help="Perbarui buku induk buatan lakip-gen versi lama; yang lama disimpan di sebelahnya.",
)
def mulai(
    folder: Path | None,
    year: int | None,
    paper: str,
    sop: str | None,
    origin: int | None,
    renew: bool,  # noqa: FBT001 - click passes options by name
) -> int:
    """Menyiapkan ruang kerja: buku induk, templat Word, dan folder tahun."""
    from datetime import datetime

    from lakip_gen.alur.giliran import dapat_digilir
    from lakip_gen.alur.mulai import mulai as prepare
    from lakip_gen.domain.periode import setahun

    folder = folder or _asked_folder()
    workspace = _workspace(folder)
    year = year or datetime.now().astimezone().year
    try:
        setahun(year)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    offered = dapat_digilir(workspace, year) if origin is None else None
    if offered and sys.stdin.isatty() and click.confirm(f"Buat buku induk {year} dari {offered}?", default=True):
        origin = offered
    if origin is not None and (code := _roll_over(workspace, year, origin)) is not ExitCode.DONE:
        return code
    result = prepare(workspace, year, paper, sop or "")
    screen.print_files(workspace, result.daftar_baru, result.daftar_lama)
    if offered and origin is None:
        click.echo(
            f"\nTahun {offered} sudah ada di sini. Selama buku induk {year} belum diisi, ia dapat dibuat darinya:"
        )
        click.echo(said(f"  ⟦mulai{_folder_word(folder)} --tahun {year} --dari {offered}⟧"))
    _offer_renewal(workspace, year, folder, asked=renew)
    click.echo(f"\nBerikutnya: isi {workspace.relative(workspace.induk(year))}, lalu:")
    click.echo(said(f"  ⟦periksa {year}{towards(folder)}⟧"))
    return ExitCode.DONE


def _asked_folder() -> Path:
    """Return the folder that somebody at a terminal names; without one nothing is written where nobody chose to.

    Raises:
        click.UsageError: When nobody is there to ask.
    """
    if not sys.stdin.isatty():
        raise click.UsageError(
            "Folder ruang kerja belum ditulis, misalnya ⟦mulai lakip-2025⟧; titik (.) berarti folder ini."
        )
    question = "Ruang kerja di folder mana? Tulis namanya, atau titik (.) untuk folder ini"
    return FOLDER.convert(click.prompt(question, type=str), None, None)  # type: ignore[no-any-return]


def _roll_over(workspace: Workspace, year: int, origin: int) -> ExitCode:
    """Make a year's buku induk from an earlier one's, and say what must be looked at."""
    from lakip_gen.alur.giliran import gilir
    from lakip_gen.storage.lock import lock_workspace

    if origin >= year or origin not in workspace.years():
        known = ", ".join(str(one) for one in workspace.years() if one < year) or "belum ada"
        raise click.UsageError(f"Tidak ada buku induk {origin} sebelum {year} di ruang kerja ini (yang ada: {known}).")
    with lock_workspace(workspace.root):
        result = gilir(workspace, year, origin)
    screen.print_rollover(workspace, year, origin, result)
    return ExitCode.DONE if result.induk or result.sudah_ada else ExitCode.UNFIT_BASIS


def _folder_word(folder: Path) -> str:
    """Return the folder as `mulai` is told it; quoted, for a name may hold spaces."""
    return "" if str(folder) == "." else f' "{folder}"'


def _offer_renewal(workspace: Workspace, year: int, folder: Path, *, asked: bool) -> None:
    """Offer to renew an older buku induk: a question on a terminal, else the option that does it."""
    from lakip_gen.alur.mulai import perbarui_induk, versi_lama
    from lakip_gen.storage.lock import lock_workspace

    version, name = versi_lama(workspace, year), workspace.relative(workspace.induk(year))
    if version is None:
        return
    click.echo(f"\n{name} masih versi {version}. Isinya tetap dibaca, tetapi isian yang baru belum ada di dalamnya.")
    question = "Buat salinan yang diperbarui? Yang lama disimpan di sebelahnya."
    if not asked and not (sys.stdin.isatty() and click.confirm(question, default=False)):
        click.echo(said(f"Untuk memperbaruinya: ⟦mulai{_folder_word(folder)} --tahun {year} --perbarui-induk⟧"))
        return
    with lock_workspace(workspace.root):
        result = perbarui_induk(workspace, year)
    screen.print_renewal(workspace, name, result)


@click.command(cls=Command)
@click.argument("folder", type=FOLDER)
@sop_option
def contoh(folder: Path, sop: str | None) -> int:
    """Menulis contoh lengkap: instansi rekaan dengan empat triwulan terisi."""
    from lakip_gen.alur.contoh import instansi_lain, tulis_contoh

    workspace = _workspace(folder)
    if (other := instansi_lain(workspace)) is not None:
        raise click.UsageError(
            f"Di {workspace.root} sudah ada pekerjaan instansi ({other}). Contoh ditulis ke folder lain, misalnya "
            "lakip-gen contoh belajar."
        )
    result = tulis_contoh(workspace, sop or "")
    screen.print_files(workspace, result.daftar_baru, result.daftar_lama)
    click.echo(said(f"\nBerikutnya: ⟦susun 2025-TW1{towards(folder)}⟧"))
    return ExitCode.DONE


def _workspace(folder: Path) -> Workspace:
    """Return a folder that is to become a working folder."""
    from lakip_gen.storage.workspace import Workspace

    return Workspace(folder.resolve())
