"""What was generated: whole writes, the manifest, and the guard over files that somebody edited."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, TypeVar

T = TypeVar("T")
MANIFEST_NAME: Final = "manifest.json"
MANIFEST_VERSION: Final = 1
PAUSES: Final = (0.1, 0.4, 1.0, 1.0)
"""Pauses between tries; a scan by an antivirus is over by then, a Word window is not."""
LONGEST_PATH: Final = 259
"""The most characters that Windows takes for the place of a file, unless long paths were switched on."""
LARGEST_MANIFEST: Final = 50 * 1024 * 1024
"""The bytes that are read of a manifest; a true one has some thousands."""
_OUTPUT_NAME: Final = re.compile(r"(?:(?!\.\.?(?:/|$))[^/\\:\x00-\x1f\ud800-\udfff]+(?:/(?!$)|$))+")
"""A path that stays in its folder on every system."""
_DRAFT_SUFFIX: Final = ".docx"
_BESIDE: Final = re.compile(r"_baru(?:-\d+)?$")
_TEMPORARY: Final = ".lakip-"


def digest(content: bytes) -> str:
    """Return the SHA-256 of some bytes in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def write_whole(file: Path, content: bytes) -> None:
    """Write a file whole or not at all: to a temporary file beside it, flushed, then put in its place.

    Raises:
        OSError: When the folder cannot be written or the file is held open by another program.
    """
    try:
        _write_beside(file, content)
    except PermissionError:
        raise
    except OSError as error:
        # Windows only says that it finds no such file; the temporary one's name tells nobody which.
        if len(str(file.absolute())) > LONGEST_PATH:
            raise OSError(errno.ENAMETOOLONG, os.strerror(errno.ENAMETOOLONG), str(file.absolute())) from error
        raise


