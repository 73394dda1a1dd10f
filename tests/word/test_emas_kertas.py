"""The papers of the sample office as lines of text, each from its own template.

`LAKIP_PERBARUI_EMAS=1 pytest tests/word/test_emas_kertas.py` writes them anew; the difference is then to be read.
"""

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from test_emas import baris_emas

from bantu_pandangan import JANGGAL, laporan, laporan_besar, laporan_kecil
from lakip_gen.alur.draf import isi_draf
from lakip_gen.alur.templat_contoh import laporan_contoh
from lakip_gen.domain.periode import triwulan
from lakip_gen.laporan.pandangan import LaporanPandangan
from lakip_gen.laporan.pandangan_angka import Angka
from lakip_gen.sop.kertas import DAFTAR_KERTAS
from lakip_gen.templat_bawaan import gambar_bawaan, kertas_bawaan
from lakip_gen.templat_bawaan.halaman import Ukuran
from lakip_gen.word.fill.render import render
from lakip_gen.word.inspect.check import check_template
from lakip_gen.word.template.library import Library
from lakip_gen.word.template.open import open_template

EMAS = Path(__file__).resolve().parents[1] / "emas" / "kertas"
BERKAS = kertas_bawaan()
NAMA = tuple(BERKAS)
SIDIK = re.compile(r"\b(?=[0-9a-f]*[a-f])[0-9a-f]{8}\b")
"""The first digits of a form's fingerprint, which any change of the form changes."""
LAYAK = {"biasa": laporan, "kecil": laporan_kecil, "besar": laporan_besar}


def templat(nama):
    terbuka, daftar_temuan = open_template(BERKAS[nama], nama, Library(pictures=gambar_bawaan()))
    assert daftar_temuan == ()
    return terbuka


@pytest.mark.parametrize("nama", NAMA)
def test_the_paper_is_as_it_was(nama):
    berkas = EMAS / nama.replace(".docx", ".txt")
    jadi = isi_draf(templat(nama), laporan_contoh(triwulan(2025, 1)))
    assert jadi.daftar_temuan == ()
    kini = SIDIK.sub("<sidik>", "\n".join(baris_emas(jadi.isi)) + "\n")
    if os.environ.get("LAKIP_PERBARUI_EMAS"):
        berkas.parent.mkdir(exist_ok=True)
        berkas.write_text(kini, encoding="utf-8", newline="\n")
    assert kini.splitlines() == berkas.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("nama", NAMA)
def test_inspection_finds_nothing(nama):
    assert check_template(templat(nama), LaporanPandangan) == ()


@pytest.mark.one_in(9)
@pytest.mark.parametrize(("nama", "layak"), [(nama, layak) for layak in LAYAK for nama in NAMA])
def test_no_tag_is_left_whatever_the_paper_holds(nama, layak):
    isi, daftar_temuan = render(templat(nama), LAYAK[layak]())
    assert daftar_temuan == ()
    tercetak = "\n".join(baris_emas(isi)).replace(" ".join(JANGGAL.split()), "")
    assert not re.search(r"\{[{%#]|[}%#]\}", tercetak)


def test_every_paper_has_its_template_and_every_template_its_paper():
    assert {f"{satu.nama_templat}.docx" for satu in DAFTAR_KERTAS} == set(NAMA)


@pytest.mark.lengkap
def test_templates_are_the_same_bytes_every_time_and_come_on_f4_too():
    assert kertas_bawaan.__wrapped__()["disposisi.docx"] == BERKAS["disposisi.docx"]
    assert kertas_bawaan(Ukuran.F4)["disposisi.docx"] != BERKAS["disposisi.docx"]


def test_no_paper_speaks_of_the_program():
    kata = re.compile(r"lakip-gen|templat|manifest|hash", re.IGNORECASE)
    for nama in NAMA:
        isi, _ = render(templat(nama), laporan_contoh(triwulan(2025, 1)))
        assert [baris for baris in baris_emas(isi) if kata.search(baris)] == [], nama


@pytest.mark.parametrize("definisi", ["Desa yang kantornya tersambung pada akhir tahun.", ""], ids=["written", "not"])
def test_the_main_indicators_say_what_they_count_where_it_is_written(definisi):
    awal = laporan()
    satu = replace(awal.daftar_sasaran[0].daftar_indikator[0], adalah_utama=True, definisi=definisi)
    pandangan = replace(awal, daftar_sasaran=(replace(awal.daftar_sasaran[0], daftar_indikator=(satu,)),))
    isi, _ = render(templat("indikator-kinerja-utama.docx"), pandangan)
    [sel] = [baris for baris in baris_emas(isi) if satu.nama in baris]
    assert f"| {satu.nama}{definisi} |" in sel


@pytest.mark.parametrize(
    ("putusan", "kotak"),
    [
        ({"disetujui": True}, ("☑ Disetujui", "☐ Dikembalikan")),
        ({"dikembalikan": True}, ("☐ Disetujui", "☑ Dikembalikan")),
        ({}, ("☐ Disetujui", "☐ Dikembalikan")),
    ],
    ids=["agreed to", "sent back", "not decided"],
)
def test_the_sheet_of_consent_ticks_what_was_decided(putusan, kotak):
    awal = laporan()
    kertas = replace(awal.kertas, **{"disetujui": False, "dikembalikan": False} | putusan)
    isi, _ = render(templat("rekapitulasi.docx"), replace(awal, kertas=kertas))
    [baris] = [baris for baris in baris_emas(isi) if "Disetujui" in baris]
    assert [satu for satu in kotak if satu not in baris] == []


@pytest.mark.parametrize("nama", ["rekapitulasi.docx", "pengesahan.docx"])
def test_a_mean_is_not_spoken_of_where_nothing_can_be_assessed(nama):
    awal, tiada = laporan(), Angka("–")
    daftar_sasaran = tuple(replace(satu, rerata=tiada) for satu in awal.daftar_sasaran)
    pandangan = replace(awal, ringkasan=replace(awal.ringkasan, rerata=tiada), daftar_sasaran=daftar_sasaran)
    isi, _ = render(templat(nama), pandangan)
    assert [baris for baris in baris_emas(isi) if "rata-rata capaian" in baris.casefold()] == []
