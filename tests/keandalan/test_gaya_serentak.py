"""Two to eight runs in one folder at once: one works, the others name it and leave; a dead holder locks nobody out.

And people who save a file at the very moment when the program replaces it: nobody's work is lost. Each step of an
exchange has its test in `tests/storage/test_exchange.py`; here the moments are those of the clock.
"""

import json
import os
import shutil
import signal
import threading
import time

import pytest

from bantu_gaya import acak, isi_folder, lakip, selesai
from bantu_sela import CARA_SIMPAN
from lakip_gen.storage.lock import HOLDER_NAME
from lakip_gen.storage.outputs import Outputs
from lakip_gen.storage.workspace import Workspace

TUNGGU = """
import time
from pathlib import Path
from lakip_gen.alur import susun as _modul
_asli = _modul.susun
def _menunggu(*isi, **lain):
    Path({tanda!r}).touch()
    while not Path({mulai!r}).exists():
        time.sleep(0.02)
    return _asli(*isi, **lain)
_modul.susun = _menunggu
"""
"""The holder of the lock waits inside it until it is told to go on, so that the others come while it works."""


def luncurkan(ruang, banyak, awalan):
    return [lakip("susun", "2025-TW1", "--ruang", str(ruang.root), awalan=awalan) for _ in range(banyak)]


def sampai(syarat, detik=60):
    akhir = time.monotonic() + detik
    while not syarat():
        assert time.monotonic() < akhir, "terlalu lama menunggu"
        time.sleep(0.02)


def ronde(ruang, banyak, kerja):
    """Run one round and return how many worked; everybody else must have named the one that did."""
    tanda, mulai = kerja / "bekerja", kerja / "mulai"
    daftar = luncurkan(ruang, banyak, TUNGGU.format(tanda=str(tanda), mulai=str(mulai)))
    sampai(lambda: sum(proses.poll() is not None for proses in daftar) == banyak - 1)
    assert tanda.exists()
    catatan = json.loads((ruang.root / "output" / HOLDER_NAME).read_text(encoding="utf-8"))
    mulai.touch()
    hasil = {proses.pid: selesai(proses) for proses in daftar}
    pemenang = [pid for pid, (kode, _, _) in hasil.items() if kode == 0]
    assert [str(pid) for pid in pemenang] == [catatan["proses"]]
    for pid, (kode, _, galat) in hasil.items():
        if pid not in pemenang:
            assert kode == 5, galat
            assert f"proses {catatan['proses']}" in galat
            assert catatan["komputer"] in galat
            assert "Traceback" not in galat
    assert not (ruang.root / "output" / HOLDER_NAME).exists()
    return len(pemenang)


def periksa_ronde(contoh, tmp_path, undi, daftar_ronde):
    menang = 0
    for nomor in daftar_ronde:
        kerja = tmp_path / f"ronde-{nomor}"
        kerja.mkdir()
        menang += ronde(contoh, undi.randint(2, 8), kerja)
    assert menang == len(daftar_ronde)


@pytest.mark.lengkap
def test_exactly_one_works_and_the_others_name_who_holds_the_lock(contoh, tmp_path):
    assert ronde(contoh, 2, tmp_path) == 1


@pytest.mark.lengkap
def test_twenty_rounds_of_two_to_eight_processes(contoh, tmp_path):
    periksa_ronde(contoh, tmp_path, acak(2), range(20))


@pytest.mark.lengkap
@pytest.mark.parametrize("banyak", [4])
def test_a_free_race_damages_nothing(contoh, contoh_asli, tmp_path, banyak):
    """Without anybody waiting a late one may find the folder free again: then it has nothing left to do."""
    hasil = [selesai(proses) for proses in luncurkan(contoh, banyak, "")]
    assert {kode for kode, _, _ in hasil} <= {0, 5}
    assert sum("ditulis " in keluar for _, keluar, _ in hasil) == 1
    sendiri = Workspace(tmp_path / "sendiri")
    shutil.copytree(contoh_asli.root, sendiri.root)
    selesai(lakip("susun", "2025-TW1", "--ruang", str(sendiri.root)))
    assert isi_folder(contoh.root / "output" / "2025") == isi_folder(sendiri.root / "output" / "2025")


@pytest.mark.lengkap
def test_a_holder_that_was_killed_locks_nobody_out(contoh, tmp_path):
    tanda = tmp_path / "bekerja"
    (proses,) = luncurkan(contoh, 1, TUNGGU.format(tanda=str(tanda), mulai=str(tmp_path / "tidak-pernah")))
    sampai(tanda.exists)
    assert selesai(lakip("bagikan", "2025-TW2", "--ruang", str(contoh.root)))[0] == 5
    os.kill(proses.pid, signal.SIGKILL)
    selesai(proses)
    assert (contoh.root / "output" / HOLDER_NAME).exists()  # the dead could not take its note along
    kode, keluar, galat = selesai(lakip("susun", "2025-TW1", "--ruang", str(contoh.root)))
    assert (kode, galat) == (0, "")
    assert "rekap.xlsx" in keluar
    assert not (contoh.root / "output" / HOLDER_NAME).exists()


# --- somebody saves while the program writes ---

SEKALIGUS = ("menimpa", "menukar", "membuat lagi")
"""The ways to save whose moment is that of opening or renaming; who only writes on in a file he holds is elsewhere."""
NAMA = ("laporan-draf-01.docx", "formulir-u1-2025-TW1.xlsx", "kembali/perbaikan-u1-2025-TW1.xlsx", "rekap.xlsx")


def tulis(folder, nomor):
    keluaran = Outputs(folder)
    keluaran.write({keluaran.place(nama): b"buatan program %d " % nomor * 2000 for nama in NAMA})
    keluaran.finish({}, {})
    return keluaran


def lomba(folder, undi, nomor):
    """Let somebody save one of the files at some moment of a run; what he saved must be there for people to see."""
    berkas, cara = folder / undi.choice(NAMA), CARA_SIMPAN[undi.choice(SEKALIGUS)]
    tulis(folder, 0)
    jeda, isi = undi.uniform(0, 0.004), b"kerja orang nomor %d" % nomor
    mulai = threading.Barrier(2)

    def menyimpan():
        mulai.wait()
        time.sleep(jeda)
        cara(berkas, isi)

    orang = threading.Thread(target=menyimpan)
    orang.start()
    mulai.wait()
    keluaran = tulis(folder, nomor)
    orang.join()
    terlihat = {satu: satu.read_bytes() for satu in folder.rglob("*") if satu.is_file() and satu.name[0] != "."}
    assert isi in terlihat.values(), (berkas.name, cara.__name__, jeda)
    assert not list(folder.rglob(".lakip-*"))
    return bool(keluaran.locked or keluaran.rescued)


def lomba_banyak(tmp_path, undi, banyak):
    return sum(lomba(tmp_path / str(nomor), undi, nomor) for nomor in range(1, banyak + 1))


def test_what_somebody_saves_during_a_run_is_never_lost(tmp_path):
    lomba_banyak(tmp_path, acak(3), 8)


@pytest.mark.lengkap
def test_three_hundred_races_with_somebody_who_saves_lose_nothing(tmp_path):
    assert lomba_banyak(tmp_path, acak(4), 300) >= 20  # so often he came between the choice of a name and its use
