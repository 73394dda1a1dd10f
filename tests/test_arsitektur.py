"""The house stands as it was drawn: imports run one way, the pure parts are pure, files and functions are short."""

import ast
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import lakip_gen

AKAR = Path(lakip_gen.__file__).parent
PAKET = "lakip_gen"
BARIS_BERKAS, BARIS_FUNGSI = 500, 50
DAFTAR_BERKAS = sorted(AKAR.rglob("*.py"))

BAGIAN_CLI = frozenset({"cli", "cli_templat", "__main__", "layar", "perintah", "dokumentasi"})
"""The program's doors: they may import everything."""
PINTU = frozenset({"workbook", "word", "halaman", "ruang", "keluaran", "wadah", "kunci", "pdf", "catatan"})
"""The parts that touch files, each for itself."""
BOLEH: dict[str, frozenset[str]] = {
    "domain": frozenset(),
    "checks": frozenset({"domain"}),
    "report": frozenset({"domain"}),
    "data": frozenset({"domain"}),
    "wadah": frozenset({"domain"}),
    "ruang": frozenset({"domain", "checks", "report"}),
    "keluaran": frozenset({"domain", "checks", "report"}),
    "catatan": frozenset(),
    "kunci": frozenset({"domain", "checks", "report"}),
    "halaman": frozenset({"domain", "checks", "report", "wadah"}),
    "workbook": frozenset({"domain", "checks", "report", "wadah"}),
    "word": frozenset({"domain", "checks", "report", "wadah"}),
    "pdf": frozenset({"domain", "checks", "report"}),
    "alur": frozenset({"domain", "checks", "report", "data"}) | PINTU,
    "cli": frozenset({"domain", "checks", "report", "data", "alur"}) | PINTU,
}
"""What each part may import besides itself and the package's own version."""
MURNI = ("domain", "checks", "report")
TERLARANG = frozenset({"openpyxl", "xlsxwriter", "docx", "lxml", "jinja2", "os", "pathlib", "click"})
SATU_PINTU = ("workbook", "word", "halaman", "pdf")
BOLEH_FLOAT = frozenset({"dari_sel"})
"""Where a cell's float comes in and leaves as a Decimal at once."""


def relatif(berkas: Path) -> str:
    return berkas.relative_to(AKAR).as_posix()


def bagian(berkas: Path) -> str:
    nama = berkas.relative_to(AKAR).parts[0].removesuffix(".py")
    return "cli" if nama in BAGIAN_CLI else nama


def modul(berkas: Path) -> str:
    nama = ".".join((PAKET, *berkas.relative_to(AKAR).with_suffix("").parts))
    return nama.removesuffix(".__init__")


def pohon(berkas: Path) -> ast.Module:
    return ast.parse(berkas.read_text(encoding="utf-8"), relatif(berkas))


SEMUA_MODUL = {modul(berkas): berkas for berkas in DAFTAR_BERKAS}


def impor(berkas: Path) -> Iterator[str]:
    """Yield every module that a file imports: at its top, in functions, and for types only."""
    for simpul in ast.walk(pohon(berkas)):
        if isinstance(simpul, ast.Import):
            yield from (nama.name for nama in simpul.names)
        elif isinstance(simpul, ast.ImportFrom):
            assert simpul.level == 0, f"{relatif(berkas)}:{simpul.lineno} imports by dots"
            for nama in simpul.names:
                lengkap = f"{simpul.module}.{nama.name}"
                yield lengkap if lengkap in SEMUA_MODUL else str(simpul.module)


def impor_sendiri(berkas: Path) -> set[str]:
    return {nama for nama in impor(berkas) if nama.split(".")[0] == PAKET}


def bagian_modul(nama: str) -> str:
    sisa = nama.split(".")[1:2]
    return "" if not sisa else "cli" if sisa[0] in BAGIAN_CLI else sisa[0]


def luar(berkas: Path) -> set[str]:
    return {nama.split(".")[0] for nama in impor(berkas)} - {PAKET}


def berkas_di(*daftar: str) -> list[Path]:
    return [berkas for berkas in DAFTAR_BERKAS if bagian(berkas) in daftar]


def setiap(daftar: list[Path], salah: dict[str, str] | None = None) -> pytest.MarkDecorator:
    """Return a case for each file; the files in `salah` are known to fail, for the reason given there."""
    kenal = salah or {}
    return pytest.mark.parametrize(
        "berkas",
        [
            pytest.param(
                berkas,
                id=nama,
                marks=pytest.mark.xfail(strict=True, reason=kenal[nama]) if nama in kenal else (),
            )
            for berkas in daftar
            for nama in [relatif(berkas)]
        ],
    )


