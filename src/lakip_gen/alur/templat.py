"""Which of the planner's Word templates a report takes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from lakip_gen.domain.bulan import Bulan
from lakip_gen.domain.nama_berkas import nama_aman
from lakip_gen.domain.periode import Jenis, Periode
from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.storage.workspace import TEMPLATE_SUFFIX, Workspace

NAMA_TEMPLAT: Final = {
    Jenis.TRIWULAN: "laporan-triwulan.docx",
    Jenis.SEMESTER: "laporan-semester.docx",
    Jenis.TAHUN: "laporan-tahunan.docx",
}
"""The template that a period takes when none is named."""
TEMPLAT_BULAN: Final = "rekap-bulanan.docx"
"""The same of a month."""


def pilih_templat(ruang: Workspace, periode: Periode | Bulan, nama: str = "") -> tuple[Path | None, tuple[Temuan, ...]]:
    """Return the template of a period or a month, or the one that is asked for by its name."""
    if not nama:
        bawaan = TEMPLAT_BULAN if isinstance(periode, Bulan) else NAMA_TEMPLAT[periode.jenis]
        return ruang.templates / bawaan, ()
    if (berkas := cari_templat(ruang, nama)) is not None:
        return _tak_tertukar(ruang, berkas)
    saran = ", ".join(berkas.stem for berkas in ruang.template_files()) or "(tidak ada)"
    return None, (temuan("templat-tidak-ada", Asal(ruang.relative(ruang.templates)), nama=nama, saran=saran),)


def _tak_tertukar(ruang: Workspace, berkas: Path) -> tuple[Path | None, tuple[Temuan, ...]]:
    """Return a template unless the drafts of another one would have its names."""
    for lain in ruang.template_files():
        if lain != berkas and nama_aman(lain.stem) == nama_aman(berkas.stem):
            tempat = Asal(ruang.relative(berkas))
            return None, (temuan("templat-nama-mirip", tempat, nama=berkas.name, lain=lain.name),)
    return berkas, ()


def cari_templat(ruang: Workspace, nama: str) -> Path | None:
    """Return the template of a report by its name, its ending and its case left aside."""
    return _bernama(ruang.template_files(), nama)


def cari_semua(ruang: Workspace, nama: str) -> Path | None:
    """Return the template of a report or of a paper by its name; the folder of the papers may stand before it."""
    awalan = f"{ruang.paper_templates.name}/"
    return cari_templat(ruang, nama) or _bernama(ruang.paper_template_files(), nama.removeprefix(awalan))


def _bernama(daftar: Iterable[Path], nama: str) -> Path | None:
    dicari = nama.casefold().removesuffix(TEMPLATE_SUFFIX)
    return next((berkas for berkas in daftar if berkas.stem.casefold() == dicari), None)
