"""Many offices at once, as ratios within one run: `make bench-skala`.

Each office has forty forms. What is compared is the time on the clock, since that is what more cores are for: only
a machine that does nothing else gives figures worth keeping.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from instansi import daftar_instansi
from lakip_gen.alur.kabupaten import daftar_ruang
from lakip_gen.door.office import Office, run_office
from lakip_gen.machines.cluster import ClusterMachine
from lakip_gen.machines.machine import Machine
from lakip_gen.machines.processes import ProcessMachine
from lakip_gen.storage.pdf import LIBREOFFICE

PERIODE = "2025"
FORMULIR = 40
BANYAK = int(os.environ.get("LAKIP_BANYAK_INSTANSI", "40"))
"""So many offices are compared machine by machine."""
LERENG = (3, 10, 20, 50)
"""So many offices are made on all cores, for how time grows."""


class SatuPerSatu:
    """One office after another, in this process."""

    def run(self, work: Callable, items: list) -> Iterator:
        """Yield nothing; only the time counts."""
        for item in items:
            assert work(item).kode_keluar < 2, item
        yield from ()


@contextmanager
def klaster(folder: Path, pekerja: int) -> Iterator[str]:
    """Start a scheduler and its workers, one thread each, as programs of their own."""
    catatan = folder / "scheduler.json"
    catatan.unlink(missing_ok=True)
    lokal = ["--host", "127.0.0.1", "--no-dashboard", "--scheduler-file", str(catatan)]
    daftar = [["distributed.cli.dask_scheduler", "--port", "0", *lokal]]
    daftar += [["distributed.cli.dask_worker", "--nthreads", "1", *lokal]] * pekerja
    with (folder / "klaster.log").open("ab") as log:
        jalan = [subprocess.Popen([sys.executable, "-m", *kata], stdout=log, stderr=log) for kata in daftar]
    while not catatan.exists():
        time.sleep(0.1)
    time.sleep(5)  # until its workers have loaded what they need
    try:
        yield json.loads(catatan.read_text())["address"]
    finally:
        for satu in jalan:
            satu.terminate()
        for satu in jalan:
            satu.wait()


def daerah(asal: Path, folder: Path, banyak: int) -> Path:
    """Lay so many offices beside each other."""
    shutil.rmtree(folder, ignore_errors=True)
    for nomor in range(banyak):
        shutil.copytree(asal, folder / f"instansi-{nomor:02}")
    return folder


def lama(mesin: Machine, folder: Path) -> float:
    """Return the seconds that all offices of a folder take."""
    mulai = time.perf_counter()
    for selesai in mesin.run(run_office, [Office(satu, PERIODE) for satu in daftar_ruang(folder)]):
        assert selesai.result.kode_keluar < 2, selesai
    return time.perf_counter() - mulai


def catat(nama: str, detik: float, tolok: float, banyak: int) -> None:
    """Print one figure beside its yardstick."""
    print(f"{nama:<44} {detik:8.1f} s   {banyak * FORMULIR:5} formulir   {tolok / detik:6.2f} x", flush=True)


def main() -> None:
    """Measure every machine cold and unchanged, then how time grows, and the memory of the largest process."""
    os.environ[LIBREOFFICE] = "tidak"
    with tempfile.TemporaryDirectory() as tempat:
        akar = Path(tempat)
        asal = daftar_instansi()["dinas"](akar / "asal").root
        folder = daerah(asal, akar / "daerah", BANYAK)
        satu_satu = lama(SatuPerSatu(), folder)
        catat("satu per satu, dingin", satu_satu, satu_satu, BANYAK)
        tetap = lama(SatuPerSatu(), folder)
        catat("satu per satu, tanpa perubahan", tetap, satu_satu, BANYAK)
        catat("proses, dingin", lama(ProcessMachine(), daerah(asal, folder, BANYAK)), satu_satu, BANYAK)
        catat("proses, tanpa perubahan", lama(ProcessMachine(), folder), tetap, BANYAK)
        for pekerja in (1, 2):
            with klaster(akar, pekerja) as alamat:
                mesin = ClusterMachine(alamat)
                catat(f"Dask {pekerja} pekerja, dingin", lama(mesin, daerah(asal, folder, BANYAK)), satu_satu, BANYAK)
                catat(f"Dask {pekerja} pekerja, tanpa perubahan", lama(mesin, folder), tetap, BANYAK)
        pertama = 0.0
        for banyak in LERENG:
            detik = lama(ProcessMachine(), daerah(asal, folder, banyak)) / banyak
            pertama = pertama or detik
            catat(f"tiap instansi, {banyak} instansi pada semua inti", detik, pertama, banyak)
    puncak = max(resource.getrusage(siapa).ru_maxrss for siapa in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(f"memori puncak proses terbesar {puncak / 1024:.0f} MB")


if __name__ == "__main__":
    main()
