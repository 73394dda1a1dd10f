"""What the last run of a period read and wrote, as one JSON file beside its outputs."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from lakip_gen.storage.writes import patiently

MANIFEST_NAME: Final = "manifest.json"
MANIFEST_VERSION: Final = 1
LARGEST_MANIFEST: Final = 50 * 1024 * 1024
"""The bytes that are read of a manifest; a true one has some thousands."""
_OUTPUT_NAME: Final = re.compile(r"(?:(?!\.\.?(?:/|$))[^/\\:\x00-\x1f\ud800-\udfff]+(?:/(?!$)|$))+")
"""A path that stays in its folder on every system."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What the last run of a period read and wrote.

    Attributes:
        inputs: SHA-256 of everything that was read, by name.
        outputs: SHA-256 of everything that was generated, by path from the output folder.
        plan: SHA-256 of what a run was about to write; only a run that was interrupted leaves any.
        submissions: The findings of every form that was checked, for comparing the next one with it.
        summary: What the run said, for `--json` and for a run that has nothing to do.
    """

    inputs: Mapping[str, str] = field(default_factory=dict)
    outputs: Mapping[str, str] = field(default_factory=dict)
    summary: Mapping[str, object] = field(default_factory=dict)
    plan: Mapping[str, str] = field(default_factory=dict)
    submissions: Mapping[str, object] = field(default_factory=dict)

    def to_bytes(self) -> bytes:
        """Return the manifest as JSON, the same bytes for the same content, and never more than are read back.

        Without its fingerprints the program would disown all it wrote, so the rest goes first.
        """
        content = _encoded(self)
        if len(content) <= LARGEST_MANIFEST:
            return content
        return _encoded(replace(self, inputs={}, summary={}, submissions={}))


def _encoded(manifest: Manifest) -> bytes:
    """Return a manifest as JSON; half a character, as some file names have, is written the way JSON knows it."""
    content = {
        "versi": MANIFEST_VERSION,
        "masukan": dict(manifest.inputs),
        "keluaran": dict(manifest.outputs),
        "ringkasan": manifest.summary,
        "rencana": dict(manifest.plan),
        "kiriman": dict(manifest.submissions),
    }
    return (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode(errors="backslashreplace")


def read_manifest(folder: Path) -> Manifest:
    """Return a folder's manifest; an empty one when it is missing, broken or of another version.

    With an empty manifest nothing in the folder counts as generated, so nothing in it is overwritten.

    Raises:
        OSError: When there is one that cannot be read now: without it the program would disown all it ever wrote.
    """
    try:
        content = json.loads(patiently(lambda: _read_bounded(folder / MANIFEST_NAME)))
        if content["versi"] != MANIFEST_VERSION:
            return Manifest()
        inputs, summary, outputs, plan = (
            dict(content[part]) for part in ("masukan", "ringkasan", "keluaran", "rencana")
        )
        return Manifest(
            inputs=inputs,
            outputs=_inside(outputs),
            summary=summary,
            plan=_inside(plan),
            submissions=dict(content.get("kiriman", {})),
        )
    except (FileNotFoundError, ValueError, KeyError, TypeError, RecursionError):
        return Manifest()


def _read_bounded(file: Path) -> bytes:
    """Return a file's bytes; cut off, so that it is no JSON, where it is larger than any manifest."""
    with file.open("rb") as source:
        return source.read(LARGEST_MANIFEST)


def _inside(entries: Mapping[str, object]) -> dict[str, str]:
    """Return the fingerprints whose name leads nowhere but into the folder: whoever wrote the manifest."""
    return {
        name: fingerprint
        for name, fingerprint in entries.items()
        if isinstance(fingerprint, str) and _OUTPUT_NAME.fullmatch(name)
    }
