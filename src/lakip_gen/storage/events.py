"""The file of events of a period: read whole, written whole, and what lies beside it that a sync service left."""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass
from typing import Final

from lakip_gen.domain.periode import Periode
from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.storage.reading import read_bounded
from lakip_gen.storage.workspace import Workspace, entries
from lakip_gen.storage.writes import write_patiently

LARGEST_EVENTS: Final = 16 * 1024 * 1024
"""The bytes that are read of a file of events; a true one has some thousands."""


@dataclass(frozen=True, slots=True)
class Events:
    """The file of events of a period as it was read.

    Attributes:
        name: What it is called in findings.
        text: What stands in it; empty where there is none.
        findings: Why it cannot be read, and which copies lie beside it.
    """

    name: str
    text: str = ""
    findings: tuple[Temuan, ...] = ()


def take_events(workspace: Workspace, period: Periode) -> Events:
    """Return the events of a period; a file that cannot be read is told, not taken for an empty one."""
    file = workspace.events(period)
    name = f"jejak/{file.name}"
    copies = tuple(
        temuan("jejak-salinan", Asal(f"jejak/{other.name}"), nilai=other.name, asli=file.name)
        for other in entries(file.parent)
        if other != file and other.name.startswith(period.folder) and other.suffix.casefold() == file.suffix
    )
    try:
        return Events(name, current_events(workspace, period), copies)
    except OSError:
        return Events(name, "", (temuan("jejak-tertutup", Asal(name)), *copies))


def current_events(workspace: Workspace, period: Periode) -> str:
    """Return what stands in a period's file of events, empty where there is none.

    Raises:
        OSError: When it cannot be read, or holds what is no text: what is in it shall not be lost.
    """
    file = workspace.events(period)
    try:
        return read_bounded(file, LARGEST_EVENTS).decode()
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except UnicodeDecodeError as error:
        raise OSError(errno.EILSEQ, os.strerror(errno.EILSEQ), str(file)) from error


def write_events(workspace: Workspace, period: Periode, text: str) -> None:
    """Put a file of events in the place of the old one, whole or not at all.

    Raises:
        OSError: When it cannot be written; the old one is as it was.
    """
    write_patiently(workspace.events(period), text.encode())
