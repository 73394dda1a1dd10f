"""Where a fault of the program is written down, so that it can be reported."""

from __future__ import annotations

import tempfile
import traceback
from pathlib import Path

from lakip_gen import __version__


def record_fault(error: BaseException) -> Path:
    """Write a fault with its traceback to the user's temporary folder and return the file."""
    file = Path(tempfile.gettempdir()) / "lakip-gen-cacat.log"
    text = "".join(traceback.format_exception(error))
    with file.open("a", encoding="utf-8") as target:
        target.write(f"lakip-gen {__version__}\n{text}\n")
    return file
