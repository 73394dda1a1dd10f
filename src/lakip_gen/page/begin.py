"""The five answers with which a working folder begins."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from typing import Final

from lakip_gen.alur.mulai import HasilTulis, mulai
from lakip_gen.domain.periode import TAHUN_TERAKHIR, TAHUN_TERAWAL
from lakip_gen.domain.skema.induk_butir import ATURAN
from lakip_gen.page.orders import Asked, RefusedOrderError
from lakip_gen.sop.bawaan import daftar_nama, isi_sop
from lakip_gen.storage.lock import lock_workspace
from lakip_gen.storage.workspace import Workspace
from lakip_gen.word.template.pictures import picture_suffix

PAPERS: Final = frozenset({"A4", "F4"})
LARGEST_LOGO: Final = 4 * 1024 * 1024
LARGEST_ANSWERS: Final = LARGEST_LOGO * 4 // 3 + 16 * 1024
"""The bytes of all answers, the logo among them as base64."""


@dataclass(frozen=True, slots=True)
class Offered:
    """An SOP that comes with the program: the name it is asked for by, and what it is called."""

    name: str
    title: str


def offered_sops() -> tuple[Offered, ...]:
    """Return the SOPs that can be chosen."""
    return tuple(map(_offered, daftar_nama()))


def _offered(name: str) -> Offered:
    rules = isi_sop(name)[ATURAN.kunci][0]
    return Offered(name, f"{name.replace('-', ' ').title()}: {rules['nama_sop']} ({rules['nomor_sop']})")


def begin(workspace: Workspace, asked: Asked) -> HasilTulis:
    """Write a new working folder from the answers.

    Raises:
        RefusedOrderError: When an answer is missing or unfit; then nothing is written.
        BlockingIOError: When a run holds the folder.
        OSError: When it cannot be written.
    """
    name = asked.text("nama", required="Nama instansi belum ditulis.")
    year = asked.text("tahun")
    if not (year.isascii() and year.isdigit() and TAHUN_TERAWAL <= int(year[:5]) <= TAHUN_TERAKHIR):
        raise RefusedOrderError(f"Tahunnya antara {TAHUN_TERAWAL} dan {TAHUN_TERAKHIR}.")
    sop, paper = asked.text("sop"), asked.text("kertas") or "A4"
    if (sop and sop not in daftar_nama()) or paper not in PAPERS:
        raise RefusedOrderError("Pilih SOP dan kertas dari daftarnya.")
    logo = _logo(asked)
    with lock_workspace(workspace.root):
        return mulai(workspace, int(year), paper, sop, nama=name, logo=logo)


def _logo(asked: Asked) -> bytes:
    """Return the logo; empty where none was given."""
    said = asked.values.get("logo", "")
    try:
        logo = base64.b64decode(said, validate=True) if isinstance(said, str) else None
    except (binascii.Error, ValueError):
        logo = None
    if logo is None or len(logo) > LARGEST_LOGO or (logo and not picture_suffix(logo)):
        raise RefusedOrderError("Logonya bukan gambar PNG atau JPG, atau lebih besar dari 4 MiB.")
    return logo
