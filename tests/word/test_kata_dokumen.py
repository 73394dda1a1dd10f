"""No word of the program stands in an official text."""

import re
from pathlib import Path

import pytest

EMAS = Path(__file__).parents[1] / "emas"
KATA_PROGRAM = re.compile(r"buku induk|\bgalat\b|\bsel [A-Z]{1,3}\d+|lembar Narasi", re.IGNORECASE)
NAMA_BERKAS = re.compile(r"formulir-[a-z]|rekap\.xlsx")
"""A letter names the file it comes with, and a seal what it covers; a report names none of those it was made from."""


@pytest.mark.parametrize("berkas", sorted(EMAS.rglob("*.txt")), ids=lambda berkas: berkas.stem)
def test_a_document_has_no_word_of_the_program(berkas):
    dicari = [KATA_PROGRAM] if berkas.parent.name == "kertas" else [KATA_PROGRAM, NAMA_BERKAS]
    daftar_baris = berkas.read_text(encoding="utf-8").splitlines()
    assert [baris for baris in daftar_baris if any(kata.search(baris) for kata in dicari)] == []
