"""A run that is cut off at any of its steps leaves whole files, no edit is lost, and the next run heals it."""

import json
import shutil
import subprocess
import sys
import time
import zipfile
from collections import Counter
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from unittest.mock import patch

import docx
import openpyxl
import pytest

from bantu_gaya import LINGKUNGAN, acak, isi_folder, salin
from bantu_pendek import pendekkan
from bantu_putus import BACA, DAFTAR, UBAH, Pemutus, Pengintai, galat, mendengar, terpasang
from bantu_ruang import formulir, isi
from lakip_gen.alur.catat import daftar_catatan
from lakip_gen.alur.susun import susun
from lakip_gen.domain.periode import Periode
from lakip_gen.door.cli import run_command
from lakip_gen.storage import outputs, writes
from lakip_gen.storage.figures import take_figures
from lakip_gen.storage.lock import HOLDER_NAME, LOCK_NAME
from lakip_gen.storage.workspace import Workspace

TW1 = Periode.parse("2025-TW1")
SUNTINGAN = "laporan-kinerja-2025-TW1-draf-01.docx"
MANIFEST = ("manifest.json",)
CARA = ("penuh", "ditolak", "dihentikan")


def sunting(berkas):
    dokumen = docx.Document(str(berkas))
    dokumen.add_paragraph("Kalimat Sekretaris yang tidak boleh hilang.")
    dokumen.save(str(berkas))


@dataclass(frozen=True)
class Panggung:
    """A period that was made once, edited, and whose input then changed; and what an undisturbed run makes of it."""

    ruang: Workspace
    lama: dict[str, bytes]
    baru: dict[str, bytes]
    suntingan: bytes
    angka: tuple[str, str]
    kejadian: tuple[list[tuple[str, str, str]], ...]


@pytest.fixture(scope="module")
def panggung(contoh_asli, tmp_path_factory):
    """Unit A had a galat and mends it, unit B gets one: a return copy comes and another goes."""
    ruang = salin(contoh_asli, tmp_path_factory.mktemp("terputus") / "ruang")
    pendekkan(ruang)
    isi(formulir(ruang, "BIDANG-APTIKA"), "Indikator", "I2.4", "Realisasi triwulan", "1.100")
    susun(ruang, TW1)
    folder = ruang.output(TW1)
    sunting(folder / SUNTINGAN)
    isi(formulir(ruang, "SEKRETARIAT"), "Indikator", "I5.4", "Penjelasan", "Survei diulang.")
    susun(ruang, TW1)  # a second, untouched draft stands beside the edited one
    isi(formulir(ruang, "BIDANG-APTIKA"), "Indikator", "I2.4", "Realisasi triwulan", 20)
    isi(formulir(ruang, "BIDANG-IKP"), "Indikator", "I1.3", "Realisasi triwulan", "1.100")
    lama = isi_folder(folder)
    (folder / "kembali" / ".lakip-sisa.tmp").write_bytes(b"sisa jalan yang dulu mati")
    lurus = salin(ruang, ruang.root.parent / "lurus")
    susun(lurus, TW1)
    dua = (ruang, lurus)
    angka, kejadian = tuple(map(angka_dilaporkan, dua)), tuple(map(kejadian_tercatat, dua))
    assert len(set(angka)) == 2
    assert len(kejadian[1]) > len(kejadian[0])
    return Panggung(ruang, lama, isi_folder(lurus.output(TW1)), lama[SUNTINGAN], angka, kejadian)


def angka_dilaporkan(ruang):
    return take_figures(ruang, (TW1,))[TW1]


def kejadian_tercatat(ruang):
    """Return what was recorded of the quarter, but for the hours; all lines must be whole."""
    catatan = daftar_catatan(ruang, TW1)
    assert catatan.daftar_temuan == ()
    return [(satu.jenis.value, satu.unit, satu.sidik) for satu in catatan.daftar.values()]


