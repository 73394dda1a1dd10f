"""The folder of evidence of a period: scans that people keep, named by the step that they show."""

from __future__ import annotations

from collections import Counter
from itertools import count
from pathlib import Path
from typing import Final

from lakip_gen.domain.periode import Periode, periode_setahun
from lakip_gen.sop.bukti import BerkasBukti
from lakip_gen.storage.exchange import put_new
from lakip_gen.storage.reading import digest_bounded, read_bounded
from lakip_gen.storage.workspace import Workspace, entries
from lakip_gen.storage.writes import digest

LARGEST_EVIDENCE: Final = 64 * 1024 * 1024


def keep_evidence(source: Path, wanted: Path) -> Path:
    """Copy a file to the evidence and return where it lies; the same file is kept once, another never replaced.

    Raises:
        OSError: When it cannot be read, is far too large, or cannot be written.
    """
    content = read_bounded(source, LARGEST_EVIDENCE)
    wanted.parent.mkdir(parents=True, exist_ok=True)
    names = (wanted.with_stem(f"{wanted.stem}-{number}") if number > 1 else wanted for number in count(1))
    return next(file for file in names if digest_bounded(file) == digest(content) or put_new(file, content))


def evidence_of_year(workspace: Workspace, year: int) -> tuple[BerkasBukti, ...]:
    """Return the evidence of all periods of a year; only files that are as long as another are read to the end.

    Raises:
        OSError: When one of these cannot be read now.
    """
    lying = [(period, workspace.root / one) for period in periode_setahun(year) for one in _of(workspace, period)]
    sizes = {file: file.stat().st_size for _, file in lying}
    counts = Counter(sizes.values())
    return tuple(
        BerkasBukti(workspace.relative(file), period, (digest_bounded(file) or "") if counts[sizes[file]] > 1 else "")
        for period, file in lying
    )


def _of(workspace: Workspace, period: Periode) -> tuple[str, ...]:
    return evidence_files(workspace, workspace.evidence(period))


def evidence_files(workspace: Workspace, folder: Path) -> tuple[str, ...]:
    """Return the files of a folder of evidence, by path from the working folder."""
    return tuple(workspace.relative(file) for file in entries(folder) if file.is_file() and file.name[0] not in ".~")