def test_every_part_of_the_house_is_on_the_plan():
    ada = {bagian(berkas) for berkas in DAFTAR_BERKAS} - {"__init__"}
    assert sorted(ada - set(BOLEH)) == []
    assert {"domain", "checks", "report", "workbook", "word", "alur", "cli"} <= ada


@setiap([berkas for berkas in DAFTAR_BERKAS if bagian(berkas) != "__init__"])
def test_imports_run_one_way(berkas):
    sini = bagian(berkas)
    assert sorted({bagian_modul(nama) for nama in impor_sendiri(berkas)} - BOLEH[sini] - {sini, ""}) == []


def test_the_plan_itself_has_no_cycle():
    assert next(iter(TopologicalSorter(BOLEH).static_order())) == "domain"


@setiap(berkas_di(*SATU_PINTU))
def test_workbook_word_and_halaman_do_not_know_each_other(berkas):
    tetangga = {bagian_modul(nama) for nama in impor_sendiri(berkas)} & set(SATU_PINTU)
    assert sorted(tetangga - {bagian(berkas)}) == []


@setiap(berkas_di(*MURNI))
def test_the_pure_parts_know_no_files_and_no_formats(berkas):
    assert sorted(luar(berkas) & TERLARANG) == []


@setiap(berkas_di(*MURNI))
def test_the_pure_parts_open_nothing(berkas):
    dipanggil = {s.func.id for s in ast.walk(pohon(berkas)) if isinstance(s, ast.Call) and isinstance(s.func, ast.Name)}
    assert sorted(dipanggil & {"open", "print", "input", "exec", "eval", "compile", "__import__"}) == []


@setiap(berkas_di("domain"))
def test_the_domain_stands_on_the_standard_library_alone(berkas):
    assert sorted(luar(berkas) - sys.stdlib_module_names) == []


@pytest.mark.parametrize("satu", BOLEH)
def test_no_import_comes_back_to_where_it_began(satu):
    milik = {nama: impor_sendiri(berkas) for nama, berkas in SEMUA_MODUL.items() if bagian(berkas) == satu}
    graf = {nama: {lain for lain in daftar if lain in milik} - {nama} for nama, daftar in milik.items()}
    try:
        TopologicalSorter(graf).prepare()
    except CycleError as galat:
        pytest.fail(" -> ".join(galat.args[1]))


@setiap(DAFTAR_BERKAS)
def test_a_file_is_short(berkas):
    assert len(berkas.read_text(encoding="utf-8").splitlines()) <= BARIS_BERKAS


@setiap(DAFTAR_BERKAS)
def test_a_function_is_short(berkas):
    panjang = {
        f"{relatif(berkas)}:{s.lineno} {s.name}": s.end_lineno - s.lineno + 1
        for s in ast.walk(pohon(berkas))
        if isinstance(s, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert {nama: baris for nama, baris in panjang.items() if baris > BARIS_FUNGSI} == {}


def daftar_float(akar: ast.AST) -> Iterator[ast.AST]:
    """Yield float literals and the name `float`, outside the annotations where a cell's float may come in."""
    for simpul in ast.iter_child_nodes(akar):
        if isinstance(simpul, ast.FunctionDef) and simpul.name in BOLEH_FLOAT:
            for isi in simpul.body:
                yield from daftar_float(isi)
            continue
        if isinstance(simpul, ast.Constant) and isinstance(simpul.value, float):
            yield simpul
        if isinstance(simpul, ast.Name) and simpul.id == "float":
            yield simpul
        yield from daftar_float(simpul)


@setiap(berkas_di("domain", "checks"))
def test_no_figure_is_ever_a_float(berkas):
    assert [f"{relatif(berkas)}:{simpul.lineno}" for simpul in daftar_float(pohon(berkas))] == []


def test_the_search_for_floats_finds_them():
    kode = "x = 1.5\ny: float = 2\ndef dari_sel(n: float):\n    return float(n)\n"
    assert [simpul.lineno for simpul in daftar_float(ast.parse(kode))] == [1, 2, 4]


def test_types_only_imports_are_seen_too():
    contoh = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from lakip_gen.word.tipe import Tipe\n"
    daftar = [s.module for s in ast.walk(ast.parse(contoh)) if isinstance(s, ast.ImportFrom)]
    assert daftar == ["typing", "lakip_gen.word.tipe"]
