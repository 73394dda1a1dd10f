"""An outside judge: LibreOffice opens everything that the program makes."""

import shutil
import subprocess
from decimal import Decimal
from itertools import product

import openpyxl
import pytest

from bantu_induk import des, indikator
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


def ubah(daftar_berkas, folder, profil, ke):
    """Convert files in one call."""
    kata = ["soffice", "--headless", f"-env:UserInstallation=file://{profil}", "--convert-to", ke, "--outdir"]
    subprocess.run([*kata, str(folder), *map(str, daftar_berkas)], check=True, capture_output=True, timeout=300)


def jadikan_pdf(daftar_berkas, folder, profil):
    """Convert files to PDF in one call and return the PDFs by the name of their source."""
    ubah(daftar_berkas, folder, profil, "pdf")
    return {berkas.name: folder / f"{berkas.stem}.pdf" for berkas in daftar_berkas}


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
    hasil = jadikan_pdf(daftar, tmp_path, tmp_path / "profil")
    assert {nama: banyak_halaman(pdf) > 0 for nama, pdf in hasil.items()} == {b.name: True for b in daftar}


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
    ubah([tmp_path / "rumus.xlsx"], tmp_path / "hasil", tmp_path / "profil", "xlsx")
    terhitung = openpyxl.load_workbook(tmp_path / "hasil" / "rumus.xlsx", data_only=True).active
    beda = []
    for baris, (arah, target, rumus, realisasi) in enumerate(semua, start=1):
        mesin = hitung_capaian(realisasi, target, arah, TANPA_BATAS, rumus)
        tampak = terhitung.cell(baris, 2).value
        angka = Decimal(str(tampak)) if isinstance(tampak, int | float) else None
        if angka != (bulatkan(mesin.angka, 2) if isinstance(mesin, Capaian) else None):
            beda.append((arah, target, rumus, realisasi, tampak, mesin))
    assert beda == []
    assert len(semua) == 96