def jalan(ruang):
    return run_command(["susun", "2025-TW1", "--ruang", str(ruang.root)])


@pytest.fixture(scope="module")
def daftar_titik(panggung, tmp_path_factory):
    """Every call of an undisturbed run that changes anything in the working folder."""
    ruang = salin(panggung.ruang, tmp_path_factory.mktemp("titik") / "ruang")
    with terpasang(Pemutus(ruang.root)) as pemutus:
        jalan(ruang)
    return pemutus.panggilan


def periksa_utuh(ruang, panggung):
    """Everything that stands is old or new and whole; only the program's own temporary files are beside it."""
    ada = isi_folder(ruang.output(TW1))
    for nama, bita in ada.items():
        if Path(nama).name.startswith(".lakip-"):
            continue
        if Path(nama).name == "manifest.json":
            json.loads(bita)
            continue
        assert bita in {panggung.lama.get(nama), panggung.baru.get(nama)}, nama
    assert ada[SUNTINGAN] == panggung.suntingan
    assert angka_dilaporkan(ruang) in panggung.angka
    assert kejadian_tercatat(ruang) in panggung.kejadian


def tanpa_manifest(isi):
    """Return a folder without its lists: a run that could not record everything leaves in them what is still to do."""
    return {nama: bita for nama, bita in isi.items() if Path(nama).name not in MANIFEST}


def periksa_selesai(ruang, panggung):
    """A run that says it is done has written everything."""
    ada = isi_folder(ruang.output(TW1), kecuali=MANIFEST)
    assert {nama: bita for nama, bita in ada.items() if ".lakip-" not in nama} == tanpa_manifest(panggung.baru)


def tanpa_perubahan(rekap):
    """Return the values of a rekap without the sheet that says what is reported otherwise than before."""
    buku = openpyxl.load_workbook(BytesIO(rekap), read_only=True)
    return {lembar.title: [*lembar.values] for lembar in buku if lembar.title != "Perubahan"}


def periksa_pulih(ruang, panggung, *, dilaporkan_lain=False):
    """The next run brings everything to where an undisturbed run would have brought it.

    Where a form could not be read, other figures were reported in between, and that is what is told of them.
    """
    assert jalan(ruang) == 1  # a galat remains in the forms
    ada, utuh = isi_folder(ruang.output(TW1), kecuali=MANIFEST), tanpa_manifest(panggung.baru)
    # A file of its own that could not be thrown away waits, in nobody's way, until something is written again.
    akhir = {nama: bita for nama, bita in ada.items() if ".lakip-" not in nama}
    if dilaporkan_lain:
        assert tanpa_perubahan(akhir.pop("rekap.xlsx")) == tanpa_perubahan(utuh.pop("rekap.xlsx"))
    assert akhir == utuh
    assert dilaporkan_lain or angka_dilaporkan(ruang) == panggung.angka[1]
    ada, utuh = kejadian_tercatat(ruang), panggung.kejadian[1]
    assert {*utuh} <= {*ada} if dilaporkan_lain else ada == utuh
    assert not list(ruang.root.rglob("*_suntingan*"))


def uji_titik(panggung, tmp_path, cara, saat, *, sesudah):
    ruang = salin(panggung.ruang, tmp_path / f"{cara}-{saat}-{sesudah}")
    with terpasang(Pemutus(ruang.root, saat, cara, sesudah)):
        kode = jalan(ruang)
    # Behind a call that failed by itself, for want of a file to move aside, nothing is cut.
    assert kode in ({130, 1} if cara == "dihentikan" and sesudah else {130} if cara == "dihentikan" else {1, 4}), saat
    if kode == 1:  # a second try went through, or what failed was not needed
        periksa_selesai(ruang, panggung)
    periksa_utuh(ruang, panggung)
    periksa_pulih(ruang, panggung)
    shutil.rmtree(ruang.root)


