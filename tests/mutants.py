"""Random mutants of the pure rooms: one small change each, and whether the room's own tests notice.

What these let live the tests of the other pure rooms may kill, and the golden reports, in which all rooms meet; each is
counted for itself.

`python tests/mutants.py --seed 1 --count 200` draws the same mutants every time and ends with exit code 1 where fewer
than 97 % are killed. A mutant is loaded into a process of its own; no file of the program is touched. mutmut 3 was
tried: it makes every mutant of a file, not a sample of all rooms, and does not know which tests are a room's own.
"""

from __future__ import annotations

import argparse
import ast
import copy
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src"
ROOMS = ("domain", "formulir", "induk", "laporan", "pesan", "sop")
AIM = 97
NEIGHBOURS = "the tests of other rooms"
GOLDEN = "the golden reports"
LIVES = "SURVIVES"
LONGEST = 300
"""Seconds after which a mutant that runs in a circle counts as killed."""

COMPARISONS = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
LOOKS = {"lebar", "lebar_cm", "terlebar", "baris_kosong"}
"""Arguments and fields of mere looks, widths and empty rows: no figure is wrong for one more."""

OPERATORS = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult}

LOADER = """
import ast, importlib.abc, importlib.util, pathlib, sys

class Mutant(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path=None, target=None):
        if name != {module!r}:
            return None
        file = pathlib.Path({path!r})
        parts = [str(file.parent)] if file.stem == "__init__" else None
        return importlib.util.spec_from_file_location(name, file, loader=self, submodule_search_locations=parts)
    def exec_module(self, module):
        with open({code!r}, encoding="utf-8") as file:
            exec(compile(file.read(), {path!r}, "exec"), module.__dict__)

sys.meta_path.insert(0, Mutant())
"""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A changed module: where the change is, and the whole code with it."""

    file: Path
    line: int
    before: str
    after: str
    code: str

    def __str__(self) -> str:
        return f"{self.file.relative_to(SOURCE / 'lakip_gen')}:{self.line}  {self.before}  ->  {self.after}"


def changed(node: ast.AST) -> ast.AST | None:
    """Return a node changed in one small way; None where it is of no kind that is changed."""
    other = copy.deepcopy(node)
    match other:
        case ast.Compare(ops=[op, *_]) if type(op) in COMPARISONS:
            other.ops[0] = COMPARISONS[type(op)]()
        case ast.BinOp(op=op) if type(op) in OPERATORS:
            other.op = OPERATORS[type(op)]()
        case ast.BoolOp(op=op):
            other.op = ast.And() if isinstance(op, ast.Or) else ast.Or()
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return operand
        case ast.If(test=test) | ast.IfExp(test=test):
            other.test = ast.UnaryOp(ast.Not(), test)
        case ast.Constant(value=bool(value)):
            other.value = not value
        case ast.Constant(value=int(value)):
            other.value = value + 1
        case _:
            return None
    return other


def looks(node: ast.keyword | ast.AnnAssign) -> bool:
    """Return whether a value only says how a thing looks."""
    return (node.arg if isinstance(node, ast.keyword) else ast.unparse(node.target)) in LOOKS


def places(tree: ast.Module) -> Iterator[ast.AST]:
    """Yield what may be changed: not annotations, not what runs only for types, and not mere looks."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        if isinstance(node, ast.keyword | ast.AnnAssign) and looks(node):
            continue
        if changed(node) is not None:
            yield node
        for name, field in ast.iter_fields(node):
            if name not in {"annotation", "returns", "decorator_list"}:
                waiting += [one for one in (field if isinstance(field, list) else [field]) if isinstance(one, ast.AST)]


class Swap(ast.NodeTransformer):
    """Put a changed node where another one is."""

    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        return self.new if node is self.old else self.generic_visit(node)


