"""The archives of a working folder: where they lie, how one comes to be, and what is read from it later."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Final

from lakip_gen.domain.periode import Periode
from lakip_gen.ooxml.writer import write_container
from lakip_gen.storage import bag
from lakip_gen.storage.reading import LARGEST_OUTPUT, read_bounded
from lakip_gen.storage.workspace import Workspace, entries
from lakip_gen.storage.writes import remove_temporaries, write_patiently, write_whole

_UNFINISHED: Final = ".lakip-arsip-"
_MAY_DIFFER: Final = re.compile(rf"{bag.DATA}(?:daftar-arsip\.html|.*\.pdf)")
"""What says when it was made: two archives of one seal may differ in it."""


def archives_of(workspace: Workspace, period: Periode) -> tuple[Path, ...]:
    """Return the folders of a period's archives, oldest first."""
    pattern = re.compile(rf"{period.folder}-\d{{2,}}")
    return tuple(one for one in entries(workspace.archives(period)) if one.is_dir() and pattern.fullmatch(one.name))


def keep_archive(workspace: Workspace, period: Periode, files: Mapping[str, bytes], adopted: Path | None) -> Path:
    """Write an archive and its zip, whole or not at all, and return the folder.

    Args:
        workspace: The working folder.
        period: The period.
        files: All files of the archive.
        adopted: A folder with the same content that a run left which was cut off; then only its zip is written.

    Raises:
        OSError: When it cannot be written; nothing half done stands under an archive's name.
    """
    folder = workspace.archives(period)
    sweep(folder)
    place = adopted or _put(folder, _free(workspace, period), files)
    content = files if adopted is None else {name: read_bounded(place / name, LARGEST_OUTPUT) for name in files}
    write_patiently(zip_of(place), write_container({f"{place.name}/{name}": one for name, one in content.items()}))
    return place


def zip_of(archive: Path) -> Path:
    """Return where the zip of an archive lies."""
    return archive.with_name(f"{archive.name}.zip")


def sweep(folder: Path) -> None:
    """Remove what a run left of an archive that it could not finish, and of a zip."""
    remove_temporaries(folder)
    for entry in entries(folder):
        if entry.name.startswith(_UNFINISHED) and entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry, ignore_errors=True)


def _free(workspace: Workspace, period: Periode) -> str:
    names = (f"{period.folder}-{number:02d}" for number in count(1))
    folder = workspace.archives(period)
    return next(name for name in names if not (folder / name).exists() and not zip_of(folder / name).exists())


def _put(folder: Path, name: str, files: Mapping[str, bytes]) -> Path:
    ready = folder / f"{_UNFINISHED}{name}"
    try:
        for path, content in files.items():
            write_whole(ready / path, content)
        return ready.rename(folder / name)
    finally:
        with suppress(OSError):
            if ready.is_dir():
                shutil.rmtree(ready)


def left_behind(archives: Mapping[Path, bag.Verdict], files: Mapping[str, bytes]) -> Path | None:
    """Return the whole archive of just this content; None where there is none.

    Args:
        archives: Archives that no event names.
        files: All files of the archive that is to be written.
    """
    wanted = _same(dict(bag.read_list(files[bag.MANIFEST])))
    return next((place for place, one in archives.items() if one.whole and _same(one.listed) == wanted), None)


def _same(listed: Mapping[str, str]) -> dict[str, str]:
    return {name: one for name, one in listed.items() if not _MAY_DIFFER.fullmatch(name)}


def read_archived(archive: Path, verdict: bag.Verdict, folder: str) -> dict[str, bytes]:
    """Return the files directly in a folder of an archive's payload, by name.

    Raises:
        OSError: When one cannot be read now.
    """
    start = f"{bag.DATA}{folder}/"
    names = (name.removeprefix(start) for name in verdict.listed if name.startswith(start))
    return {name: read_bounded(archive / start / name, LARGEST_OUTPUT) for name in names if "/" not in name}