@pytest.mark.lengkap
def test_all_kinds_of_calls_are_counted(daftar_titik):
    assert {nama for nama, _ in daftar_titik} == {"mkdir", "open", "write", "fsync", "link", "replace", "unlink"}
    assert len(daftar_titik) >= 45
    assert daftar_titik[-2:] == [("replace", "manifest.json"), ("unlink", HOLDER_NAME)]


@pytest.mark.lengkap
def test_no_change_of_the_working_folder_escapes_the_count(panggung, daftar_titik, tmp_path):
    """Python itself tells what a run changes: all of it is counted, but for the opening of the lock and its note."""
    ruang = salin(panggung.ruang, tmp_path / "ruang")
    mengubah = {"open", *UBAH.values()}
    with mendengar(Pengintai(ruang.root, lambda jenis, _letak: jenis in mengubah)) as pengintai:
        jalan(ruang)
    dibuka = [nama for jenis, nama in pengintai.kejadian if jenis == "open"]
    kunci = dibuka[: dibuka.index(HOLDER_NAME) + 1]  # how a lock is taken is up to its library
    assert LOCK_NAME in kunci
    terhitung = Counter(jenis for jenis, _ in daftar_titik if jenis in mengubah)
    assert Counter(jenis for jenis, _ in pengintai.kejadian) == terhitung + Counter(open=len(kunci))


@pytest.mark.one_in(3)
@pytest.mark.parametrize("cara", CARA)
@pytest.mark.lengkap
def test_a_run_may_be_cut_off_at_some_points(panggung, daftar_titik, tmp_path, cara):
    for saat in range(1, len(daftar_titik) + 1, 40):
        uji_titik(panggung, tmp_path, cara, saat, sesudah=False)


@pytest.mark.lengkap
@pytest.mark.parametrize("bagian", range(4))
@pytest.mark.parametrize("cara", CARA)
def test_a_run_may_be_cut_off_before_and_after_every_point(panggung, daftar_titik, tmp_path, cara, bagian):
    for saat in range(1 + bagian, len(daftar_titik) + 1, 4):
        for sesudah in (False, True):
            uji_titik(panggung, tmp_path, cara, saat, sesudah=sesudah)


# --- what is read, what is listed, and the lock ---


def di_luar_hitungan(jenis, letak):
    """What `Pemutus` does not count: reading, listing, and the opening of the lock and its note."""
    return jenis in {BACA, DAFTAR} or (jenis == "open" and letak.name in {LOCK_NAME, HOLDER_NAME})


@pytest.fixture(scope="module")
def daftar_bacaan(panggung, tmp_path_factory):
    """Everything an undisturbed run reads or lists."""
    ruang = salin(panggung.ruang, tmp_path_factory.mktemp("bacaan") / "ruang")
    with mendengar(Pengintai(ruang.root, di_luar_hitungan)) as pengintai:
        jalan(ruang)
    return pengintai.kejadian


def periksa_terbuka(ruang, panggung):
    """Every output can be opened to its end; a unit whose form could not be read may be missing from it."""
    ada = isi_folder(ruang.output(TW1))
    assert ada[SUNTINGAN] == panggung.suntingan
    for nama, bita in ada.items():
        match Path(nama).suffix:
            case ".xlsx" | ".docx":
                assert zipfile.ZipFile(BytesIO(bita)).testzip() is None, nama
            case ".html":
                assert bita.rstrip().endswith(b"</html>"), nama
            case ".json":
                json.loads(bita)


def uji_bacaan(panggung, tmp_path, cara, saat, *, terus):
    ruang = salin(panggung.ruang, tmp_path / f"baca-{cara}-{saat}-{terus}")
    pengintai = Pengintai(ruang.root, di_luar_hitungan, saat, cara, terus)
    with mendengar(pengintai), patch.object(writes, "PAUSES", (0.0, 0.0)):
        kode = jalan(ruang)
    assert pengintai.gagal
    assert kode in ({130} if cara == "dihentikan" else {1, 3, 4}), (pengintai.gagal, kode)
    periksa_terbuka(ruang, panggung)
    periksa_pulih(ruang, panggung, dilaporkan_lain=True)
    shutil.rmtree(ruang.root)


