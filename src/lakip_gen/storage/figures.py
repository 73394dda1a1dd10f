"""What each period of a year reported, one small file a period beside the events; the texts mean nothing here."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import partial
from itertools import count
from typing import Final

from lakip_gen.domain.periode import Periode
from lakip_gen.storage.exchange import aside_of, exchange, put_new, recover
from lakip_gen.storage.reading import UnfitFileError, digest_bounded, read_bounded
from lakip_gen.storage.workspace import Workspace
from lakip_gen.storage.writes import digest, patiently, remove_temporaries

BROKEN: Final = "rusak"
"""What is added to the name of a file that could not be read."""
LARGEST_FIGURES: Final = 16 * 1024 * 1024
"""The bytes that are read of the figures of a period; a true file has some thousands."""


def take_figures(workspace: Workspace, periods: Iterable[Periode]) -> Mapping[Periode, str]:
    """Return what is kept of some periods, those without anything left out.

    Raises:
        OSError: When a file cannot be read now: what it holds shall not be taken for nothing.
    """
    texts = ((period, _text(workspace, period)) for period in periods)
    return {period: text for period, text in texts if text}


def _text(workspace: Workspace, period: Periode) -> str:
    file = workspace.figures(period)
    for place in (file, aside_of(file)):  # a run that died while it exchanged the file left it aside
        with suppress(FileNotFoundError, NotADirectoryError, UnfitFileError):
            return read_bounded(place, LARGEST_FIGURES).decode(errors="replace")
    return ""


def set_figures_aside(workspace: Workspace, period: Periode) -> None:
    """Keep what stands for a period and means nothing beside it, under a name where nothing lies yet.

    Raises:
        OSError: When it cannot be written.
    """
    file = workspace.figures(period)
    content = read_bounded(file, LARGEST_FIGURES)
    names = (f"{file.stem} ({BROKEN}{f' {number}' if number > 1 else ''}){file.suffix}" for number in count(1))
    next(name for name in names if put_new(file.with_name(name), content))


def write_figures(workspace: Workspace, period: Periode, text: str) -> None:
    """Keep what a period reports, whole or not at all; what stands there already is left alone.

    Raises:
        OSError: When it cannot be written; the old file is as it was.
    """
    content = text.encode(errors="backslashreplace")  # half a character, as some names have, the way JSON knows it
    file = workspace.figures(period)
    remove_temporaries(file.parent)
    before = digest_bounded(file)
    own = {before, digest_bounded(aside_of(file))}  # nobody but the program writes it, on this or another computer
    if before == digest(content):
        recover(file, own.__contains__)  # a run that was cut off after it had done so left the old one aside
        return
    if not patiently(partial(exchange, file, content, own.__contains__)).done:
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(file))
