"""From one submission to the next: what the page, the text and the terminal say, and when nothing is written."""

import json
import shutil
from unittest.mock import patch

import pytest

from bantu_ruang import formulir, isi
from lakip_gen.alur.susun import susun
from lakip_gen.domain.periode import Periode
from lakip_gen.door.cli import run_command
from lakip_gen.pesan.pembanding import Banding
from lakip_gen.storage.outputs import Outputs
from lakip_gen.storage.workspace import Workspace

pytestmark = pytest.mark.laporan_pendek

TW1 = Periode.parse("2025-TW1")
KUNCI_KONTRAK = {
    "periode",
    "instansi",
    "unit",
    "indikator",
    "indikator_program",
    "rerata",
    "sasaran",
    "anggaran",
    "perubahan",
    "temuan",
    "dibawa",
    "keluaran",
}


@pytest.fixture(scope="module")
def dua_kali_asli(contoh_asli, tmp_path_factory):
    contoh = Workspace(tmp_path_factory.mktemp("kiriman") / "ruang")
    shutil.copytree(contoh_asli.root, contoh.root)
    berkas = formulir(contoh, "BIDANG-APTIKA")
    isi(berkas, "Indikator", "I2.4", "Realisasi triwulan", "1.100")
    isi(berkas, "Indikator", "I2.5", "Data dukung", None)
    susun(contoh, TW1)
    isi(berkas, "Indikator", "I2.4", "Realisasi triwulan", 20)
    isi(berkas, "Indikator", "I2.2", "Data dukung", None)
    return contoh


@pytest.fixture
def dua_kali(dua_kali_asli, tmp_path):
    """A unit sent a form with two faults, mended one and made another."""
    shutil.copytree(dua_kali_asli.root, tmp_path / "ruang")
    return Workspace(tmp_path / "ruang")


def baca(ruang, nama):
    return (ruang.output(TW1) / nama).read_text(encoding="utf-8-sig")


@pytest.mark.lengkap
def test_the_page_the_messages_and_the_screen_tell_new_findings_from_old_and_solved_ones(dua_kali, capsys):
    assert run_command(["susun", "2025-TW1", "--ruang", str(dua_kali.root)]) == 0
    assert "BIDANG-APTIKA mengirim formulir baru: 1 baru, 1 masih, 1 selesai" in capsys.readouterr().out
    halaman, pesan = baca(dua_kali, "hasil-periksa.html"), baca(dua_kali, "pesan-unit.txt")
    assert "Dibanding kiriman lalu" in halaman
    assert halaman.count('<span class="tanda baru">baru</span>') == 1
    assert halaman.count('<span class="tanda masih">masih</span>') == 1
    assert "Dibanding kiriman sebelumnya: 1 baru, 1 masih, 1 selesai." in pesan
    assert "[peringatan, baru]" in pesan


@pytest.mark.lengkap
def test_what_scripts_rely_on_stays_as_it_is(dua_kali):
    hasil = susun(dua_kali, TW1)
    assert set(hasil.ringkasan) == KUNCI_KONTRAK
    kunci = {"kode", "tingkat", "unit", "berkas", "lembar", "sel", "nilai", "pesan", "perbaikan"}
    assert {tuple(sorted(t)) for t in hasil.ringkasan["temuan"]} == {tuple(sorted(kunci))}


@pytest.mark.lengkap
def test_a_first_submission_is_compared_with_nothing(contoh):
    isi(formulir(contoh, "BIDANG-APTIKA"), "Indikator", "I2.5", "Data dukung", None)
    hasil = susun(contoh, TW1)
    assert hasil.daftar_banding == ()
    assert "kiriman" not in baca(contoh, "hasil-periksa.html")
    assert "kiriman sebelumnya" not in baca(contoh, "pesan-unit.txt")


@pytest.mark.lengkap
def test_a_second_run_without_a_change_writes_nothing(dua_kali):
    susun(dua_kali, TW1)
    sebelum = {b: (b.read_bytes(), b.stat().st_mtime_ns) for b in dua_kali.output(TW1).rglob("*") if b.is_file()}
    assert not susun(dua_kali, TW1).berubah
    assert sebelum == {
        b: (b.read_bytes(), b.stat().st_mtime_ns) for b in dua_kali.output(TW1).rglob("*") if b.is_file()
    }


@pytest.mark.lengkap
def test_a_deleted_output_is_written_again_with_the_same_bytes(dua_kali):
    susun(dua_kali, TW1)
    folder = dua_kali.output(TW1)
    sebelum = {b.name: b.read_bytes() for b in folder.rglob("*") if b.is_file()}
    (folder / "hasil-periksa.html").unlink()
    assert susun(dua_kali, TW1).berubah
    assert {b.name: b.read_bytes() for b in folder.rglob("*") if b.is_file()} == sebelum


