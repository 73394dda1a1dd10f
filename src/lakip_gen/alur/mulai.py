"""A new working folder: the buku induk to fill, the Word templates, and an empty year."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lakip_gen.contoh.instansi import isi_bawaan
from lakip_gen.domain.periode import setahun
from lakip_gen.excel.induk import write_induk
from lakip_gen.storage.workspace import Workspace
from lakip_gen.storage.writes import write_whole
from lakip_gen.templat_bawaan import gambar_bawaan, templat_bawaan
from lakip_gen.templat_bawaan.halaman import Ukuran


@dataclass(frozen=True, slots=True)
class HasilTulis:
    """Which files were written and which were already there and left alone."""

    daftar_baru: tuple[Path, ...]
    daftar_lama: tuple[Path, ...]


def mulai(ruang: Workspace, tahun: int, kertas: str = "A4") -> HasilTulis:
    """Write what a new working folder needs; nothing that is already there is touched.

    Args:
        ruang: The working folder.
        tahun: The budget year.
        kertas: The paper of the Word templates, A4 or F4.
    """
    siap = {ruang.induk(tahun): write_induk(isi_bawaan(tahun))} | templat(ruang, Ukuran(kertas))
    for triwulan in setahun(tahun).daftar_triwulan:
        ruang.inbox(triwulan).mkdir(parents=True, exist_ok=True)
    (ruang.root / "output").mkdir(parents=True, exist_ok=True)
    return tulis_yang_belum_ada(siap)


def templat(ruang: Workspace, kertas: Ukuran = Ukuran.A4) -> dict[Path, bytes]:
    """Return the default Word templates, and the pictures they take in, by where they lie."""
    gambar = {ruang.pictures / nama: isi for nama, isi in gambar_bawaan().items()}
    return {ruang.templates / nama: isi for nama, isi in templat_bawaan(kertas).items()} | gambar


def tulis_yang_belum_ada(siap: dict[Path, bytes]) -> HasilTulis:
    """Write the files that do not exist yet."""
    lama = tuple(berkas for berkas in siap if berkas.exists())
    baru = tuple(berkas for berkas in siap if berkas not in lama)
    for berkas in baru:
        write_whole(berkas, siap[berkas])
    return HasilTulis(baru, lama)
