"""The command line: exit codes, Indonesian sentences, never a traceback."""

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

from bantu_ruang import formulir, isi
from lakip_gen.domain.periode import triwulan
from lakip_gen.door import cli
from lakip_gen.door.cli import run_command

pytestmark = pytest.mark.laporan_pendek


def test_help_is_indonesian(capsys):
    assert run_command(["--help"]) == 0
    teks = capsys.readouterr().out
    assert "Pemakaian: lakip-gen" in teks
    for inggris in ("Usage", "Options", "Commands", "Show this message"):
        assert inggris not in teks


@pytest.mark.parametrize("nama", list(cli.program.commands))
def test_every_command_explains_itself_in_indonesian(capsys, nama):
    assert run_command([nama, "--help"]) == 0
    teks = capsys.readouterr().out
    assert teks.startswith(f"Pemakaian: lakip-gen {nama}")
    assert "Usage" not in teks


@pytest.mark.parametrize(
    ("kata", "kalimat"),
    [
        (["susunn"], "Perintah “susunn” tidak ada."),
        (["susun"], "PERIODE belum ditulis."),
        (["susun", "2025-TW9"], "PERIODE"),
        (["susun", "2025-TW1", "--cepat"], "Opsi --cepat tidak dikenal."),
        (["susun", "2025-TW1", "lagi"], "Ada kata yang berlebih"),
        (["susun", "2025-TW1", "--tanggal", "kemarin"], "tanggal ditulis TAHUN-BULAN-HARI"),
        (["bagikan", "2025-S1"], "Formulir dibagikan per triwulan"),
        (["status", "dua"], "tulislah seperti 2025-TW1"),
        (["status", "2025", "--ruang"], "Opsi --ruang belum diberi isi."),
        (["status", "2025", "--json=1"], "Opsi --json tidak memakai isi."),
        (["mulai", "--tahun", "dua"], "tahun: harus berupa bilangan bulat"),
        (["mulai", "--kertas", "B5"], "kertas: bukan salah satu pilihannya"),
        (["status", "1900"], "Tahun 1900"),
        (["periksa", "tidak-ada.xlsx"], "tidak ditemukan"),
        (["periksa", "arsip/TW9-01"], "tidak ditemukan"),
        (["periksa", str(Path(__file__).parent)], "bukan arsip"),
    ],
)
def test_a_wrong_command_is_answered_with_a_sentence_and_exit_2(capsys, kata, kalimat):
    assert run_command(kata) == 2
    assert kalimat in capsys.readouterr().err


@pytest.mark.parametrize(
    ("taruh", "kata"),
    [(os.mkfifo, "ini pipa, perangkat, atau soket"), (os.mkdir, "ini folder, bukan berkas")],
    ids=["pipe", "folder"],
)
def test_what_is_named_like_a_form_and_is_no_file_is_told_for_what_it_is(tersusun_asli, tmp_path, capsys, taruh, kata):
    letak = tmp_path / "formulir.xlsx"
    taruh(letak)
    assert run_command(["periksa", str(letak), "--ruang", str(tersusun_asli.root)]) == 1
    tangkap = capsys.readouterr()
    assert kata in tangkap.out + tangkap.err


def test_a_good_run_exits_0_and_prints_the_contract(contoh, capsys):
    assert run_command(["susun", "2025-TW1", "--json", "--ruang", str(contoh.root)]) == 0
    isi_json = json.loads(capsys.readouterr().out)
    assert isi_json["periode"] == "2025-TW1"
    assert run_command(["susun", "2025-TW1", "--json", "--ruang", str(contoh.root)]) == 0
    assert json.loads(capsys.readouterr().out) == isi_json


def test_a_check_prints_the_same_figures_as_the_report(tersusun, capsys):
    run_command(["susun", "2025-TW1", "--json", "--ruang", str(tersusun.root)])
    disusun = json.loads(capsys.readouterr().out)
    run_command(["periksa", "2025-TW1", "--json", "--ruang", str(tersusun.root)])
    diperiksa = json.loads(capsys.readouterr().out)
    assert diperiksa == disusun | {"keluaran": []}


@pytest.mark.lengkap
def test_a_galat_exits_1_also_when_nothing_changed(contoh):
    isi(formulir(contoh, "BIDANG-APTIKA"), "Indikator", "I2.4", "Realisasi triwulan", "1.100")
    assert run_command(["susun", "2025-TW1", "--ruang", str(contoh.root)]) == 1
    assert run_command(["susun", "2025-TW1", "--ruang", str(contoh.root)]) == 1
    assert run_command(["periksa", "2025-TW1", "--ruang", str(contoh.root)]) == 1


