"""The command line's own words in Indonesian: usage, options, and what was wrong with a command.

Click would take them from a gettext catalogue, but only from one that the environment's LANGUAGE points to, and by
its English sentences, which change between the versions that are allowed: a sentence that is missed would be English.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from lakip_gen.domain.periode import Periode
    from lakip_gen.storage.workspace import Workspace

F = TypeVar("F", bound=Callable[..., Any])
WORDS: Final = {
    "Options": "Opsi",
    "Commands": "Perintah",
    "[OPTIONS]": "[OPSI]",
    "COMMAND [ARGS]...": "PERINTAH ...",
}
SHORT_HELP: Final = 90
"""The longest line that a command is explained with in the list of commands."""


class FolderType(click.Path):
    """A folder; pathlib is loaded when one is named, which help never needs."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401 - click
        """Return the folder as a path."""
        from pathlib import Path

        return Path(os.fsdecode(super().convert(value, param, ctx)))


FOLDER: Final = FolderType(file_okay=False)


def workspace_option(function: F) -> F:
    """Add the option that names the working folder."""
    option = click.option(
        "--ruang",
        "folder",
        type=FOLDER,
        default=".",
        metavar="FOLDER",
        help="Ruang kerja; bila tidak ditulis, folder tempat perintah dijalankan.",
    )
    return option(function)


class DayType(click.ParamType):  # type: ignore[type-arg,unused-ignore]  # generic since click 8.5 only
    """A day as people write it here, or as scripts do."""

    name = "tanggal"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401
        """Return the day, or fail with one Indonesian sentence."""
        from datetime import datetime

        moment: datetime = click.DateTime(["%d-%m-%Y", "%d/%m/%Y", "%Y-%m-%d"]).convert(value, param, ctx)
        return moment.date()


def date_option(meaning: str) -> Callable[[F], F]:
    """Add the option that names a day.

    Args:
        meaning: What the day is, for the help.
    """
    return click.option("--tanggal", "day", type=DayType(), metavar="HARI-BULAN-TAHUN", help=meaning)


def refuse_far(day: date | None, period: Periode) -> None:
    """Refuse a day that lies years away from the period it is told of: there a figure of the year is wrong.

    Raises:
        click.UsageError: When it does.
    """
    from datetime import date as known

    latest = max(period.tahun + 1, known.today().year)  # noqa: DTZ011 - only the year counts
    if day and not period.tahun - 1 <= day.year <= latest:
        raise click.UsageError(f"Tanggal {day:%d-%m-%Y} jauh dari {period.nama}; periksa tahunnya.")


def by_option(function: F) -> F:
    """Add the option that says who did something."""
    option = click.option(
        "--oleh", "by", default="", metavar="SIAPA", help="Siapa yang memutuskan, misalnya jabatannya."
    )
    return option(function)


def json_option(function: F) -> F:
    """Add the option that prints for scripts."""
    option = click.option("--json", "as_json", is_flag=True, help="Cetak hasil sebagai JSON untuk program lain.")
    return option(function)


def working_folder(folder: Path) -> Workspace:
    """Return the working folder that a command was started in or was given.

    Raises:
        click.UsageError: When the folder is none, with what to do about it.
    """
    from lakip_gen.storage.workspace import Workspace

    workspace = Workspace(folder.resolve())
    if not workspace.exists:
        raise click.UsageError(
            f"{workspace.root} bukan ruang kerja: di dalamnya tidak ada folder workbooks dan templates. Masuklah dulu "
            "ke ruang kerja (cd), tulis --ruang FOLDER, atau buat ruang kerja baru dengan lakip-gen mulai."
        )
    return workspace


def towards(folder: Path) -> str:
    """Return the words that point a next command at the folder; quoted, for a name may hold spaces."""
    return "" if str(folder) == "." else f' --ruang "{folder}"'


class _Formatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = "Pemakaian: ") -> None:
        super().write_usage(prog, args, prefix)

    def section(self, name: str) -> Any:  # noqa: ANN401 - click's own type is private
        return super().section(WORDS.get(name, name))


class _Context(click.Context):
    formatter_class = _Formatter


class Command(click.Command):
    """A command that speaks Indonesian."""

    context_class = _Context

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return the parts of the line that says how the command is used."""
        return [WORDS.get(piece, piece) for piece in super().collect_usage_pieces(ctx)]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the help option with its text in Indonesian."""
        if (option := super().get_help_option(ctx)) is not None:
            option.help = "Tampilkan bantuan ini."
        return option


class CommandGroup(Command, click.Group):
    """A group of commands that speaks Indonesian and lists them in the order a planner uses them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the commands in the order they were added."""
        return list(self.commands)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, each with its whole sentence: click would cut it."""
        with formatter.section("Commands"):
            formatter.write_dl(
                [(name, self.commands[name].get_short_help_str(SHORT_HELP)) for name in self.list_commands(ctx)]
            )


def error_sentence(error: click.ClickException) -> str:
    """Return what was wrong with a command as one Indonesian sentence."""
    match error:
        case click.NoSuchOption():
            similar = f" Mungkin maksudnya {', '.join(error.possibilities)}." if error.possibilities else ""
            return f"Opsi {error.option_name} tidak dikenal.{similar}"
        case click.BadOptionUsage():
            fault = "belum diberi isi" if "requires" in error.message else "tidak memakai isi"
            return f"Opsi {error.option_name} {fault}."
        case click.MissingParameter():
            return f"{_name(error)} belum ditulis."
        case click.BadParameter():
            return f"{_name(error)}: {_reason(error.message)}"
        case click.UsageError() if error.message.startswith("No such command"):
            name = error.message.removeprefix("No such command").split(".")[0].strip(" '\"")
            return f"Perintah “{name}” tidak ada."
        case click.UsageError() if error.message.startswith("Got unexpected extra"):
            return "Ada kata yang berlebih di belakang perintah."
    return error.message


def _name(error: click.BadParameter) -> str:
    """Return the name of what was wrong, as the user typed it."""
    match error.param:
        case None:
            return "isian"
        case click.Option(opts=opts):
            return str(opts[-1]).lstrip("-")
    return error.param.human_readable_name


REASONS: Final = {
    "does not exist": "tidak ditemukan.",
    "is a directory": "bukan jenis yang diminta (berkas atau folder).",
    "is a file": "bukan jenis yang diminta (berkas atau folder).",
    "not a valid integer": "harus berupa bilangan bulat, misalnya 2025.",
    "is not one of": "bukan salah satu pilihannya; lihat daftarnya dengan --help.",
    "does not match the format": "tanggal ditulis TAHUN-BULAN-HARI atau HARI-BULAN-TAHUN, misalnya 30-04-2025.",
}


def _reason(message: str) -> str:
    """Return the reason in Indonesian; sentences of the program's own types pass through."""
    return next((reason for english, reason in REASONS.items() if english in message), message)
