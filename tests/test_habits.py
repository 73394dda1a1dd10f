"""The habits of the house that a machine can watch: names of tests and cases, and versions that agree."""

from __future__ import annotations

import ast
import re
from decimal import Decimal
from functools import cache
from pathlib import Path

from case_names import LONGEST, case_name
from lakip_gen.domain.nilai import Nilai
from lakip_gen.domain.periode import triwulan

ROOT = Path(__file__).resolve().parents[1]
TESTS = ROOT / "tests"
SRC = ROOT / "src"
MOST_POSITIONS = 5
"""So many arguments of a constructor may be told by their place alone."""
INDONESIAN = frozenset(
    {
        "adalah",
        "atau",
        "bila",
        "dan",
        "dari",
        "dengan",
        "di",
        "juga",
        "ke",
        "menjadi",
        "oleh",
        "pada",
        "sampai",
        "sesudah",
        "setiap",
        "sudah",
        "tanpa",
        "tetap",
        "tiap",
        "tidak",
        "untuk",
        "yang",
    }
)
"""Words that no English sentence has; the nouns of the law (target, capaian, anggaran) may stand in one."""


@cache
def nodes(folder: Path) -> tuple[tuple[Path, ast.AST], ...]:
    """Return every node of the Python below a folder with its file; each file is parsed once for all tests."""
    return tuple(
        (file, node)
        for file in sorted(folder.rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.ImportFrom | ast.Call)
    )


def is_unnamed(argument: str, case: str) -> bool:
    """Return whether a case is called by the number of an object, as in `isi3`, or by a function without a name."""
    return bool(re.search(rf"(?:^|-){re.escape(argument)}\d+(?:-|$)", case)) or "<lambda>" in case or " at 0x" in case


def test_every_case_has_a_name_that_reads(request):
    cases = [(item.nodeid, item.callspec) for item in request.session.items if hasattr(item, "callspec")]
    assert [name for name, case in cases if any(is_unnamed(argument, case.id) for argument in case.params)] == []


def test_a_name_that_does_not_read_is_seen():
    assert is_unnamed("satu", "satu4-None-lain4-temuan4")
    assert is_unnamed("ubah", "<lambda>0")
    assert not is_unnamed("periode", "2025-TW1")


def test_a_case_is_called_by_what_its_parameters_hold():
    assert case_name(triwulan(2025, 1)) == "2025-TW1"
    assert case_name((Nilai(Decimal("1.5")), None, "dua")) == "1.5 None dua"
    assert case_name(()) == case_name("") == case_name(b"") == "kosong"
    assert case_name({"unit": "A"}) == "unit=A"
    assert case_name("pendek") is case_name(7) is case_name(None) is case_name(len) is None
    assert case_name("a\x00" * LONGEST).startswith("a\\u0000a")
    assert len(case_name("panjang " * LONGEST)) == LONGEST


def test_names_of_tests_are_english_sentences():
    assert [
        f"{file.relative_to(ROOT)}:{node.lineno} {node.name}"
        for file, node in nodes(TESTS)
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
        if INDONESIAN & set(node.name.split("_"))
    ] == []


def test_tests_import_nothing_that_is_private_to_the_program():
    assert [
        f"{file.relative_to(ROOT)}:{node.lineno} {name.name}"
        for file, node in nodes(TESTS)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("lakip_gen")
        for name in node.names
        if name.name.startswith("_")
    ] == []


def test_a_constructor_is_told_what_its_arguments_are_once_there_are_six():
    assert [
        f"{file.relative_to(ROOT)}:{call.lineno} {ast.unparse(call.func)}"
        for file, call in nodes(SRC)
        if isinstance(call, ast.Call) and len(call.args) > MOST_POSITIONS
        if re.fullmatch(r"(?!nodes\.)(?:\w+\.)*_?[A-Z]\w*", ast.unparse(call.func))  # Jinja's nodes know no names
    ] == []