@pytest.mark.parametrize(
    "kata",
    [
        ("susun", "2025-TW1"),
        ("bagikan", "2025-TW1"),
        ("periksa", "2025"),
        ("status", "2025"),
        ("asal", "2025", "I1"),
        ("templat", "periksa"),
        ("templat", "variabel"),
        ("templat", "contoh"),
    ],
)
def test_a_folder_that_is_no_working_folder_is_told_and_stays_as_it_is(tmp_path, capsys, kata):
    assert run_command([*kata, "--ruang", str(tmp_path)]) == 2
    teks = capsys.readouterr().err
    assert f"{tmp_path} bukan ruang kerja" in teks
    assert "--ruang" in teks
    assert list(tmp_path.iterdir()) == []


def test_a_missing_buku_induk_exits_3_with_the_place(tmp_path, capsys):
    (tmp_path / "workbooks").mkdir()
    assert run_command(["susun", "2025-TW1", "--ruang", str(tmp_path)]) == 3
    assert "workbooks/2025/induk.xlsx" in capsys.readouterr().out


def test_one_file_can_be_checked_wherever_it_lies(contoh, tmp_path, capsys):
    berkas = tmp_path / "dari whatsapp.xlsx"
    berkas.write_bytes(formulir(contoh, "BIDANG-APTIKA", 2).read_bytes())
    assert run_command(["periksa", str(berkas), "--ruang", str(contoh.root)]) == 0
    assert "BIDANG-APTIKA" in capsys.readouterr().out
    berkas.write_bytes(b"bukan apa-apa")
    assert run_command(["periksa", str(berkas), "--ruang", str(contoh.root)]) == 1
    assert run_command(["periksa", str(berkas), "--json", "--ruang", str(contoh.root)]) == 1


def test_a_second_run_in_the_same_folder_exits_5(tersusun, capsys):
    (tersusun.root / "output").mkdir(exist_ok=True)
    with FileLock(tersusun.root / "output" / ".lakip-gen.lock"):
        assert run_command(["susun", "2025-TW1", "--ruang", str(tersusun.root)]) == 5
    assert "sedang dipakai" in capsys.readouterr().err
    assert run_command(["susun", "2025-TW1", "--ruang", str(tersusun.root)]) == 0


def test_what_lies_in_the_lock_s_place_is_neither_followed_nor_obeyed(tersusun, capsys):
    """The note of the holder is a link to somebody's file; or it tells the terminal to wipe itself."""
    (tersusun.root / "output").mkdir(exist_ok=True)
    catatan, korban = tersusun.root / "output" / ".lakip-gen.pemegang.json", tersusun.root / "korban.txt"
    korban.write_text("milik orang")
    catatan.symlink_to(korban)
    assert run_command(["susun", "2025-TW1", "--ruang", str(tersusun.root)]) == 0
    assert korban.read_text() == "milik orang"
    catatan.write_text(json.dumps({"pemakai": "\x1b[2J\u202e", "komputer": "a", "proses": "1", "waktu": "b"}))
    with FileLock(tersusun.root / "output" / ".lakip-gen.lock"):
        assert run_command(["susun", "2025-TW1", "--ruang", str(tersusun.root)]) == 5
    assert "\ufffd[2J\ufffd di a" in capsys.readouterr().err


def test_names_of_files_give_the_terminal_no_commands(contoh, capsys):
    asal = next(iter(contoh.form_files(triwulan(2025, 1))))
    for nama in ("\x1b]0;x\x07[red]:smile:", "a\u202exslx", "\udcff\udcfe", "\x9b31m"):
        asal.with_name(f"{nama}.xlsx").write_bytes(asal.read_bytes())
    for perintah in ("susun", "periksa", "susun"):
        run_command([perintah, "2025-TW1", "--ruang", str(contoh.root)])
        tercetak = "".join(capsys.readouterr())
        assert not set(tercetak) & set("\x1b\x07\x9b\u202e\udcff")
        assert "cacat" not in tercetak
    assert "tidak ada perubahan" in tercetak


@pytest.mark.lengkap
def test_a_held_output_is_written_beside_and_exits_4(contoh, capsys, monkeypatch):
    from lakip_gen.storage import writes

    assert run_command(["susun", "2025-TW1", "--ruang", str(contoh.root)]) == 0
    isi(formulir(contoh, "SEKRETARIAT"), "Indikator", "I5.4", "Data dukung", None)
    asli = Path.rename

    def terkunci(diri, tujuan):
        if diri.name == "rekap.xlsx":
            raise PermissionError(13, "dipakai program lain", str(diri))
        return asli(diri, tujuan)

    monkeypatch.setattr(Path, "rename", terkunci)
    monkeypatch.setattr(writes, "PAUSES", (0.0,))
    assert run_command(["susun", "2025-TW1", "--ruang", str(contoh.root)]) == 4
    assert "rekap_baru.xlsx" in capsys.readouterr().out


