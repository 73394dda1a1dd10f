"""What a run says on the terminal: short, plain, and safe where letters or colours are missing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from lakip_gen.door.said import door, is_watched, said

if TYPE_CHECKING:
    from pathlib import Path

    from lakip_gen.alur.bagikan import HasilBagikan
    from lakip_gen.alur.catat import HasilTerima
    from lakip_gen.alur.giliran import HasilGiliran
    from lakip_gen.alur.hasil_susun import HasilSusun
    from lakip_gen.alur.mulai import Pembaruan
    from lakip_gen.alur.pdf import HasilPdf
    from lakip_gen.alur.periksa import HasilPeriksa
    from lakip_gen.alur.templat_periksa import HasilTemplat
    from lakip_gen.domain.jejak import Jejak
    from lakip_gen.domain.penerimaan import StatusLaporan
    from lakip_gen.domain.periode import Periode
    from lakip_gen.domain.temuan import Temuan
    from lakip_gen.sop.peristiwa import BukuPeristiwa
    from lakip_gen.storage.workspace import Workspace

COLOURS = {"galat": "red", "peringatan": "yellow", "info": "cyan"}
SHOWN_FINDINGS = 12
"""So many findings are shown on the terminal; the rest stand in the report of the check."""

MANY_FILES = 8
"""So many files that were left alone are named; more are counted."""
SHOWN_CELLS = 6
"""So many addresses are shown of one matter; the others stand in the workbook."""
MOST_LEFT = 5
"""So many texts that were not carried are shown; all stand in the list of changes beside the draft."""


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Show on a terminal, or to the local page, which file is being read; stay silent where nobody watches."""
    if not (sys.stderr.isatty() or is_watched()):
        yield lambda _name: None
        return
    count, width = 0, 0

    def write(line: str) -> None:
        nonlocal width
        click.echo(f"\r{line:<{width}}", nl=False, err=True)
        width = len(line)

    def step(name: str) -> None:
        nonlocal count
        count += 1
        write(f"{count} berkas dibaca  {_shown(name)[:60]}")

    try:
        yield step
    finally:
        write("")
        write("\r")


def _shown(text: object) -> str:
    """Return a text that came from a file or its name as it may stand on a terminal."""
    from lakip_gen.domain.teks import untuk_layar

    return untuk_layar(str(text))


def _place(workspace: Workspace, file: Path) -> str:
    return _shown(workspace.relative(file))


def print_json(content: Mapping[str, object]) -> None:
    """Print one object for scripts."""
    import json

    click.echo(json.dumps(content, ensure_ascii=False, indent=1))


def print_files(workspace: Workspace, new_files: Iterable[Path], old_files: Iterable[Path]) -> None:
    """Print which files were written and which were already there."""
    for file in new_files:
        click.echo(f"  ditulis    {_place(workspace, file)}")
    old = tuple(old_files)
    if len(old) > MANY_FILES:
        click.echo(f"  sudah ada  {len(old)} berkas lain, yang dibiarkan")
    for file in old if len(old) <= MANY_FILES else ():
        click.echo(f"  sudah ada  {_place(workspace, file)}")


def print_handed_out(workspace: Workspace, result: HasilBagikan) -> None:
    """Print what became of every form of a quarter."""
    print_files(workspace, result.daftar_baru, result.daftar_sama)
    for file in result.daftar_terisi:
        click.echo(
            f"  dibiarkan  {_place(workspace, file)} (bukan lagi seperti yang dibagikan: sudah diisi atau diganti)"
        )
    for file in result.daftar_terkunci:
        click.echo(f"  terkunci   {_place(workspace, file)} sedang dibuka; tutup, lalu jalankan lagi")
    print_rescued(workspace, result.daftar_selamat)
    if result.tanda_terima:
        click.echo(f"\nTanda terima: {_place(workspace, result.tanda_terima)}")
    if result.pengantar:
        click.echo(f"Pesan untuk dikirim bersama formulirnya: {_place(workspace, result.pengantar)}")
    if result.daftar_kertas:
        click.echo(f"Naskah SOP: {_place(workspace, result.daftar_kertas[0].parent)}/")
    for file in result.daftar_disunting:
        click.echo(f"  disunting  {_place(workspace, file)} dibiarkan")


def print_rescued(workspace: Workspace, files: Iterable[Path]) -> None:
    """Print where the work of somebody went who saved at the moment when the program put a file in its place."""
    for file in files:
        click.echo(f"  disisihkan {_place(workspace, file)} (disimpan orang saat program menulis; isinya utuh)")


