"""The commands that seal a period, open it again, and verify its archive years later."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from lakip_gen.door import screen
from lakip_gen.door.exit_codes import ExitCode
from lakip_gen.door.period import PERIOD
from lakip_gen.door.said import door, said
from lakip_gen.door.words import (
    Command,
    by_option,
    date_option,
    json_option,
    refuse_far,
    working_folder,
    workspace_option,
)

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from lakip_gen.alur.sahkan import HasilSahkan
    from lakip_gen.domain.periode import Periode
    from lakip_gen.domain.temuan import Temuan
    from lakip_gen.storage.workspace import Workspace


@click.command(cls=Command)
@click.argument("period", type=PERIOD, metavar="PERIODE")
@date_option("Tanggal pengesahan; bila tidak ditulis, hari ini.")
@by_option
@click.option("--alasan", "reason", default="", metavar="ALASAN", help="Sahkan walau ada halangan; dicetak di arsip.")
@click.option(
    "--templat", "template_name", default="", metavar="NAMA", help="Draf dari templat Anda, seperti di susun."
)
@workspace_option
@json_option
def sahkan(
    period: Periode,
    day: date | None,
    by: str,
    reason: str,
    template_name: str,
    folder: Path,
    as_json: bool,  # noqa: FBT001 - click
) -> int:
    """Mengesahkan draf terakhir satu periode, mengarsipkannya, dan mengunci angkanya."""
    from lakip_gen.alur.sahkan import Permintaan
    from lakip_gen.alur.sahkan import sahkan as seal
    from lakip_gen.storage.lock import lock_workspace

    workspace = working_folder(folder)
    refuse_far(day, period)
    wanted = Permintaan(oleh=_one_line(by), tanggal=day, alasan=_one_line(reason), nama_templat=template_name)
    with lock_workspace(workspace.root), screen.progress() as step:
        result = seal(workspace, period, wanted, step)
    if as_json:
        screen.print_json(_sealed(workspace, result))
    else:
        _print_sealed(workspace, result)
    if not result.induk_sah:
        return ExitCode.UNFIT_BASIS
    return ExitCode.DONE if result.sah else ExitCode.FINDINGS


def _sealed(workspace: Workspace, result: HasilSahkan) -> dict[str, object]:
    from lakip_gen.alur.ringkasan import daftar_terbaca
    from lakip_gen.storage.archives import zip_of

    overridden = result.daftar_halangan if result.sah else ()
    return {
        "periode": str(result.periode),
        "sah": result.sah is not None,
        "tanggal": result.sah.tanggal.isoformat() if result.sah else None,
        "oleh": (result.sah.oleh or None) if result.sah else None,
        "alasan": (result.sah.alasan or None) if result.sah else None,
        "arsip": workspace.relative(result.arsip) if result.arsip else None,
        "zip": workspace.relative(zip_of(result.arsip)) if result.arsip else None,
        "sidik": result.sah.sidik if result.sah else None,
        "dikesampingkan": daftar_terbaca(overridden),
        "temuan": daftar_terbaca((*(() if result.sah else result.daftar_halangan), *result.daftar_temuan)),
    }


def _print_sealed(workspace: Workspace, result: HasilSahkan) -> None:
    from lakip_gen.domain.teks import untuk_layar

    if result.sah is None or result.arsip is None:
        click.echo(f"{result.periode.nama} belum disahkan.")
        screen.print_findings((*result.daftar_halangan, *result.daftar_temuan), everything=True)
    else:
        place = untuk_layar(workspace.relative(result.arsip))
        click.echo(f"{result.periode.nama} disahkan.")
        click.echo(f"  arsip      {place}, dan {place}.zip")
        for file in sorted(file.name for file in (result.arsip / "data").glob("*.*")):
            click.echo(f"  kertas     {place}/data/{untuk_layar(file)}")
        print_overridden(result.sah.alasan, result.daftar_halangan)
        screen.print_findings(result.daftar_temuan, everything=True)


def print_overridden(reason: str, overridden: tuple[Temuan, ...]) -> None:
    """Print what stood against a seal that was made all the same, with the reason; nothing where nothing did."""
    from lakip_gen.domain.teks import untuk_layar
    from lakip_gen.pesan.katalog import jelaskan_semua

    if not overridden:
        return
    click.echo(f"  alasan     {untuk_layar(reason)}")
    click.echo("Disahkan walaupun:")
    for entry in jelaskan_semua(overridden, door()):
        place = f"{entry.asal}: " if str(entry.asal) else ""
        click.echo(f"  - {untuk_layar(place + entry.pesan)}")


@click.command(cls=Command)
@click.argument("period", type=PERIOD, metavar="PERIODE")
@click.option("--alasan", "reason", default="", metavar="ALASAN", help="Mengapa dibuka; wajib ditulis.")
@date_option("Tanggal dibukanya; bila tidak ditulis, hari ini.")
@by_option
@workspace_option
@json_option
def buka(period: Periode, reason: str, day: date | None, by: str, folder: Path, as_json: bool) -> int:  # noqa: FBT001 - click
    """Membuka lagi periode yang sudah disahkan; arsipnya tetap disimpan."""
    from lakip_gen.alur.sahkan import TidakDibuka
    from lakip_gen.alur.sahkan import buka as unseal
    from lakip_gen.storage.lock import lock_workspace

    why = _one_line(reason)
    if not why:
        raise click.UsageError(f'Alasannya belum ditulis: ⟦buka {period} --alasan "…"⟧')
    workspace = working_folder(folder)
    refuse_far(day, period)
    with lock_workspace(workspace.root):
        try:
            seal = unseal(workspace, period, why, _one_line(by), day)
        except TidakDibuka as fault:
            raise click.UsageError(str(fault)) from fault
    if as_json:
        screen.print_json({"periode": str(period), "alasan": why, "arsip": seal.arsip})
    else:
        click.echo(f"{period.nama} dibuka. Arsip yang dulu tetap ada: {seal.arsip}.")
        click.echo(said(f"\nBerikutnya: ⟦susun {period}⟧, lalu ⟦sahkan {period}⟧"))
    return ExitCode.DONE


def _one_line(said: str) -> str:
    from lakip_gen.domain.teks import bersihkan

    return " ".join(bersihkan(said).split())


def check_archive(place: Path, folder: Path, *, as_json: bool) -> int:
    """Verify an archive, and print what became of it.

    Args:
        place: The archive's folder or zip.
        folder: The working folder, whose events say which archive was sealed.
        as_json: Whether to print for scripts.
    """
    from lakip_gen.alur.periksa_arsip import periksa_arsip
    from lakip_gen.alur.ringkasan import daftar_terbaca
    from lakip_gen.pesan.katalog import ada_galat
    from lakip_gen.storage.workspace import Workspace

    result = periksa_arsip(place, Workspace(folder.resolve()))
    if as_json:
        verdict = result.putusan
        screen.print_json(
            {
                "arsip": str(place),
                "utuh": result.utuh,
                "berkas": len(verdict.listed) if verdict else 0,
                "berubah": list(verdict.changed) if verdict else [],
                "hilang": list(verdict.missing) if verdict else [],
                "lebih": list(verdict.extra) if verdict else [],
                "temuan": daftar_terbaca(result.daftar_temuan),
            }
        )
    else:
        if result.utuh:
            listed = len(result.putusan.listed) if result.putusan else 0
            known = "; arsip yang disahkan menurut catatan kejadian" if result.dikenal else ""
            click.echo(f"Arsip utuh: {listed} berkas, tiap bita seperti saat dibuat{known}.")
        screen.print_findings(result.daftar_temuan, everything=True)
    return ExitCode.FINDINGS if ada_galat(result.daftar_temuan) else ExitCode.DONE
