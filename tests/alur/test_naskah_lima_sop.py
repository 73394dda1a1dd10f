"""Each of the five SOPs with the papers that its steps name, made by the real commands of a year."""

import io
import json
import re
import shutil
import subprocess

import docx
import pytest

from bantu_office import diubah
from lakip_gen.contoh.instansi import isi_contoh
from lakip_gen.domain.periode import Periode
from lakip_gen.door.cli import run_command
from lakip_gen.excel.induk import write_induk
from lakip_gen.sop.bawaan import daftar_nama, dengan_sop
from lakip_gen.sop.kertas import kertas_sebutan
from lakip_gen.storage.workspace import Workspace

pytestmark = pytest.mark.lengkap
TRIWULAN = ("2025-TW1", "2025-TW2", "2025-TW3", "2025-TW4")
URUTAN = ("2025-TW1", "2025-TW2", "2025-S1", "2025-TW3", "2025-TW4", "2025-S2", "2025")


def perintah(ruang, *kata):
    return run_command([*kata, "--ruang", str(ruang.root)])


@pytest.fixture(scope="module", params=daftar_nama())
def setahun(request, contoh_asli, tmp_path_factory):
    """The sample office by one of the SOPs after a whole year; its forms come back as the sample has them."""
    ruang = Workspace(tmp_path_factory.mktemp(request.param) / "ruang")
    shutil.copytree(contoh_asli.root, ruang.root)
    ruang.induk(2025).write_bytes(write_induk(dengan_sop(isi_contoh(), request.param, 2025)))
    for nama in URUTAN:
        if nama in TRIWULAN:
            periode = Periode.parse(nama)
            kiriman = {berkas: berkas.read_bytes() for berkas in ruang.form_files(periode)}
            for berkas in kiriman:
                berkas.unlink()
            assert perintah(ruang, "bagikan", nama, "--tanggal", "01-04-2025") == 0
            for berkas, isi in kiriman.items():
                berkas.write_bytes(isi)
        assert perintah(ruang, "susun", nama, "--tanggal", "15-04-2025") in {0, 1}
    return ruang


def papan(ruang, nama, capsys):
    capsys.readouterr()
    perintah(ruang, "status", nama, "--json")
    return json.loads(capsys.readouterr().out)


def naskah(ruang, nama):
    return {berkas.stem: berkas for berkas in ruang.papers(Periode.parse(nama)).glob("*.docx")}


def teks(berkas):
    dokumen = docx.Document(io.BytesIO(berkas.read_bytes()))
    return "\n".join("".join(p.itertext()) for p in dokumen.element.body.iter("{*}p"))


@pytest.mark.parametrize("nama", URUTAN)
def test_all_papers_that_the_steps_name_are_there_with_period_roles_and_counts(setahun, nama, capsys):
    isi, ada = papan(setahun, nama, capsys), naskah(setahun, nama)
    hilang = []
    for langkah in isi["langkah"]:
        disebut = [kertas_sebutan(satu) for satu in (*langkah["kelengkapan"], langkah["output"])]
        hilang += [satu.nama for satu in disebut if satu and not any(n.startswith(satu.nama) for n in ada)]
    assert hilang == []
    periode = Periode.parse(nama).nama
    assert [satu for satu in ("rekapitulasi", "pengesahan") if periode not in teks(ada[satu])] == []
    tugas = teks(ada["catatan-pembagian-tugas"])
    assert [satu["pelaksana"] for satu in isi["langkah"] if satu["pelaksana"] not in tugas] == []
    rekap = json.loads((setahun.output(Periode.parse(nama)) / "manifest.json").read_text(encoding="utf-8"))["ringkasan"]
    diterima = len({satu["kode"] for satu in rekap["unit"] if satu["status"] == "diterima"})
    banyak = len({satu["kode"] for satu in rekap["unit"]})
    assert f"{diterima} dari {banyak} unit kerja telah menyampaikan" in teks(ada["rekapitulasi"])


@pytest.mark.parametrize("nama", URUTAN)
def test_each_step_of_a_command_is_proven_and_turns_back_without_its_paper(setahun, nama, capsys):
    isi = papan(setahun, nama, capsys)
    otomatis = [satu for satu in isi["langkah"] if satu["selesai_bila"] not in {"orang", "putusan", "sah"}]
    assert {satu["no"]: satu["cara"] for satu in otomatis} == {satu["no"]: "terbukti" for satu in otomatis}
    for langkah in otomatis:
        kertas = kertas_sebutan(langkah["output"] or "")
        if kertas is None:
            continue
        berkas = naskah(setahun, nama)[kertas.nama]
        simpan = berkas.read_bytes()
        berkas.unlink()
        kini = papan(setahun, nama, capsys)["langkah"][isi["langkah"].index(langkah)]
        berkas.write_bytes(simpan)
        assert (kini["cara"], kini["menunggu"].split()[:2]) == (None, ["lakip-gen", kini["menunggu"].split()[1]])


def test_a_year_made_again_changes_no_byte_of_any_paper(setahun):
    sebelum = {(nama, stem): berkas.read_bytes() for nama in URUTAN for stem, berkas in naskah(setahun, nama).items()}
    for nama in URUTAN:
        perintah(setahun, "susun", nama, "--tanggal", "15-04-2025")
    kini = {(nama, stem): berkas.read_bytes() for nama in URUTAN for stem, berkas in naskah(setahun, nama).items()}
    assert [satu for satu in sebelum if kini.get(satu) != sebelum[satu]] == []
    assert len(kini) == len(sebelum)


@pytest.mark.libreoffice
def test_every_paper_opens_in_libreoffice(setahun, tmp_path):
    sumber = tmp_path / "sumber"
    sumber.mkdir()
    for nama in ("2025-TW1", "2025-S1", "2025"):
        for stem, berkas in naskah(setahun, nama).items():
            shutil.copy(berkas, sumber / f"{nama}-{stem}.docx")
    daftar = sorted(sumber.iterdir())
    halaman = {pdf.stem: _halaman(pdf) for pdf in diubah(daftar, tmp_path)}
    assert [nama for nama, banyak in halaman.items() if not banyak] == []
    assert {nama: banyak for nama, banyak in halaman.items() if nama.endswith("disposisi") and banyak > 1} == {}


def _halaman(pdf):
    teks_info = subprocess.run(["pdfinfo", str(pdf)], check=True, capture_output=True, text=True).stdout
    return int(re.search(r"Pages:\s+(\d+)", teks_info)[1])