def print_renewal(workspace: Workspace, name: str, result: Pembaruan | None) -> None:
    """Print what became of a buku induk that was to be renewed."""
    if result is None:
        click.echo(f"  dibiarkan  {name}: tidak dapat diperbarui tanpa mengubah isinya")
        return
    click.echo(f"  diperbarui {name}")
    click.echo(f"  disimpan   {_place(workspace, result.simpanan)} (buku induk yang lama)")
    for added in result.daftar_tambahan:
        click.echo(f"  ditambah   {_shown(added)}")
    for lost in result.daftar_hilang:
        click.echo(f"  tidak terbawa: {_shown(lost)}; salinlah sendiri dari buku induk yang lama bila masih perlu")


def print_rollover(workspace: Workspace, year: int, origin: int, result: HasilGiliran) -> None:
    """Print what became of a change of year: what is new, what must be looked at, what was not whole."""
    name = _place(workspace, workspace.induk(year))
    if result.sudah_ada:
        _print_filled(workspace, name, origin, result)
        return
    if result.induk is None:
        click.echo(f"  belum ditulis  {name}; buku induk {origin} tidak diubah:")
        print_findings(result.daftar_temuan, everything=True)
        return
    click.echo(f"  ditulis    {name} (dari buku induk {origin}, yang tidak diubah)")
    if result.versi_lama:
        click.echo(f"  diperbarui buku induk {origin} masih versi {result.versi_lama}; yang {year} sudah versi terbaru")
    for lost in result.daftar_hilang:
        click.echo(f"  tidak terbawa: {_shown(lost)}; salinlah sendiri dari buku induk {origin} bila masih perlu")
    _print_not_whole(origin, result)
    click.echo(f"\nYang harus dilihat (juga di lembar “Dari {origin}”):")
    matters: dict[tuple[str, str], list[str]] = {}
    for (tab, address), entry in result.daftar_lihat:
        matters.setdefault((tab, entry.perihal), []).append(address)
    for (tab, matter), addresses in matters.items():
        shown = ", ".join(addresses[:SHOWN_CELLS]) + (", …" if len(addresses) > SHOWN_CELLS else "")
        click.echo(f"  {_shown(tab)}: {_shown(matter)} ({len(addresses)} sel: {shown})")


def _print_filled(workspace: Workspace, name: str, origin: int, result: HasilGiliran) -> None:
    """Print what became of a buku induk that somebody works with already."""
    if result.daftar_temuan:
        click.echo(f"  dibiarkan  {name}")
        print_findings(result.daftar_temuan, everything=True)
    elif not result.simpanan:
        click.echo(f"  dibiarkan  {name}: sudah diisi, dan tidak ada yang perlu dilengkapi dari {origin}")
    else:
        cells = ", ".join(address for _, address in result.daftar_terisi)
        click.echo(f"  dilengkapi {name}: Riwayat, {len(result.daftar_terisi)} sel dari {origin} ({cells})")
        click.echo(f"  disimpan   {_place(workspace, result.simpanan)} (seperti sebelum dilengkapi)")
    _print_not_whole(origin, result)


def _print_not_whole(origin: int, result: HasilGiliran) -> None:
    """Print which forms of the old year are missing, and what to do when they have come."""
    if not result.daftar_belum:
        return
    forms = ", ".join(f"{one.unit.kode} {one.triwulan.nama_pendek}" for one in result.daftar_belum)
    click.echo(f"\nTahun {origin} belum utuh: {len(result.daftar_belum)} formulir belum diterima ({_shown(forms)}).")
    click.echo("Setelah utuh, jalankan perintah yang sama lagi: sel Riwayat yang masih kosong dilengkapi.")


def print_findings(findings: tuple[Temuan, ...], *, everything: bool = False, ordered: bool = True) -> None:
    """Print findings: where, what, and how to mend it.

    Args:
        findings: The findings.
        everything: Whether to print more than fit on a screen.
        ordered: Whether the heaviest come first; else they stay in the order they have.
    """
    from lakip_gen.pesan.katalog import jelaskan, jelaskan_semua

    readable = jelaskan_semua(findings, door()) if ordered else tuple(jelaskan(one, door()) for one in findings)
    shown = readable if everything else readable[:SHOWN_FINDINGS]
    for entry in shown:
        level = click.style(f"{entry.tingkat.value:<10}", fg=COLOURS[entry.tingkat.value], bold=True)
        place = f"{entry.asal}: " if str(entry.asal) else ""
        click.echo(f"  {level} {_shown(place + entry.pesan)}")
        click.echo(f"             {_shown(entry.perbaikan)}")
    if len(shown) < len(readable):
        click.echo(f"  … dan {len(readable) - len(shown)} temuan lain.")


