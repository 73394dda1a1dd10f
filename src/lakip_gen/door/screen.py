"""What a run says on the terminal: short, plain, and safe where letters or colours are missing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lakip_gen.domain.teks import untuk_layar

if TYPE_CHECKING:
    from lakip_gen.alur.pdf import HasilPdf
    from lakip_gen.alur.periksa import HasilPeriksa
    from lakip_gen.alur.susun import HasilSusun
    from lakip_gen.alur.templat_periksa import HasilTemplat
    from lakip_gen.domain.jejak import Jejak
    from lakip_gen.domain.rekap import StatusLaporan
    from lakip_gen.domain.temuan import Temuan
    from lakip_gen.storage.workspace import Workspace

WARNA = {"galat": "red", "peringatan": "yellow", "info": "cyan"}
BARIS_TEMUAN = 12
"""So many findings are shown on the terminal; the rest stand in the report of the check."""


@contextmanager
def kemajuan() -> Iterator[Callable[[str], None]]:
    """Show on a terminal which file is being read; stay silent where nobody watches."""
    if not sys.stderr.isatty():
        yield lambda _nama: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn

    kolom = (SpinnerColumn("line"), TextColumn("{task.completed} berkas dibaca  {task.description}", markup=False))
    with Progress(*kolom, console=Console(stderr=True), transient=True) as batang:
        tugas = batang.add_task("", total=None)
        yield lambda nama: batang.update(tugas, advance=1, description=untuk_layar(nama)[:60])


def cetak_json(isi: Mapping[str, object]) -> None:
    """Print one object for scripts."""
    import json

    click.echo(json.dumps(isi, ensure_ascii=False, indent=1))


def cetak_berkas(ruang: Workspace, daftar_baru: Iterable[Path], daftar_lama: Iterable[Path]) -> None:
    """Print which files were written and which were already there."""
    for berkas in daftar_baru:
        click.echo(f"  ditulis    {ruang.relative(berkas)}")
    for berkas in daftar_lama:
        click.echo(f"  sudah ada  {ruang.relative(berkas)}")


def cetak_temuan(daftar_temuan: tuple[Temuan, ...], *, semua: bool = False, urut: bool = True) -> None:
    """Print findings: where, what, and how to mend it.

    Args:
        daftar_temuan: The findings.
        semua: Whether to print more than fit on a screen.
        urut: Whether the heaviest come first; else they stay in the order they have.
    """
    from lakip_gen.pesan.katalog import jelaskan, jelaskan_semua

    terbaca = jelaskan_semua(daftar_temuan) if urut else tuple(map(jelaskan, daftar_temuan))
    tampil = terbaca if semua else terbaca[:BARIS_TEMUAN]
    for butir in tampil:
        tingkat = click.style(f"{butir.tingkat.value:<10}", fg=WARNA[butir.tingkat.value], bold=True)
        tempat = f"{butir.asal}: " if str(butir.asal) else ""
        click.echo(f"  {tingkat} {untuk_layar(tempat + butir.pesan)}")
        click.echo(f"             {untuk_layar(butir.perbaikan)}")
    if len(tampil) < len(terbaca):
        click.echo(f"  … dan {len(terbaca) - len(tampil)} temuan lain.")


def cetak_status(daftar_status: Iterable[StatusLaporan], *, dengan_periode: bool) -> None:
    """Print one line for each unit's form."""
    daftar = list(daftar_status)
    lebar = max((len(status.unit.kode) for status in daftar), default=0)
    warna = {"diterima": "green", "belum": "yellow", "ditolak": "red"}
    for status in daftar:
        tanda = click.style(f"{status.status.value:<9}", fg=warna[status.status.value])
        hitung = f"{status.galat} galat, {status.peringatan} peringatan" if status.berkas else "belum ada berkas"
        periode = f"{status.triwulan.nama_pendek:<7} " if dengan_periode else ""
        click.echo(f"  {periode}{status.unit.kode:<{lebar}}  {tanda} {hitung}")


def cetak_pemeriksaan(hasil: HasilPeriksa) -> None:
    """Print the result of a check: each unit, then every finding."""
    click.echo(f"Pemeriksaan {hasil.periode.nama}")
    status = [unit.status for triwulan in hasil.daftar_triwulan for unit in triwulan.daftar_unit]
    cetak_status(status, dengan_periode=len(hasil.daftar_triwulan) > 1)
    cetak_temuan(hasil.semua_temuan, semua=True)
    if not hasil.semua_temuan:
        click.echo("  Tidak ada temuan.")


