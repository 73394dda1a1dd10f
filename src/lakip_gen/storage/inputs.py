"""What a run reads: each file once, at its start, with the SHA-256 of just these bytes; later steps open nothing.

The bytes of a file that came from outside are taken whole, bounded, and never from elsewhere.
"""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, TypeVar

from lakip_gen.domain.periode import Jenis, Periode, periode_setahun
from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.ooxml import guard
from lakip_gen.ooxml.recognise import Kind
from lakip_gen.storage.events import Events, take_events
from lakip_gen.storage.handed_out import known_fingerprints
from lakip_gen.storage.reading import NOT_ORDINARY, UnfitFileError, read_bounded
from lakip_gen.storage.returned import mended_copies
from lakip_gen.storage.seals import Seal, read_sealed, take_seal
from lakip_gen.storage.workspace import Unread, Workspace
from lakip_gen.storage.writes import digest

T = TypeVar("T")
TRIES: Final = 3
PAUSE: Final = 0.3
"""Between two tries at a file that changes while it is read."""
TRANSIENT: Final = frozenset({"berkas-tidak-terbaca", "berkas-sedang-berubah", "berkas-belum-terunduh", "berkas-gagal"})
"""Findings that the next try may be without, though the file stays the same."""
_IN_THE_CLOUD: Final = frozenset({358, 426, *range(362, 405)})
"""What Windows answers when the content of a file lies in OneDrive and cannot be fetched."""
_NO_FILE: Final = frozenset({errno.EISDIR, NOT_ORDINARY, errno.ELOOP, errno.ENOTDIR})
"""What the system answers where there is no file and never will be one until somebody puts it there."""
_REASONS: Final = {
    errno.ENOENT: "berkasnya sudah tidak ada atau tautannya putus",
    errno.EISDIR: "ini folder, bukan berkas",
    NOT_ORDINARY: "ini pipa, perangkat, atau soket, bukan berkas biasa",
    errno.EFBIG: "berkasnya terlalu besar",
    errno.EACCES: "berkasnya dikunci program lain atau tidak boleh dibaca",
    errno.EPERM: "berkasnya dikunci program lain atau tidak boleh dibaca",
    errno.ENAMETOOLONG: "nama berkas dengan foldernya terlalu panjang",
    errno.ELOOP: "tautannya berputar-putar",
    errno.EEXIST: "sudah ada berkas atau folder dengan nama itu",
    errno.ENOTDIR: "yang seharusnya folder ternyata berkas",
    errno.EILSEQ: "isinya bukan teks",
    errno.ENOSPC: "diskanya penuh",
    errno.EROFS: "diskanya hanya dapat dibaca",
}
_OTHER_REASON: Final = "diska atau jaringannya tidak menjawab"


