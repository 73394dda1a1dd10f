"""A template that another program has saved is filled like the one that it was: no habit of a writer changes a word."""

import io
import random

import docx
import pytest

from bantu_asing import WORD
from bantu_serangan import bagian, rakit
from lakip_gen.alur.templat_contoh import laporan_contoh
from lakip_gen.domain.periode import Periode
from lakip_gen.templat_bawaan import gambar_bawaan, templat_bawaan
from lakip_gen.word.fill.render import render
from lakip_gen.word.template.library import Library
from lakip_gen.word.template.open import open_template

TW1 = Periode.parse("2025-TW1")


def teks(isi):
    """Return what a filled template says, line by line, its head and foot too."""
    templat, salah = open_template(isi, "laporan.docx", Library(pictures=gambar_bawaan()))
    assert templat is not None, salah
    jadi, daftar_temuan = render(templat, laporan_contoh(TW1))
    assert jadi is not None, [(satu.kode, satu.nilai) for satu in daftar_temuan]
    dokumen = docx.Document(io.BytesIO(jadi))
    semua = [dokumen.element, *(satu.footer._element for satu in dokumen.sections)]
    return ["".join(t.text or "" for t in p.iter("{*}t")) for satu in semua for p in satu.iter("{*}p")]


def kecil():
    """Return a template with a loop and a table."""
    dokumen = docx.Document()
    for isi in ("{{ instansi.nama }}", "{%p for sasaran in daftar_sasaran %}", "{{ sasaran.nama }}", "{%p endfor %}"):
        dokumen.add_paragraph(isi)
    dokumen.add_table(1, 1).cell(0, 0).text = "{{ periode.nama }}"
    isi = io.BytesIO()
    dokumen.save(isi)
    return isi.getvalue()


PENULIS = {satu.nama: satu for satu in WORD if satu.nama in {"awalan-lain", "arah-run", "potongan"}}


def disimpan(isi, nama):
    return rakit(PENULIS[nama].ubah(bagian(isi), random.Random(1)))  # noqa: S311 - a seed, no secret


@pytest.mark.parametrize("nama", PENULIS)
def test_a_small_template_that_another_program_saved_says_the_same(nama):
    assert teks(disimpan(kecil(), nama)) == teks(kecil())


@pytest.mark.lengkap
@pytest.mark.parametrize("templat", ["laporan-triwulan.docx", "laporan-tahunan.docx"])
@pytest.mark.parametrize("nama", PENULIS)
def test_a_default_template_that_another_program_saved_says_the_same(nama, templat):
    assert teks(disimpan(templat_bawaan()[templat], nama)) == teks(templat_bawaan()[templat])
