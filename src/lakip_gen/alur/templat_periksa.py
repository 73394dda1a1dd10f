"""Checking templates: all faults in one run, and a copy of each faulty one with comments."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from lakip_gen.alur.templat_buka import buka_berkas_templat, susun_pustaka
from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.pesan.katalog import ada_galat, jelaskan
from lakip_gen.storage.inputs import Input, take_templates
from lakip_gen.storage.outputs import Outputs
from lakip_gen.storage.workspace import TEMPLATE_SUFFIX, Workspace
from lakip_gen.word.inspect.comments import add_comments


@dataclass(frozen=True, slots=True)
class HasilTemplat:
    """What was done with templates.

    Attributes:
        daftar_templat: The templates, as the user sees them.
        daftar_temuan: What was found, in the order of the documents.
        daftar_keluaran: What was written.
        daftar_gagal: What could not be made.
        daftar_terkunci: Outputs that another program held open; the new ones stand beside them.
        daftar_selamat: Where the work of somebody went who saved while the program put a file in its place.
    """

    daftar_templat: tuple[str, ...]
    daftar_temuan: tuple[Temuan, ...] = ()
    daftar_keluaran: tuple[Path, ...] = ()
    daftar_gagal: tuple[str, ...] = ()
    daftar_terkunci: tuple[Path, ...] = ()
    daftar_selamat: tuple[Path, ...] = ()

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
    masukan = take_templates(ruang, (berkas,) if berkas else semua_templat(ruang))
    if not masukan.templates:
        return HasilTemplat((), tanpa_templat(ruang))
    pustaka = susun_pustaka(masukan)
    terbuka = (buka_berkas_templat(satu, pustaka) for satu in masukan.templates)
    semua = tuple(dict.fromkeys(butir for _, daftar_temuan in terbuka for butir in daftar_temuan))
    bagian = tuple(replace(satu, name=ruang.relative(satu.file)) for satu in masukan.parts)
    bersumber = (*masukan.templates, *bagian)
    salinan = {_nama_salinan(ruang, satu): _salinan(satu, semua) for satu in bersumber}
    selesai = {_nama_salinan(ruang, satu) for satu in (masukan.templates if berkas else bersumber)}
    _buang_usang(folder_templat(ruang), [nama for nama in sorted(selesai) if salinan[nama] is None])
    dasar = HasilTemplat(tuple(satu.name for satu in masukan.templates), semua)
    return tulis_hasil(folder_templat(ruang), {nama: isi for nama, isi in salinan.items() if isi}, dasar)


def semua_templat(ruang: Workspace) -> tuple[Path, ...]:
    """Return the templates of reports and of papers."""
    return (*ruang.template_files(), *ruang.paper_template_files())


def tanpa_templat(ruang: Workspace) -> tuple[Temuan, ...]:
    """Return the finding that there is no template at all."""
    letak = ruang.relative(ruang.templates)
    return (temuan("templat-hilang", Asal(letak), letak=letak),)


def _nama_salinan(ruang: Workspace, berkas: Input) -> str:
    folder = berkas.file.parent
    awalan = f"{folder.name}-" if folder in {ruang.parts, ruang.paper_templates} else ""
    return f"{awalan}{berkas.file.stem}-diperiksa{TEMPLATE_SUFFIX}"


def _salinan(berkas: Input, daftar_temuan: tuple[Temuan, ...]) -> bytes | None:
    """Return a template with its findings as comments; None when there is nothing to say or nowhere to say it."""
    milik = [jelaskan(satu) for satu in daftar_temuan if satu.asal.berkas == berkas.name]
    if not milik or berkas.content is None or any(satu.kode == "templat-gagal" for satu in milik):
        return None
    return add_comments(berkas.content, berkas.name, milik)


def _buang_usang(folder: Path, daftar_nama: list[str]) -> None:
    """Remove the copies of templates that were mended, as long as nobody wrote in them."""
    keluaran = Outputs(folder)
    for nama in daftar_nama:
        keluaran.remove(nama)


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
    return replace(
        dasar,
        daftar_keluaran=tertulis,
        daftar_terkunci=tuple(keluaran.locked),
        daftar_selamat=tuple(keluaran.rescued),
    )
