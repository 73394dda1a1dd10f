"""An outside judge: LibreOffice opens everything that the program makes."""

import shutil
import subprocess

import pytest

from lakip_gen.alur.susun import susun
from lakip_gen.domain.periode import Periode

pytestmark = pytest.mark.libreoffice


def jadikan_pdf(daftar_berkas, folder, profil):
    """Convert files to PDF in one call and return the PDFs by the name of their source."""
    kata = ["soffice", "--headless", f"-env:UserInstallation=file://{profil}", "--convert-to", "pdf", "--outdir"]
    subprocess.run([*kata, str(folder), *map(str, daftar_berkas)], check=True, capture_output=True, timeout=300)
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
