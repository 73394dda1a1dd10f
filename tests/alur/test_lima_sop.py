"""The five SOPs whole: a year by the command line alone, until each step of each cadence is done."""

import json
import shutil

import pytest

from lakip_gen.domain.periode import Periode, triwulan
from lakip_gen.door.cli import run_command
from lakip_gen.sop.bawaan import daftar_nama
from lakip_gen.storage.workspace import Workspace

PERIODE = ("2025-TW1", "2025-TW2", "2025-S1", "2025-TW3", "2025-TW4", "2025-S2", "2025")
"""In the order in which their reports are made."""
TW1 = triwulan(2025, 1)
DIKERJAKAN = {"orang", "putusan"}
"""What only people can say that they did."""


@pytest.fixture(params=daftar_nama())
def kantor(request, tmp_path):
    ruang = Workspace(tmp_path / "kantor")
    assert run_command(["contoh", str(ruang.root), "--sop", request.param]) == 0
    return ruang


def jalan(ruang, *kata):
    return run_command([*kata, "--ruang", str(ruang.root)])


def papan(ruang, periode, capsys):
    capsys.readouterr()
    assert jalan(ruang, "status", periode, "--json") == 0
    return json.loads(capsys.readouterr().out)


def tanda(satu):
    return f"{satu['prosedur']}{satu['no']}"


def kerjakan(ruang, periode, capsys):
    """Do a period: hand out, make its report, record what people do, decide, and seal where its way ends so."""
    if "TW" in periode:
        bagikan(ruang, periode)
    assert jalan(ruang, "susun", periode) == 0
    for satu in papan(ruang, periode, capsys)["langkah"]:
        if satu["selesai_bila"] == "orang":
            assert jalan(ruang, "catat", periode, tanda(satu), "Sudah dikerjakan", "--oleh", "Staf") == 0
        elif satu["selesai_bila"] == "putusan":
            assert jalan(ruang, "catat", periode, tanda(satu), "setuju", "--oleh", "Sekretaris") == 0
    if "sah" in {satu["selesai_bila"] for satu in papan(ruang, periode, capsys)["langkah"]}:
        assert jalan(ruang, "sahkan", periode, "--oleh", "Kepala") == 0


def bagikan(ruang, nama):
    """Hand out a quarter's forms, and let those that the sample has come back."""
    kiriman = {berkas: berkas.read_bytes() for berkas in ruang.form_files(Periode.parse(nama))}
    for berkas in kiriman:
        berkas.unlink()
    assert jalan(ruang, "bagikan", nama) == 0
    for berkas, isi in kiriman.items():
        berkas.write_bytes(isi)


def belum(isi):
    return [(tanda(satu), satu["keadaan"]) for satu in isi["langkah"] if satu["keadaan"] != "selesai"]


@pytest.mark.lengkap
def test_a_year_by_the_command_line_alone_ends_with_every_step_done(kantor, capsys):
    for periode in PERIODE:
        kerjakan(kantor, periode, capsys)
        isi = papan(kantor, periode, capsys)
        assert belum(isi) == [], periode
        cara = {satu["selesai_bila"]: satu["cara"] for satu in isi["langkah"]}
        assert {bukti for bukti, satu in cara.items() if satu == "tercatat"} <= DIKERJAKAN
        assert {satu for bukti, satu in cara.items() if bukti not in DIKERJAKAN} == {"terbukti"}, periode
    capsys.readouterr()
    assert jalan(kantor, "status", "2025", "--json") == 0
    semua = json.loads(capsys.readouterr().out)
    assert {(satu["langkah"], satu["langkah_selesai"]) for satu in semua["laporan"]} <= {(n, n) for n in range(1, 20)}
    disahkan = [satu["periode"] for satu in semua["laporan"] if satu["sah"]]
    assert all(satu["arsip_utuh"] for satu in semua["laporan"] if satu["sah"])
    assert [satu["terkini"] for satu in semua["laporan"]] == [True] * 7, disahkan


@pytest.mark.lengkap
def test_a_step_turns_back_when_its_file_is_taken_away(kantor, capsys):
    assert jalan(kantor, "susun", "2025-TW1") == 0
    dulu = {tanda(satu): satu["keadaan"] for satu in papan(kantor, "2025-TW1", capsys)["langkah"]}
    shutil.rmtree(kantor.root / "output" / "2025" / "TW1")
    kini = papan(kantor, "2025-TW1", capsys)["langkah"]
    berbalik = {satu["selesai_bila"] for satu in kini if satu["keadaan"] != dulu[tanda(satu)] == "selesai"}
    assert {"rekap"} <= berbalik <= {"rekap", "draf", "orang", "dibagikan"}  # the papers of handing out lay there too
    kantor.form_file("BIDANG-IKP", TW1).unlink()
    kini = papan(kantor, "2025-TW1", capsys)["langkah"]
    assert not [tanda(s) for s in kini if s["selesai_bila"] in {"terisi", "diterima"} and s["cara"] == "terbukti"]