UNREADABLE: Final = "tidak terbaca"
"""Stands for the SHA-256 of a file that has no bytes to be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One file as it was read.

    Attributes:
        file: Where it lies.
        name: What it is called in findings.
        content: Its bytes; None where there are none, and `findings` says why.
        digest: The SHA-256 of these bytes.
        missing: Whether there is no such file.
    """

    file: Path
    name: str
    content: bytes | None = None
    digest: str = UNREADABLE
    findings: tuple[Temuan, ...] = ()
    missing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """What lies in a working folder for some quarters of a year, as it stood when the run began."""

    workspace: Workspace
    induk: Input
    forms: Mapping[Periode, tuple[Input, ...]] = field(default_factory=dict)
    leftovers: Mapping[Periode, tuple[Unread, ...]] = field(default_factory=dict)
    handed_out: Mapping[Periode, Mapping[str, frozenset[str]]] = field(default_factory=dict)
    """The fingerprints of the locked cells that each unit was handed out, as the notes of older versions have them."""
    events: Mapping[Periode, Events] = field(default_factory=dict)
    longer: Mapping[Periode, Events] = field(default_factory=dict)
    """The events of the semesters and the year that end with one of the quarters."""
    seals: Mapping[Periode, Seal] = field(default_factory=dict)
    """The quarters that are sealed: their forms are those of their archives, whatever lies in their inboxes."""
    late: Mapping[Periode, tuple[str, ...]] = field(default_factory=dict)
    """Of the sealed quarters the forms in the inbox that are no longer what was sealed."""

    def followed_by(self, later: Inputs) -> Inputs:
        """Return what was read with what was read of later quarters since."""
        return replace(
            later,
            forms={**self.forms, **later.forms},
            leftovers={**self.leftovers, **later.leftovers},
            handed_out={**self.handed_out, **later.handed_out},
            events={**self.events, **later.events},
            longer={**self.longer, **later.longer},
            seals={**self.seals, **later.seals},
            late={**self.late, **later.late},
        )

    def until(self, period: Periode) -> Inputs:
        """Return what a run of an earlier period of the year would have read."""
        quarters = frozenset(period.sampai_dengan)

        def kept(parts: Mapping[Periode, T]) -> dict[Periode, T]:
            return {quarter: part for quarter, part in parts.items() if quarter in quarters}

        return Inputs(
            workspace=self.workspace,
            induk=self.induk,
            forms=kept(self.forms),
            leftovers=kept(self.leftovers),
            handed_out=kept(self.handed_out),
            events=kept(self.events),
            longer={one: part for one, part in self.longer.items() if one.daftar_triwulan[-1] in quarters},
            seals=kept(self.seals),
            late=kept(self.late),
        )

    def fingerprint(self) -> dict[str, str]:
        """Return the SHA-256 of every file, and what lies beside them unread, by path from the working folder."""
        files = (self.induk, *(form for forms in self.forms.values() for form in forms))
        unread = (one for several in self.leftovers.values() for one in several)
        relative = self.workspace.relative
        return (
            {relative(one.file): one.digest for one in files}
            | {relative(one.entry): "\n".join((one.kind.value, *one.workbooks)) for one in unread}
            | {f"dibagikan {quarter}": _digest_of_note(note) for quarter, note in self.handed_out.items() if note}
            | {
                f"disahkan {quarter}": against
                for quarter, seal in self.seals.items()
                if (against := self._against(seal))
            }
        )

    def _against(self, seal: Seal) -> str:
        """Return what lies against a seal, as text; empty where nothing does."""
        return "\n".join((*(one.kode for one in seal.findings), *self.late.get(seal.period, ())))


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateInputs:
    """Templates as they stood when the run began, with all that they may take in."""

    workspace: Workspace
    templates: tuple[Input, ...]
    parts: tuple[Input, ...]
    pictures: tuple[Input, ...]

    def fingerprint(self) -> dict[str, str]:
        """Return the SHA-256 of every file by path from the working folder."""
        files = (*self.templates, *self.parts, *self.pictures)
        return {self.workspace.relative(one.file): one.digest for one in files}

    def of(self, files: Iterable[Path]) -> TemplateInputs:
        """Return other templates with the same sub-templates and pictures, which are not read again."""
        return replace(self, templates=tuple(read_input(file, _template_name(self.workspace, file)) for file in files))


def take_inputs(workspace: Workspace, year: int, quarters: Iterable[Periode] = ()) -> Inputs:
    """Return the buku induk of a year and all that lies in the inboxes of some of its quarters."""
    listed = tuple(quarters)
    events = {quarter: take_events(workspace, quarter) for quarter in listed}
    taken = ((quarter, take_seal(workspace, quarter, events[quarter])) for quarter in listed)
    seals = {quarter: seal for quarter, seal in taken if seal}
    forms = {quarter: _forms(workspace, quarter) for quarter in listed}
    sealed = {quarter: _sealed_forms(workspace, seal) for quarter, seal in seals.items() if seal.whole}
    return Inputs(
        workspace=workspace,
        induk=read_input(workspace.induk(year), workspace.relative(workspace.induk(year))),
        forms=forms | sealed,
        leftovers={q: (*workspace.leftovers(q), *mended_copies(workspace, q)) for q in listed},
        handed_out={quarter: known_fingerprints(workspace, quarter) for quarter in listed},
        events=events | {q: replace(events[q], text=seals[q].events) for q in sealed},
        longer={one: take_events(workspace, one) for one in _longer(year, listed)},
        seals=seals,
        late={quarter: _late(forms[quarter], sealed[quarter]) for quarter in sealed},
    )


def _longer(year: int, quarters: Iterable[Periode]) -> tuple[Periode, ...]:
    """Return the semesters and the year that end with one of some quarters."""
    last = {*quarters}
    ending = (one for one in periode_setahun(year) if one.daftar_triwulan[-1] in last)
    return tuple(one for one in ending if one.jenis is not Jenis.TRIWULAN)


