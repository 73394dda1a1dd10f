"""Where a form stands and how heavy a finding is, each in one table: word, mark, colour and sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lakip_gen.domain.penerimaan import StatusUnit
from lakip_gen.domain.temuan import Tingkat

TANDA_TINGKAT: Final[Mapping[Tingkat, str]] = {Tingkat.GALAT: "✗", Tingkat.PERINGATAN: "!", Tingkat.INFO: "i"}
"""The marks of the levels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RupaStatus:
    """How it is said where a form stands.

    Attributes:
        kata: In a word.
        tanda: As a mark before the word.
        warna: As the colour of a cell, #RRGGBB.
        warna_layar: As the colour of a word on the terminal.
        kalimat: As the end of a sentence on the form.
        keterangan: As a note in the report; empty where there is nothing to say.
    """

    kata: str
    tanda: str
    warna: str
    warna_layar: str
    kalimat: str
    keterangan: str = ""

    def __str__(self) -> str:
        return f"{self.tanda} {self.kata}"


RUPA_STATUS: Final[Mapping[StatusUnit, RupaStatus]] = {
    StatusUnit.DITERIMA: RupaStatus(
        kata="diterima",
        tanda="✓",
        warna="#E2EFDA",
        warna_layar="green",
        kalimat="sudah diterima",
    ),
    StatusUnit.BELUM: RupaStatus(
        kata="belum masuk",
        tanda="○",
        warna="#FFF2CC",
        warna_layar="yellow",
        kalimat="belum diterima",
        keterangan="belum dilaporkan",
    ),
    StatusUnit.DITOLAK: RupaStatus(
        kata="perlu diperbaiki",
        tanda="✗",
        warna="#F4A6A0",
        warna_layar="red",
        kalimat="perlu diperbaiki, karena masih ada galat",
        keterangan="belum dilaporkan: formulir dikembalikan untuk diperbaiki",
    ),
}
"""Every page, message and screen that tells of a form takes its words from here."""
