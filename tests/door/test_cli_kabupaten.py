"""Many offices at once by the command line: each one's own report, and what is known of all of them."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace

import docx
import openpyxl
import pytest
from filelock import FileLock

from bantu_ruang import ubah
from lakip_gen.alur.kabupaten import LarianInstansi, kinerja_instansi
from lakip_gen.alur.sahkan import Permintaan, sahkan
from lakip_gen.domain.periode import Periode
from lakip_gen.door import cli_offices, office
from lakip_gen.door.cli import run_command
from lakip_gen.door.exit_codes import ExitCode
from lakip_gen.door.office import OTHER_VERSION, UNSEEN, Office, run_office
from lakip_gen.machines.machine import Done, Failed, UnreachableError
from lakip_gen.storage import outputs, writes
from lakip_gen.storage.exchange import exchange
from lakip_gen.storage.manifest import MANIFEST_NAME, read_manifest
from lakip_gen.storage.workspace import Workspace

TW1 = "2025-TW1"
KELUARAN = "output/2025/TW1"
NAMA_PANJANG = "badan perencanaan " * 8 + "daerah"
GONE = Failed("Prosesnya terhenti.")


class OneAfterAnother:
    """A machine for tests: this process; some offices' work is lost."""

    def __init__(self, *lost):
        self.lost = lost

    def run(self, work, items):
        """Do the last first, as a pool may."""
        for item in reversed(items):
            yield Done(item, GONE if item.folder.name in self.lost else work(item))


def rename(ruang, nama, pemerintah="Pemerintah Kabupaten Contoh"):
    """Give a sample office a name of its own."""

    def ganti(buku):
        baru = {"nama": nama, "pemerintah": pemerintah}
        for baris in buku["Instansi"].iter_rows(max_col=3):
            baris[2].value = baru.get(baris[0].value, baris[2].value)

    ubah(ruang.induk(2025), ganti)


@pytest.fixture
def daerah(tersusun_asli, tmp_path, monkeypatch):
    """A folder with two offices whose first quarter is made, done without other processes."""
    monkeypatch.setattr(cli_offices, "_machine", lambda *_: OneAfterAnother())
    folder = tmp_path / "daerah"
    for nama in ("badan", "dinas"):
        shutil.copytree(tersusun_asli.root, folder / nama)
    (folder / "catatan").mkdir()
    return folder


def jalan(folder, capsys, *kata):
    kode = run_command(["kabupaten", str(folder), TW1, "--json", *kata])
    return kode, json.loads(capsys.readouterr().out)


def test_each_office_stands_in_the_contract_with_what_it_reached(daerah, capsys):
    kode, hasil = jalan(daerah, capsys)
    assert kode == ExitCode.DONE
    satu, dua = hasil["instansi"]
    assert satu | {"folder": "dinas"} == dua
    assert (satu["folder"], satu["unit"]) == ("badan", {"diterima": 6, "seluruhnya": 6})
    milik = read_manifest(daerah / "dinas" / KELUARAN / MANIFEST_NAME).summary
    assert dua["capaian"] == milik["rerata"]["nilai"]
    assert (dua["pagu"], dua["serapan"]) == (milik["anggaran"]["pagu"], milik["anggaran"]["serapan"])
    assert hasil["jumlah"]["rerata"] == dua["capaian"]
    assert [satu["kode"] for satu in hasil["temuan"]] == ["instansi-rangkap"]
    assert sorted(hasil["keluaran"]) == [
        f"{KELUARAN}/rekap-kabupaten.xlsx",
        f"{KELUARAN}/ringkasan-kabupaten-draf-01.docx",
        f"{KELUARAN}/status-kabupaten.html",
    ]
    assert all((daerah / letak).is_file() for letak in hasil["keluaran"])


def test_what_is_written_holds_every_office_and_reads_as_whole_files(daerah, capsys):
    jalan(daerah, capsys)
    rekap = openpyxl.load_workbook(daerah / KELUARAN / "rekap-kabupaten.xlsx")
    assert rekap.sheetnames == ["Rekap", "Temuan"]
    assert {"badan", "dinas"} <= {sel.value for sel in rekap["Rekap"]["N"]}
    teks = [p.text for p in docx.Document(str(daerah / KELUARAN / "ringkasan-kabupaten-draf-01.docx")).paragraphs]
    assert "12 dari 12 formulir unit kerja pada 2 perangkat daerah telah diterima." in teks
    assert "Dinas Komunikasi" in (daerah / KELUARAN / "status-kabupaten.html").read_text()


