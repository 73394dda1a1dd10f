"""The repository is itself a working folder with the sample year, just as the code writes it."""

import shutil
import subprocess
from pathlib import Path

import pytest

AKAR = Path(__file__).resolve().parents[1]


PERINTAH = "jalankan: rm -r workbooks/2025 templates && python -m lakip_gen contoh ."


def test_the_workbooks_and_templates_of_the_repository_are_what_the_code_writes(contoh_asli):
    for folder in ("workbooks", "templates"):
        ditulis = {b.relative_to(contoh_asli.root) for b in (contoh_asli.root / folder).rglob("*") if b.is_file()}
        ada = {
            b.relative_to(AKAR)
            for b in (AKAR / folder).rglob("*")
            if b.is_file() and not b.name.startswith(("~$", ".")) and b.parent.name != "jejak"
        }
        assert ditulis == ada, PERINTAH
        berbeda = [n for n in sorted(ditulis) if (AKAR / n).read_bytes() != (contoh_asli.root / n).read_bytes()]
        assert [nama.as_posix() for nama in berbeda] == [], PERINTAH


@pytest.mark.skipif(shutil.which("git") is None or not (AKAR / ".git").exists(), reason="no repository of git")
def test_what_the_code_writes_beside_the_sample_is_no_part_of_the_repository(contoh_asli):
    ditulis = sorted(b.relative_to(contoh_asli.root).as_posix() for b in contoh_asli.root.rglob("*") if b.is_file())
    perintah = ["git", "ls-files", "--others", "--exclude-standard", "--cached", "--", *ditulis]
    hasil = subprocess.run(perintah, cwd=AKAR, capture_output=True, text=True, check=True)
    milik = [b for b in ditulis if b.startswith(("workbooks/", "templates/"))]
    assert [b for b in ditulis if b not in milik]
    assert sorted(hasil.stdout.splitlines()) == milik