@pytest.mark.lengkap
def test_all_kinds_of_reads_are_counted(daftar_bacaan):
    dibaca = {Path(nama).suffix for jenis, nama in daftar_bacaan if jenis == BACA}
    assert {".xlsx", ".docx", ".html", ".txt", ".json"} <= dibaca
    assert {jenis for jenis, _ in daftar_bacaan} == {BACA, DAFTAR, "open"}
    assert len(daftar_bacaan) >= 40


@pytest.mark.lengkap
@pytest.mark.parametrize("cara", ["rusak", "ditolak", "dihentikan"])
def test_a_read_may_fail_at_some_points(panggung, daftar_bacaan, tmp_path, cara):
    for saat in range(1, len(daftar_bacaan) + 1, 60):
        uji_bacaan(panggung, tmp_path, cara, saat, terus=cara == "ditolak")


@pytest.mark.lengkap
@pytest.mark.parametrize(
    ("cara", "terus"),
    [("rusak", False), ("ditolak", False), ("ditolak", True), ("dihentikan", False)],
    ids=["rusak", "ditolak sekali", "ditolak terus", "dihentikan"],
)
def test_a_read_may_fail_at_every_point(panggung, daftar_bacaan, tmp_path, cara, terus):
    for saat in range(1, len(daftar_bacaan) + 1):
        uji_bacaan(panggung, tmp_path, cara, saat, terus=terus)


# --- a process that is killed ---

MATI = """
import sys
sys.path.insert(0, {uji!r})
from pathlib import Path
from bantu_putus import Pemutus, terpasang
pemutus = terpasang(Pemutus(Path({ruang!r}), {saat}, "mati", {sesudah}))
pemutus.__enter__()
from lakip_gen.door.cli import run_command
run_command(["susun", "2025-TW1", "--ruang", {ruang!r}])
"""


def uji_mati(panggung, tmp_path, saat, *, sesudah):
    ruang = salin(panggung.ruang, tmp_path / f"mati-{saat}-{sesudah}")
    skrip = MATI.format(
        uji=str(Path(__file__).parents[1]),
        ruang=str(ruang.root),
        saat=saat,
        sesudah=sesudah,
    )
    hasil = subprocess.run([sys.executable, "-c", skrip], env=LINGKUNGAN, capture_output=True, check=False, timeout=600)
    assert hasil.returncode == 99, hasil.stderr.decode()
    periksa_utuh(ruang, panggung)
    periksa_pulih(ruang, panggung)
    shutil.rmtree(ruang.root)


@pytest.mark.lengkap
def test_the_process_may_die_at_some_points(panggung, daftar_titik, tmp_path):
    for saat in range(3, len(daftar_titik) + 1, 29):
        uji_mati(panggung, tmp_path, saat, sesudah=False)


@pytest.mark.lengkap
@pytest.mark.parametrize("bagian", range(4))
def test_the_process_may_die_at_every_point(panggung, daftar_titik, tmp_path, bagian):
    for saat in range(1 + bagian, len(daftar_titik) + 1, 4):
        uji_mati(panggung, tmp_path, saat, sesudah=bool(saat % 2))


# --- a process that is killed at any moment of the clock, while its inputs change ---

TANPA_AKHIR = """
import sys
from pathlib import Path
from lakip_gen.storage.outputs import Outputs
from lakip_gen.storage.writes import remove_temporaries
folder, nomor = Path({folder!r}), {nomor}
print("mulai", flush=True)
while True:
    nomor += 1
    keluaran = Outputs(folder)
    remove_temporaries(folder)
    isi = b"keluaran %d " % nomor * 20000
    nama = ("rekap.xlsx", "kembali/a.xlsx") if nomor % 3 else ("rekap.xlsx",)
    draf = {{keluaran.draft_place("laporan"): isi}} if nomor % 2 else {{}}
    keluaran.write(draf | {{keluaran.place(satu): isi for satu in nama}})
    keluaran.finish({{}}, {{}})
"""
"""Runs without end, each of which writes something else; every other one finds no template for a draft."""
SUNTINGAN_ORANG = "laporan-draf-01.docx"


