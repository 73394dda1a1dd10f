"""Nobody reads terminal words on the page: not in its pages, not in its refusals, not in the log of what it runs."""

import ast
import re
from pathlib import Path

import pytest

from bantu_minta import ask, page_of, post
from lakip_gen.alur.sahkan import Permintaan, sahkan
from lakip_gen.domain.periode import triwulan
from lakip_gen.door.cli import run_command
from lakip_gen.door.said import WATCHED
from lakip_gen.pesan.tindakan import ISIAN, TOMBOL

SOURCE = Path(__file__).parents[2] / "src" / "lakip_gen"
TERMINAL = re.compile(r"lakip-gen (?!\{)|--[a-z]|\bterminal\b")
NAMED = re.compile(r"⟦[^⟧]*⟧")
ROOMS = ("alur", "domain", "induk", "formulir", "page", "pesan", "sop", "storage")
NO_SENTENCES = {
    "alur/pembuka.py",  # the starters themselves
    "storage/pdf.py",  # what LibreOffice is started with
    "page/orders.py",  # what the program is started with
    "pesan/tindakan.py",  # the words of both doors
}
ONLY_AT_A_TERMINAL = {"cli_offices.py", "cli_page.py", "docs.py", "docs_guide.py", "docs_sop.py", "words.py"}
OF_THE_TERMINAL = ("Lihat: lakip-gen --help", "lakip-gen contoh belajar")
"""What is said only there: the foot of a wrong command, and of a command that no page runs."""
TW1 = triwulan(2025, 1)
PAGES = "".join(file.read_text(encoding="utf-8") for file in (SOURCE / "page" / "berkas").glob("*.html.j2"))


def sentences(file):
    """Yield the texts of a file that are no docstrings, and no declaration of a command or an option."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    apart = {id(part) for node in ast.walk(tree) for part in ast.walk(node) if _is_apart(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            apart |= {id(part) for part in ast.walk(node)} - {id(node)}
            if id(node) not in apart:
                yield "".join(one.value if isinstance(one, ast.Constant) else "{}" for one in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in apart:
            yield node.value


def _is_apart(node):
    called = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    return (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)) or (
        called and node.func.attr in {"option", "argument", "version_option", "add_argument"}
    )


FILES = [
    file
    for room in ROOMS
    for file in sorted((SOURCE / room).rglob("*.py"))
    if file.relative_to(SOURCE).as_posix() not in NO_SENTENCES
] + [file for file in sorted((SOURCE / "door").glob("*.py")) if file.name not in ONLY_AT_A_TERMINAL]


def test_a_sentence_names_an_action_and_leaves_the_words_to_the_door():
    said = ((file.relative_to(SOURCE).as_posix(), NAMED.sub("", one)) for file in FILES for one in sentences(file))
    wrong = [(file, one) for file, one in said if " " in one and TERMINAL.search(one)]
    assert [(file, one) for file, one in wrong if not any(known in one for known in OF_THE_TERMINAL)] == []


@pytest.mark.parametrize("file", sorted((SOURCE / "page" / "berkas").iterdir()), ids=lambda file: file.name)
def test_no_part_of_a_page_speaks_of_the_terminal(file):
    text = re.sub(r"var\(--\w+\)|--\w+: ", "", file.read_text(encoding="utf-8"))
    assert TERMINAL.findall(text) == []


@pytest.mark.parametrize("label", sorted(set(TOMBOL.values())))
def test_a_button_that_a_sentence_names_is_on_the_page(label):
    assert re.search(rf">{label}[ <{{]", PAGES)


@pytest.mark.parametrize("label", sorted(ISIAN.values()))
def test_a_field_that_a_sentence_names_is_on_the_page(label):
    assert re.search(rf"> ?{label}\b", PAGES)


RUNS = {
    "hand out": ("bagikan", "2025-TW1"),
    "compile": ("susun", "2025-TW1"),
    "seal what is not whole": ("sahkan", "2025-TW2"),
    "open what is not sealed": ("buka", "2025-TW1", "--alasan=x"),
    "accept without need": ("catat", "2025-TW1", "--unit=SEKRETARIAT", "--", "terima", "x"),
    "accept of nobody": ("catat", "2025-TW1", "--unit=TIDAK-ADA", "--", "terima", "x"),
    "a step that is none": ("catat", "2025-TW1", "--", "99"),
    "take back nothing": ("catat", "2025-TW1", "--batal=99"),
    "the year's page": ("status", "2025"),
    "check the templates": ("templat", "periksa"),
}


@pytest.mark.lengkap
def test_the_log_of_what_the_page_runs_names_buttons(contoh, monkeypatch, capsys):
    monkeypatch.setenv(WATCHED, "ya")
    for words in RUNS.values():
        run_command([words[0], *words[1:2], f"--ruang={contoh.root}", *words[2:]])
    said = capsys.readouterr()
    assert "tombol “" in said.out
    assert TERMINAL.findall(said.out + said.err) == []


def test_a_sealed_period_is_told_with_the_button_that_opens_it(tersusun):
    sahkan(tersusun, TW1, Permintaan(alasan="Contoh"))
    shown = ask(page_of(tersusun), "GET", "/?periode=2025-TW1").text
    assert TERMINAL.findall(re.sub(r"<(style|script).*?</\1>", "", shown)) == []
    assert post(page_of(tersusun), "/buka", periode="2025-TW9", apa="induk").status == 400