@pytest.mark.lengkap
def test_a_file_where_a_folder_should_be_is_told_in_indonesian(contoh, capsys):
    (contoh.root / "output" / "2025").write_text("bukan folder")
    assert run_command(["susun", "2025-TW1", "--ruang", str(contoh.root)]) == 4
    assert "yang seharusnya folder ternyata berkas" in capsys.readouterr().err


@pytest.mark.parametrize("perintah", ["susun", "periksa", "status"])
def test_an_inbox_that_may_not_be_opened_ends_with_4_and_its_name(contoh, capsys, monkeypatch, perintah):
    """Nobody's forms are not no forms: the outputs of the last run stay as they are."""
    asli = Path.iterdir

    def ditolak(diri):
        if diri.name == "TW1":
            raise PermissionError(13, "tidak boleh", str(diri))
        return asli(diri)

    monkeypatch.setattr(Path, "iterdir", ditolak)
    assert run_command([perintah, "2025-TW1", "--ruang", str(contoh.root)]) == 4
    assert "Folder TW1 tidak boleh dibuka" in capsys.readouterr().err
    assert list((contoh.root / "output").rglob("*.xlsx")) == []


def test_an_interrupted_run_says_so_and_exits_130(contoh, monkeypatch, capsys):
    from lakip_gen.alur import penyusunan as modul

    def berhenti(*_isi, **_nama):
        raise KeyboardInterrupt

    monkeypatch.setattr(modul, "susun_pandangan", berhenti)
    assert run_command(["susun", "2025-TW1", "--ruang", str(contoh.root)]) == 130
    assert "Dihentikan" in capsys.readouterr().err


def test_a_fault_of_the_program_is_one_sentence_with_a_log_and_exits_70(contoh, monkeypatch, capsys, tmp_path):
    from lakip_gen.alur import penyusunan as modul

    def rusak(*_isi, **_nama):
        raise ZeroDivisionError

    monkeypatch.setattr(modul, "susun_pandangan", rusak)
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    assert run_command(["susun", "2025-TW1", "--ruang", str(contoh.root)]) == 70
    galat = capsys.readouterr().err
    assert "lakip-gen-cacat.log" in galat
    assert "Traceback" not in galat
    assert "ZeroDivisionError" in (tmp_path / "lakip-gen-cacat.log").read_text(encoding="utf-8")


@pytest.mark.lengkap
def test_asal_shows_formula_file_sheet_and_cell(contoh, capsys):
    assert run_command(["asal", "2025", "I8.1", "--ruang", str(contoh.root)]) == 0
    teks = capsys.readouterr().out
    assert "166,67%  [R / T × 100]" in teks
    assert "TW4/formulir-subbid-anggaran-2025-TW4.xlsx · Indikator · O10" in teks
    assert run_command(["asal", "2025", "I99", "--ruang", str(contoh.root)]) == 2
    assert run_command(["asal", "2025", "5.02.02", "--ruang", str(contoh.root)]) == 0


def test_status_lists_every_unit_and_quarter(contoh, capsys):
    formulir(contoh, "SEKRETARIAT", 3).unlink()
    assert run_command(["status", "2025", "--ruang", str(contoh.root)]) == 0
    teks = capsys.readouterr().out
    assert teks.count("diterima") == 23
    assert "belum" in teks


def test_output_survives_a_console_that_speaks_cp1252(contoh):
    kata = [sys.executable, "-m", "lakip_gen", "asal", "2025-TW1", "I8.1", "--ruang", str(contoh.root)]
    hasil = subprocess.run(kata, capture_output=True, check=False, env={"PYTHONIOENCODING": "cp1252", "PATH": ""})
    assert hasil.returncode == 0
    assert b"Traceback" not in hasil.stderr


@pytest.mark.one_in(3)
@pytest.mark.parametrize(
    ("kata", "nama"),
    [
        (["mulai", "--tahun", "2026"], "Kinerja Kécamatan"),
        (["contoh"], "Contoh Saya"),
        (["mulai", "--tahun", "2026"], "."),
    ],
)
def test_the_next_command_works_as_printed_from_where_the_planner_stands(tmp_path, monkeypatch, capsys, kata, nama):
    monkeypatch.chdir(tmp_path)
    assert run_command([*kata, nama]) == 0
    saran = capsys.readouterr().out.rpartition("lakip-gen ")[2].rstrip()
    run_command(shlex.split(saran))
    tangkap = capsys.readouterr()
    assert tangkap.out.startswith(("Pemeriksaan Tahun 2026", "Laporan Triwulan I Tahun 2025"))
    assert "bukan ruang kerja" not in tangkap.err
