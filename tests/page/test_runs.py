"""A command that the page runs: told while it goes, one at a time, and stopped by ending it."""

import os
import signal
import time

import pytest

from bantu_minta import ask, page_of, post, program
from lakip_gen.page import runs as page_runs
from lakip_gen.page.orders import COMMANDS
from lakip_gen.page.runs import Order, Runs

pytestmark = pytest.mark.laporan_pendek

SLEEPS = "import time; print('mulai', flush=True); time.sleep(60)"
SAYS = "import sys; print(' '.join(sys.argv[1:]))"
ORDER = Order(title="Susun laporan", words=("susun",))


@pytest.fixture
def running(tmp_path):
    """Start scripts in the place of the program, and leave none behind."""
    started = []

    def start(script, order=ORDER):
        started.append(Runs(program(script), tmp_path))
        started[-1].start(order)
        return started[-1]

    yield start
    for runs in started:
        runs.stop()


def ended(run):
    until(lambda: not run.is_running)
    return run.told()


def until(holds):
    for _ in range(1000):
        if holds():
            return
        time.sleep(0.01)
    pytest.fail("it never came to that")


def test_a_run_tells_what_the_program_says_and_how_it_ended(running):
    told = ended(running("import sys; print('Disusun: å'); print('Ada temuan', file=sys.stderr); sys.exit(5)").last)
    assert told["baris"] == ["Disusun: å", "Ada temuan"]
    assert (told["kode"], told["akhir"], told["berjalan"]) == (5, "sedang dipakai", False)


def test_progress_is_counted_and_not_listed(running):
    order = Order(title="Susun", words=(), files=6)
    script = (
        r"print('\r1 berkas dibaca  a.xlsx', end=''); print('\r2 berkas dibaca  b.xlsx  ', end='\r'); print('Selesai')"
    )
    told = ended(running(script, order).last)
    assert (told["dibaca"], told["seluruhnya"], told["berkas"]) == (2, 6, "b.xlsx")
    assert told["baris"] == ["Selesai"]


def test_a_long_log_keeps_its_end(running):
    told = ended(running("for n in range(9999): print(n)").last)
    assert len(told["baris"]) == 400
    assert told["baris"][-1] == "9998"


def test_a_run_that_is_stopped_ends_at_once_and_says_so(running, monkeypatch):
    monkeypatch.setattr(page_runs, "GRACE", 3600)  # had it to be killed, this would take an hour
    runs = running(SLEEPS)
    until(lambda: runs.last.lines)
    runs.stop()
    assert (runs.last.is_running, runs.last.told()["akhir"]) == (False, "dihentikan")


@pytest.mark.lengkap
@pytest.mark.skipif(os.name == "nt", reason="Windows mengakhiri proses tanpa bertanya")
def test_a_run_that_will_not_stop_is_ended(running):
    runs = running(f"import signal; signal.signal({int(signal.SIGINT)}, lambda *_: None); {SLEEPS}")
    until(lambda: runs.last.lines)
    runs.stop()
    assert not runs.last.is_running


def test_a_second_run_is_refused_while_the_first_is_under_way(contoh_asli):
    page = page_of(contoh_asli, SLEEPS)
    assert post(page, "/jalankan", perintah="susun", periode="2025-TW1").status == 202
    again = post(page, "/jalankan", perintah="bagikan", periode="2025-TW1")
    assert (again.status, again.said["salah"][:14]) == (409, "Masih berjalan")
    assert ask(page, "GET", "/proses").said["judul"].startswith("Susun laporan")
    assert post(page, "/tutup").status == 409
    assert post(page, "/hentikan").said["akhir"] == "dihentikan"
    assert post(page, "/jalankan", perintah="status", periode="2025-TW1").status == 202
    page.runs.stop()


