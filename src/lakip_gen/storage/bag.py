"""An archive as a BagIt folder (RFC 8493) or one zip of it: put together, and verified byte by byte years later.

`sha256sum -c manifest-sha256.txt` does it without this program, so no name may hold what that tool or the format
would write in another way.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from lakip_gen.storage.reading import digest_bounded, read_bounded
from lakip_gen.storage.writes import digest

DECLARATION: Final = "bagit.txt"
INFO: Final = "bag-info.txt"
MANIFEST: Final = "manifest-sha256.txt"
TAG_MANIFEST: Final = "tagmanifest-sha256.txt"
DATA: Final = "data/"
LARGEST_LIST: Final = 16 * 1024 * 1024
"""The bytes that are read of a list of an archive; a true one has some thousands."""
LARGEST_CONTENT: Final = 4 * 1024 * 1024 * 1024
"""The bytes that are inflated of a zip, so that none made for it keeps the PC busy for days."""
_READ: Final = (MANIFEST, TAG_MANIFEST, INFO)
"""The files of an archive that tell of the others."""
_PIECE: Final = 1024 * 1024
_LINE: Final = re.compile(r"([0-9a-f]{64}) [ *](?:\./)?(.+)", re.IGNORECASE)
_AWKWARD: Final = re.compile(r"[%\\:*?\"<>|\x00-\x1f\x7f\ud800-\udfff]")
"""What one system or another has no file names with, or what a list would write in another way."""
_PASSED_OVER: Final = re.compile(r"\.DS_Store|Thumbs\.db|desktop\.ini|~\$.*|\.~lock\..*", re.IGNORECASE)
"""What systems and open programs put beside files."""
_ZIP_FAULTS: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)


class NotABagError(Exception):
    """A folder or file is no archive."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of an archive.

    Attributes:
        key: The SHA-256 of its list of lists; empty where that is missing.
        listed: The SHA-256 of each file of the payload as the archive's own list has it.
        changed: What holds other bytes than when it was put together.
        missing: What is listed and not there.
        extra: What is there and not listed.
        info: What is said of it.
    """

    key: str
    listed: Mapping[str, str] = field(default_factory=dict)
    changed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    info: Mapping[str, str] = field(default_factory=dict)

    @property
    def whole(self) -> bool:
        """Whether every byte is as it was."""
        return not (self.changed or self.missing or self.extra)


def safe_name(name: str) -> str:
    """Return a path as it stands in an archive: the same, but for signs that a list cannot hold on every system."""
    return _AWKWARD.sub("_", name)


def put_together(payload: Mapping[str, bytes], info: Mapping[str, str]) -> dict[str, bytes]:
    """Return all files of an archive by path, the same bytes for the same content.

    Args:
        payload: What is kept, by path below `data`.
        info: What is said of it.
    """
    data = {f"{DATA}{name}": content for name, content in sorted(payload.items())}
    size = sum(map(len, data.values()))
    told = {**info, "Payload-Oxum": f"{size}.{len(data)}"}
    tags = {
        DECLARATION: b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        INFO: "".join(f"{name}: {' '.join(said.split())}\n" for name, said in told.items()).encode(),
        MANIFEST: _list(data),
    }
    return {**data, **tags, TAG_MANIFEST: _list(tags)}


def _list(files: Mapping[str, bytes]) -> bytes:
    return "".join(f"{digest(content)}  {name}\n" for name, content in files.items()).encode()


def key_of(files: Mapping[str, bytes]) -> str:
    """Return the SHA-256 that stands for a whole archive."""
    return digest(files[TAG_MANIFEST])


def is_bag(place: Path) -> bool:
    """Return whether something is meant to be an archive, whole or not."""
    if place.is_dir():
        return any((place / name).is_file() for name in (DECLARATION, MANIFEST, TAG_MANIFEST))
    if not place.is_file():  # a pipe would be waited for
        return False
    try:
        with zipfile.ZipFile(place) as archive:
            return any(name.partition("/")[2] in {DECLARATION, MANIFEST} for name in archive.namelist())
    except _ZIP_FAULTS:
        return False


def verify(place: Path) -> Verdict:
    """Return what became of an archive, a folder or a zip of one.

    Raises:
        NotABagError: When it cannot be read as one at all.
        OSError: When a file of a folder cannot be read now.
    """
    return _judge(*(_of_folder(place) if place.is_dir() else _of_zip(place)))


def _judge(found: Mapping[str, str], lists: Mapping[str, bytes]) -> Verdict:
    """Compare what is there with what the archive's own lists say."""
    manifest, tags = (dict(read_list(lists.get(name, b""))) for name in (MANIFEST, TAG_MANIFEST))
    listed = manifest | tags
    demanded = dict.fromkeys((DECLARATION, MANIFEST, TAG_MANIFEST, *listed))
    return Verdict(
        key=digest(lists[TAG_MANIFEST]) if TAG_MANIFEST in lists else "",
        listed=manifest,
        changed=tuple(sorted(name for name in demanded if name in found and _differs(found[name], listed.get(name)))),
        missing=tuple(sorted(name for name in demanded if name not in found)),
        extra=tuple(sorted(name for name in found if name not in demanded and _list_of(name) in lists)),
        info=dict(_read_info(lists.get(INFO, b""))),
    )


