"""A run that is cut off at any of its writes leaves whole files, no edit is lost, and the next run heals it.

`Pemutus` stands between `keluaran` and the operating system: it counts every folder made, file opened, written,
flushed, put in its place and removed, and lets one of them fail in the way that is asked for.
"""

import errno
import json
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

import docx
import pytest

from bantu_gaya import LINGKUNGAN, isi_folder, salin
from bantu_ruang import formulir, isi
from lakip_gen import keluaran
from lakip_gen.alur.susun import susun
from lakip_gen.cli import jalankan
from lakip_gen.domain.periode import Periode
from lakip_gen.ruang import Ruang

TW1 = Periode.parse("2025-TW1")
SUNTINGAN = "laporan-kinerja-2025-TW1-draf-01.docx"
CARA = ("penuh", "ditolak", "dihentikan")


def galat(cara, letak):
    match cara:
        case "penuh":
            return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(letak))
        case "ditolak":
            return PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(letak))
        case "dihentikan":
            return KeyboardInterrupt()
    raise AssertionError(cara)


@dataclass
class Pemutus:
    """Lets call number `saat` fail by `cara`; before it (`sesudah` False) or after it was done.

    Attributes:
        akar: Only what happens below this folder counts.
        terus: For `ditolak`: whether every later try at the same file fails as well, as under an open Word.
    """

    akar: Path
    saat: int = 0
    cara: str = ""
    sesudah: bool = False
    terus: str = ""
    panggilan: list[tuple[str, str]] = field(default_factory=list)

    def lewat(self, nama, letak, kerja):
        if not str(letak).startswith(str(self.akar)):
            return kerja()
        self.panggilan.append((nama, Path(letak).name))
        if self.terus and nama == "replace" and Path(letak).name == self.terus:
            raise galat("ditolak", letak)
        if len(self.panggilan) != self.saat:
            return kerja()
        if self.sesudah:
            kerja()
        if self.cara == "mati":
            os._exit(99)
        raise galat(self.cara, letak)