def matikan_acak(folder, undi, nomor):
    """Kill a process that makes one run after another, somewhere; what stands is whole, and the next run its owner."""
    skrip = TANPA_AKHIR.format(folder=str(folder), nomor=nomor * 100_000)
    with subprocess.Popen([sys.executable, "-c", skrip], env=LINGKUNGAN, stdout=subprocess.PIPE) as proses:
        proses.stdout.readline()
        time.sleep(undi.uniform(0, 0.08))
        proses.kill()
    terlihat = {b: b.read_bytes() for b in folder.rglob("*") if b.is_file() and b.name[0] != "."}
    for berkas, bita in terlihat.items():
        if berkas.name == "manifest.json":
            json.loads(bita)
        elif berkas.name != SUNTINGAN_ORANG:
            kata = bita.split()
            assert len(bita) == 20000 * (len(kata[0]) + len(kata[1]) + 2), berkas.name
            assert len(set(kata)) == 2, berkas.name


def uji_mati_acak(folder, undi, banyak):
    (folder / "kembali").mkdir(parents=True)
    (folder / SUNTINGAN_ORANG).write_bytes(b"kalimat Sekretaris")
    for nomor in range(1, banyak + 1):
        matikan_acak(folder, undi, nomor)
        assert (folder / SUNTINGAN_ORANG).read_bytes() == b"kalimat Sekretaris"
        assert {b.name for b in folder.rglob("*") if b.is_file() and b.name[0] != "."} <= {
            *("manifest.json", "rekap.xlsx", "a.xlsx"),
            *(SUNTINGAN_ORANG, "laporan-draf-02.docx"),
        }


def test_killed_at_some_moment_a_run_leaves_whole_files_and_its_successor_owns_them(tmp_path):
    uji_mati_acak(tmp_path / "folder", acak(5), 3)


@pytest.mark.lengkap
def test_a_hundred_and_twenty_kills_one_after_another(tmp_path):
    uji_mati_acak(tmp_path / "folder", acak(6), 120)


# --- a file that stays open in another program ---


@pytest.mark.lengkap
@pytest.mark.parametrize(
    "nama", ["rekap.xlsx", "hasil-periksa.html", "pesan-unit.txt", "laporan-kinerja-2025-TW1-draf-02.docx"]
)
def test_an_output_that_is_open_is_written_beside_and_gets_its_name_back_once_closed(panggung, tmp_path, nama, capsys):
    ruang = salin(panggung.ruang, tmp_path / "ruang")
    with terpasang(Pemutus(ruang.root, terus=nama)):
        assert jalan(ruang) == 4
    assert "_baru" in capsys.readouterr().out
    ada = isi_folder(ruang.output(TW1))
    pokok, titik, akhiran = nama.rpartition(".")
    assert ada[nama] == panggung.lama[nama]
    assert ada[f"{pokok}_baru{titik}{akhiran}"] == panggung.baru[nama]
    assert ada[SUNTINGAN] == panggung.suntingan
    assert jalan(ruang) == 1
    pulih = isi_folder(ruang.output(TW1), kecuali=MANIFEST)
    pulih.pop(f"{pokok}_baru.docx", None)  # a draft is never deleted, not even a superseded one
    assert pulih == tanpa_manifest(panggung.baru)


@pytest.mark.lengkap
def test_dying_after_writing_beside_an_open_output_leaves_no_file_without_an_owner(panggung, tmp_path):
    ruang = salin(panggung.ruang, tmp_path / "ruang")
    asli = outputs.Outputs.finish
    with (
        terpasang(Pemutus(ruang.root, terus="rekap.xlsx")),
        patch.object(outputs.Outputs, "finish", side_effect=KeyboardInterrupt),
    ):
        assert jalan(ruang) == 130
    assert (ruang.output(TW1) / "rekap_baru.xlsx").is_file()
    assert outputs.Outputs.finish is asli
    periksa_pulih(ruang, panggung)


