"""The habits of the house that a machine can watch: names of tests and cases, and versions that agree."""

from __future__ import annotations

import ast
import re
from decimal import Decimal
from pathlib import Path

from bantu_kode import tree
from case_names import LONGEST, case_name
from lakip_gen.domain.nilai import Nilai
from lakip_gen.domain.periode import triwulan

ROOT = Path(__file__).resolve().parents[1]
TESTS = ROOT / "tests"
SRC = ROOT / "src"
NAME_OF_A_TEST = re.compile(r"^ *def (test_\w+)", re.MULTILINE)
IMPORTED_NAMES = re.compile(r"^ *from lakip_gen[\w.]* import (\([^)]*\)|.*)", re.MULTILINE)
"""What a file takes from the program; parsing all tests for it would take seconds."""
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


def private_imports(text: str) -> list[str]:
    """Return the private names that a file takes from the program; what it calls them itself is its own affair."""
    return [name for names in IMPORTED_NAMES.findall(text) for name in re.findall(r"(?<!\bas )\b_\w+", names)]


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
        f"{file.relative_to(ROOT)} {name}"
        for file in sorted(TESTS.rglob("test_*.py"))
        for name in NAME_OF_A_TEST.findall(file.read_text(encoding="utf-8"))
        if INDONESIAN & set(name.split("_"))
    ] == []


def test_tests_import_nothing_that_is_private_to_the_program():
    assert [
        f"{file.relative_to(ROOT)} {name}"
        for file in sorted(TESTS.rglob("*.py"))
        for name in private_imports(file.read_text(encoding="utf-8"))
    ] == []


def test_an_import_of_a_private_name_is_seen():
    assert private_imports("from lakip_gen.alur import (\n    baca,\n    _b,\n)\nx = _c") == ["_b"]
    assert private_imports("    from lakip_gen.alur import _b as b, susun as _modul\n") == ["_b"]


def test_a_constructor_is_told_what_its_arguments_are_once_there_are_six():
    assert [
        f"{file.relative_to(ROOT)}:{call.lineno} {ast.unparse(call.func)}"
        for file in sorted(SRC.rglob("*.py"))
        for call in ast.walk(tree(file))
        if isinstance(call, ast.Call) and len(call.args) > MOST_POSITIONS
        if re.fullmatch(r"(?!nodes\.)(?:\w+\.)*_?[A-Z]\w*", ast.unparse(call.func))  # Jinja's nodes know no names
    ] == []
