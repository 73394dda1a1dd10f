"""The file of events of a period: read whole, written whole, and what lies beside it that a sync service left."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from lakip_gen.domain.periode import Periode
from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.storage.exchange import aside_of, exchange
from lakip_gen.storage.reading import read_bounded
from lakip_gen.storage.workspace import Workspace, entries
from lakip_gen.storage.writes import patiently, remove_temporaries

LARGEST_EVENTS: Final = 16 * 1024 * 1024
"""The bytes that are read of a file of events; a true one has some thousands."""
TRIES: Final = 5
"""So often an addition is tried anew where somebody else wrote in between."""


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
    for place in (file, aside_of(file)):  # a run that died while it exchanged the file left it aside
        with suppress(FileNotFoundError, NotADirectoryError):
            return _text(place)
    return ""


def _text(file: Path) -> str:
    try:
        return read_bounded(file, LARGEST_EVENTS).decode()
    except UnicodeDecodeError as error:
        raise OSError(errno.EILSEQ, os.strerror(errno.EILSEQ), str(file)) from error


def extend_events(workspace: Workspace, period: Periode, extended: Callable[[str], str]) -> str:
    """Add to a file of events, whole or not at all, and return all that stands there now.

    Lines that a sync service or another computer brings meanwhile are kept: then the rest is added behind them.

    Args:
        workspace: The working folder.
        period: The period.
        extended: From what stands there to what is to stand there, the same text at its start.

    Raises:
        OSError: When it cannot be read or written, or does not stay as it is for a moment; it is as it was.
    """
    file = workspace.events(period)
    remove_temporaries(file.parent)
    for _ in range(TRIES):
        text = current_events(workspace, period)
        content = extended(text)
        if patiently(partial(exchange, file, content.encode(), _beginnings(content).__contains__)).done:
            return content
    raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(file))


def _beginnings(text: str) -> frozenset[str]:
    """Return the SHA-256 of a text and of all that its lines were before: what is only added to was never another."""
    known = hashlib.sha256()
    found = {known.hexdigest()}
    for line in text.encode().splitlines(keepends=True):
        known.update(line)
        found.add(known.hexdigest())
    return frozenset(found)
