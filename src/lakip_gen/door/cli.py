"""The commands and their exit codes, nothing else; what is heavy is imported by the command that needs it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from lakip_gen import __version__
from lakip_gen.door import closing, faults, report, screen
from lakip_gen.door.cli_offices import kabupaten
from lakip_gen.door.cli_page import halaman
from lakip_gen.door.cli_record import catat
from lakip_gen.door.cli_seal import buka, check_archive, sahkan
from lakip_gen.door.cli_start import contoh, mulai
from lakip_gen.door.cli_templates import templat
from lakip_gen.door.exit_codes import ExitCode
from lakip_gen.door.period import PERIOD, REPORT_PERIOD
from lakip_gen.door.said import refusal
from lakip_gen.door.words import (
    Command,
    CommandGroup,
    date_option,
    error_sentence,
    json_option,
    towards,
    working_folder,
    workspace_option,
)

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from lakip_gen.alur.periksa import HasilPeriksa
    from lakip_gen.domain.bulan import Bulan
    from lakip_gen.domain.periode import Periode
    from lakip_gen.domain.temuan import Temuan
    from lakip_gen.laporan.terlapor import Perbedaan


@click.group(cls=CommandGroup, context_settings={"help_option_names": ["--help", "-h"]})
@click.version_option(__version__, message="lakip-gen %(version)s", help="Tampilkan versi program.")
def program() -> None:
    """Dari formulir Excel unit kerja menjadi rekap dan draf Word Laporan Kinerja.

    \b
    Urutan kerja:
      lakip-gen mulai .            sekali, menyiapkan ruang kerja
      lakip-gen bagikan 2025-TW1   membuat formulir tiap unit
      lakip-gen susun 2025-TW1     memeriksa formulir dan menyusun laporan
      lakip-gen susun 2025-B03     rekap progres satu bulan
      lakip-gen susun 2025-S1      laporan semester dari dua triwulan
      lakip-gen susun 2025         laporan tahunan dari dua semester
    """  # noqa: D301 - click reads \b as "keep these lines"


program.add_command(mulai)
program.add_command(contoh)


@program.command(cls=Command)
@click.argument("period", type=PERIOD, metavar="PERIODE")
@date_option(
    "Tanggal formulir diserahkan, tercetak pada naskah SOP; bila tidak ditulis, dikosongkan untuk diisi tangan."
)
@workspace_option
def bagikan(period: Periode, day: date | None, folder: Path) -> int:
    """Membuat formulir Excel tiap unit untuk satu triwulan, beserta tanda terima."""
    from lakip_gen.alur.bagikan import bagikan as make
    from lakip_gen.domain.periode import Jenis
    from lakip_gen.pesan.katalog import ada_galat
    from lakip_gen.storage.lock import lock_workspace

    if period.jenis is not Jenis.TRIWULAN:
        raise click.UsageError(f"Formulir dibagikan per triwulan; tulislah misalnya {period.tahun}-TW1.")
    workspace = working_folder(folder)
    with lock_workspace(workspace.root):
        result = make(workspace, period, day)
    screen.print_findings(result.daftar_temuan)
    if not result.induk_sah:
        return ExitCode.UNFIT_BASIS
    screen.print_handed_out(workspace, result)
    return ExitCode.FILE_FAULT if result.daftar_terkunci or ada_galat(result.daftar_temuan) else ExitCode.DONE


def _no_archive(place: str, *, is_there: bool) -> str:
    """Return why a place in a folder is nothing to be checked."""
    if not is_there:
        return f"Folder atau berkas {place} tidak ditemukan."
    return f"Folder {place} bukan arsip: bagit.txt tidak ada di dalamnya. Sebutkan folder satu arsip, atau .zip-nya."


@program.command(cls=Command)
@click.argument("wanted", metavar="PERIODE|BERKAS|ARSIP")
@workspace_option
@json_option
def periksa(wanted: str, folder: Path, as_json: bool) -> int:  # noqa: FBT001 - click passes options by name
    """Memeriksa formulir satu periode, satu berkas yang baru diterima, atau keutuhan satu arsip."""
    from pathlib import Path

    from lakip_gen.alur.lalu import periksa_dengan_lalu
    from lakip_gen.alur.periksa import periksa_berkas, rekap_hasil
    from lakip_gen.alur.ringkasan import ringkas
    from lakip_gen.storage.bag import is_bag

    if is_bag(Path(wanted)):
        return check_archive(Path(wanted), folder, as_json=as_json)
    workspace, file = working_folder(folder), Path(wanted)
    changes: tuple[Perbedaan, ...] = ()
    if file.is_file() or (file.suffix and file.exists()):  # a pipe or a folder is told for what it is
        result = periksa_berkas(workspace, file)
    elif file.suffix:
        raise click.UsageError(f"Berkas {wanted} tidak ditemukan.")
    elif len(file.parts) > 1 or file.is_absolute():
        raise click.UsageError(_no_archive(wanted, is_there=file.exists()))
    else:
        with screen.progress() as step:
            result, changes = periksa_dengan_lalu(workspace, PERIOD.convert(wanted, None, None), step)
    if isinstance(result, tuple):
        return _not_a_form(result, as_json=as_json)
    if as_json:
        screen.print_json(ringkas(result, rekap_hasil(result), perubahan=changes))
    else:
        screen.print_check(result)
        if not file.is_file():
            closing.print_receipt(result, towards(folder))
    return _exit_code(result)


@program.command(cls=Command)
@click.argument("period", type=REPORT_PERIOD, metavar="PERIODE")
@date_option("Tanggal di atas tanda tangan, misalnya 10-04-2025; bila tidak ditulis, dikosongkan untuk diisi tangan.")
@click.option("--templat", "template_name", default="", metavar="NAMA", help="Pakai templates/NAMA.docx, templat Anda.")
@click.option("--dari-templat", "plain", is_flag=True, help="Draf baru yang polos; suntingan draf lama tidak dibawa.")
@click.option("--pdf", "with_pdf", is_flag=True, help="Tulis juga PDF di sebelah draf (perlu LibreOffice).")
@workspace_option
@json_option
def susun(
    period: Periode | Bulan,
    day: date | None,
    template_name: str,
    plain: bool,  # noqa: FBT001 - click
    with_pdf: bool,  # noqa: FBT001 - click
    folder: Path,
    as_json: bool,  # noqa: FBT001 - click
) -> int:
    """Membaca, memeriksa, merekap, dan menulis draf Word satu periode; rekap progres untuk satu bulan (2025-B03)."""
    from functools import reduce

    from lakip_gen.alur.pdf import tulis_semua_pdf
    from lakip_gen.door.board import print_next
    from lakip_gen.storage.lock import lock_workspace

    workspace = working_folder(folder)
    with lock_workspace(workspace.root), screen.progress() as step:
        result = report.make(workspace, period, day, step, template_name, plain=plain)
        pdfs = tulis_semua_pdf(workspace, period, result.draf) if with_pdf and result.draf else ()
    if as_json:
        screen.print_json(reduce(lambda summary, pdf: pdf.lengkapi(workspace, summary), pdfs, result.ringkasan))
    elif result.berubah:
        screen.print_report(workspace, result)
    else:
        screen.print_unchanged(workspace, result)
    if not as_json:
        for pdf in pdfs:
            screen.print_pdf(workspace, pdf)
        if result.sah:
            closing.print_closing(workspace, result, towards(folder))
            print_next(result.langkah)
    return report.exit_code(result, blocked=any(pdf.terkunci for pdf in pdfs))


@program.command(cls=Command)
@click.argument("period", type=PERIOD, metavar="PERIODE|TAHUN")
@workspace_option
@json_option
def status(period: Periode, folder: Path, as_json: bool) -> int:  # noqa: FBT001 - click passes options by name
    """Menampilkan formulir yang sudah masuk, dan langkah SOP yang sedang berjalan; setahun juga sebagai halaman."""
    from datetime import datetime

    from lakip_gen.alur.papan import ringkas_papan, susun_papan
    from lakip_gen.domain.periode import Jenis
    from lakip_gen.door.board import print_board, print_seal
    from lakip_gen.door.cli_status import status_of_year

    workspace, today = working_folder(folder), datetime.now().astimezone().date()
    if period.jenis is Jenis.TAHUN:
        return status_of_year(workspace, period, today, as_json=as_json)
    with screen.progress() as step:
        board = susun_papan(workspace, period, today, step)
    if as_json:
        screen.print_json(ringkas_papan(board))
    else:
        click.echo(f"Status formulir {period.nama}")
        print_seal(board.sah)
        statuses = [unit.status for quarter in board.hasil.daftar_triwulan for unit in quarter.daftar_unit]
        screen.print_status(statuses, with_period=len(board.hasil.daftar_triwulan) > 1)
        screen.print_findings(board.temuan_lepas, everything=True)
        print_board(board.daftar_langkah)
    return ExitCode.UNFIT_BASIS if board.hasil.induk is None else ExitCode.DONE


@program.command(cls=Command)
@click.argument("period", type=PERIOD, metavar="PERIODE")
@click.argument("code", metavar="KODE")
@workspace_option
def asal(period: Periode, code: str, folder: Path) -> int:
    """Menjelaskan dari mana sebuah angka: rumus, isian, berkas, lembar, dan sel.

    KODE: indikator, rekening, atau sasaran; “instansi” untuk rata-rata seluruhnya.
    """
    from lakip_gen.alur.asal import cari_asal

    result, trace = cari_asal(working_folder(folder), period, code)
    if result.induk is None:
        screen.print_findings(result.daftar_temuan, everything=True)
        return ExitCode.UNFIT_BASIS
    if trace is None:
        raise click.UsageError(
            f"Kode “{code}” tidak ada di buku induk {period.tahun}. Untuk rata-rata seluruhnya: instansi."
        )
    screen.print_trace(trace)
    return ExitCode.DONE


program.add_command(catat)
program.add_command(sahkan)
program.add_command(buka)
program.add_command(templat)
program.add_command(halaman)
program.add_command(kabupaten)


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
        click.echo(refusal(error_sentence(error)), err=True)
        return ExitCode.WRONG_COMMAND
    except Exception as error:  # noqa: BLE001 - the last fence before the user
        code, sentence = faults.explain(error)
        click.echo(sentence, err=True)
        return code
    return int(code or ExitCode.DONE)