class Aliran:
    """A file that is written through the breaker; what a full disk took is only half of it."""

    def __init__(self, asli, pemutus, letak):
        self.asli, self.pemutus, self.letak = asli, pemutus, letak

    def __enter__(self):
        self.asli.__enter__()
        return self

    def __exit__(self, *salah):
        return self.asli.__exit__(*salah)

    def write(self, isi):
        def separuh():
            self.asli.write(isi[: len(isi) // 2])
            self.asli.flush()

        saat_ini = len(self.pemutus.panggilan) + 1 == self.pemutus.saat
        self.pemutus.lewat("write", self.letak, separuh if saat_ini else lambda: self.asli.write(isi))

    def __getattr__(self, nama):
        return getattr(self.asli, nama)


@contextmanager
def terpasang(pemutus):
    """Put the breaker between `keluaran` and the operating system."""
    buka = {}
    mkstemp, fdopen, fsync = tempfile.mkstemp, os.fdopen, os.fsync
    asli = {nama: getattr(Path, nama) for nama in ("mkdir", "chmod", "replace", "unlink")}

    def membuka(*, prefix, suffix, dir):  # noqa: A002 - the name of the standard library
        nomor, letak = pemutus.lewat("open", dir, lambda: mkstemp(prefix=prefix, suffix=suffix, dir=dir))
        buka[nomor] = letak
        return nomor, letak

    def jalur(nama):
        def pengganti(diri, *isi, **lain):
            letak = isi[0] if nama == "replace" else diri
            return pemutus.lewat(nama, letak, lambda: asli[nama](diri, *isi, **lain))

        return pengganti

    def menyimpan(nomor):
        return pemutus.lewat("fsync", buka.get(nomor, ""), lambda: fsync(nomor))

    with (
        patch.object(keluaran.tempfile, "mkstemp", membuka),
        patch.object(keluaran.os, "fdopen", lambda n, cara: Aliran(fdopen(n, cara), pemutus, buka[n])),
        patch.object(keluaran.os, "fsync", menyimpan),
        patch.multiple(Path, **{nama: jalur(nama) for nama in asli}),
        patch.object(keluaran, "SABAR_DETIK", (0.0, 0.0)),
    ):
        yield pemutus


def sunting(berkas):
    dokumen = docx.Document(str(berkas))
    dokumen.add_paragraph("Kalimat Sekretaris yang tidak boleh hilang.")
    dokumen.save(str(berkas))


@dataclass(frozen=True)
class Panggung:
    """A period that was made once, edited, and whose input then changed; and what an undisturbed run makes of it."""

    ruang: Ruang
    lama: dict[str, bytes]
    baru: dict[str, bytes]
    suntingan: bytes


@pytest.fixture(scope="module")
def panggung(contoh_asli, tmp_path_factory):
    """Unit A had a galat and mends it, unit B gets one: a return copy comes and another goes."""
    ruang = salin(contoh_asli, tmp_path_factory.mktemp("terputus") / "ruang")
    isi(formulir(ruang, "BIDANG-APTIKA"), "Indikator", "I2.4", "Realisasi triwulan", "1.100")
    susun(ruang, TW1)
    folder = ruang.output(TW1)
    sunting(folder / SUNTINGAN)
    isi(formulir(ruang, "SEKRETARIAT"), "Indikator", "I5.4", "Penjelasan", "Survei diulang.")
    susun(ruang, TW1)  # a second, untouched draft stands beside the edited one
    isi(formulir(ruang, "BIDANG-APTIKA"), "Indikator", "I2.4", "Realisasi triwulan", 20)
    isi(formulir(ruang, "BIDANG-IKP"), "Indikator", "I1.3", "Realisasi triwulan", "1.100")
    lama = isi_folder(folder)
    lurus = salin(ruang, ruang.akar.parent / "lurus")
    susun(lurus, TW1)
    return Panggung(ruang, lama, isi_folder(lurus.output(TW1)), lama[SUNTINGAN])


@pytest.fixture(scope="module")
def daftar_titik(panggung, tmp_path_factory):
    """Every call of an undisturbed run."""
    ruang = salin(panggung.ruang, tmp_path_factory.mktemp("titik") / "ruang")
    with terpasang(Pemutus(ruang.akar / "output" / "2025")) as pemutus:
        susun(ruang, TW1)
    return pemutus.panggilan


def periksa_utuh(ruang, panggung):
    """Everything that stands is old or new and whole; only the program's own temporary files are beside it."""
    ada = isi_folder(ruang.output(TW1))
    for nama, bita in ada.items():
        if Path(nama).name.startswith(".lakip-"):
            continue
        if nama == "manifest.json":
            json.loads(bita)
            continue
        assert bita in {panggung.lama.get(nama), panggung.baru.get(nama)}, nama
    assert ada[SUNTINGAN] == panggung.suntingan


def periksa_pulih(ruang, panggung):
    """The next run brings everything to where an undisturbed run would have brought it."""
    assert jalankan(["susun", "2025-TW1", "--ruang", str(ruang.akar)]) == 1  # a galat remains in the forms
    assert isi_folder(ruang.output(TW1)) == panggung.baru


def uji_titik(panggung, tmp_path, cara, saat, *, sesudah):
    ruang = salin(panggung.ruang, tmp_path / f"{cara}-{saat}-{sesudah}")
    with terpasang(Pemutus(ruang.akar / "output" / "2025", saat, cara, sesudah)):
        kode = jalankan(["susun", "2025-TW1", "--ruang", str(ruang.akar)])
    assert kode in {"penuh": {4}, "ditolak": {1, 4}, "dihentikan": {130}}[cara], (saat, kode)
    if cara == "ditolak" and kode == 1:  # a second try went through
        ada = isi_folder(ruang.output(TW1))
        assert {nama: bita for nama, bita in ada.items() if ".lakip-" not in nama} == panggung.baru
    periksa_utuh(ruang, panggung)
    periksa_pulih(ruang, panggung)
    shutil.rmtree(ruang.akar)


def test_semua_jenis_panggilan_terhitung(daftar_titik):
    assert {nama for nama, _ in daftar_titik} == {"mkdir", "open", "write", "fsync", "chmod", "replace", "unlink"}
    assert len(daftar_titik) >= 45
    assert daftar_titik[-1] == ("replace", "manifest.json")


@pytest.mark.parametrize("cara", CARA)
def test_terputus_di_beberapa_titik(panggung, daftar_titik, tmp_path, cara):
    for saat in range(1, len(daftar_titik) + 1, 9):
        uji_titik(panggung, tmp_path, cara, saat, sesudah=False)


@pytest.mark.lengkap
@pytest.mark.parametrize("bagian", range(4))
@pytest.mark.parametrize("cara", CARA)
def test_terputus_di_setiap_titik_sebelum_dan_sesudahnya(panggung, daftar_titik, tmp_path, cara, bagian):
    for saat in range(1 + bagian, len(daftar_titik) + 1, 4):
        for sesudah in (False, True):
            uji_titik(panggung, tmp_path, cara, saat, sesudah=sesudah)


MATI = """
import sys
sys.path[:0] = [{uji!r}, {gaya!r}]
from pathlib import Path
from test_gaya_terputus import Pemutus, terpasang
pemutus = terpasang(Pemutus(Path({akar!r}), {saat}, "mati", {sesudah}))
pemutus.__enter__()
from lakip_gen.cli import jalankan
jalankan(["susun", "2025-TW1", "--ruang", {ruang!r}])
"""


def uji_mati(panggung, tmp_path, saat, *, sesudah):
    ruang = salin(panggung.ruang, tmp_path / f"mati-{saat}-{sesudah}")
    skrip = MATI.format(
        uji=str(Path(__file__).parents[1]),
        gaya=str(Path(__file__).parent),
        akar=str(ruang.akar / "output" / "2025"),
        ruang=str(ruang.akar),
        saat=saat,
        sesudah=sesudah,
    )
    hasil = subprocess.run([sys.executable, "-c", skrip], env=LINGKUNGAN, capture_output=True, check=False, timeout=60)
    assert hasil.returncode == 99, hasil.stderr.decode()
    periksa_utuh(ruang, panggung)
    periksa_pulih(ruang, panggung)
    shutil.rmtree(ruang.akar)


def test_mati_mendadak_di_beberapa_titik(panggung, daftar_titik, tmp_path):
    for saat in range(3, len(daftar_titik) + 1, 19):
        uji_mati(panggung, tmp_path, saat, sesudah=False)


@pytest.mark.lengkap
@pytest.mark.parametrize("bagian", range(4))
def test_mati_mendadak_di_setiap_titik(panggung, daftar_titik, tmp_path, bagian):
    for saat in range(1 + bagian, len(daftar_titik) + 1, 4):
        uji_mati(panggung, tmp_path, saat, sesudah=bool(saat % 2))


# --- a file that stays open in another program ---


@pytest.mark.parametrize(
    "nama", ["rekap.xlsx", "hasil-periksa.html", "pesan-unit.txt", "laporan-kinerja-2025-TW1-draf-02.docx"]
)
def test_keluaran_yang_dibuka_ditulis_di_sebelahnya_dan_pulih_setelah_ditutup(panggung, tmp_path, nama, capsys):
    ruang = salin(panggung.ruang, tmp_path / "ruang")
    with terpasang(Pemutus(ruang.akar / "output" / "2025", terus=nama)):
        assert jalankan(["susun", "2025-TW1", "--ruang", str(ruang.akar)]) == 4
    assert "_baru" in capsys.readouterr().out
    ada = isi_folder(ruang.output(TW1))
    pokok, titik, akhiran = nama.rpartition(".")
    assert ada[nama] == panggung.lama[nama]
    assert ada[f"{pokok}_baru{titik}{akhiran}"] == panggung.baru[nama]
    assert ada[SUNTINGAN] == panggung.suntingan
    assert jalankan(["susun", "2025-TW1", "--ruang", str(ruang.akar)]) == 1
    pulih = isi_folder(ruang.output(TW1), kecuali=["manifest.json"])
    pulih.pop(f"{pokok}_baru.docx", None)  # a draft is never deleted, not even a superseded one
    assert pulih == {n: bita for n, bita in panggung.baru.items() if n != "manifest.json"}


def test_mati_setelah_menulis_di_sebelah_tidak_meninggalkan_berkas_tanpa_pemilik(panggung, tmp_path):
    ruang = salin(panggung.ruang, tmp_path / "ruang")
    asli = keluaran.Keluaran.selesai
    with (
        terpasang(Pemutus(ruang.akar / "output" / "2025", terus="rekap.xlsx")),
        patch.object(keluaran.Keluaran, "selesai", side_effect=KeyboardInterrupt),
    ):
        assert jalankan(["susun", "2025-TW1", "--ruang", str(ruang.akar)]) == 130
    assert (ruang.output(TW1) / "rekap_baru.xlsx").is_file()
    assert keluaran.Keluaran.selesai is asli
    periksa_pulih(ruang, panggung)


def test_salinan_perbaikan_yang_usang_dan_sedang_dibuka_dibuang_pada_jalan_berikutnya(panggung, tmp_path, capsys):
    ruang = salin(panggung.ruang, tmp_path / "ruang")
    usang = ruang.output(TW1) / "kembali" / "perbaikan-bidang-aptika-2025-TW1.xlsx"
    asli = Path.unlink

    def dibuka(diri, **lain):
        if diri == usang:
            raise galat("ditolak", diri)
        asli(diri, **lain)

    with patch.object(Path, "unlink", dibuka):
        assert jalankan(["susun", "2025-TW1", "--ruang", str(ruang.akar)]) == 4
    assert "tidak berlaku lagi tetapi sedang dibuka" in capsys.readouterr().out
    assert usang.is_file()
    assert jalankan(["susun", "2025-TW1", "--ruang", str(ruang.akar)]) == 1
    assert not usang.exists()
