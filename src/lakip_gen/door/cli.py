"""The commands and their exit codes, nothing else; what is heavy is imported by the command that needs it."""

from __future__ import annotations

import errno
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from lakip_gen import __version__
from lakip_gen.door import screen
from lakip_gen.door.cli_templates import templat
from lakip_gen.door.exit_codes import ExitCode
from lakip_gen.door.words import (
    FOLDER,
    Command,
    CommandGroup,
    error_sentence,
    json_option,
    working_folder,
    workspace_option,
)

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path

    from lakip_gen.alur.periksa import HasilPeriksa
    from lakip_gen.domain.periode import Periode
    from lakip_gen.domain.temuan import Temuan
    from lakip_gen.storage.workspace import Workspace

WINDOWS_NAME_TOO_LONG = 206
"""The number under which Windows says that a path is too long."""


class PeriodType(click.ParamType):  # type: ignore[type-arg,unused-ignore]  # generic since click 8.5 only
    """A period as a planner writes it."""

    name = "periode"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Periode:
        """Return the period, or fail with one Indonesian sentence."""
        from lakip_gen.domain.periode import Periode

        if isinstance(value, Periode):
            return value
        try:
            return Periode.parse(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)


PERIOD = PeriodType()


@click.group(cls=CommandGroup, context_settings={"help_option_names": ["--help", "-h"]})
@click.version_option(__version__, message="lakip-gen %(version)s", help="Tampilkan versi program.")
def program() -> None:
    """Dari formulir Excel unit kerja menjadi rekap dan draf Word Laporan Kinerja.

    \b
    Urutan kerja:
      lakip-gen mulai .            sekali, menyiapkan ruang kerja
      lakip-gen bagikan 2025-TW1   membuat formulir tiap unit
      lakip-gen susun 2025-TW1     memeriksa formulir dan menyusun laporan
      lakip-gen susun 2025-S1      laporan semester dari dua triwulan
      lakip-gen susun 2025         laporan tahunan dari dua semester
    """  # noqa: D301 - click reads \b as "keep these lines"


@program.command(cls=Command)
@click.argument("folder", type=FOLDER, default=".")
@click.option("--tahun", "year", type=int, default=None, help="Tahun anggaran; bila tidak ditulis, tahun ini.")
@click.option(
    "--kertas",
    "paper",
    type=click.Choice(["A4", "F4"], case_sensitive=False),
    default="A4",
    help="Kertas templat Word: A4 (bawaan) atau F4.",
)
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
def mulai(folder: Path, year: int | None, paper: str, origin: int | None, renew: bool) -> int:  # noqa: FBT001 - click
    """Menyiapkan ruang kerja: buku induk, templat Word, dan folder tahun."""
    from datetime import datetime

    from lakip_gen.alur.giliran import dapat_digilir
    from lakip_gen.alur.mulai import mulai as prepare
    from lakip_gen.domain.periode import setahun

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
    result = prepare(workspace, year, paper)
    screen.print_files(workspace, result.daftar_baru, result.daftar_lama)
    if offered and origin is None:
        click.echo(
            f"\nTahun {offered} sudah ada di sini. Selama buku induk {year} belum diisi, ia dapat dibuat darinya:"
        )
        click.echo(f"  lakip-gen mulai{_folder_word(folder)} --tahun {year} --dari {offered}")
    _offer_renewal(workspace, year, folder, asked=renew)
    click.echo(f"\nBerikutnya: isi {workspace.relative(workspace.induk(year))}, lalu jalankan:")
    click.echo(f"  lakip-gen periksa {year}{_towards(folder)}")
    return ExitCode.DONE


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
        click.echo(f"Untuk memperbaruinya: lakip-gen mulai{_folder_word(folder)} --tahun {year} --perbarui-induk")
        return
    with lock_workspace(workspace.root):
        result = perbarui_induk(workspace, year)
    screen.print_renewal(workspace, name, result)


@program.command(cls=Command)
@click.argument("folder", type=FOLDER)
def contoh(folder: Path) -> int:
    """Menulis contoh lengkap: instansi rekaan dengan empat triwulan terisi."""
    from lakip_gen.alur.contoh import tulis_contoh

    workspace = _workspace(folder)
    result = tulis_contoh(workspace)
    screen.print_files(workspace, result.daftar_baru, result.daftar_lama)
    click.echo(f"\nBerikutnya: lakip-gen susun 2025-TW1{_towards(folder)}")
    return ExitCode.DONE


def _towards(folder: Path) -> str:
    """Return the words that point a next command at the folder; quoted, for a name may hold spaces."""
    return "" if str(folder) == "." else f' --ruang "{folder}"'


