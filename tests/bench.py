"""Speed as ratios within one run, because machines are noisy: `make bench`.

Each line is a median of several runs beside the yardstick it is measured with, and the ratio of the two. What is
counted is processor time, and both take turns: what else the machine does slows them alike and lengthens neither.
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, fields
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docxtpl import DocxTemplate
from jinja2 import Environment

from bantu_putus import BACA, Pengintai, mendengar
from bantu_ruang import baca_induk, baca_satu
from instansi import daftar_instansi
from lakip_gen.alur.contoh import tulis_contoh
from lakip_gen.alur.draf import Draf, Silsilah, isi_draf
from lakip_gen.alur.periksa import periksa_periode, rekap_hasil
from lakip_gen.alur.suntingan import DrafAda, Lanjutan, pilih_lanjutan
from lakip_gen.alur.susun import susun
from lakip_gen.domain.isian import Kumpulan
from lakip_gen.domain.periode import setahun, triwulan
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.excel.reader.read import baca_buku
from lakip_gen.laporan.pandangan import LaporanPandangan
from lakip_gen.laporan.susun import susun_pandangan
from lakip_gen.storage.pdf import LIBREOFFICE
from lakip_gen.storage.workspace import Workspace
from lakip_gen.templat_bawaan import gambar_bawaan, templat_bawaan
from lakip_gen.word.carry.base import Base, read_base
from lakip_gen.word.fill.render import render
from lakip_gen.word.package.opc import open_docx
from lakip_gen.word.template.library import Library
from lakip_gen.word.template.open import WordTemplate, open_template

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


def detik() -> float:
    """Return the processor time that this process and those it waited for have taken."""
    daftar = [resource.getrusage(siapa) for siapa in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(satu.ru_utime + satu.ru_stime for satu in daftar)


def medians(*daftar_kerja: Callable[[], object], ulang: int = ULANG) -> list[float]:
    """Return the median seconds of each piece of work; they take turns, after one round that is not counted."""
    daftar: list[list[float]] = [[] for _ in daftar_kerja]
    for putaran in range(ulang + 1):
        for waktu, kerja in zip(daftar, daftar_kerja, strict=True):
            mulai = detik()
            kerja()
            if putaran:
                waktu.append(detik() - mulai)
    return [statistics.median(waktu) for waktu in daftar]


def catat(nama: str, kami: float, tolok: str, lain: float, sasaran: str) -> None:
    """Print one ratio."""
    print(f"{nama:<44} {kami * 1000:9.1f} ms   {tolok:<34} {lain * 1000:9.1f} ms   {kami / lain:6.2f} x   {sasaran}")


def proses(*kata: str, folder: Path | None = None) -> Callable[[], object]:
    """Return a whole process as a piece of work."""
    return lambda: subprocess.run([sys.executable, *kata], cwd=folder, capture_output=True, check=True)


def ukur_mulai() -> None:
    """Measure how long the program takes to say how it is used."""
    perintah = str(Path(sys.executable).with_name("lakip-gen"))
    bantuan, kosong, click = medians(
        proses(perintah, "--help"), proses("-c", "pass"), proses("-c", "import click"), ulang=15
    )
    catat("lakip-gen --help", bantuan, "python -c pass", kosong, "<= 4 x")
    catat("lakip-gen --help", bantuan, "python -c 'import click'", click, "")


def ukur_susun(akar: Path) -> None:
    """Measure a whole cold annual run, and one with nothing to do, beside a bare read of the same 24 forms."""
    daftar = sorted(akar.glob("workbooks/2025/TW?/*.xlsx"))

    def dingin() -> None:
        shutil.rmtree(akar / "output", ignore_errors=True)
        tetap()

    def polos() -> None:
        for berkas in daftar:
            baca_polos(berkas)

    tetap = proses("-m", "lakip_gen", "susun", "2025", folder=akar)
    lama, ulangan, lain = medians(dingin, tetap, polos, ulang=3)
    catat("susun 2025, dingin, 24 formulir", lama, "openpyxl read-only, 24 formulir itu", lain, "<= 1,5 x")
    catat("susun 2025, tidak berubah", ulangan, "openpyxl read-only, 24 formulir itu", lain, "")
    catat("susun 2025, tidak berubah", ulangan, "susun 2025, dingin", lama, "<= 0,12 x")
    puncak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{'memori puncak proses terbesar':<44} {puncak:9.1f} MB   ({akar.name})")
    shutil.rmtree(akar / "output")
    dibaca = hitung_bacaan(akar)
    print(f"{'berkas dibaca, susun 2025 dingin':<44} {dibaca.total():>9} kali  ({len(dibaca)} berkas)")


def hitung_bacaan(akar: Path) -> Counter[Path]:
    """Return how often a cold annual run opens each of its inputs."""
    masukan = (akar / "workbooks", akar / "templates")

    def masuk(jenis: str, letak: Path) -> bool:
        return jenis == BACA and any(letak.is_relative_to(folder) for folder in masukan)

    hitung: Counter[Path] = Counter()
    with mendengar(Pengintai(akar, lambda jenis, letak: masuk(jenis, letak) and not hitung.update([letak]))):
        susun(Workspace(akar), setahun(2025))
    return hitung


def baca_polos(berkas: Path) -> int:
    """Read every cell of a workbook the plain way."""
    buku = openpyxl.load_workbook(berkas, read_only=True)
    return sum(sel.value is not None for lembar in buku for baris in lembar.iter_rows() for sel in baris)


def ukur_baca(akar: Path) -> None:
    """Measure reading and checking one form beside plain reading."""
    ruang = Workspace(akar)
    induk, _ = baca_induk(ruang, 2025)
    if induk is None:
        raise SystemExit("buku induk contoh tidak terbaca")
    berkas = ruang.inbox(triwulan(2025, 1)) / "formulir-bidang-aptika-2025-TW1.xlsx"

    def baca() -> object:
        return baca_buku(berkas.read_bytes(), berkas.name, skema.DAFTAR_LEMBAR)

    def periksa() -> object:
        return baca_satu(berkas, induk, triwulan(2025, 1), Kumpulan({}))

    dibaca, diperiksa, polos = medians(baca, periksa, lambda: baca_polos(berkas), ulang=25)
    catat("baca satu formulir", dibaca, "openpyxl read-only", polos, "<= 0,2 x")
    catat("baca dan periksa satu formulir", diperiksa, "openpyxl read-only", polos, "<= 0,4 x")


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
        terbuka, _ = open_template(berkas, "bench.docx")
        if terbuka is None or render(terbuka, data)[0] is None:
            raise SystemExit("templat bench tidak dapat dipakai")

    def jinja() -> None:
        Environment(autoescape=True).from_string(xml).render(konteks)

    def docxtpl() -> None:
        dokumen = DocxTemplate(BytesIO(berkas))
        dokumen.render(dict(konteks), autoescape=True)
        dokumen.save(BytesIO())

    kita, bare, tpl = medians(kami, jinja, docxtpl, ulang=ulang)
    nama = f"Word, {banyak_tabel} tabel x {banyak_baris} baris"
    catat(nama, kita, "Jinja saja atas XML yang sama", bare, "<= 2 x")
    catat(nama, kita, "docxtpl", tpl, "<= 0,33 x")
    return kita


def tanpa_grafik(berkas: bytes) -> bytes:
    """Return a template without the tags of charts and pictures, which bare Jinja cannot draw."""
    dokumen = docx.Document(BytesIO(berkas))
    for unsur in dokumen.element.body.iter(qn("w:p")):
        paragraf = Paragraph(unsur, dokumen)
        if paragraf.text.lstrip().startswith("{{p "):
            paragraf.clear()
    for gambar in dokumen.element.body.iter(qn("wp:docPr")):
        gambar.set("descr", "")
    hasil = BytesIO()
    dokumen.save(hasil)
    return hasil.getvalue()


def ukur_tahunan(nama: str, ruang: Workspace) -> tuple[float, int]:
    """Measure the annual report of an agency beside bare Jinja; return our seconds and the number of table rows."""
    periode = setahun(2025)
    rekap = rekap_hasil(periksa_periode(ruang, periode))
    if rekap is None:
        raise SystemExit("instansi bench tidak dapat direkap")
    pandangan = susun_pandangan(rekap)
    konteks = {"gambar": {"logo": ""}} | {satu.name: getattr(pandangan, satu.name) for satu in fields(pandangan)}
    berkas = templat_bawaan()["laporan-tahunan.docx"]
    polos = tanpa_grafik(berkas)
    lain = DocxTemplate(BytesIO(polos))
    lain.init_docx()
    xml = lain.patch_xml(lain.get_xml())

    def buka(isi: bytes) -> WordTemplate:
        terbuka, _ = open_template(isi, "bench.docx", Library(pictures=gambar_bawaan()))
        if terbuka is None:
            raise SystemExit("templat bench tidak dapat dipakai")
        return terbuka

    def kami(isi: bytes) -> bytes:
        jadi, daftar_temuan = render(buka(isi), pandangan)
        if jadi is None:
            raise SystemExit(f"templat bench tidak dapat dipakai: {daftar_temuan}")
        return jadi

    def jinja() -> None:
        Environment(autoescape=True).from_string(xml).render(konteks)

    def docxtpl() -> None:
        dokumen = DocxTemplate(BytesIO(polos))
        dokumen.render(dict(konteks), autoescape=True)
        dokumen.save(BytesIO())

    kita, membuka, bergrafik, bare, tpl = medians(
        lambda: kami(polos), lambda: buka(polos), lambda: kami(berkas), jinja, docxtpl, ulang=5
    )
    judul = f"laporan tahunan {nama}"
    catat(f"{judul}, tanpa grafik", kita, "Jinja saja atas XML yang sama", bare, "<= 2 x")
    catat(f"{judul}, tanpa grafik", kita, "docxtpl", tpl, "<= 0,33 x")
    catat(f"{judul}, dengan grafik", bergrafik, "tanpa grafik", kita, "")
    catat(f"{judul}, membuka templat saja", membuka, "tanpa grafik", kita, "")
    return kita, sum(len(tabel.rows) for tabel in docx.Document(BytesIO(kami(polos))).tables)


def sunting(isi: bytes, banyak: int) -> bytes:
    """Return a draft in which somebody has added words to so many of its paragraphs."""
    dokumen, hasil = docx.Document(BytesIO(isi)), BytesIO()
    berisi = [satu for satu in dokumen.paragraphs if len(satu.text.split()) > KOLOM]
    for satu in berisi[:: max(len(berisi) // banyak, 1)][:banyak]:
        satu.add_run(" Disunting.")
    dokumen.save(hasil)
    return hasil.getvalue()


def ukur_dibawa(nama: str, ruang: Workspace, banyak: int) -> None:
    """Measure an annual draft that carries edits, after a unit has sent its last form, beside a plain one."""
    periode, berkas = setahun(2025), ruang.form_files(triwulan(2025, 4))[0]
    simpanan = berkas.read_bytes()
    daftar = []
    for ada in (False, True):
        berkas.write_bytes(simpanan) if ada else berkas.unlink()
        rekap = rekap_hasil(periksa_periode(ruang, periode))
        if rekap is None:
            raise SystemExit("instansi bench tidak dapat direkap")
        daftar.append(susun_pandangan(rekap))
    dasar = Base(stem="laporan", number=1)

    def jadi(pandangan: LaporanPandangan, lanjutan: Lanjutan) -> Draf:
        templat, _ = open_template(
            templat_bawaan()["laporan-tahunan.docx"], "bench.docx", Library(pictures=gambar_bawaan())
        )
        if templat is None:
            raise SystemExit("templat bench tidak dapat dipakai")
        return isi_draf(templat, pandangan, Silsilah(dasar, lanjutan, {}))

    disunting = sunting(jadi(daftar[0], Lanjutan()).isi or b"", banyak)

    def dibawa() -> Draf:
        bagian, _ = open_docx(disunting)
        draf = DrafAda(
            berkas=berkas,
            isi=disunting,
            sidik="",
            bagian=bagian or {},
            dasar=read_base(bagian or {}),
            nomor=1,
            bernama=True,
            utuh=False,
        )
        return jadi(daftar[1], pilih_lanjutan([draf]))

    hasil = dibawa().dibawa
    kita, polos = medians(dibawa, lambda: jadi(daftar[1], Lanjutan()), ulang=3)
    rincian = f"{hasil.blok_disunting} disunting, {hasil.blok_diperbarui} diperbarui" if hasil else "tidak ada"
    catat(f"draf {nama} dibawa ({rincian})", kita, "draf polos", polos, "<= 2 x")


def main() -> None:
    """Measure everything and print the ratios; the contents get no page numbers, which would measure LibreOffice."""
    os.environ[LIBREOFFICE] = "tidak"
    ukur_mulai()
    with tempfile.TemporaryDirectory() as folder:
        akar = Path(folder)
        tulis_contoh(Workspace(akar))
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
        ukur_dibawa("120 indikator", buat["dinas"](Path(folder) / "dibawa"), 200)
    banyak = f"sebanding baris tabel: {baris_besar / baris_sedang:.2f} x"
    catat("laporan tahunan 120 indikator", besar, "laporan tahunan 31 indikator", sedang, banyak)


if __name__ == "__main__":
    main()
