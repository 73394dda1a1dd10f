"""Where a form stands and how heavy a finding is, each in one table: word, mark, colour and sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lakip_gen.domain.keraguan import Penerimaan
from lakip_gen.domain.penerimaan import StatusLaporan, StatusUnit
from lakip_gen.domain.temuan import Tingkat

DENGAN_ALASAN: Final = "diterima dengan catatan"
"""How it is said that a planner accepted a doubt."""
DISEBUT: Final = 6
"""So many cells are named one by one."""
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
        cetakan: As a word in the report.
        kalimat: As the end of a sentence on the form.
        keterangan: As a note in the report; empty where there is nothing to say.
    """

    kata: str
    cetakan: str
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
        cetakan="diterima",
        tanda="✓",
        warna="#E2EFDA",
        warna_layar="green",
        kalimat="sudah diterima",
    ),
    StatusUnit.BELUM: RupaStatus(
        kata="belum masuk",
        cetakan="belum",
        tanda="○",
        warna="#FFF2CC",
        warna_layar="yellow",
        kalimat="belum diterima",
        keterangan="belum dilaporkan",
    ),
    StatusUnit.DITOLAK: RupaStatus(
        kata="perlu diperbaiki",
        cetakan="perlu diperbaiki",
        tanda="✗",
        warna="#F4A6A0",
        warna_layar="red",
        kalimat="perlu diperbaiki, karena masih ada galat",
        keterangan="belum dilaporkan: formulir dikembalikan untuk diperbaiki",
    ),
}
"""Every page, message and screen that tells of a form takes its words from here."""


def sel_belum(banyak: int) -> str:
    """Return how many cells of a form were not taken, in words; empty where all were."""
    return f"{banyak} sel belum diterima" if banyak else ""


def rupa(status: StatusLaporan) -> str:
    """Return where a form stands as a mark and words, with what of it was not taken and that some was accepted."""
    ditutup = status.status is StatusUnit.BELUM
    alasan = ("ditutup dengan catatan" if ditutup else DENGAN_ALASAN) if status.daftar_penerimaan else ""
    return ", ".join(filter(None, (str(RUPA_STATUS[status.status]), sel_belum(len(status.sel_ditolak)), alasan)))


def keterangan(status: StatusLaporan) -> str:
    """Return what a report notes of a form; empty where there is nothing to say."""
    awal = RUPA_STATUS[status.status].keterangan or sel_belum(len(status.sel_ditolak))
    return "; ".join(filter(None, (awal, *map(_penerimaan, status.daftar_penerimaan))))


def _penerimaan(satu: Penerimaan) -> str:
    """Return the reason of an acceptance, with the cells that it settles."""
    tempat = sorted({f"{hal.lembar} {hal.sel}".strip() for hal in satu.daftar_hal})
    lebih = f", dan {len(tempat) - DISEBUT} lainnya" if len(tempat) > DISEBUT else ""
    return f"{DENGAN_ALASAN} ({', '.join(tempat[:DISEBUT])}{lebih}): {satu.alasan}" if tempat else satu.alasan