def cetak_susunan(ruang: Workspace, hasil: HasilSusun) -> None:
    """Print what a run found and wrote."""
    click.echo(f"Laporan {hasil.periode.nama}")
    if not hasil.sah:
        sebagian = "Draf Word belum ditulis: perbaiki dulu templat berikut."
        kosong = "Belum ada yang ditulis: perbaiki dulu buku induk atau templat berikut."
        click.echo(f"  {sebagian if hasil.daftar_keluaran else kosong}")
        _cetak_halangan(hasil.daftar_temuan)
    else:
        _cetak_hitungan(hasil.ringkasan)
        _cetak_berat(hasil.daftar_temuan)
    for kode, banding in hasil.daftar_banding:
        click.echo(f"  berganti   {kode} mengirim formulir baru: {banding}")
    for berkas in hasil.daftar_keluaran:
        click.echo(f"  ditulis    {ruang.relative(berkas)}")
    _cetak_disunting(ruang, hasil)
    for berkas in hasil.daftar_terkunci:
        click.echo(
            f"  terkunci   {ruang.relative(berkas)} sedang dibuka; yang baru ditulis di sebelahnya dengan akhiran _baru"
        )
    for berkas in hasil.daftar_tertahan:
        click.echo(
            f"  tertahan   {ruang.relative(berkas)} tidak berlaku lagi tetapi sedang dibuka; tutup, lalu jalankan lagi"
        )


def _cetak_halangan(daftar_temuan: tuple[Temuan, ...]) -> None:
    """Print what hinders a draft: faults of the template as `templat periksa` does, in the order of the document."""
    templat = tuple(temuan for temuan in daftar_temuan if temuan.kode.startswith("templat-"))
    cetak_temuan(templat, semua=True, urut=False)
    cetak_temuan(tuple(temuan for temuan in daftar_temuan if temuan not in templat), semua=True)


def cetak_tetap(ruang: Workspace, hasil: HasilSusun) -> None:
    """Say that nothing changed since the last run."""
    click.echo(f"Laporan {hasil.periode.nama}: tidak ada perubahan sejak terakhir disusun. Tidak ada yang ditulis.")
    _cetak_disunting(ruang, hasil)


def _cetak_berat(daftar_temuan: tuple[Temuan, ...]) -> None:
    from lakip_gen.domain.temuan import Tingkat
    from lakip_gen.pesan.katalog import katalog

    cetak_temuan(tuple(t for t in daftar_temuan if katalog()[t.kode].tingkat is Tingkat.GALAT))


def _cetak_disunting(ruang: Workspace, hasil: HasilSusun) -> None:
    for berkas in hasil.daftar_disunting:
        click.echo(f"  dibiarkan  {ruang.relative(berkas)} (sudah disunting atau bukan buatan program)")


def _cetak_hitungan(ringkasan: Mapping[str, Any]) -> None:
    unit, indikator = ringkasan["unit"], ringkasan["indikator"]
    diterima = sum(butir["status"] == "diterima" for butir in unit)
    dinilai = sum(butir["capaian"] is not None for butir in indikator)
    hitung = {t: sum(butir["tingkat"] == t for butir in ringkasan["temuan"]) for t in WARNA}
    click.echo(f"  {diterima} dari {len(unit)} formulir diterima, {dinilai} dari {len(indikator)} indikator dinilai")
    click.echo("  " + ", ".join(f"{banyak} {tingkat}" for tingkat, banyak in hitung.items()))


def cetak_pdf(ruang: Workspace, hasil: HasilPdf) -> None:
    """Print where the PDF was written, or why there is none."""
    cetak_temuan(hasil.daftar_temuan, semua=True)
    if hasil.berkas:
        click.echo(f"  ditulis    {ruang.relative(hasil.berkas)}")


def cetak_templat(ruang: Workspace, hasil: HasilTemplat) -> None:
    """Print what was found in templates and what was written."""
    bersalah = {temuan.asal.berkas for temuan in hasil.daftar_temuan}
    for nama in hasil.daftar_templat:
        if nama not in bersalah:
            click.echo(f"  tanpa temuan  {nama}")
    cetak_temuan(hasil.daftar_temuan, semua=True, urut=False)
    for berkas in hasil.daftar_keluaran:
        click.echo(f"  ditulis       {ruang.relative(berkas)}")
    for nama in hasil.daftar_gagal:
        click.echo(f"  gagal         {nama}")
    for berkas in hasil.daftar_terkunci:
        click.echo(f"  terkunci      {ruang.relative(berkas)} sedang dibuka; yang baru ditulis di sebelahnya")


def cetak_jejak(jejak: Jejak, dalam: int = 0) -> None:
    """Print the tree behind a figure."""
    nilai = f" = {jejak.nilai}" if jejak.nilai else ""
    rumus = f"  [{jejak.rumus}]" if jejak.rumus else ""
    asal = f"  <- {jejak.asal}" if jejak.asal else ""
    click.echo(untuk_layar(f"{'  ' * dalam}{jejak.nama}{nilai}{rumus}{asal}"))
    for bagian in jejak.daftar_bagian:
        cetak_jejak(bagian, dalam + 1)
