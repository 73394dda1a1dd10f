"""Where a year stands, from one reading: the same boards as one by one, and a page of it."""

import json
from datetime import date

import pytest

from bantu_gaya import salin
from lakip_gen.alur.halaman_status import halaman_status
from lakip_gen.alur.papan import ringkas_papan, susun_papan
from lakip_gen.alur.sahkan import Permintaan, sahkan
from lakip_gen.alur.status_tahun import nilai_tahun
from lakip_gen.contoh.instansi import isi_contoh
from lakip_gen.domain.periode import Periode
from lakip_gen.door.cli import run_command
from lakip_gen.excel.induk import write_induk
from lakip_gen.sop.bawaan import dengan_sop

pytestmark = pytest.mark.laporan_pendek

TW1, TW2, TW3 = (Periode.parse(f"2025-TW{n}") for n in (1, 2, 3))
HARI_INI = date(2025, 7, 20)


@pytest.fixture(scope="module")
def setahun(tersusun_asli, tmp_path_factory):
    """A year of which one quarter is sealed, one form is missing, and the report of the year is no longer of today."""
    tersusun = salin(tersusun_asli, tmp_path_factory.mktemp("setahun") / "ruang")
    tersusun.induk(2025).write_bytes(write_induk(dengan_sop(isi_contoh(), "pmk-way-kanan", 2025)))
    sahkan(tersusun, TW1, Permintaan())
    tersusun.form_file("BIDANG-IKP", TW2).unlink()
    return tersusun


@pytest.mark.lengkap
def test_a_year_read_once_says_of_each_period_what_its_own_board_says(setahun):
    tahun = nilai_tahun(setahun, 2025, HARI_INI)
    for periode in (TW1, TW3, Periode.parse("2025-S1")):
        sendiri = ringkas_papan(susun_papan(setahun, periode, HARI_INI))
        assert ringkas_papan(tahun.per_periode[periode]) == sendiri, periode


def test_the_page_says_who_is_missing_what_is_stale_and_how_each_indicator_stands(setahun):
    teks = halaman_status(nilai_tahun(setahun, 2025, HARI_INI)).decode()
    for bagian in (
        "23 dari 24",
        "lewat 10 hari",
        "perlu disusun lagi",
        "laporan-kinerja-2025-draf-01.docx",
        "98,05%<small>Sangat Tinggi",
        "▶ berjalan",
        "Memerintahkan staf untuk merekap data capaian kinerja",
    ):
        assert bagian in teks, bagian


def test_status_of_a_year_writes_its_page_and_tells_scripts_the_same(setahun, capsys):
    halaman = setahun.root / "output" / "2025" / "status.html"
    assert run_command(["status", "2025", "--json", "--ruang", str(setahun.root)]) == 0
    isi = json.loads(capsys.readouterr().out)
    assert isi["halaman"] == "output/2025/status.html"
    assert {"unit", "indikator", "temuan", "sop", "langkah", "sah"} <= isi.keys()
    per_periode = {satu["periode"]: satu for satu in isi["laporan"]}
    assert (len(per_periode), per_periode["2025"]["terkini"], per_periode["2025"]["draf"] is None) == (7, False, False)
    assert [satu["unit"] for satu in isi["ketepatan"] if satu["status"] == "belum"] == ["BIDANG-IKP"]
    suntingan = halaman.read_bytes() + b"<!-- catatan perencana -->"
    halaman.write_bytes(suntingan)
    assert run_command(["status", "2025", "--ruang", str(setahun.root)]) == 0
    assert "output/2025/status_baru.html" in capsys.readouterr().out
    assert halaman.read_bytes() == suntingan


def test_a_year_whose_buku_induk_is_at_fault_has_no_page(contoh):
    contoh.induk(2025).unlink()
    assert run_command(["status", "2025", "--ruang", str(contoh.root)]) == 3
    assert not (contoh.root / "output" / "2025" / "status.html").exists()
