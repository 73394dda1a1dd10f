"""Sealing a period and opening it are cut off at any step: sealed and whole or not sealed, and never in between."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass

import docx
import pytest

from bantu_gaya import isi_folder, salin
from bantu_putus import Pemutus, daftar_saat, di_proses_lain, terpasang
from lakip_gen.alur.catat import daftar_catatan
from lakip_gen.domain.periode import triwulan
from lakip_gen.door.cli import run_command
from lakip_gen.storage.archives import archives_of, zip_of
from lakip_gen.storage.bag import verify
from lakip_gen.storage.seals import take_seal
from lakip_gen.storage.workspace import Workspace

TW1 = triwulan(2025, 1)
SAHKAN = ("sahkan", "2025-TW1", "--oleh", "Kepala Dinas")
BUKA = ("buka", "2025-TW1", "--alasan", "Salah target")
CARA = ("penuh", "ditolak", "dihentikan", "mati")
MATI, DIHENTIKAN, SUDAH_SAH, TIDAK_PERLU = 99, 130, 6, 2


def jalan(ruang, perintah):
    return run_command([*perintah, "--ruang", str(ruang.root)])


def banyak_titik(asal, folder, perintah):
    ruang = salin(asal, folder)
    with terpasang(Pemutus(ruang.root)) as pemutus:
        assert jalan(ruang, perintah) == 0
    return len(pemutus.panggilan)


@dataclass(frozen=True)
class Panggung:
    """A command before which a working folder stands so, and how many steps it takes undisturbed."""

    ruang: Workspace
    perintah: tuple[str, ...]
    banyak: int
    periksa: Callable[[Workspace, int], None]


@pytest.fixture(scope="module")
def sekitar(tersusun_asli, tmp_path_factory):
    """The first quarter with its edited draft and a scan, and little else that an archive would hold."""
    ruang = salin(tersusun_asli, tmp_path_factory.mktemp("sah") / "asal")
    for berkas in ruang.root.glob("templates/**/*.docx"):
        if berkas.name != "laporan-triwulan.docx":
            berkas.unlink()
    for nomor in (2, 3, 4):
        shutil.rmtree(ruang.inbox(triwulan(2025, nomor)))
    draf = ruang.output(TW1) / "laporan-kinerja-2025-TW1-draf-01.docx"
    dokumen = docx.Document(str(draf))
    dokumen.add_paragraph("Kalimat Sekretaris yang tidak boleh hilang.")
    dokumen.save(str(draf))
    ruang.evidence(TW1).mkdir(parents=True)
    (ruang.evidence(TW1) / "9 notula.pdf").write_bytes(b"%PDF-1.7 notula")
    return ruang


@pytest.fixture(scope="module")
def panggung(sekitar, tmp_path_factory):
    """Return by its name a command and what it starts from; each is built when it is first asked for."""
    jadi = {}

    def bangun(nama):
        folder = tmp_path_factory.mktemp("panggung")
        ruang = salin(sekitar, folder / "asal")
        if nama != "sahkan":
            assert jalan(ruang, SAHKAN) == 0
        if nama == "sahkan lagi":
            assert jalan(ruang, BUKA) == 0
        perintah, periksa = (BUKA, periksa_dibuka) if nama == "buka" else (SAHKAN, periksa_sah)
        return Panggung(ruang, perintah, banyak_titik(ruang, folder / "lurus", perintah), periksa)

    return lambda nama: jadi.get(nama) or jadi.setdefault(nama, bangun(nama))


def milik_orang(ruang):
    """Return all that no seal may touch: whatever stands there, but for events, archives and the lock."""
    semua = isi_folder(ruang.root)
    return {nama: bita for nama, bita in semua.items() if "/arsip/" not in nama and ".lakip-" not in nama}


def periksa_sah(ruang, kode):
    """Sealed and whole, or not sealed; either way the same command ends with one archive more, whole in both forms."""
    dulu = len([satu for satu in daftar_catatan(ruang, TW1).daftar.values() if satu.jenis.value == "dibuka"])
    segel = take_seal(ruang, TW1)
    assert segel is None or segel.whole
    assert kode != 0 or segel is not None
    assert jalan(ruang, SAHKAN) == (SUDAH_SAH if segel else 0)
    segel = take_seal(ruang, TW1)
    assert segel.whole
    assert segel.findings == ()
    assert len(archives_of(ruang, TW1)) == dulu + 1
    assert {verify(satu).key for satu in archives_of(ruang, TW1)} == {
        verify(zip_of(satu)).key for satu in archives_of(ruang, TW1)
    }


def periksa_dibuka(ruang, kode):
    """Opened or still sealed; either way it is opened in the end, and the archive it had stays."""
    segel = take_seal(ruang, TW1)
    assert segel is None or segel.whole
    assert kode != 0 or segel is None
    assert jalan(ruang, BUKA) == (0 if segel else TIDAK_PERLU)
    assert take_seal(ruang, TW1) is None
    assert [verify(satu).whole for satu in archives_of(ruang, TW1)] == [True]


def uji(panggung, tmp_path, saat, cara):
    ruang = salin(panggung.ruang, tmp_path / f"{cara}-{saat}")
    semula = milik_orang(ruang)
    jejak = f"workbooks/2025/jejak/{ruang.events(TW1).name}"
    pemutus = Pemutus(ruang.root, saat, cara)
    if cara == "mati":
        kode = di_proses_lain(lambda: jalan(ruang, panggung.perintah), pemutus)
    else:
        with terpasang(pemutus):
            kode = jalan(ruang, panggung.perintah)
    assert kode in {"mati": {MATI}, "dihentikan": {DIHENTIKAN}}.get(cara, {0, 4}), (saat, cara)
    assert all(verify(satu).whole for satu in archives_of(ruang, TW1)), (saat, cara)
    assert all(verify(zip_of(satu)).whole for satu in archives_of(ruang, TW1) if zip_of(satu).exists()), (saat, cara)
    panggung.periksa(ruang, kode)
    sesudah = milik_orang(ruang)
    assert sesudah.pop(jejak).startswith(semula.pop(jejak)), (saat, cara)
    assert sesudah == semula, (saat, cara)
    assert daftar_catatan(ruang, TW1).daftar_temuan == ()
    assert jalan(ruang, SAHKAN if take_seal(ruang, TW1) is None else BUKA) == 0  # what is written next sweeps
    sisa = [b.name for b in ruang.workbooks(2025).rglob(".lakip-*")]
    assert sisa == [], (saat, cara)
    shutil.rmtree(ruang.root)


@pytest.mark.lengkap
def test_a_seal_takes_steps_enough_to_be_cut(panggung):
    titik = {nama: panggung(nama).banyak for nama in ("sahkan", "sahkan lagi", "buka")}
    assert titik["sahkan"] > 80, json.dumps(titik)
    assert titik["buka"] >= 12


@pytest.mark.lengkap
@pytest.mark.parametrize("bagian", range(4))
@pytest.mark.parametrize("cara", CARA)
@pytest.mark.parametrize("nama", ["sahkan", "sahkan lagi", "buka"])
def test_a_seal_may_be_cut_off_at_points_all_along(panggung, tmp_path, nama, cara, bagian):
    for saat in daftar_saat(panggung(nama).banyak)[bagian::4]:
        uji(panggung(nama), tmp_path, saat, cara)
