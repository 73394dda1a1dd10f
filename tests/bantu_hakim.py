"""The outside judge of Office files: the Open XML SDK's own rules, as `make hakim` installs them (Linux)."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

HAKIM = Path(__file__).parent.joinpath(
    "ooxml_validator", "node_modules", "@xarsh", "ooxml-validator-linux-x64", "ooxml-validator"
)


def cacat(berkas: Path) -> list[str]:
    """Return what the Open XML SDK finds in a file; nothing is passed over."""
    keluaran = subprocess.run([HAKIM, berkas, "Microsoft365"], capture_output=True, check=True, timeout=300).stdout
    return [f"{satu['path']} {satu['xPath']}: {satu['description']}" for satu in json.loads(keluaran)["errors"]]