def test_a_second_run_writes_nothing_and_says_the_same(daerah, capsys):
    _, pertama = jalan(daerah, capsys)
    sebelum = {berkas: berkas.stat().st_mtime_ns for berkas in (daerah / KELUARAN).iterdir()}
    kode, kedua = jalan(daerah, capsys)
    assert (kode, sorted(kedua.pop("keluaran"))) == (ExitCode.DONE, sorted(pertama.pop("keluaran")))
    assert kedua == pertama
    assert {berkas: berkas.stat().st_mtime_ns for berkas in (daerah / KELUARAN).iterdir()} == sebelum


def test_an_edited_summary_stays_and_the_new_one_stands_beside_it(daerah, capsys):
    jalan(daerah, capsys)
    draf = daerah / KELUARAN / "ringkasan-kabupaten-draf-01.docx"
    dokumen = docx.Document(str(draf))
    dokumen.add_paragraph("Catatan Sekretaris Daerah.")
    dokumen.save(str(draf))
    isi = draf.read_bytes()
    shutil.rmtree(daerah / "badan")
    _, hasil = jalan(daerah, capsys)
    assert draf.read_bytes() == isi
    assert f"{KELUARAN}/ringkasan-kabupaten-draf-02.docx" in hasil["keluaran"]


def test_what_a_killed_run_left_among_the_common_outputs_is_swept(daerah, capsys):
    jalan(daerah, capsys)
    sisa = daerah / KELUARAN / f"{writes._TEMPORARY}abcd1234.tmp"
    sisa.write_bytes(b"setengah")
    jalan(daerah, capsys)
    assert not sisa.exists()


def test_a_broken_template_hinders_the_report_and_not_the_figures(daerah, capsys):
    (daerah / "badan/templates/laporan-triwulan.docx").write_bytes(b"bukan dokumen")
    jalan(daerah, capsys)
    halaman = (daerah / KELUARAN / "status-kabupaten.html").read_text()
    assert "✗ laporan terhalang" in halaman
    assert "Angkanya lengkap. Buku induk atau templat bermasalah" in halaman
    assert "✗ lengkap" not in halaman


def test_marks_that_nobody_sees_turn_no_name_around(daerah, capsys):
    rename(Workspace(daerah / "dinas"), "Dinas\u202e Sosial\u2066\u200b\u061c")
    (daerah / "badan").rename(daerah / "ba\u202edan")
    (daerah / "ba\u202edan/workbooks/2025/induk.xlsx").write_bytes(b"rusak")
    _, hasil = jalan(daerah, capsys)
    assert [satu["nama"] for satu in hasil["instansi"]] == ["badan", "Dinas Sosial"]
    assert hasil["instansi"][0]["folder"] == "ba\u202edan"  # the contract names the folder as it is
    dokumen = docx.Document(str(daerah / KELUARAN / "ringkasan-kabupaten-draf-01.docx"))
    tercetak = (daerah / KELUARAN / "status-kabupaten.html").read_text() + "".join(dokumen.element.itertext())
    rekap = openpyxl.load_workbook(daerah / KELUARAN / "rekap-kabupaten.xlsx")
    tercetak += "".join(str(sel.value) for lembar in rekap for baris in lembar for sel in baris)
    bocor = [tercetak[n - 60 : n + 30] for n, huruf in enumerate(tercetak) if huruf in "\u202e\u2066\u061c"]
    assert bocor == []


def test_a_broken_buku_induk_is_told_and_the_others_complete(daerah, capsys):
    (daerah / "badan/workbooks/2025/induk.xlsx").write_bytes(b"bukan buku kerja")
    kode, hasil = jalan(daerah, capsys)
    badan, dinas = hasil["instansi"]
    assert kode == badan["kode_keluar"] == ExitCode.UNFIT_BASIS
    assert badan["halangan"].startswith("Buku induk atau templat bermasalah. ")
    assert (badan["nama"], badan["capaian"], dinas["kode_keluar"]) == ("badan", None, ExitCode.DONE)
    assert dinas["capaian"] is not None


def test_a_full_disk_at_one_office_is_told_and_the_others_complete(daerah, capsys, monkeypatch):
    make = office.report.make

    def full(workspace, *rest):
        if workspace.root.name == "badan":
            raise OSError(28, "No space left on device", "rekap.xlsx")
        return make(workspace, *rest)

    monkeypatch.setattr(office.report, "make", full)
    kode, hasil = jalan(daerah, capsys)
    badan, dinas = hasil["instansi"]
    assert kode == badan["kode_keluar"] == ExitCode.FILE_FAULT
    assert badan["halangan"].startswith("Berkas rekap.xlsx tidak dapat dibaca atau ditulis: ")
    assert dinas["kode_keluar"] == ExitCode.DONE


def test_an_office_that_somebody_is_working_in_is_told(daerah, capsys):
    with FileLock(daerah / "badan/output/.lakip-gen.lock"):
        kode, hasil = jalan(daerah, capsys)
    assert kode == hasil["instansi"][0]["kode_keluar"] == ExitCode.BUSY
    assert "sedang dipakai" in hasil["instansi"][0]["halangan"]


