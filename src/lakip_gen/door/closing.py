"""How a run ends on the terminal: where each unit stands, what goes to whom, and the command that comes next."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import click

from lakip_gen.domain.teks import untuk_layar
from lakip_gen.door.said import said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lakip_gen.alur.hasil_susun import HasilSusun
    from lakip_gen.alur.periksa import HasilPeriksa
    from lakip_gen.domain.induk import Induk
    from lakip_gen.domain.periode import Periode
    from lakip_gen.storage.workspace import Workspace

PAGE: Final = "hasil-periksa.html"
MESSAGES: Final = "pesan-unit.txt"
REMINDERS: Final = "pesan-pengingat.txt"
RETURNED: Final = "kembali"


def print_closing(workspace: Workspace, result: HasilSusun, towards: str) -> None:
    """Print what a planner does with a run's outputs; the same whether or not they were written just now."""
    from lakip_gen.domain.bulan import Bulan
    from lakip_gen.domain.temuan import Tingkat

    summary: Mapping[str, Any] = result.ringkasan
    click.echo()
    if isinstance(result.periode, Bulan):
        for entry in summary["unit"]:
            if entry["status"] != "diterima":
                click.echo(f"  belum      {entry['kode']} belum melaporkan {result.periode.nama}")
        click.echo("Berikutnya: sunting drafnya di Word.")
        return
    print_units(summary["unit"])
    folder = workspace.output(result.periode)
    place = untuk_layar(workspace.relative(folder))
    levels = [entry["tingkat"] for entry in summary["temuan"]]
    if levels:
        counts = ", ".join(f"{levels.count(level.value)} {level.value}" for level in Tingkat)
        click.echo(f"  temuan     {counts}; selengkapnya di {place}/{PAGE}")
    for told in changes_since_the_last_report(summary.get("perubahan", ())):
        click.echo(f"  {told}; lembar Perubahan di {place}/rekap.xlsx")
    for name in sorted(file.name for file in (folder / RETURNED).glob("[!~.]*.xlsx")):
        click.echo(f"  kirim      {place}/{RETURNED}/{untuk_layar(name)}")
    for name, purpose in ((MESSAGES, "pesan untuk tiap unit"), (REMINDERS, "pengingat bagi yang belum mengirim")):
        if (folder / name).is_file():
            click.echo(f"  pesan      {place}/{name} ({purpose})")
    click.echo(f"\nBerikutnya: {_next(result.periode, summary, towards)}")


def changes_since_the_last_report(entries: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield how much is no longer as it was reported, and apart from that how much has come since."""
    added = sum(entry["dulu"] is None for entry in entries)
    if added < len(entries):
        yield f"berubah    {len(entries) - added} angka atau keterangan tidak lagi seperti yang dilaporkan"
    if added:
        yield f"bertambah  {added} angka atau keterangan sejak terakhir disusun"


def print_units(entries: Sequence[Mapping[str, Any]]) -> None:
    """Print one line for each unit, with all its quarters of the period."""
    from lakip_gen.domain.penerimaan import StatusUnit
    from lakip_gen.domain.periode import Periode
    from lakip_gen.pesan.status import RUPA_STATUS, sel_belum

    width = max((len(entry["kode"]) for entry in entries), default=0)
    several = len({entry["periode"] for entry in entries}) > 1
    per_unit: dict[str, dict[str, list[str]]] = {}
    for entry in entries:
        look = RUPA_STATUS[StatusUnit(entry["status"])]
        state = click.style(look.kata, fg=look.warna_layar)
        quarter = Periode.parse(entry["periode"]).nama_pendek if several else ""
        gap = sel_belum(len(entry.get("sel_ditolak", ())))
        found = ", ".join(filter(None, (f"{entry['galat']} galat", f"{entry['peringatan']} peringatan", gap)))
        some = f" ({found})" if entry["galat"] or entry["peringatan"] else ""
        per_unit.setdefault(entry["kode"], {}).setdefault(state, []).append(f"{quarter}{some}")
    for code, states in per_unit.items():
        told = (f"{state}{': ' if several else ''}{', '.join(which)}" for state, which in states.items())
        click.echo(f"  {code:<{width}}  {'; '.join(told)}")


def _next(period: Periode, ringkasan: Mapping[str, Any], towards: str) -> str:
    """Return what comes after a run, as a sentence with the command in it."""
    awaited = [e for e in ringkasan["unit"] if e["status"] != "diterima" or e.get("sel_ditolak")]
    if awaited:
        folders = " dan ".join(sorted({entry["periode"][-3:] for entry in awaited}))
        again = f"simpan kiriman unit di workbooks/{period.tahun}/{folders}, lalu"
        return f"{again} {said(f'⟦susun {period}{towards}⟧')}"
    then = following(period)
    return "sunting drafnya di Word" + (f"; sesudah itu {said(f'⟦{then}{towards}⟧')}" if then else ".")


def following(period: Periode) -> str:
    """Return the command for the period that follows; empty after the year's report."""
    from lakip_gen.domain.periode import Jenis

    if period.jenis is Jenis.TRIWULAN and period.nomor % 2:
        return f"bagikan {period.tahun}-TW{period.nomor + 1}"
    if period.jenis is Jenis.TRIWULAN:
        return f"susun {period.tahun}-S{period.nomor // 2}"
    if period.jenis is Jenis.SEMESTER:
        return f"bagikan {period.tahun}-TW3" if period.nomor == 1 else f"susun {period.tahun}"
    return ""


def print_receipt(result: HasilPeriksa, towards: str) -> None:
    """Print what was read of a buku induk that is fit, for comparing with the DPA and the PK, and what comes next."""
    if result.induk is None:
        return
    click.echo(f"  Terbaca: {', '.join(_read(result.induk, result.periode))}.")
    click.echo(said(f"\nBerikutnya: ⟦{_after_check(result)}{towards}⟧"))


def _read(induk: Induk, period: Periode) -> Iterator[str]:
    from lakip_gen.domain.angka_tertulis import bertitik

    induk = induk.pada(period.akhir)
    lines = induk.daftar_subkegiatan
    yield f"{len(induk.daftar_unit)} unit"
    yield f"{len(induk.daftar_sasaran)} sasaran"
    yield f"{len(induk.daftar_indikator)} indikator"
    yield f"{len(lines)} subkegiatan"
    yield f"pagu total Rp{bertitik(sum((line.pagu for line in lines), Decimal(0)))}"


def _after_check(result: HasilPeriksa) -> str:
    """Return the command that comes after a check: forms go out for a quarter of which none is there."""
    for quarter in result.daftar_triwulan:
        if not any(unit.status.berkas for unit in quarter.daftar_unit):
            return f"bagikan {quarter.triwulan}"
    return f"susun {result.periode}"
