"""Keep a working folder as today's version leaves it: `python tests/keep_version.py` writes it to `tests/versi/`.

Until a version is shipped its folder may be written anew; afterwards it stays, for every later version to read: one
that the tag of a release has is left alone.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from lakip_gen.alur.contoh import TAHUN_CONTOH, tulis_contoh
from lakip_gen.alur.susun import susun
from lakip_gen.domain.periode import triwulan
from lakip_gen.domain.skema import formulir, induk
from lakip_gen.storage.workspace import Workspace

KEPT = Path(__file__).resolve().parent / "versi"
TODAY = max(formulir.VERSI, induk.VERSI)
"""Form and buku induk are counted together: one folder holds both as they were."""
FIRST = triwulan(TAHUN_CONTOH, 1)
INPUTS = (
    f"workbooks/{TAHUN_CONTOH}/induk.xlsx",
    f"workbooks/{TAHUN_CONTOH}/TW1",
    "templates/gambar",
    "templates/laporan-triwulan.docx",
)
"""What is kept of the sample: one quarter, and the template of its report."""


def keep(folder: Path) -> None:
    """Write the sample's first quarter, filled and reported, as a folder that must not be there yet."""
    with TemporaryDirectory() as aside:
        sample, small = Path(aside, "sample"), Workspace(Path(aside, "kept"))
        tulis_contoh(Workspace(sample))
        for name in INPUTS:
            to = small.root / name
            to.parent.mkdir(parents=True, exist_ok=True)
            (shutil.copytree if (sample / name).is_dir() else shutil.copy2)(sample / name, to)
        susun(small, FIRST)
        (small.root / "output" / ".lakip-gen.lock").unlink(missing_ok=True)
        shutil.copytree(small.root, folder)


def release_with(folder: Path) -> str:
    """Return a release that went out with a folder, as its tag; empty where none did, or git cannot tell."""
    for tag in _git(folder, "tag", "--merged"):
        if _git(folder, "ls-tree", "--name-only", tag, folder.name):
            return tag
    return ""


def _git(folder: Path, *words: str) -> list[str]:
    """Return the lines that git says beside a folder; none where there is no git or no repository."""
    if shutil.which("git") is None:
        return []
    said = subprocess.run(["git", *words], cwd=folder.parent, capture_output=True, text=True, check=False)
    return said.stdout.split()


def main() -> None:
    folder = KEPT / str(TODAY)
    if tag := release_with(folder):
        sys.exit(
            f"tests/versi/{TODAY} went out with {tag} and stays as it is. "
            f"What is new since is of VERSI {TODAY + 1}, in the form or in the buku induk."
        )
    shutil.rmtree(folder, ignore_errors=True)
    keep(folder)
    sys.stdout.write(f"{folder.relative_to(KEPT.parents[1])}\n")


if __name__ == "__main__":
    main()
