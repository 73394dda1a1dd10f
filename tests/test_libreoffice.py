"""An outside judge: LibreOffice opens everything that the program makes."""

import shutil
import subprocess
from decimal import Decimal
from itertools import product

import openpyxl
import pytest

from bantu_induk import des, indikator
from bantu_office import diubah
from lakip_gen.alur.susun import susun
from lakip_gen.domain.angka_tertulis import bulatkan
from lakip_gen.domain.aturan import Aturan, RumusTurun
from lakip_gen.domain.capaian import Arah, Capaian, hitung_capaian
from lakip_gen.domain.nilai import Rentang
from lakip_gen.domain.periode import Periode
from lakip_gen.excel import formulas

pytestmark = pytest.mark.libreoffice


TANPA_BATAS = Aturan(batas_bawah=None)
TARGET = [
    (Arah.NAIK, des(2)),
    (Arah.NAIK, des(-2)),
    (Arah.TURUN, des(5)),
    (Arah.TURUN, des(-5)),
    (Arah.RENTANG, Rentang(des(-5), des(-2))),
    (Arah.RENTANG, Rentang(des(-2), des(5))),
]
REALISASI = ("-1.41", "-7", "-3", "-2", "-1", "0", "3", "9")


def banyak_halaman(pdf):
    teks = subprocess.run(["pdfinfo", str(pdf)], check=True, capture_output=True, text=True).stdout
    return int(next(baris.split()[1] for baris in teks.splitlines() if baris.startswith("Pages")))


@pytest.mark.lengkap
def test_every_workbook_and_document_of_the_sample_year_opens(contoh, tmp_path):
    for periode in ("2025-TW1", "2025-S1", "2025"):
        susun(contoh, Periode.parse(periode))
    sumber = tmp_path / "sumber"
    sumber.mkdir()
    for pola in ("*.xlsx", "*.docx"):
        for berkas in contoh.root.rglob(pola):
            shutil.copy(berkas, sumber / "-".join(berkas.relative_to(contoh.root).parts))
    daftar = sorted(sumber.iterdir())
    assert [pdf.stem for pdf in diubah(daftar, tmp_path) if not banyak_halaman(pdf)] == []


@pytest.mark.lengkap
def test_the_form_s_live_capaian_below_nol_recalculates_to_the_program_s_figure(tmp_path):
    """The formulas are written without a value, so that whatever is read back was worked out by LibreOffice."""
    semua = [(*satu, rumus, des(r)) for satu, rumus, r in product(TARGET, RumusTurun, REALISASI)]
    buku = openpyxl.Workbook()
    for baris, (arah, target, rumus, realisasi) in enumerate(semua, start=1):
        satu = indikator(arah=arah, rumus_turun=rumus, bawah_nol=True)
        buku.active.cell(baris, 1, realisasi)
        buku.active.cell(baris, 2, formulas.capaian(f"A{baris}", target, satu, TANPA_BATAS))
    buku.save(tmp_path / "rumus.xlsx")
    [hasil] = diubah([tmp_path / "rumus.xlsx"], tmp_path / "hasil", "xlsx")
    terhitung = openpyxl.load_workbook(hasil, data_only=True).active
    beda = []
    for baris, (arah, target, rumus, realisasi) in enumerate(semua, start=1):
        mesin = hitung_capaian(realisasi, target, arah, TANPA_BATAS, rumus)
        tampak = terhitung.cell(baris, 2).value
        angka = Decimal(str(tampak)) if isinstance(tampak, int | float) else None
        if angka != (bulatkan(mesin.angka, 2) if isinstance(mesin, Capaian) else None):
            beda.append((arah, target, rumus, realisasi, tampak, mesin))
    assert beda == []
    assert len(semua) == 96
