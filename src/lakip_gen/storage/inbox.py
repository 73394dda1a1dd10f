"""What lies in and beside an inbox where nobody reads it: said aloud, so that no form is overlooked."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from lakip_gen.domain.periode import Periode
from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.storage.workspace import Ruang, Sisa, berkas_di_dalam, pemilik_kunci

DISEBUT: Final = 3
"""So many files of a folder are named."""


def periksa_kotak(ruang: Ruang, triwulan: Periode) -> tuple[Temuan, ...]:
    """Return what in a quarter's inbox, or beside it, holds or could hold a form and is not read."""
    return tuple(_temuan(ruang, triwulan, butir, sisa) for butir, sisa in ruang.daftar_sisa(triwulan))


def _temuan(ruang: Ruang, triwulan: Periode, butir: Path, sisa: Sisa) -> Temuan:
    tahun = ruang.workbooks(triwulan.tahun)
    milik = (pemilik_kunci(butir) or butir) if sisa is Sisa.SEDANG_DIBUKA else butir
    daftar = berkas_di_dalam(butir) if sisa is Sisa.FOLDER else ()
    contoh = ", ".join(daftar[:DISEBUT]) + (", dan lain-lain" if len(daftar) > DISEBUT else "")
    # What lies beside the inboxes belongs to no quarter: the same words for all of them make it one finding.
    folder = triwulan.folder if butir.parent != tahun else "TW1"
    return temuan(
        sisa.value,
        Asal(milik.relative_to(tahun).as_posix()),
        nilai=butir.name,
        folder=folder,
        banyak=len(daftar),
        contoh=contoh,
    )