def print_status(statuses: Iterable[StatusLaporan], *, with_period: bool) -> None:
    """Print one line for each unit's form."""
    from lakip_gen.pesan.status import RUPA_STATUS, sel_belum

    entries = list(statuses)
    width = max((len(status.unit.kode) for status in entries), default=0)
    for status in entries:
        look = RUPA_STATUS[status.status]
        mark = click.style(f"{look.kata:<16}", fg=look.warna_layar)
        counts = f"{status.galat} galat, {status.peringatan} peringatan" if status.berkas else "belum ada berkas"
        counts = ", ".join(filter(None, (counts, sel_belum(len(status.sel_ditolak)))))
        period = f"{status.triwulan.nama_pendek:<7} " if with_period else ""
        click.echo(f"  {period}{status.unit.kode:<{width}}  {mark} {counts}")


def print_check(result: HasilPeriksa) -> None:
    """Print the result of a check: each unit, then every finding."""
    click.echo(f"Pemeriksaan {result.periode.nama}")
    statuses = [unit.status for quarter in result.daftar_triwulan for unit in quarter.daftar_unit]
    print_status(statuses, with_period=len(result.daftar_triwulan) > 1)
    print_findings(result.semua_temuan, everything=True)
    if not result.semua_temuan:
        click.echo("  Tidak ada temuan.")


def print_report(workspace: Workspace, result: HasilSusun) -> None:
    """Print what a run found and wrote."""
    click.echo(f"Laporan {result.periode.nama}")
    if not result.sah:
        part = "Draf Word yang baru belum ditulis; selesaikan dulu yang berikut."
        nothing = "Belum ada yang ditulis; selesaikan dulu yang berikut."
        click.echo(f"  {part if result.daftar_keluaran else nothing}")
        _print_hindrances(result.daftar_temuan)
    else:
        _print_counts(result.ringkasan)
        _print_galat(result.daftar_temuan)
    for code, comparison in result.daftar_banding:
        click.echo(f"  berganti   {code} mengirim formulir baru: {comparison}")
    for file in result.daftar_keluaran:
        click.echo(f"  ditulis    {_place(workspace, file)}")
    _print_carried(result)
    _print_edited(workspace, result)
    for file in result.daftar_terkunci:
        click.echo(
            f"  terkunci   {_place(workspace, file)} sedang dibuka; "
            "yang baru ditulis di sebelahnya dengan akhiran _baru"
        )
    for file in result.daftar_tertahan:
        click.echo(
            f"  tertahan   {_place(workspace, file)} tidak berlaku lagi tetapi sedang dibuka; tutup, lalu jalankan lagi"
        )

    print_rescued(workspace, result.daftar_selamat)


def _print_hindrances(findings: tuple[Temuan, ...]) -> None:
    """Print what hinders a draft: faults of the template as `templat periksa` does, in the order of the document."""
    of_templates = tuple(finding for finding in findings if finding.kode.startswith("templat-"))
    print_findings(of_templates, everything=True, ordered=False)
    print_findings(tuple(finding for finding in findings if finding not in of_templates), everything=True)


def print_unchanged(workspace: Workspace, result: HasilSusun) -> None:
    """Say that nothing changed since the last run."""
    written = "Hanya naskahnya yang ditulis." if result.daftar_keluaran else "Tidak ada yang ditulis."
    click.echo(f"Laporan {result.periode.nama}: tidak ada perubahan sejak terakhir disusun. {written}")
    print_files(workspace, result.daftar_keluaran, ())
    _print_edited(workspace, result)
    print_rescued(workspace, result.daftar_selamat)


def _print_galat(findings: tuple[Temuan, ...]) -> None:
    from lakip_gen.domain.temuan import Tingkat
    from lakip_gen.pesan.katalog import katalog

    print_findings(tuple(t for t in findings if katalog()[t.kode].tingkat is Tingkat.GALAT))


def _print_carried(result: HasilSusun) -> None:
    """Print what became of somebody's edits in the new draft."""
    carried = result.dibawa
    if carried is None:
        return
    click.echo(
        f"  dibawa     dari {_shown(carried.dari)}: {carried.blok_disunting} bagian tetap seperti suntingan, "
        f"{carried.blok_diperbarui} diperbarui, {carried.blok_baru} baru"
    )
    left = carried.tidak_terbawa
    if left:
        click.echo(f"  tertinggal {len(left)} tulisan tidak terbawa; salin sendiri dari draf itu bila perlu:")
        for text in left[:MOST_LEFT]:
            click.echo(f"             “{_shown(text)}”")
        if len(left) > MOST_LEFT:
            click.echo(f"             dan {len(left) - MOST_LEFT} lainnya")


def _print_edited(workspace: Workspace, result: HasilSusun) -> None:
    for file in result.daftar_disunting:
        click.echo(f"  dibiarkan  {_place(workspace, file)} (sudah disunting atau bukan buatan program)")


