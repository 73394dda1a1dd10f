"""The repository is itself a working folder with the sample year, just as the code writes it."""

from pathlib import Path

AKAR = Path(__file__).resolve().parents[1]


def test_the_workbooks_and_templates_of_the_repository_are_what_the_code_writes(contoh_asli):
    for folder in ("workbooks", "templates"):
        ditulis = {b.relative_to(contoh_asli.root) for b in (contoh_asli.root / folder).rglob("*") if b.is_file()}
        ada = {
            b.relative_to(AKAR)
            for b in (AKAR / folder).rglob("*")
            if b.is_file() and not b.name.startswith(("~$", "."))
        }
        assert ditulis == ada, "jalankan: rm -r workbooks/2025 templates && lakip-gen contoh ."
        for nama in sorted(ditulis):
            assert (AKAR / nama).read_bytes() == (contoh_asli.root / nama).read_bytes(), nama