@pytest.mark.lengkap
def test_the_same_submissions_give_the_same_page_whatever_befell_the_runs_between(dua_kali, tmp_path):
    shutil.copytree(dua_kali.root, tmp_path / "lain")
    lain = Workspace(tmp_path / "lain")
    susun(dua_kali, TW1)
    with patch.object(Outputs, "finish", side_effect=KeyboardInterrupt), pytest.raises(KeyboardInterrupt):
        susun(lain, TW1)
    (lain.output(TW1) / "hasil-periksa.html").unlink()
    susun(lain, TW1)
    for nama in ("hasil-periksa.html", "pesan-unit.txt"):
        assert baca(lain, nama) == baca(dua_kali, nama)


@pytest.mark.lengkap
def test_what_another_unit_sends_does_not_erase_the_comparison(dua_kali):
    susun(dua_kali, TW1)
    isi(formulir(dua_kali, "SEKRETARIAT"), "Indikator", "I5.4", "Penjelasan", "Survei diulang.")
    hasil = susun(dua_kali, TW1)
    assert hasil.daftar_banding == (("SEKRETARIAT", Banding()),)
    assert "1 baru, 1 masih, 1 selesai" in baca(dua_kali, "hasil-periksa.html")


@pytest.mark.lengkap
def test_a_file_that_was_only_renamed_is_no_new_submission(dua_kali):
    susun(dua_kali, TW1)
    berkas = formulir(dua_kali, "BIDANG-APTIKA")
    berkas.rename(berkas.with_name("aptika FINAL.xlsx"))
    assert susun(dua_kali, TW1).daftar_banding == ()
    assert "1 baru, 1 masih, 1 selesai" in baca(dua_kali, "hasil-periksa.html")


@pytest.mark.lengkap
def test_a_form_that_was_damaged_and_comes_back_is_compared_with_the_last_one_that_was_read(dua_kali):
    susun(dua_kali, TW1)
    berkas = formulir(dua_kali, "BIDANG-APTIKA")
    simpanan = berkas.read_bytes()
    berkas.write_bytes(b"PK rusak")
    assert susun(dua_kali, TW1).daftar_banding == ()
    assert "1 baru" not in baca(dua_kali, "hasil-periksa.html")
    berkas.write_bytes(simpanan)
    isi(berkas, "Indikator", "I2.5", "Data dukung", "BA-1.pdf")
    assert susun(dua_kali, TW1).daftar_banding == (("BIDANG-APTIKA", Banding(baru=0, masih=1, selesai=1)),)


@pytest.mark.lengkap
def test_a_manifest_of_an_older_version_without_submissions_is_still_used(dua_kali):
    manifest = dua_kali.output(TW1) / "manifest.json"
    lama = json.loads(manifest.read_bytes())
    del lama["kiriman"]
    manifest.write_text(json.dumps(lama), encoding="utf-8")
    hasil = susun(dua_kali, TW1)
    assert hasil.daftar_banding == ()
    assert hasil.daftar_keluaran[0].name.endswith("draf-01.docx")


@pytest.mark.lengkap
def test_the_report_of_a_semester_adds_up_both_quarters(contoh):
    periode = Periode.parse("2025-S1")
    for nomor in (1, 2):
        isi(formulir(contoh, "BIDANG-APTIKA", nomor), "Indikator", "I2.5", "Data dukung", None)
    susun(contoh, periode)
    for nomor in (1, 2):
        isi(formulir(contoh, "BIDANG-APTIKA", nomor), "Indikator", "I2.5", "Data dukung", f"BA-{nomor}.pdf")
    assert susun(contoh, periode).daftar_banding == (("BIDANG-APTIKA", Banding(selesai=2)),)
    pesan = (contoh.output(periode) / "pesan-unit.txt").read_text(encoding="utf-8-sig")
    assert "Formulir TW I sudah diterima." in pesan
    assert "Formulir TW II sudah diterima." in pesan


@pytest.mark.lengkap
def test_a_file_that_has_to_be_mended_is_named(contoh):
    isi(formulir(contoh, "BIDANG-APTIKA"), "Indikator", "I2.4", "Realisasi triwulan", "1.100")
    formulir(contoh, "SEKRETARIAT").unlink()
    shutil.copy(formulir(contoh, "BIDANG-IKP"), formulir(contoh, "BIDANG-IKP").with_name("ganda.xlsx"))
    isi(formulir(contoh, "BIDANG-IKP").with_name("ganda.xlsx"), "Indikator", "I1.3", "Realisasi triwulan", 1)
    susun(contoh, TW1)
    pesan = baca(contoh, "pesan-unit.txt")
    assert "Perbaiki berkas perbaikan-bidang-aptika-2025-TW1.xlsx, simpan, lalu kirim kembali secepatnya: " in pesan
    assert "Isi berkas formulir-sekretariat-2025-TW1.xlsx, simpan, lalu kirim secepatnya: " in pesan
    assert "TW1/formulir-bidang-ikp-2025-TW1.xlsx" in pesan
    assert "ganda.xlsx" in pesan
