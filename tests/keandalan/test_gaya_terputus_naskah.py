"""Handing out with papers, and the change of year, are cut off at any step as well: the next run makes them whole."""

import shutil
from datetime import UTC, datetime

import pytest

from bantu_gaya import isi_folder, salin
from bantu_putus import Pemutus, terpasang
from lakip_gen.contoh.instansi import isi_contoh
from lakip_gen.domain.periode import triwulan
from lakip_gen.door.cli import run_command
from lakip_gen.excel.induk import write_induk
from lakip_gen.sop.bawaan import dengan_sop

PUKUL = datetime(2025, 7, 1, 8, tzinfo=UTC)
"""The moment of every run: the head of the record of events is printed on the receipts."""
LUAR = {"kode": "BPS", "nama": "Badan Pusat Statistik", "data": "Jumlah penduduk"}
PERINTAH = {
    "papers": ("bagikan", "2025-TW2", "--tanggal", "01-07-2025"),
    "change of year": ("mulai", "--tahun", "2026", "--dari", "2025"),
}


def kantor(contoh_asli, folder):
    """Return the sample office with an SOP and an agency that is asked for data."""
    ruang = salin(contoh_asli, folder)
    isi = isi_contoh() | {"instansi_luar": [LUAR]}
    ruang.induk(2025).write_bytes(write_induk(dengan_sop(isi, "pmk-way-kanan", 2025)))
    for berkas in ruang.form_files(triwulan(2025, 2)):
        berkas.unlink()
    return ruang


def jalan(ruang, perintah):
    folder = (str(ruang.root),) if perintah[0] == "mulai" else ("--ruang", str(ruang.root))
    return run_command([*perintah, *folder])


def hasil(ruang):
    return isi_folder(ruang.root, kecuali=["manifest.json", "formulir.json"])


@pytest.fixture(autouse=True)
def jam(monkeypatch):
    monkeypatch.setattr("lakip_gen.alur.bagikan.saat_ini", lambda: PUKUL)


def uji(contoh_asli, tmp_path, perintah, bagian, daftar_cara):
    lurus = kantor(contoh_asli, tmp_path / "lurus")
    with terpasang(Pemutus(lurus.root)) as pemutus:
        assert jalan(lurus, perintah) == 0
    utuh, banyak = hasil(lurus), len(pemutus.panggilan)
    for saat in bagian(banyak):
        for cara in daftar_cara:
            ruang = kantor(contoh_asli, tmp_path / f"{cara}-{saat}")
            asal = hasil(ruang)
            with terpasang(Pemutus(ruang.root, saat, cara)):
                assert jalan(ruang, perintah) in {0, 1, 4, 130}, (saat, cara)
            berdiri = {nama: bita for nama, bita in hasil(ruang).items() if ".lakip-" not in nama}
            assert {nama for nama, bita in berdiri.items() if bita != utuh.get(nama)} == set(), (saat, cara)
            assert asal.items() <= berdiri.items()
            assert jalan(ruang, perintah) == 0, (saat, cara)
            assert hasil(ruang) == utuh, (saat, cara)
            shutil.rmtree(ruang.root)


@pytest.mark.lengkap
@pytest.mark.parametrize("nama", PERINTAH)
def test_it_may_be_cut_off_near_the_end(contoh_asli, tmp_path, nama):
    uji(contoh_asli, tmp_path, PERINTAH[nama], lambda banyak: (banyak - 3,), ("dihentikan",))


@pytest.mark.lengkap
@pytest.mark.parametrize("cara", ["penuh", "ditolak", "dihentikan"])
@pytest.mark.parametrize("nama", PERINTAH)
def test_it_may_be_cut_off_at_any_point(contoh_asli, tmp_path, nama, cara):
    uji(contoh_asli, tmp_path, PERINTAH[nama], lambda banyak: range(1, banyak + 1, max(1, banyak // 12)), (cara,))
