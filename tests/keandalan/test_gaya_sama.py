"""The same input gives the same bytes: whatever the hash seed, the time zone, the folder, or the order of files."""

import itertools
import shutil
from pathlib import Path

import pytest

from bantu_gaya import isi_folder, lakip, selesai
from bantu_ruang import formulir, isi
from lakip_gen.domain.periode import triwulan
from lakip_gen.storage.pdf import LIBREOFFICE
from lakip_gen.storage.workspace import Workspace

TERBALIK = """
import os, pathlib
_iterdir, _listdir = pathlib.Path.iterdir, os.listdir
pathlib.Path.iterdir = lambda diri: reversed(sorted(_iterdir(diri)))
os.listdir = lambda *isi: sorted(_listdir(*isi), reverse=True)
"""
BIASA = """
import pathlib
_iterdir = pathlib.Path.iterdir
pathlib.Path.iterdir = lambda diri: iter(sorted(_iterdir(diri)))
"""
BENIH = ("0", "20240229")
ZONA = ("WIT-9", "PST8")
FOLDER = ("a", "Ruang Kerja Kinerja é (2)/lebih dalam")
URUTAN = (BIASA, TERBALIK)


JENIS = {".docx", ".html", ".json", ".txt", ".xlsx"}


def jalankan_semua(ruang, periode, benih, zona, urutan, **lain):
    lingkungan = {"PYTHONHASHSEED": benih, "TZ": zona, **lain}
    for satu in periode:
        kode, _, galat = selesai(lakip("susun", satu, "--ruang", str(ruang), lingkungan=lingkungan, awalan=urutan))
        assert (kode, galat) == (1, "")
    return isi_folder(ruang / "output" / "2025")


def cacati(ruang):
    """Give the year findings of all levels, so that lists of them are part of what is compared."""
    isi(formulir(ruang, "BIDANG-APTIKA"), "Indikator", "I2.4", "Realisasi triwulan", "1.100")
    isi(formulir(ruang, "BIDANG-APTIKA"), "Indikator", "I2.5", "Data dukung", None)
    isi(formulir(ruang, "BIDANG-IKP"), "Indikator", "I1.3", "Realisasi triwulan", "280 konten")
    kotak = formulir(ruang, "SEKRETARIAT").parent
    shutil.copy(formulir(ruang, "SEKRETARIAT"), kotak / "a salinan.xlsx")
    (kotak / "rusak.xlsx").write_bytes(b"PK\x03\x04 rusak")


def periksa(contoh, tmp_path, periode, susunan, **lain):
    cacati(contoh)
    semua = []
    for nomor, (benih, zona, folder, urutan) in enumerate(susunan):
        ruang = tmp_path / str(nomor) / folder
        shutil.copytree(contoh.root, ruang)
        semua.append(jalankan_semua(ruang, periode, benih, zona, urutan, **lain))
    assert len(semua[0]) >= 7 * len(periode)
    assert {Path(nama).suffix for nama in semua[0]} == JENIS
    for satu in semua[1:]:
        assert satu.keys() == semua[0].keys()
        assert [nama for nama, bita in semua[0].items() if satu[nama] != bita] == []


@pytest.mark.lengkap
def test_two_surroundings_that_differ_in_everything_give_the_same_bytes(contoh, tmp_path):
    susunan = list(zip(BENIH, ZONA, FOLDER, URUTAN, strict=True))
    periksa(contoh, tmp_path, ("2025-TW1", "2025"), susunan)


@pytest.mark.lengkap
@pytest.mark.libreoffice
def test_page_numbers_from_libreoffice_are_the_same_too(contoh, tmp_path):
    susunan = list(zip(BENIH, ZONA, FOLDER, URUTAN, strict=True))
    periksa(contoh, tmp_path, ("2025",), susunan, **{LIBREOFFICE: ""})


@pytest.mark.lengkap
def test_sixteen_surroundings_give_the_same_bytes(contoh, tmp_path):
    susunan = list(itertools.product(BENIH, ZONA, FOLDER, URUTAN))
    periksa(contoh, tmp_path, ("2025-TW1", "2025-S1", "2025"), susunan)


@pytest.mark.lengkap
def test_the_sample_and_the_forms_are_the_same_too(tmp_path):
    semua = []
    for nomor, (benih, zona, folder, urutan) in enumerate(zip(BENIH, ZONA, FOLDER, URUTAN, strict=True)):
        ruang = Workspace(tmp_path / str(nomor) / folder)
        lingkungan = {"PYTHONHASHSEED": benih, "TZ": zona}
        for kata in (["contoh", str(ruang.root)], ["mulai", str(ruang.root), "--tahun", "2030"]):
            assert selesai(lakip(*kata, lingkungan=lingkungan, awalan=urutan))[0] == 0
        shutil.rmtree(ruang.inbox(triwulan(2025, 2)))
        assert selesai(lakip("bagikan", "2025-TW2", "--ruang", str(ruang.root), lingkungan=lingkungan))[0] == 0
        semua.append(isi_folder(ruang.root))
    assert semua[0].keys() == semua[1].keys()
    # what happened is written with its hour
    berbeda = [nama for nama, bita in semua[0].items() if semua[1][nama] != bita and "/jejak/" not in nama]
    assert [nama for nama in berbeda if not nama.startswith("Buka Laporan Kinerja")] == []  # it names its folder
