"""Handing out, a report with its papers, and the change of year are cut off at any step: the next run mends it."""

import json
import shutil
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

import docx
import openpyxl
import pytest

from bantu_gaya import isi_folder, salin
from bantu_pendek import pendekkan
from bantu_putus import Pemutus, daftar_saat, terpasang
from bantu_ruang import formulir, isi
from lakip_gen.alur.catat import daftar_catatan
from lakip_gen.contoh.instansi import isi_contoh
from lakip_gen.domain.periode import triwulan
from lakip_gen.door.cli import run_command
from lakip_gen.excel.induk import write_induk
from lakip_gen.sop.bawaan import dengan_sop
from lakip_gen.storage.workspace import Workspace

PUKUL = datetime(2025, 7, 1, 8, tzinfo=UTC)
"""The moment of every run: the head of the record of events is printed on the receipts."""
TW1 = triwulan(2025, 1)
LUAR = {"kode": "BPS", "nama": "Badan Pusat Statistik", "data": "Jumlah penduduk"}
NASKAH = {"rekapitulasi", "hasil-koreksi", "pengesahan"}
"""Enough papers for every kind of step: one is written on, one tells of corrections, one is as it was."""
PERINTAH = {
    "report's papers": ("susun", "2025-TW1"),
    "papers": ("bagikan", "2025-TW2", "--tanggal", "01-07-2025"),
    "change of year": ("mulai", "--tahun", "2026", "--dari", "2025"),
}
JEJAK = "workbooks/2025/jejak/TW1.jsonl"
PENCETAK = {"output/2025/TW1/kertas/pengesahan.docx", "output/2025/TW1/kertas/hasil-koreksi.docx"}
"""What prints the head of the record of events, or what is recorded of corrections."""
REKAP = "output/2025/TW1/rekap.xlsx"
MENYEBUT_DRAF = ("rekap.xlsx", "hasil-periksa.html", "hasil-periksa.xlsx", "-perubahan.docx")
CARA = ("penuh", "ditolak", "dihentikan")


@dataclass(frozen=True)
class Panggung:
    """A working folder before a command, and all that stands there after an undisturbed run of it."""

    ruang: Workspace
    perintah: tuple[str, ...]
    utuh: dict[str, bytes]
    banyak: int


def kantor(contoh_asli, folder):
    """Return the sample office with an SOP and an agency that is asked for data."""
    ruang = salin(contoh_asli, folder)
    pendekkan(ruang)
    isi_induk = isi_contoh() | {"instansi_luar": [LUAR]}
    ruang.induk(2025).write_bytes(write_induk(dengan_sop(isi_induk, "pmk-way-kanan", 2025)))
    for berkas in ruang.form_files(triwulan(2025, 2)):
        berkas.unlink()
    return ruang


def tulisi(berkas, *, berkomentar=False):
    """Let somebody write on a document, with a comment at what it says."""
    dokumen = docx.Document(str(berkas))
    paragraf = dokumen.add_paragraph("Kalimat Sekretaris yang tidak boleh hilang.")
    if berkomentar:
        dokumen.add_comment(paragraf.runs, text="Dari mana angka ini?", author="Sekretaris")
    dokumen.save(str(berkas))


def sudah_disunting(ruang):
    """Make the report once, let people write on its draft and on a paper, and let a form change."""
    for templat in (*ruang.paper_template_files(), *ruang.root.glob("templates/laporan-[!t]*")):
        if templat.stem not in NASKAH:
            templat.unlink()
    assert jalan(ruang, PERINTAH["report's papers"]) == 0
    tulisi(ruang.output(TW1) / "laporan-kinerja-2025-TW1-draf-01.docx", berkomentar=True)
    tulisi(ruang.papers(TW1) / "rekapitulasi.docx")
    isi(formulir(ruang, "BIDANG-IKP"), "Indikator", "I1.1", "Realisasi triwulan", 12.5)


def jalan(ruang, perintah):
    folder = (str(ruang.root),) if perintah[0] == "mulai" else ("--ruang", str(ruang.root))
    return run_command([*perintah, *folder])


def hasil(ruang):
    """Return what stands in a folder, but for the lists of it and the opener, which names the folder."""
    pembuka = [berkas.name for berkas in ruang.root.glob("Buka Laporan Kinerja*")]
    return isi_folder(ruang.root, kecuali=["manifest.json", "formulir.json", *pembuka])


def kecuali_draf(semua):
    """Return what stands, without what names the draft where a correction was read: a run that was cut off left one."""
    return {nama: bita for nama, bita in semua.items() if not nama.endswith(MENYEBUT_DRAF)}


def perubahan(semua):
    """Return the rows of the sheet that says what is reported otherwise than before; None where there is no rekap."""
    buku = openpyxl.load_workbook(BytesIO(semua[REKAP]), read_only=True) if REKAP in semua else {}
    return [*buku["Perubahan"].values] if "Perubahan" in getattr(buku, "sheetnames", ()) else None


def kejadian(semua):
    """Return what was recorded, in whatever order, but for the line before and the draft where it was read."""
    baris = (json.loads(satu) for satu in semua[JEJAK].splitlines())
    return sorted(json.dumps(satu | {"lalu": "", "berkas": ""}, sort_keys=True) for satu in baris)


