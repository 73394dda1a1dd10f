"""The house stands as it was drawn: imports run one way, the pure rooms are pure, files and functions are short."""

import ast
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import lakip_gen
from bantu_kode import tree

ROOT = Path(lakip_gen.__file__).parent
PACKAGE = "lakip_gen"
LONGEST_FILE, LONGEST_FUNCTION = 500, 50
FILES = sorted(ROOT.rglob("*.py"))

BASE = frozenset({"domain"})
SHARED = BASE | {"pesan", "ooxml"}
PURE_ROOMS = frozenset({"laporan", "formulir", "induk", "sop"})
FORMATS = frozenset({"excel", "word", "html", "storage", "templat_bawaan"})
ALLOWED: dict[str, frozenset[str]] = {
    "domain": frozenset(),
    "machines": frozenset(),
    "pesan": BASE,
    "ooxml": BASE,
    "contoh": BASE,
    **dict.fromkeys(PURE_ROOMS, SHARED),
    **dict.fromkeys(FORMATS, SHARED | PURE_ROOMS),
    "excel": SHARED | {"laporan"},
    "alur": SHARED | PURE_ROOMS | FORMATS | {"contoh"},
    "page": SHARED | PURE_ROOMS | FORMATS | {"contoh", "alur"},
    "door": SHARED | PURE_ROOMS | FORMATS | {"contoh", "alur", "page", "machines"},
}
"""What each room may import besides itself: the table of docs/arsitektur.md."""
WORD: dict[str, frozenset[str]] = {
    "package": frozenset(),
    "tags": frozenset({"package"}),
    "template": frozenset({"package", "tags"}),
    "inspect": frozenset({"package", "tags", "template"}),
    "pages": frozenset({"package", "tags", "template"}),
    "carry": frozenset({"package", "tags", "template", "inspect", "pages"}),
    "fill": frozenset({"package", "tags", "template", "inspect", "pages", "carry"}),
}
"""What each folder of `word` may import of the others: from the parts of a file up to the filled document."""
PURE = ("domain", "pesan", "laporan", "formulir", "induk", "sop")
NOT_PURE = frozenset({"openpyxl", "xlsxwriter", "docx", "lxml", "jinja2", "os", "pathlib", "click"})
MAY_FLOAT = frozenset({"dari_sel"})
"""Where a cell's float comes in and leaves as a Decimal at once."""


def relative(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def room(file: Path) -> str:
    """Return the room of a file; the two files beside the rooms are the package's name and the door's handle."""
    parts = file.relative_to(ROOT).parts
    return parts[0] if len(parts) > 1 else {"__init__.py": "", "__main__.py": "door"}.get(parts[0], parts[0])


def module(file: Path) -> str:
    return ".".join((PACKAGE, *file.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__")


MODULES = {module(file): file for file in FILES}


def imports(file: Path) -> Iterator[str]:
    """Yield every module that a file imports: at its top, in functions, and for types only."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            for name in node.names:
                full = f"{node.module}.{name.name}"
                yield full if full in MODULES else str(node.module)


def own_imports(file: Path) -> set[str]:
    return {name for name in imports(file) if name.split(".")[0] == PACKAGE}


def outside(file: Path) -> set[str]:
    return {name.split(".")[0] for name in imports(file)} - {PACKAGE}


def rooms_imported(file: Path) -> set[str]:
    return {room(MODULES[name]) for name in own_imports(file)} - {"", room(file)}


def files_in(*rooms: str) -> list[Path]:
    return [file for file in FILES if room(file) in rooms]


def test_every_room_of_the_house_is_on_the_plan():
    assert {room(file) for file in FILES} - {""} == set(ALLOWED)


def test_nothing_is_imported_by_dots():
    assert [
        f"{relative(file)}:{node.lineno}"
        for file in FILES
        for node in ast.walk(tree(file))
        if isinstance(node, ast.ImportFrom) and node.level
    ] == []


def test_imports_run_one_way():
    assert [
        f"{relative(file)} -> {other}"
        for file in FILES
        if room(file)
        for other in sorted(rooms_imported(file) - ALLOWED[room(file)])
    ] == []


def folder(file: Path) -> str:
    """Return the folder of a file within its room; empty for what lies in the room itself."""
    return "/".join(file.relative_to(ROOT).parts[1:-1])


def test_the_folders_of_the_word_room_import_one_way():
    assert {folder(file) for file in files_in("word")} - {""} == set(WORD)
    assert [
        f"{relative(file)} -> {name}"
        for file in files_in("word")
        for name in own_imports(file)
        if room(MODULES[name]) == "word" and folder(MODULES[name]) not in {folder(file), *WORD[folder(file)]}
    ] == []


@pytest.mark.parametrize("plan", [ALLOWED, WORD], ids=["rooms", "folders of word"])
def test_the_plan_itself_has_no_circle(plan):
    assert next(iter(TopologicalSorter(plan).static_order())) in {"domain", "package"}


def test_no_import_comes_back_to_where_it_began():
    graph = {name: own_imports(file) & set(MODULES) - {name} for name, file in MODULES.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as circle:
        raise AssertionError(" -> ".join(circle.args[1])) from None


def test_the_pure_rooms_know_no_files_and_no_formats():
    assert [f"{relative(file)} -> {name}" for file in files_in(*PURE) for name in outside(file) & NOT_PURE] == []


def test_the_pure_rooms_open_nothing():
    forbidden = {"open", "print", "input", "exec", "eval", "compile", "__import__"}
    assert [
        f"{relative(file)}:{node.lineno}"
        for file in files_in(*PURE)
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in forbidden
    ] == []


def test_the_domain_stands_on_the_standard_library_alone():
    assert [
        f"{relative(f)} -> {name}" for f in files_in("domain") for name in outside(f) - sys.stdlib_module_names
    ] == []


def test_files_are_short():
    lengths = {relative(file): len(file.read_text(encoding="utf-8").splitlines()) for file in FILES}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_functions_are_short():
    lengths = {
        f"{relative(file)}:{node.lineno} {node.name}": node.end_lineno - node.lineno + 1
        for file in FILES
        for node in ast.walk(tree(file))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FUNCTION} == {}


def floats(root: ast.AST) -> Iterator[ast.AST]:
    """Yield float literals and the name `float`, outside the annotations where a cell's float may come in."""
    for node in ast.iter_child_nodes(root):
        if isinstance(node, ast.FunctionDef) and node.name in MAY_FLOAT:
            for statement in node.body:
                yield from floats(statement)
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, float):
            yield node
        if isinstance(node, ast.Name) and node.id == "float":
            yield node
        yield from floats(node)


def test_no_figure_is_ever_a_float():
    rooms = ("domain", "formulir", "induk")
    assert [f"{relative(file)}:{node.lineno}" for file in files_in(*rooms) for node in floats(tree(file))] == []


def test_the_search_for_floats_finds_them():
    code = "x = 1.5\ny: float = 2\ndef dari_sel(n: float):\n    return float(n)\n"
    assert [node.lineno for node in floats(ast.parse(code))] == [1, 2, 4]
