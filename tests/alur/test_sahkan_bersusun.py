"""A semester's archive stands on those of its quarters, and a month's recap moves nothing that is sealed."""

import shutil

import pytest

from bantu_ruang import formulir, isi
from lakip_gen.alur.bulan import susun_bulan
from lakip_gen.alur.periksa_arsip import periksa_arsip
from lakip_gen.alur.sahkan import Permintaan, buka, sahkan
from lakip_gen.alur.susun import susun
from lakip_gen.domain.bulan import Bulan
from lakip_gen.domain.periode import semester, triwulan
from lakip_gen.storage.archives import zip_of
from lakip_gen.storage.bag import verify

TW1, TW2, S1 = triwulan(2025, 1), triwulan(2025, 2), semester(2025, 1)
UNIT = "BIDANG-IKP"
ALASAN = Permintaan(alasan="Diminta hari ini")


def bukti(ruang, periode, nama):
    folder = ruang.evidence(periode)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / nama).write_bytes(nama.encode())


@pytest.fixture
def tw1_sah(tersusun):
    bukti(tersusun, TW1, "I1.1 survei.pdf")
    sahkan(tersusun, TW1, ALASAN)
    return tersusun


@pytest.mark.lengkap
def test_a_semester_names_the_archive_of_a_sealed_quarter_with_its_hash_and_holds_the_evidence_of_the_other(tw1_sah):
    bukti(tw1_sah, TW2, "I1.2 rekap.pdf")
    susun(tw1_sah, S1)
    arsip = sahkan(tw1_sah, S1, ALASAN).arsip
    kunci = verify(tw1_sah.archives(TW1) / "TW1-01").key
    for berkas in ("data/daftar-arsip.html", "bag-info.txt"):
        tertulis = (arsip / berkas).read_text(encoding="utf-8")
        assert ("workbooks/2025/arsip/TW1-01" in tertulis, kunci in tertulis) == (True, True), berkas
    assert (arsip / "data/workbooks/2025/bukti/TW2/I1.2 rekap.pdf").exists()
    assert not (arsip / "data/workbooks/2025/bukti/TW1").exists()
    assert verify(arsip).whole


@pytest.mark.lengkap
def test_where_the_quarter_was_opened_again_its_evidence_comes_along(tw1_sah):
    buka(tw1_sah, TW1, "Ada koreksi")
    susun(tw1_sah, S1)
    arsip = sahkan(tw1_sah, S1, ALASAN).arsip
    assert (arsip / "data/workbooks/2025/bukti/TW1/I1.1 survei.pdf").exists()
    assert "Arsip yang dirujuk" not in (arsip / "data/daftar-arsip.html").read_text(encoding="utf-8")


@pytest.mark.lengkap
def test_the_recap_of_a_month_in_a_sealed_quarter_is_made_from_its_archive_and_changes_nothing_of_it(tw1_sah):
    maret = Bulan(2025, 3)
    susun_bulan(tw1_sah, maret)
    rekap = (tw1_sah.output(maret) / "rekap.xlsx").read_bytes()
    sah = tw1_sah.archives(TW1) / "TW1-01"
    angka = tw1_sah.figures(TW1).read_bytes()
    isi(formulir(tw1_sah, UNIT), "Indikator", "I1.1", "Realisasi triwulan ini", 12)
    hasil = susun_bulan(tw1_sah, maret)
    assert hasil.sah
    assert (tw1_sah.output(maret) / "rekap.xlsx").read_bytes() == rekap
    assert (verify(sah).whole, tw1_sah.figures(TW1).read_bytes()) == (True, angka)


def periksa_s1(ruang, sapu):
    """Return what is found of a semester's archive after something happened to that of its quarter."""
    sapu(ruang.archives(TW1) / "TW1-01")
    return [satu.kode for satu in periksa_arsip(ruang.archives(S1) / "S1-01", ruang).daftar_temuan]


def hapus_keduanya(arsip):
    shutil.rmtree(arsip)
    zip_of(arsip).unlink()


def ganti_formulir(arsip):
    next((arsip / "data").rglob("formulir-*.xlsx")).write_bytes(b"lain")


@pytest.mark.lengkap
def test_the_archives_that_a_semester_names_are_looked_at_where_they_lie_beside_it(tw1_sah):
    susun(tw1_sah, S1)
    assert sahkan(tw1_sah, S1, ALASAN).arsip
    assert periksa_s1(tw1_sah, lambda _arsip: None) == []
    assert periksa_s1(tw1_sah, ganti_formulir) == ["arsip-rujukan-berubah"]
    assert periksa_s1(tw1_sah, hapus_keduanya) == ["arsip-rujukan-hilang"]
    assert periksa_arsip(tw1_sah.archives(S1) / "S1-01.zip", tw1_sah).utuh
