"""No regular expression of the program costs more than twice as much for a text that is twice as long.

Every expression is found by walking the source, and attacked with what its own pattern is made of: its letters and
pairs of them over and over, its own matches, and each of these broken off at the end.
"""

import ast
import importlib
import re
import time
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain, permutations, product
from pathlib import Path
from typing import NamedTuple

import pytest

import lakip_gen
from bantu_kode import tree

SUMBER = Path(lakip_gen.__file__).parent
SEARCHING = {"search", "sub", "subn", "split", "findall", "finditer"}
ANCHORED = {"match", "fullmatch"}
SIZES = (10, 13, 15, 17, 19, 22, 28, 37, 48, 62, 80, 320, 1280, 5120, 20480)
"""Small steps first: what doubles with every character is found out before it takes for ever."""
QUICK = 0.01
"""Whatever takes less processor time for the longest attack is linear: the square of it would be many seconds."""
STEEP = 9
"""Four times the text may take four times as long, and twice that on a busy machine; by the square it is sixteen."""
BUILT: Mapping[str, str] = {
    "storage/outputs.py:_draft_name": r"laporan\-kinerja\-2025\-draf-(\d{2,})\.docx",
    "storage/outputs.py:stems": r"(laporan\-kinerja\-2025(?:-.+)?)-draf-\d{2,}\.docx",
    "sop/koreksi.py:_pola": r"(?<![\w.])indeks\ kepuasan(?!\w|\.\d)",
    "storage/archives.py:archives_of": r"TW1-\d{2,}",
}
"""Expressions that are put together while the program runs, as they come out."""


class Expression(NamedTuple):
    """A regular expression, where it stands, and the ways in which it is used."""

    place: str
    pattern: re.Pattern
    methods: frozenset[str]


def expressions() -> Iterator[Expression]:
    """Yield every regular expression of the program."""
    for file in sorted(SUMBER.rglob("*.py")):
        source = file.read_text(encoding="utf-8")
        if "re." not in source:
            continue
        name = ".".join(("lakip_gen", *file.relative_to(SUMBER).with_suffix("").parts)).removesuffix(".__init__")
        yield from of_module(file.relative_to(SUMBER).as_posix(), tree(file), importlib.import_module(name))


def of_module(place: str, parsed: ast.Module, module: object) -> Iterator[Expression]:
    """Yield the regular expressions of one module."""
    for node in ast.walk(parsed):
        for child in ast.iter_child_nodes(node):
            child.parent = node
    for node in ast.walk(parsed):
        if not (isinstance(node, ast.Call) and is_of_re(node.func)):
            continue
        method = node.func.attr
        if method == "compile":
            yield from compiled(place, node, module)
        elif method in SEARCHING | ANCHORED:
            first = node.args[0]
            text = first.value if isinstance(first, ast.Constant) else getattr(module, first.id)
            yield Expression(f"{place}:{node.lineno}", re.compile(text), frozenset({method}))


def compiled(place: str, call: ast.Call, module: object) -> Iterator[Expression]:
    """Yield what a call of `re.compile` makes: the constant that it fills, or the one of `BUILT` that stands for it."""
    above = call
    while not isinstance(above, ast.Module | ast.FunctionDef):
        inner, above = above, above.parent
    if isinstance(above, ast.FunctionDef):
        yield Expression(f"{place}:{above.name}", re.compile(BUILT[f"{place}:{above.name}"]), frozenset({"fullmatch"}))
        return
    (name,) = (target.id for target in (inner.targets if isinstance(inner, ast.Assign) else [inner.target]))
    value = getattr(module, name)
    for pattern in [value] if isinstance(value, re.Pattern) else [p for p in flat(value) if isinstance(p, re.Pattern)]:
        yield Expression(f"{place}:{name}", pattern, used(place, name))


def is_of_re(function: ast.expr) -> bool:
    """Tell whether a function that is called is one of the module `re`."""
    return isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name) and function.value.id == "re"


def flat(value: object) -> Iterator[object]:
    """Yield what stands in a constant of any shape."""
    if isinstance(value, Mapping):
        value = tuple(value.items())
    if isinstance(value, tuple | list | set | frozenset):
        for one in value:
            yield from flat(one)
    else:
        yield value


@cache
def words() -> Mapping[tuple[str, str], frozenset[str]]:
    """Return which of the methods of an expression are asked of each name, by file; of a public one, anywhere."""
    found: dict[tuple[str, str], set[str]] = {}
    for file in SUMBER.rglob("*.py"):
        place = file.relative_to(SUMBER).as_posix()
        for name, method in re.findall(r"\b(\w+)(?:\[\w+\])?\.(\w+)\b", file.read_text(encoding="utf-8")):
            if method in SEARCHING | ANCHORED:
                found.setdefault((place if name.startswith("_") else "", name), set()).add(method)
    return {name: frozenset(methods) for name, methods in found.items()}


def used(place: str, name: str) -> frozenset[str]:
    """Return how an expression is used; in every way, where nothing tells."""
    return words().get((place if name.startswith("_") else "", name), frozenset({"search", "fullmatch"}))


