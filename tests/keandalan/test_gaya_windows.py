"""The rules of Windows, played on any system: names, lengths, files held open, old consoles, line ends."""

import errno
import json
import os
import shutil
from pathlib import Path

import pytest

from bantu_gaya import Bentuk, isi_induk, lakip, selesai
from bantu_ruang import formulir, isi
from lakip_gen.alur.bagikan import bagikan
from lakip_gen.alur.periksa import periksa_periode
from lakip_gen.alur.susun import susun
from lakip_gen.domain.nama_berkas import nama_aman, nama_formulir
from lakip_gen.domain.periode import Periode, triwulan
from lakip_gen.door.cli import run_command
from lakip_gen.excel.induk import write_induk
from lakip_gen.storage import writes
from lakip_gen.storage.manifest import read_manifest
from lakip_gen.storage.workspace import Workspace
from lakip_gen.storage.writes import LONGEST_PATH, write_whole

pytestmark = pytest.mark.laporan_pendek

TW1 = Periode.parse("2025-TW1")
TERLARANG = ("CON", "prn", "Aux", "NUL", *(f"COM{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10)))
BERBAHAYA = (
    "bidang.",
    "bidang ",
    "bidang...",
    ".bidang",
    "a:b",
    "a<b>|c?*",
    'a"b',
    "..\\..\\windows",
    "C:\\x",
    "\\\\server\\berbagi",
    "\\\\?\\C:\\x",
    "a/b",
    "CON.xlsx",
    "nul .txt",
    "a\tb\nc",
    "bidang\u202egnp.exe",
    "é" * 200,
    "x" * 300,
    "🙂",
    "CONIN$",
    "aux:strim",
)


def sah_di_windows(nama):
    pokok = nama.split(".")[0].rstrip().upper()
    return (
        nama == nama.rstrip(". ")
        and not set(nama) & set('<>:"/\\|?*')
        and all(ord(huruf) >= 32 for huruf in nama)
        and pokok not in {n.upper() for n in TERLARANG}
        and len(nama) <= 120
    )


@pytest.mark.parametrize("kode", [*TERLARANG, *BERBAHAYA], ids=ascii)
def test_a_name_made_of_a_code_is_always_valid(kode):
    assert sah_di_windows(nama_aman(kode))
    assert sah_di_windows(nama_formulir(kode, TW1))


@pytest.mark.lengkap
def test_a_unit_called_like_a_device_gets_its_form_and_its_copy_for_repair(tmp_path):
    ruang = Workspace(tmp_path)
    rows = isi_induk(Bentuk("perangkat", 3, indikator=1, subkegiatan=1, aksi=1), 1)
    ganti = {"UNIT-01": "CON", "UNIT-02": "nul", "UNIT-03": "COM1"}
    for lembar in ("unit", "indikator", "anggaran", "rencana_aksi"):
        for baris in rows[lembar]:
            kolom = "kode" if lembar == "unit" else "unit"
            baris[kolom] = ganti.get(baris.get(kolom), baris.get(kolom))
    ruang.induk(2025).parent.mkdir(parents=True)
    ruang.induk(2025).write_bytes(write_induk(rows))
    hasil = bagikan(ruang, TW1)
    assert hasil.induk_sah, hasil.daftar_temuan
    assert len({b.name.casefold() for b in hasil.daftar_baru}) == 3
    assert all(sah_di_windows(berkas.name) for berkas in hasil.daftar_baru)


# --- lengths ---


def panjang(tmp_path, banyak):
    """Return a place of just so many characters."""
    folder = tmp_path / "f"
    return folder / ("x" * (banyak - len(str(folder)) - 1))


@pytest.mark.parametrize(("banyak", "disebut"), [(LONGEST_PATH, False), (LONGEST_PATH + 1, True), (400, True)])
@pytest.mark.parametrize("tahap", ["create_new", "replace"])
def test_a_path_too_long_is_told_where_the_system_refuses_it(tmp_path, monkeypatch, banyak, disebut, tahap):
    def menolak(*_isi, **_lain):
        raise FileNotFoundError(errno.ENOENT, "The system cannot find the path specified", "C:\\x\\sementara")

    sasaran = writes if tahap == "create_new" else Path
    monkeypatch.setattr(sasaran, tahap, menolak)
    berkas = panjang(tmp_path, banyak)
    with pytest.raises(OSError) as galat:  # noqa: PT011 - its number is what is asked below
        write_whole(berkas, b"isi")
    assert (galat.value.errno == errno.ENAMETOOLONG) is disebut
    assert (galat.value.filename == str(berkas)) is disebut


def test_the_sentence_of_a_path_too_long_is_plain_and_the_exit_code_is_4(contoh, tmp_path, monkeypatch, capsys):
    dalam = tmp_path / ("folder yang panjang sekali namanya " * 5).strip() / ("lagi dan lagi " * 6).strip()
    shutil.copytree(contoh.root, dalam)

    def menolak(berkas):
        raise FileNotFoundError(errno.ENOENT, "The system cannot find the path specified", str(berkas))

    monkeypatch.setattr(writes, "create_new", menolak)
    assert run_command(["susun", "2025-TW1", "--ruang", str(dalam)]) == 4
    galat = capsys.readouterr().err
    assert "terlalu panjang" in galat
    assert "259" in galat
    assert "Pindahkan ruang kerja" in galat
    assert "Traceback" not in galat


def test_the_error_number_of_windows_for_a_long_name_is_known(contoh, monkeypatch, capsys):
    def menolak(*_isi, **_lain):
        galat = OSError(errno.EINVAL, "The filename or extension is too long", "C:\\x.docx")
        galat.winerror = 206
        raise galat

    monkeypatch.setattr(writes, "create_new", menolak)
    assert run_command(["susun", "2025-TW1", "--ruang", str(contoh.root)]) == 4
    assert "terlalu panjang" in capsys.readouterr().err


def test_a_path_that_is_truly_too_long_on_this_system(contoh_asli, capsys):
    """A real refusal of the operating system, which counts bytes of one name here and of all of it on Windows."""
    assert run_command(["susun", "2025-TW1", "--ruang", str(contoh_asli.root / ("n" * 300))]) == 4
    assert "terlalu panjang" in capsys.readouterr().err


# --- files that are held open ---


def terbuka(winerror, letak):
    galat = PermissionError(errno.EACCES, "The process cannot access the file", str(letak))
    galat.winerror = winerror
    return galat


@pytest.fixture
def tanpa_jeda(monkeypatch):
    jeda = []
    monkeypatch.setattr(writes.time, "sleep", jeda.append)
    return jeda


@pytest.mark.parametrize("winerror", [5, 32, 33])
@pytest.mark.parametrize("kali", [1, 2, 4])
def test_a_file_that_is_scanned_for_a_moment_is_written_all_the_same(tmp_path, monkeypatch, tanpa_jeda, winerror, kali):
    asli, sisa = Path.replace, [kali]

    def mengganti(diri, tujuan):
        if sisa[0]:
            sisa[0] -= 1
            raise terbuka(winerror, tujuan)
        return asli(diri, tujuan)

    monkeypatch.setattr(Path, "replace", mengganti)
    writes.write_patiently(tmp_path / "rekap.xlsx", b"isi")
    assert (tmp_path / "rekap.xlsx").read_bytes() == b"isi"
    assert tanpa_jeda == list(writes.PAUSES[:kali])
    assert [b.name for b in tmp_path.iterdir()] == ["rekap.xlsx"]


@pytest.mark.lengkap
@pytest.mark.parametrize(
    ("nama", "winerror"),
    [("laporan-kinerja-2025-TW1-draf-01.docx", 32), ("rekap.xlsx", 5), ("hasil-periksa.html", 32)],
)
def test_a_file_that_stays_open_gets_a_sibling(tersusun, monkeypatch, tanpa_jeda, capsys, winerror, nama):
    lama = (tersusun.output(TW1) / nama).read_bytes()
    isi(formulir(tersusun, "SEKRETARIAT"), "Indikator", "I5.4", "Data dukung", None)
    asli = Path.rename

    def mengganti(diri, tujuan):
        if diri.name == nama:
            raise terbuka(winerror, diri)
        return asli(diri, tujuan)

    monkeypatch.setattr(Path, "rename", mengganti)
    assert run_command(["susun", "2025-TW1", "--ruang", str(tersusun.root)]) == 4
    keluar = capsys.readouterr().out
    assert "sedang dibuka" in keluar
    assert sum(tanpa_jeda) == pytest.approx(2.5)
    pokok, akhiran = nama.rsplit(".", 1)
    assert (tersusun.output(TW1) / nama).read_bytes() == lama
    assert (tersusun.output(TW1) / f"{pokok}_baru.{akhiran}").is_file()
    monkeypatch.setattr(Path, "rename", asli)
    assert run_command(["susun", "2025-TW1", "--ruang", str(tersusun.root)]) == 0
    assert (tersusun.output(TW1) / nama).read_bytes() != lama


@pytest.mark.lengkap
def test_a_locked_manifest_is_tried_again(contoh, monkeypatch, tanpa_jeda):
    asli, sisa = Path.replace, [2]

    def mengganti(diri, tujuan):
        if Path(tujuan).name == "manifest.json" and sisa[0]:
            sisa[0] -= 1
            raise terbuka(32, tujuan)
        return asli(diri, tujuan)

    monkeypatch.setattr(Path, "replace", mengganti)
    assert run_command(["susun", "2025-TW1", "--ruang", str(contoh.root)]) == 0
    assert len(tanpa_jeda) == 2


@pytest.mark.usefixtures("tanpa_jeda")
def test_a_folder_that_may_not_be_written_to_is_one_sentence(contoh, monkeypatch, capsys):
    def menolak(*_isi, **_lain):
        raise terbuka(5, "C:\\Kinerja\\output")

    monkeypatch.setattr(writes, "create_new", menolak)
    assert run_command(["susun", "2025-TW1", "--ruang", str(contoh.root)]) == 4
    galat = capsys.readouterr().err
    assert "tidak dapat dibaca atau ditulis" in galat
    assert "Traceback" not in galat


@pytest.mark.lengkap
def test_a_draft_in_capitals_is_known_as_a_draft(contoh):
    folder = contoh.output(TW1)
    folder.mkdir(parents=True)
    (folder / "LAPORAN-KINERJA-2025-TW1-DRAF-01.DOCX").write_bytes(b"disunting di PC lain")
    hasil = susun(contoh, TW1)
    assert hasil.daftar_keluaran[0].name == "laporan-kinerja-2025-TW1-draf-02.docx"
    assert (folder / "LAPORAN-KINERJA-2025-TW1-DRAF-01.DOCX").read_bytes() == b"disunting di PC lain"


# --- consoles ---


@pytest.mark.parametrize(
    "sandi",
    ["cp1252", *(pytest.param(satu, marks=pytest.mark.lengkap) for satu in ("cp850", "cp437", "ascii", "utf-16"))],
)
@pytest.mark.parametrize(
    "kata",
    [
        pytest.param(("susun", "2025-TW1"), marks=pytest.mark.lengkap, id="susun"),
        pytest.param(("status", "2025"), id="status"),
        pytest.param(("--help",), id="--help"),
    ],
)
def test_an_old_console_stops_nothing(contoh, sandi, kata):
    berkas = contoh.inbox(TW1) / "Bidang ☃ 日本 é.xlsx"
    berkas.write_bytes(b"")
    ruang = () if kata == ("--help",) else ("--ruang", str(contoh.root))
    lingkungan = {"PYTHONIOENCODING": sandi, "PYTHONUTF8": "0", "LC_ALL": "C.UTF-8"}
    kode, keluar, galat = selesai(lakip(*kata, *ruang, lingkungan=lingkungan))
    assert kode in {0, 1}
    assert "Traceback" not in galat
    assert keluar


@pytest.mark.lengkap
def test_output_into_a_closed_pipe_is_no_fault(tersusun):
    proses = lakip("status", "2025", "--ruang", str(tersusun.root))
    proses.stdout.close()
    proses.wait(60)
    assert b"Traceback" not in proses.stderr.read()
    proses.stderr.close()


# --- line ends and marks ---


@pytest.mark.lengkap
def test_a_message_to_a_unit_is_read_by_all_editors_of_windows(tersusun_asli):
    bita = (tersusun_asli.output(TW1) / "pesan-unit.txt").read_bytes()
    assert bita.startswith(b"\xef\xbb\xbf")
    assert bita.count(b"\n") == bita.count(b"\r\n") > 10
    assert b"\r\r" not in bita


@pytest.mark.one_in(4)
@pytest.mark.parametrize("akhir", ["\r\n", "\r", "_x000D_\n", "_x000D_"], ids=ascii)
def test_line_ends_of_windows_in_a_cell_become_one_kind(contoh, akhir):
    isi(formulir(contoh, "SEKRETARIAT"), "Indikator", "I5.4", "Penjelasan", f"baris satu{akhir}baris dua")
    assert periksa_periode(contoh, TW1).semua_temuan == ()


@pytest.mark.parametrize(
    "ubahan", [lambda b: b.replace(b"\n", b"\r\n"), lambda b: b"\xef\xbb\xbf" + b], ids=["crlf", "bom"]
)
def test_a_manifest_saved_again_by_notepad_is_still_known(tersusun, ubahan):
    manifest = tersusun.output(TW1) / "manifest.json"
    sebelum = read_manifest(tersusun.output(TW1))
    manifest.write_bytes(ubahan(manifest.read_bytes()))
    assert read_manifest(tersusun.output(TW1)) == sebelum
    assert not susun(tersusun, TW1).berubah


def test_system_files_of_windows_in_the_inbox_are_passed_over(contoh):
    kotak = contoh.inbox(TW1)
    for nama in ("desktop.ini", "Thumbs.db", "~$formulir.xlsx", "~WRL0001.tmp"):
        (kotak / nama).write_bytes(b"x")
    assert periksa_periode(contoh, TW1).semua_temuan == ()


@pytest.mark.lengkap
def test_paths_for_scripts_have_plain_slashes(tersusun):
    ringkasan = susun(tersusun, TW1).ringkasan
    assert "\\" not in json.dumps(ringkasan["keluaran"])
    assert all(os.sep == "/" or "/" in letak for letak in ringkasan["keluaran"])


@pytest.mark.lengkap
def test_two_codes_that_differ_in_a_sign_only_do_not_fight_for_one_file(tmp_path):
    """Names that become one on disk would let the second unit's form take the first one's place."""
    ruang = Workspace(tmp_path)
    rows = isi_induk(Bentuk("kembar", 2, indikator=1, subkegiatan=1, aksi=1), 1)
    ganti = {"UNIT-01": "BIDANG-A", "UNIT-02": "BIDANG.A"}
    for lembar in ("unit", "indikator", "anggaran", "rencana_aksi"):
        for baris in rows[lembar]:
            kolom = "kode" if lembar == "unit" else "unit"
            baris[kolom] = ganti.get(baris.get(kolom), baris.get(kolom))
    ruang.induk(2025).parent.mkdir(parents=True)
    ruang.induk(2025).write_bytes(write_induk(rows))
    hasil = bagikan(ruang, triwulan(2025, 1))
    assert not hasil.induk_sah or len(set(hasil.daftar_baru)) == 2