def test_work_that_is_lost_is_told_with_its_office(daerah, capsys, monkeypatch):
    monkeypatch.setattr(cli_offices, "_machine", lambda *_: OneAfterAnother("badan"))
    kode, hasil = jalan(daerah, capsys)
    assert kode == ExitCode.PROGRAM_FAULT
    assert hasil["instansi"][0]["halangan"] == GONE.reason


def test_a_fault_of_the_program_at_one_office_is_noted_and_costs_no_other(daerah, capsys, monkeypatch):
    monkeypatch.setattr(office.report, "make", lambda *_: 1 // 0)
    kode, hasil = jalan(daerah, capsys)
    assert kode == ExitCode.PROGRAM_FAULT
    assert all(satu["halangan"].startswith("Program mengalami cacat.") for satu in hasil["instansi"])


def test_a_sealed_period_gives_its_figures_and_is_not_made_anew(daerah, capsys):
    ruang = Workspace(daerah / "badan")
    sahkan(ruang, Periode.parse(TW1), Permintaan(oleh="Kepala Dinas"))
    sebelum = sorted((berkas, berkas.stat().st_mtime_ns) for berkas in ruang.root.rglob("[!.]*") if berkas.is_file())
    kode, hasil = jalan(daerah, capsys)
    badan, dinas = hasil["instansi"]
    assert (kode, badan["sah"], dinas["sah"]) == (ExitCode.DONE, True, False)
    assert (badan["capaian"], badan["unit"]) == (dinas["capaian"], dinas["unit"])
    assert sebelum == sorted(
        (berkas, berkas.stat().st_mtime_ns) for berkas in ruang.root.rglob("[!.]*") if berkas.is_file()
    )


def test_an_office_of_another_government_is_told(daerah, capsys):
    rename(Workspace(daerah / "badan"), "Badan Lain", "Pemerintah Kota Lain")
    _, hasil = jalan(daerah, capsys)
    assert [satu["kode"] for satu in hasil["temuan"]] == ["pemerintah-lain"]
    assert next(satu["nama"] for satu in hasil["instansi"]) == "Badan Lain"


def test_two_names_of_one_folder_are_one_office(daerah, capsys):
    for nama in ("aaa", "zzz"):
        (daerah / nama).symlink_to(daerah / "dinas")
    _, hasil = jalan(daerah, capsys)
    assert [satu["folder"] for satu in hasil["instansi"]] == ["badan", "dinas"]


def test_the_screen_names_every_office_with_what_hinders_it(daerah, capsys):
    (daerah / "badan").rename(daerah / NAMA_PANJANG)
    (daerah / NAMA_PANJANG / "workbooks/2025/induk.xlsx").write_bytes(b"bukan buku kerja")
    assert run_command(["kabupaten", str(daerah), TW1]) == ExitCode.UNFIT_BASIS
    layar = capsys.readouterr().out
    assert "belum terbaca; formulir –, capaian –, serapan –" in layar
    assert "! Buku induk atau templat bermasalah. workbooks/2025/induk.xlsx: " in layar
    assert "formulir 6 dari 6" in layar
    assert max(baris.find("formulir 6 dari 6") for baris in layar.splitlines()) < 80  # no long name moves them
    assert f"ditulis    {KELUARAN}/rekap-kabupaten.xlsx" in layar


def test_forms_of_closed_units_are_awaited_no_more_and_what_stands_without_some_is_provisional():
    unit = [{"status": "diterima"}, {"status": "belum", "diterima_dengan": "Unit dibubarkan."}, {"status": "belum"}]
    ringkasan = {"unit": unit, "rerata": {"nilai": "90", "menunggu": 2}}
    satu = kinerja_instansi(LarianInstansi(folder="badan", kode_keluar=0, ringkasan=ringkasan))
    assert (satu.diterima, satu.seluruhnya, satu.kurang, satu.sementara) == (1, 3, 1, True)


def test_an_output_that_is_held_open_is_told_and_the_new_one_stands_beside_it(daerah, capsys, monkeypatch):
    def held(file, *rest):
        if file.name == "rekap-kabupaten.xlsx":
            raise PermissionError(13, "Permission denied", str(file))
        return exchange(file, *rest)

    monkeypatch.setattr(outputs, "exchange", held)
    monkeypatch.setattr(writes, "patiently", lambda attempt: attempt())
    assert run_command(["kabupaten", str(daerah), TW1]) == ExitCode.FILE_FAULT
    assert f"terkunci   {KELUARAN}/rekap-kabupaten.xlsx sedang dibuka" in capsys.readouterr().out
    assert (daerah / KELUARAN / "rekap-kabupaten_baru.xlsx").is_file()


@pytest.mark.parametrize(
    ("folder", "kalimat"),
    [("tidak-ada", "tidak ditemukan"), ("kosong", "tidak ada ruang kerja"), ("dinas", "ruang kerja satu instansi")],
)
def test_a_folder_without_offices_is_told_with_the_mend(daerah, capsys, folder, kalimat):
    (daerah / "kosong").mkdir()
    assert run_command(["kabupaten", str(daerah / folder), TW1]) == ExitCode.WRONG_COMMAND
    assert kalimat in capsys.readouterr().err


@pytest.mark.parametrize("kata", [["--mesin", "dask"], ["--alamat", "tcp://x:1"]], ids=["no address", "no cluster"])
def test_a_cluster_and_its_address_are_named_together(tersusun, capsys, kata):
    assert run_command(["kabupaten", str(tersusun.root.parent), TW1, *kata]) == ExitCode.WRONG_COMMAND
    assert "ditulis bersama" in capsys.readouterr().err


def test_a_cluster_that_does_not_answer_is_told_and_nothing_is_written(daerah, capsys, monkeypatch):
    class Silent:
        def run(self, *_):
            raise UnreachableError("Klaster tidak menjawab.")

    monkeypatch.setattr(cli_offices, "_machine", lambda *_: Silent())
    assert run_command(["kabupaten", str(daerah), TW1]) == ExitCode.FILE_FAULT
    assert capsys.readouterr().err.strip() == "Klaster tidak menjawab."
    assert not (daerah / KELUARAN).exists()


def test_a_worker_that_cannot_see_the_folder_says_so(tmp_path):
    larian = run_office(Office(tmp_path / "tidak-terlihat", TW1))
    assert (larian.kode_keluar, larian.halangan) == (ExitCode.FILE_FAULT, UNSEEN)


def test_a_worker_with_another_version_says_so(tersusun):
    larian = run_office(replace(Office(tersusun.root, TW1), version="9.9"))
    assert larian.kode_keluar == ExitCode.PROGRAM_FAULT
    assert larian.halangan == OTHER_VERSION.format(there=office.__version__, here="9.9")


@pytest.mark.lengkap
@pytest.mark.skipif(sys.platform == "win32", reason="a process group is stopped as a terminal does it here")
@pytest.mark.skipif(signal.getsignal(signal.SIGINT) is signal.SIG_IGN, reason="Ctrl+C is ignored in the background")
def test_stopping_leaves_each_office_whole_and_the_next_run_goes_on(contoh_asli, tmp_path, capsys):
    folder = tmp_path / "daerah"
    for nama in ("badan", "dinas", "kecamatan"):
        shutil.copytree(contoh_asli.root, folder / nama)
    perintah = [sys.executable, "-m", "lakip_gen", "kabupaten", str(folder), TW1]
    jalannya = subprocess.Popen(
        perintah, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    )
    while not list(folder.glob("*/output/.lakip-gen.lock")):
        time.sleep(0.05)
    os.killpg(jalannya.pid, signal.SIGINT)
    kata, _ = jalannya.communicate()
    assert jalannya.returncode == ExitCode.STOPPED
    menunggu, dihentikan = filter(None, kata.splitlines())
    assert re.fullmatch(
        r"Menunggu \d instansi yang sedang dikerjakan sampai selesai; yang lain tidak dimulai.", menunggu
    )
    assert dihentikan == "Dihentikan."
    assert not (folder / KELUARAN).exists()
    selesai = {berkas: berkas.read_bytes() for berkas in folder.glob("*/output/2025/TW1/*") if berkas.is_file()}
    assert jalan(folder, capsys)[0] == ExitCode.DONE
    assert {berkas: berkas.read_bytes() for berkas in selesai} == selesai


@pytest.mark.lengkap
def test_a_pool_of_processes_makes_the_same_bytes_as_each_offices_own_command(contoh_asli, tmp_path, capsys):
    folder = tmp_path / "daerah"
    for nama in ("badan", "dinas"):
        shutil.copytree(contoh_asli.root, folder / nama)
    sendiri = tmp_path / "sendiri"
    shutil.copytree(contoh_asli.root, sendiri)
    assert run_command(["susun", TW1, "--ruang", str(sendiri)]) == ExitCode.DONE
    capsys.readouterr()
    assert jalan(folder, capsys)[0] == ExitCode.DONE

    def isi(ruang):
        semua = (berkas for berkas in (ruang / KELUARAN).rglob("*") if berkas.is_file())
        return {berkas.relative_to(ruang).as_posix(): berkas.read_bytes() for berkas in semua}

    assert isi(folder / "badan") == isi(folder / "dinas") == isi(sendiri)
