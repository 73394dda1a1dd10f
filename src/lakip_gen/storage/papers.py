"""The papers of a period: written beside those that are there, and never over one that somebody wrote on."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lakip_gen.storage.manifest import MANIFEST_NAME, read_manifest
from lakip_gen.storage.outputs import Outputs
from lakip_gen.storage.workspace import TEMPLATE_SUFFIX, documents
from lakip_gen.storage.writes import digest, remove_temporaries

_BESIDE: Final = re.compile(r"_baru(?:-\d+)?$")


@dataclass(frozen=True, slots=True)
class StandingPaper:
    """A paper that lies in a folder: the file, and the name it was written under."""

    file: Path
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PutPapers:
    """What became of papers.

    Attributes:
        written: Where they are now, those that stood there already with them.
        fresh: Those of them that did not stand there already.
        kept: Papers that somebody wrote on and that were left alone.
        locked: Papers that another program held open; the new ones stand beside them.
        rescued: Where the work of somebody went who saved while a paper was put in its place.
    """

    written: tuple[Path, ...] = ()
    fresh: tuple[Path, ...] = ()
    kept: tuple[Path, ...] = ()
    locked: tuple[Path, ...] = ()
    rescued: tuple[Path, ...] = ()


def put_papers(folder: Path, ready: Mapping[str, bytes], moment: str = "", inputs: str = "") -> PutPapers:
    """Write papers by name without their ending.

    A paper that somebody wrote on stays; the new one goes beside it, unless it would say what that one was made from.

    Args:
        folder: The folder of the period's papers.
        ready: The papers.
        moment: What the papers of one run are known by: those of another moment stay.
        inputs: The fingerprint of all that they were made from; empty where the next run shall make them anew.

    Raises:
        OSError: When the folder cannot be written.
    """
    remove_temporaries(folder)
    outputs = Outputs(folder)
    earlier = outputs.previous  # writing notes a plan first, and forgets what the last run read
    standing = {name: _standing(outputs, name, content) for name, content in ready.items()}
    fresh = {name: content for name, content in ready.items() if standing[name] is None}
    places = {outputs.place(f"{name}{TEMPLATE_SUFFIX}"): content for name, content in fresh.items()}
    written = outputs.write(places)
    kept = (folder / f"{name}{TEMPLATE_SUFFIX}" for name in ready)
    names = {**earlier.summary, moment: sorted(ready)}
    _remove_superseded(outputs, ready, {*filter(None, standing.values()), *written})
    outputs.keep({**earlier.inputs, moment: "" if outputs.locked else inputs}, names)
    return PutPapers(
        written=(*filter(None, standing.values()), *written),
        fresh=written,
        kept=tuple(file for file in kept if file not in written and outputs.is_edited(file)),
        locked=tuple(outputs.locked),
        rescued=tuple(outputs.rescued),
    )


def are_current(folder: Path, moment: str, inputs: str) -> bool:
    """Return whether the papers of a moment were made from just this, and all of them still lie there."""
    manifest = read_manifest(folder / MANIFEST_NAME)
    names = manifest.summary.get(moment)
    standing = {paper.name for paper in standing_papers(folder)}
    return manifest.inputs.get(moment) == inputs and isinstance(names, list) and standing.issuperset(names)


def _standing(outputs: Outputs, name: str, content: bytes) -> Path | None:
    """Return the paper that was made as this one would be, whatever somebody wrote on it since; None without one.

    One that stands beside its place, and that nobody wrote on, goes back there once the place is free again.
    """
    wanted, place = digest(content), outputs.place(f"{name}{TEMPLATE_SUFFIX}")
    same = (paper.file for paper in standing_papers(outputs.folder) if paper.name == name)
    made = (file for file in same if outputs.previous.outputs.get(outputs.name(file)) == wanted)
    return next((file for file in made if file == place or not outputs.is_own(file)), None)


def _remove_superseded(outputs: Outputs, ready: Mapping[str, bytes], current: Collection[Path]) -> None:
    """Remove papers that nobody wrote on and in whose stead others stand: their place could not be had for a moment."""
    for paper in standing_papers(outputs.folder):
        if paper.name in ready and paper.file not in current and outputs.is_own(paper.file):
            outputs.remove(outputs.name(paper.file))


def standing_papers(folder: Path) -> tuple[StandingPaper, ...]:
    """Return the papers of a folder by name, those beside an edited one after it."""
    files = (file for file in documents(folder) if file.is_file())
    return tuple(StandingPaper(file, _BESIDE.sub("", file.stem)) for file in files)
