"""An outside judge: the Open XML SDK's own rules, on every kind of document and workbook that the program writes.

`make hakim` installs it from tests/ooxml_validator and asks it about the sample; it runs on Linux.
"""

from __future__ import annotations

import re
import shutil
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest

from bantu_hakim import cacat
from instansi import PERIODE
from lakip_gen.alur.kabupaten import LarianInstansi, susun_kabupaten_baru
from lakip_gen.alur.templat_contoh import laporan_contoh
from lakip_gen.domain.periode import Periode
from lakip_gen.door.cli import run_command
from lakip_gen.laporan.layak import kosongkan
from lakip_gen.storage.manifest import MANIFEST_NAME, read_manifest
from lakip_gen.templat_bawaan import gambar_bawaan, kertas_bawaan
from lakip_gen.word.fill.render import render
from lakip_gen.word.template.library import Library
from lakip_gen.word.template.open import open_template

AKHIRAN = {".docx", ".xlsx"}

HARUS_ADA = (
    "workbooks/induk.*xlsx",
    *(f"workbooks/TW{nomor}/formulir.xlsx" for nomor in (1, 2, 3, 4)),
    *(f"output/{nama}/laporan-kinerja-.*docx" for nama in ("TW2", "S1", "tahun")),
    "output/TW3/rekap.xlsx",
    "output/TW3/hasil-periksa.xlsx",
    ".*/perbaikan.xlsx",
    "output/TW1/bagikan/tanda-terima.xlsx",
)
"""The kinds of which a file must be among those that are judged."""

LAIN = re.compile(r"templates/|workbooks/TW[2-4]/")
"""What the quick test leaves to the long ones."""

pytestmark = pytest.mark.hakim


def jenis(berkas: Path, akar: Path) -> str:
    """Return what kind of file this is: its place and name without what only tells unit, period, and number."""
    letak = berkas.relative_to(akar)
    nama = re.sub(r"^(formulir|perbaikan)-.*(?=\.xlsx$)", r"\1", letak.name)
    return "/".join([*(bagian for bagian in letak.parent.parts if not re.fullmatch(r"\d{4}", bagian)), nama])


def wakil(akar: Path) -> dict[str, Path]:
    """Return the largest file of each kind in a working folder."""
    daftar = (berkas for berkas in akar.rglob("*") if berkas.suffix in AKHIRAN)
    return {jenis(berkas, akar): berkas for berkas in sorted(daftar, key=lambda satu: satu.stat().st_size)}


def nilai(daftar: dict[str, Path]) -> dict[str, list[str]]:
    """Return what is wrong with each file, for those with anything."""
    with ThreadPoolExecutor(2) as kolam:
        return {nama: isi for nama, isi in zip(daftar, kolam.map(cacat, daftar.values()), strict=True) if isi}


def perintah(akar: Path, *kata: str) -> int:
    return run_command([*kata, "--ruang", str(akar)])


def salah_ketik(akar: Path, triwulan: str) -> None:
    """Let one unit of a quarter have its form back, with words where a number belongs."""
    berkas = min((akar / "workbooks" / "2025" / triwulan.removeprefix("2025-")).glob("formulir-*.xlsx"))
    buku = openpyxl.load_workbook(berkas)
    lembar = buku["Indikator"]
    kolom = next(sel.column for sel in lembar[7] if str(sel.value).startswith("Realisasi triwulan ini"))
    lembar.cell(8, kolom).value = "sekitar lima"
    buku.save(berkas)
    perintah(akar, "susun", triwulan)
    berkas.unlink()  # another program wrote it


