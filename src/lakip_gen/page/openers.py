"""Files and folders opened in the programs of the PC: Word, Excel, the file manager."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def open_in_its_program(place: Path) -> None:
    """Open a file or folder as a double click does.

    Raises:
        OSError: When the PC has nothing to open it with.
    """
    if sys.platform == "win32":
        os.startfile(place)  # noqa: S606 - a file of the working folder, looked up by the program
        return
    command = "open" if sys.platform == "darwin" else "xdg-open"
    subprocess.Popen(  # noqa: S603 - the same
        [command, str(place)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