@program.command(cls=Command)
@click.argument("period", type=PERIOD, metavar="PERIODE")
@workspace_option
def bagikan(period: Periode, folder: Path) -> int:
    """Membuat formulir Excel tiap unit untuk satu triwulan, beserta tanda terima."""
    from lakip_gen.alur.bagikan import bagikan as make
    from lakip_gen.domain.periode import Jenis
    from lakip_gen.storage.lock import lock_workspace

    if period.jenis is not Jenis.TRIWULAN:
        raise click.UsageError(f"Formulir dibagikan per triwulan; tulislah misalnya {period.tahun}-TW1.")
    workspace = working_folder(folder)
    with lock_workspace(workspace.root):
        result = make(workspace, period)
    screen.print_findings(result.daftar_temuan)
    if not result.induk_sah:
        return ExitCode.UNFIT_BASIS
    screen.print_handed_out(workspace, result)
    return ExitCode.FILE_FAULT if result.daftar_terkunci else ExitCode.DONE


@program.command(cls=Command)
@click.argument("wanted", metavar="PERIODE|BERKAS")
@workspace_option
@json_option
def periksa(wanted: str, folder: Path, as_json: bool) -> int:  # noqa: FBT001 - click passes options by name
    """Memeriksa formulir satu periode, atau satu berkas yang baru diterima."""
    from pathlib import Path

    from lakip_gen.alur.periksa import periksa_berkas, periksa_periode, rekap_hasil
    from lakip_gen.alur.ringkasan import ringkas

    workspace, file = working_folder(folder), Path(wanted)
    if file.is_file():
        result = periksa_berkas(workspace, file)
    elif file.suffix:
        raise click.UsageError(f"Berkas {wanted} tidak ditemukan.")
    else:
        with screen.progress() as step:
            result = periksa_periode(workspace, PERIOD.convert(wanted, None, None), step)
    if isinstance(result, tuple):
        return _not_a_form(result, as_json=as_json)
    if as_json:
        screen.print_json(ringkas(result, rekap_hasil(result)))
    else:
        screen.print_check(result)
    return _exit_code(result)


@program.command(cls=Command)
@click.argument("period", type=PERIOD, metavar="PERIODE")
@click.option(
    "--tanggal",
    "date_given",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="TAHUN-BULAN-HARI",
    help="Tanggal di atas tanda tangan; bila tidak ditulis, dikosongkan untuk diisi tangan.",
)
@click.option("--templat", "template_name", default="", metavar="NAMA", help="Pakai templates/NAMA.docx, templat Anda.")
@click.option("--pdf", "with_pdf", is_flag=True, help="Tulis juga PDF di sebelah draf (perlu LibreOffice).")
@workspace_option
@json_option
def susun(
    period: Periode,
    date_given: datetime | None,
    template_name: str,
    with_pdf: bool,  # noqa: FBT001 - click
    folder: Path,
    as_json: bool,  # noqa: FBT001 - click
) -> int:
    """Membaca, memeriksa, merekap, dan menulis draf Word satu periode."""
    from lakip_gen.alur.pdf import tanpa_pdf, tulis_pdf
    from lakip_gen.alur.susun import susun as make
    from lakip_gen.pesan.katalog import ada_galat
    from lakip_gen.storage.lock import lock_workspace

    workspace = working_folder(folder)
    with lock_workspace(workspace.root), screen.progress() as step:
        result = make(workspace, period, _day(date_given), step, template_name)
        pdf = tulis_pdf(workspace, period, result.draf) if with_pdf and result.draf else tanpa_pdf()
    if as_json:
        screen.print_json(pdf.lengkapi(workspace, result.ringkasan))
    elif result.berubah:
        screen.print_report(workspace, result)
    else:
        screen.print_unchanged(workspace, result)
    if not as_json:
        screen.print_pdf(workspace, pdf)
    if not result.sah:
        return ExitCode.UNFIT_BASIS
    if result.daftar_terkunci or result.daftar_tertahan or pdf.terkunci:
        return ExitCode.FILE_FAULT
    galat = ada_galat(result.daftar_temuan) if result.berubah else _stored_galat(result.ringkasan)
    return ExitCode.FINDINGS if galat else ExitCode.DONE


@program.command(cls=Command)
@click.argument("year", type=int, metavar="TAHUN")
@workspace_option
@json_option
def status(year: int, folder: Path, as_json: bool) -> int:  # noqa: FBT001 - click
    """Menampilkan unit mana yang sudah dan belum menyerahkan formulir dalam setahun."""
    from lakip_gen.alur.periksa import periksa_periode, rekap_hasil
    from lakip_gen.alur.ringkasan import ringkas
    from lakip_gen.domain.periode import setahun

    workspace = working_folder(folder)
    try:
        period = setahun(year)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    with screen.progress() as step:
        result = periksa_periode(workspace, period, step)
    if as_json:
        screen.print_json(ringkas(result, rekap_hasil(result)))
    else:
        click.echo(f"Status formulir {period.nama}")
        statuses = [unit.status for quarter in result.daftar_triwulan for unit in quarter.daftar_unit]
        screen.print_status(statuses, with_period=True)
        screen.print_findings(result.daftar_temuan, everything=True)
    return ExitCode.UNFIT_BASIS if result.induk is None else ExitCode.DONE


