"""Measure every file of the hostile corpus in a process of its own: read, judged, and its return copy written.

Takes the folder of the sample year; prints seconds of work and the growth of memory in MiB for each file as JSON.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
import time
from pathlib import Path

from test_korpus_berbahaya import SEMUA, Kasus, muat_bahan, taruh_di_kotak

from bantu_ruang import baca_triwulan
from lakip_gen.alur.baca import HasilBaca
from lakip_gen.alur.kembalian import kembalikan
from lakip_gen.alur.periksa import HasilPeriksa
from lakip_gen.domain.isian import Kumpulan
from lakip_gen.domain.periode import triwulan
from lakip_gen.storage.workspace import Workspace

ULANGAN = 3
"""So often a file that took too long is measured again: another program may have had the processor's memory."""
BATAS_DETIK = 1


def memori(apa: str) -> float:
    """Return what the system says of this process's memory, in MiB."""
    return int(re.search(rf"{apa}:\s+([0-9]+)", Path("/proc/self/status").read_text())[1]) / 1024


def kerjakan(kasus: Kasus, ruang: Workspace, bahan: object) -> None:
    """Do all that a file brings about."""
    periode = triwulan(2025, kasus.nomor)
    hasil = baca_triwulan(ruang, bahan.induk, periode, bahan.lalu[kasus.nomor])
    kembalikan(HasilPeriksa(periode, bahan.induk, (), HasilBaca(Kumpulan({}), (hasil,))))


def ukur(kasus: Kasus, ruang: Workspace, bahan: object) -> tuple[float, float]:
    """Return the seconds and MiB of a file, taken in a child of this process."""
    baca, tulis = os.pipe()
    anak = os.fork()
    if not anak:
        Path("/proc/self/clear_refs").write_text("5")  # forget the most that the parent ever held
        awal, mulai = memori("VmRSS"), time.process_time()
        kerjakan(kasus, ruang, bahan)
        os.write(tulis, json.dumps([time.process_time() - mulai, memori("VmHWM") - awal]).encode())
        os._exit(0)
    os.close(tulis)
    with os.fdopen(baca) as pipa:
        isi = pipa.read()
    os.waitpid(anak, 0)
    detik, mib = json.loads(isi)
    return detik, mib


def main(contoh: Path) -> None:
    """Measure all cases that need no change of the surroundings."""
    bahan, hasil = muat_bahan(Workspace(contoh)), []
    for kelas, kasus in SEMUA:
        if kasus.latar is not None:
            continue
        with tempfile.TemporaryDirectory() as folder:
            ruang = Workspace(Path(folder) / "ruang")
            taruh_di_kotak(kasus, ruang.inbox(triwulan(2025, kasus.nomor)))
            detik, mib = ukur(kasus, ruang, bahan)
            for _ in range(ULANGAN * (detik > BATAS_DETIK)):
                detik = min(detik, ukur(kasus, ruang, bahan)[0])
        hasil.append({"nama": f"{kelas}-{kasus.nama}", "detik": detik, "mib": mib})
    sys.stdout.write(json.dumps(hasil))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
