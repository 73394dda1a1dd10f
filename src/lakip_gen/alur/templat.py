"""The planner's Word templates: which there are, which one a report takes, and what stands beside them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from lakip_gen.domain.periode import Jenis, Periode
from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.laporan.pandangan import LaporanPandangan
from lakip_gen.pesan.katalog import ada_galat
from lakip_gen.storage.inputs import read_file
from lakip_gen.storage.workspace import Workspace
from lakip_gen.word.inspect.check import periksa_templat
from lakip_gen.word.template.library import Pustaka
from lakip_gen.word.template.open import Templat, buka_templat

NAMA_TEMPLAT: Final = {
    Jenis.TRIWULAN: "laporan-triwulan.docx",
    Jenis.SEMESTER: "laporan-semester.docx",
    Jenis.TAHUN: "laporan-tahunan.docx",
}
"""The template that a period takes when none is named."""
FOLDER_BAGIAN: Final = "bagian"
FOLDER_GAMBAR: Final = "gambar"
AKHIRAN: Final = ".docx"
_DILEWATI: Final = ("~$", ".", "_")


def daftar_templat(ruang: Workspace) -> tuple[Path, ...]:
    """Return the templates of a working folder, by name."""
    return _daftar_berkas(ruang.templates, (AKHIRAN,))


def pilih_templat(ruang: Workspace, periode: Periode, nama: str = "") -> tuple[Path | None, tuple[Temuan, ...]]:
    """Return the template of a period, or the one that is asked for by its name."""
    if not nama:
        return ruang.templates / NAMA_TEMPLAT[periode.jenis], ()
    if (berkas := cari_templat(ruang, nama)) is not None:
        return berkas, ()
    saran = ", ".join(berkas.stem for berkas in daftar_templat(ruang)) or "(tidak ada)"
    return None, (temuan("templat-tidak-ada", Asal(ruang.relative(ruang.templates)), nama=nama, saran=saran),)


def cari_templat(ruang: Workspace, nama: str) -> Path | None:
    """Return the template of a name, its ending and its case left aside."""
    dicari = nama.casefold().removesuffix(AKHIRAN)
    return next((berkas for berkas in daftar_templat(ruang) if berkas.stem.casefold() == dicari), None)


def buka_berkas_templat(ruang: Workspace, berkas: Path) -> tuple[Templat | None, tuple[Temuan, ...]]:
    """Return a template that can be filled, or what is wrong with it."""
    letak = letak_templat(ruang, berkas)
    if not berkas.is_file():
        return None, (temuan("templat-hilang", Asal(letak), letak=letak),)
    isi, daftar = read_file(berkas, letak)
    if isi is None:
        return None, daftar
    templat, daftar_temuan = buka_templat(isi, letak, baca_pustaka(ruang))
    if templat is not None:
        daftar_temuan += periksa_templat(templat, LaporanPandangan)
    return (None if ada_galat(daftar_temuan) else templat), daftar_temuan


def letak_templat(ruang: Workspace, berkas: Path) -> str:
    """Return a template's path as the user sees it: a foreign file has its name only."""
    return ruang.relative(berkas) if berkas.is_relative_to(ruang.root) else berkas.name


def baca_pustaka(ruang: Workspace) -> Pustaka:
    """Return the sub-templates and pictures of a working folder; what cannot be read counts as missing."""
    daftar_bagian, daftar_gambar = (_baca_folder(ruang, berkas) for berkas in daftar_pustaka(ruang))
    letak = ruang.relative(ruang.templates)
    return Pustaka(daftar_bagian, daftar_gambar, f"{letak}/{FOLDER_BAGIAN}", f"{letak}/{FOLDER_GAMBAR}")


def daftar_pustaka(ruang: Workspace) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Return the files of the sub-templates and of the pictures."""
    gambar = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".svg")
    return (
        _daftar_berkas(ruang.templates / FOLDER_BAGIAN, (AKHIRAN,)),
        _daftar_berkas(ruang.templates / FOLDER_GAMBAR, gambar),
    )


def _baca_folder(ruang: Workspace, daftar: tuple[Path, ...]) -> Mapping[str, bytes]:
    terbaca = ((berkas.name, read_file(berkas, berkas.name, ruang.root)[0]) for berkas in daftar)
    return {nama: isi for nama, isi in terbaca if isi is not None}


def _daftar_berkas(folder: Path, akhiran: tuple[str, ...]) -> tuple[Path, ...]:
    isi = folder.iterdir() if folder.is_dir() else ()
    dipakai = (b for b in isi if b.suffix.casefold() in akhiran and not b.name.startswith(_DILEWATI) and b.is_file())
    return tuple(sorted(dipakai, key=lambda berkas: berkas.name))
