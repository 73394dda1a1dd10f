"""What the workbooks ask is as it was: a cell that is owed, locked or read otherwise is never changed by accident.

`LAKIP_PERBARUI_EMAS=1 pytest tests/domain/test_emas_skema.py` writes it anew; the difference is then to be read.
Widths, examples and help are looks, and stand in the workbooks of the sample.
"""

import os
from dataclasses import MISSING, fields
from pathlib import Path

import pytest

from lakip_gen.domain.skema import formulir, induk
from lakip_gen.domain.skema.kolom import Kolom

EMAS = Path(__file__).parents[1] / "emas" / "skema"
BUKU = {"formulir": formulir, "induk": induk}
RUPA = {"kunci", "lebar", "bantuan", "contoh", "keterangan", "baris_kosong"}


def ketentuan(satu):
    """Yield what is said of a sheet, column or item, but for looks and for what is so of every one."""
    for bidang in fields(satu):
        isi, biasa = getattr(satu, bidang.name), bidang.default
        if bidang.default_factory is not MISSING:
            biasa = bidang.default_factory()
        daftar_kolom = isinstance(isi, tuple) and any(isinstance(butir, Kolom) for butir in isi)
        if bidang.name not in RUPA and isi != biasa and not daftar_kolom:
            yield f"{bidang.name}={getattr(isi, 'value', isi)}"


def tertulis(buku):
    yield f"versi {buku.VERSI}"
    for lembar in buku.DAFTAR_LEMBAR:
        yield f"{lembar.kunci}: {'; '.join(ketentuan(lembar))}"
        for nama, daftar in (("kolom", lembar.daftar_kolom), ("butir", lembar.daftar_butir)):
            yield from (f"  {nama} {satu.kunci}: {'; '.join(ketentuan(satu))}" for satu in daftar)


@pytest.mark.parametrize("nama", BUKU)
def test_a_workbook_asks_what_it_asked(nama):
    berkas = EMAS / f"{nama}.txt"
    kini = "\n".join(tertulis(BUKU[nama])) + "\n"
    if os.environ.get("LAKIP_PERBARUI_EMAS"):
        berkas.write_text(kini, encoding="utf-8", newline="\n")
    assert kini.splitlines() == berkas.read_text(encoding="utf-8").splitlines()


def test_a_header_names_the_year_that_its_values_are_of():
    lalu = Kolom("lalu", "Realisasi", tahun_lalu=2)
    assert (lalu.judul_pada(2025), lalu.judul_pada(None)) == ("Realisasi (2023)", "Realisasi")
    assert Kolom("kini", "Realisasi").judul_pada(2025) == "Realisasi"
