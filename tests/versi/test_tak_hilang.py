"""Nothing that a form asks for vanishes: every input is read, and a mark typed into it arrives in an output."""

import shutil
from dataclasses import fields
from io import BytesIO
from zipfile import BadZipFile, ZipFile

import openpyxl
import pytest

from lakip_gen.alur.susun import susun
from lakip_gen.domain.isian import IsianAksi, IsianAnggaran, IsianBulan, IsianIndikator, Pengesahan
from lakip_gen.domain.periode import setahun, triwulan
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.domain.skema.kolom import JenisKolom

TW1, TAHUNAN = triwulan(2025, 1), setahun(2025)
DITANDAI = {JenisKolom.TEKS, JenisKolom.PARAGRAF}


def isian_teks():
    """Yield each input of text as sheet and column, or sheet and item."""
    for lembar in skema.DAFTAR_LEMBAR:
        for kolom in lembar.daftar_butir or lembar.kolom_isian:
            if kolom.jenis in DITANDAI:
                yield lembar, kolom


def tanda(lembar, kolom):
    return f"TANDA{lembar.kunci}{kolom.kunci}SELESAI".replace("_", "").upper()


def tandai(berkas):
    """Type a mark of its own into the first row of every input of text."""
    buku = openpyxl.load_workbook(berkas)
    for lembar, kolom in isian_teks():
        ws = buku[lembar.nama]
        if lembar.daftar_butir:
            baris = next(sel.row for sel in ws["A"] if sel.value == kolom.kunci)
            ws.cell(baris, 3).value = tanda(lembar, kolom)
            continue
        kepala = next(sel for sel in ws[7] if str(sel.value).removesuffix(" *") == kolom.judul)
        ws.cell(8, kepala.column).value = tanda(lembar, kolom)
    buku.save(berkas)


def teks_keluaran(folder):
    """Return all that the outputs of a period say, without the return copies, which give back what was sent."""
    bagian = []
    for berkas in folder.rglob("*"):
        if not berkas.is_file() or "kembali" in berkas.parts or berkas.suffix == ".json":
            continue
        isi = berkas.read_bytes()
        try:
            with ZipFile(BytesIO(isi)) as arsip:
                bagian += [arsip.read(nama).decode("utf-8", "replace") for nama in arsip.namelist()]
        except BadZipFile:
            bagian.append(isi.decode("utf-8", "replace"))
    return " ".join(bagian)


@pytest.fixture(scope="module")
def keluaran(contoh_asli, tmp_path_factory):
    """What the reports of the first quarter and of the year say when every form of that quarter is marked."""

    akar = tmp_path_factory.mktemp("tanda") / "ruang"
    shutil.copytree(contoh_asli.root, akar)
    ruang = type(contoh_asli)(akar)
    for berkas in ruang.form_files(TW1):
        tandai(berkas)
    susun(ruang, TW1)
    susun(ruang, TAHUNAN)
    return " ".join(teks_keluaran(ruang.output(periode)) for periode in (TW1, TAHUNAN))


@pytest.mark.lengkap
def test_every_text_that_is_typed_arrives(keluaran):
    hilang = {f"{lembar.kunci}.{kolom.kunci}" for lembar, kolom in isian_teks() if tanda(lembar, kolom) not in keluaran}
    assert hilang == set()


REKAMAN = {
    "indikator": IsianIndikator,
    "rencana_aksi": IsianAksi,
    "anggaran": IsianAnggaran,
    "progres": IsianBulan,
    "pengesahan": Pengesahan,
}
DIGABUNG = {"indikator.realisasi", "indikator.pembilang", "indikator.penyebut"}
"""Inputs that are read into one value, the figure of the quarter."""


def test_every_input_is_read_into_a_field_of_its_own():
    isian = {
        f"{lembar.kunci}.{k.kunci}" for lembar in skema.DAFTAR_LEMBAR for k in lembar.daftar_butir or lembar.kolom_isian
    }
    terbaca = {f"{nama}.{satu.name}" for nama, kelas in REKAMAN.items() for satu in fields(kelas)}
    assert isian - DIGABUNG <= terbaca
