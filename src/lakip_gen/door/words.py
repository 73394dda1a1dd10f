"""The command line's own words in Indonesian: usage, options, and what was wrong with a command."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from lakip_gen.storage.workspace import Workspace

F = TypeVar("F", bound=Callable[..., Any])


def _tulis_pemakaian(perintah: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    bagian = " ".join(perintah.collect_usage_pieces(ctx))
    teks = bagian.replace("[OPTIONS]", "[OPSI]").replace("COMMAND [ARGS]...", "PERINTAH ...")
    formatter.write_usage(ctx.command_path, teks, "Pemakaian: ")


def _tulis_opsi(perintah: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    daftar_opsi = [opsi for opsi in perintah.get_params(ctx) if isinstance(opsi, click.Option)]
    daftar = [baris for opsi in daftar_opsi if (baris := opsi.get_help_record(ctx)) is not None]
    with formatter.section("Opsi"):
        formatter.write_dl(daftar)


def _opsi_bantuan(opsi: click.Option | None) -> click.Option | None:
    if opsi is not None:
        opsi.help = "Tampilkan bantuan ini."
    return opsi


def pilihan_ruang(fungsi: F) -> F:
    """Add the option that names the working folder."""
    opsi = click.option(
        "--ruang",
        "folder",
        type=click.Path(path_type=Path, file_okay=False),
        default=Path(),
        metavar="FOLDER",
        help="Ruang kerja; bila tidak ditulis, folder tempat perintah dijalankan.",
    )
    return opsi(fungsi)


def pilihan_json(fungsi: F) -> F:
    """Add the option that prints for scripts."""
    opsi = click.option("--json", "sebagai_json", is_flag=True, help="Cetak hasil sebagai JSON untuk program lain.")
    return opsi(fungsi)


def ruang_kerja(folder: Path) -> Workspace:
    """Return the working folder that a command was started in or was given.

    Raises:
        click.UsageError: When the folder is none, with what to do about it.
    """
    from lakip_gen.storage.workspace import Workspace

    ruang = Workspace(folder.resolve())
    if not ruang.exists:
        raise click.UsageError(
            f"{ruang.root} bukan ruang kerja: di dalamnya tidak ada folder workbooks dan templates. Masuklah dulu ke "
            "ruang kerja (cd), tulis --ruang FOLDER, atau buat ruang kerja baru dengan lakip-gen mulai."
        )
    return ruang


class Perintah(click.Command):
    """A command that speaks Indonesian."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the help option with its text in Indonesian."""
        return _opsi_bantuan(super().get_help_option(ctx))

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how the command is used."""
        _tulis_pemakaian(self, ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options of the command."""
        _tulis_opsi(self, ctx, formatter)


class KelompokPerintah(click.Group):
    """A group of commands that speaks Indonesian and lists them in the order a planner uses them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the commands in the order they were added."""
        return list(self.commands)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the help option with its text in Indonesian."""
        return _opsi_bantuan(super().get_help_option(ctx))

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how the group is used."""
        _tulis_pemakaian(self, ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options of the group, then its commands."""
        _tulis_opsi(self, ctx, formatter)
        daftar = [(nama, self.commands[nama].get_short_help_str(90)) for nama in self.list_commands(ctx)]
        with formatter.section("Perintah"):
            formatter.write_dl(daftar)


def kalimat_salah(salah: click.ClickException) -> str:
    """Return what was wrong with a command as one Indonesian sentence."""
    match salah:
        case click.NoSuchOption():
            mirip = f" Mungkin maksudnya {', '.join(salah.possibilities)}." if salah.possibilities else ""
            return f"Opsi {salah.option_name} tidak dikenal.{mirip}"
        case click.MissingParameter():
            nama = salah.param.human_readable_name if salah.param else "isian"
            return f"{nama} belum ditulis."
        case click.BadParameter():
            nama = salah.param.human_readable_name if salah.param else "isian"
            return f"{nama}: {_alasan(salah)}"
        case click.UsageError() if salah.message.startswith("No such command"):
            nama = salah.message.removeprefix("No such command").split(".")[0].strip(" '\"")
            return f"Perintah “{nama}” tidak ada."
        case click.UsageError() if salah.message.startswith("Got unexpected extra"):
            return "Ada kata yang berlebih di belakang perintah."
        case click.UsageError():
            return salah.message
    return salah.format_message()


def _alasan(salah: click.BadParameter) -> str:
    """Return the reason in Indonesian; sentences of the program's own types pass through."""
    pesan = salah.message
    if "does not exist" in pesan:
        return "tidak ditemukan."
    if "is a directory" in pesan or "is a file" in pesan:
        return "bukan jenis yang diminta (berkas atau folder)."
    if "not a valid integer" in pesan:
        return "harus berupa bilangan bulat, misalnya 2025."
    if "does not match the format" in pesan:
        return "tanggal ditulis TAHUN-BULAN-HARI, misalnya 2025-04-30."
    return pesan
