"""Speed as ratios within one run, because machines are noisy: `make bench`.

Each line is a median of several runs beside the yardstick it is measured with, and the ratio of the two.
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, fields
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
from docxtpl import DocxTemplate
from jinja2 import Environment

from instansi import daftar_instansi
from lakip_gen.alur.baca import baca_induk, baca_satu
from lakip_gen.alur.contoh import tulis_contoh
from lakip_gen.alur.periksa import periksa_periode, rekap_hasil
from lakip_gen.domain.laporan import Kumpulan
from lakip_gen.domain.periode import setahun, triwulan
from lakip_gen.pdf import PETUNJUK
from lakip_gen.report.susun import susun_pandangan
from lakip_gen.ruang import Ruang
from lakip_gen.word.bawaan import gambar_bawaan, templat_bawaan
from lakip_gen.word.pustaka import Pustaka
from lakip_gen.word.render import render
from lakip_gen.word.templat import buka_templat

ULANG = 7
KOLOM = 6


@dataclass(frozen=True, slots=True)
class Baris:
    """One row of a measured table."""

    a: str
    b: str
    c: str
    d: str
    e: str
    f: str


@dataclass(frozen=True, slots=True)
class Tabel:
    """One measured table."""

    nama: str
    daftar_baris: tuple[Baris, ...]


@dataclass(frozen=True, slots=True)
class Isi:
    """What the measured template prints."""

    daftar_tabel: tuple[Tabel, ...]


def median(kerja: Callable[[], object], ulang: int = ULANG) -> float:
    """Return the median of the seconds a piece of work takes, after one run that is not counted."""
    kerja()
    daftar = []
    for _ in range(ulang):
        mulai = time.perf_counter()
        kerja()
        daftar.append(time.perf_counter() - mulai)
    return statistics.median(daftar)


def catat(nama: str, kami: float, tolok: str, lain: float, sasaran: str) -> None:
    """Print one ratio."""
    print(f"{nama:<44} {kami * 1000:9.1f} ms   {tolok:<34} {lain * 1000:9.1f} ms   {kami / lain:6.2f} x   {sasaran}")


def proses(*kata: str, folder: Path | None = None) -> Callable[[], object]:
    """Return a whole process as a piece of work."""
    return lambda: subprocess.run([sys.executable, *kata], cwd=folder, capture_output=True, check=True)


def ukur_mulai() -> None:
    """Measure how long the program takes to say how it is used."""
    kosong = median(proses("-c", "pass"))
    catat("lakip-gen --help", median(proses("-m", "lakip_gen", "--help")), "python -c pass", kosong, "<= 4 x")


def ukur_susun(akar: Path) -> None:
    """Measure a whole cold annual run, and one with nothing to do."""
    ruang = Ruang(akar)
    daftar = sorted(akar.glob("workbooks/2025/**/*.xlsx"))
    polos = median(lambda: [baca_polos(berkas) for berkas in daftar], 3)

    def dingin() -> None:
        shutil.rmtree(akar / "output", ignore_errors=True)
        proses("-m", "lakip_gen", "susun", "2025", folder=akar)()

    catat("susun 2025, dingin, 24 formulir", median(dingin, 3), "openpyxl read-only, berkas yang sama", polos, "<= 2 s")
    tetap = median(proses("-m", "lakip_gen", "susun", "2025", folder=akar), 3)
    catat("susun 2025, tidak berubah", tetap, "susun 2025, dingin", median(dingin, 3), "<= 0,5 s")
    puncak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{'memori puncak proses terbesar':<44} {puncak:9.1f} MB   ({ruang.akar.name})")


def baca_polos(berkas: Path) -> int:
    """Read every cell of a workbook the plain way."""
    buku = openpyxl.load_workbook(berkas, read_only=True)
    return sum(sel.value is not None for lembar in buku for baris in lembar.iter_rows() for sel in baris)


def ukur_baca(akar: Path) -> None:
    """Measure reading and checking one form beside plain reading."""
    ruang = Ruang(akar)
    induk, _ = baca_induk(ruang, 2025)
    if induk is None:
        raise SystemExit("buku induk contoh tidak terbaca")
    berkas = ruang.kotak_masuk(triwulan(2025, 1)) / "formulir-bidang-aptika-2025-TW1.xlsx"

    def kami() -> object:
        return baca_satu(berkas, berkas.name, induk, triwulan(2025, 1), Kumpulan({}))

    catat(
        "baca dan periksa satu formulir",
        median(kami, 15),
        "openpyxl read-only",
        median(lambda: baca_polos(berkas), 15),
        "<= 1,3 x",
    )


def templat(banyak_tabel: int) -> bytes:
    """Return a template with tables whose rows repeat."""
    dokumen = docx.Document()
    for nomor in range(banyak_tabel):
        dokumen.add_paragraph("{{ daftar_tabel[%d].nama }}" % nomor)
        tabel = dokumen.add_table(rows=3, cols=KOLOM)
        tabel.cell(0, 0).text = "{%%tr for baris in daftar_tabel[%d].daftar_baris %%}" % nomor
        for letak, nama in enumerate("abcdef"):
            tabel.cell(1, letak).text = "{{ baris.%s }}" % nama
        tabel.cell(2, 0).text = "{%tr endfor %}"
    hasil = BytesIO()
    dokumen.save(hasil)
    return hasil.getvalue()


def isi(banyak_tabel: int, banyak_baris: int) -> Isi:
    """Return data for the template."""
    baris = tuple(
        Baris(f"{n}", f"Indikator {n} & <uji>", "85,50", "86,10", "100,70", "Sangat Tinggi")
        for n in range(banyak_baris)
    )
    return Isi(tuple(Tabel(f"Tabel {n}", baris) for n in range(banyak_tabel)))


def ukur_word(banyak_tabel: int, banyak_baris: int, ulang: int) -> float:
    """Measure rendering a document beside bare Jinja and docxtpl; return our seconds."""
    berkas, data = templat(banyak_tabel), isi(banyak_tabel, banyak_baris)
    lain = DocxTemplate(BytesIO(berkas))
    lain.init_docx()
    xml = lain.patch_xml(lain.get_xml())
    konteks = {"daftar_tabel": data.daftar_tabel}

    def kami() -> None:
        terbuka, _ = buka_templat(berkas, "bench.docx")
        if terbuka is None or render(terbuka, data)[0] is None:
            raise SystemExit("templat bench tidak dapat dipakai")

    def jinja() -> None:
        Environment(autoescape=True).from_string(xml).render(konteks)

    def docxtpl() -> None:
        dokumen = DocxTemplate(BytesIO(berkas))
        dokumen.render(dict(konteks), autoescape=True)
        dokumen.save(BytesIO())

    kita = median(kami, ulang)
    nama = f"Word, {banyak_tabel} tabel x {banyak_baris} baris"
    catat(nama, kita, "Jinja saja atas XML yang sama", median(jinja, ulang), "<= 2 x")
    catat(nama, kita, "docxtpl", median(docxtpl, ulang), "<= 0,33 x")
    return kita


def tanpa_grafik(berkas: bytes) -> bytes:
    """Return a template without the tags of charts, which bare Jinja cannot draw."""
    dokumen = docx.Document(BytesIO(berkas))
    for paragraf in dokumen.paragraphs:
        if paragraf.text.lstrip().startswith("{{p "):
            paragraf.clear()
    hasil = BytesIO()
    dokumen.save(hasil)
    return hasil.getvalue()


def ukur_tahunan(nama: str, ruang: Ruang) -> tuple[float, int]:
    """Measure the annual report of an agency beside bare Jinja; return our seconds and the number of table rows."""
    periode = setahun(2025)
    rekap = rekap_hasil(periksa_periode(ruang, periode))
    if rekap is None:
        raise SystemExit("instansi bench tidak dapat direkap")
    pandangan = susun_pandangan(rekap)
    konteks = {satu.name: getattr(pandangan, satu.name) for satu in fields(pandangan)}
    berkas = templat_bawaan()["laporan-tahunan.docx"]
    polos = tanpa_grafik(berkas)
    lain = DocxTemplate(BytesIO(polos))
    lain.init_docx()
    xml = lain.patch_xml(lain.get_xml())

    def kami(isi: bytes) -> bytes:
        terbuka, _ = buka_templat(isi, "bench.docx", Pustaka(daftar_gambar=gambar_bawaan()))
        jadi = render(terbuka, pandangan)[0] if terbuka else None
        if jadi is None:
            raise SystemExit("templat bench tidak dapat dipakai")
        return jadi

    def jinja() -> None:
        Environment(autoescape=True).from_string(xml).render(konteks)

    def docxtpl() -> None:
        dokumen = DocxTemplate(BytesIO(polos))
        dokumen.render(dict(konteks), autoescape=True)
        dokumen.save(BytesIO())

    kita, bare = median(lambda: kami(polos), 5), median(jinja, 5)
    judul = f"laporan tahunan {nama}"
    catat(f"{judul}, tanpa grafik", kita, "Jinja saja atas XML yang sama", bare, "<= 2 x")
    catat(f"{judul}, tanpa grafik", kita, "docxtpl", median(docxtpl, 5), "<= 0,33 x")
    catat(f"{judul}, dengan grafik", median(lambda: kami(berkas), 5), "tanpa grafik", kita, "")
    return kita, sum(len(tabel.rows) for tabel in docx.Document(BytesIO(kami(polos))).tables)


def main() -> None:
    """Measure everything and print the ratios; the contents get no page numbers, which would measure LibreOffice."""
    os.environ[PETUNJUK] = "tidak"
    ukur_mulai()
    with tempfile.TemporaryDirectory() as folder:
        akar = Path(folder)
        tulis_contoh(Ruang(akar))
        ukur_baca(akar)
        ukur_susun(akar)
    ukur_word(20, 60, 5)
    seribu = ukur_word(1, 1000, 3)
    lima_ribu = ukur_word(1, 5000, 3)
    catat("Word, tabel 5.000 baris", lima_ribu, "Word, tabel 1.000 baris", seribu, "<= 6 x")
    with tempfile.TemporaryDirectory() as folder:
        buat = daftar_instansi()
        sedang, baris_sedang = ukur_tahunan("31 indikator", buat["contoh"](Path(folder) / "sedang"))
        besar, baris_besar = ukur_tahunan("120 indikator", buat["dinas"](Path(folder) / "besar"))
    banyak = f"sebanding baris tabel: {baris_besar / baris_sedang:.2f} x"
    catat("laporan tahunan 120 indikator", besar, "laporan tahunan 31 indikator", sedang, banyak)


if __name__ == "__main__":
    main()
