"""The guard over what was generated: where each output may go, and that nothing of anybody else's is touched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from lakip_gen.storage import writes
from lakip_gen.storage.manifest import MANIFEST_NAME, Manifest, read_manifest
from lakip_gen.storage.writes import digest, digest_of

_DRAFT_SUFFIX: Final = ".docx"
_BESIDE: Final = re.compile(r"_baru(?:-\d+)?$")


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
        """Return whether a file is just as the program generated it, so that it may be replaced."""
        name = self.name(file)
        known = {self.previous.outputs.get(name), self.previous.plan.get(name)} - {None}
        return bool(known) and file.is_file() and digest_of(file) in known

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
        writes.write_patiently(self.folder / MANIFEST_NAME, self.previous.to_bytes())

    def _stands(self, file: Path, fingerprint: str) -> bool:
        return self.is_own(file) and digest_of(file) == fingerprint

    def _write(self, file: Path, content: bytes) -> Path:
        with suppress(PermissionError):
            if writes.patiently(lambda: self._replace(file, content)):
                return self._note(file, content)
        self.locked.append(file)
        other = self.place_beside(file)
        self._note_plan({self.name(other): digest(content)})
        writes.write_whole(other, content)
        return self._note(other, content)

    def _replace(self, file: Path, content: bytes) -> bool:
        """Write a file; False when somebody saved his own there since its place was chosen, or between two tries."""
        if file.exists() and not self.is_own(file):
            return False
        writes.write_whole(file, content)
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
                kept[name] = digest_of(self.folder / name)
        whole = not self.locked and not self.held
        manifest = Manifest(
            inputs=inputs if whole else {}, outputs=kept | self.written, summary=summary, submissions=submissions or {}
        )
        writes.write_patiently(self.folder / MANIFEST_NAME, manifest.to_bytes())

    def _stays(self, file: Path) -> bool:
        """Return whether a former output stays: a draft, or the PDF of a draft that this run leaves as it is."""
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
        """Return whether the last run read just this and its outputs still stand."""
        return dict(self.previous.inputs) == dict(inputs) and all(
            (self.folder / name).is_file() for name in self.previous.outputs
        )


def _is_draft(file: Path) -> bool:
    """Return whether a file is a draft that stays; one that was written beside another goes once its place is free."""
    return file.suffix == _DRAFT_SUFFIX and _BESIDE.search(file.stem) is None
