"""What stands beside a new draft for its reader: the list of its changes, and the rekap of the draft before it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from pathlib import Path

from lakip_gen.alur.suntingan import Dibawa, DrafAda
from lakip_gen.domain.periode import Periode
from lakip_gen.laporan.terlapor import Perbedaan
from lakip_gen.pesan import bahasa
from lakip_gen.storage.inputs import read_file
from lakip_gen.storage.outputs import Outputs
from lakip_gen.word.carry.change_list import ChangeList, write_change_list

REKAP = "rekap.xlsx"


def samping_draf(draf: Path, periode: Periode, dibawa: Dibawa | None, daftar: Iterable[Perbedaan]) -> dict[str, bytes]:
    """Return the list of changes beside a draft that goes on from another one, by name; none beside any other draft.

    Args:
        draf: Where the draft goes.
        periode: Its period.
        dibawa: What became of somebody's edits in it.
        daftar: What it reports otherwise than the draft it goes on from.
    """
    return {f"{draf.stem}-perubahan.docx": _daftar(draf, periode, dibawa, daftar)} if dibawa else {}


def rekap_lama(keluaran: Outputs, draf: Path, dibawa: Dibawa | None, lama: DrafAda | None) -> dict[str, bytes]:
    """Return the rekap of the draft before a new one, under the name by which it is kept.

    Args:
        keluaran: The outputs of the period.
        draf: Where the draft goes.
        dibawa: What became of somebody's edits in it.
        lama: The draft before it.
    """
    if lama is None or dibawa is None or lama.nomor == keluaran.draft_number(draf):
        return {}
    rekap, _ = read_file(keluaran.folder / REKAP, REKAP) if keluaran.is_own(keluaran.folder / REKAP) else (None, ())
    return {} if rekap is None else {keluaran.kept_name(REKAP, lama.nomor): rekap}


def _tercetak(satu: Perbedaan, nilai: str | None) -> str:
    """Return a value as people write it: a figure with a decimal comma, and all its digits."""
    if nilai is None:
        return bahasa.KOSONG
    try:
        return bahasa.minus(bahasa.angka(Decimal(nilai))) if satu.berangka else nilai
    except InvalidOperation:
        return nilai


def _daftar(draf: Path, periode: Periode, dibawa: Dibawa, daftar: Iterable[Perbedaan]) -> bytes:
    angka = [
        (f"{satu.indikator} {satu.apa}", _tercetak(satu, satu.dulu), _tercetak(satu, satu.sekarang), satu.sebab)
        for satu in daftar
    ]
    return write_change_list(
        ChangeList(
            title=f"Perubahan pada {draf.stem}",
            subtitle=f"Laporan Kinerja {periode.nama}, dibandingkan dengan {Path(dibawa.dari).stem}.",
            figures=angka,
            sentences=dibawa.kalimat,
            left=dibawa.tidak_terbawa,
            added=dibawa.tambahan,
        )
    )
