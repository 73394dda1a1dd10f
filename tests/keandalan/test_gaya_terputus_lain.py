"""The recap of a month is cut off at any step as well: the next run makes it whole."""

import shutil

import pytest

from bantu_gaya import isi_folder, salin
from bantu_putus import Pemutus, terpasang
from lakip_gen.door.cli import run_command


def jalan(ruang):
    return run_command(["susun", "2025-B02", "--ruang", str(ruang.root)])


def hasil(ruang):
    """Return all that stands in the working folder, but for the manifest, which also says what a run found there."""
    return isi_folder(ruang.root, kecuali=["manifest.json"])


@pytest.fixture
def lurus(contoh_asli, tmp_path):
    """What an undisturbed run makes, and how many steps it takes."""
    ruang = salin(contoh_asli, tmp_path / "lurus")
    with terpasang(Pemutus(ruang.root)) as pemutus:
        kode = jalan(ruang)
    return kode, len(pemutus.panggilan), hasil(ruang)


def uji(contoh_asli, tmp_path, lurus, daftar_titik, daftar_cara):
    kode, _, utuh = lurus
    for saat in daftar_titik:
        for cara in daftar_cara:
            ruang = salin(contoh_asli, tmp_path / f"{cara}-{saat}")
            asal = hasil(ruang)
            with terpasang(Pemutus(ruang.root, saat, cara)):
                assert jalan(ruang) in {kode, 4, 130}, (saat, cara)
            berdiri = {n: bita for n, bita in hasil(ruang).items() if ".lakip-" not in n}
            assert {n: bita for n, bita in berdiri.items() if bita != utuh.get(n)} == {}, (saat, cara)
            assert asal.items() <= berdiri.items()
            assert jalan(ruang) == kode
            assert hasil(ruang) == utuh, (saat, cara)
            shutil.rmtree(ruang.root)


def test_it_may_be_cut_off_in_the_middle(contoh_asli, tmp_path, lurus):
    uji(contoh_asli, tmp_path, lurus, (1 + lurus[1] // 2,), ("dihentikan",))


@pytest.mark.lengkap
def test_it_may_be_cut_off_at_every_point(contoh_asli, tmp_path, lurus):
    uji(contoh_asli, tmp_path, lurus, range(1, lurus[1] + 1), ("penuh", "ditolak", "dihentikan"))
