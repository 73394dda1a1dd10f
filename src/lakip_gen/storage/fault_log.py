"""Where a fault of the program is written down, so that it can be reported."""

from __future__ import annotations

import tempfile
import traceback
from pathlib import Path

from lakip_gen import __version__


def catat_cacat(salah: BaseException) -> Path:
    """Write a fault with its traceback to the user's temporary folder and return the file."""
    berkas = Path(tempfile.gettempdir()) / "lakip-gen-cacat.log"
    teks = "".join(traceback.format_exception(salah))
    with berkas.open("a", encoding="utf-8") as tujuan:
        tujuan.write(f"lakip-gen {__version__}\n{teks}\n")
    return berkas
