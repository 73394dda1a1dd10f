"""An outside judge: the Open XML SDK's own rules, on every kind of document and workbook that the program writes.

`make hakim` installs it from tests/ooxml_validator and asks it about the sample; it runs on Linux.
"""

from __future__ import annotations

import shutil
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from bantu_hakim import cacat
from bantu_jenis import AKHIRAN, JENIS, Pengumpul, hidupi, perintah, rusak
from instansi import daftar_instansi
from instansi_dinas import DINAS
from instansi_kecamatan import KECAMATAN
from lakip_gen.alur.kabupaten import LarianInstansi, susun_kabupaten_baru
from lakip_gen.alur.templat_contoh import laporan_contoh
from lakip_gen.contoh.instansi import isi_contoh
from lakip_gen.domain.periode import Periode
from lakip_gen.laporan.layak import kosongkan
from lakip_gen.storage.manifest import MANIFEST_NAME, read_manifest
from lakip_gen.templat_bawaan import gambar_bawaan, kertas_bawaan
from lakip_gen.word.fill.render import render
from lakip_gen.word.template.library import Library
from lakip_gen.word.template.open import open_template

pytestmark = pytest.mark.hakim


VERSI_LAMA = Path(__file__).parents[1] / "versi" / "1"
INSTANSI = {"kecamatan": lambda: KECAMATAN.induk, "contoh": isi_contoh, "dinas": lambda: DINAS.induk}


def nilai(daftar: dict[str, Path]) -> dict[str, list[str]]:
    """Return what is wrong with each file, for those with anything."""
    with ThreadPoolExecutor(2) as kolam:
        return {nama: isi for nama, isi in zip(daftar, kolam.map(cacat, daftar.values()), strict=True) if isi}


@pytest.mark.parametrize(
    "nama", [pytest.param(nama, marks=() if nama == "contoh" else pytest.mark.lengkap) for nama in INSTANSI]
)
def test_every_kind_of_file_that_an_agency_ever_gets_is_within_the_rules(nama, instansi_uji, tmp_path, record_property):
    """A whole life of an agency; of the sample one file of each kind is judged, of the others every file."""
    if nama not in instansi_uji.ruang:
        instansi_uji.ruang[nama] = daftar_instansi()[nama](instansi_uji.folder(nama))
    shutil.copytree(instansi_uji.ruang[nama].root, tmp_path / "hidup" / "ruang")
    kumpul = Pengumpul(tmp_path / "dinilai")
    hidupi(tmp_path / "hidup" / "ruang", INSTANSI[nama](), kumpul, VERSI_LAMA)
    assert (kumpul.tanpa_jenis, kumpul.tanpa_berkas) == ((), ())
    daftar = kumpul.wakil if nama == "contoh" else kumpul.daftar
    record_property(f"berkas {nama} yang dinilai Open XML SDK, dan jenisnya", f"{len(daftar)}, {len(JENIS)}")
    assert nilai(daftar) == {}


@pytest.mark.lengkap
def test_samples_and_commented_copies_of_every_report_are_within_the_rules(contoh, record_property):
    for berkas in contoh.templates.glob("laporan-*.docx"):
        perintah(contoh.root, "templat", "contoh", str(berkas))
        rusak(berkas)
        perintah(contoh.root, "templat", "periksa", str(berkas))
    daftar = {berkas.name: berkas for berkas in (contoh.root / "output" / "templat").glob("*.docx")}
    record_property("berkas templat yang dinilai Open XML SDK", len(daftar))
    assert len(daftar) == 3 * (3 + 1)
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
