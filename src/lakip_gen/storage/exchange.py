"""A new file in the place of an old one, and nothing lost that somebody saves meanwhile.

Between looking at a file and replacing it somebody may save it, and no system does both at once. So the old file is
never written over: it is moved aside, looked at there, and thrown away only when the program itself wrote it. What is
somebody's goes back to its name or, where that was taken again, beside it under a name that is told.
"""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Final, TypeAlias

from lakip_gen.storage.reading import digest_bounded
from lakip_gen.storage.writes import prepared

Owned: TypeAlias = Callable[[str], bool]
"""Tells of a SHA-256 whether the program wrote just these bytes under the file's name."""
SECOND_NAMES: Final = os.name != "nt"
"""Whether a file is moved by giving it a second name, which never replaces anything; on Windows no move does."""
NO_HARD_LINKS: Final = frozenset({errno.EPERM, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an exchange came to.

    Attributes:
        done: Whether it was done; False where the file is somebody's.
        rescued: Where the work of somebody went who saved at the very moment; None where nobody did.
    """

    done: bool
    rescued: Path | None = None


def exchange(file: Path, content: bytes, is_own: Owned) -> Outcome:
    """Put new content in the place of a file that is the program's own, or where nothing stands.

    Raises:
        OSError: When it cannot be done; what stood there still does.
    """
    with prepared(file, content) as ready:
        before = recover(file, is_own)
        if os.path.lexists(file) and not _is_own(file, is_own):
            return Outcome(done=False, rescued=before)
        try:
            moved = _move_aside(file)
            if moved and not _is_own(aside_of(file), is_own):
                return Outcome(done=False, rescued=recover(file, is_own))
            done = _move(ready, file)
        except BaseException:
            recover(file, is_own)
            raise
        rescued = None
        with suppress(OSError):  # it is done; what cannot be looked at now waits aside for the next exchange
            rescued = _throw_away(file, is_own) if moved else None
        return Outcome(done, rescued or before)


def put_new(file: Path, content: bytes) -> bool:
    """Write a file where nothing stands; False, and nothing is written, where something does.

    Raises:
        OSError: When it cannot be written.
    """
    if os.path.lexists(file):
        return False
    with prepared(file, content) as ready:
        return _move(ready, file)


def take_away(file: Path, is_own: Owned) -> Outcome:
    """Remove a file that is the program's own; what is somebody's stays.

    Raises:
        OSError: When it cannot be done; what stood there still does.
    """
    if not _is_own(file, is_own) or not _move_aside(file):
        return Outcome(done=False)
    if not _is_own(aside_of(file), is_own):
        return Outcome(done=False, rescued=recover(file, is_own))
    rescued = _throw_away(file, is_own)
    if os.path.lexists(aside_of(file)):  # nobody would look for it there: it stands where it stood, and that is told
        recover(file, is_own)
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(file))
    return Outcome(done=True, rescued=rescued)


def recover(file: Path, is_own: Owned) -> Path | None:
    """Put back what an exchange that was cut off had moved aside; return where it went instead, if anywhere."""
    aside = aside_of(file)
    if not os.path.lexists(aside) or _move(aside, file):
        return None
    return _throw_away(file, is_own)


def aside_of(file: Path) -> Path:
    """Return where a file waits while it is exchanged: a short name, since the file's own may be as long as can be."""
    return file.with_name(f".lakip-{hashlib.sha256(os.fsencode(file.name)).hexdigest()[:12]}.lama")


def _is_own(file: Path, is_own: Owned) -> bool:
    found = digest_bounded(file)
    return found is not None and is_own(found)


def _move_aside(file: Path) -> bool:
    try:
        file.rename(aside_of(file))
    except FileNotFoundError:
        return False
    return True


def _throw_away(file: Path, is_own: Owned) -> Path | None:
    """Remove what was moved aside after a last look; return where it is kept, should it be somebody's after all."""
    aside = aside_of(file)
    if _is_own(aside, is_own) or _is_same(aside, file):
        with suppress(OSError):  # it is in nobody's way; the next exchange of this file removes it
            aside.unlink()
        return None
    beside = (file.with_name(f"{file.stem}_suntingan{'' if n == 1 else f'-{n:02d}'}{file.suffix}") for n in count(1))
    return next(kept for kept in beside if _move(aside, kept))


def _is_same(one: Path, other: Path) -> bool:
    """Return whether two names are of one file, as when a move was cut off halfway."""
    with suppress(OSError):
        return os.path.samestat(one.lstat(), other.lstat())
    return False


def _move(source: Path, target: Path) -> bool:
    """Move a file to a name where nothing stands; False, and nothing is moved, where something does."""
    try:
        if not SECOND_NAMES:
            source.rename(target)
            return True
        os.link(source, target, follow_symlinks=False)
        source.unlink()
    except FileExistsError:
        return False
    except OSError as error:
        if not SECOND_NAMES or error.errno not in NO_HARD_LINKS:
            raise
    else:
        return True
    if os.path.lexists(target):  # on a disk without second names the moment between this line and the next remains
        return False
    source.rename(target)
    return True
