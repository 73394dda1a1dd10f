"""Where a fault of the program is written down, so that it can be reported."""

from __future__ import annotations

import os
import stat
import tempfile
import traceback
from contextlib import suppress
from pathlib import Path
from typing import Final

from lakip_gen import __version__

NOT_WRITTEN: Final = "(catatan tidak dapat ditulis)"
_NAME: Final = "lakip-gen-cacat.log"
_FLAGS: Final = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""No link is followed and no pipe waited for: others may write in the temporary folder, too."""


def record_fault(error: BaseException) -> str:
    """Write a fault with its traceback to the user's temporary folder; return where, or that it cannot be written."""
    try:
        text = f"lakip-gen {__version__}\n{''.join(traceback.format_exception(error))}\n"
    except Exception:  # noqa: BLE001 - memory may be what is missing
        text = f"lakip-gen {__version__}\n{type(error).__name__}\n"
    for write in (_append, _write_new):
        with suppress(OSError, MemoryError):
            return str(write(text.encode(errors="backslashreplace")))
    return NOT_WRITTEN


def _append(content: bytes) -> Path:
    """Write at the end of the usual file; raise `OSError` where that is none."""
    file = Path(tempfile.gettempdir()) / _NAME
    number = os.open(file, _FLAGS, 0o600)
    with os.fdopen(number, "ab") as target:
        state = os.fstat(number)
        if not stat.S_ISREG(state.st_mode) or state.st_nlink > 1:
            raise OSError
        target.write(content)
    return file


def _write_new(content: bytes) -> Path:
    """Write a new file beside the usual one."""
    number, name = tempfile.mkstemp(prefix="lakip-gen-cacat-", suffix=".log")
    with os.fdopen(number, "wb") as target:
        target.write(content)
    return Path(name)