@pytest.mark.lengkap
def test_a_stale_copy_for_repair_that_is_open_goes_with_the_next_run(panggung, tmp_path, capsys):
    ruang = salin(panggung.ruang, tmp_path / "ruang")
    usang = ruang.output(TW1) / "kembali" / "perbaikan-bidang-aptika-2025-TW1.xlsx"
    asli = Path.rename

    def dibuka(diri, tujuan):
        if diri == usang:
            raise galat("ditolak", diri)
        return asli(diri, tujuan)

    with patch.object(Path, "rename", dibuka), patch.object(writes, "PAUSES", (0,)):
        assert jalan(ruang) == 4
    assert "tidak berlaku lagi tetapi sedang dibuka" in capsys.readouterr().out
    assert usang.is_file()
    assert jalan(ruang) == 1
    assert not usang.exists()


# --- what a run may not remember ---


@pytest.mark.lengkap
def test_a_form_that_could_not_be_read_for_a_moment_comes_in_with_the_next_run(contoh):
    """The file stays the same, so only the run's own doubt brings the next one to read it again."""
    sasaran = formulir(contoh, "SEKRETARIAT")

    def dibaca(jenis, letak):
        return jenis == BACA and letak == sasaran

    with mendengar(
        Pengintai(contoh.root, dibaca, 1, "ditolak")
    ):  # opened once: its fingerprint is that of what was read
        hasil = susun(contoh, TW1)
    assert [temuan.kode for temuan in hasil.daftar_temuan] == ["berkas-tidak-terbaca"]
    hasil = susun(contoh, TW1)
    assert hasil.berubah
    assert hasil.daftar_temuan == ()
    assert {unit["status"] for unit in hasil.ringkasan["unit"]} == {"diterima"}
    assert not susun(contoh, TW1).berubah


@pytest.mark.lengkap
def test_a_form_replaced_during_a_run_is_read_by_the_next_one(contoh):
    """What was read is what was fingerprinted: the run tells of that, and the next one sees that it changed."""
    sasaran = formulir(contoh, "SEKRETARIAT")
    baru = sasaran.read_bytes()
    isi(sasaran, "Indikator", "I5.4", "Realisasi triwulan", "1.100")
    asli = sasaran.read_bytes()
    sasaran.write_bytes(baru)
    dibaca = []

    def maju(nama):
        if nama == sasaran.name and not dibaca:
            dibaca.append(nama)
            sasaran.write_bytes(asli)

    assert susun(contoh, TW1, maju=maju).ringkasan["temuan"] == []
    assert dibaca
    hasil = susun(contoh, TW1)
    assert hasil.berubah
    assert hasil.ringkasan["temuan"]


@pytest.mark.lengkap
@pytest.mark.parametrize("cara", ["ditolak", "rusak"])
def test_a_manifest_that_cannot_be_read_does_not_make_the_program_forget_its_outputs(tersusun, capsys, cara):
    isi(formulir(tersusun, "SEKRETARIAT"), "Indikator", "I5.4", "Penjelasan", "Survei diulang.")
    sebelum = isi_folder(tersusun.output(TW1))

    def manifest(jenis, letak):
        return jenis == BACA and letak.name == "manifest.json"

    with mendengar(Pengintai(tersusun.root, manifest, 1, cara, terus=True)), patch.object(writes, "PAUSES", (0,)):
        assert jalan(tersusun) == 4
    assert "manifest.json" in capsys.readouterr().err
    assert isi_folder(tersusun.output(TW1)) == sebelum
    assert jalan(tersusun) == 0
    assert isi_folder(tersusun.output(TW1)).keys() == sebelum.keys()
