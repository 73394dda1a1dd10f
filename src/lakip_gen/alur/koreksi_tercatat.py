"""What corrections of a period follow from: the documents that people edited, and the answers that were recorded."""

from __future__ import annotations

from typing import Final

from lakip_gen.domain.periode import Periode
from lakip_gen.sop.peristiwa import BukuPeristiwa, Jenis
from lakip_gen.storage.outputs import Outputs
from lakip_gen.storage.workspace import documents, documents_below
from lakip_gen.storage.writes import digest

SUNTINGAN: Final = "suntingan draf"
"""Stands among the inputs of a run that told of corrections."""


def awal_draf(periode: Periode) -> str:
    """Return what the names of all drafts of a period begin with."""
    return f"laporan-kinerja-{periode}"


def sidik_suntingan(keluaran: Outputs, catatan: BukuPeristiwa) -> dict[str, str]:
    """Return the fingerprint of what corrections follow from; nothing where nobody edited a document."""
    semua = [*documents(keluaran.folder), *documents_below(keluaran.folder)]
    berkas = [(keluaran.name(satu), keluaran.look(satu)) for satu in semua if not keluaran.is_own(satu)]
    jawaban = [
        (satu.sidik, satu.isi) for satu in catatan.berlaku.values() if satu.jenis is Jenis.DIJAWAB and not satu.unit
    ]
    return {SUNTINGAN: digest(repr((berkas, jawaban)).encode())} if berkas or jawaban else {}
