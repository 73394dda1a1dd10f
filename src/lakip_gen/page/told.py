"""What the page is told of a form that was handed in."""

from __future__ import annotations

from typing import Final

from lakip_gen.alur.kiriman import HasilKiriman, Nasib
from lakip_gen.domain.penerimaan import StatusUnit
from lakip_gen.domain.temuan import Tingkat
from lakip_gen.pesan.katalog import jelaskan_semua
from lakip_gen.pesan.kelompok import gabung_baris
from lakip_gen.pesan.status import rupa
from lakip_gen.pesan.tindakan import Pintu
from lakip_gen.storage.workspace import Workspace

SHOWN: Final = 8
"""So many findings are told; all of them stand on the page below."""


def told_of_submission(workspace: Workspace, name: str, outcome: HasilKiriman) -> dict[str, object]:
    """Return what became of a file, in words."""
    lines = gabung_baris(jelaskan_semua(outcome.daftar_temuan, Pintu.HALAMAN))
    heavy = [line for line in lines if line.tingkat is not Tingkat.INFO] or list(lines)
    return {
        "nama": name,
        "disimpan": outcome.nasib is not Nasib.DITOLAK,
        "dipakai": outcome.unit is not None and outcome.unit.status.status is StatusUnit.DITERIMA,
        "kalimat": _sentence(workspace, outcome),
        "temuan": [f"{line.judul}: {line.pesan} {line.perbaikan}" for line in heavy[:SHOWN]],
    }


def _sentence(workspace: Workspace, outcome: HasilKiriman) -> str:
    if outcome.nasib is Nasib.DITOLAK or outcome.unit is None or outcome.letak is None:
        return "Tidak disimpan."
    where = workspace.relative(outcome.letak)
    whose = f"{outcome.unit.unit.nama}, {outcome.unit.status.triwulan.nama}: {rupa(outcome.unit.status)}."
    if outcome.nasib is Nasib.SUDAH_ADA:
        return f"{whose} Formulir yang persis sama sudah ada di {where}."
    kept = ", ".join(workspace.relative(file) for file in outcome.daftar_lama)
    return f"{whose} Disimpan di {where}." + (f" Yang lama disimpan di {kept}." if kept else "")
