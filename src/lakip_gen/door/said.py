"""At which door a command speaks: the terminal, or the local page that runs it and shows what it says."""

from __future__ import annotations

import os

from lakip_gen.pesan.tindakan import Pintu, ucapkan

WATCHED = "LAKIP_GEN_HALAMAN"
"""Set by the local page, which watches a run that has no terminal."""


def is_watched() -> bool:
    """Return whether the local page runs this command."""
    return bool(os.environ.get(WATCHED))


def door() -> Pintu:
    """Return where somebody reads what this command says."""
    return Pintu.HALAMAN if is_watched() else Pintu.TERMINAL


def said(sentence: str) -> str:
    """Return a sentence with its actions in the words of the door."""
    return ucapkan(sentence, door())


def refusal(sentence: str) -> str:
    """Return why a command was not understood; at a terminal also where to look."""
    return said(sentence) if is_watched() else f"{said(sentence)}\nLihat: lakip-gen --help"