@program.command(cls=Command)
@click.argument("period", type=PERIOD, metavar="PERIODE")
@click.argument("code", metavar="KODE")
@workspace_option
def asal(period: Periode, code: str, folder: Path) -> int:
    """Menjelaskan dari mana sebuah angka: rumus, isian, berkas, lembar, dan sel."""
    from lakip_gen.alur.asal import cari_asal

    result, trace = cari_asal(working_folder(folder), period, code)
    if result.induk is None:
        screen.print_findings(result.daftar_temuan, everything=True)
        return ExitCode.UNFIT_BASIS
    if trace is None:
        raise click.UsageError(f"Kode “{code}” tidak ada di buku induk {period.tahun}.")
    screen.print_trace(trace)
    return ExitCode.DONE


program.add_command(templat)


def _workspace(folder: Path) -> Workspace:
    """Return a folder that is to become a working folder."""
    from lakip_gen.storage.workspace import Workspace

    return Workspace(folder.resolve())


def _day(date_given: datetime | None) -> date | None:
    return date_given.date() if date_given else None


def _exit_code(result: HasilPeriksa) -> int:
    from lakip_gen.pesan.katalog import ada_galat

    if result.induk is None:
        return ExitCode.UNFIT_BASIS
    return ExitCode.FINDINGS if ada_galat(result.semua_temuan) else ExitCode.DONE


def _not_a_form(findings: tuple[Temuan, ...], *, as_json: bool) -> int:
    from lakip_gen.alur.ringkasan import daftar_terbaca

    if as_json:
        screen.print_json({"periode": None, "unit": [], "temuan": daftar_terbaca(findings)})
    else:
        screen.print_findings(findings, everything=True)
    return ExitCode.FINDINGS


def _stored_galat(ringkasan: Mapping[str, Any]) -> bool:
    return any(entry["tingkat"] == "galat" for entry in ringkasan.get("temuan", ()))


def run_command(words: Sequence[str]) -> int:
    """Run one command and return its exit code; a user never sees a traceback.

    Args:
        words: The words after the program's name.
    """
    try:
        code = program.main(list(words), prog_name="lakip-gen", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as help_request:
        click.echo(help_request.ctx.get_help() if help_request.ctx else "")
        return ExitCode.DONE
    except click.Abort:
        click.echo("Dihentikan.", err=True)
        return ExitCode.STOPPED
    except KeyboardInterrupt:
        click.echo("Dihentikan. Berkas yang sudah ada tetap utuh.", err=True)
        return ExitCode.STOPPED
    except click.ClickException as error:
        click.echo(f"{error_sentence(error)}\nLihat: lakip-gen --help", err=True)
        return ExitCode.WRONG_COMMAND
    except BlockingIOError as error:
        from lakip_gen.domain.teks import untuk_layar

        click.echo(untuk_layar(str(error)), err=True)
        return ExitCode.BUSY
    except OSError as error:
        click.echo(_file_sentence(error), err=True)
        return ExitCode.FILE_FAULT
    except Exception as error:  # noqa: BLE001 - the last fence before the user
        from lakip_gen.storage.fault_log import record_fault

        click.echo(f"Program mengalami cacat. Rinciannya: {record_fault(error)}", err=True)
        return ExitCode.PROGRAM_FAULT
    return int(code or ExitCode.DONE)


def _file_sentence(error: OSError) -> str:
    from pathlib import Path

    from lakip_gen.storage.inputs import reason

    file = f" {Path(str(error.filename)).name}" if error.filename else ""
    if error.errno == errno.ENAMETOOLONG or getattr(error, "winerror", 0) == WINDOWS_NAME_TOO_LONG:
        return (
            f"Letak berkas{file} terlalu panjang untuk komputer ini ({len(str(error.filename or ''))} huruf; Windows "
            "umumnya hanya menerima 259). Pindahkan ruang kerja ke folder yang lebih pendek, misalnya C:\\lakip."
        )
    if isinstance(error, PermissionError):
        return f"Berkas{file} tidak dapat ditulis. Tutup berkas itu di Word atau Excel, lalu jalankan lagi."
    return f"Berkas{file} tidak dapat dibaca atau ditulis: {reason(error)}. Betulkan, lalu jalankan lagi."
