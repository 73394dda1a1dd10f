"""A run that has nothing to do is quick: it loads no reader, no writer and no library of Word's."""

import json
import os
import subprocess
import sys

from lakip_gen.storage.pdf import LIBREOFFICE

NASKAH = """
import json, sys
from lakip_gen.door.cli import run_command
kode = run_command(["susun", "2025-TW1", "--ruang", sys.argv[1]])
print(json.dumps([kode, sorted(sys.modules)]))
"""
BERAT = ("lxml", "openpyxl", "xlsxwriter", "jinja2", "docx", "lakip_gen.excel", "lakip_gen.word", "lakip_gen.formulir")


def jalan(ruang) -> tuple[int, str, list[str]]:
    """Run `susun` in a process of its own and return its exit code, what it said, and the heavy modules it loaded."""
    proses = subprocess.run(
        [sys.executable, "-c", NASKAH, str(ruang.root)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        env=os.environ | {LIBREOFFICE: "tidak", "PYTHONIOENCODING": "utf-8"},
    )
    *kata, akhir = proses.stdout.splitlines()
    kode, modul = json.loads(akhir)
    return kode, "\n".join(kata), [satu for satu in modul if satu.startswith(BERAT)]


def test_a_run_with_nothing_to_do_loads_nothing_heavy(contoh):
    kode, kata, modul = jalan(contoh)
    assert (kode, "tidak ada perubahan" in kata) == (0, False)
    assert {"lxml", "openpyxl", "xlsxwriter", "jinja2"} & set(modul)
    kode, kata, modul = jalan(contoh)
    assert (kode, "tidak ada perubahan" in kata) == (0, True)
    assert modul == []