ASKED = {
    "bagikan": ({"tanggal": "2025-04-01"}, "2025-TW1 --tanggal=2025-04-01"),
    "susun": (
        {"periode": "2025-S1", "tanggal": "2025-07-10", "templat": "ringkas", "polos": "ya", "pdf": "ya"},
        "2025-S1 --tanggal=2025-07-10 --templat=ringkas --dari-templat --pdf",
    ),
    "bulan": ({"bulan": "3"}, "2025-B03"),
    "status": ({}, "2025"),
    "sahkan": (
        {"oleh": "Kepala Dinas", "alasan": "Diminta  Bupati"},
        "2025-TW1 --oleh=Kepala Dinas --alasan=Diminta Bupati",
    ),
    "buka": ({"alasan": "Salah angka"}, "2025-TW1 --alasan=Salah angka"),
    "catat": (
        {"langkah": "10", "putusan": "tidak", "unit": ["A", "B"], "isi": "--oleh=x", "pic": "Kabid"},
        "2025-TW1 --pic=Kabid --unit=A --unit=B -- 10 tidak --oleh=x",
    ),
    "batal": ({"nomor": "7"}, "2025-TW1 --batal=7"),
    "tahun-baru": ({}, "--tahun=2026 --dari=2025"),
    "lengkapi": ({}, "--tahun=2025 --perbarui-induk"),
    "periksa-templat": ({}, ""),
    "daftar-nama": ({}, ""),
    "jawaban": ({"kode": "BPS", "isi": "Surat 12"}, "2025-TW1 --unit=BPS -- terima Surat 12"),
    "disalin": ({"kode": "A", "oleh": "Staf"}, "2025-TW1 --unit=A --oleh=Staf -- disalin"),
    "koreksi": ({"nomor": "3", "isi": "Sudah sesuai"}, "2025-TW1 -- koreksi 3 Sudah sesuai"),
    "terima": ({"kode": "A", "isi": "Belum masuk\ndi berkas"}, "2025-TW1 --unit=A -- terima Belum masuk di berkas"),
}


TYPED = {
    **dict.fromkeys(("terima", "batal", "jawaban", "disalin", "koreksi"), "catat"),
    **dict.fromkeys(("tahun-baru", "lengkapi"), "mulai"),
    "bulan": "susun",
    "periksa-templat": "templat periksa",
    "daftar-nama": "templat variabel",
}


@pytest.mark.parametrize("name", COMMANDS)
def test_what_is_asked_becomes_the_words_of_the_command_and_nothing_else(contoh_asli, name):
    page, (asked, words) = page_of(contoh_asli, SAYS), ASKED[name]
    assert post(page, "/jalankan", **{"perintah": name, "periode": "2025-TW1", **asked}).status == 202
    command = TYPED.get(name, name)
    folder = f"{'' if command == 'mulai' else '--ruang='}{contoh_asli.root}"
    assert ended(page.runs.last)["baris"] == [f"{command} {folder} {words}".strip()]


UNFIT = {
    "no command": {"perintah": "hapus"},
    "a command of the terminal": {"perintah": "contoh"},
    "no period": {"perintah": "susun", "periode": "../2025"},
    "a year that is not there": {"perintah": "susun", "periode": "2031-TW1"},
    "forms of a semester": {"perintah": "bagikan", "periode": "2025-S1"},
    "a day that is none": {"perintah": "susun", "tanggal": "2025-02-30"},
    "an answer that is too long": {"perintah": "sahkan", "oleh": "x" * 1001},
    "a decision that is none": {"perintah": "catat", "langkah": "10", "putusan": "mungkin"},
    "no step": {"perintah": "catat"},
    "no reason": {"perintah": "terima", "kode": "SEKRETARIAT"},
    "opened without a reason": {"perintah": "buka", "alasan": " \n"},
    "a record that is no number": {"perintah": "batal", "nomor": "7 8"},
    "a month that is none": {"perintah": "bulan", "bulan": "13"},
    "a paper form that nobody copied": {"perintah": "disalin", "kode": "SEKRETARIAT"},
    "a correction without an answer": {"perintah": "koreksi", "nomor": "1"},
    "a correction that is no number": {"perintah": "koreksi", "nomor": "satu", "isi": "x"},
    "a scan that never came": {"perintah": "catat", "langkah": "5", "bukti": "../../etc/passwd"},
    "an archive of what is not sealed": {"perintah": "periksa-arsip"},
    "a last day that is none": {"perintah": "catat", "langkah": "5", "batas": "besok"},
    "units that are no list": {"perintah": "catat", "langkah": "10", "unit": "SEKRETARIAT"},
}


@pytest.mark.parametrize("asked", UNFIT.values(), ids=UNFIT)
def test_what_cannot_be_asked_is_told_and_not_run(contoh_asli, asked):
    page = page_of(contoh_asli, SAYS)
    answer = post(page, "/jalankan", **{"periode": "2025-TW1", **asked})
    assert (answer.status, page.runs.last) == (400, None)
    assert answer.said["salah"].endswith(".")
