"""What the pages for developers say of the code is so, and what stands in two files agrees."""

from __future__ import annotations

import re
import tomllib
from itertools import pairwise
from pathlib import Path

import lakip_gen
from test_arsitektur import ALLOWED, FILES, ROOT, outside, relative

PROJECT = Path(__file__).resolve().parents[1]
PLAN = re.compile(r"^ {4}(door -> .*)$", re.MULTILINE)
PACKAGES = {"docx": "python-docx"}
"""The names of libraries that differ from those of their packages."""
ASIDE = {"contoh", "machines"}
"""The rooms that stand beside the arrows of the plan, as the sentence below it says."""
EXCEPTIONS = {"excel": {"formulir", "induk", "sop"}}
"""What a room leaves alone although the arrow would allow it."""


def page(name: str) -> str:
    return (PROJECT / name).read_text(encoding="utf-8")


def rows(title: str) -> list[list[str]]:
    """Return the rows below a heading of docs/arsitektur.md, their code marks taken off."""
    table = page("docs/arsitektur.md").split(f"\n## {title}\n")[1].split("\n## ")[0]
    lines = [line for line in table.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def marked(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def plan() -> list[set[str]]:
    """Return the rooms of the plan from the left to the right."""
    (line,) = PLAN.findall(page("docs/arsitektur.md"))
    return [set(re.findall(r"\w+", group)) for group in line.split(" -> ")]


def test_the_plan_on_the_page_is_the_one_that_the_imports_are_held_against():
    groups = plan()
    allowed = {
        room: set().union(*groups[place + 1 :]) - EXCEPTIONS.get(room, set())
        for place, group in enumerate(groups)
        for room in group
    }
    drawn = {room: set(right) - ASIDE for room, right in ALLOWED.items() if room not in ASIDE}
    assert allowed == drawn
    assert all(left.isdisjoint(right) for left, right in pairwise(groups))


def test_every_room_is_described_on_the_page():
    assert sorted(marked(row[0])[0] for row in rows("Rooms, by the life of a thing")) == sorted(ALLOWED)


def dependencies(part: str = "") -> dict[str, str]:
    """Return the packages that are asked for, each with its oldest version."""
    project = tomllib.loads(page("pyproject.toml"))["project"]
    asked = project["optional-dependencies"][part] if part else project["dependencies"]
    return dict(re.fullmatch(r"([\w-]+)>=([\d.]+)(?:,.*)?", one).groups() for one in asked)


def importers() -> dict[str, list[str]]:
    """Return the files that import each package that is asked for."""
    own = dependencies() | dependencies("halaman") | dependencies("dask")
    names = {file: {PACKAGES.get(name, name) for name in outside(file)} for file in FILES}
    return {package: [relative(file) for file in FILES if package in names[file]] for package in own}


def test_a_library_is_known_only_where_the_page_says():
    told = {marked(row[0])[0]: marked(row[1]) for row in rows("Which room knows which library")}
    real = importers()
    assert sorted(told) == sorted(real)
    assert [
        f"{library} in {file}"
        for library, files in real.items()
        for file in files
        if not any(file == place or file.startswith(f"{place}/") for place in told[library])
    ] == []
    assert [
        f"{library} not in {place}"
        for library, places in told.items()
        for place in places
        if not any(file == place or file.startswith(f"{place}/") for file in real[library])
    ] == []


def test_files_that_a_page_names_are_there():
    named = {
        (name, path)
        for name in ("CONTRIBUTING.md", "docs/arsitektur.md")
        for path in re.findall(
            r"`((?:src|tests|docs|domain|formulir|laporan|pesan|templat_bawaan)/[^`\s<]*)`", page(name)
        )
    }
    assert len(named) > 20
    assert (
        sorted(
            f"{name}: {path}"
            for name, path in named
            if not any(PROJECT.glob(path.rstrip("/"))) and not any(ROOT.glob(path.rstrip("/")))
        )
        == []
    )


def test_commands_that_a_page_names_are_in_the_makefile():
    targets = set(re.findall(r"^([\w-]+):", page("Makefile"), re.MULTILINE))
    named = {
        (name, target)
        for name in ("README.md", "CONTRIBUTING.md", "docs/arsitektur.md", "docs/keandalan.md", ".ci/run")
        for target in re.findall(r"\bmake ([a-z]+(?:-[a-z]+)*)", page(name))
    }
    assert sorted((name, target) for name, target in named if target not in targets) == []


def test_a_commit_is_asked_what_lint_asks():
    lint = page("Makefile").split("\nlint:")[1].split("\n\n")[0]
    asked = re.findall(r"^\t\$\(BIN\)/(.+)$", lint, re.MULTILINE)
    assert re.findall(r"entry: \.venv/bin/(.+)$", page(".pre-commit-config.yaml"), re.MULTILINE) == asked


def test_the_oldest_versions_are_the_lower_bounds():
    pinned = dict(re.findall(r"^([\w-]+)==([\d.]+)$", page("constraints-oldest.txt"), re.MULTILINE))
    bounds = dependencies() | dependencies("dev")
    judges = {"mypy", "ruff"} | {name for name in bounds if name.startswith("types-") or name.endswith("-stubs")}
    assert sorted(pinned) == sorted(set(bounds) - judges)
    assert {name: version for name, version in pinned.items() if bounds[name] != version} == {}


def test_the_changelog_has_a_place_for_what_is_not_released_yet():
    log = page("CHANGELOG.md")
    unreleased = log.split("\n## [Unreleased]\n")[1].split("\n## ")[0]
    assert [line for line in unreleased.splitlines() if line.startswith("- ") and "**" not in line] == []
    version = tomllib.loads(page("pyproject.toml"))["project"]["version"]
    assert re.findall(r"^## (.+)$", log, re.MULTILINE)[:2] == ["[Unreleased]", f"[{version}]"]
    assert version == lakip_gen.__version__, "drafts are made anew by the number in src/lakip_gen/__init__.py"
