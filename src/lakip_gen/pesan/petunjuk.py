"""What a form's first page says of the form itself, below its title: written there, and known again there."""

from __future__ import annotations

import re
from typing import Final

from lakip_gen.domain.formulir import Formulir
from lakip_gen.pesan import bahasa

NAMA_KEPALA: Final = ("Unit", "Periode", "Paling lambat", "Bertanya kepada")
"""The names of the lines."""
TANPA_TENGGAT: Final = "menunggu pemberitahuan perencana"
_TANGGAL: Final = re.compile(r"[0-9]{1,2} [A-Z][a-z]+ [0-9]{4}")


def isi_kepala(formulir: Formulir) -> tuple[str, ...]:
    """Return what stands behind the names, in their order."""
    induk, periode = formulir.induk, formulir.periode
    tenggat = induk.aturan.tenggat[periode.nomor - 1]
    return (
        sebutan_unit(formulir.unit.nama, formulir.unit.kode),
        periode.nama,
        bahasa.tanggal(tenggat) if tenggat else TANPA_TENGGAT,
        induk.instansi.perencana.jabatan,
    )


def sebutan_unit(nama: str, kode: str) -> str:
    """Return how the page calls a unit."""
    return f"{nama} ({kode})"


def mungkin_tenggat(teks: str) -> bool:
    """Return whether a text may be a deadline: one may be moved after the form was handed out."""
    return teks == TANPA_TENGGAT or _TANGGAL.fullmatch(teks) is not None
