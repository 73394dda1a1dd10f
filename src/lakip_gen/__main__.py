"""The program's door: settle the console, run the command, and turn every end into an exit code."""

from __future__ import annotations

import gc
import sys

from lakip_gen.door.cli import run_command

_SELDOM = 50_000
"""How many new values make it worth looking for rubbish: a run makes millions and few that hold each other."""


def main() -> None:
    """Run the command line and leave with its exit code."""
    gc.set_threshold(_SELDOM)
    for stream in (sys.stdout, sys.stderr):
        # Consoles of office PCs speak cp1252; what they cannot show must not stop a run.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(run_command(sys.argv[1:]))


if __name__ == "__main__":
    main()