def _write_beside(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    number, temporary = tempfile.mkstemp(prefix=_TEMPORARY, suffix=".tmp", dir=file.parent)
    try:
        with os.fdopen(number, "wb") as target:
            target.write(content)
            target.flush()
            os.fsync(target.fileno())
        Path(temporary).chmod(0o644)
        Path(temporary).replace(file)
    except BaseException:
        with suppress(OSError):  # what cannot be removed now is swept by the next run
            Path(temporary).unlink(missing_ok=True)
        raise


def write_patiently(file: Path, content: bytes) -> None:
    """Write a file whole, trying again for a moment while another program holds it open.

    Raises:
        PermissionError: When it is still held after `PAUSES`.
    """
    _patiently(lambda: write_whole(file, content))


def _patiently(work: Callable[[], T]) -> T:
    """Do some work, trying again for a moment while another program holds the file open."""
    for pause in PAUSES:
        try:
            return work()
        except PermissionError:
            time.sleep(pause)
    return work()


@dataclass(frozen=True, slots=True)
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
        """Return the manifest as JSON, the same bytes for the same content.

        Half a character, as some file names have, is written the way JSON knows it.
        """
        content = {
            "versi": MANIFEST_VERSION,
            "masukan": dict(self.inputs),
            "keluaran": dict(self.outputs),
            "ringkasan": self.summary,
            "rencana": dict(self.plan),
            "kiriman": dict(self.submissions),
        }
        return (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode(
            errors="backslashreplace"
        )


def read_manifest(folder: Path) -> Manifest:
    """Return a folder's manifest; an empty one when it is missing, broken or of another version.

    With an empty manifest nothing in the folder counts as generated, so nothing in it is overwritten.

    Raises:
        OSError: When there is one that cannot be read now: without it the program would disown all it ever wrote.
    """
    try:
        content = json.loads(_patiently(lambda: _read_bounded(folder / MANIFEST_NAME)))
        if content["versi"] != MANIFEST_VERSION:
            return Manifest()
        inputs, summary, outputs, plan = (
            dict(content[part]) for part in ("masukan", "ringkasan", "keluaran", "rencana")
        )
        return Manifest(inputs, _inside(outputs), summary, _inside(plan), dict(content.get("kiriman", {})))
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


class Outputs:
    """The output folder of one period during one run: decides where each file may go, then writes it whole.

    A file that is not byte for byte what the program generated belongs to somebody else: it is never
    overwritten, moved or deleted.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.previous = read_manifest(folder)
        self.written: dict[str, str] = {}
        self.locked: list[Path] = []
        self.held: list[Path] = []

    def name(self, file: Path) -> str:
        """Return a path as the manifest knows it."""
        return file.relative_to(self.folder).as_posix()

    def is_own(self, file: Path) -> bool:
        """Tell whether a file is just as the program generated it, so that it may be replaced."""
        name = self.name(file)
        known = {self.previous.outputs.get(name), self.previous.plan.get(name)} - {None}
        return bool(known) and file.is_file() and _digest_of(file) in known

    def draft_place(self, stem: str) -> Path:
        """Return where a draft goes: over its own untouched predecessor, else under the next free number."""
        number, latest = max(self._drafts(stem), default=(0, None))
        if latest is not None and self.is_own(latest):
            return latest
        return self.folder / f"{stem}-draf-{number + 1:02d}.docx"

    def latest_draft(self, stem: str) -> Path | None:
        """The draft with the highest number, whoever wrote it last; None when there is none."""
        return max(self._drafts(stem), default=(0, None))[1]

    def edited_drafts(self, stem: str) -> tuple[Path, ...]:
        """The drafts that somebody edited or brought, oldest number first."""
        return tuple(file for _, file in sorted(self._drafts(stem)) if not self.is_own(file))

    def _drafts(self, stem: str) -> Iterator[tuple[int, Path]]:
        pattern = re.compile(re.escape(stem) + r"-draf-(\d{2,})\.docx", re.IGNORECASE)
        for file in self.folder.iterdir() if self.folder.is_dir() else ():
            if match := pattern.fullmatch(file.name):
                yield int(match[1]), file

    def place(self, name: str) -> Path:
        """Return where a generated file goes: its own name, or beside a changed one as `_baru`."""
        file = self.folder / name
        return file if not file.exists() or self.is_own(file) else self.place_beside(file)

    def place_beside(self, file: Path) -> Path:
        """Return the first name beside a file that is free or the program's own: `_baru`, `_baru-02` ..."""
        number, candidate = 1, file.with_name(f"{file.stem}_baru{file.suffix}")
        while candidate.exists() and not self.is_own(candidate):
            number += 1
            candidate = file.with_name(f"{file.stem}_baru-{number:02d}{file.suffix}")
        return candidate

    def write(self, ready: Mapping[Path, bytes]) -> tuple[Path, ...]:
        """Write the outputs and return where they went.

        What is going to be written is noted first, so that a run that is cut off leaves nothing that the next
        one would take for somebody's edit. An output that already stands there byte for byte is left alone; one
        that another program holds open goes beside it as `_baru`.
        """
        plan = {self.name(file): digest(content) for file, content in ready.items()}
        changed = {b: content for b, content in ready.items() if not self._stands(b, plan[self.name(b)])}
        if changed:
            self._note_plan(plan)
        return tuple(
            self._write(file, content) if file in changed else self._note(file, content)
            for file, content in ready.items()
        )

    def _note_plan(self, plan: Mapping[str, str]) -> None:
        self.previous = replace(self.previous, inputs={}, plan=dict(self.previous.plan) | dict(plan))
        write_patiently(self.folder / MANIFEST_NAME, self.previous.to_bytes())

    def _stands(self, file: Path, fingerprint: str) -> bool:
        return self.is_own(file) and _digest_of(file) == fingerprint

    def _write(self, file: Path, content: bytes) -> Path:
        with suppress(PermissionError):
            if _patiently(lambda: self._replace(file, content)):
                return self._note(file, content)
        self.locked.append(file)
        other = self.place_beside(file)
        self._note_plan({self.name(other): digest(content)})
        write_whole(other, content)
        return self._note(other, content)

    def _replace(self, file: Path, content: bytes) -> bool:
        """Write a file; False when somebody saved his own there since its place was chosen, or between two tries."""
        if file.exists() and not self.is_own(file):
            return False
        write_whole(file, content)
        return True

    def _note(self, file: Path, content: bytes) -> Path:
        self.written[self.name(file)] = digest(content)
        return file

    def finish(
        self,
        inputs: Mapping[str, str],
        summary: Mapping[str, object],
        submissions: Mapping[str, object] | None = None,
    ) -> None:
        """Remove own untouched outputs that no longer belong, then write the manifest, last of all.

        While another program holds an output open the run counts as unfinished: the next one tries again.
        """
        locked = {self.name(file) for file in self.locked}
        kept = {n: s for n, s in self.previous.outputs.items() if self._stays(self.folder / n) or n in locked}
        for name in sorted({*self.previous.outputs, *self.previous.plan} - {*kept, *self.written}):
            if not self._remove(self.folder / name):
                kept[name] = _digest_of(self.folder / name)
        whole = not self.locked and not self.held
        manifest = Manifest(inputs if whole else {}, kept | self.written, summary, submissions=submissions or {})
        write_patiently(self.folder / MANIFEST_NAME, manifest.to_bytes())

    def _stays(self, file: Path) -> bool:
        """Tell whether a former output stays: a draft, or the PDF of a draft that this run leaves as it is."""
        draft = file.with_suffix(_DRAFT_SUFFIX)
        return _is_draft(file) or (file.suffix == ".pdf" and draft.is_file() and self.name(draft) not in self.written)

    def add(self, ready: Mapping[Path, bytes]) -> tuple[Path, ...]:
        """Write outputs beside those of the last run, which stay as they are, and return where they went."""
        previous = self.previous
        written = self.write(ready)
        self.written = dict(previous.outputs) | self.written
        self.finish(previous.inputs, previous.summary, previous.submissions)
        return written

    def _remove(self, file: Path) -> bool:
        """Remove an output that no longer belongs; False when another program holds it open."""
        if _is_draft(file) or not self.is_own(file):
            return True
        try:
            file.unlink(missing_ok=True)
        except PermissionError:
            self.held.append(file)
            return False
        return True

    def is_unchanged(self, inputs: Mapping[str, str]) -> bool:
        """Tell whether the last run read just this and its outputs still stand."""
        return dict(self.previous.inputs) == dict(inputs) and all(
            (self.folder / name).is_file() for name in self.previous.outputs
        )


def _digest_of(file: Path) -> str:
    return digest(_patiently(file.read_bytes))


def _is_draft(file: Path) -> bool:
    """Tell whether a file is a draft that stays; one that was written beside another goes once its place is free."""
    return file.suffix == _DRAFT_SUFFIX and _BESIDE.search(file.stem) is None


def remove_temporaries(folder: Path) -> None:
    """Remove temporary files that an interrupted run of this program left in a folder and below."""
    for leftover in folder.rglob(f"{_TEMPORARY}*.tmp") if folder.is_dir() else ():
        with suppress(OSError):  # it is in nobody's way; the next run tries again
            leftover.unlink(missing_ok=True)
