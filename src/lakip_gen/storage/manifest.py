"""What the last run of a period read and wrote, as one JSON file beside its outputs."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from lakip_gen.storage.reading import UnfitFileError, read_bounded
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
        plan: Every SHA-256 that a run was about to write under a name; only runs that were interrupted leave any.
        submissions: The findings of every form that was checked, for comparing the next one with it.
        summary: What the run said, for `--json` and for a run that has nothing to do.
    """

    inputs: Mapping[str, str] = field(default_factory=dict)
    outputs: Mapping[str, str] = field(default_factory=dict)
    summary: Mapping[str, object] = field(default_factory=dict)
    plan: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    submissions: Mapping[str, object] = field(default_factory=dict)

    def to_bytes(self) -> bytes:
        """Return the manifest as JSON, the same bytes for the same content, and never more than are read back.

        Without its fingerprints the program would disown all it wrote, so the rest goes first.
        """
        content = _encoded(self)
        if len(content) <= LARGEST_MANIFEST:
            return content
        return _encoded(replace(self, inputs={}, summary={}, submissions={}))

    def known(self, name: str) -> frozenset[str]:
        """Return every SHA-256 that the program may have left under a name."""
        return frozenset({*self.plan.get(name, ()), *filter(None, (self.outputs.get(name),))})

    def planning(self, plan: Mapping[str, str]) -> Manifest:
        """Return the manifest of a run that is about to write something: nothing planned before is forgotten."""
        both = {name: tuple(sorted({*self.plan.get(name, ()), wanted})) for name, wanted in plan.items()}
        return replace(self, inputs={}, plan=dict(self.plan) | both)


def _encoded(manifest: Manifest) -> bytes:
    """Return a manifest as JSON; half a character, as some file names have, is written the way JSON knows it."""
    content = {
        "versi": MANIFEST_VERSION,
        "masukan": dict(manifest.inputs),
        "keluaran": dict(manifest.outputs),
        "ringkasan": manifest.summary,
        "rencana": {name: list(planned) for name, planned in manifest.plan.items()},
        "kiriman": dict(manifest.submissions),
    }
    return (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode(errors="backslashreplace")


def read_manifest(file: Path) -> Manifest:
    """Return a manifest; an empty one when it is missing, broken, no file or of another version.

    With an empty manifest nothing in the folder counts as generated, so nothing in it is overwritten.

    Raises:
        OSError: When there is one that cannot be read now: without it the program would disown all it ever wrote.
    """
    try:
        content = json.loads(patiently(lambda: read_bounded(file, LARGEST_MANIFEST)))
        if content["versi"] != MANIFEST_VERSION:
            return Manifest()
        inputs, summary, outputs, plan = (
            dict(content[part]) for part in ("masukan", "ringkasan", "keluaran", "rencana")
        )
        return Manifest(
            inputs=inputs,
            outputs={name: one for name, (one, *_) in _inside(outputs).items()},
            summary=summary,
            plan=_inside(plan),
            submissions=dict(content.get("kiriman", {})),
        )
    except (FileNotFoundError, NotADirectoryError, UnfitFileError, ValueError, KeyError, TypeError, RecursionError):
        return Manifest()


def _inside(entries: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    """Return the fingerprints whose name leads nowhere but into the folder: whoever wrote the manifest."""
    found = {name: _texts(entry) for name, entry in entries.items() if _OUTPUT_NAME.fullmatch(name)}
    return {name: texts for name, texts in found.items() if texts}


def _texts(entry: object) -> tuple[str, ...]:
    """Return one fingerprint, as plans of 0.1.0 and outputs have, or several."""
    several = entry if isinstance(entry, list) else [entry]
    return tuple(one for one in several if isinstance(one, str))