def _list_of(name: str) -> str:
    """Return the list that would name a file; without it nobody can say that the file is too much."""
    return MANIFEST if name.startswith(DATA) else TAG_MANIFEST


def _differs(found: str, wanted: str | None) -> bool:
    """Return whether a file is not what it was; of one that no list names only whether it can be read is known."""
    return found != wanted if wanted else not found


def _read_info(content: bytes) -> Iterator[tuple[str, str]]:
    lines = (line.partition(": ") for line in content.decode(errors="replace").splitlines())
    return ((name, said) for name, between, said in lines if between)


def read_list(content: bytes) -> Iterator[tuple[str, str]]:
    """Give each name of a list with its SHA-256."""
    for line in content.decode(errors="replace").splitlines():
        if entry := _LINE.fullmatch(line):
            yield entry[2], entry[1].lower()


def _of_folder(folder: Path) -> tuple[dict[str, str], dict[str, bytes]]:
    """Return the SHA-256 of every file of a folder, and what tells of them."""
    files = {file.relative_to(folder).as_posix(): file for file in sorted(folder.rglob("*")) if not file.is_dir()}
    kept = {name: file for name, file in files.items() if not _PASSED_OVER.fullmatch(file.name)}
    found = {name: digest_bounded(file) or "" for name, file in kept.items()}
    names = (name for name in _READ if found.get(name))
    return found, {name: read_bounded(folder / name, LARGEST_LIST) for name in names}


def _of_zip(file: Path) -> tuple[dict[str, str], dict[str, bytes]]:
    """Return the same of a zip, whose files lie in one folder; what cannot be inflated has no SHA-256."""
    try:
        with zipfile.ZipFile(file) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if sum(entry.file_size for entry in entries) > LARGEST_CONTENT:
                raise NotABagError
            found: dict[str, str] = {}
            lists: dict[str, bytes] = {}
            for entry in entries:
                name = entry.filename.partition("/")[2]
                found[name] = "" if name in found else _inflated(archive, entry)
                if name in _READ and found[name] and entry.file_size <= LARGEST_LIST:
                    lists[name] = archive.read(entry)
            return found, lists
    except _ZIP_FAULTS as fault:
        raise NotABagError from fault


def _inflated(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> str:
    """Return the SHA-256 of a file in a zip; empty for one that cannot be inflated or is larger than it says."""
    found, left = hashlib.sha256(), entry.file_size
    try:
        with archive.open(entry) as source:
            while piece := source.read(_PIECE):
                left -= len(piece)
                if left < 0:
                    return ""
                found.update(piece)
    except _ZIP_FAULTS:
        return ""
    return found.hexdigest()