@pytest.mark.lengkap
@pytest.mark.parametrize("nama", ["kecamatan", "contoh", "dinas"])
def test_all_that_is_written_of_an_agency_is_within_the_rules(nama, instansi_uji, tmp_path, record_property):
    for periode in PERIODE:
        instansi_uji.susun(nama, periode)
    akar = tmp_path / nama
    shutil.copytree(instansi_uji.ruang[nama].root, akar)
    salah_ketik(akar, "2025-TW3")
    for triwulan in ("2025-TW1", "2025-TW4"):  # one without anything from before, one with three quarters of it
        shutil.rmtree(akar / "workbooks" / "2025" / triwulan.removeprefix("2025-"))
        perintah(akar, "bagikan", triwulan)
    daftar = wakil(akar)
    record_property(f"jenis berkas {nama} yang dinilai Open XML SDK", len(daftar))
    assert {nama for nama in HARUS_ADA if not any(re.fullmatch(nama, satu) for satu in daftar)} == set()
    assert nilai(daftar) == {}


@pytest.mark.lengkap
def test_samples_lists_and_commented_copies_of_templates_are_within_the_rules(contoh, record_property):
    perintah(contoh.root, "templat", "contoh")
    perintah(contoh.root, "templat", "variabel")
    for berkas in contoh.templates.glob("*.docx"):
        dokumen = docx.Document(str(berkas))
        dokumen.add_paragraph("{{ tidak_ada }} {% for a in b %}")
        dokumen.save(str(berkas))
    perintah(contoh.root, "templat", "periksa")
    daftar = wakil(contoh.root / "output")
    assert len(daftar) >= 9 + 3 + 1
    record_property("berkas templat yang dinilai Open XML SDK", len(daftar))
    assert nilai(daftar) == {}


def test_what_is_written_of_the_sample_is_within_the_rules(tersusun_asli, record_property):
    """One file of each kind that the program leaves of the first quarter and the year, in each run of CI."""
    daftar = {nama: berkas for nama, berkas in wakil(tersusun_asli.root).items() if not LAIN.match(nama)}
    record_property("jenis berkas contoh yang dinilai Open XML SDK", len(daftar))
    assert {"formulir.xlsx", "rekap.xlsx", "hasil-periksa.xlsx"} <= {nama.rpartition("/")[2] for nama in daftar}
    assert any(nama.endswith(".docx") for nama in daftar)
    assert nilai(daftar) == {}


def test_every_paper_of_an_sop_is_within_the_rules(tmp_path):
    for nama, isi in kertas_bawaan().items():
        templat, _ = open_template(isi, nama, Library(pictures=gambar_bawaan()))
        for ukuran, ubah in {"contoh": lambda isi: isi, "kosong": kosongkan}.items():
            jadi, _ = render(templat, ubah(laporan_contoh(Periode.parse("2025-TW1"))))
            (tmp_path / f"{ukuran}-{nama}").write_bytes(jadi)
    assert nilai({berkas.name: berkas for berkas in sorted(tmp_path.iterdir())}) == {}


def test_what_is_written_of_many_offices_is_within_the_rules(tersusun_asli, tmp_path):
    ringkasan = read_manifest(tersusun_asli.output(Periode.parse("2025-TW1")) / MANIFEST_NAME).summary
    lengkap = LarianInstansi(folder="dinas", kode_keluar=0, ringkasan=ringkasan)
    kosong = LarianInstansi(folder="badan", kode_keluar=3, halangan="Buku induk bermasalah.", ringkasan={})
    hasil = susun_kabupaten_baru(tmp_path, Periode.parse("2025-TW1"), (lengkap, kosong), date(2025, 4, 30))
    assert nilai({berkas.name: berkas for berkas in hasil.daftar_keluaran if berkas.suffix in AKHIRAN}) == {}


def test_the_judge_sees_what_is_wrong(contoh, tmp_path):
    rusak = tmp_path / "rusak.docx"
    with zipfile.ZipFile(contoh.templates / "laporan-triwulan.docx") as asal, zipfile.ZipFile(rusak, "w") as tujuan:
        for nama in asal.namelist():
            tujuan.writestr(
                nama, asal.read(nama).replace(b"<w:body>", b'<w:body><w:p><w:r><w:b w:val="x"/></w:r></w:p>')
            )
    assert len(cacat(rusak)) == 1
