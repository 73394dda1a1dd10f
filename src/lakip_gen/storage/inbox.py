"""What lies in and beside an inbox where nobody reads it: said aloud, so that no form is overlooked."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from lakip_gen.domain.periode import Periode
from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.pesan.katalog import katalog
from lakip_gen.storage.inputs import TRANSIENT, Inputs
from lakip_gen.storage.workspace import Leftover, Unread, Workspace, is_called_a_workbook, lock_owner

MENTIONED: Final = 3
"""So many files of a folder are named."""


def check_inbox(inputs: Inputs, quarter: Periode) -> tuple[Temuan, ...]:
    """Return what in a quarter's inbox, or beside it, holds or could hold a form and is not read."""
    late = (temuan("kiriman-sesudah-sah", Asal(name), periode=quarter) for name in inputs.late.get(quarter, ()))
    unread = (_finding(inputs.workspace, quarter, unread) for unread in inputs.leftovers[quarter])
    seal = inputs.seals.get(quarter)
    return (*(seal.findings if seal else ()), *late, *unread)


def not_a_workbook(file: Path, findings: tuple[Temuan, ...]) -> tuple[Temuan, ...]:
    """Return what there is to say of a file that is no workbook: gently, where its name never said it was one."""
    if is_called_a_workbook(file):
        return findings
    return tuple(
        temuan("berkas-lain", finding.asal, nilai=file.name, sebab=katalog()[finding.kode].judul)
        if finding.kode.startswith("berkas-") and finding.kode not in TRANSIENT
        else finding
        for finding in findings
    )


def _finding(workspace: Workspace, quarter: Periode, unread: Unread) -> Temuan:
    year_folder, entry, names = workspace.workbooks(quarter.tahun), unread.entry, unread.workbooks
    owner = (lock_owner(entry) or entry) if unread.kind is Leftover.OPEN_ELSEWHERE else entry
    examples = ", ".join(names[:MENTIONED]) + (", dan lain-lain" if len(names) > MENTIONED else "")
    # What lies beside the inboxes belongs to no quarter: the same words for all of them make it one finding.
    folder = quarter.folder if year_folder / quarter.folder in (entry, entry.parent) else "TW1"
    return temuan(
        unread.kind.value,
        Asal(_name(workspace, year_folder, owner)),
        nilai=entry.name,
        folder=folder,
        banyak=len(names),
        contoh=examples,
    )


def _name(workspace: Workspace, year_folder: Path, file: Path) -> str:
    """Return what a file is called: as forms are where it lies beside them, else by its path."""
    within = file.is_relative_to(year_folder)
    return file.relative_to(year_folder).as_posix() if within else workspace.relative(file)
