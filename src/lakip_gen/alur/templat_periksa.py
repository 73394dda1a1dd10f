"""Checking templates: all faults in one run, and a copy of each faulty one with comments."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from lakip_gen.alur.templat import (
    AKHIRAN,
    FOLDER_BAGIAN,
    buka_berkas_templat,
    daftar_pustaka,
    daftar_templat,
    letak_templat,
)
from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.pesan.katalog import ada_galat, jelaskan
from lakip_gen.storage.inputs import read_file
from lakip_gen.storage.outputs import Outputs
from lakip_gen.storage.workspace import Workspace
from lakip_gen.word.inspect.comments import beri_komentar


@dataclass(frozen=True, slots=True)
class HasilTemplat:
    """What was done with templates.

    Attributes:
        daftar_templat: The templates, as the user sees them.
        daftar_temuan: What was found, in the order of the documents.
        daftar_keluaran: What was written.
        daftar_gagal: What could not be made.
        daftar_terkunci: Outputs that another program held open; the new ones stand beside them.
    """

    daftar_templat: tuple[str, ...]
    daftar_temuan: tuple[Temuan, ...] = ()
    daftar_keluaran: tuple[Path, ...] = ()
    daftar_gagal: tuple[str, ...] = ()
    daftar_terkunci: tuple[Path, ...] = ()

    @property
    def sah(self) -> bool:
        """Whether nothing hinders the use of the templates."""
        return not ada_galat(self.daftar_temuan)


def periksa_semua(ruang: Workspace, berkas: Path | None = None) -> HasilTemplat:
    """Check one template or all, and write a copy with comments of each that is at fault.

    Args:
        ruang: The working folder.
        berkas: The template; None for all of the working folder.
    """
    daftar = (berkas,) if berkas else daftar_templat(ruang)
    if not daftar:
        return HasilTemplat((), tanpa_templat(ruang))
    temuan_per_templat = {satu: buka_berkas_templat(ruang, satu)[1] for satu in daftar}
    semua = tuple(dict.fromkeys(satu for daftar_temuan in temuan_per_templat.values() for satu in daftar_temuan))
    bersumber = {letak_templat(ruang, satu): satu for satu in (*daftar, *daftar_pustaka(ruang)[0])}
    salinan = {_nama_salinan(ruang, satu): _salinan(satu, letak, semua) for letak, satu in bersumber.items()}
    selesai = {_nama_salinan(ruang, satu) for satu in (daftar if berkas else bersumber.values())}
    _buang_usang(folder_templat(ruang), [nama for nama in sorted(selesai) if salinan[nama] is None])
    dasar = HasilTemplat(tuple(letak_templat(ruang, satu) for satu in daftar), semua)
    return tulis_hasil(folder_templat(ruang), {nama: isi for nama, isi in salinan.items() if isi}, dasar)


def tanpa_templat(ruang: Workspace) -> tuple[Temuan, ...]:
    """Return the finding that there is no template at all."""
    letak = ruang.relative(ruang.templates)
    return (temuan("templat-hilang", Asal(letak), letak=letak),)


def _nama_salinan(ruang: Workspace, berkas: Path) -> str:
    awalan = f"{FOLDER_BAGIAN}-" if berkas.parent == ruang.templates / FOLDER_BAGIAN else ""
    return f"{awalan}{berkas.stem}-diperiksa{AKHIRAN}"


def _salinan(berkas: Path, letak: str, daftar_temuan: tuple[Temuan, ...]) -> bytes | None:
    """Return a template with its findings as comments; None when there is nothing to say or nowhere to say it."""
    milik = [jelaskan(satu) for satu in daftar_temuan if satu.asal.berkas == letak]
    isi, _ = read_file(berkas, letak) if milik and berkas.is_file() else (None, ())
    return beri_komentar(isi, letak, milik) if isi is not None else None


def _buang_usang(folder: Path, daftar_nama: list[str]) -> None:
    """Remove the copies of templates that were mended, as long as nobody wrote in them."""
    keluaran = Outputs(folder)
    for nama in daftar_nama:
        if keluaran.is_own(folder / nama):
            (folder / nama).unlink()


def folder_templat(ruang: Workspace) -> Path:
    """Return where copies and samples of templates go."""
    return ruang.root / "output" / "templat"


def tulis_hasil(folder: Path, siap: dict[str, bytes], dasar: HasilTemplat) -> HasilTemplat:
    """Write outputs by name; a file that somebody changed stays, and the new one goes beside it."""
    if not siap:
        return dasar
    keluaran = Outputs(folder)
    tertulis = keluaran.write({keluaran.place(nama): isi for nama, isi in siap.items()})
    keluaran.finish({}, {})
    return replace(dasar, daftar_keluaran=tertulis, daftar_terkunci=tuple(keluaran.locked))
