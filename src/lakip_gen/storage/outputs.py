"""The guard over what was generated: where each output may go, and that nothing of anybody else's is touched."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Final

from lakip_gen.storage import writes
from lakip_gen.storage.exchange import Outcome, aside_of, exchange, recover, take_away
from lakip_gen.storage.manifest import MANIFEST_NAME, Manifest, read_manifest
from lakip_gen.storage.reading import digest_bounded
from lakip_gen.storage.workspace import documents
from lakip_gen.storage.writes import digest

_DRAFT_SUFFIX: Final = ".docx"
_NUMBER: Final = re.compile(r"-draf-(\d{2,})$", re.IGNORECASE)
_BESIDE: Final = re.compile(r"_baru(?:-\d+)?$")


class Outputs:
    """The output folder of one period during one run: decides where each file may go, then writes it whole.

    A file that is not byte for byte what the program generated belongs to somebody else: it is never
    overwritten, moved or deleted.

    Attributes:
        folder: Where the files lie.
        manifest: The note of what was generated there.
        written: What this run wrote, with its SHA-256.
        locked: Outputs that stayed as they were, since they are held open or somebody's; the new ones stand beside.
        held: Outputs that no longer belong but are held open.
        unread: What nobody may even look at now: for this run it is somebody's, and the next one tries again.
        rescued: Where the work of somebody went who saved while the program put a file in its place.
        brought: Drafts under other names, known by what they hold, with their numbers.
        whole: Drafts that nobody has saved since the program wrote them, whatever their names are now.
    """

    def __init__(self, folder: Path, manifest: Path | None = None, *, only_looks: bool = False) -> None:
        self.folder = folder
        self.manifest = manifest or folder / MANIFEST_NAME
        self.previous = read_manifest(self.manifest)
        self.written: dict[str, str] = {}
        self.locked: list[Path] = []
        self.held: list[Path] = []
        self.unread: set[Path] = set()
        self.rescued: list[Path] = []
        self.brought: dict[Path, int] = {}
        self.whole: set[Path] = set()
        if not only_looks:  # else a run may be under way, and what it moved aside for a moment is its own to put back
            self._recover()

    def _recover(self) -> dict[str, tuple[str, ...]]:
        """Put back or away what an exchange left aside; return all that is known of names where it could not."""
        names = sorted({*self.previous.outputs, *self.previous.plan})
        for name in names:
            with suppress(PermissionError):  # what nobody may look at now waits aside
                self._tell(recover(self.folder / name, self.previous.known(name).__contains__))
        aside = (name for name in names if os.path.lexists(aside_of(self.folder / name)))
        return {name: tuple(sorted(self.previous.known(name))) for name in aside}

    def name(self, file: Path) -> str:
        """Return a path as the manifest knows it."""
        return file.relative_to(self.folder).as_posix()

    def is_own(self, file: Path) -> bool:
        """Return whether a file is just as the program generated it, so that it may be replaced."""
        return self._standing(self.name(file)) is not None

    def is_edited(self, file: Path) -> bool:
        """Return whether a file is seen to be another one than the program generated."""
        return not self.is_own(file) and file not in self.unread

    def _standing(self, name: str) -> str | None:
        """Return the SHA-256 of what stands under a name and is the program's own; None where nothing does."""
        known = self.previous.known(name)
        found = self.look(self.folder / name) if known else None
        return found if found in known else None

    def knows(self, file: Path, found: str) -> bool:
        """Return whether bytes with a SHA-256 are just what the program generated under a file's name."""
        return found in self.previous.known(self.name(file))

    def look(self, file: Path) -> str | None:
        """Return the SHA-256 of a file; None where there is none, or where another program lets nobody look at it."""
        if file in self.unread:
            return None
        try:
            return writes.patiently(lambda: digest_bounded(file))
        except PermissionError:
            self.unread.add(file)
            return None

    def draft_place(self, stem: str, content: bytes = b"", kept: str = "") -> Path:
        """Return where a draft goes: over its own untouched predecessor, else under the next free number.

        Args:
            stem: What the names of the drafts begin with.
            content: The draft.
            kept: The SHA-256 of a draft that no other one replaces.
        """
        number, _, latest = max(self._drafts(stem), default=(0, False, None))
        standing = self._standing(self.name(latest)) if latest else None
        if latest is not None and standing and (standing != kept or digest(content) == kept):
            return latest
        return self.folder / f"{stem}-draf-{number + 1:02d}.docx"

    def is_draft_name(self, file: Path, stem: str) -> bool:
        """Return whether a file has the name that the program gives a draft."""
        return _draft_name(stem).fullmatch(file.name) is not None

    def has_strangers(self, stem: str) -> bool:
        """Return whether Word files lie there under names that the program has not given."""
        return any(self.is_stranger(file, stem) for file in documents(self.folder))

    def is_stranger(self, file: Path, stem: str) -> bool:
        """Return whether a file has a name that the program has not given."""
        return not self.is_draft_name(file, stem) and not self.previous.known(self.name(file))

    def kept_name(self, name: str, number: int) -> str:
        """Return the name under which an output of an earlier draft is kept."""
        stem, dot, suffix = name.rpartition(".")
        return f"{stem}-draf-{number:02d}{dot}{suffix}"

    def draft_number(self, file: Path) -> int:
        """Return the number in the name of a draft; 0 where it has none."""
        found = _NUMBER.search(file.stem)
        return int(found[1]) if found else 0

    def latest_draft(self, stem: str) -> Path | None:
        """The draft with the highest number, whoever wrote it last; None when there is none."""
        return max(self._drafts(stem), default=(0, False, None))[-1]

    def last_number(self, stem: str) -> int:
        """The highest number among the drafts that are there or were written, under whatever names; 0 without any."""
        pattern = _draft_name(stem)
        written = (int(found[1]) for name in self.previous.outputs if (found := pattern.fullmatch(name)))
        return max((*written, *(number for number, *_ in self._drafts(stem))), default=0)

    def stems(self, prefix: str) -> tuple[str, ...]:
        """What the names of the drafts here begin with: a prefix, or that with the name of a template behind it."""
        pattern = re.compile(f"({re.escape(prefix)}(?:-.+)?)" + r"-draf-\d{2,}\.docx", re.IGNORECASE)
        files = self.folder.iterdir() if self.folder.is_dir() else ()
        return tuple(sorted({found[1] for file in files if (found := pattern.fullmatch(file.name))}))

    def edited_drafts(self, stem: str) -> tuple[Path, ...]:
        """The drafts that somebody edited or brought, oldest number first."""
        drafts = sorted(self._drafts(stem))
        return tuple(file for *_, file in drafts if file not in self.whole and self.is_edited(file))

    def _drafts(self, stem: str) -> Iterator[tuple[int, bool, Path]]:
        """Yield the drafts with their numbers, and whether they have the names that the program gives."""
        pattern = _draft_name(stem)
        for file in self.folder.iterdir() if self.folder.is_dir() else ():
            if match := pattern.fullmatch(file.name):
                yield max(int(match[1]), self.brought.get(file, 0)), True, file
            elif file in self.brought:
                yield self.brought[file], False, file

    def recognise(self, brought: Mapping[Path, int], whole: Mapping[Path, str]) -> None:
        """Take drafts for what they say they are.

        Args:
            brought: The number that each draft holds, whatever its name.
            whole: The SHA-256 of those that prove to be as the program wrote them; under a name that the program
                gives, such a one is its own, though the manifest is lost.
        """
        self.brought, self.whole = dict(brought), {*whole}
        self.unread -= {*brought}  # they were read since
        own = {self.name(file): found for file, found in whole.items() if _NUMBER.search(file.stem)}
        self.previous = replace(self.previous, outputs=own | dict(self.previous.outputs))

    def place(self, name: str) -> Path:
        """Return where a generated file goes: its own name, or beside a changed one as `_baru`."""
        folder, _, last = name.rpartition("/")
        file = (self._folder(folder) if folder else self.folder) / last
        if not os.path.lexists(file) or self.is_own(file):
            return file
        if file in self.unread and file not in self.locked:
            self.locked.append(file)
        return self.place_beside(file)

    def _folder(self, name: str) -> Path:
        """Return a folder for outputs; another beside it where something stands under its name that is no folder."""
        first = self.folder / name
        beside = (first.with_name(f"{first.name}_baru{_number(number)}") for number in count(1))
        return first if _fit_folder(first) else next(other for other in beside if _fit_folder(other))

    def place_beside(self, file: Path) -> Path:
        """Return the first name beside a file that is free or the program's own: `_baru`, `_baru-02` ..."""
        beside = (file.with_name(f"{file.stem}_baru{_number(number)}{file.suffix}") for number in count(1))
        return next(other for other in beside if not os.path.lexists(other) or self.is_own(other))

    def write(self, ready: Mapping[Path, bytes]) -> tuple[Path, ...]:
        """Write the outputs and return where they went.

        What is going to be written is noted first, so that a run that is cut off leaves nothing that the next
        one would take for somebody's edit. An output that already stands there byte for byte is left alone; one
        that another program holds open goes beside it as `_baru`.
        """
        plan = {self.name(file): digest(content) for file, content in ready.items()}
        changed = {name for name, wanted in plan.items() if self._standing(name) != wanted}
        if changed:
            self._note_plan(plan)
        return tuple(
            self._write(file, content) if self.name(file) in changed else self._note(file, content)
            for file, content in ready.items()
        )

    def _note_plan(self, plan: Mapping[str, str]) -> None:
        self.previous = self.previous.planning(plan)
        writes.write_patiently(self.manifest, self.previous.to_bytes())

    def _write(self, file: Path, content: bytes) -> Path:
        with suppress(PermissionError):
            if writes.patiently(lambda: self._exchange(file, content)):
                return self._note(file, content)
        self.locked.append(file)
        while True:  # somebody may take a name between its choice and its use
            other = self.place_beside(file)
            self._note_plan({self.name(other): digest(content)})
            if self._exchange(other, content):
                return self._note(other, content)

    def _exchange(self, file: Path, content: bytes) -> bool:
        """Write a file; False when somebody saved his own there since its place was chosen, or between two tries."""
        return self._told(exchange(file, content, self.previous.known(self.name(file)).__contains__))

    def _told(self, outcome: Outcome) -> bool:
        self._tell(outcome.rescued)
        return outcome.done

    def _tell(self, rescued: Path | None) -> None:
        self.rescued += [rescued] if rescued else []

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
        former = {*self.previous.outputs, *self.previous.plan} - {*self.written}
        former = {name for name in former if os.path.lexists(self.folder / name)}
        staying = {n for n in sorted(former) if n in locked or self._stays(self.folder / n) or not self.remove(n)}
        whole = not (self.locked or self.held or self.unread)
        self._close(staying, inputs if whole else {}, summary, submissions or {})

    def _close(
        self,
        staying: Iterable[str],
        inputs: Mapping[str, str],
        summary: Mapping[str, object],
        submissions: Mapping[str, object],
    ) -> None:
        """Write the manifest of a run that is done; of all that was ever planned under a name it keeps what stands."""
        kept = {name: self._standing(name) or self.previous.outputs.get(name) for name in staying}
        outputs = {name: found for name, found in kept.items() if found} | self.written
        # Once more: what stays aside or was not looked at keeps all its hashes, and the run counts as unfinished.
        open_ends = self._recover() | self._unread_names()
        manifest = Manifest(
            inputs={} if open_ends else inputs,
            outputs=outputs,
            summary=summary,
            plan=open_ends,
            submissions=submissions,
        )
        writes.write_patiently(self.manifest, manifest.to_bytes())

    def _unread_names(self) -> dict[str, tuple[str, ...]]:
        """Return all that is known of names whose files nobody may look at now."""
        known = {name: self.previous.known(name) for name in map(self.name, self.unread)}
        return {name: tuple(sorted(hashes)) for name, hashes in known.items() if hashes}

    def _stays(self, file: Path) -> bool:
        """Return whether a former output stays.

        A draft does, and the rekap that is kept of an earlier one; so does the PDF of a draft that this run leaves as
        it is.
        """
        draft = file.with_suffix(_DRAFT_SUFFIX)
        if file.suffix == ".pdf":
            return draft.is_file() and self.name(draft) not in self.written
        return _is_draft(file) or (file.suffix == ".xlsx" and _NUMBER.search(file.stem) is not None)

    def add(self, ready: Mapping[Path, bytes]) -> tuple[Path, ...]:
        """Write outputs beside those of the last run, which stay as they are, and return where they went."""
        inputs = self.previous.inputs
        written = self.write(ready)
        self.keep({} if self.locked else inputs, self.previous.summary, self.previous.submissions)
        return written

    def offer(self, ready: Mapping[Path, bytes]) -> dict[Path, bool]:
        """Write files where nothing stands but the program's own.

        Returns of each that stands there now whether it had to be written; what is somebody's is left out.
        """
        self._note_plan({self.name(file): digest(content) for file, content in ready.items()})
        offered = ((file, content, self._offer(file, content)) for file, content in ready.items())
        return {self._note(file, content): new for file, content, new in offered if new is not None}

    def _offer(self, file: Path, content: bytes) -> bool | None:
        try:
            if writes.patiently(lambda: digest_bounded(file)) == digest(content):
                return False
            return True if writes.patiently(lambda: self._exchange(file, content)) else None
        except PermissionError:
            self.locked.append(file)
            return None

    def keep(
        self,
        inputs: Mapping[str, str],
        summary: Mapping[str, object],
        submissions: Mapping[str, object] | None = None,
    ) -> None:
        """Write the manifest; all that was generated before goes on to belong."""
        former = {*self.previous.outputs, *self.previous.plan} - {*self.written}
        self._close(former, inputs, summary, submissions or {})

    def remove(self, name: str) -> bool:
        """Remove an output that no longer belongs, unless it is somebody's; False when it is held open."""
        file = self.folder / name
        with suppress(PermissionError):
            if self.is_own(file):
                self._told(take_away(file, self.previous.known(name).__contains__))
            if file not in self.unread:
                return True
        self.held.append(file)
        return False

    def is_unchanged(self, inputs: Mapping[str, str]) -> bool:
        """Return whether the last run read just this and its outputs still stand."""
        return dict(self.previous.inputs) == dict(inputs) and all(
            (self.folder / name).is_file() for name in self.previous.outputs
        )


def _draft_name(stem: str) -> re.Pattern[str]:
    return re.compile(re.escape(stem) + r"-draf-(\d{2,})\.docx", re.IGNORECASE)


def _is_draft(file: Path) -> bool:
    """Return whether a file is a draft that stays; one that was written beside another goes once its place is free."""
    return file.suffix == _DRAFT_SUFFIX and _BESIDE.search(file.stem) is None


def _fit_folder(folder: Path) -> bool:
    return folder.is_dir() or not os.path.lexists(folder)


def _number(number: int) -> str:
    return "" if number == 1 else f"-{number:02d}"
