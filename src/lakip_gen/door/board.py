"""The board of a period on the terminal: one line a step, then what comes next and who owes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from lakip_gen.domain.skema.induk import DISIMPULKAN
from lakip_gen.domain.teks import untuk_layar
from lakip_gen.door.said import said
from lakip_gen.sop.keadaan import Cara, Keadaan

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lakip_gen.sop.keadaan import KeadaanLangkah
    from lakip_gen.storage.seals import Seal

COLOURS = {Keadaan.SELESAI: "green", Keadaan.BERJALAN: "yellow", Keadaan.DIKEMBALIKAN: "red", Keadaan.MENUNGGU: None}
KNOWN_BY = {Cara.TERSIRAT: "tanpa bukti", Cara.TERCATAT: "tercatat"}
LONGEST_ACTIVITY = 64


def print_seal(seal: Seal | None) -> None:
    """Print that a period is sealed, by whom, and where its archive lies; nothing where it is not."""
    if seal is None:
        return
    by = f" oleh {seal.said.oleh}" if seal.said.oleh else ""
    click.echo(untuk_layar(f"Disahkan pada {seal.said.tanggal:%d-%m-%Y}{by}; arsip {seal.said.arsip}"))


def print_board(steps: Iterable[KeadaanLangkah]) -> None:
    """Print a period's steps with their states, and what is under way; nothing where there is no SOP."""
    several = list(steps)
    if not several:
        return
    click.echo("\nLangkah SOP")
    for step in several:
        state = click.style(f"{step.keadaan.value:<13}", fg=COLOURS[step.keadaan])
        activity = untuk_layar(short_activity(step))
        click.echo(f"  {step.langkah.tanda:>3}  {state}{activity}{untuk_layar(_notes(step))}")
    print_next(several)


def short_activity(step: KeadaanLangkah) -> str:
    """Return what is done in a step, as much of it as a line holds."""
    activity = step.langkah.kegiatan
    return activity if len(activity) <= LONGEST_ACTIVITY else f"{activity[:LONGEST_ACTIVITY].rstrip()}…"


def print_next(steps: Iterable[KeadaanLangkah]) -> None:
    """Print which steps are under way or were sent back, and who owes them."""
    for step in steps:
        # A refusal is told where work waits: at the step that it sends back to.
        is_sent_back = step.keadaan is Keadaan.DIKEMBALIKAN and not step.langkah.kembali
        if step.keadaan is Keadaan.BERJALAN or is_sent_back:
            click.echo(untuk_layar(_next(step)))


def _notes(step: KeadaanLangkah) -> str:
    """Return what is said behind a step: who does it, how it is known to be done, and what is wrong with it."""
    notes = [
        _who(step),
        KNOWN_BY.get(step.cara, "") if step.cara else "",
        f"paling lambat {step.tenggat:%d-%m-%Y}" if step.tenggat and not step.cara else "",
        "TERLAMBAT" if step.terlambat else "",
        "dasarnya sudah berubah" if step.kedaluwarsa else "",
        "" if step.langkah.dari_sop else "bukan dari SOP",
    ]
    text = ", ".join(note for note in notes if note)
    return f" – {text}" if text else ""


def _who(step: KeadaanLangkah) -> str:
    """Return the office that does a step; one that was inferred says so."""
    inferred = f" ({DISIMPULKAN})" if step.langkah.pelaksana and not step.langkah.pasti else ""
    return f"{step.langkah.pelaksana}{inferred}"


def _next(step: KeadaanLangkah) -> str:
    """Return the sentence on a step that is under way or was sent back."""
    head = "Dikembalikan" if step.keadaan is Keadaan.DIKEMBALIKAN else "Sekarang"
    waiting = f"; menunggu: {said(step.tunggu)}" if step.tunggu else ""
    by = f", oleh {_who(step)}" if step.langkah.pelaksana else ""
    return f"{head}: langkah {step.langkah.tanda}, {step.langkah.kegiatan}{by}{waiting}"
