"""Who is meant by an SOP's word for who does a step: an official, the heads of the units, or staff."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum, unique
from typing import Final

from lakip_gen.domain.kinerja import Instansi, Pejabat
from lakip_gen.domain.teks import samakan


@unique
class Peran(Enum):
    """Who can be meant; the value is the word of the Pejabat sheet, or what it is called."""

    KEPALA = "kepala instansi"
    SEKRETARIS = "sekretaris"
    PERENCANA = "perencana"
    KEPALA_UNIT = "kepala unit"
    STAF = "staf"


PENANDA_TANGAN: Final = (Peran.KEPALA, Peran.SEKRETARIS, Peran.PERENCANA)
"""Those whom the buku induk names one by one."""
_KATA: Final[Mapping[Peran, re.Pattern[str]]] = {
    Peran.SEKRETARIS: re.compile(r"^sekretaris\b"),
    Peran.PERENCANA: re.compile(r"\bperencana(?:an)?\b"),
    Peran.KEPALA: re.compile(r"^(?:(?:kepala|ka)\.? (?:instansi|dinas|badan|kantor|satuan)|camat|inspektur)\b"),
    Peran.KEPALA_UNIT: re.compile(r"^(?:(?:kepala|ka)\.? (?:unit|bidang|seksi|bagian|sub|uptd?)|ka(?:bid|si|bag|sub))"),
    Peran.STAF: re.compile(r"^(?:staf|(?:(?:jabatan )?pelaksana|operator|pengadministrasi)\b)"),
}
"""The words that mean somebody, most of them at the beginning; the first that fits counts."""


def peran_pelaksana(pelaksana: str, instansi: Instansi) -> Peran | None:
    """Return who is meant by a word of the SOP; None where nobody can tell.

    Args:
        pelaksana: The word, as the SOP has it.
        instansi: The agency, whose own names of offices count first.
    """
    kata = samakan(pelaksana)
    sama = (peran for peran in PENANDA_TANGAN if kata and kata == samakan(pejabat(peran, instansi).jabatan))
    mirip = (peran for peran, pola in _KATA.items() if pola.search(kata))
    return next(sama, None) or next(mirip, None)


def pejabat(peran: Peran, instansi: Instansi) -> Pejabat:
    """Return the official of a role; one without a name where it is nobody's alone."""
    match peran:
        case Peran.KEPALA:
            return instansi.kepala
        case Peran.SEKRETARIS:
            return instansi.sekretaris
        case Peran.PERENCANA:
            return instansi.perencana
    return Pejabat("")