def _sealed_forms(workspace: Workspace, seal: Seal) -> tuple[Input, ...]:
    """Return the forms of a sealed quarter, each under the name and place it had."""
    quarter = seal.period
    return tuple(
        Input(
            file=workspace.inbox(quarter) / name,
            name=f"{quarter.folder}/{name}",
            content=content,
            digest=digest(content),
        )
        for name, content in sorted(read_sealed(workspace, seal, quarter.folder).items())
    )


def _late(lying: Iterable[Input], sealed: Iterable[Input]) -> tuple[str, ...]:
    """Return what of an inbox was not sealed, by name."""
    known = {one.digest for one in sealed}
    return tuple(one.name for one in lying if one.digest not in known)


def _digest_of_note(note: Mapping[str, frozenset[str]]) -> str:
    return digest("\n".join(f"{unit} {one}" for unit in sorted(note) for one in sorted(note[unit])).encode())


def take_templates(workspace: Workspace, files: Iterable[Path]) -> TemplateInputs:
    """Return templates with the sub-templates and pictures of the working folder."""
    return TemplateInputs(
        workspace=workspace,
        templates=(),
        parts=tuple(read_input(file, file.name, workspace.root) for file in workspace.part_files()),
        pictures=tuple(read_input(file, file.name, workspace.root) for file in workspace.picture_files()),
    ).of(files)


def _forms(workspace: Workspace, quarter: Periode) -> tuple[Input, ...]:
    files = workspace.form_files(quarter)
    return tuple(read_input(file, f"{quarter.folder}/{file.name}", workspace.root) for file in files)


def _template_name(workspace: Workspace, file: Path) -> str:
    """Return a template's path as the user sees it: a foreign file has its name only."""
    return workspace.relative(file) if file.is_relative_to(workspace.root) else file.name


def read_input(file: Path, name: str, root: Path | None = None) -> Input:
    """Return a file as it stands now; `root` is the folder that a link may not lead out of."""
    if not file.exists():
        return Input(file=file, name=name, missing=True)
    content, findings = read_file(file, name, root)
    sha = UNREADABLE if content is None else digest(content)
    return Input(file=file, name=name, content=content, digest=sha, findings=findings)


def read_file(file: Path, name: str, root: Path | None = None) -> tuple[bytes | None, tuple[Temuan, ...]]:
    """Return a file's bytes, or the finding that says why it cannot be read.

    Args:
        file: The file.
        name: Its name in findings.
        root: The folder that a link may not lead out of; None where somebody named the file himself.
    """
    place = Asal(name)
    try:
        if root is not None and file.is_symlink() and not _within(file, root):
            return None, (temuan("berkas-tautan-luar", place),)
        if (size := file.stat().st_size) > guard.LARGEST_FILE:
            return None, (guard.too_large(size, _kind(file), place),)
        content = _copy(file)
    except OSError as error:
        return None, (_unreadable(error, place),)
    return content, () if content is not None else (temuan("berkas-sedang-berubah", place),)


def _within(link: Path, root: Path) -> bool:
    """Return whether a link leads to somewhere in a folder; one that leads round in a circle leads nowhere else."""
    return Path(os.path.realpath(link)).is_relative_to(os.path.realpath(root))


def _copy(file: Path) -> bytes | None:
    """Return a file's bytes when it stood still while it was read; None when it never did."""
    for attempt in range(TRIES):
        if attempt:
            time.sleep(PAUSE)
        before = file.stat()
        try:
            content = read_bounded(file, guard.LARGEST_FILE)
        except UnfitFileError as error:
            if error.errno == errno.EFBIG:  # it was smaller a moment ago
                continue
            raise
        if _stamp(before) == _stamp(file.stat()) and len(content) == before.st_size:
            return content
    return None


def _stamp(state: os.stat_result) -> tuple[int, int]:
    return state.st_size, state.st_mtime_ns


def _kind(file: Path) -> Kind:
    return Kind.DOCX if file.suffix.casefold() == ".docx" else Kind.XLSX


def _unreadable(error: OSError, place: Asal) -> Temuan:
    if error.errno == errno.EINVAL or getattr(error, "winerror", None) in _IN_THE_CLOUD:
        return temuan("berkas-belum-terunduh", place)
    if error.errno in _NO_FILE:
        return temuan("berkas-bukan-biasa", place, alasan=reason(error))
    return temuan("berkas-tidak-terbaca", place, alasan=reason(error))


def reason(error: OSError) -> str:
    """Return in Indonesian why a file could not be read or written."""
    return _REASONS.get(error.errno or 0, _OTHER_REASON)