def mutants(file: Path) -> list[Callable[[], Mutant]]:
    """Return what makes each mutant of a file."""
    source = file.read_text(encoding="utf-8")

    def make(number: int) -> Mutant:
        tree = ast.parse(source)
        old = list(places(tree))[number]
        new = changed(old)
        assert new is not None
        before, after = (ast.unparse(node).split("\n")[0] for node in (old, new))
        code = ast.unparse(ast.fix_missing_locations(Swap(old, new).visit(tree)))
        return Mutant(file, old.lineno, before, after, code)

    return [lambda n=n: make(n) for n in range(len(list(places(ast.parse(source)))))]


def draw(seed: int, count: int, rooms: tuple[str, ...]) -> list[Mutant]:
    """Return the mutants of a seed."""
    files = [file for room in rooms for file in sorted((SOURCE / "lakip_gen" / room).rglob("*.py"))]
    every = [make for file in files for make in mutants(file)]
    lot = random.Random(seed)  # noqa: S311 - the same mutants every time
    return [make() for make in lot.sample(every, min(count, len(every)))]


def tests(mutant: Mutant) -> Iterator[tuple[str, list[Path]]]:
    """Yield tests: of a mutant's own room first those named like its file, where most die; then those further away."""
    own = mutant.file.relative_to(SOURCE / "lakip_gen").parts[0]
    rooms = {room: sorted((ROOT / "tests" / room).glob("test_*.py")) for room in ROOMS}
    near = [file for file in rooms[own] if mutant.file.stem in file.stem]
    yield own, near
    yield own, [file for file in rooms[own] if file not in near]
    yield NEIGHBOURS, [file for room, files in rooms.items() if room != own for file in files]
    yield GOLDEN, [ROOT / "tests" / "word" / "test_emas.py"]


def killer(mutant: Mutant) -> str:
    """Return whose tests fail with a mutant, its own room's at best; `SURVIVES` where none do."""
    with tempfile.TemporaryDirectory() as folder:
        code, plugin = Path(folder, "mutant_code.txt"), Path(folder, "mutant_loader.py")
        code.write_text(mutant.code, encoding="utf-8")
        module = ".".join(mutant.file.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")
        plugin.write_text(LOADER.format(path=str(mutant.file), module=module, code=str(code)), encoding="utf-8")
        return next((who for who, files in tests(mutant) if files and not passes(files, Path(folder))), LIVES)


def passes(files: Sequence[Path], folder: Path) -> bool:
    """Return whether tests pass with the mutant whose loader stands in a folder."""
    surroundings = os.environ | {"PYTHONPATH": os.pathsep.join((str(folder), str(SOURCE)))}
    options = ("-x", "-q", "-p", "mutant_loader", "-p", "no:cacheprovider", "--hypothesis-profile=mutan")
    try:
        done = subprocess.run(
            [sys.executable, "-m", "pytest", *options, *map(str, files)],
            cwd=ROOT,
            env=surroundings,
            capture_output=True,
            timeout=LONGEST,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--rooms", nargs="*", default=ROOMS)
    parser.add_argument("--processes", type=int, default=2)
    asked = parser.parse_args()
    drawn = draw(asked.seed, asked.count, tuple(asked.rooms))
    found: dict[str, list[Mutant]] = {NEIGHBOURS: [], GOLDEN: [], LIVES: []}
    with ThreadPoolExecutor(asked.processes) as pool:
        for number, (mutant, who) in enumerate(zip(drawn, pool.map(killer, drawn), strict=True), 1):
            print(f"{number}/{len(drawn)} {who}  {mutant}", flush=True)
            found.setdefault(who, []).append(mutant)
    killed = len(drawn) - len(found[LIVES])
    print(f"{killed} of {len(drawn)} killed ({100 * killed / len(drawn):.1f} %).")
    for who in (NEIGHBOURS, GOLDEN, LIVES):
        print(f"{who}: {len(found[who])}", *found[who], sep="\n  ")
    return int(100 * killed < AIM * len(drawn))


if __name__ == "__main__":
    sys.exit(main())
