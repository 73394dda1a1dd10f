"""What is kept for good is cut off at any write: papers, archives, events, figures stand whole or not, and go on."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from bantu_gaya import isi_folder, salin
from bantu_putus import Pemutus, di_proses_lain, terpasang
from lakip_gen.domain.periode import triwulan
from lakip_gen.storage.archives import keep_archive, left_behind
from lakip_gen.storage.bag import put_together, verify
from lakip_gen.storage.events import extend_events
from lakip_gen.storage.figures import write_figures
from lakip_gen.storage.papers import put_papers
from lakip_gen.storage.workspace import Workspace

TW1 = triwulan(2025, 1)
FILES = put_together({"laporan.docx": b"laporan" * 99, "jejak/TW1.jsonl": b"{}\n"}, {"External-Identifier": "x"})


def papers(workspace: Workspace, text: bytes) -> None:
    folder = workspace.papers(TW1)
    put_papers(folder, {"rekapitulasi": text, "disposisi": text, "pengesahan": b"tetap"})


def papers_before(workspace: Workspace) -> None:
    papers(workspace, b"lama")
    (workspace.papers(TW1) / "rekapitulasi.docx").write_bytes(b"ditulisi orang")


def archive(workspace: Workspace) -> None:
    folder = workspace.archives(TW1)
    standing = sorted(file for file in folder.glob("TW1-*") if file.is_dir())
    keep_archive(workspace, TW1, FILES, left_behind({one: verify(one) for one in standing}, FILES))


@dataclass(frozen=True)
class Work:
    """Something that is kept: what stands before it, and how it is written."""

    before: Callable[[Workspace], object]
    done: Callable[[Workspace], object]


WORKS = {
    "papers": Work(papers_before, lambda workspace: papers(workspace, b"baru")),
    "archive": Work(lambda workspace: workspace.archives(TW1).mkdir(parents=True), archive),
    "events": Work(
        lambda workspace: extend_events(workspace, TW1, lambda _: "satu\n"),
        lambda workspace: extend_events(workspace, TW1, lambda text: text if "dua" in text else f"{text}dua\n"),
    ),
    "figures": Work(
        lambda workspace: write_figures(workspace, TW1, "lama"), lambda workspace: write_figures(workspace, TW1, "baru")
    ),
}


def cut(workspace: Workspace, work: Work, number: int, kind: str) -> int:
    """Do some work that fails at a step, and return at how many steps it was."""
    breaker = Pemutus(workspace.root, number, kind)
    if kind == "mati":
        di_proses_lain(lambda: work.done(workspace), breaker)
    else:
        with terpasang(breaker), suppress(OSError, KeyboardInterrupt):
            work.done(workspace)
    return len(breaker.panggilan)


def standing(workspace: Workspace) -> dict[str, bytes]:
    return {name: content for name, content in isi_folder(workspace.root).items() if ".lakip-" not in name}


@pytest.mark.one_in(2)
@pytest.mark.parametrize("kind", ["mati", "penuh", "ditolak", "dihentikan"])
@pytest.mark.parametrize("name", WORKS)
def test_it_is_old_or_new_wherever_it_is_cut_off_and_done_the_next_time(tmp_path: Path, name, kind):
    work, start = WORKS[name], Workspace(tmp_path / "asal")
    work.before(start)
    straight = salin(start, tmp_path / "lurus")
    steps = cut(straight, work, 0, "")
    assert steps >= 8
    before, after = standing(start), standing(straight)
    for number in range(1, steps + 1):
        workspace = salin(start, tmp_path / str(number))
        cut(workspace, work, number, kind)
        known = {name: {before.get(name), after.get(name)} for name in before | after}
        for file, content in standing(workspace).items():
            assert file.endswith("manifest.json") or content in known[file], (number, file)
        work.done(workspace)
        assert isi_folder(workspace.root) == isi_folder(straight.root), number
