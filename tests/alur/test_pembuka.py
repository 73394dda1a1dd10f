"""The starter that a double click opens the page with: fit for its system, and never over somebody's own."""

import re
import shlex
import subprocess
import sys
from pathlib import Path, PurePosixPath

import pytest

from lakip_gen.alur.mulai import mulai
from lakip_gen.alur.pembuka import pembuka
from lakip_gen.storage.workspace import Workspace

WINDOWS = r"C:\Program Files\Python 100%\python.exe"


def naskah(ruang, *sistem):
    ((letak, isi),) = pembuka(ruang, *sistem).items()
    return letak.name, isi.decode()


def test_on_windows_it_runs_from_the_folder_it_lies_in_also_on_a_network(tmp_path):
    nama, isi = naskah(Workspace(tmp_path), WINDOWS, "win32")
    assert nama == "Buka Laporan Kinerja.cmd"
    assert isi.count("\r\n") == isi.count("\n")
    assert 'pushd "%~dp0" || goto gagal\r\n' in isi  # a letter for \\server\folder, quotes for spaces
    assert r'"C:\Program Files\Python 100%%\python.exe" -P -m lakip_gen halaman' in isi
    assert str(tmp_path) not in isi  # the folder may be moved, copied, or opened from another PC
    assert "lakip-gen halaman && goto selesai" in isi


def test_it_waits_only_where_something_went_wrong(tmp_path):
    _, isi = naskah(Workspace(tmp_path), WINDOWS, "win32")
    assert isi.index(":gagal") < isi.index("pause") < isi.index(":selesai")


@pytest.mark.parametrize(
    ("sistem", "nama"), [("darwin", "Buka Laporan Kinerja.command"), ("linux", "Buka Laporan Kinerja.desktop")]
)
def test_elsewhere_it_is_what_the_desktop_opens(tmp_path, sistem, nama):
    assert naskah(Workspace(tmp_path), "/opt/py thon/bin/python", sistem)[0] == nama


def test_on_a_mac_the_script_is_sound_and_quotes_what_it_names(tmp_path):
    _, isi = naskah(Workspace(tmp_path), "/opt/it's here/python", "darwin")
    assert subprocess.run(["sh", "-n"], input=isi, text=True, check=True).returncode == 0
    assert shlex.quote("/opt/it's here/python") in isi


def test_mulai_writes_it_once_and_leaves_what_somebody_made_of_it(tmp_path):
    ruang = Workspace(tmp_path)
    hasil = mulai(ruang, 2025)
    (letak,) = pembuka(ruang)
    assert letak in hasil.daftar_baru
    assert sys.executable in letak.read_text(encoding="utf-8")
    assert PurePosixPath(letak).name.startswith("Buka Laporan Kinerja")
    letak.write_text("milik saya", encoding="utf-8")
    assert letak in mulai(ruang, 2025).daftar_lama
    assert letak.read_text(encoding="utf-8") == "milik saya"


def test_the_starter_of_the_packet_is_one_that_windows_reads():
    isi = (Path(__file__).parents[2] / "pasang" / "Pasang Laporan Kinerja.cmd").read_bytes()
    assert isi.count(b"\r\n") == isi.count(b"\n") > 10
    assert isi.decode("ascii")
    tujuan = set(re.findall(rb"goto (\w+)", isi))
    assert tujuan == set(re.findall(rb"^:(\w+)", isi, re.MULTILINE))
