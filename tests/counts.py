"""The counts that docs/keandalan.md tells, taken from the tests themselves; `make docs` writes them into the page."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from math import prod
from pathlib import Path
from types import ModuleType

TESTS = Path(__file__).resolve().parent
PAGE = TESTS.parent / "docs" / "keandalan.md"


def hostile() -> tuple[int, ...]:
    """Return how the corpus ends: files, classes; files again and as expected; refused, told of, read; codes."""
    from test_korpus_berbahaya import KORPUS

    cases = [case for group in KORPUS.values() for case in group]
    refused = sum(case.isi is None for case in cases)
    told = sum(case.isi is not None and bool(case.kode) for case in cases)
    codes = {code for case in cases for code in case.kode}
    return (
        *(len(cases), len(KORPUS), len(cases), len(cases)),
        *(refused, told, len(cases) - refused - told, len(codes)),
    )


def bombs() -> tuple[int, ...]:
    from test_korpus_berbahaya import KORPUS

    return (sum(case.bom for group in KORPUS.values() for case in group),)


def codes() -> tuple[int, ...]:
    from lakip_gen.pesan.katalog import katalog

    return len(katalog()), len(katalog())


def odd_places() -> tuple[int, ...]:
    """Return how many tests put something else where a file or a folder is expected."""
    import test_bagikan
    import test_outputs

    return (sum(cases_named(module, "stands", "stops", "waited") for module in (test_bagikan, test_outputs)),)


def cases_named(module: ModuleType, *words: str) -> int:
    """Return how many cases those tests of a module have whose names hold one of some words."""
    tests = [test for name, test in vars(module).items() if name.startswith("test_") and any(w in name for w in words)]
    marks = ([mark for mark in getattr(test, "pytestmark", ()) if mark.name == "parametrize"] for test in tests)
    return sum(prod(len(list(mark.args[1])) for mark in of_test) for of_test in marks)


COUNTS: dict[str, Callable[[], tuple[int, ...]]] = {
    r"\| Korpus berbahaya: (#) berkas, (#) kelas .*? \| (#) dari (#) .*?: (#) ditolak, (#) dibaca dengan temuan, "
    r"(#) dibaca tanpa temuan; (#) kode;": hostile,
    r"\| Bom: .*? \((#) berkas, tiap berkas satu proses\)": bombs,
    r"\| Pipa, folder, .*? \| (#) \| yang lain tetap ditulis": odd_places,
    r"\| Katalog: .*? \| (#) dari (#) kode": codes,
}
"""What a count looks like on the page, each `#` a number, and what it is."""


def renewed(page: str) -> str:
    """Return the page with every count as it is now."""
    for pattern, count in COUNTS.items():
        page = with_numbers(page, re.compile(pattern.replace("#", r"[\d.]+")), count())
    return page


def with_numbers(page: str, pattern: re.Pattern[str], numbers: tuple[int, ...]) -> str:
    """Return the page with these numbers where the groups of the pattern stand, written the Indonesian way."""
    (found,) = pattern.finditer(page)
    for group, number in reversed(list(enumerate(numbers, 1))):
        page = page[: found.start(group)] + f"{number:,}".replace(",", ".") + page[found.end(group) :]
    return page


def main() -> None:
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")


sys.path += [
    str(TESTS / folder) for folder in ("", "keandalan", "alur", "storage") if str(TESTS / folder) not in sys.path
]

if __name__ == "__main__":
    main()
