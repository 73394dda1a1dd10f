"""The commands for the planner's own Word templates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from lakip_gen.door import screen
from lakip_gen.door.exit_codes import ExitCode
from lakip_gen.door.words import KelompokPerintah, Perintah, pilihan_json, pilihan_ruang, ruang_kerja

if TYPE_CHECKING:
    from lakip_gen.alur.templat_periksa import HasilTemplat
    from lakip_gen.storage.workspace import Workspace


@click.group(cls=KelompokPerintah)
def templat() -> None:
    """Daftar variabel, pemeriksaan, dan contoh hasil templat Word."""


@templat.command(cls=Perintah)
@pilihan_ruang
def variabel(folder: Path) -> int:
    """Menulis daftar semua variabel templat: tag, arti, jenis, dan contoh isinya."""
    from lakip_gen.alur.templat_contoh import tulis_daftar_variabel
    from lakip_gen.storage.lock import lock_workspace

    ruang = ruang_kerja(folder)
    with lock_workspace(ruang.root):
        hasil = tulis_daftar_variabel(ruang)
    screen.cetak_templat(ruang, hasil)
    return _kode_keluar(hasil)


@templat.command(cls=Perintah)
@click.argument("berkas", required=False, default="")
@pilihan_ruang
@pilihan_json
def periksa(berkas: str, folder: Path, sebagai_json: bool) -> int:  # noqa: FBT001 - click passes options by name
    """Memeriksa satu templat, atau semua yang ada di folder templates, tanpa data."""
    from lakip_gen.alur.ringkasan import daftar_terbaca
    from lakip_gen.alur.templat_periksa import periksa_semua
    from lakip_gen.storage.lock import lock_workspace

    ruang = ruang_kerja(folder)
    diminta = _berkas(ruang, berkas)
    with lock_workspace(ruang.root):
        hasil = periksa_semua(ruang, diminta)
    if sebagai_json:
        keluaran = [ruang.relative(satu) for satu in hasil.daftar_keluaran]
        temuan = daftar_terbaca(hasil.daftar_temuan)
        screen.cetak_json({"templat": list(hasil.daftar_templat), "temuan": temuan, "keluaran": keluaran})
    else:
        screen.cetak_templat(ruang, hasil)
    return _kode_keluar(hasil)


@templat.command(cls=Perintah)
@click.argument("berkas", required=False, default="")
@pilihan_ruang
def contoh(berkas: str, folder: Path) -> int:
    """Mengisi templat dengan data contoh, dengan daftar kosong, dan dengan data yang sangat banyak."""
    from lakip_gen.alur.templat_contoh import contohkan
    from lakip_gen.storage.lock import lock_workspace

    ruang = ruang_kerja(folder)
    diminta = _berkas(ruang, berkas)
    with lock_workspace(ruang.root):
        hasil = contohkan(ruang, diminta)
    screen.cetak_templat(ruang, hasil)
    return _kode_keluar(hasil)


def _berkas(ruang: Workspace, nama: str) -> Path | None:
    """Return the file that is meant: a path, or the name of a template of the working folder."""
    from lakip_gen.alur.templat import cari_templat

    if not nama or Path(nama).is_file():
        return Path(nama).resolve() if nama else None
    if (milik := cari_templat(ruang, nama)) is not None:
        return milik
    raise click.UsageError(f"Templat {nama} tidak ditemukan.")


def _kode_keluar(hasil: HasilTemplat) -> int:
    if not hasil.sah:
        return ExitCode.UNFIT_BASIS
    return ExitCode.FILE_FAULT if hasil.daftar_terkunci else ExitCode.DONE
