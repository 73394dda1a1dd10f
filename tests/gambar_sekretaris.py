"""Draw the pictures of the guide for the Sekretaris from true drafts: `python tests/gambar_sekretaris.py`."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import docx
from docx.enum.text import WD_COLOR_INDEX
from docx.shared import Cm, Pt

from bantu_office import diubah
from bantu_ruang import formulir, isi
from lakip_gen.alur.contoh import tulis_contoh
from lakip_gen.alur.susun import susun
from lakip_gen.domain.periode import Periode
from lakip_gen.storage.workspace import Workspace

TUJUAN = Path(__file__).parents[1] / "src" / "lakip_gen" / "pesan" / "gambar"
TW1 = Periode.parse("2025-TW1")
TITIK = 70
"""Dots an inch."""
AWAL = "Menurut predikat"
SUNTINGAN = "Sebagian besar indikator, yaitu 18, berpredikat Sangat Tinggi berkat kerja sama seluruh bidang."


def halaman(berkas: Path, folder: Path, potong: tuple[int, int, int, int], nama: str) -> None:
    """Draw a part of a page."""
    [pdf] = diubah([berkas], folder)
    kiri, atas, lebar, tinggi = (str(satu) for satu in potong)
    letak = ["-x", kiri, "-y", atas, "-W", lebar, "-H", tinggi]
    gambar = ["-r", str(TITIK), "-png", "-singlefile", "-f", "1", *letak]
    subprocess.run(["pdftoppm", *gambar, str(pdf), str(TUJUAN / nama)], check=True)


def cari(dokumen: docx.document.Document) -> docx.text.paragraph.Paragraph:
    """Return the sentence that is edited."""
    return next(p for p in dokumen.paragraphs if p.text.startswith(AWAL))


def komentar(draf: Path, folder: Path) -> Path:
    """Return the edited sentence with its comment beside it, the way Word shows both; LibreOffice draws no comments."""
    dokumen, hasil = docx.Document(str(draf)), docx.Document()
    bagian = hasil.sections[0]
    bagian.left_margin = bagian.right_margin = bagian.top_margin = Cm(1.5)
    kiri, kanan = hasil.add_table(1, 2).rows[0].cells
    kiri.width, kanan.width = Cm(9.5), Cm(8.5)
    kiri.paragraphs[0].add_run(SUNTINGAN).font.highlight_color = WD_COLOR_INDEX.YELLOW
    satu = next(iter(dokumen.comments))
    kanan.paragraphs[0].add_run(f"Komentar {satu.author}").bold = True
    for baris in satu.text.split("\n"):
        kanan.add_paragraph().add_run(baris).font.size = Pt(9)
    letak = folder / "komentar.docx"
    hasil.save(str(letak))
    return letak


def main() -> None:
    """Draw all pictures."""
    TUJUAN.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as nama:
        folder = Path(nama)
        ruang = Workspace(folder / "ruang")
        tulis_contoh(ruang)
        pertama = susun(ruang, TW1).draf
        halaman(pertama, folder, (0, 0, 580, 190), "sekretaris-catatan")
        dokumen = docx.Document(str(pertama))
        satu = cari(dokumen)
        for run in satu.runs[1:]:
            run._r.getparent().remove(run._r)
        satu.runs[0].text = SUNTINGAN
        dokumen.save(str(pertama))
        halaman(pertama, folder, (40, 385, 510, 155), "sekretaris-suntingan")
        isi(formulir(ruang, "SEKRETARIAT"), "Indikator", "I5.4", "Realisasi triwulan ini", 60)
        isi(formulir(ruang, "SEKRETARIAT"), "Indikator", "I5.4", "Penjelasan", "Angka diperbarui menurut hasil survei.")
        kedua = susun(ruang, TW1)
        halaman(komentar(kedua.draf, folder), folder, (30, 40, 520, 150), "sekretaris-komentar")
        daftar = kedua.draf.with_name(f"{kedua.draf.stem}-perubahan.docx")
        halaman(daftar, folder, (40, 50, 500, 190), "sekretaris-perubahan")


if __name__ == "__main__":
    main()