def _print_counts(ringkasan: Mapping[str, Any]) -> None:
    from lakip_gen.pesan.status import sel_belum

    units, indikator = ringkasan["unit"], ringkasan.get("indikator")
    if indikator is None:  # a month has no figures
        told = sum(entry["status"] == "diterima" for entry in units)
        click.echo(f"  {told} dari {len(units)} unit melaporkan bulan ini")
        return
    received = sum(entry["status"] == "diterima" for entry in units)
    rated = sum(entry["capaian"] is not None for entry in indikator)
    counts = {t: sum(entry["tingkat"] == t for entry in ringkasan["temuan"]) for t in COLOURS}
    refused = sum(len(entry.get("sel_ditolak", ())) for entry in units)
    gap = f" ({sel_belum(refused)})" if refused else ""
    click.echo(
        f"  {received} dari {len(units)} formulir diterima{gap}, {rated} dari {len(indikator)} indikator dinilai"
    )
    click.echo("  " + ", ".join(f"{count} {level}" for level, count in counts.items()))


def print_pdf(workspace: Workspace, result: HasilPdf) -> None:
    """Print where the PDF was written, or why there is none."""
    print_findings(result.daftar_temuan, everything=True)
    if result.berkas:
        click.echo(f"  ditulis    {_place(workspace, result.berkas)}")
    print_rescued(workspace, result.daftar_selamat)


def print_templates(workspace: Workspace, result: HasilTemplat) -> None:
    """Print what was found in templates and what was written."""
    faulty = {finding.asal.berkas for finding in result.daftar_temuan}
    for name in result.daftar_templat:
        if name not in faulty:
            click.echo(f"  tanpa temuan  {_shown(name)}")
    print_findings(result.daftar_temuan, everything=True, ordered=False)
    for file in result.daftar_keluaran:
        click.echo(f"  ditulis       {_place(workspace, file)}")
    for name in result.daftar_gagal:
        click.echo(f"  gagal         {_shown(name)}")
    print_rescued(workspace, result.daftar_selamat)
    for file in result.daftar_terkunci:
        click.echo(f"  terkunci      {_place(workspace, file)} sedang dibuka; yang baru ditulis di sebelahnya")


def print_trace(trace: Jejak, depth: int = 0) -> None:
    """Print the tree behind a figure."""
    value = f" = {_shown(trace.nilai)}" if trace.nilai else ""
    formula = f"  [{_shown(trace.rumus)}]" if trace.rumus else ""
    source = f"  <- {_shown(trace.asal)}" if trace.asal else ""
    click.echo(f"{'  ' * depth}{_shown(trace.nama)}{value}{formula}{source}")
    for part in trace.daftar_bagian:
        print_trace(part, depth + 1)


def print_notes(period: Periode, notes: BukuPeristiwa) -> None:
    """Print what was recorded of a period, numbered."""
    from lakip_gen.sop.peristiwa import kalimat

    click.echo(f"Catatan {period.nama}")
    for number, event in notes.daftar.items():
        taken_back = " (dibatalkan)" if number in notes.dibatalkan else ""
        click.echo(f"  {number:>3}. {_shown(kalimat(event))}{taken_back}")
    if not notes.daftar:
        click.echo("  Belum ada yang dicatat.")
    print_findings(notes.daftar_temuan, everything=True)


def print_accepted(period: Periode, result: HasilTerima) -> None:
    """Print what of a unit's form was accepted, and what has to be mended all the same."""
    if result.luar is not None:
        click.echo(f"{_shown(result.luar.nama)} {period.nama}: jawabannya dicatat.")
        return
    unit = _shown(result.unit.unit.kode if result.unit else "")
    if result.penerimaan is None:
        nothing = "tidak ada yang dapat diterima" if result.daftar_tetap else "tidak ada keraguan yang perlu diterima"
        click.echo(f"{unit} {period.nama}: {nothing}. Tidak ada yang dicatat.")
    else:
        count = len(result.daftar_diterima)
        what = f"{count} keraguan diterima" if count else "ditutup sebagai belum melaporkan"
        click.echo(f"{unit} {period.nama}: {what} dengan alasan: {_shown(result.penerimaan.alasan)}")
        for finding in result.daftar_diterima:
            click.echo(f"  diterima   {_shown(_told(finding))}")
        click.echo(said(f"Dicatat dengan nomor {result.penerimaan.nomor}. Berikutnya: ⟦susun {period}⟧"))
    if result.daftar_tetap:
        click.echo("Yang tidak terbaca, bermakna ganda, atau tentang seluruh formulir tidak dapat diterima; perbaiki:")
        print_findings(result.daftar_tetap, everything=True)


def _told(finding: Temuan) -> str:
    """Return where a finding points, and what it says."""
    from lakip_gen.pesan.katalog import jelaskan

    return f"{finding.asal}: {jelaskan(finding, door()).pesan}"