@pytest.fixture(scope="module", autouse=True)
def jam():
    with pytest.MonkeyPatch.context() as monkeypatch:
        for modul in ("bagikan", "koreksi", "penerimaan"):
            monkeypatch.setattr(f"lakip_gen.alur.{modul}.saat_ini", lambda: PUKUL)
        yield


@pytest.fixture(scope="module")
def panggung(contoh_asli, tmp_path_factory):
    """Return by the name of a command the folder that it starts from; each is built when it is first asked for."""
    jadi = {}

    def bangun(nama):
        folder = tmp_path_factory.mktemp("naskah")
        ruang = kantor(contoh_asli, folder / "asal")
        if PERINTAH[nama][0] == "susun":
            sudah_disunting(ruang)
        lurus = salin(ruang, folder / "lurus")
        with terpasang(Pemutus(lurus.root)) as pemutus:
            assert jalan(lurus, PERINTAH[nama]) == 0
        return Panggung(ruang, PERINTAH[nama], hasil(lurus), len(pemutus.panggilan))

    return lambda nama: jadi.get(nama) or jadi.setdefault(nama, bangun(nama))


def uji(panggung, tmp_path, saat, cara):
    """Cut a run off: what stands is old or new and whole, nothing of anybody's is touched, the next run ends it."""
    utuh, dulu = panggung.utuh, hasil(panggung.ruang)
    tetap = {nama: bita for nama, bita in dulu.items() if utuh.get(nama) == bita and ".lakip-" not in nama}
    ruang = salin(panggung.ruang, tmp_path / f"{cara}-{saat}")
    with terpasang(Pemutus(ruang.root, saat, cara)):
        kode = jalan(ruang, panggung.perintah)
    assert kode in ({130} if cara == "dihentikan" else {0, 1, 4}), (saat, cara)
    berdiri = {nama: bita for nama, bita in hasil(ruang).items() if ".lakip-" not in nama}
    lain = {nama: bita for nama, bita in berdiri.items() if bita not in {dulu.get(nama), utuh.get(nama)}}
    if JEJAK in lain:  # fewer events were written: whole lines, and a paper prints of them what there is
        assert {*kejadian(lain)} <= {*kejadian(utuh)}, (saat, cara)
        assert daftar_catatan(ruang, TW1).daftar_temuan == (), (saat, cara)
        lain.pop(JEJAK)
        assert all(zipfile.ZipFile(BytesIO(lain.pop(nama))).testzip() is None for nama in PENCETAK & lain.keys()), saat
    if any(berdiri.get(nama) != bita for nama, bita in utuh.items() if "/jejak/" in nama):
        # what could not be recorded is told, and papers leave its days open
        dari_catatan = [nama for nama in lain if "/kertas/" in nama]
        assert all(zipfile.ZipFile(BytesIO(lain.pop(nama))).testzip() is None for nama in dari_catatan), saat
    assert lain == {}, (saat, cara)
    assert tetap.items() <= berdiri.items(), (saat, cara)
    assert jalan(ruang, panggung.perintah) == 0, (saat, cara)
    # An old file that could not be thrown away waits, in nobody's way, until its file is written again.
    akhir = {nama: bita for nama, bita in hasil(ruang).items() if not nama.endswith(".lama")}
    assert akhir.keys() == utuh.keys(), (saat, cara)
    if akhir.get(JEJAK) != utuh.get(JEJAK):  # what the cut took was recorded last: the same events in another order
        assert kejadian(akhir) == kejadian(utuh), (saat, cara)
        akhir |= {nama: utuh[nama] for nama in (JEJAK, *PENCETAK)}
    assert kecuali_draf(akhir) == kecuali_draf(utuh), (saat, cara)
    assert perubahan(akhir) == perubahan(utuh), (saat, cara)
    shutil.rmtree(ruang.root)


@pytest.mark.lengkap
def test_what_people_wrote_stands_among_what_is_cut(panggung):
    dulu, utuh = hasil(panggung("report's papers").ruang), panggung("report's papers").utuh
    folder = "output/2025/TW1"
    for nama in (f"{folder}/laporan-kinerja-2025-TW1-draf-01.docx", f"{folder}/kertas/rekapitulasi.docx"):
        assert utuh[nama] == dulu[nama]
    baru = {f"{folder}/laporan-kinerja-2025-TW1-draf-02.docx", f"{folder}/kertas/rekapitulasi_baru.docx"}
    assert baru <= utuh.keys() - dulu.keys()
    assert len(perubahan(utuh)) > len(perubahan(dulu) or ())
    assert utuh[f"{folder}/kertas/hasil-koreksi.docx"] != dulu[f"{folder}/kertas/hasil-koreksi.docx"]


@pytest.mark.lengkap
@pytest.mark.parametrize("bagian", range(4))
@pytest.mark.parametrize("cara", CARA)
@pytest.mark.parametrize("nama", PERINTAH)
def test_it_may_be_cut_off_at_points_all_along(panggung, tmp_path, nama, cara, bagian):
    for saat in daftar_saat(panggung(nama).banyak)[bagian::4]:
        uji(panggung(nama), tmp_path, saat, cara)