def letters(pattern: re.Pattern) -> list[str]:
    """Return the characters that a pattern speaks of, one of each kind."""
    parsed = re._parser.parse(pattern.pattern, pattern.flags)
    return list(dict.fromkeys(spoken(parsed)))


CATEGORIES = {"DIGIT": "5", "SPACE": " ", "WORD": "w", "NOT_DIGIT": "x", "NOT_SPACE": "y", "NOT_WORD": "-"}


def spoken(parsed: object) -> Iterator[str]:
    """Yield the characters of a parsed pattern."""
    for operation, argument in parsed:
        match str(operation):
            case "LITERAL" | "NOT_LITERAL":
                yield chr(argument)
            case "RANGE":
                yield chr(argument[0])
            case "CATEGORY":
                yield CATEGORIES[str(argument).removeprefix("CATEGORY_")]
            case "IN":
                yield from spoken(argument)
            case "ANY":
                yield "q"
            case "BRANCH":
                yield from chain.from_iterable(map(spoken, argument[1]))
            case "SUBPATTERN" | "ASSERT" | "ASSERT_NOT" | "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                yield from spoken(argument[-1])
            case "ATOMIC_GROUP":
                yield from spoken(argument)


def shortest(parsed: object) -> str:
    """Return a short text that a parsed pattern matches, about."""
    text = ""
    for operation, argument in parsed:
        match str(operation):
            case "LITERAL" | "IN" | "ANY":
                text += next(spoken([(operation, argument)]), "")
            case "BRANCH":
                text += shortest(argument[1][0])
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                text += shortest(argument[-1]) * max(1, min(argument[0], 9))
            case "SUBPATTERN":
                text += shortest(argument[-1])
            case "ATOMIC_GROUP":
                text += shortest(argument)
    return text


def prefixes(pattern: re.Pattern) -> list[str]:
    """Return what a pattern matches up to each of its parts: broken off there, it may look again from the start."""
    parsed = re._parser.parse(pattern.pattern, pattern.flags)
    return [text for end in range(1, min(len(parsed), 12) + 1) if (text := shortest(parsed[:end]))]


def literals(pattern: re.Pattern) -> list[str]:
    """Return the runs of letters that stand in a pattern as they are."""
    text = pattern.pattern.decode("latin-1") if isinstance(pattern.pattern, bytes) else pattern.pattern
    return [run for run in re.findall(r"[A-Za-z&<>/:=\"' ]{2,}", text) if run.strip()][:6]


def attacks(pattern: re.Pattern) -> Iterator[tuple[str, str, str]]:
    """Yield beginnings, what is repeated behind them, and endings."""
    singles = letters(pattern)[:14]
    repeated = [*singles, *map("".join, permutations(singles[:5], 2)), *literals(pattern), *prefixes(pattern)]
    beginnings = ["", *prefixes(pattern)[-2:], "".join(singles[:3])]
    yield from product(dict.fromkeys(beginnings), dict.fromkeys(repeated), ("", "\x00"))


def seconds(expression: Expression, text: str) -> float:
    """Return the processor time of using an expression on a text."""
    subject = text.encode("latin-1", "replace") if isinstance(expression.pattern.pattern, bytes) else text
    start = time.process_time()
    for method in expression.methods & ANCHORED:
        getattr(expression.pattern, method)(subject)
    if expression.methods & SEARCHING:
        for _ in expression.pattern.finditer(subject):
            pass
    return time.process_time() - start


def is_steep(expression: Expression, attack: tuple[str, str, str]) -> bool:
    """Tell whether an attack costs more than in proportion to its length."""
    beginning, unit, ending = attack

    def measure(size: int, runs: int = 1) -> float:
        text = beginning + unit * (size // len(unit)) + ending
        return min(seconds(expression, text) for _ in range(runs))

    return any(measure(size) > QUICK and measure(size, 3) > max(QUICK, STEEP * measure(size // 4, 3)) for size in SIZES)


@cache
def all_expressions() -> tuple[Expression, ...]:
    """Return every regular expression of the program, looked for once it is asked for."""
    return tuple(expressions())


def test_every_expression_of_the_program_is_found():
    assert len(all_expressions()) >= 80
    assert {f"{one.place}" for one in all_expressions()} >= {
        "domain/urai.py:_TANGGAL",
        "ooxml/guard.py:_DECLARED",
        *BUILT,
    }


STEEP_ONES = {
    r"(a+)+b": "a",
    r"(\w|\d)*!": "5",
    r"\s*x\s*[/.\-\s]\s*y": " ",
    r"<row[^>]*>": "<row",
    r"/Kids\[([^\]]*)\]": "/Kids[",
}


@pytest.mark.lengkap
@pytest.mark.parametrize(("pattern", "text"), STEEP_ONES.items(), ids=STEEP_ONES)
def test_the_judge_knows_a_steep_expression(pattern, text):
    assert is_steep(Expression("", re.compile(pattern), frozenset(SEARCHING)), ("", text, "\x00"))


@pytest.mark.lengkap
def test_every_expression_takes_time_in_proportion_to_its_text():
    assert [
        (expression.place, attack)
        for expression in all_expressions()
        for attack in attacks(expression.pattern)
        if is_steep(expression, attack)
    ] == []
