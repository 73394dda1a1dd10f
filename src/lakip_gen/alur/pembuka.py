"""The starter in a working folder: what a double click opens the local page with, on the system it is written on."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from lakip_gen.storage.workspace import Workspace

NAMA: Final = "Buka Laporan Kinerja"
PERINTAH: Final = "-P -m lakip_gen halaman"
"""What the interpreter is told; with -P it takes no module from the working folder."""
_TUNGGU: Final = "Halaman tidak dapat dibuka. Catat pesan di atas dan tanyakan kepada yang memasang lakip-gen."


def pembuka(ruang: Workspace, program: str = sys.executable, sistem: str = sys.platform) -> dict[Path, bytes]:
    """Return the starter by where it lies.

    Args:
        ruang: The working folder.
        program: The interpreter that runs the program; on another PC the command of the same name is tried.
        sistem: The system, as Python calls it.
    """
    akhiran, tulis = _PEMBUKA.get(sistem, (".desktop", _desktop))
    return {ruang.root / f"{NAMA}{akhiran}": tulis(ruang, program).encode()}


def _cmd(_ruang: Workspace, program: str) -> str:
    """Return the starter for Windows; pushd gives a folder of the network a letter while it is open."""
    tertulis = program.replace("%", "%%")
    baris = (
        "@echo off",
        "chcp 65001 >nul",
        f"title {NAMA}",
        'pushd "%~dp0" || goto gagal',
        f'if exist "{tertulis}" goto terpasang',
        "lakip-gen halaman && goto selesai",
        "goto gagal",
        ":terpasang",
        f'"{tertulis}" {PERINTAH} && goto selesai',
        ":gagal",
        f"echo {_TUNGGU}",
        "pause",
        ":selesai",
        "popd",
    )
    return "".join(f"{satu}\r\n" for satu in baris)


def _command(_ruang: Workspace, program: str) -> str:
    """Return the starter for a Mac."""
    python = shlex.quote(program)
    return (
        '#!/bin/sh\ncd "$(dirname "$0")" || exit 1\n'
        f"if [ -x {python} ]; then exec {python} {PERINTAH}; fi\nexec lakip-gen halaman\n"
    )


def _desktop(ruang: Workspace, program: str) -> str:
    """Return the starter for a desktop of Linux; its format quotes in a way of its own."""
    letak, python = str(ruang.root), "".join(f"\\\\{huruf}" if huruf in '"`$\\' else huruf for huruf in program)
    return (
        f"[Desktop Entry]\nType=Application\nName={NAMA}\nTerminal=true\nPath={letak}\n"
        f'Exec="{python.replace("%", "%%")}" {PERINTAH}\n'
    )


_PEMBUKA: Final[Mapping[str, tuple[str, Callable[[Workspace, str], str]]]] = {
    "win32": (".cmd", _cmd),
    "darwin": (".command", _command),
}
"""The ending and the writer by system; any other has desktops as Linux has."""
