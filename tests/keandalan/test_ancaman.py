"""The table of threats in docs/keandalan.md: sixty-six rows, each with codes that exist and a test that can be run."""

import ast
import re
import tomllib
from pathlib import Path

import pytest
from test_korpus_berbahaya import KORPUS

import lakip_gen
from bantu_kode import tree
from lakip_gen.pesan.katalog import katalog

AKAR = Path(__file__).parents[2]
SUMBER = sorted(Path(lakip_gen.__file__).parent.rglob("*.py"))
KODE = re.compile(r"[a-z]+(-[a-z0-9]+)*")
TERKUTIP = re.compile(r"`([^`]+)`")
UJI = re.compile(r'(?P<berkas>tests/\S+\.py)(?: -k "?(?P<kata>[^"]+)"?)?')
TERLARANG = {"locale", "socket", "ssl", "http", "ftplib", "smtplib", "requests", "ctypes", "pickle", "marshal", "runpy"}

DI_TEMPAT_LAIN = {"kode-unit-salah", "templat-tidak-ada", "induk-berubah", "arti-berubah", "sekali-berulang"}
"""Codes of these rows that the sample's inbox cannot bring forth: of the buku induk, of commands, of other kinds."""


def daftar_ancaman():
    teks = (AKAR / "docs" / "keandalan.md").read_text(encoding="utf-8")
    bagian = teks.split("\n## Ancaman dan jawabannya\n")[1].split("\n## ")[0]
    baris = [satu.strip("| \n").split(" | ") for satu in bagian.splitlines() if satu.startswith("| T")]
    return [pytest.param(*satu, id=satu[0]) for satu in baris]


DAFTAR = daftar_ancaman()


def test_the_table_has_every_threat_once_and_in_order():
    assert [satu.id for satu in DAFTAR] == [f"T{nomor}" for nomor in range(1, 67)]


@pytest.mark.parametrize(("nomor", "ancaman", "jawaban", "uji"), DAFTAR)
def test_a_row_names_codes_that_exist_and_a_test_that_can_be_run(nomor, ancaman, jawaban, uji):
    assert nomor
    assert ancaman
    assert [kode for kode in TERKUTIP.findall(jawaban) if KODE.fullmatch(kode) and kode not in katalog()] == []
    daftar_uji = [UJI.fullmatch(perintah) for perintah in TERKUTIP.findall(uji)]
    assert daftar_uji
    for satu in daftar_uji:
        assert satu, uji
        naskah = (AKAR / satu["berkas"]).read_text(encoding="utf-8")
        for kata in (satu["kata"] or "").split(" or "):
            assert kata in {f"{kelas}-" for kelas in KORPUS} or kata in naskah, kata


@pytest.mark.parametrize("nomor", [nomor for nomor in KORPUS if nomor != "T15"])
def test_the_codes_of_a_row_are_those_its_files_are_answered_with(nomor):
    jawaban = next(satu.values[2] for satu in DAFTAR if satu.id == nomor)
    disebut = {kode for kode in TERKUTIP.findall(jawaban) if kode in katalog()}
    terpicu = {kode for kasus in KORPUS[nomor] for kode in kasus.kode}
    assert disebut <= terpicu | DI_TEMPAT_LAIN


def _modul(berkas):
    for simpul in ast.walk(tree(berkas)):
        if isinstance(simpul, ast.Import):
            yield from (nama.name for nama in simpul.names)
        elif isinstance(simpul, ast.ImportFrom) and simpul.module:
            yield from (f"{simpul.module}.{nama.name}" for nama in simpul.names)


@pytest.mark.lengkap
def test_nothing_asks_for_the_locale_or_the_network():
    asing = {
        (berkas.name, modul)
        for berkas in SUMBER
        for modul in _modul(berkas)
        if modul.split(".")[0] in TERLARANG or modul.startswith("urllib.request")
    }
    assert asing == set()


def test_at_most_ten_libraries_are_used_and_no_module_of_the_working_folder():
    proyek = tomllib.loads((AKAR / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert len(proyek["dependencies"]) <= 10
    pemuat = set()
    for berkas in SUMBER:
        pemuat |= {modul for modul in _modul(berkas) if modul.split(".")[0] in {"importlib", "pkgutil", "imp"}}
        panggilan = [simpul.func for simpul in ast.walk(tree(berkas)) if isinstance(simpul, ast.Call)]
        assert not [f.id for f in panggilan if isinstance(f, ast.Name) and f.id in {"exec", "eval", "__import__"}]
    assert pemuat == {"importlib.resources"}
